"""Texts of a unit's own returns: which are open, what was filed, and until when."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.calendar import Span
from data.returns.unit_returns import FILED_STATES, ReturnState, UnitReturn
from data.understanding import IndicatorWords
from handlers.returns.texts.filing import due_text, filed_text, period_text
from handlers.returns.texts.left_out import STATE as STATE_LEFT_OUT
from handlers.wording import (
    Html,
    Language,
    Wording,
    cut,
    cut_to_width,
    days_left_text,
    join,
    labels,
    plain,
    screen_width,
    short_day,
)
from handlers.wording.task_lines import LINE_LENGTH

COUNT = Wording("统计报表：共 {count} 份，要填 {open} 份。", "Statistics returns: {count} in all, {open} to fill in.")
WHICH_RETURN = Wording(
    "这些数字是哪份报表的？请点下面的报表再写，或带上报表名再发一次。",
    "Which return are these figures for? Press it below and write them there, or send them again with its title.",
)
NONE = Wording(
    "现在没有要填的统计报表。到时候会在早上的提醒里告诉您。",
    "There is no statistics return to fill in. The morning message will tell you when there is.",
)
ENTRY = Wording("{mark} <b>{title}</b> · {period}{unit}", "{mark} <b>{title}</b> · {period}{unit}")
UNIT = Wording(" · {unit}", " · {unit}")
OPEN = {
    ReturnState.MISSING: Wording("还没填；{due}", "not filled in yet; {due}"),
    ReturnState.DRAFT: Wording("填了一部分；{due}", "begun; {due}"),
    ReturnState.RETURNED: Wording("办公室退回，请改后再报：{reason}", "given back, please correct it: {reason}"),
}
LATE = Wording(
    "这期数字已固定，没有报；不再提醒，可以补报，补报的列在旁边",
    "frozen without your figures; you are no longer reminded, and what you file now is shown separately",
)
FILED = Wording("{day}已报：{figures}", "filed on {day}: {figures}")
FROZEN = Wording("（数字已固定）", " (figures frozen)")
UNTIL = Wording("（{day}截止）", " (due {day})")
ENDED = Wording("已停用", "no longer asked for")
BUTTON = Wording("{what} {title}[ {period}]", "{what}: {title}[ {period}]")
BUTTON_OF_UNIT = Wording("{what} {title}[ {period}] {unit}", "{what}: {title}[ {period}], {unit}")
DUE_LINE = Wording("{mark} <b>{title}</b> {period} · {when}", "{mark} <b>{title}</b> {period} · {when}")
LONGEST_ON_BUTTON = 16
"""In columns."""
MARKS = {True: "🔴", False: "📋"}
DONE_MARK = "✅"
Asked = Mapping[int, Sequence[IndicatorWords]]
"""The indicators by return id."""


def own_list(shown: Sequence[UnitReturn], asked: Asked, today: date, language: Language, *, several: bool) -> Html:
    """Return the list of the user's returns; `several` names the units."""
    if not shown:
        return NONE(language)
    head = COUNT(language, count=len(shown), open=sum(each.open for each in shown))
    return join([head, *(_entry(each, asked, today, language, several) for each in shown)], "\n\n")


def button_label(found: UnitReturn, language: Language, *, name_unit: bool) -> str:
    """Return the label of the button that fills in or corrects a return."""
    what = (labels.CORRECT if found.state in FILED_STATES else labels.FILL_RETURN)(language)
    wording = BUTTON_OF_UNIT if name_unit else BUTTON
    said = {"title": cut(found.round.title, 24), "period": named_period(found.round.span, language)}
    return plain(wording(language, what=what, unit=found.unit.name, **said))


def due_line(title: str, span: Span | None, days_left: int, language: Language) -> Html:
    """Return a line about a return to be filed, cut to the width of a phone."""
    when, period = days_left_text(days_left, language), period_text(span, language)
    room = LINE_LENGTH - screen_width(f"📋  {period} · {plain(when)}")
    mark = MARKS[days_left < 0]
    return DUE_LINE(language, mark=mark, title=cut_to_width(title, room), period=period, when=when)


def fill_label(title: str, span: Span | None, language: Language) -> str:
    """Return the label of the button that opens the form."""
    said = {"title": cut_to_width(title, LONGEST_ON_BUTTON), "period": named_period(span, language)}
    return plain(BUTTON(language, what=labels.FILL_RETURN, **said))


def named_period(span: Span | None, language: Language) -> str:
    """Return the period on a button; a return that is asked for once needs none."""
    return period_text(span, language) if span else ""


def _entry(found: UnitReturn, asked: Asked, today: date, language: Language, several: bool) -> Html:
    late = found.open and found.round.due < today
    head = ENTRY(
        language,
        mark=MARKS[late] if found.open else DONE_MARK,
        title=found.round.title,
        period=period_text(found.round.span, language),
        unit=UNIT(language, unit=found.unit.name) if several else "",
    )
    return join([head, _state(found, asked, today, language)])


def _state(found: UnitReturn, asked: Asked, today: date, language: Language) -> Html:
    if found.round.left_out is not None:
        return STATE_LEFT_OUT(language, reason=cut(found.round.left_out, 200))
    if found.counted is None and found.round.ended:
        return ENDED(language)
    if found.counted is None:
        if found.round.frozen_at and found.state is not ReturnState.RETURNED:
            return LATE(language)
        back = cut(found.last.given_back or "", 200) if found.last else ""
        return OPEN[found.state](language, due=due_text(found.round, today, language), reason=back)
    filing = found.counted
    told = filed_text(filing, asked.get(found.round.return_id, ()), language)
    day = short_day(filing.at.date(), today, language)
    due = UNTIL(language, day=short_day(found.round.due, today, language))
    return join([FILED(language, day=day, figures=told), FROZEN(language) if found.round.frozen_at else due], "")
