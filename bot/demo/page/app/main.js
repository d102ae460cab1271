import { mountChatList } from "./chatlist.js";
import { startEvents } from "./events.js";
import { startInlineKeyboards } from "./inline.js";
import { startKeys } from "./keys.js";
import { startPanes } from "./panes.js";
import { tell } from "./state.js";
import { mountStage } from "./stage.js";
import { applyTheme, followSystem } from "./theme.js";
import { mountTop, toggleTour } from "./top.js";
import { mountTour } from "./tour.js";

const at = (id) => document.getElementById(id);

applyTheme();
followSystem(() => tell("theme"));
startPanes();
mountTop(at("top"));
mountChatList(at("chats"));
mountStage(at("panes"));
mountTour(at("tour"), toggleTour);
startInlineKeyboards();
startKeys();
startEvents();
