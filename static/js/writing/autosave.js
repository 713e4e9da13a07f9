// Saves the draft a moment after the last change; keeps a local copy whatever happens to the network.
import * as local from "./local.js";

const PAUSE = 1500;
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

  const send = async () => {
    dirty = false;
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", cookie("csrftoken") || body.get("csrfmiddlewaretoken"));
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    try {
      const response = await fetch(form.getAttribute("action") || location.href, { method: "POST", body, headers: { "X-Autosave": "1" }, redirect: "manual" });
      if (response.ok) return accepted(await response.json());
      dirty = true;
      if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) return signedOut();
      if (response.status === 413) return say("Le texte est trop long pour être enregistré. Il est gardé sur cet appareil.", "error");
      const told = await response.json().catch(() => ({}));
      if (told.conflict) {
        stopped = true;
        return say(`${told.error} Enregistrez pour comparer les deux textes.`, "warning");
      }
      say(told.error ?? "L’enregistrement a échoué. Votre texte est gardé sur cet appareil.", "error");
    } catch {
      dirty = true;
      say("Pas de réseau. Votre texte est gardé sur cet appareil.", "warning");
      timer = setTimeout(save, 10_000);
    }
  };

  const save = () => {
    clearTimeout(timer);
    if (stopped || !dirty) return pending;
    pending = (pending ?? Promise.resolve()).then(send);
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
  // What is being saved is waited for: the last word typed is in what is sent.
  form.addEventListener("submit", () => { clearTimeout(timer); stopped = true; });

  const copy = local.kept(form);
  if (copy && !document.querySelector("[data-error-summary]")) {
    const act = button("Le reprendre", () => { local.restore(form, copy); say("Texte repris."); changed(); });
    say(`Un texte non enregistré, du ${new Date(copy.at).toLocaleDateString("fr-FR")} à ${hour(copy.at)}, est sur cet appareil.`, "warning", act);
    said.append(" ", button("L’oublier", () => { local.forget(form); say(""); }));
  }
};
