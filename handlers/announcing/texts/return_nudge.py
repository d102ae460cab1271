"""Texts of nudges about statistics returns: preview, the message that people get, and the result."""

from collections.abc import Sequence
from datetime import date

from data.announcing.nudges import Nudging
from data.returns.unit_returns import UnitReturn
from handlers.announcing.texts import nudge
from handlers.announcing.texts.broadcast import SEND_OR_CHANGE
from handlers.telegram import Html, Language, Wording, days_left_text, html, join, period_text, short_day, some

HEAD = Wording(
    "<b>催办</b>\n办公室请{units}尽快报送统计报表：", "<b>Reminder</b>\nThe office asks {units} for this return:"
)
LINE = Wording("《{title}》（{period}）· {day}截止（{left}）", "“{title}” ({period}) · due {day} ({left})")
LINE_OF_UNIT = Wording("{unit} {line}", "{unit}: {line}")
FOOT = Wording("点按钮就能填；没有数据可以点“零报”。", "Press the button to fill it in; “Nil return” for none.")
ONE_OWN = Wording("每个单位只收到自己的。", "Each unit sees only its own return.")
SENT = Wording("已催办 {count} 家，{people} 人会收到。", "Nudge sent. Units: {count}, recipients: {people}.")
AT_ONCE_ONLY = Wording(
    "催报表是马上发的，不能定时，现在什么也没有发。到时请再说一次。",
    "A nudge for returns goes out at once and cannot be scheduled. Nothing has been sent; please say it again when it "
    "is time.",
)


def message(returns: Sequence[UnitReturn], words: str, today: date, language: Language) -> Html:
    """Return what a person gets: the returns, and the coordinator's own words."""
    units = list(dict.fromkeys(each.unit.name for each in returns))
    several = len(units) > 1
    return join(
        [
            HEAD(language, units=units),
            *(_line(each, several, today, language) for each in returns),
            Html(f"\n{html(words)}\n") if words else Html(""),
            FOOT(language),
        ]
    )


def _line(found: UnitReturn, named: bool, today: date, language: Language) -> Html:
    of = found.round
    line = LINE(
        language,
        title=of.title,
        period=period_text(of.span, today, language),
        day=short_day(of.due, today, language),
        left=days_left_text((of.due - today).days, language),
    )
    return LINE_OF_UNIT(language, unit=found.unit.name, line=line) if named else line


def preview(found: Nudging[UnitReturn], words: str, today: date, language: Language) -> Html:
    """Return who will read what, and what is left out."""
    units = [each.unit.name for each in found.asked]
    head = nudge.PREVIEW_HEAD(language, people=len(found.people), units=some(units, language, most=len(units)))
    several = ONE_OWN(language) if len(units) > 1 else Html("")
    shown = join([message(found.asked[:1], words, today, language), several])
    return join([head, shown, join([*left_out(found, language), SEND_OR_CHANGE(language)])], "\n\n")


def sent(found: Nudging[UnitReturn], language: Language) -> Html:
    """Return how many will get it, and what was left out."""
    head = SENT(language, count=len(found.asked), people=len(found.people))
    return join([head, *left_out(found, language)])


def left_out(found: Nudging[UnitReturn], language: Language) -> list[Html]:
    """Return what is not asked for: returns nudged about within 24 hours, and units in which nobody can be reached."""
    rested, unheard = [each.unit.name for each, _ in found.rested], [each.unit.name for each in found.unheard]
    return nudge.left_out_named(rested, unheard, language)
