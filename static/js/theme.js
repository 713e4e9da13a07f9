// Runs before the first paint: the reader's choice of light or dark, kept on this machine.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const choice = localStorage.getItem("theme");
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
  } catch {
    // Storage refused: the system's choice stands.
  }
})();
