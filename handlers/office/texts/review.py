"""Texts of reports as reviewers see them, and of verdicts as units read them."""

from collections.abc import Sequence
from datetime import date, datetime

from data.reporting.reviews import FullReport
from data.standing.reports import Report
from data.standing.standing import Status, Verdict
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, deadline_text, html, join, labels, series
from handlers.wording.report_lines import UNCHANGED, author_text, figures_text, file_list, reported_status_text

NEWEST_REPORT = Wording(
    "您最近的一份填报：<b>{code}</b> {title}[（{unit}）]", "Your latest report: <b>{code}</b> {title}[ ({unit})]"
)
REVIEW_HEAD = Wording(
    "请审核：{unit} {by} 报 <b>{code}</b> {title}", "Please review: {unit}, {by}, on <b>{code}</b> {title}"
)
DELIVERABLE = Wording("应有成果", "Deliverable")
REPORTED_AT = Wording("填报时间", "Reported")
BEFORE = Wording("上一份", "Report before")
FIRST_REPORT = Wording("没有，这是第一份", "none, this is the first")
NO_FILES = Wording("无", "none")
RETURNED_FOR = Wording("（已退回：{reason}）", "(returned: {reason})")
OFFICE_SAYS = Wording("办公室：{words}", "The office: {words}")
ACCEPT_WITH = Wording("通过并留言", "Accept with a word")
WORDS = Wording("留言", "Word")
WHICH_WORDS = Wording(
    "通过 {code}，想对{unit}说什么？写一句肯定或建议；不写就跳过。",
    "Accept {code}: what would you like to say to {unit}? Write some praise or advice, or skip it.",
)
ALL_OF = {
    Verdict.ACCEPTED: Wording("下面 {count} 份填报都通过：", "These {count} reports will be accepted:"),
    Verdict.RETURNED: Wording("下面 {count} 份填报都退回：", "These {count} reports will be returned:"),
}
ONE_OF_ALL = Wording("<b>{code}</b> {title}（{unit}）：{state}", "<b>{code}</b> {title} ({unit}): {state}")
WITH_WORDS = {
    Verdict.ACCEPTED: Wording("留言：{words}", "With: {words}"),
    Verdict.RETURNED: Wording("原因：{words}", "Because: {words}"),
}
PRESS = Wording("没问题请点“{press}”。", "Press “{press}” if that is right.")
ALL_ACCEPTED = Wording("已通过 ✓ 共 {count} 份：{code}", "Accepted ✓ {count}: {code}")
ACCEPT_WAITS = Wording("{code} 还没通过", "{code} is not accepted yet")
WHICH_REPORT = Wording(
    "哪一份？请点一份看，再点通过或退回。", "Which one? Press one to look at it, then accept or return it."
)
WHICH_TO_RETURN = Wording(
    "退回哪一份？请点一份，或连原因一起写，例如：第一份，缺总结。",
    "Which one is to be returned? Press one, or write it with the reason, for example: the first one, no summary.",
)
OTHER_NUMBER = Wording(
    "现在有 {count} 份填报在等审核。请点一份看，再通过或退回。",
    "Reports waiting for review: {count}. Press one to look at it, then accept or return it.",
)
OF_UNIT = Wording("{code} {unit}", "{code} {unit}")
NONE_OF_TASK = Wording(
    "{code} 没有等待审核的填报。发 /review 看等待审核的。",
    "No report on {code} is waiting for review. /review shows those that are.",
)
NEED_NO_REVIEW = Wording(
    "{code} 的填报不用审核，没有退回；可以请单位补充：",
    "A report on {code} needs no review and is not returned; its unit can be asked to complete it:",
)
NONE_OF_UNIT = Wording(
    "{unit}没有等待审核的填报。发 /review 看等待审核的。",
    "No report of {unit} is waiting for review. /review shows those that are.",
)
HANDED_IN = Wording(
    "{by} 刚刚提交了 <b>{code}</b> {title}：{state}。您也在填这一项，写的都还留着："
    "要补充发“继续填报”，不用再报发“取消”。",
    "{by} has just reported on <b>{code}</b> {title}: {state}. Your own unfinished report on it is kept: send "
    "“continue” to add to it, or “cancel”.",
)
REPORTED_FOR = Wording(
    "{by} 替您单位报了 <b>{code}</b> {title}：{state}。不对就直接说，例如：{code} 应该是60%。",
    "{by} has reported for your unit on <b>{code}</b> {title}: {state}. If it is not right, just say so: {code} should "
    "be 60%.",
)
RETURN_REASON = Wording(
    "退回 {code} 的原因是什么？请写一两句话。", "Why is {code} returned? One or two sentences, please."
)
RETURN_WAITS = Wording("退回 {code} 的原因还没发出", "The reason for returning {code} is not sent yet")
REVIEW_ACCEPTED = Wording("已通过 ✓ {unit}的 {code} 办结。", "Accepted ✓ {unit} {code} is closed.")
REVIEW_ACCEPTED_AS = Wording("已通过 ✓ {unit}的 {code}：{state}。", "Accepted ✓ {unit} {code}: {state}.")
NOTHING_WAITS = Wording("现在没有要审核的填报，也没有要答复的延期申请。", "Nothing is waiting for review or an answer.")
NO_REQUEST_OF = Wording(
    "{named}没有要答复的延期申请。发 /review 看等着的。",
    "No request for more time from {named} is waiting for an answer. /review shows what is waiting.",
)
NO_REQUESTS = Wording(
    "没有延期申请在等答复。发“哪些延期了”看已同意的，发 /review 看要审核的填报。",
    "No request for more time is waiting for an answer. To see those granted, send “which tasks were extended”; "
    "/review shows the reports that wait.",
)
NEWCOMERS_WAIT = Wording(
    "有 {count} 人想登记，等您同意：发“谁在等我同意”。",
    "{count} wait for your consent to join: send “who is waiting for me”.",
)
NOTHING_OF = Wording(
    "{named}没有要审核的填报，也没有要答复的延期申请。发 /review 看等着的。",
    "Nothing from {named} is waiting for review or an answer. /review shows what is waiting.",
)
WAITING = Wording(
    "[等待审核的填报 {reports} 份。][等待答复的延期申请 {requests} 份。]",
    "[Reports waiting for review: {reports}. ][Requests for more time waiting for an answer: {requests}.]",
)
REVIEW_RETURNED = Wording("已退回 {code}，{unit}会收到原因。", "Returned {code}; {unit} will be told why.")
ACCEPTED = Wording("<b>{code}</b> {title}已通过审核，办结。", "<b>{code}</b> {title} was accepted and is closed.")
ACCEPTED_AS = Wording(
    "<b>{code}</b> {title}的填报已通过审核：{state}。", "The report on <b>{code}</b> {title} was accepted: {state}."
)
RETURNED = Wording(
    "<b>{code}</b> {title}，请补充后再报一次：{reason}",
    "Please complete your report on <b>{code}</b> {title} and submit it again: {reason}",
)

