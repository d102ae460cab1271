-- Groups: several units, a topic, kinds and times of posts of their own, and the last post of each kind.
-- A group hears of the whole plan or of some units. Where it has no day or hour of its own, those of the plan count.

CREATE TABLE new_group_chats (
    chat_id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    topic_id INTEGER,
    weekly INTEGER NOT NULL DEFAULT 1,
    day_before INTEGER NOT NULL DEFAULT 0,
    overdue INTEGER NOT NULL DEFAULT 0,
    weekday INTEGER,
    hour INTEGER,
    bound_by INTEGER REFERENCES people ON DELETE SET NULL,
    bound_at TEXT NOT NULL
) STRICT;
INSERT INTO new_group_chats (chat_id, title, bound_by, bound_at)
SELECT chat_id, title, bound_by, bound_at FROM group_chats;
CREATE TABLE group_units (
    chat_id INTEGER NOT NULL REFERENCES group_chats ON DELETE CASCADE ON UPDATE CASCADE,
    unit_id INTEGER NOT NULL REFERENCES units,
    PRIMARY KEY (chat_id, unit_id)
) STRICT;
INSERT INTO group_units (chat_id, unit_id) SELECT chat_id, unit_id FROM group_chats WHERE unit_id IS NOT NULL;
DROP TABLE group_chats;
ALTER TABLE new_group_chats RENAME TO group_chats;
CREATE TABLE group_posts (
    chat_id INTEGER NOT NULL REFERENCES group_chats ON DELETE CASCADE ON UPDATE CASCADE,
    kind TEXT NOT NULL,
    said TEXT NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (chat_id, kind)
) STRICT;
