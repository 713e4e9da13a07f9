// details[data-menu]: close on Escape (focus returns to its button), on a click or a focus elsewhere.
const opened = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
});

const closeOthers = (event) => {
  for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false;
};
document.addEventListener("click", closeOthers);
document.addEventListener("focusin", closeOthers);
