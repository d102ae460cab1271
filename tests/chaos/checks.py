"""Checks after a run: what people did against what the database holds, and the messages as they arrived at the
server."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from bot.demo.demo_bot import TOKEN
from data.notices.messages import messages_of
from data.notices.rules import Audience
from data.plan.workdays import Workdays
from data.store import connect
from tests.chaos.answers import NOTE, REPEATED, marks
from tests.chaos.city import City
from tests.chaos.troubles import Troubles

Due = Counter[tuple[int, str, str | None, int]]
"""How often to remind of an assignment: (assignment id, rule, due day, chat id) → count."""

LONG_ENOUGH = 120
"""In seconds: in shorter runs, it is left to chance which troubles occur."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the table."""

    name: str
    measured: object
    allowed: object
    ok: bool


def zero(name: str, found: int) -> Check:
    """Return a check that something has not occurred."""
    return Check(name, found, 0, found == 0)


def all_of(name: str, found: int, wanted: int) -> Check:
    """Return a check that something holds for all."""
    return Check(name, found, wanted, found == wanted)


def the_same(name: str, stored: set[str], done: set[str]) -> Check:
    """Return a check that what is stored and what was done are the same; differences are named."""
    alone = {f"stored {each}" for each in stored - done} | {f"done {each}" for each in done - stored}
    found = f"{len(stored & done)}{''.join(f', {each}' for each in sorted(alone))}"
    return Check(name, found, len(stored | done), not alone)


def check(city: City, troubles: Troubles, seconds: float) -> list[Check]:
    """Return all checks, in the order of the table. Only long enough runs must have had every kind of trouble."""
    missing = len(troubles.missing)
    with closing(city.opened()) as db:
        return [
            *reports(city, db),
            *updates(db),
            *notices(city, db),
            *other_papers(city, db),
            *announcements(city, db),
            *repeats(city),
            all_of("answers to what was said and pressed", city.ledger.answers.answered, city.ledger.answers.asked),
            zero("answers in another order than what was said", city.ledger.answers.out_of_order),
            *wholeness(db),
            *process(city),
            zero("kinds of trouble that did not come up", missing)
            if seconds >= LONG_ENOUGH
            else Check("kinds of trouble that did not come up", missing, "any in a short run", True),
        ]


def _unique_part(note: str) -> str:
    """Return the unique part of a stored note: a report in one line keeps the whole line, and one that supplements a
    returned report repeats its note."""
    return ([found[0] for found in NOTE.finditer(note)] or [note])[-1]


def reports(city: City, db: sqlite3.Connection) -> Iterator[Check]:
    """Yield checks that every report, withdrawal and verdict is stored once, and no other. A report is identified by
    the unique part of its note."""
    ledger = city.ledger
    stored = Counter(_unique_part(note) for (note,) in db.execute("SELECT note FROM reports"))
    yield all_of(
        "reports handed in, stored once", sum(stored[note] == 1 for note in ledger.reported), len(ledger.reported)
    )
    yield zero("reports stored that nobody handed in", len(stored.keys() - ledger.reported))
    withdrawn = {
        _unique_part(note) for (note,) in db.execute("SELECT note FROM reports WHERE withdrawn_at IS NOT NULL")
    }
    yield the_same("reports taken back", withdrawn, ledger.withdrawn)
    decided = {
        _unique_part(note) for (note,) in db.execute("SELECT note FROM reports JOIN reviews ON report_id = reports.id")
    }
    yield the_same("verdicts of the coordinators", decided, ledger.decided)
    doubled = db.execute(
        """SELECT ifnull(sum(times - 1), 0) FROM (SELECT count(*) AS times FROM audit
        WHERE action IN ('report', 'withdraw', 'review')
        GROUP BY action, json_extract(detail, '$.report_id'))"""
    )
    yield zero("deeds written down twice", doubled.fetchone()[0])


def updates(db: sqlite3.Connection) -> Iterator[Check]:
    """Yield a check that no update is left."""
    left = db.execute("SELECT count(*) FROM inbox WHERE done_at IS NULL OR problem IS NOT NULL")
    yield zero("updates undone or laid aside", left.fetchone()[0])


def notices(city: City, db: sqlite3.Connection) -> Iterator[Check]:
    """Yield checks that every notice due by the plan was planned, and every message has reached a final state."""
    expected, planned = due(city, db), Due()
    for key in db.execute(
        """SELECT assignment_id, rule, due, chat_id
        FROM notices JOIN outbox ON outbox.id = outbox_id WHERE state IN ('sent', 'uncertain', 'dead')"""
    ):
        planned[key] += 1
    yield all_of("notices due, and sent, uncertain or dead", (expected & planned).total(), expected.total())
    open_ones = db.execute("SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'cancelled', 'dead', 'uncertain')")
    yield zero("messages without an end", open_ones.fetchone()[0])
    sent = db.execute("SELECT chat_id, message_id FROM outbox WHERE state = 'sent'").fetchall()
    arrived = {(message.chat_id, message.message_id) for message in city.heard}
    yield all_of("messages sent, and at the server", len(arrived.intersection(sent)), len({*sent}))
    groups = [chat_id for (chat_id,) in db.execute("SELECT chat_id FROM group_chats")]
    yield Check("the group that moved", groups, [city.group], groups == [city.group])


