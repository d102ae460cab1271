from datetime import datetime

import pytest

from data.errors import NotYours, NotYourUnit, StaleButton, UnknownTask
from data.office.extensions import PastExtension
from data.office.history import ENTRIES_A_PAGE, History, HistoryScope, history, past_extension, past_report
from data.people.actor import Actor
from data.people.people import Person, Role, add_membership, person_by_id
from data.plan.tasks import task_id_of
from data.plan.units import ensure_unit
from data.reporting.attachments import Attachment, Owner, attach_file, attached_files, stored_content
from data.reporting.drafts import open_draft
from data.reporting.no_change import report_no_change
from data.reporting.reports import latest_report_id, submit_report
from data.reporting.reviews import FullReport, review_report
from data.reporting.withdrawals import withdraw_report
from data.standing.standing import Status, Verdict
from data.store import Database
from data.times import stored
from tests.data.conftest import MARKET, NOW, POLICE, ZONE, Line, assignment, at, bring_in, day, let_in, report, rows

pytestmark = pytest.mark.usefixtures("plan")

TODAY = day("2019-11-25")
ALL = HistoryScope()


def hand_in(db: Database, person: Person, note: str, when: str = "09:00", **answers: object) -> int:
    """Submit a report on 1-1 at an hour of today, and return its id."""
    assignment_id = assignment(db, "1-1").id
    known = {
        "seen_report_id": latest_report_id(db, assignment_id),
        "status": Status.IN_PROGRESS,
        "percent": 40,
        "note": note,
        "figures": {},
        "evidence": True,
        "obstacle": "",
        **answers,
    }
    draft = open_draft(db, person.id, assignment_id, len(rows(db, "SELECT 1 FROM reports")), NOW, **known)
    file = Attachment("document", f"id of {note}", f"{note}.pdf", "", 4)
    attach_file(db, draft.id, person.id, file, b"%PDF", f"message {note}", NOW)
    return submit_report(db, Actor(person, at(f"2019-11-25 {when}"), ZONE), draft.id).report_id


def ask_for_more_time(db: Database, person: Person, asked_at: datetime, **decision: object) -> int:
    """Store a request for more time on 1-1, and return its id."""
    return db.insert(
        "extensions",
        assignment_id=assignment(db, "1-1").id,
        person_id=person.id,
        due_before="2019-12-02",
        proposed="2019-12-20",
        reason="等检测结果",
        source=f"{asked_at}",
        asked_at=stored(asked_at),
        **decision,
    )


def seen(db: Database, person: Person, scope: HistoryScope = ALL, page: int = 0) -> History:
    return history(db, person, scope, page, TODAY)


def reports_seen(db: Database, person: Person, scope: HistoryScope = ALL) -> list[FullReport]:
    return [each for each in seen(db, person, scope).entries if isinstance(each, FullReport)]


def of_task(db: Database, code: str) -> HistoryScope:
    return HistoryScope(task_id_of(db, code))


def test_the_newest_report_comes_first_with_all_that_it_says(db: Database, liaison: Person) -> None:
    hand_in(db, liaison, "摸底")
    hand_in(db, liaison, "排查", "10:30", status=Status.BLOCKED, obstacle="缺设备", figures={"立案件数": 12.0})
    newest, oldest = reports_seen(db, liaison)
    assert (newest.note, oldest.note) == ("排查", "摸底")
    assert newest.at == at("2019-11-25 10:30") and newest.at.tzinfo == ZONE
    assert (newest.code, newest.unit, newest.by, newest.on_behalf_of) == ("1-1", POLICE, "林警官", "")
    assert (newest.status, newest.percent, newest.obstacle) == (Status.BLOCKED, 40, "缺设备")
    assert [(each.indicator, each.value) for each in newest.figures] == [("立案件数", 12)]
    assert [each.name for each in newest.files] == ["排查.pdf"]


def test_it_comes_in_pages(db: Database, liaison: Person) -> None:
    for number in range(ENTRIES_A_PAGE + 1):
        hand_in(db, liaison, f"第{number}份")
    first, second = seen(db, liaison), seen(db, liaison, page=1)
    assert (first.total, first.pages, len(first.entries)) == (ENTRIES_A_PAGE + 1, 2, ENTRIES_A_PAGE)
    assert [each.note for each in second.entries if isinstance(each, FullReport)] == ["第0份"]
    assert not {each.id for each in first.entries} & {each.id for each in second.entries}


def test_a_page_beyond_the_last_is_the_last(db: Database, liaison: Person) -> None:
    hand_in(db, liaison, "摸底")
    assert seen(db, liaison, page=7).page == 0
    assert len(seen(db, liaison, page=7).entries) == 1


