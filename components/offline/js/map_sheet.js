// The map of an indicator: what is shown, the picture with years and legend, the chosen country, and all as a table.
import { fullYears, openYears, placeOf, saidOf, cellOf } from "../../map/js/base/cells.js";
import { element } from "../../map/js/base/dom.js";
import { numberOf } from "../../map/js/base/language.js";
import { isDark, theme } from "../../map/js/base/palette.js";
import { fill } from "../../map/js/base/text.js";
import { describe } from "../../map/js/controls/alt.js";
import { drawLegend } from "../../map/js/controls/legend.js";
import { timeline } from "../../map/js/controls/timeline.js";
import { flowGaps } from "../../map/js/layers/flows.js";
import { card, sourceNodes } from "./card.js";
import { field, fold, list, offer } from "./controls.js";
import { aboutOf, dataOf, download, figureOf, sourcesOf } from "./figures.js";
import { saving } from "./file.js";
import { grid } from "./grid.js";
import { picture } from "./picture.js";
import { go, linkTo } from "./place.js";

/** @typedef {{ indicator: string, year: number, view: string, country: string, flows: boolean }} Asked */

/** What a link asks for; what it does not say, or says wrongly, is as the file opens.
 * @type {(first: First, maps: Record<string, Payload>, params: URLSearchParams) => Asked} */
const askedOf = (first, maps, params) => {
  const named = params.get("indicator") ?? "";
  const indicator = named in maps ? named : Object.keys(first.families[0].indicators)[0];
  const year = Number(params.get("year"));
  const { years } = maps[indicator];
  const view = params.get("view") ?? "";
  const country = params.get("country") ?? "";
  return {
    indicator,
    year: years.includes(year) ? year : aboutOf(first, indicator).year,
    view: first.views[view]?.title ? view : "five",
    country: country in first.names ? country : first.five[0],
    flows: params.get("flows") === "1",
  };
};

/** @type {(first: First, asked: Asked, change: Partial<Asked>) => string} */
const linkOf = (first, asked, change) => {
  const { flows, ...next } = { ...asked, ...change };
  return linkTo("", { ...next, flows: flows ? 1 : null });
};

/** The figures of a year as a table, with files of it.
 * @type {(first: First, full: Full, data: MapData, index: number, choose: (iso3: string) => void) => HTMLElement} */
const tableOf = (first, full, data, index, choose) => {
  const { words, map } = first;
  const box = element("section");
  const year = data.years[index];
  const rows = Object.keys(data.cells)
    .filter((iso3) => cellOf(data, iso3, index))
    .sort((one, other) => first.names[one].localeCompare(first.names[other]))
    .map((iso3) => ({ iso3, ...figureOf(full, data, iso3, index) }));
  const { unit } = aboutOf(first, data.indicator);
  /** @typedef {(typeof rows)[number]} Row */
  /** @type {Head<Row>[]} */
  const heads = [
    { title: words.country, show: ({ iso3 }) => first.names[iso3], key: ({ iso3 }) => first.names[iso3] },
    {
      title: data.unit || words.standing,
      isNumber: !data.categorical,
      show: ({ cell }) => saidOf({ ...data, unit: "" }, cell).trim(),
      key: ({ cell }) => (!cell || cell.code < 0 ? "" : data.categorical ? cell.code : numberOf(cell.text, data)),
    },
    {
      title: words.stored,
      help: unit,
      isNumber: true,
      show: ({ stored }) => (data.categorical ? "" : stored),
      key: ({ stored }) => (stored ? Number(stored) : ""),
    },
    {
      title: map.status,
      show: ({ origin }) => first.statuses[origin?.[0] ?? ""] ?? "",
      key: ({ origin }) => origin?.[0] ?? "",
    },
    {
      title: map.source,
      show: (row) => {
        const cell = element("span");
        cell.append(...sourceNodes(first, sourcesOf(row)));
        return cell;
      },
      key: ({ origin }) => origin?.[1] ?? "",
    },
  ];
  const shown = data.categorical ? heads.filter(({ title }) => title !== words.stored) : heads;
  const stem = (/** @type {string} */ what) => `c5plus1-atlas_${data.indicator}_${what}_v${first.version}.csv`;
  const files = element("p", "files");
  files.append(
    saving(fill(words.csv_year, { year }), () => ({
      name: stem(String(year)),
      rows: download(first, full, data, index),
    })),
    saving(words.csv_all, () => ({ name: stem("all_years"), rows: download(first, full, data) })),
  );
  box.append(element("h2", "", fill(words.as_table, { title: data.title, year })));
  box.append(
    grid(shown, rows, words, `${data.title}, ${year}`, ({ iso3 }) => choose(iso3)),
    files,
  );
  return box;
};

