"""Texts of a report's contents, before and after it is stored."""

from collections.abc import Sequence

from data.errors.numbers import TotalBelowReported
from data.reporting.drafts import UNDER_WAY, Draft, Step
from data.reporting.figures import Figure, why_unclear
from data.reporting.forms import FilledDraft, Form, contradiction_in
from data.reporting.reports import StoredReport
from data.reporting.reviews import FullReport
from data.reporting.totals import new_year
from data.standing.assignments import Assignment
from data.standing.reports import Report
from data.standing.standing import Status
from data.understanding import IndicatorWords
from handlers.wording import NOTHING, Html, Language, Wording, clauses, cut, html, join, labels, refusal, series
from handlers.wording.report_lines import figures_text, file_list, last_report, measured
from handlers.wording.task_lines import status_text, task_line
from handlers.wording.wordings import utf16_length

REPORTING = Wording("填报 <b>{code}</b> {title}[（{unit}）]", "Reporting on <b>{code}</b> {title}[ ({unit})]")
NO_NOTE = Wording("（无）", "(none)")
WAITS_FOR_REVIEW = Wording("办公室审核后即办结。", "It is closed once the office has accepted it.")
REVIEWED = Wording("等待办公室审核。", "The office still has to accept it.")
ALREADY_REPORTED = Wording("同单位刚有人报过这项：", "A colleague has just reported on this task:")
FIGURES_SAME = Wording(
    "{figures}：和上次报的一样。是新增的，还是同一批？",
    "{figures}: the same as last time. Are these new ones, or the same ones?",
)
MAY_CORRECT = Wording(
    "{figures}：是更正上次报的，还是又新增的？",
    "{figures}: does this correct the last report, or is it new?",
)
WHICH_NUMBER = Wording(
    "{indicator}写了几个数：{words}。哪个计入统计？请点一个，或发准确的数。",
    "There are several numbers for {indicator}: {words}. Which one counts? Press it, or send the right number.",
)
BEFORE = Wording("{now}（上次 {before}）", "{now} (last time {before})")
YOU_REPORTED = Wording("您已经报过这项：", "You have reported on this task meanwhile:")
SUBMIT_ANYWAY = Wording("还要提交您这一份吗？", "Do you still want to submit yours?")
FIELD = {
    Step.STATUS: labels.FIELD_STATUS,
    Step.PERCENT: labels.FIELD_PERCENT,
    Step.NOTE: labels.FIELD_NOTE,
    Step.OBSTACLE: labels.FIELD_OBSTACLE,
    Step.FIGURES: labels.FIELD_FIGURES,
    Step.EVIDENCE: labels.FIELD_EVIDENCE,
}
KEPT_WHOLE = Wording(
    "（太长的只显示开头，全文照存。）", "(Only the beginning of long texts is shown; all of it is kept.)"
)


def heading(assignment: Assignment, language: Language, name_unit: bool) -> Html:
    """Return the line that names the task of a report, with its unit if `name_unit`."""
    unit = assignment.unit if name_unit else None
    return REPORTING(language, code=assignment.code, title=assignment.title, unit=unit)


def answers(form: FilledDraft, language: Language, most: int = 4096) -> Html:
    """Return the answers so far, a line each, long texts cut to `most` units, without skipped ones but the note."""
    lines = [answer_line(form, step, language, most) for step in FIELD]
    return join([*lines, stored_whole_hint(form, language, most)])


def stored_whole_hint(form: FilledDraft, language: Language, most: int) -> Html:
    """Return a hint that a text cut to `most` units here is stored in full; empty if none is cut."""
    is_cut = any(utf16_length(text or "") > most for text in (form.draft.note, form.draft.obstacle))
    return KEPT_WHOLE(language) if is_cut else NOTHING


def also_taken(before: Form | None, now: Form, asked: Step | None, language: Language) -> Html:
    """Return what has been taken since `before` besides the answer to `asked` and that of the open question, which
    shows it; empty at the preview, which shows it anyway unless a contradiction is asked about."""
    known = {step: given_answer(before, step, language) for step in FIELD} if before else {}
    shown = (asked, now.draft.step)
    fresh = [step for step in FIELD if step not in shown and given_answer(now, step, language) != known.get(step)]
    lines = [answer_line(now, step, language, 60) for step in fresh if step is not Step.NOTE or now.draft.note]
    if (now.draft.step is Step.PREVIEW and contradiction_in(now) is None) or not any(lines):
        return NOTHING
    return join([labels.TAKEN(language), *lines])


def answer_line(form: FilledDraft, step: Step, language: Language, most: int) -> Html:
    """Return one answer in a line, cut to `most` units; empty if there is none."""
    return labels.labelled(FIELD[step], given_answer(form, step, language, most), language)


def is_same(form: Form, figure: Figure) -> bool:
    """Return whether a doubted figure equals the last one."""
    return form.last_figures.get(figure.indicator) == figure.value


