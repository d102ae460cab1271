-- What lets a plan grow: who waits for a message is found by the chat.
-- What waits for a chat, and what it was told, is found without looking at all that waits.

CREATE INDEX outbox_by_chat ON outbox (chat_id, state);
