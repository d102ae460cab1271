"""Which task a report is about is asked in a dialog, as everything else is."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m019_task_of_a_report(db: Database) -> None:
    """What waits for the name of its task moves into the table of dialogs; the table of questions is no more."""
    for statement in TASKS_ARE_ASKED_FOR_IN_DIALOGS:
        db.conn.execute(statement)


TASKS_ARE_ASKED_FOR_IN_DIALOGS = (
    """INSERT INTO dialogs (
        person_id, kind, subject_id, answers, state, message_id, update_id, opened_at, touched_at
    ) SELECT person_id, 'report_task', iif(answers ->> 'said' = '', 0, update_id),
        json_object('said', answers ->> 'said', 'among', json('[]')),
        iif(person_id IN (SELECT person_id FROM dialogs WHERE state = 'open'), 'parked', 'open'),
        message_id, update_id, asked_at, asked_at
    FROM questions WHERE kind = 'task_to_report'""",
    "DROP TABLE questions",
)
