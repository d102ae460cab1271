"""The list of people (/people): pages by unit, a page for each unit and person, and the units without a liaison."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from telegram import Update

from data.people import directory
from data.people.absence import absences_on
from data.people.invitations import OpenInvitation, open_invitations
from data.people.people import Role
from data.plan.plan import current_plan
from data.plan.units import all_units, is_the_office, known_names, members_of
from data.standing.assignments import assignments
from data.standing.counts import count_parts
from data.summary.summary import counts_by
from data.understanding import Order, Understanding, says
from data.understanding.list_exceptions import unit_in, units_in
from data.understanding.people.phone_numbers import phone_within
from data.understanding.people.staffing import successor_in
from handlers.dialog import acts_on, reader, saying
from handlers.notes.task_notes import say_for_the_office, tell_office_button
from handlers.office.invitations import show_invited
from handlers.office.invited_people import InvitedLine
from handlers.people import keyboard as buttons
from handlers.people.texts import directory as texts
from handlers.tasks.list import units_listed_above
from handlers.telegram import Context, For, Verb, acknowledge, answer, show, unit_named
from handlers.wording import NOTHING, Html, join, page_of
from handlers.wording.refusals import FOR_OFFICE

PAGE_SIZE, MOST_NOT_SEEN = 10, 30


async def people_command(update: Update, context: Context) -> None:
    """Handle /people: show everybody, or the people of the unit in the arguments. Raises UnknownUnit."""
    if context.args:
        await show_unit(update, context, unit_named(context, " ".join(context.args)).id)
    else:
        await show_page(update, context, 0)


async def show_people_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the people that a sentence asks for, of some units, of those of a task, or of all; who is not a coordinator
    sees only their own unit, and is told so if others are named beside it."""
    units = _units_asked_for(context, meaning)
    if not context.person.is_coordinator:
        named = directory.people_called(context.db, meaning.text)
        asked = units or [each.unit_id for each in named if each.unit_id is not None]
        await _show_own_unit(update, context, asked, meaning)
    elif len(units) == 1:
        await show_unit(update, context, units[0])
    elif units:
        found = [each for each in directory.people_by_unit(context.db) if each.unit_id in units]
        await show_people(update, context, found, len(directory.units_without_liaison(context.db, units)))
    else:
        await show_page(update, context, 0)


async def _show_own_unit(update: Update, context: Context, asked: Sequence[int], meaning: Understanding) -> None:
    """Show the people of the user's own unit if it is among the units asked for, or none are; say that those of other
    units, which answer for the task that is named, or phone numbers are not shown. Who has no unit is offered to ask
    the office."""
    speaks_for, language = context.person.speaks_for, context.language
    own = [each for each in asked if each in speaks_for] if asked else [*speaks_for]
    if own:
        phone = says(meaning, "staffing.by_phone")
        first = texts.OF_OWN_UNIT if {*asked} - {*own} else texts.NO_NUMBERS if phone else None
        await show_unit(update, context, own[0], first(language) if first else NOTHING)
    elif asked:
        units = [each.name for each in all_units(context.db) if each.id in asked] if meaning.task else []
        told = texts.OF_OTHER_UNITS(language, code=meaning.task, units=units)
        await answer(update, context, told, tell_office_button(update, context))
    else:
        await say_for_the_office(update, context)


def _units_asked_for(context: Context, meaning: Understanding) -> Sequence[int]:
    """Return the ids of the units that a sentence names or points at in the list above (这几家的电话), or else of those
    responsible for the task that it names."""
    name, those = unit_in(meaning), says(meaning, "staffing.units_above")
    names = [name] if name else units_in(meaning) or (units_listed_above(context, 0) if those else ())
    if names:
        units = members_of(context.db, names)
        return [each.id for each in all_units(context.db) if each.name in units]
    found = assignments(context.db, context.today, code=meaning.task) if meaning.task else []
    return list(dict.fromkeys(each.unit_id for each in found if each.unit_id is not None))


