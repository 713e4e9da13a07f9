// [data-drop]: a file dropped on the zone goes into its file field.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector('input[type="file"]');
  const over = (event, inside) => {
    event.preventDefault();
    zone.toggleAttribute("data-over", inside);
  };
  zone.addEventListener("dragover", (event) => over(event, true));
  zone.addEventListener("dragleave", (event) => over(event, false));
  zone.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
