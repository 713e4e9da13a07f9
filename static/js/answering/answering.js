// The page of a questionnaire: each behaviour binds itself to form[data-answering].
import { start as autosave } from "./autosave.js";
import { start as conditions } from "./conditions.js";
import { start as exclusive } from "./exclusive.js";
import { start as ranking } from "./ranking.js";

const form = document.querySelector("form[data-answering]");
if (form) {
  const refill = ranking(form);
  exclusive(form);
  const judge = conditions(form);
  autosave(form, () => { refill(); judge(); });
}
