const module_text = (() => {
// Text with gaps filled; text for hover labels, escaped, and wrapped because Plotly does neither.

/** `text` with each `{gap}` filled, all at once: what stands in a filling is never read as a gap or as a sign. */
const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);

const escape = (text) =>
  String(text).replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

/** Text for a hover label, wrapped at about 40 signs. */
const wrap = (text, most = 40) => {
  const lines = [""];
  for (const word of escape(text).split(" ")) {
    const last = lines.length - 1;
    if ((lines[last] + word).length > most && lines[last]) lines.push(word);
    else lines[last] += (lines[last] ? " " : "") + word;
  }
  return lines.slice(0, 6).join("<br>");
};
return { fill, escape, wrap };
})();
const module_arcs = (() => {
// Lines between a pair: the great circle, bent a little to the right of its direction so that the two
// directions of a pair lie side by side. They say who trades with whom, not which way goods travel.
const radians = (degrees) => (degrees * Math.PI) / 180;
const degrees = (angle) => (angle * 180) / Math.PI;

const toVector = ([lon, lat]) => [
  Math.cos(radians(lat)) * Math.cos(radians(lon)),
  Math.cos(radians(lat)) * Math.sin(radians(lon)),
  Math.sin(radians(lat)),
];
const toPoint = ([x, y, z]) => [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (v) => v.map((part) => part / Math.hypot(...v));

/** Degrees of the great circle between two points [lon, lat]. */
const distance = (from, to) => {
  const [a, b] = [toVector(from), toVector(to)];
  return degrees(Math.atan2(Math.hypot(...cross(a, b)), dot(a, b)));
};

/** Degrees by which the line of a pair is bent at its middle: neighbours less than the ends of the earth. */
const bendOf = (apart) => Math.min(3.4, 0.13 * apart);

/** Points [lon, lat] from `origin` to `dest`; empty where the two are one place. */
const arc = (origin, dest, steps = 48) => {
  const a = toVector(origin);
  const b = toVector(dest);
  const apart = distance(origin, dest);
  if (apart < 1e-6) return [];
  const angle = radians(apart);
  const side = unit(cross(b, a));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const along = a.map((part, k) => (Math.sin((1 - t) * angle) * part + Math.sin(t * angle) * b[k]) / Math.sin(angle));
    const shift = radians(bendOf(apart)) * Math.sin(Math.PI * t);
    return toPoint(unit(along.map((part, k) => part * Math.cos(shift) + side[k] * Math.sin(shift))));
  });
};

/** Line width in pixels: grows with the square root of value, never thinner than a pixel and a half. */
const width = (value, most) => Math.max(1.5, 12 * Math.sqrt(value / most));
return { distance, arc, width };
})();
const module_palette = (() => {
// Colours of the map, per theme. Ramps keep their order in greyscale and under the common colour-vision
// deficiencies; the "no data" grey and the land colour stay outside every ramp.
const LIGHT = {
  sequential: ["#dceecb", "#a8dcc0", "#64bfc4", "#2f94bd", "#2563a5", "#1b3278"],
  negative: ["#f3dcae", "#d59a45", "#8c4f0b"],
  positive: ["#bfe3dd", "#4fae9f", "#01594f"],
  categories: ["#0072b2", "#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#8d7b4f", "#f0e442"],
  zero: "#fffdf2",
  missing: { not_reported: "#b4b9c1", withheld: "#8f8298", not_applicable: "#d7d3ca", bound: "#9a8f7a", net_exporter: "#c3cbb8",
    no_share: "#bfb3a8", no_first: "#a5b3c5", no_second: "#cbb9c3", no_both: "#9aa0a8", no_base: "#b9ad8f" },
  land: "#eef0f2", water: "#ffffff", border: "#aab1ba", outline: "#39414b", text: "#1d2733",
  selected: "#b3003c", halo: "#ffffff", hover: "#ffffff", out: "#0b5cad", in: "#c2410c",
};
const DARK = {
  sequential: ["#274b73", "#256f91", "#2a939c", "#4db594", "#97d27f", "#f3ec84"],
  negative: ["#5d4630", "#b07a35", "#f2b45f"],
  positive: ["#2b5552", "#38978b", "#84e6d6"],
  categories: ["#3d9be0", "#8fd0f5", "#f0b429", "#22c393", "#e29ac2", "#f2793a", "#b5a473", "#f3ec84"],
  zero: "#10151b",
  missing: { not_reported: "#6d7580", withheld: "#8b7a97", not_applicable: "#3f4147", bound: "#7d7461", net_exporter: "#55604e",
    no_share: "#665c54", no_first: "#586779", no_second: "#78646f", no_both: "#5c626b", no_base: "#6e6650" },
  land: "#232a33", water: "#0e1319", border: "#4d5764", outline: "#aab4c0", text: "#e8edf3",
  selected: "#ff6b8f", halo: "#0e1319", hover: "#1a212a", out: "#6db5ff", in: "#ff9d5c",
};

const channels = (colour) => {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  return probe.getImageData(0, 0, 1, 1).data;
};

const isDark = (element) => {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim() || "#fff";
  const [red, green, blue] = channels(background);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

const theme = (dark) => (dark ? DARK : LIGHT);

const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

const between = (one, other, share) =>
  `#${parts(one)
    .map((part, i) => Math.round(part + (parts(other)[i] - part) * share).toString(16).padStart(2, "0"))
    .join("")}`;

/** `count` colours spread over a ramp, first and last always used; in between ones where the ramp has too few. */
const spread = (ramp, count) => {
  if (count === 1) return [ramp[Math.ceil(ramp.length / 2)]];
  if (count > ramp.length) {
    return Array.from({ length: count }, (_, i) => {
      const at = (i * (ramp.length - 1)) / (count - 1);
      const from = Math.min(Math.floor(at), ramp.length - 2);
      return between(ramp[from], ramp[from + 1], at - from);
    });
  }
  return Array.from({ length: count }, (_, i) => ramp[Math.round((i * (ramp.length - 1)) / (count - 1))]);
};

/** One colour per class of `scale`: {palette, kinds}, where a kind is "negative", "zero", "positive" or an index. */
const colours = (scale, tones) => {
  if (scale.palette === "categories") return scale.kinds.map((index) => tones.categories[index]);
  const count = (kind) => scale.kinds.filter((k) => k === kind).length;
  const diverging = scale.palette === "diverging";
  const rampOf = { positive: diverging ? tones.positive : tones.sequential, negative: tones.negative };
  const left = {
    positive: count("positive") ? spread(rampOf.positive, count("positive")) : [],
    negative: count("negative") ? spread(rampOf.negative, count("negative")).reverse() : [],
    zero: Array(count("zero")).fill(tones.zero),
  };
  const taken = { positive: 0, negative: 0, zero: 0 };
  return scale.kinds.map((kind) => left[kind][taken[kind]++]);
};

const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

/** The outline that stands out most from a fill, at 3:1 or more for every colour of the classes. */
const edge = (fill, tones) =>
  contrast(fill, tones.outline) > contrast(fill, tones.water) ? tones.outline : tones.water;
return { isDark, theme, colours, edge };
})();
const module_gesture = (() => {
// The reader's move of the map while it is under way. Plotly writes it into the layout only at its end (of the wheel, 50 ms
// after its last turn), and from the projection it began with: a drawing in between would lose the move, and its end
// would then write the old place into the new drawing. So drawings wait for the end.
const MOST_MS = 2000;

/** Watch the Plotly graph `plot`: `over()` is null at rest, else a promise of the end (or of two seconds). */
const gesture = (plot) => {
  let open = null;
  const begin = () => {
    if (open) return;
    open = {};
    open.over = new Promise((resolve) => (open.end = resolve));
    setTimeout(open.end, MOST_MS);
  };
  const end = () => {
    open?.end();
    open = null;
  };
  plot.addEventListener("pointerdown", () => {
    begin();
    const held = new AbortController();
    // Plotly hears the mouse, which lets go after the pointer does.
    const letGo = () => {
      held.abort();
      setTimeout(end);
    };
    ["pointerup", "pointercancel"].forEach((name) => window.addEventListener(name, letGo, { signal: held.signal }));
  });
  plot.on("plotly_relayouting", begin);
  plot.on("plotly_relayout", end);
  return { over: () => open?.over ?? null };
};
return { gesture };
})();
const module_loading = (() => {
// What is fetched once per page and kept: plotly.js, the stylesheet, the layers of shapes.
const layers = new Map();
const BASE = "world_110m";

let plotly = null;

/** Load plotly.js once. Rejects with its address, and can then be asked again. */
const script = (address) => {
  plotly ??= new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = address;
    const fail = () => {
      plotly = null;
      tag.remove();
      reject(new Error(`${address}`));
    };
    // What is not found may be answered by a page, which is no script and yet loads.
    tag.onload = () => (window.Plotly ? resolve() : fail());
    tag.onerror = fail;
    document.head.append(tag);
  });
  return plotly;
};

const style = (address) => {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const tag = document.createElement("link");
  Object.assign(tag, { rel: "stylesheet", href: address });
  document.head.append(tag);
};

/** A JSON file of the app, known by a part that it has. Rejects with its address and what was wrong. */
const json = async (address, part, options) => {
  try {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const found = await answer.json();
    if (!found?.[part]) throw new Error("another file in its place");
    return found;
  } catch (error) {
    throw new Error(`${address} (${error.message})`);
  }
};

/** What Python packed: JSON, deflated, as base64. */
const unpack = (text) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
};

/** A layer of shapes, fetched once: {url, ids, points, names}. Plotly finds it under the same address, and the empty base
 * map from the folder `topology` under its name: left alone, it would ask for that only when it draws. */
const layerOf = (address, topology) => {
  if (!layers.has(address)) {
    const asked = [json(address, "features"), json(new URL(`${BASE}.json`, topology).href, "objects")];
    const loading = Promise.all(asked).then(([collection, empty]) => {
      const store = (window.PlotlyGeoAssets ??= { topojson: {} });
      store[address] = collection;
      store.topojson[BASE] = empty;
      const told = collection.features.map(({ id, properties }) => [id, properties]);
      return {
        url: address,
        ids: told.map(([id]) => id),
        points: Object.fromEntries(told.map(([id, { label_lon, label_lat }]) => [id, [label_lon, label_lat]])),
        names: Object.fromEntries(told.map(([id, { name }]) => [id, name])),
      };
    });
    loading.catch(() => layers.delete(address));
    layers.set(address, loading);
  }
  return layers.get(address);
};
return { script, style, json, unpack, layerOf };
})();
const module_parts = (() => {
// The parts of the map on the page: heading, picture, tools, timeline, legends, note.
const element = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

/** A button with a sign on it and its meaning as label and tooltip. */
const button = (sign, label, act) => {
  const node = element("button", "atlas-button", sign);
  node.type = "button";
  node.addEventListener("click", act);
  name(node, label);
  return node;
};

/** Give a control the words a screen reader says and a pointer shows. */
const name = (node, label) => {
  node.title = label;
  node.setAttribute("aria-label", label);
};

const skeleton = (parent, words) => {
  const root = element("section", "atlas-map");
  root.dataset.testid = "atlas-map";
  root.dataset.ready = "false";
  const plot = element("div", "atlas-plot");
  const frame = element("div", "atlas-frame");
  const picture = element("div", "atlas-picture");
  picture.setAttribute("role", "img");
  const tools = element("div", "atlas-tools");
  const heading = element("p", "atlas-heading");
  const single = element("p", "atlas-single-year");
  const legend = element("div", "atlas-legends");
  const time = element("div", "atlas-time");
  const note = element("p", "atlas-note");
  const lag = element("p", "atlas-lag", words.lag);
  const wait = element("p", "atlas-wait", words.loading);
  picture.append(wait, plot);
  frame.append(picture, tools);
  root.append(heading, frame, time, single, legend, note, lag);
  parent.append(root);
  return { root, frame, plot, picture, tools, heading, legend, time, single, note, wait };
};
return { element, button, name, skeleton };
})();
const module_views = (() => {
// Named views. Ranges are given by hand: automatic fitting would let the Aleutians decide every frame. `aspect` is the
// height of the range over its width on the page, and so that of the picture.
const LEAST = 320;
const range = (from, to) => ({ range: [from, to], showgrid: false });

const VIEWS = {
  central_asia: {
    layer: "region",
    labels: "values",
    aspect: 0.618,
    geo: {
      projection: { type: "conic equal area", rotation: { lon: 67 }, parallels: [36, 52] },
      lonaxis: range(44.6, 89.4),
      lataxis: range(34.9, 55.6),
    },
  },
  eurasia: {
    layer: "world",
    labels: "names",
    aspect: 0.5625,
    geo: {
      projection: { type: "azimuthal equal area", rotation: { lon: 68, lat: 44 } },
      lonaxis: range(12, 132),
      lataxis: range(14, 66),
      center: { lon: 68, lat: 40 },
    },
  },
  us_central_asia: {
    layer: "world",
    labels: "names",
    aspect: 0.607,
    geo: {
      // Rolled by 12 degrees so that the tie runs level and both ends fill a wide frame.
      projection: { type: "azimuthal equal area", rotation: { lon: -5, lat: 55, roll: 12 } },
      lonaxis: range(-128, 100),
      lataxis: range(26, 90),
      center: { lon: -10, lat: 60 },
    },
  },
  world: {
    layer: "world",
    labels: "none",
    geo: {
      projection: { type: "equal earth", rotation: { lon: 11 } },
      lonaxis: range(-180, 180),
      lataxis: range(-58, 84),
    },
  },
  globe: {
    layer: "world",
    labels: "none",
    geo: {
      projection: { type: "orthographic", rotation: { lon: 45, lat: 42 } },
      lonaxis: range(-180, 180),
      lataxis: range(-90, 90),
      center: { lon: 45, lat: 42 },
      showframe: true,
    },
  },
};

/** Size of the picture: as wide as there is room, but no higher than most of the window, so that a view always has its
 * region whole, from a phone to a wall. */
const measure = (view, room) => {
  const { aspect = 0.6 } = VIEWS[view];
  const most = Math.max(LEAST, Math.round(window.innerHeight * 0.85));
  const width = Math.min(room, Math.round(most / aspect));
  return { width, height: Math.round(width * aspect) };
};

/** What the reader did to the view: kept when the indicator or the year changes. */
const camera = (geo) => ({
  center: geo.center && { ...geo.center },
  scale: geo.projection?.scale,
  rotation: geo.projection?.rotation && { ...geo.projection.rotation },
});

/** The centre that goes with the turn of `geo`, null where it is there: Plotly turns a round view but leaves its centre
 * behind, and the map would jump at the next drawing. */
const recentred = (view, geo) => {
  const { center, projection } = VIEWS[view].geo;
  if (projection.rotation.lat === undefined) return null;
  const [lon, lat] = ["lon", "lat"].map((axis) => geo.projection.rotation[axis] + center[axis] - projection.rotation[axis]);
  const isThere = Math.hypot(lon - geo.center.lon, lat - geo.center.lat) < 1e-6;
  return isThere ? null : { "geo.center.lon": lon, "geo.center.lat": lat };
};

const frame = (view, kept, tones) => {
  // A copy: Plotly writes what the reader turns and drags into the very objects it was given.
  const geo = structuredClone(VIEWS[view].geo);
  return {
    ...geo,
    projection: {
      ...geo.projection,
      scale: kept?.scale ?? 1,
      rotation: kept?.rotation ?? geo.projection.rotation,
      minscale: 0.6,
      maxscale: 60,
    },
    center: kept?.center ?? geo.center,
    fitbounds: false,
    resolution: 110,
    scope: "world",
    bgcolor: tones.water,
    showframe: Boolean(geo.showframe),
    framecolor: tones.border,
    showcoastlines: false,
    showland: false,
    showcountries: false,
    showlakes: false,
    visible: true,
  };
};
return { VIEWS, measure, camera, recentred, frame };
})();
const module_shapes = (() => {
// SVG nodes of our own layers.
const SVG = "http://www.w3.org/2000/svg";

const shape = (tag, attributes = {}, text) => {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  if (text !== undefined) node.textContent = text;
  return node;
};

const path = (points, end = "") => `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${end}`;
return { SVG, shape, path };
})();
const module_masks = (() => {
// Which country lies where in the picture: its shape as the map draws it, counted in coarse cells, so that the labels can
// ask of a box how much of it stands on which country.
const CELL = 2;
const CELLS_ACROSS = 360;
const DENSE = 127;
const INK = 4;

/** Sums of the cells of a sheet from its corner on, and the cells that are filled. */
const counted = ({ data, width: wide, height: high }) => {
  const sums = new Uint32Array((wide + 1) * (high + 1));
  const found = { left: wide, top: high, right: 0, bottom: 0 };
  for (let y = 0; y < high; y += 1) {
    const above = y * (wide + 1) + 1;
    for (let x = 0, row = 0; x < wide; x += 1) {
      if (data[4 * (y * wide + x) + 3] > DENSE) {
        row += 1;
        if (x < found.left) found.left = x;
        if (x >= found.right) found.right = x + 1;
        if (y < found.top) found.top = y;
        found.bottom = y + 1;
      }
      sums[above + wide + 1 + x] = sums[above + x] + row;
    }
  }
  return { sums, found, wide, high };
};

/** What of a sheet of cells can be asked; the sheet's corner is at `from`, in pixels. */
const mask = ({ sums, found, wide, high }, [left, top], cell) => {
  const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value / cell)));
  const at = (x, y) => sums[y * (wide + 1) + x];
  const sum = (rect) => {
    const [x, u] = [clamp(rect.left - left, wide), clamp(rect.right - left, wide)];
    const [y, v] = [clamp(rect.top - top, high), clamp(rect.bottom - top, high)];
    return (at(u, v) - at(x, v) - at(u, y) + at(x, y)) * cell * cell;
  };
  const half = cell / 2;
  return {
    area: sums.at(-1) * cell * cell,
    share: (rect) => Math.min(1, sum(rect) / ((rect.right - rect.left) * (rect.bottom - rect.top))),
    holds: ([x, y]) => sum({ left: x - half, top: y - half, right: x + half, bottom: y + half }) > 0,
    bounds: { left: left + found.left * cell, top: top + found.top * cell, right: left + found.right * cell, bottom: top + found.bottom * cell },
  };
};

