import { h, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { local, t } from "./words.js";

/** The line above the field: which message is replied to or edited; `cancelled(kind)` when it is closed. */
export function contextBar(cancelled) {
  const element = h("div", { class: "context", hidden: true });
  let about = null;

  /** Sets what the next words are about: "reply" or "edit" and the message; nothing clears it. */
  function set(kind, message) {
    about = message ? { kind, message } : null;
    element.hidden = !about;
    if (about) element.replaceChildren(...line(about, cancel));
  }

  function cancel() {
    const { kind } = about;
    set(null);
    cancelled(kind);
  }

  /** The id of the message that is the object of `kind` now. */
  const idFor = (kind) => (about?.kind === kind ? about.message.message_id : null);

  return { element, set, cancel, idFor, isSet: () => about !== null };
}

function line({ kind, message }, cancel) {
  const title = kind === "edit" ? t("editing") : t("replyTo", { name: local(message.from?.name) });
  return [
    icon(kind),
    h("span", {}, h("b", {}, title), h("span", {}, message.text ?? "")),
    iconButton(icon("close"), t("cancel"), { onclick: cancel }),
  ];
}
