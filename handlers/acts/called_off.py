"""What is said not to be done right after it was done: 算了先不催, 别发了, 先别通过."""

from collections.abc import Sequence

from telegram import Update

from data.acts.last_act import LastAct, handed_in_last, last_act
from data.office.audit_trail import OF_BROADCASTS, AuditLine
from data.people.directory import people_named
from data.understanding import Aim, Kind, Understanding, says
from data.understanding.dialog.giving_up import tells_what_was_given_up
from data.understanding.polarity import calls_off
from handlers.acts.last_act import show_act
from handlers.acts.texts import NO_NUDGE_WAITS
from handlers.dialog import acts_on
from handlers.dialog.opening import parked_with_answers
from handlers.dialog.words import HEARD, NODDED
from handlers.reporting.withdrawal import offer_to_withdraw
from handlers.telegram import Context, For, answer, hear, plain_word, said_by

WAITING = ("nudge_later",)
"""Actions that wait for their time, so that they can be called off long after."""
NUDGES = (*WAITING, "nudge", "nudge_return")
SENT = (*NUDGES, *OF_BROADCASTS, "regular_summary")
"""Actions by which something goes to people whom a sentence may name."""
ON_INFORMATION = ("decide_information",)
WITHDRAWN_IN_CHAT = ("report", "ask_extension")


def _nudge_called_off(context: Context, heard: Understanding) -> Sequence[LastAct | AuditLine] | None:
    """Return the newest nudge that waits for its time if a sentence calls one off (明天那个催办取消); if none waits and
    nothing is open, the newest that was sent, or an empty sequence; else None."""
    if not says(heard, "broadcasts.nudge_called_off"):
        return None
    found = last_act(context.db, context.now, actions=NUDGES)
    if isinstance(found, LastAct) or context.open_dialog is None:
        return [found] if found is not None else []
    return None


@acts_on(_nudge_called_off, for_=For.COORDINATORS)
async def show_nudge(update: Update, context: Context, newest: Sequence[LastAct | AuditLine]) -> None:
    """Show a nudge that waits for its time, with the button that takes it back, or that it is too late for that, or say
    that none waits."""
    for each in newest:
        await show_act(update, context, each)
    if not newest:
        await answer(update, context, NO_NUDGE_WAITS(context.language))


def _undone_on_information(context: Context, heard: Understanding) -> LastAct | None:
    """Return the newest decision on work information if a sentence takes it back (公安局那条采用错了), or None."""
    undoes = says(heard, "decisions.of_information_undone")
    found = last_act(context.db, context.now, actions=ON_INFORMATION) if undoes else None
    return found if isinstance(found, LastAct) else None


@acts_on(_undone_on_information, for_=For.COORDINATORS)
async def show_decision_on_information(update: Update, context: Context, found: LastAct) -> None:
    """Show the newest decision on work information with the button that takes it back."""
    await show_act(update, context, found)


async def call_off_last(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what the user did just now if they do not want it after all, and nothing else is open; return whether there
    was anything."""
    if not {Aim.REFUSE, Aim.CANCEL} & {meaning.aim, *meaning.between}:
        return False
    said = said_by(update, meaning)
    only_nods = plain_word(said) in HEARD | NODDED
    if only_nods or context.open_dialog is not None or parked_with_answers(context) or tells_what_was_given_up(said):
        return False
    return await show_what_was_done(update, context, said)


async def show_what_was_done(update: Update, context: Context, said: str, code: str = "") -> bool:
    """Show what the user did just now (to the task `code`), with the button that takes it back, or say why that cannot
    be; return whether there was anything. If `said` is that somebody it names is not to be told or urged, only what was
    sent is meant; and if nobody is to be, a nudge that waits is shown, however old."""
    person, db, since = context.person, context.db, context.just_now
    if person.is_coordinator:
        stops = calls_off(said.lower())
        named = (each.kind for each in hear(context, said).readings)
        names = not {Kind.UNIT, Kind.CODE}.isdisjoint(named) or bool(people_named(db, said))
        found = last_act(db, context.now, code, by=person, actions=SENT if stops and names else None)
        done = found if found is None or isinstance(found, AuditLine) else found.since or found.done
        if done is None or done.at < since:
            found = last_act(db, context.now, actions=WAITING) if stops else None
        if found is not None:
            await show_act(update, context, found)
            return True
    line = handed_in_last(db, person, since)
    if line is None or code:
        return False
    if line.action in WITHDRAWN_IN_CHAT:
        await offer_to_withdraw(update, context, None)
    else:
        await show_act(update, context, line)
    return True
