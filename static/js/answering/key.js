// A link made for another device carries the key after #, which no server receives: it fills the form.
const field = document.querySelector("[data-key-form] input[name=key]");
const key = new URLSearchParams(location.hash.slice(1)).get("cle");
if (field && key && !field.value) {
  field.value = key;
  history.replaceState(null, "", location.pathname);
  field.form.querySelector("button").focus();
}
