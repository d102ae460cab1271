import { button, h } from "./dom.js";
import { t } from "./words.js";

const SHOWN_FOR = 4500;

/** A word at the edge of the page that goes away by itself. `kind` "bad" marks a failure. */
export function toast(text, kind = "plain") {
  const node = h("div", { class: `toast ${kind}` }, text);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), SHOWN_FOR);
}

/** A box that stays until it is confirmed, as answerCallbackQuery's alerts do. */
export function alertBox(title, text) {
  const close = () => dialog.close();
  const dialog = h(
    "dialog",
    { class: "box alert", role: "alertdialog", onclose: () => dialog.remove() },
    h("h2", {}, title),
    h("p", {}, text),
    h(
      "div",
      { class: "box-buttons" },
      button({ class: "primary", autofocus: true, onclick: close }, t("ok")),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
