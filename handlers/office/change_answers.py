"""What a sentence of the office about changing the plan asks for, the orders that it leaves undone, and the answers
that it gives to the change's dialog (day, units, reason), with warnings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from data.errors import unless
from data.errors.deadlines import DayUnclear
from data.errors.plans import NoChange, NoSuchUnitThere
from data.office import task_edits as edits
from data.office.extensions import waiting_for_decision
from data.office.task_edits import PresentTask
from data.reporting.drafts import checked_reason
from data.standing.assignments import assignments
from data.times import stored_day
from data.understanding import Kind, Understanding, of_kind, says
from data.understanding.entities.days import find_days
from data.understanding.entities.days.moments import day_in_no_calendar
from data.understanding.fillers import meaningful_words, without_courtesies
from data.understanding.more_time import brought_forward, longer_by
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.change_asked import AskedChange, ChangeWish, change_asked, change_with_value
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS, says_much
from handlers.dialog.reason import NO_REASONS, is_for_others, says_another_is_alike, says_why
from handlers.extensions.letters import waiting_note
from handlers.office.texts.plan_in_words import DAY_IS_EARLIER, DAY_IS_PAST, NO_DEADLINE
from handlers.plan.change_questions import ALSO_FROM, WITH_IT
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, Html, cut, join, plain_word, series

ONE_CHANGE = ((ChangeWish.MOVE, ChangeWish.LEAVE), (ChangeWish.DEADLINE, ChangeWish.UNDATED))
"""Pairs of changes that are one change said in two clauses: 43-5不要市场局了，改商务局; 10-1没有期限，定到6月底."""
BREAKS = " \n,，。;；"


@dataclass(frozen=True, slots=True)
class ChangeAndLeftovers:
    """A change of the plan, and the clauses of its sentence that it leaves undone."""

    asked: AskedChange
    left: tuple[str, ...]


def change_and_leftovers(context: Context, text: str, meaning: Understanding) -> ChangeAndLeftovers | None:
    """Return the change that `text` asks for with the orders that it leaves undone, or None if it asks for none."""
    asked = change_asked(text, meaning)
    if asked is None or not asked.codes or asked.what is ChangeWish.ADD:
        return ChangeAndLeftovers(asked, ()) if asked is not None else None
    said = text.replace(asked.reason, "", 1) if asked.reason else text
    clauses = clauses_of(said, spaces=asked.what is not ChangeWish.EDIT)
    has_value = change_with_value(text, meaning) is not None
    parts = clauses if len(clauses) > 1 else ()
    done_anyway = [each for each in parts if _has_its_units_told(context, each, asked)]
    left = [
        each
        for each in parts
        if each in done_anyway
        or (has_value and is_for_others(hear(context, each)))
        or _is_other_order(context, each, asked)
    ]
    why = [] if asked.reason else _reasons(context, said, clauses, left, asked)
    if (not left and not why) or len(left) == len(clauses):
        return ChangeAndLeftovers(asked, ())
    rest = text
    for each in [*left, *why]:
        rest = rest.replace(each, "", 1)
    rest = rest.lstrip(BREAKS)
    again = change_asked(rest, hear(context, rest))
    undone = tuple(each for each in left if each not in done_anyway)
    if again is None or again.what is not asked.what or not set() < {*again.codes} <= {*asked.codes}:
        return ChangeAndLeftovers(asked, undone)
    return ChangeAndLeftovers(replace(again, reason="，".join(why)) if why else again, undone)


def _has_its_units_told(context: Context, clause: str, asked: AskedChange) -> bool:
    """Return whether a clause only wants units of the task to be told of the change, as they are (跟市监局说一声)."""
    heard = hear(context, clause)
    if not says(heard, "plan_changes.told_to_units"):
        return False
    named = {value for each in of_kind(heard, Kind.UNIT) for value in each.values}
    own = {each.unit for code in asked.codes for each in assignments(context.db, context.today, code=code)}
    return named <= own


def _reasons(context: Context, said: str, clauses: Sequence[str], left: Sequence[str], asked: AskedChange) -> list[str]:
    """Return the clauses that give a reason instead of an order: those at the end of the sentence, those before the
    first task (省里催得紧 1-9提前到12月20号), and one that compares the only task with another (1-8和1-9重复，…)."""
    first = clauses[:1] if len(asked.codes) == 1 else ()
    alike = [each for each in first if says_another_is_alike(hear(context, each), each)]
    ahead = takewhile(lambda each: each not in left and _leads_to_order(context, each), _before_task(said, asked))
    behind = takewhile(lambda each: each in left or says_why(context, each), reversed(clauses[1:]))
    return list(dict.fromkeys([*alike, *ahead, *(each for each in reversed([*behind]) if each not in left)]))


def _before_task(text: str, asked: AskedChange) -> Sequence[str]:
    before, named, _ = text.partition(asked.code)
    return clauses_of(before, spaces=True) if named and before.endswith(tuple(BREAKS)) else ()


def _leads_to_order(context: Context, clause: str) -> bool:
    """Return whether a clause before an order tells why, and does not only ask for it (麻烦帮我弄一下)."""
    told = meaningful_words(clause) and without_courtesies(clause) == clause
    return bool(told) and says_much(clause, A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS) and says_why(context, clause)


def _is_other_order(context: Context, clause: str, asked: AskedChange) -> bool:
    """Return whether `clause` orders something other than `asked`: it is about another task, asks for another change,
    or names a day or unit for which `asked` has no use."""
    heard = hear(context, clause)
    if says(clause, "plan_changes.change_named"):
        return False
    codes = [each.values[0] for each in of_kind(heard, Kind.CODE)]
    if codes and not set(codes) <= set(asked.codes):
        return not says_another_is_alike(heard, clause)
    whole = clause if codes else f"{asked.code} {clause}"
    other = change_asked(whole, hear(context, whole))
    if other is not None:
        if (asked.what, other.what) == (ChangeWish.MOVE, ChangeWish.LEAD):
            return other.units[:1] != asked.units[:1]
        return other.what is not asked.what and (asked.what, other.what) not in ONE_CHANGE
    kinds = {each.kind for each in heard.readings}
    if codes or says_why(context, clause):
        return False
    if asked.what is ChangeWish.DEADLINE:
        return Kind.UNIT in kinds and Kind.TIME not in kinds
    units = {value for each in of_kind(heard, Kind.UNIT) for value in each.values}
    return Kind.TIME in kinds or not units <= set(asked.units)


def answers_for(context: Context, asked: AskedChange, task: PresentTask) -> dict[str, Any]:
    """Return the day or units that a sentence gives for one of its tasks, in the last part that names it if there is a
    part for each; empty if it gives none. Raises DayUnclear."""
    part = next((part for part in reversed(asked.parts) if task.code in part.codes), None)
    if asked.what is not ChangeWish.DEADLINE:
        source = {"from": asked.source} if asked.source and part is None else {}
        return {**unit_answers(asked.what, asked.units if part is None else part.units), **source}
    if part is not None:
        return {"deadline": edits.deadline_edit(part.rest, context.today)["deadline"]}
    return day_for_all(context, asked) or _moved(asked, task)


def unit_answers(what: ChangeWish, units: Sequence[str]) -> dict[str, Any]:
    """Return the dialog's answers about which unit leaves, takes over, leads or joins; empty without `units`."""
    if not units:
        return {}
    if what is ChangeWish.LEAVE:
        return {"from": units[0], ALSO_FROM: list(units[1:])}
    return {"to": units[-1]} if what is ChangeWish.MOVE else {"to": units[0], WITH_IT: list(units[1:])}


