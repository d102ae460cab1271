"""What is chosen for an export (units, days, sections), how a button carries it, and the spans that are offered."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from data.calendar import Period, add_months, span_around
from data.errors import NotYourTasks, Refusal, StaleButton
from data.exports.ledger import ExportScope
from data.plan.plan import current_plan
from data.plan.units import unit_name
from data.standing.counts import count_parts
from handlers.dialog.opening import argument_shown_last
from handlers.exports.texts import menu as texts
from handlers.telegram import Context, Verb, Wording, day_in


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What is to be exported. If `unit_id` is None, all that the person may see; if `task_id` is None, more than one
    task. `mask` has a bit for each chosen section, in the plan's order; 0 means all."""

    first: date
    last: date
    unit_id: int | None = None
    task_id: int | None = None
    mask: int = 0

    def packed(self, context: Context) -> str:
        """Return the choice as the end of a button's data."""
        parts = [f"{self.first:%Y%m%d}", f"{self.last:%Y%m%d}"]
        parts += [f"u{self.unit_id}"] if self.unit_id is not None else []
        parts += [f"t{self.task_id}"] if self.task_id is not None else []
        parts += [f"m{self.mask:x}.{_checksum(sections(context))}"] if self.mask else []
        return ":".join(parts)


def choice_in_button(context: Context, arguments: list[str]) -> ExportChoice:
    """Return the choice in a button's data. Raises StaleButton for impossible days, or if the plan has other sections
    now."""
    first, last, *more = arguments
    values = {each[0]: each[1:] for each in more}
    mask, _, mark = values.get("m", "0").partition(".")
    if "m" in values and mark != _checksum(sections(context)):
        raise StaleButton
    return ExportChoice(
        day_in(first),
        day_in(last),
        int(values["u"]) if "u" in values else None,
        int(values["t"]) if "t" in values else None,
        int(mask, 16),
    )


def choice_of_menu(context: Context) -> ExportChoice | None:
    """Return the choice in the menu if that was shown last, else None; also None if the plan has other sections now."""
    packed = argument_shown_last(context, Verb.EXPORT, "xlsx")
    with suppress(Refusal):
        return choice_in_button(context, packed.split(":")) if packed is not None else None
    return None


def scope_of(context: Context, choice: ExportChoice) -> ExportScope:
    """Return what the choice exports for this person. Raises NotYourTasks for another unit."""
    may_see, chosen = context.person.may_see, choice.unit_id
    if chosen is not None and may_see is not None and chosen not in may_see:
        raise NotYourTasks(unit_name(context.db, chosen))
    names = tuple(name for place, name in enumerate(sections(context)) if choice.mask >> place & 1) or None
    return ExportScope(choice.first, choice.last, may_see if chosen is None else (chosen,), names)


def units_of(context: Context, scope: ExportScope) -> tuple[str, ...]:
    """Return the names of the units in a scope; empty if it has all units."""
    return tuple(unit_name(context.db, each) for each in scope.unit_ids or ())


def sections(context: Context) -> tuple[str, ...]:
    """Return the sections of the plan, in its order. Raises NoPlan."""
    current_plan(context.db)
    return tuple(dict.fromkeys(part.section for part in count_parts(context.db, context.today)))


def _checksum(names: tuple[str, ...]) -> str:
    """Return a checksum that tells whether a mask belongs to these sections."""
    return f"{crc32(chr(10).join(names).encode()) & 0xFFFF:04x}"


SPOKEN_OF_FOR = {Period.WEEK: 2, Period.MONTH: 7, Period.QUARTER: 14, Period.HALF_YEAR: 14, Period.YEAR: 31}
"""For so many days after it has ended, a period is meant rather than the one that has begun."""
Days = tuple[date, date]


def offered_spans(today: date, issued: date) -> list[list[tuple[Wording, Days]]]:
    """Return the spans that are offered, in rows, each with its name."""
    week, month = span_around(today, Period.WEEK), span_around(today, Period.MONTH)
    a_week = timedelta(days=7)
    return [
        [
            (texts.THIS_WEEK, (week.first, week.last)),
            (texts.LAST_WEEK, (week.first - a_week, week.last - a_week)),
            (texts.THIS_MONTH, (month.first, month.last)),
            (texts.LAST_MONTH, _month_before(today)),
        ],
        [
            (texts.THIS_QUARTER, _around(today, Period.QUARTER)),
            (texts.LAST_QUARTER, _around(add_months(today, -3), Period.QUARTER)),
            (texts.THIS_YEAR, _around(today, Period.YEAR)),
            (texts.SINCE_ISSUED, (min(issued, today), today)),
        ],
    ]


def usual_span(today: date, period: Period = Period.MONTH) -> Days:
    """Return this week, month or other period, or on its first days the one before."""
    return _around(today - timedelta(days=SPOKEN_OF_FOR[period]), period)


def _month_before(today: date) -> Days:
    return _around(add_months(today, -1), Period.MONTH)


def _around(day: date, period: Period) -> Days:
    span = span_around(day, period)
    return span.first, span.last
