"""People whom no message reaches: they have blocked the bot, or their account is gone. Until they speak again their
notices go to the others of their unit, or where there are none to the coordinators; the coordinators are told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.notices.matters import matter_hearers, matters_by_id
from data.notices.outbox import Claimed, mark_dead
from data.notices.rules import FOR_PEOPLE, Audience, Rule
from data.people.people import Person, coordinators, reachable_people
from data.store import Database, Row, change, fetch_all, fetch_one, insert, transaction
from data.times import day_of, stored


def give_up_on(db: Database, claimed: Claimed, error: str, now: datetime, zone: ZoneInfo) -> None:
    """Note that the recipient cannot be reached: what the message said goes to others; a group gets nothing more."""
    with transaction(db):
        mark_dead(db, claimed, error)
        if claimed.audience is Audience.GROUP:
            change(db, "DELETE FROM group_chats WHERE chat_id = ?", [claimed.chat_id])
            return
        row = fetch_one(db, "SELECT id, unreachable_at FROM people WHERE telegram_id = ?", [claimed.chat_id])
        if row is None:
            return
        change(
            db, "UPDATE people SET unreachable_at = ? WHERE id = ?", [row["unreachable_at"] or stored(now), row["id"]]
        )
        desk = _messages_to_office(db, claimed, now)
        if row["unreachable_at"] is None:
            for outbox_id in desk.values():
                insert(db, "outbox_unreachable", outbox_id=outbox_id, person_id=row["id"])
        _hand_over(db, claimed, desk, now, zone)


def mark_reachable(db: Database, telegram_id: int) -> bool:
    """Note that somebody has spoken and so can be reached. True when that was not known before."""
    return bool(
        change(
            db,
            "UPDATE people SET unreachable_at = NULL WHERE telegram_id = ? AND unreachable_at IS NOT NULL",
            [telegram_id],
        )
    )


def _messages_to_office(db: Database, claimed: Claimed, now: datetime) -> dict[int, int]:
    """For every coordinator who can be reached, the message that waits for them or a new one: chat id → outbox id. One
    that stays empty is never sent."""
    return {
        chat_id: _waiting(db, chat_id) or _message(db, claimed, Audience.COORDINATORS, chat_id, now)
        for person in coordinators(db)
        if (chat_id := person.telegram_id)
    }


def _waiting(db: Database, chat_id: int) -> int | None:
    row = fetch_one(
        db, "SELECT id FROM outbox WHERE chat_id = ? AND state = 'pending' AND letter IS NULL LIMIT 1", [chat_id]
    )
    return row["id"] if row else None


def _hand_over(db: Database, claimed: Claimed, desk: dict[int, int], now: datetime, zone: ZoneInfo) -> None:
    """Give what the message said to the others who hear of it, unless they have heard it; where there are none, what is
    said of a task to the office."""
    notices = fetch_all(
        db,
        f"""SELECT notices.*, unit_id FROM notices LEFT JOIN assignments ON assignments.id = assignment_id
        WHERE outbox_id = ? AND rule IN ({", ".join("?" * len(FOR_PEOPLE))}) ORDER BY notices.id""",
        [claimed.id, *FOR_PEOPLE],
    )
    others: dict[int, int] = {}
    for notice in notices:
        people = _others(db, notice, day_of(now, zone))
        for chat_id in [person.telegram_id for person in people if person.telegram_id]:
            if chat_id not in others:
                others[chat_id] = _message(db, claimed, Audience.PERSON, chat_id, now)
            _copy(db, notice, others[chat_id], notice["rule"], f"{Audience.PERSON}:{chat_id}")
        for chat_id, outbox_id in desk.items() if notice["assignment_id"] and not people else ():
            _copy(db, notice, outbox_id, Rule.NO_LIAISON, f"{Audience.COORDINATORS}:{chat_id}")


def _others(db: Database, notice: Row, day: date) -> list[Person]:
    """Who hears of what a notice is about and can be reached."""
    if notice["matter_id"] is None:
        return reachable_people(db, notice["unit_id"])
    rule = Rule(notice["rule"])
    found = matters_by_id(db, rule, [notice["matter_id"]], day)
    return [person for matter in found.values() for person in matter_hearers(db, rule, matter, day)]


def _message(db: Database, claimed: Claimed, to: Audience, chat_id: int, now: datetime) -> int:
    day = fetch_one(db, "SELECT day FROM outbox WHERE id = ?", [claimed.id])
    return insert(db, "outbox", recipient=to, chat_id=chat_id, day=day["day"] if day else "", not_before=stored(now))


def _copy(db: Database, notice: Row, outbox_id: int, rule: str, recipient: str) -> None:
    """The same notice to another recipient; one who has had it does not get it again."""
    subject, version, step, _ = notice["key"].split("|")
    key = "|".join([subject, version, f"{rule}:{step.partition(':')[2]}", recipient])
    names = ("task_id", "assignment_id", "matter_id", "deadline_version", "due")
    change(
        db,
        f"""INSERT INTO notices (key, outbox_id, rule, {", ".join(names)})
        VALUES (?, ?, ?, {", ".join("?" * len(names))}) ON CONFLICT (key) DO NOTHING""",
        [key, outbox_id, rule, *(notice[name] for name in names)],
    )
