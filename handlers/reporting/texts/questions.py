"""Texts of the questions of a report, and of evidence sent at other times."""

from data.reporting.drafts import UNDER_WAY, Step
from data.reporting.forms import Contradiction, Form, added_up
from data.reporting.urgency import is_marked_urgent
from data.steps.steps import Suggestion
from handlers.reporting.counted_figures import CountedNumbers
from handlers.reporting.texts import report
from handlers.reporting.texts.figures import counted_text
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels
from handlers.wording.report_lines import figures_text, file_text, last_line, last_report, some_of
from handlers.wording.task_lines import RETURNED_WHY

TASK = Wording("任务", "Task")
WAITS = Wording("“{said}”还没说是哪一项的进展", "It is not clear yet which task “{said}” is about")
WORDS_SO_FAR = Wording("一并记下了：“{said}”。", "Noted together: “{said}”.")


TEXT_ONLY = Wording(
    "请发文字；图片、文件和语音这里用不上。",
    "Please send text; pictures, files and voice messages cannot be used here.",
)
WHICH_STATUS = Wording("现在是什么状态？", "How does it stand?")
WHICH_PERCENT = Wording(
    "完成了百分之几？请点按钮，或发 0 到 100 的整数。", "How many percent? Press, or send a number from 0 to 100."
)
WHETHER_DONE = Wording("100%：是已完成，还是仍在进行中？", "100%: is it done, or still in progress?")
LESS_THAN_LAST = Wording(
    "这次是 {now}%，比上次报的 {before}% 低。没写错吧？",
    "This time it is {now} %, less than the {before} % reported before. Is that right?",
)
MORE_THAN_LAST = Wording(
    "上次报的是 {before}%。现在是到 {total}%，还是到 {now}%？",
    "{before} % were reported before. Is it at {total} % now, or at {now} %?",
)
PERCENT_NOW = Wording("到 {percent}%", "At {percent}%")
PERCENT_RIGHT = Wording("{percent}% 没错", "{percent}% is right")
ANOTHER_PERCENT = Wording("改一下", "Change it")
DONE_OR_NOT = Wording(
    "状态选的是“已完成”，情况里又说还在做。现在算哪一种？",
    "You chose “Done”, but the note says that the work goes on. Which is it?",
)
WHICH_NOTE = Wording("做了哪些工作？请用一两句话说明。", "What was done? One or two sentences, please.")
BY_STEPS = Wording("按步骤 {done}/{all}：{percent}%", "By steps {done}/{all}: {percent}%")
STEPS_DONE = Wording("已完成的步骤", "Steps done")
USE_STEPS = Wording("用已完成的步骤", "Use the steps done")
WHICH_OBSTACLE = Wording(
    "卡在哪里、需要什么支持？请用一两句话说明。",
    "What blocks it, and what is needed? Please say so in a sentence or two.",
)
WHICH_FIGURES = Wording(
    "本期有统计数据吗？只报新增、不报累计，一行写完[，例如：{example}]。",
    "Any new figures since the last report (not running totals)? One line will do[, such as: {example}].",
)
FIGURES_DOUBTED = Wording(
    "这些数与上次相差十倍以上：{figures}。没错请点“就是这样”，有误请重发这几个数。",
    "These differ from the last ones by a factor of ten or more: {figures}. Press “They are right”, or send them "
    "again.",
)
NEW_ONES = Wording("新增", "New ones")
REPORT_LATER = Wording("先不报", "Leave it out")
SAME_ONES = Wording("同一批", "The same ones")
SUM = Wording("合计 {number}", "{number} together")
THEN_PREVIEW = Wording("，直接核对", ", to the preview")
WHICH_EVIDENCE = Wording(
    "有佐证材料吗？可以发图片或文件（每个不超过 20 MB），不发也行。",
    "Any evidence? Send photos or documents of up to 20 MB each, or none.",
)
EVIDENCE_ONLY = Wording(
    "佐证材料只收图片和文件，请改发图片或文件，或点按钮继续。",
    "Only photos and documents can be taken as evidence. Please send one, or go on with the button.",
)
EVIDENCE_NOT_NOW = Wording(
    "这是哪一项的佐证材料？{files}先留着，会收进您接下来填的那一份。"
    "请先点“报进展”选任务，或者直接发编号和进展，例如：2-3 完成80%；补给已办结的，发它的编号。",
    "Which task is this evidence for? Kept: {files}; it goes into the next report that you begin. Press “Report "
    "progress” and choose the task, or send its code and how it stands, for example: 2-3 80%; for a closed "
    "task, send its code.",
)
ADDED_LATE = Wording(
    "{code} 已办结，材料补进了通过的那份填报：{files}。填报的内容不变。",
    "{code} is closed; the evidence was added to the accepted report: {files}. What was reported stays as it is.",
)
ADD_TO = Wording("补给 {code}", "Add it to {code}")
AS_INFORMATION = Wording("作为工作信息报送", "Send it as work information")
NOTE_TAKEN = Wording("说明已记作情况：{note}", "The caption was taken as the note: {note}")

