// The parts of the file: each is unpacked when it is first asked for, and once.

/** @type {Map<string, Promise<any>>} */
const unpacked = new Map();

/** @param {string} packed */
const read = async (packed) => {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
};

/** @type {<Name extends keyof FileParts>(name: Name) => Promise<FileParts[Name]>} */
export const part = (name) => {
  const known = unpacked.get(name);
  if (known) return known;
  const found = read(document.getElementById(name)?.textContent ?? "");
  unpacked.set(name, found);
  return found;
};
