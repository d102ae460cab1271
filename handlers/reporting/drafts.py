"""The user's unsubmitted reports with what is shown of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.dialogs import Dialog
from data.errors import NotYours, Refusal
from data.errors.reporting import TaskClosed
from data.plan.tasks import code_of_assignment
from data.reporting import batches
from data.reporting.drafts import REPORT_DIALOG, Draft, Step, draft_of, is_begun, unfinished_drafts
from data.reporting.forms import Form, contradiction_in, form_of
from data.reporting.reviews import FullReport
from data.reporting.totals import EXACT
from handlers.reporting.texts import unfinished as texts
from handlers.reporting.texts.report import answers
from handlers.tasks.own_tasks import own_assignment
from handlers.telegram import Context
from handlers.wording import NOTHING, Html, Language, join, month_day, plain
from handlers.wording.report_lines import figures_text


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """An unsubmitted report, last touched on `day`; `form` is None if it cannot be stored any more, for `why`."""

    draft: Draft
    code: str
    day: date
    form: Form | None
    why: Refusal | None = None

    @property
    def overtaken(self) -> bool:
        """Whether there is a newer report on the task that the author has not been shown."""
        last = self.form.assignment.last if self.form else None
        return last is not None and last.id != self.draft.seen_report_id

    @property
    def superseded(self) -> bool:
        """Whether its author has since submitted another report on the task."""
        last = self.form.assignment.last if self.form else None
        return self.overtaken and last is not None and last.person_id == self.draft.person_id

    @property
    def complete(self) -> bool:
        """Whether all questions are answered and the report can be stored."""
        if self.form is None or self.draft.step is not Step.PREVIEW:
            return False
        return contradiction_in(self.form) is None


def load_form(context: Context, draft: Draft) -> Form:
    """Return the draft with what is shown of it. Raises NotYours or TaskClosed."""
    return form_of(context.db, draft, own_assignment(context, draft.assignment_id))


def waiting_for_a_day(context: Context, draft: Draft) -> Html | None:
    """Return what a report holds that was left for a day or more, so that what is said now is not added to it unasked;
    None for any other. Raises NotYours or TaskClosed."""
    day = _day_left(context, draft)
    if day is None:
        return None
    wording = texts.LEFT_UNSUBMITTED if draft.replaces is None else texts.LEFT_CORRECTION
    return wording(context.language, day=day, held=answers(load_form(context, draft), context.language, 200))


def resumed_after_a_day(context: Context, before: Form, figures: Mapping[str, float]) -> Html:
    """Return that a report is resumed which was left for a day or more, and which of its figures become others; empty
    for any other report."""
    day = _day_left(context, before.draft)
    if day is None:
        return NOTHING
    replaced = [each for each in before.figures if figures.get(each.indicator) != each.value]
    wording = texts.RESUMED if before.draft.replaces is None else texts.RESUMED_CORRECTION
    gone = figures_text(replaced, context.language)
    told = texts.REPLACED_FIGURES(context.language, figures=gone) if gone else NOTHING
    return join([wording(context.language, day=day), told])


def _day_left(context: Context, draft: Draft) -> date | None:
    """Return when a report that holds something was last touched, if that is a day ago or more; else None."""
    dialog = context.dialog(draft.id)
    was_left = dialog.is_old(context.now) and is_begun(context.db, dialog)
    return _day_touched(context, dialog) if was_left else None


def waiting_reports_of(context: Context, batch_id: int) -> list[WaitingReport]:
    """Return the waiting reports of a batch."""
    return [_waiting(context, draft) for draft in batches.drafts_in_batch(context.db, context.person.id, batch_id)]


def reports_to_resume(context: Context, but_for: Dialog | None = None) -> list[WaitingReport]:
    """Return the unsubmitted reports that can still be submitted, other than `but_for`, the open one first, without
    those in whose place their author has submitted another; these are offered where their task is reported on next."""
    current = context.open_dialog_of(REPORT_DIALOG)
    drafts = [draft_of(current)] if current is not None and is_begun(context.db, current) else []
    waiting = unfinished_drafts(context.db, context.person.id)
    found = [_waiting(context, each) for each in (*drafts, *waiting) if but_for is None or each.id != but_for.id]
    return [each for each in found if each.form is not None and (each.draft.is_open or not each.superseded)]


def is_superseded(context: Context, dialog: Dialog) -> bool:
    """Return whether a dialog is a report in whose place its author has submitted another."""
    return dialog.kind == REPORT_DIALOG and _waiting(context, draft_of(dialog)).superseded


def names_of_waiting(waiting: Sequence[WaitingReport], language: Language) -> list[str]:
    """Return the code of each unsubmitted report, with its day if several are on the same task."""
    several = Counter(each.code for each in waiting)
    return [
        plain(texts.CODE_AND_DAY(language, code=each.code, day=month_day(each.day, language)))
        if several[each.code] > 1
        else each.code
        for each in waiting
    ]


def still_waiting(waiting: Sequence[WaitingReport], language: Language) -> Html:
    """Return which reports are not submitted yet; empty if there are none."""
    return texts.STILL_WAITING(language, codes=names_of_waiting(waiting, language)) if waiting else NOTHING


def _day_touched(context: Context, dialog: Dialog) -> date:
    return dialog.touched_at.astimezone(context.db.zone).date()


def _waiting(context: Context, draft: Draft) -> WaitingReport:
    code = code_of_assignment(context.db, draft.assignment_id)
    told = draft, code, _day_touched(context, context.dialog(draft.id))
    try:
        return WaitingReport(*told, load_form(context, draft))
    except (NotYours, TaskClosed) as why:
        return WaitingReport(*told, None, why)


def answers_of_report(report: FullReport) -> dict[str, Any]:
    """Return the answers of a submitted report; running totals are such again, and no figure is doubted any more."""
    totals = {each.indicator: each.said for each in report.figures if each.said is not None}
    new = {each.indicator: each.value for each in report.figures}
    return {
        "status": report.status,
        "percent": report.percent,
        "note": report.note,
        "obstacle": report.obstacle or None,
        "figures": new | totals,
        "running": {name: round(total - new[name], EXACT) for name, total in totals.items()},
        "doubted": {},
        "evidence": True,
    }


def as_draft(context: Context, report: FullReport) -> Draft:
    """Return a submitted report as a draft, which is not stored."""
    blank = Draft(0, context.person.id, report.assignment_id, Step.PREVIEW)
    return replace(blank, **answers_of_report(report))
