"""Texts of the events that deadlines depend on."""

from collections.abc import Sequence
from datetime import date

from data.office.events import Event
from handlers.plan.texts.plan_changes import OF_EVENT
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, html, join, series

HEAD = Wording("共 {count} 件事有任务在等：", "Events that deadlines depend on: {count}.")
NONE_WAITED_FOR = Wording(
    "任务表里没有要等某件事出台后才算期限的任务。", "No deadline in the plan depends on an event."
)
PRESS_ONE = Wording(
    "已经出台或施行的，请点它填日期；各任务的完成时间随之算出。",
    "Press one that has happened and enter its day; the deadlines are then counted from it.",
)
NOT_YET = Wording("还没填日期", "no day entered yet")
LINE = Wording("{number}. {event} · {day} · {codes}", "{number}. {event} · {day} · {codes}")
BUTTON = Wording("{number}. {event}", "{number}. {event}")
DAY = Wording("日期", "Day")
WHICH_DAY = Wording(
    "“{event}”是哪一天？请点选，或直接写日期。", "On which day was “{event}”? Press one, or write the day."
)
CHECK = Wording(
    "请核对，没问题点“提交”。还没有改任务表。", "Please check, then press “Submit”. Nothing is changed yet."
)
FALLS_DUE = Wording("<b>{code}</b> {title}[（{units}）]：{day}到期", "<b>{code}</b> {title}[ ({units})]: due {day}")
WITHOUT = Wording(
    "没写过多久完成，期限不变，请打开任务另定：{codes}",
    "These do not say how long after; their deadline stays as it is: {codes}",
)
WAITS = Wording("“{event}”的日期还没提交", "The day of “{event}” is not entered yet")
SET = Wording("已记下“{event}”：{day}。", "Noted: “{event}”, {day}.")
UNITS_HEAR = Wording("有关单位会收到新的完成时间。", "The units concerned will be told the new deadlines.")
WAITED_FOR_BY_NONE = Wording(
    "任务表里没有任务在等这件事，期限不变。", "No task depends on this, so no deadline changes."
)
WHICH_EVENT = Wording("您指的是哪一件？", "Which one do you mean?")


def event_list(known: Sequence[Event], language: Language) -> Html:
    """Return the list of all events."""
    if not known:
        return NONE_WAITED_FOR(language)
    lines = [_line(number, each, language) for number, each in enumerate(known, 1)]
    return join([HEAD(language, count=len(known)), *lines, PRESS_ONE(language)])


def _line(number: int, event: Event, language: Language) -> Html:
    day = html(day_text(event.day, language)) if event.day else NOT_YET(language)
    codes = series((each.code for each in event.tasks), language)
    return LINE(language, number=number, event=cut(event.name, 60), day=day, codes=cut(codes, 100))


def check(event: Event, day: date, language: Language) -> Html:
    """Return the preview of an event's day, with the deadlines that follow from it."""
    head = OF_EVENT(language, event=event.name, day=day)
    return join([head, *_what_follows(event, day, language), CHECK(language)])


def done(event: Event, day: date, language: Language) -> Html:
    """Return the confirmation of an event's day, with the deadlines that follow from it."""
    said = SET(language, event=event.name, day=day)
    return join([said, *_what_follows(event, day, language)])


def _what_follows(event: Event, day: date, language: Language) -> list[Html]:
    """Return the new deadlines, the tasks that still have none, and that the units will be told."""
    due = [(each, each.due(day)) for each in event.tasks]
    dated = [
        FALLS_DUE(language, code=each.code, title=cut(each.title.said_in(language), 40), units=each.units, day=until)
        for each, until in due
        if until
    ]
    codes = series((each.code for each, until in due if until is None), language)
    without = WITHOUT(language, codes=codes) if codes else NOTHING
    return [*dated, without, UNITS_HEAR(language) if dated else NOTHING]
