"""The earlier broadcast whose question ends with the one being written: its meeting is called off, or told anew."""

from collections.abc import Mapping
from typing import Any

from data.announcing.answers import OPEN_FOR, respondents, went_to_groups
from data.announcing.broadcasts import Broadcast, broadcast_by_id, latest_broadcasts
from data.errors import StaleButton, unless
from data.understanding import Kind, of_kind, says
from handlers.announcing.broadcast_draft import BroadcastDraft
from handlers.telegram import Context, hear

MOST = 20
REPLACES = "replaces"
"""The key, in the answers of a broadcast's dialog, of the broadcast that it tells anew."""


def replaced_broadcast(context: Context, answers: Mapping[str, Any], draft: BroadcastDraft) -> Broadcast | None:
    """Return the broadcast that a draft tells anew, or else the newest that asks about the meeting that it calls off,
    if it goes to everybody who was asked."""
    if number := answers.get(REPLACES):
        told = unless(StaleButton, broadcast_by_id, context.db, int(number))
        return told if told is not None and _reaches_all_asked(context, draft, told) else None
    if not says(draft.said.text, "broadcasts.calls_off_meeting"):
        return None
    asking = (each for each in latest_broadcasts(context.db, MOST) if _asks_to_meeting(context, each))
    days = _days(context, draft.said.text)
    fitting = (each for each in asking if not days or days & _days(context, each.said.text))
    return next((each for each in fitting if _reaches_all_asked(context, draft, each)), None)


def _days(context: Context, text: str) -> set[str]:
    return {each.values[1] for each in of_kind(hear(context, text), Kind.TIME)}


def _asks_to_meeting(context: Context, broadcast: Broadcast) -> bool:
    said, is_new = broadcast.said, broadcast.sent_at > context.now - OPEN_FOR
    is_open = bool(said.choices) and is_new and not broadcast.waits and broadcast.replaced_by is None
    return is_open and says(f"{said.text} {said.question}", "broadcasts.called_to")


def _reaches_all_asked(context: Context, draft: BroadcastDraft, asked: Broadcast) -> bool:
    to = {each.id for each in (*draft.recipients.people, *draft.recipients.missing)}
    in_groups = went_to_groups(context.db, asked.id)
    all_asked = {each.person_id for each in respondents(context.db, asked)}
    return all_asked <= to and (not in_groups or bool(draft.recipients.groups))
