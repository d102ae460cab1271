"""Summaries that are sent regularly: listing them, ending one, and the dialog that adds one."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from telegram import Update

from data.dialogs import Dialog
from data.errors import ButtonsOnly, needed
from data.errors.announcing import RecipientUnclear
from data.notices.groups import bound_groups
from data.people.directory import ListedPerson, people_by_unit, people_called
from data.people.people import SPEAKING_ROLES, person_by_id
from data.store import Database
from data.summary.regular_summaries import (
    SummaryFrequency,
    begin_regular_summary,
    end_regular_summary,
    regular_summaries,
)
from data.understanding import Aim, Understanding, find_order, says
from data.understanding.exports import SendingFrequency, export_wanted, sent_how_often
from handlers.dialog import Declaration, Ending, Question, Talk, begin, reader
from handlers.exports.texts import regular as texts
from handlers.telegram import Context, For, Verb, answer, button, keyboard_of, pressed, show, show_outcome
from handlers.wording import Html, html, join, plain_word, series

MOST = 12
WIDTH = 20


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person or bound group that can get a summary; `value` is its name in a button."""

    value: str
    name: str


async def press_regular(update: Update, context: Context) -> None:
    """Handle a button of the list: add a summary, end one, or show the list."""
    does, *rest = pressed(update)
    if does == "new":
        await begin(update, context, REGULAR, context.person.id)
        return
    if does == "end":
        end_regular_summary(context.db, context.actor, int(rest[0]))
    await show_regular(update, context)


def _is_sent_regularly(context: Context, meaning: Understanding) -> bool:
    if says(meaning, "exports.sent_to_oneself_regularly"):
        return True
    with suppress(RecipientUnclear):
        return says(meaning, "exports.sent_regularly") and bool(_recipient_named(context.db, meaning.text, 0))
    return False


