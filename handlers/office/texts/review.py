"""A report as a reviewer sees it, and what the unit hears of the review."""

from dataclasses import replace
from datetime import date

from data.office.reviews import Reviewed
from data.standing.standing import Status, Verdict
from handlers.telegram import labels
from handlers.telegram.days import day_text
from handlers.telegram.names import who
from handlers.telegram.report_lines import UNCHANGED, figures_text, file_list, said_text
from handlers.telegram.wording import Html, Language, Wording, cut, html, join

NEWEST_REPORT = Wording("您最近的一份填报：<b>{code}</b> {title}", "Your latest report: <b>{code}</b> {title}")
NEWEST_REPORT_FOR = Wording(
    "您最近的一份填报：<b>{code}</b> {title}（{unit}）", "Your latest report: <b>{code}</b> {title} ({unit})"
)
REVIEW_HEAD = Wording(
    "请审核：{unit} {by} 报 <b>{code}</b> {title}", "Please review: {unit}, {by}, on <b>{code}</b> {title}"
)
RETURN_REASON = Wording(
    "退回 {code} 的原因是什么？请写一两句话。", "Why is {code} returned? One or two sentences, please."
)
RETURN_WAITS = Wording(
    "退回 {code} 的原因还没写，点“继续”接着写。", "The reason for returning {code} is still open; press “Go on”."
)
RETURN_NOT_SENT = Wording(
    "退回 {code} 的原因还没发出，点“继续”核对。", "The reason for returning {code} is not sent yet; press “Go on”."
)
REVIEW_ACCEPTED = Wording("已通过 ✓ {unit}的 {code} 办结。", "Accepted ✓ {unit} {code} is closed.")
REVIEW_ACCEPTED_AS = Wording("已通过 ✓ {unit}的 {code}：{state}。", "Accepted ✓ {unit} {code}: {state}.")
NOTHING_WAITS = Wording("现在没有要审核的填报，也没有要答复的延期申请。", "Nothing waits for review or for an answer.")
REPORTS_WAIT = Wording("共 {count} 份填报等待审核。", "Reports that wait for review: {count}.")
REQUESTS_WAIT = Wording("共 {count} 份延期申请等待答复。", "Requests for more time that wait: {count}.")
REVIEW_RETURNED = Wording("已退回 {code}，{unit}会收到原因。", "Returned {code}; {unit} hears why.")
ACCEPTED = Wording("<b>{code}</b> {title}已通过审核，办结。", "<b>{code}</b> {title} was accepted and is closed.")
ACCEPTED_AS = Wording(
    "<b>{code}</b> {title}的填报已通过审核：{state}。", "The report on <b>{code}</b> {title} was accepted: {state}."
)
RETURNED = Wording(
    "<b>{code}</b> {title}，请补充后再报一次：{reason}",
    "Please add to <b>{code}</b> {title} and report once more: {reason}",
)


def review_card(report: Reviewed, language: Language) -> Html:
    """A report that waits for 通过 or 退回."""
    fields = [
        (labels.FIELD_STATUS, _state(report, language)),
        (labels.FIELD_NOTE, html(cut(report.note, 1500))),
        (labels.FIELD_OBSTACLE, html(cut(report.obstacle, 1000))),
        (labels.FIELD_FIGURES, figures_text(report.figures, language)),
        (labels.FIELD_EVIDENCE, file_list(report.files, language)),
    ]
    return join(
        [
            REVIEW_HEAD(
                language,
                unit=report.unit,
                by=who(report.by, report.on_behalf_of, language),
                code=report.code,
                title=report.title,
            ),
            *(labels.CARD_FIELD(language, label=label(language), value=value) for label, value in fields if value),
        ]
    )


def newest(report: Reviewed, language: Language, today: date, *, name_unit: bool) -> Html:
    """The newest report of somebody who wants to take one back."""
    state, wording = _state(report, language), NEWEST_REPORT_FOR if name_unit else NEWEST_REPORT
    return join(
        [
            wording(language, code=report.code, title=report.title, unit=report.unit),
            join([html(day_text(report.at.date(), language, today)), state], " · "),
            html(cut(report.note, 500)),
        ]
    )


def accepted(report: Reviewed, language: Language) -> Html:
    """What the coordinator hears of 通过."""
    wording = REVIEW_ACCEPTED if report.status is Status.SUBMITTED else REVIEW_ACCEPTED_AS
    state = _in_short(report, language)
    return wording(language, code=report.code, unit=report.unit, state=state)


def waiting(reports: int, requests: int, language: Language) -> Html:
    """How much waits for an answer of the office."""
    if not reports and not requests:
        return NOTHING_WAITS(language)
    parts = [
        REPORTS_WAIT(language, count=reports) if reports else Html(""),
        REQUESTS_WAIT(language, count=requests) if requests else Html(""),
    ]
    return join(parts)


def returned(report: Reviewed, reason: str, language: Language) -> Html:
    """What the unit will hear of a report that is given back."""
    return verdict_text(replace(report, verdict=Verdict.RETURNED, reason=reason), language)


def verdict_text(report: Reviewed, language: Language) -> Html:
    """What the office said of a report; of one given back, why and what to do."""
    if report.verdict is Verdict.ACCEPTED:
        state = _in_short(report, language)
        wording = ACCEPTED if report.status is Status.SUBMITTED else ACCEPTED_AS
        return wording(language, code=report.code, title=report.title, state=state)
    return RETURNED(language, code=report.code, title=report.title, reason=cut(report.reason, 1500))


def _in_short(report: Reviewed, language: Language) -> Html:
    """What a report says: that nothing has changed, or how the task stands."""
    return UNCHANGED(language) if report.unchanged else said_text(report.status, report.percent, language)


def _state(report: Reviewed, language: Language) -> Html:
    """How the task stands by a report, and whether that is to say that nothing has changed."""
    said = said_text(report.status, report.percent, language)
    return join([said, UNCHANGED(language) if report.unchanged else Html("")], " · ")
