import { currentLanguage, locale, t } from "./words.js";
import { state } from "./state.js";

const zone = () => state.clock?.zone ?? "Asia/Shanghai";

const format = (date, options) =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone(), ...options }).format(date);

/** The bot's now: its clock runs on at real speed from what the server last told. */
export function botNow() {
  if (!state.clock) return new Date();
  return new Date(Date.parse(state.clock.now) + performance.now() - state.clock.heardAt);
}

/** A day as a sortable key, 2019-11-25, in the bot's time zone. */
export function dayKey(date) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone(), dateStyle: "short" });
  return parts.format(date);
}

export const clockTime = (date) => format(date, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** "今天", "昨天" or "11月25日 周一", as seen from the bot's now. */
export function dayName(date) {
  const day = dayKey(date);
  if (day === dayKey(botNow())) return t("today");
  if (day === dayKey(botNow() - 86400000)) return t("yesterday");
  const year = day.slice(0, 4) === dayKey(botNow()).slice(0, 4) ? {} : { year: "numeric" };
  return withWeekday(date, year);
}

/** "2019年11月25日 周一". */
export const longDay = (date) => withWeekday(date, { year: "numeric" });

function withWeekday(date, year) {
  const day = format(date, { ...year, month: "short", day: "numeric" });
  const weekday = format(date, { weekday: "short" });
  return currentLanguage() === "zh" ? `${day} ${weekday}` : `${weekday}, ${day}`;
}

/** What the list of chats shows: the time today, otherwise the day. */
export function shortMoment(date) {
  if (dayKey(date) === dayKey(botNow())) return clockTime(date);
  return format(date, { month: "numeric", day: "numeric" });
}

/** "11月25日 周一 09:00". */
export const moment = (date) => `${withWeekday(date)} ${clockTime(date)}`;

/** The value of a datetime-local field for this moment, in the bot's time zone. */
export const fieldValue = (date) => `${dayKey(date)}T${clockTime(date)}`;

/** The moment that a datetime-local field names in the bot's time zone, as ISO. */
export function fromField(value) {
  const asUtc = new Date(`${value}Z`);
  const shift = new Date(`${fieldValue(asUtc)}Z`) - asUtc;
  return new Date(asUtc - shift).toISOString();
}