def test_a_report_that_was_withdrawn_stays_and_says_when(db: Database, liaison: Person) -> None:
    report_id = hand_in(db, liaison, "摸底")
    withdraw_report(db, Actor(liaison, at("2019-11-25 11:00"), ZONE), report_id)
    [only] = reports_seen(db, liaison)
    assert (only.note, only.withdrawn_at) == ("摸底", at("2019-11-25 11:00"))


def test_a_correction_and_what_it_replaced_are_both_kept_and_marked(db: Database, liaison: Person) -> None:
    first = hand_in(db, liaison, "四十")
    hand_in(db, liaison, "五十", replaces=first)
    assert [(each.note, each.corrects, each.corrected) for each in reports_seen(db, liaison)] == [
        ("五十", True, False),
        ("四十", False, True),
    ]


def test_a_correction_that_was_withdrawn_has_replaced_nothing(db: Database, liaison: Person) -> None:
    first = hand_in(db, liaison, "四十")
    second = hand_in(db, liaison, "五十", replaces=first)
    withdraw_report(db, Actor(liaison, NOW, ZONE), second)
    assert [(each.note, each.corrects, each.corrected) for each in reports_seen(db, liaison)] == [
        ("五十", False, False),
        ("四十", False, False),
    ]


@pytest.mark.parametrize("verdict", Verdict)
def test_the_review_stands_with_its_report(
    db: Database, liaison: Person, coordinator: Person, verdict: Verdict
) -> None:
    report_id = hand_in(db, liaison, "完成", status=Status.SUBMITTED, percent=100)
    review_report(
        db, Actor(coordinator, NOW, ZONE), report_id, verdict, "请补充" if verdict is Verdict.RETURNED else ""
    )
    [only] = reports_seen(db, liaison)
    assert (only.verdict, only.decided_by, only.decided_at) == (verdict, "陈主任", NOW)
    assert only.reason == ("请补充" if verdict is Verdict.RETURNED else "")


def test_no_change_is_marked(db: Database, liaison: Person) -> None:
    report_no_change(db, Actor(liaison, NOW, ZONE), [assignment(db, "2-1").id], "press")
    assert [each.unchanged for each in reports_seen(db, liaison)] == [True]


def test_a_deputy_and_who_they_report_for_are_both_named(db: Database, liaison: Person) -> None:
    deputy = let_in(db, 1003, "吴警官", Role.OBSERVER, POLICE)
    db.change("DELETE FROM memberships WHERE person_id = ?", [deputy.id])
    add_membership(db, deputy.id, Role.DEPUTY, ensure_unit(db, POLICE), liaison.id)
    hand_in(db, person_by_id(db, deputy.id), "代报")
    assert [(each.by, each.on_behalf_of) for each in reports_seen(db, liaison)] == [("吴警官", "林警官")]


def test_requests_for_more_time_stand_in_between(db: Database, liaison: Person) -> None:
    hand_in(db, liaison, "早", "09:00")
    ask_for_more_time(db, liaison, at("2019-11-25 10:00"))
    hand_in(db, liaison, "晚", "11:00")
    later, request, earlier = seen(db, liaison).entries
    assert isinstance(later, FullReport) and isinstance(earlier, FullReport) and isinstance(request, PastExtension)
    assert (request.by, request.reason, request.decision, request.decided) == ("林警官", "等检测结果", None, None)
    assert (request.due_before, request.proposed) == (day("2019-12-02"), day("2019-12-20"))


@pytest.mark.parametrize(
    ("verdict", "decided", "after"),
    [("accepted", "2019-12-20", "2019-12-20"), ("changed", "2019-12-10", "2019-12-10"), ("refused", None, None)],
)
def test_the_answer_to_a_request_gives_the_new_deadline(
    db: Database, liaison: Person, coordinator: Person, verdict: str, decided: str | None, after: str | None
) -> None:
    answer = {"answer": "同意", "decided_by": coordinator.id, "decided_at": stored(at("2019-11-26 09:00"))}
    ask_for_more_time(db, liaison, NOW, verdict=verdict, decided=decided, **answer)
    [request] = seen(db, liaison).entries
    assert isinstance(request, PastExtension)
    assert (request.decision, request.decided_by, request.answer) == (verdict, "陈主任", "同意")
    assert request.decided_at == at("2019-11-26 09:00")
    assert (request.due_before, request.decided) == (day("2019-12-02"), day(after) if after else None)


def test_it_can_be_of_one_task_or_of_some_days(db: Database, coordinator: Person) -> None:
    report(db, "1-1", "in_progress", "2019-11-20", 10)
    report(db, "2-1", "in_progress", "2019-11-21", 20)
    assert [each.percent for each in reports_seen(db, coordinator)] == [20, 10]
    assert [each.percent for each in reports_seen(db, coordinator, of_task(db, "1-1"))] == [10]
    assert seen(db, coordinator, of_task(db, "1-1")).title == "昆仑行动打击食药环犯罪"
    days = HistoryScope(first=day("2019-11-21"), last=day("2019-11-22"))
    assert [each.percent for each in reports_seen(db, coordinator, days)] == [20]


