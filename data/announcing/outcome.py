"""The progress of a broadcast and, in the end, who did not get it and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.announcing.broadcasts import Broadcast
from data.notices.outbox import REFUSED, UNREACHABLE
from data.store import Database, Row
from data.understanding.grouping import listed


class MissReason(StrEnum):
    """Why a broadcast has not reached somebody."""

    UNCERTAIN = "uncertain"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    GONE = "gone"
    NOT_JOINED = "not_joined"
    NOBODY = "nobody"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The numbers of messages of a broadcast by state, and the recipients it missed, by reason.

    `resting` counts those of the `waiting` messages whose recipient has quiet hours. The names in `missed` are those of
    people with their units, of groups, and of units that have nobody.
    """

    arrived: int
    waiting: int
    unsure: int
    resting: int
    missed: Mapping[MissReason, tuple[str, ...]]

    @property
    def over(self) -> bool:
        """Whether the outcome is final."""
        return not self.waiting and not self.unsure

    @property
    def nobody(self) -> bool:
        """Whether it has gone to nobody, because it was stopped before its time or its recipients were gone by then."""
        return not self.all and not self.missed

    @property
    def all(self) -> int:
        """The number of messages there were to send."""
        sent = (MissReason.UNCERTAIN, MissReason.REFUSED, MissReason.GONE, MissReason.STOPPED)
        return self.arrived + self.waiting + self.unsure + sum(len(self.missed.get(why, ())) for why in sent)


def outcome(db: Database, broadcast: Broadcast) -> Outcome:
    """Return the present outcome of a broadcast."""
    rows = db.fetch_all(RECIPIENTS, [broadcast.id])
    states = [row["state"] for row in rows]
    missed = listed((_reason_missed(row, stopped=broadcast.stopped), _name(row)) for row in rows)
    return Outcome(
        arrived=states.count("sent"),
        waiting=states.count("pending") + states.count("sending"),
        unsure=states.count("uncertain"),
        resting=sum(row["state"] == "pending" and row["quiet_from"] is not None for row in rows),
        missed={why: tuple(missed[why]) for why in MissReason if why in missed},
    )


RECIPIENTS = """SELECT state, error, telegram_id, quiet_from, people.name, units.name AS unit, title,
    (SELECT group_concat(DISTINCT own.name) FROM memberships JOIN units AS own ON own.id = unit_id
        WHERE memberships.person_id = people.id) AS units
FROM broadcast_recipients AS recipients
LEFT JOIN outbox ON outbox.id = outbox_id
LEFT JOIN people ON people.id = recipients.person_id
LEFT JOIN units ON units.id = recipients.unit_id
LEFT JOIN group_chats ON group_chats.chat_id = outbox.chat_id
WHERE broadcast_id = ? ORDER BY recipients.rowid"""


def _reason_missed(row: Row, *, stopped: bool) -> MissReason | None:
    """Return why the broadcast has missed a recipient, or None if it has arrived or still may."""
    match row["state"]:
        case None if row["unit"]:
            return MissReason.NOBODY
        case None:
            return MissReason.UNREACHABLE if row["telegram_id"] else MissReason.NOT_JOINED
        case "cancelled":
            return MissReason.STOPPED if stopped else MissReason.GONE
        case "dead":
            return MissReason(row["error"]) if row["error"] in (UNREACHABLE, REFUSED) else MissReason.UNCERTAIN
        case _:
            return None


def _name(row: Row) -> str:
    if row["unit"]:
        return str(row["unit"])
    if row["name"] is None:
        return row["title"] or ""
    units = (row["units"] or "").replace(",", "、")
    return f"{row['name']}（{units}）" if units else row["name"]
