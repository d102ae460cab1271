"""The list of plans (/plans): showing one, archiving it, making it current, and carrying its open tasks over."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import StaleButton
from data.office.change_record import PlanChange
from data.office.plans import carry_over, close_plan, make_current, plan_at_end, plan_by_id, to_carry_over
from data.people.actor import Actor
from data.plan.plan import Plan, all_plans, known_plan
from data.store import Database
from handlers.dialog import Declaration, Ending, Talk, begin
from handlers.exports.sending import send_plan
from handlers.plan import keyboard as buttons
from handlers.plan.change_questions import REASON
from handlers.plan.texts import plans as texts
from handlers.telegram import Context, answer, pressed, show, undo_keyboard, with_undo
from handlers.wording import Html, Wording, cut, series


async def plans_command(update: Update, context: Context) -> None:
    """Handle /plans: list all plans."""
    plans, language = all_plans(context.db), context.language
    keyboard = buttons.plans(plans) if plans else None
    await answer(update, context, texts.plan_list(plans, language), keyboard)


async def press_plan(update: Update, context: Context) -> None:
    """Handle a button of the list or of a plan. Raises StaleButton, NoPlan and NothingToCarryOver."""
    choice, *numbers = pressed(update)
    if choice == "list":
        await plans_command(update, context)
    elif choice == "show":
        shown = plan_at_end(context.db, int(numbers[0]), context.today)
        keyboard = buttons.plan_page(shown, context.language)
        await show(update, context, texts.plan_page(shown, context.language), keyboard)
    elif choice == "file":
        await send_plan(update, context)
    else:
        await begin(update, context, DIALOGS[choice], plan_by_id(context.db, int(numbers[0])).id)


def _load(current: bool) -> Callable[[Context, Dialog], Plan]:
    """Return a loader of the dialog's plan; it raises StaleButton unless the plan's `current` is as given."""

    def load(context: Context, dialog: Dialog) -> Plan:
        plan = plan_by_id(context.db, dialog.subject_id)
        if plan.current is not current:
            raise StaleButton
        return plan

    return load


def _load_to_carry(context: Context, dialog: Dialog) -> Plan:
    plan = _load(current=False)(context, dialog)
    to_carry_over(context.db, plan.id, context.today)
    return plan


def _title(talk: Talk[Plan]) -> str:
    return cut(talk.subject.title, 100)


def _done(
    change: Callable[[Database, Actor, int, str], Plan], said: Wording
) -> Callable[[Context, Dialog, str], Ending]:
    """Return the finish of a dialog that changes which plan is current: it calls `change` and answers with `said`."""

    def finish(context: Context, dialog: Dialog, value: str) -> Ending:
        done = change(context.db, context.actor, dialog.subject_id, dialog.answers["reason"])
        keyboard = with_undo(context, buttons.all_plans(context.language).inline_keyboard)
        return Ending(said(context.language, title=cut(done.title, 100)), keyboard)

    return finish


def _check_current(talk: Talk[Plan]) -> Html:
    present = known_plan(talk.context.db)
    before = cut(present.title, 100) if present else ""
    return texts.CHECK_CURRENT(talk.language, title=_title(talk), present=before, reason=talk.answers["reason"])


def _check_carry(talk: Talk[Plan]) -> Html:
    context, language = talk.context, talk.language
    found = to_carry_over(context.db, talk.subject.id, context.today)
    tasks = texts.task_titles([state for _, state in found], language)
    why = talk.answers["reason"]
    return texts.CHECK_CARRY(language, title=_title(talk), count=len(found), tasks=tasks, reason=why)


def _carry(context: Context, dialog: Dialog, value: str) -> Ending:
    done: PlanChange = carry_over(context.db, context.actor, dialog.subject_id, dialog.answers["reason"], dialog.source)
    codes = cut(series((each.code for each in done.tasks), context.language), 100)
    text = texts.CARRIED(context.language, count=len(done.tasks), codes=codes)
    return Ending(text, undo_keyboard(done, context.language))


def _declared(kind: str, what: Wording, **details: Any) -> Declaration[Plan]:
    """Return a dialog on a plan that asks for the reason; `details` give the rest of its declaration."""
    why = replace(REASON, put=lambda talk: texts.WHY(talk.language, what=what, title=_title(talk)))
    return Declaration(
        kind=kind, questions=(why,), waits=lambda talk: texts.WAITS(talk.language, title=_title(talk)), **details
    )


DIALOGS: dict[str, Declaration[Plan]] = {
    "close": _declared(
        "plan_close",
        texts.CLOSE,
        load=_load(current=True),
        preview=lambda talk: texts.CHECK_CLOSE(talk.language, title=_title(talk), reason=talk.answers["reason"]),
        finish=_done(close_plan, texts.CLOSED),
    ),
    "current": _declared(
        "plan_current",
        texts.MAKE_CURRENT,
        load=_load(current=False),
        preview=_check_current,
        finish=_done(make_current, texts.IS_CURRENT),
    ),
    "carry": _declared("plan_carry", texts.CARRY, load=_load_to_carry, preview=_check_carry, finish=_carry),
}
"""The dialogs on a plan, by the button that begins them."""
