"""Progress in a span of days: how the plan stood before and after, with reports and figures compared with the span
before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.errors import unless
from data.errors.plans import NoPlan, UnknownSection
from data.plan.plan import plan_on
from data.reporting.totals import COUNTED, Total, totals
from data.standing.counts import Counts, Part, count_parts
from data.standing.reports import COUNTS, FIRST_MADE, REPORT_COLUMNS, REPORTED, Report
from data.standing.rows import ALWAYS
from data.store import Database, record_of, sql_among, sql_in_sections
from data.summary.days import DAY, Days, last_day_and_plan, span_before, was_current
from data.times import at_hour, end_of_day
from data.understanding import Kind
from data.understanding.entities.sections import find_section as section_named
from data.understanding.entities.sections import index_sections

OF_SPAN = f"plan_id = :plan AND reported_at >= :since AND {FIRST_MADE} >= :since AND {FIRST_MADE} < :until"
"""An SQL condition for the reports of a span. (No report belongs to a later day than it was made on.)"""

FIGURES = f"""
SELECT report_id, indicator, value FROM ({COUNTED}) JOIN indicators ON name = indicator
WHERE plan_id = :plan AND reported_at >= :since AND reported_at < :until ORDER BY position
"""


@dataclass(frozen=True, slots=True)
class CountedReport(Report):
    """A report that counts, with its figures and the verdict it had by the end of the span.

    `at` is the moment to which it belongs: of a correction, when the report was first made.
    """

    figures: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """What happened from `first` to `last`, for all or some units and sections.

    `parts` are the counts at the end, by unit and section in plan order, `all_before` those on the eve, zero if another
    plan was current then. `reports` are those of the span as they stand now, oldest first, `figures` their totals: what
    was returned, withdrawn or corrected later counts here. `before` are the days compared with, to which
    `figures_before` and `reports_before` belong.
    """

    title: str
    issued: date
    first: date
    last: date
    before: Days
    all: Counts
    all_before: Counts
    parts: tuple[Part, ...]
    reports: tuple[CountedReport, ...]
    reports_before: int
    figures: tuple[Total, ...]
    figures_before: tuple[Total, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections in plan order."""
        return tuple(dict.fromkeys(part.section for part in self.parts))


def progress(
    db: Database,
    first: date,
    last: date,
    today: date,
    unit_ids: Sequence[int] | None = None,
    sections: Collection[str] | None = None,
) -> Progress:
    """Return what happened between two days, up to today if the last is in the future, for some units and sections if
    given.

    Raises SpanBackwards, SpanAhead if the span has not begun, BeforeThePlan if it ended before the plan was issued, and
    NoPlan.
    """
    until, plan = last_day_and_plan(db, first, last, today)
    before, eve = span_before((first, last), until), first - DAY
    parts = count_parts(db, until, unit_ids, sections)
    return Progress(
        title=plan.title,
        issued=plan.issued,
        first=first,
        last=until,
        before=before,
        all=_sum(parts),
        all_before=_sum(count_parts(db, eve, unit_ids, sections) if was_current(db, plan, eve) else ()),
        parts=tuple(parts),
        reports=tuple(reports_between(db, first, until, unit_ids, sections)),
        reports_before=_count_reports(db, before, unit_ids, sections),
        figures=figures_between(db, first, until, unit_ids, sections),
        figures_before=figures_between(db, *before, unit_ids, sections),
    )


def find_section(known: Sequence[str], words: str) -> str:
    """Return the one section that the words name by title, part of it, or number (第三部分). Raises UnknownSection."""
    found = [each for each in known if each == words] or [each for each in known if words.strip() in each]
    if len(found) == 1:
        return found[0]
    named = section_named(words.lower(), index_sections(known))
    if found or named is None or named.kind is not Kind.SECTION:
        raise UnknownSection(words, tuple(known))
    return named.values[0]


def reports_between(
    db: Database,
    first: date,
    last: date,
    unit_ids: Sequence[int] | None,
    sections: Collection[str] | None,
    condition: str = COUNTS,
) -> list[CountedReport]:
    """Return the reports of a span that meet a condition, oldest first, with the figures that count. Raises NoPlan."""
    values = _bounds(db, (first, last), sections)
    figures: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for row in db.fetch_all(FIGURES, values):
        figures[row["report_id"]].append((row["indicator"], row["value"]))
    of_these = sql_among("unit_id", unit_ids) + sql_in_sections(sections)
    sql = f"""SELECT {REPORT_COLUMNS}, {FIRST_MADE} AS first_made {REPORTED}
        WHERE {condition} AND {OF_SPAN} {of_these} ORDER BY reports.id"""
    return [
        record_of(CountedReport, row, at=db.moment(row["first_made"]), figures=tuple(figures.get(row["id"], ())))
        for row in db.fetch_all(sql, values)
    ]


def _bounds(db: Database, days: Days, sections: Collection[str] | None) -> dict[str, object]:
    """Return the SQL parameters for a span: its plan, the stored moments at its ends, and the sections."""
    first, last = days
    until = end_of_day(last, db.zone)
    named = {"plan": plan_on(db, last).id, "sections": [*(sections or ())]}
    return {**named, "since": at_hour(first, 0, db.zone), "until": until, "known": ALWAYS}


def _sum(parts: Iterable[Part]) -> Counts:
    return sum((part.counts for part in parts), Counts())


def _count_reports(db: Database, days: Days, unit_ids: Sequence[int] | None, sections: Collection[str] | None) -> int:
    """Return how many reports of a span count; none if there was no plan."""
    of_these = sql_among("unit_id", unit_ids) + sql_in_sections(sections)
    bounds = unless(NoPlan, _bounds, db, days, sections)
    sql = f"SELECT count(*) {REPORTED} WHERE {COUNTS} AND {OF_SPAN} {of_these}"
    return db.fetch_number(sql, bounds) or 0 if bounds else 0


def figures_between(
    db: Database,
    first: date | None,
    last: date,
    unit_ids: Sequence[int] | None = None,
    sections: Collection[str] | None = None,
    *,
    as_then: bool = False,
) -> tuple[Total, ...]:
    """Return the totals of the reports from `first` (None: the beginning) to the end of `last` as they stand now; with
    `as_then` as they stood on that day.

    Limited to units and sections if given. Empty if there was no plan.
    """
    return tuple(unless(NoPlan, totals, db, last, first, unit_ids, sections, as_then=as_then) or ())
