// [data-rows=prefix]: adds and removes rows of a Django formset in place, as its submit buttons would.
// A removed row has its DELETE box ticked and is hidden. `aict:added` and `input` tell the other behaviours.
const renumber = (list) => {
  const rows = [...list.children].filter((row) => !row.hidden);
  for (const [index, row] of rows.entries()) {
    for (const number of row.querySelectorAll("[data-row-number]")) number.textContent = index + 1;
    row.setAttribute("aria-label", row.querySelector(".rows-title").textContent.trim());
  }
};

// A copy of the empty row, its prefix replaced in every attribute.
const copy = (template, number) => {
  const row = template.content.cloneNode(true).firstElementChild;
  for (const node of [row, ...row.querySelectorAll("*")]) {
    for (const { name, value } of [...node.attributes]) {
      if (value.includes("__prefix__")) node.setAttribute(name, value.replaceAll("__prefix__", number));
    }
  }
  return row;
};

const add = (block) => {
  const total = block.querySelector(`[name="${block.dataset.rows}-TOTAL_FORMS"]`);
  const maximum = block.querySelector(`[name="${block.dataset.rows}-MAX_NUM_FORMS"]`);
  if (Number(total.value) >= Number(maximum?.value || 1000)) return false;
  const list = block.querySelector("[data-rows-list]");
  const row = copy(block.querySelector("[data-rows-empty]"), total.value);
  list.append(row);
  total.value = Number(total.value) + 1;
  renumber(list);
  row.dispatchEvent(new Event("aict:added", { bubbles: true }));
  row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  return true;
};

const remove = (block, row) => {
  const box = row.querySelector('[name$="-DELETE"]');
  if (!box) return false;
  box.checked = true;
  row.hidden = true;
  renumber(block.querySelector("[data-rows-list]"));
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const next = block.querySelector('[data-row]:not([hidden]) [name="remove"]');
  (next ?? block.querySelector('[name="add"]')).focus();
  return true;
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-rows] button");
  const block = button?.closest("[data-rows]");
  let done = false;
  if (button?.name === "add") done = add(block);
  if (button?.name === "remove") done = remove(block, button.closest("[data-row]"));
  if (done) event.preventDefault();
});
