"""What is said not to be done right after it was done: 算了先不催, 别发了, 先别通过."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update

from data.acts.last_act import LastAct, handed_in_last, last_act, standing_acts
from data.acts.recorded_acts import Act
from data.announcing.addressees import known_addressees
from data.announcing.nudges import asked_in_nudge, is_among, name_of, recently_nudged, unit_of
from data.errors import UnknownUnit, unless
from data.office.audit_trail import OF_BROADCASTS, AuditLine
from data.people.directory import people_named
from data.understanding import Aim, Kind, Understanding, of_kind, says, values_of
from data.understanding.dialog.giving_up import tells_what_was_given_up
from data.understanding.list_exceptions import units_in
from data.understanding.polarity import calls_off
from handlers.acts.last_act import show_act
from handlers.acts.texts import NO_NUDGE_WAITS, NUDGE_SENT, REMINDERS_STOP
from handlers.dialog import acts_on
from handlers.dialog.opening import parked_with_answers
from handlers.dialog.words import HEARD, NODDED
from handlers.reporting.withdrawal import offer_to_withdraw
from handlers.telegram import Context, For, answer, hear, said_by
from handlers.wording import NOTHING, Html, join, plain_word, short_day, some

WAITING = ("nudge_later",)
"""Actions that wait for their time, so that they can be called off long after."""
NUDGES = (*WAITING, "nudge", "nudge_return")
SENT = (*NUDGES, *OF_BROADCASTS, "regular_summary")
"""Actions by which something goes to people whom a sentence may name."""
ON_INFORMATION = ("decide_information",)
TOLD = "task_note"
WITHDRAWN_IN_CHAT = ("report", "ask_extension")


@dataclass(frozen=True, slots=True)
class _NudgesMeant:
    """Which nudges a sentence means: those of these units, as it names them, of these codes, and, of those that wait,
    rather one of these days. Empty means any."""

    unit_ids: tuple[int, ...]
    units: tuple[str, ...]
    codes: tuple[str, ...]
    days: tuple[str, ...]

    def waits_in(self, context: Context, found: LastAct) -> bool:
        """Return whether a nudge that waits for its time is meant, whatever its day."""
        asked = (each for nudge in _parts(found) for each in asked_in_nudge(context.db, nudge["nudge_id"], context.now))
        return any(is_among(each, self.unit_ids, self.codes) for each in asked)

    def is_of_day(self, context: Context, found: LastAct) -> bool:
        """Return whether a nudge that waits for its time goes out on one of the days."""
        return any(str(context.db.moment(each["at"]).date()) in self.days for each in _parts(found))


def _parts(found: LastAct) -> Sequence[Mapping[str, Any]]:
    return found.done.details if isinstance(found.done, Act) else ()


def _nudges_meant(context: Context, heard: Understanding) -> _NudgesMeant:
    known = unless(UnknownUnit, known_addressees, context.db, heard)
    days = (each.values[-1] for each in of_kind(heard, Kind.TIME))
    return _NudgesMeant(known.unit_ids if known else (), units_in(heard), values_of(heard, Kind.CODE), tuple(days))


def _nudge_called_off(context: Context, heard: Understanding) -> tuple[_NudgesMeant, LastAct | None] | None:
    """Return which nudges a sentence calls off (明天那个催办取消), and the newest of them that waits for its time, or
    None; None for both if none waits and something is open."""
    if not says(heard, "broadcasts.nudge_called_off", "broadcasts.reminders_called_off"):
        return None
    meant = _nudges_meant(context, heard)
    waiting = [each for each in standing_acts(context.db, context.now, WAITING) if meant.waits_in(context, each)]
    of_day = (each for each in waiting if meant.is_of_day(context, each))
    found = next(of_day, waiting[0] if waiting else None)
    return (meant, found) if found is not None or context.open_dialog is None else None


@acts_on(_nudge_called_off, for_=For.COORDINATORS)
async def show_nudge(update: Update, context: Context, called_off: tuple[_NudgesMeant, LastAct | None]) -> None:
    """Show a nudge that waits for its time, with the button that takes it back, or that it is too late for that, or say
    that none waits."""
    meant, waits = called_off
    last = waits or (None if meant.unit_ids or meant.codes else last_act(context.db, context.now, actions=NUDGES))
    if last is not None:
        await show_act(update, context, last)
    else:
        await answer(update, context, _sent_or_none(context, meant))


def _sent_or_none(context: Context, meant: _NudgesMeant) -> Html:
    """Return that the last nudge meant has been sent, or that none of those meant waits."""
    nudged = recently_nudged(context.db, context.now)
    sent = [each for each in nudged if is_among(each.asked, meant.unit_ids, meant.codes)]
    if not sent or not (meant.unit_ids or meant.codes):
        none_waits = NO_NUDGE_WAITS(context.language, of=some([*meant.units, *meant.codes], context.language))
        return join([none_waits, REMINDERS_STOP(context.language) if meant.codes else NOTHING])
    named = some([f"{name_of(each.asked)} {unit_of(each.asked).name}" for each in sent], context.language)
    day = short_day(sent[0].at.date(), context.today, context.language)
    return NUDGE_SENT(context.language, day=day, named=named)


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
    """Show what the user did just now if they do not want it after all and nothing else is open; return whether so."""
    if not {Aim.REFUSE, Aim.CANCEL} & {meaning.aim, *meaning.between}:
        return False
    said = said_by(update, meaning)
    only_nods = plain_word(said) in HEARD | NODDED
    if only_nods or context.open_dialog is not None or parked_with_answers(context) or tells_what_was_given_up(said):
        return False
    return await show_what_was_done(update, context, said)


async def show_what_was_told(update: Update, context: Context, meaning: Understanding) -> bool:
    """Say that what the user told the office stays told, if a sentence without a task takes something back and that is
    what they did just now; return whether it was."""
    line = None if meaning.task else handed_in_last(context.db, context.person, context.just_now)
    if line is None or line.action != TOLD:
        return False
    await show_act(update, context, line)
    return True


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
            await show_act(update, context, found, code)
            return True
    line = handed_in_last(db, person, since)
    if line is None or code:
        return False
    if line.action in WITHDRAWN_IN_CHAT:
        await offer_to_withdraw(update, context, None)
    else:
        await show_act(update, context, line)
    return True
