import { post } from "./api.js";
import { contextBar } from "./context.js";
import { h, iconButton } from "./dom.js";
import { growingField } from "./field.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./replykeyboard.js";
import { suggestions } from "./suggest.js";
import { offerFiles } from "./upload.js";
import { t } from "./words.js";

const LONGEST = 4096;

/** Where a person writes. `place` is {user_id, chat_id}; `chat()` the chat as it is now. */
export function composer(chat, place) {
  const { element: field, setText } = growingField(`${place.chat_id}.${place.user_id}`, () =>
    suggest.update(),
  );
  const suggest = suggestions(field, chat, place, send);
  const context = contextBar((kind) => (kind === "edit" ? write("") : field.focus()));
  const keyboard = replyKeyboard(chat, place, say, field);
  const commands = iconButton(icon("command"), t("commands"), { onclick: suggest.toggleCommands });
  const row = h(
    "div",
    { class: "composer-row" },
    filePicker(offer),
    commands,
    field,
    keyboard.toggle,
    sendButton(),
  );
  const element = h(
    "form",
    { class: "composer", onsubmit },
    context.element,
    suggest.element,
    row,
    keyboard.element,
  );
  field.addEventListener("keydown", onKey);
  field.addEventListener("paste", (event) => offer(event.clipboardData.files));

  function onsubmit(event) {
    event.preventDefault();
    send();
  }

  function onKey(event) {
    if (event.isComposing || suggest.takesKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) onsubmit(event);
    else if (event.key === "Escape" && context.isSet()) context.cancel();
    else if (event.key === "ArrowUp" && !field.value) editLast(event);
  }

  function editLast(event) {
    const last = chat().messages.findLast((message) => message.from?.id === place.user_id && message.text);
    if (!last) return;
    event.preventDefault();
    edit(last);
  }

  async function send() {
    const text = field.value.trim();
    if (!text) return;
    setText("");
    const taken = await (context.idFor("edit") ? rewrite(text) : say(text));
    if (!taken && !field.value) setText(text);
  }

  function rewrite(text) {
    const message_id = context.idFor("edit");
    context.set(null);
    return post("/chat/edit", { ...place, message_id, text });
  }

  async function say(text) {
    const reply_to = context.idFor("reply") ?? keyboard.repliesTo();
    context.set(null);
    for (const part of parts(text))
      if (!(await post("/chat/say", { ...place, text: part, ...(reply_to && { reply_to }) }))) return false;
    return true;
  }

  function write(text) {
    setText(text);
    field.focus();
  }

  function edit(message) {
    context.set("edit", message);
    write(message.text);
  }

  function reply(message) {
    context.set("reply", message);
    field.focus();
  }

  function offer(files) {
    offerFiles([...files], place);
  }

  function draw() {
    keyboard.draw();
    commands.hidden = !chat().menu.length;
  }

  return { element, draw, say, edit, reply, offer, write, focus: () => field.focus() };
}

/** The messages in which Telegram's apps send a long text: they end at a space if there is one. */
function parts(text) {
  if (text.length <= LONGEST) return [text];
  const first = text.slice(0, LONGEST);
  const end = first.search(/\s\S*$/) > 0 ? first.search(/\s\S*$/) : LONGEST - !first.isWellFormed();
  return [text.slice(0, end), ...parts(text.slice(end).trim())];
}

const sendButton = () =>
  h(
    "button",
    { class: "icon-button send", type: "submit", "aria-label": t("send"), title: t("send") },
    icon("send"),
  );

function filePicker(offer) {
  const input = h("input", { type: "file", multiple: true, hidden: true, onchange: pick });
  function pick() {
    offer(input.files);
    input.value = "";
  }
  return [iconButton(icon("attach"), t("attach"), { onclick: () => input.click() }), input];
}
