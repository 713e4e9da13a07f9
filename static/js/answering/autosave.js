// Saves the page a moment after the last change; keeps a copy here until the server has it.
import * as local from "./local.js";

const PAUSE = 1500;
const AGAIN = 10_000;
// Far beyond any limit of a question: no request carries it.
const MOST = 2_000_000;
const cookie = (name) => document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? "";
const button = (label, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: label });
  made.addEventListener("click", act);
  return made;
};

export const start = (form, refilled) => {
  const said = form.querySelector("[data-saved]");
  let [timer, pending, dirty, stopped] = [0, null, false, false];

  const say = (text, tone = "") => {
    said.textContent = text;
    said.dataset.tone = tone;
  };
  const HERE = "Votre texte est gardé sur cet appareil.";
  const token = () => cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value;

  const answered = async (answer) => {
    const { ok, status } = answer;
    if (ok) {
      if (!dirty) local.forget(form);
      return say("Brouillon enregistré.", "success");
    }
    dirty = true;
    if (status === 409) {
      stopped = true;
      return say(`${await answer.text()}. ${HERE}`, "warning");
    }
    if (status === 413 || status === 400) return say(`Un texte est trop long pour être enregistré. ${HERE}`, "error");
    timer = setTimeout(save, AGAIN);
    say(status === 429 ? `Trop d’envois à la fois : nous réessayons dans un instant. ${HERE}` : `L’enregistrement a échoué : nous réessayons. ${HERE}`, "warning");
  };

  const send = async () => {
    dirty = false;
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", token());
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body, redirect: "error" });
      await answered(answer);
    } catch {
      dirty = true;
      timer = setTimeout(save, AGAIN);
      say(`Pas de réseau. ${HERE}`, "warning");
    }
  };

  const save = () => {
    clearTimeout(timer);
    if (stopped || !dirty) return;
    const mine = (pending ?? Promise.resolve()).then(send).then(() => { if (pending === mine) pending = null; });
    pending = mine;
  };

  const changed = () => {
    dirty = true;
    local.keep(form);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  window.addEventListener("online", save);
  window.addEventListener("pageshow", (event) => { if (event.persisted) stopped = false; });

  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (pending) {
      event.preventDefault();
      const { submitter } = event;
      pending.then(() => form.requestSubmit(submitter));
      return;
    }
    const huge = [...form.querySelectorAll("textarea")].find((field) => field.value.length > MOST);
    if (huge) {
      event.preventDefault();
      say("Un texte est bien trop long pour être envoyé : raccourcissez-le.", "error");
      huge.focus();
      return;
    }
    if (!navigator.onLine) {
      event.preventDefault();
      local.keep(form);
      say(`Pas de réseau. ${HERE}`, "warning");
      return;
    }
    stopped = true;
    form.elements.csrfmiddlewaretoken.value = token();
  });

  const refill = (values) => {
    for (const field of form.elements) {
      if (!field.name?.startsWith("r-")) continue;
      const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.matches("[type=radio], [type=checkbox]")) field.checked = mine.includes(field.value);
      else if (mine.length) field.value = mine[0];
    }
    refilled();
    changed();
  };

  const offer = (copy) => {
    const offered = Object.assign(document.createElement("p"), { className: "saved offered" });
    offered.setAttribute("role", "status");
    offered.dataset.tone = "warning";
    offered.append("Un texte non enregistré est sur cet appareil. ",
      button("Le reprendre", () => { offered.remove(); refill(copy.values); }), " ",
      button("L’oublier", () => { offered.remove(); local.forget(form); }));
    form.prepend(offered);
  };

  // A refused page shows what was typed: nothing else is worth offering.
  const copy = document.querySelector("[data-error-summary]") ? null : local.kept(form);
  if (copy) offer(copy);
  else local.forget(form);
  // What was typed before this script came counts too.
  const texts = [...form.querySelectorAll("textarea")];
  if (!copy && texts.some((field) => field.value !== field.defaultValue)) changed();
};