def test_a_day_begins_and_ends_in_the_plans_zone(db: Database, liaison: Person) -> None:
    hand_in(db, liaison, "凌晨", "00:00")
    assert seen(db, liaison, HistoryScope(first=TODAY, last=TODAY)).total == 1
    assert seen(db, liaison, HistoryScope(first=day("2019-11-24"), last=day("2019-11-24"))).total == 0


def test_a_liaison_sees_what_the_own_unit_reported_and_of_others_how_they_stand(db: Database, liaison: Person) -> None:
    report(db, "1-2", "in_progress", "2019-11-20", 10, MARKET)
    report(db, "1-2", "in_progress", "2019-11-20", 20, POLICE)
    found = seen(db, liaison, of_task(db, "1-2"))
    assert [(each.unit, each.percent) for each in found.entries if isinstance(each, FullReport)] == [(POLICE, 20)]
    assert [(each.unit, each.percent) for each in found.others] == [(MARKET, 10)]


def test_a_coordinator_and_an_observer_see_what_every_unit_reported(db: Database, coordinator: Person) -> None:
    observer = let_in(db, 1020, "顾调研员", Role.OBSERVER, None)
    report(db, "1-2", "in_progress", "2019-11-20", 10, MARKET)
    report(db, "1-2", "in_progress", "2019-11-20", 20, POLICE)
    market = HistoryScope(unit_id=ensure_unit(db, MARKET))
    for person in (coordinator, observer):
        assert len(reports_seen(db, person)) == 2
        assert [each.unit for each in reports_seen(db, person, market)] == [MARKET]
        assert seen(db, person, of_task(db, "1-2")).others == ()


def test_another_units_history_is_refused(db: Database, liaison: Person) -> None:
    report(db, "1-2", "in_progress", "2019-11-20", 10, MARKET)
    with pytest.raises(NotYourUnit):
        seen(db, liaison, HistoryScope(unit_id=ensure_unit(db, MARKET)))
    with pytest.raises(NotYourUnit):
        seen(db, liaison, HistoryScope(task_id_of(db, "1-2"), ensure_unit(db, MARKET)))
    with pytest.raises(UnknownTask):
        seen(db, liaison, of_task(db, "2-2"))


def test_another_units_report_and_request_are_refused(db: Database, liaison: Person) -> None:
    customs = let_in(db, 1008, "关长", Role.LIAISON, MARKET)
    report_id, request_id = hand_in(db, liaison, "摸底"), ask_for_more_time(db, liaison, NOW)
    assert past_report(db, liaison, report_id).note == "摸底"
    assert past_extension(db, liaison, request_id).reason == "等检测结果"
    with pytest.raises(NotYours):
        past_report(db, customs, report_id)
    with pytest.raises(NotYours):
        past_extension(db, customs, request_id)


@pytest.mark.parametrize("scope", [HistoryScope(4711), HistoryScope(unit_id=4711)])
def test_what_never_was_is_an_old_button(db: Database, coordinator: Person, scope: HistoryScope) -> None:
    with pytest.raises(StaleButton):
        seen(db, coordinator, scope)
    with pytest.raises(NotYours):
        past_report(db, coordinator, 4711)


def test_what_was_reported_on_a_task_that_left_the_plan_can_still_be_read(db: Database, liaison: Person) -> None:
    hand_in(db, liaison, "摸底")
    bring_in(db, Line("完全不同的另一件事", "2020年6月"))
    assert [each.note for each in reports_seen(db, liaison)] == ["摸底"]
    assert [each.note for each in reports_seen(db, liaison, of_task(db, "1-1"))] == ["摸底"]


def test_who_has_lost_a_joint_task_no_longer_sees_how_the_others_stand(db: Database, liaison: Person) -> None:
    bring_in(
        db,
        Line("昆仑行动打击食药环犯罪", "2019年12月2日"),
        Line("网络侵权盗版专项执法", "2020年3月31日", MARKET),
        Line("知识产权宣传进校园", "持续开展", item="2. 宣传教育", section="二、宣传"),
    )
    assert seen(db, liaison, of_task(db, "1-2")).others == ()


def test_the_bytes_of_a_file_of_a_report_are_found(db: Database, liaison: Person) -> None:
    [file] = attached_files(db, Owner.REPORT, hand_in(db, liaison, "摸底"))
    assert stored_content(db, file.id) == b"%PDF"
    assert stored_content(db, file.id + 1) is None
