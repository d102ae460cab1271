"""On everyday paths, no growing table is scanned, whatever SQL is really executed."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.announcing.broadcasts import BroadcastContent, send_broadcast
from data.announcing.recipients import RecipientChoice
from data.people.actor import Actor
from data.people.people import person_by_id
from tests.journeys.town import ZONE, Resident, Town, at

SMALL = (
    *("plans", "settings", "planned_days", "calendar_days", "pauses", "absences", "regular_summaries", "broadcasts"),
    *("group_chats", "group_units", "indicators", "returns", "return_rounds", "return_units", "unit_group_members"),
    *("standings_made", "section_counts", "word_versions", "state_versions", "changed_units"),
    *("unit_aliases", "invites", "json_each", "CONSTANT ROW", "pragma_database_list"),
)
"""Tables that stay small however large the plan is, and scans that are not of tables."""
ONCE = ("units",)
"""Tables read in full for the summary."""
MOST_FOR_A_REPORT = 141
"""The most statements for a report in one line and the press that submits it, without those of triggers."""
ALLOWED = tuple(f"SCAN {each}" for each in (*SMALL, *ONCE, "("))


@contextmanager
def read_through(town: Town) -> Iterator[set[str]]:
    """Collect the scans in the query plans of all SQL executed meanwhile; filled at the end. The words of the plan have
    been indexed before, as at every start."""
    town.app.bot_data.words.current()
    asked: set[str] = set()
    found: set[str] = set()
    town.db.conn.set_trace_callback(asked.add)
    yield found
    town.db.conn.set_trace_callback(None)
    statements = [sql for sql in asked if sql.lstrip().startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE"))]
    assert statements
    for sql in statements:
        steps = [row["detail"] for row in town.db.fetch_all(f"EXPLAIN QUERY PLAN {sql}")]
        parts = {name for step in steps if (name := made_before(step))}
        scans = [step.split()[1] for step in steps if step.startswith("SCAN ") and not step.startswith(ALLOWED)]
        found |= {f"{scan}: {sql}" for scan in scans if scan not in parts}


def made_before(step: str) -> str:
    """Return the name of a subquery that is computed separately, whose scan is not one of a table; else empty."""
    for begins in ("CO-ROUTINE ", "MATERIALIZE "):
        if step.startswith(begins):
            return step.removeprefix(begins)
    return ""


async def test_a_liaison_lists_searches_opens_and_reports(town: Town, lin: Resident) -> None:
    with read_through(town) as found:
        await lin.says("我的任务", "食品的任务", "7-1")
        await lin.reports("7-1", "进行中", "60", note="抽检了三批")
    assert found == set()


async def test_a_liaison_puts_a_report_right_and_takes_it_back(town: Town, lin: Resident) -> None:
    await lin.reports("7-1", "进行中", "60", note="抽检了三批")
    with read_through(town) as found:
        await lin.submits("不是60%，是70%")
        await lin.says("撤回刚才的")
    assert "70%" in lin.sees() and found == set()


async def test_a_report_in_a_line_asks_the_database_for_little_twice(town: Town, lin: Resident) -> None:
    await lin.submits("7-1 完成50%，抽检了三批")
    asked = list[str]()
    town.db.conn.set_trace_callback(asked.append)
    await lin.submits("7-1 完成60%，又抽检了四批")
    town.db.conn.set_trace_callback(None)
    statements = [sql for sql in asked if not sql.startswith(("PRAGMA", "INSERT INTO standings "))]
    assert "已提交" in lin.sees() and len(statements) <= MOST_FOR_A_REPORT


async def test_the_office_reads_the_summary_and_what_is_overdue(town: Town, chen: Resident) -> None:
    with read_through(town) as found:
        await chen.says("/summary", "7-1")
    assert found == set()


async def test_a_morning_is_planned_and_goes_out(town: Town, lin: Resident, chen: Resident) -> None:
    with read_through(town) as found:
        await town.app.ticker.tick()
        town.clock.moment = at("2019-12-02 09:00")
        await town.app.ticker.tick()
    assert town.rows("SELECT 1 FROM outbox WHERE state = 'sent'") and found == set()


async def test_a_broadcast_goes_out(town: Town, lin: Resident, chen: Resident) -> None:
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = 1001")
    everybody, now = RecipientChoice(everybody=True), town.clock.now()
    send_broadcast(
        town.db,
        Actor(person_by_id(town.db, person["id"]), now, ZONE),
        BroadcastContent("明天上午开会"),
        everybody,
        "test",
        None,
    )
    with read_through(town) as found:
        await town.app.ticker.tick()
    assert "明天上午开会" in lin.sees() and found == set()


async def test_what_the_office_says_beside_a_verdict_reads_as_much_however_many_reports_wait(
    town: Town, lin: Resident, chen: Resident
) -> None:
    counts = list[int]()
    for code in ("7-1", "6-7", "8-2"):
        await lin.submits(f"{code} 已完成，材料都交了")
        await chen.says("/review")
        asked = list[str]()
        town.db.conn.set_trace_callback(asked.append)
        await chen.says("今天天气不错")
        town.db.conn.set_trace_callback(None)
        counts.append(sum(sql.lstrip().startswith("SELECT") for sql in asked))
    assert counts[1] == counts[2]
    assert "办结" in await chen.says("过了吧")
