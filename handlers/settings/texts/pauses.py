"""Texts of 暂停提醒: units whose reminders are paused."""

from collections.abc import Sequence

from data.notices.pauses import Pause
from handlers.telegram import Html, Language, Wording, join

PAUSES_HEAD = Wording(
    "<b>暂停提醒</b>\n暂停期间不提醒这个单位，到期后一次说清。",
    "<b>Pauses</b>\nA paused unit gets no reminders until its day; then everything comes in one message.",
)
PAUSE_LINE = Wording("· {unit}：到{until}", "· {unit}: until {until}")
ALL_UNITS = Wording("所有单位（{count} 家）", "All units ({count})")
NO_PAUSES = Wording("现在没有暂停的单位。", "No unit is paused at present.")
PAUSE_UNIT = Wording("暂停一个单位", "Pause a unit")
RESUME = Wording("恢复 {unit}", "Resume {unit}")
WHICH_UNIT = Wording("暂停哪个单位的提醒？请写单位名。", "Which unit is to be paused? Please write its name.")
UNTIL_WHEN = Wording(
    "到哪一天为止（含当天）？如 12月31日。", "Until which day, that day included? For example 31 December."
)
UNIT, UNTIL = Wording("单位", "Unit"), Wording("到", "Until")
PAUSED = Wording("已暂停：{unit}，到{until}。", "Paused: {unit}, until {until}.")
RESUMED = Wording("已恢复提醒：{unit}。", "Reminded again: {unit}.")
PAUSE_WAITS = Wording("暂停还没填完", "The pause is not entered yet")


def pauses_page(paused: Sequence[Pause], language: Language) -> Html:
    """Return the paused units, each with its last day."""
    lines = [PAUSE_LINE(language, unit=each.unit, until=each.until) for each in paused]
    return join([PAUSES_HEAD(language), *(lines or [NO_PAUSES(language)])])
