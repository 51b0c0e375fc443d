// Finds for a question the things that have all its words, the most telling first, and figures where it asks for one.
import { answer, covers } from "./figure.js";
import { keyOf } from "./index.js";
import { termsOf } from "./question.js";

export const MOST = 12;
const MOST_ANSWERS = 3;
// Of so many things it is looked at closely how well title and names fit.
const MOST_WEIGHED = 160;
// What is found only in a text that is not the thing's title or name answers nothing.
const STRONG = 0.5;
const FEWEST_TO_MISS_ONE = 3;
// What a thing gains by being exactly what was asked for, by its kind, and as the figure itself.
const EXACT = 1;
// So many titles are of all words that one of them is less likely meant.
/** @type {Record<string, number>} */
const EXACT_BY_KIND = { source: 0.4, article: 0.4 };
const ALIKE = 0.35;
const FIGURE = 0.3;
const DATED = 0.3;
const ORDERED = 0.05;
// What was on a day is not asked for with the year of another one.
const OF_A_DAY = ["visit", "event"];
// A list is not what is asked for with a year, where something of that year is there.
const UNDATED = -1;
/** @type {Record<string, number>} */
const BY_KIND = {
  country: 0.1,
  page: 0.08,
  mineral: 0.08,
  forum: 0.06,
  indicator: 0.03,
  event: 0.04,
  claim: 0.03,
  source: -0.05,
  article: -0.04,
};

/** @typedef {{ best: Float32Array, rarity: number }} Weighed */

/** How well each thing has a term, and how much the term tells.
 * @param {Term} term @param {Index} index @returns {Weighed} */
const weigh = (term, index) => {
  const best = new Float32Array(index.things.length);
  let count = 0;
  for (const [token, sure] of term.tokens) {
    const posting = index.postings.get(token);
    posting?.things.forEach((thing, place) => {
      const value = sure * posting.weights[place];
      if (!best[thing]) count += 1;
      if (value > best[thing]) best[thing] = value;
    });
  }
  return { best, rarity: Math.log(1 + index.things.length / (1 + count)) };
};

/** @param {Term} term */
const surest = ({ tokens }) =>
  [...tokens]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 1)
    .map(([token]) => token);

/** Things that have all terms (all but one of several, where none has but articles and sources), by how well.
 * @param {Term[]} asked @param {Weighed[]} terms @param {number} least @param {Index} index
 * @returns {[thing: number, score: number][]} */
const having = (asked, terms, least, index) => {
  const whole = terms.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  /** @type {[number, number][]} */
  const all = [];
  /** @type {[number, number][]} */
  const butOne = [];
  for (let thing = 0; thing < index.things.length; thing += 1) {
    let score = 0;
    let missing = 0;
    for (const { best, rarity } of terms) {
      if (best[thing] > least) score += rarity * best[thing];
      else missing += 1;
    }
    if (!missing) all.push([thing, score / whole]);
    else if (missing === 1 && terms.length >= FEWEST_TO_MISS_ONE) butOne.push([thing, score / whole / 2]);
  }
  const isTold = all.some(([thing]) => !(index.things[thing].kind in EXACT_BY_KIND));
  const found = isTold || least > 0 ? all : [...all, ...butOne];
  const called = new Set(index.byPhrase.get(keyOf(asked.flatMap(surest))));
  return found
    .sort((one, other) => Number(called.has(other[0])) - Number(called.has(one[0])) || other[1] - one[1])
    .slice(0, MOST_WEIGHED);
};

/** How much of a title or name is asked for, and how much of the question it has, at best.
 * @param {Thing} thing @param {Term[]} terms */
const likeness = ({ phrases, kind }, terms) => {
  const ofKind = EXACT_BY_KIND[kind] ?? EXACT;
  let most = 0;
  for (const phrase of phrases) {
    const sure = phrase.map((token) => Math.max(0, ...terms.map(({ tokens }) => tokens.get(token) ?? 0)));
    const met = terms.filter(({ tokens }) => phrase.some((token) => tokens.has(token))).length;
    const covered = sure.reduce((sum, one) => sum + one, 0) / phrase.length;
    const used = met / terms.length;
    const isExact = used === 1 && sure.every((one) => one > 0.6);
    const isOrdered = phrase.length === terms.length && terms.every(({ tokens }, place) => tokens.has(phrase[place]));
    const exact = isExact ? ofKind * covered + (isOrdered ? ORDERED : 0) : 0;
    most = Math.max(most, ALIKE * covered * used + exact);
  }
  return most;
};

/** @param {Thing} thing @param {number | null} year */
const fits = (thing, year) => {
  if (year && thing.date.startsWith(String(year))) return DATED;
  if (year && OF_A_DAY.includes(thing.kind)) return -DATED;
  return year && thing.kind === "table" ? UNDATED : 0;
};

/** An address with parameters; those that stand there already stay.
 * @param {string} link @param {Record<string, string>} more */
const withMore = (link, more) => {
  const [path, query = ""] = link.split("?");
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) if (!params.has(name)) params.set(name, value);
  return params.size ? `${path}?${params}` : path;
};

