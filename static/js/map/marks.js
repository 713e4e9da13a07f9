// What is drawn for people to choose: points, groups of points, links.
import { node } from "./scene.js";

const LETTER = 6.6;

/** How large a group of that many partnerships is, in pixels. */
export const radiusOf = (group) => (group.members.length === 1
  ? 4 + Math.min(4, Math.sqrt(group.total) * 0.7)
  : 9 + Math.min(11, Math.sqrt(group.total) * 0.45));

/** A group as a button. */
export function mark(group, { label, name, side, chosen = false }) {
  const radius = radiusOf(group);
  const parts = [disc(side, radius)];
  if (group.members.length > 1) {
    const number = node("text", { class: "number", dy: "0.35em" });
    number.textContent = group.total;
    parts.push(number);
  } else parts.unshift(node("circle", { class: "touch", r: 14 }));
  const made = node("g", {
    class: `mark ${side}${chosen ? " chosen" : ""}`,
    role: "button",
    tabindex: "-1",
    "aria-label": label,
    "data-at": group.at,
    "data-name": name,
    "data-radius": radius,
  }, ...parts);
  if (chosen) made.setAttribute("aria-pressed", "true");
  return made;
}

export function place(made, { x, y }) {
  const where = `translate(${x} ${y})`;
  if (made.getAttribute("transform") !== where) made.setAttribute("transform", where);
}

/** The name of a mark, above it. */
export function nameOf(made) {
  const { e: x, f: y } = made.transform.baseVal[0].matrix;
  const name = node("text", { class: "name", x, y: y - made.dataset.radius - 6 });
  name.textContent = made.dataset.name;
  return name;
}

/** A disc abroad, a square in France: the colour does not speak alone. */
function disc(side, r) {
  if (side === "there") return node("circle", { class: "disc", r });
  const half = r * 0.9;
  return node("rect", { class: "disc", x: -half, y: -half, width: 2 * half, height: 2 * half, rx: half / 3 });
}

/** A link between two pixels, bent towards the top of the map. */
export function arc(from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const side = dx < 0 ? -0.18 : 0.18;
  const middle = { x: (from.x + to.x) / 2 + dy * side, y: (from.y + to.y) / 2 - dx * side };
  return node("path", { d: `M${from.x} ${from.y}Q${middle.x} ${middle.y} ${to.x} ${to.y}`, pathLength: 1 });
}

/** The names that do not cover one another, the first ones first. */
export function spread(marks) {
  const taken = [];
  return marks.flatMap((made) => {
    const { e: x, f: y } = made.transform.baseVal[0].matrix;
    const half = made.dataset.name.length * LETTER / 2 + 4;
    const top = y - made.dataset.radius;
    const box = [x - half, top - 18, x + half, top - 4];
    if (taken.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1])) return [];
    taken.push(box);
    return [nameOf(made)];
  });
}

/** The mark nearest to `from` in the direction of an arrow key; null when there is none. */
export function towards(from, key, marks) {
  const where = (made) => made.transform.baseVal[0].matrix;
  const [ux, uy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const origin = where(from);
  let [best, least] = [null, Infinity];
  for (const made of marks) {
    const [dx, dy] = [where(made).e - origin.e, where(made).f - origin.f];
    const along = dx * ux + dy * uy;
    if (made === from || along <= 0) continue;
    const cost = along + 2.5 * Math.abs(dx * uy - dy * ux);
    if (cost < least) [best, least] = [made, cost];
  }
  return best;
}
