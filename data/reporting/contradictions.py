"""Contradictions within a report that its writer has to resolve or confirm."""

from collections.abc import Callable
from enum import StrEnum

from data.reporting.answers import contradicts
from data.reporting.drafts import UNDER_WAY
from data.reporting.forms import Form
from data.standing.standing import Status


class Contradiction(StrEnum):
    """The kinds: 100 % of work still in progress; a lower percentage than before; work done that continues."""

    HUNDRED = "hundred"
    LESS = "less"
    GOING_ON = "going_on"


def contradiction_in(form: Form) -> Contradiction | None:
    """Return the first contradiction that the writer has to be asked about, or None."""
    return next((each for each in Contradiction if is_unconfirmed(each, form)), None)


def is_unconfirmed(contradiction: Contradiction, form: Form) -> bool:
    """Return whether a report has this contradiction and the writer has not confirmed it."""
    return _TESTS[contradiction](form)


def _is_hundred(form: Form) -> bool:
    draft = form.draft
    return draft.status is Status.IN_PROGRESS and draft.percent == 100 and not draft.hundred


def _is_less(form: Form) -> bool:
    """Return whether the percentage is below that of the last report the writer has seen, unless this one replaces
    it."""
    draft, task = form.draft, form.assignment
    if task.last is None or task.last.status not in UNDER_WAY or task.last.id > (draft.seen_report_id or 0):
        return False
    if task.last.id in (draft.replaces, draft.redoes) or draft.status not in UNDER_WAY or draft.percent is None:
        return False
    return draft.percent < task.percent and draft.less != draft.percent


def _goes_on(form: Form) -> bool:
    draft = form.draft
    return contradicts(draft, draft.note or "") and draft.going_on != draft.note


_TESTS: dict[Contradiction, Callable[[Form], bool]] = {
    Contradiction.HUNDRED: _is_hundred,
    Contradiction.LESS: _is_less,
    Contradiction.GOING_ON: _goes_on,
}
