-- A notice to a section, also one that waits for its time, goes to its units, which are chosen at once.

UPDATE dialogs SET answers = json_set(answers, '$.to', 'units', '$.units', json((
    SELECT json_group_array(unit_id) FROM (
        SELECT DISTINCT unit_id FROM assignments JOIN tasks ON tasks.id = task_id
        WHERE tasks.gone_at IS NULL AND assignments.gone_at IS NULL AND unit_id IS NOT NULL
            AND section = (SELECT section FROM tasks WHERE id = json_extract(dialogs.answers, '$.section'))
        ORDER BY unit_id
    )
)))
WHERE kind IN ('broadcast', 'broadcast_time') AND json_extract(answers, '$.to') = 'section'
    AND json_extract(answers, '$.section') IS NOT NULL;
