"""What coordinators say about a broadcast that they have sent: 撤回刚才的通知, 谁还没回复."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from telegram import Update

from data import dialogs
from data.announcing.addressees import addressees_named
from data.announcing.answers import first_asked, respondents
from data.announcing.broadcasts import (
    Broadcast,
    broadcast_by_id,
    checked_answer_day,
    checked_text,
    latest_broadcast,
    latest_broadcasts,
    waiting_broadcasts,
)
from data.errors import Refusal, unless
from data.plan.deadlines.day_answer import read_day
from data.understanding import Aim, Kind, Mood, Understanding, find_order, of_kind, says, values_of
from data.understanding.announcing.sending_time import times_named
from data.understanding.dialog.words_edited import with_words_added
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.orders import quoted
from data.understanding.sureness import VERY_SURE
from data.understanding.titles_named import titles_named
from handlers.announcing import broadcast_page as page
from handlers.announcing.broadcast import BROADCAST
from handlers.announcing.broadcast_draft import JOINS, answers_of, recipients_of
from handlers.announcing.broadcast_page import say_how_to_recall, show_answers
from handlers.announcing.recipient_questions import recipient_answers
from handlers.announcing.replaced import REPLACES
from handlers.announcing.sending_time import time_answer
from handlers.announcing.texts import sent
from handlers.announcing.waiting_broadcasts import WAITING_CHANGED, changes_said, going_to_named
from handlers.dialog import Talk, acts_on, begin, cancel_open, reader
from handlers.dialog.declaration import is_begun, open_question
from handlers.telegram import Context, For, Verb, answer, hear, pressed, text_of
from handlers.wording import NOTHING, day_text

MOST = 20
AGAIN = "again"
"""The key, in the answers of a broadcast's dialog, of the broadcast that it asks once more of those who are silent."""
RECALLED = ("broadcasts.recalled", "broadcasts.recalled_as_wrong", "broadcasts.called_off")
RECALLED_AT_HAND = (*RECALLED, "broadcasts.recalled_at_hand")
TOLD_ON = ("broadcasts.told_on", "broadcasts.left_out")
ANSWERS_ASKED = ("broadcasts.answers_asked", "broadcasts.answers_to_it_asked")


def _taken_back(context: Context, heard: Understanding, *, at_hand: bool = False) -> Understanding | None:
    """Return a sentence or its first clause if that takes a broadcast back (刚才那个通知撤回，时间又变了), or None."""
    ways = RECALLED_AT_HAND if at_hand else RECALLED
    if says(heard, *ways):
        return heard
    if not says(heard.text, "broadcasts.recall"):
        return None
    clause = hear(context, next(iter(clauses_of(heard.text, spaces=True)), ""))
    return clause if says(clause, *ways) else None


