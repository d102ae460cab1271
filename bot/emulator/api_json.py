"""Conversion of records to the JSON objects of the Bot API."""

from dataclasses import asdict

from bot.emulator.markup import Entity
from bot.emulator.records import Button, CallbackQuery, Chat, Json, Keyboard, Media, Message, User
from bot.emulator.state import State

FORWARDED = ("text", "entities", "media", "contact")
"""The fields of a message that are kept when it is forwarded or copied."""
MUTED = (
    "send_messages send_audios send_documents send_photos send_videos send_video_notes send_voice_notes send_polls "
    "send_other_messages add_web_page_previews react_to_messages edit_tag change_info invite_users pin_messages "
    "manage_topics"
)
"""The rights that a restricted bot does not have."""


def user_json(user: User) -> Json:
    """Return a User object."""
    shown = ("id", "is_bot", "first_name", "username", "language_code")
    return _without_nones(**{name: getattr(user, name) for name in shown})


def bot_json(state: State) -> Json:
    """Return the User object of getMe, including the fields that only getMe returns."""
    return user_json(state.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat_json(state: State, chat: Chat) -> Json:
    """Return a Chat object."""
    if chat.owner is None:
        return _without_nones(id=chat.id, type=chat.type, title=chat.title, is_forum=True if chat.topics else None)
    owner = state.user(chat.owner)
    return _without_nones(id=chat.id, type=chat.type, first_name=owner.first_name, username=owner.username)


def message_json(state: State, message: Message, *, with_reply: bool = True) -> Json:
    """Return a Message object; the message it replies to is included, but not the one that replies to in turn."""
    chat = state.chat(message.chat_id)
    origin = chat.sent.get(message.reply_to) if message.reply_to and with_reply else None
    sender_chat = state.chat(message.sender_chat_id) if message.sender_chat_id else None
    return _without_nones(
        **{"from": user_json(message.sender) if message.sender else None},
        message_id=message.message_id,
        date=int(message.date.timestamp()),
        chat=chat_json(state, chat),
        edit_date=int(message.edited.timestamp()) if message.edited else None,
        sender_chat=chat_json(state, sender_chat) if sender_chat else None,
        forward_origin=message.forward_origin,
        reply_to_message=message_json(state, origin, with_reply=False) if origin else None,
        media_group_id=message.media_group_id,
        contact=message.contact,
        message_thread_id=message.topic_id or (message.reply_to if chat.type == "supergroup" else None),
        is_topic_message=True if message.topic_id else None,
        has_protected_content=message.protected or None,
        reply_markup={"inline_keyboard": keyboard_json(message.keyboard)} if message.keyboard else None,
        **_content(state, message),
        **(message.service or {}),
    )


def origin_json(state: State, message: Message) -> Json:
    """Return the MessageOrigin for forwarding a message; one that was forwarded keeps its first origin."""
    date = int(message.date.timestamp())
    if message.forward_origin:
        return message.forward_origin
    if message.sender and not message.sender_chat_id:
        return {"type": "user", "date": date, "sender_user": user_json(message.sender)}
    chat = state.chat(message.sender_chat_id or message.chat_id)
    if chat.type == "channel":
        shown = chat_json(state, chat)
        return {"type": "channel", "date": date, "chat": shown, "message_id": message.message_id}
    return {"type": "chat", "date": date, "sender_chat": chat_json(state, chat)}


def query_json(state: State, query: CallbackQuery) -> Json:
    """Return a CallbackQuery object; a deleted message is given as an InaccessibleMessage."""
    chat = state.chat(query.chat_id)
    message = chat.sent.get(query.message_id)
    gone = {"chat": chat_json(state, chat), "message_id": query.message_id, "date": 0}
    return {
        "id": query.id,
        "from": user_json(state.user(query.user_id)),
        "message": message_json(state, message) if message else gone,
        "chat_instance": str(chat.id),
        "data": query.data,
    }


def entity_json(state: State, entity: Entity) -> Json:
    """Return a MessageEntity object."""
    user = state.users.get(entity.user_id) if entity.user_id else None
    fields = {name: value for name, value in asdict(entity).items() if name != "user_id"}
    return _without_nones(**fields, user=user_json(user) if user else None)


def keyboard_json(keyboard: Keyboard) -> list[list[Json]]:
    """Return the rows of an InlineKeyboardMarkup."""
    return [[_button_json(button) for button in row] for row in keyboard]


def _button_json(button: Button) -> Json:
    does = {button.action: button.value}
    return _without_nones(text=button.text, style=button.style, icon_custom_emoji_id=button.icon, **does)


def member_json(state: State, user_id: int, status: str) -> Json:
    """Return a ChatMember object for `status`; an administrator has the rights of an ordinary one."""
    member: Json = {"status": status, "user": user_json(state.user(user_id))}
    match status:
        case "creator":
            member["is_anonymous"] = False
        case "administrator":
            rights = (
                "can_be_edited can_manage_chat can_delete_messages can_manage_video_chats "
                "can_restrict_members can_promote_members can_change_info can_invite_users "
                "can_post_stories can_edit_stories can_delete_stories can_pin_messages"
            )
            member |= dict.fromkeys(rights.split(), True) | {"is_anonymous": False}
        case "restricted":
            member |= {f"can_{right}": False for right in MUTED.split()} | {"is_member": True, "until_date": 0}
        case "kicked":
            member["until_date"] = 0
    return member


def moved_json(state: State, chat: Chat, actor: int, who: int, old: str, new: str) -> Json:
    """Return a ChatMemberUpdated object for `actor` changing the status of `who` from `old` to `new`."""
    return {
        "chat": chat_json(state, chat),
        "from": user_json(state.user(actor)),
        "date": int(state.now().timestamp()),
        "old_chat_member": member_json(state, who, old),
        "new_chat_member": member_json(state, who, new),
    }


def _content(state: State, message: Message) -> Json:
    entities = [entity_json(state, entity) for entity in message.entities]
    if message.media is None:
        return _without_nones(text=message.text or None, entities=entities or None)
    return _media(state, message.media) | _without_nones(
        caption=message.text or None, caption_entities=entities or None
    )


def _media(state: State, media: Media) -> Json:
    if media.kind == "photo":
        sizes = [state.files.get(media.thumbnail_id).media] if media.thumbnail_id else []
        return {"photo": [file_json(size) | {"width": size.width, "height": size.height} for size in (*sizes, media)]}
    return {"document": file_json(media) | {"file_name": media.name, "mime_type": media.mime}}


def file_json(media: Media) -> Json:
    """Return the fields common to all kinds of files."""
    return {"file_id": media.file_id, "file_unique_id": f"u-{media.file_id}", "file_size": media.size}


def _without_nones(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
