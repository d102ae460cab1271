"""Fields of the objects that parameters may contain, in the notation of parameters.py."""

from bot.emulator.errors import bad_request

OBJECTS: dict[str, str] = {
    "InlineKeyboardMarkup": "inline_keyboard*",
    "InlineKeyboardButton": "text* icon_custom_emoji_id style url callback_data web_app login_url "
    "switch_inline_query switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text "
    "callback_game pay",
    "CopyTextButton": "text*",
    "ReplyKeyboardMarkup": "keyboard* is_persistent resize_keyboard one_time_keyboard "
    "input_field_placeholder selective",
    "KeyboardButton": "text* icon_custom_emoji_id style request_users request_chat request_managed_bot "
    "request_contact request_location request_poll web_app",
    "ReplyKeyboardRemove": "remove_keyboard* selective",
    "ForceReply": "force_reply* input_field_placeholder selective",
    "ReplyParameters": "message_id* chat_id allow_sending_without_reply quote quote_parse_mode "
    "quote_entities quote_position checklist_task_id poll_option_id",
    "LinkPreviewOptions": "is_disabled url prefer_small_media prefer_large_media show_above_text",
    "MessageEntity": "type* offset* length* url user language custom_emoji_id unix_time date_time_format",
    "BotCommand": "command* description*",
    "InputMediaPhoto": "type* media* caption parse_mode caption_entities show_caption_above_media has_spoiler",
    "InputMediaDocument": "type* media* thumbnail caption parse_mode caption_entities disable_content_type_detection",
}


def check_object(kind: str, value: object) -> None:
    """Raise ApiError unless `value` is a `kind` object with all required fields and no unknown ones."""
    if not isinstance(value, dict):
        raise bad_request(f"{kind} must be an object")
    fields = OBJECTS[kind].split()
    known = {field.removesuffix("*") for field in fields}
    for name in value:
        if name not in known:
            raise bad_request(f'unknown field "{name}" of {kind}')
    for field in fields:
        if field.endswith("*") and field[:-1] not in value:
            raise bad_request(f'can\'t find field "{field[:-1]}" of {kind}')
