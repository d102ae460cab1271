import { avatar } from "./avatar.js";
import { button, h, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { copyText, inlineKeyboard } from "./inline.js";
import { mediaItem } from "./media.js";
import { richText } from "./richtext.js";
import { clockTime } from "./time.js";
import { local, t } from "./words.js";

/** A line in the middle that nobody said: who joined, what was pinned. */
export const serviceLine = (message) => h("p", { class: "service" }, local(message.service));

/**
 * A message as a bubble with its buttons.
 * `pane`: {viewer, group, say(text), reply(message), edit(message), find(message_id)}.
 */
export function bubble(message, pane) {
  const mine = isMine(message, pane.viewer);
  const sender = local(message.from?.name);
  return h(
    "article",
    {
      class: `message ${mine ? "out" : "in"}`,
      tabIndex: -1,
      "data-id": message.message_id,
      "aria-label": `${sender} ${clockTime(new Date(message.date))}`,
    },
    pane.group && !mine && avatar(message.from?.id ?? 0, sender),
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "bubble" },
        pane.group && !mine && h("div", { class: "sender" }, sender),
        message.forwarded && h("small", {}, t("forwarded")),
        message.reply_to && quoted(message.reply_to, pane),
        (message.media ?? []).map(mediaItem),
        h(
          "div",
          { class: `text ${message.html ? "" : "bare"}` },
          richText(message.html ?? "", pane.say),
          meta(message),
        ),
      ),
      inlineKeyboard(message, pane.viewer),
    ),
    tools(message, mine, pane),
  );
}

export const isMine = (message, viewer) => message.from?.id === viewer;

const meta = (message) =>
  h(
    "span",
    { class: "meta" },
    message.edited && `${t("edited")} `,
    h("time", { dateTime: message.date }, clockTime(new Date(message.date))),
  );

const quoted = (original, pane) =>
  button(
    { class: "quoted", onclick: () => pane.find(original.message_id) },
    h("b", {}, local(original.from?.name)),
    h("span", {}, original.text || `[${t("document")}]`),
  );

function tools(message, mine, pane) {
  const tool = (name, act) => iconButton(icon(name), t(name), { tabIndex: -1, onclick: act });
  return h(
    "div",
    { class: "tools" },
    tool("reply", () => pane.reply(message)),
    mine && message.text && tool("edit", () => pane.edit(message)),
    message.text && tool("copy", () => copyText(message.text)),
  );
}
