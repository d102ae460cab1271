"""Texts of a statistics return as the office sets it up or changes it."""

from collections.abc import Sequence
from datetime import date, timedelta

from data.calendar import span_around
from data.exports.texts import indicator_name
from data.plan.units import Unit
from data.plan.workdays import Workdays
from data.returns.returns import Return, ReturnDefinition
from data.returns.schedule import Schedule
from data.understanding import IndicatorWords
from handlers.returns.texts import set_up as words
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Wording,
    bracketed,
    cut,
    html,
    join,
    period_text,
    series,
    short_day,
)

NOT_YET = Wording("<b>还没建立</b>，请核对：", "<b>Not set up yet.</b> Please check:")
NOT_CHANGED = Wording("<b>{title}</b>\n改这份报表，请核对：", "<b>{title}</b>\nChanging this return. Please check:")
SAME = Wording(
    "<b>{title}</b>\n要改什么？点“修改”选一项，或直接写，例如：第8个工作日截止。",
    "<b>{title}</b>\nWhat would you like to change? Press “Change”, or write it: due on working day 8.",
)
HEAD = Wording("<b>{title}</b>", "<b>{title}</b>")
STOPPED = Wording("已停用，不再开新的一期。", "It is stopped; no new period opens.")
FIELD = Wording("{label}：{value}", "{label}: {value}")
FIELD_CHANGED = Wording("{label}：{value}\n　　原来：{before}", "{label}: {value}\n    before: {before}")
NEW = Wording("新增", "new")
COUNTED = Wording("{count} 个：{names}", "{count}: {names}")
OF_UNITS = Wording("{count} 家：{names}", "{count}: {names}")
OPENS_ON = Wording("{when}（{first}的是{day}）", "{when} (for {first}: {day})")
FIRST_DUE = Wording("期满后{when}（{first}的是{day}）", "{when} after the period (for {first}: {day})")
HOW_THEY_HEAR = Wording(
    "到开放那天，各单位在每天的汇总提醒里看到，不另发消息。",
    "When it opens, units see it in their daily digest; no separate message is sent.",
)
FROZEN_STAY = Wording(
    "已固定的各期不变；没固定的按新的要求[，包括已开放的{opened}；要照旧，请先“固定数据”再改]。",
    "Frozen periods stay as they are; the others follow the change[, also {opened}, which is open: to keep it, freeze "
    "its figures first].",
)
PRESS_TO_DO = Wording("没问题请点“{submit}”；要改请点“修改”。", "If that is right, press “{submit}”; if not, “Change”.")
STOP_ASKED = Wording(
    "停用<b>{title}</b>？以后不再开新的一期，各单位也不用再报；已报的数据都留着。",
    "Stop <b>{title}</b>? No new period opens and nothing more is filed; what was filed stays.",
)
SET_UP = Wording("已建立：{title}（{every}）。", "Set up: {title} ({every}).")
CHANGED = Wording("已修改：{title}。", "Changed: {title}.")
ENDED = Wording("已停用：{title}。", "Stopped: {title}.")
OPEN_NOW = Wording("{period}现在就可以填，{due}截止。", "{period} is open now, due {due}.")
OPENS_LATER = Wording("第一期（{period}）{day}开放填报。", "The first period ({period}) opens on {day}.")
OPENS_ONCE = Wording("{day}开放填报，{due}截止。", "It opens on {day} and is due on {due}.")
OPEN_AT_ONCE = Wording("现在就可以填，{due}截止。", "It is open now, due {due}.")
NAMES_SHOWN, UNITS_SHOWN = 600, 60
"""The most characters shown of a list of indicators and of one of units."""


def indicator_names(found: Sequence[IndicatorWords], language: Language, new: Sequence[IndicatorWords] = ()) -> Html:
    """Return indicators with their units of measure, which English names contain already unless they are new."""
    names = [indicator_name(each, language) + _aside(each, new, language) for each in found]
    return COUNTED(language, count=len(names), names=cut(series(names, language), NAMES_SHOWN))


def _aside(indicator: IndicatorWords, new: Sequence[IndicatorWords], language: Language) -> str:
    measure = [indicator.unit] if language == "zh" or indicator in new else []
    said = [*measure, *([str(NEW(language))] if indicator in new else [])]
    return bracketed(series(said, language), language) if said else ""


