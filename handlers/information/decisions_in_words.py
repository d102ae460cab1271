"""What coordinators decide on work information in words: 采用公安局那条, 农业局那条不采用，太简单了."""

from typing import Any

from telegram import Update

from data.information.articles import checked_title
from data.information.information import (
    Information,
    InformationState,
    information_by_id,
    information_ids,
    undecided_information,
)
from data.plan.units import find_unit
from data.understanding import Kind, Understanding, find_order
from data.understanding.lexicon import table
from data.understanding.lines_named import places_named, with_names_for_places
from data.understanding.office.decisions import DecisionSubject, StatedDecision, decision_said, with_units_of_people
from handlers.dialog import Talk, acts_on, begin, reader
from handlers.dialog.reason import leftovers_text, reason_kept, words_and_orders
from handlers.information import keyboard as buttons
from handlers.information.decisions import DECLINE, EDIT, TAKE
from handlers.information.texts import decisions as texts
from handlers.telegram import Context, For, Verb, answer, hear


def _new_title(context: Context, heard: Understanding) -> tuple[Information, str] | None:
    """Return the newest piece that may be meant and the title with which a sentence wants it printed
    (公安局那篇标题改成：…), or None."""
    told = find_order(heard, "information_orders.title_of_piece")
    if told is None:
        return None
    units = [find_unit(context.db, told.unit).id] if told.unit else None
    newest = next(iter(information_ids(context.db, units)), None)
    return (information_by_id(context.db, newest), told["title"]) if newest is not None else None


@acts_on(_new_title, for_=For.COORDINATORS)
async def begin_edited_copy(update: Update, context: Context, titled: tuple[Information, str]) -> None:
    """Begin an edited copy of a piece with the title that a coordinator gives it."""
    piece, title = titled
    answers = {"title": checked_title(title), "text": piece.printed[1]}
    await begin(update, context, EDIT, piece.id, answers=answers)


def _piece_in_list(context: Context, meaning: Understanding) -> tuple[Understanding, int | None]:
    """Return a sentence with the unit of the piece that it names by its place in the list just shown (第一条用了), or
    points at as the only one (这条用了), and the id of that piece; the same sentence and None if it names none."""
    shown = [int(number) for number, *_ in context.last_messages.offers(Verb.INFORMATION, "open")]
    places = [at for each in places_named(meaning.text, len(shown)) for at in each.values]
    only = find_order(meaning, "information_orders.this_one") if len(shown) == 1 and not places else None
    if len(places) != 1 and only is None:
        return meaning, None
    piece = information_by_id(context.db, shown[places[0] if places else 0])
    name = f"{piece.unit}{table('decisions')['information']['named_so'][0]}"
    pointed = meaning.text.replace(only["this"], name, 1) if only is not None else meaning.text
    return hear(context, with_names_for_places(pointed, [name] * len(shown))), piece.id


def _names_a_piece(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    given = _decision(talk.context, heard)
    return given is not None and bool(given.units)


def _decision(context: Context, heard: Understanding) -> StatedDecision | None:
    """Return the decision that a sentence states on a piece. One that names neither task nor unit may name who sent it
    (林警官那条采用)."""
    named = heard.names(Kind.CODE, Kind.UNIT)
    units = {} if named else {each.by: each.unit for each in undecided_information(context.db)}
    return decision_said(DecisionSubject.INFORMATION, with_units_of_people(heard, units))


def _meant(context: Context, given: StatedDecision, listed: int | None) -> list[Information]:
    """Return the pieces that a decision may be about: those that wait or, of a unit that has none waiting, those on
    which the contrary was decided."""
    waiting = [each for each in undecided_information(context.db) if listed in (None, each.id)]
    found = [each for each in waiting if given.unit in ("", each.unit)]
    if found or not given.unit:
        return found
    contrary = InformationState.DECLINED if given.favour else InformationState.TAKEN
    decided = information_ids(context.db, [find_unit(context.db, given.unit).id], contrary)
    return [information_by_id(context.db, each) for each in decided]


@reader(for_=For.COORDINATORS, names=_names_a_piece)
async def begin_decision(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to take or decline a piece as a coordinator says, or ask which one is meant. Return whether it did."""
    told, listed = _piece_in_list(context, meaning)
    given = _decision(context, told)
    meant = _meant(context, given, listed) if given is not None else []
    if given is None or not (meant or undecided_information(context.db)):
        return False
    if given.favour:
        reason, left = "", [given.words] if given.words else []
    else:
        reason, left = words_and_orders(context, given.words, given.codes, set())
    if len(meant) == 1:
        answers, first = {"reason": reason} if reason else {}, leftovers_text(context, left)
        await begin(update, context, TAKE if given.favour else DECLINE, meant[0].id, answers=answers, first=first)
    elif meant:
        text = (texts.WHICH_TO_TAKE if given.favour else texts.WHICH_TO_DECLINE)(context.language)
        said_in = reason_kept(update, context, DecisionSubject.INFORMATION, reason)
        keyboard = buttons.waiting_pieces(meant, context.language, takes=given.favour, said_in=said_in)
        await answer(update, context, text, keyboard)
    else:
        text = texts.NONE_OF_UNIT(context.language, unit=given.unit)
        await answer(update, context, text, buttons.to_list(context.language))
    return True
