import { post } from "./api.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { followUrl } from "./links.js";
import { on } from "./state.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

const WAITS_AT_MOST = 12000;
const waiting = new Set();

/** The rows of buttons under a message. */
export function inlineKeyboard(message, viewer) {
  const rows = message.keyboard ?? [];
  if (!rows.length) return null;
  return h(
    "div",
    { class: "inline" },
    rows.map((row) =>
      h(
        "div",
        { class: "inline-row" },
        row.map((key) => keyButton(key, message, viewer)),
      ),
    ),
  );
}

function keyButton(key, message, viewer) {
  const press = (event) => act(key, message, viewer, event.currentTarget);
  return button(
    { class: `key ${key.style ?? ""}`, onclick: press },
    h("span", {}, key.text),
    key.url && icon("link"),
    key.copy_text && icon("copy"),
  );
}

function act(key, message, viewer, pressed) {
  if (key.callback_data) return pressCallback(key, message, viewer, pressed);
  if (key.copy_text) return copyText(key.copy_text);
  if (key.url) return followUrl(key.url);
  return toast(t("unsupported"));
}

async function pressCallback(key, message, viewer, pressed) {
  if (pressed.classList.contains("waiting")) return;
  const settle = () => {
    pressed.classList.remove("waiting");
    waiting.delete(entry);
  };
  const entry = { chatId: message.chat_id, settle };
  waiting.add(entry);
  pressed.classList.add("waiting");
  setTimeout(settle, WAITS_AT_MOST);
  const place = { user_id: viewer, chat_id: message.chat_id, message_id: message.message_id };
  if (!(await post("/chat/press", { ...place, data: key.callback_data }))) settle();
}

/** Stops the waiting mark of pressed buttons once the bot answered in that chat. */
export function startInlineKeyboards() {
  const settleChat = (chatId) =>
    [...waiting].filter((entry) => entry.chatId === chatId).forEach((entry) => entry.settle());
  on("answered", ({ chat_id }) => settleChat(chat_id));
  on("messages", settleChat);
}

/** Puts the text on the clipboard and says so. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    toast(t("failed", { why: t("copyFailed") }), "bad");
  }
}
