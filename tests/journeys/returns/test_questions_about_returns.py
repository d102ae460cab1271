"""Questions about statistics returns are answered, also about periods and units that are left out."""

import pytest

from tests.journeys.returning import of
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("october")


@pytest.mark.parametrize("said", ["/returns 2019年12月", "/returns 2019-12", "12月的报表什么时候报"])
async def test_a_period_that_is_not_open_yet(lin: Resident, said: str) -> None:
    answer = await lin.says(said)
    assert answer.startswith("“办案统计月报”的这一期还没到填报时间，2020年1月1日起可以填。")
    assert "还没填" in answer


async def test_the_return_of_another_unit(town: Town, lin: Resident, nong: Resident) -> None:
    mine = of(town, "市农业农村局").id
    answer = await lin.forges(f"filing:fill:{mine}")
    assert answer.startswith("市农业农村局的统计报表由该单位和办公室填、看。")
    assert (await lin.says("农业农村局的报表报了没")).startswith("市农业农村局的统计报表由该单位和办公室填、看。")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'filing'") == []


@pytest.mark.parametrize(
    "said", ["11月的报表怎么报", "我10月统计报表报了吗", "报表什么时候截止", "when is the return due?"]
)
async def test_questions_about_returns_show_them(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).split("\n")[0].endswith("统计报表：共 1 份，要填 1 份。") or "起可以填" in lin.sees()


async def test_a_report_that_mentions_a_return_stays_a_report(lin: Resident) -> None:
    assert (await lin.says("1-2 完成80%，统计报表已报送")).startswith("填报 1-2")


@pytest.mark.parametrize("words", ["报表什么时候交", "月报啥时候报"])
async def test_when_a_return_is_due_is_answered_in_between_and_the_form_stays(lin: Resident, words: str) -> None:
    heard = await lin.says("填报表", "立案12", words)
    assert "11月6日前报" in heard and "还差：移送公安件数、案值" in heard


@pytest.mark.parametrize("words", ["这个月没有", "零报", "本期没有数据"])
async def test_nothing_to_file_is_said_without_the_form(lin: Resident, words: str) -> None:
    assert "零报：各项都是 0。" in await lin.says("/returns", words)
    assert "已提交" in await lin.says("提交")


@pytest.mark.parametrize("compared", ["how does it compare with October", "和上月比呢", "比10月呢"])
async def test_what_was_filed_is_compared_with_what_was_filed_before(town: Town, lin: Resident, compared: str) -> None:
    await lin.says("10月月报：立案12 移送2 案值35.5")
    await lin.presses("提交")
    await town.move_to("2019-12-02 09:05")
    await lin.says("11月月报：立案15 移送1 案值20")
    await lin.presses("提交")
    assert "立案件数 12 件" in await lin.says("what did we file for October?")
    assert "立案件数 12 件" not in await lin.says("what did we file for November?")
    both = await lin.says(compared)
    assert "立案件数 15 件" in both and "立案件数 12 件" in both


async def test_returns_that_nobody_filed_before_are_compared_with_nothing(lin: Resident) -> None:
    shown = await lin.says("报表什么时候截止")
    assert await lin.says("比上月呢") == shown
