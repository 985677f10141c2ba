/** The legend, whose boxes are the filters: by type, by standing. */

export function filters(view, root) {
  const types = [...root.querySelectorAll("[data-type]")];
  const families = [...root.querySelectorAll("[data-family]")];
  const of = (family) => types.filter((box) => box.dataset.of === family.dataset.family);

  const settle = () => {
    for (const family of families) {
      const checked = of(family).filter((box) => box.checked).length;
      family.checked = checked > 0;
      family.indeterminate = checked > 0 && checked < of(family).length;
    }
    const off = types.filter((box) => !box.checked);
    view.offTypes = new Set(off.map((box) => Number(box.dataset.type)));
    view.change();
  };

  root.addEventListener("change", ({ target }) => {
    const { family, standing, disputed } = target.dataset;
    if (family !== undefined) for (const box of of(target)) box.checked = target.checked;
    if (standing !== undefined) {
      view.offStandings[target.checked ? "delete" : "add"](Number(standing));
    }
    if (disputed !== undefined) view.offDisputed = !target.checked;
    settle();
  });
}
