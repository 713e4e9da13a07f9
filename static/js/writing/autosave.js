// Saves a draft; keeps a local copy whatever happens to the network.
import { button, offered, saver, teller, token } from "../autosave.js";
import * as local from "./local.js";

const TAKEN = "aict-taken-back";
const hour = (at) => new Date(at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" }).replace(":", " h ");

export const start = (form) => {
  const say = teller(form);

  const accepted = (answer) => {
    form.elements.lock_no.value = answer.lock_no;
    if (form.hasAttribute("data-new")) {
      form.removeAttribute("data-new");
      form.setAttribute("action", answer.address);
      history.replaceState(null, "", answer.address);
    }
    if (!state.dirty) local.forget(form);
    say(answer.message, "success");
  };

  const signedOut = () => {
    const link = Object.assign(document.createElement("a"), {
      href: `${form.dataset.login}?next=${encodeURIComponent(location.pathname)}`, target: "_blank", textContent: "Se reconnecter dans un nouvel onglet",
    });
    say("Vous êtes déconnecté·e. Votre texte est gardé sur cet appareil.", "warning", link);
  };

  const post = (body, address) => {
    body.set("csrfmiddlewaretoken", token(form));
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
      state.stopped = true;
      return say(`${told.error} Enregistrez pour comparer les deux textes.`, "warning");
    }
    say(told.error ?? "L’enregistrement a échoué. Votre texte est gardé sur cet appareil.", "error");
  };

  const send = async () => {
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    try {
      const response = await post(body, address());
      if (response.ok) return accepted(await response.json());
      state.dirty = true;
      await refused(response);
      if (away(response) || response.status >= 500) again();
    } catch {
      state.dirty = true;
      again();
      say("Pas de réseau. Votre texte est gardé sur cet appareil.", "warning");
    }
  };

  const leave = () => {
    if (navigator.onLine) {
      local.leaving(form);
      return true;
    }
    state.dirty = true;
    say("Pas de réseau. Votre texte est gardé sur cet appareil.", "warning");
    return false;
  };
  const { state, save, again, changed } = saver(form, local, { send, leave });
  // Back from the tab where one signed in again.
  window.addEventListener("focus", save);

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
    const box = offered(form, `Un texte non enregistré, du ${new Date(copy.at).toLocaleDateString("fr-FR")} à ${hour(copy.at)}, est sur cet appareil.`,
      button("Le reprendre", () => takeBack(copy)),
      button("L’oublier", () => { local.forget(form, copy.token); box.remove(); }));
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
