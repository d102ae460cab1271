"""What contradicts itself in a report, until its writer has said which of both is so."""

from collections.abc import Callable
from enum import StrEnum

from data.reporting.answers import contradicts
from data.reporting.drafts import UNDER_WAY, Form
from data.standing.standing import Status


class Contradiction(StrEnum):
    """Work under way of which 100 % are done; a percent below the last one; work that is done and goes on."""

    HUNDRED = "hundred"
    LESS = "less"
    GOING_ON = "going_on"


def contradiction_in(form: Form) -> Contradiction | None:
    """The first contradiction of a report that has to be asked about, or None."""
    return next((each for each in Contradiction if is_open(each, form)), None)


def is_open(contradiction: Contradiction, form: Form) -> bool:
    """Whether a report contradicts itself in this way, and it was not said yet that it is right."""
    return _TESTS[contradiction](form)


def _is_hundred(form: Form) -> bool:
    draft = form.draft
    return draft.status is Status.IN_PROGRESS and draft.percent == 100 and not draft.hundred


def _is_less(form: Form) -> bool:
    """Whether the percent is below that of the last report that the writer has seen, unless this one is given in its
    place."""
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
