// A table on the screen: sorted by a press on a head, a part of the rows first and the others when asked for.
import { element } from "../../map/js/base/dom.js";
import { fill } from "../../map/js/base/text.js";

const MOST = 100;

/** @type {(one: string | number, other: string | number) => number} */
const compared = (one, other) => {
  // What is missing comes last, whichever way the others run.
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other));
};

/** @type {(key: string | number) => boolean} */
const isMissing = (key) => key === "" || Number.isNaN(key);

/** @type {<Row>(rows: Row[], head: Head<Row>, isDown: boolean) => Row[]} */
const sorted = (rows, { key = () => "" }, isDown) => {
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  const there = keyed.filter((one) => !isMissing(one.key));
  there.sort((one, other) => compared(one.key, other.key) * (isDown ? -1 : 1));
  return [...there, ...keyed.filter((one) => isMissing(one.key))].map(({ row }) => row);
};

/** A table of rows; `opened` may give what stands under a row that is pressed.
 * @type {<Row>(heads: Head<Row>[], rows: Row[], words: Words, caption: string, act?: (row: Row, line: HTMLElement) => void) => HTMLElement} */
export const grid = (heads, rows, words, caption, act) => {
  const box = element("div", "grid");
  const scroll = element("div", "scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", caption);
  const table = element("table");
  const top = element("thead").appendChild(element("tr"));
  const body = element("tbody");
  const more = element("button", "plain");
  more.type = "button";
  let order = rows;
  let shown = 0;
  const show = () => {
    const next = order.slice(shown, shown + MOST);
    next.forEach((row) => {
      const line = element("tr");
      heads.forEach((head, place) => {
        const cell = element("td", head.isNumber ? "number" : "");
        cell.dataset.title = head.title;
        const content = head.show(row);
        if (act && place === 0) {
          const button = element("button", "row");
          button.type = "button";
          button.append(content);
          button.addEventListener("click", () => act(row, line));
          cell.append(button);
        } else cell.append(content);
        line.append(cell);
      });
      body.append(line);
    });
    shown += next.length;
    more.hidden = shown >= order.length;
    more.textContent = fill(words.more, { shown, count: order.length });
  };
  const fresh = () => {
    body.replaceChildren();
    shown = 0;
    show();
  };
  heads.forEach((head) => {
    const cell = element("th", head.isNumber ? "number" : "");
    cell.scope = "col";
    if (!head.key) cell.append(head.title);
    else {
      const button = element("button", "head", head.title);
      button.type = "button";
      button.title = head.help ?? "";
      button.addEventListener("click", () => {
        const isDown = cell.getAttribute("aria-sort") === "ascending";
        top.querySelectorAll("th").forEach((one) => one.removeAttribute("aria-sort"));
        cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        order = sorted(rows, head, isDown);
        fresh();
      });
      cell.append(button);
    }
    top.append(cell);
  });
  more.addEventListener("click", show);
  table.append(element("caption", "unseen", caption), /** @type {Node} */ (top.parentNode), body);
  scroll.append(table);
  box.append(scroll, more);
  fresh();
  return box;
};
