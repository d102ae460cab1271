"""Buttons of deputies, of joining, and of the list of people."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.people.arrivals import Arrival
from data.people.deputies import Arrangement, Deputy
from data.people.directory import ListedPerson
from data.people.people import SPEAKING_ROLES, Person, Role
from data.plan.units import Unit
from handlers.people.texts import absence, directory, handover, newcomers, office_settings, unit_change
from handlers.people.texts import deputies as texts
from handlers.people.texts.newcomers import IT_IS_FOR_ME
from handlers.telegram import SHORT_IN_A_ROW, Rows, Verb, button, in_rows, keyboard_of, page_buttons
from handlers.telegram.callbacks import SAID_IN
from handlers.wording import Language, cut, labels

NAME = 20


def arrangement(present: Arrangement, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons to name and recall deputies, drop coming ones, void a link, and choose who gets notices."""
    rows = [
        [button(texts.RECALL(language, name=cut(each.name, NAME)), Verb.DEPUTY, "recall", each.id)]
        for each in present.deputies
        if each.named_by
    ]
    rows += [
        [button(texts.DROP(language, name=cut(each.name, NAME)), Verb.DEPUTY, "drop", each.arrival_id)]
        for each in present.coming
    ]
    if present.link_until:
        rows.append([button(texts.VOID(language), Verb.DEPUTY, "void", present.unit_id)])
    if present.deputies:
        choice, words = ("both", texts.BOTH) if present.alone else ("alone", texts.ALONE)
        rows.append([button(words(language), Verb.DEPUTY, choice, present.unit_id)])
    return keyboard_of(*rows, [button(texts.NAME(language), Verb.DEPUTY, "name", present.unit_id)])


