import { post } from "./api.js";
import { button, h, iconButton, setLabel } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** The last word on the chat's reply keyboard: {rows, …} and the message that set it; null without one. */
function current(chat) {
  const message = chat.messages.findLast((one) => one.from?.is_bot && one.reply_keyboard);
  return message && message.reply_keyboard !== "remove"
    ? { ...message.reply_keyboard, from: message.message_id }
    : null;
}

/** The buttons in place of the phone's keyboard; pressing one says its text, or shares the phone number. */
export function replyKeyboard(chat, place, say, field) {
  const element = h("div", { class: "reply-keyboard" });
  const toggle = iconButton(icon("keyboard"), "", { onclick: () => fold(!folded) });
  let shownFor;
  let folded = false;

  function draw() {
    const keyboard = current(chat());
    const from = keyboard?.from ?? null;
    if (from === shownFor) return;
    shownFor = from;
    field.placeholder = keyboard?.placeholder || t("write");
    element.replaceChildren(...(keyboard?.rows ?? []).map((row) => keyRow(row, keyboard)));
    toggle.hidden = !keyboard?.rows.length;
    fold(false);
  }

  function fold(wished) {
    folded = wished;
    element.hidden = toggle.hidden || folded;
    toggle.setAttribute("aria-expanded", String(!folded));
    setLabel(toggle, t(folded ? "showKeyboard" : "hideKeyboard"));
  }

  const keyRow = (row, keyboard) =>
    h(
      "div",
      { class: "inline-row" },
      row.map((key) => keyButton(key, keyboard)),
    );

  function keyButton(key, keyboard) {
    const sign = key.request_contact && icon("phone");
    const words = h("span", {}, key.text);
    return button({ class: `key ${key.style ?? ""}`, onclick: () => press(key, keyboard) }, sign, words);
  }

  function press(key, keyboard) {
    if (keyboard.one_time) fold(true);
    if (key.request_contact) post("/chat/contact", { user_id: place.user_id });
    else say(key.text);
  }

  /** The message that asked for a reply (ForceReply: no rows), which the next words then are. */
  function repliesTo() {
    const keyboard = current(chat());
    return keyboard && !keyboard.rows.length ? keyboard.from : null;
  }

  return { element, toggle, draw, repliesTo };
}
