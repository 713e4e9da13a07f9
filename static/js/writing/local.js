// A copy of the form on this device, kept until the server has confirmed it.
const key = (form) => `aict-draft:${form.dataset.draft}:${form.dataset.part}`;
const skipped = new Set(["csrfmiddlewaretoken", "lock_no", "token"]);

const values = (form) => [...new FormData(form)].filter(([name, value]) => !skipped.has(name) && typeof value === "string");

export const keep = (form) => {
  try {
    localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), values: values(form) }));
  } catch { /* private browsing or full: the server's copy remains */ }
};

export const forget = (form) => localStorage.removeItem(key(form));

export const kept = (form) => {
  try {
    const copy = JSON.parse(localStorage.getItem(key(form)));
    return copy && JSON.stringify(copy.values) !== JSON.stringify(values(form)) ? copy : null;
  } catch {
    return null;
  }
};

export const restore = (form, copy) => {
  for (const field of form.elements) {
    if (!field.name || skipped.has(field.name)) continue;
    const told = copy.values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked = told.includes(field.value);
    else if (field.type !== "hidden" && field.type !== "submit" && told.length) field.value = told[0];
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
};
