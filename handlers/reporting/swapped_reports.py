"""Sentences that say that two reports are on each other's tasks: what they hold changes places (1-8和1-9报反了)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from telegram import Update

from data.plan.indicators import indicators
from data.reporting.answers import with_present_percent
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import newest_of_the_unit, withdrawable_reports_since
from data.understanding import Understanding, find_order, says
from data.understanding.entities.figure_names import index_indicators, names_in
from handlers.dialog import acts_on
from handlers.reporting.batch import begin_with_answers
from handlers.reporting.drafts import answers_of_report
from handlers.reporting.statements import checked_figures
from handlers.reporting.texts.batch import CHANGED_PLACES
from handlers.tasks.own_tasks import own_assignment
from handlers.telegram import Context, For

OF_PROGRESS = ("status", "percent", "obstacle")


class Swap(NamedTuple):
    """Two `reports` that hold what belongs to the other: the `answers` of that name and these `figures`, or all."""

    reports: Sequence[FullReport]
    answers: tuple[str, ...]
    figures: frozenset[str]

    @property
    def is_of_all(self) -> bool:
        """Whether the whole reports change places, with their files."""
        return not (self.answers or self.figures)


def _swap_told(context: Context, heard: Understanding) -> Swap | None:
    """Return the swap that a sentence tells of: of the reports on the two tasks it names, or of the only two made just
    now if it names none; None if it tells of none, or there are no such reports that can be corrected."""
    said = find_order(heard, "report_corrections.swapped", "report_corrections.both_swapped")
    if said is None or not context.person.speaks_for:
        return None
    db, person = context.db, context.person
    named = [newest_of_the_unit(db, person, code) for code in said.codes]
    reports = [each for each in named or withdrawable_reports_since(db, person, context.just_now) if each is not None]
    if len(reports) != 2:
        return None
    found = names_in(said["figure"].lower(), index_indicators(indicators(db)))
    figures = frozenset(each.name for name in found for each in name.indicators)
    if said["figure"] and not figures:
        return None
    return Swap(reports, OF_PROGRESS if says(heard, "report_corrections.progress") else (), figures)


@acts_on(_swap_told, for_=For.SPEAKERS, known=False)
async def swap_reports(update: Update, context: Context, swap: Swap) -> None:
    """Show both reports with what the other holds, each to be submitted in place of itself. Raises NotYours or
    TaskClosed."""
    one, other = swap.reports
    pairs = ((one, other), (other, one))
    written = [(to.assignment_id, _answers_taken(context, swap, to, of)) for to, of in pairs]
    files = {to.assignment_id: (of if swap.is_of_all else to).id for to, of in pairs}
    first = CHANGED_PLACES(context.language, codes=[one.code, other.code])
    await begin_with_answers(update, context, written, first, files)


def _answers_taken(context: Context, swap: Swap, to: FullReport, of: FullReport) -> dict[str, Any]:
    """Return the answers of the report `to` with what changes places taken from the other."""
    own, others = answers_of_report(to), answers_of_report(of)
    taken = own | {name: others[name] for name in (others if swap.is_of_all else swap.answers)}
    if swap.figures:
        taken |= {name: _swapped_in(own[name], others[name], swap.figures) for name in ("figures", "running")}
    checked = checked_figures(context, to.assignment_id, taken["figures"], taken["running"], to.id)
    links = {"replaces": to.id, "seen_report_id": to.id}
    return {**with_present_percent(own_assignment(context, to.assignment_id), taken), **checked, **links}


def _swapped_in(own: Mapping[str, float], others: Mapping[str, float], names: frozenset[str]) -> dict[str, float]:
    """Return figures with those of the `names` taken from the other report."""
    kept = {name: value for name, value in own.items() if name not in names}
    return kept | {name: value for name, value in others.items() if name in names}
