"""The messages in which reports were shown: cards for the office to review, and confirmations to their writers."""

from data.patterns import Pattern
from data.people.people import Person
from data.reporting.reviews import FullReport, waiting_report
from data.store import Database, Row

_MESSAGE = Pattern(r"(-?\d+):(\d+):")


def confirmation_message(db: Database, report_id: int) -> tuple[int, int] | None:
    """Return the ids of the chat and message that confirmed a report, if it was stored alone by a press there."""
    source = db.fetch_text(
        """SELECT audit.source FROM audit JOIN reports ON reports.id = json_extract(detail, '$.report_id')
        WHERE action = 'report' AND reports.id = ? AND reports.source LIKE 'draft:%' AND batch IS NULL""",
        [report_id],
    )
    said = _MESSAGE.match(source or "")
    return (int(said[1]), int(said[2])) if said else None


def remember_card(db: Database, person_id: int, report_id: int, message_id: int) -> None:
    """Store which report a coordinator was shown last, and in which message."""
    db.put("review_cards", ["person_id"], person_id=person_id, report_id=report_id, message_id=message_id)


def report_shown_last(db: Database, person: Person) -> FullReport | None:
    """Return the report that a coordinator was shown last, by /review or a letter, if it still waits; else None."""
    row = _card_shown_last(db, person)
    return waiting_report(db, row["report_id"]) if row else None


def card_shown_last(db: Database, person: Person) -> int | None:
    """Return the id of the message that last showed a coordinator a report to review, or None."""
    row = _card_shown_last(db, person)
    return row["message_id"] if row else None


def _card_shown_last(db: Database, person: Person) -> Row | None:
    return db.fetch_one(
        """SELECT report_id, message_id FROM review_cards WHERE person_id = :person
        UNION ALL SELECT subject_id, message_id FROM outbox
        WHERE letter = 'review_wanted' AND chat_id = :chat AND message_id IS NOT NULL
        ORDER BY message_id DESC LIMIT 1""",
        {"person": person.id, "chat": person.telegram_id},
    )
