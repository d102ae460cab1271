"""Messages about the list just shown narrow it, and a list of a past day shows the state as it was then."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def test_units_are_left_out_of_the_list_that_was_shown(chen: Resident) -> None:
    assert (await chen.says("只看逾期的")).startswith("共 7 项 · 已逾期")
    assert (await chen.says("市场局的别列")).startswith("共 5 项 · 不含市市场监管局 · 已逾期")
    assert (await chen.says("再去掉农业局")).startswith("共 4 项 · 不含市市场监管局、市农业农村局 · 已逾期")
    assert "市市场监管局" not in chen.sees().partition("\n")[2]


@pytest.mark.parametrize(
    ("first", "then", "head"),
    [
        ("逾期的", "明年到期的除了园林局和农业局", "共 11 项 · 不含市园林和林业局、市农业农村局 · 2020年到期"),
        ("农业局的任务", "只看持续开展的", "共 7 项 · 市农业农村局 · 持续开展的"),
        ("12月到期的", "其中海关的", "共 8 项 · 武汉海关 · 12月到期"),
        ("公安局逾期的", "商务局呢", "共 1 项 · 市商务局 · 已逾期"),
        ("公安局逾期的", "再看商务局的", "共 1 项 · 市商务局 · 已逾期"),
        ("公安局的任务", "what about customs", "共 14 项 · 武汉海关"),
        ("公安局的任务", "不对，是海关", "共 14 项 · 武汉海关"),
        ("逾期的", "我说的是市监局的", "共 2 项 · 市市场监管局 · 已逾期"),
        ("公安局的任务", "no, I meant the customs", "共 14 项 · 武汉海关"),
        ("逾期的", "only agriculture", "共 1 项 · 市农业农村局 · 已逾期"),
        ("谁逾期了", "除了农业局", "共 4 家 6 项 · 不含市农业农村局 · 已逾期"),
        ("本周到期的按单位列", "12月到期的 除了市监局", "共 30 项 · 不含市市场监管局 · 12月到期"),
        ("12月到期的", "就看海关和商务局的", "共 2 家 10 项 · 12月到期"),
        ("谁这个月还没报", "只看逾期的", "共 5 家 7 项 · 已逾期 · 11月没报进展"),
        ("逾期的", "其中这个月没报的", "共 7 项 · 已逾期 · 11月没报进展"),
        ("谁这个月还没报", "上个月呢", "共 38 家 253 项 · 10月没报进展"),
        ("逾期的", "那12月呢", "共 44 项 · 12月到期"),
        ("逾期的", "这周呢", "共 3 项 · 本周到期"),
        ("谁还没报过", "其中12月到期的", "共 12 家 44 项 · 还没报过进展 · 12月到期"),
    ],
)
async def test_filters_of_one_list_add_up(chen: Resident, first: str, then: str, head: str) -> None:
    assert (await chen.says(first, then)).startswith(head)


async def test_the_days_without_a_report_stay_apart_from_those_of_deadlines(chen: Resident, zhou: Resident) -> None:
    await zhou.reports("43-4", "进行中", "60%")
    await chen.says("谁这个月还没报", "只看逾期的")
    assert chen.sees().startswith("共 5 家 6 项 · 已逾期 · 11月没报进展") and "市市场监管局：1 项" in chen.sees()
    assert (await chen.says("只要市场局的")).startswith("共 1 项 · 市市场监管局 · 已逾期 · 11月没报进展")
    assert "29-7" in chen.sees() and "43-4" not in chen.sees()
    await chen.says("12月到期的", "其中没报的")
    assert "· 还没报过进展 · 12月到期 · 第 1/" in chen.sees()
    assert "· 还没报过进展 · 12月到期 · 第 2/" in await chen.presses("下一页")


async def test_nothing_is_narrowed_once_something_else_was_shown(chen: Resident) -> None:
    await chen.says("只看逾期的")
    assert (await chen.says("1-2", "市场局的别列")).startswith("共 202 项 · 不含市市场监管局 · 第 1/21 页")


async def test_a_report_is_no_word_about_the_list(lin: Resident) -> None:
    assert (await lin.says("我的任务", "其中2家没整改，抓了3人")).startswith("共 8 项 · 刚才说的是哪一项的进展？")


@pytest.mark.parametrize(
    ("said", "count"), [("没报的，海关除外", "239 项"), ("没报的都有谁，除了海关", "37 家 239 项")]
)
async def test_what_is_not_reported_but_for_units_is_listed(chen: Resident, said: str, count: str) -> None:
    assert (await chen.says(said)).startswith(f"共 {count} · 不含武汉海关 · 还没报过进展")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("上周这时候逾期几个", "11月25日"),
        ("上周五逾期多少", "11月29日"),
        ("上个月底有几个逾期的", "11月30日"),
        ("上个月逾期几项", "11月30日"),
        ("how many were overdue last month", "11月30日"),
        ("11月15日的时候有哪些逾期", "11月15日"),
        ("how many were overdue last friday", "11月29日"),
        ("how many were overdue this time last week", "11月25日"),
    ],
)
async def test_what_was_so_on_a_past_day_is_told_as_of_it(town: Town, chen: Resident, said: str, day: str) -> None:
    await town.move_to("2019-12-02 09:05")
    assert (await chen.says(said)).startswith(f"共 7 项 · 已逾期 · 截至{day}")
    assert "截至 2019年" in await chen.presses("返回汇总")


@pytest.mark.parametrize("said", ["上周到期还没完成的有哪些", "上周逾期的有哪些"])
async def test_what_fell_due_in_days_that_are_over_is_told_as_it_stands(town: Town, chen: Resident, said: str) -> None:
    await town.move_to("2019-12-02 09:05")
    assert (await chen.says(said)).startswith("共 3 项 · 已逾期 · 上周到期")


async def test_a_unit_asks_of_a_past_day_of_its_own(town: Town) -> None:
    await town.move_to("2019-12-02 09:05")
    shang = town.member(1042, "商科长", "市商务局", Role.LIAISON)
    assert (await shang.says("上周五我们逾期几项")).startswith("共 1 项 · 已逾期 · 截至11月29日")


@pytest.mark.parametrize("said", ["哪些区没报", "哪几个区还没报过"])
async def test_which_districts_have_not_reported_is_asked_of_the_districts(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("共 13 家 26 项 · 各区人民政府 · 还没报过进展")


async def test_the_units_of_a_list_are_narrowed_by_unit_and_those_of_one_unit_lead_back_to_all(chen: Resident) -> None:
    assert (await chen.says("按单位列出没报的")).startswith("共 38 家 253 项 · 还没报过进展")
    assert (await chen.says("只看红的")).startswith("共 5 家 7 项 · 已逾期 · 还没报过进展\n")
    assert (await chen.says("只看红的")).startswith("共 5 家 7 项 · 已逾期 · 还没报过进展\n")
    assert (await chen.says("市场局的呢")).startswith("共 2 项 · 市市场监管局 · 已逾期")
    assert (await chen.says("全市呢")).startswith("共 7 项 · 已逾期")
    assert (await chen.says("全市立案多少")).startswith("统计数据 · 全部任务"), "a new question is not of the list"
    await chen.says("按单位列出没报的")
    assert (await chen.says("全市情况怎么样")).startswith("汇总 · 截至")


@pytest.mark.parametrize("said", ["按到期时间排", "按期限先后排一下", "sort them by deadline"])
async def test_the_order_that_a_list_has_can_be_asked_for(chen: Resident, said: str) -> None:
    assert (await chen.says("公安局的任务", said)).startswith("共 8 项 · 市公安局")


async def test_an_empty_list_leads_the_office_to_the_summary(chen: Resident, lin: Resident) -> None:
    assert (await chen.says("有几项是黄的")).endswith("发“汇总”看总体情况。")
    assert (await lin.says("黄的")).endswith("发“我的任务”看全部。")
