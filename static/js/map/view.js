// One map on the screen: its controls, what it shows of the points, what it does when one of them is chosen.
import { arc, mark, nameOf, place, spread, towards } from "./marks.js";
import { gathered } from "./points.js";
import { frame, node } from "./scene.js";

const NEAR = 30; // pixels between two marks
const CLOSER = 2; // zooms beyond the whole map from which both sides show
const FEW = 40; // partners that are shown one by one
const MOST_NAMES = 60;
const AT_ONCE = 24; // marks drawn between two frames

export class View {
  constructor(L, atlas, scene, ground, does) {
    this.words = atlas.dataset;
    this.scene = scene;
    this.ground = ground;
    this.does = does;
    this.size = [Number(this.words.width), Number(this.words.height)];
    this.chosen = -1;
    this.points = null;
    const box = document.createElement("div");
    box.className = "atlas-live";
    atlas.querySelector(".atlas-map").append(box);
    atlas.classList.add("is-moving");
    this.map = this.made(L, box);
    this.atlas = atlas;
    scene.addTo(this.map);
    this.map.on("moveend", () => this.draw());
    this.listen(L, box);
  }

  made(L, box) {
    const crs = L.extend({}, L.CRS.Simple, { transformation: new L.Transformation(1, 0, 1, 0) });
    const [width, height] = this.size;
    this.whole = L.latLngBounds([0, 0], [height, width]);
    const map = L.map(box, {
      crs, zoomSnap: 0.25, zoomDelta: 1, attributionControl: false, zoomControl: false, scrollWheelZoom: false,
      maxBounds: this.whole.pad(0.6), maxBoundsViscosity: 0.8, minZoom: -9, maxZoom: Number(this.words.deepest),
      dragging: !L.Browser.mobile, keyboardPanDelta: 90, wheelPxPerZoomLevel: 90,
    });
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", this.words.name);
    L.control.zoom({ position: "bottomright", zoomInTitle: this.words.closer, zoomOutTitle: this.words.further }).addTo(map);
    // Where people live: the whole drawing keeps its seas for those who move about.
    const [west, north, east, south] = this.words.shown.split(" ").map(Number);
    this.home = L.latLngBounds([north, west], [south, east]);
    map.fitBounds(this.home, { animate: false });
    this.least = map.getZoom();
    map.setMinZoom(this.least - 0.5);
    return map;
  }

  listen(L, box) {
    const sheets = this.scene._container;
    L.DomEvent.on(box, "mouseleave", () => this.map.scrollWheelZoom.disable());
    this.map.on("click focus", () => this.map.scrollWheelZoom.enable());
    sheets.addEventListener("click", (event) => {
      if (this.map.dragging.moved()) return;
      const made = event.target.closest(".mark");
      const shape = event.target.closest("[data-code].some");
      if (made) this.activate(Number(made.dataset.at));
      else if (shape) this.does.filter(shape.dataset.code);
    });
    box.addEventListener("keydown", (event) => this.pressed(event));
    sheets.addEventListener("focusin", (event) => this.rove(event.target));
    for (const name of ["focusin", "pointerover"]) sheets.addEventListener(name, (event) => this.point(event.target.closest(".mark")));
    for (const name of ["focusout", "pointerout"]) sheets.addEventListener(name, () => this.point(null));
  }

  /** Its name shows while a mark is pointed at. */
  point(made) {
    this.pointed?.remove();
    this.pointed = made ? this.scene.names.appendChild(nameOf(made)) : null;
    this.pointed?.classList.add("pointed");
  }

