"""Buttons of statistics returns, for the office, observers, and the units that file them."""

from collections.abc import Collection, Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.calendar import Span
from data.people.people import Person
from data.returns.returns import Return
from data.returns.rounds import Round
from data.returns.unit_returns import FILED_STATES, Completeness, UnitReturn
from handlers.returns.texts import left_out
from handlers.returns.texts import own_returns as texts
from handlers.telegram import Rows, Verb, button, in_rows, keyboard_of, page_buttons
from handlers.wording import Language, Page, Wording, cut, labels, period_text

NEW = Wording("新建报表", "New return")
ALL = Wording("全部报表", "All returns")
SETTINGS = Wording("报表设置", "What it asks for")
CHANGE = Wording("改报表", "Change it")
STOP = Wording("停用", "Stop it")
ASK_AGAIN = Wording("恢复使用", "Ask for it again")
TO_ROUND = Wording("看各期", "Its periods")
TABLE = Wording("各单位数据", "By unit")
UNITS = Wording("看一个单位", "One unit")
PICTURE = Wording("图", "Picture")
WORKBOOK = Wording("表格", "Workbook")
NUDGE = Wording("催办（{count}）", "Nudge ({count})")
NUDGE_ROUND = Wording("催办 {title}[ {period}]（{count}）", "Nudge: {title}[ {period}] ({count})")
FREEZE = Wording("固定数据", "Freeze")
UNFREEZE = Wording("解除固定", "Unfreeze")
BEFORE = Wording("上一期", "Period before")
AFTER = Wording("下一期", "Next period")
OWN = Wording("填本单位的报表", "Fill in my unit's own")
TO_PAGE = Wording("返回本期", "Back to the period")
LONGEST, MOST_RESTORED = 40, 3


def returns(
    found: Sequence[Return], person: Person, language: Language, to_nudge: Sequence[Completeness] = ()
) -> InlineKeyboardMarkup | None:
    """Return a button that nudges for each round `to_nudge`, one for each return, one for a new one for coordinators,
    and one for the user's own unit; None if there are none."""
    nudges = [
        [button(NUDGE_ROUND(language, **_nudged(each, language)), Verb.ROUND, "nudge", each.round.id)]
        for each in to_nudge
    ]
    rows = [
        [button(cut(f"{number}. {each.title}", LONGEST), Verb.ROUND, "return", each.id)]
        for number, each in enumerate(found, start=1)
    ]
    new = [[_to(NEW, language, "new")]] if person.is_coordinator else []
    own = own_unit(language) if person.speaks_for and rows else []
    return keyboard_of(*nudges, *rows, *new, *own) if rows or new else None


def _nudged(found: Completeness, language: Language) -> dict[str, object]:
    period = texts.named_period(found.round.span, language)
    return {"title": cut(found.round.title, 24), "period": period, "count": _to_be_nudged(found)}


def _to_be_nudged(found: Completeness) -> int:
    return sum(each.open for each in found.missing)


def round_page(
    found: Completeness, before: Round | None, after: Round | None, today: date, person: Person, language: Language
) -> InlineKeyboardMarkup:
    """Return the buttons below a round: nudge, freeze, table, files, and the ways to other pages."""
    number, may_change = found.round.id, person.is_coordinator
    missing = _to_be_nudged(found)
    nudge = [button(NUDGE(language, count=missing), Verb.ROUND, "nudge", number)] if missing and may_change else []
    look = [_to(TABLE, language, "table", number, 0), _to(UNITS, language, "units", number, 0)]
    files = [_to(PICTURE, language, "picture", number), _to(WORKBOOK, language, "xlsx", number)]
    words, way = (UNFREEZE, "unfreeze") if found.round.frozen_at else (FREEZE, "freeze")
    freeze = [_to(words, language, way, number)] if may_change and found.round.left_out is None else []
    beside = [_to(words, language, "open", each.id) for words, each in ((BEFORE, before), (AFTER, after)) if each]
    ways = [_to(SETTINGS, language, "asks", found.round.return_id), _to(ALL, language, "list")]
    out = _leaving_out(found.round, today, language) if may_change else []
    own = own_unit(language) if person.speaks_for else []
    return keyboard_of([*nudge, *freeze], look, files, beside, out, ways, *own)


