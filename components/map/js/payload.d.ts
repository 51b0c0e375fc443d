// What crosses the wire from Python, key by key as in `components/map/payload.py`, which says what each means; a test holds
// the two together. Known in every module, without an import.

interface Scale {
  palette: string;
  kinds: (string | number)[];
  ends: string[];
}

interface ClassLabel {
  label: string;
}

interface Absence {
  status: string;
  label: string;
}

interface Cells {
  runs: number[][];
  texts?: string;
}

interface Payload {
  open: number[];
  indicator: string;
  title: string;
  unit: string;
  categorical: boolean;
  ranked: boolean;
  series: string[];
  years: number[];
  scale: Scale;
  classes: ClassLabel[];
  missing: Absence[];
  statuses: string[];
  sources: string[];
  cells: Record<string, Cells>;
  between?: number[];
  partial?: boolean;
}

interface Remainder {
  cells?: Record<string, Cells>;
}

interface Preload {
  subjects: Record<string, string>[];
  values: Record<string, Payload>;
}

interface FlowPair {
  origin: string;
  dest: string;
  values: (number | string | null)[];
  origins: number[][];
}

interface WidthMark {
  value: number;
  text: string;
}

interface Flows {
  unit: string;
  decimals: number;
  home: string[];
  measures: Record<string, string>;
  note: string;
  words: Record<string, string>;
  years: number[];
  notes: string[];
  most: number;
  least: number;
  under: string | null;
  marks: WidthMark[];
  anchors: Record<string, number[]>;
  names: Record<string, string>;
  statuses: string[];
  sources: string[];
  pairs: FlowPair[];
  title?: string;
  own?: string[];
}

interface SiteKind {
  id: string;
  label: string;
}

interface Site {
  lon: number;
  lat: number;
  iso3: string;
  name: string;
  kind: number;
  minerals: string[];
  remarks: string;
  source: number;
}

interface Points {
  kinds: SiteKind[];
  sources: string[];
  minerals: Record<string, string>;
  sites: Site[];
}

interface Setup {
  layers: Record<string, string>;
  topology: string;
  names: Record<string, string>;
  labelled: string[];
  five: string[];
  flows: Flows | null;
  points: Points | null;
  words: Record<string, string>;
  units: Record<string, Record<string, string>>;
  alt: Record<string, string>;
  note: string;
  credit: string;
  language: string;
  signs: string[];
}

interface SetupMessage {
  setup: string;
  content: string;
  fault: string;
  again: string;
}

interface Message {
  setup: string;
  year: number;
  view: string;
  parts: Record<string, string>;
  content?: string;
  preload?: string;
  preloaded?: string;
  flows?: boolean;
  points?: boolean;
  selected?: string;
  pair?: string;
  group?: string;
}