  pressed(event) {
    const made = event.target.closest(".mark");
    if (event.key === "Escape") {
      if (this.chosen >= 0) this.does.choose("");
      else if (this.map.getZoom() > this.least) this.back();
      else return;
    } else if (made && (event.key === "Enter" || event.key === " ")) {
      this.activate(Number(made.dataset.at));
    } else if (made && event.key.startsWith("Arrow")) {
      towards(made, event.key, this.scene.points.children)?.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** One stop of the Tab key for all the marks; arrows go from one to the next. */
  rove(made) {
    for (const other of this.scene.points.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    made?.setAttribute("tabindex", "0");
  }

  back() {
    this.map.flyToBounds(this.home, { duration: this.calm() ? 0 : 0.6 });
  }

  calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /** Other filters: other points, other shades. */
  show(points, countries, key) {
    this.points = points;
    this.shade(countries);
    this.chosen = points.place(key);
    const inside = countries.length ? [...points.x.keys()].filter((i) => points.abroad(i)) : [];
    if (this.chosen >= 0) this.fit(this.linked(), false);
    else if (inside.length) this.fit(inside, false);
    else this.map.fitBounds(this.home, { animate: false });
    this.draw();
  }

  choose(key) {
    this.chosen = this.points.place(key);
    if (this.chosen >= 0) this.fit(this.linked());
    this.draw();
  }

  shade(countries) {
    for (const path of this.ground.querySelectorAll("[data-code]")) {
      const [name, total] = this.points.countries[path.dataset.code] ?? [];
      path.setAttribute("class", total ? `some ${tint(total)}${countries.includes(path.dataset.code) ? " on" : ""}` : "");
      path.replaceChildren(...(total ? [titled(`${name}\u202f: ${total}`)] : []));
    }
  }

  /** The territory chosen and its partners. */
  linked() {
    return [this.chosen, ...this.points.neighbours(this.chosen)];
  }

  fit(places, animate = !this.calm()) {
    const bounds = places.map((i) => [this.points.y[i], this.points.x[i]]);
    const most = Math.min(this.map.getMaxZoom(), this.least + 4);
    this.map.fitBounds(bounds, { padding: [50, 50], maxZoom: most, animate });
  }

  activate(i) {
    const group = this.groups.get(i);
    const deepest = this.map.getZoom() >= this.map.getMaxZoom();
    if (group.members.length === 1 || deepest) {
      this.does.choose(this.points.keys[i] === this.points.keys[this.chosen] ? "" : this.points.keys[i]);
    } else {
      const bounds = group.members.map((m) => [this.points.y[m], this.points.x[m]]);
      this.map.flyToBounds(bounds, { padding: [60, 60], duration: this.calm() ? 0 : 0.5 });
    }
  }

  /** Marks and links of what the screen holds; those of a chosen territory alone when there is one. A few
      marks at a time; those that were there already only move. */
  async draw() {
    if (!this.points) return;
    const turn = this.turn = Symbol("turn");
    const layer = this.scene.points;
    const focused = document.activeElement?.closest?.(".mark")?.dataset.at;
    const groups = this.chosen >= 0 ? this.linkGroups() : this.allGroups();
    this.groups = new Map(groups.map((group) => [group.at, group]));
    this.scene.names.replaceChildren();
    const there = new Map([...layer.children].map((made) => [made.dataset.key, made]));
    const wanted = groups.flatMap((group) => this.wanted(group) ?? []);
    const kept = new Set(wanted.map(({ key }) => key));
    for (const [key, made] of there) if (!kept.has(key)) made.remove();
    for (let first = 0; first < wanted.length; first += AT_ONCE) {
      for (const { key, group, pixel } of wanted.slice(first, first + AT_ONCE)) {
        const made = there.get(key) ?? layer.appendChild(this.marked(group, key));
        place(made, pixel);
      }
      await frame();
      if (turn !== this.turn) return;
    }
    if (this.chosen >= 0 && wanted.length <= MOST_NAMES) this.scene.names.append(...spread([...layer.children]));
    if (!layer.querySelector('[tabindex="0"]')) this.rove(layer.firstElementChild);
    if (focused && !document.activeElement.closest(".mark")) this.refocus(focused);
    this.atlas.dispatchEvent(new Event("drawn"));
  }

  /** The mark that had the focus was drawn anew, or is no more. */
  refocus(at) {
    (this.scene.points.querySelector(`[data-at="${at}"]`) ?? this.map.getContainer()).focus({ preventScroll: true });
  }

  allGroups() {
    this.scene.arcs.replaceChildren();
    const zoom = this.map.getZoom();
    const both = this.words.both === "oui" || zoom >= this.least + CLOSER;
    return gathered(this.points, NEAR / this.map.getZoomScale(zoom, 0), (i) => both || this.points.abroad(i));
  }

  /** The territory chosen and its partners; these too stand together where they are many and near. */
  linkGroups() {
    const near = new Set(this.points.neighbours(this.chosen));
    const scale = this.map.getZoomScale(this.map.getZoom(), 0);
    const groups = gathered(this.points, (near.size > FEW ? NEAR : 1) / scale, (i) => near.has(i));
    const from = this.pixel(this.chosen);
    this.scene.arcs.replaceChildren(...groups.map((group) => arc(from, this.pixel(group.at))));
    return [{ at: this.chosen, members: [this.chosen], total: this.points.totals[this.chosen] }, ...groups];
  }

  pixel(i) {
    return this.scene.pixel(this.points.x[i], this.points.y[i]);
  }

  /** Where a group stands, if the screen holds it. */
  wanted(group) {
    const pixel = this.pixel(group.at);
    if (!this.scene.holds(pixel)) return null;
    return { key: `${group.at} ${group.members.length} ${group.total} ${group.at === this.chosen}`, group, pixel };
  }

  marked(group, key) {
    const { points, words } = this;
    const others = group.members.length - 1;
    const pattern = others > 1 ? words.others : others ? words.other : "{x}";
    const name = pattern.replace("{x}", points.names[group.at]).replace("{n}", others);
    const country = points.country(group.at);
    const total = (group.total > 1 ? words.many : words.one).replace("{n}", group.total);
    const made = mark(group, {
      label: `${name}${country ? `, ${country}` : ""}, ${total}`,
      name, side: points.abroad(group.at) ? "there" : "here", chosen: group.at === this.chosen,
    });
    made.dataset.key = key;
    return made;
  }
}

/** The shade of a country, as in partnerships/drawing.py. */
export function tint(total) {
  return `t${[4, 19, 99].filter((most) => total > most).length + 1}`;
}

function titled(words) {
  const title = node("title");
  title.textContent = words;
  return title;
}
