import { post } from "./api.js";
import { avatar } from "./avatar.js";
import { subtitle } from "./chatlist.js";
import { composer } from "./composer.js";
import { button, h, iconButton, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { messageList } from "./messages.js";
import { activate, canSplit, closePane, isNarrow, isSplit, seeAs, split, view } from "./panes.js";
import { attachPopup, popupItem } from "./popup.js";
import { isGroup, state } from "./state.js";
import { acceptDrops } from "./upload.js";
import { local, t } from "./words.js";

const DOING = { upload_photo: "sendingPhoto", upload_document: "sendingFile" };

/** One chat as on a phone. Returns its element and what brings its parts up to date. */
export function chatPane(index) {
  const { chatId, as } = view.panes[index];
  const chat = () => state.chats.get(chatId);
  const place = { user_id: as, chat_id: chatId };
  const writer = composer(chat, place);
  const list = messageList(chat, {
    viewer: as,
    group: isGroup(chat()),
    say: writer.say,
    reply: writer.reply,
    edit: writer.edit,
    find: (id) => list.find(id),
  });
  const doing = h("span", { class: "pane-subtitle", "aria-live": "polite" });
  const pinned = button({
    class: "pinned",
    title: t("pinned"),
    onclick: () => list.find(chat().pinned.at(-1)),
  });
  const unblock = unblockBar(as);
  const bottom = h("div", { class: "pane-bottom" });
  const element = h(
    "section",
    {
      class: "pane",
      "aria-label": t("chatOf", { name: local(chat().title) }),
      onfocusin: () => activate(index),
      onpointerdown: () => activate(index),
    },
    header(index, chat(), as, doing),
    pinned,
    list.element,
    bottom,
    h("div", { class: "drop-hint" }, t("dropHere")),
  );
  acceptDrops(element, writer.offer);

  function draw() {
    writer.draw();
    drawDoing();
    drawPinned();
    reconcile(bottom, [chat().blocked ? unblock : writer.element]);
    list.draw();
  }

  function drawDoing() {
    const action = state.typing.get(chatId)?.action;
    doing.textContent = action ? t(DOING[action] ?? "typing") : subtitle(chat());
    doing.classList.toggle("doing", Boolean(action));
  }

  function drawPinned() {
    const message = chat().messages.find((one) => one.message_id === chat().pinned?.at(-1));
    pinned.hidden = !message;
    pinned.replaceChildren(icon("pin"), h("span", {}, message?.text ?? ""));
  }

  return { element, draw, drawDoing, focus: writer.focus, write: writer.write };
}

/** A pane that waits for a chat. */
export const emptyPane = (index) => ({
  element: h(
    "section",
    { class: "pane waiting-pane", onpointerdown: () => activate(index) },
    isSplit() &&
      iconButton(icon("close"), t("closePane"), { class: "corner", onclick: () => closePane(index) }),
    h("p", {}, t(isSplit() ? "pickSecond" : "pickChat")),
  ),
  draw: () => {},
  drawDoing: () => {},
});

function header(index, chat, as, doing) {
  const title = local(chat.title);
  const more = iconButton(icon("more"), t("more"), { hidden: chat.type === "supergroup" && hasBot(chat) });
  const head = h(
    "header",
    { class: "pane-head" },
    isNarrow() && iconButton(icon("back"), t("backToList"), { onclick: () => closePane(index) }),
    avatar(chat.id, title),
    h("div", { class: "pane-names" }, h("h2", {}, title), doing),
    isGroup(chat) && viewerChoice(index, chat, as),
    canSplit() && !isSplit() && iconButton(icon("split"), t("sideBySide"), { onclick: split }),
    more,
    isSplit() && iconButton(icon("close"), t("closePane"), { onclick: () => closePane(index) }),
  );
  attachPopup(more, t("more"), (close) => actions(state.chats.get(chat.id), as, close));
  return head;
}

const viewerChoice = (index, chat, as) =>
  h(
    "label",
    { class: "viewer-choice" },
    h("span", { class: "aside" }, t("seenAs")),
    h(
      "select",
      { "aria-label": t("seenAs"), onchange: (event) => seeAs(index, Number(event.target.value)) },
      chat.members.map((id) =>
        h("option", { value: id, selected: id === as }, local(state.users.get(id)?.name)),
      ),
    ),
  );

const hasBot = (chat) => ["member", "administrator"].includes(chat.bot_status);

function actions(chat, as, close) {
  if (isGroup(chat) && !hasBot(chat))
    return [popupItem(icon("people"), t("addBot"), close, () => addBot(chat.id, as))];
  if (isGroup(chat)) return [popupItem(icon("up"), t("upgrade"), close, () => upgrade(chat.id))];
  return [
    popupItem(icon("phone"), t("sharePhone"), close, () => post("/chat/contact", { user_id: as })),
    popupItem(icon("stop"), t(chat.blocked ? "unblock" : "block"), close, () =>
      setBlocked(as, !chat.blocked),
    ),
  ];
}

/** The person blocks the bot, or takes that back. */
export const setBlocked = (userId, blocked) =>
  post(blocked ? "/chat/block" : "/chat/unblock", { user_id: userId });

/** A member adds the bot to the group. */
const addBot = (chatId, userId) => post("/chat/add_bot", { user_id: userId, chat_id: chatId });

/** The group becomes a supergroup with another id. */
export const upgrade = (chatId) => post("/chat/upgrade", { chat_id: chatId });

function unblockBar(userId) {
  const unblock = button({ class: "primary", onclick: () => setBlocked(userId, false) }, t("unblock"));
  return h("div", { class: "unblock" }, h("span", {}, t("hasBlocked")), unblock);
}
