"""Two years of the shipped plan (thirteen months in `make test`) on a clock that jumps to whatever is due next: the
preview agrees with what is sent, message for message, and nobody is nagged."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from data.announcing.broadcasts import BroadcastContent, send_broadcast
from data.announcing.coming_announcements import (
    announcement,
    announcements_between,
    next_waiting_at,
    send_due_announcements,
)
from data.announcing.nudges import name_of, nudge_letter, send_nudge
from data.announcing.recipients import RecipientChoice
from data.calendar import is_workday
from data.letters import Letter
from data.notices.contents import content_to_send
from data.notices.groups import Post, bind_group, toggle_post
from data.notices.outbox import Claimed, claim, mark_sent
from data.notices.pauses import store_quiet_hours
from data.notices.plan_rules import Hours
from data.notices.planning import next_moment_to_act, upcoming_messages
from data.notices.rules import FOR_PEOPLE, Audience, Entry, Message, Recipient, Rule
from data.people.actor import Actor
from data.people.people import Role, add_membership, who_is
from data.plan.units import all_units
from data.standing.assignments import assignments
from data.standing.rows import update_rows
from data.store import Database, open_database
from data.times import day_of, stored
from tests.data.conftest import COORDINATOR, GROUP, ZONE, at, let_in
from tests.fixtures.planning import plan_today
from tests.journeys.town import PLAN, with_plan
from tests.thoroughness import THOROUGH, count

FIRST = date(2019, 11, 25)
HALF, LAST = (date(2020, 11, 24), date(2021, 11, 24)) if THOROUGH else (date(2020, 6, 30), date(2020, 12, 31))
BEGINNING = at("2019-11-24 12:00")
LATE_RISER, BOTH = 2003, 2005
WITHOUT_PEOPLE = ("市文化和旅游局", "武汉海关")
OF_THE_OFFICE, NEVER = "office", at("2030-01-01 00:00")
Sent = tuple[datetime, Audience, int | None, tuple[tuple[str, str, str], ...]]


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Database]:
    """The shipped plan, a liaison for every unit but two, two coordinators, one of them also a liaison, a group that
    wants all posts, and a person with quiet hours."""
    path = tmp_path / "city.db"
    path.write_bytes(with_plan(PLAN))
    db = open_database(path)
    units = [unit.name for unit in all_units(db) if unit.name not in WITHOUT_PEOPLE]
    for number, unit in enumerate(units):
        let_in(db, 2000 + number, f"联络员{number}", Role.LIAISON, unit)
    let_in(db, COORDINATOR, "陈主任", Role.COORDINATOR, None)
    both = who_is(db, BOTH, FIRST)
    late = who_is(db, LATE_RISER, FIRST)
    assert both is not None and late is not None
    add_membership(db, both.id, Role.COORDINATOR, None)
    store_quiet_hours(db, Actor(late, BEGINNING, ZONE), Hours(18, 11))
    bind_group(db, Actor(both, BEGINNING, ZONE), GROUP, "联络员群", [])
    for post in (Post.DAY_BEFORE, Post.OVERDUE):
        toggle_post(db, Actor(both, BEGINNING, ZONE), GROUP, post)
    yield db
    db.close()


def as_sent(at: datetime, to: Recipient, entries: tuple[Entry, ...]) -> Sent:
    told = tuple((str(each.rule), each.assignment.code, str(each.assignment.due)) for each in entries)
    return at.astimezone(ZONE), to.audience, to.chat_id, tuple(sorted(told))


def previewed(messages: Iterator[Message]) -> list[Sent]:
    return sorted((as_sent(each.at, each.to, each.entries) for each in messages), key=repr)


def appointed(db: Database, last: date) -> list[Sent]:
    """Return the broadcasts and nudges set for a later time, as the preview shows them."""
    return [
        (hearer.at.astimezone(ZONE), hearer.to.audience, hearer.to.chat_id, ((OF_THE_OFFICE, each.title, ""),))
        for each in announcements_between(db, FIRST, last)
        for hearer in each.hearers
    ]


def appoints(db: Database) -> None:
    """Set broadcasts to all, to a unit and to a group, one of them at night, and a nudge, each for a time in the first
    year."""
    desk = who_is(db, COORDINATOR, FIRST)
    assert desk is not None
    [late] = [each for each in assignments(db, FIRST, code="43-4") if each.id]
    for number, (chosen, moment) in enumerate(
        [
            (RecipientChoice(everybody=True), "2019-12-04 10:30"),
            (RecipientChoice(unit_ids=(late.unit_id or 0,), group_ids=()), "2020-01-18 22:40"),
            (RecipientChoice(group_ids=(GROUP,)), "2020-06-01 09:00"),
        ]
    ):
        said = BroadcastContent(f"通知{number}")
        send_broadcast(db, Actor(desk, BEGINNING, ZONE), said, chosen, f"b{number}", at(moment))
    send_nudge(db, Actor(desk, BEGINNING, ZONE), [late], "", "n", at=at("2020-02-05 15:00"))


def is_by_hand(sent: Sent) -> bool:
    """Return whether the office has sent it, so that it does not count as one of the bot's own messages."""
    return sent[3][0][0] == OF_THE_OFFICE


