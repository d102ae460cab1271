-- A broadcast takes several files, and what goes out in several messages remembers how many have arrived.
-- The one file of a broadcast becomes a list, also where it is still being written.

ALTER TABLE broadcasts RENAME COLUMN file TO files;
UPDATE broadcasts SET files = json_array(json(files)) WHERE files IS NOT NULL;
UPDATE dialogs SET answers = json_set(
        json_remove(answers, '$.file'), '$.files', json_array(json(answers -> 'file')))
    WHERE kind = 'broadcast' AND ifnull(answers -> 'file', 'null') <> 'null';
ALTER TABLE outbox ADD COLUMN parts_sent INTEGER NOT NULL DEFAULT 0;
