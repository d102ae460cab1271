"""Withdrawing requests for more time by a button or in words: then they are shown first, and a button or agreement
withdraws them."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyDecided
from data.errors.deadlines import RequestRests
from data.office.extension_decision import own_waiting_extensions, withdraw_extension
from data.office.extensions import Extension, find_extension, latest_extension
from data.standing.standing import FINISHED
from data.understanding import Kind, Understanding, says, values_of
from data.understanding.meaning import NUMBERS
from data.understanding.polarity import clauses
from data.understanding.reporting.corrections import without_code
from handlers.dialog import Choices, Declaration, Ending, Talk, begin, reader
from handlers.dialog.ending import cancel_command
from handlers.dialog.opening import argument_shown_last
from handlers.extensions import keyboard as buttons
from handlers.extensions.dialog import EXTENSION
from handlers.extensions.letters import request_state
from handlers.extensions.request import code_written_now
from handlers.extensions.texts import request as texts
from handlers.telegram import Context, Verb, answer, hear, pressed, show, still_there, strip_pressed
from handlers.wording import Html, join, labels

FEW_WORDS = 10
ALSO = "also"
"""The key for the ids of further requests that are withdrawn with the first."""


async def offer_withdrawal(update: Update, context: Context, asked: Extension, *also: Extension) -> None:
    """Show the requests that may be withdrawn. While another dialog is open, a single one only has its button."""
    if also or context.open_dialog is None:
        await begin(update, context, EXTENSION_WITHDRAWAL, asked.id, answers={ALSO: [each.id for each in also]})
    else:
        keyboard = buttons.below_own_request(asked, context.language)
        await answer(update, context, texts.to_withdraw([asked], context.language), keyboard)


def _gives_up(context: Context, meaning: Understanding) -> bool:
    """Return whether a short sentence says that no more time is wanted, while a request on it is being written."""
    code, gives_up = code_written_now(context), says(meaning, "asked.more_time_withdrawn")
    of_it = code is not None and meaning.task in (None, code)
    return gives_up and of_it and len(without_code(meaning)) <= FEW_WORDS


def _takes_back(context: Context, text: str) -> bool:
    """Return whether a text takes back a request for more time, or begins by taking back the one whose button was shown
    last (撤了吧，月底前能办完)."""
    below = says(text[slice(*next(clauses(text)))], "asked.taken_back")
    shown = below and argument_shown_last(context, Verb.EXTENSION, "withdraw") is not None
    return shown or says(text, "asked.more_time_withdrawn")


def withdrawn_before_report(context: Context, meaning: Understanding) -> tuple[str, str] | None:
    """Return the clause with which a sentence first takes back a waiting request for more time, and what it then
    reports of that task, with the task's code (29-4不延了，已经办完了); None if it does not do both."""
    begins = next(clauses(meaning.text))[1]
    first, told = meaning.text[:begins], meaning.text[begins + 1 :].strip()
    if not told or not _takes_back(context, first):
        return None
    code = (meaning.task,) if meaning.task else ()
    asked = own_waiting_extensions(context.db, context.person, context.today, *code)
    reported = hear(context, f"{asked[0].code} {told}") if asked else None
    if reported is None or not (reported.status in FINISHED or reported.names(*NUMBERS)):
        return None
    return first, reported.text


def _withdraws(context: Context, meaning: Understanding) -> bool:
    """Return whether a liaison takes back a request for more time without reporting (不延期了，现在60%): one is
    waiting, or nothing else is said."""
    if not context.person.speaks_for or not _takes_back(context, meaning.text):
        return False
    if meaning.names(*NUMBERS) or withdrawn_before_report(context, meaning) is not None:
        return False
    is_all = context.open_dialog is None and len(without_code(meaning)) <= FEW_WORDS
    return is_all or bool(own_waiting_extensions(context.db, context.person, context.today))


@reader(
    names=lambda talk, text, heard: (
        _gives_up(talk.context, heard) or (talk.dialog.kind != EXTENSION.kind and _withdraws(talk.context, heard))
    )
)
async def withdraw_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the waiting requests if a sentence withdraws them, or cancel one being written. Return whether it did."""
    if _gives_up(context, meaning):
        await cancel_command(update, context)
        return True
    if not _withdraws(context, meaning):
        return False
    if await withdraw_several(update, context, meaning):
        return True
    code = (meaning.task,) if meaning.task else ()
    if asked := own_waiting_extensions(context.db, context.person, context.today, *code):
        await offer_withdrawal(update, context, asked[0])
    else:
        told = latest_extension(context.db, context.person.speaks_for, context.today, meaning.task)
        await answer(update, context, *request_state(told, meaning.task, context.language))
    return True


async def withdraw_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the waiting requests on the tasks that a sentence names, or all if it says so. Return False, having done
    nothing, unless there are several."""
    codes = values_of(meaning, Kind.CODE)
    if not codes and not says(meaning, "report_corrections.of_all"):
        return False
    asked = own_waiting_extensions(context.db, context.person, context.today, *codes)
    if len(asked) > 1:
        await offer_withdrawal(update, context, *asked)
    return len(asked) > 1


def _load(context: Context, dialog: Dialog) -> Sequence[Extension]:
    """Return those of the requests that still wait, or else all."""
    ids = (dialog.subject_id, *dialog.answers.get(ALSO, ()))
    asked = [still_there(find_extension(context.db, each, context.today)) for each in ids]
    return [each for each in asked if each.awaits_decision] or asked


def _choices(talk: Talk[Sequence[Extension]]) -> Choices:
    if talk.dialog.answers.get(ALSO):
        return [[(labels.WITHDRAW_ALL, "submit")]]
    return [[buttons.withdraw_button(talk.subject[0], talk.language)]]


def _withdrawn(context: Context, extension_id: int) -> Html:
    """Withdraw a waiting request and drop a new one on its task. Raises AlreadyDecided or RequestRests."""
    asked = withdraw_extension(context.db, context.actor, extension_id)
    dialogs.drop_dialogs_on(context.db, context.person.id, EXTENSION.kind, asked.assignment.id)
    return texts.WITHDRAWN(context.language, code=asked.code, due=asked.due_before)


async def withdraw_pressed(update: Update, context: Context) -> None:
    """Handle 撤回申请. Raises AlreadyDecided or RequestRests, after removing the pressed buttons."""
    extension_id = int(pressed(update)[1])
    try:
        told = _withdrawn(context, extension_id)
    except (AlreadyDecided, RequestRests):
        await strip_pressed(update, context)
        raise
    dialogs.drop_dialogs_on(context.db, context.person.id, EXTENSION_WITHDRAWAL.kind, extension_id)
    asked = still_there(find_extension(context.db, extension_id, context.today))
    await show(update, context, told, _once_more(context, [asked]))


def _once_more(context: Context, withdrawn: Sequence[Extension]) -> InlineKeyboardMarkup | None:
    """Return the button to ask again for the task of the only request that was withdrawn, unless it is finished."""
    return buttons.ask_again(withdrawn[0], context.language) if len(withdrawn) == 1 else None


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    asked = _load(context, dialog)
    return Ending(join([_withdrawn(context, each.id) for each in asked]), _once_more(context, asked))


EXTENSION_WITHDRAWAL: Declaration[Sequence[Extension]] = Declaration(
    kind="extension_withdrawal",
    office=False,
    load=_load,
    preview=lambda talk: texts.to_withdraw(talk.subject, talk.language),
    submit=texts.WITHDRAW,
    submit_said=("撤回",),
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)
