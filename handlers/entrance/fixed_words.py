"""Words that mean the same whichever question is open: those of buttons, of commands, and for turning pages;
and pressed buttons themselves."""

from dataclasses import replace
from functools import partial
from typing import Any

from telegram import CallbackQuery, Update

from data.plan.tasks import code_of_assignment
from data.steps.steps import steps_handled_last
from data.understanding import Aim, Intent, Kind, Understanding, find_order, of_kind, says
from data.understanding.aims import SMALL_TALK
from data.understanding.dialog.turns import agrees
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.numerals import number
from data.understanding.reports import is_nothing
from data.understanding.steps.steps_named import names_a_step
from data.understanding.sureness import LIKELY
from handlers.announcing.broadcast_orders import asks_to_tell_people
from handlers.dialog import is_courtesy
from handlers.dialog.words import NODDED, YES, is_nod
from handlers.entrance.intents import INTENTS
from handlers.entrance.private import PRIVATE_COMMANDS
from handlers.entrance.sentences import act_on
from handlers.entrance.texts.pages import (
    BACK,
    FIRST_PAGE,
    LAST_PAGE,
    NO_PAGES,
    OF_PAGES,
    ONE_BY_ONE,
    ONWARD,
    RECALLS,
    VOIDS,
)
from handlers.people.people_in_words import replaces_by_invited
from handlers.steps.division import handler_of_division
from handlers.steps.named_steps import handler_of_named_steps, may_tick_unnamed
from handlers.summary import summary
from handlers.summary.narrowing import tells_figures_apart
from handlers.telegram import (
    Context,
    Does,
    Verb,
    acknowledge,
    answer,
    as_if_said,
    hear,
    may_use,
    names_a_unit,
    with_aim,
)
from handlers.telegram.callbacks import verb_of
from handlers.telegram.commands import command_in_words, commands_for
from handlers.telegram.context import Callback
from handlers.wording import Wording, in_both_languages, labels, plain_word
from handlers.wording.refusals import STALE


class _SaidPress(CallbackQuery):
    """A press of a button whose words were typed, which has no spinner to end."""

    async def answer(self, *args: Any, **kwargs: Any) -> bool:
        return True


def page_turn_in_words(context: Context, text: str) -> Does | None:
    """Return a handler that turns the page of the list shown last, or says that there is no such page. Return None
    unless a text asks for that and nothing else."""
    word, by_number = plain_word(text), find_order(text, "lists.page")
    if word not in ONWARD | BACK and by_number is None:
        return None
    turns = context.last_messages.turns()
    if by_number is not None:
        page = max(1, int(number(by_number["n"] or by_number["number"])))
        data = turns.to(page) if turns is not None else None
        return partial(_press, data) if data is not None else partial(_say, NO_PAGES if turns is None else ONE_BY_ONE)
    if turns is None:
        return partial(_say, NO_PAGES) if word in OF_PAGES else None
    if (data := turns.after if word in ONWARD else turns.before) is not None:
        return partial(_press, data)
    return partial(_say, LAST_PAGE if word in ONWARD else FIRST_PAGE)


async def _press(data: str, update: Update, context: Context, heard: Understanding) -> None:
    """Handle `data` as if its button had been pressed; the outcome is shown below the text."""
    assert update.effective_user is not None
    query = _SaidPress(str(update.update_id), update.effective_user, "", data=data)
    pressed = Update(update.update_id, message=update.message, callback_query=query)
    await take_press(pressed, context)


async def _say(words: Wording, update: Update, context: Context, heard: Understanding) -> None:
    await answer(update, context, words(context.language))


TAKES_BACK = in_both_languages(labels.UNDO, labels.WITHDRAW, labels.REMOVE, labels.CANCEL)
"""Words that press no button: what they take back is found by its own room, and mostly shown first."""
PRESSED_ONLY = {
    *(Verb.REVIEW, Verb.DECIDE, Verb.REPLY, Verb.ACT, Verb.FORGET),  # in words, these are shown before they count
    *(Verb.UNCHANGED, Verb.SAID),  # what they do also depends on the message they stand below
}
"""Buttons that no words press."""
NO_WISH = SMALL_TALK | {Aim.UNKNOWN, Aim.HELP}
"""Aims under which the words of a command express no wish of their own."""


YES_TO = ((Verb.FORGET, "yes"), (Verb.DEPUTY, "end"), (Verb.PEOPLE, "void"))
"""Buttons that do what the message asks about, if it has no others but a way out; agreement in words presses them."""
ITS_DEED = {Verb.DEPUTY: RECALLS, Verb.PEOPLE: VOIDS}
"""Words that name what such a button does, and mean the same as yes."""
OF_A_QUESTION = 2
"""The most buttons of such a message."""


def _yes_to_the_question(context: Context, text: str) -> Does | None:
    """Return the handler of the button that agreement presses, or None; what cannot be taken back needs a plain yes."""
    shown, said = context.last_messages, plain_word(text)
    if len(shown.offers()) > OF_A_QUESTION:
        return None
    asked = next(((*yes, *rest) for yes in YES_TO for rest in shown.offers(*yes)), None)
    names_it = asked is not None and said in ITS_DEED.get(Verb(asked[0]), ())
    surely = (
        said in YES
        or names_it
        or (asked is not None and asked[0] is not Verb.FORGET and (agrees(text) or said in NODDED))
    )
    return partial(_press, ":".join(asked)) if asked is not None and surely else None


