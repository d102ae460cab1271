"""Inviting several people at once, or one whose name is not sure: they are shown and can be changed in words
(海关的不要了, 都当B角), then get a link each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from telegram import Update
from telegram.constants import ChatType

from data.announcing.addressees import units_named
from data.dialogs import Dialog
from data.errors import UnknownUnit
from data.errors.announcing import NoRecipients
from data.people.invitations import invite_several
from data.people.people import Role
from data.plan.units import all_units
from data.understanding import Understanding
from data.understanding.announcing.addressees import unknown_office_beside
from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.normalise.sentence import blank_spans
from data.understanding.orders import kinds_said
from data.understanding.people.people_invited import (
    Invitee,
    gives_only_a_person,
    name_instead,
    only_role,
    people_invited,
)
from data.understanding.people.phone_numbers import phone_within
from handlers.dialog import Answers, Declaration, Ending, Members, Question, Talk, begin
from handlers.office import invitations
from handlers.office.invitations import InvitationDetails, show_link
from handlers.office.texts import invitations as texts
from handlers.telegram import GROUP_PRIVATE, Context, Html, answer, hear, labels

ROLES = (Role.LIAISON, Role.DEPUTY, Role.OBSERVER)


class InvitedLine(NamedTuple):
    """A person to be invited, as stored in the dialog."""

    unit: int
    name: str
    phone: str
    role: str


async def invite_command(update: Update, context: Context) -> None:
    """Handle /invite: send a link, or show the people first if several are named or a name is not sure. Raises
    UnknownUnit."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        await answer(update, context, GROUP_PRIVATE(context.language))
    elif lines := people_to_invite(context, hear(context, " ".join(context.args or []))):
        await begin(update, context, INVITATIONS, update.update_id, answers=_kept(lines))
    else:
        await invitations.invite_one(update, context)


