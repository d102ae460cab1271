"""What is written at the preview: consent, a change, or words of which it is asked what they are for."""

from typing import Any

from telegram import Update

from data import dialogs
from data.errors import NoSuchAnswer, Refusal
from data.store import transaction
from data.understanding import Kind, Understanding
from data.understanding.turns import consents, hear_turn, only_agrees
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.answers_said import answers_in, fresh, says_more
from handlers.dialog.besides_answering import SURE, carry_out
from handlers.dialog.course import questions_of
from handlers.dialog.declaration import PREVIEW, Answers, Declaration, PartlyRead, Talk
from handlers.dialog.message import NOTHING, Place, answer_lines, ask, put
from handlers.dialog.moves import answered
from handlers.dialog.presses import take
from handlers.dialog.words import NOTHING as NOTHING_SAID
from handlers.dialog.words import WORDS
from handlers.telegram.refusals import refusal
from handlers.telegram.wording import cut, join, plain_word

NUMBERS = (Kind.PERCENT, Kind.FIGURE, Kind.STATUS, Kind.TIME, Kind.CODE)


async def write_at_the_preview(
    update: Update, declared: Declaration[Any], talk: Talk[Any], text: str, heard: Understanding
) -> bool:
    """Words at the preview: consent submits, what changes an answer changes it, and what is neither is asked about."""
    turn = hear_turn(text, declared.asked_as(PREVIEW), heard)
    if plain_word(text) in WORDS | NOTHING_SAID:
        await ask(update, declared, talk, Place.BELOW, first=refusal(NoSuchAnswer(text.strip()), talk.language))
        return True
    more = says_more(declared, talk, text)
    try:
        with transaction(talk.context.db):
            given = answers_in(declared, talk, text)
            changed = fresh(talk, given)
            following = answered(update, declared, talk, changed) if changed and not more else None
    except PartlyRead as partly:
        first = join([partly.kept, refusal(partly.why, talk.language)])
        await ask(update, declared, answered(update, declared, talk, partly.given), Place.BELOW, first=first)
        return True
    except Refusal as why:
        await ask(update, declared, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    if following is not None:
        await ask(update, declared, following, Place.BELOW)
    elif changed:
        await _ask_what_it_is_for(update, declared, talk, text, changed)
    elif consents(_without_submit(declared, text), turn) and not _states_something(heard):
        await agree(update, declared, talk)
    elif given and not more:
        kept = NOTHING if talk.dialog.is_given_up else texts.SO_ALREADY(talk.language)
        await ask(update, declared, talk, Place.BELOW, first=kept)
    elif not await carry_out(update, declared, talk, turn, SURE):
        await _ask_what_it_is_for(update, declared, talk, text, {})
    return True


async def agree(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> None:
    """Do what was agreed to; but where words before it were not taken, say once that it would be without them."""
    left_out = talk.dialog.said
    if left_out is None:
        await take(update, declared, talk, "submit")
        return
    db, context = talk.context.db, talk.context
    dialog = dialogs.save(db, talk.dialog, update.update_id, context.now, answers=talk.answers)
    first = texts.WITHOUT(talk.language, said=cut(left_out, 60), submit=buttons.submit_label(declared, talk))
    await ask(update, declared, Talk(context, dialog, talk.subject), Place.BELOW, first=first)


def says_what_is_done(declared: Declaration[Any], text: str) -> bool:
    """Whether a text is the word of the deed that a preview is of, and of consent: where that is to return a report,
    退吧. The word alone, as 退 or 改, may ask for something else."""
    rest = _without_submit(declared, text)
    return rest != text and only_agrees(rest)


def _without_submit(declared: Declaration[Any], text: str) -> str:
    """A text without the words for what is agreed to, and those on the button."""
    for word in (declared.submit.zh, declared.submit.en, *declared.submit_said):
        text = text.replace(word, "")
    return text


async def _ask_what_it_is_for(
    update: Update, declared: Declaration[Any], talk: Talk[Any], text: str, changed: Answers
) -> None:
    """Ask which answer words at the preview are for, with what they have `changed`; where there is none, say what can
    be written."""
    if declared.hint is None and not questions_of(declared, talk):
        first = texts.not_taken(text, buttons.submit_label(declared, talk), talk.language)
        await ask(update, declared, talk, Place.BELOW, first=first)
        return
    context, answers = talk.context, {**talk.answers, **changed}
    dialog = dialogs.save(context.db, talk.dialog, update.update_id, context.now, answers=answers, said=text)
    now = Talk(context, dialog, declared.load(context, dialog))
    if declared.hint is not None:
        first = declared.hint(talk.language, said=cut(text, 60))
        await ask(update, declared, now, Place.BELOW, first=first)
        return
    fresh = [each for each in questions_of(declared, now) if each.shown(now) != each.shown(talk)]
    first = texts.taken(answer_lines(fresh, now), talk.language) if fresh else NOTHING
    words = join([first, texts.said(text, talk.language)], "\n\n")
    await put(update, context, dialog, words, buttons.said(declared, now), Place.BELOW)


def _states_something(heard: Understanding) -> bool:
    return any(each.kind in NUMBERS for each in heard.readings)