def lines(
    asked: ReturnDefinition,
    known: Sequence[IndicatorWords],
    new: Sequence[IndicatorWords],
    units: Sequence[Unit],
    working: Workdays,
    today: date,
    language: Language,
) -> dict[Wording, Html]:
    """Return what a return asks for, by the labels of the questions."""
    by_name = {each.name: each for each in known}
    chosen = [by_name[name] for name in asked.indicators if name in by_name]
    named_units = cut(series((each.name for each in units if each.id in asked.unit_ids), language), UNITS_SHOWN)
    return {
        words.TITLE: html(asked.title),
        words.EVERY: words.EVERY_SAID[asked.schedule.every](language),
        words.INDICATORS: indicator_names(chosen, language, new),
        words.LIMITS: words.limits_text(asked.limits, known, language),
        words.UNITS: OF_UNITS(language, count=len(asked.unit_ids), names=named_units),
        **_schedule_lines(asked.schedule, working, today, language),
    }


def _schedule_lines(schedule: Schedule, working: Workdays, today: date, language: Language) -> dict[Wording, Html]:
    if schedule.every is None:
        due = short_day(schedule.due(None, working), today, language)
        return {words.OPENS: html(short_day(schedule.first, today, language)), words.DUE_ON: html(due)}
    span = span_around(schedule.first, schedule.every)
    first = period_text(span, today, language)
    opens, due = (short_day(day, today, language) for day in (schedule.opens(span), schedule.due(span, working)))
    when = words.due_words(schedule.due_workdays, schedule.due_day, language)
    opening = words.opening_words(schedule.opens_after, language)
    return {
        words.FIRST: first,
        words.OPENS: OPENS_ON(language, when=opening, first=first, day=opens),
        words.DUE: FIRST_DUE(language, when=when, first=first, day=due),
    }


def preview(shown: dict[Wording, Html], language: Language) -> Html:
    """Return what will be asked for, before the return is set up."""
    told = [FIELD(language, label=label, value=value) for label, value in shown.items()]
    return join(
        [join([NOT_YET(language), *told]), join([HOW_THEY_HEAR(language), PRESS_TO_DO(language, submit=words.SET_UP)])],
        "\n\n",
    )


def change_preview(
    title: str, shown: dict[Wording, Html], before: dict[Wording, Html], opened: Sequence[Html], language: Language
) -> Html:
    """Return what will be asked for after a change, with the former value of each line that differs, and the `opened`
    periods that it changes, too."""
    differs = any(before.get(label) != value for label, value in shown.items())
    told = [_told(label, value, before.get(label), language) for label, value in shown.items()]
    if not differs:
        return join([SAME(language, title=title), *told])
    below = join([FROZEN_STAY(language, opened=series(opened, language)), PRESS_TO_DO(language, submit=words.CHANGE)])
    return join([join([NOT_CHANGED(language, title=title), *told]), below], "\n\n")


def settings(found: Return, shown: dict[Wording, Html], out: Html, opens: Html, language: Language) -> Html:
    """Return what a return asks for, with the periods left out (`out`), and below when it `opens`."""
    told = [FIELD(language, label=label, value=value) for label, value in shown.items() if label != words.TITLE]
    ended = STOPPED(language) if found.ended else NOTHING
    return join([HEAD(language, title=found.title), ended, *told, out, opens])


def _told(label: Wording, value: Html, before: Html | None, language: Language) -> Html:
    if before in (None, value):
        return FIELD(language, label=label, value=value)
    return FIELD_CHANGED(language, label=label, value=value, before=before)


def set_up_done(found: Return, working: Workdays, today: date, language: Language) -> Html:
    """Return the confirmation that a return is set up, and when it can be filled in."""
    head = SET_UP(language, title=found.title, every=words.EVERY_SAID[found.schedule.every])
    return join([head, opening(found.schedule, working, today, language), HOW_THEY_HEAR(language)])


def opening(schedule: Schedule, working: Workdays, today: date, language: Language) -> Html:
    """Return which period is open, or when the first one opens."""
    if schedule.every is None:
        due = short_day(schedule.due(None, working), today, language)
        if schedule.first > today:
            return OPENS_ONCE(language, day=short_day(schedule.first, today, language), due=due)
        return OPEN_AT_ONCE(language, due=due)
    span = span_around(schedule.first, schedule.every)
    if schedule.opens(span) > today:
        period, day = period_text(span, today, language), short_day(schedule.opens(span), today, language)
        return OPENS_LATER(language, period=period, day=day)
    while schedule.opens(following := span_around(span.last + timedelta(days=1), schedule.every)) <= today:
        span = following
    due = short_day(schedule.due(span, working), today, language)
    return OPEN_NOW(language, period=period_text(span, today, language), due=due)
