"""Replies to a broadcast that asks no question, in the form in which the office reads them."""

from functools import partial

from data.announcing.answers import ANSWERED_WITHIN, awaits_words_of, last_broadcast_to
from data.announcing.broadcasts import Broadcast
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.announcing.broadcasts import may_answer, may_be_a_reply, puts_off
from data.understanding.meaning import OF_REPORTS
from handlers.announcing.written_answer import WRITTEN_ANSWER
from handlers.dialog import Talk, is_courtesy
from handlers.notes import texts
from handlers.notes.note_subject import NoteSubject
from handlers.tasks.list_in_words import listing_by_contents
from handlers.telegram import Context, Verb, hear, unknown_refusal

SHORTEST = 4
"""Characters; a shorter text says nothing that the office could use."""
ANSWERING = ("broadcasts.accepted", "broadcasts.declined_coming", "broadcasts.sent_instead")


def broadcast_replied_to(context: Context, meaning: Understanding) -> Broadcast | None:
    """Return the last broadcast if a text replies to it, sends somebody to the meeting that it calls to, finds its hour
    wrong, or gives a number to what it asks or wants words for; else None."""
    answers, counts = says(meaning, *ANSWERING), says(meaning, "broadcasts.how_many")
    of_meeting = says(meaning, "broadcasts.goes_instead", "broadcasts.somebody_sent", "settings.hour_put_right")
    if _is_about_tasks(meaning) or not (answers or counts or of_meeting):
        return None
    asked = _told(context)
    if asked is None or answers:
        return asked
    asks = counts and (asked.said.in_words or Mood.ASKS in hear(context, asked.said.text).moods)
    calls = of_meeting and says(asked.said.text, "broadcasts.called_to")
    return asked if asks or calls else None


def broadcast_replied_to_freely(context: Context, meaning: Understanding) -> Broadcast | None:
    """Return the last broadcast if a text may reply to it, and it wants words or has just called to a meeting; if it
    waits for words, and the text is surely nothing else or gives the figures that it asks for (本月抓了几个人:
    抓了12个); or if a text puts off what it has just told (明天来不及 后天行吗). Else None."""
    figures = meaning.names(Kind.FIGURE)
    counts = figures and not says(meaning, "broadcasts.who_comes")
    if counts and (meaning.task is not None or meaning.names(Kind.CODE, Kind.PERCENT)):
        return None
    replies = not counts and may_be_a_reply(meaning, partial(hear, context))
    delays = puts_off(meaning) and not context.last_messages.offers(Verb.NOTICE)
    is_checked = context.open_dialog_of(WRITTEN_ANSWER.kind) is not None
    answers = counts or (not is_checked and may_answer(meaning) and (delays or not puts_off(meaning)))
    asked = _told(context) if replies or answers else None
    if asked is None:
        return None
    if answers and awaits_words_of(context.db, context.person.id, context.now):
        return asked if not counts or hear(context, asked.said.question).aim is Aim.FIGURES else None
    calls = replies and says(asked.said.text, "broadcasts.called_to")
    return asked if (replies and asked.said.in_words) or ((calls or delays) and _told_just_now(context)) else None


def broadcast_likely_replied_to(context: Context, meaning: Understanding) -> Broadcast | None:
    """Return the last broadcast if a text comes right after it, means nothing else and is no mere courtesy."""
    thanks, asks = meaning.aim is Aim.THANKS, Mood.ASKS in meaning.moods
    told = thanks or (meaning.aim is Aim.UNKNOWN and not asks)
    is_courtesy_only = is_courtesy(meaning.text) or (thanks and meaning.whole and not asks)
    if not told or is_courtesy_only or len(meaning.text) < SHORTEST or _is_about_tasks(meaning):
        return None
    if unknown_refusal(context, meaning) is not None or listing_by_contents(context, meaning) is not None:
        return None
    return _told_just_now(context)


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
