"""撤销, pressed or typed: shows what the office did last, overall or to one task, with the button that undoes it; and
恢复1-4 and 把王警官加回来 show the removal that they undo."""

from collections.abc import Mapping, Sequence

from telegram import Update

from data.acts.last_act import FOUND, Done, LastAct, act_in_row, last_act
from data.acts.recorded_acts import Act
from data.announcing.broadcasts import latest_broadcast
from data.dialogs import Dialog
from data.errors import StaleButton, still_there
from data.office.audit_trail import AuditLine
from data.office.change_record import PlanChange
from data.people.directory import ListedPerson, people_named
from data.people.people import Person, person_by_id
from data.people.removal import Removal, removed_person_named
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import newest_correctable
from data.understanding import Aim, Kind, Understanding, of_kind, says
from data.understanding.office.change_asked import AskedChange, ChangeWish, change_asked
from handlers.acts import texts
from handlers.acts.texts import GONE_FOR_LONG, NOT_IN_THE_PLAN
from handlers.announcing.broadcast_page import say_how_to_recall
from handlers.dialog import Declaration, Ending, GivingUp, acts_on, begin, reader
from handlers.exports.regular_summaries import show_regular
from handlers.office.recorded_acts import SETTING, VERDICT, audit_line_text
from handlers.people import directory, removal
from handlers.people.joining import refresh_menu
from handlers.plan.task_changes import change_one_back
from handlers.plan.undone_changes import CHANGED
from handlers.reporting import withdrawal
from handlers.telegram import ActKind, Context, For, answer, pressed, said_by, show_outcome, undo_keyboard
from handlers.wording import NOTHING, Html, Wording, day_text, join, labels

ACT_KINDS: Mapping[type[Done], ActKind] = {
    Removal: removal.REMOVED,
    PlanChange: CHANGED,
    FullReport: VERDICT,
    Act: SETTING,
}

OF_IMPORTS = ("import_plan",)


async def press_act(update: Update, context: Context) -> None:
    """Show the last act, or undo the one that the button names. Raises what undoing it raises."""
    deed, *numbers = pressed(update)
    if not numbers:
        await show_last_act(update, context)
        return
    if (done := FOUND[deed](context.db, int(numbers[0]))) is None:
        raise StaleButton
    ending = _take_back(context, done)
    if isinstance(done, Removal):
        await refresh_menu(context, person_by_id(context.db, done.person_id).telegram_id)
    await show_outcome(update, context, ending.text, ending.keyboard)


def _take_back(context: Context, done: Done) -> Ending:
    """Undo an act, and return the answer; if it is undone already, say what it was."""
    kind, language = ACT_KINDS[type(done)], context.language
    undone = kind.undo(context.db, context.actor, done.id)
    before = join([texts.UNDONE_BEFORE(language), kind.line(done, language)])
    return Ending(before if done.undone else kind.undone(context, undone), kind.below(undone, language))


def _undo_in(context: Context, text: str, heard: Understanding) -> AskedChange | None:
    asked = change_asked(text, heard) if context.person.is_coordinator else None
    return asked if asked is not None and asked.what is ChangeWish.UNDO else None