async def invite_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin the dialog for the people a sentence invites, or send the link for one. Raises UnknownUnit."""
    if context.person.is_coordinator and (lines := people_to_invite(context, meaning)):
        await begin(update, context, INVITATIONS, update.update_id, answers=_kept(lines))
    else:
        await invitations.invite_one_in_words(update, context, meaning)


def people_to_invite(context: Context, meaning: Understanding) -> list[InvitedLine]:
    """Return the people a sentence invites, or an empty list if there is only one and nothing else is said. Raises
    UnknownUnit for an office that is not in the plan."""
    if len(people_invited(meaning)) < 2 and gives_only_a_person(meaning):
        return []
    if office := unknown_office_beside(meaning):
        raise UnknownUnit(office)
    return _all_lines(context, meaning)


def _all_lines(context: Context, meaning: Understanding) -> list[InvitedLine]:
    """Return a line for each person a sentence invites and each of their units, none twice. Raises UnknownUnit."""
    units = {each.start: each.values for each in units_named(context.db, meaning)}
    return list(dict.fromkeys(line for each in people_invited(meaning) for line in _lines(each, units)))


def _lines(invited: Invitee, units: Mapping[int, Sequence[int]]) -> list[InvitedLine]:
    phone = phone_within(invited.words)
    return [InvitedLine(each, invited.name, phone, invited.role or Role.LIAISON) for each in units[invited.unit_at]]


def _kept(lines: Sequence[InvitedLine]) -> Answers:
    return {"invited": [list(each) for each in lines]}


def _chosen(talk: Talk[None]) -> list[InvitedLine]:
    return [InvitedLine(*each) for each in talk.answers.get("invited") or ()]


def _named(talk: Talk[None], clause: str) -> Sequence[ListedMembers]:
    """Return the people a clause names: those in the list by name, or by unit if the clause has no name; others by
    both."""
    context, present = talk.context, _chosen(talk)
    heard = hear(context, clause)
    said = [each for kinds in ("edits.how", "edits.counts") for each in kinds_said(kinds, heard.text.lower())]
    heard = replace(heard, text=blank_spans(heard.text, [(each.start, each.end) for each in said], " "))
    units = units_named(context.db, heard)
    found = list[ListedMembers]()
    for each in people_invited(heard):
        unit = next(unit for unit in units if unit.start == each.unit_at)
        meant = _meant(each, unit, present)
        found += [ListedMembers(unit.start, unit.end, meant), ListedMembers(each.start, each.end, meant)]
    for line in present:
        at = clause.find(line.name.lower()) if line.name else -1
        if at >= 0 and not any(each.start <= at < each.end for each in found):
            found.append(ListedMembers(at, at + len(line.name), (line,)))
    begin, name = name_instead(clause)
    lines = {line for each in found for line in each.values}
    if len(lines) == 1 and name and found[0].start < begin:
        found.append(ListedMembers(begin, begin + len(name), (next(iter(lines))._replace(name=name, phone=""),)))
    return sorted(set(found))


def _meant(invited: Invitee, unit: ListedMembers, present: Sequence[InvitedLine]) -> tuple[InvitedLine, ...]:
    there = [each for each in present if each.unit in unit.values and invited.name in ("", each.name)]
    return tuple(there or _lines(invited, {unit.start: unit.values}))


def _given(talk: Talk[None], lines: list[Any]) -> Answers:
    if not lines:
        raise NoRecipients
    return _kept(lines)


def _read(talk: Talk[None], text: str) -> Answers:
    """Return the people a text names. Raises UnknownUnit if it names nobody."""
    found = _all_lines(talk.context, hear(talk.context, text))
    if not found:
        raise UnknownUnit(text.strip())
    return _kept(found)


def _change_role(talk: Talk[None], text: str) -> Answers:
    """Return the people with another role for all, or for those a text names, if the text says no more than that."""
    heard, present = hear(talk.context, text), _chosen(talk)
    whom = {line for each in _named(talk, heard.text.lower()) for line in each.values}
    role = only_role(replace(heard, text=_without(heard.text, present)))
    if not role:
        return {}
    return _given(talk, [each._replace(role=role) if each in whom or not whom else each for each in present])


def _without(text: str, present: Sequence[InvitedLine]) -> str:
    for each in present:
        text = text.replace(each.name, " " * len(each.name)) if each.name else text
    return text


def _roles(talk: Talk[None]) -> list[list[tuple[Any, str, Answers]]]:
    return [
        [(labels.ROLE[each], each.value, _given(talk, [line._replace(role=each) for line in _chosen(talk)]))]
        for each in ROLES
    ]


def _preview(talk: Talk[None]) -> Html:
    names = {each.id: each.name for each in all_units(talk.context.db)}
    lines = [(names.get(each.unit, ""), Role(each.role), each.name, each.phone) for each in _chosen(talk)]
    return texts.preview(lines, talk.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    units = {each.id: each for each in all_units(context.db)}
    lines = [InvitedLine(*each) for each in dialog.answers["invited"] if each[0] in units]
    invited = [InvitationDetails(Role(each.role), units[each.unit], each.name, each.phone) for each in lines]
    kept = [(Role(each.role), each.unit, each.name, each.phone) for each in lines]
    tokens = invite_several(context.db, context.actor.through(dialog.source), kept)

    async def send(update: Update, context: Context) -> None:
        for each, token in zip(invited, tokens, strict=True):
            await show_link(update, context, each, token)

    return Ending(texts.LINKS_FOLLOW(context.language, count=len(invited)), send_more=send)


INVITATIONS: Declaration[None] = Declaration(
    kind="invitations",
    office=True,
    questions=(
        Question(
            "invited",
            label=texts.INVITED,
            put=texts.WHOM,
            read=_read,
            members=Members(_named, _chosen, _chosen, _given),
        ),
        Question(
            "role",
            label=texts.ROLE_OF_ALL,
            put=texts.WHICH_ROLE,
            read=_change_role,
            change=_change_role,
            changed_anywhere=True,
            buttons=_roles,
            answered=lambda talk: True,
        ),
    ),
    preview=_preview,
    submit=texts.MAKE_LINKS,
    submit_said=texts.MAKES_LINKS,
    finish=_finish,
    waits=texts.WAITS,
    only_once=True,
)
"""The dialog that invites several people, or one whose name is not sure."""
