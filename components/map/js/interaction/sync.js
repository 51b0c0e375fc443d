// Maps of one group follow each other: the camera where both show the same view, the country pointed at, the one chosen.
//
// Only the map the reader is at leads, so that what the others do in turn is never sent back. A map that leaves the page
// leaves its group, and a group without maps is forgotten.
import { cellOf, elsewhereOf, saidOf } from "../base/cells.js";
import { element } from "../base/dom.js";
import { areaShapesOf, drawingOf, pointOf } from "../base/plotly.js";
import { shape } from "../base/svg.js";
import { camera } from "../base/views.js";

/**
 * A map of a group: what it shows is null until it is painted.
 * @typedef {object} Member
 * @property {() => string | null} view
 * @property {(seen: Camera) => Promise<void>} follow
 * @property {(iso3: string | null) => void} point
 * @property {(iso3: string) => void} choose
 */
/** @typedef {{ name: string, members: Set<Member>, leader: Member | null }} Group */

const CLOSE = 1e-6;
const AT = ["pointerenter", "pointerdown", "wheel", "focusin"];
/** @type {Map<string, Group>} */
const groups = new Map();

/** @type {(camera: Camera) => (number | undefined)[]} */
const flat = ({ center, scale, rotation }) => [
  center?.lon,
  center?.lat,
  scale,
  rotation?.lon,
  rotation?.lat,
  rotation?.roll,
];

/** @type {(one: Camera, other: Camera) => boolean} */
const isSame = (one, other) => flat(one).every((value, i) => Math.abs((value ?? 0) - (flat(other)[i] ?? 0)) < CLOSE);

/** The camera as Plotly tells it while the map is under the reader's hand: its layout has it only at the end.
 * @type {(geo: Geo, changes: Record<string, unknown>) => Camera} */
const moving = (geo, changes) => {
  /** @type {any} */
  const seen = structuredClone({ center: geo.center ?? {}, projection: geo.projection });
  for (const [path, value] of Object.entries(changes)) {
    const way = path.split(".").slice(1);
    way.slice(0, -1).reduce((part, name) => (part[name] ??= {}), seen)[way.at(-1)] = value;
  }
  return camera(seen);
};

/** @type {(camera: Camera) => object} */
const wanted = ({ center, scale, rotation }) => {
  /** @type {Record<string, number | undefined>} */
  const parts = { "geo.projection.scale": scale };
  for (const [axis, value] of Object.entries(center ?? {})) parts[`geo.center.${axis}`] = value;
  for (const [axis, value] of Object.entries(rotation ?? {})) parts[`geo.projection.rotation.${axis}`] = value;
  return parts;
};

/** The outline of the badge as a path.
 * @type {(plate: SVGRectElement | null) => string | null} */
const outlineOf = (plate) => {
  if (!plate) return null;
  const { x, y, width, height } = plate.getBBox();
  return `M${x},${y}h${width}v${height}h${-width}Z`;
};

/** What ties `atlas` to the other maps of its group; `redraw` paints it after its country changed.
 * @param {Atlas} atlas
 * @param {() => unknown} redraw */
export const sync = (atlas, redraw) => {
  const outline = shape("path", { class: "atlas-twin" });
  const tip = element("div", "atlas-tip atlas-twin-tip");
  tip.hidden = true;
  atlas.picture.append(tip);
  /** @type {Group | null} */
  let group = null;
  /** @type {string | null} */
  let pointed = null;
  /** @type {Camera | null} */
  let next = null;
  let busy = false;

  /** @type {(iso3: string | null) => unknown} */
  const point = (iso3) => leads() && others().forEach((one) => one.point(iso3));
  const others = () => (group ? [...group.members].filter((one) => one !== member) : []);
  const leads = () => group?.leader === member;
  const lead = () => group && (group.leader = member);

  const highlight = () => {
    outline.remove();
    tip.hidden = true;
    if (pointed === null || atlas.drawnView === null) return;
    tip.hidden = false;
    const { data, layer, index, tones } = atlas;
    const name = data.names[pointed] ?? layer.names[pointed] ?? pointed;
    const said = [saidOf(data, cellOf(data, pointed, index)), elsewhereOf(data, pointed, index)]
      .filter(Boolean)
      .join(". ");
    tip.replaceChildren(element("b", "", `${name} · ${data.years[index]}`), element("span", "", said));
    Object.assign(tip.style, { background: tones.hover, borderColor: tones.selected, color: tones.text });
    const area = areaShapesOf(atlas.plot).findLast((path) => pointOf(path).loc === pointed);
    const line = area?.getAttribute("d") ?? outlineOf(atlas.badge.plateOf(pointed));
    // On this map it may lie outside of what is seen.
    if (!line) return;
    outline.setAttribute("d", line);
    outline.style.stroke = tones.selected;
    // Not among the shapes: Plotly takes every path there for one of its own.
    drawingOf(atlas.plot)?.append(outline);
  };

  /** Take over a camera; of many that come while one is being painted, the last.
   * @type {(seen: Camera) => Promise<void>} */
  const follow = async (seen) => {
    next = seen;
    if (busy) return;
    busy = true;
    while (next) {
      const aim = next;
      next = null;
      if (!isSame(aim, camera(atlas.plot.layout.geo)))
        await window.Plotly.relayout(atlas.plot, wanted(aim)).catch(() => {});
    }
    busy = false;
  };

  /** @type {Member} */
  const member = {
    view: () => (atlas.drawnView === atlas.data?.view ? atlas.drawnView : null),
    follow,
    point: (iso3) => {
      if (iso3 === pointed) return;
      pointed = iso3;
      highlight();
    },
    choose: (iso3) => {
      if (atlas.drawnView === null || atlas.data.selected === iso3) return;
      atlas.data = { ...atlas.data, selected: iso3 };
      redraw();
    },
  };
  AT.forEach((event) => atlas.root.addEventListener(event, lead, { capture: true, passive: true }));

  /** @type {(seen: Camera) => void} */
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
    /** Belong to the group of this name; to none where there is no name.
     * @type {(name: string | null) => void} */
    join: (name) => {
      if (group?.name === name) return;
      leave();
      if (!name) return;
      group = groups.get(name) ?? { name, members: new Set(), leader: null };
      groups.set(name, group);
      group.members.add(member);
    },
    leave,
    /** Let the others mark a country, or none. */
    point,
    /** Hear what the reader points at; to be called once, when the map is first painted. */
    listen() {
      atlas.plot.on("plotly_hover", ({ points }) => point(points[0]?.location ?? null));
      atlas.plot.on("plotly_unhover", () => point(null));
      atlas.plot.on("plotly_relayouting", (changes) => lendCamera(moving(atlas.plot.layout.geo, changes)));
    },
    /** To be called whenever the map has been painted or moved. */
    moved() {
      highlight();
      lendCamera(camera(atlas.plot.layout.geo));
    },
    /** @type {(iso3: string) => void} */
    chosen: (iso3) => others().forEach((one) => one.choose(iso3)),
  };
};
