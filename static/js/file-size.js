// [data-max-size]: a file that the server would refuse for its size is told before it leaves.
for (const field of document.querySelectorAll("input[type=file][data-max-size]")) {
  const limit = Number(field.dataset.maxSize);
  const zone = field.closest(".field");
  const told = document.createElement("p");
  told.className = "errors";
  told.setAttribute("role", "alert");
  field.after(told);
  const button = field.form.querySelector("button:not([type=button])");
  field.addEventListener("change", () => {
    const heavy = [...field.files].some((file) => file.size > limit);
    told.textContent = heavy ? `Ce fichier dépasse ${Math.round(limit / 1048576)} Mo : choisissez-en un plus léger.` : "";
    zone.classList.toggle("field-error", heavy);
    button.disabled = heavy;
  });
}
