-- Which task a report is about is asked in a dialog, as everything else is.
-- What waits for the name of its task moves into the table of dialogs; the table of questions is no more.

INSERT INTO dialogs (
        person_id, kind, subject_id, answers, state, message_id, update_id, opened_at, touched_at
    ) SELECT person_id, 'report_task', iif(answers ->> 'said' = '', 0, update_id),
        json_object('said', answers ->> 'said', 'among', json('[]')),
        iif(person_id IN (SELECT person_id FROM dialogs WHERE state = 'open'), 'parked', 'open'),
        message_id, update_id, asked_at, asked_at
    FROM questions WHERE kind = 'task_to_report';
DROP TABLE questions;
