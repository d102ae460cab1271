-- What the office does to a statistics return is taken back as all else that it does: by what the record of it says. It
-- says now of which return that was and what was asked for before, and by which number old buttons mean it. What was
-- taken back within the last day stands as taken back.

UPDATE audit SET detail = json_set(detail, '$.return_id', done.return_id, '$.revision', done.id)
FROM return_revisions AS done WHERE audit.at = done.at AND audit.source IN (done.source, '') AND audit.action =
    CASE done.kind WHEN 'set_up' THEN 'set_up_return' WHEN 'change' THEN 'change_return' ELSE 'end_return' END;

UPDATE audit SET detail = json_set(detail, '$.asked', json(done.before))
FROM return_revisions AS done WHERE audit.detail ->> 'revision' = done.id AND done.kind = 'change';

INSERT INTO audit (at, person_id, action, subject, detail, source)
SELECT undone_at, undoing.person_id, 'undo_setting', done.subject,
    json_object('of', done.id, 'undone', done.action), undoing.source
FROM return_revisions JOIN audit AS done ON done.detail ->> 'revision' = return_revisions.id
JOIN audit AS undoing ON undoing.at = undone_at AND undoing.action IN ('end_return', 'resume_return', 'change_return')
WHERE undone_at > (SELECT strftime('%Y-%m-%dT%H:%M:%S', max(at), '-1 day') FROM audit) ORDER BY return_revisions.id;

DROP TABLE return_revisions;
