"""Texts of what units have filed for a round, as the office sees it: a page of all, and one of a unit."""

from collections.abc import Sequence
from datetime import date

from data.returns.return_table import Comparison
from data.returns.rounds import Round
from data.returns.unit_returns import FILED_STATES, Filing, ReturnState, UnitReturn, Values
from data.understanding import IndicatorWords
from handlers.returns.texts.rounds import figures, of_round, totals
from handlers.wording import NOTHING, Html, Language, Page, Wording, bracketed, cut, day_text, html, join, series
from handlers.wording.report_lines import author_text, name_text

TABLE_HEAD = Wording("<b>{title}</b> · {period} · 各单位数据", "<b>{title}</b> · {period} · by unit")
UNIT_LINE = Wording("<b>{unit}</b>{aside}：{figures}", "<b>{unit}</b>{aside}: {figures}")
UNIT_NONE = Wording("<b>{unit}</b>：{state}", "<b>{unit}</b>: {state}")
THEN_AND_NOW = Wording("{then}（更正后 {now}）", "{then} (corrected: {now})")
STATES = {
    ReturnState.MISSING: Wording("还没报", "not filed"),
    ReturnState.DRAFT: Wording("填了一部分，还没报", "begun, not filed"),
    ReturnState.RETURNED: Wording("已退回，还没重报", "given back, not filed again"),
    ReturnState.FILED: Wording("已报", "filed"),
    ReturnState.CORRECTED: Wording("已更正", "corrected"),
}
IS_LATE = Wording("迟报", "late")
IS_NIL = Wording("零报", "nil")
UNITS_HEAD = Wording(
    "<b>{title}</b> · {period}\n点单位看它报的数；要退回也在里面。",
    "<b>{title}</b> · {period}\nPress a unit to see what it filed; it can be given back there.",
)
UNITS_SEEN = Wording(
    "<b>{title}</b> · {period}\n点单位看它报的数。", "<b>{title}</b> · {period}\nPress a unit to see what it filed."
)
UNIT_HEAD = Wording("<b>{unit}</b>\n{title} · {period}", "<b>{unit}</b>\n{title} · {period}")
FILED_BY = Wording("{at} {by}报：{figures}", "{at} by {by}: {figures}")
BY_OFFICE = Wording("{by}（办公室代报）", "{by} (the office)")
WHY_CORRECTED = Wording("更正原因：{reason}", "Corrected because: {reason}")
WHY_BACK = Wording("退回原因：{reason}", "Given back because: {reason}")
EARLIER = Wording("之前报过的：", "Filed before:")
UNIT_BEFORE = Wording("上期：{figures}", "The period before: {figures}")
UNIT_REPORTED = Wording("同期进展填报：{figures}", "Reported on tasks meanwhile: {figures}")
MOST_VERSIONS, LONGEST_REASON = 5, 200


def table_page(found: Comparison, page: Page[UnitReturn], today: date, language: Language) -> Html:
    """Return a page of the units with their figures; the last page has the totals."""
    head = of_round(TABLE_HEAD, found.table.round, today, language)
    lines = [_unit_line(each, found.table.indicators, language) for each in page.shown]
    sums = totals(found, today, language) if page.number == page.pages - 1 else NOTHING
    return join([join([head, page.where(language)], " · "), join(lines), sums], "\n\n")


def _unit_line(unit: UnitReturn, known: Sequence[IndicatorWords], language: Language) -> Html:
    if not unit.values and unit.values_now is None:
        return UNIT_NONE(language, unit=unit.unit.name, state=STATES[unit.state])
    told: str = figures(known, unit.values, language) or str(STATES[ReturnState.MISSING](language))
    if unit.values_now is not None:
        told = str(THEN_AND_NOW(language, then=Html(told), now=Html(figures(known, unit.values_now, language))))
    return UNIT_LINE(language, unit=unit.unit.name, aside=_aside(unit, language), figures=told)


def _aside(unit: UnitReturn, language: Language) -> str:
    told = [
        *([IS_LATE(language)] if unit.late and unit.state in FILED_STATES else []),
        *([IS_NIL(language)] if unit.standing is not None and unit.standing.nil else []),
    ]
    return bracketed(series(told, language), language) if told else ""


def units_page(of: Round, page: Page[UnitReturn], today: date, language: Language, may_give_back: bool) -> Html:
    """Return the text above the buttons of the units."""
    head = of_round(UNITS_HEAD if may_give_back else UNITS_SEEN, of, today, language)
    return join([head, page.where(language)])


def unit_page(unit: UnitReturn, found: Comparison, versions: Sequence[Filing], today: date, language: Language) -> Html:
    """Return what a unit has filed for a round, now and before, and what it can be compared with."""
    known = found.table.indicators
    head = of_round(UNIT_HEAD, unit.round, today, language, unit=unit.unit.name)
    state = join([STATES[unit.state](language), html(_aside(unit, language))], "")
    newest, earlier = list(versions)[-1:], list(versions)[:-1][-MOST_VERSIONS:]
    told = [_version(each, known, today, language) for each in newest]
    older = [_version(each, known, today, language) for each in reversed(earlier)]
    before, reported = found.before_of(unit.unit.id), found.reported.get(unit.unit.id, {})
    others = [_compared(UNIT_BEFORE, before, known, language), _compared(UNIT_REPORTED, reported, known, language)]
    earlier_ones = join([EARLIER(language), *older]) if older else NOTHING
    return join([join([head, state]), join(told), earlier_ones, join(others)], "\n\n")


def _compared(wording: Wording, values: Values, known: Sequence[IndicatorWords], language: Language) -> Html:
    told = figures(known, values, language)
    return wording(language, figures=told) if told else NOTHING


def _version(filing: Filing, known: Sequence[IndicatorWords], today: date, language: Language) -> Html:
    when = f"{day_text(filing.at.date(), language, today)} {filing.at:%H:%M}"
    by_office = BY_OFFICE(language, by=name_text(filing.by, language))
    by = by_office if filing.by_office else author_text(filing.by, filing.on_behalf_of, language)
    told: Html | str = IS_NIL(language) if filing.nil else figures(known, filing.values, language)
    why = [(WHY_CORRECTED, filing.reason), (WHY_BACK, filing.given_back)]
    reasons = [words(language, reason=cut(reason, LONGEST_REASON)) for words, reason in why if reason]
    return join([FILED_BY(language, at=when, by=by, figures=told), *reasons])
