import { h } from "./dom.js";
import { icon } from "./icons.js";

const HUES = [205, 160, 265, 22, 330, 45, 185, 95];

/** A coloured disc: a group's sign, the first two characters of a Chinese name, or a foreign one's initials. */
export function avatar(id, name) {
  const hue = HUES[Math.abs(id) % HUES.length];
  const disc = h(
    "span",
    { class: "avatar", "aria-hidden": "true" },
    id < 0 ? icon("people") : initials(name),
  );
  disc.style.setProperty("--hue", hue);
  return disc;
}

function initials(name) {
  const letters = [...name.replace(/[（(].*$/, "").trim()];
  if (/\p{Script=Han}/u.test(name)) return letters.slice(0, 2).join("");
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join("")
    .toUpperCase();
}
