"""Texts of 我的免打扰时段: a user's quiet hours, and when they are reminded."""

from data.notices.plan_rules import Hours
from handlers.wording import Html, Language, Wording

QUIET = Wording("我的免打扰时段", "My quiet hours")
QUIET_NOW = Wording("您的免打扰时段：{first} 点到 {last} 点。", "Your quiet hours: {first}:00 to {last}:00.")
NO_QUIET = Wording("您没有另设免打扰时段。", "You have no quiet hours of your own.")
REMINDED_AT = Wording(
    "每个工作日 {hour} 点提醒您，一天最多一条，没有要办的就不发。"
    "办公室统一定在 {usual} 点，您可以往后调，如发“提醒时间改成下午2点”。",
    "I remind you at {hour}:00 on working days, at most once a day, and only if there is something to do. The "
    "office's hour is {usual}:00; you can move yours later, such as “remind me at 2 pm”.",
)
HEAR_LESS = Wording(
    "报了的不再提醒。某一项晚点再提醒，发“2-7 下周三再提醒”；人不在，发“下周我休假”。",
    "Tasks you report on are not mentioned again. To put one off, send “remind me of 2-7 on Wednesday”; if you are "
    "away, “I'm on leave next week”.",
)
AT_NIGHT = Wording(
    "好，夜里不主动发。请先定时段，点一下就生效：",
    "All right, nothing at night. Please choose the hours; they apply as soon as you press:",
)
WHICH_HOURS = Wording(
    "几点到几点不要主动发消息给您？如 18-10。到时再发。",
    "In which hours should I not message you unprompted? For example 18-10. Messages come afterwards.",
)
QUIET_SET = Wording(
    "已设：{first} 点到 {last} 点不主动发消息。", "Set: no unprompted messages from {first}:00 to {last}:00."
)
LOUD = Wording("取消免打扰", "No quiet hours")
LOUD_SAID = frozenset({"关闭免打扰", "不要免打扰", "不用免打扰了", "取消免打扰时段", "quiet hours off"})
LOUD_SET = Wording("已取消，按统一时间发。", "Done: messages come at the usual hours.")
HOURS = Wording("时段", "Hours")
QUIET_WAITS = Wording("免打扰时段还没填完", "Your quiet hours are not set yet")


def quiet_text(hours: Hours | None, language: Language) -> Html:
    """Return the user's quiet hours in words; None means they have set none."""
    if hours is None:
        return NO_QUIET(language)
    return QUIET_NOW(language, first=hours.first, last=hours.last)