def doubts(form: Form, jumping: Wording, language: Language) -> Html:
    """Return the doubts to be settled first: numbers of one indicator that are unclear; else running totals below what
    was reported before; else figures that may put right the last ones, or equal them, and the others in the sentence
    `jumping`, each with the last one."""
    if form.unclear is not None:
        return _unclear(form.unclear, form.draft.unclear[form.unclear.name], language)
    if below := [each for each in form.doubted if each.indicator in form.draft.below]:
        return join([_below_reported(form, each, language) for each in below])
    late = [each for each in form.doubted if each.indicator in form.correcting]
    same = [each for each in form.doubted if each not in late and is_same(form, each)]
    jumped = [each for each in form.doubted if each not in (*late, *same)]
    told = [FIGURES_SAME(language, figures=figures_text(same, language))] if same else []
    beside = [(words, each) for words, each in ((MAY_CORRECT, late), (jumping, jumped)) if each]
    return join([*told, *(words(language, figures=_beside_last(form, each, language)) for words, each in beside)])


def _unclear(indicator: IndicatorWords, said: Sequence[tuple[str, float | None]], language: Language) -> Html:
    if len(said) == 1:
        return refusal(why_unclear(indicator.name, said, [indicator]), language)
    return WHICH_NUMBER(language, indicator=indicator, words=series([words for words, _ in said], language))


def _below_reported(form: Form, figure: Figure, language: Language) -> Html:
    before, since = form.draft.running[figure.indicator], new_year(form.assignment.today)
    name = figure.english if language == "en" else figure.indicator
    return refusal(TotalBelowReported(name, float(figure.value), float(before), since), language)


def _beside_last(form: Form, figures: Sequence[Figure], language: Language) -> Html:
    last = [measured(each, form.last_figures.get(each.indicator, 0), language) for each in figures]
    now = [figures_text([each], language) for each in figures]
    told = [BEFORE(language, now=each, before=before) for each, before in zip(now, last, strict=True)]
    return Html(clauses(told, language))


def indicator_names(known: Sequence[IndicatorWords], language: Language) -> Html:
    """Return the names of indicators with their units of measure."""
    if language == "en":
        return html(", ".join(each.name_en or each.name for each in known))
    return html("、".join(f"{each.name}（{each.unit}）" for each in known))


def figures_example(known: Sequence[IndicatorWords], language: Language) -> str:
    """Return an example of how to write figures, with the first indicators; empty if there are none."""
    pairs = zip(known[:2], ("12", "30"), strict=False)
    given = [(each, whole if each.kind == "whole" else "350.5") for each, whole in pairs]
    if language == "en":
        return ", ".join(f"{(each.name_en or each.name).split(' (')[0]} {number}" for each, number in given)
    return " ".join(f"{each.name}{number}{each.unit}" for each, number in given)


def stored(done: StoredReport, language: Language, *, name_unit: bool) -> Html:
    """Return the confirmation of a stored report and how the task stands now."""
    now = done.assignment
    line, state = task_line(now, language, name_unit), status_text(now.status, now.percent, language)
    is_told = done.status is Status.SUBMITTED or line.endswith(state)
    return join([labels.SUBMITTED(language), line, NOTHING if is_told else state, review_text([done], language)])


def review_text(stored: Sequence[StoredReport | FullReport], language: Language) -> Html:
    """Return a line that says that the office will review the reports; empty if it need not."""
    statuses = {each.status for each in stored if each.for_review}
    if not statuses:
        return NOTHING
    return (WAITS_FOR_REVIEW if statuses == {Status.SUBMITTED} else REVIEWED)(language)


def already_reported(last: Report | None, draft: Draft, language: Language) -> Html:
    """Return what has been reported since the draft was begun, by a colleague or its author."""
    own = last is not None and last.person_id == draft.person_id
    return join([(YOU_REPORTED if own else ALREADY_REPORTED)(language), last_report(last, language)])


def given_answer(form: FilledDraft, step: Step, language: Language, most: int = 4096) -> Html:
    """Return the draft's answer at a step; empty if it has none, or if the step does not apply."""
    draft = form.draft
    status = draft.status or Status.NOT_STARTED
    match step:
        case Step.STATUS if draft.status:
            return (labels.DONE if status is Status.SUBMITTED else labels.STATUS[status])(language)
        case Step.PERCENT if status in UNDER_WAY and draft.percent is not None:
            return html(f"{draft.percent}%") if draft.percent else NOTHING
        case Step.NOTE if draft.says_unchanged:
            return labels.NO_CHANGE(language)
        case Step.NOTE if draft.note is not None:
            return html(cut(draft.note, most)) or NO_NOTE(language)
        case Step.OBSTACLE if status is Status.BLOCKED:
            return html(cut(draft.obstacle or "", most))
        case Step.FIGURES:
            return figures_text(form.figures, language)
        case Step.EVIDENCE:
            return file_list(form.files, language, most)
    return NOTHING
