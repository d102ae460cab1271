"""/broadcast, and the sentences that order or ask about a broadcast."""

from dataclasses import asdict
from functools import partial
from types import MappingProxyType
from typing import Any

from telegram import Update

from data.announcing.addressees import Addressees, known_addressees, units_named
from data.announcing.broadcasts import checked_files, checked_text, latest_broadcast
from data.errors import Refusal, UnknownUnit, unless
from data.errors.announcing import RecipientUnclear, TimeGone
from data.office.task_notes import open_notes, tells_of_difficulty
from data.standing.assignments import assignments
from data.understanding import Aim, Kind, Mood, Understanding, find_order, of_kind, says
from data.understanding.announcing import addressees
from data.understanding.announcing.addressees import without_telling
from data.understanding.announcing.message_orders import (
    message_and_order,
    told_behind,
    with_names_heard_alone,
    words_before_order,
)
from data.understanding.announcing.sending_time import times_named
from data.understanding.clock_times import clock_times
from data.understanding.meaning import OF_REPORTS
from data.understanding.people.staffing import wish_in
from data.understanding.polarity import clauses
from handlers.announcing.broadcast import BROADCAST
from handlers.announcing.broadcast_page import show_broadcasts, show_newest_broadcast, stop_newest_broadcast
from handlers.announcing.groups import groups_command
from handlers.announcing.recipient_questions import people_answers, recipient_answers, units_with_tasks, with_people
from handlers.announcing.reply_questions import text_answers
from handlers.announcing.sending_time import named_time_answer
from handlers.announcing.texts import broadcast as texts
from handlers.announcing.texts import sent
from handlers.dialog import Answers, PartlyRead, Talk, begin, reader
from handlers.dialog.declaration import open_question
from handlers.dialog.multiple_choice import LONGEST_NAME
from handlers.telegram import Context, Verb, as_if_said, hear, text_of
from handlers.telegram.attachments import attachment_in
from handlers.wording import NOTHING, Html, cut, in_both_languages, join, plain_word, refusal

STOPS = in_both_languages(sent.STOP) | sent.STOP_SAID
RECORDS = in_both_languages(texts.EARLIER) | texts.EARLIER_SAID
OF_DECISIONS = (Aim.REVIEW, Aim.AGREE, Aim.REFUSE)
COMMANDED = 0
"""The subject id of a broadcast begun by the command; one begun by a sentence has that update's id."""


async def broadcast_command(update: Update, context: Context) -> None:
    """Handle /broadcast and 群发: ask what to send. 停止发送 stops a broadcast, and 群发记录 lists the earlier ones."""
    word = plain_word(text_of(update))
    if word in STOPS:
        await stop_newest_broadcast(update, context)
    elif word in RECORDS:
        await show_broadcasts(update, context)
    else:
        await begin(update, context, BROADCAST, COMMANDED)


def asks_to_tell_people(context: Context, meaning: Understanding) -> bool:
    """Return whether a coordinator asks to tell people something (跟公安局说…), other than what was changed in the
    last broadcast, or that others get the one shown last as well."""
    shown = context.last_messages.shown(Verb.BROADCAST) is not None
    of_the_last = says(meaning, "broadcasts.told_of_change", *(["broadcasts.readdressed"] if shown else []))
    of_the_last = of_the_last and latest_broadcast(context.db) is not None
    if not context.person.is_coordinator or of_the_last:
        return False
    head, _ = addressees.split_at_colon(meaning.text)
    named = _with_people(context, hear(context, head))
    reports = meaning.names(*OF_REPORTS)
    if head and (not reports or addressees.begins_to_tell(named)):
        only_addressed = addressees.only_names_addressees(named) or addressees.time_to_send(named) is not None
        by_tasks = without_telling(head) != head and bool(units_with_tasks(context, head))
        return only_addressed or by_tasks or _tells(context, meaning)
    return _tells(context, meaning)


def _tells(context: Context, meaning: Understanding) -> bool:
    bare = _with_offices(context, meaning)
    named = _with_people_told(context, bare)
    by_name = named != bare and meaning.aim not in OF_DECISIONS and addressees.addresses(named)
    behind = meaning.aim is Aim.UNKNOWN and _is_a_message_with_an_order(context, meaning.text)
    tells = addressees.tells_others(named) or addressees.announces(named)
    return tells or behind or (by_name and not _waits_for_the_office(context, named))