@reader(
    for_=For.COORDINATORS,
    names=lambda talk, text, heard: says(heard, *ANSWERS_ASKED) or _taken_back(talk.context, heard) is not None,
)
async def answer_about_last_broadcast(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what can be done about the last broadcast if a coordinator takes it back; cancel the broadcast that is being
    written instead, if that is meant. Return whether it did."""
    written, last = context.open_dialog, latest_broadcast(context.db)
    shown = context.last_messages.shown(Verb.BROADCAST) is not None
    at_hand = shown if written is None else written.kind == BROADCAST.kind
    taken_back = _taken_back(context, meaning, at_hand=at_hand)
    if taken_back is None:
        return False
    is_meant = written is not None and (last is None or is_begun(context, written))
    if written is not None and written.kind == BROADCAST.kind and is_meant:
        await cancel_open(update, context, written)
    elif found := going_to_named(context, taken_back, latest_broadcasts(context.db, MOST)):
        await say_how_to_recall(update, context, _named(found, taken_back))
    elif last is not None:
        await page.show_broadcasts(update, context, sent.NONE_TO_THEM(context.language))
    elif meaning.aim is Aim.BROADCAST:
        await answer(update, context, sent.NO_EARLIER(context.language))
    else:
        return False
    return True


def _named(asking: Sequence[Broadcast], meaning: Understanding) -> Broadcast:
    """Return the newest broadcast with words of the sentence (周五的会谁没回), or else the newest."""
    named = titles_named({each.id: f"{each.said.text} {each.said.question}" for each in asking}, meaning.text)
    return next((each for each in asking if each.id in named), asking[0])


def _answers_wanted(context: Context, heard: Understanding) -> Understanding | None:
    """Return a sentence that asks who answered a broadcast, or who gave an answer of the last one (谁说不能)."""
    asking, given = _asking(context), find_order(heard, "broadcasts.answer_given_asked")
    chosen = given is not None and bool(asking) and given["choice"] in asking[0].said.choices
    of_one = bool(asking) and says(heard, "broadcasts.answers_of_unit_asked")
    return heard if says(heard, *ANSWERS_ASKED) or of_one or chosen else None


@acts_on(_answers_wanted, for_=For.COORDINATORS)
async def show_answers_to_it(update: Update, context: Context, meaning: Understanding) -> None:
    """Show who has answered the broadcast of which a sentence names words, or else the last, whatever its aim; or say
    that none asked anything."""
    if asking := _asking(context):
        await show_answers(update, context, _named(asking, meaning))
    else:
        await answer(update, context, sent.NOTHING_ASKED(context.language))


def _asked_again(context: Context, heard: Understanding) -> tuple[Understanding, str] | None:
    """Return a sentence that asks those who are silent once more, and what it wants said to them (没回复的再催一遍
    说今天必须回; 没回的再催一下 今天下班前必须回), or None."""
    if says(heard, "broadcasts.asks_again"):
        return heard, ""
    clauses = clauses_of(heard.text, spaces=True)
    ordered = hear(context, clauses[0]) if len(clauses) > 1 else None
    if ordered is None or not says(ordered, "broadcasts.asks_again"):
        return None
    more = heard.text[clauses[1].start :]
    led = find_order(more, "broadcasts.said_with_it")
    wanted = more if says(more, "broadcasts.to_be_answered_soon") else None
    words = led["words"] if led is not None else wanted
    return (ordered, words) if words is not None else None


@acts_on(_asked_again, for_=For.COORDINATORS)
async def ask_again(update: Update, context: Context, again: tuple[Understanding, str]) -> None:
    """Begin the broadcast of which a sentence names words, or else the last, once more to those who have not answered
    it, perhaps with more words. The day to answer by is asked for anew if it is over."""
    meaning, words = again
    await _ask_silent(update, context, meaning, words=words)


def _answers_put_off(context: Context, heard: Understanding) -> tuple[Understanding, date] | None:
    """Return a sentence that gives longer to answer a broadcast (回复截止延到下周三) and the day that it names, unless
    one is being written."""
    is_written = context.open_dialog_of(BROADCAST.kind, WAITING_CHANGED.kind) is not None
    if is_written or not says(heard, "broadcasts.answers_put_off"):
        return None
    until = unless(Refusal, read_day, heard.text, context.today)
    return (heard, until) if until is not None else None


@acts_on(_answers_put_off, for_=For.COORDINATORS)
async def put_off_answers(update: Update, context: Context, put_off: tuple[Understanding, date]) -> None:
    """Begin the broadcast anew for those who have not answered it, with the day as it is now. Raises DayGone."""
    meaning, until = put_off
    await _ask_silent(update, context, meaning, checked_answer_day(until, context.today))


async def _ask_silent(
    update: Update, context: Context, meaning: Understanding, until: date | None = None, words: str = ""
) -> None:
    """Begin the broadcast meant once more to those who have not answered it, perhaps with another day to answer by,
    also in its words, or with more `words`; show the answers if all have, and that the day stays, or say that nothing
    was asked."""
    asking = _asking(context)
    if not asking:
        await answer(update, context, sent.NOTHING_ASKED(context.language))
        return
    asked = _named(asking, meaning)
    reached = respondents(context.db, asked)
    silent = [each.person_id for each in reached if each.choice is None]
    if asked.replaced_by is not None:
        await show_answers(update, context, asked)
        return
    if not silent:
        stays = sent.DAY_STAYS if reached else sent.DAY_STAYS_FOR_NOW
        await show_answers(update, context, asked, stays(context.language) if until is not None else NOTHING)
        return
    answers = {**answers_of(context, asked), "to": "people", "people": silent, AGAIN: asked.id}
    if until is not None:
        answers |= {"until": str(until), "text": _with_other_day(context, asked, until)}
    if words:
        answers["text"] = checked_text(f"{asked.said.text}\n{words}", with_file=False)
    await begin(update, context, BROADCAST, update.update_id, answers=answers)


def _with_other_day(context: Context, asked: Broadcast, until: date) -> str:
    """Return the words of a broadcast with the day to answer by put right, if they tell it once."""
    heard = hear(context, asked.said.text)
    told = [each for each in of_kind(heard, Kind.TIME) if each.values[-1] == str(asked.said.until)]
    words = quoted(heard.text, told[0].start, told[0].end) if len(told) == 1 else ""
    day = sent.BY_DAY(context.language, day=day_text(until, context.language, context.today))
    return asked.said.text.replace(words, str(day), 1) if words else asked.said.text


def _said_again(context: Context, heard: Understanding) -> tuple[Broadcast, str] | None:
    """Return the last broadcast, if a sentence says to send it again, and its words with those to be added."""
    again = find_order(heard, "broadcasts.sent_again")
    last = latest_broadcast(context.db)
    if again is None or last is None:
        return None
    more = again["words"] or again["more"]
    words = with_words_added("text", more, last.said.text) if more else last.said.text
    return (last, words) if words is not None else None


@acts_on(_said_again, for_=For.COORDINATORS)
async def send_again(update: Update, context: Context, again: tuple[Broadcast, str]) -> None:
    """Begin the last broadcast once more to the same recipients, with these words."""
    broadcast, words = again
    answers = {**answers_of(context, broadcast), **time_answer(None), "text": words}
    await begin(update, context, BROADCAST, update.update_id, answers=answers)


def _sent_to_others(context: Context, heard: Understanding) -> tuple[Broadcast, Understanding] | None:
    """Return the last broadcast and the sentence, if it says that other units get that as well (那条也发给海关). None
    while one is being written, or if those who get one can still be changed."""
    last = latest_broadcast(context.db)
    shown = context.last_messages.shown(Verb.BROADCAST) is not None and heard.names(Kind.UNIT)
    is_named = shown or says(heard.text, "broadcasts.notice", "broadcasts.one")
    waits = any(each.chosen and each.chosen.of_units for each in waiting_broadcasts(context.db))
    is_written = context.open_dialog_of(BROADCAST.kind, WAITING_CHANGED.kind) is not None
    adds = is_named and not waits and not is_written and says(heard, "broadcasts.readdressed")
    return (last, heard) if last is not None and adds else None


@acts_on(_sent_to_others, for_=For.COORDINATORS)
async def send_to_others(update: Update, context: Context, found: tuple[Broadcast, Understanding]) -> None:
    """Begin to send the last broadcast to other units as well; if it did not go to units, it goes out once more."""
    broadcast, heard = found
    first = first_asked(context.db, broadcast)
    to = recipient_answers(context, addressees_named(context.db, heard), heard.text)
    answers, of_units = answers_of(context, first), recipients_of(context, first).get("to") in ("units", "all")
    joins = {JOINS: first.id} if of_units and first.replaced_by is None and not first.stopped else {}
    await begin(update, context, BROADCAST, update.update_id, answers={**answers, **to, **joins})


def _asking(context: Context) -> list[Broadcast]:
    return [each for each in latest_broadcasts(context.db, MOST) if each.said.choices]


class Correction(NamedTuple):
    """What the recipients of a broadcast are told in place of it: these words or, if empty, what the coordinator has
    just written. `asks_anew`: whoever was asked whether they come is asked again, for the other time."""

    broadcast: Broadcast
    words: str = ""
    asks_anew: bool = False


def _correction_in(context: Context, heard: Understanding) -> Correction | None:
    """Return the correction of the last broadcast in a sentence that begins by saying so (更正：会议改到2点半), gives
    another time of what it or the one shown last tells (时间写错了，是周四), calls its meeting off (会不开了), or tells
    its recipients something (会议改到3点了，通知一下) or only what was changed (告诉大家改到3点). None if it names a
    task, unless that only tells which broadcast is meant (1-2的通知写错了), is surely an order by itself (更正：提醒
    时间是8点), or the person speaks for a unit."""
    last, of_office = latest_broadcast(context.db), not context.person.speaks_for
    if last is None or (heard.names(Kind.UNIT) and says(heard, "broadcasts.readdressed")):
        return None
    of_others = {*values_of(heard, Kind.CODE)} - {*values_of(hear(context, last.said.text), Kind.CODE)}
    if heard.names(Kind.CODE) and not of_others and says(heard.text, "broadcasts.notice"):
        heard = hear(context, blank(heard.text, of_kind(heard, Kind.CODE), "").strip())
    off = None if last.waits or not of_office or of_others else _meeting_off(context, last, heard)
    if off is not None:
        return off
    shown = context.last_messages.shown(Verb.BROADCAST) is not None
    of_its_time = (shown or _names_time_of_meeting(last, heard)) and not says(heard.text, "broadcasts.goes_out")
    inside = None if last.waits else find_order(heard, "broadcasts.put_right")
    if inside and of_office and (told := _changed_in(context, last, hear(context, inside["words"]))):
        return told
    telling = None if last.waits else find_order(heard, "broadcasts.told_of_change")
    heard = hear(context, telling["words"]) if telling else heard
    is_of_it = of_its_time or telling or says(heard, "broadcasts.time_corrected")
    names_task = heard.names(Kind.CODE)
    may_be = is_of_it or (of_office and says(heard, "broadcasts.corrected"))
    if not last.waits and not names_task and may_be and (told := _changed_in(context, last, heard)):
        return told
    if not of_office:
        return None
    if telling and (shown or times_named(heard)) and not names_task:
        return Correction(last, heard.text)
    in_its_words = ["broadcasts.time_corrected"] if not last.waits and times_named(heard) else []
    found = find_order(heard, "broadcasts.corrected", *in_its_words, *(TOLD_ON if shown else []))
    if found is None:
        return None
    by_itself, told_on = hear(context, found["words"]), found.way in TOLD_ON
    is_order = by_itself.aim is not Aim.UNKNOWN and by_itself.confidence >= VERY_SURE
    asks = Mood.ASKS in by_itself.moods
    if (not told_on and (asks or (is_order and not found["right"]))) or by_itself.names(Kind.CODE):
        return None
    return Correction(last, found["words"] if told_on else "")


def _meeting_off(context: Context, last: Broadcast, heard: Understanding) -> Correction | None:
    """Return the news that the meeting of a broadcast does not take place, if a sentence says so, or None. What it says
    besides is news as well, unless that gives another day, asks something or orders a nudge."""
    off = find_order(heard, "broadcasts.meeting_off")
    if off is None or not says(last.said.text, "broadcasts.called_to"):
        return None
    more = hear(context, off["more"])
    moves = more.names(Kind.TIME) and says(more.text, "broadcasts.moves")
    if moves and (told := _changed_in(context, last, more)):
        return told
    asks = Mood.ASKS in more.moods and not says(more, "broadcasts.told_later")
    if asks or more.aim is Aim.NUDGE:
        return None
    notice = sent.without_correction(last.said.text, context.language)
    return Correction(last, str(sent.MEETING_OFF(context.language, words=off["words"], notice=notice)))


def _changed_in(context: Context, last: Broadcast, heard: Understanding) -> Correction | None:
    """Return a correction that tells a broadcast anew as a sentence changes it, or only the words that this adds; None
    if it does not change its words, or calls the meeting off."""
    if says(heard, "broadcasts.meeting_off"):
        return None
    before = sent.without_correction(last.said.text, context.language)
    own = {"to": "", "until": "", **answers_of(context, last), "text": before}
    given, _ = changes_said(context, BROADCAST, last.id, own, quoted(heard.text, 0, len(heard.text)))
    words = given.get("text")
    if not words:
        return None
    if (added := words.removeprefix(before).strip()) != words:
        return Correction(last, added)
    clauses = clauses_of(heard.text, spaces=True)
    more = [each for each in clauses if "text" not in changes_said(context, BROADCAST, last.id, own, each)[0]]
    kept = [*map(str.strip, clauses_of(words))]
    changed = [each.strip() for each in clauses_of(before) if each.strip() not in kept]
    lines = [sent.CORRECTION(context.language, words=words), *(["，".join(more)] if more and len(given) > 1 else [])]
    was = sent.BEFORE(context.language, words="，".join(changed))
    return Correction(last, "\n".join([*lines, was] if changed else lines), asks_anew=True)


def _changed_while_asked_again(context: Context, heard: Understanding) -> Correction | None:
    """Return the correction of what is being asked once more, if a sentence moves that or calls it off."""
    written = context.open_dialog_of(BROADCAST.kind)
    if written is None or AGAIN not in written.answers:
        return None
    asked = broadcast_by_id(context.db, written.answers[AGAIN])
    moved = _changed_in(context, asked, heard)
    return moved if moved is not None and moved.asks_anew else _meeting_off(context, asked, heard)


def _of_its_meeting(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a sentence moves or calls off the meeting of the last broadcast while something else is open,
    unless any words may answer that, or it tells of a meeting itself."""
    question, last = open_question(talk), latest_broadcast(talk.context.db)
    of_meeting = talk.dialog.kind == BROADCAST.kind and says(str(talk.answers.get("text")), "broadcasts.called_to")
    if last is None or of_meeting or (question is not None and question.free):
        return False
    is_news = says(heard, "broadcasts.meeting_off") or _names_time_of_meeting(last, heard)
    return is_news and _correction_in(talk.context, heard) is not None


def _names_time_of_meeting(last: Broadcast, heard: Understanding) -> bool:
    """Return whether a sentence names a meeting and a time, and the last broadcast calls people to one."""
    of_meeting = all(says(each, "broadcasts.called_to") for each in (heard.text, last.said.text))
    return of_meeting and (heard.names(Kind.TIME) or bool(times_named(heard)))


async def _correct(update: Update, context: Context, correction: Correction) -> None:
    """Begin a correction to the recipients of a broadcast, also those who had answered it before others were asked once
    more; asking these is given up."""
    if (written := context.open_dialog_of(BROADCAST.kind)) is not None and AGAIN in written.answers:
        dialogs.drop_dialog(context.db, written)
    broadcast, words, anew = correction
    broadcast = first_asked(context.db, broadcast)
    if anew:
        told = {**answers_of(context, broadcast), REPLACES: broadcast.id if broadcast.said.choices else None}
    else:
        told = {"reply": "no", **recipients_of(context, broadcast)}
    await begin(update, context, BROADCAST, update.update_id, answers={**told, "text": words or text_of(update)})


begin_broadcast_correction = acts_on(_correction_in, for_=For.COORDINATORS, names=_of_its_meeting)(_correct)
"""Begins the correction of the last broadcast that a sentence tells."""
correct_what_is_asked_again = acts_on(_changed_while_asked_again, for_=For.COORDINATORS, named=True)(_correct)
"""Begins the correction of the broadcast that was to be asked about once more."""


async def press_broadcast(update: Update, context: Context) -> None:
    """Handle a button of a broadcast, or the one that lists them all. Raises StaleButton."""
    choice, *number = pressed(update)
    if choice == "list":
        await page.show_broadcasts(update, context)
        return
    broadcast = broadcast_by_id(context.db, int(number[0]))
    match choice:
        case "move":
            await begin(update, context, WAITING_CHANGED, broadcast.id)
        case "correct":
            await _correct(update, context, Correction(broadcast))
        case "stop":
            await page.stop_sending(update, context, broadcast)
        case "answers":
            await page.show_answers(update, context, broadcast)
        case "sheet":
            await page.send_sheet(update, context, broadcast)
        case _:
            await page.show_broadcast(update, context, broadcast)
