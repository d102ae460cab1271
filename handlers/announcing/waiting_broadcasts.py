"""Changing or stopping a broadcast that waits for its time: 周五那条通知改成下午三点发, 那条也发给海关."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data.announcing.addressees import known_addressees
from data.announcing.answers import went_to_units
from data.announcing.broadcasts import (
    Broadcast,
    broadcast_by_id,
    change_broadcast,
    latest_broadcast,
    waiting_broadcasts,
)
from data.announcing.coming_announcements import send_due_announcements
from data.announcing.nudging_times import checked_moment
from data.announcing.recipients import RecipientChoice, recipients
from data.dialogs import Dialog
from data.errors import still_there
from data.errors.announcing import TimeGone
from data.understanding import Kind, Mood, Reading, Understanding, find_order, of_kind, says
from data.understanding.announcing.addressees import only_names_addressees
from data.understanding.announcing.sending_time import names_time_of, other_moment, with_time_put_right
from data.understanding.clock_times import clock_times
from data.understanding.dialog.words_edited import with_words_added
from data.understanding.matters import last_clause_apart
from data.understanding.normalise.sentence import blank_spans, clauses_of, spans
from data.understanding.orders import quoted
from data.understanding.titles_named import titles_named
from handlers.announcing.broadcast import BROADCAST
from handlers.announcing.broadcast_draft import (
    BroadcastDraft,
    chosen_recipients,
    recipients_answered,
    time_answered,
)
from handlers.announcing.broadcast_page import (
    overview_page,
    progress_page,
    say_that_none_waits,
    show_broadcast,
    show_waiting_broadcasts,
)
from handlers.announcing.recipient_questions import RECIPIENT_QUESTIONS
from handlers.announcing.sending_time import SENDING_TIME, time_answer
from handlers.announcing.texts import sending_time as texts
from handlers.announcing.texts import sent
from handlers.announcing.texts.broadcast import recipient_lines
from handlers.dialog import Declaration, Ending, GivingUp, Talk, begin, reader
from handlers.dialog.opening import argument_shown_last
from handlers.dialog.reason import leftovers_text
from handlers.telegram import NOTHING, Context, Html, Verb, hear, join, labels, refusal


def _is_about_a_broadcast(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a sentence is about a waiting broadcast; if none waits, whether it mentions one while none is
    being written."""
    if waiting_broadcasts(talk.context.db):
        by_words = _by_words(talk.context, heard) or _readdressed(talk.context, heard) or _reworded(talk.context, heard)
        return _moves_or_stops(talk.context, heard) or by_words is not None
    return talk.dialog.kind != BROADCAST.kind and says(heard, "broadcasts.moved_notice")


def _moves_or_stops(context: Context, heard: Understanding) -> bool:
    if says(heard, "broadcasts.called_off", "broadcasts.another_time") or _moves(heard):
        return True
    if says(heard, "broadcasts.not_sent") and _goes_out_then(context, heard):
        return True
    if waiting_broadcasts(context.db) and _sends_now(context, heard):
        return True
    if (shown := _shown_last(context)) is None:
        return False
    asks_who_gets_it = Mood.ASKS in heard.moods and says(heard.text, "broadcasts.gets_it")
    asks_of_it = asks_who_gets_it and any(each.id == shown for each in waiting_broadcasts(context.db))
    return asks_of_it or says(heard, "broadcasts.not_sent", "broadcasts.moved_to")


def _goes_out_then(context: Context, heard: Understanding) -> bool:
    """Return whether a broadcast waits for a day that a sentence names."""
    return any(each.sent_at.date().isoformat() in _days(heard) for each in waiting_broadcasts(context.db))


def _sends_now(context: Context, heard: Understanding) -> bool:
    """Return whether a sentence says that a waiting broadcast is to go out at once (算了现在就发), and nothing else is
    open that it may mean."""
    written = context.open_dialog
    return (written is None or written.kind == WAITING_CHANGED.kind) and says(heard, "broadcasts.sent_now")


