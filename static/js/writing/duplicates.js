// While the title is typed, shows published pages that look like it: perhaps it was told already.
export const start = (form) => {
  const title = form.elements.title;
  if (!title) return;
  const box = Object.assign(document.createElement("div"), { className: "resembling" });
  box.setAttribute("role", "status");
  title.closest(".field").append(box);
  let timer = 0;
  const look = async () => {
    if (title.value.trim().length < 8) { box.replaceChildren(); return; }
    const url = new URL("/pratiques/ressemblances/", location.href);
    url.search = new URLSearchParams({ titre: title.value, sauf: form.dataset.draft });
    const response = await fetch(url, { redirect: "error" }).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    box.replaceChildren(...page.body.childNodes);
  };
  title.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 600); });
};
