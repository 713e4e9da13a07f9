// [data-follows=name]: groups of boxes follow the radio of that name. The boxes that serve the chosen
// value come under its group, which opens; the others fold, unless something is ticked in them.
export const start = (form) => {
  for (const box of form.querySelectorAll("[data-follows]")) {
    const groups = [...box.querySelectorAll("[data-group]")];
    const boxes = [...box.querySelectorAll("[data-serves]")];
    const follow = () => {
      const chosen = form.elements[box.dataset.follows]?.value ?? "";
      for (const tick of boxes) {
        const served = tick.dataset.serves.split(" ");
        const home = served.includes(chosen) ? chosen : served[0];
        const group = groups.find((one) => one.dataset.group === home);
        group?.querySelector(".choices").append(tick.closest(".choice"));
      }
      for (const group of groups) {
        const inside = group.querySelectorAll("[data-serves]");
        group.hidden = inside.length === 0;
        group.open = group.dataset.group === chosen || Boolean(group.querySelector(":checked"));
        group.querySelector("[data-count]").textContent = inside.length;
      }
      const first = groups.find((group) => group.dataset.group === chosen);
      if (first) box.prepend(first);
    };
    form.addEventListener("change", (event) => {
      if (event.target.name === box.dataset.follows) follow();
    });
    follow();
  }
};
