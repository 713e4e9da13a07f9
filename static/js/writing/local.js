// A copy of the form on this device, kept until the server has confirmed it.
// {at, values, lock: the number of the part it began from, fresh: nothing was stored yet, owner, sent}
const PREFIX = "aict-draft:";
const key = (form) => `${PREFIX}${form.dataset.draft}:${form.dataset.part}`;
const skipped = new Set(["csrfmiddlewaretoken", "lock_no", "token"]);

const values = (form) => [...new FormData(form)].filter(([name, value]) => !skipped.has(name) && typeof value === "string");
const lock = (form) => Number(form.elements.lock_no.value);

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};

const write = (name, copy) => {
  try {
    localStorage.setItem(name, JSON.stringify(copy));
  } catch { /* private browsing or full: the server's copy remains */ }
};

export const keep = (form) => write(key(form), {
  at: Date.now(), values: values(form), lock: lock(form), fresh: form.hasAttribute("data-new"), owner: form.dataset.owner,
});

// The page leaves with the form: what the server then holds may be this very copy.
export const leaving = (form) => {
  const copy = read(key(form));
  if (copy) write(key(form), { ...copy, sent: true });
};

export const forget = (form, token = form.dataset.draft) => {
  try {
    localStorage.removeItem(`${PREFIX}${token}:${form.dataset.part}`);
  } catch { /* nothing is kept there either */ }
};

const own = (form) => {
  const copy = read(key(form));
  if (!copy) return null;
  if (copy.sent && lock(form) > copy.lock) return void forget(form);
  return JSON.stringify(copy.values) === JSON.stringify(values(form)) ? null : { ...copy, token: form.dataset.draft };
};

// A new page has a new token: the newest text of the same person that never left this device.
const left = (form) => {
  const found = [];
  for (let n = 0; n < localStorage.length; n += 1) {
    const [, token, part] = localStorage.key(n).split(":");
    const copy = localStorage.key(n).startsWith(PREFIX) && part === form.dataset.part ? read(localStorage.key(n)) : null;
    if (copy?.fresh && copy.owner === form.dataset.owner) found.push({ ...copy, token });
  }
  return found.sort((one, other) => other.at - one.at)[0] ?? null;
};

// The copy that is worth offering, with its token; null without any.
export const kept = async (form) => {
  try {
    if (!form.hasAttribute("data-new")) return own(form);
    const copy = left(form);
    if (!copy?.sent) return copy;
    const stored = await fetch(new URL(`../${copy.token}/modifier/`, location.href), { redirect: "error" });
    if (!stored.ok) return copy;
    forget(form, copy.token);
  } catch { /* no storage, or no network: nothing is offered, nothing is lost */ }
  return null;
};
