-- The answer to one request for more time is written in the same dialog as those to several: a refusal with its reason,
-- or another day, which counts as agreed to if it is the one asked for.

UPDATE dialogs SET kind = 'decisions_on_requests', answers = json_set(
    answers, '$.decided', json_array(json_array(subject_id, 'refused', '', ''))
) WHERE kind = 'refusal';

UPDATE dialogs SET kind = 'decisions_on_requests', answers = json_set(answers, '$.decided', json_array(json_array(
    subject_id,
    iif((SELECT proposed FROM extensions WHERE id = subject_id) = answers ->> 'day', 'accepted', 'changed'),
    ifnull(answers ->> 'day', ''),
    ''
))) WHERE kind = 'other_day';
