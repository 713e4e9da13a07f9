// What is typed stays on this device until the server has it: an expired session or a crash loses nothing.
// form[data-kept][data-owner] keeps and refills; an element with data-kept-done forgets.
const PREFIX = "aict-kept:";
const fields = (form) => [...form.elements].filter((f) => f.matches("textarea, select, input[type=radio], input[type=date]"));
const texts = (form) => [...form.querySelectorAll("textarea")];

const start = (form) => {
  const key = `${PREFIX}${form.dataset.kept}:${form.dataset.owner}`;
  const save = () => {
    const values = fields(form).filter((f) => f.type !== "radio" || f.checked).map((f) => [f.name, f.value]);
    localStorage.setItem(key, JSON.stringify(values));
  };
  const kept = new Map(JSON.parse(localStorage.getItem(key) ?? "[]"));
  // Only an untouched form is refilled: what the server shows comes first.
  if (texts(form).every((f) => !f.value) && texts(form).some((f) => kept.get(f.name))) {
    for (const field of fields(form)) {
      if (field.type === "radio") field.checked = field.checked || kept.get(field.name) === field.value;
      else if (!field.value) field.value = kept.get(field.name) ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    form.querySelector("[data-kept-found]")?.removeAttribute("hidden");
  }
  form.addEventListener("input", save);
};

try {
  const done = document.querySelector("[data-kept-done]");
  if (done) localStorage.removeItem(`${PREFIX}${done.dataset.keptDone}:${done.dataset.owner}`);
  const form = document.querySelector("form[data-kept]");
  if (form) start(form);
} catch { /* no storage here: the page works as any other */ }
