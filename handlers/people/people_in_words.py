"""Sentences about people: who is there, who leaves, who follows, who is on leave, and who can be asked."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from telegram import Update

from data.people.directory import (
    ListedPerson,
    people_called,
    people_named,
    people_named_in_pinyin,
    people_of,
    units_without_liaison,
)
from data.people.people import Role
from data.plan.units import find_unit
from data.understanding import Aim, Kind, Mood, Understanding, find_order, of_kind, says
from data.understanding.list_exceptions import unit_in, units_in
from data.understanding.orders import ways_of
from data.understanding.people.people_invited import only_role
from data.understanding.people.phone_numbers import phone_within
from data.understanding.people.staffing import StaffingWish, successor_in, wish_in
from data.understanding.reporting.answer_names import sends_files
from handlers.dialog import Talk, acts_on, begin, reader
from handlers.notes import task_notes
from handlers.notes.task_notes import tell_office_button
from handlers.office.invitations import show_invited
from handlers.office.invited_people import InvitedLine
from handlers.people import deputies, directory, handover, leave, office_settings, phone, unit_change
from handlers.people.absence import ABSENCE
from handlers.people.handover import invited_instead, successor_said
from handlers.people.person_choice import ask_whom
from handlers.people.presses import begin_role_change
from handlers.people.texts.absence import LEAVE_OF_COLLEAGUES
from handlers.people.texts.directory import NEEDS_NO_LEAVE, NOT_FOUND, NOT_FOUND_IN, REMINDED_BY_ROLE, ROLE_AS_INVITED
from handlers.people.texts.handover import HOW_TO_HAND_OVER
from handlers.people.texts.removal import NOT_AHEAD
from handlers.tasks.list import show_my_tasks
from handlers.telegram import Context, For, answer, may_use, names_a_unit, said_by
from handlers.wording import NOTHING

CHANGING = (StaffingWish.REMOVE, StaffingWish.REPLACE, StaffingWish.AWAY)
LEAVE_SPOKEN_OF = ways_of("staffing.of_leave")
DEEDS = {StaffingWish.REMOVE: "remove", StaffingWish.REPLACE: "replace", StaffingWish.AWAY: "leave"}


def unit_moved(context: Context, meaning: Understanding) -> tuple[int, list[str]] | None:
    """Return the membership that a sentence moves to another unit (林警官是海关的，不是公安局的), and the unit in a
    list, which is empty if it is not named. None if it moves nobody."""
    if meaning.names(Kind.CODE) or not (units_in(meaning) or says(meaning, "staffing.unit_wrong")):
        return None
    found = people_named(context.db, meaning.text)
    if len({each.person_id for each in found}) != 1:
        return None
    bare = _without_names(meaning, found[:1])
    units = [each for each in units_in(bare) if each not in {role.unit for role in found}]
    of_unit = [each for each in found if each.unit_id is not None]
    of_unit = [each for each in of_unit if each.unit in units_in(bare)] or of_unit
    moved = says(bare, "staffing.unit_moved") and len(units) < 2 and len(of_unit) == 1
    is_told = units or says(bare, "staffing.unit_wrong")
    return (of_unit[0].membership_id, units) if moved and is_told else None


@acts_on(unit_moved, for_=For.COORDINATORS)
async def begin_unit_change(update: Update, context: Context, moved: tuple[int, list[str]]) -> None:
    """Begin to change a person's unit, as a sentence tells it."""
    membership_id, units = moved
    answers = {"unit": find_unit(context.db, units[0]).id} if units else None
    await begin(update, context, unit_change.UNIT_CHANGE, membership_id, answers=answers)


def _not_reminded(context: Context, meaning: Understanding) -> list[ListedPerson] | None:
    """Return the people whose reminders a sentence stops, or who alone are to get them; None for anything else."""
    named = people_named(context.db, meaning.text) if says(meaning, "staffing.reminders") else []
    withheld = bool(named) and says(_without_names(meaning, named), "staffing.reminders_withheld")
    return named if withheld else None


@acts_on(_not_reminded, for_=For.COORDINATORS)
async def tell_who_is_reminded(update: Update, context: Context, named: list[ListedPerson]) -> None:
    """Tell that reminders follow from the role, above the card of the one person whose reminders were spoken of."""
    told = REMINDED_BY_ROLE(context.language)
    if len(named) > 1:
        await answer(update, context, told)
    else:
        await directory.show_person(update, context, named[0].person_id, told)


