from collections.abc import Callable, Hashable
from datetime import date
from typing import Any
from zlib import crc32

import pytest

from data.calendar import Period
from data.people.actor import Actor
from data.people.people import Role, add_membership, person_by_id
from data.people.removal import remove_roles
from data.plan.units import find_unit
from data.returns.returns import ReturnDefinition
from data.returns.rounds import set_up_return
from data.returns.schedule import Schedule
from handlers.entrance import sentences
from handlers.entrance.before_aims import DECISIONS, IN_ANY_ORDER
from handlers.telegram.caches import VersionedCache
from tests.journeys.busy_day import busy_day, shown
from tests.journeys.files_sent import sends_file
from tests.journeys.plan.plan_files import SHIPPED
from tests.journeys.returning import asks_for_returns
from tests.journeys.returns.monthly import INDICATORS, TITLE, UNITS
from tests.journeys.stored_people import by, id_of
from tests.journeys.town import ZONE, Resident, Town

__all__ = ["busy_day", "shown"]


@pytest.fixture(autouse=True)
def what_is_kept_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute every cached value again, and fail if it differs."""

    def get_and_compare(self: VersionedCache, of: Hashable, version: Hashable, make: Callable[[], Any]) -> Any:
        found = get(self, of, version, make)
        assert found == make(), f"{of} was kept although it has changed"
        return found

    get = VersionedCache.get
    monkeypatch.setattr(VersionedCache, "get", get_and_compare)


@pytest.fixture(autouse=True)
def readers_in_either_order(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every second file, ask the readers whose order is of no importance the other way round."""
    if crc32(request.path.name.encode()) % 2:
        monkeypatch.setattr(sentences, "BEFORE_ITS_AIM", (*reversed(IN_ANY_ORDER), *DECISIONS))


@pytest.fixture
def wu(town: Town) -> Resident:
    """The deputy of the market bureau."""
    return town.member(1004, "小吴", "市市场监管局", Role.DEPUTY)


@pytest.fixture
def gu(town: Town) -> Resident:
    """An observer, who sees everything and reports nothing."""
    return town.member(1020, "顾调研员", None, Role.OBSERVER)


@pytest.fixture
def grace(town: Town) -> Resident:
    """A liaison who reads English."""
    return town.member(1009, "Grace", "市贸促会", Role.LIAISON, "en")


@pytest.fixture
def wang(town: Town) -> Resident:
    """Another liaison of the public security bureau."""
    return town.member(1022, "王警官", "市公安局", Role.LIAISON)


@pytest.fixture
def nong(town: Town) -> Resident:
    """The liaison of the bureau of agriculture."""
    return town.member(1030, "农科长", "市农业农村局", Role.LIAISON)


@pytest.fixture
def zhu(town: Town) -> Resident:
    """Another liaison of the market bureau."""
    return town.member(1036, "朱科长", "市市场监管局", Role.LIAISON)


@pytest.fixture
def kuang(town: Town) -> Resident:
    """A third liaison of the market bureau, who dictates."""
    return town.member(1051, "匡所长", "市市场监管局", Role.LIAISON)


@pytest.fixture
def shang(town: Town) -> Resident:
    """A liaison of the commerce bureau."""
    return town.member(1032, "商科长", "市商务局", Role.LIAISON)


@pytest.fixture
def qian(town: Town) -> Resident:
    """Another liaison of the commerce bureau."""
    return town.member(1042, "钱科长", "市商务局", Role.LIAISON)


@pytest.fixture
def jin(town: Town) -> Resident:
    """A liaison of the court, who writes carefully."""
    return town.member(1052, "金法官", "市法院", Role.LIAISON)


@pytest.fixture
def ding(town: Town) -> Resident:
    """Another coordinator."""
    return town.member(1078, "丁主任", None, Role.COORDINATOR)


@pytest.fixture
def dong(town: Town) -> Resident:
    """The deputy of the public security bureau."""
    return town.member(1005, "董警官", "市公安局", Role.DEPUTY)


@pytest.fixture
def removed(town: Town, chen: Resident) -> Resident:
    """A former liaison of the public security bureau, removed by the office."""
    resident = town.member(1061, "调离", "市公安局", Role.LIAISON)
    remove_roles(town.db, by(town, chen, "dialog:0"), id_of(town, resident), None)
    return resident


@pytest.fixture
def expired(town: Town) -> Resident:
    """A deputy whose last day was yesterday, which the bot has not noticed yet."""
    resident = town.member(1062, "代过班", None, Role.OBSERVER)
    person_id = id_of(town, resident)
    town.db.change("DELETE FROM memberships WHERE person_id = ?", [person_id])
    add_membership(town.db, person_id, Role.DEPUTY, find_unit(town.db, "市公安局").id, until="2019-11-24")
    return resident


@pytest.fixture
def stranger(town: Town) -> Resident:
    """A person who has not been invited."""
    return town.newcomer(1099, "路人")


@pytest.fixture
def certain(town: Town) -> None:
    """Remove the doubt from the deadline of the market bureau's only task that is overdue from the beginning."""
    town.replan("UPDATE tasks SET remark = '' WHERE code = '29-7'")


@pytest.fixture
def october(town: Town, chen: Resident) -> None:
    """Open the October round of a statistics return."""
    asks_for_returns(town, chen)


@pytest.fixture
async def second_plan(town: Town, chen: Resident, lin: Resident) -> Town:
    """A town that worked by one plan and has had another since December."""
    await town.after(_has_a_second_plan, town, chen, lin)
    return town


async def _has_a_second_plan(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "30")
    await lin.says("分解 1-2", "12月20日 总结 我", "提交")
    await lin.says("1-2申请延期到2020年3月底", "人手不够", "提交", "2-3 40%")
    await chen.submits("办结1-3，因为省里已验收")
    await town.move_to("2019-12-02 10:00")
    await sends_file(chen, "二.csv", "\n".join(SHIPPED.splitlines()[:2]))
    await chen.presses("作为新任务表")
    assert "您是想" in await chen.says("确认导入")
    await chen.presses("取消")
    await chen.says("2020年任务表")
    assert "您是想" in await chen.says("把去年没完成的带过来")
    await chen.presses("取消")
    await chen.says("2019年12月2日")
    assert "没办完的：待答复的延期 1-2；没交的填报 2-3；审核请在导入前办完" in chen.sees()
    await chen.presses("确认导入")
    assert chen.buttons() == ["撤销导入", "未办结的带到现行"]


@pytest.fixture
async def monthly(town: Town, chen: Resident) -> None:
    """A monthly return of four units from October on, on the first working day of December."""
    await town.after(_looks_at_a_return, town, chen)


async def _looks_at_a_return(town: Town, chen: Resident) -> None:
    rows = town.rows("SELECT id, name FROM units")
    units = tuple(row["id"] for name in UNITS for row in rows if row["name"] == name)
    new = ReturnDefinition(TITLE, Schedule(Period.MONTH, date(2019, 10, 1)), INDICATORS, units)
    set_up_return(town.db, Actor(person_by_id(town.db, id_of(town, chen)), town.clock.now(), ZONE, "test"), new, ())
    await town.move_to("2019-12-02 09:00")
    await chen.says("/returns")
