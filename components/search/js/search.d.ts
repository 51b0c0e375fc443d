/** What stands in the file (`components/search_index.py`), and what is made of it. */

/** Kind, id, title, line, place, names, codes of countries, date, text, indicator (1: its own id), parameter that takes a
 * country; what is empty at the end is left out. */
type Row = [
  kind: number,
  id: string,
  title: string,
  line?: string,
  place?: number,
  names?: string,
  about?: string,
  date?: string,
  text?: string,
  indicator?: string | 1,
  asks?: string,
];

/** Years that follow each other with one status and source; of missing figures the status is `-1 -` their absence. */
type Run = [status: number, source: number, year: number, texts: string];
type Figures = [unit: string, units: Record<string, string>, year: number, runs: Record<string, Run[]>];

interface Content {
  kinds: string[];
  /** Names of the kinds that people put beside what they look for. */
  called: Record<string, string>;
  things: Row[];
  places: string[];
  same: string[][];
  skipped: string[];
  whole: string[];
  countries: Record<string, string>;
  six: string[];
  figures: Record<string, Figures>;
  statuses: string[];
  sources: string[];
  absences: string[];
  titles: Record<string, string>;
}

/** Sentences in their one form, and which token stands for a word or for several. */
interface Lexicon {
  skipped: Set<string>;
  whole: Set<string>;
  /** By tokens joined with spaces. */
  same: Map<string, string[]>;
  /** Of how many words an entry of `same` is that begins with a word, at most. */
  longest: Map<string, number>;
}

interface Thing {
  kind: string;
  order: number;
  id: string;
  title: string;
  line: string;
  link: string;
  about: string[];
  date: string;
  indicator: string;
  asks: string;
  /** Title and names as tokens. */
  phrases: string[][];
  /** Countries that the title names. */
  named: string[];
}

interface Index {
  content: Content;
  lexicon: Lexicon;
  things: Thing[];
  /** By token the things that have it and how much it weighs there. */
  postings: Map<string, { things: number[]; weights: number[] }>;
  /** Things by what they are called, whatever the order of its words. */
  byPhrase: Map<string, number[]>;
  /** All that can be written for a token, in order. */
  spellings: string[];
  /** Spellings by their length, for those that are misspelt. */
  byLength: string[][];
  /** What was found for a spelling before. */
  memory: Map<string, Map<string, number>>;
}

/** One word of a question: the tokens it may stand for, by how sure that is. */
interface Term {
  tokens: Map<string, number>;
  year: number | null;
  country: string | null;
}

interface Hit {
  kind: string;
  title: string;
  line: string;
  link: string;
  score: number;
}

/** How a figure is told. */
interface Sentences {
  answer: string;
  missing: string;
  missing_standing: string;
  elsewhere: string;
  [name: string]: string;
}

interface PaletteWords extends Sentences {
  label: string;
  placeholder: string;
  placeholder_large: string;
  close: string;
  loading: string;
  fault: string;
  none: string;
  hint: string;
  count: string;
}

/** What Python sends (`components/widgets/common/palette.py`); `asked` is a text that an old link looks for. */
interface PaletteData {
  words: PaletteWords;
  address: string;
  asked: string;
  isLarge: boolean;
}

/** A box on the page; `turn` counts its questions, so that one that was overtaken gives up. */
interface Palette {
  root: HTMLElement;
  input: HTMLInputElement;
  list: HTMLElement;
  note: HTMLElement;
  close: HTMLElement;
  said: HTMLElement;
  words: PaletteWords;
  address: string;
  /** Have the file at the address put together. */
  want(): void;
  base: URL;
  place: number;
  turn: number;
  index: Index | null;
}
