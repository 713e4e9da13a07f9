// What was kept on this device for a response is no longer needed.
import { forgetAll } from "./local.js";

const done = document.querySelector("[data-forget]");
if (done?.dataset.forget) forgetAll(done.dataset.forget);