def day_for_all(context: Context, asked: AskedChange) -> dict[str, Any]:
    """Return the deadline that the sentence gives for all of its tasks as an answer; empty if it gives none."""
    said = asked.rest
    for code in asked.codes:
        said = said.replace(code, " ")
    edit = unless(DayUnclear, edits.deadline_edit, said, context.today)
    return {"deadline": edit["deadline"]} if edit is not None else {}


def earlier_days_warning(
    context: Context, asked: AskedChange, tasks: Sequence[PresentTask], days: Mapping[str, Mapping[str, Any]]
) -> Html:
    """Return a warning if the sentence postpones deadlines but the new day is earlier for some tasks; else empty."""
    new = {code: stored_day(answers.get("deadline", {}).get("due")) for code, answers in days.items()}
    earlier = [task.code for task in tasks if task.due and (day := new.get(task.code)) and day < task.due]
    if not asked.put_off or not earlier:
        return NOTHING
    return DAY_IS_EARLIER(context.language, codes=cut(series(earlier, context.language), 200))


def deadline_notes(context: Context, task: PresentTask, answers: Mapping[str, Any], said: str = "") -> Html:
    """Return a note that extension requests wait for the task and a warning if the new day is past, or if the days in
    what is `said` are no deadline or in no calendar; empty if none."""
    waiting = waiting_for_decision(context.db, context.today)
    note = waiting_note(waiting, task.code, context.language)
    words = said.replace(task.code, " ").lower()
    names_days = find_days(words, context.today) or day_in_no_calendar(words, context.today)
    if "deadline" not in answers and names_days:
        return join([note, NO_DEADLINE(context.language, said=cut(said, 60))])
    due = stored_day(answers.get("deadline", {}).get("due"))
    if due is None or due >= context.today:
        return note
    return join([note, DAY_IS_PAST(context.language, day=due)])


