// One more reading of a shared dossier: counted, never by whom.
const page = document.querySelector("[data-opened]");
if (page) fetch(page.dataset.opened, { method: "POST", keepalive: true, credentials: "omit" }).catch(() => {});
