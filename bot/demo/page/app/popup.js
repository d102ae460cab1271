import { button, h } from "./dom.js";

let count = 0;

/**
 * Lets `trigger` open a small box under itself, filled by `fill(close)` each time. Escape or a click elsewhere
 * closes it.
 */
export function attachPopup(trigger, label, fill) {
  const box = h("div", {
    class: "popup",
    popover: "auto",
    id: `popup-${(count += 1)}`,
    role: "dialog",
    "aria-label": label,
  });
  const close = () => {
    box.hidePopover();
    trigger.focus();
  };
  trigger.setAttribute("aria-haspopup", "dialog");
  trigger.setAttribute("aria-expanded", "false");
  trigger.popoverTargetElement = box;
  box.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open") box.replaceChildren(...[fill(close)].flat());
  });
  box.addEventListener("toggle", (event) => {
    trigger.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "open") {
      place(box, trigger);
      box.querySelector("button, input, select")?.focus();
    }
  });
  trigger.after(box);
  return box;
}

const MARGIN = 8;

function place(box, trigger) {
  const at = trigger.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = at.left > innerWidth / 2 ? at.right - size.width : at.left;
  const below = at.bottom + MARGIN;
  const top = below + size.height > innerHeight ? at.top - size.height - MARGIN : below;
  box.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - size.width - MARGIN))}px`;
  box.style.top = `${Math.max(MARGIN, top)}px`;
}

/** One line of a popup that acts and closes it. */
export const popupItem = (icon, text, close, act) =>
  button({ class: "popup-item", onclick: () => (close(), act()) }, icon, h("span", {}, text));