const NOWHERE = mask(counted({ data: [], width: 0, height: 0 }), [0, 0], CELL);

/** What lies in the frame `box` of the picture, all in its pixels: `of(iso3)` a country, `together(list)` countries as one
 * area, `along(lines)` lines; each says
 * `share(rect)`, how much of a box it fills, `holds(spot)`, `area`, and `bounds`. */
const masks = (plot, box) => {
  const cell = Math.max(CELL, (box.right - box.left) / CELLS_ACROSS);
  const [wide, high] = [box.right - box.left, box.bottom - box.top].map((side) => Math.max(1, Math.ceil(side / cell)));
  const paper = new OffscreenCanvas(wide, high).getContext("2d", { willReadFrequently: true });
  const shapes = new Map();
  for (const node of plot.querySelectorAll(".choroplethlayer .choroplethlocation")) {
    if (node.getAttribute("d")) shapes.set(node.__data__.loc, node);
  }
  const known = new Map();

  /** Paint, and count what was painted between two corners, in cells. */
  const read = (paint, [x, y] = [0, 0], [u, v] = [wide, high]) => {
    if (u <= x || v <= y) return NOWHERE;
    paper.resetTransform();
    paper.clearRect(0, 0, wide, high);
    paper.setTransform(1 / cell, 0, 0, 1 / cell, -box.left / cell, -box.top / cell);
    paint();
    return mask(counted(paper.getImageData(x, y, u - x, v - y)), [box.left + x * cell, box.top + y * cell], cell);
  };

  const along = (lines) =>
    read(() => {
      paper.lineWidth = INK;
      for (const line of lines) {
        paper.beginPath();
        line.forEach(([x, y], i) => (i ? paper.lineTo(x, y) : paper.moveTo(x, y)));
        paper.stroke();
      }
    });
  const drawn = (node) => {
    if (!node) return NOWHERE;
    const seen = node.getBBox();
    const from = [seen.x - box.left, seen.y - box.top].map((side) => Math.max(0, Math.floor(side / cell)));
    const to = [seen.x + seen.width - box.left, seen.y + seen.height - box.top].map((side, axis) =>
      Math.min([wide, high][axis], Math.ceil(side / cell)),
    );
    return read(() => paper.fill(new Path2D(node.getAttribute("d"))), from, to);
  };
  const of = (iso3) => {
    if (!known.has(iso3)) known.set(iso3, drawn(shapes.get(iso3)));
    return known.get(iso3);
  };
  const together = (list) =>
    read(() => {
      const nodes = list.map((iso3) => shapes.get(iso3)).filter(Boolean);
      nodes.forEach((node) => paper.fill(new Path2D(node.getAttribute("d"))));
    });
  return { of, together, along };
};
return { masks };
})();
const module_places = (() => {
// Where labels stand: on their own country, or outside with a line that leads to it, or, for a country that is not in the
// picture, at the edge that its lines cross. Never over one another, over a button, or on another of the main countries;
// on another that has a colour, as if that were its value, only where nothing nearby is free, and then on a plate.
const STEP = 4;
const PAD = 2;
const MOST_ON_OWN = 0.95;
const LEAST_ON_OWN = 0.82;
const ON_OTHERS = 0.06;
const ON_COLOUR = 0.04;
const TURNS = 32;
const NEAREST = 12;
const FARTHEST = 260;
const DEPTH = 3;
const INK_PX = 200;
const CROSSED_PX = 60;
// How far a label goes for ground without a colour, as a share of the picture's width.
const TO_FREE_GROUND = 0.2;
const INSET = 4;
const TINY = 12;

const middleOf = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2];

const around = ([x, y], { wide, high }) => ({ left: x - wide / 2, top: y - high / 2, right: x + wide / 2, bottom: y + high / 2 });

const grown = ({ left, top, right, bottom }, by) => ({ left: left - by, top: top - by, right: right + by, bottom: bottom + by });

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const holds = ({ left, top, right, bottom }, [x, y]) => x > left && x < right && y > top && y < bottom;

const isInside = (rect, box) =>
  rect.left >= box.left + PAD && rect.top >= box.top + PAD && rect.right <= box.right - PAD && rect.bottom <= box.bottom - PAD;

const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);

/** Points along a straight line, two pixels apart. */
const along = (from, to) => {
  const count = Math.max(1, Math.ceil(apart(from, to) / 2));
  return Array.from({ length: count + 1 }, (_, i) => [0, 1].map((axis) => from[axis] + ((to[axis] - from[axis]) * i) / count));
};

/** Whether nothing that stands already is in the way of a box, nor of a line that leads to it. */
const isFree = (rect, line, taken) => {
  const room = grown(rect, PAD);
  return taken.every(
    (other) =>
      !overlap(room, other.rect) &&
      !other.line.some((spot) => holds(room, spot)) &&
      !line.some((spot) => holds(grown(other.rect, PAD), spot)),
  );
};

/** How much of a box stands on a colour that is not the country's own. */
const onColour = (rect, own, coloured) => Math.max(0, coloured.share(rect) - own.share(rect));

/** A box of which the share `least` stands on its country, and next to nothing on another that has a colour. */
const onOwn = (item, { box, of, ink, main, coloured }, taken, least) => {
  const own = of(item.iso3);
  const others = main.filter((iso3) => iso3 !== item.iso3).map(of);
  const { left, top, right, bottom } = own.bounds;
  const aim = item.spot ?? middleOf(own.bounds);
  let best = null;
  for (let x = left + item.wide / 2; x <= right - item.wide / 2; x += STEP) {
    for (let y = top + item.high / 2; y <= bottom - item.high / 2; y += STEP) {
      const near = apart([x, y], aim);
      if (best && near >= best.cost) continue;
      const rect = around([x, y], item);
      const share = own.share(rect);
      if (share < least || !isInside(rect, box) || !own.holds([x, y])) continue;
      if (others.some((other) => other.share(rect) > ON_OTHERS) || onColour(rect, own, coloured) > ON_COLOUR) continue;
      const cost = near + INK_PX * (ink.share(rect) + 1 - share);
      if ((!best || cost < best.cost) && isFree(rect, [], taken)) best = { rect, cost, line: [] };
    }
  }
  return best && { ...best, kind: "own" };
};

/** A spot well inside a country, as near as can be to the one it is named at. */
const targetOf = (item, own) => {
  if (own.area < TINY) return item.anchor;
  const { left, top, right, bottom } = own.bounds;
  const aim = item.spot ?? middleOf(own.bounds);
  let best = null;
  for (let x = left + 1; x < right; x += 2) {
    for (let y = top + 1; y < bottom; y += 2) {
      const near = apart([x, y], aim);
      if (best && near >= best.cost) continue;
      const deep = own.share(around([x, y], { wide: 2 * DEPTH, high: 2 * DEPTH }));
      const cost = near + 30 * (1 - deep);
      if (deep > 0.3 && own.holds([x, y]) && (!best || cost < best.cost)) best = { spot: [x, y], cost };
    }
  }
  return best?.spot ?? item.anchor;
};

/** The spot of a box that is nearest to another spot. */
const border = ({ left, top, right, bottom }, [x, y]) => [Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y))];

const beside = (item, { box, of, ink, main, coloured }, taken) => {
  const own = of(item.iso3);
  const target = targetOf(item, own);
  if (!target || !holds(box, target)) return null;
  const others = main.filter((iso3) => iso3 !== item.iso3).map(of);
  let best = null;
  for (let away = NEAREST; away < FARTHEST && !(best && best.cost < away); away += STEP) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const way = [Math.cos, Math.sin].map((part) => part((2 * Math.PI * turn) / TURNS));
      const reach = [item.wide, item.high].map((side, axis) => way[axis] * (away + side / 2));
      const rect = around([target[0] + reach[0], target[1] + reach[1]], item);
      if (!isInside(rect, box) || own.share(rect) > 0.02 || others.some((other) => other.share(rect) > 0)) continue;
      const line = along(border(rect, target), target);
      const over = onColour(rect, own, coloured);
      // A little is nearly as bad as much: a label half on a colour is read as standing on it.
      const far = apart(line[0], target) + TO_FREE_GROUND * (box.right - box.left) * Math.sqrt(over);
      if (best && far >= best.cost) continue;
      if (!isFree(rect, line, taken)) continue;
      const crossed = line.filter((spot) => others.some((other) => other.holds(spot))).length;
      const met = taken.filter((other) => other.line.some((spot) => line.some((mine) => apart(spot, mine) < 3))).length;
      const cost = far + 2 * crossed + CROSSED_PX * met + INK_PX * ink.share(rect);
      if (!best || cost < best.cost) best = { rect, cost, line, isOver: over > ON_COLOUR };
    }
  }
  return best && { ...best, kind: "beside" };
};

const SIGNS = { top: "↑", bottom: "↓", left: "←", right: "→" };

const atEdge = ({ high, edgeWide: wide, crossings }, { box, of, main }, taken) => {
  const aim = [0, 1].map((axis) => crossings.reduce((sum, spot) => sum + spot[axis], 0) / crossings.length);
  const low = { x: box.left + INSET + wide / 2, y: box.top + INSET + high / 2 };
  const top = { x: box.right - INSET - wide / 2, y: box.bottom - INSET - high / 2 };
  const spots = [];
  for (let x = low.x; x <= top.x; x += STEP) spots.push([x, low.y, "top"], [x, top.y, "bottom"]);
  for (let y = low.y; y <= top.y; y += STEP) spots.push([low.x, y, "left"], [top.x, y, "right"]);
  const shares = main.map(of);
  let best = null;
  for (const [x, y, side] of spots) {
    const rect = around([x, y], { wide, high });
    const cost = apart([x, y], aim) + 400 * shares.reduce((sum, one) => sum + one.share(rect), 0);
    if ((!best || cost < best.cost) && isFree(rect, [], taken)) best = { rect, cost, line: [], sign: SIGNS[side] };
  }
  return best && { ...best, kind: "edge" };
};

/** The labels that find a place: {iso3, kind, rect, line, sign}. `items` are {iso3, wide, high, spot, anchor, crossings},
 * the main ones first; `ground` is {box, of, ink, main, coloured}: frame, masks, the ink of the lines, the main countries,
 * the ground that has a colour; `blocked` are boxes that stand already. */
