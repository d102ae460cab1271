/** Builds an element; `on…` props are listeners, the others properties where there are such, else attributes. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name.includes("-") || !(name in element))
    element.setAttribute(name === "class" ? "class" : name, value);
  else element[name] = value;
}

/** A button that submits nothing. */
export const button = (props, ...children) => h("button", { type: "button", ...props }, ...children);

/** A button that shows an icon only; its label is read aloud and shown on hover. */
export function iconButton(icon, label, props) {
  const element = button({ ...props, class: `icon-button ${props?.class ?? ""}` }, icon);
  setLabel(element, label);
  return element;
}

export function setLabel(element, label) {
  element.title = label;
  element.setAttribute("aria-label", label);
}

/** Makes `parent`'s children exactly `nodes`, moving only what stands elsewhere. */
export function reconcile(parent, nodes) {
  nodes.forEach((node, index) => {
    const present = parent.childNodes[index];
    if (present !== node) parent.insertBefore(node, present ?? null);
  });
  while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}
