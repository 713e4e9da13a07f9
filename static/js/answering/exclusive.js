// [data-several]: « aucun » ([data-exclusive]) and the other boxes untick each other.
export const start = (form) => {
  for (const group of form.querySelectorAll("[data-several]")) {
    group.addEventListener("change", ({ target }) => {
      if (!target.checked) return;
      for (const box of group.querySelectorAll("input:checked")) {
        if (box !== target && (target.hasAttribute("data-exclusive") || box.hasAttribute("data-exclusive"))) box.checked = false;
      }
    });
  }
};
