// [data-error-summary] takes the focus when the page arrives; its links focus the field they name.
document.querySelector("[data-error-summary]")?.focus();

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-summary] a");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (field.closest(".field") ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
});