def handler_of_fixed_words(context: Context, text: str, heard: Understanding) -> Does | None:
    """Return the handler for what fixed words ask for, or None for any other text. A nod counts as thanks."""
    if (answers := _yes_to_the_question(context, text)) is not None:
        return answers
    if is_nod(text):
        return lambda update, context, heard: act_on(update, context, replace(heard, aim=Aim.THANKS))
    if (aim := _aim_said(context, text, heard)) is not None:
        return lambda update, context, heard: act_on(update, context, with_aim(context, heard, aim))
    of_steps = handler_of_named_steps(context, text, heard) or _step_and_report(context, text)
    if of_steps is not None:
        return of_steps
    if (divides := handler_of_division(context, heard)) is not None:
        return divides
    if (turns := page_turn_in_words(context, text)) is not None:
        return turns
    if (view := summary.view_in_words(text)) and not tells_figures_apart(context, heard):
        return lambda update, context, heard: summary.show_view(update, context, view)
    said = _command_in_words(context, text, heard)
    return partial(_do_command, *said) if said is not None and not said[1] else None


def _step_and_report(context: Context, text: str) -> Does | None:
    """Return the handler of a text whose first clause only says that a step is done and that then tells more of its
    task (收网完成了，抓了8个): the step is ticked off, and the rest reported. None for any other text."""
    found = clauses_of(text)
    said = found[0] if len(found) > 1 and may_tick_unnamed(context) else ""
    ticks = handler_of_named_steps(context, said, hear(context, said)) if said and not names_a_step(said) else None
    if ticks is None:
        return None
    rest = text[found[1].start :].strip()

    async def tick_and_report(update: Update, context: Context, heard: Understanding) -> None:
        await ticks(update, context, heard)
        ticked = steps_handled_last(context.db, context.person.id)
        told = f"{code_of_assignment(context.db, ticked)} {rest}" if ticked is not None else rest
        if (report := hear(context, told)).intent is Intent.REPORT and not is_courtesy(rest):
            await act_on(as_if_said(update, told), context, report)

    return tick_and_report


def button_said(update: Update, context: Context, text: str, heard: Understanding) -> Does | None:
    """Return the handler of the button of the bot's last message whose words a text below it is, or that bears the name
    of the unit that is all it says, or None; a code alone opens its card."""
    shown, word, message = context.last_messages, plain_word(text), update.message
    if heard.aim is Aim.TASK or word in TAKES_BACK or message is None or message.message_id < shown.known.said:
        return None
    data = shown.button(word)
    if data is None and heard.unit and is_nothing(blank(heard.text, of_kind(heard, Kind.UNIT), " ")):
        data = shown.button(plain_word(heard.unit))
    return partial(_press, data) if data is not None and verb_of(data) not in PRESSED_ONLY else None


def handler_at_once(context: Context, text: str) -> Callback | None:
    """Return the handler that answers fixed words without hearing them as a sentence, or None for any other text."""
    aim = aim_of_fixed_words(context, text)
    return INTENTS[aim].at_once if aim is not None else None


def command_for_unit(context: Context, text: str, heard: Understanding) -> Does | None:
    """Return a handler that runs a command in words for the unit in it (邀请市公安局), which may also begin an answer.
    Return None for any other text, including a question whether it was done (邀请市公安局了吗), what tells the unit
    something (邀请市公安局来开会) and what replaces somebody (邀请市公安局小刘 替林警官)."""
    means_more = says(heard, "asked.whether_done") or asks_to_tell_people(context, heard)
    means_more = means_more or replaces_by_invited(context, heard)
    said = _command_in_words(context, text, heard) if names_a_unit(heard) and not means_more else None
    return partial(_do_command, *said) if said is not None else None


def aim_of_fixed_words(context: Context, text: str) -> Aim | None:
    """Return the aim whose fixed words a text is, or None if it is none or the person may not use it."""
    return next((aim for aim in _aims_of(text) if may_use(context.person, INTENTS[aim].for_)), None)


def _aims_of(text: str) -> list[Aim]:
    word = " ".join(plain_word(text).split())
    return [aim for aim, row in INTENTS.items() if word in row.words]


def _aim_said(context: Context, text: str, heard: Understanding) -> Aim | None:
    """Return the aim whose fixed words a text is, or None. An aim for others counts as well, so that the person is told
    who it is for, unless the words surely mean something else for this person."""
    own = aim_of_fixed_words(context, text)
    return own if own is not None or _means_more(context, heard) else next(iter(_aims_of(text)), None)


def _command_in_words(context: Context, text: str, heard: Understanding) -> tuple[str, list[str]] | None:
    """Return the command that a text is, with the words after it, or None. A command for others counts as well, so that
    the person is told who it is for, unless the words surely mean something else for this person."""
    own = command_in_words(text, commands_for(context.person))
    return own if own is not None or _means_more(context, heard) else command_in_words(text)


def _means_more(context: Context, heard: Understanding) -> bool:
    surely = heard.aim not in NO_WISH and heard.confidence >= LIKELY
    return surely and may_use(context.person, INTENTS[heard.aim].for_)


async def _do_command(name: str, words: list[str], update: Update, context: Context, heard: Understanding) -> None:
    context.args = words
    await PRIVATE_COMMANDS[name](update, context)


async def take_press(update: Update, context: Context) -> None:
    """Do what the pressed button stands for, then end its spinner if no answer has done so. A button whose data no
    conversation knows is answered as out of date."""
    assert update.callback_query is not None
    verb = verb_of(update.callback_query.data)
    if verb is None:
        await acknowledge(update, context, STALE(context.language))
        return
    await context.bot_data.press_handlers[verb](update, context)
    await acknowledge(update, context)
