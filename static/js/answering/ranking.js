// [data-ranking]: menus become a list that buttons order. The menus stay in the page: they are what is posted.
const make = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};
// Beyond these signs, the buttons of a row stand under its words on a phone.
const LONG = 60;
const rank = (place) => (place ? `${place + 1}ᵉ` : "1ᵉʳ");

const bind = (box) => {
  const menus = [...box.querySelectorAll("select")];
  const options = [...menus[0].options].filter((option) => option.value).map(({ value, text }) => ({ value, text }));
  const list = make("ol", { className: "ranked" });
  const pool = make("div", { className: "rankable" });
  const said = make("p", { className: "sr-only", role: "status" });
  const text = (value) => options.find((option) => option.value === value)?.text ?? value;
  let chosen = [];

  const read = () => { chosen = [...new Set(menus.map((menu) => menu.value).filter(Boolean))]; };
  const write = () => {
    for (const [place, menu] of menus.entries()) menu.value = chosen[place] ?? "";
    menus[0].dispatchEvent(new Event("input", { bubbles: true }));
  };
  const act = (change, value, words) => {
    change();
    write();
    draw();
    said.textContent = words();
    const again = list.querySelector(`[data-value="${CSS.escape(value)}"] button:not(:disabled)`);
    (again ?? pool.querySelector(`[data-value="${CSS.escape(value)}"]`) ?? pool.querySelector("button"))?.focus();
  };
  const stand = (value) => () => `${text(value)} : ${rank(chosen.indexOf(value))} choix`;
  const move = (value, by) => act(() => {
    const place = chosen.indexOf(value);
    chosen.splice(place, 1);
    chosen.splice(place + by, 0, value);
  }, value, stand(value));
  const button = (label, sign, disabled, act_) => {
    const made = make("button", { type: "button", textContent: sign, disabled });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act_);
    return made;
  };
  const row = (value, place) => {
    const name = text(value);
    const acts = make("span", { className: "ranked-acts" },
      button(`Monter ${name}`, "↑", place === 0, () => move(value, -1)),
      button(`Descendre ${name}`, "↓", place === chosen.length - 1, () => move(value, 1)),
      button(`Retirer ${name}`, "✕", false, () => act(() => { chosen = chosen.filter((one) => one !== value); }, value, () => `${name} : retiré`)));
    const item = make("li", {}, make("span", { textContent: rank(place) }), make("span", { textContent: name }), acts);
    item.dataset.value = value;
    item.toggleAttribute("data-long", name.length > LONG);
    return item;
  };
  const choice = ({ value, text: name }) => {
    const made = make("button", { type: "button", textContent: `+ ${name}`, disabled: chosen.length >= menus.length });
    made.dataset.value = value;
    made.addEventListener("click", () => act(() => chosen.push(value), value, stand(value)));
    return made;
  };
  const draw = () => {
    list.replaceChildren(...chosen.map(row));
    pool.replaceChildren(...options.filter((option) => !chosen.includes(option.value)).map(choice));
  };
  for (const menu of menus) menu.closest(".rank").hidden = true;
  box.append(list, pool, said);
  const refill = () => { read(); draw(); };
  refill();
  return refill;
};

export const start = (form) => {
  const all = [...form.querySelectorAll("[data-ranking]")].map(bind);
  return () => { for (const refill of all) refill(); };
};
