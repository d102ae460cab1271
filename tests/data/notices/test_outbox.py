"""Messages in the outbox: claimed, sent, uncertain, given up."""

from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from data.letters import Letter
from data.notices.contents import content_to_send
from data.notices.outbox import (
    Claimed,
    cancel,
    claim,
    hold_interrupted,
    is_due,
    mark_dead,
    mark_sent,
    mark_uncertain,
    mark_unsent,
    release,
    shorten_waits,
)
from data.notices.planning import next_moment_to_act
from data.notices.silences import end_silences, held_chats, note_silences
from data.notices.unreachable import give_up_on, undelivered
from data.people.people import Person
from data.store import Database, connect
from data.times import HOLD, stored
from tests.data.conftest import COORDINATOR, NOW, at, dated, planned, report, rows


def claimed(db: Database, now: datetime = NOW) -> Claimed:
    """Claim the message that is due and return it."""
    [found] = claim(db, now)
    return found


@pytest.mark.usefixtures("due")
def test_a_message_is_claimed_by_one_process_only(db: Database, path: Path) -> None:
    another = connect(path)
    claimed(db)
    assert claim(another, NOW) == []
    another.close()


def test_two_processes_that_claim_at_once_share_the_messages(db: Database, path: Path) -> None:
    letters_to(db, *range(20))
    taken: list[int] = []

    def take() -> None:
        mine = connect(path)
        while len(taken) <= 20 and (messages := claim(mine, NOW)):
            taken.extend(message.chat_id for message in messages)
        mine.close()

    threads = [Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(20))


def letters_to(db: Database, *chat_ids: int, kind: Letter = Letter.URGENT) -> None:
    """Add a letter to each of these chats, in this order."""
    for chat_id in chat_ids:
        db.insert("outbox", recipient="person", chat_id=chat_id, day="2019-11-25", not_before=stored(NOW), letter=kind)


def chats(messages: list[Claimed]) -> list[int]:
    """Return the chats of claimed messages."""
    return [message.chat_id for message in messages]


def test_of_several_that_wait_for_one_chat_one_is_under_way_at_a_time(db: Database) -> None:
    letters_to(db, 1, 1, 2)
    first, second = claim(db, NOW, most=9)
    assert chats([first, second]) == [1, 2]
    assert claim(db, NOW, most=9) == []
    mark_sent(db, first, 77, NOW)
    assert chats(claim(db, NOW, most=9)) == [1]


def test_letters_of_a_kind_to_one_chat_go_out_together_and_share_their_fate(db: Database) -> None:
    letters_to(db, 1, 1, 2, kind=Letter.REVIEWED)
    first, second = claim(db, NOW, most=9)
    assert len(first.beside) == 1 and not second.beside
    assert hold_interrupted(db, NOW, [each.id for each in (first, *first.beside, second)]) == 0
    mark_unsent(db, first, NOW, "ConnectError")
    [first] = claim(db, NOW, most=9)
    mark_uncertain(db, first, NOW, "TimedOut")
    [first] = claim(db, NOW + HOLD, most=9)
    assert first.repeated and len(first.beside) == 1
    mark_sent(db, first, 77, NOW)
    assert rows(db, "SELECT DISTINCT state, error FROM outbox WHERE chat_id = 1") == [("sent", None)]


def test_of_very_many_letters_to_one_chat_ten_go_out_together(db: Database) -> None:
    letters_to(db, *[1] * 25, kind=Letter.REVIEWED)
    sizes = []
    while found := claim(db, NOW):
        sizes.append(1 + len(found[0].beside))
        mark_sent(db, found[0], 77, NOW)
    assert sizes == [10, 10, 5]


def test_a_letter_that_was_cancelled_meanwhile_does_not_wait_again(db: Database) -> None:
    letters_to(db, 1, 1, kind=Letter.REVIEWED)
    first = claimed(db)
    cancel(db, first.beside[0])
    release(db, first)
    assert rows(db, "SELECT state FROM outbox ORDER BY id") == [("sending",), ("cancelled",)]


def test_a_letter_for_which_there_was_no_room_goes_out_next(db: Database) -> None:
    letters_to(db, 1, 1, kind=Letter.REVIEWED)
    first = claimed(db)
    release(db, first)
    mark_sent(db, first, 77, NOW)
    assert [claimed(db).id] == [each.id for each in first.beside]


