// [data-counter=id][data-limit]: « 120 / 200 » while typing; said aloud only when the end is near.
const update = (field, counter) => {
  const limit = Number(counter.dataset.limit);
  const left = limit - field.value.length;
  const near = left <= limit * 0.1;
  counter.textContent = `${field.value.length} / ${limit}`;
  counter.toggleAttribute("data-near", near && left >= 0);
  counter.toggleAttribute("data-over", left < 0);
  if (near) counter.setAttribute("role", "status");
  else counter.removeAttribute("role");
};

const bind = (scope) => {
  for (const counter of scope.querySelectorAll("[data-counter]")) {
    const field = document.getElementById(counter.dataset.counter);
    if (!field) continue;
    field.addEventListener("input", () => update(field, counter));
    update(field, counter);
  }
};

bind(document);
document.addEventListener("aict:added", (event) => bind(event.target));