async def show_page(update: Update, context: Context, page: int, first: Html = NOTHING) -> None:
    """Show page `page` of all people, by unit; `first` stands above it."""
    everybody = directory.people_by_unit(context.db)
    of_all = page_of(everybody, page, PAGE_SIZE)
    without = len(directory.units_without_liaison(context.db))
    where, language = of_all.where(context.language), context.language
    text = texts.page_text(of_all.shown, everybody, where, without, context.today, language)
    keyboard = buttons.people_page(of_all.shown, of_all.number, of_all.pages, without, language)
    await show(update, context, join([first, text], "\n\n"), keyboard)


async def show_role(update: Update, context: Context, role: Role) -> None:
    """Show all people with `role`."""
    await show_people(update, context, [each for each in directory.people_by_unit(context.db) if each.role is role])


async def show_people(
    update: Update, context: Context, found: Sequence[directory.ListedPerson], without: int = 0
) -> None:
    """Show the people in `found`, each with a button that opens their page, and how many units are `without` any."""
    text = texts.page_text(found, found, NOTHING, without, context.today, context.language)
    await show(update, context, text, buttons.people_page(found, 0, 1, without, context.language))


async def show_people_on_leave(update: Update, context: Context) -> None:
    """Show who is or will be on leave, each with a button that opens the page where the leave can be ended."""
    away = absences_on(context.db, context.today)
    ids = dict.fromkeys(each.person.id for each in away)
    people = [directory.roles_of(context.db, each)[0] for each in ids]
    head = texts.AWAY_HEAD(context.language, count=len(away)) if away else texts.NOBODY_AWAY(context.language)
    text = join([head, texts.away_lines(away, context.language)])
    await show(update, context, text, buttons.people_page(people, 0, 1, 0, context.language))


async def show_unit(update: Update, context: Context, unit_id: int, first: Html = NOTHING) -> None:
    """Show the people of a unit below `first`, of the office those who coordinate, and who of them is or will be on
    leave; to coordinators also phone numbers, open invitations and buttons."""
    unit = next((each for each in all_units(context.db) if each.id == unit_id), None)
    people = directory.people_of(context.db, unit_id)
    if unit is not None and is_the_office(unit.name):
        coordinators = [each for each in directory.people_by_unit(context.db) if each.role is Role.COORDINATOR]
        people += [each for each in coordinators if each.unit_id is None]
    if not context.person.is_coordinator:
        people = [replace(each, phone="") for each in people]
    invited = open_invitations(context.db, unit_id, context.now) if context.person.is_coordinator else []
    text = texts.unit_text(unit.name if unit else "", people, invited, context.today, context.language)
    away = [each for each in absences_on(context.db, context.today) if unit is not None and each.unit == unit.name]
    text = join([text, texts.away_lines(away, context.language)])
    all_buttons = buttons.unit_people(people, unit_id, context.language, invited=bool(invited))
    keyboard = all_buttons if context.person.is_coordinator else None
    shown = await show(update, context, join([first, text], "\n\n"), keyboard)
    context.note_shown(update, shown, Verb.UNIT, unit_id)


@reader(for_=For.COORDINATORS)
async def show_links_to_void(update: Update, context: Context, meaning: Understanding) -> bool:
    """Ask whether to void the unopened links of a unit if a coordinator calls one off or has sent it to somebody wrong
    (洪山那个发错人了，作废), or show its page if there are none, and invite whoever they name instead (换成周敏).
    Return whether they did."""
    surely = says(meaning, "staffing.link_called_off")
    named = unit_in(meaning) if surely or says(meaning, "staffing.sent_to_somebody_wrong") else None
    unit = next((each.id for each in all_units(context.db) if each.name == named), None)
    links = open_invitations(context.db, unit, context.now) if unit is not None else []
    if unit is None or not (surely or links):
        return False
    if links:
        asked = texts.WHETHER_TO_VOID(context.language, unit=named, count=len(links))
        await answer(update, context, asked, buttons.whether_to_void(unit, context.language))
    else:
        await show_unit(update, context, unit)
    if name := successor_in(meaning):
        await show_invited(update, context, [InvitedLine(unit, name, phone_within(meaning.text), Role.LIAISON)])
    return True


