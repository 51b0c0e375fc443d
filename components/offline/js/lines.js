// Lines of trade over the map: bent to the right of their direction, so that the two of a pair lie side by side.
import { shape } from "../../map/js/base/svg.js";
import { ink } from "../../map/js/layers/flow_marks.js";
import { lines } from "../../map/js/layers/flows.js";

const STEPS = 24;
const BEND = 0.14;
const HEAD = 9;

/** Points on a bent line from one place to the other.
 * @type {(from: Spot, to: Spot) => Spot[]} */
const bent = ([fromX, fromY], [toX, toY]) => {
  const [overX, overY] = [toX - fromX, toY - fromY];
  const [bendX, bendY] = [(fromX + toX) / 2 - overY * BEND, (fromY + toY) / 2 + overX * BEND];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * fromX + b * bendX + c * toX, a * fromY + b * bendY + c * toY];
  });
};

/** The line without the room of its head, and the head.
 * @type {(points: Spot[], thick: number) => Arrow} */
const arrowOf = (points, thick) => {
  const size = HEAD + thick;
  const [tipX, tipY] = points[points.length - 1];
  const shaft = points.filter(([x, y]) => Math.hypot(x - tipX, y - tipY) > size);
  const [baseX, baseY] = shaft[shaft.length - 1] ?? points[0];
  const whole = Math.hypot(tipX - baseX, tipY - baseY) || 1;
  const [x, y] = [(tipX - baseX) / whole, (tipY - baseY) / whole];
  const [rootX, rootY] = [tipX - x * size, tipY - y * size];
  const side = size * 0.55;
  const head = [
    [tipX, tipY],
    [rootX - y * side, rootY + x * side],
    [rootX + y * side, rootY - x * side],
  ];
  return { shaft: [...shaft, [rootX, rootY]], head };
};

/** The lines of a year between places of the picture; a pair of which one has none is not drawn.
 * @type {(flows: Flows, look: { data: MapData, index: number, tones: Tones }, places: Record<string, Spot>) => SVGGElement} */
export const drawLines = (flows, { data, index, tones }, places) => {
  const group = shape("g", { class: "lines" });
  for (const line of lines(flows, data.years[index])) {
    const { origin, dest, thick, isSmall, tone } = line;
    if (!places[origin] || !places[dest]) continue;
    const arrow = arrowOf(bent(places[origin], places[dest]), thick);
    const one = shape("g", { "data-pair": line.id });
    one.append(...ink({ thick, isSmall }, [arrow], tones[tone], tones.halo));
    group.append(one);
  }
  return group;
};
