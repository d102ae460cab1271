-- A group is spoken to in its own language.
-- In which language a group is spoken to, zh or en; those that are bound already are Chinese.

ALTER TABLE group_chats ADD COLUMN language TEXT NOT NULL DEFAULT 'zh';
