// What a link asks of the map, and links that ask for something else.
import { aboutOf } from "./figures.js";
import { linkTo } from "./place.js";

/** What a link asks for; what it does not say, or says wrongly, is as the file opens.
 * @type {(first: First, maps: Record<string, Payload>, params: URLSearchParams) => Asked} */
export const askedOf = (first, maps, params) => {
  const named = params.get("indicator") ?? "";
  const indicator = Object.hasOwn(maps, named) ? named : Object.keys(first.families[0].indicators)[0];
  const { years } = maps[indicator];
  /** @type {(name: string) => number | null} */
  const yearOf = (name) => (years.includes(Number(params.get(name))) ? Number(params.get(name)) : null);
  const view = params.get("view") ?? "";
  const country = params.get("country") ?? "";
  return {
    indicator,
    year: yearOf("year") ?? aboutOf(first, indicator).year,
    view: Object.hasOwn(first.views, view) && first.views[view].title ? view : "five",
    country: Object.hasOwn(first.names, country) ? country : first.five[0],
    flows: params.get("flows") === "1",
    other: yearOf("compare_year"),
  };
};

/** @type {(asked: Asked, change: Partial<Asked>) => string} */
export const linkOf = (asked, change) => {
  const { flows, other, ...next } = { ...asked, ...change };
  return linkTo("", { ...next, flows: flows ? 1 : null, compare_year: other });
};
