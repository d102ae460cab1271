-- Reports that are being written are dialogs.
-- The reports that are being written move, with their ids, into the table of dialogs.

INSERT INTO sqlite_sequence (name, seq) SELECT 'dialogs', 0
    WHERE 'dialogs' NOT IN (SELECT name FROM sqlite_sequence);
UPDATE sqlite_sequence SET seq = seq + (SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'drafts')
    WHERE name = 'dialogs';
UPDATE dialogs SET id = id + (SELECT seq FROM sqlite_sequence WHERE name = 'dialogs');
UPDATE sqlite_sequence SET seq = seq * 2 + 1 WHERE name = 'dialogs';
INSERT INTO dialogs (
        id, person_id, kind, subject_id, answers, state, reopened, reopened_for, message_id, pressed, update_id,
        opened_at, touched_at
    ) SELECT drafts.id, drafts.person_id, 'report', assignment_id,
        json_object(
            'status', status, 'percent', percent, 'note', note, 'obstacle', obstacle, 'figures', json(figures),
            'doubted', json(ifnull(doubted, '{}')), 'evidence', json(iif(evidence, 'true', 'false')),
            'seen_report_id', seen_report_id, 'replaces', replaces,
            'hundred', json(iif(percent = 100, 'true', 'false')),
            'redoes', iif(pressed GLOB 'redo:*', cast(substr(pressed, 6) AS INTEGER), NULL)
        ),
        iif(
            bundle IS NULL AND drafts.person_id NOT IN (SELECT person_id FROM dialogs WHERE state = 'open')
                AND drafts.person_id NOT IN (SELECT person_id FROM questions), 'open', 'parked'
        ),
        iif(step = 'preview', NULL, step), iif(step = 'preview', NULL, iif(editing, 'anew', 'back')),
        drafts.message_id, pressed, drafts.update_id, updated_at, updated_at
    FROM drafts;
DROP TABLE drafts;
CREATE TRIGGER dialogs_with_their_files AFTER DELETE ON dialogs BEGIN
        DELETE FROM attachments WHERE draft_id = OLD.id AND report_id IS NULL;
    END;
