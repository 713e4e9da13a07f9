// Lists that answer at once: a filter, a sort or a page changes the results in place. The form works without this.
// <form data-live-list> holds zones with an id and data-live; [data-live-count] stands outside them and is announced.

const form = document.querySelector("[data-live-list]");
let request;

if (form) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=checkbox]")) show(addressOf(form));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressOf(form));
  });
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.pathname !== form.pathnameOfList || link.closest("[data-live-off]")) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button || !link.search && link.hash) return;
    event.preventDefault();
    show(link.href, { toTop: Boolean(link.closest(".pages")) });
  });
  addEventListener("popstate", () => show(location.href, { push: false }));
  form.pathnameOfList = new URL(form.action).pathname;
  form.classList.add("is-live");
}

function addressOf(source) {
  const asked = new URLSearchParams(new FormData(source));
  for (const [name, value] of [...asked]) if (!value) asked.delete(name, value);
  return `${source.action}${asked.size ? "?" : ""}${asked}`;
}

/** Show the list at that address in place; [data-live-list] then says « listshown ». */
export async function show(address, { push = true, toTop = false } = {}) {
  request?.abort();
  request = new AbortController();
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: request.signal });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    await globalThis.scheduler?.yield?.();
    if (push) history.pushState(null, "", address.replace(/\?$/, ""));
    replace(page);
    if (toTop) document.getElementById("resultats").focus();
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
    return;
  }
  form.removeAttribute("aria-busy");
}

function replace(page) {
  const back = placeOf(document.activeElement);
  const open = [...form.querySelectorAll("[data-live] details[open]")].map((d) => d.dataset.name);
  for (const zone of form.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(zone.id);
    if (!zone.isEqualNode(fresh)) zone.replaceChildren(...fresh.childNodes);
  }
  for (const details of form.querySelectorAll("[data-live] details")) {
    if (open.includes(details.dataset.name)) details.open = true;
  }
  const count = form.querySelector("[data-live-count]");
  count.textContent = page.querySelector("[data-live-count]").textContent;
  document.title = page.title;
  const text = form.querySelector("input[type=search]");
  if (document.activeElement !== text) text.value = page.querySelector("[data-live-list] input[type=search]").value;
  (back() ?? (back.lost ? document.getElementById("resultats") : null))?.focus({ preventScroll: true });
  form.dispatchEvent(new Event("listshown"));
}

// Where the focus was, to find the same place again in new content.
function placeOf(element) {
  const zone = element?.closest?.("[data-live]");
  const find = () => {
    if (!zone) return null;
    if (element.name) {
      const same = `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
      return zone.querySelector(same);
    }
    return element.id ? document.getElementById(element.id) : null;
  };
  find.lost = Boolean(zone);
  return find;
}
