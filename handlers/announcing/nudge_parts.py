"""The parts of a nudge, each with its tasks, words and time. Most nudges have only one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Update

from data.announcing.addressees import addressees_named
from data.announcing.nudges import T, checked_nudging, name_of, nudging, send_nudge, tasks_with
from data.announcing.nudging_times import nudging_time_alone, parts_by_time
from data.announcing.tasks_to_nudge import checked_nudge_words, left_in_doubt, tasks_asked_for
from data.dialogs import Dialog
from data.errors.announcing import TimeGone
from data.notices.plan_rules import sending_hours
from data.office.extensions import waiting_for_decision
from data.plan.units import unit_name
from data.standing.assignments import Assignment
from data.standing.check_ins import is_to_report
from data.understanding import Kind, Understanding, says
from data.understanding.announcing.nudge_words import due_span, words_for_nudge
from data.understanding.announcing.sending_time import sending_time
from data.understanding.clock_times import PART_OF_DAY, clock_times
from data.understanding.normalise.sentence import clauses_of
from handlers.announcing.broadcast_draft import time_answered
from handlers.announcing.sending_time import SENDING_TIME, time_answer
from handlers.announcing.texts import nudge as texts
from handlers.announcing.texts.nudge import NudgePart
from handlers.dialog import Answers, PartlyRead, Question, Talk, words_question
from handlers.tasks.list import list_shown_last
from handlers.tasks.list_contents import assignments_in
from handlers.telegram import Context, hear
from handlers.wording import NOTHING

PartAnswers = Mapping[str, Any]
"""The answers of one part: `which` assignments (None if none were named), `words`, the time, and `idle`, the names
of units that were named but have nothing to be asked for, and `not_now`, the codes of the tasks on the list meant about
which nobody is to be asked now."""
OWN_WORDS: Question[Any] = words_question(
    "words", texts.OWN_WORDS, texts.WHICH_WORDS, checked_nudge_words, skipped={"words": ""}, verbatim=True
)


async def wake_sender(update: Update, context: Context, dialog: Dialog) -> None:
    """Wake the sender, so that the nudge does not wait for the next tick."""
    context.bot_data.woken.set()


def parts_named(context: Context, text: str, meaning: Understanding) -> list[PartAnswers]:
    """Return the parts in a sentence, each with its time. Raises TimeGone and what tasks_asked_for raises."""
    said = parts_by_time(meaning, context.now, sending_hours(context.db))
    if len(said) == 1:
        return [_named(context, meaning, text, said[0][1])]
    return [_named(context, hear(context, part), part, at) for part, at in said]


def _named(context: Context, meaning: Understanding, text: str, at: datetime | None) -> PartAnswers:
    found = _of_units_listed(context, meaning) or tasks_asked_for(context.db, meaning, context.now)
    asked, named = {each.unit_id for each in found or ()}, addressees_named(context.db, meaning)
    everything = not named.all_but and due_span(meaning) is None
    idle = [unit_name(context.db, each) for each in named.unit_ids if each not in asked and everything]
    words = words_for_nudge(text, meaning)
    only_when = at is not None and sending_time(hear(context, words)) is not None
    doubted = dict.fromkeys(each.code for each in (left_in_doubt(context.db, meaning, context.now) if found else []))
    return {**part_answers(found, "" if only_when else words, at), "idle": idle, "not_now": [*doubted]}


def _of_units_listed(context: Context, meaning: Understanding) -> list[Assignment]:
    """Return what is to be reported, of the list of units shown last, by the units that a sentence names; empty if it
    names anything else."""
    shown = list_shown_last(context)
    others = any(each.kind is not Kind.UNIT for each in meaning.readings) or meaning.overdue
    if shown is None or not shown[0].by_unit or others:
        return []
    named = addressees_named(context.db, meaning).unit_ids
    return [each for each in _in_list_shown(context) if each.unit_id in named and _can_be_asked(each)]


def _can_be_asked(assignment: Assignment) -> bool:
    return is_to_report(assignment) and not assignment.doubtful


def _in_list_shown(context: Context) -> list[Assignment]:
    shown = list_shown_last(context)
    found = assignments_in(context, shown[0], None) if shown else []
    return [each for each in found if each.id]


def part_for_list_shown(context: Context) -> PartAnswers | None:
    """Return the answers of a part for what is to be reported now of the list shown last, with what else on it is
    unfinished as `not_now`; None if there is nothing."""
    listed = _in_list_shown(context)
    asked = [each for each in listed if _can_be_asked(each)]
    others = [each.code for each in listed if not _can_be_asked(each) and not each.finished]
    return {**part_answers(asked), "not_now": list(dict.fromkeys(others))} if asked else None


def without_manner(context: Context, text: str) -> str:
    """Return `text` without clauses that only say in what manner to ask, since nudges are always polite."""
    clauses = clauses_of(text, spaces=True)
    words = {part for each in clauses if not each.isascii() for part in each.split()}
    manner = {each for each in words.union(clauses) if says(hear(context, each), "recipients.only_how")}
    if not manner:
        return text
    left = (" ".join(part for part in each.split() if part not in manner) for each in clauses if each not in manner)
    return "，".join(filter(None, left))


def part_answers(found: Sequence[Assignment] | None, words: str = "", at: datetime | None = None) -> PartAnswers:
    """Return the answers of a part."""
    which = None if found is None else [each.id for each in found if each.id]
    return {"which": which, "words": checked_nudge_words(words), "not_now": [], **time_answer(at)}


def _other_time(talk: Talk[Any], text: str) -> Answers:
    """Return the answers for another time if a text at the preview names one and nothing else. A time alone is on the
    day that stands, and a part of a day leaves the time to be asked for. Raises PartlyRead if it is over."""
    context = talk.context
    heard = hear(context, text)
    named, by_clock = heard.names(Kind.TIME), any(clock_times(heard.text))
    assert SENDING_TIME.change is not None
    is_part = by_clock != named or PART_OF_DAY.search(heard.text) is not None
    if is_part and (given := SENDING_TIME.change(talk, text)):
        return given
    try:
        at = nudging_time_alone(heard, context.now, sending_hours(context.db))
    except TimeGone as why:
        raise PartlyRead({}, why, NOTHING) from why
    return time_answer(at) if at is not None else SENDING_TIME.change(talk, text)


NUDGING_TIME = replace(SENDING_TIME, change=_other_time)
"""The question for the time; a day without one means the hour of the reminders."""


def check_part(context: Context, part: PartAnswers) -> None:
    """Raise NudgedAlready, NobodyToNudge or NothingToNudge if a part would ask for nothing at its time."""
    checked_nudging(load_part(context, part).found)


def parts_of(answers: PartAnswers) -> list[PartAnswers]:
    """Return the parts in the answers of a nudge."""
    return [answers, *(answers.get("later") or ())]


def load_part(context: Context, part: PartAnswers) -> NudgePart[Assignment]:
    """Return a part about tasks as it would go out, as things stand now."""
    moment = time_answered(part) or context.now
    loaded = part_of(context, part, tasks_with(context.db, part.get("which") or (), moment))
    asked = {each.id for each in loaded.found.asked}
    waiting = [each for each in waiting_for_decision(context.db, context.today) if each.assignment.id in asked]
    return replace(loaded, with_request=[*dict.fromkeys(each.code for each in waiting)])


def part_of(context: Context, part: PartAnswers, wanted: Sequence[T]) -> NudgePart[T]:
    """Return a part that asks for all that is wanted as it would go out, as things stand now."""
    at = time_answered(part)
    moment, hours = at or context.now, sending_hours(context.db)
    put_off_to = hours.put_off_to(moment)
    day_off = at is not None and not hours.workdays.has(at.date())
    found = nudging(context.db, wanted, moment)
    not_now = [each for each in part.get("not_now") or () if each not in {name_of(one) for one in found.asked}]
    return NudgePart(found, part.get("words", ""), at, put_off_to, part.get("idle") or (), day_off, not_now)


def send_parts(context: Context, dialog: Dialog) -> Iterator[NudgePart[Assignment]]:
    """Send each part or schedule it for its time, and yield it. Raises what send_nudge raises."""
    for number, part in enumerate(parts_of(dialog.answers)):
        at, words = time_answered(part), part.get("words", "")
        source = f"{dialog.source}:{number}" if number else dialog.source
        wanted = tasks_with(context.db, part["which"], at or context.now)
        yield NudgePart(send_nudge(context.db, context.actor, wanted, words, source, at), words, at, None)
