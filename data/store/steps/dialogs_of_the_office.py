"""What the office was asked are dialogs, too."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m016_dialogs_of_the_office(db: Database) -> None:
    """Reasons, other days, deputies' last days and new indicators that are being asked for are dialogs, too."""
    for statement in DIALOGS_OF_THE_OFFICE.split(";\n"):
        db.conn.execute(statement)


DIALOGS_OF_THE_OFFICE = """
INSERT INTO dialogs (
    person_id, kind, subject_id, answers, state, message_id, update_id, opened_at, touched_at
)
SELECT person_id,
    CASE kind WHEN 'return_reason' THEN 'return' WHEN 'refusal_reason' THEN 'refusal' WHEN 'other_day' THEN 'other_day'
        WHEN 'deputy_until' THEN 'deputy' ELSE 'indicator' END,
    subject_id, answers,
    CASE WHEN EXISTS (SELECT 1 FROM dialogs WHERE dialogs.person_id = questions.person_id AND state = 'open')
        THEN 'parked' ELSE 'open' END,
    message_id, update_id, asked_at, asked_at
FROM questions WHERE kind IN ('return_reason', 'refusal_reason', 'other_day', 'deputy_until', 'new_indicator');
DELETE FROM questions WHERE kind IN ('return_reason', 'refusal_reason', 'other_day', 'deputy_until', 'new_indicator')
"""