MOST_SHOWN = 30


def review_card(report: FullReport, language: Language) -> Html:
    """Return the card of a report to review, with the deliverable, the deadline and the report before it."""
    deadline = deadline_text(report.deadline_text, report.deadline, report.due, language)
    fields = [
        (DELIVERABLE, html(cut(report.deliverable, 300))),
        (labels.FIELD_DEADLINE, deadline),
        (REPORTED_AT, html(_moment(report.at, language))),
        (labels.FIELD_STATUS, _state(report, language)),
        (labels.FIELD_NOTE, html(cut(report.note, 1500))),
        (labels.FIELD_OBSTACLE, html(cut(report.obstacle, 1000))),
        (labels.FIELD_FIGURES, figures_text(report.figures, language)),
        (labels.FIELD_EVIDENCE, file_list(report.files, language) or NO_FILES(language)),
        (BEFORE, _before(report.before, language)),
    ]
    by = author_text(report.by, report.on_behalf_of, language)
    head = REVIEW_HEAD(language, unit=report.unit, by=by, code=report.code, title=report.title)
    return join([head, *labels.all_labelled(fields, language)])


def _before(before: Report | None, language: Language) -> Html:
    if before is None:
        return FIRST_REPORT(language)
    status = reported_status_text(before.status, before.percent, language)
    said = join([html(_moment(before.at, language)), status], " ")
    back = NOTHING if before.returned is None else RETURNED_FOR(language, reason=cut(before.returned, 200))
    return join([join([said, html(cut(before.note, 200))], " · "), back])