def _invited_asked_about(context: Context, meaning: Understanding) -> OpenInvitation | None:
    """Return the unopened invitation of somebody if a sentence asks whether they have come (李工进来没), or None."""
    asks = says(meaning, "asked.whether_done") and not directory.people_named(context.db, meaning.text)
    invited = open_invitations(context.db, None, context.now) if asks else []
    return next((each for each in invited if each.unit_id and each.name and each.name in meaning.text), None)


@acts_on(_invited_asked_about, for_=For.COORDINATORS)
async def show_invited_asked_about(update: Update, context: Context, invited: OpenInvitation) -> None:
    """Show the people of the unit for which somebody is invited, with the invitation."""
    await show_unit(update, context, invited.unit_id or 0)


async def show_person(update: Update, context: Context, person_id: int, first: Html = NOTHING) -> None:
    """Show a person's page, with what the office can do, below the text `first`."""
    roles = directory.roles_of(context.db, person_id)
    away = [each for each in absences_on(context.db, context.today) if each.person.id == person_id]
    if not roles:
        await acknowledge(update, context, texts.PERSON_GONE(context.language))
        return
    text = join([first, texts.person_text(roles, away, context.today, context.language)])
    await show(update, context, text, buttons.person(roles, context.language, away=bool(away)))


async def show_units_without_liaison(update: Update, context: Context, page: int = 0) -> None:
    """Show the units without a liaison, those with the most urgent tasks first, each with a button that invites one.
    Raises NoPlan if there is no plan."""
    units = directory.units_without_liaison(context.db)
    if not units:
        current_plan(context.db)
        await show(update, context, texts.ALL_UNITS_HAVE(context.language), buttons.to_the_list(context.language))
        return
    counts = dict(counts_by(count_parts(context.db, context.today), attrgetter("unit")))
    units.sort(key=lambda each: -counts[each.name].overdue - counts[each.name].due_soon)
    of_all, names, language = page_of(units, page, PAGE_SIZE), known_names(context.db), context.language
    head = join([texts.UNITS_WITHOUT_HEAD(language, count=len(units)), of_all.where(language)], " · ")
    lines = [texts.unit_without(each, counts[each.name], language) for each in of_all.shown]
    text = join([head, *lines, texts.PRESS_TO_INVITE(language)])
    shown = [(names.short(each.name), each) for each in of_all.shown]
    await show(update, context, text, buttons.units_without(shown, of_all.number, of_all.pages, language))


@acts_on(saying("staffing.surely.nobody"), for_=For.COORDINATORS, known=False)
async def show_vacant_units(update: Update, context: Context, asked: Order) -> None:
    """Show the units without a liaison to whoever asks which have something due, or are to be urged to register."""
    await show_units_without_liaison(update, context)


async def show_not_seen(update: Update, context: Context) -> None:
    """Show a coordinator who of the list has not used the bot yet, which invitations nobody has opened, and how many
    units have no liaison."""
    if not context.person.is_coordinator:
        await answer(update, context, FOR_OFFICE(context.language))
        return
    everybody, language = directory.people_by_unit(context.db), context.language
    absent = [each for each in everybody if each.seen_on is None]
    without = len(directory.units_without_liaison(context.db))
    invited = open_invitations(context.db, None, context.now)[:MOST_NOT_SEEN]
    text = texts.not_seen(absent[:MOST_NOT_SEEN], len(absent), invited, without, context.today, language)
    keyboard = buttons.people_page(absent[:MOST_NOT_SEEN], 0, 1, without, language)
    await show(update, context, text, keyboard)
