// What hangs on the language of the page, which the setup names: signs in numbers and plural forms.

/** A number as English prints it ("1,234.5") in the signs of the language.
 * @type {(printed: string, language: Language) => string} */
export const withSigns = (printed, { signs: [decimal, group] }) =>
  printed.replace(/[.,]/g, (sign) => (sign === "." ? decimal : group));

/** A printed number ("−1,234.5") as JavaScript writes one.
 * @type {(text: string, language: Language) => string} */
const written = (text, { signs: [decimal, group] }) =>
  text.replaceAll(group, "").replace(decimal, ".").replace("−", "-");

/** A number as the payload prints it, as a number again.
 * @type {(text: string, language: Language) => number} */
export const numberOf = (text, language) => Number(written(text, language));

/** The plural form for a number as printed, "one" or "few"; its decimals count: it is "1 point", but "1.0 points".
 * @type {(text: string, language: Language) => string} */
export const formOf = (text, language) => {
  const [, decimals = ""] = written(text, language).split(".");
  const rules = new Intl.PluralRules(language.language, { minimumFractionDigits: decimals.length });
  return rules.select(numberOf(text, language));
};

/** The text under a key in the plural form for a count: `rows_few` where the language has it, else `rows`.
 * @type {(words: Words, key: string, count: number, language: Language) => string} */
export const counted = (words, key, count, language) =>
  words[`${key}_${formOf(String(count), language)}`] ?? words[key];