def _moment(at: datetime, language: Language) -> str:
    return f"{day_text(at.date(), language)} {at:%H:%M}"


def newest(report: FullReport, language: Language, today: date, *, name_unit: bool) -> Html:
    """Return the newest report of somebody who wants to withdraw one."""
    state, unit = _state(report, language), report.unit if name_unit else None
    head = NEWEST_REPORT(language, code=report.code, title=report.title, unit=unit)
    told = join([html(day_text(report.at.date(), language, today)), state], " · ")
    return join([head, told, html(cut(report.note, 500))])


def of_reports(wording: Wording, reports: Sequence[FullReport], language: Language) -> Html:
    """Return a sentence with the tasks of one report or several, and their units."""
    codes = cut(series((each.code for each in reports), language), 500)
    units = cut(series(dict.fromkeys(each.unit for each in reports), language), 500)
    return wording(language, count=len(reports), code=codes, unit=units)


def judged(reports: Sequence[FullReport], verdict: Verdict, language: Language) -> Html:
    """Return the confirmation to the coordinator that a verdict on reports was given."""
    if verdict is Verdict.RETURNED or len(reports) != 1:
        return of_reports(ALL_ACCEPTED if verdict is Verdict.ACCEPTED else REVIEW_RETURNED, reports, language)
    [report] = reports
    wording = REVIEW_ACCEPTED if report.status is Status.SUBMITTED else REVIEW_ACCEPTED_AS
    return wording(language, code=report.code, unit=report.unit, state=_in_short(report, language))


def waiting_counts(reports: int, requests: int, language: Language) -> Html:
    """Return how many reports and extension requests wait."""
    if not reports and not requests:
        return NOTHING_WAITS(language)
    return WAITING(language, reports=reports or "", requests=requests or "")


def handed_in(report: FullReport, language: Language, *, for_the_unit: bool = False) -> Html:
    """Return the message that somebody has submitted a report that the reader was writing, too, or that the office has
    made one `for_the_unit` of the reader."""
    by = author_text(report.by, "" if for_the_unit else report.on_behalf_of, language)
    title, state = cut(report.title.said_in(language), 40), _in_short(report, language)
    wording = REPORTED_FOR if for_the_unit else HANDED_IN
    return wording(language, by=by, code=report.code, title=title, state=state)


def to_judge(reports: Sequence[FullReport], verdict: Verdict, words: str, press: Wording, language: Language) -> Html:
    """Return the preview of several reports that get the same verdict, with the `words` to their units."""

    def line(each: FullReport) -> Html:
        title = cut(each.title.said_in(language), 30)
        return ONE_OF_ALL(language, code=each.code, title=title, unit=each.unit, state=_in_short(each, language))

    return join(
        [
            ALL_OF[verdict](language, count=len(reports)),
            *labels.some_lines(reports, line, MOST_SHOWN, language),
            WITH_WORDS[verdict](language, words=cut(words, 500)) if words else NOTHING,
            PRESS(language, press=press(language)),
        ]
    )


def verdict_text(report: FullReport, language: Language) -> Html:
    """Return the verdict as the unit reads it: accepted, or returned with the reason and what to do."""
    if report.verdict is Verdict.ACCEPTED:
        state = _in_short(report, language)
        wording = ACCEPTED if report.status is Status.SUBMITTED else ACCEPTED_AS
        words = OFFICE_SAYS(language, words=cut(report.reason, 1000)) if report.reason else NOTHING
        return join([wording(language, code=report.code, title=report.title, state=state), words])
    return RETURNED(language, code=report.code, title=report.title, reason=cut(report.reason, 1500))


def _in_short(report: FullReport, language: Language) -> Html:
    return UNCHANGED(language) if report.unchanged else reported_status_text(report.status, report.percent, language)


def _state(report: FullReport, language: Language) -> Html:
    said = reported_status_text(report.status, report.percent, language)
    return join([said, UNCHANGED(language) if report.unchanged else NOTHING], " · ")
