// [data-ask=field] beside an answer: the first empty correction takes that field, in place.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-ask]");
  const block = link && document.querySelector("[data-corrections]");
  if (!block) return;
  const rows = [...block.querySelectorAll(".correction")];
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const row = rows.find((one) => part(one, "field").value === link.dataset.ask)
    ?? rows.find((one) => !part(one, "field").value && !part(one, "comment").value);
  if (!row) return;
  event.preventDefault();
  block.open = true;
  part(row, "field").value = link.dataset.ask;
  const answer = block.closest("form");
  for (const choice of answer.elements.transition) choice.checked = choice.value === "send_back";
  row.scrollIntoView({ block: "center" });
  part(row, "reason").focus({ preventScroll: true });
});
