import { post } from "./api.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { setBlocked, upgrade } from "./pane.js";
import { activePane } from "./panes.js";
import { attachPopup, popupItem } from "./popup.js";
import { isGroup, state } from "./state.js";
import { toast } from "./toast.js";
import { local, t } from "./words.js";

const KINDS = ["slow", "429", "500"];

const countOn = () => KINDS.filter((kind) => state.faults[kind]).length;

/** The button behind which things can be made to go wrong, with the number of troubles that are on. */
export function troubleButton() {
  const badge = h("span", { class: "badge" });
  const trigger = button(
    { class: "top-button", title: t("trouble") },
    icon("bolt"),
    h("span", { class: "label" }, t("trouble")),
    badge,
  );
  const element = h("span", { class: "anchor" }, trigger);
  attachPopup(trigger, t("trouble"), (close) =>
    [
      h("p", { class: "popup-intro" }, t("troubleIntro")),
      KINDS.map(faultSwitch),
      h("hr"),
      aboutOpenChat(close),
      popupItem(icon("restart"), t("restart"), close, restart),
    ].flat(),
  );
  const draw = () => {
    badge.textContent = countOn();
    badge.hidden = !countOn();
  };
  return { element, draw };
}

const faultSwitch = (kind) =>
  h(
    "label",
    { class: "switch" },
    h("input", {
      type: "checkbox",
      role: "switch",
      checked: Boolean(state.faults[kind]),
      onchange: (event) => setFault(kind, event.target),
    }),
    h("span", {}, t(kind), h("small", {}, t(`${kind}Hint`))),
  );

async function setFault(kind, box) {
  if (!(await post("/demo/fault", { kind, on: box.checked }))) box.checked = !box.checked;
}

function aboutOpenChat(close) {
  const { chatId, as } = activePane();
  const chat = state.chats.get(chatId);
  if (!chat) return [];
  const name = local(chat.title);
  if (chat.type === "supergroup") return [];
  if (isGroup(chat))
    return [popupItem(icon("up"), t("upgradeGroup", { name }), close, () => upgrade(chatId))];
  const label = chat.blocked ? t("unblock") : t("blockBy", { name });
  return [popupItem(icon("stop"), label, close, () => setBlocked(as, !chat.blocked))];
}

async function restart() {
  toast(t("restarting"));
  if (await post("/demo/restart", {})) toast(t("restarted"));
}