const place = (items, ground, blocked) => {
  const taken = blocked.map((rect) => ({ rect, line: [] }));
  const found = new Map();
  const settle = (item, spot) => {
    if (!spot) return;
    taken.push(spot);
    found.set(item.iso3, { iso3: item.iso3, ...spot });
  };
  const isMain = ({ iso3 }) => ground.main.includes(iso3);
  const nameOn = (item) => onOwn(item, ground, taken, MOST_ON_OWN) ?? onOwn(item, ground, taken, LEAST_ON_OWN);
  for (const group of [items.filter(isMain), items.filter((item) => !isMain(item))]) {
    const [seen, gone] = [true, false].map((is) => group.filter((item) => Boolean(item.anchor || ground.of(item.iso3).area >= TINY) === is));
    for (const item of seen) settle(item, nameOn(item));
    for (const item of gone) if (item.crossings.length) settle(item, atEdge(item, ground, taken));
    for (const item of seen) if (!found.has(item.iso3)) settle(item, beside(item, ground, taken));
  }
  return [...found.values()];
};
return { place };
})();
const module_cells = (() => {
// One country in one year: what the payload says of it, and the words for it.
const { escape, fill, wrap } = module_text;

/** The cell of `iso3` in the year at `index`: runs are good until the next one starts, texts stand year by year. */
const cellOf = (data, iso3, index) => {
  const cells = data.cells[iso3];
  const run = cells?.runs.findLast(([from]) => from <= index);
  if (!run || run.length < 2) return null;
  const [, code, status, source] = run;
  return { code, status, source, text: cells.texts?.split("|")[index] ?? "" };
};

/** The place of a cell in the list of fills: classes first, then absences, then "not covered". */
const placeOf = (data, cell) => {
  if (!cell) return data.classes.length + data.missing.length;
  return cell.code < 0 ? data.classes.length - cell.code - 1 : cell.code;
};

/** The unit as it reads after a number as printed: "1 deal", "2 deals". */
const unitOf = ({ unit, units }, text) => (["1", "−1"].includes(text) ? (units[unit] ?? unit) : unit);

/** What a cell says: value and unit, the reason why there is none, or that the country is not covered. */
const saidOf = (data, cell) => {
  if (!cell) return data.words.not_covered;
  if (cell.code < 0) return data.missing[-cell.code - 1].label;
  return data.categorical ? data.classes[cell.code].label : `${cell.text} ${unitOf(data, cell.text)}`;
};

/** Where the year at `index` is a gap, the nearest year with a figure and what it says; the later of two, "" without any. */
const elsewhereOf = (data, iso3, index) => {
  const cell = cellOf(data, iso3, index);
  if (!cell || cell.code >= 0 || data.missing[-cell.code - 1].status !== "not_reported") return "";
  const { years, words } = data;
  const apart = (at) => Math.abs(years[at] - years[index]) - (at > index ? 0.5 : 0);
  const found = years
    .map((_, at) => at)
    .filter((at) => (cellOf(data, iso3, at)?.code ?? -1) >= 0)
    .sort((a, b) => apart(a) - apart(b));
  if (!found.length) return "";
  return fill(words.elsewhere, { year: years[found[0]], said: saidOf(data, cellOf(data, iso3, found[0])) });
};

/** The hover label of a country. */
const hoverOf = (data, names, iso3, cell, index) => {
  const year = data.years[index];
  const head = `<b>${escape(names[iso3] ?? iso3)}</b>`;
  if (!cell) return `${head}<br>${wrap(saidOf(data, cell))}`;
  if (cell.code < 0) {
    const other = elsewhereOf(data, iso3, index);
    return [`${head} · ${year}`, wrap(saidOf(data, cell)), ...(other ? [wrap(other)] : [])].join("<br>");
  }
  return [
    `${head} · ${year}`,
    `<b>${wrap(saidOf(data, cell))}</b>`,
    wrap(data.title),
    wrap(`${data.words.status}: ${data.statuses[cell.status]}`),
    wrap(`${data.words.source}: ${data.sources[cell.source]}`),
  ].join("<br>");
};

/** Years in which at least one of the five has a figure. */
const fullYears = (data) =>
  data.years.filter((_, index) => data.five.some((iso3) => (cellOf(data, iso3, index)?.code ?? -1) >= 0));

/** Years of which only a part of the figures is on record: too little to rank, share out or add up. */
const openYears = (data) => (data.open ?? []).map((index) => data.years[index]);
return { cellOf, placeOf, saidOf, elsewhereOf, hoverOf, fullYears, openYears };
})();
const module_points = (() => {
// Mineral sites and capitals. Where they would cover one another they are drawn as one mark with their number; how near
// that is follows from the zoom, so that they part as the reader comes closer.
const { escape, fill, wrap } = module_text;

const SYMBOLS = { deposit: "circle", mine: "square", plant: "cross", refinery: "diamond", smelter: "triangle-up", capital: "star" };
const SIGNS = { deposit: "●", mine: "■", plant: "✚", refinery: "◆", smelter: "▲", capital: "★" };
const APART_PX = 15;
const NAMED = 5;

/** The sites that are drawn: with an indicator of a mineral only its own, and the capitals. */
const sitesOf = (data) => {
  const isAbout = (site) => site[5].some((mineral) => data.series.includes(mineral));
  const about = data.points.sites.some(isAbout);
  return data.points.sites.filter((site) => !about || !site[5].length || isAbout(site));
};

/** Sites by mark: the first of each group gives the place. `apart` is in degrees of latitude. */
const grouped = (sites, apart) => {
  const groups = [];
  for (const site of sites) {
    const near = groups.find(([[lon, lat]]) => {
      const across = (lon - site[0]) * Math.cos((lat * Math.PI) / 180);
      return Math.hypot(across, lat - site[1]) < apart;
    });
    if (near && site[5].length && near[0][5].length) near.push(site);
    else groups.push([site]);
  }
  return groups;
};

const told = (group, { points, words }) => {
  const [[, , , name, kind, minerals, remarks, source]] = group;
  if (group.length > 1) {
    const names = group.slice(0, NAMED).map((site) => `${site[3]} (${points.kinds[site[4]].label.toLowerCase()})`);
    return [
      `<b>${escape(fill(words.sites_many, { count: group.length }))}</b>`,
      ...names.map(escape),
      ...(group.length > NAMED ? ["..."] : []),
    ].join("<br>");
  }
  return [
    `<b>${escape(name)}</b>`,
    escape(points.kinds[kind].label),
    ...(minerals.length ? [wrap(minerals.join(", "))] : []),
    ...(remarks ? [wrap(remarks)] : []),
    ...(source >= 0 ? [wrap(`${words.source}: ${points.sources[source]}`)] : []),
  ].join("<br>");
};

const arraysOf = (state, radius) => {
  const groups = grouped(sitesOf(state.data), radius ? ((APART_PX / radius) * 180) / Math.PI : 0);
  const kindOf = ([site]) => state.data.points.kinds[site[4]].id;
  return {
    lon: groups.map(([site]) => site[0]),
    lat: groups.map(([site]) => site[1]),
    customdata: groups.map(([site]) => site[2]),
    hovertext: groups.map((group) => told(group, state.data)),
    text: groups.map((group) => (group.length > 1 ? String(group.length) : "")),
    "marker.symbol": groups.map((group) => (group.length > 1 ? "circle" : SYMBOLS[kindOf(group)])),
    "marker.size": groups.map((group) => (group.length > 1 ? 17 : kindOf(group) === "capital" ? 11 : 9)),
  };
};

/** The trace of the points, none where they are off; to be grouped once the map is drawn and its scale known. */
const points = (state, tones) => {
  if (!state.data.points) return [];
  const { "marker.symbol": symbol, "marker.size": size, ...fields } = arraysOf(state, null);
  return [
    {
      type: "scattergeo",
      mode: "markers+text",
      meta: "points",
      ...fields,
      hovertemplate: "%{hovertext}<extra></extra>",
      textfont: { size: 10, color: tones.water, weight: 700 },
      marker: { symbol, size, opacity: 1, color: tones.text, line: { color: tones.halo, width: 1.2 } },
      showlegend: false,
    },
  ];
};

/** Group the points for the zoom that the map is drawn at. */
const regroup = async (plot, state) => {
  const at = plot.data.findIndex(({ meta }) => meta === "points");
  if (at < 0) return;
  const radius = plot._fullLayout.geo._subplot.projection.scale();
  const fields = Object.entries(arraysOf(state, radius)).map(([name, list]) => [name, [list]]);
  await window.Plotly.restyle(plot, Object.fromEntries(fields), [at]);
};

/** Code of the country whose mark lies at a place of the window, null where there is none. */
const siteAt = (plot, { clientX, clientY }) => {
  const trace = plot.data.find(({ meta }) => meta === "points");
  const marks = trace ? plot.querySelectorAll(".scatterlayer path.point") : [];
  const found = [...marks].findLastIndex((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  });
  return found < 0 ? null : trace.customdata[found];
};
return { SIGNS, sitesOf, points, regroup, siteAt };
})();
const module_flows = (() => {
// The flows of a year as the payload tells them: lines to draw, what their label says, and what is not drawn.
const { arc, width } = module_arcs;
const { fill } = module_text;

const cellOf = (flows, pair, at) => {
  const value = pair.values[at];
  if (typeof value !== "number") return null;
  const text = value.toLocaleString("en-US", { minimumFractionDigits: flows.decimals, maximumFractionDigits: 6 });
  const [, status, source] = pair.origins.findLast(([from]) => from <= at);
  return { value, text, status: flows.statuses[status], source: flows.sources[source] };
};

/** Whether a value is too small for a width of its own. */
const isSmall = ({ value }, flows) => value < flows.least;

/** The lines of `year`, thickest first: {id, origin, dest, places, tone, thick, isSmall, cell}. */
const lines = (flows, year) => {
  const at = flows.years.indexOf(year);
  if (at < 0) return [];
  return flows.pairs
    .map((pair) => ({ ...pair, cell: cellOf(flows, pair, at) }))
    .filter(({ cell }) => cell && cell.value > 0)
    .sort((a, b) => b.cell.value - a.cell.value)
    .map(({ origin, dest, cell }) => ({
      id: `${origin}-${dest}`,
      origin,
      dest,
      cell,
      places: arc(flows.anchors[origin], flows.anchors[dest]),
      tone: flows.home.includes(origin) ? "out" : "in",
      thick: isSmall(cell, flows) ? width(0, flows.most) : width(cell.value, flows.most),
      isSmall: isSmall(cell, flows),
    }));
};

/** What the label of a line says, line by line; the first two are its head. */
const told = (flows, { origin, dest, tone, cell }, year, names) => [
  `${names[origin] ?? origin} → ${names[dest] ?? dest} · ${year}`,
  `${cell.text} ${flows.unit}`,
  flows.measures[tone],
  `${flows.words.status}: ${cell.status}`,
  `${flows.words.source}: ${cell.source}`,
];

/** What the reader must know of the flows of a year: which are summed as other, which have no figure. */
const flowGaps = (flows, year) => {
  const at = flows.years.indexOf(year);
  return at < 0 ? fill(flows.words.none, { year }) : flows.notes[at];
};
return { lines, told, flowGaps };
})();
const module_screen = (() => {
// Lines on the screen: from places to pixels, whole across seams, cut at the frame, shortened at their ends.
const { distance } = module_arcs;

const turned = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

/** What a projection shows: `at(place)` in pixels (null behind the globe), `torn(a, b)` where the map is cut between. */
const sheet = (projection) => {
  const [lon, lat] = projection.rotate();
  const reach = projection.clipAngle();
  const middle = [-lon, -lat];
  return {
    at: (place) => (reach && distance(middle, place) > reach - 1e-6 ? null : projection(place)),
    torn: (a, b) => !reach && Math.abs(turned(a[0] + lon) - turned(b[0] + lon)) > 180,
  };
};

/** The pieces of a line of places, as lists of pixels. */
const pieces = (places, { at, torn }) => {
  const found = [[]];
  places.forEach((place, i) => {
    const spot = at(place);
    if (!spot || (i && torn(places[i - 1], place))) found.push([]);
    if (spot) found.at(-1).push(spot);
  });
  return found.filter((piece) => piece.length > 1);
};

/** The part of a straight step inside the frame as shares of it, [from, to]; null where it misses the frame. */
const share = ([x, y], [u, v], { left, top, right, bottom }) => {
  let [from, to] = [0, 1];
  const sides = [[x - u, x - left], [u - x, right - x], [y - v, y - top], [v - y, bottom - y]];
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return null;
    if (towards < 0) from = Math.max(from, room / towards);
    if (towards > 0) to = Math.min(to, room / towards);
  }
  return from < to ? [from, to] : null;
};

/** The runs of a piece inside the frame: {points, starts, ends}, whether it starts and ends where the piece does. */
const runs = (piece, box) => {
  const found = [];
  for (let i = 1; i < piece.length; i += 1) {
    const [a, b] = [piece[i - 1], piece[i]];
    const part = share(a, b, box);
    if (part) {
      const [from, to] = part.map((t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      if (part[0] > 0 || !found.length || found.at(-1).left) found.push({ points: [from], starts: i === 1 && part[0] === 0 });
      found.at(-1).points.push(to);
      found.at(-1).left = part[1] < 1;
      found.at(-1).ends = i === piece.length - 1 && part[1] === 1;
    } else if (found.length) found.at(-1).left = true;
  }
  return found;
};

const length = (points) =>
  points.reduce((sum, [x, y], i) => (i ? sum + Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : 0), 0);

/** The line without its first `by` pixels; empty where it is no longer than that. */
const shortened = (points, by) => {
  let left = by;
  for (let i = 1; i < points.length; i += 1) {
    const [[x, y], [u, v]] = [points[i - 1], points[i]];
    const step = Math.hypot(u - x, v - y);
    if (step > left) return [[x + ((u - x) * left) / step, y + ((v - y) * left) / step], ...points.slice(i)];
    left -= step;
  }
  return [];
};

/** Shaft and head of an arrow along `points`, `gap` pixels short of both ends where these are its own. */
const arrow = ({ points, starts, ends }, thick, gap) => {
  const whole = length(points);
  const short = Math.min(gap, whole * 0.15);
  const size = Math.min(8 + 0.8 * thick, whole * 0.5);
  const line = starts ? shortened(points, short) : points;
  const back = shortened([...line].reverse(), ends ? short : Math.min(18, whole * 0.3));
  const shaft = shortened(back, size);
  if (!shaft.length) return null;
  const [tip, neck] = [back[0], shaft[0]];
  const reach = Math.hypot(tip[0] - neck[0], tip[1] - neck[1]) || 1;
  const half = Math.max(size * 0.42, thick / 2 + 2.2);
  const [x, y] = [((tip[1] - neck[1]) / reach) * half, (-(tip[0] - neck[0]) / reach) * half];
  return { shaft: shaft.reverse(), head: [tip, [neck[0] + x, neck[1] + y], [neck[0] - x, neck[1] - y]] };
};

/** What of the map is to be seen, in pixels of the graph: the graph may be larger than the picture that shows it. */
const frameOf = (geo, plot, picture) => {
  const [x, y, wide, high] = ["x", "y", "width", "height"].map((name) => Number(geo.clipRect.attr(name)));
  const { offsetLeft, offsetTop } = plot;
  return {
    left: Math.max(x, -offsetLeft),
    top: Math.max(y, -offsetTop),
    right: Math.min(x + wide, picture.clientWidth - offsetLeft),
    bottom: Math.min(y + high, picture.clientHeight - offsetTop),
  };
};
return { sheet, pieces, runs, arrow, frameOf };
})();
const module_setups = (() => {
// What maps need once and not with every change: words, names, layers, flows. Under its digest, for all maps of a page.
const { layerOf, unpack } = module_loading;

const setups = new Map();

const entryOf = (digest) => {
  if (!setups.has(digest)) {
    const waiting = {};
    waiting.promise = new Promise((resolve) => (waiting.resolve = resolve));
    setups.set(digest, waiting);
  }
  return setups.get(digest);
};

/** The setup of a digest, as soon as it is there: a map may be asked for before its setup has come. */
const setupOf = (digest) => entryOf(digest).promise;

/** Keep a setup, and fetch the layer that a map of it is likely to want first. */
const keep = async ({ data: { setup, content } }, base) => {
  const kept = await unpack(content);
  layerOf(new URL(kept.layers.world, base).href, new URL(kept.topology, base)).catch(() => {});
  entryOf(setup).resolve(kept);
};
return { setupOf, keep };
})();
const module_shelf = (() => {
// All indicators of the atlas in one file, fetched when the browser has time. With it another indicator is painted as soon
// as the page's own list says it; the server's answer, which brings table, card and link, paints the same again.
const { json } = module_loading;

const LIST = ".st-key-indicator input";
const PATIENCE_MS = 10_000;
const shelves = new Map();
const hearers = new Set();

/** The shelf at an address, fetched once: `values` by indicator, and `beside(id, label)`, what a label in the list of
 * the same subject stands for. Rejects where what is found there is no shelf, or takes too long. */
const shelfOf = (address) => {
  if (!shelves.has(address)) {
    const loading = json(address, "values", { signal: AbortSignal.timeout(PATIENCE_MS) }).then(({ subjects, values }) => ({
      values,
      beside(id, label) {
        const subject = subjects.find((labels) => Object.values(labels).includes(id));
        return subject && values[subject[label]];
      },
    }));
    loading.catch(() => shelves.delete(address));
    shelves.set(address, loading);
  }
  return shelves.get(address);
};

const watch = new MutationObserver((changes) => {
  const list = changes.findLast(({ target }) => target.matches(LIST))?.target;
  if (list) hearers.forEach((hear) => hear(list.getAttribute("value")));
});

/** Call `hear(label)` whenever the list of indicators says another one; returns what ends it. */
const listed = (hear) => {
  if (!hearers.size) watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["value"] });
  hearers.add(hear);
  return () => {
    hearers.delete(hear);
    if (!hearers.size) watch.disconnect();
  };
};
return { shelfOf, listed };
})();
const module_timeline = (() => {
// The year slider with steps, play and speed. It spans every year from first to last; a mark under each says whether
// any of the five has a figure or only a part of the figures is there, and the slider rests only on years with one.
const { button, element, name } = module_parts;

const STEP_MS = 900;
const SPEEDS = [0.5, 1, 2];
const LEAP = 5;
const REST_MS = 350;

/** A timeline in `box`; `onMove(index)` on every step, `onRest(index)` when the reader stops. */
const timeline = (box, onMove, onRest) => {
  const state = { words: null, years: [], full: new Set(), open: new Set(), index: 0, playing: null, resting: null };
  const slider = element("input", "atlas-slider");
  Object.assign(slider, { type: "range", step: 1, min: 0 });
  slider.dataset.testid = "atlas-year";
  slider.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight PageUp PageDown Home End Space");
  const output = element("output", "atlas-year");
  const marks = element("div", "atlas-marks");
  const ends = element("div", "atlas-ends");
  const speed = element("select", "atlas-speed");
  speed.append(...SPEEDS.map((times) => new Option(`${times}×`, times, times === 1, times === 1)));
  [marks, ends].forEach((part) => part.setAttribute("aria-hidden", "true"));

  const paint = () => {
    const year = state.years[state.index];
    slider.value = String(year);
    const said = state.open.has(year) ? state.words.open_year : state.full.has(year) ? "" : state.words.no_figure;
    slider.setAttribute("aria-valuetext", said ? `${year}, ${said}` : String(year));
    output.textContent = year;
    output.title = said;
    output.classList.toggle("atlas-open", state.open.has(year));
  };
  const rest = () => {
    clearTimeout(state.resting);
    state.resting = setTimeout(tell, REST_MS);
  };
  const go = (index) => {
    const next = Math.max(0, Math.min(state.years.length - 1, index));
    if (next !== state.index) {
      state.index = next;
      onMove(next);
      if (!state.playing) rest();
    }
    paint();
  };
  const tell = () => {
    clearTimeout(state.resting);
    state.resting = null;
    onRest(state.index);
  };
  const stop = () => {
    clearInterval(state.playing);
    state.playing = null;
    play.textContent = "▶";
    name(play, state.words.play);
    rest();
  };
  const tick = () => {
    if (!box.isConnected) return clearInterval(state.playing);
    if (state.index >= state.years.length - 1) return stop();
    return go(state.index + 1);
  };
  const run = () => {
    clearInterval(state.playing);
    state.playing = setInterval(tick, STEP_MS / Number(speed.value));
  };
  const toggle = () => {
    if (state.playing) return stop();
    if (state.index === state.years.length - 1) go(0);
    play.textContent = "❚❚";
    name(play, state.words.pause);
    return run();
  };

  const play = button("▶", "", toggle);
  const back = button("‹", "", () => go(state.index - 1));
  const on = button("›", "", () => go(state.index + 1));
  const keys = {
    ArrowLeft: () => go(state.index - 1),
    ArrowDown: () => go(state.index - 1),
    ArrowRight: () => go(state.index + 1),
    ArrowUp: () => go(state.index + 1),
    PageDown: () => go(state.index - LEAP),
    PageUp: () => go(state.index + LEAP),
    Home: () => go(0),
    End: () => go(state.years.length - 1),
    " ": toggle,
  };
  slider.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  slider.addEventListener("input", () => go(nearest(state.years, Number(slider.value))));
  speed.addEventListener("change", () => state.playing && run());
  const track = element("div", "atlas-track");
  track.append(slider, marks, ends);
  box.append(play, back, track, on, speed, output);

  return {
    /** `full` are the years in which at least one of the five has a figure, `open` those that are only partly told. */
    set(years, { full, open }, index, words) {
      Object.assign(state, { years, full: new Set(full), open: new Set(open), index, words });
      slider.min = String(years[0]);
      slider.max = String(years.at(-1));
      name(slider, words.year);
      name(speed, words.speed);
      slider.title = words.year_keys;
      name(back, words.previous);
      name(on, words.next);
      name(play, state.playing ? words.pause : words.play);
      box.classList.toggle("atlas-single", years.length < 2);
      marks.replaceChildren(...marked(years, state));
      const legend = open.length ? [words.open_legend] : [];
      ends.replaceChildren(...[years[0], ...legend, years.at(-1)].map((text) => element("span", "", text)));
      paint();
    },
    /** Whether the reader is at a year that Python has not been told yet. */
    get ahead() {
      return Boolean(state.playing || state.resting);
    },
    /** Tell Python at once: the reader turns to something else, perhaps to another page. */
    hurry() {
      if (state.playing || state.resting) tell();
    },
    stop() {
      clearInterval(state.playing);
      clearTimeout(state.resting);
    },
  };
};

/** One mark per year of the span: full where one of the five has a figure, open where the year is only partly told,
 * faint where there is none. */
const marked = (years, { full, open }) => {
  const [first, last] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const mark = element("i", open.has(first + i) ? "atlas-open" : full.has(first + i) ? "" : "atlas-hollow");
    mark.style.left = `${(100 * i) / Math.max(1, last - first)}%`;
    return mark;
  });
};

