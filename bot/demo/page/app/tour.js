import { post } from "./api.js";
import { button, h, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { openChat } from "./panes.js";
import { on, state } from "./state.js";
import { writeInto } from "./stage.js";
import { local, t } from "./words.js";

const HIDDEN = "tour-hidden";
const OVER_CHAT = matchMedia("(max-width: 1279px)");

export const tourShown = () => state.tour.length > 0 && !document.body.classList.contains(HIDDEN);

/** Shows or hides the tour, for this browser. */
export function flipTour() {
  document.body.classList.toggle(HIDDEN);
  localStorage.setItem(HIDDEN, String(document.body.classList.contains(HIDDEN)));
}

export const tourProgress = () =>
  t("progress", { done: state.tour.filter((step) => step.done).length, all: state.tour.length });

/** The guided steps. Ticks come from the server, when a step really happened. */
export function mountTour(root, hide) {
  const kept = localStorage.getItem(HIDDEN);
  document.body.classList.toggle(HIDDEN, kept === null ? OVER_CHAT.matches : kept === "true");
  const draw = () => {
    root.setAttribute("aria-label", t("tour"));
    root.hidden = !state.tour.length;
    const next = state.tour.find((step) => !step.done);
    root.replaceChildren(
      h(
        "header",
        {},
        h("h2", {}, t("tour")),
        h("span", { class: "tour-count" }, tourProgress()),
        iconButton(icon("close"), t("close"), { onclick: hide }),
      ),
      bar(),
      h("p", {}, t(next ? "tourIntro" : "tourDone")),
      h(
        "ol",
        {},
        state.tour.map((step) => line(step, step === next, hide)),
      ),
    );
  };
  on("state tour language", draw);
}

function bar() {
  const done = state.tour.filter((step) => step.done).length;
  return h("progress", { max: state.tour.length || 1, value: done, "aria-label": tourProgress() });
}

function line(step, isNext, hide) {
  return h(
    "li",
    { class: step.done ? "done" : isNext ? "next" : "", "aria-current": isNext ? "step" : null },
    h("span", { class: "tick" }, step.done && icon("check")),
    h(
      "span",
      { class: "step" },
      local(step),
      step.done ? h("span", { class: "unseen" }, t("stepDone")) : help(step, hide),
    ),
  );
}

/** What a step offers: to post what it names ({path, body}), or to open its chat with its words. */
function help(step, hide) {
  if (step.post)
    return button({ class: "text-button", onclick: () => post(step.post.path, step.post.body) }, t("doStep"));
  if (!step.chat_id) return null;
  return button({ class: "text-button", onclick: () => goTo(step, hide) }, t("showStep"));
}

/** Opens the step's chat and writes its words into the field, ready to send. */
function goTo({ chat_id, text }, hide) {
  if (OVER_CHAT.matches) hide();
  openChat(chat_id);
  if (text) writeInto(text);
}
