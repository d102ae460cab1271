"""The questions for a broadcast's recipients (everybody, units picked from pages, the units of a section, or groups),
and the people whom it addresses by their names: 跟林警官说一声，明天来拿文件."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from data.announcing.addressees import Addressees, addressees_named, units_named
from data.announcing.broadcasts import latest_broadcast
from data.announcing.recipients import RecipientChoice, recipients, units_of_section, units_to_tell
from data.errors import UnknownUnit, needed
from data.errors.announcing import GroupsApart, NoDeputies, NoGroups, NoRecipients, RecipientUnclear
from data.notices.groups import bound_groups
from data.people.directory import ListedPerson, people_by_unit, people_called
from data.people.people import Role
from data.plan.tasks import sections
from data.plan.units import unit_name
from data.understanding import Aim, Kind, Reading, Understanding, of_kind, says
from data.understanding.announcing.addressees import (
    names_addressees,
    office_added,
    only_names_addressees,
    split_at_colon,
)
from data.understanding.announcing.message_orders import description_of_units, unit_before
from data.understanding.announcing.nudge_words import nudges_asked
from data.understanding.dialog.lists_changed import ListChange, ListedMembers, changed_list, list_orders_in
from data.understanding.list_exceptions import names_left_out
from data.understanding.normalise.sentence import spans
from data.understanding.orders import kind_said
from handlers.announcing.broadcast_draft import BroadcastDraft, recipients_of
from handlers.announcing.texts import broadcast as texts
from handlers.dialog import Answers, Choices, LeavesNothing, Members, PartlyRead, Question, Talk, never_changed
from handlers.dialog.multiple_choice import LONGEST_NAME, MultipleChoice
from handlers.tasks.list_contents import assignments_in
from handlers.tasks.list_in_words import asks_for_unreported, filters_of, listing_asked_for, listing_by_contents
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, labels, series


def units_with_tasks(context: Context, said: str) -> tuple[int, ...]:
    """Return the ids of the units that are described by what their tasks contain or how they stand; empty if units
    are named otherwise, or more is said."""
    whole, meaning = hear(context, said), hear(context, description_of_units(said.strip()))
    if names_addressees(meaning) or not filters_of(whole).by_unit or filters_of(meaning).by_unit:
        return ()
    listing = (
        listing_asked_for(context, meaning) if asks_for_unreported(meaning) else listing_by_contents(context, meaning)
    )
    found = assignments_in(context, listing, None) if listing else []
    return tuple(dict.fromkeys(each.unit_id for each in found if each.unit_id is not None))


def with_people(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence with each person whom it names read as their unit, together with that unit if it stands right
    before the name (公安局的林警官)."""
    readings = list(meaning.readings)
    for person in _people_of_units(context, meaning):
        place = _place(meaning, person)
        if place.start >= 0:
            as_unit = Reading(Kind.UNIT, place.start, place.end, (person.unit or "",))
            whose = {each for each in of_kind(meaning, Kind.UNIT) if each.start == place.start and each.end < place.end}
            readings = [*(each for each in readings if each not in whose), as_unit]
    return replace(meaning, readings=tuple(readings))


def people_answers(context: Context, named: Understanding) -> Answers:
    """Return the answers for the people that a sentence names, read by `with_people`, except those it says are not
    told (小吴不用), if it names no units beside them; else none. Raises RecipientUnclear for a name that several people
    have, or that stands behind another unit than theirs."""
    out = names_left_out(named, of_recipients=True)
    told = replace(named, readings=tuple(each for each in named.readings if each not in out))
    spared = spans(out)
    people = [
        each
        for each in _people_of_units(context, named)
        if not any(start <= _start(named, each) < end for start, end in spared)
    ]
    for each in people:
        if len(alike := [other for other in people if other.name == each.name]) > 1:
            raise RecipientUnclear(each.name, tuple(f"{other.unit}{other.name}" for other in alike))
        other = unit_before(named, _start(named, each))
        if other and not any(other.start <= _start(named, one) < other.end for one in people):
            raise RecipientUnclear(each.name, (f"{each.unit}{each.name}",))
    if not people or len(list(of_kind(told, Kind.UNIT))) != len(people):
        return {}
    return {"to": "people", "people": [each.person_id for each in people]}


