import { clockBar, startClock } from "./clock.js";
import { button, h, iconButton, setLabel } from "./dom.js";
import { icon } from "./icons.js";
import { on, state, tell } from "./state.js";
import { isDark, switchTheme } from "./theme.js";
import { flipTour, tourProgress, tourShown } from "./tour.js";
import { troubleButton } from "./trouble.js";
import { locale, switchLanguage, t } from "./words.js";

/** The bar on top: the clock, the troubles, the tour, language and theme. */
export function mountTop(root) {
  let parts;
  const draw = () => parts.forEach((part) => part.draw());
  const build = () => {
    document.documentElement.lang = locale();
    document.title = `${t("title")} · ${t("demo")}`;
    const offline = {
      element: h("div", { class: "offline", role: "status" }, t("offline")),
      draw: () => (offline.element.hidden = state.online),
    };
    parts = [brand(), clockBar(), troubleButton(), tourButton(), languageButton(), themeButton(), offline];
    root.replaceChildren(...parts.map((part) => part.element));
    draw();
  };
  build();
  on("language", build);
  on("state faults tour online theme", draw);
  startClock(() => parts[1].draw());
}

const still = (element) => ({ element, draw: () => {} });

const brand = () =>
  still(
    h(
      "h1",
      { class: "brand" },
      h("img", { src: "/static/icon.svg", alt: "" }),
      h("span", {}, t("title")),
      h("small", {}, t("demo")),
    ),
  );

function tourButton() {
  const count = h("span", { class: "count" });
  const element = button(
    { class: "top-button", title: t("tour"), onclick: toggleTour },
    icon("flag"),
    h("span", { class: "label" }, t("tour")),
    count,
  );
  const draw = () => {
    element.hidden = !state.tour.length;
    element.setAttribute("aria-pressed", String(tourShown()));
    count.textContent = tourProgress();
  };
  return { element, draw };
}

/** Shows or hides the tour and the mark on its button. */
export function toggleTour() {
  flipTour();
  tell("tour");
}

const languageButton = () =>
  still(
    button(
      {
        class: "top-button language",
        lang: t("otherLanguage") === "English" ? "en" : "zh",
        onclick: turnLanguage,
      },
      t("otherLanguage"),
    ),
  );

function turnLanguage() {
  switchLanguage();
  tell("language");
}

function themeButton() {
  const element = iconButton("", "", { onclick: () => (switchTheme(), draw()) });
  const draw = () => {
    setLabel(element, t(isDark() ? "toLight" : "toDark"));
    element.replaceChildren(icon(isDark() ? "sun" : "moon"));
  };
  return { element, draw };
}