/** @type {(first: First, maps: Record<string, Payload>, full: Full) => FilePage} */
export const mapSheet = (first, maps, full) => {
  const { words } = first;
  const root = element("div", "map");
  const controls = element("div", "controls");
  /** @type {Asked} */
  let asked = askedOf(first, maps, new URLSearchParams());
  let index = 0;
  /** @type {MapData} */
  let data = dataOf(first, maps[asked.indicator]);
  /** @type {(change: Partial<Asked>) => void} */
  const move = (change) => go(linkOf(first, asked, change));
  /** @type {(iso3: string) => void} */
  const choose = (iso3) => move({ country: iso3 });
  const family = list((place) =>
    move({ indicator: Object.keys(first.families[Number(place)].indicators)[0], year: undefined }),
  );
  const indicator = list((id) => move({ indicator: id }));
  const view = list((id) => move({ view: id }));
  const country = list(choose);
  const flows = element("input");
  flows.type = "checkbox";
  flows.addEventListener("change", () => move({ flows: flows.checked }));
  controls.append(
    field(words.subject, family),
    field(words.indicator, indicator),
    field(words.view, view),
    field(words.country, country),
    ...(first.lines ? [field(first.lines.title, flows)] : []),
  );
  const title = element("h2", "title");
  const said = element("p", "said");
  said.setAttribute("aria-live", "polite");
  const figure = element("figure");
  const gaps = element("p", "note");
  const time = element("div", "atlas-time");
  const single = element("p", "note");
  const legend = element("div", "atlas-legends");
  const caveats = element("div");
  const side = element("div", "side");
  const table = element("div");
  const body = element("div", "body");
  const left = element("div", "atlas-map");
  left.append(figure, time, single, gaps, legend, element("p", "note", first.note), caveats);
  body.append(left, side);
  root.append(controls, title, said, body, table);
  const map = picture(figure, choose);
  const years = timeline(
    time,
    first,
    (at) => paint(at),
    (at) => go(linkOf(first, asked, { year: data.years[at] }), false),
  );

  /** What changes with the year.
   * @type {(at: number) => void} */
  const paint = (at) => {
    index = at;
    const tones = theme(isDark(document.body));
    const drawn = first.views[asked.view];
    const lines = asked.flows ? first.lines : null;
    const words = describe(data, first.names, at);
    title.textContent = `${data.title}, ${data.years[at]}`;
    said.textContent = words;
    map.draw({ data, index: at, view: asked.view, drawn, tones, chosen: asked.country, lines }, words);
    drawLegend(
      legend,
      /** @type {any} */ ({ data: { ...data, view: asked.view, flows: lines, points: null }, narrow: false }),
      tones,
      map.mark,
    );
    gaps.textContent = lines ? `${lines.note} ${flowGaps(lines, data.years[at])}` : "";
    side.replaceChildren(card(first, full, data, asked.country, at, tones));
    table.replaceChildren(tableOf(first, full, data, at, choose));
  };

  const update = (/** @type {URLSearchParams} */ params) => {
    asked = askedOf(first, maps, params);
    data = dataOf(first, maps[asked.indicator]);
    const place = first.families.findIndex(({ indicators }) => asked.indicator in indicators);
    const members = first.families[place].indicators;
    offer(
      family,
      first.families.map((one, at) => [String(at), one.title]),
      String(place),
    );
    offer(
      indicator,
      Object.entries(members).map(([id, { label }]) => [id, label]),
      asked.indicator,
    );
    const views = Object.entries(first.views).filter(([, { title }]) => title);
    offer(
      view,
      views.map(([id, one]) => [id, one.title ?? ""]),
      asked.view,
    );
    const covered = Object.keys(data.cells).map((iso3) => [iso3, first.names[iso3]]);
    const listed = /** @type {[string, string][]} */ (covered.sort(([, one], [, other]) => one.localeCompare(other)));
    const others = listed.some(([iso3]) => iso3 === asked.country) ? [] : [[asked.country, first.names[asked.country]]];
    offer(country, /** @type {[string, string][]} */ ([...others, ...listed]), asked.country);
    flows.checked = asked.flows;
    const { caveats: told } = aboutOf(first, asked.indicator);
    caveats.replaceChildren(
      ...(told.length ? [fold(words.caveats, ...told.map((text) => element("p", "", text)))] : []),
    );
    const at = data.years.indexOf(asked.year);
    years.set(data.years, { full: fullYears(data), open: openYears(data) }, at, first.map);
    single.textContent = data.years.length < 2 ? fill(first.map.one_year, { year: data.years[0] }) : "";
    paint(at);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => root.isConnected && paint(index));
  return { root, update };
};