def test_no_more_are_claimed_than_wanted_and_none_for_a_chat_that_is_held(db: Database) -> None:
    letters_to(db, 1, 2, 3, 4)
    assert chats(claim(db, NOW, most=2, held=[2])) == [1, 3]


def test_what_must_wait_is_not_overtaken_by_what_came_later_to_the_same_chat(db: Database) -> None:
    letters_to(db, 1, 1)
    mark_unsent(db, claimed(db), NOW + timedelta(seconds=3), "RetryAfter")
    assert claim(db, NOW, most=9) == [] and not is_due(db, NOW)
    [first] = claim(db, NOW + timedelta(seconds=3), most=9)
    assert rows(db, "SELECT min(id) FROM outbox") == [(first.id,)]


def test_what_is_kept_for_the_next_morning_does_not_hold_up_what_is_due_now(db: Database) -> None:
    tomorrow = {"day": "2019-11-26", "not_before": stored(NOW + timedelta(days=1))}
    db.insert("outbox", recipient="coordinators", chat_id=1, **tomorrow)
    now = db.insert("outbox", recipient="coordinators", chat_id=1, day="2019-11-25", not_before=stored(NOW))
    db.insert("planned_days", day="2019-11-25", planned_at=NOW)
    assert claimed(db).id == now


def test_a_restart_ends_the_wait_for_the_end_of_a_long_silence(db: Database, coordinator: Person) -> None:
    note_silences(db, NOW, 6 * 3600, {})
    restarted = NOW + timedelta(minutes=5)
    assert claim(db, restarted) == []
    end_silences(db, restarted)
    assert [(each.letter, each.chat_id) for each in claim(db, restarted)] == [(Letter.WAS_SILENT, COORDINATOR)]


def test_two_groups_of_one_name_that_are_held_are_both_named(db: Database) -> None:
    for chat in (-11, -12):
        db.insert("group_chats", chat_id=chat, title="联络员群", bound_at=NOW)
    note_silences(db, NOW, 0, {-11: 3600, -12: 7200})
    held = held_chats(db, NOW)
    assert [name for name, _ in held] == ["联络员群", "联络员群"] and len({until for _, until in held}) == 2


def test_what_is_held_as_uncertain_does_not_hold_up_what_came_later(db: Database) -> None:
    letters_to(db, 1, 1)
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    assert chats(claim(db, NOW, most=9)) == [1]


def test_what_is_under_way_is_not_held_as_interrupted(db: Database) -> None:
    letters_to(db, 1, 2)
    mine, lost = claim(db, NOW, most=2)
    assert hold_interrupted(db, NOW, [mine.id]) == 1
    assert rows(db, "SELECT id FROM outbox WHERE state = 'uncertain'") == [(lost.id,)]


@pytest.mark.usefixtures("due")
def test_a_message_that_arrived_is_not_sent_again(db: Database) -> None:
    mark_sent(db, claimed(db), 77, NOW)
    assert claim(db, NOW + timedelta(days=1)) == []
    assert rows(db, "SELECT state, message_id, sent_at FROM outbox") == [("sent", 77, stored(NOW))]


@pytest.mark.usefixtures("due")
def test_a_message_that_surely_did_not_arrive_waits_for_its_time_and_is_no_repetition(db: Database) -> None:
    mark_unsent(db, claimed(db), NOW + timedelta(seconds=30), "ConnectError")
    assert claim(db, NOW + timedelta(seconds=29)) == []
    assert not claimed(db, NOW + timedelta(seconds=30)).repeated


