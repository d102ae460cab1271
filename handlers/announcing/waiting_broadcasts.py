"""Changing or stopping a broadcast that waits for its time: 周五那条通知改成下午三点发, 那条也发给海关."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data.announcing.addressees import known_addressees
from data.announcing.answers import went_to_units
from data.announcing.broadcasts import Broadcast, broadcast_by_id, change_broadcast, waiting_broadcasts
from data.announcing.coming_announcements import send_due_announcements
from data.announcing.recipients import RecipientChoice
from data.dialogs import Dialog
from data.errors import still_there
from data.understanding import Kind, Mood, Understanding, find_order, of_kind, says
from data.understanding.announcing.sending_time import times_named
from data.understanding.clock_times import clock_times
from data.understanding.dialog.turns import agrees
from data.understanding.dialog.words_edited import with_words_added, words_replaced
from data.understanding.normalise.sentence import blank_spans, clauses_of, spans
from data.understanding.orders import quoted
from data.understanding.titles_named import titles_named
from handlers.announcing.broadcast import BROADCAST, TEXT
from handlers.announcing.broadcast_draft import BroadcastDraft, answers_of, load_broadcast_draft
from handlers.announcing.broadcast_page import (
    overview_page,
    progress_page,
    say_that_none_waits,
    show_broadcast,
    show_waiting_broadcasts,
    stop_sending,
)
from handlers.announcing.recipient_questions import RECIPIENT_QUESTIONS
from handlers.announcing.reply_questions import REPLY_QUESTIONS, is_answered_in_time
from handlers.announcing.sending_time import SENDING_TIME
from handlers.announcing.texts import sending_time as texts
from handlers.announcing.texts import sent
from handlers.announcing.texts.broadcast import recipient_lines
from handlers.dialog import Answers, Declaration, Ending, GivingUp, Question, Talk, begin, reader
from handlers.dialog.opening import argument_shown_last, changes_ordered
from handlers.telegram import Context, Verb, hear
from handlers.wording import NOTHING, Html, join, labels

_OF_WHICHEVER_WAITS = ("broadcasts.sent_now", "broadcasts.another_time", "broadcasts.that_one")
Wish = tuple[list[Broadcast], Answers, Html]
"""The waiting broadcasts that may be meant, the answers for the first with what changes, none if it is to be shown, and
why no more changes."""


def _wished(context: Context, heard: Understanding) -> Wish | None:
    """Return what a sentence says of a waiting broadcast: that it is called off, who gets it, or what changes in it
    (周五那条改到9点, 那条也发给海关, 加一句：…); None if it says nothing of the sort."""
    if not waiting_broadcasts(context.db) or heard.names(Kind.CODE):
        return None
    which, order = _apart(context, heard)
    if not (found := _meant(context, heard, which)):
        return None
    asks = Mood.ASKS in heard.moods and says(heard.text, "broadcasts.gets_it") and found[0].id == _shown_last(context)
    ordered = hear(context, order)
    if asks or says(heard, "broadcasts.called_off") or says(ordered, "broadcasts.not_sent"):
        why = NOTHING if asks else texts.NOT_STOPPED_YET(context.language)
        return going_to_named(context, which or ordered, found), {}, why
    if not says(heard.text, "broadcasts.changes") and not (times_named(heard) and says(heard, "broadcasts.sent_then")):
        return None
    own = _answers(context, found[0])
    given, why = changes_said(context, WAITING_CHANGED, found[0].id, own, order)
    is_new = given and why and says(heard.text, "broadcasts.notice")
    if is_new or ("units" in given and own["to"] not in ("all", "units")):
        return None
    if not given and says(ordered, "broadcasts.moved_to", "broadcasts.another_time"):
        given = {"at": None, "at_day": ""}
    found = going_to_named(context, which, found) if which is not None else found
    return (found, {**own, **given}, why) if given else None


def changes_said(
    context: Context, declared: Declaration[Any], subject_id: int, own: Answers, order: str
) -> tuple[Answers, Html]:
    """Return what an order changes in the answers for a broadcast, and why it changes no more. Words are only added
    that are called a sentence or follow a sign (加一句…, 补充：…), since others may be for something else."""
    given, why = changes_ordered(context, declared, subject_id, own, order)
    text = own["text"]
    is_longer = given.get("text", text) != text and given["text"].startswith(text)
    clauses = (order, *clauses_of(order, spaces=True))
    called = any(with_words_added("text", each, text) or words_replaced(each, text) for each in clauses)
    return (given, why) if called or not is_longer else ({}, NOTHING)


def _apart(context: Context, heard: Understanding) -> tuple[Understanding | None, str]:
    """Return the words of a sentence that tell which broadcast is meant, None if there are none, and those that tell
    what is to be done with it. Units before the broadcast that get it as well or not do not tell which."""
    named = find_order(heard, "broadcasts.of_one")
    if named is None:
        return heard if says(heard, "broadcasts.not_sent") else None, quoted(heard.text, 0, len(heard.text))
    (_, end), times = named.place, tuple(of_kind(heard, Kind.TIME))
    in_it = says(heard, "broadcasts.time_corrected")
    if behind := quoted(heard.text, 0 if in_it else end, len(heard.text)):
        return hear(context, heard.text[:end]), behind
    of_units = says(heard.text, "broadcasts.also_to", "broadcasts.not_to")
    order = blank_spans(heard.text, [named.place, *spans(times)], " ")
    return replace(heard, readings=times) if of_units else heard, order


def _meant(context: Context, heard: Understanding, which: Understanding | None) -> list[Broadcast]:
    """Return the waiting broadcasts that may be meant: those that fit `which`; or else, unless one is being written,
    the one shown last, or all if a sentence names a notice, or if it does not matter which."""
    waiting, written = waiting_broadcasts(context.db), context.open_dialog
    if which is not None and (found := _fitting(context, which, waiting)):
        return found
    if written is not None and written.kind == BROADCAST.kind:
        return []
    shown = [] if says(heard.text, "broadcasts.notice") else [x for x in waiting if x.id == _shown_last(context)]
    is_free = written is None or written.kind == WAITING_CHANGED.kind
    of_any = says(heard.text, "broadcasts.notice", "broadcasts.one")
    of_any = of_any or (is_free and says(heard, *_OF_WHICHEVER_WAITS))
    return shown or (waiting if of_any else [])


def _fitting(context: Context, which: Understanding, waiting: list[Broadcast]) -> list[Broadcast]:
    """Return the waiting broadcasts that fit best to a day, an hour, a unit and words that are named, if any."""
    days, hours = _days(which), [each.at for each in clock_times(which.text)]
    units = known_addressees(context.db, which).unit_ids
    by_words = titles_named({each.id: each.said.text for each in waiting}, which.text)
    fits = {
        each.id: (each.sent_at.date().isoformat() in days)
        + (each.sent_at.time() in hours)
        + (not went_to_units(context.db, each).isdisjoint(units))
        + (each.id in by_words)
        for each in waiting
    }
    return [each for each in waiting if 0 < fits[each.id] == max(fits.values())]


def _shown_last(context: Context) -> int | None:
    """Return the id of the broadcast that is being changed, or was shown last with its stop button, or None."""
    if (changed := context.open_dialog_of(WAITING_CHANGED.kind)) is not None:
        return changed.subject_id
    found = argument_shown_last(context, Verb.BROADCAST, "stop")
    return int(found) if found else None


@reader(names=lambda talk, text, heard: _wished(talk.context, heard) is not None or _speaks_of_one(talk.context, heard))
async def change_waiting_broadcast(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to change a waiting broadcast as a coordinator orders, or show it with its stop button; if several may be
    meant, list them all. Return whether it did."""
    if not context.person.is_coordinator:
        return False
    if stopped := stopped_in_answer(context, meaning):
        await stop_sending(update, context, broadcast_by_id(context.db, stopped))
        return True
    wish = _wished(context, meaning)
    if wish is None:
        if not _speaks_of_one(context, meaning):
            return False
        await say_that_none_waits(update, context)
        return True
    found, answers, why = wish
    if len(found) != 1:
        await show_waiting_broadcasts(update, context)
    elif answers:
        await begin(update, context, WAITING_CHANGED, found[0].id, answers=answers, first=why)
    else:
        await show_broadcast(update, context, found[0], why)
        context.note_shown(update, context.last_messages.known.newest, Verb.BROADCAST, "stop", found[0].id)
    return True