def other_papers(city: City, db: sqlite3.Connection) -> Iterator[Check]:
    """Yield checks that every filed return and every piece of work information is stored once, and no other."""
    ledger = city.ledger
    filed = Counter(
        db.execute(
            """SELECT telegram_id, CAST(value AS INTEGER) FROM filings JOIN filing_values ON filing_id = filings.id
            JOIN people ON people.id = person_id WHERE indicator = '立案件数'"""
        )
    )
    yield all_of("returns filed, stored once", sum(filed[each] == 1 for each in ledger.filed), len(ledger.filed))
    yield zero("returns stored that nobody filed", len(filed.keys() - ledger.filed))
    sent = Counter(title for (title,) in db.execute("SELECT title FROM information"))
    yield all_of(
        "work information, stored once", sum(sent[each] == 1 for each in ledger.informed), len(ledger.informed)
    )
    yield zero("work information that nobody sent", len(sent.keys() - ledger.informed))


def announcements(city: City, db: sqlite3.Connection) -> Iterator[Check]:
    """Yield checks that every broadcast went out once, to all people of its units, with its end reported, and that the
    answers are stored."""
    ledger = city.ledger
    stored = Counter(text for (text,) in db.execute("SELECT text FROM broadcasts"))
    yield all_of(
        "notices of the office, stored once",
        sum(stored[words] == 1 for words in ledger.announced),
        len(stored | Counter(dict.fromkeys(ledger.announced, 1))),
    )
    told = db.execute(
        """SELECT text, units.name, count(outbox_id) FROM broadcasts
        JOIN broadcast_recipients ON broadcast_id = broadcasts.id
        JOIN memberships ON memberships.person_id = broadcast_recipients.person_id
        JOIN units ON units.id = memberships.unit_id GROUP BY text, units.name"""
    )
    members = dict(
        db.execute("SELECT units.name, count(*) FROM memberships JOIN units ON units.id = unit_id GROUP BY units.name")
    )
    wanted = {(words, unit, members[unit]) for words, units in ledger.announced.items() for unit in units}
    yield all_of("units that they went to, whole", len(wanted & set(told)), len(wanted))
    open_ones = db.execute("SELECT count(*) FROM broadcasts WHERE finished_at IS NULL")
    yield zero("notices of the office whose end was not told", open_ones.fetchone()[0])
    answers = db.execute(
        """SELECT telegram_id, text FROM broadcast_answers JOIN people ON people.id = broadcast_answers.person_id
        JOIN broadcasts ON broadcasts.id = broadcast_id"""
    )
    yield all_of("answers to them, kept", len(ledger.answered & set(answers)), len(ledger.answered))


def due(city: City, db: sqlite3.Connection) -> Due:
    """Return the reminders that the plan demands on each day, for tasks without a report and people who never left,
    computed from the database as it was before the run."""
    touched = {assignment_id for (assignment_id,) in db.execute("SELECT assignment_id FROM reports")}
    copy = city.folder.with_name("pristine.db")
    copy.write_bytes(city.pristine)
    pristine = connect(copy)
    found = Due()
    for day in city.days[1:]:
        for message in messages_of(pristine, day, Workdays().before(day)):
            chat_id = message.to.chat_id
            if message.to.audience is Audience.PERSON and chat_id and chat_id not in city.deserters:
                found.update(
                    (
                        entry.assignment.id,
                        entry.rule,
                        str(entry.assignment.due) if entry.assignment.due else None,
                        chat_id,
                    )
                    for entry in message.entries
                    if entry.assignment.id not in touched
                )
    pristine.close()
    return found


def repeats(city: City) -> Iterator[Check]:
    """Yield checks on repeated messages, identified by chat, task and day. One of the two must be marked as a
    repetition, and may be the first to arrive, because the other may have been slow."""
    seen: set[tuple[object, ...]] = set()
    plain: set[tuple[object, ...]] = set()
    twice, silent = 0, list[str]()
    for message in city.heard:
        known = marks(message)
        if not known.isdisjoint(seen):
            twice += 1
        if not message.text.startswith(REPEATED):
            silent += sorted(map(str, known & plain))
            plain |= known
        seen |= known
    attempts = sum(str(call.params.get("text")).startswith(REPEATED) for call in city.world.calls)
    yield Check("messages that came twice and did not say so", "; ".join(silent) or 0, 0, not silent)
    yield Check("messages that came twice", twice, f"≤ {attempts} uncertain", twice <= attempts)


def wholeness(db: sqlite3.Connection) -> Iterator[Check]:
    """Yield checks of the database's integrity and its references."""
    [(integrity,)] = db.execute("PRAGMA integrity_check(1)").fetchall()
    yield Check("integrity of the database", integrity, "ok", integrity == "ok")
    yield zero("references that lead nowhere", len(db.execute("PRAGMA foreign_key_check").fetchall()))


def process(city: City) -> Iterator[Check]:
    """Yield checks that the process ended only when made to, exited with 0 at last, and logged no token."""
    machine = city.machine
    yield zero("ends that nobody had asked for", len(machine.ended_by_itself))
    yield Check("exit code of the last SIGTERM", machine.last_exit, 0, machine.last_exit == 0)
    yield zero("tokens in the log", machine.log.count(TOKEN.partition(":")[2].encode()))
