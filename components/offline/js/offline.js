// The atlas in one file: the page that the link names, its parts unpacked when they are needed, and the search over all.
import { element } from "../../map/js/base/dom.js";
import { hold, show } from "../../search/js/palette.js";
import { aboutSheet } from "./about_sheet.js";
import { inward } from "./controls.js";
import { countrySheet } from "./country_sheet.js";
import { mapSheet } from "./map_sheet.js";
import { part } from "./parts.js";
import { linkTo, placeOf } from "./place.js";
import { tablesSheet } from "./tables_sheet.js";
import { tradeSheet } from "./trade_sheet.js";

const INDEX = "search.json";
// Pages of the atlas that are a table here, and the parameters of their links that look for something in it.
/** @type {Record<string, { table: string, asks: string[] }>} */
const TABLES = {
  minerals: { table: "minerals_production", asks: ["mineral", "country"] },
  forums: { table: "forum_members", asks: ["forum", "country"] },
  claims: { table: "claims", asks: ["claim", "article", "country"] },
  news: { table: "articles", asks: ["q", "country"] },
  story: { table: "story_steps", asks: ["story"] },
  data: { table: "", asks: [] },
};
const SHEETS = ["country", "trade", "data", "about"];

/** The page of this file that a link of the atlas leads to, with what it looks for.
 * @type {(page: string, params: URLSearchParams) => { page: string, params: URLSearchParams }} */
export const leading = (page, params) => {
  if (!Object.hasOwn(TABLES, page)) return { page: SHEETS.includes(page) ? page : "", params };
  const { table, asks } = TABLES[page];
  const found = new URLSearchParams(params);
  if (table && !found.has("table")) found.set("table", table);
  const words = asks.flatMap((name) => params.get(name) ?? []);
  if (words.length && !found.has("rows")) found.set("rows", words.join(" "));
  return { page: "data", params: found };
};

/** @type {Map<string, FilePage>} */
const sheets = new Map();
/** @type {(page: string) => Promise<FilePage>} */
const sheetOf = async (page) => {
  const known = sheets.get(page);
  if (known) return known;
  const first = await part("first");
  const make = {
    "": async () => mapSheet(first, await part("maps"), await part("full")),
    country: async () => countrySheet(first, await part("maps"), await part("full"), await part("tables")),
    trade: async () => tradeSheet(first, await part("tables")),
    data: async () => tablesSheet(first, await part("tables")),
    about: async () => aboutSheet(first),
  }[page];
  const sheet = await /** @type {() => Promise<FilePage>} */ (make)();
  sheets.set(page, sheet);
  return sheet;
};

/** @type {(first: First) => HTMLElement} */
const navigation = (first) => {
  const { titles, words } = first;
  const box = element("nav");
  box.setAttribute("aria-label", words.pages);
  for (const [page, text] of [
    ["", titles.overview],
    ...["country", "trade", ...Object.keys(TABLES)]
      .filter((one) => Object.hasOwn(titles, one))
      .map((one) => [one, titles[one]]),
    ["about", words.about],
  ])
    box.append(inward(text, linkTo(page, {})));
  return box;
};

/** @type {(main: HTMLElement, nav: HTMLElement) => Promise<void>} */
const paint = async (main, nav) => {
  const asked = placeOf(location);
  const { page, params } = leading(asked.page, asked.params);
  const sheet = await sheetOf(page);
  if (placeOf(location).page !== asked.page) return;
  if (main.firstChild !== sheet.root) main.replaceChildren(sheet.root);
  await sheet.update(params);
  for (const link of nav.querySelectorAll("a")) {
    const isHere = placeOf(new URL(link.href)).page === asked.page;
    isHere ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
  main.dataset.ready = `${asked.page}?${asked.params}`;
};

/** The search box of the atlas over what stands in this file.
 * @type {(box: HTMLElement, words: PaletteWords) => void} */
const searching = (box, words) => {
  const base = new URL(location.href);
  hold(new URL(INDEX, base).href, () => part("search"));
  window.atlasAddress = (wanted) => {
    const { page, params } = placeOf(wanted);
    location.hash = linkTo(page, Object.fromEntries(params));
  };
  const data = { words, address: INDEX, asked: "", isLarge: false };
  show({ data, parentElement: box, setTriggerValue: () => {} }, base);
};

const start = async () => {
  const root = /** @type {HTMLElement} */ (document.getElementById("atlas"));
  const wait = /** @type {HTMLElement} */ (document.getElementById("wait"));
  wait.hidden = false;
  const first = await part("first");
  const heading = /** @type {HTMLElement} */ (root.querySelector("h1"));
  const head = element("header");
  const box = element("div", "searching");
  const nav = navigation(first);
  const sheet = element("div", "sheet");
  head.append(heading, box, nav);
  const foot = element("footer", "note", first.footer);
  root.replaceChildren(head, sheet, foot);
  searching(box, first.search);
  window.addEventListener("hashchange", () => paint(sheet, nav));
  await paint(sheet, nav);
};

start();
