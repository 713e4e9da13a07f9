// A copy of the page on this device, kept until the server has it: {at, values}. The owner is not the key.
const PREFIX = "aict-reponse:";
const skipped = new Set(["csrfmiddlewaretoken", "version", "go"]);
const name = (form) => `${PREFIX}${form.dataset.owner}:${form.dataset.section}`;

export const values = (form) => [...new FormData(form)].filter(([field]) => !skipped.has(field));
// « 1 200 » comes back as 1200.
const plain = (list) => JSON.stringify(list).replace(/\s|\\[nr]/g, "");
const same = (one, other) => plain(one) === plain(other);

export const keep = (form) => {
  try {
    localStorage.setItem(name(form), JSON.stringify({ at: Date.now(), values: values(form) }));
  } catch { /* private browsing or full: the server's copy remains */ }
};

export const forget = (form) => {
  try {
    localStorage.removeItem(name(form));
  } catch { /* nothing is kept there either */ }
};

/** What was typed here and never reached the server; null without any. */
export const kept = (form) => {
  try {
    const copy = JSON.parse(localStorage.getItem(name(form)));
    return copy && !same(copy.values, values(form)) ? copy : null;
  } catch {
    return null;
  }
};

export const forgetAll = (owner) => {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`${PREFIX}${owner}:`)) localStorage.removeItem(key);
  } catch { /* nothing to forget */ }
};
