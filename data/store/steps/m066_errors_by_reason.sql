-- Why a message can never arrive is stored as a word of the bot's own instead of Telegram's.
UPDATE outbox SET error = 'refused' WHERE state = 'dead' AND error IN ('BadRequest', 'Forbidden');
UPDATE outbox SET error = 'unreachable' WHERE state = 'dead' AND (error LIKE '%blocked%' OR error LIKE '%deactivated%'
    OR error LIKE '%kicked%' OR error LIKE '%not found%');
