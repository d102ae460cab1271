"""The recipients of a broadcast: people who hear for units, and bound groups; those it cannot reach; and the messages
to them that it puts into the outbox."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from data.letters import Letter, put_letter_in_outbox
from data.notices.groups import GroupChat, bound_groups
from data.people.people import speakers, who_hear
from data.plan.units import Unit, is_the_office
from data.store import Database

OF_THE_PLAN = """SELECT unit_id FROM assignments JOIN tasks ON tasks.id = task_id
    WHERE tasks.gone_at IS NULL AND assignments.gone_at IS NULL"""
"""SQL for the ids of the units with tasks in the current plan."""


@dataclass(frozen=True, slots=True)
class RecipientChoice:
    """The chosen recipients: all who speak for a unit, the people of some units, some people, or some bound groups."""

    everybody: bool = False
    unit_ids: tuple[int, ...] = ()
    group_ids: tuple[int, ...] = ()
    person_ids: tuple[int, ...] = ()

    @property
    def of_units(self) -> bool:
        """Whether everybody or units are chosen."""
        return self.everybody or bool(self.unit_ids)


@dataclass(frozen=True, slots=True)
class PersonRecipient:
    """A person who hears for units; `chat_id` is None if they have not joined or cannot be reached."""

    id: int
    name: str
    units: tuple[str, ...]
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class Recipients:
    """The people and groups that a broadcast can reach, the people it cannot, and the units that have nobody; `by_name`
    is whether the people were chosen themselves, and not by their units."""

    people: tuple[PersonRecipient, ...]
    groups: tuple[GroupChat, ...]
    missing: tuple[PersonRecipient, ...]
    empty: tuple[Unit, ...]
    by_name: bool = False

    @property
    def units(self) -> int:
        """The number of units that the reachable people belong to."""
        return len({unit for each in self.people for unit in each.units})

    @property
    def nobody(self) -> bool:
        """Whether the broadcast would reach nobody."""
        return not self.people and not self.groups

    def apart_from(self, person_ids: Collection[int]) -> "Recipients":
        """Return the recipients without these people."""
        people, missing = (tuple(p for p in each if p.id not in person_ids) for each in (self.people, self.missing))
        return replace(self, people=people, missing=missing)


def recipients(db: Database, chosen: RecipientChoice, today: date) -> Recipients:
    """Return the recipients of a choice on the day `today`, people in the order of their units."""
    groups = tuple(each for each in bound_groups(db) if each.chat_id in chosen.group_ids)
    if not (chosen.everybody or chosen.unit_ids or chosen.person_ids):
        return Recipients((), groups, (), ())
    of_choice = "SELECT value FROM json_each(?)", [chosen.unit_ids]
    units = _units(db, OF_THE_PLAN) if chosen.everybody else _units(db, *of_choice)
    spoken_for = speakers(db, None if chosen.everybody or chosen.person_ids else chosen.unit_ids, today)
    rows = [row for row in spoken_for if not row["office"]]
    rows = [row for row in rows if row["id"] in chosen.person_ids] if chosen.person_ids else who_hear(rows)
    named = {row["id"]: (row["name"], row["chat_id"]) for row in rows}
    people = [
        PersonRecipient(each, name, tuple(row["unit"] for row in rows if row["id"] == each), chat_id)
        for each, (name, chat_id) in named.items()
    ]
    heard = {row["unit_id"] for row in spoken_for}
    return Recipients(
        people=tuple(each for each in people if each.chat_id),
        groups=groups,
        missing=tuple(each for each in people if not each.chat_id),
        empty=tuple(unit for unit in units if unit.id not in heard and not is_the_office(unit.name)),
        by_name=bool(chosen.person_ids),
    )


def units_of_section(db: Database, section: str) -> tuple[int, ...]:
    """Return the ids of the units that are responsible for tasks in a section of the current plan."""
    sql = f"SELECT DISTINCT unit_id FROM ({OF_THE_PLAN} AND section = ?) ORDER BY unit_id"
    return tuple(db.fetch_column(sql, [section]))


def units_to_tell(db: Database) -> list[Unit]:
    """Return the units of the current plan and all others that have a liaison or deputy."""
    spoken_for = "SELECT unit_id FROM memberships WHERE role IN ('liaison', 'deputy')"
    return _units(db, f"{OF_THE_PLAN} UNION {spoken_for}")


def _units(db: Database, among: str, parameters: Sequence[object] = ()) -> list[Unit]:
    rows = db.fetch_all(f"SELECT id, name FROM units WHERE id IN ({among}) ORDER BY id", parameters)
    return [Unit(**row) for row in rows]


def put_broadcast_in_outbox(
    db: Database, broadcast_id: int, found: Recipients, now: datetime, *, repeated: bool = False
) -> None:
    """Store a message for each reachable recipient, and every recipient with its message, if any.

    `repeated` marks messages that may have gone out before.
    """

    def post(recipient: Literal["person", "group"], chat_id: int | None) -> int | None:
        key = f"{Letter.BROADCAST}:{broadcast_id}:{chat_id}"
        put_letter_in_outbox(db, Letter.BROADCAST, broadcast_id, recipient, chat_id, key, at=now, repeated=repeated)
        return db.fetch_number("SELECT id FROM outbox WHERE key = ?", [key])

    rows: list[tuple[int | None, int | None, int | None]] = [
        *((each.id, None, post("person", each.chat_id)) for each in found.people),
        *((None, None, post("group", group.chat_id)) for group in found.groups),
        *((each.id, None, None) for each in found.missing),
        *((None, unit.id, None) for unit in found.empty),
    ]
    for person_id, unit_id, outbox_id in rows:
        db.insert(
            "broadcast_recipients", broadcast_id=broadcast_id, person_id=person_id, unit_id=unit_id, outbox_id=outbox_id
        )
