-- The words of tasks are indexed in memory, so the full-text index and what kept it up to date go.

DROP TRIGGER tasks_words_come;
DROP TRIGGER tasks_words_changed;
DROP TRIGGER tasks_words_gone;
DROP TABLE changed_words;
DROP TABLE word_counts;
DROP TABLE task_words;
ALTER TABLE word_versions DROP COLUMN rules;
