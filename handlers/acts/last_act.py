"""撤销, pressed or typed: shows what the office did last, overall or to one task, with the button that undoes it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from telegram import InlineKeyboardMarkup, Update

from data.acts.last_act import Done, LastAct, act_in_row, last_act
from data.acts.recorded_acts import Act
from data.announcing.broadcasts import latest_broadcasts
from data.dialogs import Dialog
from data.office.audit_trail import AuditLine
from data.office.change_record import PlanChange
from data.people.people import Person
from data.people.removal import Removal
from data.reporting.reviews import FullReport
from data.understanding import Aim, Understanding
from data.understanding.office.change_asked import AskedChange, ChangeWish, change_asked
from handlers.acts import texts
from handlers.announcing.broadcast_page import say_how_to_recall
from handlers.dialog import Choices, Declaration, Ending, Talk, begin, reader
from handlers.office import recorded_acts
from handlers.people import removal
from handlers.plan import undone_changes
from handlers.telegram import NOTHING, Context, Html, Language, answer, labels, pressed, said_by, still_there


class ActKind(NamedTuple):
    """How one kind of act is shown with its undo button (`with_undo`), and how it is undone (`take_back`)."""

    with_undo: Callable[[Any, Language], tuple[Html, InlineKeyboardMarkup]]
    take_back: Callable[[Context, Any], tuple[Html, InlineKeyboardMarkup | None]]


ACT_KINDS: Mapping[type[Done], ActKind] = {
    Removal: ActKind(removal.removal_with_undo, lambda context, done: removal.take_removal_back(context, done.id)),
    PlanChange: ActKind(
        undone_changes.change_with_undo, lambda context, done: undone_changes.take_change_back(context, done.id)
    ),
    FullReport: ActKind(
        recorded_acts.verdict_with_undo, lambda context, done: recorded_acts.take_verdict_back(context, done.id)
    ),
    Act: ActKind(
        recorded_acts.setting_with_undo, lambda context, done: recorded_acts.take_setting_back(context, done.id)
    ),
}


async def press_act(update: Update, context: Context) -> None:
    """Show the last act, or undo a setting. Raises what `recorded_acts.undo_setting_pressed` raises."""
    if pressed(update) == ("last",):
        await show_last_act(update, context)
    else:
        await recorded_acts.undo_setting_pressed(update, context)


def _undo_in(context: Context, text: str, heard: Understanding) -> AskedChange | None:
    """Return the request to undo something that a coordinator makes in `text`, or None."""
    asked = change_asked(text, heard) if context.person.is_coordinator else None
    return asked if asked is not None and asked.what is ChangeWish.UNDO else None


@reader(knows=lambda talk, text, heard: _undo_in(talk.context, text, heard) is not None)
async def offer_to_undo(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the last act with its undo button if a coordinator asks to undo something; return whether it did. From a
    coordinator who speaks for no unit, 撤回 without a task means this as well, since there is no report to withdraw."""
    asked, person = _undo_in(context, said_by(update, meaning), meaning), context.person
    takes_back = meaning.aim is Aim.WITHDRAW and not meaning.task and person.is_coordinator and not person.speaks_for
    if asked is None and not takes_back:
        return False
    await show_last_act(update, context, asked.code if asked else "")
    return True


async def show_last_act(
    update: Update, context: Context, code: str = "", removed: Person | None = None, nothing: Html = NOTHING
) -> None:
    """Show the last act (on the task `code`, or the removal of `removed`) with its undo button. If it cannot be
    undone, say so and offer the last act before it that can be. `nothing` is said if there was none."""
    found, language = last_act(context.db, context.now, code, removed), context.language
    if found is None:
        nothing = nothing or (texts.NOTHING_OF(language, code=code) if code else texts.NOTHING(language))
        await answer(update, context, nothing)
    elif isinstance(found, AuditLine) and found.action == "broadcast" and (sent := latest_broadcasts(context.db, 1)):
        await say_how_to_recall(update, context, sent[0])
    elif isinstance(found, AuditLine):
        await answer(update, context, _stands(context, found))
    elif found.since is None and context.open_dialog is None:
        answers = {"person": found.done.person_id} if isinstance(found.done, Removal) else {}
        await begin(update, context, LAST_ACT, found.id, answers=answers)
    else:
        await answer(update, context, _shown(context, found), _said(found.done, language)[1])


def _shown(context: Context, found: LastAct) -> Html:
    """Return what was done, by whom and when, and how to undo it; above it, what was done since and cannot be
    undone."""
    what = _said(found.done, context.language)[0]
    at, today, language = found.at.astimezone(context.zone), context.today, context.language
    if found.since is not None:
        return texts.last_undoable(_stands(context, found.since), what, found.by, at, today, language)
    return texts.last(what, found.by, at, today, language)


def _stands(context: Context, line: AuditLine) -> Html:
    what, at = recorded_acts.audit_line_text(line, context.language), line.at.astimezone(context.zone)
    return texts.cannot_be_undone(what, line.action, line.by, at, context.today, context.language)


def _said(done: Done, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return what was done and the undo button, as worded by its room."""
    return ACT_KINDS[type(done)].with_undo(done, language)


def _load(context: Context, dialog: Dialog) -> LastAct:
    """Return the act. Raises StaleButton if it cannot be undone any more."""
    return still_there(act_in_row(context.db, dialog.subject_id, context.now))


def _buttons(talk: Talk[LastAct]) -> Choices:
    """Return the room's buttons, of which the undo button submits the dialog."""
    [undo, *others], *rows = _said(talk.subject.done, talk.language)[1].inline_keyboard
    return [[(undo.text, "submit"), *others], *rows]


def _take_back(context: Context, dialog: Dialog, value: str) -> Ending:
    done = _load(context, dialog).done
    return Ending(*ACT_KINDS[type(done)].take_back(context, done))


async def _menu_afterwards(update: Update, context: Context, dialog: Dialog) -> None:
    """Give a person whose removal was undone the menu of their role again."""
    if "person" in dialog.answers:
        await removal.update_menu_afterwards(update, context, dialog)


LAST_ACT: Declaration[LastAct] = Declaration(
    kind="last_act",
    office=True,
    load=_load,
    preview=lambda talk: _shown(talk.context, talk.subject),
    submit=labels.UNDO,
    submit_said=("撤销", "撤"),
    choices=_buttons,
    finish=_take_back,
    afterwards=_menu_afterwards,
    passing=True,
    waits=texts.WAITS,
)
"""The dialog that undoes the last act, by its button or by agreement."""
