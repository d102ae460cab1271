import { avatar } from "./avatar.js";
import { button, h, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { activePane, isOpen, openChat } from "./panes.js";
import { currentChats, isGroup, on, state, unreadCount } from "./state.js";
import { shortMoment } from "./time.js";
import { local, t } from "./words.js";

/** The list of chats on the left. */
export function mountChatList(root) {
  const list = h("ul", {});
  const heading = h("h2", {});
  const draw = () => {
    heading.textContent = t("chats");
    root.setAttribute("aria-label", t("chatList"));
    keepFocus(list, () => reconcile(list, currentChats().map(line)));
  };
  root.append(heading, list);
  root.addEventListener("keydown", moveByArrows);
  on("state panes active messages read typing language clock", draw);
}

function line(chat) {
  const title = local(chat.title);
  const last = chat.messages.at(-1);
  return h(
    "li",
    {},
    button(
      {
        class: `chat ${isOpen(chat.id) ? "open" : ""}`,
        "data-chat": chat.id,
        "aria-current": activePane().chatId === chat.id ? "true" : null,
        onclick: () => openChat(chat.id),
      },
      avatar(chat.id, title),
      h(
        "span",
        { class: "chat-top" },
        h("span", { class: "chat-title" }, title),
        h("span", { class: "chat-when" }, last ? shortMoment(new Date(last.date)) : ""),
      ),
      h("span", { class: "chat-role" }, subtitle(chat), chat.blocked && icon("stop")),
      h(
        "span",
        { class: "chat-bottom" },
        h("span", { class: "chat-last" }, preview(chat, last)),
        badge(chat),
      ),
    ),
  );
}

/** What stands under a chat's name: its owner's role, or how many members the group has. */
export function subtitle(chat) {
  return isGroup(chat) ? t("members", { n: chat.members.length }) : local(state.users.get(chat.owner)?.role);
}

function preview(chat, last) {
  if (state.typing.has(chat.id)) return h("em", {}, t("typing"));
  if (!last) return t("emptyChat");
  if (last.service) return local(last.service);
  const words = last.text || mediaWord(last);
  const mine = !last.from?.is_bot && last.from;
  return mine ? `${isGroup(chat) ? local(mine.name) : t("you")}: ${words}` : words;
}

const mediaWord = ({ media: [first] }) =>
  first?.kind === "photo" ? `[${t("photo")}]` : `[${first?.name ?? ""}]`;

function badge(chat) {
  const count = unreadCount(chat);
  return count > 0 && h("span", { class: "badge", "aria-label": t("unread", { n: count }) }, String(count));
}

function keepFocus(list, draw) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  draw();
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
}

function moveByArrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll(".chat")];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
