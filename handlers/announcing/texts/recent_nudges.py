"""Texts of the list of recent nudges."""

from collections.abc import Sequence
from datetime import date

from data.announcing.nudges import Nudged
from handlers.announcing.texts.nudge import asked_line
from handlers.telegram import Html, Language, Wording, join, labels, short_day

HEAD = Wording(
    "近 7 天催办过 {count} 项，其中 {reported} 项已经报了。",
    "Nudged in the last 7 days: {count}, reported since: {reported}.",
)
LINE = Wording("{asked} · {day}催 · {state}", "{asked} · nudged on {day} · {state}")
REPORTED, SILENT = Wording("已报", "reported"), Wording("还没报", "not reported yet")
MORE = Wording("还有 {count} 项没有列出。", "{count} more are not listed.")
NONE = Wording("近 7 天没有催办过。发“催办”可以催。", "Nobody was nudged in the last 7 days. Send “nudge” to do so.")


def recent_nudges(found: Sequence[Nudged], most: int, today: date, language: Language) -> Html:
    """Return a line for each of the first `most`, below the number of all."""
    if not found:
        return NONE(language)
    head = HEAD(language, count=len(found), reported=sum(each.reported for each in found))
    return join([head, *labels.some_lines(found, lambda each: _line(each, today, language), most, language, MORE)])


def _line(each: Nudged, today: date, language: Language) -> Html:
    day = short_day(each.at.date(), today, language)
    state = (REPORTED if each.reported else SILENT)(language)
    return LINE(language, asked=asked_line(each.asked, True, today, language), day=day, state=state)
