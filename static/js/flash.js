// [data-flash]: messages that a [data-close] button removes.
document.addEventListener("click", (event) => {
  const flash = event.target.closest("[data-close]")?.closest("[data-flash]");
  if (!flash) return;
  const next = flash.nextElementSibling?.querySelector("[data-close]") ?? document.querySelector("main");
  flash.remove();
  next.focus();
});