def _people_of_units(context: Context, meaning: Understanding) -> list[ListedPerson]:
    """Return the people of units whom a sentence names; of several with one name those whose unit it names with it."""
    found = [each for each in people_called(context.db, meaning.text) if each.unit]
    with_unit = {each.person_id: each.name for each in found if _is_with_unit(meaning, each)}
    return [each for each in found if each.person_id in with_unit or each.name not in with_unit.values()]


def _is_with_unit(meaning: Understanding, person: ListedPerson) -> bool:
    """Return whether a sentence names the unit of a person right before the name, or in one reading with it."""
    unit, start = person.unit or "", _start(meaning, person)
    together = (each for each in of_kind(meaning, Kind.UNIT) if unit in each.values and each.start <= start < each.end)
    return unit_before(meaning, start, unit) is not None or any(together)


def _place(meaning: Understanding, person: ListedPerson) -> ListedMembers:
    """Return where a sentence names a person, with the unit if that stands right before the name (公安局的林警官)."""
    start = _start(meaning, person)
    whose = unit_before(meaning, start, person.unit or "")
    end = start + len(person.called or person.name)
    return ListedMembers(whose.start if whose else start, end, (person.person_id,))


def _start(meaning: Understanding, person: ListedPerson) -> int:
    return meaning.text.casefold().find((person.called or person.name).casefold())


UNITS_A_PAGE, GROUPS_A_PAGE = 16, 80
OF_OTHERS = (Aim.NUDGE, Aim.INVITE, Aim.REVIEW, Aim.REPORT, Aim.PLAN, Aim.EXPORT)
"""Aims of sentences that never say who gets a broadcast, even if they name units."""
BroadcastTalk = Talk[BroadcastDraft]
_ALL = RecipientChoice(everybody=True)


UNITS_PICKED: MultipleChoice[Any] = MultipleChoice(
    "units",
    "picked",
    "page",
    lambda talk: [(f"unit_{each.id}", each.id, each.name) for each in units_to_tell(talk.context.db)],
    UNITS_A_PAGE,
)
GROUPS_PICKED: MultipleChoice[BroadcastDraft] = MultipleChoice(
    "groups",
    "picked_groups",
    "group_page",
    lambda talk: [
        (f"group_{place}", each.chat_id, each.title) for place, each in enumerate(bound_groups(talk.context.db))
    ],
    GROUPS_A_PAGE,
    in_a_row=1,
)


def units_question(label: Wording, pick: Wording, read: Callable[[Talk[Any], str], Answers]) -> Question[Any]:
    """Return the question for the units, which are picked from pages of all units or named as `read` takes them."""
    return Question(
        "units",
        label=label,
        put=_counted(pick, UNITS_PICKED),
        read=read,
        change=never_changed,
        buttons=UNITS_PICKED.buttons,
        press=UNITS_PICKED.press,
        asked=lambda talk: talk.answers.get("to") == "units",
        shown=lambda talk: _shown((unit_name(talk.context.db, each) for each in talk.answers["units"]), talk.language),
    )


def _shown(names: Iterable[str], language: Language) -> str:
    return cut(series(names, language), 60)


def _counted(wording: Wording, picking: MultipleChoice[Any]) -> Callable[[Talk[Any]], Html]:
    return lambda talk: wording(talk.language, count=len(picking.marked(talk)))


def recipient_answers(context: Context, to: Addressees, said: str) -> Answers:
    """Return the answers for the recipients `to`, named in `said`. Raises UnknownUnit if there are none, NoGroups,
    NoDeputies, and PartlyRead if groups are named beside units."""
    unit_ids = to.unit_ids or (units_of_section(context.db, to.section) if to.section is not None else ())
    if to.role is not None and (unit_ids or to.everybody or to.role is Role.DEPUTY):
        return _with_role(context, to.role, unit_ids)
    if unit_ids:
        units = {"to": "units", "units": [*unit_ids]}
        if to.groups:
            raise PartlyRead(units, GroupsApart() if bound_groups(context.db) else NoGroups(), NOTHING)
        return units
    if to.groups:
        return _to_groups(context)
    if to.everybody:
        return {"to": "all"}
    if to.as_last and (last := latest_broadcast(context.db)) is not None and (same := recipients_of(context, last)):
        return same
    raise UnknownUnit(cut(said, LONGEST_NAME))


