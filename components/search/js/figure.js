// The figure of a country in a year, in words; where there is none, why, and the nearest year that has one.

/** @param {Index} index @param {string} indicator @param {string} country
 * @returns {Map<number, { text: string, said: string, source: string }>} */
export const figuresOf = ({ content }, indicator, country) => {
  const found = new Map();
  const [unit, units, , runs] = content.figures[indicator];
  for (const [status, source, first, texts] of runs[country] ?? []) {
    texts.split("|").forEach((text, place) => {
      const shown = text && [text, units[text] ?? unit].filter(Boolean).join(" ");
      const said = status < 0 ? content.absences[-1 - status] : content.statuses[status];
      found.set(first + place, { text: shown, said, source: status < 0 ? "" : content.sources[source] });
    });
  }
  return found;
};

/** Whether an indicator can say anything of a country: of the six it always says why there is nothing.
 * @param {Index} index @param {string} indicator @param {string} country */
export const covers = ({ content }, indicator, country) =>
  content.six.includes(country) || country in content.figures[indicator][3];

/** The year of figures that is nearest to one, the later of two; undefined where there is none.
 * @param {ReturnType<typeof figuresOf>} figures @param {number} year */
const nearest = (figures, year) =>
  [...figures]
    .filter(([, { text }]) => text)
    .map(([one]) => one)
    .sort((one, other) => Math.abs(one - year) - Math.abs(other - year) || other - one)[0];

/** @param {string} text @param {Record<string, string | number>} gaps */
const filled = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, name) => String(gaps[name]));

/** The answer to what a country's figure is: of the year that was asked for, else of the one that the indicator opens on,
 * or the newest that has one.
 * @param {Index} index @param {string} indicator @param {string} title @param {string} country
 * @param {number | null} asked @param {Sentences} words */
export const answer = (index, indicator, title, country, asked, words) => {
  const figures = figuresOf(index, indicator, country);
  const [unit, , usual] = index.content.figures[indicator];
  const newest = Math.max(...[...figures].filter(([, { text }]) => text).map(([year]) => year));
  const year = asked ?? (figures.get(usual)?.text || !Number.isFinite(newest) ? usual : newest);
  const cell = figures.get(year);
  const place = { indicator, year: String(year), country };
  const gaps = { country: index.content.countries[country], measure: title, year };
  if (cell?.text) {
    const line = [cell.said, cell.source].filter(Boolean).join(" · ");
    return { title: filled(words.answer, { ...gaps, value: cell.text }), line, place, isThere: true };
  }
  const near = nearest(figures, year);
  const reason = cell?.said ?? (unit ? words.missing : words.missing_standing);
  const line = near === undefined ? "" : filled(words.elsewhere, { year: near, value: figures.get(near)?.text ?? "" });
  return { title: filled(words.answer, { ...gaps, value: reason }), line, place, isThere: false };
};