/** @param {Index} index @param {Term[]} terms @param {number | null} year @returns {(Hit & { thing: number })[]} */
const found = (index, terms, year) => {
  const all = terms.map((term) => weigh(term, index));
  const country = mainCountry(index, terms);
  const own = country ? terms.filter((term) => term.country !== country) : [];
  const rest = all.filter((_, place) => own.includes(terms[place]));
  /** @type {Map<number, Hit & { thing: number }>} */
  const hits = new Map();
  /** @param {number} at @param {number} score @param {Term[]} asked @param {Record<string, string>} more */
  const put = (at, score, asked, more) => {
    const thing = index.things[at];
    // What is of the country that was asked for may be called by the other words alone.
    const isOf = country && (thing.about.includes(country) || thing.named.includes(country));
    const like = Math.max(likeness(thing, asked), isOf && own.length ? likeness(thing, own) : 0);
    const whole = score + like + fits(thing, year) + (BY_KIND[thing.kind] ?? 0);
    const isBetter = whole > (hits.get(at)?.score ?? 0);
    const name = more.rows ?? "";
    const title = name ? `${thing.title}: ${name}` : thing.title;
    if (isBetter) hits.set(at, { ...thing, thing: at, title, link: withMore(thing.link, more), score: whole });
  };
  /** @type {Record<string, string>} */
  const dated = year ? { year: String(year) } : {};
  for (const [at, score] of having(terms, all, 0, index)) {
    put(at, score, terms, index.things[at].kind === "indicator" ? dated : {});
  }
  for (const [at, score] of own.length && country ? having(own, rest, STRONG, index) : []) {
    const { asks, link } = index.things[at];
    const value = asks === "rows" ? index.content.countries[country ?? ""] : (country ?? "");
    if (asks && !link.includes(`${asks}=`)) put(at, score, own, { [asks]: value });
  }
  return [...hits.values()];
};

/** The country that a question is about: of the five, else the last that it names.
 * @param {Index} index @param {Term[]} terms */
const mainCountry = ({ content }, terms) => {
  const named = terms.flatMap(({ country }) => country ?? []);
  return named.find((one) => one !== "USA" && content.six.includes(one)) ?? named[named.length - 1] ?? null;
};

/** Figures that a question asks for: it names a country, and its other words an indicator.
 * @param {Index} index @param {Term[]} terms @param {number | null} year @param {Sentences} words @returns {Hit[]} */
const answers = (index, terms, year, words) => {
  const best = new Map();
  for (const country of new Set(terms.flatMap((term) => term.country ?? []))) {
    const own = terms.filter((term) => term.country !== country);
    if (!own.length) continue;
    const all = own.map((term) => weigh(term, index));
    for (const [at, score] of having(own, all, STRONG, index)) {
      const thing = index.things[at];
      if (!thing.indicator || !covers(index, thing.indicator, country)) continue;
      // What one of the five has from its partners is no answer unless that one is asked for, too.
      if (!thing.named.every((code) => code === "USA" || own.some((term) => term.country === code))) continue;
      const like = likeness(thing, own);
      const whole = score + like + (BY_KIND[thing.kind] ?? 0) + FIGURE;
      const key = `${thing.indicator} ${country}`;
      if (whole > (best.get(key)?.whole ?? 0)) best.set(key, { whole, thing, country, isExact: like > EXACT });
    }
  }
  const hits = [];
  for (const { whole, thing, country, isExact } of [...best.values()].sort((one, other) => other.whole - one.whole)) {
    if (hits.length === MOST_ANSWERS) break;
    const title = titleOf(index, thing.indicator);
    const told = answer(index, thing.indicator, title, country, year, words);
    const isTelling = told.isThere || (!hits.length && isExact && country !== "USA");
    if (!isTelling) continue;
    const link = `?${new URLSearchParams(told.place)}`;
    hits.push({ kind: "answer", title: told.title, line: told.line, link, score: whole });
  }
  return hits;
};

/** @param {Index} index @param {string} indicator */
const titleOf = ({ content, things }, indicator) =>
  content.titles[indicator] ?? things.find((one) => one.kind === "indicator" && one.id === indicator)?.title ?? "";

/** What is found for a question, the best first.
 * @param {string} text @param {Index} index @param {Sentences} words @returns {Hit[]} */
export const find = (text, index, words) => {
  const terms = termsOf(text, index);
  const year = terms.find((term) => term.year)?.year ?? null;
  const undated = terms.filter((term) => !term.year);
  const asked = undated.length ? undated : terms;
  if (!asked.length) return [];
  const things = found(index, asked, year);
  const told = undated.length ? answers(index, undated, year, words) : [];
  const sorted = [...told, ...things].sort(
    (one, other) => other.score - one.score || order(one) - order(other) || date(other).localeCompare(date(one)),
  );
  const articles = new Set(sorted.filter(({ kind }) => kind === "article").map(({ title }) => title));
  return sorted.filter((hit) => hit.kind !== "source" || !articles.has(titleAlone(hit))).slice(0, MOST);
};

/** The title of a source without its publisher: an article is told once.
 * @param {Hit} source */
const titleAlone = ({ title }) => title.slice(title.indexOf(": ") + 2);

/** @param {any} hit */
const order = (hit) => hit.order ?? -1;
/** @param {any} hit */
const date = (hit) => hit.date ?? "";
