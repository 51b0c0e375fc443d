// Sentences in one form, whichever way they are written: without case, accents, plurals and endings; and how far apart two are.
const SHORTEST_ENDED = 4;
const MARKS = /\p{M}/gu;
const QUOTES = /['’‘ʻʼ`´]/g;
const WORD = /\p{L}\p{N}?\+\p{N}+|[\p{L}\p{N}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
// Endings of cases; then what is left of others.
const CASES = /(ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ом|ем|ам|ям|ых|их|ым|им)$/u;
const VOWELS = /[аеиоуыэюяь]{1,2}$/u;

/** @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(QUOTES, "")
    .replace(/ı/g, "i")
    .replace(/%/g, " percent ")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .replace(/\s*\+\s*(?=\d)/g, "+");

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) => fold(text).match(WORD) ?? [];

/** A word without the ending of its plural or case.
 * @param {string} word @param {Set<string>} whole */
export const stem = (word, whole) => {
  if (word.length < SHORTEST_ENDED || whole.has(word) || /^\d/.test(word)) return word;
  if (CYRILLIC.test(word)) {
    const bare = word.replace(CASES, "").replace(VOWELS, "");
    return bare.length < 3 ? word : bare;
  }
  if (!word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > SHORTEST_ENDED) return `${word.slice(0, -3)}y`;
  return /(x|ch|sh|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
};

/** How many letters must be changed, left out, put in or swapped with the next one; more than `most` is not counted on.
 * @param {string} one @param {string} other @param {number} most */
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = /** @type {number[]} */ ([]);
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = next;
  }
  return last[other.length];
};
