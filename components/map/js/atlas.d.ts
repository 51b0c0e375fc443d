// What the map's modules hand to one another. Known in every module, without an import.

/** [lon, lat] in degrees. */
type Place = number[];
/** [x, y] in pixels of the graph. */
type Spot = number[];
type Tone = "out" | "in";
type Words = Record<string, string>;
/** What hangs on the language of the page. */
type Language = Pick<Setup, "language" | "signs">;

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** The colours of a theme. */
interface Tones extends Record<Tone, string> {
  sequential: string[];
  negative: string[];
  positive: string[];
  categories: string[];
  zero: string;
  missing: Record<string, string>;
  land: string;
  water: string;
  border: string;
  outline: string;
  text: string;
  selected: string;
  halo: string;
  hover: string;
}

/** A named view: the layer of shapes, what is printed on it, its height over its width, its part of the layout; the country
 * that stands as a badge at the edge, the share of their usual width that lines have in a wide and in a narrow picture. */
interface View {
  layer: string;
  labels: "values" | "names" | "none";
  aspect?: number;
  badge?: string;
  ink?: number[];
  geo: Geo;
}

/** All that a map is painted from: what came with the page, with the change and from the file of all indicators. */
interface MapData extends Omit<Setup, "flows" | "points">, Payload, Pick<Message, "year" | "view" | "parts"> {
  flows: Flows | null;
  points: Points | null;
  selected: string | null;
  pair: string | null;
  group: string | null;
}

/** A layer of shapes: its address, codes in the order they are painted, places of labels, names. */
interface Layer {
  url: string;
  ids: string[];
  points: Record<string, Place>;
  names: Record<string, string>;
}

/** One country in one year; without `status` and `source` where the value is missing. */
interface Cell {
  code: number;
  status: number;
  source: number;
  text: string;
}

/** What the map shows now, and in which room. */
interface State {
  data: MapData;
  layer: Layer;
  index: number;
  names: Record<string, string>;
  font: string;
  narrow: boolean;
  size: Size;
}

interface FlowCell {
  value: number;
  status: string;
  source: string;
}

interface FlowLine {
  id: string;
  origin: string;
  dest: string;
  cell: FlowCell;
  places: Place[];
  tone: Tone;
  thick: number;
  isSmall: boolean;
}

/** A line inside the frame; whether it starts and ends where the whole line does. */
interface FlowRun {
  points: Spot[];
  starts: boolean;
  ends: boolean;
}

interface Arrow {
  shaft: Spot[];
  head?: Spot[];
}

interface DrawnLine {
  line: FlowLine;
  seen: FlowRun[];
  arrows: Arrow[];
}

/** A projection as lines want it: pixels of a place (null behind the globe), whether the map is cut between two. */
interface Sheet {
  at(place: Place): Spot | null;
  torn(from: Place, to: Place): boolean;
}

/** Ground in the picture: its size in pixels, the share of a box that stands on it, whether a spot does. */
interface Mask {
  area: number;
  bounds: Rect;
  share(rect: Rect): number;
  holds(spot: Spot): boolean;
}

/** What labels find their places on: the frame, each country, the ink of lines, the main countries, coloured ground. */
interface Ground {
  box: Rect;
  of(iso3: string): Mask;
  ink: Mask;
  main: string[];
  coloured: Mask;
}

/** A label that wants a place: whether it has a value, its size, where its country is named at, where its lines end or leave
 * the frame. */
interface LabelItem {
  iso3: string;
  hasValue?: boolean;
  wide: number;
  high: number;
  edgeWide: number;
  spot?: Spot | null;
  anchor?: Spot | null;
  crossings: Spot[];
}

interface LabelSpot {
  kind: "own" | "beside" | "edge";
  rect: Rect;
  line: Spot[];
  cost: number;
  sign?: string;
  isOver?: boolean;
}

interface LabelPlace extends LabelSpot {
  iso3: string;
}

/** A country beyond the picture, on a plate at its edge. */
interface Badge {
  iso3: string;
  rect: Rect;
}

/** The map's elements on the page. */
interface Parts {
  root: HTMLElement & { takenAt?: (place: MouseEvent) => Taken };
  frame: HTMLElement;
  plot: Plot;
  picture: HTMLElement;
  tools: HTMLElement;
  chips: HTMLElement;
  heading: HTMLElement;
  legend: HTMLElement;
  time: HTMLElement;
  single: HTMLElement;
  note: HTMLElement;
  wait: HTMLElement;
}

/** What a click takes: a pair, a country, or nothing; `isEnd`: the country at the end of a line over other ground. */
interface Taken {
  pair: string | null;
  country: string | null;
  isEnd: boolean;
}

/** A mounted map. Data, layer and tones are there from the first drawing on, before which nothing asks for them. */
interface Atlas extends Parts {
  language: string;
  data: MapData;
  layer: Layer;
  topology: string;
  index: number;
  tones: Tones;
  size: Size;
  /** Counts the drawings, so that one that was overtaken gives up. */
  turn: number;
  drawnView: string | null;
  begunView: string | null;
  layoutKey: string | null;
  highlighted: number | null;
  preload: Preloaded | null;
  preloadAddress: string | null;
  preloadTimer?: number;
  timeline: ReturnType<typeof import("./controls/timeline.js").timeline>;
  flowLayer: ReturnType<typeof import("./layers/flow_layer.js").flowLayer>;
  labelLayer: ReturnType<typeof import("./layers/labels.js").labelLayer>;
  badge: ReturnType<typeof import("./layers/badge.js").badgeLayer>;
  choose(country: string): void;
  sync: ReturnType<typeof import("./interaction/sync.js").sync>;
  gesture?: ReturnType<typeof import("./interaction/gesture.js").gesture>;
  observer: ResizeObserver;
  send(what: string, value: string | number): void;
  lack(): void;
  listen(): void;
  unlisted(): void;
  resized(): void;
  left(event: Event): void;
}

/** The file of all indicators; `beside` is what a label stands for in the list that has the indicator of an id. */
interface Preloaded {
  values: Record<string, Payload>;
  beside(id: string, label: string): Payload | undefined;
}

/** What Streamlit hands to a component. */
interface Mount<Sent> {
  data: Sent;
  parentElement: HTMLElement;
  setTriggerValue(name: string, value: unknown): void;
}
