"""How the office answers requests for more time: 同意 is one press; all else is a dialog on one or several, whose
answers words change (除了7-1都批准, 第三个延到4月底, 7-1不行，材料不全)."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyDecided
from data.errors.deadlines import RequestRests
from data.office.extension_decision import RequestDecision, decide_extension, decide_several, request_message
from data.office.extensions import (
    Decision,
    Extension,
    check_undecided,
    example_day,
    find_extension,
    waiting_for_decision,
)
from handlers.dialog import (
    Answers,
    Declaration,
    Ending,
    Members,
    Question,
    Talk,
    begin,
    no_words,
    reason_question,
    why_over_with_reason,
)
from handlers.extensions import keyboard
from handlers.extensions.changed_decisions import (
    altered_decisions,
    decisions_of,
    ids_of,
    on_another_day,
    with_decisions,
)
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import decisions as texts
from handlers.extensions.texts import request as of_request
from handlers.extensions.texts.decisions import already
from handlers.telegram import (
    Context,
    Verb,
    answer,
    button,
    day_in,
    pressed,
    show,
    strip_buttons,
    strip_pressed,
    with_undo,
)
from handlers.wording import Html, Wording, join, labels, series

CHOICES = {"grant": Decision.ACCEPTED, "set": Decision.CHANGED, "other": Decision.CHANGED}
OVERTAKEN = (AlreadyDecided, RequestRests)
"""Raised if a colleague has decided already, or the request needs no answer now."""


def _given(talk: Talk[list[Extension]], decided: Sequence[RequestDecision]) -> Answers:
    """Return the answers for these decisions; the reason of a single refusal is that which is asked for."""
    kept = sorted(each for each in decided if each.decision)
    if len(kept) == 1 and kept[0].decision == Decision.REFUSED and kept[0].reason:
        return {"decided": [list(kept[0]._replace(reason=""))], "reason": kept[0].reason}
    return {"decided": [list(each) for each in kept]}


def _load(context: Context, dialog: Dialog) -> list[Extension]:
    """Return the requests that wait. Raises AlreadyDecided or RequestRests if none of those decided does."""
    waiting = waiting_for_decision(context.db, context.today)
    decided = [each.request for each in _decided_in(dialog)]
    if not any(each.id in decided or not decided for each in waiting):
        check_undecided(find_extension(context.db, decided[0], context.today) if decided else None)
    return waiting


def _decided_in(dialog: Dialog) -> list[RequestDecision]:
    """Return the decisions in a dialog; what is refused without a reason of its own has the one that was asked for."""
    why = dialog.answers.get("reason") or ""
    decided = [RequestDecision(*each) for each in dialog.answers.get("decided") or ()]
    return [each._replace(reason=each.reason or (why if each.decision == Decision.REFUSED else "")) for each in decided]


def _still_waiting(talk: Talk[list[Extension]]) -> list[tuple[Extension, RequestDecision]]:
    asked = {each.id: each for each in talk.subject}
    return [(asked[each.request], each) for each in decisions_of(talk) if each.request in asked]


def _without_reason(talk: Talk[list[Extension]]) -> list[Extension]:
    return [one for one, each in _still_waiting(talk) if each.decision == Decision.REFUSED and not each.reason]


def _of_another_day(talk: Talk[list[Extension]]) -> list[Extension]:
    """Return the request whose other day is still open, or the only one decided if that is granted."""
    decided = _still_waiting(talk)
    granted = [one for one, each in decided if each.decision != Decision.REFUSED]
    without = [one for one, each in decided if each.decision == Decision.CHANGED and not each.day]
    return without[:1] or (granted if len(decided) == 1 else [])


def _which_day(talk: Talk[list[Extension]]) -> Html:
    asked = _of_another_day(talk)[0]
    of_it = {"unit": asked.unit, "code": asked.code, "day": asked.proposed, "example": example_day(asked.assignment)}
    which = of_decision.WHICH_DAY_NOW if asked.needs_another_day else of_decision.WHICH_OTHER_DAY
    return which(talk.language, **of_it)


def _read_day(talk: Talk[list[Extension]], text: str) -> Answers:
    given = [on_another_day(each, text, talk.context) for each in _of_another_day(talk)]
    return _given(talk, with_decisions(decisions_of(talk), given))


def _lines(talk: Talk[list[Extension]]) -> Html:
    """Return a line for each decision, for each that can no longer be made, and for the requests left to wait."""
    context, decided = talk.context, {each.request: each for each in _decided_in(talk.dialog)}
    gone = [find_extension(context.db, each, context.today) for each in decided if each not in ids_of(talk)]
    return texts.decisions(
        [(each, decided.get(each.id)) for each in talk.subject], [each for each in gone if each], talk.language
    )


def _sends(talk: Talk[list[Extension]]) -> Wording:
    """Return the label of the button that sends the answers; that of a single answer says which it is."""
    decisions = [each.decision for each in decisions_of(talk)]
    if len(decisions) > 1:
        return texts.SEND
    return of_decision.REFUSE if decisions == [Decision.REFUSED] else of_decision.SET_DAY


def _waits(talk: Talk[list[Extension]]) -> Html:
    codes = series((one.code for one, _ in _still_waiting(talk)), talk.language)
    return texts.WAITS(talk.language, codes=codes)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = decide_several(context.db, context.actor, _decided_in(dialog))
    lines = [of_decision.decided(each, context.language) for each in done]
    return Ending(join(lines), ways_on(context))


def ways_on(context: Context) -> InlineKeyboardMarkup:
    """Return 撤销, and a button to the next request if one waits."""
    following = button(labels.NEXT_REVIEW(context.language), Verb.REVIEW, "asked", 0)
    return with_undo(context, [[following]] if waiting_for_decision(context.db, context.today) else [])


async def clean_up_after_answer(context: Context, extension_id: int) -> None:
    """Clean up after a request was answered: drop the other answer being written to it, and take 撤回申请 off the
    message that sent it."""
    dialogs.drop_dialogs_on(context.db, context.person.id, DECISIONS.kind, extension_id)
    asked_by = request_message(context.db, extension_id)
    if asked_by is not None:
        await strip_buttons(context, *asked_by)


async def _clean_up(update: Update, context: Context, dialog: Dialog) -> None:
    for each in _decided_in(dialog):
        await clean_up_after_answer(context, each.request)


DECISIONS: Declaration[list[Extension]] = Declaration(
    kind="decisions_on_requests",
    load=_load,
    questions=(
        Question(
            "day",
            label=of_request.UNTIL,
            put=_which_day,
            read=_read_day,
            asked=lambda talk: bool(_of_another_day(talk)),
            answered=lambda talk: all(each.day for each in decisions_of(talk) if each.decision == Decision.CHANGED),
            buttons=lambda talk: [keyboard.decide_as_asked(_of_another_day(talk)[0], talk.language)],
        ),
        replace(
            reason_question(
                lambda talk: texts.WHY(talk.language, codes=[each.code for each in _without_reason(talk)]),
                labels.AGREE,
                of_decision.REFUSE,
                of_decision.OTHER_DAY,
            ),
            asked=lambda talk: bool(_without_reason(talk)),
        ),
        Question(
            "decided",
            label=texts.ANSWERS,
            put=lambda talk: join([_lines(talk), texts.which(len(talk.subject), talk.language)]),
            read=no_words,
            led_back_to=lambda talk: len(decisions_of(talk)) != 1,
            answered=lambda talk: bool(decisions_of(talk)),
            members=Members(lambda talk, clause: (), decisions_of, decisions_of, _given, altered_decisions),
        ),
    ),
    preview=lambda talk: join([_lines(talk), texts.check(_sends(talk), len(decisions_of(talk)), talk.language)]),
    choices=lambda talk: [[(_sends(talk), "submit"), (labels.EDIT, "edit")]],
    submit=texts.SEND,
    submit_said=texts.SENDS,
    finish=_finish,
    waits=_waits,
    is_begun=lambda context, dialog: any(
        each.day or each.reason or each.decision == Decision.ACCEPTED for each in _decided_in(dialog)
    ),
    why_over=why_over_with_reason,
    afterwards=_clean_up,
    assignment_ids=lambda context, dialog: [
        each.assignment.id for each in waiting_for_decision(context.db, context.today)
    ],
    turn_prefix="decide",
)
"""A dialog on one request is about that; one on several, about the update with which it began, negated."""


async def press_decide(update: Update, context: Context) -> None:
    """Handle a decision, or begin the dialog that it needs first; one for another day if the day granted has passed.

    If a colleague was faster, remove the buttons and show what was decided; raises AlreadyDecided or RequestRests if
    nothing was.
    """
    choice, number, *days = pressed(update)
    extension_id, decision = int(number), CHOICES.get(choice, Decision.REFUSED)
    found = find_extension(context.db, extension_id, context.today)
    is_refused = choice == "refuse" and found is not None and found.decision is Decision.REFUSED
    if choice == "grant" and found is not None and found.needs_another_day:
        choice, decision = "other", Decision.CHANGED
    try:
        if choice not in ("grant", "set") and not is_refused:
            decided = [RequestDecision(extension_id, decision)]
            await begin(update, context, DECISIONS, extension_id, answers={"decided": decided})
            return
        day = day_in(days[0]) if choice == "set" else None
        done = decide_extension(context.db, context.actor, extension_id, decision, day=day)
        await clean_up_after_answer(context, extension_id)
        await show(update, context, of_decision.decided(done, context.language), ways_on(context))
    except OVERTAKEN:
        await clean_up_after_answer(context, extension_id)
        await strip_pressed(update, context)
        if found is None or not (told := already(found, context.language)):
            raise
        await answer(update, context, told)