/** Index of the year closest to `wanted`: series have holes, sliders do not. */
const nearest = (years, wanted) => {
  let best = 0;
  years.forEach((year, i) => {
    if (Math.abs(year - wanted) < Math.abs(years[best] - wanted)) best = i;
  });
  return best;
};
return { timeline };
})();
const module_wheel = (() => {
// Whose the wheel and the fingers are. A wheel over the map scrolls the page, unless the map has the focus (was clicked or
// tabbed into) or Ctrl is held; one finger scrolls the page, two move and zoom the map. Said once, when it is first met.
const { element } = module_parts;

const SAID = "atlas-wheel-said";
const SHOWN_MS = 3500;
const SWIPE_PX = 12;
const DEAF = { capture: true, passive: false };

const isSaid = (kind) => {
  try {
    const before = sessionStorage.getItem(`${SAID}-${kind}`);
    sessionStorage.setItem(`${SAID}-${kind}`, "yes");
    return Boolean(before);
  } catch {
    // No storage in this browser: better said again than never.
    return false;
  }
};

/** Say `text` over the picture, once in a session of the browser for each `kind`. */
const hinting = (picture) => {
  const hint = element("p", "atlas-hint");
  hint.hidden = true;
  picture.append(hint);
  return (kind, text) => {
    if (isSaid(kind)) return;
    hint.textContent = text;
    hint.hidden = false;
    const fading = [{ opacity: 1 }, { opacity: 1, offset: 0.85 }, { opacity: 0 }];
    hint.animate(fading, SHOWN_MS).finished.finally(() => (hint.hidden = true));
  };
};

/** Fingers: of the touches that reach Plotly's own hearing, none is alone. */
const shareFingers = (plot, say) => {
  let start = null;
  let isMoved = false;
  // The first finger was kept from Plotly, so both are told of anew when the second comes.
  const introduce = ({ target, touches }) =>
    target.dispatchEvent(
      new TouchEvent("touchstart", { touches: [...touches], targetTouches: [...touches], changedTouches: [...touches], bubbles: true, cancelable: true }),
    );
  plot.addEventListener(
    "touchstart",
    (event) => {
      if (!event.isTrusted) return;
      event.stopPropagation();
      if (event.touches.length === 1) {
        start = event.touches[0];
        isMoved = false;
      } else {
        // The finger that is left when the other is lifted goes on from somewhere else: it is not asked to be two.
        start = null;
        event.preventDefault();
        introduce(event);
      }
    },
    DEAF,
  );
  plot.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length > 1) return event.preventDefault();
      const [{ clientX, clientY }] = event.touches;
      if (!isMoved && start && Math.hypot(clientX - start.clientX, clientY - start.clientY) > SWIPE_PX) {
        isMoved = true;
        say();
      }
      return event.stopPropagation();
    },
    DEAF,
  );
};

