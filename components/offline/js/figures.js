// The figures of an indicator, country by country and year by year: as they are printed, as they are stored, whence.
import { cellOf } from "../../map/js/base/cells.js";
import { fill } from "../../map/js/base/text.js";

/** An indicator as the modules of the map take it.
 * @type {(first: First, payload: Payload) => MapData} */
export const dataOf = (first, payload) =>
  /** @type {any} */ ({
    ...payload,
    ...{ words: first.map, alt: first.alt, units: first.units, signs: first.signs, language: first.language },
    ...{ five: first.five, names: first.names, labelled: first.six },
  });

/** The figure of a country in the year at `index`.
 * @type {(full: Full, data: MapData, iso3: string, index: number) => Figure} */
export const figureOf = (full, data, iso3, index) => {
  const cells = full.cells[data.indicator]?.[iso3];
  const run = cells?.runs.findLast(([from]) => from <= index);
  const origin = run && run.length > 1 ? full.origins[run[1]] : null;
  const stored = cells?.texts?.split("|")[index] ?? "";
  return { year: data.years[index], cell: cellOf(data, iso3, index), stored, origin };
};

/** Those of all years.
 * @type {(full: Full, data: MapData, iso3: string) => Figure[]} */
export const seriesOf = (full, data, iso3) => data.years.map((_, index) => figureOf(full, data, iso3, index));

/** Ids of the sources of a figure.
 * @type {(figure: Figure) => string[]} */
export const sourcesOf = ({ origin }) => (origin?.[1] ?? "").split(";").filter(Boolean);

/** How to cite a figure.
 * @type {(first: First, data: MapData, iso3: string, figure: Figure) => string} */
export const citationOf = (first, data, iso3, figure) => {
  const said = `${first.names[iso3]}, ${data.title}, ${figure.year}: ${figure.stored} ${unitOf(first, data.indicator)}`;
  const behind = sourcesOf(figure).map((id) => first.sources[id][3]);
  return fill(first.cite.figure, { figure: said.trim(), behind: behind.join(" ") });
};

/** @type {(first: First, id: string) => AboutIndicator} */
export const aboutOf = ({ families }, id) => {
  const family = families.find(({ indicators }) => Object.hasOwn(indicators, id));
  return /** @type {AboutIndicator} */ (family?.indicators[id]);
};

/** The unit in which figures are stored.
 * @type {(first: First, id: string) => string} */
export const unitOf = (first, id) => aboutOf(first, id).unit.replaceAll("_", " ");

const COLUMNS = ["iso3", "country", "indicator", "year", "value", "unit", "status"];
const ORIGIN = ["source_title", "source_url", "licence", "reporter", "basis"];

/** The figures as the atlas gives them to take away, of the year at `index` or of all.
 * @type {(first: First, full: Full, data: MapData, index?: number) => string[][]} */
export const download = (first, full, data, index) => {
  const codes = Object.keys(full.cells[data.indicator]).sort();
  const { unit } = aboutOf(first, data.indicator);
  const asked = index === undefined ? data.years.map((_, at) => at) : [index];
  const rows = asked.flatMap((at) =>
    codes.flatMap((iso3) => {
      const figure = figureOf(full, data, iso3, at);
      if (!figure.origin) return [];
      const [status, , reporter, basis] = figure.origin;
      const cited = sourcesOf(figure).map((id) => first.sources[id]);
      const whence = [0, 1, 2].map((place) => cited.map((one) => one[place]).join(" | "));
      const what = [iso3, first.names[iso3], data.indicator, String(figure.year), figure.stored, unit, status];
      return [[...what, ...whence, reporter, basis]];
    }),
  );
  return [[...COLUMNS, ...ORIGIN], ...rows];
};
