import { button, h } from "./dom.js";
import { isGroup, state } from "./state.js";
import { local, t } from "./words.js";

let count = 0;

/** The list above the field: the commands of this chat's menu after "/", names after "@" in a group. */
export function suggestions(field, chat, place, send) {
  const list = h("div", {
    class: "suggestions",
    role: "listbox",
    id: `suggestions-${(count += 1)}`,
    hidden: true,
    "aria-label": t("suggestions"),
  });
  let items = [];
  let chosen = 0;
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    field.setAttribute(name, value);
  }
  field.addEventListener("blur", () =>
    setTimeout(() => list.contains(document.activeElement) || show([]), 100),
  );

  function update() {
    show(matching(field.value.slice(0, field.selectionStart), chat(), place));
  }

  function show(found) {
    items = found;
    chosen = 0;
    list.hidden = !items.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    draw();
  }

  function draw() {
    list.replaceChildren(
      ...items.map((item, index) =>
        button(
          {
            class: "suggestion",
            role: "option",
            id: `${list.id}-${index}`,
            tabIndex: -1,
            "aria-selected": String(index === chosen),
            onclick: () => take(item),
          },
          h("b", {}, item.label),
          h("span", {}, item.about),
        ),
      ),
    );
    if (items.length) field.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
    else field.removeAttribute("aria-activedescendant");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  }

  function take(item) {
    const end = field.selectionStart;
    field.setRangeText(item.insert, item.from, end, "end");
    field.dispatchEvent(new Event("input"));
    show([]);
    field.focus();
    if (item.complete) send();
  }

  function takesKey(event) {
    if (list.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      chosen = (chosen + step + items.length) % items.length;
      draw();
    } else if (["Enter", "Tab"].includes(event.key)) take(items[chosen]);
    else if (event.key === "Escape") show([]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  function toggleCommands() {
    show(list.hidden ? commands("", chat()) : []);
    field.focus();
  }

  return { element: list, update, takesKey, toggleCommands };
}

function matching(before, chat, place) {
  const command = /^\/(\w*)$/.exec(before);
  if (command) return commands(command[1].toLowerCase(), chat);
  const mention = isGroup(chat) && /(^|\s)@(\w*)$/.exec(before);
  return mention ? names(mention[2].toLowerCase(), chat, before.length - mention[2].length - 1, place) : [];
}

function commands(begun, chat) {
  const address = isGroup(chat) ? `@${state.bot.username}` : "";
  return (chat.menu ?? [])
    .filter(({ command }) => command.startsWith(begun))
    .map(({ command, description }) => ({
      label: `/${command}`,
      about: description,
      insert: `/${command}${address}`,
      from: 0,
      complete: true,
    }));
}

function names(begun, chat, from, place) {
  const people = chat.members.filter((id) => id !== place.user_id).map((id) => state.users.get(id));
  return [state.bot, ...people]
    .filter((one) => one?.username?.toLowerCase().startsWith(begun))
    .map((one) => ({
      label: `@${one.username}`,
      about: local(one.name),
      insert: `@${one.username} `,
      from,
    }));
}