def speaks_to_somebody(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence tells or asks somebody whom it names something (帮我问问农科长这周报不报)."""
    named = _with_people(context, meaning)
    said_to_them = (addressees.tells_others, addressees.announces, addressees.addresses)
    return named != meaning and any(told(named) for told in said_to_them)


def _is_a_message_with_an_order(context: Context, text: str) -> bool:
    """Return whether a text is a message and an order behind it to send it; what is wanted of people (移除小吴，
    通知赵科长) is no message."""
    told, order = _message_and_order(context, text)
    return bool(order) and wish_in(hear(context, told)) is None


def _message_and_order(context: Context, text: str) -> tuple[str, str]:
    """Return a message and the order behind it to send it, to units or people (周四开会，通知林科长)."""
    return message_and_order(text, lambda clause: _with_people(context, hear(context, clause)))


def _waits_for_the_office(context: Context, named: Understanding) -> bool:
    """Return whether a unit that a sentence names waits for an answer to a request, a note, or what blocks its work."""
    units = [each for unit in units_named(context.db, named) for each in unit.values]
    blocked = map(tells_of_difficulty, assignments(context.db, context.today, units))
    return any(open_notes(context.db, each) for each in units) or any(blocked)


def _with_addressees(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence with short and unknown names of offices recognised and, where it tells people something or
    asks them to come, with each of them as their unit (邀请林警官来办公室汇报, 通知林警官 下午开会)."""
    return _with_people_told(context, _with_offices(context, meaning))


def _with_people_told(context: Context, meaning: Understanding) -> Understanding:
    named = _with_people(context, meaning)
    units_too = {*of_kind(meaning, Kind.UNIT)} & {*of_kind(named, Kind.UNIT)}
    tells = meaning.aim is Aim.BROADCAST and not (units_too or addressees.names_of_everybody(meaning.text))
    return named if (named != meaning and tells) or speaks_to_somebody(context, meaning) else meaning


def _with_offices(context: Context, meaning: Understanding) -> Understanding:
    return addressees.without_destinations(with_names_heard_alone(meaning, partial(hear, context)))


def _with_people(context: Context, meaning: Understanding) -> Understanding:
    tells = addressees.begins_to_tell(meaning, apart_from=times_named(meaning))
    return with_people(context, meaning) if tells else meaning


def _orders_another(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a coordinator orders a broadcast while another dialog is open, unless any words may answer its
    open question."""
    context, question = talk.context, open_question(talk)
    if not context.person.is_coordinator or talk.dialog.kind == BROADCAST.kind or (question and question.free):
        return False
    heard = _with_addressees(context, heard)
    return addressees.announces(heard) or addressees.asks_of_them(heard)


@reader(knows=lambda talk, text, heard: asks_to_tell_people(talk.context, heard), names=_orders_another)
async def begin_telling(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a broadcast if a coordinator asks to tell people something; return whether it did."""
    if not asks_to_tell_people(context, meaning):
        return False
    await broadcast_in_words(update, context, meaning)
    return True


async def broadcast_file(update: Update, context: Context) -> bool:
    """Begin a broadcast with the photo or document of a coordinator whose caption orders one; return whether it was
    begun. Raises FileTooBig and NoteTooLong."""
    files, caption = _file_of_coordinator(update, context)
    heard = hear(context, caption)
    if not files or not (heard.aim is Aim.BROADCAST or asks_to_tell_people(context, heard)):
        return False
    await broadcast_in_words(as_if_said(update, caption), context, heard, files)
    return True


async def offer_to_broadcast_file(update: Update, context: Context) -> bool:
    """Begin a broadcast with the photo or document of a coordinator who has no reports to make and nothing else open;
    return whether it was begun. Raises FileTooBig and NoteTooLong."""
    files, caption = _file_of_coordinator(update, context)
    if not files or context.person.speaks_for or hear(context, caption).task or context.open_dialog is not None:
        return False
    answers, first = {**files, "text": checked_text(caption, with_file=True)}, texts.FILE_TO_SEND(context.language)
    await begin(update, context, BROADCAST, update.update_id, answers=answers, first=first)
    return True


def _file_of_coordinator(update: Update, context: Context) -> tuple[Answers, str]:
    """Return the answers for the photo or document of a coordinator, none for anything else, and its caption."""
    found = attachment_in(update.message) if update.message is not None and context.person.is_coordinator else None
    if update.message is None or found is None:
        return {}, ""
    return {"files": [asdict(each) for each in checked_files((), found)], "reply": "no"}, update.message.caption or ""


async def broadcast_in_words(
    update: Update, context: Context, meaning: Understanding, files: Answers = MappingProxyType({})
) -> None:
    """Begin a broadcast with the text, recipients and time in a sentence, and the answers for its `files`. If none of
    the recipients is known, say that and keep the text. A question such as 上次群发谁没收到 is answered instead. Raises
    NoteTooLong."""
    text = text_of(update)
    meaning = _with_addressees(context, meaning)
    ordered, spared = addressees.split_off_exemption(meaning)
    ordered = ordered if spared else text
    head, told = _forwarded(ordered)
    if not head:
        told, head = _message_and_order(context, ordered)
    head, told = (head, told) if head else addressees.split_at_colon(ordered)
    head, told = (head, told) if head else _split_behind_described(context, ordered)
    head = f"{head}{spared}" if head else ""
    asks = Mood.ASKS in meaning.moods and not addressees.announces(meaning)
    asks = asks or says(meaning, "broadcasts.got_asked")
    if not head and asks and await _answer_question(update, context, meaning):
        return
    named, whole = addressees.split_without_colon(text, meaning)
    asks_of_them = says(hear(context, whole.partition("\n")[0]), "broadcasts.words_wanted") if head else False
    of_head = _with_people(context, _with_offices(context, hear(context, head))) if head and not asks_of_them else None
    named, told = (of_head, told) if of_head else (named, whole)
    news, named = words_before_order(named) if told and not of_head else ("", named)
    timing, told = _time_split_off(context, told)
    is_question = says(named.text, "recipients.asks", "recipients.asks_at_a_colon")
    of_text = (
        text_answers(context, told_behind(news, addressees.to_them(told)), is_question=is_question) if told else {}
    )
    answers: dict[str, Any] = {**files, **of_text}
    when, gone = _time(context, timing or named)
    to, first = _recipients(context, named, _unknown_recipient(context, named, meaning, head), head or text)
    await begin(
        update, context, BROADCAST, update.update_id, answers={**answers, **when, **to}, first=join([gone, first])
    )


def _forwarded(text: str) -> tuple[str, str]:
    """Return the words for the recipients of somebody else's notice that is passed on, and that notice with its title;
    both are empty if there is none."""
    found = find_order(text, "recipients.forwarded")
    if found is None:
        return "", ""
    return (found["to"], found["words"]) if found["to"] else (found["to_"], f"{found['title']}：{found['more']}")


def _time_split_off(context: Context, told: str) -> tuple[Understanding | None, str]:
    """Return what only says when to send what is told (明早10点发 请准备总结), or None, and the rest."""
    end = next(clauses(told))[1]
    first, rest = hear(context, told[:end]), told[end + 1 :].strip()
    sends = says(first, "recipients.sends") and addressees.time_to_send(first) is not None
    return (first, rest) if sends and rest else (None, told)


def _split_behind_described(context: Context, ordered: str) -> tuple[str, str]:
    """Return the first clause of an order if it tells units that their tasks describe (通知逾期的那几家 明天来开会),
    and the words behind it; both are empty if it does not."""
    first, *more = clauses(ordered)
    head, told = ordered[slice(*first)], ordered[first[1] + 1 :].strip()
    described = bool(more) and without_telling(head) != head and units_with_tasks(context, head)
    return (head, told) if described else ("", "")


async def _answer_question(update: Update, context: Context, meaning: Understanding) -> bool:
    """Answer a question about what groups are told (群里发什么) or about the last broadcast; return whether it did."""
    if known_addressees(context.db, meaning).groups:
        await groups_command(update, context)
        return True
    is_of_one = latest_broadcast(context.db) is not None or says(meaning, "asked.whether_done")
    if is_of_one:
        await show_newest_broadcast(update, context)
    return is_of_one


def _time(context: Context, named: Understanding) -> tuple[Answers, Html]:
    """Return the answers for the time that a sentence names, and a refusal if that is over. The time is left open if
    it is over or only partly understood."""
    wanted = addressees.time_to_send(named)
    if wanted is None and any(clock_times(named.text)):
        return {"at": None, "at_day": ""}, NOTHING
    try:
        return (named_time_answer(context, wanted) if wanted else {}), NOTHING
    except TimeGone as why:
        return {"at": None, "at_day": ""}, refusal(why, context.language)


def _recipients(context: Context, named: Understanding, strange: str | None, text: str) -> tuple[Answers, Html]:
    """Return the answers for the recipients that `text` names, directly or by their tasks, and a refusal if some are
    unknown. If there is an unknown one (`strange`), the known ones are only preselected."""
    try:
        if people := people_answers(context, named):
            if strange:
                raise RecipientUnclear(cut(strange, LONGEST_NAME), ())
            return people, NOTHING
        if by_tasks := units_with_tasks(context, text):
            return recipient_answers(context, Addressees(unit_ids=by_tasks), text), NOTHING
        if strange:
            raise UnknownUnit(cut(strange, LONGEST_NAME))
        to = known_addressees(context.db, named)
        return (recipient_answers(context, to, text) if to else {}), NOTHING
    except PartlyRead as partly:
        return partly.given, refusal(partly.why, context.language)
    except RecipientUnclear as why:
        return {}, refusal(why, context.language)
    except Refusal as why:
        return _picked(context, named), refusal(why, context.language)


def _picked(context: Context, named: Understanding) -> Answers:
    known = unless(UnknownUnit, known_addressees, context.db, named)
    return {"to": "units", "units": None, "picked": [*known.unit_ids]} if known and known.unit_ids else {}


def _unknown_recipient(context: Context, named: Understanding, meaning: Understanding, head: str) -> str | None:
    """Return the unknown recipient that a sentence names beside known ones or in place of any, or None. Without the
    words for telling around it, a name is recognised more easily."""
    beside = addressees.unknown_in_the_list(named) if head else addressees.unknown_office_in_the_list(meaning)
    if (found := addressees.surely_an_unknown_office(named) or beside) or addressees.names_addressees(named):
        return found
    return addressees.perhaps_an_unknown_office(named) or (
        addressees.perhaps_an_unknown_office(hear(context, without_telling(head))) if head else None
    )
