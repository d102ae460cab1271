from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.opening import DemoOptions, open_demo
from bot.demo.seed import shipped_reports
from bot.demo.show import Show
from bot.demo.texts import DemoRefusal
from bot.upkeep.lock import AlreadyRunning
from data.notices.groups import bound_groups
from data.office.audit_trail import whole_audit
from data.office.history import HistoryScope
from data.office.importing import import_plan
from data.people.people import coordinators, ensure_coordinators
from data.plan.files.plan import read_plan
from data.plan.unit_names import shipped_unit_names
from data.reporting.reviews import waiting_for_review
from data.returns.return_table import return_table
from data.returns.rounds import rounds
from data.returns.unit_returns import completeness
from data.standing.standing import Status
from data.store import open_database
from data.summary.summary import summarise
from tests.bot.demo.visitor import Visitor

ZONE = ZoneInfo("Asia/Shanghai")
PLAN = Path("data/plan/shipped/wuhan-2019-2020.csv")


async def test_the_world_has_moved_before_the_demo_begins(seeded: Show) -> None:
    counts = summarise(seeded.bot.db, seeded.bot.clock.now()).all
    assert (counts.blocked, counts.submitted, counts.closed, counts.overdue > 0) == (1, 2, 4, True)
    assert counts.in_progress > 30
    figures = seeded.bot.db.fetch_all("SELECT sum(value) AS n FROM report_figures WHERE indicator = '立案件数'")
    assert figures[0]["n"] == 105


async def test_what_was_reported_lies_before_the_demo_and_is_believable(seeded: Show) -> None:
    rows = seeded.bot.db.fetch_all("SELECT reported_at, percent FROM reports ORDER BY id")
    assert len(rows) == len(list(shipped_reports(ZONE)))
    assert [row["reported_at"] for row in rows] == sorted(row["reported_at"] for row in rows)
    assert rows[-1]["reported_at"] < "2019-11-25"
    told = list(shipped_reports(ZONE))
    assert all(each.percent == 100 for each in told if each.status is Status.SUBMITTED)
    assert all(each.obstacle for each in told if each.status is Status.BLOCKED)


async def test_a_district_has_divided_a_task_and_done_a_step(seeded: Show) -> None:
    rows = seeded.bot.db.fetch_all("SELECT words, done_at IS NOT NULL AS done FROM steps ORDER BY due")
    assert [(row["words"], bool(row["done"])) for row in rows] == [
        ("成立专班", True),
        ("印发区级措施", False),
        ("检查重点市场20家", False),
        ("报送总结", False),
    ]


async def test_a_demo_that_begins_earlier_has_the_step_still_to_do(tmp_path: Path) -> None:
    async with open_demo(DemoOptions(port=0, day=date(2019, 11, 15)), tmp_path / "demo.db") as show:
        [row] = show.bot.db.fetch_all("SELECT done_at FROM steps WHERE words = '成立专班'")
        assert row["done_at"] is None


async def test_the_audit_tells_what_happened_in_the_order_of_time(seeded: Show) -> None:
    lines = whole_audit(seeded.bot.db, coordinators(seeded.bot.db)[0], HistoryScope())
    told = [each.at for each in lines]
    assert len(told) > 30 and told == sorted(told, reverse=True)


async def test_two_reports_wait_for_the_coordinators_verdict_and_earlier_verdicts_are_old_news(seeded: Show) -> None:
    assert [each.code for each in waiting_for_review(seeded.bot.db)] == ["43-2", "29-11"]
    await seeded.bot.tick()
    assert seeded.bot.db.fetch_all("SELECT letter FROM outbox WHERE state IN ('sent', 'dead')") == []


async def test_a_demo_that_begins_earlier_knows_nothing_of_later(tmp_path: Path) -> None:
    async with open_demo(DemoOptions(port=0, day=date(2019, 11, 1)), tmp_path / "demo.db") as show:
        [row] = show.bot.db.fetch_all("SELECT max(reported_at) AS at FROM reports")
        assert row["at"] < "2019-11-01"


async def test_an_empty_demo_has_the_plan_and_the_people_and_no_report(show: Show) -> None:
    counts = summarise(show.bot.db, show.bot.clock.now()).all
    assert (counts.total, counts.in_progress, counts.submitted) == (255, 0, 0)
    assert show.bot.db.fetch_all("SELECT * FROM reports") == []


