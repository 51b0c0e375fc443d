// Text with gaps filled; text for hover labels, escaped, and wrapped because Plotly does neither.

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** `text` with each `{gap}` filled, all at once: what stands in a filling is never read as a gap or as a sign.
 * @type {(text: string, gaps: Record<string, string | number>) => string} */
export const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (gap, name) => String(gaps[name] ?? gap));

/** @type {(text: string) => string} */
export const escape = (text) => String(text).replace(/[&<>]/g, (sign) => ENTITIES[sign]);

/** Text for a hover label, wrapped at about 40 signs.
 * @type {(text: string, most?: number) => string} */
export const wrap = (text, most = 40) => {
  const lines = [""];
  for (const word of escape(text).split(" ")) {
    const last = lines.length - 1;
    if ((lines[last] + word).length > most && lines[last]) lines.push(word);
    else lines[last] += (lines[last] ? " " : "") + word;
  }
  return lines.slice(0, 6).join("<br>");
};
