import { currentChats, isGroup, markRead, on, state, tell } from "./state.js";

const WIDE = matchMedia("(min-width: 1100px)");
const NARROW = matchMedia("(max-width: 719px)");

/** What is open: one pane, or two side by side; one without a chat waits for it. `as` is through whose eyes. */
export const view = { panes: [{ chatId: null, as: null }], active: 0 };

export const canSplit = () => WIDE.matches;
export const isNarrow = () => NARROW.matches;
export const isSplit = () => view.panes.length > 1;
export const activePane = () => view.panes[view.active];

/** The chat of an id, or the supergroup it became. */
const successor = (chatId) => state.chats.get(state.chats.get(chatId)?.migrated_to ?? chatId);

const viewerOf = (chat, wished) =>
  isGroup(chat) ? (chat.members.includes(wished) ? wished : chat.members[0]) : chat.owner;

/** A pane on that chat, an empty one when there is no such chat. */
function paneOf(chatId, as = null) {
  const chat = successor(chatId);
  return chat ? { chatId: chat.id, as: viewerOf(chat, as) } : { chatId: null, as };
}

/** Opens the chat in the active pane, or goes to the pane where this private chat is open already. */
export function openChat(chatId, as = null) {
  const chat = state.chats.get(chatId);
  const open = view.panes.findIndex((pane) => pane.chatId === chatId);
  if (open >= 0 && !isGroup(chat)) view.active = open;
  else view.panes[view.active] = paneOf(chatId, as ?? activePane().as);
  show();
}

/** Looks at the pane's group as another member. */
export function seeAs(index, userId) {
  view.panes[index] = { ...view.panes[index], as: userId };
  show();
}

export function activate(index) {
  if (view.active === index) return;
  view.active = index;
  tell("active");
}

/** Adds an empty second pane, which takes the next chat that is opened. */
export function split() {
  view.panes.push(paneOf(null, activePane().as));
  view.active = 1;
  show();
}

/** Closes one of two panes; of a single one, the chat in it. */
export function closePane(index) {
  if (isSplit()) view.panes.splice(index, 1);
  else view.panes = [paneOf(null)];
  view.active = 0;
  show();
}

/** Whether the chat is before somebody's eyes now. */
export const isOpen = (chatId) => view.panes.some((pane) => pane.chatId === chatId);

const address = () =>
  view.panes
    .filter((pane) => pane.chatId)
    .map(({ chatId, as }) => `${chatId}.${as}`)
    .join(",");

function show() {
  const wished = `#${address()}`;
  if (wished !== location.hash && (wished !== "#" || location.hash)) history.pushState(null, "", wished);
  readOpenChats();
  tell("panes");
}

function readOpenChats() {
  for (const { chatId } of view.panes) if (state.chats.has(chatId)) markRead(state.chats.get(chatId));
}

/** Opens what the page's address names: "#1001.1001,-4001.1002"; on a wide screen at least the first chat. */
function followAddress() {
  const named = location.hash
    .slice(1)
    .split(",")
    .map((part) => part.split(".").map(Number));
  const known = named.filter(([chatId]) => state.chats.has(chatId)).slice(0, canSplit() ? 2 : 1);
  const first = currentChats()
    .slice(0, isNarrow() ? 0 : 1)
    .map((chat) => [chat.id]);
  const opened = known.length ? known : first;
  view.panes = opened.map(([chatId, as]) => paneOf(chatId, as));
  if (!view.panes.length) view.panes = [paneOf(null)];
  view.active = Math.min(view.active, view.panes.length - 1);
  readOpenChats();
  tell("panes");
}

/** Follows a chat that went away to the one it became: a group that was turned into a supergroup. */
function followMoves() {
  view.panes = view.panes.map(({ chatId, as }) => paneOf(chatId, as));
  if (address()) history.replaceState(null, "", `#${address()}`);
  readOpenChats();
  tell("panes");
}

/** Binds the panes to the state, the browser's history and the width of the window. */
export function startPanes() {
  let begun = false;
  on("state", () => {
    if (begun) followMoves();
    else followAddress();
    begun = true;
  });
  on("messages", (chatId) => {
    if (isOpen(chatId)) markRead(state.chats.get(chatId));
  });
  window.addEventListener("popstate", followAddress);
  WIDE.addEventListener("change", () => {
    if (!canSplit() && isSplit()) closePane(1 - view.active);
    tell("width");
  });
  NARROW.addEventListener("change", () => tell("width"));
}
