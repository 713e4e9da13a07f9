// Reading pages: copy or share an address, and say which part is being read.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.querySelector("span");
  const words = label.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    label.textContent = button.dataset.done;
    label.setAttribute("role", "status");
    setTimeout(() => { label.textContent = words; label.removeAttribute("role"); }, 3000);
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  const { title, share: url, done } = button.dataset;
  const label = button.querySelector("span");
  button.addEventListener("click", async () => {
    if (navigator.share) {
      try { await navigator.share({ title, url }); } catch { /* closed without sharing */ }
      return;
    }
    await navigator.clipboard.writeText(url);
    label.textContent = done;
    label.setAttribute("role", "status");
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
