// [data-combobox]: suggestions under a text field, as ARIA's « combobox with list autocomplete ».
// One value: [data-combobox-value] holds the chosen key, or the text typed. Several ("multiple"):
// each is a ticked box of [data-combobox-tokens]; unticking it removes it. The server reads both alike.
const WAIT = 150;

const make = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

const enhance = (box) => {
  const words = box.dataset;
  const input = box.querySelector('input[type="text"]');
  const value = box.querySelector("[data-combobox-value]");
  const tokens = box.querySelector("[data-combobox-tokens]");
  const list = make("ul", { className: "options", id: `${input.id}-options`, role: "listbox", hidden: true });
  const status = make("p", { className: "sr-only", role: "status" });
  let [timer, request, active] = [0, null, -1];
  list.setAttribute("aria-label", words.list);
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("role", "combobox");
  if (value) input.removeAttribute("name");
  box.append(list, status);

  const say = (text) => { status.textContent = text; };
  const changed = (node) => node.dispatchEvent(new Event("input", { bubbles: true }));
  const open = (visible) => {
    list.hidden = !visible;
    input.setAttribute("aria-expanded", visible);
    if (!visible) point(-1);
  };
  const point = (place) => {
    active = place;
    for (const [number, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", number === place);
    }
    const option = list.children[place];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const remove = (tick) => {
    const label = tick.closest("label").textContent.trim();
    tick.closest("li").remove();
    changed(tokens);
    say(words.removed.replace("{x}", label));
    input.focus();
  };
  const addToken = (key, label) => {
    if (![...tokens.querySelectorAll("input")].some((tick) => tick.value === key)) {
      const tick = make("input", { type: "checkbox", name: words.name, value: key, checked: true });
      tokens.append(make("li", {}, make("label", { className: "token" }, tick, label)));
    }
    input.value = "";
    changed(tokens);
    say(words.added.replace("{x}", label));
  };
  const choose = (option) => {
    const { key, label } = option.dataset;
    open(false);
    if (tokens) return addToken(key, label);
    input.value = label;
    value.value = key;
    changed(value);
  };
  const show = (results, typed) => {
    const shown = results.map(({ key, name, label, detail }) => [key, label, name, detail]);
    if (words.free && typed.length > 2) {
      shown.push([words.freePrefix + typed, typed, words.free.replace("{x}", typed), ""]);
    }
    list.replaceChildren(...shown.map(([key, label, name, detail], number) => {
      const option = make("li", { id: `${list.id}-${number}`, role: "option" }, make("span", {}, name));
      Object.assign(option.dataset, { key, label });
      if (detail) option.append(make("span", { className: "soft" }, detail));
      return option;
    }));
    open(shown.length > 0);
    const count = results.length > 1 ? words.many : results.length ? words.one : words.none;
    say(count.replace("{n}", results.length));
  };
  const search = async () => {
    const typed = input.value.trim();
    request?.abort();
    if (typed.length < 2) return open(false);
    request = new AbortController();
    const address = `${words.url}?${new URLSearchParams({ q: typed, scope: words.scope })}`;
    try {
      const response = await fetch(address, { signal: request.signal });
      if (response.ok) show((await response.json()).results, typed);
    } catch {
      // Offline, or typed further: the server resolves the text.
    }
  };

  input.addEventListener("input", () => {
    if (value) value.value = input.value.trim();
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    const steps = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last };
    if (event.key in steps && last >= 0) {
      if (list.hidden) open(true);
      point(steps[event.key]);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) choose(list.children[active]);
    else if (event.key === "Escape" && !list.hidden) open(false);
    else {
      if (event.key === "Backspace" && !input.value) {
        const ticks = tokens?.querySelectorAll("input") ?? [];
        if (ticks.length) remove(ticks[ticks.length - 1]);
      }
      return;
    }
    event.preventDefault();
  });
  input.addEventListener("blur", () => open(false));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("pointermove", (event) => {
    const place = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (place !== active) point(place);
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  tokens?.addEventListener("change", (event) => remove(event.target));
  open(false);
};

const bind = (scope) => {
  for (const box of scope.querySelectorAll("[data-combobox]:not([data-bound])")) {
    box.dataset.bound = "";
    enhance(box);
  }
};

bind(document);
document.addEventListener("aict:added", (event) => bind(event.target));
document.addEventListener("htmx:load", (event) => bind(event.target));