@pytest.mark.usefixtures("due")
def test_an_uncertain_message_is_held_five_minutes_and_sent_once_more_as_a_repetition(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    assert claim(db, NOW + timedelta(minutes=4, seconds=59)) == []
    assert claimed(db, NOW + timedelta(minutes=5)).repeated


@pytest.mark.usefixtures("due")
def test_a_message_that_is_uncertain_twice_ends_as_an_alarm(db: Database) -> None:
    for moment in (NOW, NOW + HOLD):
        mark_uncertain(db, claimed(db, moment), moment, "TimedOut")
    assert claim(db, NOW + timedelta(days=1)) == []
    assert undelivered(db, NOW.date()).messages == 1


@pytest.mark.usefixtures("due")
def test_a_repetition_that_surely_did_not_arrive_stays_a_repetition(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    mark_unsent(db, claimed(db, NOW + HOLD), NOW + HOLD, "RetryAfter")
    assert claimed(db, NOW + HOLD).repeated


@pytest.mark.usefixtures("due")
def test_a_message_that_can_never_arrive_is_an_alarm(db: Database) -> None:
    mark_dead(db, claimed(db), "Forbidden")
    assert claim(db, NOW + timedelta(days=1)) == []
    assert undelivered(db, NOW.date()).messages == 1


@pytest.mark.usefixtures("due")
def test_what_a_killed_process_was_sending_is_uncertain(db: Database) -> None:
    claimed(db)
    assert hold_interrupted(db, NOW) == 1
    assert claim(db, NOW) == []
    assert claimed(db, NOW + HOLD).repeated


@pytest.mark.usefixtures("due")
def test_a_process_that_is_killed_twice_over_one_message_leaves_an_alarm(db: Database) -> None:
    for moment in (NOW, NOW + HOLD):
        claimed(db, moment)
        hold_interrupted(db, moment)
    assert claim(db, NOW + timedelta(days=1)) == []
    assert undelivered(db, NOW.date()).messages == 1


def test_an_uncertain_message_that_joins_todays_is_not_tried_a_third_time(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-29")
    planned(db, "2019-11-25 09:00")
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    planned(db, "2019-11-26 09:00")
    tomorrow = at("2019-11-26 09:00")
    assert claimed(db, tomorrow).repeated
    hold_interrupted(db, tomorrow)
    assert claim(db, tomorrow + timedelta(days=1)) == []


@pytest.mark.usefixtures("due")
def test_a_kill_after_a_certain_failure_is_the_first_uncertainty(db: Database) -> None:
    mark_unsent(db, claimed(db), NOW, "ConnectError")
    claimed(db)
    hold_interrupted(db, NOW)
    assert claimed(db, NOW + HOLD).repeated


@pytest.mark.usefixtures("due")
def test_a_repetition_says_what_holds_by_then(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    report(db, "1-1", "submitted", "2019-11-25", 100)
    later = at("2019-11-25 12:30")
    assert content_to_send(db, claimed(db, later), later) is None
    assert rows(db, "SELECT state FROM outbox") == [("cancelled",)]


@pytest.mark.usefixtures("due")
def test_the_next_thing_to_do_is_the_end_of_a_hold(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    assert next_moment_to_act(db, NOW) == NOW + HOLD


@pytest.mark.usefixtures("due")
def test_after_a_jump_of_the_clock_what_failed_waits_five_minutes_at_most(db: Database) -> None:
    mark_unsent(db, claimed(db), NOW + timedelta(hours=5), "ConnectError")
    assert shorten_waits(db, NOW) == 1
    assert next_moment_to_act(db, NOW) == NOW + HOLD


def test_after_a_jump_of_the_clock_what_is_left_to_the_next_morning_is_still_said_then_unless_it_is_urgent(
    db: Database, liaison: Person, deputy: Person, coordinator: Person
) -> None:
    dated(db, "2019-11-24")
    planned(db, "2019-11-25 09:00")
    db.insert("outbox", recipient="coordinators", chat_id=COORDINATOR, day="2019-11-25", not_before=stored(NOW))
    lost, other, office = claim(db, NOW, most=3)
    mark_sent(db, office, 77, NOW)
    give_up_on(db, lost, "Forbidden: bot was blocked by the user", NOW)
    assert shorten_waits(db, NOW) == 0
    assert next_moment_to_act(db, NOW) == at("2019-11-26 09:00")
    db.change("UPDATE notices SET due = '2019-11-25' WHERE outbox_id = ?", [other.id])
    give_up_on(db, other, "Forbidden: bot was blocked by the user", NOW)
    [told] = [each for each in claim(db, NOW, most=3) if each.chat_id == COORDINATOR]
    said = content_to_send(db, told, NOW)
    assert said is not None and [each.id for each in said.unreachable] == [liaison.id, deputy.id]
