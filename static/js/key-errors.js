// Says in the page what allauth only tells the console when a passkey fails.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const box = document.querySelector("[data-key-error]");
  const address = event.detail.exception?.name === "SecurityError" || !window.PublicKeyCredential;
  box.querySelector("[data-key-address]").hidden = !address;
  box.querySelector("[data-key-refused]").hidden = address;
  box.hidden = false;
  box.setAttribute("role", "alert");
  box.scrollIntoView({ block: "center" });
});