def stopped_in_answer(context: Context, meaning: Understanding) -> int | None:
    """Return the id of the broadcast that a sentence stops, since it was asked last whether to stop it; or None."""
    match context.last_messages.list_shown():
        case (Verb.BROADCAST, "stop", found) if agrees(meaning.text) or says(meaning, "broadcasts.stop_it"):
            return int(found)
    return None


def _speaks_of_one(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence is about a broadcast although none waits. While another dialog is open, it must
    mention one, or one must just have been shown."""
    written, shown = context.open_dialog, _shown_last(context) is not None
    if waiting_broadcasts(context.db) or context.open_dialog_of(BROADCAST.kind) is not None:
        return False
    if shown and says(meaning, "broadcasts.called_off", "broadcasts.not_sent", "broadcasts.moved_to"):
        return True
    moves = bool(times_named(meaning)) and says(meaning, "broadcasts.moved")
    stops = written is None and bool(_days(meaning)) and says(meaning, "broadcasts.called_off")
    return stops or (moves and (written is None or says(meaning.text, "broadcasts.notice")))


def going_to_named(context: Context, meaning: Understanding, found: Sequence[Broadcast]) -> list[Broadcast]:
    """Return the broadcasts that go or went to a unit that is named, or all if no unit is named."""
    named = known_addressees(context.db, meaning).unit_ids
    return [each for each in found if not named or not went_to_units(context.db, each).isdisjoint(named)]


def _days(meaning: Understanding) -> list[str]:
    return [each.values[1] for each in of_kind(meaning, Kind.TIME)]


def _answers(context: Context, broadcast: Broadcast) -> Answers:
    """Return the answers for a waiting broadcast as it is, or as the open dialog changes it so far."""
    changed = context.open_dialog_of(WAITING_CHANGED.kind)
    is_it = changed is not None and changed.subject_id == broadcast.id
    return {"until": "", **answers_of(context, broadcast), **(changed.answers if changed and is_it else {})}


def _waiting_one(context: Context, dialog: Dialog) -> tuple[Broadcast, RecipientChoice]:
    broadcast = broadcast_by_id(context.db, dialog.subject_id)
    return broadcast, still_there(broadcast.chosen)


def _load(context: Context, dialog: Dialog) -> BroadcastDraft:
    broadcast, _ = _waiting_one(context, dialog)
    return load_broadcast_draft(context, replace(dialog, answers={**answers_of(context, broadcast), **dialog.answers}))


def _preview(talk: Talk[BroadcastDraft]) -> Html:
    """Return what changes: the time, the recipients, the words, or several of these."""
    context, language, after = talk.context, talk.language, talk.subject
    broadcast, chosen = _waiting_one(context, talk.dialog)
    words, before = sent.beginning_of(broadcast.said, language), broadcast.sent_at
    moved = texts.CHECK_MOVED(
        language,
        words=words,
        before=texts.moment_text(before, context.today, language),
        after=texts.moment_text(after.at, context.today, language) if after.at else texts.AT_ONCE,
    )
    to = recipient_lines(after.recipients, language)
    readdressed = texts.CHECK_READDRESSED(language, words=words, recipients=to)
    reworded = texts.CHECK_REWORDED(language, words=words, text=after.said.text)
    until = after.said.until
    answered = texts.CHECK_UNTIL(language, day=until) if until else texts.CHECK_NO_UNTIL(language)
    changed = {
        moved: before != after.at,
        answered: broadcast.said.until != until,
        readdressed: chosen != after.chosen,
        reworded: broadcast.said.text != after.said.text,
    }
    return join([*([each for each, is_new in changed.items() if is_new] or [moved]), texts.IF_RIGHT(language)])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    draft = _load(context, dialog)
    said = draft.said
    change_broadcast(context.db, context.actor, dialog.subject_id, draft.at, draft.chosen, said.text, said.until)
    send_due_announcements(context.db, context.now)
    context.bot_data.woken.set()
    return Ending(*progress_page(context, broadcast_by_id(context.db, dialog.subject_id)))


def _as_before(context: Context, dialog: Dialog) -> tuple[Html, InlineKeyboardMarkup]:
    """Return that the change is given up and the broadcast goes out as it was to, with its stop button."""
    text, keyboard = overview_page(context, broadcast_by_id(context.db, dialog.subject_id))
    return join([labels.CANCELLED(context.language), text]), keyboard


def _kept(question: Question[BroadcastDraft]) -> Question[BroadcastDraft]:
    """Return a question that is only asked once its answer is taken back; without one, the broadcast keeps its own."""
    return replace(question, answered=lambda talk: talk.answers.get(question.key, "") is not None)


_TO_WHOM, *_WHICH = RECIPIENT_QUESTIONS
*_, _UNTIL = REPLY_QUESTIONS
WAITING_CHANGED: Declaration[BroadcastDraft] = Declaration(
    kind="broadcast_time",
    load=_load,
    questions=(
        replace(SENDING_TIME, answered=lambda talk: talk.answers.get("at") is not None),
        replace(
            _UNTIL,
            put=lambda talk: texts.UNTIL_WHEN_THEN(talk.language, day=talk.subject.said.until),
            answered=is_answered_in_time,
            asked=lambda talk: bool(talk.subject.said.choices),
        ),
        _kept(replace(TEXT, buttons=lambda talk: (), files=False)),
        _kept(_TO_WHOM),
        *_WHICH,
    ),
    preview=_preview,
    finish=_finish,
    giving_up=GivingUp(answer=_as_before),
    waits=texts.NOT_MOVED_YET,
)
"""The dialog that sends a waiting broadcast at another time, to others or in other words."""
