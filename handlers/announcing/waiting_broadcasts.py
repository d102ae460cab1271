"""Moving or stopping a broadcast that waits for its time: 周五那条通知改成下午三点发, 周五的通知不发了."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Update

from data.announcing.addressees import known_addressees
from data.announcing.broadcasts import Broadcast, broadcast_by_id, move_broadcast, waiting_broadcasts
from data.announcing.coming_announcements import send_due_announcements
from data.announcing.nudging_times import checked_moment
from data.dialogs import Dialog
from data.errors import still_there
from data.errors.announcing import TimeGone
from data.understanding import Kind, Understanding, find_order, of_kind, says
from data.understanding.announcing.addressees import only_names_addressees
from data.understanding.announcing.sending_time import other_moment
from data.understanding.clock_times import clock_times
from data.understanding.dialog.lists_changed import clauses_of
from data.understanding.titles_named import titles_named
from handlers.announcing.broadcast import BROADCAST
from handlers.announcing.broadcast_draft import time_answered
from handlers.announcing.broadcast_page import (
    progress_page,
    say_that_none_waits,
    show_broadcast,
    show_waiting_broadcasts,
)
from handlers.announcing.sending_time import SENDING_TIME, time_answer
from handlers.announcing.texts import sending_time as texts
from handlers.announcing.texts import sent
from handlers.dialog import Declaration, Ending, Talk, begin, reader
from handlers.dialog.opening import argument_shown_last
from handlers.dialog.reason import leftovers_text
from handlers.telegram import Context, Html, Verb, answer, hear, refusal


def _is_about_a_broadcast(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a sentence is about a waiting broadcast; if none waits, whether it mentions one while none is
    being written."""
    if waiting_broadcasts(talk.context.db):
        return _moves_or_stops(talk.context, heard) or _by_words(talk.context, heard) is not None
    return talk.dialog.kind != BROADCAST.kind and says(heard, "broadcasts.moved_notice")


def _moves_or_stops(context: Context, heard: Understanding) -> bool:
    named = says(heard, "broadcasts.called_off", "broadcasts.another_time") or _moves(heard)
    return named or (_shown_last(context) is not None and says(heard, "broadcasts.not_sent", "broadcasts.moved_to"))


def _by_words(context: Context, heard: Understanding) -> tuple[list[Broadcast], Understanding] | None:
    """Return the waiting broadcasts that a sentence names by their words, and what it orders of them; or None."""
    named, waiting = find_order(heard, "broadcasts.one_by_words"), waiting_broadcasts(context.db)
    if named is None or not waiting:
        return None
    rest = hear(context, named["rest"])
    meant = titles_named({each.id: each.said.text for each in waiting}, named["words"])
    orders = _moves(rest) or says(rest, "broadcasts.called_off", "broadcasts.not_sent", "broadcasts.moved_to")
    return ([each for each in waiting if each.id in meant], rest) if meant and orders else None


def _recipients_behind(context: Context, heard: Understanding) -> tuple[Understanding, str]:
    """Return a sentence without the clause behind it that only adds recipients (那条改成9点，加上商务局), and that
    clause."""
    clauses = [*clauses_of(heard.text)]
    if len(clauses) < 2 or not only_names_addressees(hear(context, clauses[-1])):
        return heard, ""
    return hear(context, heard.text[: -len(clauses[-1])].rstrip(" ，,")), clauses[-1]


def _shown_last(context: Context) -> int | None:
    """Return the id of the broadcast that was shown last with its stop button, or None."""
    found = argument_shown_last(context, Verb.BROADCAST, "stop")
    return int(found) if found else None


def _moves(heard: Understanding) -> bool:
    names_a_time = bool(_days(heard)) or any(clock_times(heard.text))
    return names_a_time and says(heard, "broadcasts.moved")


