import { button, h, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { bubble, isMine, serviceLine } from "./message.js";
import { dayKey, dayName } from "./time.js";
import { t } from "./words.js";

const NEAR_END = 80;

/** The messages of one pane, newest at the bottom. `draw()` brings it up to date, touching only what changed. */
export function messageList(chat, pane) {
  const nodes = new WeakMap();
  const days = new Map();
  const list = h("div", { class: "messages", role: "log", tabIndex: 0, "aria-label": t("messages") });
  const toEnd = button(
    {
      class: "to-end",
      hidden: true,
      "aria-label": t("toNewest"),
      title: t("toNewest"),
      onclick: scrollToEnd,
    },
    icon("down"),
  );
  list.addEventListener("keydown", (event) => walk(event, list, chat(), pane));
  const seen = new Set();
  let begun = false;
  let atEnd = true;
  let top = 0;
  list.addEventListener("scroll", scrolled);
  list.addEventListener("load", stay, true);
  new ResizeObserver(stay).observe(list);

  /** Only who scrolls up leaves the end; that pictures below come in moves it away from everybody. */
  function scrolled() {
    atEnd = nearEnd(list) || (atEnd && list.scrollTop >= top);
    top = list.scrollTop;
    toEnd.hidden = atEnd;
  }

  function nodeOf(message) {
    if (!nodes.has(message)) nodes.set(message, freshNode(message));
    return nodes.get(message);
  }

  function freshNode(message) {
    const node = message.service ? serviceLine(message) : bubble(message, pane);
    if (begun) node.classList.add(seen.has(message.message_id) ? "changed" : "new");
    seen.add(message.message_id);
    return node;
  }

  function dayLine(date) {
    const key = dayKey(date);
    if (!days.has(key)) days.set(key, h("p", { class: "day" }));
    days.get(key).textContent = dayName(date);
    return days.get(key);
  }

  function draw() {
    const { messages } = chat();
    const last = messages.at(-1);
    if (last && isMine(last, pane.viewer) && !seen.has(last.message_id)) atEnd = true;
    keepFocus(list, () => reconcile(list, last ? lines(messages, nodeOf, dayLine) : [emptyLine(pane)]));
    begun = true;
    stay();
  }

  /** Keeps the newest message in sight while nobody scrolled away from it. */
  function stay() {
    if (atEnd) scrollToEnd();
  }

  function scrollToEnd() {
    list.scrollTop = list.scrollHeight;
  }

  return { element: h("div", { class: "messages-box" }, list, toEnd), draw, find: (id) => point(list, id) };
}

/** Keeps the focus on its message when that was drawn anew, as after a pressed button. */
function keepFocus(list, draw) {
  const id = list.contains(document.activeElement) && document.activeElement.closest(".message")?.dataset.id;
  draw();
  if (id && !list.contains(document.activeElement)) list.querySelector(`[data-id="${id}"]`)?.focus();
}

const nearEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;

/** Messages with a line at each new day; those of one sender in a row are drawn close together. */
function lines(messages, nodeOf, dayLine) {
  return messages.flatMap((message, index) => {
    const [before, after] = [messages[index - 1], messages[index + 1]];
    const node = nodeOf(message);
    node.classList.toggle("first", !together(before, message));
    node.classList.toggle("last", !together(message, after));
    node.classList.toggle("album", Boolean(message.album) && message.album === after?.album);
    const date = new Date(message.date);
    const newDay = !before || dayKey(new Date(before.date)) !== dayKey(date);
    return newDay ? [dayLine(date), node] : [node];
  });
}

const together = (one, other) =>
  Boolean(one && other && !one.service && !other.service && one.from?.id === other.from?.id) &&
  dayKey(new Date(one.date)) === dayKey(new Date(other.date));

const emptyLine = (pane) =>
  h(
    "div",
    { class: "empty" },
    h("p", {}, t("emptyChat")),
    !pane.group && h("p", {}, t("emptyHint")),
    !pane.group && button({ class: "primary", onclick: () => pane.say("/start") }, t("start")),
  );

function point(list, id) {
  const node = list.querySelector(`[data-id="${id}"]`);
  node?.scrollIntoView({ block: "center" });
  node?.classList.remove("pointed");
  requestAnimationFrame(() => node?.classList.add("pointed"));
}

/** Arrow keys go from message to message; on one, R replies, E edits and Enter goes to its buttons. */
function walk(event, list, chat, pane) {
  const all = [...list.querySelectorAll(".message")];
  const at = all.indexOf(document.activeElement);
  const message = at >= 0 && chat.messages.find((one) => one.message_id === Number(all[at].dataset.id));
  const acts = {
    ArrowUp: () => all[at < 0 ? all.length - 1 : Math.max(0, at - 1)]?.focus(),
    ArrowDown: () => at >= 0 && (all[at + 1] ?? list).focus(),
    r: () => message && pane.reply(message),
    e: () => message && isMine(message, pane.viewer) && pane.edit(message),
    Enter: () => message && all[at].querySelector(".inline button, .text button, .text a, .file a")?.focus(),
  };
  if (!acts[event.key] || event.ctrlKey || event.metaKey || (event.key === "Enter" && !message)) return;
  if (at < 0 && document.activeElement !== list) return;
  event.preventDefault();
  acts[event.key]();
}
