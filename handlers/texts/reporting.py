"""The questions of a report, its preview, and what is said when it is stored."""

import re
from collections.abc import Iterable, Sequence

from data.attachments import Attachment
from data.drafts import UNDER_WAY, Step
from data.figures import Figure
from data.forms import Form
from data.standing import Status
from data.tasks import Assignment
from data.understanding import IndicatorWords
from handlers.texts import messages as m
from handlers.texts.tasks import last_line, last_report, status_text, task_line, urgency_text
from handlers.texts.wording import Html, Language, Wording, cut, html, join

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
KEEP = Wording("不改", "Keep it")
CLEAR = Wording("清空", "Clear")
TO_PREVIEW = Wording("直接核对", "To the preview")
RESUME_ONE = Wording("继续填报 {code}", "Continue {code}")
RESTART_ONE = Wording("重新填报 {code}", "Start again on {code}")
WRITTEN_NOW = Wording("现在写的是", "Written so far")
STANDS_NOW = Wording("这项任务现在", "The task now")
FROM_COLLEAGUE = Wording("同单位新的填报", "A colleague's newer report")
SKIPPABLE = Wording("没有就点“跳过”。", "Skip it if there is nothing to say.")
REWRITE = Wording("要改请重发，不改请点“不改”。", "Send it anew to change it, or press “Keep it”.")
ADD_FIGURES = Wording(
    "要改哪个数，只重发那一个；不改请点“不改”。", "Send only the figures that change, or press “Keep it”."
)
LATEST_FIGURES = Wording("其中{names}请报最新总数。", "Of {names} please give the latest total.")
MORE_EVIDENCE = Wording("可以继续发图片或文件；发错了点 ✕ 去掉。", "You can send more; press ✕ to take one out again.")
RECEIVED = Wording("已收 {count} 个文件：", "Received ({count}):")
TAKEN_AS_EVIDENCE = Wording("已收作佐证材料：{files}。", "Taken as evidence: {files}.")
NOT_OF_USE = Wording("这里只收文字、图片和文件，请换一种方式发。", "Only text, photos and documents can be taken here.")
PHOTO = Wording("照片", "photo")
PHOTOS = Wording("照片 {count} 张", "{count} photos")
FILE = Wording("{name}（{size}）", "{name} ({size})")
OBSTACLE_NEEDED = Wording(
    "受阻的任务要写明卡在哪里、需要什么支持，办公室才能协调，这一项不能跳过。",
    "This cannot be skipped: the office can only help if it knows what blocks the task and what is needed.",
)
NO_SUCH_ANSWER = Wording(
    "这一步没有“{word}”，请先回答下面的问题。", "There is no “{word}” here; please answer this first."
)
DRAFT_DROPPED = Wording("没填完的这份进展已放下。", "Your unfinished report on it was dropped.")
CORRECTION_DROPPED = Wording("已取消更正，原来的填报不变。", "The correction is cancelled; the report stays as it was.")
UNNAMED = re.compile(r"photo-\d+\.jpg")


def question(form: Form, language: Language, *, name_unit: bool) -> Html:
    """The open question of a report, under the task that it is about."""
    return join(
        [
            heading(form.assignment, language, name_unit),
            _said_before(form, language),
            _written(form, language),
            _asked(form, language),
            answers(form, language) if form.draft.step is Step.PREVIEW else Html(""),
        ]
    )


def heading(assignment: Assignment, language: Language, name_unit: bool) -> Html:
    """Which task a report is on, and for which unit where the person speaks for several."""
    wording = m.REPORTING_FOR if name_unit else m.REPORTING
    return wording(language, code=assignment.code, title=assignment.title, unit=assignment.unit or "")


def answers(form: Form, language: Language) -> Html:
    """The answers given so far, one a line; what was skipped is left out, but for the note."""
    given = [(step, _answer(form, step, language)) for step in FIELD]
    return join([m.CARD_FIELD(language, label=FIELD[step](language), value=value) for step, value in given if value])


def answer(form: Form, step: Step, language: Language) -> Html:
    """One answer in a line; empty where there is none."""
    value = _answer(form, step, language, most=60)
    return m.CARD_FIELD(language, label=FIELD[step](language), value=value) if value else Html("")


def figures_text(figures: Iterable[Figure], language: Language) -> Html:
    """Figures in one line, with their units of measure."""
    if language == "en":
        return html(", ".join(f"{each.english} {each.value:,.10g}" for each in figures))
    return html("，".join(f"{each.indicator} {each.value:,.10g} {each.unit}".rstrip() for each in figures))


def indicator_names(known: Sequence[IndicatorWords], language: Language) -> Html:
    """The names that figures go by, with their units of measure."""
    if language == "en":
        return html(", ".join(each.name_en or each.name for each in known))
    return html("、".join(f"{each.name}（{each.unit}）" for each in known))


def file_list(files: Sequence[Attachment], language: Language) -> Html:
    """The attached files by name and size; photos without a name are counted."""
    unnamed = [each for each in files if _is_unnamed(each)]
    named = [file_text(each, language) for each in files if each not in unnamed]
    if len(unnamed) > 1:
        photos = FILE(language, name=PHOTOS(language, count=len(unnamed)), size=_size(sum(x.size for x in unnamed)))
    else:
        photos = join([file_text(each, language) for each in unnamed])
    return join([photos, *named], ", " if language == "en" else "、")


def file_text(file: Attachment, language: Language) -> Html:
    """One file by name and size."""
    name = PHOTO(language) if _is_unnamed(file) else html(cut(file.name, 40))
    return FILE(language, name=name, size=_size(file.size))


