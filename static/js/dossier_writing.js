// What is typed in a dossier stays on this device until the server has it: an expired session or a crash loses nothing.
// Nothing is saved by itself: whoever holds a link would read half a sentence.
import * as local from "./writing/local.js";

const form = document.querySelector("form[data-draft]");

const button = (label, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: label });
  made.addEventListener("click", act);
  return made;
};

const refill = (copy) => {
  for (const [name, value] of copy.values) {
    const field = form.elements[name];
    if (!field) continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

const offer = (copy) => {
  if (!copy) return;
  const said = Object.assign(document.createElement("p"), { className: "saved dossier-kept" });
  said.setAttribute("role", "status");
  said.dataset.tone = "warning";
  const take = button("Le reprendre", () => { refill(copy); said.remove(); });
  const leave = button("L’oublier", () => { local.forget(form); said.remove(); });
  said.append("Un texte que vous n’aviez pas enregistré est sur cet appareil. ", take, " ", leave);
  form.before(said);
};

if (form) {
  const answered = document.querySelector("[data-error-summary]");
  const found = answered ? Promise.resolve(null) : local.kept(form);
  found.then(offer);
  form.addEventListener("input", () => local.keep(form));
  form.addEventListener("submit", () => local.leaving(form));
}
