const dark = matchMedia("(prefers-color-scheme: dark)");

const chosen = () => localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light");

/** Shows the page light or dark: as chosen, otherwise as the system is. */
export function applyTheme() {
  document.documentElement.dataset.theme = chosen();
}

export const isDark = () => chosen() === "dark";

/** Chooses the other one, for good. */
export function switchTheme() {
  localStorage.setItem("theme", isDark() ? "light" : "dark");
  applyTheme();
}

/** Follows the system while nothing is chosen; `changed()` is called after it turned. */
export function followSystem(changed) {
  dark.addEventListener("change", () => {
    applyTheme();
    changed();
  });
}