def stored(assignment: Assignment, said: Status, language: Language) -> Html:
    """A report has been stored: how the task stands now."""
    waits = said is Status.SUBMITTED
    state = m.WAITS_FOR_REVIEW(language) if waits else status_text(assignment.status, assignment.percent, language)
    return join([m.SUBMITTED(language), task_line(assignment, language), state])


def other_report(
    assignment: Assignment,
    figures: Iterable[Figure],
    files: Sequence[Attachment],
    language: Language,
    *,
    name_unit: bool,
) -> Html:
    """Somebody else of the unit has reported meanwhile: what they said, and the choice."""
    details = [(Step.FIGURES, figures_text(figures, language)), (Step.EVIDENCE, file_list(files, language))]
    return join(
        [
            heading(assignment, language, name_unit),
            m.ALREADY_REPORTED(language),
            last_report(assignment.last, language),
            *(m.CARD_FIELD(language, label=FIELD[step](language), value=value) for step, value in details if value),
            m.SUBMIT_ANYWAY(language),
        ]
    )


def unfinished(form: Form, other: Assignment, language: Language) -> Html:
    """A report that was begun: what it holds, how its task stands now, and whether to go on with it or with `other`."""
    task, last = form.assignment, form.assignment.last
    newer = last_report(last, language) if last and last.id > (form.draft.seen_report_id or 0) else Html("")
    wording: Wording = m.CONTINUE_OR_RESTART if other.id == task.id else m.CONTINUE_OR_LEAVE
    return join(
        [
            m.UNFINISHED_DRAFT(language, code=task.code, title=task.title),
            answers(form, language),
            m.CARD_FIELD(language, label=STANDS_NOW(language), value=_state(task, language)),
            m.CARD_FIELD(language, label=FROM_COLLEAGUE(language), value=newer) if newer else Html(""),
            wording(language, other=other.code),
        ]
    )


def _state(task: Assignment, language: Language) -> Html:
    """How a task stands and when it is due."""
    urgency = urgency_text(task, language)
    said = urgency == m.STATUS[task.status](language)
    return join([status_text(task.status, task.percent, language), Html("") if said else urgency], " · ")


def _answer(form: Form, step: Step, language: Language, most: int = 4096) -> Html:
    """What a draft holds for a question; empty where it holds nothing, or where the question is not its own."""
    draft = form.draft
    status = draft.status or Status.NOT_STARTED
    match step:
        case Step.STATUS if draft.status:
            return (m.DONE if status is Status.SUBMITTED else m.STATUS[status])(language)
        case Step.PERCENT if status in UNDER_WAY and draft.percent is not None:
            return html(f"{draft.percent}%") if draft.percent or status is Status.IN_PROGRESS else Html("")
        case Step.NOTE if draft.note is not None:
            return html(cut(draft.note, most)) or m.NO_NOTE(language)
        case Step.OBSTACLE if status is Status.BLOCKED:
            return html(cut(draft.obstacle or "", most))
        case Step.FIGURES:
            return figures_text(form.figures, language)
        case Step.EVIDENCE:
            return file_list(form.files, language)
    return Html("")


def _said_before(form: Form, language: Language) -> Html:
    """What the last report said on what is being asked; in the preview, who gave it and how it stood."""
    last = form.assignment.last
    if last is None:
        return Html("")
    draft = form.draft
    said = {
        Step.STATUS: last_report(last, language),
        Step.NOTE: html(cut(last.note, 500)) if last.note != draft.note else Html(""),
        Step.OBSTACLE: html(cut(last.obstacle, 500)) if last.obstacle != draft.obstacle else Html(""),
        Step.PREVIEW: last_line(last, language),
    }.get(draft.step)
    return m.CARD_FIELD(language, label=m.LAST_REPORT(language), value=said) if said else Html("")


def _written(form: Form, language: Language) -> Html:
    """What the draft itself holds already for what is being asked."""
    if not form.has_answer:
        return Html("")
    if form.draft.step is Step.EVIDENCE:
        lines = [Html(f"{number}. {file_text(each, language)}") for number, each in enumerate(form.files, 1)]
        return join([RECEIVED(language, count=len(lines)), *lines])
    return m.CARD_FIELD(language, label=WRITTEN_NOW(language), value=_answer(form, form.draft.step, language))


def _asked(form: Form, language: Language) -> Html:
    step = form.draft.step
    if form.doubted and step is Step.FIGURES:
        return m.FIGURES_DOUBTED(language, figures=figures_text(form.doubted, language))
    if form.files and step is Step.EVIDENCE:
        return MORE_EVIDENCE(language)
    between = " " if language == "en" else ""
    return join([QUESTION[step](language), _latest(form, language), _hint(form, language)], between)


def _latest(form: Form, language: Language) -> Html:
    """Which figures are no counts of what is new."""
    latest = [each for each in form.indicators if each.total == "latest"]
    if not latest or form.draft.step is not Step.FIGURES:
        return Html("")
    return LATEST_FIGURES(language, names=indicator_names(latest, language))


def _hint(form: Form, language: Language) -> Html:
    match form.draft.step:
        case Step.FIGURES if form.has_answer:
            return ADD_FIGURES(language)
        case Step.PERCENT | Step.NOTE | Step.OBSTACLE if form.has_answer:
            return REWRITE(language)
        case Step.NOTE | Step.FIGURES:
            return SKIPPABLE(language)
    return Html("")


def _is_unnamed(file: Attachment) -> bool:
    return file.kind == "photo" and UNNAMED.fullmatch(file.name) is not None


def _size(size: int) -> str:
    return f"{size / 1_048_576:.1f} MB" if size >= 1_048_576 else f"{max(1, size // 1024)} KB"
