import { activePane, closePane, isSplit, openChat, view } from "./panes.js";
import { focusComposer } from "./stage.js";
import { currentChats } from "./state.js";

/** The page's own keys: Alt+↑/↓ goes to the next chat, Alt+W closes one of two panes, "/" goes to the field. */
export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key))
      go(event, event.key === "ArrowDown" ? 1 : -1);
    else if (event.altKey && event.key.toLowerCase() === "w" && isSplit()) closePane(view.active);
    else if (event.key === "/" && !event.target.closest("input, textarea, select, dialog")) go(event, 0);
  });
}

function go(event, step) {
  event.preventDefault();
  const ids = currentChats().map((chat) => chat.id);
  if (step) openChat(ids[(ids.indexOf(activePane().chatId) + step + ids.length) % ids.length]);
  focusComposer();
}
