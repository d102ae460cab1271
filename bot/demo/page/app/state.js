/** What the page knows. Only this module changes it; everybody else reads, and listens by topic. */
export const state = {
  bot: null,
  users: new Map(),
  chats: new Map(),
  clock: null,
  tour: [],
  faults: {},
  online: true,
  typing: new Map(),
  read: new Map(),
};

const listeners = new Map();

/** Calls `listener(detail)` at each of the topics (names, blanks between). */
export function on(topics, listener) {
  for (const topic of topics.split(" ")) {
    listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
  }
}

export function tell(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

const byId = (items) => new Map(items.map((item) => [item.id, item]));

/**
 * Takes the whole state from the server. What is there at the first time counts as read, and what is there when the
 * server began anew. "state" is told first: it puts the panes right for chats that are no more.
 */
export function replaceState(fresh) {
  state.bot = fresh.bot;
  state.users = byId(fresh.users);
  state.chats = byId(fresh.chats.map((chat) => ({ ...chat, messages: chat.messages.map(known) })));
  state.tour = fresh.tour ?? [];
  state.faults = fresh.faults ?? {};
  for (const chat of state.chats.values()) {
    if ((state.read.get(chat.id) ?? Infinity) > newest(chat)) markRead(chat);
  }
  tell("state");
  setClock(fresh.clock);
}

/** The message as it is held already, when nothing in it changed: what is drawn of it can stay. */
function known(message) {
  const held = state.chats
    .get(message.chat_id)
    ?.messages.find((one) => one.message_id === message.message_id);
  return held && JSON.stringify(held) === JSON.stringify(message) ? held : message;
}

export function setClock(clock) {
  state.clock = clock ? { ...clock, heardAt: performance.now() } : null;
  tell("clock");
}

export function setTour(tour) {
  state.tour = tour;
  tell("tour");
}

export function setFaults(faults) {
  state.faults = faults;
  tell("faults");
}

export function setOnline(online) {
  state.online = online;
  tell("online");
}

/** Puts a new message in, or a changed one in its old one's place. */
export function putMessage(message) {
  const chat = state.chats.get(message.chat_id);
  if (!chat) return;
  const at = chat.messages.findIndex((known) => known.message_id === message.message_id);
  if (at >= 0) chat.messages[at] = message;
  else chat.messages.push(message);
  if (at < 0 && message.from?.is_bot) setTyping(chat.id, null);
  tell("messages", chat.id);
}

export function dropMessage(chatId, id) {
  const chat = state.chats.get(chatId);
  if (!chat) return;
  chat.messages = chat.messages.filter((message) => message.message_id !== id);
  tell("messages", chatId);
}

/** Takes what is new of a chat, or a new chat; its messages come one by one. */
export function putChat(chat) {
  state.chats.set(chat.id, { messages: [], ...state.chats.get(chat.id), ...chat });
  tell("state");
}

const TYPING_LASTS = 5000;

/** The bot does something in the chat; as on Telegram that is shown for five seconds. */
export function setTyping(chatId, action) {
  clearTimeout(state.typing.get(chatId)?.timer);
  if (action) {
    const timer = setTimeout(() => setTyping(chatId, null), TYPING_LASTS);
    state.typing.set(chatId, { action, timer });
  } else state.typing.delete(chatId);
  tell("typing", chatId);
}

const newest = (chat) => chat.messages.at(-1)?.message_id ?? 0;

export function markRead(chat) {
  if (state.read.get(chat.id) === newest(chat)) return;
  state.read.set(chat.id, newest(chat));
  tell("read", chat.id);
}

/** How many messages came since the chat was last open; in a private chat the bot's only. */
export const unreadCount = (chat) =>
  chat.messages.filter(
    (message) => message.message_id > (state.read.get(chat.id) ?? 0) && (!chat.owner || message.from?.is_bot),
  ).length;

/** The chats there are now, without the groups that became supergroups. */
export const currentChats = () => [...state.chats.values()].filter((chat) => !chat.migrated_to);

/** The private chat of a user. */
export const privateChat = (userId) => [...state.chats.values()].find((chat) => chat.owner === userId);

export const isGroup = (chat) => !chat.owner;
