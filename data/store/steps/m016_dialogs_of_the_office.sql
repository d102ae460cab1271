-- What the office was asked are dialogs, too.
-- Reasons, other days, deputies' last days and new indicators that are being asked for are dialogs, too.

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
DELETE FROM questions WHERE kind IN ('return_reason', 'refusal_reason', 'other_day', 'deputy_until', 'new_indicator');
