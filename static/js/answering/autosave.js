// Saves the page of a response; keeps a copy here until the server has it.
import { button, offered, saver, teller, token } from "../autosave.js";
import * as local from "./local.js";

// Far beyond any limit of a question: no request carries it.
const MOST = 2_000_000;

export const start = (form, refilled) => {
  const say = teller(form);
  const HERE = "Votre texte est gardé sur cet appareil.";

  const answered = async (answer) => {
    const { ok, status } = answer;
    if (ok) {
      if (!state.dirty) local.forget(form);
      return say("Brouillon enregistré.", "success");
    }
    state.dirty = true;
    if (status === 409) {
      state.stopped = true;
      return say(`${await answer.text()}. ${HERE}`, "warning");
    }
    if (status === 413 || status === 400) return say(`Un texte est trop long pour être enregistré. ${HERE}`, "error");
    again();
    say(status === 429 ? `Trop d’envois à la fois : nous réessayons dans un instant. ${HERE}` : `L’enregistrement a échoué : nous réessayons. ${HERE}`, "warning");
  };

  const send = async () => {
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", token(form));
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body, redirect: "error" });
      await answered(answer);
    } catch {
      state.dirty = true;
      again();
      say(`Pas de réseau. ${HERE}`, "warning");
    }
  };

  const leave = () => {
    const huge = [...form.querySelectorAll("textarea")].find((field) => field.value.length > MOST);
    if (huge) {
      say("Un texte est bien trop long pour être envoyé : raccourcissez-le.", "error");
      huge.focus();
      return false;
    }
    if (navigator.onLine) return true;
    local.keep(form);
    say(`Pas de réseau. ${HERE}`, "warning");
    return false;
  };
  const { state, again, changed } = saver(form, local, { send, leave });

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
    const box = offered(form, "Un texte non enregistré est sur cet appareil.",
      button("Le reprendre", () => { box.remove(); refill(copy.values); }),
      button("L’oublier", () => { box.remove(); local.forget(form); }));
  };

  // A refused page shows what was typed: nothing else is worth offering.
  const copy = document.querySelector("[data-error-summary]") ? null : local.kept(form);
  if (copy) offer(copy);
  else local.forget(form);
  // What was typed before this script came counts too.
  const texts = [...form.querySelectorAll("textarea")];
  if (!copy && texts.some((field) => field.value !== field.defaultValue)) changed();
};