def _leaving_out(found: Round, today: date, language: Language) -> list[InlineKeyboardButton]:
    """Return the button that leaves the period out or asks for it again; none if it is for once, frozen, or stopped."""
    if found.span is None or found.frozen_at or (found.ended and found.left_out is None):
        return []
    if found.left_out is None:
        return [_to(left_out.LEAVE_OUT_PERIOD, language, "leave", found.id)]
    return [_ask_again(found.return_id, found.span, today, language)]


def _ask_again(return_id: int, span: Span, today: date, language: Language) -> InlineKeyboardButton:
    words = left_out.ASK_AGAIN(language, period=period_text(span, today, language))
    return button(words, Verb.ROUND, "restore", return_id, f"{span.first:%Y%m%d}")


def to_settings(return_id: int, language: Language) -> Rows:
    """Return the button that shows what a return asks for."""
    return [[_to(SETTINGS, language, "asks", return_id)]]


def own_unit(language: Language) -> Rows:
    """Return the button for the returns of the user's own unit."""
    return [[button(OWN(language), Verb.FILING, "list", 0)]]


def settings(
    found: Return, newest: Round | None, out: Collection[Span], today: date, language: Language, *, may_change: bool
) -> InlineKeyboardMarkup:
    """Return the buttons that change or stop a return, ask for it or left-out periods again, and lead to its rounds."""
    change = [_to(CHANGE, language, "change", found.id), _to(STOP, language, "stop", found.id)]
    again = [_to(ASK_AGAIN, language, "again", found.id)]
    rounds = [_to(TO_ROUND, language, "open", newest.id)] if newest else []
    deeds = (again if found.ended else change) if may_change else []
    restored = [[_ask_again(found.id, each, today, language)] for each in [*out][-MOST_RESTORED:]]
    return keyboard_of(deeds, *(restored if may_change else []), [*rounds, _to(ALL, language, "list")])


def table(of: Round, page: Page[UnitReturn], language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a page of the units' figures."""
    ways = page_buttons(Verb.ROUND, lambda to: ("table", of.id, to), page.number, page.pages, language)
    return keyboard_of(ways, *_back(of.id, language))


def units(of: Round, page: Page[UnitReturn], language: Language) -> InlineKeyboardMarkup:
    """Return a button for each unit on the page, those for other pages, and the way back."""
    each = [button(cut(one.unit.name, LONGEST), Verb.ROUND, "unit", one.id) for one in page.shown]
    ways = page_buttons(Verb.ROUND, lambda to: ("units", of.id, to), page.number, page.pages, language)
    return keyboard_of(*in_rows(each, 2), ways, *_back(of.id, language))


def unit(found: UnitReturn, language: Language, *, may_change: bool) -> InlineKeyboardMarkup:
    """Return the buttons below a unit's return: give it back, fill it in for the unit, and the ways back."""
    fill = [button(labels.REPORT_FOR(language), Verb.FILING, "fill", found.id)] if may_change else []
    back = [button(labels.RETURN(language), Verb.ROUND, "back", found.id)] if may_change and found.counted else []
    units = [_to(UNITS, language, "units", found.round.id, 0)]
    return keyboard_of([*back, *fill], units, *_back(found.round.id, language))


def _to(words: Wording, language: Language, *where: object) -> InlineKeyboardButton:
    return button(words(language), Verb.ROUND, *where)


def _back(round_id: int, language: Language) -> Rows:
    return [[_to(TO_PAGE, language, "open", round_id)]]


def own_list(shown: Sequence[UnitReturn], language: Language, *, several: bool) -> InlineKeyboardMarkup | None:
    """Return a button for each return, to fill it in (填报表) or correct it (更正), with its unit if several."""
    rows = [
        [button(texts.button_label(each, language, name_unit=several), Verb.FILING, "fill", each.id)] for each in shown
    ]
    return keyboard_of(*rows) if rows else None


def below_filed(found: UnitReturn, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a filed return: correct it, or show all."""
    correct = button(labels.CORRECT(language), Verb.FILING, "fill", found.id)
    return keyboard_of([correct, button(labels.RETURNS(language), Verb.FILING, "list", 0)])


def fill(found: UnitReturn, language: Language) -> InlineKeyboardMarkup:
    """Return the button that fills in or corrects the return."""
    words = labels.CORRECT if found.state in FILED_STATES else labels.FILL_RETURN
    return keyboard_of([button(words(language), Verb.FILING, "fill", found.id)])