def by_hand(claimed: Claimed, db: Database, now: datetime) -> Sent:
    """Return what is sent of a broadcast or nudge."""
    if claimed.letter == Letter.NUDGE:
        asked = nudge_letter(db, claimed, now)
        assert asked is not None
        title = "、".join(map(name_of, asked.asked))
    else:
        told = announcement(db, claimed, now)
        assert told is not None
        title = told.broadcast.said.text
    return now.astimezone(ZONE), claimed.audience, claimed.chat_id, ((OF_THE_OFFICE, title, ""),)


def sent_until(db: Database, now: datetime, last: date) -> Iterator[Sent]:
    """Yield all that is sent from a moment until the end of a day, each when it is due."""
    while day_of(now := min(next_moment_to_act(db, now), next_waiting_at(db) or NEVER), ZONE) <= last:
        plan_today(db, now)
        send_due_announcements(db, now)
        while messages := claim(db, now, 100):
            for claimed in messages:
                if claimed.letter:
                    yield by_hand(claimed, db, now)
                    mark_sent(db, claimed, 1, now)
                    continue
                said = content_to_send(db, claimed, now)
                assert said is not None and not said.unreachable
                mark_sent(db, claimed, 1, now)
                yield as_sent(now, Recipient(claimed.audience, claimed.chat_id, None), said.entries)


def reported(db: Database, code: str, status: str, moment: datetime) -> None:
    """Store a report of every unit on a task."""
    for each in assignments(db, day_of(moment, ZONE), code=code):
        if each.id:
            db.insert(
                "reports",
                assignment_id=each.id,
                status=status,
                percent=100 if status == "submitted" else 50,
                note="",
                obstacle="经费没有到位" if status == "blocked" else "",
                source=f"{code}:{each.unit}:{moment}",
                reported_at=stored(moment),
            )
            update_rows(db, [each.id], moment)


def test_what_is_sent_month_after_month_is_what_the_preview_says_and_nobody_is_nagged(city: Database) -> None:
    done = ("1-2", "29-7", "43-5", "1-8")
    for code in done:
        reported(city, code, "submitted", BEGINNING)
    reported(city, "27-4", "blocked", BEGINNING)
    appoints(city)
    expected = sorted([*previewed(upcoming_messages(city, FIRST, HALF)), *appointed(city, HALF)], key=repr)
    assert sum(is_by_hand(each) for each in expected) > 35
    sent = sorted(sent_until(city, BEGINNING, HALF), key=repr)
    assert sent == expected
    sent = [each for each in sent if not is_by_hand(each)]
    reported_at = at(f"{HALF} 15:00")
    late = {code for _, _, _, entries in sent for rule, code, _ in entries if rule == Rule.OVERDUE}
    for code in sorted(late)[::2]:
        reported(city, code, "submitted", reported_at)
    after = previewed(upcoming_messages(city, HALF + timedelta(days=1), LAST))
    assert sorted(sent_until(city, reported_at, LAST), key=repr) == after
    told_after = {(code, rule) for _, _, _, entries in after for rule, code, _ in entries}
    assert not [code for code in sorted(late)[::2] if (code, Rule.OVERDUE) in told_after]
    assert [code for code in sorted(late)[1::2] if (code, Rule.OVERDUE) in told_after]
    sent += after
    assert len(sent) > 1000
    breaks_no_rule_of_decency(sent)
    told = {(code, rule) for _, _, _, entries in sent for rule, code, _ in entries}
    assert not [(code, rule) for code, rule in told if code in done and rule in FOR_PEOPLE]
    assert ("27-4", Rule.BLOCKED) in told
    posted = {rule for _, audience, _, entries in sent if audience is Audience.GROUP for rule, *_ in entries}
    assert posted == {Rule.GROUP_DIGEST, Rule.BEFORE_DUE, Rule.OVERDUE}
    assert unreminded(city, sent, done) == []
    tells_no_group_of_what_is_doubted(city, sent)


