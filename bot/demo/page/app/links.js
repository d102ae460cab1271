import { post } from "./api.js";
import { avatar } from "./avatar.js";
import { button, h } from "./dom.js";
import { openChat } from "./panes.js";
import { privateChat, state } from "./state.js";
import { local, t } from "./words.js";

/** Opens a link in a new tab; one to the bot itself (an invitation) here, as a person to be chosen. */
export function followUrl(url) {
  const payload = startPayload(url);
  if (payload === null) return window.open(url, "_blank", "noopener,noreferrer");
  return choosePerson((user) => {
    openChat(privateChat(user.id).id);
    post("/chat/start", { user_id: user.id, payload });
  });
}

/** What stands after ?start= in a link to this bot; null for any other link. */
function startPayload(url) {
  const { hostname, pathname, searchParams } = new URL(url);
  const toBot = hostname === "t.me" && pathname.slice(1).toLowerCase() === state.bot.username.toLowerCase();
  return toBot ? (searchParams.get("start") ?? "") : null;
}

function choosePerson(chosen) {
  const choose = (user) => {
    dialog.close();
    chosen(user);
  };
  const people = [...state.users.values()].filter((user) => privateChat(user.id));
  const dialog = h(
    "dialog",
    { class: "box", "aria-label": t("openAs"), onclose: () => dialog.remove() },
    h("h2", {}, t("openAs")),
    h("p", {}, t("openAsHint")),
    h(
      "div",
      { class: "people" },
      people.map((user, index) =>
        button(
          { class: "popup-item", autofocus: index === 0, onclick: () => choose(user) },
          avatar(user.id, local(user.name)),
          h("span", {}, local(user.name), h("small", {}, local(user.role))),
        ),
      ),
    ),
    h("div", { class: "box-buttons" }, button({ onclick: () => dialog.close() }, t("cancel"))),
  );
  document.body.append(dialog);
  dialog.showModal();
}
