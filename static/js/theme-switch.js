// [data-theme-switch]: three radios (auto, light, dark).
const root = document.documentElement;
const current = root.dataset.theme ?? "auto";

const choose = (value) => {
  if (value === "auto") delete root.dataset.theme;
  else root.dataset.theme = value;
  try {
    if (value === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", value);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
};

for (const input of document.querySelectorAll("[data-theme-switch] input")) {
  input.checked = input.value === current;
  input.addEventListener("change", () => choose(input.value));
}
