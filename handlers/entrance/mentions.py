"""Which messages in a group are meant for the bot: mentions of it, replies to it, and commands."""

from telegram import Bot, Message, MessageEntity
from telegram.ext import filters

NAMES: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]


def concerns_bot(bot: Bot, message: Message) -> bool:
    """Return whether a message in a group is a command, mentions the bot, or replies to it."""
    return bool(filters.COMMAND.filter(message)) or mentions_bot(bot, message) or replies_to_bot(bot, message)


def replies_to_bot(bot: Bot, message: Message) -> bool:
    """Return whether a message replies to one of the bot's."""
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot.id


def mentions_bot(bot: Bot, message: Message) -> bool:
    """Return whether a message names the bot."""
    return bool(_names_of(bot, message))


def words_to_bot(bot: Bot, message: Message) -> str:
    """Return the text or caption of a message without the bot's name."""
    text = message.text or message.caption or ""
    for name in _names_of(bot, message):
        text = text.replace(name, " ")
    return text


def _names_of(bot: Bot, message: Message) -> list[str]:
    parse = message.parse_entities if message.text else message.parse_caption_entities
    found = parse(NAMES) if message.text or message.caption else {}
    own = f"@{bot.username}".lower()
    return [
        words for entity, words in found.items() if (entity.user.id == bot.id if entity.user else words.lower() == own)
    ]
