// input[data-suggest=url]: names already known, offered through a datalist; free entry stays possible.
export const start = (form) => {
  let count = 0;
  let timer = 0;
  const bind = (input) => {
    const list = Object.assign(document.createElement("datalist"), { id: `suggestions-${count += 1}` });
    input.after(list);
    input.setAttribute("list", list.id);
    input.setAttribute("autocomplete", "off");
    return list;
  };
  form.addEventListener("input", (event) => {
    const input = event.target;
    if (!input.dataset?.suggest || input.value.trim().length < 2) return;
    const list = document.getElementById(input.getAttribute("list")) ?? bind(input);
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const response = await fetch(`${input.dataset.suggest}&q=${encodeURIComponent(input.value)}`, { redirect: "error" }).catch(() => null);
      if (!response?.ok) return;
      const { names } = await response.json();
      list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
    }, 250);
  });
};
