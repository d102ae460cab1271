"""What a unit tells the office of its return is filed for it; a unit asks when the return it was nudged for is due."""

import pytest

from tests.journeys.resident import Resident
from tests.journeys.returning import CASES, MOVED, VALUE, counted
from tests.journeys.town import Town

pytestmark = pytest.mark.usefixtures("october")


async def test_all_its_figures_are_filed_for_it(town: Town, chen: Resident) -> None:
    shown = await chen.says("公安局来电话 立案3件 案值10万 移送0")
    assert "市公安局\n" in shown and "· 立案件数：3 件\n· 移送公安件数：0 件\n· 案值：10 万元" in shown
    await chen.says("提交")
    assert counted(town, "市公安局") == {CASES: 3, MOVED: 0, VALUE: 10}


@pytest.mark.parametrize("said", ["公安局报零就行", "公安局来电话说零报"])
async def test_that_it_has_nothing_is_filed_for_it(town: Town, chen: Resident, said: str) -> None:
    assert "零报：各项都是 0。" in await chen.says(said)
    await chen.says("提交")
    assert counted(town, "市公安局") == {CASES: 0, MOVED: 0, VALUE: 0}


@pytest.mark.parametrize("said", ["公安局立案3件", "公安局12月立案3件 案值5万 移送0", "江岸区立案3件 案值10万 移送0"])
async def test_a_part_another_period_or_a_unit_not_asked_is_no_return(chen: Resident, said: str) -> None:
    assert "请核对" not in await chen.says(said)


async def test_when_it_is_due_is_told_below_the_nudge(chen: Resident, lin: Resident) -> None:
    await chen.says("催报表")
    await chen.sends_out()
    assert "还没填；" in await lin.says("啥时候截止")
    assert "· 立案件数：12 件" in await lin.says("立案12")


async def test_its_deadline_is_put_off_in_words(chen: Resident) -> None:
    assert "　　原来：期满后" in await chen.says("月报宽限到10号")
    assert "次月 10 日" in chen.sees()
