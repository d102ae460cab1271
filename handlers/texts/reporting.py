"""The questions of a report, its preview, and what is said when it is stored."""

from collections.abc import Mapping, Sequence

from data.attachments import Attachment
from data.drafts import UNDER_WAY, Draft, Step
from data.standing import Status
from data.tasks import Assignment
from handlers.texts import messages as m
from handlers.texts.tasks import last_report, status_text, task_line
from handlers.texts.wording import Html, Language, cut, html, join

QUESTION = {
    Step.STATUS: m.WHICH_STATUS,
    Step.PERCENT: m.WHICH_PERCENT,
    Step.NOTE: m.WHICH_NOTE,
    Step.OBSTACLE: m.WHICH_OBSTACLE,
    Step.FIGURES: m.WHICH_FIGURES,
    Step.EVIDENCE: m.WHICH_EVIDENCE,
    Step.PREVIEW: m.PREVIEW,
}
FIELD = {
    Step.STATUS: m.FIELD_STATUS,
    Step.PERCENT: m.FIELD_PERCENT,
    Step.NOTE: m.FIELD_NOTE,
    Step.OBSTACLE: m.FIELD_OBSTACLE,
    Step.FIGURES: m.FIELD_FIGURES,
    Step.EVIDENCE: m.FIELD_EVIDENCE,
}


def question(
    draft: Draft, assignment: Assignment, files: Sequence[Attachment], language: Language, *, name_unit: bool
) -> Html:
    """The open question of a draft, under the task that it is about."""
    return join(
        [
            heading(assignment, language, name_unit),
            _known(draft, assignment, language),
            _asked(draft, language),
            file_list(files, language) if draft.step is Step.EVIDENCE else Html(""),
            answers(draft, files, language) if draft.step is Step.PREVIEW else Html(""),
        ]
    )


def heading(assignment: Assignment, language: Language, name_unit: bool) -> Html:
    """Which task a report is on, and for which unit where the person speaks for several."""
    wording = m.REPORTING_FOR if name_unit else m.REPORTING
    return wording(language, code=assignment.code, title=assignment.title, unit=assignment.unit or "")


def answers(draft: Draft, files: Sequence[Attachment], language: Language) -> Html:
    """The answers of a draft, one a line; what was skipped is left out, but for the note."""
    status = draft.status or Status.NOT_STARTED
    fields: list[tuple[Step, Html]] = [
        (Step.STATUS, (m.DONE if status is Status.SUBMITTED else m.STATUS[status])(language))
    ]
    if status in UNDER_WAY:
        fields.append((Step.PERCENT, html(f"{draft.percent}%")))
    fields.append((Step.NOTE, html(draft.note) if draft.note else m.NO_NOTE(language)))
    if status is Status.BLOCKED:
        fields.append((Step.OBSTACLE, html(draft.obstacle or "")))
    if draft.figures:
        fields.append((Step.FIGURES, figures_text(draft.figures)))
    if files:
        fields.append((Step.EVIDENCE, file_list(files, language)))
    return join([m.CARD_FIELD(language, label=FIELD[step](language), value=value) for step, value in fields])


def figures_text(figures: Mapping[str, float]) -> Html:
    """Figures in one line."""
    return html("，".join(f"{name} {value:,.10g}" for name, value in figures.items()))


def file_list(files: Sequence[Attachment], language: Language) -> Html:
    """The attached files by name and size."""
    return html("、".join(f"{cut(each.name, 40)}（{_size(each.size)}）" for each in files))


def stored(assignment: Assignment, said: Status, language: Language) -> Html:
    """A report has been stored: how the task stands now."""
    state = status_text(assignment.status, assignment.percent, language)
    waits = m.WAITS_FOR_REVIEW(language) if said is Status.SUBMITTED else Html("")
    return join([m.SUBMITTED(language), task_line(assignment, language), state, waits])


def other_report(assignment: Assignment, language: Language, *, name_unit: bool) -> Html:
    """Somebody else of the unit has reported meanwhile: what they said, and the choice."""
    head = heading(assignment, language, name_unit)
    return join([head, m.ALREADY_REPORTED(language), last_report(assignment.last, language), m.SUBMIT_ANYWAY(language)])


def _known(draft: Draft, assignment: Assignment, language: Language) -> Html:
    """What the last report said on what is being asked."""
    last = assignment.last
    if last is None:
        return Html("")
    said = {
        Step.STATUS: last_report(last, language),
        Step.NOTE: html(cut(last.note, 500)),
        Step.OBSTACLE: html(cut(last.obstacle, 500)),
    }.get(draft.step)
    return m.CARD_FIELD(language, label=m.LAST_REPORT(language), value=said) if said else Html("")


def _asked(draft: Draft, language: Language) -> Html:
    if draft.step is Step.FIGURES and draft.doubted:
        return m.FIGURES_DOUBTED(language, figures=figures_text(draft.doubted))
    return QUESTION[draft.step](language)


def _size(size: int) -> str:
    return f"{size / 1_048_576:.1f} MB" if size >= 1_048_576 else f"{max(1, size // 1024)} KB"
