import { post } from "./api.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { attachPopup } from "./popup.js";
import { on, state } from "./state.js";
import { botNow, clockTime, fieldValue, fromField, longDay, moment } from "./time.js";
import { t } from "./words.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The bot's clock and the time machine. */
export function clockBar() {
  const day = h("span", { class: "clock-day" });
  const time = h("span", { class: "clock-time" });
  const next = button({ class: "clock-button", onclick: () => move({ to_next: true }) }, t("toNext"));
  const pick = button({ class: "clock-button" }, t("toDate"), icon("down"));
  const element = h(
    "div",
    { class: "clock", role: "group", "aria-label": t("botClock") },
    h("div", { class: "clock-face", title: t("botClock") }, time, day),
    h(
      "div",
      { class: "clock-buttons" },
      button({ class: "clock-button", onclick: () => move({ advance: HOUR }) }, t("plusHour")),
      button({ class: "clock-button", onclick: () => move({ advance: DAY }) }, t("plusDay")),
      next,
      h("span", { class: "anchor" }, pick),
    ),
  );
  attachPopup(pick, t("toDate"), dateForm);

  async function move(how) {
    if (element.ariaBusy === "true") return;
    element.ariaBusy = "true";
    draw();
    await post("/demo/clock", how);
    element.ariaBusy = "false";
    draw();
  }

  function dateForm(close) {
    const field = h("input", {
      type: "datetime-local",
      value: fieldValue(botNow()),
      min: fieldValue(botNow()),
      required: true,
      "aria-label": t("toDate"),
    });
    const go = (event) => {
      event.preventDefault();
      close();
      move({ to: fromField(field.value) });
    };
    return h(
      "form",
      { class: "date-form", onsubmit: go },
      field,
      h("button", { type: "submit", class: "primary" }, t("go")),
    );
  }

  function draw() {
    element.hidden = !state.clock;
    if (!state.clock) return;
    time.textContent = clockTime(botNow());
    day.textContent = element.ariaBusy === "true" ? t("moving") : longDay(botNow());
    next.disabled = !state.clock.next;
    next.title = state.clock.next ? t("nextAt", { when: moment(new Date(state.clock.next)) }) : t("noNext");
  }

  return { element, draw };
}

/** Draws the clock while it runs. */
export function startClock(draw) {
  on("clock", draw);
  setInterval(draw, 1000);
}