def _one_has_come(context: Context, meaning: Understanding) -> bool:
    named = _named(context, meaning)
    return _have_one_name(named) and says(_without_names(meaning, named), "staffing.has_come")


def _only_names(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence that does not change the plan names one person, or gives a surname of several."""
    named = _named(context, meaning)
    is_surname = len(named) > 1 and not people_named(context.db, meaning.text)
    return is_surname or (meaning.aim is not Aim.PLAN and _have_one_name(named))


def _have_one_name(named: Iterable[ListedPerson]) -> bool:
    return len({each.name for each in named}) == 1


def _names_only_coordinators(context: Context, meaning: Understanding) -> bool:
    return {each.role for each in _named(context, meaning)} == {Role.COORDINATOR}


def _tells_otherwise(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence that has words for leave is for the office, or about a reminder."""
    of_a_reminder = meaning.aim is Aim.SNOOZE and says(meaning, "asked.reminded_on")
    return of_a_reminder or bool(context.person.speaks_for and says(meaning, "office_notes.told"))


def _asks_who_is_away(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence asks about others' leave (谁请假了, 林警官请假了吗)."""
    dated = meaning.names(Kind.TIME)
    return Mood.ASKS in meaning.moods and not dated and not says(meaning, "staffing.oneself")


def _asks_beside_colleagues_leave(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence asks something for the time in which a colleague is away (林警官请假期间我要报哪些)."""
    named = people_named(context.db, meaning.text)
    of_others = bool(named) and all(each.person_id != context.person.id for each in named)
    return Mood.ASKS in meaning.moods and (of_others or says(meaning, "staffing.somebody_else_away"))


def _is_of_one(context: Context, meaning: Understanding) -> bool:
    may_be = context.person.is_coordinator or bool(phone_within(meaning.text))
    return may_be and len(_named(context, meaning)) == 1


def _asks_of_a_unit(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence asks for the contact in a unit (公安局打电话给谁)."""
    return Mood.ASKS in meaning.moods and names_a_unit(meaning)


def _asks_what_is_left(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence asks for the unfinished tasks beside a hand-over (没报完的列给我 要交接)."""
    return meaning.aim is Aim.TASKS and meaning.unfinished and not successor_in(meaning)


class _Case(NamedTuple):
    """What a sentence that `fits` means if one of `wishes` (None: no wish) was read in it, said by a coordinator
    (`by_office`), by others, or, if that is None, by anybody."""

    wishes: tuple[StaffingWish | None, ...]
    by_office: bool | None
    fits: Callable[[Context, Understanding], bool]
    means: StaffingWish | None


CASES = (
    _Case((None,), True, _only_names, StaffingWish.PERSON),
    _Case((None, StaffingWish.LIST), False, _names_only_coordinators, StaffingWish.CONTACT),
    _Case((StaffingWish.AWAY, StaffingWish.NOT_OURS), None, _tells_otherwise, None),
    _Case((StaffingWish.AWAY,), None, _asks_who_is_away, StaffingWish.LIST),
    _Case((StaffingWish.REMOVE, StaffingWish.REPLACE), False, _asks_what_is_left, None),
    _Case((StaffingWish.AWAY,), False, _asks_beside_colleagues_leave, None),
    _Case((StaffingWish.LEAVE_ASKED,), False, _asks_beside_colleagues_leave, StaffingWish.LIST),
    _Case((StaffingWish.LIST, StaffingWish.BACK, StaffingWish.LEAVE_ASKED), None, _is_of_one, StaffingWish.PERSON),
    _Case((StaffingWish.CONTACT,), False, lambda context, meaning: says(meaning, "staffing.surely.contact"), None),
    _Case((StaffingWish.CONTACT,), True, _asks_of_a_unit, StaffingWish.LIST),
)
"""What changes the wish that was read; each case goes on from what the one before it made of the sentence."""
WHO_MAY_WISH = {
    For.WRITERS: CHANGING,
    For.SPEAKERS: (StaffingWish.NOT_OURS, StaffingWish.RENAMED, StaffingWish.BACK, StaffingWish.LEAVE_ASKED),
    For.COORDINATORS: (StaffingWish.NOBODY, StaffingWish.CONSENT),
}


def people_wish_in(context: Context, meaning: Understanding) -> StaffingWish | None:
    """Return what a sentence clearly asks about people, or None if it asks nothing or the user may not ask it."""
    by_office, wish = context.person.is_coordinator, wish_in(meaning)
    if meaning.aim is Aim.WITHDRAW and wish is not StaffingWish.BACK:
        wish = None
    if wish is None and (_names_stand_in(context, meaning) or says(meaning, "staffing.stands_in_oneself")):
        wish = StaffingWish.AWAY
    of_people = meaning.aim in (Aim.PEOPLE, Aim.UNKNOWN, *([Aim.PLAN] if by_office else []))
    comes = says(meaning, "staffing.arrives")
    if wish is None and not of_people and not (comes and _one_has_come(context, meaning)):
        return None
    for case in CASES:
        if wish in case.wishes and case.by_office in (None, by_office) and case.fits(context, meaning):
            wish = case.means
    refused = any(wish in wishes and not may_use(context.person, who) for who, wishes in WHO_MAY_WISH.items())
    return None if refused else wish


def _without_names(meaning: Understanding, named: Iterable[ListedPerson]) -> Understanding:
    text = meaning.text
    for name in (form for each in named for form in (each.name, each.name.lower())):
        text = text.replace(name, " " * len(name))
    return replace(meaning, text=text)


def _named(context: Context, meaning: Understanding) -> list[ListedPerson]:
    """Return the people that a sentence names, if only by a surname in pinyin; if it also names a unit, only those of
    the unit, if there are any."""
    found, unit = people_called(context.db, meaning.text), unit_in(meaning)
    found = found or people_named_in_pinyin(context.db, meaning.text)
    return [each for each in found if each.unit == unit] or found


def _names_stand_in(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence says who stands in on certain days, or so long, for the user or somebody it names, or
    on which days the user needs a deputy (下周一到周三我去培训，1-2让王警官盯)."""
    dated = meaning.names(Kind.TIME)
    told = meaning.aim is Aim.DEPUTY and Mood.ASKS not in meaning.moods and not sends_files(meaning.text)
    if dated and told and says(meaning, "staffing.oneself"):
        return True
    if not says(meaning, "staffing.stands_in"):
        return False
    if not dated and not leave.names_colleague_for_so_long(context, meaning.text):
        return False
    return meaning.aim is Aim.DEPUTY or (context.person.is_coordinator and bool(people_named(context.db, meaning.text)))


def _is_of_people(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a coordinator asks for somebody, gives a phone number, or wants a named person or a unit's liaison
    replaced, removed or put on leave."""
    context = talk.context
    if not context.person.is_coordinator:
        return False
    if people_wish_in(context, heard) in CHANGING:
        return unit_in(heard) is not None or bool(people_named(context.db, heard.text))
    tells_or_asks = phone_within(text) or Mood.ASKS in heard.moods or says(heard, "staffing.asks_after_somebody")
    return bool(tells_or_asks) and people_wish_in(context, heard) in (StaffingWish.PERSON, StaffingWish.CONTACT)


@reader(knows=_is_of_people)
async def act_on_people_wish(update: Update, context: Context, meaning: Understanding) -> bool:
    """Do what a sentence clearly asks about people; return whether it asks for anything."""
    wish = people_wish_in(context, meaning)
    of_leave = wish in (StaffingWish.BACK, StaffingWish.AWAY)
    if context.person.speaks_for and await leave.move_own_leave(update, context, meaning.text, of_leave=of_leave):
        return True
    if wish is not None:
        await _grant(update, context, meaning, wish)
    return wish is not None


def _disowned(context: Context, meaning: Understanding) -> Understanding | None:
    surely = says(meaning, "staffing.surely.not_ours")
    return meaning if surely and people_wish_in(context, meaning) is StaffingWish.NOT_OURS else None


@acts_on(_disowned, for_=For.SPEAKERS)
async def tell_that_task_is_not_ours(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin a note to the office that a task is not the unit's (37-3 is not ours, ask customs). Raises NotYours."""
    await _grant(update, context, meaning, StaffingWish.NOT_OURS)


async def _grant(update: Update, context: Context, meaning: Understanding, wish: StaffingWish) -> None:
    """Carry out `wish`."""
    match wish:
        case StaffingWish.NOBODY:
            await _show_vacant_units(update, context, meaning)
        case StaffingWish.CONSENT:
            await office_settings.show_settings(update, context)
        case StaffingWish.NOT_SEEN:
            await directory.show_not_seen(update, context)
        case StaffingWish.NOT_OURS:
            await task_notes.begin_note(update, context, meaning.task, meaning.text)
        case StaffingWish.RENAMED:
            await task_notes.pass_on(update, context, meaning.text)
        case StaffingWish.PERSON:
            await _show_whoever_is_named(update, context, meaning)
        case StaffingWish.CONTACT:
            told = find_order(meaning, "staffing.contact_told") if context.person.is_coordinator else None
            if told is not None:
                await office_settings.begin_contact(update, context, told["contact"])
            else:
                await office_settings.say_contact(update, context)
        case StaffingWish.REMOVE | StaffingWish.REPLACE:
            await _take_off(update, context, meaning, wish)
        case StaffingWish.AWAY:
            await _put_on_leave(update, context, meaning)
        case StaffingWish.BACK:
            if await leave.end_own_leave(update, context):
                await deputies.ask_about_those_until_a_day(update, context)
            if Mood.ASKS in meaning.moods:
                await show_my_tasks(update, context)
        case StaffingWish.LEAVE_ASKED:
            await leave.show_own_leave(update, context)
        case _:
            await directory.show_people_in_words(update, context, meaning)


def _of_leave(context: Context, meaning: Understanding) -> Understanding | None:
    """Return a sentence that speaks of leave, unless it moves the one that is being entered."""
    if not says(meaning, *LEAVE_SPOKEN_OF):
        return None
    is_entered = says(meaning, "staffing.of_leave.moved") and context.open_dialog_of(ABSENCE.kind) is not None
    return None if is_entered else meaning


@acts_on(_of_leave, for_=For.SPEAKERS)
async def act_on_leave_spoken_of(update: Update, context: Context, meaning: Understanding) -> None:
    """Move leave, or answer what is asked about one's own or a colleague's, whatever else these words mean of tasks."""
    if says(meaning, "staffing.of_leave.instead"):
        await show_my_tasks(update, context)
    elif says(meaning, "staffing.of_leave.of_somebody"):
        await directory.show_people_in_words(update, context, meaning)
    elif not await leave.move_own_leave(update, context, meaning.text):
        await leave.show_own_leave(update, context)


async def _show_vacant_units(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the units without a liaison, or offer to invite one for each if links are to be sent."""
    sends = Mood.ASKS not in meaning.moods and says(meaning, "staffing.sends_links")
    if sends and (vacant := units_without_liaison(context.db)):
        await show_invited(update, context, [InvitedLine(each.id, "", "", Role.LIAISON) for each in vacant])
    else:
        await directory.show_units_without_liaison(update, context)


async def _show_whoever_is_named(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the person that is named, or enter the phone number that is told; of several people, ask who is meant."""
    named = _named(context, meaning)
    if len(named) > 1:
        await directory.show_people(update, context, named)
    elif context.person.is_coordinator and (number := phone_within(meaning.text)):
        await begin(update, context, phone.PHONE, named[0].person_id, answers={phone.SAID: number})
    else:
        role = only_role(_without_names(meaning, named)) if Mood.ASKS not in meaning.moods else ""
        first = ROLE_AS_INVITED(context.language) if role else NOTHING
        await directory.show_person(update, context, named[0].person_id, first)


async def _take_off(update: Update, context: Context, meaning: Understanding, wish: StaffingWish) -> None:
    """Begin to remove or replace somebody else for a coordinator, or to hand over one's own work."""
    of_oneself = says(meaning, "staffing.oneself")
    if _is_of_others(context, of_oneself=of_oneself):
        await _change(update, context, meaning, wish)
    elif of_oneself and Mood.ASKS in meaning.moods:
        await answer(update, context, HOW_TO_HAND_OVER(context.language))
    elif of_oneself or (successor_in(meaning) and not _named(context, meaning)):
        await handover.begin_own_handover(update, context, meaning.text)
    else:
        await office_settings.say_contact(update, context)


async def _put_on_leave(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin the leave of somebody else for a coordinator, or one's own."""
    if _is_of_others(context, of_oneself=says(meaning, "staffing.oneself")):
        await _change(update, context, meaning, StaffingWish.AWAY)
    elif says(meaning, "staffing.stands_in_oneself"):
        await deputies.tell_who_names_deputies(update, context)
    elif _is_of_a_colleague(context, meaning):
        await answer(update, context, LEAVE_OF_COLLEAGUES(context.language), tell_office_button(update, context))
    else:
        await leave.begin_own_leave(update, context, meaning.text)


def _is_of_others(context: Context, *, of_oneself: bool) -> bool:
    """Return whether a coordinator's wish is about somebody else; who is a liaison as well can mean themselves."""
    return context.person.is_coordinator and not (context.person.speaks_for and of_oneself)


def _is_of_a_colleague(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence tells that somebody else is away (王警官明天请假)."""
    named = people_named(context.db, meaning.text)
    is_named = any(each.person_id == context.person.id for each in named)
    return not is_named and says(meaning, "staffing.somebody_else_away")


def _taken_off(context: Context, meaning: Understanding) -> Understanding | None:
    if not says(meaning, "staffing.of_taking_off"):
        return None
    named = _named(context, meaning)
    bare = _without_names(meaning, named)
    of_the_person = says(bare, "staffing.taken_off") and not says(bare, "staffing.something_of_theirs")
    return meaning if of_the_person and _have_one_name(named) else None


@acts_on(_taken_off, for_=For.COORDINATORS)
async def begin_removal(update: Update, context: Context, said: Understanding) -> None:
    """Ask whether to remove the person whom a sentence takes off the list (把王警官删了)."""
    await _change(update, context, said, StaffingWish.REMOVE)


async def _change(update: Update, context: Context, meaning: Understanding, wish: StaffingWish) -> None:
    """Begin to remove, replace or put on leave the named person, or replace the unit's liaison or deputy; of several
    people, ask who is meant, and if none is found, say so, invite the successor, or show the people there are."""
    found, unit = _named(context, meaning), unit_in(meaning)
    successor = successor_said(meaning)
    wish = StaffingWish.REPLACE if successor and wish is StaffingWish.REMOVE else wish
    stands_in = find_order(meaning, "staffing.stands_in") if wish is StaffingWish.AWAY else None
    if other := successor or (stands_in["name"] if stands_in else ""):
        found = [each for each in found if each.name not in other]
    goes = find_order(meaning, "staffing.gone_by_name")
    is_unknown = not found and goes is not None and goes["name"] != successor
    role = Role.DEPUTY if says(meaning, "staffing.roles.deputy") else Role.LIAISON
    if not found and wish is StaffingWish.REPLACE and unit:
        found = [each for each in people_of(context.db, find_unit(context.db, unit).id) if each.role is role]
    if len(found) > 1 or (found and is_unknown):
        first = NOT_FOUND(context.language) if is_unknown else NOTHING
        await ask_whom(update, context, found, DEEDS[wish], said_by(update, meaning), first)
    elif not found and not unit:
        if wish is StaffingWish.AWAY and says(meaning, "staffing.oneself"):
            await answer(update, context, NEEDS_NO_LEAVE(context.language))
        else:
            await directory.show_page(update, context, 0, first=NOT_FOUND(context.language))
    elif not found and wish is StaffingWish.REPLACE and successor:
        invited = InvitedLine(find_unit(context.db, unit or "").id, successor, phone_within(meaning.text), role)
        await show_invited(update, context, [invited])
    elif not found and says(meaning, "staffing.speaks"):
        await directory.show_people_in_words(update, context, meaning)
    elif not found:
        first = NOT_FOUND_IN(context.language, unit=unit)
        await directory.show_unit(update, context, find_unit(context.db, unit or "").id, first)
    elif wish is StaffingWish.REMOVE and (day := _day_to_come(context, meaning)):
        await answer(update, context, NOT_AHEAD(context.language, name=found[0].name, day=day))
    else:
        said = said_by(update, meaning)
        await begin_role_change(update, context, DEEDS[wish], found[0].person_id, said, update.update_id)


def replaces_by_invited(context: Context, meaning: Understanding) -> bool:
    """Return whether a coordinator invites somebody in place of a person of the unit (邀请商务局小刘 替老商)."""
    invited = invited_instead(meaning) if context.person.is_coordinator else ""
    if not invited or people_wish_in(context, meaning) is not StaffingWish.REPLACE:
        return False
    return any(each.unit == unit_in(meaning) and each.name not in invited for each in _named(context, meaning))


def _day_to_come(context: Context, meaning: Understanding) -> str:
    """Return the future day that a sentence names, in its own words, or an empty string."""
    days = list(of_kind(meaning, Kind.TIME))
    found = next((each for each in days if each.values[0] > context.today.isoformat()), None)
    return meaning.text[found.start : found.end].strip() if found else ""
