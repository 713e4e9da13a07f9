// Reading pages: copy or share an address, and say which part is being read.
const WHILE = 4000;

/** Say it on the button, and aloud. */
function say(button, words) {
  const label = button.querySelector("span");
  const usual = label.textContent;
  const aloud = document.createElement("span");
  aloud.className = "sr-only";
  aloud.setAttribute("role", "status");
  button.after(aloud);
  label.textContent = aloud.textContent = words;
  setTimeout(() => { label.textContent = usual; aloud.remove(); }, WHILE);
}

/** Without a clipboard (an address in plain http), the words are selected instead. */
async function copy(words, source) {
  if (navigator.clipboard) { await navigator.clipboard.writeText(words); return true; }
  if (source) getSelection().selectAllChildren(source);
  return false;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.addEventListener("click", async () => {
    if (await copy(source.textContent.trim(), source)) say(button, button.dataset.done);
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  const { title, share: url, done } = button.dataset;
  if (!navigator.share && !navigator.clipboard) button.hidden = true;
  button.addEventListener("click", async () => {
    if (navigator.share) {
      try { await navigator.share({ title, url }); } catch { /* closed without sharing */ }
    } else if (await copy(url)) say(button, done);
  });
}

const spied = document.querySelector("[data-spy]");
if (spied) {
  const links = new Map([...spied.querySelectorAll("a")].map((a) => [a.hash.slice(1), a]));
  const seen = new Set();
  const mark = () => {
    const first = [...links.keys()].find((id) => seen.has(id));
    for (const [id, a] of links) {
      if (id !== first) { a.removeAttribute("aria-current"); continue; }
      a.setAttribute("aria-current", "true");
      spied.scrollTo({ left: a.parentElement.offsetLeft - spied.offsetWidth / 3 });
    }
  };
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id);
    mark();
  }, { rootMargin: "-15% 0px -60% 0px" });
  for (const id of links.keys()) watcher.observe(document.getElementById(id));
}
