// Files that the reader takes away: made in the browser, from what stands on the screen.
import { element } from "../../map/js/base/dom.js";

/** @type {(cell: string) => string} */
const quoted = (cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV: comma, LF, quotes where they are needed.
 * @type {(rows: string[][]) => string} */
export const csv = (rows) => rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");

/** Give the reader a file.
 * @type {(name: string, text: string, type?: string) => void} */
export const save = (name, text, type = "text/csv;charset=utf-8") => {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** A button that gives a file.
 * @type {(label: string, make: () => { name: string, rows: string[][] }) => HTMLButtonElement} */
export const saving = (label, make) => {
  const button = element("button", "plain", label);
  button.type = "button";
  button.addEventListener("click", () => {
    const { name, rows } = make();
    save(name, csv(rows));
  });
  return button;
};