def broadcasts_to_readdress(context: Context) -> list[Broadcast] | None:
    """Return the waiting broadcasts to units, who can be others yet; None while one is being written or changed, which
    is meant then."""
    written = context.open_dialog
    if written is not None and written.kind in (BROADCAST.kind, WAITING_CHANGED.kind):
        return None
    return [each for each in waiting_broadcasts(context.db) if each.chosen and each.chosen.of_units]


def _readdressed(context: Context, heard: Understanding) -> tuple[list[Broadcast], str] | None:
    """Return the waiting broadcasts that may be meant, and the words for the units that get it as well or not, if a
    sentence says that (公安局那条也发给海关)."""
    waiting = broadcasts_to_readdress(context)
    if not waiting or not any(of_kind(heard, Kind.UNIT)):
        return None
    shown = [each for each in waiting if each.id == _shown_last(context)]
    order = find_order(heard, "broadcasts.readdressed", *(["broadcasts.readdressed_at_hand"] if shown else []))
    if order is None:
        return None
    others = order["others"] if any(of_kind(hear(context, order["others"]), Kind.UNIT)) else ""
    one = hear(context, heard.text.removesuffix(others)) if others else replace(heard, readings=_times(heard))
    found = _narrowed(context, one, waiting)
    return found if len(found) < len(waiting) or not shown else shown, others or _without_times(heard)


def _reworded(context: Context, heard: Understanding) -> tuple[Broadcast, str] | None:
    """Return the waiting broadcast shown or written last, and its words with a sentence added (加一句：…), or with
    another time, if a sentence gives that and does not mean the time of sending (3点改成5点, 会议改到周五)."""
    of_words = says(heard, "broadcasts.time_corrected")
    last = latest_broadcast(context.db) if of_words else None
    meant = [each for each in waiting_broadcasts(context.db) if each.id == (last.id if last else _shown_last(context))]
    text = _changed_so_far(context, meant[0]).get("text") or meant[0].said.text if meant else ""
    if meant and (longer := with_words_added("text", quoted(heard.text, 0, len(heard.text)), text)) is not None:
        return meant[0], longer
    if not meant or says(heard.text, "broadcasts.goes_out"):
        return None
    written = hear(context, text)
    of_words = of_words or says(heard, "broadcasts.meeting") or names_time_of(heard, written, meant[0].sent_at)
    words = with_time_put_right(heard, written) if of_words else ""
    return (meant[0], words) if words not in ("", text) else None


def _by_words(context: Context, heard: Understanding) -> tuple[list[Broadcast], Understanding] | None:
    """Return the waiting broadcasts that a sentence names by their words, and what it orders of them; or None."""
    named, waiting = find_order(heard, "broadcasts.one_by_words"), waiting_broadcasts(context.db)
    if named is None or not waiting:
        return None
    rest = hear(context, named["rest"])
    meant = titles_named({each.id: each.said.text for each in waiting}, named["words"])
    orders = _moves(rest) or says(rest, "broadcasts.called_off", "broadcasts.not_sent", "broadcasts.moved_to")
    return ([each for each in waiting if each.id in meant], rest) if meant and orders else None


def _order_behind(context: Context, heard: Understanding) -> tuple[str, Understanding]:
    """Return the words before the last clause of a sentence, and that clause, if it orders something of the broadcast
    shown last and the sentence does not as a whole (等海关的进来了再发 改到后天)."""
    before, last = last_clause_apart(heard.text)
    if _shown_last(context) is None or any(of_kind(heard, Kind.CODE)) or _moves_or_stops(context, heard):
        return "", heard
    alone = hear(context, last)
    return (quoted(heard.text, 0, len(before)).rstrip("，,"), alone) if _moves_or_stops(context, alone) else ("", heard)