@reader(names=_is_about_a_broadcast)
async def change_waiting_broadcast(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to move a waiting broadcast to the time that a coordinator names, or show it with its stop button; if
    several may be meant, list them all. Return whether it did."""
    if not context.person.is_coordinator:
        return False
    meaning, added = _recipients_behind(context, meaning)
    named = _by_words(context, meaning)
    if named is None and not _moves_or_stops(context, meaning):
        return False
    waiting, meaning = named or (_waiting(context, meaning), meaning)
    moves = _moves(meaning) or says(meaning, "broadcasts.moved_to")
    if not waiting and not _speaks_of_one(context, meaning, moves):
        return False
    if added:
        await answer(update, context, leftovers_text(context, [added]))
    if not waiting:
        await say_that_none_waits(update, context)
    elif len(waiting) > 1 or not _goes_to_named(context, meaning, waiting[0]):
        await show_waiting_broadcasts(update, context)
    elif moves or says(meaning, "broadcasts.another_time"):
        await _begin(update, context, waiting[0], meaning)
    else:
        await show_broadcast(update, context, waiting[0])
    return True


def _speaks_of_one(context: Context, meaning: Understanding, moves: bool) -> bool:
    """Return whether a sentence is about a broadcast although none waits. While another dialog is open, it must
    mention one, or one must just have been shown."""
    written = context.open_dialog
    if _shown_last(context) is not None or says(meaning, "broadcasts.moved_notice"):
        return written is None or written.kind != BROADCAST.kind
    return written is None and (moves or (bool(_days(meaning)) and says(meaning, "broadcasts.called_off")))


def _waiting(context: Context, meaning: Understanding) -> list[Broadcast]:
    """Return the waiting broadcasts that may be meant: the one shown last, or else those that match a day, an hour
    or a unit that is named; all of them if none matches."""
    if not says(meaning, "broadcasts.called_off", "broadcasts.moved") and (shown := _shown_last(context)) is not None:
        return [each for each in waiting_broadcasts(context.db) if each.id == shown]
    found, days, hours = waiting_broadcasts(context.db), _days(meaning), [each.at for each in clock_times(meaning.text)]
    found = [each for each in found if _local(context, each).date().isoformat() in days] or found
    found = [each for each in found if _local(context, each).time() in hours] or found
    return [each for each in found if _goes_to_named(context, meaning, each)] or found


def _goes_to_named(context: Context, meaning: Understanding, broadcast: Broadcast) -> bool:
    """Return whether a broadcast goes to a unit that is named, or no unit is named."""
    chosen, named = broadcast.chosen, known_addressees(context.db, meaning).unit_ids
    return not named or chosen is None or chosen.everybody or not set(named).isdisjoint(chosen.unit_ids)


def _days(meaning: Understanding) -> list[str]:
    return [each.values[1] for each in of_kind(meaning, Kind.TIME)]


def _local(context: Context, broadcast: Broadcast) -> datetime:
    return broadcast.sent_at.astimezone(context.zone)


async def _begin(update: Update, context: Context, broadcast: Broadcast, meaning: Understanding) -> None:
    """Propose the day and the time that are named; what is not named stays as it is."""
    before = _local(context, broadcast)
    moment = other_moment(meaning, before)
    try:
        answers = time_answer(checked_moment(moment, context.now)) if moment != before else {}
        await begin(update, context, NEW_TIME, broadcast.id, answers=answers)
    except TimeGone as why:
        await begin(update, context, NEW_TIME, broadcast.id, first=refusal(why, context.language))


def _load(context: Context, dialog: Dialog) -> Broadcast:
    broadcast = broadcast_by_id(context.db, dialog.subject_id)
    return still_there(broadcast if broadcast.waits else None)


def _preview(talk: Talk[Broadcast]) -> Html:
    today, language = talk.context.today, talk.language
    before, after = _local(talk.context, talk.subject), time_answered(talk.answers)
    return texts.CHECK_MOVED(
        language,
        words=sent.beginning_of(talk.subject.said, language),
        before=texts.moment_text(before, today, language),
        after=texts.moment_text(after, today, language) if after else texts.AT_ONCE,
    )


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    move_broadcast(context.db, context.actor, dialog.subject_id, time_answered(dialog.answers))
    send_due_announcements(context.db, context.now)
    context.bot_data.woken.set()
    return Ending(*progress_page(context, broadcast_by_id(context.db, dialog.subject_id)))


NEW_TIME: Declaration[Broadcast] = Declaration(
    kind="broadcast_time",
    load=_load,
    questions=(replace(SENDING_TIME, answered=lambda talk: talk.answers.get("at") is not None),),
    preview=_preview,
    finish=_finish,
    waits=texts.NOT_MOVED_YET,
)
"""The dialog that moves a waiting broadcast to another time."""