@reader(for_=For.COORDINATORS, names=lambda talk, text, heard: _is_sent_regularly(talk.context, heard))
async def begin_regular_for_named(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to add a regular summary if a coordinator wants one sent to themselves (周报每周五发给我) or to somebody
    named; return whether it did."""
    return _is_sent_regularly(context, meaning) and await begin_regular_in_words(update, context, meaning)


async def begin_regular_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to add a regular summary with the recipient and interval in a coordinator's sentence; return False if it
    does not ask for one."""
    text = meaning.text
    often = sent_how_often(text) if context.person.is_coordinator else None
    if often is None:
        return False
    answers = {} if often is SendingFrequency.SOME else {"every": often.value}
    with suppress(RecipientUnclear):
        answers |= _recipient_named(context.db, text, context.person.id)
    on = find_order(text, "exports.on_a_day")
    of_another_kind = export_wanted(text) is not None and not says(text, "exports.summaries")
    told = [texts.NOT_ON_A_DAY(context.language, said=on["day"])] if on else []
    told += [texts.SUMMARIES_ONLY(context.language)] if of_another_kind else []
    await begin(update, context, REGULAR, context.person.id, answers=answers, first=join(told))
    return True


@reader()
async def say_who_sends(update: Update, context: Context, meaning: Understanding) -> bool:
    """Say above what a sentence asks to export or to sum up that it is to be forwarded, if a coordinator names somebody
    or a group to get it once (把上周简报发给孙副主任), or that the office sets regular sending, if others ask for that.
    Return False: what is asked for follows."""
    person, often = context.person, sent_how_often(meaning.text)
    if meaning.aim not in (Aim.EXPORT, Aim.SUMMARY):
        return False
    if often is not None and not person.is_coordinator:
        await answer(update, context, texts.OFFICE_SETS(context.language))
    elif often is None and person.is_coordinator:
        to_somebody = says(meaning, "exports.sent_to_somebody")
        people = people_called(context.db, meaning.text) if to_somebody else []
        groups = _groups(context.db) if says(meaning, "exports.sent_to_a_group") else []
        named = [each.name for each in people if each.person_id != person.id]
        if named := named or [each.name for each in groups]:
            await answer(update, context, texts.FORWARD(context.language, name=named[0]))
    return False


async def show_regular(update: Update, context: Context) -> None:
    """List the regular summaries, with a button to end each."""
    language, found = context.language, regular_summaries(context.db)
    lines, ends = [], []
    for number, each in enumerate(found, start=1):
        lines.append(texts.LINE(language, number=number, every=texts.EVERY[each.every], name=each.name))
        ends.append([button(texts.END(language, number=number), Verb.REGULAR, "end", each.id)])
    text = join([texts.HEAD(language), *(lines or [texts.NONE(language)])])
    keyboard = keyboard_of(*ends, [button(texts.ADD(language), Verb.REGULAR, "new")])
    await (show_outcome if update.callback_query else show)(update, context, text, keyboard)


@reader(for_=For.COORDINATORS)
async def show_what_goes_to_named(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the regular summaries, each with its button to end it, if a refusal (不用再发给孙副主任了) names who gets
    one; return whether it does."""
    refuses = Aim.REFUSE in (meaning.aim, *meaning.between) or says(meaning, "exports.stopped")
    stopped = refuses and any(each.name and each.name in meaning.text for each in regular_summaries(context.db))
    if stopped:
        await show_regular(update, context)
    return stopped


def usual_recipients(db: Database) -> list[Recipient]:
    """Return the usual recipients: the bound groups, then the people who see the whole plan."""
    seeing_all = (each for each in people_by_unit(db) if each.role not in SPEAKING_ROLES and each.name)
    return [*_groups(db), *_people(seeing_all)]


def _groups(db: Database) -> list[Recipient]:
    return [Recipient(f"g{-each.chat_id}", each.title) for each in bound_groups(db)]


def _people(found: Iterable[ListedPerson]) -> list[Recipient]:
    """Return those of these people who can be written to, each once."""
    return list(dict.fromkeys(Recipient(f"p{each.person_id}", each.name) for each in found if each.telegram_id))


def _recipient_named(db: Database, text: str, speaker: int) -> dict[str, str]:
    """Return the answer for the people or groups that a text names, and for the speaker if it says so (发我一份,
    发给我和丁主任). Raises RecipientUnclear if there are none."""
    groups = [each for each in _groups(db) if each.name.casefold() in text.casefold()]
    found = [*groups, *_people(people_called(db, text))]
    if says(text, "exports.beside_others" if found else "exports.for_oneself"):
        found += [each for each in usual_recipients(db) if each.value == f"p{speaker}"]
    return {"to": " ".join(needed([each.value for each in found], RecipientUnclear(text, ())))}


def _read_recipient(talk: Talk[None], text: str) -> dict[str, str]:
    """Return the answer for who is to get it. Raises RecipientUnclear, also for another file that the speaker wants."""
    return _recipient_named(talk.context.db, text, talk.context.person.id if says(text, "exports.to_oneself") else 0)


def _read_every(talk: Talk[None], text: str) -> dict[str, str]:
    """Return the answer for weekly or monthly. Raises ButtonsOnly."""
    word = plain_word(text)
    found = needed(
        [every for every, words in texts.EVERY.items() if word in (words.zh, words.en.casefold())], ButtonsOnly
    )
    return {"every": found[0]}


def _names(talk: Talk[None]) -> Html:
    return Html(series([_name(talk.context, each) for each in talk.answers["to"].split()], talk.language))


def _name(context: Context, value: str) -> Html:
    if value.startswith("p"):
        return html(person_by_id(context.db, int(value[1:])).name)
    return html(next((each.name for each in usual_recipients(context.db) if each.value == value), ""))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    every, done = SummaryFrequency(dialog.answers["every"]), list[str]()
    for place, to in enumerate(dialog.answers["to"].split()):
        source = f"{dialog.source}:{place}" if place else dialog.source
        person_id = int(to[1:]) if to[0] == "p" else None
        chat_id = -int(to[1:]) if to[0] == "g" else None
        done.append(begin_regular_summary(context.db, context.actor, every, person_id, chat_id, source).name)
    return Ending(texts.SET(context.language, when=texts.WHEN[every], name=series(done, context.language)))


REGULAR: Declaration[None] = Declaration(
    kind="regular_summary",
    questions=(
        Question(
            "to",
            label=texts.TO,
            put=texts.TO_WHOM,
            read=_read_recipient,
            buttons=lambda talk: [
                [(each.name[:WIDTH], each.value)] for each in usual_recipients(talk.context.db)[:MOST]
            ],
            shown=_names,
        ),
        Question(
            "every",
            label=texts.HOW_OFTEN,
            put=texts.WHICH_EVERY,
            read=_read_every,
            buttons=lambda talk: [[(words(talk.language), every.value) for every, words in texts.EVERY.items()]],
            shown=lambda talk: texts.EVERY[SummaryFrequency(talk.answers["every"])],
        ),
    ),
    preview=lambda talk: texts.PREVIEW(
        talk.language, when=texts.WHEN[SummaryFrequency(talk.answers["every"])], name=_names(talk)
    ),
    finish=_finish,
    waits=texts.WAITS,
)
"""The dialog that adds a regular summary."""
