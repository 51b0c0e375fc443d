// Makes of the file what the search looks into: tokens that stand for words of one meaning, and which thing has which.
import { stem, wordsOf } from "./text.js";

// How much a word tells where it stands.
const WEIGHTS = { title: 1, name: 1, date: 0.8, about: 0.7, line: 0.45, text: 0.3 };
/** The token of a country, which no word can be.
 * @param {string} code */
export const tokenOf = (code) => `#${code}`;

/** @param {Content} content @returns {Lexicon} */
const lexiconOf = ({ same, skipped, whole, countries }) => {
  const unended = new Set(whole);
  /** @param {string} text */
  const stems = (text) => wordsOf(text).map((word) => stem(word, unended));
  const known = new Map();
  const longest = new Map();
  for (const [first, ...others] of same) {
    const isCountry = first in countries;
    const stands = isCountry ? [tokenOf(first)] : stems(first);
    for (const other of isCountry ? others : [first, ...others]) {
      const tokens = stems(other);
      const key = tokens.join(" ");
      longest.set(tokens[0], Math.max(longest.get(tokens[0]) ?? 0, tokens.length));
      if (key && !known.has(key)) known.set(key, stands);
    }
  }
  return { skipped: new Set(skipped.flatMap(wordsOf)), whole: unended, same: known, longest };
};

/** The tokens that words stand for, the longest entries first; with the word, where it stands for itself.
 * @param {string[]} words @param {Lexicon} lexicon
 * @returns {{ tokens: string[], word: string | null }[]} */
export const meaning = (words, lexicon) => {
  const stems = words.map((word) => stem(word, lexicon.whole));
  const found = [];
  for (let at = 0; at < stems.length;) {
    let size = Math.min(lexicon.longest.get(stems[at]) ?? 0, stems.length - at);
    while (size > 0 && !lexicon.same.has(stems.slice(at, at + size).join(" "))) size -= 1;
    const tokens = size ? lexicon.same.get(stems.slice(at, at + size).join(" ")) : null;
    found.push(tokens ? { tokens, word: null } : { tokens: [stems[at]], word: words[at] });
    at += size || 1;
  }
  return found;
};

/** @param {string} text @param {Lexicon} lexicon */
export const tokensOf = (text, lexicon) => meaning(wordsOf(text), lexicon).flatMap(({ tokens }) => tokens);

/** @param {Row} row @param {Content} content @param {Lexicon} lexicon @returns {Thing} */
const thingOf = (row, content, lexicon) => {
  const [kind, id, title, line = "", place = 0, names = "", about = "", date = "", , indicator = "", asks = ""] = row;
  const written = [title, id, ...names.split("|")];
  // A publisher stands before the title of its source.
  const end = content.kinds[kind] === "source" ? title.indexOf(": ") : -1;
  if (end > 0) written.push(title.slice(0, end), title.slice(end + 2));
  const phrases = written.map((one) => tokensOf(one, lexicon).filter((token) => !lexicon.skipped.has(token)));
  return {
    kind: content.kinds[kind],
    order: kind,
    id,
    title,
    line,
    link: content.places[place].replace("{id}", encodeURIComponent(id)),
    about: about ? about.split("|") : [],
    date,
    indicator: indicator === 1 ? id : indicator,
    asks,
    phrases: phrases.filter((phrase) => phrase.length),
    named: phrases[0].filter((token) => token.startsWith("#")).map((token) => token.slice(1)),
  };
};

/** A phrase whatever the order of its words.
 * @param {string[]} tokens */
export const keyOf = (tokens) => [...tokens].sort().join(" ");

/** @param {Content} content @returns {Index} */
export const build = (content) => {
  const lexicon = lexiconOf(content);
  const things = content.things.map((row) => thingOf(row, content, lexicon));
  const postings = new Map();
  /** @type {Map<string, number[]>} */
  const byPhrase = new Map();
  things.forEach((thing, at) => {
    for (const key of new Set(thing.phrases.map(keyOf))) byPhrase.set(key, [...(byPhrase.get(key) ?? []), at]);
    /** @type {Map<string, number>} */
    const weights = new Map();
    /** @param {Iterable<string>} tokens @param {number} weight */
    const add = (tokens, weight) => {
      for (const token of tokens) if ((weights.get(token) ?? 0) < weight) weights.set(token, weight);
    };
    thing.phrases.forEach((phrase) => add(phrase, WEIGHTS.name));
    add(wordsOf(thing.date), WEIGHTS.date);
    add(thing.about.map(tokenOf), WEIGHTS.about);
    add(tokensOf(thing.line, lexicon), WEIGHTS.line);
    add(tokensOf(`${content.called[thing.kind] ?? ""} ${content.things[at][8] ?? ""}`, lexicon), WEIGHTS.text);
    for (const [token, weight] of weights) {
      const known = postings.get(token) ?? { things: [], weights: [] };
      if (!known.things.length) postings.set(token, known);
      known.things.push(at);
      known.weights.push(weight);
    }
  });
  const single = [...lexicon.same.keys()].filter((key) => !key.includes(" "));
  const spellings = [...new Set([...postings.keys(), ...single])].filter((one) => !one.startsWith("#")).sort();
  /** @type {string[][]} */
  const byLength = [];
  for (const one of spellings) (byLength[one.length] ??= []).push(one);
  return { content, lexicon, things, postings, byPhrase, spellings, byLength, memory: new Map() };
};
