// Saves a form a moment after the last change, again after a failure, one request at a time.
const PAUSE = 1500;
const AGAIN = 10_000;
const cookie = (name) => document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? "";

export const token = (form) => cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value;

export const button = (label, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: label });
  made.addEventListener("click", act);
  return made;
};

/** Says how the draft is, in the form's live region. */
export const teller = (form) => (text, tone = "", link = null) => {
  const said = form.querySelector("[data-saved]");
  said.textContent = text;
  said.dataset.tone = tone;
  if (link) said.append(" ", link);
};

/** An offer above the form, apart from how the draft is: it stays until it is answered. */
export const offered = (form, text, ...buttons) => {
  const box = Object.assign(document.createElement("p"), { className: "saved offered" });
  box.setAttribute("role", "status");
  box.dataset.tone = "warning";
  form.prepend(box);
  box.append(text, ...buttons.flatMap((one) => [" ", one]));
  return box;
};

/** `send` posts the form; `leave` is told of a submission that no save delays, and gives whether it may go on.
 * State: `dirty` is what no server has yet, `stopped` ends the saves. */
export const saver = (form, local, { send, leave }) => {
  const state = { dirty: false, stopped: false };
  let [timer, pending] = [0, null];

  const save = () => {
    clearTimeout(timer);
    if (state.stopped || !state.dirty) return;
    const mine = (pending ?? Promise.resolve())
      .then(() => { state.dirty = false; return send(); })
      .then(() => { if (pending === mine) pending = null; });
    pending = mine;
  };
  const again = () => { timer = setTimeout(save, AGAIN); };
  const changed = () => {
    state.dirty = true;
    local.keep(form);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  window.addEventListener("online", save);
  window.addEventListener("pageshow", (event) => { if (event.persisted) state.stopped = false; });
  // A save on its way is waited for, or the form would meet its own author's text as somebody else's.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (pending) {
      event.preventDefault();
      const { submitter } = event;
      pending.then(() => form.requestSubmit(submitter));
    } else if (leave()) {
      state.stopped = true;
      form.elements.csrfmiddlewaretoken.value = token(form);
    } else event.preventDefault();
  });
  return { state, save, again, changed };
};