WRITTEN_NOW = Wording("现在写的是", "Written so far")
SKIPPABLE = Wording("没有就点“跳过”。", "Skip it if there is nothing to say.")
REWRITE = Wording("要改请重发，不改请点“不改”。", "To change it, send it again; or press “Keep it”.")
ADD_FIGURES = Wording(
    "要改哪个数，只重发那一个；不改请点“不改”。", "Send only the figures that change, or press “Keep it”."
)
LATEST_FIGURES = Wording("其中{names}请报最新总数。", "For {names}, please give the latest total.")
MORE_EVIDENCE = Wording("可以继续发图片或文件；发错了点 ✕ 去掉。", "You can send more; press ✕ to remove one.")
RECEIVED = Wording("已收 {count} 个文件：", "Received ({count}):")
TAKEN_AS_EVIDENCE = Wording("已收作佐证材料，还没提交：{files}。", "Taken as evidence, not submitted yet: {files}.")
NOT_OF_USE = Wording("这里只收文字、图片和文件，请换一种方式发。", "Only text, photos and documents can be used here.")
URGENT = Wording("标了“急”，提交后马上告诉办公室。", "Marked urgent: the office is told at once.")
QUESTION = {
    Step.STATUS: WHICH_STATUS,
    Step.PERCENT: WHICH_PERCENT,
    Step.NOTE: WHICH_NOTE,
    Step.OBSTACLE: WHICH_OBSTACLE,
    Step.FIGURES: WHICH_FIGURES,
    Step.EVIDENCE: WHICH_EVIDENCE,
    Step.PREVIEW: labels.CHECK,
}


def question(
    form: Form,
    language: Language,
    *,
    name_unit: bool,
    most: int = 4096,
    counts: CountedNumbers | None = None,
    steps: Suggestion | None = None,
) -> Html:
    """Return the open question below its task, with long texts cut to `most` units. The note's question shows what the
    `steps` of the task suggest, and the preview which numbers of the note count (`counts`)."""
    return join(
        [
            report.heading(form.assignment, language, name_unit),
            _said_before(form, language),
            _why_returned(form, language),
            _written(form, language, most),
            _suggested(form, steps, language),
            _asked(form, language),
            report.answers(form, language, most) if form.draft.step is Step.PREVIEW else NOTHING,
            counted_text(form.figures, counts, language) if counts else NOTHING,
            urgent(form, language),
        ]
    )


def urgent(form: Form, language: Language) -> Html:
    """Return the line of an urgent report's preview that the office hears of it at once; empty for others."""
    draft = form.draft
    is_urgent = draft.step is Step.PREVIEW and is_marked_urgent(draft.status, draft.obstacle, draft.note)
    return URGENT(language) if is_urgent else NOTHING


