// As much of plotly.js as the map uses. What is private to it has a name of `base/plotly.js` here, too.

/** Degrees by which a map is turned. */
interface Rotation {
  lon: number;
  lat?: number;
  roll?: number;
}

interface Centre {
  lon: number;
  lat: number;
}

/** A map's part of the layout. */
interface Geo {
  projection: { type?: string; rotation: Rotation; parallels?: number[]; scale?: number };
  center?: Centre;
  lonaxis?: object;
  lataxis?: object;
  showframe?: boolean;
}

/** What the reader did to a view: none of it where nothing was done. */
interface Camera {
  center?: Partial<Centre>;
  scale?: number;
  rotation?: Partial<Rotation>;
}

interface AreaTrace {
  meta: string;
  locations: string[];
  z: number[];
  zmax: number;
  text: string[];
  marker: { line: { color: string[]; width: number[] } };
}

interface PointTrace {
  meta: string;
  lon: number[];
  lat: number[];
  customdata: string[];
}

/** The map's projection, of d3: from places to pixels, null for a place that it does not show. */
interface Projection {
  (place: Place): Spot | null;
  rotate(): number[];
  clipAngle(): number | null;
  scale(): number;
  translate(): number[];
  center(): number[];
}

/** What Plotly ties to the shape of an area. */
interface AreaPoint {
  loc: string;
  index: number;
}

/** An element in which Plotly has drawn. */
interface Plot extends HTMLElement {
  data: any[];
  layout: { geo: Geo };
  on(event: string, hear: (event: any) => void): void;
  _fullLayout?: any;
  _fullData?: any;
}

interface Window {
  Plotly: {
    react(plot: Plot, traces: object[], layout: object, config: object): Promise<void>;
    relayout(plot: Plot, part: string | object, value?: unknown): Promise<void>;
    restyle(plot: Plot, fields: object, places: number[]): Promise<void>;
    purge(plot: Plot): void;
    Fx: { unhover(plot: Plot): void };
  };
  PlotlyGeoAssets?: { topojson: Record<string, unknown>; [address: string]: unknown };
}
