// How to cite the file, and what holds for all of it.
import { element } from "../../map/js/base/dom.js";
import { fold } from "./controls.js";

/** @type {(first: First) => FilePage} */
export const aboutSheet = (first) => {
  const { words, cite, papers } = first;
  const root = element("div", "about");
  root.append(element("h2", "title", words.about));
  for (const text of [words.about_file, first.footer, first.note]) root.append(element("p", "", text));
  root.append(element("h2", "", words.cite), element("p", "cite", cite.text));
  const forms = { bibtex: words.bibtex, ris: words.ris, csl: words.csl };
  for (const [form, title] of Object.entries(forms)) root.append(fold(title, element("pre", "", cite[form])));
  for (const [name, text] of Object.entries(papers)) root.append(fold(name, element("pre", "", text)));
  return { root, update: () => {} };
};
