"""A report as a reviewer sees it, and what the unit hears of the review."""

from datetime import date

from data.reviews import Reviewed
from data.standing import Status, Verdict
from handlers.texts import messages as m
from handlers.texts.days import day_text
from handlers.texts.names import who
from handlers.texts.reporting import figures_text, file_list
from handlers.texts.tasks import said_text
from handlers.texts.wording import Html, Language, cut, html, join


def review_card(report: Reviewed, language: Language) -> Html:
    """A report that waits for 通过 or 退回."""
    fields = [
        (m.FIELD_STATUS, said_text(report.status, report.percent, language)),
        (m.FIELD_NOTE, html(cut(report.note, 1500))),
        (m.FIELD_OBSTACLE, html(cut(report.obstacle, 1000))),
        (m.FIELD_FIGURES, figures_text(report.figures, language)),
        (m.FIELD_EVIDENCE, file_list(report.files, language)),
    ]
    return join(
        [
            m.REVIEW_HEAD(
                language,
                unit=report.unit,
                by=who(report.by, report.on_behalf_of, language),
                code=report.code,
                title=report.title,
            ),
            *(m.CARD_FIELD(language, label=label(language), value=value) for label, value in fields if value),
        ]
    )


def newest(report: Reviewed, language: Language, today: date) -> Html:
    """The newest report of somebody who wants to take one back."""
    state = said_text(report.status, report.percent, language)
    return join(
        [
            m.NEWEST_REPORT(language, code=report.code, title=report.title),
            join([html(day_text(report.at.date(), language, today)), state], " · "),
            html(cut(report.note, 500)),
        ]
    )


def accepted(report: Reviewed, language: Language) -> Html:
    """What the coordinator hears of 通过."""
    wording = m.REVIEW_ACCEPTED if report.status is Status.SUBMITTED else m.REVIEW_ACCEPTED_AS
    state = said_text(report.status, report.percent, language)
    return wording(language, code=report.code, unit=report.unit, state=state)


def waiting(reports: int, requests: int, language: Language) -> Html:
    """How much waits for an answer of the office."""
    if not reports and not requests:
        return m.NOTHING_WAITS(language)
    parts = [
        m.REPORTS_WAIT(language, count=reports) if reports else Html(""),
        m.REQUESTS_WAIT(language, count=requests) if requests else Html(""),
    ]
    return join(parts)


def verdict_text(report: Reviewed, language: Language) -> Html:
    """What the office said of a report; of one given back, why and what to do."""
    if report.verdict is Verdict.ACCEPTED:
        state = said_text(report.status, report.percent, language)
        wording = m.ACCEPTED if report.status is Status.SUBMITTED else m.ACCEPTED_AS
        return wording(language, code=report.code, title=report.title, state=state)
    return m.RETURNED(language, code=report.code, title=report.title, reason=cut(report.reason, 1500))
