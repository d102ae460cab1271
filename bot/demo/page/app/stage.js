import { reconcile } from "./dom.js";
import { followUrl } from "./links.js";
import { chatPane, emptyPane } from "./pane.js";
import { activePane, isOpen, view } from "./panes.js";
import { on, state } from "./state.js";
import { alertBox, toast } from "./toast.js";
import { local } from "./words.js";

let shown = [];

/** Where the open chats stand, one or two beside each other. */
export function mountStage(root) {
  const keys = [];

  function draw(rebuild) {
    shown = view.panes.map((pane, index) => {
      const key = `${index}/${view.panes.length}:${pane.chatId}.${pane.as}`;
      if (!rebuild && keys[index] === key) return shown[index];
      keys[index] = key;
      return pane.chatId ? chatPane(index) : emptyPane(index);
    });
    keys.length = shown.length;
    reconcile(
      root,
      shown.map((pane) => pane.element),
    );
    document.body.dataset.view = activePane().chatId ? "chat" : "list";
    root.classList.toggle("two", shown.length > 1);
    shown.forEach((pane) => pane.draw());
    markActive();
  }

  const markActive = () =>
    shown.forEach((pane, index) => pane.element.classList.toggle("active", index === view.active));
  const drawAll = () => shown.forEach((pane) => pane.draw());

  on("panes", () => draw(false));
  on("language width", () => draw(true));
  on("active", markActive);
  on("messages clock", drawAll);
  on("typing", () => shown.forEach((pane) => pane.drawDoing()));
  on("answered", showAnswer);
}

/** Puts a text into the active pane's field, for the person to send. */
export const writeInto = (text) => shown[view.active]?.write?.(text);

export const focusComposer = () => shown[view.active]?.focus?.();

/** The bot's answer to a pressed button; named by the person when nobody looks at that chat. */
function showAnswer({ user_id, chat_id, text, alert, url }) {
  if (url) followUrl(url);
  if (!text) return;
  const name = local(state.users.get(user_id)?.name);
  if (alert) alertBox(isOpen(chat_id) ? local(state.bot.name) : name, text);
  else toast(isOpen(chat_id) && view.panes.length === 1 ? text : `${name}: ${text}`);
}
