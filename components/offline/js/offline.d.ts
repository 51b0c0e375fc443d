/** What stands in the file (`components/offline/contents.py`), part by part, and what is made of it. */

interface Drawn {
  title?: string;
  width: number;
  height: number;
  frame: number[];
  /** By country, as they are put into an SVG. */
  paths: Record<string, string>;
  places: Record<string, Spot>;
}

interface AboutIndicator {
  label: string;
  /** The year to open on. */
  year: number;
  unit: string;
  table: string;
  caveats: string[];
  /** Country (empty for every one), first and last year, text. */
  notes: [string, number, number, string][];
}

interface Family {
  title: string;
  indicators: Record<string, AboutIndicator>;
}

interface First extends Language {
  units: Record<string, Record<string, string>>;
  words: Words;
  map: Words;
  alt: Words;
  search: PaletteWords;
  titles: Words;
  views: Record<string, Drawn>;
  five: string[];
  six: string[];
  families: Family[];
  statuses: Words;
  memberships: Words;
  bases: Words;
  lines: (Flows & { title: string }) | null;
  title: string;
  version: string;
  cite: Words;
  papers: Words;
  note: string;
  footer: string;
  names: Words;
  /** By id: publisher and title, address, licence, citation. */
  sources: Record<string, string[]>;
}

/** Every figure as it is stored; a run is `[year index, place of its origin]`, an origin `[status, sources, reporter, basis]`. */
interface Full {
  origins: string[][];
  cells: Record<string, Record<string, Cells>>;
}

interface Column {
  name: string;
  title: string;
  description: string;
  type: string;
  unit: string;
  cells: string[];
  said?: Words;
  links?: Words;
}

interface Table {
  title: string;
  description: string;
  left_out: number;
  stem: string;
  columns: Column[];
  order: string[];
}

interface FlowTable {
  title: string;
  unit: string;
  shown: string[];
  caveats: string[];
  statuses: Words;
  columns: string[];
  cells: string[][];
}

interface Tables {
  tables: Record<string, Table>;
  groups: { title: string; tables: string[] }[];
  flows: Record<string, FlowTable>;
}

interface FileParts {
  first: First;
  maps: Record<string, Payload>;
  full: Full;
  tables: Tables;
  search: Content;
}

/** A page of the file: where it stands, and what brings it to what its link says. */
interface FilePage {
  root: HTMLElement;
  update(params: URLSearchParams): void | Promise<void>;
}

/** A figure in full: what is printed of it, what is stored, and where it comes from. */
interface Figure {
  year: number;
  cell: Cell | null;
  stored: string;
  origin: string[] | null;
}

/** A column of a table on the screen; `key` is what it is sorted by. */
interface Head<Row> {
  title: string;
  help?: string;
  isNumber?: boolean;
  show(row: Row): Node | string;
  key?(row: Row): string | number;
}

/** What a link asks of the map; `other` is the year beside which it is set. */
interface Asked {
  indicator: string;
  year: number;
  view: string;
  country: string;
  flows: boolean;
  other: number | null;
}
