// Shared behaviours. Each one binds itself to data- attributes, and the page works without it.
import "./theme-switch.js";
import "./menu.js";
import "./flash.js";
import "./errors.js";
import "./counter.js";
import "./rows.js";
import "./combobox.js";
import "./drop.js";
import "./submit-once.js";
