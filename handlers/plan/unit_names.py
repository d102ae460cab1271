"""Other names and groups of units, changed on a unit's page or in a sentence (商务局改名叫商务委)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.names import checked_name
from data.office.unit_names import UnitNaming, add_alias, drop_alias, join_group, leave_group, naming_of
from data.people.actor import Actor
from data.plan.units import Unit, find_unit, known_names
from data.reporting.drafts import checked_reason
from data.store import Database
from data.understanding import Order, Understanding, find_order
from data.understanding.orders import ways_of
from handlers.dialog import Declaration, Ending, Place, Question, Talk, acts_on, begin, saying, words_question
from handlers.plan import keyboard as buttons
from handlers.plan.texts import unit_names as texts
from handlers.telegram import Context, For, answer, pressed, show, with_undo
from handlers.wording import Html, Wording

Change = Callable[[Database, Actor, int, str], UnitNaming]
"""A use-case that gives the unit with the given id a name or a group."""


@dataclass(frozen=True, slots=True)
class GroupRequest:
    """What a sentence asks about a group: which `units` join it or `leave` it, or with `members` who is in it."""

    name: str
    units: tuple[str, ...]
    leave: bool = False
    members: bool = False


def _group_asked(context: Context, meaning: Understanding) -> GroupRequest | None:
    groups = known_names(context.db).groups
    for found in (find_order(meaning, way) for way in ways_of("unit_groups.of_group")):
        named = [each for each in found.units if each in groups] if found else []
        if found is None or len(named) != 1:
            continue
        way, units = found.way.rpartition(".")[2], tuple(each for each in found.units if each not in groups)
        if whole := way in ("dissolved", "members"):
            units = () if units else groups[named[0]]
        if units:
            return GroupRequest(named[0], units, leave=whole or way == "leaves", members=way == "members")
    joined = find_order(meaning, "unit_groups.joined")
    return GroupRequest(joined["name"], joined.units) if joined else None


@acts_on(_group_asked, for_=For.COORDINATORS)
async def begin_group(update: Update, context: Context, asked: GroupRequest) -> None:
    """Show the members of a group, or preview which units join or leave it. Raises NameTooLong."""
    if asked.members:
        units = [find_unit(context.db, each) for each in asked.units]
        await answer(update, context, texts.of_group(texts.MEMBERS, asked.name, units, context.language))
        return
    answers = {"name": checked_name(asked.name), "units": list(asked.units), "leave": asked.leave}
    await begin(update, context, UNITS_INTO_GROUP, update.update_id, answers=answers)


def _load(context: Context, dialog: Dialog) -> list[Unit]:
    """Return the units. Raises UnknownUnit if one is gone."""
    return [find_unit(context.db, name) for name in dialog.answers["units"]]


def _finish_group(context: Context, dialog: Dialog, value: str) -> Ending:
    name, units, leave = dialog.answers["name"], _load(context, dialog), dialog.answers.get("leave")
    for each in units:
        (leave_group if leave else join_group)(context.db, context.actor, each.id, name)
    wording = texts.LEFT if leave else texts.JOINED
    return Ending(texts.of_group(wording, name, units, context.language), with_undo(context))


def _check(talk: Talk[list[Unit]]) -> Html:
    wording = texts.OUT_OF_GROUP if talk.answers.get("leave") else texts.INTO_GROUP
    return texts.of_group(wording, talk.answers["name"], talk.subject, talk.language)


UNITS_INTO_GROUP: Declaration[list[Unit]] = Declaration(
    kind="units_into_group",
    load=_load,
    preview=_check,
    finish=_finish_group,
    waits=lambda talk: texts.INTO_GROUP_WAITS(talk.language, group=talk.answers["name"]),
)
"""The dialog that puts several units into a group or takes them out: only a preview."""


@acts_on(saying("unit_groups.unit_called"), for_=For.COORDINATORS)
async def begin_unit_name(update: Update, context: Context, called: Order) -> None:
    """Show the preview of another name of a unit. Raises NameTooLong."""
    answers = {"name": checked_name(called["name"])}
    await begin(update, context, UNIT_CALLED, find_unit(context.db, called.unit).id, answers=answers)


@acts_on(saying("unit_groups.new_unit"), for_=For.COORDINATORS)
async def tell_where_units_come_from(update: Update, context: Context, asked: Order) -> None:
    """Tell how a unit that the plan does not have is added."""
    await answer(update, context, texts.NEW_UNIT(context.language))


def _declared(kind: str, change: Change, waits: Wording, **details: Any) -> Declaration[UnitNaming]:
    """Return a dialog that changes the names or groups of a unit. Its result has the unit's buttons below, unless it
    has a preview, as when it was asked for in a sentence."""

    def finish(context: Context, dialog: Dialog, value: str) -> Ending:
        naming = change(context.db, context.actor, dialog.subject_id, dialog.answers["name"])
        keyboard = with_undo(context) if "preview" in details else _keyboard(context, naming)
        return Ending(texts.naming_text(naming, context.language), keyboard)

    return Declaration(
        kind=kind,
        load=lambda context, dialog: naming_of(context.db, dialog.subject_id),
        finish=finish,
        waits=lambda talk: waits(talk.language, unit=talk.subject.unit.name),
        **details,
    )


UNIT_CALLED = _declared(
    "unit_called",
    add_alias,
    texts.ALIAS_WAITS,
    preview=lambda talk: texts.CALLED(talk.language, unit=talk.subject.unit.name, name=talk.answers["name"]),
)
"""The dialog that adds another name of a unit given in a sentence: only a preview."""


async def press_unit(update: Update, context: Context) -> None:
    """Handle a button of a unit's names and groups; dropping one that is gone does nothing. Raises StaleButton."""
    deed, number, *name = pressed(update)
    unit_id = int(number)
    if deed in ("alias", "group"):
        await begin(update, context, ALIAS if deed == "alias" else GROUP, unit_id, place=Place.BELOW)
        return
    naming = naming_of(context.db, unit_id)
    for alias in _named(naming.aliases, name) if deed == "drop" else ():
        naming = drop_alias(context.db, context.actor, unit_id, alias)
    for group in _named(naming.groups, name) if deed == "leave" else ():
        naming = leave_group(context.db, context.actor, unit_id, group)
    await show(update, context, texts.naming_text(naming, context.language), _keyboard(context, naming))


