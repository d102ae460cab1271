"""The office's answers to requests for more time: 同意 with one press, and the dialogs of 不同意 and 改日期."""

from collections.abc import Mapping
from datetime import date

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyDecided
from data.errors.deadlines import RequestRests
from data.office.extension_decision import decide_extension, request_message
from data.office.extensions import (
    Decision,
    Extension,
    check_day,
    checked_undecided,
    example_day,
    find_extension,
    waiting_for_decision,
)
from data.plan.deadlines.day_answer import day_asked_for
from handlers.dialog import Declaration, Ending, Question, Talk, begin, read_back, reason_question, why_over_with_reason
from handlers.extensions import keyboard
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import request as of_request
from handlers.telegram import (
    Context,
    Html,
    Verb,
    button,
    day_in,
    day_text,
    html,
    labels,
    pressed,
    show,
    strip_buttons,
    strip_pressed,
    with_undo,
)


def load_waiting_request(context: Context, extension_id: int) -> Extension:
    """Return the request while it waits for an answer. Raises ForTheOffice, AlreadyDecided or RequestRests."""
    context.check_office()
    return checked_undecided(find_extension(context.db, extension_id, context.today))


async def clean_up_after_answer(context: Context, extension_id: int) -> None:
    """Clean up after a request was answered: drop other answers being written to it, and take 撤回申请 off the message
    that sent it."""
    for kind in (OTHER_DAY.kind, REFUSAL.kind):
        dialogs.drop_dialogs_on(context.db, context.person.id, kind, extension_id)
    asked_by = request_message(context.db, extension_id)
    if asked_by is not None:
        await strip_buttons(context, *asked_by)


def _load(context: Context, dialog: Dialog) -> Extension:
    return load_waiting_request(context, dialog.subject_id)


def _read_back(talk: Talk[Extension]) -> Html:
    asked, language = talk.subject, talk.language
    letter = of_decision.declined_letter(asked, talk.answers["reason"], language)
    return read_back(asked.assignment.unit or "", letter, of_decision.REFUSE(language), language)


def _which_day(talk: Talk[Extension]) -> Html:
    return of_decision.which_other_day(talk.subject, example_day(talk.subject.assignment), talk.language)


def _read_day(talk: Talk[Extension], text: str) -> Mapping[str, str]:
    asked, today = talk.subject, talk.context.today
    day = day_asked_for(text, max(asked.due_before, today), today, example_day(asked.assignment))
    return {"day": str(check_day(asked.assignment, day))}


def _day_shown(talk: Talk[Extension]) -> Html:
    return html(day_text(date.fromisoformat(talk.answers["day"]), talk.language))


def _set_day(context: Context, dialog: Dialog, value: str) -> Ending:
    """Answer with the day given; if it is the day asked for, the request counts as accepted."""
    day = date.fromisoformat(dialog.answers["day"])
    asked = find_extension(context.db, dialog.subject_id, context.today)
    as_asked = asked is not None and asked.proposed == day
    return _decide(context, dialog, Decision.ACCEPTED if as_asked else Decision.CHANGED, day=day)


def _decide(
    context: Context, dialog: Dialog, decision: Decision, *, day: date | None = None, answer: str = ""
) -> Ending:
    done = decide_extension(context.db, context.actor, dialog.subject_id, decision, day=day, answer=answer)
    return Ending(of_decision.decided(done, context.language), ways_on(context))


def ways_on(context: Context) -> InlineKeyboardMarkup:
    """Return 撤销, and a button to the next request if one waits."""
    following = button(labels.NEXT_REVIEW(context.language), Verb.REVIEW, "asked", 0)
    return with_undo(context, [[following]] if waiting_for_decision(context.db, context.today) else [])


async def _end_request(update: Update, context: Context, dialog: Dialog) -> None:
    await clean_up_after_answer(context, dialog.subject_id)


def _refusal_waits(talk: Talk[Extension]) -> Html:
    wording = of_decision.REFUSAL_NOT_SENT if "reason" in talk.answers else of_decision.REFUSAL_WAITS
    return wording(talk.language, code=talk.subject.assignment.code)


REFUSAL: Declaration[Extension] = Declaration(
    kind="refusal",
    load=_load,
    questions=(
        reason_question(
            lambda talk: of_decision.which_reason(talk.subject, talk.language),
            labels.AGREE,
            of_decision.REFUSE,
            of_decision.OTHER_DAY,
        ),
    ),
    preview=_read_back,
    submit=of_decision.REFUSE,
    finish=lambda context, dialog, value: _decide(context, dialog, Decision.REFUSED, answer=dialog.answers["reason"]),
    waits=_refusal_waits,
    why_over=why_over_with_reason,
    afterwards=_end_request,
)
OTHER_DAY: Declaration[Extension] = Declaration(
    kind="other_day",
    load=_load,
    questions=(
        Question(
            "day",
            label=of_request.UNTIL,
            put=_which_day,
            read=_read_day,
            buttons=lambda talk: [list(keyboard.decide_as_asked(talk.subject, talk.language))],
            shown=_day_shown,
        ),
    ),
    preview=lambda talk: of_decision.check_day(talk.subject, date.fromisoformat(talk.answers["day"]), talk.language),
    submit=of_decision.SET_DAY,
    finish=_set_day,
    waits=lambda talk: of_decision.OTHER_DAY_WAITS(talk.language, code=talk.subject.assignment.code),
    afterwards=_end_request,
    turn_prefix="decide",
)


OVERTAKEN = (AlreadyDecided, RequestRests)
"""Raised if a colleague has decided already, or the request needs no answer now."""


async def press_decide(update: Update, context: Context) -> None:
    """Handle a decision, or begin the dialog that it needs first. If it raises AlreadyDecided or RequestRests, the
    buttons are removed."""
    choice, number, *days = pressed(update)
    try:
        await _press(update, context, choice, int(number), days)
    except OVERTAKEN:
        await clean_up_after_answer(context, int(number))
        await strip_pressed(update, context)
        raise


async def _press(update: Update, context: Context, choice: str, number: int, days: list[str]) -> None:
    match choice:
        case "grant":
            await _decide_at_once(update, context, number, Decision.ACCEPTED)
        case "set":
            await _decide_at_once(update, context, number, Decision.CHANGED, day_in(days[0]))
        case "other":
            await begin(update, context, OTHER_DAY, load_waiting_request(context, number).id)
        case "refuse" if _is_refused(context, number):
            await _decide_at_once(update, context, number, Decision.REFUSED)
        case _:
            await begin(update, context, REFUSAL, load_waiting_request(context, number).id)


def _is_refused(context: Context, number: int) -> bool:
    found = find_extension(context.db, number, context.today)
    return found is not None and found.decision is Decision.REFUSED


async def _decide_at_once(
    update: Update, context: Context, extension_id: int, decision: Decision, day: date | None = None
) -> None:
    done = decide_extension(context.db, context.actor, extension_id, decision, day=day)
    await clean_up_after_answer(context, extension_id)
    await show(update, context, of_decision.decided(done, context.language), ways_on(context))
