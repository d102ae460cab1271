"""Texts of verdicts taken back, for the office and for the unit."""

from collections.abc import Sequence
from datetime import date

from data.errors.reporting import VerdictStands
from data.reporting.reviews import FullReport
from data.standing.standing import Verdict
from handlers.telegram import Html, Language, Sentences, Wording, cut, day_text, series

UNDONE = Wording(
    "已撤销：{unit}的 {code} 重新等待审核。单位如已收到结果，会收到一句说明。",
    "Undone: {unit} {code} is waiting for review again. If the unit was told the verdict, it gets a correction.",
)
SEVERAL_UNDONE = Wording(
    "已撤销：{count} 份填报重新等待审核：{codes}。单位如已收到结果，会收到一句说明。",
    "Undone: {count} reports are waiting for review again: {codes}. Units that were told the verdict get a correction.",
)
LETTER = Wording(
    "<b>{code}</b> {title}：办公室撤销了刚才的审核结果，这份填报重新等待审核。您不用做什么，有结果会再告诉您。",
    "<b>{code}</b> {title}: the office has taken its verdict back, and your report is waiting for review again. You "
    "need not do anything; I will tell you the result.",
)
LAST = Wording(
    "最近一次审核（{time} {by}）：{unit}的 {code}，{verdict}。要撤销吗？",
    "The last verdict ({time}, {by}): {unit} {code}, {verdict}. Undo it?",
)
VERDICT = Wording("审核{unit}的 {code}：{verdict}", "review of {unit} {code}: {verdict}")
WAITS_AGAIN = Wording("{unit}的 {code} 在等待审核", "{unit} {code} is waiting for review")
VERDICTS = {Verdict.ACCEPTED: Wording("通过", "accepted"), Verdict.RETURNED: Wording("退回", "returned")}
NOTHING_TO_UNDO = Wording(
    "一天之内没有可以撤销的审核结果。发 /review 看等待审核的填报。",
    "No verdict from the last day can be undone. /review shows the reports that are waiting.",
)
REPORTED_SINCE = Wording(
    "{code} 之后又有新的填报，刚才的结果不能撤销了；请直接审核新的那份：/review。",
    "There is a newer report on {code}, so the verdict cannot be undone; please review the newer one: /review.",
)
TOO_LATE = Wording(
    "{code} 的审核结果已经过了一天，不能撤销了；需要更正的话，请让单位再报一次。",
    "The verdict on {code} is more than a day old and cannot be undone; please ask the unit to report once more.",
)


def undone(reports: Sequence[FullReport], language: Language) -> Html:
    """Return the confirmation to the office that verdicts were taken back."""
    if len(reports) == 1:
        return UNDONE(language, code=reports[0].code, unit=reports[0].unit)
    codes = cut(series((each.code for each in reports), language), 500)
    return SEVERAL_UNDONE(language, count=len(reports), codes=codes)


def verdict_line(report: FullReport, language: Language) -> Html:
    """Return a verdict in one line; that the report waits if it has none."""
    if report.verdict is None:
        return WAITS_AGAIN(language, unit=report.unit, code=report.code)
    return VERDICT(language, unit=report.unit, code=report.code, verdict=VERDICTS[report.verdict])


def last(report: FullReport, today: date, language: Language) -> Html:
    """Return the last verdict with its time and author, and the question whether to take it back."""
    at = report.decided_at or report.at
    time = f"{day_text(at.date(), language, today)} {at:%H:%M}"
    verdict = VERDICTS[report.verdict or Verdict.ACCEPTED](language)
    return LAST(language, time=time, by=report.decided_by, unit=report.unit, code=report.code, verdict=verdict)


REFUSALS: Sentences = {VerdictStands: lambda error, language: REPORTED_SINCE if error.reported_since else TOO_LATE}