@reader(knows=lambda talk, text, heard: _undo_in(talk.context, text, heard) is not None)
async def offer_to_undo(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the last act with its undo button if a coordinator asks to undo something; return whether it did. From a
    coordinator who speaks for no unit, 撤回 means this as well. What they did last may be a report made for a unit."""
    asked, person = _undo_in(context, said_by(update, meaning), meaning), context.person
    takes_back = meaning.aim is Aim.WITHDRAW and person.is_coordinator and not person.speaks_for
    if asked is None and not takes_back:
        return False
    code = asked.code if asked else meaning.task or ""
    if asked is not None and says(meaning, "plan_changes.an_import"):
        await show_last_act(update, context, nothing=texts.NO_IMPORT(context.language), actions=OF_IMPORTS)
    elif (report := _newer_report(context, code, meaning)) is not None:
        await withdrawal.offer_to_withdraw_report(update, context, report)
    else:
        await show_last_act(update, context, code)
    return True


def _newer_report(context: Context, code: str, meaning: Understanding) -> FullReport | None:
    """Return the report that the user made for a unit (on the task `code`) after the office's last act, or that a
    sentence names as a report (代报的那份), or None."""
    report = newest_correctable(context.db, context.person, code or None)
    if says(meaning, "report_corrections.of_a_report"):
        return report
    found = last_act(context.db, context.now, code)
    done = found if found is None or isinstance(found, AuditLine) or found.since is None else found.since
    return report if report is not None and (done is None or done.at < report.at) else None


async def show_last_act(
    update: Update,
    context: Context,
    code: str = "",
    removed: Person | None = None,
    nothing: Html = NOTHING,
    actions: Sequence[str] | None = None,
) -> None:
    """Show the last act (on the task `code`, the removal of `removed`, one of `actions`) with its undo button. If it
    cannot be undone, say so and offer the last act before it that can be. `nothing` is said if there was none."""
    found, language = last_act(context.db, context.now, code, removed, actions=actions), context.language
    if found is not None:
        await show_act(update, context, found, code)
        return
    nothing = nothing or (labels.NOTHING_TO_UNDO(language, code=code) if code else texts.NOTHING_DONE(language))
    await answer(update, context, nothing)


async def show_act(update: Update, context: Context, found: LastAct | AuditLine, code: str = "") -> None:
    """Show an act with its undo button, or say what can be done about one that cannot be undone. If it changed several
    tasks, only the one with `code` is changed back, once that is confirmed."""
    change = found.done if isinstance(found, LastAct) and isinstance(found.done, PlanChange) else None
    if change is not None and await change_one_back(update, context, change, code):
        return
    if isinstance(found, AuditLine) and found.action == "broadcast" and (sent := latest_broadcast(context.db)):
        await say_how_to_recall(update, context, sent)
    elif isinstance(found, AuditLine) and found.action == "regular_summary":
        await show_regular(update, context)
    elif isinstance(found, AuditLine):
        await answer(update, context, _stands(context, found))
    elif found.since is None and context.open_dialog is None:
        answers = {"person": found.done.person_id} if isinstance(found.done, Removal) else {}
        await begin(update, context, LAST_ACT, found.id, answers=answers)
    else:
        await answer(update, context, _shown(context, found), undo_keyboard(found.done, context.language))


def _shown(context: Context, found: LastAct) -> Html:
    """Return what was done, by whom and when, and how to undo it, below what was done since and cannot be undone."""
    what = ACT_KINDS[type(found.done)].line(found.done, context.language)
    since = _stands(context, found.since) if found.since is not None else NOTHING
    return texts.last(since, what, _when(context, found), context.language)


def _stands(context: Context, line: AuditLine) -> Html:
    """Return what was done last, why it cannot be undone, and how to correct it instead."""
    what, why = audit_line_text(line, context.language), texts.WHY.get(line.action, texts.BY_HAND)
    return texts.STANDS(context.language, when=_when(context, line), what=what, why=why)


def _when(context: Context, done: LastAct | AuditLine) -> Html:
    day = day_text(done.at.date(), context.language, context.today)
    return texts.WHEN(context.language, by=done.by, day=day, time=f"{done.at:%H:%M}")


def _load(context: Context, dialog: Dialog) -> LastAct:
    """Return the act. Raises StaleButton if it cannot be undone any more."""
    return still_there(act_in_row(context.db, dialog.subject_id, context.now))


async def _menu_afterwards(update: Update, context: Context, dialog: Dialog) -> None:
    if "person" in dialog.answers:
        await removal.update_menu_afterwards(update, context, dialog)


LAST_ACT: Declaration[LastAct] = Declaration(
    kind="last_act",
    load=_load,
    preview=lambda talk: _shown(talk.context, talk.subject),
    submit=labels.UNDO,
    submit_said=("撤销", "撤", "不催了", "别催了", "先不催", "不发了", "别发了", "不用发了"),
    choices=lambda talk: [[(labels.UNDO, "submit")]],
    finish=lambda context, dialog, value: _take_back(context, _load(context, dialog).done),
    afterwards=_menu_afterwards,
    giving_up=GivingUp(answer=lambda context, dialog: (texts.STAYS(context.language), None)),
    passing=True,
    waits=texts.WAITS,
)
"""The dialog that undoes the last act, by its button or by agreement."""


def _task_wanted(heard: Understanding) -> tuple[str, Wording] | None:
    """Return the code of the task to be restored, whether or not it is in the plan, and what to say if it cannot be;
    None if no task is named."""
    for kind, nothing in ((Kind.NO_CODE, NOT_IN_THE_PLAN), (Kind.CODE, labels.NOTHING_TO_UNDO)):
        if (code := next((each.values[0] for each in of_kind(heard, kind)), "")) != "":
            return code, nothing
    return None


def _wanted_back(context: Context, heard: Understanding) -> ListedPerson | tuple[str, Wording] | Person | None:
    """Return whom or what a sentence wants back: a person who is still there, a task as `_task_wanted` returns it, or a
    person who was removed; None if it wants nothing back."""
    if not says(heard, "restoring.asked"):
        return None
    there = next(iter(people_named(context.db, heard.text)), None)
    return there or _task_wanted(heard) or removed_person_named(context.db, heard.text)


@acts_on(_wanted_back, for_=For.COORDINATORS)
async def restore_in_words(update: Update, context: Context, wanted: object) -> None:
    """Show the removal of the task or person that a coordinator wants back, with its undo button; for a person who
    is still there, show their page, where leave can be ended."""
    match wanted:
        case ListedPerson():
            await directory.show_person(update, context, wanted.person_id)
        case Person():
            gone = GONE_FOR_LONG(context.language, name=wanted.name)
            await show_last_act(update, context, removed=wanted, nothing=gone)
        case str(code), Wording() as nothing:
            await show_last_act(update, context, code, nothing=nothing(context.language, code=code))
