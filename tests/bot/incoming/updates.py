"""Updates as Telegram sends them."""

from typing import Any

from tests.bot.incoming.conftest import MEMBER

Json = dict[str, Any]


def said(update_id: int, text: str = "/help", who: int = MEMBER) -> Json:
    user = {"id": who, "is_bot": False, "first_name": "x"}
    chat = {"id": who, "type": "private", "first_name": "x"}
    return {
        "update_id": update_id,
        "message": {"message_id": update_id, "date": 1574641800, "chat": chat, "from": user, "text": text},
    }
