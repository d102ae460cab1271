"""Replies to a broadcast that asks no question, in the form in which the office reads them."""

from datetime import timedelta
from functools import partial

from data.announcing.answers import given_answer, last_broadcast_to
from data.announcing.broadcasts import Broadcast
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.announcing.broadcasts import may_be_a_reply
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


def broadcast_replied_to(context: Context, meaning: Understanding) -> Broadcast | None:
    """Return the last broadcast if a text replies to it, sends somebody to the meeting that it calls to, finds its hour
    wrong, or gives a number to what it asks or wants words for; else None."""
    answers, counts = says(meaning, *ANSWERING), says(meaning, "broadcasts.how_many")
    of_meeting = says(meaning, "broadcasts.goes_instead", "settings.hour_put_right")
    if _is_about_tasks(meaning) or not (answers or counts or of_meeting):
        return None
    asked = _told(context)
    if asked is None or answers:
        return asked
    asks = counts and (asked.said.in_words or Mood.ASKS in hear(context, asked.said.text).moods)
    calls = of_meeting and says(asked.said.text, "broadcasts.called_to")
    return asked if asks or calls else None


def broadcast_replied_to_freely(context: Context, meaning: Understanding) -> Broadcast | None:
    """Return the last broadcast if a text may reply to it, and it wants words or has just called to a meeting, or if a
    text gives the figures that it asks for (本月抓了几个人: 抓了12个); else None."""
    figures = meaning.names(Kind.FIGURE)
    counts = figures and not says(meaning, "broadcasts.who_comes")
    if counts and _names_task(meaning):
        return None
    asked = _told(context) if figures or may_be_a_reply(meaning, partial(hear, context)) else None
    if asked is None:
        return None
    if counts:
        return asked if _asks_for_figures(context, asked) else None
    calls = says(asked.said.text, "broadcasts.called_to") and _told_just_now(context) is not None
    return asked if asked.said.in_words or calls else None


def broadcast_likely_replied_to(context: Context, meaning: Understanding) -> Broadcast | None:
    """Return the last broadcast if a text comes right after it, means nothing else and is no mere courtesy; else
    None."""
    thanks, asks = meaning.aim is Aim.THANKS, Mood.ASKS in meaning.moods
    told = thanks or (meaning.aim is Aim.UNKNOWN and not asks)
    is_courtesy_only = is_courtesy(meaning.text) or (thanks and meaning.whole and not asks)
    if not told or is_courtesy_only or len(meaning.text) < SHORTEST or _is_about_tasks(meaning):
        return None
    if unknown_refusal(context, meaning) is not None or listing_by_contents(context, meaning) is not None:
        return None
    return _told_just_now(context)


def _asks_for_figures(context: Context, asked: Broadcast) -> bool:
    """Return whether a broadcast asks the person for figures in words, and they have not given them yet."""
    wants = asked.said.in_words and hear(context, asked.said.question).aim is Aim.FIGURES
    return wants and given_answer(context.db, context.person.id, asked.id) is None


def _names_task(meaning: Understanding) -> bool:
    return meaning.task is not None or meaning.names(Kind.CODE, Kind.PERCENT)


def changed_reply(talk: Talk[NoteSubject], text: str) -> dict[str, str]:
    """Return the answer for another reply to the broadcast, given at the preview: 哦去不了了."""
    told = broadcast_replied_to(talk.context, hear(talk.context, text))
    is_on_it = told is not None and talk.answers["text"].startswith(texts.reply_with_broadcast(told.said.text, ""))
    return {"text": texts.reply_with_broadcast(told.said.text, text)} if told is not None and is_on_it else {}


def _is_about_tasks(meaning: Understanding) -> bool:
    return meaning.names(*OF_REPORTS)


def _told(context: Context) -> Broadcast | None:
    return last_broadcast_to(context.db, context.person.id, context.now - ANSWERED_WITHIN)


def _told_just_now(context: Context) -> Broadcast | None:
    return last_broadcast_to(context.db, context.person.id, context.just_now)
