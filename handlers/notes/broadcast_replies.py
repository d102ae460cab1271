"""Replies to a broadcast that asks no question, in the form in which the office reads them."""

from datetime import datetime, timedelta

from data.announcing.answers import last_broadcast_to
from data.understanding import Aim, Mood, Understanding, says
from data.understanding.meaning import OF_REPORTS
from handlers.dialog import Talk, is_courtesy
from handlers.notes import texts
from handlers.notes.note_subject import NoteSubject
from handlers.tasks.list_in_words import listing_by_contents
from handlers.telegram import Context, hear, unknown_refusal

ANSWERED_WITHIN = timedelta(days=2)
"""How long after a broadcast words such as 去不了 are a reply to it."""
SHORTEST = 4
"""Characters; a shorter text says nothing that the office could use."""
ANSWERING = ("broadcasts.accepted", "broadcasts.declined_coming", "broadcasts.sent_instead")


def reply_to_broadcast(context: Context, text: str, meaning: Understanding) -> str | None:
    """Return what the office is told if a text replies to the last broadcast, sends somebody to the meeting that it
    calls to, or gives a number to what it asks, or None."""
    answers, counts = says(meaning, *ANSWERING), says(meaning, "broadcasts.how_many")
    sends = says(meaning, "broadcasts.goes_instead")
    if _is_about_tasks(meaning) or not (answers or counts or sends):
        return None
    since = context.now - ANSWERED_WITHIN
    asked = last_broadcast_to(context.db, context.person.id, since)
    if asked is None or answers:
        return _reply_to_last_broadcast(context, text, since)
    asks = counts and Mood.ASKS in hear(context, asked.said.text).moods
    calls = sends and says(asked.said.text, "broadcasts.called_to")
    return _reply_to_last_broadcast(context, text, since) if asks or calls else None


def likely_reply_to_broadcast(context: Context, text: str, meaning: Understanding) -> str | None:
    """Return what the office is told if a text comes right after a broadcast, means nothing else and is no mere
    courtesy, or None."""
    thanks, asks = meaning.aim is Aim.THANKS, Mood.ASKS in meaning.moods
    told = thanks or (meaning.aim is Aim.UNKNOWN and not asks)
    is_courtesy_only = is_courtesy(text) or (thanks and meaning.whole and not asks)
    if not told or is_courtesy_only or len(text) < SHORTEST or _is_about_tasks(meaning):
        return None
    if unknown_refusal(context, meaning) is not None or listing_by_contents(context, meaning) is not None:
        return None
    return _reply_to_last_broadcast(context, text, context.just_now)


def changed_reply(talk: Talk[NoteSubject], text: str) -> dict[str, str]:
    """Return the answer for another reply to the broadcast, given at the preview: 哦去不了了."""
    said = reply_to_broadcast(talk.context, text, hear(talk.context, text))
    before = _reply_to_last_broadcast(talk.context, "", talk.context.now - ANSWERED_WITHIN)
    is_on_it = before is not None and talk.answers["text"].startswith(before)
    return {"text": said} if said is not None and is_on_it else {}


def _is_about_tasks(meaning: Understanding) -> bool:
    return any(each.kind in OF_REPORTS for each in meaning.readings)


def _reply_to_last_broadcast(context: Context, text: str, since: datetime) -> str | None:
    broadcast = last_broadcast_to(context.db, context.person.id, since)
    return None if broadcast is None else texts.reply_with_broadcast(broadcast.said.text, text)