/** Share wheel and fingers over `picture` with the page; `zoom(factor)` is for the keys of a map that has the focus. */
const sharePointer = ({ frame, picture, plot }, words, zoom) => {
  const say = hinting(picture);
  picture.tabIndex = 0;
  picture.addEventListener("pointerdown", () => picture.focus({ preventScroll: true }));
  picture.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) return;
    if (key === "Escape") picture.blur();
    if (key === "+" || key === "=") zoom(1);
    if (key === "-") zoom(-1);
  });
  picture.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey || frame.contains(document.activeElement)) return event.preventDefault();
      say("wheel", words.wheel);
      return event.stopPropagation();
    },
    DEAF,
  );
  shareFingers(plot, () => say("fingers", words.fingers));
};
return { shareFingers, sharePointer };
})();
const module_marks = (() => {
// How a line of a flow looks, on the map, in its legend and in the picture that is saved. Below the least value that has a
// width of its own all lines are one: thin, dashed, with a hollow head.
const { path, shape } = module_shapes;

const DASHES = "6 4";
const SIGN = { wide: 28, high: 14 };

const full = (shafts, heads, thick, colour, halo) => [
  shape("path", { d: shafts, fill: "none", stroke: halo, "stroke-width": thick + 2 }),
  shape("path", { d: heads, fill: colour, stroke: halo, "stroke-width": 2, "stroke-linejoin": "round" }),
  shape("path", { d: shafts, fill: "none", stroke: colour, "stroke-width": thick }),
  shape("path", { d: heads, fill: colour }),
];

const small = (shafts, heads, thick, colour, halo) => [
  shape("path", { d: shafts, fill: "none", stroke: halo, "stroke-width": thick + 2 }),
  shape("path", { d: shafts, fill: "none", stroke: colour, "stroke-width": thick, "stroke-dasharray": DASHES }),
  shape("path", { d: heads, fill: halo, stroke: colour, "stroke-width": 1.4, "stroke-linejoin": "round" }),
];

/** The ink of one line's arrows. */
const ink = ({ thick, isSmall }, arrows, colour, halo) => {
  const shafts = arrows.map(({ shaft }) => path(shaft)).join("");
  const heads = arrows.map(({ head }) => (head ? path(head, "Z") : "")).join("");
  return (isSmall ? small : full)(shafts, heads, thick, colour, halo);
};

/** A short line for the legend: as it is drawn, with its head where that tells it. */
const sign = ({ thick, isSmall }, colour, halo) => {
  const { wide, high } = SIGN;
  const node = shape("svg", { class: "atlas-line", width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
  node.dataset.thick = thick;
  const middle = high / 2;
  const head = [[wide - 1, middle], [wide - 10, middle - 4], [wide - 10, middle + 4]];
  const arrow = isSmall ? { shaft: [[0, middle], [wide - 10, middle]], head } : { shaft: [[0, middle], [wide, middle]] };
  node.append(...ink({ thick, isSmall }, [arrow], colour, halo));
  return node;
};
return { ink, sign };
})();
const module_alt = (() => {
// The map in words, for every year without asking the server: highest, lowest, how many, who has no figure.
const { cellOf } = module_cells;
const { fill } = module_text;

/** A number as the payload prints it ("−1,234.5"), as a number again. */
const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));

const ranged = (found, data, words, gaps) => {
  const named = ({ name, cell }) => `${name} ${cell.text}`;
  if (found.length === 1) return fill(words.one, { ...gaps, high: named(found[0]) });
  const ordered = found.map((one) => ({ ...one, value: number(one.cell.text) })).sort((a, b) => a.value - b.value);
  return fill(data.ranked ? words.ranks : words.range, { ...gaps, high: named(ordered.at(-1)), low: named(ordered[0]), count: found.length });
};

const grouped = (found, data, words, gaps) => {
  const groups = data.classes.map(({ label }, code) => {
    const names = found.filter(({ cell }) => cell.code === code).map(({ name }) => name);
    return names.length ? `${label}: ${names.join(", ")}` : null;
  });
  return fill(words.members, { ...gaps, groups: groups.filter(Boolean).join("; ") });
};

/** Who has no figure, a sentence for each reason why; where none can be there is none to miss. */
const reasons = (cells, data, words) =>
  data.missing.flatMap(({ status, label }, place) => {
    const names = cells.filter(({ cell }) => cell && cell.code === -(place + 1)).map(({ name }) => name);
    return names.length && status !== "not_applicable" ? [fill(words.missing, { reason: label, names: names.join(", ") })] : [];
  });

/** A few sentences on the year at `index`. */
const describe = (data, names, index) => {
  const words = data.alt;
  const gaps = { title: data.title, year: data.years[index], unit: data.unit };
  const cells = Object.keys(data.cells).map((iso3) => ({ name: names[iso3] ?? iso3, cell: cellOf(data, iso3, index) }));
  const found = cells.filter(({ cell }) => cell && cell.code >= 0);
  const tell = data.categorical ? grouped : ranged;
  const head = found.length ? tell(found, data, words, gaps) : fill(words.none, gaps);
  return [head, ...reasons(cells, data, words)].join(" ");
};
return { describe };
})();
const module_areas = (() => {
// The countries: land that the indicator does not cover, the covered ones by class, the selected one's outline.
//
// A covered country's `z` is no value but its place in the list of fills (classes, then reasons of absence, then land),
// so a missing value has its own colour and never a number. One trace for all of them, against one for values and one
// for the missing: a year step then changes fills only, and no shape has to be projected anew (measured: 40 ms for a
// restyle, 1 ms for the fills).
const { cellOf, hoverOf, placeOf } = module_cells;
const { colours, edge } = module_palette;

const VALUES = 1;

const stepped = (list) => {
  const scale = [];
  list.forEach((colour, i) => scale.push([i / list.length, colour], [(i + 1) / list.length, colour]));
  return scale;
};

/** The colours of classes, reasons of absence and land, in this order; `placeOf` points into them. */
const fillsOf = (data, tones) => [
  ...colours(data.scale, tones),
  ...data.missing.map(({ status }) => tones.missing[status]),
  tones.land,
];

const area = (geometry, list, fields) => ({
  type: "choropleth",
  geojson: geometry,
  featureidkey: "id",
  zmin: -0.5,
  zmax: list.length - 0.5,
  colorscale: stepped(list),
  showscale: false,
  hovertemplate: "%{text}<extra></extra>",
  ...fields,
});

const looks = (state, tones, fills, iso3) => {
  const { data, names, index } = state;
  const cell = cellOf(data, iso3, index);
  const place = placeOf(data, cell);
  return {
    place,
    text: hoverOf(data, names, iso3, cell, index),
    line: cell ? { color: edge(fills[place], tones), width: 0.9 } : { color: tones.border, width: 0.4 },
  };
};

/** Traces of the areas, in the order they are painted. */
const areas = (state, tones) => {
  const { data, layer, names } = state;
  const covered = layer.ids.filter((iso3) => data.cells[iso3]);
  const other = layer.ids.filter((iso3) => !data.cells[iso3]);
  const fills = fillsOf(data, tones);
  const seen = covered.map((iso3) => looks(state, tones, fills, iso3));
  const chosen = layer.ids.filter((iso3) => iso3 === data.selected);
  return [
    area(layer.url, [tones.land], {
      meta: "land",
      locations: other,
      z: other.map(() => 0),
      text: other.map((iso3) => hoverOf(data, names, iso3, null)),
      marker: { line: { color: tones.border, width: 0.4 } },
    }),
    area(layer.url, fills, {
      meta: "values",
      locations: covered,
      z: seen.map(({ place }) => place),
      text: seen.map(({ text }) => text),
      marker: { line: { color: seen.map(({ line }) => line.color), width: seen.map(({ line }) => line.width) } },
    }),
    area(layer.url, ["rgba(0,0,0,0)"], {
      meta: "selected",
      locations: chosen,
      z: chosen.map(() => 0),
      hoverinfo: "skip",
      hovertemplate: undefined,
      marker: { line: { color: tones.selected, width: 2.5 } },
    }),
  ];
};

/** Paint another year or indicator: fills, outlines and hover labels of the covered countries, shapes left alone.
 *
 * Plotly is told as well, in the trace it was given, the trace it made of it and its points: it paints from all three when
 * the map is moved or something else on it changes. */
const repaintAreas = (plot, state, tones) => {
  const trace = plot.data[VALUES];
  const fills = fillsOf(state.data, tones);
  const scale = { zmax: fills.length - 0.5, colorscale: stepped(fills) };
  [trace, plot._fullData[VALUES]].forEach((one) => Object.assign(one, structuredClone(scale)));
  const paths = plot.querySelectorAll(".choroplethlayer > .choropleth")[VALUES].children;
  for (const path of paths) {
    const point = path.__data__;
    const { place, text, line } = looks(state, tones, fills, point.loc);
    trace.z[point.index] = place;
    trace.text[point.index] = text;
    trace.marker.line.color[point.index] = line.color;
    trace.marker.line.width[point.index] = line.width;
    Object.assign(point, { z: place, mlc: line.color, mlw: line.width, tx: text });
    path.setAttribute("fill", fills[place]);
    path.style.stroke = line.color;
    path.style.strokeWidth = `${line.width}px`;
  }
};

/** Let the countries of one legend entry stand out, `place` being its place in the list of fills; null ends it. */
const markAreas = (plot, place) => {
  const groups = plot.querySelectorAll(".choroplethlayer > .choropleth");
  const land = plot.data[VALUES].zmax - 0.5;
  [...groups].slice(0, VALUES + 1).forEach((group, at) => {
    for (const path of group.children) {
      const own = at === VALUES ? plot.data[VALUES].z[path.__data__.index] : land;
      path.style.opacity = place === null || own === place ? 1 : 0.15;
    }
  });
};

/** Code of the country drawn at a place of the window, null on water. Asked of the shapes themselves: what Plotly hovers
 * over is up to 50 ms old, and a quick click would choose the country the pointer came from. */
const countryAt = (plot, { clientX, clientY }) => {
  const paths = [...plot.querySelectorAll(".choroplethlayer .choroplethlocation")];
  const found = paths.findLast((path) =>
    path.isPointInFill(new DOMPoint(clientX, clientY).matrixTransform(path.getScreenCTM().inverse())),
  );
  return found?.__data__.loc ?? null;
};
return { fillsOf, areas, repaintAreas, markAreas, countryAt };
})();
const module_link = (() => {
// Maps of one group follow each other: the camera where both show the same view, the country pointed at, the one chosen.
//
// Only the map the reader is at leads, so that what the others do in turn is never sent back. A map that leaves the page
// leaves its group, and a group without maps is forgotten.
const { cellOf, elsewhereOf, saidOf } = module_cells;
const { element } = module_parts;
const { shape } = module_shapes;
const { camera } = module_views;

const CLOSE = 1e-6;
const AT = ["pointerenter", "pointerdown", "wheel", "focusin"];
const groups = new Map();

const flat = ({ center, scale, rotation }) => [center?.lon, center?.lat, scale, rotation?.lon, rotation?.lat, rotation?.roll];

const isSame = (one, other) =>
  flat(one).every((value, i) => Math.abs((value ?? 0) - (flat(other)[i] ?? 0)) < CLOSE);

/** The camera as Plotly tells it while the map is under the reader's hand: its layout has it only at the end. */
const moving = (geo, told) => {
  const seen = structuredClone({ center: geo.center ?? {}, projection: geo.projection });
  for (const [path, value] of Object.entries(told)) {
    const way = path.split(".").slice(1);
    const last = way.pop();
    way.reduce((part, name) => (part[name] ??= {}), seen)[last] = value;
  }
  return camera(seen);
};

const wanted = ({ center, scale, rotation }) => {
  const parts = { "geo.projection.scale": scale };
  for (const [axis, value] of Object.entries(center ?? {})) parts[`geo.center.${axis}`] = value;
  for (const [axis, value] of Object.entries(rotation ?? {})) parts[`geo.projection.rotation.${axis}`] = value;
  return parts;
};

/** What ties `atlas` to the other maps of its group; `redraw` paints it after its country changed. */
const link = (atlas, redraw) => {
  const outline = shape("path", { class: "atlas-twin" });
  const tip = element("div", "atlas-tip atlas-twin-tip");
  tip.hidden = true;
  atlas.picture.append(tip);
  let group = null;
  let pointed = null;
  let next = null;
  let busy = false;

  const others = () => (group ? [...group.members].filter((one) => one !== member) : []);
  const leads = () => group?.leader === member;
  const lead = () => group && (group.leader = member);

  const mark = () => {
    outline.remove();
    tip.hidden = pointed === null || atlas.drawn === null;
    if (tip.hidden) return;
    const { data, layer, index, tones } = atlas;
    const name = data.names[pointed] ?? layer.names[pointed] ?? pointed;
    const said = [saidOf(data, cellOf(data, pointed, index)), elsewhereOf(data, pointed, index)].filter(Boolean).join(". ");
    tip.replaceChildren(element("b", "", `${name} · ${data.years[index]}`), element("span", "", said));
    Object.assign(tip.style, { background: tones.hover, borderColor: tones.selected, color: tones.text });
    const paths = [...atlas.plot.querySelectorAll(".choroplethlayer .choroplethlocation")];
    const line = paths.findLast((path) => path.__data__.loc === pointed)?.getAttribute("d");
    // On this map it may lie outside of what is seen.
    if (!line) return;
    outline.setAttribute("d", line);
    outline.style.stroke = tones.selected;
    // Not among the shapes: Plotly takes every path there for one of its own.
    atlas.plot.querySelector(".main-svg").append(outline);
  };

  /** Take over a camera; of many that come while one is being painted, the last. */
  const follow = async (seen) => {
    next = seen;
    if (busy) return;
    busy = true;
    while (next) {
      const aim = next;
      next = null;
      if (!isSame(aim, camera(atlas.plot.layout.geo))) await window.Plotly.relayout(atlas.plot, wanted(aim)).catch(() => {});
    }
    busy = false;
  };

  const member = {
    view: () => (atlas.drawn === atlas.data?.view ? atlas.drawn : null),
    follow,
    point(iso3) {
      if (iso3 === pointed) return;
      pointed = iso3;
      mark();
    },
    choose(iso3) {
      if (atlas.drawn === null || atlas.data.selected === iso3) return;
      atlas.data = { ...atlas.data, selected: iso3 };
      redraw();
    },
  };
  AT.forEach((event) => atlas.root.addEventListener(event, lead, { capture: true, passive: true }));

  const lendCamera = (seen) => leads() && others().forEach((one) => one.view() === member.view() && one.follow(seen));

  const leave = () => {
    if (!group) return;
    others().forEach((one) => leads() && one.point(null));
    group.members.delete(member);
    if (leads()) group.leader = null;
    if (!group.members.size) groups.delete(group.name);
    group = null;
    member.point(null);
  };

  return {
    /** Belong to the group of this name; to none where there is no name. */
    join(name) {
      if (group?.name === name) return;
      leave();
      if (!name) return;
      group = groups.get(name) ?? { name, members: new Set(), leader: null };
      groups.set(name, group);
      group.members.add(member);
    },
    leave,
    /** Hear what the reader points at; to be called once, when the map is first painted. */
    listen() {
      const tell = (iso3) => leads() && others().forEach((one) => one.point(iso3));
      atlas.plot.on("plotly_hover", ({ points }) => tell(points[0]?.location ?? null));
      atlas.plot.on("plotly_unhover", () => tell(null));
      atlas.plot.on("plotly_relayouting", (told) => lendCamera(moving(atlas.plot.layout.geo, told)));
    },
    /** To be called whenever the map has been painted or moved. */
    moved() {
      mark();
      lendCamera(camera(atlas.plot.layout.geo));
    },
    chosen: (iso3) => others().forEach((one) => one.choose(iso3)),
  };
};
return { link };
})();
const module_picture = (() => {
// The map as a file: what is on the screen, with title, legend, sources, date, licence, boundary note and link in it.
const { lines } = module_flows;
const { sitesOf } = module_points;
const { shape, SVG } = module_shapes;

const MARGIN = 20;
const PNG_SCALE = 3;
// Width of a sign as a share of its size, with room for the wider fonts that may stand in for ours.
const LETTER = 0.58;

/** Text in lines of at most so many signs, broken after a space, in a link after "?" or "&", and in a word only where that
 * is longer than a line. */
const wrapped = (text, size, width) => {
  const most = Math.floor(width / (size * LETTER));
  const lines = [""];
  for (const word of text.split(/(?<=[ ?&])/).flatMap((one) => one.match(new RegExp(`.{1,${most}}`, "g")) ?? [])) {
    const last = lines.length - 1;
    if ((lines[last] + word).trimEnd().length > most && lines[last]) lines.push(word);
    else lines[last] += word;
  }
  return lines.map((line) => line.trimEnd());
};

/** Lines of text below one another; returns where the next may start. */
const write = (page, text, top, { size, tones, width, weight = 400 }) => {
  let y = top;
  for (const line of wrapped(text, size, width)) {
    y += size * 1.35;
    page.append(shape("text", { x: MARGIN, y, "font-size": size, "font-weight": weight, fill: tones.text }, line));
  }
  return y;
};

const BAR = 240;

/** The bar of a colour that runs on, its labels below; returns the width it takes. */
const bar = (page, item, x, y, tones) => {
  const fills = item.querySelector(".atlas-bar").dataset.fills.split(" ");
  const wide = BAR / fills.length;
  fills.forEach((fill, i) => page.append(shape("rect", { x: x + i * wide, y: y - 14, width: wide + 0.5, height: 9, fill })));
  ["start", "middle", "end"].forEach((anchor, i) =>
    page.append(
      shape("text", { x: x + (i * BAR) / 2, y: y + 5, "font-size": 10, "text-anchor": anchor, fill: tones.text }, item.querySelectorAll(".atlas-ends span")[i].textContent),
    ),
  );
  return BAR + 18;
};

/** A copy of a line's sign in the legend, at its place in the picture. */
const placed = (line, x, y) => {
  const copy = line.cloneNode(true);
  Object.entries({ x, y }).forEach(([name, value]) => copy.setAttribute(name, value));
  return copy;
};

const legend = (page, box, top, tones, width) => {
  let [x, y] = [MARGIN, top + 20];
  for (const item of box.querySelectorAll("li")) {
    if (item.classList.contains("atlas-ramp")) {
      x += bar(page, item, x, y, tones);
      continue;
    }
    const text = item.textContent;
    const wide = text.length * 12 * LETTER + 46;
    if (x + wide > width + MARGIN) [x, y] = [MARGIN, y + 20];
    const swatch = item.querySelector(".atlas-swatch");
    const line = item.querySelector(".atlas-line");
    if (swatch) page.append(shape("rect", { x, y: y - 10, width: 22, height: 12, fill: swatch.style.background, stroke: swatch.style.borderColor }));
    if (line) page.append(placed(line, x, y - 11));
    const indent = swatch ? 28 : line ? 34 : 0;
    page.append(shape("text", { x: x + indent, y, "font-size": 12, fill: tones.text }, text));
    x += wide - (indent ? 0 : 28);
  }
  return y + 4;
};

/** The sources of each layer that is on the map: the colours, the lines, the sites. Those of the shapes are in the note. */
const sourcesOf = (data, index) => {
  const { words, flows, points } = data;
  const runs = Object.values(data.cells).map((cell) => cell.runs.findLast(([from]) => from <= index));
  const layers = [
    [words.layer_areas, runs.filter((run) => run?.length === 4).map((run) => data.sources[run[3]])],
    [words.layer_lines, flows ? lines(flows, data.years[index]).map(({ cell }) => cell.source) : []],
    [words.layer_sites, points ? sitesOf(data).filter((site) => site[7] >= 0).map((site) => points.sources[site[7]]) : []],
  ];
  const told = layers.map(([layer, named]) => [layer, [...new Set(named)]]).filter(([, named]) => named.length);
  return told.map(([layer, named]) => `${words.sources}, ${layer}: ${named.join("; ")}.`).join(" ");
};

/** Compose the picture; returns {svg, width, height}. */
const compose = (atlas, state) => {
  const { data, tones, plot, index } = atlas;
  const { width, height } = state.size;
  const page = shape("svg", { xmlns: SVG, "font-family": "Source Sans 3, Source Sans Pro, Arial, sans-serif" });
  page.append(shape("rect", { width: "100%", height: "100%", fill: tones.water }));
  const text = { tones, width, size: 11 };
  let y = write(page, atlas.heading.textContent, 8, { ...text, size: 20, weight: 600 }) + 10;
  const frame = shape("svg", { x: MARGIN, y, width, height, viewBox: `${-plot.offsetLeft} ${-plot.offsetTop} ${width} ${height}` });
  frame.append(plot.querySelector(".main-svg").cloneNode(true));
  page.append(frame, shape("rect", { x: MARGIN, y, width, height, fill: "none", stroke: tones.border }));
  y = legend(page, atlas.legend, y + height, tones, width);
  y = write(page, sourcesOf(data, index), y + 6, text);
  y = write(page, atlas.note.textContent, y, text);
  y = write(page, `${data.credit} ${new Date().toISOString().slice(0, 10)}.`, y, text);
  y = write(page, location.href, y, text) + 14;
  const size = { width: width + 2 * MARGIN, height: Math.ceil(y) };
  Object.entries({ ...size, viewBox: `0 0 ${size.width} ${size.height}` }).forEach(([name, value]) => page.setAttribute(name, value));
  return { svg: new XMLSerializer().serializeToString(page), ...size };
};

const offer = (blob, name) => {
  const tag = document.createElement("a");
  tag.href = URL.createObjectURL(blob);
  tag.download = name;
  tag.click();
  setTimeout(() => URL.revokeObjectURL(tag.href), 10_000);
};

const painted = async ({ svg, width, height }) => {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * PNG_SCALE, height: height * PNG_SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
};

/** Hand the reader the map as a file of `kind` "png" or "svg". */
const save = async (atlas, state, kind) => {
  const picture = compose(atlas, state);
  const name = `c5plus1-atlas_${atlas.data.indicator}_${atlas.data.years[atlas.index]}.${kind}`;
  offer(kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await painted(picture), name);
};
return { wrapped, sourcesOf, compose, save };
})();
const module_flowlayer = (() => {
// Flows on the map: a layer of our own inside Plotly's drawing, between the countries and their labels.
//
// Not Plotly traces: their lines have no arrowheads, take no pointer but near a vertex, and each costs a year step.
// Here ends and heads are measured in pixels and laid anew on every move of the map.
const { lines, told } = module_flows;
const { ink } = module_marks;
const { element } = module_parts;
const { siteAt } = module_points;
const { arrow, frameOf, pieces, runs, sheet } = module_screen;
const { shape } = module_shapes;

const GAP = 6;
const DOT = 3.2;

const strokes = (line, arrows, tones) => {
  const group = shape("g", { class: "atlas-flow", "data-flow": line.id, opacity: 0.88 });
  group.append(...ink(line, arrows, tones[line.tone], tones.halo));
  return group;
};

/** Where a line lies in the frame, and the arrows it is drawn as. */
const laid = (line, paper, box) => {
  const seen = pieces(line.places, paper).flatMap((piece, i, all) =>
    runs(piece, box).map((run) => ({
      ...run,
      starts: run.starts && i === 0,
      ends: run.ends && i === all.length - 1,
    })),
  );
  const arrows = seen.map((run, i) => (i < seen.length - 1 ? { shaft: run.points } : arrow(run, line.thick, GAP)));
  return { line, seen, arrows: arrows.filter(Boolean) };
};

const dots = (flows, drawn, paper, tones) => {
  const places = new Set(drawn.flatMap(({ line }) => [line.origin, line.dest]));
  return [...places]
    .map((iso3) => paper.at(flows.anchors[iso3]))
    .filter(Boolean)
    .map(([cx, cy]) => shape("circle", { cx, cy, r: DOT, fill: tones.text, stroke: tones.halo, "stroke-width": 1.5 }));
};

/** Whether a spot lies on what is drawn of a line; the halo around its stroke, a pixel wide, counts as it. */
const isInked = (node, spot) =>
  [...node.children].some((one) => one.isPointInStroke(spot) || (one.getAttribute("fill") !== "none" && one.isPointInFill(spot)));

/** A layer of flows for the Plotly graph `plot` in `picture`; `does(event)` says in words what a click on a line takes,
 * and whether that is the pair: {says, isPair}. */
const flowLayer = (plot, picture, does) => {
  const group = shape("g", { class: "atlas-flows" });
  const tip = element("div", "atlas-tip");
  tip.hidden = true;
  picture.append(tip);
  const state = { flows: null, lines: [], drawn: [], lit: null, selected: null };

  const mark = () => {
    const lit = state.lit ?? state.selected;
    group.classList.toggle("atlas-dimmed", Boolean(lit) && state.drawn.some(({ line }) => line.id === lit));
    [...group.children].forEach((node) => node.classList.toggle("atlas-lit", node.dataset.flow === lit));
  };
  const lay = () => {
    group.replaceChildren();
    state.drawn = [];
    const geo = plot._fullLayout?.geo?._subplot;
    if (!state.flows || !geo) return;
    const front = plot.querySelector(".geo .frontplot");
    if (group.parentNode !== front) front.prepend(group);
    const paper = sheet(geo.projection);
    const box = frameOf(geo, plot, picture);
    state.drawn = state.lines.map((line) => laid(line, paper, box));
    group.append(...state.drawn.map(({ line, arrows }) => strokes(line, arrows, state.tones)));
    group.append(...dots(state.flows, state.drawn, paper, state.tones));
    mark();
  };
  /** The line whose ink lies at a place of the window, the one painted last; null where there is none. */
  const at = ({ clientX, clientY }) => {
    const frame = plot.getBoundingClientRect();
    const spot = new DOMPoint(clientX - frame.left, clientY - frame.top);
    const id = [...group.querySelectorAll(".atlas-flow")].findLast((node) => isInked(node, spot))?.dataset.flow;
    return state.drawn.find(({ line }) => line.id === id)?.line ?? null;
  };
  const light = (line, event) => {
    const before = state.lit;
    state.lit = line?.id ?? null;
    tip.hidden = !line;
    if (before !== state.lit) mark();
    if (!line) return plot.classList.remove("atlas-on-flow");
    const { says, isPair } = does(event);
    plot.classList.toggle("atlas-on-flow", isPair);
    const frame = picture.getBoundingClientRect();
    const spot = [event.clientX - frame.left, event.clientY - frame.top];
    return point(tip, picture, spot, [...told(state.flows, line, state.year, state.names), ...says], state.tones);
  };

  plot.addEventListener("mouseleave", () => light(null));
  plot.addEventListener(
    "mousemove",
    (event) => {
      const line = event.buttons === 0 ? at(event) : null;
      const isLine = Boolean(line) && !siteAt(plot, event);
      if (isLine && !state.lit) window.Plotly.Fx.unhover(plot);
      light(isLine ? line : null, event);
      if (isLine) event.stopPropagation();
    },
    true,
  );

  return {
    /** Draw the flows of a year (none where `flows` is null); call it after every drawing of the map. */
    set({ flows, year, names, selected, tones }) {
      Object.assign(state, { flows, year, names, selected, tones, lines: flows ? lines(flows, year) : [] });
      light(null);
      lay();
    },
    /** Lay the same flows anew after the map has moved. */
    lay,
    at,
    /** Let the line of a pair stand out, none where `id` is empty. */
    select(id) {
      state.selected = id || null;
      light(null);
      mark();
    },
    /** The lines that are drawn, thickest first, with where they lie in the frame. */
    drawn: () => state.drawn,
  };
};

/** Put the label beside the pointer, inside the picture. */
const point = (tip, picture, [x, y], text, tones) => {
  const [title, value, ...rest] = text;
  tip.replaceChildren(element("b", "", title), element("b", "", value), ...rest.map((line) => element("span", "", line)));
  Object.assign(tip.style, { background: tones.hover, borderColor: tones.outline, color: tones.text });
  const left = x + 14 + tip.offsetWidth > picture.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
  const top = Math.min(y + 12, picture.clientHeight - tip.offsetHeight - 4);
  Object.assign(tip.style, { left: `${Math.max(4, left)}px`, top: `${Math.max(4, top)}px` });
};
return { flowLayer };
})();
const module_choosing = (() => {
// What a click on the map takes: the pair of a line where it is on the line's ink and the page takes pairs, else the country
// whose shape or site is under it. What the pointer shows, a click takes; both are marked at once, before the server answers.
const { countryAt } = module_areas;
const { siteAt } = module_points;
const { fill } = module_text;

const DRAG_PX = 4;
const PULSE = [{ strokeWidth: "2.5px" }, { strokeWidth: "8px" }, { strokeWidth: "2.5px" }];
const PULSE_MS = 350;

const isTaking = (atlas) => "pair" in atlas.data.parts;

const isOnMap = ({ cells, labelled }, iso3) => iso3 in cells || labelled.includes(iso3);

/** {pair, country, isEnd} at a place of the window; one of the first two at most is not null. Where pairs are not taken, ink
 * over a country on the map takes that country, and over sea or a country not covered the one of the five at its end. */
const taken = (atlas, event) => {
  const site = siteAt(atlas.plot, event);
  if (site) return { pair: null, country: site, isEnd: false };
  const [line, below] = [atlas.flowLayer.at(event), countryAt(atlas.plot, event)];
  if (!line) return { pair: null, country: below, isEnd: false };
  if (isTaking(atlas)) return { pair: line.id, country: null, isEnd: false };
  const end = [line.origin, line.dest].find((iso3) => atlas.data.five.includes(iso3));
  const isEnd = Boolean(end) && !isOnMap(atlas.data, below);
  return { pair: null, country: isEnd ? end : below, isEnd };
};

/** What the label of a line says of a click on it: {says, isPair}. */
const clickOf = (atlas, event) => {
  const { words, names } = atlas.data;
  const { pair, country, isEnd } = taken(atlas, event);
  if (pair) return { says: [words.takes_pair], isPair: true };
  const name = names[country] ?? country;
  const says = words[isEnd ? "takes_end" : "takes_country"];
  return { says: country ? [fill(says, { name })] : [], isPair: false };
};

const choosePair = (atlas, id) => {
  const pair = id === atlas.data.pair ? "" : id;
  atlas.data = { ...atlas.data, pair: pair || null };
  atlas.flowLayer.select(pair);
  atlas.send("pair", pair);
};

/** Outline a country; that of one that is outlined already swells for a moment. */
const chooseCountry = (atlas, country, draw) => {
  const { selected, pair } = atlas.data;
  if (country === selected) {
    [...atlas.plot.querySelectorAll(".choroplethlayer > .choropleth:last-child path")].at(0)?.animate(PULSE, PULSE_MS);
    if (!pair) return;
  }
  atlas.data = { ...atlas.data, selected: country, pair: null };
  draw(atlas);
  atlas.link.chosen(country);
  atlas.send("country", country);
};

/** Take the reader's clicks on the map; `draw(atlas)` outlines what was chosen. */
const hearClicks = (atlas, draw) => {
  const from = [0, 0];
  atlas.plot.addEventListener("mousedown", ({ clientX, clientY }) => from.splice(0, 2, clientX, clientY), true);
  atlas.plot.addEventListener(
    "click",
    (event) => {
      if (Math.hypot(event.clientX - from[0], event.clientY - from[1]) > DRAG_PX) return;
      const { pair, country } = taken(atlas, event);
      if (pair) choosePair(atlas, pair);
      else if (country) chooseCountry(atlas, country, draw);
    },
    true,
  );
};
return { taken, clickOf, hearClicks };
})();
const module_figure = (() => {
// From the payload to a Plotly figure: areas and points; flows and labels have layers of their own.
const { areas } = module_areas;
const { points } = module_points;
const { frame } = module_views;

const traces = (state, tones) => [...areas(state, tones), ...points(state, tones)];

const layout = (state, kept, tones) => ({
  geo: frame(state.data.view, kept, tones),
  margin: { l: 0, r: 0, t: 0, b: 0 },
  width: state.size.width,
  height: state.size.height,
  paper_bgcolor: "rgba(0,0,0,0)",
  font: { color: tones.text, family: state.font },
  hoverlabel: { bgcolor: tones.hover, bordercolor: tones.outline, font: { color: tones.text, size: 13 }, align: "left" },
  dragmode: "pan",
  showlegend: false,
});
return { traces, layout };
})();
const module_labels = (() => {
// Names of the main countries and of those that flows lead to, and values where the view has room: printed, so that they
// are read without a pointer. A layer of our own, because Plotly's texts know neither shapes nor one another.
const { arc } = module_arcs;
const { fillsOf } = module_areas;
const { cellOf, placeOf } = module_cells;
const { masks } = module_masks;
const { place } = module_places;
const { frameOf, pieces, sheet } = module_screen;
const { path, shape } = module_shapes;
const { VIEWS } = module_views;

const INK = ["#10151b", "#ffffff"];
const SIZES = { values: [13, 10], names: [12, 10] };
const LINE = 1.2;
const EDGE_SIGN = "→ ";
const BOLD = 700;
const NORMAL = 500;

/** Whether white reads better than black on a colour. */
const isDeep = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

/** Ink of a label that stands on its country's fill. */
const onFill = (state, tones, iso3) => {
  const deep = isDeep(fillsOf(state.data, tones)[placeOf(state.data, cellOf(state.data, iso3, state.index))]);
  return { ink: INK[Number(deep)], halo: deep ? "rgba(0,0,0,.55)" : "rgba(255,255,255,.7)" };
};

const valueOf = ({ data, index }, iso3) => {
  const cell = cellOf(data, iso3, index);
  return (cell && cell.code >= 0 && cell.text) || "";
};

/** The longest value of any year: a label that moved from year to year would be hard to follow. */
const widest = (data, iso3) =>
  (data.cells[iso3]?.texts ?? "").split("|").reduce((most, text) => (text.length > most.length ? text : most), "");

/** Where the lines to and from a country outside the frame cross its edge. */
const crossings = (iso3, drawn) =>
  drawn.flatMap(({ line, seen }) => [
    ...(line.origin === iso3 ? seen.filter(({ starts }) => !starts).map(({ points }) => points[0]) : []),
    ...(line.dest === iso3 ? seen.filter(({ ends }) => !ends).map(({ points }) => points.at(-1)) : []),
  ]);

const measuring = (font, size) => {
  const paper = new OffscreenCanvas(1, 1).getContext("2d");
  return (text, weight) => {
    paper.font = `${weight} ${size}px ${font}`;
    return paper.measureText(text).width;
  };
};

/** What is to be printed: the names, and the values of the main countries where the view prints them. */
const wanted = (state, drawn, size) => {
  const { data, layer, names } = state;
  const measure = measuring(state.font, size);
  const isValued = VIEWS[data.view].labels === "values";
  const main = VIEWS[data.view].labels === "none" ? [] : data.labelled;
  const ends = new Set(drawn.flatMap(({ line }) => [line.origin, line.dest]));
  return [...new Set([...main, ...ends])].map((iso3) => {
    const hasValue = isValued && main.includes(iso3) && widest(data, iso3);
    const lines = [{ text: names[iso3] ?? iso3, weight: NORMAL }];
    if (hasValue) lines.push({ text: widest(data, iso3), weight: BOLD });
    const wide = Math.max(...lines.map(({ text, weight }) => measure(text, weight))) + 4;
    const box = { wide, high: lines.length * LINE * size + 2, edgeWide: wide + measure(EDGE_SIGN, NORMAL) + 6 };
    return { iso3, hasValue, ...box, at: layer.points[iso3], end: data.flows?.anchors[iso3], crossings: crossings(iso3, drawn) };
  });
};

/** The lines of one label, from its middle. */
const texts = (lines, { left, right, top, bottom }, { size, ink, halo }) =>
  lines.map(({ text, weight }, i) =>
    shape(
      "text",
      {
        x: (left + right) / 2,
        y: (top + bottom) / 2 + (i - lines.length / 2 + 0.8) * LINE * size,
        "text-anchor": "middle",
        "font-size": size,
        "font-weight": weight,
        fill: ink,
        stroke: halo,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      },
      text,
    ),
  );

const leader = (line, tones) => {
  const [from, to] = [line[0], line.at(-1)];
  const [cx, cy] = to;
  return [
    shape("path", { d: path([from, to]), stroke: tones.halo, "stroke-width": 3.4, "stroke-linecap": "round" }),
    shape("path", { class: "atlas-leader", d: path([from, to]), stroke: tones.text, "stroke-width": 1.1 }),
    shape("circle", { cx, cy, r: 1.9, fill: tones.text, stroke: tones.halo, "stroke-width": 0.8 }),
  ];
};

const fitted = (text, wide) => {
  text.setAttribute("textLength", wide);
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
};

/** What a label that stands on no country of its own stands on: it is not to be read as a name of what lies below. */
const ground = ({ left, top, right, bottom }, look) =>
  shape("rect", { x: left - 1, y: top, width: right - left + 2, height: bottom - top, rx: 4, ...look });

const isIn = ({ left, top, right, bottom }, [x, y]) => x > left && x < right && y > top && y < bottom;

/** The label layer of the Plotly graph `plot` in `picture`; `tools` are buttons that it keeps clear of. */
const labelLayer = ({ plot, picture, tools }) => {
  const group = shape("g", { class: "atlas-labels" });
  const held = { ground: null, key: null, asked: null, places: [], nodes: [] };

  const blocked = () => {
    const frame = plot.getBoundingClientRect();
    const { left, top, right, bottom } = tools.getBoundingClientRect();
    return [{ left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top }];
  };
  /** The masks of what is seen, drawn anew only where the map has moved. */
  const seen = (geo, state, paper) => {
    const { projection } = geo;
    const box = frameOf(geo, plot, picture);
    const key = JSON.stringify([projection.scale(), projection.translate(), projection.rotate(), projection.center(), box, state.layer.url, state.data.view]);
    if (key !== held.key) Object.assign(held, { key, asked: null, ground: { box, ...masks(plot, box) } });
    const { ground } = held;
    const sites = plot.data.find(({ meta }) => meta === "points");
    if (ground.flows !== state.data.flows || ground.sites !== sites?.lon) {
      const found = inked(state.data, sites, ground, paper);
      Object.assign(ground, { flows: state.data.flows, sites: sites?.lon, ink: found });
      held.asked = null;
    }
    const coloured = Object.keys(state.data.cells);
    if (ground.names !== coloured.join()) {
      Object.assign(ground, { names: coloured.join(), coloured: ground.together(coloured) });
      held.asked = null;
    }
    return { ...ground, main: state.data.labelled };
  };
  /** What labels make way for: sites, and the lines of all years, for with those of one they would move with the year. */
  const inked = ({ flows }, sites, { along }, paper) => {
    const ways = (flows?.pairs ?? []).flatMap(({ origin, dest }) => pieces(arc(flows.anchors[origin], flows.anchors[dest]), paper));
    const spots = (sites?.lon ?? []).map((lon, i) => paper.at([lon, sites.lat[i]])).filter(Boolean);
    return along([...ways, ...spots.map(([x, y]) => [-6, -2, 2, 6].flatMap((up) => [[x - 8, y + up], [x + 8, y + up]]))]);
  };

  /** Print the labels of `state`; to be called after every drawing, every year and every move of the map. */
  const lay = (state, drawn, tones) => {
    group.replaceChildren();
    const geo = plot._fullLayout?.geo?._subplot;
    if (!geo) return;
    plot.querySelector(".geo .frontplot").append(group);
    const paper = sheet(geo.projection);
    const ground = seen(geo, state, paper);
    const size = SIZES[VIEWS[state.data.view].labels === "values" ? "values" : "names"][Number(state.narrow)];
    const items = wanted(state, drawn, size).map(({ at, end, ...item }) => {
      const anchor = end && paper.at(end);
      return { ...item, spot: at && paper.at(at), anchor: anchor && isIn(ground.box, anchor) ? anchor : null };
    });
    const asked = JSON.stringify(items);
    if (asked !== held.asked) Object.assign(held, { asked, places: place(items, ground, blocked()) });
    const valued = new Set(items.filter(({ hasValue }) => hasValue).map(({ iso3 }) => iso3));
    held.nodes = held.places.map((found) => {
      const at = found.kind === "edge" ? null : (state.layer.points[found.iso3] ?? state.data.flows.anchors[found.iso3]);
      return { at, from: at && paper.at(at), node: printed(found, { ...state, size }, tones, valued.has(found.iso3)) };
    });
    group.append(...held.nodes.map(({ node }) => node));
  };
  /** Carry the labels along with their countries, while the map is under the reader's hand. */
  const carry = () => {
    const geo = plot._fullLayout?.geo?._subplot;
    if (!geo) return;
    const paper = sheet(geo.projection);
    for (const { at, from, node } of held.nodes.filter((one) => one.from)) {
      const to = paper.at(at);
      node.style.display = to ? "" : "none";
      if (to) node.setAttribute("transform", `translate(${to[0] - from[0]},${to[1] - from[1]})`);
    }
  };
  return { lay, carry };
};

const printed = ({ iso3, kind, rect, line, sign, isOver }, state, tones, isValued) => {
  const node = shape("g", { class: "atlas-label", "data-country": iso3, "data-place": kind });
  const look = kind === "own" ? onFill(state, tones, iso3) : { ink: tones.text, halo: kind === "edge" ? "none" : tones.halo };
  const name = state.names[iso3] ?? iso3;
  const lines = [{ text: sign ? `${sign} ${name}` : name, weight: NORMAL }];
  const value = isValued ? valueOf(state, iso3) : "";
  if (value) lines.push({ text: value, weight: BOLD });
  if (kind === "beside") node.append(...leader(line, tones));
  const plate = kind === "edge" || isOver ? { stroke: tones.outline, "stroke-width": 0.8 } : { "fill-opacity": 0.8 };
  if (kind !== "own") node.append(ground(rect, { fill: tones.water, ...plate }));
  const written = texts(lines, rect, { size: state.size, ...look });
  // In the picture that is saved another font may stand in, and a wider one would leave the sheet.
  if (kind === "edge") fitted(written[0], rect.right - rect.left - 10);
  node.append(...written);
  return node;
};
return { labelLayer };
})();
const module_legend = (() => {
// The legend as plain HTML: it is read by screen readers, wraps on a phone and has its no-data entries. Pointing at an
// entry, or reaching it by keyboard, marks its countries; a click keeps them marked.
const { width } = module_arcs;
const { fillsOf } = module_areas;
const { sign } = module_marks;
const { element } = module_parts;
const { SIGNS } = module_points;

const entry = (colour, text, outline, place, mark) => {
  const item = element("li");
  const button = element("button", "atlas-entry");
  button.type = "button";
  button.dataset.place = place;
  button.setAttribute("aria-label", text);
  button.setAttribute("aria-pressed", "false");
  const swatch = element("span", "atlas-swatch");
  swatch.style.background = colour;
  swatch.style.borderColor = outline;
  button.append(swatch, element("span", "", text));
  const isKept = () => button.getAttribute("aria-pressed") === "true";
  const keep = () => {
    const next = !isKept();
    button.closest("ul").querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", "false"));
    button.setAttribute("aria-pressed", String(next));
    mark(next ? place : null);
  };
  const leave = () => {
    const kept = button.closest("ul")?.querySelector('[aria-pressed="true"]');
    mark(kept ? Number(kept.dataset.place) : null);
  };
  button.addEventListener("click", keep);
  ["pointerenter", "focus"].forEach((event) => button.addEventListener(event, () => mark(place)));
  ["pointerleave", "blur"].forEach((event) => button.addEventListener(event, leave));
  item.append(button);
  return item;
};

const line = (mark, colour, tones, text) => {
  const item = element("li");
  item.append(sign(mark, colour, tones.halo), element("span", "", text));
  return item;
};

const widths = (flows, tones) => {
  const list = element("ul", "atlas-legend atlas-widths");
  list.setAttribute("aria-label", flows.words.widths);
  Object.entries(flows.measures).forEach(([tone, text]) => list.append(line({ thick: 4 }, tones[tone], tones, text)));
  flows.marks.forEach(({ value, text }) => list.append(line({ thick: width(value, flows.most) }, tones.outline, tones, text)));
  if (flows.under) list.append(line({ thick: width(0, flows.most), isSmall: true }, tones.outline, tones, flows.under));
  return list;
};

const symbols = ({ points, words }) => {
  const list = element("ul", "atlas-legend");
  list.setAttribute("aria-label", words.sites);
  points.kinds.forEach(({ id, label }) => list.append(element("li", "", `${SIGNS[id]} ${label}`)));
  return list;
};

/** A colour that runs on, with what stands at its start, middle and end. */
const ramp = (fills, ends) => {
  const item = element("li", "atlas-ramp");
  const bar = element("span", "atlas-bar");
  bar.style.background = `linear-gradient(to right, ${fills.join(", ")})`;
  bar.dataset.fills = fills.join(" ");
  const labels = element("span", "atlas-ends");
  labels.append(...ends.map((text) => element("span", "", text)));
  item.append(bar, labels);
  return item;
};

/** Write the legend into `box`; `mark(place)` is called with the entry pointed at, or null. */
const drawLegend = (box, data, tones, mark) => {
  const list = element("ul", "atlas-legend");
  list.setAttribute("aria-label", `${data.words.legend}: ${data.unit}`);
  if (data.unit) list.append(element("li", "atlas-unit", data.unit));
  const said = [...data.classes, ...data.missing].map(({ label }) => label);
  const land = said.length;
  const fills = fillsOf(data, tones);
  const runsOn = (place) => data.scale.ends?.length && ["positive", "negative"].includes(data.scale.kinds[place]);
  if (data.scale.ends?.length) list.append(ramp(fills.filter((_, place) => runsOn(place)), data.scale.ends));
  fills.forEach((colour, place) => {
    if (runsOn(place)) return;
    const text = place === land ? data.words.not_covered_short : said[place];
    list.append(entry(colour, text, place === land ? tones.border : tones.outline, place, mark));
  });
  box.replaceChildren(list);
  if (data.flows) box.append(widths(data.flows, tones));
  if (data.points) box.append(symbols(data));
};
return { drawLegend };
})();
const module_drawing = (() => {
// Painting the map into its parts: anew where view, room, theme, selection or covered countries changed, else in place.
const { describe: inWords } = module_alt;
const { markAreas, repaintAreas } = module_areas;
const { layout, traces } = module_figure;
const { flowGaps } = module_flows;
const { drawLegend } = module_legend;
const { isDark, theme } = module_palette;
const { regroup } = module_points;
const { fill } = module_text;
const { camera, measure, VIEWS } = module_views;

const NARROW = 560;
const FADE_MS = 300;
const CONFIG = { displayModeBar: false, scrollZoom: true, responsive: false, doubleClick: false };

/** What the map is painted from: data, layer, year, names, room. */
const stateOf = (atlas) => {
  const { data, layer, index, root } = atlas;
  const size = measure(data.view, root.clientWidth);
  const names = { ...layer.names, ...data.names };
  const font = getComputedStyle(root).fontFamily;
  return { data, layer, index, names, font, narrow: size.width < NARROW, size };
};

const mark = (atlas, place) => {
  atlas.marked = place;
  markAreas(atlas.plot, place);
};

/** What is drawn, and in which year; lines over another subject are a second layer and say so. */
const headingOf = ({ title, indicator, flows, words }, year) => {
  const areas = `${title}, ${year}`;
  if (!flows?.title || flows.own.includes(indicator)) return areas;
  const lines = `${flows.title}, ${year}`;
  return fill(words[flows.years.includes(year) ? "two_layers" : "no_lines"], { areas, lines });
};

const describe = (atlas, state) => {
  const { data, index, root } = atlas;
  const year = data.years[index];
  root.dataset.indicator = data.indicator;
  root.dataset.year = String(year);
  root.dataset.view = data.view;
  root.dataset.selected = data.selected ?? "";
  const gaps = data.flows ? flowGaps(data.flows, year) : "";
  atlas.note.textContent = [gaps, data.flows?.note, data.note].filter(Boolean).join(" ");
  atlas.heading.textContent = headingOf(data, year);
  atlas.single.hidden = data.years.length > 1 || Boolean(data.between);
  atlas.single.textContent = fill(data.words.one_year, { year });
  atlas.picture.setAttribute("aria-label", inWords(data, state.names, index));
};

const namesOf = ({ data, names }) => ({ ...names, ...data.flows?.names });

const drawLabels = (atlas, state) =>
  atlas.labelLayer.lay({ ...state, names: namesOf(state) }, atlas.flowLayer.drawn(), atlas.tones);

/** Let flows and labels follow the map; `isOver` says whether its move is over. */
const follow = (atlas, isOver) => {
  atlas.flowLayer.lay();
  if (isOver) drawLabels(atlas, stateOf(atlas));
  else atlas.labelLayer.carry();
};

/** Flows of the year, and the labels that make way for them. */
const drawOver = (atlas, state) => {
  const { data, index } = state;
  atlas.flowLayer.set({ flows: data.flows, year: data.years[index], names: namesOf(state), selected: data.pair, tones: atlas.tones });
  drawLabels(atlas, state);
};

/** Only fills, flows and labels change: they are painted in place. */
const repaint = (atlas, state) => {
  repaintAreas(atlas.plot, state, atlas.tones);
  drawOver(atlas, state);
};

/** Another year of what is drawn. */
const step = (atlas, index) => {
  atlas.index = index;
  if (atlas.root.dataset.ready !== "true") return draw(atlas);
  const state = stateOf(atlas);
  repaint(atlas, state);
  if (atlas.marked !== null) mark(atlas, atlas.marked);
  return describe(atlas, state);
};

/** All that Plotly's shapes, their places and their order follow from: while it is the same, they stand as drawn. */
const groundOf = ({ data, layer, tones }, { size, narrow }) => {
  const { view, selected, cells, points } = data;
  return JSON.stringify([view, selected, Object.keys(cells), Boolean(points), layer.url, size, narrow, tones.water]);
};

const plotAll = async (atlas, state, kept) => {
  const config = { topojsonURL: atlas.topology, ...CONFIG };
  await window.Plotly.react(atlas.plot, traces(state, atlas.tones), layout(state, kept, atlas.tones), config);
  await regroup(atlas.plot, state);
};

const lay = ({ root, picture, plot }, { size: { width, height } }) => {
  root.style.setProperty("--atlas-width", `${width}px`);
  picture.style.height = `${height}px`;
  Object.assign(plot.style, { width: `${width}px`, height: `${height}px` });
};

/** Lay a picture of the old view over the new one and let it fade, unless the reader asked for less motion. */
const fade = (atlas) => {
  const old = atlas.plot.querySelector(".main-svg");
  if (!old || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const ghost = old.cloneNode(true);
  ghost.classList.add("atlas-ghost");
  ghost.style.cssText += `left:${atlas.plot.style.left};top:${atlas.plot.style.top}`;
  atlas.picture.append(ghost);
  ghost.animate([{ opacity: 1 }, { opacity: 0 }], FADE_MS).finished.finally(() => ghost.remove());
};

/** Draw anew where the room or the theme is no longer the one that was drawn for. */
const fit = (atlas) => {
  const { root, size, tones, data } = atlas;
  if (atlas.drawn === null) return false;
  const { width, height } = measure(data.view, root.clientWidth);
  return (width !== size.width || height !== size.height || theme(isDark(root)) !== tones) && draw(atlas);
};

/** Paint what `atlas` holds; `reset` gives up the reader's zoom. Of several calls at once the last is painted. */
const draw = async (atlas, reset = false) => {
  const { plot, root } = atlas;
  const turn = ++atlas.turn;
  root.dataset.ready = "false";
  await atlas.gesture?.over();
  if (turn !== atlas.turn) return;
  const { data } = atlas;
  const dark = isDark(root);
  atlas.tones = theme(dark);
  root.classList.toggle("atlas-dark", dark);
  const isSame = atlas.framed === data.view;
  const kept = isSame && !reset ? camera(plot.layout.geo) : null;
  if (atlas.drawn !== null && !isSame) fade(atlas);
  atlas.framed = data.view;
  const state = stateOf(atlas);
  atlas.size = state.size;
  root.classList.toggle("atlas-narrow", state.narrow);
  lay(atlas, state);
  const ground = groundOf(atlas, state);
  if (reset || ground !== atlas.ground || data.points) {
    atlas.ground = null;
    await plotAll(atlas, state, kept);
    if (turn !== atlas.turn) return;
    if (atlas.drawn === null) atlas.listen();
    atlas.ground = ground;
    atlas.drawn = data.view;
    drawOver(atlas, state);
  } else {
    repaint(atlas, state);
    markAreas(plot, null);
  }
  atlas.wait.hidden = true;
  atlas.marked = null;
  drawLegend(atlas.legend, data, atlas.tones, (place) => mark(atlas, place));
  describe(atlas, state);
  atlas.link.moved();
  root.dataset.ready = "true";
  fit(atlas);
};
return { stateOf, headingOf, follow, step, fit, draw };
})();
const module_atlas = (() => {
// The map: one Plotly graph per mount, redrawn in place so that zoom and pan survive every change.
const { fullYears, openYears } = module_cells;
const { clickOf, hearClicks, taken } = module_choosing;
const { draw, fit, follow, stateOf, step } = module_drawing;
const { flowLayer } = module_flowlayer;
const { gesture } = module_gesture;
const { labelLayer } = module_labels;
const { link } = module_link;
const { layerOf, script, style, unpack } = module_loading;
const { button, skeleton } = module_parts;
const { save } = module_picture;
const { regroup } = module_points;
const { setupOf } = module_setups;
const { listed, shelfOf } = module_shelf;
const { timeline } = module_timeline;
const { recentred, VIEWS } = module_views;
const { sharePointer } = module_wheel;

const { keep } = module_setups;

const ZOOM = 1.6;
const REST_MS = 300;
const LEAVING = ["pointerdown", "keydown"];
const mounted = new WeakMap();
const asked = new WeakMap();
const beside = (name) => new URL(`${name}${new URL(import.meta.url).search}`, import.meta.url).href;
const plotly = () => script(beside("plotly/plotly-geo.min.js"));

plotly().catch(() => {});

/** Tell the page of a choice made on this map; whether it is to be sent to the server, too. */
const tell = (name, part, value) =>
  document.dispatchEvent(new CustomEvent(`atlas:${name}`, { detail: { part, value: String(value ?? "") }, cancelable: true }));

/** Tell the page what the server's answer shows, under the names of the parts of the link. */
const answered = (data) => {
  const said = { indicator: data.indicator, year: data.year, country: data.selected, pair: data.pair };
  Object.entries(data.parts).forEach(([what, part]) => tell("answered", part, said[what]));
};

const create = (parent, words) => {
  // A map of another version of this script: it hears no answer any more.
  parent.querySelectorAll(".atlas-map").forEach((old) => {
    old.dispatchEvent(new Event("atlas:replaced"));
    old.remove();
  });
  const parts = skeleton(parent, words);
  const atlas = { ...parts, data: null, index: 0, turn: 0, send: () => {}, lack: () => {}, drawn: null, ground: null, framed: null, marked: null, shelf: null, shelved: null };
  parts.tools.inert = parts.time.inert = true;
  atlas.timeline = timeline(
    parts.time,
    (index) => step(atlas, index),
    (index) => atlas.send("year", atlas.data.years[index]),
  );
  atlas.flowLayer = flowLayer(parts.plot, parts.picture, (event) => clickOf(atlas, event));
  atlas.labelLayer = labelLayer(parts);
  atlas.link = link(atlas, () => draw(atlas));
  atlas.listen = () => listen(atlas);
  atlas.unlisted = listed((label) => goAhead(atlas, label));
  const zoom = (turns) => {
    if (atlas.drawn === null) return null;
    const scale = atlas.plot._fullLayout?.geo?.projection?.scale ?? 1;
    return window.Plotly.relayout(atlas.plot, "geo.projection.scale", Math.max(0.6, Math.min(60, scale * ZOOM ** turns)));
  };
  atlas.tools.append(
    button("+", words.zoom_in, () => zoom(1)),
    button("−", words.zoom_out, () => zoom(-1)),
    button("⟲", words.reset, () => draw(atlas, true)),
    button("PNG", words.png, () => save(atlas, stateOf(atlas), "png")),
    button("SVG", words.svg, () => save(atlas, stateOf(atlas), "svg")),
  );
  sharePointer(parts, words, zoom);
  // What a click at a place of the window would take, without a click.
  parts.root.takenAt = (place) => taken(atlas, place);
  parts.root.addEventListener("atlas:replaced", () => takeDown(atlas));
  atlas.observer = new ResizeObserver(() => fit(atlas));
  atlas.observer.observe(parts.root);
  atlas.resized = () => fit(atlas);
  window.addEventListener("resize", atlas.resized);
  atlas.left = ({ type, key, target }) => {
    if ((type === "pointerdown" || key === "Enter") && !parts.root.contains(target)) atlas.timeline.hurry();
  };
  LEAVING.forEach((event) => document.addEventListener(event, atlas.left, true));
  // The text's colour follows the theme; the style sheet gives it a transition too short to see, to be heard of here.
  parts.root.addEventListener("transitionend", ({ target }) => target === parts.root && fit(atlas));
  return atlas;
};

const listen = (atlas) => {
  atlas.tools.inert = atlas.time.inert = false;
  atlas.gesture = gesture(atlas.plot);
  atlas.link.listen();
  atlas.plot.on("plotly_relayouting", () => follow(atlas, false));
  atlas.plot.on("plotly_relayout", async () => {
    const wanted = recentred(atlas.data.view, atlas.plot.layout.geo);
    if (wanted) return window.Plotly.relayout(atlas.plot, wanted);
    await regroup(atlas.plot, stateOf(atlas));
    atlas.link.moved();
    return follow(atlas, true);
  });
  hearClicks(atlas, draw);
};

/** Paint the indicator that the page's list now says, where the shelf has it with a figure for this year. */
const goAhead = (atlas, label) => {
  const { data, index } = atlas;
  const found = atlas.drawn && atlas.shelf?.beside(data.indicator, label);
  if (!found || found.partial || found.indicator === data.indicator || !found.years.includes(data.years[index])) return;
  tell("chosen", data.parts.indicator, found.indicator);
  hold(atlas, { ...data, ...found }, found.years.indexOf(data.years[index]));
};

/** Take over data and year, and paint them. */
const hold = (atlas, data, index) => {
  Object.assign(atlas, { data, index });
  atlas.timeline.set(data.years, { full: fullYears(data), open: openYears(data) }, index, data.words);
  return draw(atlas);
};

/** Have the shelf at hand for the next change, once the page is at rest; without it the server's answer is awaited. */
const stock = (atlas, address) => {
  clearTimeout(atlas.stocking);
  if (address !== atlas.shelved) Object.assign(atlas, { shelved: address, shelf: null });
  if (!address || atlas.shelf) return;
  atlas.stocking = setTimeout(async () => {
    const found = await shelfOf(address).catch(() => null);
    // Meanwhile the data may have been replaced.
    if (atlas.shelved !== address) return;
    atlas.shelf = found;
    if (!found) atlas.lack();
  }, REST_MS);
};

const yearIndex = (atlas, data) => {
  const before = atlas.data;
  const same = before && before.indicator === data.indicator && before.year === data.year;
  const reached = before && (same || atlas.timeline.ahead) ? data.years.indexOf(before.years[atlas.index]) : -1;
  return reached >= 0 ? reached : Math.max(0, data.years.indexOf(data.year));
};

const takeDown = (atlas) => {
  atlas.observer.disconnect();
  window.removeEventListener("resize", atlas.resized);
  LEAVING.forEach((event) => document.removeEventListener(event, atlas.left, true));
  atlas.timeline.stop();
  atlas.link.leave();
  atlas.unlisted();
  clearTimeout(atlas.stocking);
  if (atlas.drawn) window.Plotly.purge(atlas.plot);
};

const destroy = (atlas, parent) =>
  setTimeout(() => {
    // A newer call may own the same element: only a map that has left the page is taken down.
    if (parent.isConnected) return;
    takeDown(atlas);
    mounted.delete(parent);
  }, 0);

/** What the server sent, made whole: with what the page keeps, and with the indicator on the shelf that it names; null
 * where that is not to be had. */
const whole = async (sent, shelf) => {
  const [setup, held, content] = await Promise.all([
    setupOf(sent.setup),
    sent.held ? shelfOf(shelf).then(({ values }) => values[sent.held], () => null) : {},
    sent.content ? unpack(sent.content) : {},
  ]);
  if (!held) return null;
  const flows = sent.flows === true ? setup.flows : content.flows || null;
  const cells = Object.fromEntries(Object.entries({ ...held.cells, ...content.cells }).sort());
  const unsaid = { selected: null, pair: null, group: null };
  return { ...unsaid, ...setup, ...sent, ...held, ...content, cells, flows, points: sent.points ? setup.points : null };
};

/** Draw or redraw the map for `component.data`; returns what takes it down. */
const show = async ({ data: sent, parentElement, setTriggerValue }, base) => {
  style(beside("style.css"));
  const call = {};
  asked.set(parentElement, call);
  const shelf = sent.shelf && new URL(sent.shelf, base).href;
  const end = () => mounted.has(parentElement) && destroy(mounted.get(parentElement), parentElement);
  // Without the shelf the server has to send what it holds; what is painted stays until then.
  const lack = () => setTriggerValue("lacks", true);
  const data = await whole(sent, shelf);
  if (asked.get(parentElement) !== call) return end;
  if (!data) {
    lack();
    return end;
  }
  const atlas = mounted.get(parentElement) ?? create(parentElement, data.words);
  mounted.set(parentElement, atlas);
  atlas.root.dataset.ready = "false";
  const address = new URL(data.layers[VIEWS[data.view].layer], base).href;
  const topology = new URL(data.topology, base).href;
  const [layer] = await Promise.all([layerOf(address, topology), plotly()]);
  parentElement.querySelector(".atlas-fault")?.remove();
  atlas.root.hidden = false;
  // All at once and only now: what the reader does while a layer is on its way still meets a whole map.
  if (asked.get(parentElement) === call) {
    const send = (what, value) => {
      const part = data.parts[what];
      if (part && tell("chosen", part, value)) setTriggerValue("choice", { [what]: value });
    };
    Object.assign(atlas, { layer, topology, send, lack });
    atlas.link.join(data.group);
    answered(data);
    await hold(atlas, data, yearIndex(atlas, data));
    stock(atlas, shelf);
  }
  return end;
};
return { show, keep };
})();
export const { show, keep } = module_atlas;
