"""The lines Telegram's apps show for service messages, in the page's languages."""

from bot.emulator.records import Json, Message


def service_line(message: Message) -> dict[str, str] | None:
    """Return what a service message says, None for any other message."""
    service = message.service
    if not service:
        return None
    actor = message.sender.first_name if message.sender else ""
    match service:
        case {"new_chat_members": [user]}:
            return _both(f"{_name(user)} 加入了群组", f"{_name(user)} joined the group")
        case {"left_chat_member": user}:
            return _both(f"{_name(user)} 离开了群组", f"{_name(user)} left the group")
        case {"pinned_message": _}:
            return _both(f"{actor} 置顶了一条消息", f"{actor} pinned a message")
        case {"migrate_to_chat_id": _} | {"migrate_from_chat_id": _}:
            return _both("本群已升级为超级群组", "This group was upgraded to a supergroup")
    kind = next(iter(service))
    return _both(kind, kind)


def _name(user: Json) -> str:
    return str(user["first_name"])


def _both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}
