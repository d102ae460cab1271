import { h } from "./dom.js";
import { t } from "./words.js";

const BORDERS = 2;
const TALLEST = 160;
const drafts = new Map();

/** A text field that grows with its text. What is half written under `key` is there again the next time. */
export function growingField(key, changed) {
  const element = h("textarea", {
    rows: 1,
    "aria-label": t("write"),
    placeholder: t("write"),
    enterkeyhint: "send",
  });
  element.value = drafts.get(key) ?? "";

  function note() {
    drafts.set(key, element.value);
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + BORDERS}px`;
    element.style.overflowY = element.scrollHeight > TALLEST ? "auto" : "hidden";
    changed();
  }

  function setText(text) {
    element.value = text;
    note();
  }

  element.addEventListener("input", note);
  return { element, setText };
}
