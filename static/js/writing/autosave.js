// Saves the draft a moment after the last change; keeps a local copy whatever happens to the network.
import * as local from "./local.js";

const PAUSE = 1500;
const AGAIN = 10_000;
const TAKEN = "aict-taken-back";
const cookie = (name) => document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? "";
const hour = (at) => new Date(at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" }).replace(":", " h ");

export const start = (form) => {
  const said = form.querySelector("[data-saved]");
  let timer = 0;
  let pending = null;
  let dirty = false;
  let stopped = false;

  const say = (text, tone = "", link = null) => {
    said.textContent = text;
    said.dataset.tone = tone;
    if (link) said.append(" ", link);
  };
  const button = (label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: label });
    made.addEventListener("click", act);
    return made;
  };

  const accepted = (answer) => {
    form.elements.lock_no.value = answer.lock_no;
    if (form.hasAttribute("data-new")) {
      form.removeAttribute("data-new");
      form.setAttribute("action", answer.address);
      history.replaceState(null, "", answer.address);
    }
    if (!dirty) local.forget(form);
    say(answer.message, "success");
  };

  const signedOut = () => {
    const link = Object.assign(document.createElement("a"), {
      href: `${form.dataset.login}?next=${encodeURIComponent(location.pathname)}`, target: "_blank", textContent: "Se reconnecter dans un nouvel onglet",
    });
    say("Vous êtes déconnecté·e. Votre texte est gardé sur cet appareil.", "warning", link);
  };

  const post = (body, address) => {
    body.set("csrfmiddlewaretoken", cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value);
    return fetch(address, { method: "POST", body, headers: { "X-Autosave": "1" }, redirect: "manual" });
  };
  const away = (response) => response.type === "opaqueredirect" || response.status === 401 || response.status === 403;
  const address = () => form.getAttribute("action") || location.href;

  // What the server answered when it did not save.
  const refused = async (response) => {
    if (away(response)) return signedOut();
    if (response.status === 413) return say("Le texte est trop long pour être enregistré. Il est gardé sur cet appareil.", "error");
    const told = await response.json().catch(() => ({}));
    if (told.conflict) {
      stopped = true;
      return say(`${told.error} Enregistrez pour comparer les deux textes.`, "warning");
    }
    say(told.error ?? "L’enregistrement a échoué. Votre texte est gardé sur cet appareil.", "error");
  };

  const send = async () => {
    dirty = false;
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    try {
      const response = await post(body, address());
      if (response.ok) return accepted(await response.json());
      dirty = true;
      await refused(response);
      if (away(response) || response.status >= 500) timer = setTimeout(save, AGAIN);
    } catch {
      dirty = true;
      timer = setTimeout(save, AGAIN);
      say("Pas de réseau. Votre texte est gardé sur cet appareil.", "warning");
    }
  };

  const save = () => {
    clearTimeout(timer);
    if (stopped || !dirty) return pending;
    const mine = (pending ?? Promise.resolve()).then(send).then(() => { if (pending === mine) pending = null; });
    pending = mine;
    return pending;
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
  // Back from the tab where one signed in again.
  window.addEventListener("focus", save);
  window.addEventListener("pageshow", (event) => { if (event.persisted) stopped = false; });

  // A save on its way is waited for, or the form would meet its own author's text as somebody else's.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (pending) {
      event.preventDefault();
      const { submitter } = event;
      pending.then(() => form.requestSubmit(submitter));
      return;
    }
    if (!navigator.onLine) {
      event.preventDefault();
      dirty = true;
      say("Pas de réseau. Votre texte est gardé sur cet appareil.", "warning");
      return;
    }
    stopped = true;
    form.elements.csrfmiddlewaretoken.value = cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value;
    local.leaving(form);
  });

  // The server takes the copy and shows it: rows and lists of choices come back as they were.
  const takeBack = async (copy) => {
    const body = new FormData();
    for (const [name, value] of copy.values) body.append(name, value);
    body.set("lock_no", form.elements.lock_no.value);
    body.set("token", copy.token);
    try {
      const response = await post(body, address());
      if (!response.ok) return await refused(response);
      local.forget(form, copy.token);
      sessionStorage.setItem(TAKEN, "1");
      location.assign((await response.json()).address);
    } catch {
      say("Pas de réseau. Votre texte est gardé sur cet appareil.", "warning");
    }
  };

  // Said apart from the state of the draft: it stays there until it is answered.
  const offer = (copy) => {
    if (!copy) return;
    const offered = Object.assign(document.createElement("p"), { className: "saved" });
    offered.setAttribute("role", "status");
    offered.dataset.tone = "warning";
    form.prepend(offered);
    const take = button("Le reprendre", () => takeBack(copy));
    const leave = button("L’oublier", () => { local.forget(form, copy.token); offered.remove(); });
    offered.append(`Un texte non enregistré, du ${new Date(copy.at).toLocaleDateString("fr-FR")} à ${hour(copy.at)}, est sur cet appareil. `, take, " ", leave);
  };

  // What was typed before this script came counts too.
  const early = () => {
    const written = form.querySelectorAll('textarea, input[type="text"]:not([role])');
    if ([...written].some((field) => field.value !== field.defaultValue)) changed();
  };

  if (sessionStorage.getItem(TAKEN)) {
    sessionStorage.removeItem(TAKEN);
    say("Texte repris et enregistré.", "success");
  } else if (!document.querySelector("[data-error-summary]")) {
    local.kept(form).then(offer).then(early);
  }
};
