"""Where reports are shown: to the office to be reviewed, and to those who gave them."""

from data.patterns import Pattern
from data.people.people import Person
from data.reporting.reviews import Reviewed, waiting_report
from data.store import Database, Row, fetch_one, fetch_text, put

_MESSAGE = Pattern(r"(-?\d+):(\d+):")


def confirmed_in(db: Database, report_id: int) -> tuple[int, int] | None:
    """The chat and the message that confirmed a report alone, if it was stored by a press on that message."""
    source = fetch_text(
        db,
        """SELECT audit.source FROM audit JOIN reports ON reports.id = json_extract(detail, '$.report_id')
        WHERE action = 'report' AND reports.id = ? AND reports.source LIKE 'draft:%' AND batch IS NULL""",
        [report_id],
    )
    said = _MESSAGE.match(source or "")
    return (int(said[1]), int(said[2])) if said else None


def remember_card(db: Database, person_id: int, report_id: int, message_id: int) -> None:
    """Note which report somebody of the office was shown last, and where."""
    put(db, "review_cards", ["person_id"], person_id=person_id, report_id=report_id, message_id=message_id)


def report_shown_last(db: Database, person: Person) -> Reviewed | None:
    """The report that somebody of the office was shown last, by /review or by a letter, while it waits; or None."""
    row = _card_shown_last(db, person)
    return waiting_report(db, row["report_id"]) if row else None


def card_shown_last(db: Database, person: Person) -> int | None:
    """The message in which somebody of the office was shown a report to review last."""
    row = _card_shown_last(db, person)
    return row["message_id"] if row else None


def _card_shown_last(db: Database, person: Person) -> Row | None:
    return fetch_one(
        db,
        """SELECT report_id, message_id FROM review_cards WHERE person_id = :person
        UNION ALL SELECT subject_id, message_id FROM outbox
        WHERE letter = 'review_wanted' AND chat_id = :chat AND message_id IS NOT NULL
        ORDER BY message_id DESC LIMIT 1""",
        {"person": person.id, "chat": person.telegram_id},
    )
