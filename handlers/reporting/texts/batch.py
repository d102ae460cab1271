"""Texts of several reports checked together, and of unsubmitted reports."""

from collections.abc import Sequence

from data.errors import Refusal
from data.reporting.drafts import Step
from data.reporting.forms import Form, contradiction_in
from data.reporting.reviews import FullReport
from handlers.reporting.texts.questions import contradiction_text
from handlers.reporting.texts.report import FIELD, doubts, review_text
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, refusal
from handlers.wording.report_lines import reported_status_text

SUBMIT_ALL = Wording("全部提交", "Submit all")
ONLY_THIS_PAGE = Wording(
    "只读到这一页的任务；别的页上还有 {count} 项，请翻到那一页再说一遍。",
    "These are the tasks on this page only; for the {count} on other pages, please turn to the page and say it again.",
)
SUBMIT_ONE = Wording("提交 {code}", "Submit {code}")
ANYWAY_ONE = Wording("仍然提交 {code}", "Submit {code} all the same")
LEAVE_OUT = Wording("只去掉 {code}", "Only leave out {code}")
LEFT_OUT = Wording("已去掉：{codes}。", "Left out: {codes}.")
MORE_SAID = Wording(
    "“{said}”改好了，别的话没写进情况；要补充，请写编号和“情况：……”。",
    "“{said}”: changed; nothing else of it was added to the note. To add something, send the code and “note: …”.",
)
FILES_FOR_WHICH = Wording("{files}给哪一项？", "Which report is this for: {files}?")
FILES_FOR_ONE = Wording("材料给 {code}", "Files for {code}")
FILES_FOR_ALL = Wording("材料每项都给", "Files for each")
FILES_LEFT = Wording(
    "没有收进去，还留着：{files}。要补给哪一项，点它的“更正”。",
    "Still kept, and in none of them: {files}. To add it to one, press its “Correct”.",
)
EDIT_ONE = Wording("修改 {code}", "Change {code}")
COMPLETE_ONE = Wording("补充 {code}", "Complete {code}")
WITHDRAW_ONE = Wording("撤回 {code}", "Withdraw {code}")
CORRECT_ONE = Wording("更正 {code}", "Correct {code}")
SEVERAL = Wording(
    "读到 {count} 条，请核对，可一起或逐条提交：",
    "{count} reports read. Please check, then submit all of them or one by one:",
)
REMAINING = Wording("还有 {count} 条没提交：", "Not submitted yet ({count}):")
REFUSED_LINE = Wording("“{line}”：{why}", "“{line}”: {why}")
UNCLEAR = Wording("没看懂这几行，请另发：", "These lines were not understood; please send them again:")
DONE_ONE = Wording("<b>{code}</b> {title} · {state}", "<b>{code}</b> {title} · {state}")
DONE_WITHDRAWN = Wording("<b>{code}</b> {title} · 已撤回", "<b>{code}</b> {title} · withdrawn")
DONE_CORRECTED = Wording("<b>{code}</b> {title} · 已更正", "<b>{code}</b> {title} · corrected")
NO_LONGER = Wording("<b>{code}</b>：{why}", "<b>{code}</b>: {why}")
NONE_COMPLETE = Wording(
    "{codes} 还没填全，没有提交。请补上差的，例如“{first} 60%”；进度不好估就发“跳过”。",
    "Not complete yet, so nothing was submitted: {codes}. Please give what is missing, such as “{first} 60%”; “skip” "
    "leaves percentages as they were.",
)
MISSING = Wording("还差“{field}”。", "“{field}” is missing.")
NO_PERCENT = Wording("还差“{field}”，不好估就发“跳过”。", "“{field}” is missing; if it is hard to tell, send “skip”.")
DOUBTED = Wording(
    "这些数与上次相差十倍以上，请核对：{figures}。",
    "These differ from the last ones by a factor of ten or more; please check: {figures}.",
)
MERGED = Wording("{codes} 分几处写的，已合成一份。", "What was said of {codes} in several places is one report.")
CHANGED_PLACES = Wording(
    "{codes} 已报的内容对调如下，提交后替换原来的；不对就点“取消”。",
    "What was reported on {codes} has changed places below; once submitted, it replaces the old reports. If that is "
    "not right, press “Cancel”.",
)
NOT_TAKEN = Wording(
    "“{said}”没有写进去。要改请写编号和“改成80%”；不报的写编号和“不要了”；都对就发“可以”。",
    "“{said}” was not added. To change one, send its code and “is 80%”; to leave one out, “drop” and its code; if all "
    "are right, send “ok”.",
)
WHICH_OF_ALL = Wording(
    "刚才一起报了这几项，要改或撤回哪一项？请点按钮，或写上编号，如“{code} 应该是70”。",
    "These were reported together. Which one should be changed or withdrawn? Press a button, or name its code, such "
    "as “{code} should be 70”.",
)
TO_WITHDRAW = Wording("这 {count} 份填报都撤回吗？", "Withdraw these {count} reports?")
WAITS = Wording("还有 {count} 条没提交：{codes}", "Not submitted ({count}): {codes}")
CANCEL_QUESTION = Wording(
    "真的取消吗？这几条没提交的内容不会保留：{codes}。", "Really cancel? These will not be kept: {codes}."
)
GIVEN_UP = Wording("其余的已取消，没有提交。", "The others were cancelled and not submitted.")


def done(stored: Sequence[FullReport], language: Language) -> Html:
    """Return the stored reports, one a line."""
    review = review_text([each for each in stored if not each.final], language)
    return join([labels.SUBMITTED(language), lines(stored, language), review]) if stored else NOTHING


def lines(stored: Sequence[FullReport], language: Language) -> Html:
    """Return how each stored report stands, one a line."""
    return join([_done_line(each, language) for each in stored])


def to_withdraw(reports: Sequence[FullReport], language: Language) -> Html:
    """Return the question whether to withdraw several reports together."""
    return join([TO_WITHDRAW(language, count=len(reports)), *(_stands(each, language) for each in reports)])


def unclear(lines: Sequence[tuple[str, Refusal | None]], language: Language) -> Html:
    """Return the lines that are no report: those refused, with the reason, then those not understood."""
    told = [
        REFUSED_LINE(language, line=cut(line, 200), why=refusal(why, language))
        for line, why in lines
        if why is not None
    ]
    rest = [html(cut(line, 200)) for line, why in lines if why is None]
    return join([*told, *([UNCLEAR(language), *rest] if rest else [])])


def _done_line(done: FullReport, language: Language) -> Html:
    if done.withdrawn_at or done.corrected:
        wording = DONE_WITHDRAWN if done.withdrawn_at else DONE_CORRECTED
        return wording(language, code=done.code, title=cut(done.title.said_in(language), 40))
    return _stands(done, language)


def _stands(report: FullReport, language: Language) -> Html:
    state = reported_status_text(report.status, report.percent, language)
    return DONE_ONE(language, code=report.code, title=cut(report.title.said_in(language), 40), state=state)


def missing(form: Form, language: Language) -> Html:
    """Return what one of several reports still needs: an answer, or that a doubt or contradiction is settled."""
    step = form.draft.step
    if step is Step.PREVIEW:
        found = contradiction_in(form)
        return contradiction_text(found, form, language) if found else NOTHING
    if step is Step.FIGURES and (form.doubted or form.unclear):
        return doubts(form, DOUBTED, language)
    return (NO_PERCENT if step is Step.PERCENT else MISSING)(language, field=FIELD[step](language))