def change_answers(context: Context, what: ChangeWish, asked: AskedChange, task: PresentTask) -> dict[str, Any]:
    """Return the dialog's answers that a sentence gives for a change of one task. Raises DayUnclear, NoChange
    if a unit that is to join has a part already, and NoSuchUnitThere if one that is to leave has none."""
    found: dict[str, Any] = {}
    there = [unit for unit in asked.units if unit in task.units]
    others = [unit for unit in asked.units if unit not in task.units]
    if what is ChangeWish.DEADLINE:
        found = answers_for(context, asked, task)
    elif asked.together:
        gone = [unit for unit in task.units if unit not in asked.units]
        leaving = unit_answers(ChangeWish.LEAVE, gone if what is not ChangeWish.JOIN else ())
        found = {**leaving, **({"to": others[0], WITH_IT: others[1:]} if others else {})}
    elif what is ChangeWish.LEAVE:
        if not there:
            raise NoSuchUnitThere(asked.units[0])
        found = unit_answers(what, there)
    elif what is ChangeWish.LEAD:
        found = unit_answers(what, asked.units)
    elif what in (ChangeWish.MOVE, ChangeWish.JOIN):
        if asked.source and asked.source not in task.units:
            raise NoSuchUnitThere(asked.source)
        if there and not others and not asked.source:
            raise NoChange(task.code)
        come = {"to": others[0], WITH_IT: others[1:]} if others else {}
        found = {**come, **({"from": there[0]} if there else {})}
    return {**found, **reason_answer(asked)}


def _moved(asked: AskedChange, task: PresentTask) -> dict[str, Any]:
    """Return a task's deadline moved by the length that the sentence gives (往后推一个月); empty if it gives none."""
    day = (brought_forward(asked.rest, task.due) or longer_by(asked.rest, task.due)) if task.due else None
    return {"deadline": edits.due_day_edit(day)["deadline"]} if day is not None else {}


def reason_answer(asked: AskedChange) -> dict[str, Any]:
    """Return the reason as an answer, or an empty dict if the sentence gives none that others understand (原因同上)."""
    return {} if plain_word(asked.reason) in {"", *NO_REASONS} else {"reason": checked_reason(asked.reason)}