def contradiction_text(found: Contradiction, form: Form, language: Language) -> Html:
    """Return the question about a contradiction."""
    match found:
        case Contradiction.HUNDRED:
            return WHETHER_DONE(language)
        case Contradiction.LESS:
            numbers = {"before": form.assignment.percent, "now": form.draft.percent or 0}
            total = added_up(form)
            return MORE_THAN_LAST(language, total=total, **numbers) if total else LESS_THAN_LAST(language, **numbers)
        case Contradiction.GOING_ON:
            return DONE_OR_NOT(language)


def _said_before(form: Form, language: Language) -> Html:
    """Return what the last report said on the question; at the preview, its author and status."""
    last = form.assignment.last
    if last is None:
        return NOTHING
    draft = form.draft
    said = {
        Step.STATUS: last_report(last, language),
        Step.PERCENT: last_line(last, language) if last.status in UNDER_WAY else NOTHING,
        Step.NOTE: html(cut(last.note, 500)) if last.note != draft.note else NOTHING,
        Step.OBSTACLE: html(cut(last.obstacle, 500)) if last.obstacle != draft.obstacle else NOTHING,
        Step.PREVIEW: last_line(last, language),
    }.get(draft.step)
    return labels.labelled(labels.LAST_REPORT, said or "", language)


def _suggested(form: Form, steps: Suggestion | None, language: Language) -> Html:
    """Return the steps done since the last report; empty except at the note."""
    if steps is None or not steps.note or form.draft.step is not Step.NOTE or steps.note == form.draft.note:
        return NOTHING
    return labels.labelled(STEPS_DONE, cut(steps.note, 500), language)


def _why_returned(form: Form, language: Language) -> Html:
    """Return why the office returned the last report; empty except at the preview."""
    last = form.assignment.last
    if last is None or last.returned is None or form.draft.step is not Step.PREVIEW:
        return NOTHING
    return labels.labelled(RETURNED_WHY, cut(last.returned, 500), language)


def _written(form: Form, language: Language, most: int) -> Html:
    if not form.has_answer:
        return NOTHING
    if form.draft.step is Step.EVIDENCE:
        lines = [Html(f"{number}. {file_text(each, language)}") for number, each in enumerate(form.files, 1)]
        return join([RECEIVED(language, count=len(lines)), *some_of(lines, language, most)])
    if form.draft.step is Step.FIGURES:
        value = figures_text([each for each in form.figures if each not in form.doubted], language)
        return labels.labelled(WRITTEN_NOW, value, language)
    value = report.given_answer(form, form.draft.step, language, most)
    hint = report.stored_whole_hint(form, language, most) if form.draft.step in (Step.NOTE, Step.OBSTACLE) else NOTHING
    return join([labels.CARD_FIELD(language, label=WRITTEN_NOW, value=value), hint])


def _asked(form: Form, language: Language) -> Html:
    step = form.draft.step
    if (form.doubted or form.unclear) and step is Step.FIGURES:
        return report.doubts(form, FIGURES_DOUBTED, language)
    if form.files and step is Step.EVIDENCE:
        return MORE_EVIDENCE(language)
    asked = QUESTION[step](language, example=report.figures_example(form.indicators, language))
    return join([asked, _latest(form, language), _hint(form, language)], " " if language == "en" else "")


def _latest(form: Form, language: Language) -> Html:
    """Return which figures are asked for as latest totals instead of new counts."""
    latest = [each for each in form.indicators if each.total == "latest"]
    if not latest or form.draft.step is not Step.FIGURES:
        return NOTHING
    return LATEST_FIGURES(language, names=report.indicator_names(latest, language))


def _hint(form: Form, language: Language) -> Html:
    match form.draft.step:
        case Step.FIGURES if form.has_answer:
            return ADD_FIGURES(language)
        case Step.PERCENT | Step.NOTE | Step.OBSTACLE if form.has_answer:
            return REWRITE(language)
        case Step.NOTE | Step.FIGURES:
            return SKIPPABLE(language)
    return NOTHING
