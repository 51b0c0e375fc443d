// What the words of a question may stand for: as they are, as the beginning of a word, misspelt, written apart or together.
import { meaning } from "./index.js";
import { distance, stem, wordsOf } from "./text.js";

const MOST_BEGUN = 80;
const SHORTEST_BEGUN = 4;
// By length of the word, how many of its letters may be wrong.
/** @param {number} length */
const slips = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2);
const YEAR = /^(19|20)\d\d$/;

/** Tokens that a spelling stands for.
 * @param {string} spelling @param {Index} index */
const standsFor = (spelling, { lexicon }) => lexicon.same.get(spelling) ?? [spelling];

/** @param {Map<string, number>} found @param {string[]} tokens @param {number} sure */
const take = (found, tokens, sure) => {
  // Of several the country, or the last: it is the one that tells most ("rare earth").
  const token = tokens[tokens.length - 1];
  if ((found.get(token) ?? 0) < sure) found.set(token, sure);
};

/** @param {string} word @param {Index} index @param {Map<string, number>} found @param {number} surest */
const begun = (word, index, found, surest) => {
  const { spellings } = index;
  let [from, to] = [0, spellings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    spellings[middle] < word ? (from = middle + 1) : (to = middle);
  }
  const longer = [];
  for (let at = from; at < spellings.length && spellings[at].startsWith(word); at += 1) longer.push(spellings[at]);
  longer.sort((one, other) => one.length - other.length);
  for (const one of longer.slice(0, MOST_BEGUN)) {
    take(found, standsFor(one, index), surest * (0.6 + (0.4 * word.length) / one.length));
  }
};

/** @param {string} word @param {Index} index @param {Map<string, number>} found */
const misspelt = (word, index, found) => {
  const most = slips(word.length);
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const one of index.byLength[length] ?? []) {
      if (slips(one.length) === 0 || /^\d/.test(one)) continue;
      const apart = distance(word, one, most);
      const isFirst = word[0] === one[0];
      if (apart <= most) take(found, standsFor(one, index), 0.86 - 0.14 * apart - (isFirst ? 0 : 0.1));
    }
  }
};

/** The tokens that a word may stand for, by how sure that is.
 * @param {string} word as it is written @param {boolean} isOpen whether more of it may come @param {Index} index */
const tokensFor = (word, isOpen, index) => {
  const key = `${isOpen ? "~" : ""}${word}`;
  const known = index.memory.get(key);
  if (known) return known;
  /** @type {Map<string, number>} */
  const found = new Map();
  const bare = stem(word, index.lexicon.whole);
  if (index.postings.has(bare)) found.set(bare, 1);
  const isWord = found.size > 0;
  if (isOpen && word.length > 1) begun(word, index, found, 0.9);
  else if (!isWord && word.length >= SHORTEST_BEGUN) begun(bare, index, found, 0.7);
  const isSure = [...found.values()].some((sure) => sure > 0.8);
  if (!isWord && !isSure && !/^\d/.test(word)) misspelt(bare, index, found);
  index.memory.set(key, found);
  return found;
};

/** A word nobody knows, in two that are known.
 * @param {string} word @param {Index} index */
const apart = (word, index) => {
  for (let at = word.length - 3; at >= 2; at -= 1) {
    const parts = [word.slice(0, at), word.slice(at)].map((one) => stem(one, index.lexicon.whole));
    const isKnown = parts.every((one) => index.lexicon.same.has(one) || index.postings.has(one));
    if (isKnown) return [word.slice(0, at), word.slice(at)];
  }
  return [word];
};

/** Sentences that are one word where it is known only as that, and two where it is known only so.
 * @param {string[]} words @param {Index} index */
const joined = (words, index) => {
  const { lexicon, postings } = index;
  /** @param {string} word */
  const isKnown = (word) => {
    const bare = stem(word, lexicon.whole);
    return postings.has(bare) || lexicon.same.has(bare) || lexicon.skipped.has(word);
  };
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const both = words[at] + (words[at + 1] ?? "");
    if (at + 1 < words.length && isKnown(both) && !(isKnown(words[at]) && isKnown(words[at + 1]))) {
      found.push(both);
      at += 1;
    } else if (!isKnown(words[at]) && words[at].length > 6 && at < words.length) {
      found.push(...apart(words[at], index));
    } else found.push(words[at]);
  }
  return found;
};

/** @param {Map<string, number>} tokens @param {string | null} word @returns {Term} */
const termOf = (tokens, word) => {
  const surest = [...tokens].sort((one, other) => other[1] - one[1])[0];
  const isCountry = surest?.[0].startsWith("#") && surest[1] >= 0.6;
  return {
    tokens,
    year: word && YEAR.test(word) ? Number(word) : null,
    country: isCountry ? surest[0].slice(1) : null,
  };
};

/** The terms of a question; those that say nothing are left out, where there are others.
 * @param {string} text @param {Index} index @returns {Term[]} */
export const termsOf = (text, index) => {
  const words = joined(wordsOf(text), index);
  const isOpen = !/[\s.,;?!]$/.test(text);
  const parts = meaning(words, index.lexicon);
  const telling = parts.filter(({ word }) => !word || !index.lexicon.skipped.has(word));
  return (telling.length ? telling : parts).flatMap((part) => {
    const isLast = part === parts[parts.length - 1];
    if (part.word) return [termOf(tokensFor(part.word, isOpen && isLast, index), part.word)];
    return part.tokens.map((token) => termOf(new Map([[token, 1]]), null));
  });
};
