"""Buttons of the plan: its tasks, changes, events and units, and former plans."""

from collections.abc import Collection, Sequence
from zlib import crc32

from telegram import InlineKeyboardMarkup

from data.office.change_record import PlanChange
from data.office.events import Event
from data.office.plans import PlanAtEnd
from data.office.task_edits import PresentTask
from data.office.unit_names import UnitNaming
from data.people.roster_file import RosterRow
from data.plan.deadlines import DeadlineKind
from data.plan.plan import Plan
from data.plan.units import Unit
from handlers.plan.texts import plans as of_plans
from handlers.plan.texts import task_changes as changes
from handlers.plan.texts import unit_names
from handlers.plan.texts.events import BUTTON as EVENT_BUTTON
from handlers.telegram import CODES_IN_A_ROW, Rows, Verb, button, in_rows, invite_button
from handlers.wording import Language, cut, labels

MOST_TASKS, MOST_ALIASES = 40, 10


def people_to_invite(people: Sequence[tuple[RosterRow, Unit | None]], language: Language) -> InlineKeyboardMarkup:
    """Return a button for each (roster row, unit) that invites the person, who is of the office where there is no unit;
    at most MOST_TASKS."""
    rows = []
    for row, unit in people[:MOST_TASKS]:
        words = [unit.name, cut(row.name, 12)] if unit else [cut(row.name, 12), labels.ROLE[row.role](language)]
        rows.append([invite_button(" ".join(words), row.role, unit.id if unit else 0, row.name, row.phone)])
    return InlineKeyboardMarkup(rows)


def events(known: Sequence[Event], language: Language) -> InlineKeyboardMarkup:
    """Return a button for each event that deadlines depend on."""
    words = [EVENT_BUTTON(language, number=number, event=cut(each.name, 40)) for number, each in enumerate(known, 1)]
    return InlineKeyboardMarkup([[button(text, Verb.EVENT, each.id)] for text, each in zip(words, known, strict=True)])


def plans(known: Sequence[Plan]) -> InlineKeyboardMarkup:
    """Return a button for each plan, at most MOST_TASKS."""
    rows = [[button(cut(f"{n}. {each.title}", 40), Verb.PLAN, "show", each.id)] for n, each in enumerate(known, 1)]
    return InlineKeyboardMarkup(rows[:MOST_TASKS])


def plan_page(shown: PlanAtEnd, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons for what can be done with the plan shown, and the one for all plans."""
    number = shown.plan.id
    if shown.plan.current:
        closing = button(of_plans.CLOSE(language), Verb.PLAN, "close", number)
        rows = [[button(of_plans.AS_FILE(language), Verb.PLAN, "file", number)], [closing]]
    else:
        rows = [[button(of_plans.MAKE_CURRENT(language), Verb.PLAN, "current", number)]]
        if shown.still_open:
            rows.append([button(of_plans.CARRY(language), Verb.PLAN, "carry", number)])
    return InlineKeyboardMarkup([*rows, *all_plans(language).inline_keyboard])


def all_plans(language: Language) -> InlineKeyboardMarkup:
    """Return the button that lists all plans."""
    return InlineKeyboardMarkup([[button(of_plans.ALL_PLANS(language), Verb.PLAN, "list")]])


def tasks_of_change(change: PlanChange, units: Collection[str]) -> InlineKeyboardMarkup | None:
    """Return a button for each changed task of `units` that is in the plan now; None if there is none."""
    now = [(each, each.before if change.undone else each.after) for each in change.tasks if each.is_news]
    there = [each for each, state in now if state.get("present", True) and not set(units).isdisjoint(each.units)]
    rows = in_rows([button(each.code, Verb.CARD, each.task_id) for each in there[:MOST_TASKS]], CODES_IN_A_ROW)
    return InlineKeyboardMarkup(rows) if rows else None


def task_menu(task: PresentTask, undoable: bool, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons for what can be changed of a task; `undoable` adds the one that undoes the last change."""
    closed = task.state["deadline"]["kind"] == DeadlineKind.DONE
    several = len(task.units) > 1
    offered = {
        "deadline": changes.DEADLINE,
        **({} if closed else {"undated": labels.NO_DEADLINE}),
        "words": changes.WORDS,
        **({"move": changes.MOVE} if task.units else {}),
        **({"lead": changes.LEAD} if task.units else {}),
        "join": changes.JOIN,
        **({"leave": changes.LEAVE} if several else {}),
        **({} if closed else {"close": changes.CLOSE}),
        "withdraw": changes.WITHDRAW,
    }
    rows = in_rows([button(words(language), Verb.TASK, name, task.id) for name, words in offered.items()], 3)
    add = [button(changes.ADD(language), Verb.TASK, "add", task.id)]
    undo = [button(changes.LAST_CHANGE(language), Verb.TASK, "undo", task.id)] if undoable else []
    return InlineKeyboardMarkup([row for row in (*rows, add, undo) if row])


def naming(naming: UnitNaming, language: Language) -> Rows:
    """Return the buttons that add and drop names and groups of a unit."""
    unit_id = naming.unit.id
    drop = [
        button(unit_names.DROP(language, name=cut(each, 20)), Verb.UNIT, "drop", unit_id, crc32(each.encode()))
        for each in naming.aliases[-MOST_ALIASES:]
    ]
    leave = [
        button(unit_names.LEAVE(language, name=cut(each, 20)), Verb.UNIT, "leave", unit_id, crc32(each.encode()))
        for each in naming.groups
    ]
    add = button(unit_names.ADD(language), Verb.UNIT, "alias", unit_id)
    return [[add, button(unit_names.JOIN(language), Verb.UNIT, "group", unit_id)], *in_rows([*leave, *drop], 2)]
