"""answerCallbackQuery."""

from datetime import timedelta

from bot.emulator.errors import bad_request
from bot.emulator.markup import utf16_length
from bot.emulator.parameters import method
from bot.emulator.records import Json, Toast
from bot.emulator.state import State

ANSWERABLE = timedelta(minutes=1)
"""How long a button press can be answered. Telegram gives no figure; its apps stop waiting within a minute."""
ANSWER_LENGTH = 200


@method("callback_query_id* text show_alert:b url cache_time:i")
def answer_callback_query(state: State, params: Json) -> bool:
    """Answer a button press, once, with a notification or an alert if there is a text."""
    query = state.queries.get(params["callback_query_id"])
    if query is None or query.id in state.answered or state.now() - query.date > ANSWERABLE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text, url = params.get("text", ""), params.get("url")
    if utf16_length(text) > ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    state.answered.add(query.id)
    if text or url:
        alert = params.get("show_alert", False)
        state.show_toast(Toast(query.user_id, query.chat_id, text, alert, url))
    return True
