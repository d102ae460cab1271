"""Returns of the month before, spoken of on the first days of a month: 这个月没有, 案值不变, 跟上月一样."""

import pytest

from tests.journeys.resident import Resident
from tests.journeys.town import Town

FILED = "月报 立案12 案值3.5 抓获2"


@pytest.mark.parametrize("sentence", ["这个月没有 零报", "本月零报", "这个月没有案子，零报", "nil for this month"])
async def test_this_month_is_the_open_one_until_it_is_due(asked: Resident, lin: Resident, sentence: str) -> None:
    shown = await lin.says(sentence)
    assert shown.startswith("统计月报 · 2019年11月") and "零报：各项都是 0。" in shown and "还没到" not in shown
    assert "提交" in lin.buttons()


async def test_figures_of_this_month_are_those_of_the_open_one(asked: Resident, lin: Resident) -> None:
    shown = await lin.says("这个月立案12 案值3 抓获1")
    assert shown.startswith("统计月报 · 2019年11月") and "· 立案件数：12 件" in shown


async def test_a_month_called_by_its_name_is_that_month(asked: Resident, lin: Resident) -> None:
    assert "这一期还没到填报时间" in await lin.says("填12月报表")


async def test_this_month_is_not_the_last_one_once_that_is_overdue(town: Town, asked: Resident, lin: Resident) -> None:
    await town.move_to("2019-12-20 09:05")
    shown = await lin.says("填这个月的报表")
    assert "这一期还没到填报时间" in shown


async def test_nil_again(town: Town, asked: Resident, lin: Resident) -> None:
    await lin.submits("这个月零报")
    await town.move_to("2020-01-02 09:05")
    shown = await lin.says("还是零报")
    assert shown.startswith("统计月报 · 2019年12月") and "零报：各项都是 0。" in shown


@pytest.fixture
async def in_january(town: Town, asked: Resident, lin: Resident) -> Resident:
    """The liaison on the first days of January, having filed the return of November."""
    await town.after(_files, town, lin)
    return lin


async def _files(town: Town, lin: Resident) -> None:
    await lin.submits(FILED)
    await town.move_to("2020-01-02 09:05")


@pytest.mark.parametrize(
    ("sentence", "cases", "value", "arrests"),
    [
        ("12月的 立案8 案值不变 抓获0", "8", "3.5", "0"),
        ("月报 立案、抓获跟上个月一样，案值31", "12", "31", "2"),
        ("12月报表跟上月持平，抓获5", "12", "3.5", "5"),
        ("月报 立案9 其他不变", "9", "3.5", "2"),
        ("报表没变化", "12", "3.5", "2"),
        ("12月报表跟上个月一样", "12", "3.5", "2"),
        ("monthly return: cases filed 4, the rest same as last month", "4", "3.5", "2"),
    ],
)
async def test_figures_are_said_to_be_those_of_the_month_before(
    in_january: Resident, sentence: str, cases: str, value: str, arrests: str
) -> None:
    shown = await in_january.says(sentence)
    assert "统计月报 · 2019年12月" in shown and "提交" in in_january.buttons()
    for line in (
        f"立案件数：{cases} 件（上期 12）",
        f"案值：{value} 万元（上期 3.5）",
        f"抓获人数：{arrests} 人（上期 2）",
    ):
        assert line in shown


async def test_what_does_not_change_at_the_preview_stays_as_shown_there(in_january: Resident) -> None:
    await in_january.says("月报 立案9 案值5 抓获1")
    shown = await in_january.says("案值不变，立案跟上月一样")
    assert "案值：5 万元" in shown and "立案件数：12 件" in shown and "抓获人数：1 人" in shown


async def test_with_no_month_before_nothing_is_made_up(asked: Resident, lin: Resident) -> None:
    await lin.says("填月报")
    await lin.says("立案8 案值跟上月一样 抓获0")
    assert "案值：" not in lin.sees() or "____" in lin.sees() or "还差" in lin.sees()


async def test_tasks_without_change_are_still_tasks(in_january: Resident) -> None:
    assert "这些持续性任务本期还没报" in await in_january.says("本期无变化")


async def test_figures_of_the_open_month_are_of_the_return_though_it_is_not_named(
    town: Town, chen: Resident, nong: Resident
) -> None:
    await chen.says("建统计月报，立案、案值、移送，农业局、商务局报，11月开始，第5个工作日截止")
    await chen.presses("跳过", "确认建立")
    assert "开放填报。" in (await chen.says("谁没报报表")).splitlines()[-1]
    await town.move_to("2019-12-02 09:05")
    await nong.says("我的任务")
    begun = await nong.says("农业局11月立案4起，没移送")
    assert "· 立案件数：4 件" in begun and "还差：案值" in begun
    assert "请核对" in await nong.says("案值1万2") and "· 案值：1.2 万元" in nong.sees()
    await nong.says("提交")
    assert "统计月报" not in await nong.says("43-1 立案3起，案值2万")


@pytest.mark.parametrize("said", ["zero", "all zeros", "we have none", "nothing this month", "there are none"])
async def test_a_nil_return_in_english(wang: Resident, asked: Resident, said: str) -> None:
    await wang.says("fill in the form")
    assert "Nil return: every figure is 0." in await wang.says(said)


@pytest.mark.parametrize("said", ["zero", "all zeros", "nothing this month"])
async def test_a_nil_return_said_before_the_form(wang: Resident, asked: Resident, said: str) -> None:
    assert "Nil return: every figure is 0." in await wang.says(said)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("抓获3人 这个含不含刑拘的？", "这个含不含刑拘的？"),
        ("抓获3人，刑拘的算不算", "刑拘的算不算"),
        ("抓获3 取保的要不要算", "取保的要不要算"),
    ],
)
async def test_a_question_beside_figures_is_not_lost_and_loses_none(
    lin: Resident, asked: Resident, said: str, question: str
) -> None:
    await lin.says("填报表")
    answered = await lin.says(said)
    assert "已记下：抓获人数 3 人。" in answered and f"“{question}”我答不上来" in answered
    assert "会告诉办公室" in "".join([await lin.says(f"告诉办公室：{question}"), *lin.heard()])


@pytest.mark.parametrize("said", ["抓获3人", "抓获3人 是吧", "抓获3人吗"])
async def test_a_figure_that_is_only_asked_back_is_taken(lin: Resident, asked: Resident, said: str) -> None:
    await lin.says("填报表", said)
    assert "抓获人数：3 人" in lin.sees()


async def test_a_zero_for_all_is_a_nil_return_and_no_progress(lin: Resident, asked: Resident) -> None:
    assert "零报：各项都是 0" in await lin.says("都是0")
