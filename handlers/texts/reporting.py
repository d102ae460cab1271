"""The questions of a report, its preview, and what is said when it is stored."""

from data.drafts import Draft, Step
from data.standing import Status
from data.tasks import Assignment
from handlers.texts import messages as m
from handlers.texts.tasks import last_report, status_text, task_line
from handlers.texts.wording import Html, Language, cut, html, join

QUESTION = {
    Step.STATUS: m.WHICH_STATUS,
    Step.PERCENT: m.WHICH_PERCENT,
    Step.NOTE: m.WHICH_NOTE,
    Step.PREVIEW: m.PREVIEW,
}


def question(draft: Draft, assignment: Assignment, language: Language, *, name_unit: bool) -> Html:
    """The open question of a draft, under the task that it is about."""
    asked = QUESTION[draft.step]
    if draft.step is Step.NOTE and draft.status is Status.BLOCKED:
        asked = m.WHICH_NOTE_BLOCKED
    last = last_report(assignment.last, language) if draft.step is Step.STATUS else Html("")
    known = m.CARD_FIELD(language, label=m.LAST_REPORT(language), value=last) if last else Html("")
    parts = [heading(assignment, language, name_unit), known, asked(language)]
    return join([*parts, answers(draft, language)] if draft.step is Step.PREVIEW else parts)


def heading(assignment: Assignment, language: Language, name_unit: bool) -> Html:
    """Which task a report is on, and for which unit where the person speaks for several."""
    wording = m.REPORTING_FOR if name_unit else m.REPORTING
    return wording(language, code=assignment.code, title=assignment.title, unit=assignment.unit or "")


def answers(draft: Draft, language: Language) -> Html:
    """The answers of a draft, one a line."""
    status = draft.status or Status.NOT_STARTED
    words = m.DONE if status is Status.SUBMITTED else m.STATUS[status]
    fields = [(m.FIELD_STATUS, words(language))]
    if status in (Status.IN_PROGRESS, Status.BLOCKED):
        fields.append((m.FIELD_PERCENT, html(f"{draft.percent}%")))
    fields.append((m.FIELD_NOTE, html(cut(draft.note, 2000)) if draft.note else m.NO_NOTE(language)))
    return join([m.CARD_FIELD(language, label=label(language), value=value) for label, value in fields])


def stored(assignment: Assignment, language: Language) -> Html:
    """A report has been stored: how the task stands now."""
    state = status_text(assignment.status, assignment.percent, language)
    return join([m.SUBMITTED(language), task_line(assignment, language), state])