def _recipients_behind(context: Context, heard: Understanding) -> tuple[Understanding, str]:
    """Return a sentence without the clause behind it that only adds recipients (那条改成9点，加上商务局), and that
    clause."""
    clauses = clauses_of(heard.text, spaces=True)
    if len(clauses) < 2 or not only_names_addressees(hear(context, clauses[-1])):
        return heard, ""
    return hear(context, heard.text[: -len(clauses[-1])].rstrip(" ，,")), clauses[-1]


def _shown_last(context: Context) -> int | None:
    """Return the id of the broadcast that is being changed, or was shown last with its stop button, or None."""
    if context.open_dialog is not None and context.open_dialog.kind == WAITING_CHANGED.kind:
        return context.open_dialog.subject_id
    found = argument_shown_last(context, Verb.BROADCAST, "stop")
    return int(found) if found else None


def _moves(heard: Understanding) -> bool:
    names_a_time = bool(_days(heard)) or any(clock_times(heard.text))
    return names_a_time and says(heard, "broadcasts.moved")


@reader(names=_is_about_a_broadcast)
async def change_waiting_broadcast(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to move a waiting broadcast to the time that a coordinator names, to send it to others or with another time
    in its words, or show it with its stop button; if several may be meant, list them all. Return whether it did."""
    if not context.person.is_coordinator:
        return False
    if (reworded := _reworded(context, meaning)) is not None:
        await _change(update, context, reworded[0], text=reworded[1])
        return True
    if (readdressed := _readdressed(context, meaning)) is not None:
        [broadcast, *more], words = readdressed
        await (show_waiting_broadcasts(update, context) if more else _change(update, context, broadcast, words=words))
        return True
    meaning, others = _recipients_behind(context, meaning)
    left, meaning = _order_behind(context, meaning)
    named = _by_words(context, meaning)
    if named is None and not _moves_or_stops(context, meaning):
        return False
    waiting, meaning = named or (_waiting(context, meaning), meaning)
    moves = _moves(meaning) or says(meaning, "broadcasts.moved_to")
    if not waiting and not _speaks_of_one(context, meaning, moves):
        return False
    if not waiting:
        await say_that_none_waits(update, context)
    elif len(waiting) > 1 or not going_to_named(context, meaning, waiting):
        await show_waiting_broadcasts(update, context)
    elif _sends_now(context, meaning):
        await _change(update, context, waiting[0], time_answer(None))
    elif moves or says(meaning, "broadcasts.another_time"):
        await _begin(update, context, waiting[0], meaning, others, leftovers_text(context, [left] if left else []))
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
    waiting = waiting_broadcasts(context.db)
    if not says(meaning, "broadcasts.called_off", "broadcasts.moved") and (shown := _shown_last(context)) is not None:
        return [each for each in waiting if each.id == shown]
    return _narrowed(context, meaning, waiting)


def _narrowed(context: Context, meaning: Understanding, found: list[Broadcast]) -> list[Broadcast]:
    """Return those of the broadcasts that match a day, an hour or a unit that is named; all if none matches."""
    days, hours = _days(meaning), [each.at for each in clock_times(meaning.text)]
    found = [each for each in found if each.sent_at.date().isoformat() in days] or found
    found = [each for each in found if each.sent_at.time() in hours] or found
    return going_to_named(context, meaning, found) or found


def going_to_named(context: Context, meaning: Understanding, found: Sequence[Broadcast]) -> list[Broadcast]:
    """Return the broadcasts that go or went to a unit that is named, or all if no unit is named."""
    named = known_addressees(context.db, meaning).unit_ids
    return [each for each in found if not named or not went_to_units(context.db, each).isdisjoint(named)]


def _times(meaning: Understanding) -> tuple[Reading, ...]:
    return tuple(of_kind(meaning, Kind.TIME))


def _days(meaning: Understanding) -> list[str]:
    return [each.values[1] for each in _times(meaning)]


def _without_times(meaning: Understanding) -> str:
    return blank_spans(meaning.text, spans(_times(meaning)), " ").strip()


def _changed_so_far(context: Context, broadcast: Broadcast) -> Mapping[str, Any]:
    """Return the answers of the open dialog if that changes this broadcast."""
    written = context.open_dialog
    is_it = written is not None and (written.kind, written.subject_id) == (WAITING_CHANGED.kind, broadcast.id)
    return written.answers if written is not None and is_it else {}


async def _begin(
    update: Update, context: Context, broadcast: Broadcast, meaning: Understanding, others: str, first: Html
) -> None:
    """Propose the day and the time that are named, and `others` as recipients, below `first`; what is not named stays
    as it is."""
    moment, answers = other_moment(meaning, broadcast.sent_at), {}
    try:
        if moment != broadcast.sent_at:
            answers = time_answer(checked_moment(moment, context.now))
    except TimeGone as why:
        first = join([first, refusal(why, context.language)])
    await _change(update, context, broadcast, answers, others, first=first)


async def _change(
    update: Update,
    context: Context,
    broadcast: Broadcast,
    time: Mapping[str, Any] | None = None,
    words: str = "",
    text: str = "",
    first: Html = NOTHING,
) -> None:
    """Begin to change a broadcast: to another time, to the recipients as `words` change them, and to another `text`.
    Without a time or a text it keeps its own."""
    present = recipients_answered(broadcast.chosen) if words and broadcast.chosen else {}
    own = {**present, **time_answer(broadcast.sent_at), "text": broadcast.said.text}
    answers = {**own, **_changed_so_far(context, broadcast), **({"text": text} if text else {})}
    answers |= {"at": None, "at_day": "", **time} if time is not None else {}
    await begin(update, context, WAITING_CHANGED, broadcast.id, answers=answers, said=words, first=first)


def _waiting_one(context: Context, dialog: Dialog) -> tuple[Broadcast, RecipientChoice]:
    """Return the broadcast that a dialog changes, and the recipients it had."""
    broadcast = broadcast_by_id(context.db, dialog.subject_id)
    return broadcast, still_there(broadcast.chosen)


def _load(context: Context, dialog: Dialog) -> BroadcastDraft:
    broadcast, before = _waiting_one(context, dialog)
    chosen = chosen_recipients(context, dialog.answers) if "to" in dialog.answers else before
    found = recipients(context.db, chosen, context.today)
    said = replace(broadcast.said, text=dialog.answers.get("text") or broadcast.said.text)
    return BroadcastDraft(said, chosen, found, time_answered(dialog.answers))


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
    changed = {moved: before != after.at, readdressed: chosen != after.chosen, reworded: broadcast.said != after.said}
    return join([*([each for each, is_new in changed.items() if is_new] or [moved]), texts.IF_RIGHT(language)])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    draft = _load(context, dialog)
    change_broadcast(context.db, context.actor, dialog.subject_id, draft.at, draft.chosen, draft.said.text)
    send_due_announcements(context.db, context.now)
    context.bot_data.woken.set()
    return Ending(*progress_page(context, broadcast_by_id(context.db, dialog.subject_id)))


def _as_before(context: Context, dialog: Dialog) -> tuple[Html, InlineKeyboardMarkup]:
    """Return that the change is given up and the broadcast goes out as it was to, with its stop button."""
    text, keyboard = overview_page(context, broadcast_by_id(context.db, dialog.subject_id))
    return join([labels.CANCELLED(context.language), text]), keyboard


_TO_WHOM, *_WHICH = RECIPIENT_QUESTIONS
WAITING_CHANGED: Declaration[BroadcastDraft] = Declaration(
    kind="broadcast_time",
    load=_load,
    questions=(
        replace(SENDING_TIME, answered=lambda talk: talk.answers.get("at") is not None),
        replace(_TO_WHOM, answered=lambda talk: talk.answers.get("to", "") is not None),
        *_WHICH,
    ),
    preview=_preview,
    finish=_finish,
    giving_up=GivingUp(answer=_as_before),
    waits=texts.NOT_MOVED_YET,
)
"""The dialog that sends a waiting broadcast at another time or to others."""
