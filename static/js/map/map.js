// [data-atlas]: the map one moves about in takes the place of the drawing made by the server. What it shows is all
// in the page's address, as for the list: filters, and `territoire` whose links are drawn.
import { show } from "../live_list.js";
import { read } from "./points.js";
import { landOf, pause, sceneOf } from "./scene.js";
import { View } from "./view.js";

const ASIDE = ["territoire", "page", "tri"];
const atlas = document.querySelector("[data-atlas]");

/** The filters of the page's address, in the order of their names. */
function filters() {
  const asked = new URLSearchParams(location.search);
  for (const name of ASIDE) asked.delete(name);
  return asked;
}

function addressWith(changes) {
  const address = new URL(location.href);
  address.searchParams.delete("page");
  address.hash = "";
  for (const [name, value] of Object.entries(changes)) {
    address.searchParams.delete(name);
    if (value) address.searchParams.set(name, value);
  }
  return address.href;
}

async function pointsOf(asked) {
  const answer = await fetch(`${atlas.dataset.points}?vue=${atlas.dataset.view}&${asked}`);
  if (!answer.ok) throw new Error(answer.status);
  const told = await answer.json();
  await pause();
  return read(told);
}

async function leaflet() {
  await import("../../leaflet/leaflet.js");
  await pause();
  return globalThis.L;
}

async function start() {
  let asked = filters();
  const [L, ground, points] = await Promise.all([leaflet(), landOf(atlas.dataset.scene), pointsOf(asked)]);
  const view = new View(L, atlas, sceneOf(L, ground), ground, {
    choose: (key) => show(addressWith({ territoire: key })),
    filter: (code) => show(addressWith({ pays: code, territoire: "" })),
  });
  const chosen = () => document.getElementById("choisi").textContent;
  await pause();
  view.show(points, asked.getAll("pays"), chosen());
  atlas.closest("form").addEventListener("listshown", async () => {
    const now = filters();
    const others = `${now}` !== `${asked}`;
    asked = now;
    await pause();
    if (others) view.show(await pointsOf(now), now.getAll("pays"), chosen());
    else view.choose(chosen());
    found(chosen(), view.points);
    atlas.querySelector(".atlas-side").scrollTop = 0;
  });
}

/** The field that names the territory follows what was chosen on the map. */
function found(key, points) {
  const field = atlas.querySelector(".atlas-find");
  field.querySelector("[data-combobox-value]").value = key;
  field.querySelector("input[type=text]").value = points.names[points.place(key)] ?? "";
}

if (atlas) {
  start().catch(() => {
    atlas.classList.replace("is-moving", "is-fixed");
    atlas.classList.add("is-fixed");
  });
  atlas.closest("form").addEventListener("input", (event) => {
    if (event.target.name === "territoire" && /^[a-z-]+-\w+$/.test(event.target.value)) {
      show(addressWith({ territoire: event.target.value }));
    }
  });
}
