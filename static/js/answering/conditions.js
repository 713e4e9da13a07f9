// [data-condition]: a question of this page that depends on another one of it. The server has the last word.
const given = (form, name) => {
  const controls = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter((control) => !control.closest(".question[hidden]"));
  return controls.filter((control) => control.matches("select, :checked")).map((control) => control.value);
};

const holds = (form, condition) => {
  if (condition.all) return condition.all.every((part) => holds(form, part));
  if (condition.any) return condition.any.some((part) => holds(form, part));
  return given(form, condition.question).some((value) => condition.in.includes(value));
};

export const start = (form) => {
  const questions = [...form.querySelectorAll("[data-condition]")].map((box) => [box, JSON.parse(box.dataset.condition)]);
  for (const [box] of questions) box.querySelector("[data-condition-told]").hidden = true;
  // In the order of the page: what is hidden opens nothing.
  const judge = () => { for (const [box, condition] of questions) box.hidden = !holds(form, condition); };
  form.addEventListener("change", judge);
  judge();
  return judge;
};