def _with_role(context: Context, role: Role, unit_ids: Collection[int]) -> Answers:
    """Return the answers for the people with a role in some units (none: in all). Raises NoDeputies or NoRecipients."""
    found = (each for each in people_by_unit(context.db) if each.role is role)
    people = dict.fromkeys(each.person_id for each in found if not unit_ids or each.unit_id in unit_ids)
    return {"to": "people", "people": needed([*people], NoDeputies if role is Role.DEPUTY else NoRecipients)}


def read_recipients(talk: BroadcastTalk, text: str) -> Answers:
    """Return the answers for the recipients that a text names. Raises UnknownUnit if it also says what to tell them
    or orders something else, and what `recipient_answers` raises."""
    if people := _people_changed(talk, text):
        return people
    meaning = with_people(talk.context, hear(talk.context, text))
    if only_names_addressees(meaning) and (people := people_answers(talk.context, meaning)):
        return people
    if split_at_colon(text)[1] or (meaning.aim in OF_OTHERS and not only_names_addressees(meaning)):
        raise UnknownUnit(cut(text, LONGEST_NAME))
    by_tasks = units_with_tasks(talk.context, text)
    to = Addressees(unit_ids=by_tasks) if by_tasks else addressees_named(talk.context.db, meaning)
    return recipient_answers(talk.context, to, text)


def _people_changed(talk: BroadcastTalk, text: str) -> Answers:
    """Return the answers for those who get it if a text only leaves out people who would (去掉金法官), anybody while
    nobody is chosen yet, adds people to those chosen (再加林科长), or keeps some of these alone (只留林科长). If these
    were chosen by name, so do units. Raises LeavesNothing and UnknownUnit."""
    context, begun = talk.context, bool(talk.answers.get("to"))
    if not any(kind_said(words, text.lower()) for words in ("edits.how", "edits.swapped")):
        return {}
    told = talk.subject.recipients if begun else recipients(context.db, _ALL, context.today)
    heard, present = hear(context, text), [each.id for each in (*told.people, *told.missing)]
    named = [_place(heard, each) for each in _people_of_units(context, heard)]
    if talk.answers.get("to") == "people":
        named += [each._replace(values=_hearers(context, each.values)) for each in units_named(context.db, heard)]
    order = list_orders_in(heard.text.lower(), {"people": named}).get("people")
    if order is None or order.how not in (ListChange.OUT, *([ListChange.ADDED, ListChange.ONLY] if begun else [])):
        return {}
    if order.how is ListChange.ONLY:
        kept = [each for each in present if each in order.values]
        return {"to": "people", "people": kept} if kept else {}
    people = changed_list([order], present, present)
    if people is not None and not people:
        raise LeavesNothing
    return {"to": "people", "people": people} if people is not None else {}


def _hearers(context: Context, unit_ids: Sequence[int]) -> tuple[int, ...]:
    found = recipients(context.db, RecipientChoice(unit_ids=tuple(unit_ids)), context.today)
    return tuple(each.id for each in (*found.people, *found.missing))


def _units_at_hand(talk: BroadcastTalk, clause: str) -> list[ListedMembers]:
    """Return the units that a clause names. A clause about people names none: it has names of people in it, or changes
    which people of a unit get it."""
    by_name = talk.answers.get("to") == "people" and kind_said("edits.how", clause) in ("out", "added")
    people = by_name or _people_of_units(talk.context, hear(talk.context, clause)) or _people_changed(talk, clause)
    return [] if people else _named(talk, clause)


def _change(talk: BroadcastTalk, text: str) -> Answers:
    """Return the answers for the people left or added, or for people, groups or a section instead, if a text names
    these and nothing else. Raises LeavesNothing."""
    if people := _people_changed(talk, text):
        return people
    meaning = hear(talk.context, text)
    named = with_people(talk.context, meaning) if says(text, "edits.how.only", "recipients.instead") else meaning
    if named != meaning and only_names_addressees(named):
        return people_answers(talk.context, named)
    names_others = only_names_addressees(meaning) and not meaning.names(Kind.UNIT)
    return read_recipients(talk, text) if names_others else {}


