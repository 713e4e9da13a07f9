// The page of a text being written: each behaviour binds itself to form[data-draft].
import { start as autosave } from "./autosave.js";
import { start as duplicates } from "./duplicates.js";
import { start as modalities } from "./modalities.js";
import { start as suggestions } from "./suggestions.js";

const form = document.querySelector("form[data-draft]");
if (form) {
  modalities(form);
  autosave(form);
  duplicates(form);
  suggestions(form);
}