def confirm_recall(deputy: Deputy, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that confirm or cancel recalling a deputy."""
    end = button(texts.END(language), Verb.DEPUTY, "end", deputy.id, style="danger")
    return keyboard_of([end, button(labels.BACK(language), Verb.DEPUTY, "unit", deputy.unit_id)])


def accept_invitation(token: str, language: Language) -> InlineKeyboardMarkup:
    """Return the button that accepts an opened invitation."""
    return keyboard_of([button(IT_IS_FOR_ME(language), Verb.JOIN, token)])


def languages() -> InlineKeyboardMarkup:
    """Return the buttons of the two languages."""
    return keyboard_of([button(labels.CHINESE.zh, Verb.LANGUAGE, "zh"), button(labels.ENGLISH.en, Verb.LANGUAGE, "en")])


def people_page(
    shown: Sequence[ListedPerson], page: int, pages: int, without: int, language: Language
) -> InlineKeyboardMarkup:
    """Return a button for each person, those for the other pages and settings, and one for the units without a liaison
    if there are any (`without`)."""
    turns = _turns("page", page, pages, language)
    units = [button(directory.SHOW_UNITS_WITHOUT(language), Verb.PEOPLE, "nobody", 0)] if without else []
    settings = [button(office_settings.SETTINGS(language), Verb.PEOPLE, "settings", 0)]
    return keyboard_of(*_names(shown), turns, [*units, *settings])


def settings(consent: bool, language: Language) -> Rows:
    """Return the buttons that switch consent and enter the office's contact."""
    words = office_settings.NO_CONSENT if consent else office_settings.CONSENT
    change = button(words(language), Verb.PEOPLE, "consent", int(not consent))
    contact = button(office_settings.ENTER_CONTACT(language), Verb.PEOPLE, "contact", 0)
    return [[change], [contact], _list(language)]


def unit_people(
    people: Sequence[ListedPerson], unit_id: int, language: Language, *, invited: bool
) -> InlineKeyboardMarkup:
    """Return a button for each person of a unit, and those for inviting another, for unopened links if somebody is
    `invited`, and for the unit's names."""
    invite = button(directory.INVITE(language), Verb.INVITE, Role.LIAISON, unit_id)
    names = button(directory.UNIT_NAMES(language), Verb.UNIT, "names", unit_id)
    void = [button(directory.VOID(language), Verb.PEOPLE, "void", unit_id)] if invited else []
    return keyboard_of(*_names(people), [invite, *void, names], _list(language))


def whether_to_void(unit_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that void a unit's unopened links, or go to the unit."""
    void = button(directory.VOID(language), Verb.PEOPLE, "void", unit_id)
    return keyboard_of([void, button(labels.BACK(language), Verb.PEOPLE, "unit", unit_id)])


def units_without(units: Sequence[tuple[str, Unit]], page: int, pages: int, language: Language) -> InlineKeyboardMarkup:
    """Return a button for each (short name, unit) that invites its liaison."""
    each = [button(name, Verb.INVITE, Role.LIAISON, unit.id) for name, unit in units]
    return keyboard_of(*in_rows(each, SHORT_IN_A_ROW), [*_turns("nobody", page, pages, language), *_list(language)])


def to_the_list(language: Language) -> InlineKeyboardMarkup:
    """Return the button that shows the whole list."""
    return keyboard_of(_list(language))


def person(roles: Sequence[ListedPerson], language: Language, *, away: bool) -> InlineKeyboardMarkup:
    """Return the buttons for what the office can do about a person, who may be `away`."""
    one = roles[0]
    remove = button(labels.REMOVE(language), Verb.PEOPLE, "remove", one.person_id, style="danger")
    replace = button(handover.REPLACE(language), Verb.PEOPLE, "replace", one.person_id)
    speaks = any(each.role in SPEAKING_ROLES for each in roles)
    leave = [button(absence.LEAVE(language), Verb.PEOPLE, "leave", one.person_id)] if speaks and one.telegram_id else []
    phone = button(directory.ENTER_PHONE(language), Verb.PEOPLE, "phone", one.person_id)
    back = [button(absence.END(language), Verb.PEOPLE, "back", one.person_id)] if away else []
    of_unit = any(each.unit_id is not None for each in roles)
    move = [button(unit_change.CHANGE_UNIT(language), Verb.PEOPLE, "move", one.person_id)] if of_unit else []
    return keyboard_of([remove, replace, *move], [*leave, *back, phone], _list(language))


def roles_of(roles: Sequence[ListedPerson], deed: str, said_in: int, language: Language) -> InlineKeyboardMarkup:
    """Return a button for each role of a person who is to be replaced, moved or put on leave, which also names
    the update that says so, if any."""
    words = {each.membership_id: f"{each.unit or ''}{labels.ROLE[each.role](language)}" for each in roles}
    data = [f"{SAID_IN}{said_in}"] if said_in else []
    each = [[button(cut(text, 40), Verb.SEAT, deed, number, *data)] for number, text in words.items()]
    return keyboard_of(*each, _list(language))


def arrival(arrival: Arrival, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that let a newcomer in, unless their unit is unknown, or turn them away, with the name, as
    several may wait side by side."""
    name = cut(arrival.person.name, NAME)
    agree = button(f"{labels.AGREE(language)} {name}", Verb.PEOPLE, "agree", arrival.id, style="success")
    refuse = button(f"{newcomers.REFUSE(language)} {name}", Verb.PEOPLE, "refuse", arrival.id)
    return keyboard_of([refuse] if arrival.unit_is_unknown else [agree, refuse])


def newcomer(person: Person, language: Language) -> InlineKeyboardMarkup:
    """Return the button that opens a newcomer's page."""
    words = directory.SEE(language, name=cut(person.name, NAME))
    return keyboard_of([button(words, Verb.PEOPLE, "one", person.id)])


def _names(shown: Sequence[ListedPerson]) -> list[list[InlineKeyboardButton]]:
    names = {each.person_id: cut(each.name, NAME) or "?" for each in shown}
    return in_rows([button(words, Verb.PEOPLE, "one", person_id) for person_id, words in names.items()], 3)


def _turns(way: str, page: int, pages: int, language: Language) -> list[InlineKeyboardButton]:
    return page_buttons(Verb.PEOPLE, lambda page: (way, page), page, pages, language)


def _list(language: Language) -> list[InlineKeyboardButton]:
    return [button(directory.WHOLE_LIST(language), Verb.PEOPLE, "page", 0)]
