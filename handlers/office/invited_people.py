"""Whom an invitation is for: the links, sent once as words to forward and as a picture to scan, and the dialog that
shows the people before there are any, with how words change that (海关的不要了, 商务局的叫李四, 都当B角)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

from telegram import Update
from telegram.error import TelegramError

from data.announcing.addressees import units_named
from data.dialogs import Dialog
from data.errors import UnknownUnit, needed
from data.names import checked_name
from data.people.actor import Actor
from data.people.directory import people_named
from data.people.invitations import invite_several
from data.people.people import Role
from data.plan.units import all_units, unit_name
from data.understanding import Aim, Kind, Understanding, of_kind, says
from data.understanding.announcing.addressees import unknown_office
from data.understanding.dialog.lists_changed import ListChange, ListedMembers
from data.understanding.normalise.sentence import Sentence, blank, normalise, spans
from data.understanding.orders import as_written, kinds_said
from data.understanding.people.people_invited import (
    Invitee,
    gives_only_a_person,
    is_of_another_unit,
    name_instead,
    only_person_given,
    only_role,
    people_invited,
    role_said,
    roles_given,
)
from data.understanding.people.phone_numbers import phone_within
from data.understanding.people.staffing import longest_word_invited
from handlers.dialog import Again, Answers, Declaration, Ending, LeavesNothing, Members, Question, Talk
from handlers.office.texts import invitations as texts
from handlers.telegram import Context, answer, hear, pressed, still_there, unit_named
from handlers.wording import Html, labels
from handlers.wording.wordings import with_phone

SCALE, BORDER = 8, 4
"""The size of a module of the QR code in pixels, and of the white border in modules."""


class InvitedLine(NamedTuple):
    """A person to be invited, as stored in a dialog: the unit (0 for the office's own people), the name and the phone
    number, which may be empty, and the role."""

    unit: int
    name: str
    phone: str
    role: str


async def press_invite(update: Update, context: Context) -> None:
    """Send the link for the chosen unit, or for the office (0). Raises StaleButton if the unit no longer exists."""
    role, number, *named = pressed(update)
    name, phone = [*named, "", ""][:2]
    if int(number):
        still_there(unit_name(context.db, int(number)))
    await make_link(update, context, InvitedLine(int(number), name, phone, role))


async def make_link(update: Update, context: Context, invited: InvitedLine) -> None:
    """Make a link and send it. Raises RoleNeedsUnit."""
    [token] = tokens_for(context, context.actor, [invited])
    await show_link(update, context, invited, token)


def tokens_for(context: Context, by: Actor, invited: Sequence[InvitedLine], *, instead: str = "") -> list[str]:
    """Make a link for each person to be invited, in place of those made by the message `instead`, and return their
    tokens. Raises ForTheOffice and RoleNeedsUnit."""
    people = [(Role(each.role), each.unit or None, each.name, each.phone) for each in invited]
    return invite_several(context.db, by, people, instead=instead)


async def show_link(update: Update, context: Context, invited: InvitedLine, token: str) -> None:
    """Send what the link is for and, below it, what can be forwarded: a picture to scan with the words and the link."""
    link, role = context.link(token), labels.ROLE[Role(invited.role)](context.language)
    named = {"unit": unit_name(context.db, invited.unit), "role": role, "name": invited.name}
    called = with_phone(invited.name, invited.phone, context.language)
    await answer(update, context, texts.link_text(context.language, **{**named, "name": called}))
    await _send_picture(update, context, link, texts.LETTER(context.language, **named, link=link))


async def _send_picture(update: Update, context: Context, link: str, caption: Html) -> None:
    """Send the link as a QR code with `caption`, or `caption` alone if Telegram refuses the picture."""
    assert update.effective_chat is not None
    try:
        sent = await context.bot.send_photo(
            update.effective_chat.id, picture_of(link), caption=caption, parse_mode="HTML"
        )
    except TelegramError:
        await answer(update, context, caption)
        return
    context.bot_data.last_messages.note(sent)


def picture_of(link: str) -> bytes:
    """Return a PNG with the QR code of `link`."""
    import segno

    picture = BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=SCALE, border=BORDER)
    return picture.getvalue()


INSTEAD = "instead"
"""The key, in the answers of the dialog, of the message that made the links which these replace."""
ROLES = (Role.LIAISON, Role.DEPUTY, Role.OBSERVER)


def people_to_invite(context: Context, meaning: Understanding) -> list[InvitedLine]:
    """Return a line for each person a sentence invites and each of their units, none twice; nothing of those for an
    office that is not in the plan. Raises UnitGroupNamed for a group of units alone, and NameTooLong."""
    checked_name(longest_word_invited(meaning))
    invited = people_invited(meaning)
    if invited and all(each.unit_at is None for each in invited):
        return [line for each in invited for line in _lines(each, {})]
    if not invited:
        return []
    known = replace(meaning, readings=tuple(each for each in meaning.readings if each.kind is not Kind.STRANGER))
    units = {each.start: each.values for each in units_named(context.db, known)}
    first = next(of_kind(meaning, Kind.UNIT))
    if len(invited) == 1 and len(units[first.start]) > 1 and gives_only_a_person(meaning):
        unit_named(context, meaning.text[first.start : first.end])
    return list(dict.fromkeys(line for each in invited for line in _lines(each, units)))


def _lines(invited: Invitee, units: Mapping[int, Sequence[int]]) -> list[InvitedLine]:
    ids = [0] if invited.unit_at is None else units[invited.unit_at]
    phone, role = phone_within(invited.words), invited.role or Role.LIAISON
    return [InvitedLine(each, checked_name(invited.name), phone, role) for each in ids]


def answers_for(lines: Sequence[InvitedLine]) -> Answers:
    """Return the answers of the dialog for the people to be invited."""
    return {"invited": [list(each) for each in lines]}


def _chosen(talk: Talk[None]) -> list[InvitedLine]:
    return [InvitedLine(*each) for each in talk.answers.get("invited") or ()]


def _named(talk: Talk[None], clause: Sentence) -> Sequence[ListedMembers]:
    """Return the people a clause names: those in the list by name, or by unit if the clause has no name; others by
    both, or by name if all in the list are of one unit and one more is added (再加一个王梅). Who is nudged or told
    something (催一下市监局) is nobody of the list."""
    context, present = talk.context, _chosen(talk)
    heard = hear(context, clause)
    said = [each for kinds in ("edits.how", "edits.counts") for each in kinds_said(kinds, heard.text.lower())]
    heard = replace(heard, text=clause.blanked(spans(said), " "))
    units = units_named(context.db, heard)
    roles = [*roles_given(heard.text)]
    found = list[ListedMembers]()
    for each in people_invited(heard) if units and (said or heard.aim not in (Aim.NUDGE, Aim.BROADCAST)) else []:
        unit = next(unit for unit in units if unit.start == each.unit_at)
        meant = _meant(each, unit, present)
        found += [ListedMembers(*place, meant) for place in ((unit.start, unit.end), (each.start, each.end), *roles)]
    name, there = only_person_given(heard), {each.unit for each in present}
    if name and not units and len(there) == 1 and _adds(clause):
        one_more = InvitedLine(there.pop(), name, phone_within(clause), role_said(heard.text) or Role.LIAISON)
        start = heard.text.find(normalise(name))
        found += [ListedMembers(*place, (one_more,)) for place in ((start, start + len(normalise(name))), *roles)]
    for line in present:
        name = normalise(line.name).lower()
        at = clause.find(name) if name else -1
        if at >= 0 and not any(each.start <= at < each.end for each in found):
            found.append(ListedMembers(at, at + len(name), (line,)))
    return sorted(set(found))


def _altered(talk: Talk[None], clause: str, before: Sequence[InvitedLine] | None) -> list[InvitedLine] | None:
    """Return the people as a clause changes those it names, or else those `before`: their role (海关的改成B角), or the
    name (商务局的叫李四) or unit (王芳是农业局的) of one. What is told of somebody already there (赵科长手机换了)
    is about none of them."""
    present, heard = _chosen(talk), hear(talk.context, clause)
    units = [each.values for each in units_named(talk.context.db, heard)]
    bare = blank(heard.text, list(of_kind(heard, Kind.UNIT)), " ")
    name = as_written(heard.text, name_instead(bare))
    said = heard.text.casefold()
    others = (each for each in present if each.name and each.name != name)
    named = [each for each in others if normalise(each.name).casefold() in said]
    there = named or [each for each in present if any(each.unit in ids for ids in units)]
    only = present if len(present) == 1 and not _adds(clause) else []
    meant, of_others = there or list(before or ()) or only, bool(units) and not there
    role = only_role(replace(heard, text=_without(heard.text, present)))
    given = next((each.name for each in people_invited(heard)), "") or only_person_given(heard)
    if not there and only_person_given(heard) is None and people_named(talk.context.db, heard.text):
        return None
    changed: dict[str, Any] = {}
    if meant and role and not of_others and not says(clause, "staffing.all_of_them"):
        changed = {"role": role}
    elif (
        len(meant) == 1
        and [len(ids) for ids in units] == [1]
        and (named or (only and says(heard, "staffing.unit_instead") and not any(kinds_said("edits.how", clause))))
        and (not named or is_of_another_unit(heard, named[0].name))
    ):
        changed = {"unit": units[0][0]}
    elif len(meant) == 1 and not of_others:
        phone, called = phone_within(clause), name or ("" if meant[0].name else given)
        changed = {"name": called, "phone": phone} if called else {"phone": phone} if phone else {}
    return [each._replace(**changed) if each in meant else each for each in present] if changed else None


def _adds(clause: str) -> bool:
    return any(each.kind == ListChange.ADDED for each in kinds_said("edits.how", clause))


def _meant(invited: Invitee, unit: ListedMembers, present: Sequence[InvitedLine]) -> tuple[InvitedLine, ...]:
    there = [each for each in present if each.unit in unit.values and invited.name in ("", each.name)]
    return tuple(there or _lines(invited, {unit.start: unit.values}))


def _given(talk: Talk[None], lines: list[Any]) -> Answers:
    if not lines:
        raise LeavesNothing
    return answers_for(lines)


def _read(talk: Talk[None], text: str) -> Answers:
    """Return the people a text names. Raises UnknownUnit if it names nobody, or an office that is not in the plan."""
    heard = hear(talk.context, text)
    if office := unknown_office(heard):
        raise UnknownUnit(office)
    return answers_for(needed(people_to_invite(talk.context, heard), UnknownUnit(text.strip())))


def _change_role(talk: Talk[None], text: str) -> Answers:
    role = only_role(hear(talk.context, text)) if _chosen(talk) else ""
    return _given(talk, [each._replace(role=role) for each in _chosen(talk)]) if role else {}


def _without(text: str, present: Sequence[InvitedLine]) -> str:
    for each in present:
        name = normalise(each.name)
        text = text.replace(name, " " * len(name)) if name else text
    return text


def _roles(talk: Talk[None]) -> list[list[tuple[Any, str, Answers]]]:
    return [
        [(labels.ROLE[each], each.value, _given(talk, [line._replace(role=each) for line in _chosen(talk)]))]
        for each in ROLES
    ]


def _preview(talk: Talk[None]) -> Html:
    names = {each.id: each.name for each in all_units(talk.context.db)}
    lines = [
        (names.get(each.unit) or texts.THE_OFFICE(talk.language), Role(each.role), each.name, each.phone)
        for each in _chosen(talk)
    ]
    return texts.preview(lines, talk.language, voids=INSTEAD in talk.answers)


def _once_more(talk: Talk[None]) -> Answers:
    """Return the answers for the one person just invited, whose link is replaced; of several it is not known whose."""
    return {**talk.answers, INSTEAD: talk.dialog.source} if len(_chosen(talk)) == 1 else {}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    units = {0, *(each.id for each in all_units(context.db))}
    invited = [InvitedLine(*each) for each in dialog.answers["invited"] if each[0] in units]
    by = context.actor.through(dialog.source)
    tokens = tokens_for(context, by, invited, instead=str(dialog.answers.get(INSTEAD, "")))

    async def send(update: Update, context: Context) -> None:
        for each, token in zip(invited, tokens, strict=True):
            await show_link(update, context, each, token)

    return Ending(texts.LINKS_FOLLOW(context.language, count=len(invited)), send_more=send)


INVITATIONS: Declaration[None] = Declaration(
    kind="invitations",
    questions=(
        Question(
            "invited",
            label=texts.INVITED,
            put=texts.WHOM,
            read=_read,
            members=Members(_named, _chosen, _chosen, _given, _altered),
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
    again=Again("invited", _once_more, lambda heard: only_person_given(heard) is not None),
    waits=texts.WAITS,
    only_once=True,
)
"""The dialog that shows whom an invitation is for before there are links."""