def _keyboard(context: Context, naming: UnitNaming) -> InlineKeyboardMarkup:
    return with_undo(context, buttons.naming(naming, context.language))


def _named(names: tuple[str, ...], key: list[str]) -> list[str]:
    """Return the names whose checksum is `key`, as names may be too long for a button's data; empty if it is gone."""
    return [each for each in names if [str(crc32(each.encode()))] == key]


def _checked_name(text: str) -> str:
    return checked_name(checked_reason("".join(text.split()) if not text.isascii() else text.strip()))


def _which_name(label: Wording, which: Wording, **details: Any) -> Question[UnitNaming]:
    return words_question(
        "name", label, lambda talk: which(talk.language, unit=talk.subject.unit.name), _checked_name, **details
    )


ALIAS = _declared("unit_alias", add_alias, texts.ALIAS_WAITS, questions=(_which_name(texts.ALIAS, texts.WHICH_ALIAS),))
"""The dialog that asks for another name of a unit."""
GROUP = _declared(
    "unit_group",
    join_group,
    texts.GROUP_WAITS,
    questions=(
        _which_name(
            texts.GROUP,
            texts.WHICH_GROUP,
            buttons=lambda talk: (
                [[(name, f"g{number}", {"name": name})] for number, name in enumerate(talk.subject.other_groups)]
            ),
        ),
    ),
)
"""The dialog that asks for a group of a unit, an existing or a new one."""
