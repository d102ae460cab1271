-- What is open about a subject is found without reading through all dialogs.
-- An index of the dialogs by what they are about.

CREATE INDEX dialogs_by_subject ON dialogs (kind, subject_id);
