// Where the reader is: a page and its parameters behind the hash, named as in the links of the atlas itself.

/** @type {(url: URL | Location) => { page: string, params: URLSearchParams }} */
export const placeOf = ({ hash, search }) => {
  const [page, query = ""] = hash.length > 1 ? hash.slice(1).split("?") : ["", search.slice(1)];
  return { page, params: new URLSearchParams(query) };
};

/** A link to a page of the file; parameters without a value are left out.
 * @type {(page: string, params: Record<string, string | number | null | undefined>) => string} */
export const linkTo = (page, params) => {
  const told = Object.entries(params).flatMap(([name, value]) => (value || value === 0 ? [[name, String(value)]] : []));
  const query = new URLSearchParams(told).toString();
  return query ? `#${page}?${query}` : `#${page}?`;
};

/** Go there; what only moves on at the same place, such as the year, leaves no step to go back to.
 * @type {(link: string, isStep?: boolean) => void} */
export const go = (link, isStep = true) => {
  isStep ? (location.hash = link) : location.replace(link);
};
