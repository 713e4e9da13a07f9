// The drawing that Leaflet moves about: the land once, links and points anew at each zoom.
const NS = "http://www.w3.org/2000/svg";

export function node(name, attributes = {}, ...children) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Lets the browser breathe between two pieces of work. */
export const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((go) => { setTimeout(go); });

/** Lets the browser draw what was just made. */
export const frame = () => new Promise((go) => { requestAnimationFrame(() => setTimeout(go)); });

/** The shapes of a drawing of static/geo, with names read on hover for those in `countries`. */
export async function landOf(url) {
  const answer = await fetch(url);
  const text = await answer.text();
  await pause();
  const file = new DOMParser().parseFromString(text, "image/svg+xml");
  await pause();
  const land = document.importNode(file.getElementById("land"), true);
  land.removeAttribute("id");
  land.setAttribute("class", "land");
  const around = node("g", { class: "ground" }, land);
  const cadres = file.getElementById("cadres");
  if (cadres) {
    const frames = document.importNode(cadres, true);
    frames.removeAttribute("id");
    frames.setAttribute("class", "frames");
    around.prepend(frames);
  }
  for (const path of land.children) {
    path.dataset.code = path.id;
    path.removeAttribute("id");
  }
  return around;
}

/** A Leaflet layer. `ground` is drawn in the scene's units; the other groups in pixels. */
export function sceneOf(L, ground) {
  const Scene = L.Renderer.extend({
    options: { padding: 0.4 },
    arcs: node("g", { class: "arcs", "aria-hidden": "true" }),
    points: node("g", { class: "points" }),
    names: node("g", { class: "names", "aria-hidden": "true" }),

    _initContainer() {
      // Two sheets: what moves on the second does not paint the first again.
      this.sheets = [node("svg", { class: "scene" }, ground), node("svg", { class: "scene" }, this.arcs, this.points, this.names)];
      this._container = L.DomUtil.create("div", "sheets");
      this._container.append(...this.sheets);
    },
    _destroyContainer() {
      this._container.remove();
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      if (this.stands()) return;
      this.drawn = { bounds: this._bounds, zoom: this._zoom, origin: this._map.getPixelOrigin() };
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      for (const sheet of this.sheets) {
        sheet.setAttribute("width", size.x);
        sheet.setAttribute("height", size.y);
        sheet.setAttribute("viewBox", `${min.x} ${min.y} ${size.x} ${size.y}`);
      }
      L.DomUtil.setPosition(this._container, min);
      const corner = this.pixel(0, 0);
      const scale = this._map.getZoomScale(this._map.getZoom(), 0);
      ground.setAttribute("transform", `translate(${corner.x} ${corner.y}) scale(${scale})`);
      this.fire("update");
    },
    /** After a short move nothing has to be drawn anew: the drawing goes beyond the screen. */
    stands() {
      if (this.drawn?.zoom !== this._zoom || !this.drawn.origin.equals(this._map.getPixelOrigin())) return false;
      const size = this._map.getSize();
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      return this.drawn.bounds.contains(L.bounds(corner, corner.add(size)));
    },
    /** Where a point of the scene stands, in pixels. */
    pixel(x, y) {
      return this._map.latLngToLayerPoint([y, x]);
    },
    /** Whether these pixels are drawn. */
    holds(pixel) {
      return this._bounds.contains(pixel);
    },
  });
  return new Scene();
}