async def test_a_kept_demo_goes_on_where_it_was_left(tmp_path: Path) -> None:
    async with open_demo(DemoOptions(port=0), tmp_path / "demo.db") as show:
        await show.machine.advance(timedelta(days=2))
        left_at, before = show.bot.clock.now(), _content(show)
        first = show.world.updates.next_id
    async with open_demo(DemoOptions(port=0), tmp_path / "demo.db") as show:
        assert show.bot.clock.now() >= left_at.replace(microsecond=0)
        assert _content(show) == before
        assert show.world.updates.next_id != first
        await Visitor(show).greeted()


async def test_a_supergroup_stays_one_in_a_kept_demo(tmp_path: Path) -> None:
    async with open_demo(DemoOptions(port=0, empty=True), tmp_path / "demo.db") as show:
        new = show.world.upgrade_group(bound_groups(show.bot.db)[0].chat_id)
        visitor = Visitor(show)
        visitor.says(1001, "/deadlines", new)
        await visitor.hears(new, "本周")
    async with open_demo(DemoOptions(port=0), tmp_path / "demo.db") as show:
        assert show.world.chat(new).type == "supergroup"
        assert [group.chat_id for group in bound_groups(show.bot.db)] == [new]


async def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    db = open_database(tmp_path / "real.db")
    issued = date(2019, 10, 24)
    reading = read_plan(PLAN.read_bytes(), PLAN.name, issued, shipped_unit_names())
    import_plan(db, reading, "真的任务表", issued, PLAN.name, datetime(2019, 10, 24, tzinfo=ZONE))
    with pytest.raises(DemoRefusal, match="not the demo's"):
        async with open_demo(DemoOptions(port=0), tmp_path / "real.db"):
            pass
    assert db.fetch_all("SELECT * FROM people") == []
    db.close()


async def test_a_database_with_people_and_no_plan_is_left_alone(tmp_path: Path) -> None:
    db = open_database(tmp_path / "real.db")
    ensure_coordinators(db, [777], datetime(2019, 10, 24, tzinfo=ZONE))
    with pytest.raises(DemoRefusal, match="not the demo's"):
        async with open_demo(DemoOptions(port=0), tmp_path / "real.db"):
            pass
    assert db.fetch_all("SELECT telegram_id FROM people") == [{"telegram_id": 777}]
    db.close()


async def test_two_demos_do_not_share_a_database(show: Show, tmp_path: Path) -> None:
    with pytest.raises(AlreadyRunning):
        async with open_demo(DemoOptions(port=0), tmp_path / "demo.db"):
            pass


async def test_a_port_in_use_is_refused(show: Show, tmp_path: Path) -> None:
    port = int(show.url.rpartition(":")[2])
    with pytest.raises(DemoRefusal, match="cannot be used") as refused:
        async with open_demo(DemoOptions(port=port), tmp_path / "other.db"):
            pass
    assert f"127.0.0.1 的端口 {port} 用不了" in refused.value.why("zh")


async def test_a_host_that_is_not_this_machine_is_refused_without_talk_of_ports(tmp_path: Path) -> None:
    with pytest.raises(DemoRefusal) as refused:
        async with open_demo(DemoOptions(port=0, host="nonsense.invalid"), tmp_path / "other.db"):
            pass
    assert refused.value.why("zh").startswith("nonsense.invalid 不是本机的地址：")
    assert "端口" not in refused.value.why("zh")


def _content(show: Show) -> list[dict[str, int]]:
    tables = ("tasks", "people", "memberships", "reports", "group_chats", "planned_days")
    return [show.bot.db.fetch_all(f"SELECT count(*) AS n FROM {table}")[0] for table in tables]


async def test_one_statistics_return_is_open_and_one_is_complete_and_frozen(seeded: Show) -> None:
    db, today = seeded.bot.db, date(2019, 11, 25)
    [open_one, october] = [completeness(db, each.id, today) for each in rounds(db)]
    assert (open_one.round.title, open_one.round.due, len(open_one.filed), len(open_one.missing)) == (
        "双11网络市场专项统计",
        date(2019, 11, 29),
        2,
        4,
    )
    assert (october.round.period, len(october.filed), len(october.late)) == ("2019-10", 6, 1)
    assert october.round.frozen_at is not None
    totals = return_table(db, october.round.id, today).totals
    assert totals == {"立案件数": 34, "移送公安件数": 4, "案值": 115.3}