def breaks_no_rule_of_decency(sent: list[Sent]) -> None:
    """Check that messages go out on working days only, at each person's hour, and at most one a day to a person."""
    assert [moment for moment, *_ in sent if not is_workday(moment.date())] == []
    hours = {(chat_id == LATE_RISER, moment.hour, moment.minute) for moment, _, chat_id, _ in sent}
    assert hours == {(False, 9, 0), (True, 11, 0)}
    per_day = Counter((moment.date(), chat_id) for moment, _, chat_id, _ in sent)
    assert max(per_day.values()) == 1


def tells_no_group_of_what_is_doubted(db: Database, sent: list[Sent]) -> None:
    """Check that doubtful deadlines are never posted in groups, although the liaisons are told of them."""
    doubted = {each.code for each in assignments(db, FIRST) if each.doubtful}
    told: dict[Audience, set[str]] = {Audience.PERSON: set(), Audience.GROUP: set()}
    for _, audience, _, entries in sent:
        told.setdefault(audience, set()).update({code for _, code, _ in entries} & doubted)
    assert told[Audience.GROUP] == set()
    assert len(told[Audience.PERSON]) > 10


def unreminded(db: Database, sent: list[Sent], done: tuple[str, ...]) -> list[str]:
    """Return the codes of open tasks due in this time whose liaisons were not reminded before or on the day."""
    early = (Rule.BEFORE_DUE, Rule.DUE_TODAY)
    told = {
        (code, due)
        for _, audience, _, entries in sent
        for rule, code, due in entries
        if audience is Audience.PERSON and rule in early
    }
    wanted = [
        each
        for each in assignments(db, FIRST)
        if each.id and each.due and FIRST <= each.due <= LAST and each.unit not in WITHOUT_PEOPLE
    ]
    assert len(wanted) > 50 and any(each.doubtful for each in wanted)
    return [each.code for each in wanted if each.code not in done and (each.code, str(each.due)) not in told]


def test_each_morning_is_as_previewed_whatever_was_reported_before(city: Database) -> None:
    chance, moment, sent = Random(7), BEGINNING, []
    codes = sorted({each.code for each in assignments(city, FIRST) if each.id})
    closed: dict[str, datetime] = {}
    for number in range(count(30, 60)):
        day = FIRST + timedelta(days=number)
        expected = previewed(upcoming_messages(city, day, day))
        today = sorted(sent_until(city, moment, day), key=repr)
        assert today == expected, day
        sent += today
        moment = at(f"{day} 15:00")
        for code in chance.sample(codes, 4):
            status = chance.choice(["in_progress", "in_progress", "blocked", "submitted"])
            if code not in closed:
                reported(city, code, status, moment)
                closed |= {code: moment} if status == "submitted" else {}
    breaks_no_rule_of_decency(sent)
    late = [
        (code, rule)
        for when, _, _, entries in sent
        for rule, code, _ in entries
        if code in closed and when > closed[code] and rule in (Rule.BEFORE_DUE, Rule.DUE_TODAY, Rule.OVERDUE)
    ]
    assert late == []
    assert {rule for _, _, _, entries in sent for rule, _, _ in entries} >= {Rule.BLOCKED, Rule.ESCALATION}
