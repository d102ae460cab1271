-- What the bot has shown somebody last in the private chat, so that 下一页, 那个 and 市场局的别列 mean the same after a
-- restart: what buttons call back with and where they stand; of what people write only words by which a list was searched.
-- One row a person; the newest messages that are known of already are taken over.

CREATE TABLE last_shown (
    person_id INTEGER PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    newest INTEGER NOT NULL,
    said INTEGER NOT NULL DEFAULT 0,
    offered TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(offered)),
    buttons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(buttons)),
    page_before TEXT,
    page_after TEXT,
    with_buttons INTEGER NOT NULL DEFAULT 0,
    list_in INTEGER NOT NULL DEFAULT 0,
    listing TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(listing))
) STRICT;

INSERT INTO last_shown (person_id, newest)
SELECT people.id, max(known.message_id) FROM people JOIN (
    SELECT json_extract(body, '$.message.chat.id') AS chat_id,
        json_extract(body, '$.message.message_id') AS message_id FROM inbox
    UNION ALL SELECT json_extract(body, '$.callback_query.message.chat.id'),
        json_extract(body, '$.callback_query.message.message_id') FROM inbox
    UNION ALL SELECT chat_id, message_id FROM outbox
) AS known ON known.chat_id = people.telegram_id
WHERE known.message_id IS NOT NULL GROUP BY people.id;