def unit_members(
    present: Callable[[Talk[Any]], Sequence[int]], answers: Callable[[list[int]], Answers] | None = None
) -> Members[Any]:
    """Return how words add and remove units, with `present` giving the current ones. `answers` returns what the
    changed units answer, by default who gets a broadcast."""

    def given(talk: Talk[Any], units: list[int]) -> Answers:
        if not units:
            raise LeavesNothing
        if answers is not None:
            return answers(units)
        return {"to": "all"} if set(units) >= {*_everybody(talk)} else {"to": "units", "units": units}

    return Members(_named, present, _everybody, given)


def _named(talk: Talk[Any], clause: str) -> list[ListedMembers]:
    """Return the units that a clause names; none if it only says to nudge them. Raises UnknownUnit for an office that
    is not in the plan."""
    if kind_said("edits.how", clause) is None and nudges_asked(clause):
        return []
    found = units_named(talk.context.db, hear(talk.context, clause))
    if not found and (office := office_added(clause)):
        raise UnknownUnit(cut(office, LONGEST_NAME))
    return found


def _everybody(talk: Talk[Any]) -> Sequence[int]:
    return [each.id for each in units_to_tell(talk.context.db)]


def _present(talk: BroadcastTalk) -> Sequence[int]:
    chosen = talk.subject.chosen
    return _everybody(talk) if chosen.everybody else chosen.unit_ids


def _to_groups(context: Context) -> Answers:
    found = needed([each.chat_id for each in bound_groups(context.db)], NoGroups)
    return {"to": "groups", "groups": found if len(found) == 1 else None, "picked_groups": found}


def _ways(talk: BroadcastTalk) -> Choices:
    groups = [(texts.TO_GROUPS, "groups", _to_groups(talk.context))] if bound_groups(talk.context.db) else []
    return [
        [(texts.EVERYBODY, "all"), (labels.SOME_UNITS, "units", {"to": "units", **UNITS_PICKED.anew(talk)})],
        [(texts.OF_A_SECTION, "section"), *groups],
    ]


def _shown_way(talk: BroadcastTalk) -> Html:
    found = talk.subject.recipients
    if found.by_name:
        return html(series([each.name for each in (*found.people, *found.missing)], talk.language))
    wordings = {"all": texts.EVERYBODY, "units": labels.SOME_UNITS, "groups": texts.TO_GROUPS}
    way = talk.answers.get("to")
    return wordings[way](talk.language) if way else NOTHING


def _sections(talk: BroadcastTalk) -> Choices:
    db = talk.context.db
    return [
        [(cut(name, LONGEST_NAME), f"part_{place}", {"to": "units", "units": [*units_of_section(db, name)]})]
        for place, name in enumerate(sections(db))
    ]


RECIPIENT_QUESTIONS: tuple[Question[BroadcastDraft], ...] = (
    Question(
        "to",
        label=texts.TO,
        put=lambda talk: texts.to_whom(talk.subject.said, talk.language),
        read=read_recipients,
        change=_change,
        changed_surely=True,
        members=replace(unit_members(_present), named=_units_at_hand),
        buttons=_ways,
        shown=_shown_way,
    ),
    units_question(texts.UNITS, texts.WHICH_UNITS, read_recipients),
    Question(
        "section",
        label=texts.SECTION,
        put=texts.WHICH_SECTION,
        read=read_recipients,
        change=never_changed,
        buttons=_sections,
        asked=lambda talk: talk.answers.get("to") == "section",
    ),
    Question(
        "groups",
        label=texts.GROUPS,
        put=_counted(texts.WHICH_GROUPS, GROUPS_PICKED),
        read=read_recipients,
        change=never_changed,
        buttons=GROUPS_PICKED.buttons,
        press=GROUPS_PICKED.press,
        asked=lambda talk: talk.answers.get("to") == "groups",
        shown=lambda talk: _shown((each.title for each in talk.subject.recipients.groups), talk.language),
    ),
)
