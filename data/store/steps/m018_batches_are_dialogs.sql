-- Several reports in one message are checked in a dialog; which reports were written together stands with them.
-- Each report knows the update in which it was written among others; what waits of a message becomes a dialog.

ALTER TABLE reports ADD COLUMN batch INTEGER;
CREATE TEMP TABLE written_together AS
    SELECT bundles.person_id, json_each.value AS draft_id, max(bundles.id) AS batch
    FROM bundles JOIN json_each(drafts) GROUP BY bundles.person_id, json_each.value;
UPDATE reports SET batch = (
        SELECT batch FROM written_together
        WHERE written_together.person_id = reports.person_id AND source = 'draft:' || draft_id
    ) WHERE source GLOB 'draft:*';
UPDATE dialogs SET answers = json_set(answers, '$.batch', (
        SELECT batch FROM written_together
        WHERE written_together.person_id = dialogs.person_id AND draft_id = dialogs.id
    )) WHERE kind = 'report' AND id IN (
        SELECT draft_id FROM written_together WHERE written_together.person_id = dialogs.person_id
    );
INSERT INTO dialogs (person_id, kind, subject_id, answers, state, update_id, opened_at, touched_at)
    SELECT bundles.person_id, 'batch', bundles.id, json_object('unclear', json(unclear)), 'parked', bundles.id,
        min(opened_at), max(touched_at)
    FROM bundles JOIN dialogs ON dialogs.person_id = bundles.person_id AND answers ->> 'batch' = bundles.id
    WHERE kind = 'report' AND state <> 'ended' GROUP BY bundles.person_id, bundles.id;
DROP TABLE written_together;
DROP TABLE bundles;
CREATE INDEX reports_of_batches ON reports (person_id, batch) WHERE batch IS NOT NULL;
