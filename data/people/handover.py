"""Replacing a person: a liaison hands the role to a successor by a link, or the office replaces somebody."""

from data.errors.people import NameMissing
from data.people.actor import Actor
from data.people.directory import ListedPerson, people_of
from data.people.invitations import Kept, create_invite
from data.people.people import Role, liaison_membership
from data.people.removal import Removal, remove_roles, remove_roles_unchecked
from data.people.succession import take_over_work
from data.store import Database, transaction
from data.understanding.normalise.sentence import is_hanzi
from data.understanding.people.staffing import is_called, name_stated, named_among

LONGEST_NAME, LONGEST_CHINESE = 20, 6


def valid_name(text: str) -> str:
    """Return the person's name in a text.

    Raises NameMissing if it cannot be a name: empty, too long, with digits or punctuation, or such as 不了.
    """
    name = name_stated(text)
    longest = LONGEST_CHINESE if is_hanzi(name[:1]) and "·" not in name else LONGEST_NAME
    if (
        not name
        or not is_called(name)
        or len(name) > longest
        or not all(char.isalpha() or char in " ·.'’-" for char in name)
    ):
        raise NameMissing
    return name


def invite_successor(db: Database, by: Actor, unit_id: int, name: str, phone: str = "") -> str:
    """Return a token for the liaison's successor, who may have a `phone`; the liaison's role ends when the successor
    gets it.

    Raises NotYours unless the person is a liaison of the unit.
    """
    with transaction(db):
        liaison_membership(by.person, unit_id)
        _end_former_link(db, by.id, unit_id)
        kept: Kept = {"name": name, "phone": phone, "replaces": by.id}
        return create_invite(db, Role.LIAISON, unit_id, by.now, by.source, by.id, **kept)


def hand_over_to(db: Database, by: Actor, membership_id: int, colleague_id: int) -> None:
    """End the liaison's own role and give what is unfinished to a colleague who is a liaison of the unit already.

    Raises NobodyThere.
    """
    with transaction(db):
        [role] = remove_roles_unchecked(db, by.id, [membership_id], by.now, by.source, by.id).roles
        take_over_work(db, colleague_id, role.unit_id or 0, Role.LIAISON)


def replace_person(
    db: Database, by: Actor, person_id: int, membership_id: int, name: str, phone: str
) -> tuple[Removal, str]:
    """End a person's role at once and make a link for the successor; a colleague gets the work without one.

    A repeated call with the same source only makes a new link. Raises ForTheOffice, NobodyThere and LastCoordinator.
    """
    with transaction(db):
        removal = remove_roles(db, by, person_id, [membership_id])
        [role] = removal.roles
        _end_former_link(db, person_id, role.unit_id)
        if (colleague := colleague_called(db, role.unit_id, name, person_id)) is not None:
            take_over_work(db, colleague.person_id, role.unit_id or 0, Role.LIAISON)
            return removal, ""
        kept: Kept = {"name": name, "phone": phone, "replaces": person_id}
        token = create_invite(db, role.role, role.unit_id, by.now, by.source, by.id, **kept)
    return removal, token


def full_name(db: Database, unit_id: int | None, name: str, going: int) -> str:
    """Return the name of the one liaison of a unit, other than the one who is `going`, whom a name means (小王 for
    王警官), or else the name as it is."""
    listed = (each for each in people_of(db, unit_id or 0) if each.role is Role.LIAISON and each.person_id != going)
    named = named_among(name, [each.name for each in listed])
    return named[0] if len(named) == 1 else name


def colleague_called(db: Database, unit_id: int | None, name: str, going: int) -> ListedPerson | None:
    """Return the liaison of a unit with this name who has registered, other than the one who is `going`, or None."""
    named = (each for each in people_of(db, unit_id or 0) if each.name == name and each.person_id != going)
    return next((each for each in named if each.role is Role.LIAISON and each.telegram_id is not None), None)


def _end_former_link(db: Database, person_id: int, unit_id: int | None) -> None:
    sql = "DELETE FROM invites WHERE replaces = ? AND unit_id IS ? AND used_at IS NULL"
    db.change(sql, [person_id, unit_id])
