"""The answers to the questions of a report: each moves its draft to the next question, or leaves it where it is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from data.errors import PercentOutOfRange, StaleButton, TextMissing
from data.reporting.drafts import UNDER_WAY, Draft, Step, checked_note, is_answered, next_step, save, step_before, steps
from data.standing.standing import Status
from data.store import Database
from data.understanding.entities import percents
from data.understanding.normalise.sentence import normalise


def choose_status(db: Database, draft: Draft, status: Status, update_id: int, now: datetime) -> Draft:
    """Answer how the work stands."""
    fixed = {Status.NOT_STARTED: 0, Status.SUBMITTED: 100}
    percent = fixed.get(status, draft.percent if draft.status in UNDER_WAY else None)
    return _answer(db, replace(draft, status=status, percent=percent), update_id, now)


def give_percent(db: Database, draft: Draft, text: str, update_id: int, now: datetime) -> Draft:
    """Answer how far the work is. Raises PercentOutOfRange for anything but a whole number from 0 to 100."""
    return _answer(db, replace(draft, percent=read_percent(text)), update_id, now)


def give_note(db: Database, draft: Draft, text: str, update_id: int, now: datetime) -> Draft:
    """Answer what was done; an empty note is a skipped one. Raises NoteTooLong above 2,000 characters."""
    return _answer(db, replace(draft, note=checked_note(text)), update_id, now)


def give_obstacle(db: Database, draft: Draft, text: str, update_id: int, now: datetime) -> Draft:
    """Answer what blocks and what is needed. Raises TextMissing for nothing, NoteTooLong above 2,000 characters."""
    if not text.strip():
        raise TextMissing
    return _answer(db, replace(draft, obstacle=checked_note(text)), update_id, now)


def give_figures(
    db: Database,
    draft: Draft,
    named: Mapping[str, float],
    doubted: Mapping[str, float],
    update_id: int,
    now: datetime,
) -> Draft:
    """Answer the figures: those named take the place of their like, the others stay.

    Those in `doubted` keep the question open until they are confirmed, changed, or said once more; one that stands
    already needs no more.
    """
    return _answer(db, _with_figures(draft, named, doubted), update_id, now)


def keep_figures(
    db: Database,
    draft: Draft,
    named: Mapping[str, float],
    doubted: Mapping[str, float],
    update_id: int,
    now: datetime,
) -> Draft:
    """Take figures as give_figures does, while the question stays open for the others of the same line."""
    return save(db, _with_figures(draft, named, doubted), draft, update_id, now) if named else draft


def _with_figures(draft: Draft, named: Mapping[str, float], doubted: Mapping[str, float]) -> Draft:
    fresh = {name: value for name, value in doubted.items() if (draft.figures or {}).get(name) != value}
    others = {name: value for name, value in draft.doubted.items() if name not in named}
    return replace(draft, figures={**(draft.figures or {}), **named}, doubted={**others, **fresh})


def confirm_figures(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """The doubted figures are right as they are."""
    return _answer(db, replace(draft, doubted={}), update_id, now)


def clear_figures(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """There are no figures, or none any more."""
    return _answer(db, replace(draft, figures={}, doubted={}), update_id, now)


def finish_evidence(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """Go on from the evidence, with or without any."""
    return _answer(db, replace(draft, evidence=True), update_id, now)


def keep_answer(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """Leave the answer to the open question as it is. Raises StaleButton where there is none."""
    if not is_answered(draft, draft.step):
        raise StaleButton
    return _answer(db, draft, update_id, now)


def skip_the_rest(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """Leave empty what can be left empty, and stop at what cannot, else at the preview."""
    note, figures = draft.note or "", draft.figures or {}
    return _answer(db, replace(draft, note=note, figures=figures, evidence=True), update_id, now)


def reopen(db: Database, draft: Draft, step: Step, update_id: int, now: datetime) -> Draft:
    """Open a question again; its answer stays until there is another. Raises StaleButton for one it does not have."""
    if step not in steps(draft):
        raise StaleButton
    return save(db, replace(draft, step=step, editing=True), draft, update_id, now)


def step_back(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """Open the question before this one; the answers stay."""
    return _to(db, draft, step_before(draft) or draft.step, update_id, now)


def give_answers(db: Database, draft: Draft, answers: Mapping[str, Any], update_id: int, now: datetime) -> Draft:
    """Take several answers at once, in place of those given before, and go on with the first question without one."""
    return _answer(db, replace(draft, **answers), update_id, now)


def read_percent(text: str) -> int:
    """The percent that a text states, as 80, 80%, 八十, eighty or 八成. Raises PercentOutOfRange for anything else."""
    if (percent := percents.read_percent(normalise(text).lower())) is None:
        raise PercentOutOfRange(text)
    return percent


def _answer(db: Database, answered: Draft, update_id: int, now: datetime) -> Draft:
    return _to(db, answered, next_step(answered), update_id, now)


def _to(db: Database, draft: Draft, step: Step, update_id: int, now: datetime) -> Draft:
    editing = draft.editing and step is not Step.PREVIEW
    return save(db, replace(draft, step=step, editing=editing), draft, update_id, now)
