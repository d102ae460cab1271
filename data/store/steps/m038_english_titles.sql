-- Titles of tasks in English, beside those in the plan's own words.
-- A task, and what the plan said of it before, has a title in English where the plan gives one.

ALTER TABLE tasks ADD COLUMN title_en TEXT NOT NULL DEFAULT '';
ALTER TABLE task_versions ADD COLUMN title_en TEXT NOT NULL DEFAULT '';
