"""Orders of the office about a statistics return in words: its parts, exceptions, and the page shown before."""

from datetime import date

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
async def asked(town: Town, chen: Resident, lin: Resident) -> Resident:
    """The office on the first working day of December, with a monthly return of four units from November on."""
    await town.after(_asks(town, chen))
    return chen


async def _asks(town: Town, chen: Resident) -> None:
    await chen.says("建统计月报，立案、案值、抓获，公安局、农业局、商务局、海关报，11月开始，第5个工作日截止")
    await chen.presses("跳过")
    assert "单位：4 家" in chen.sees()
    await chen.presses("确认建立")
    await town.move_to("2019-12-02 09:05")


async def _given_up(chen: Resident) -> None:
    await chen.says("取消", "是")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("月报的案值不报了", "指标：2 个：立案件数（件）、抓获人数（人）\n　　原来：3 个"),
        ("月报加一栏 罚没金额", "指标：4 个：立案件数（件）、案值（万元）、抓获人数（人）、罚没金额（万元）"),
        ("月报去掉商务局", "单位：3 家：市公安局、市农业农村局、武汉海关\n　　原来：4 家"),
        ("商务局的月报不用报了", "单位：3 家：市公安局、市农业农村局、武汉海关\n　　原来：4 家"),
        ("停了这个月报吧，不搞了", "停用统计月报？"),
        ("11月报表定了，不再改", "固定《统计月报》（11月）？"),
        ("以后不收月报了", "停用统计月报？"),
    ],
)
async def test_parts_of_a_return_are_changed_in_words(town: Town, asked: Resident, said: str, shown: str) -> None:
    assert shown in await asked.says(said)
    assert town.rows("SELECT ended_at FROM returns") == [{"ended_at": None}]


async def test_a_monthly_return_becomes_a_quarterly_one_with_its_name(town: Town, asked: Resident) -> None:
    await asked.says("月报改季报")
    preview = await asked.presses("2020年第一季度")
    assert "名称：统计季报\n　　原来：统计月报\n多久报一次：每季度" in preview
    await asked.presses("确认修改")
    assert town.rows("SELECT title, every, first FROM returns") == [
        {"title": "统计季报", "every": "quarter", "first": "2020-01-01"}
    ]


@pytest.mark.parametrize("said", ["月报后天再催", "等公安局报了再固定月报", "1-2下个月再改到3月底"])
async def test_what_is_to_be_done_later_is_not_done_now(asked: Resident, said: str) -> None:
    answer = await asked.says(said)
    assert answer.startswith("好的，现在什么也没有改，也没有发；到时请再说一次。")
    assert not {"确认固定", "确认发送", "提交"} & {*asked.buttons()}


@pytest.mark.parametrize("said", ["月报搞成周报", "11月月报打个折"])
async def test_an_order_that_is_not_read_is_named(asked: Resident, said: str) -> None:
    answer = await asked.says(said)
    assert answer.startswith(f"“{said}”没有照办。") and "统计月报 · 11月" in answer


@pytest.mark.parametrize("said", ["看看月报", "月报报得怎么样", "11月月报"])
async def test_a_look_is_only_a_look(asked: Resident, said: str) -> None:
    assert (await asked.says(said)).startswith("统计月报 · 11月")


async def test_a_unit_that_is_busy_this_week_is_left_out(town: Town, asked: Resident) -> None:
    town.member(1040, "Grace", "武汉海关", Role.LIAISON)
    town.member(1030, "农科长", "市农业农村局", Role.LIAISON)
    preview = await asked.says("催月报，海关这周忙先不催")
    assert "会收到" in preview and "武汉海关" not in preview


async def test_figures_said_for_a_unit_are_filed_in_its_name_and_how_they_are_put_right_is_said(
    asked: Resident,
) -> None:
    preview = await asked.says("海关的月报我替他报：立案2 案值3 抓获0")
    assert "· 立案件数：2 件\n· 案值：3 万元\n· 抓获人数：0 人" in preview
    assert "已提交 ✓ 统计月报 · 2019年11月 · 武汉海关" in await asked.says("提交")
    undone = await asked.says("撤销")
    assert "报统计报表 统计月报 武汉海关" in undone and "请在报表里“更正”" in undone


async def test_what_is_said_after_a_look_is_of_what_was_looked_at(town: Town, asked: Resident, lin: Resident) -> None:
    town.member(1040, "Grace", "武汉海关", Role.LIAISON)
    await lin.says("月报 立案2 案值3 抓获0", "提交")
    assert "《统计月报》（11月）" in await asked.says("月报", "催一下没报的")
    await _given_up(asked)
    assert "办公室退回：案值不对" in await asked.says("退回公安局的，案值不对")
    await _given_up(asked)
    assert "固定《统计月报》（11月）？" in await asked.says("固定吧")
    await asked.presses("确认固定")
    assert "解除固定《统计月报》（11月）？" in await asked.says("反悔，先解开")
    await asked.presses("解除固定")
    await town.move_to("2019-12-02 09:30")
    assert "《统计月报》" not in await asked.says("催一下没报的")


async def test_an_order_of_before_is_taken_back_by_its_words(town: Town, asked: Resident) -> None:
    assert "要撤销，请点“撤销”" in await asked.says("1-2改到3月底，案子没判", "提交", "刚才说的1-2改到3月底作废")
    assert town.rows(
        "SELECT standings.due FROM standings JOIN assignments ON assignments.id = assignment_id JOIN tasks"
        " ON tasks.id = assignments.task_id WHERE code = '1-2'"
    ) == [{"due": str(date(2020, 3, 31))}]


async def test_changes_that_follow_one_another_are_kept_together(town: Town, asked: Resident) -> None:
    await asked.says("月报去掉商务局")
    preview = await asked.says("月报里头把案值去掉")
    assert "单位：3 家" in preview and "指标：2 个" in preview
    assert "第 8 个工作日" in await asked.says("月报截止改成第8个工作日") and "单位：3 家" in asked.sees()
    await asked.presses("确认修改")
    assert town.rows("SELECT due_workdays FROM returns") == [{"due_workdays": 8}]


@pytest.mark.parametrize("said", ["月报交了几家了", "停用月报", "公安局这期不用报，机构改革"])
async def test_a_return_that_is_being_set_up_is_said_to_be_so(chen: Resident, said: str) -> None:
    question = await chen.says("建统计月报，立案、案值，公安局报")
    await chen.says(said)
    *_, told, again = chen.heard()
    assert told == "这份报表还没建好，建好后就能查、能催、能改。" and again == question


@pytest.mark.parametrize("said", ["还差谁", "还差哪几家"])
async def test_who_is_missing_is_asked_below_the_round_that_was_shown(asked: Resident, said: str) -> None:
    shown = await asked.says("/returns")
    assert await asked.says(said) == shown and "还没报（4）" in shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("都齐了吗", "已报 0/4"),
        ("合计多少", "各单位数据"),
        ("案值怎么这么高", "已报 0/4"),
        ("跟上个月比呢", "已报 0/4"),
        ("农业局呢", "市农业农村局\n统计月报 · 11月"),
        ("公安局报了多少", "市公安局\n统计月报 · 11月"),
        ("催他们", "《统计月报》（11月）"),
        ("公安局也催一下", "1 人（市公安局）会收到：\n\n催办\n办公室请市公安局尽快报送统计报表"),
        ("商务局的先不催，催公安局", "1 人（市公安局）会收到：\n\n催办\n办公室请市公安局尽快报送统计报表"),
    ],
)
async def test_what_is_asked_below_a_return_is_about_it(asked: Resident, said: str, shown: str) -> None:
    await asked.says("谁没报报表")
    answer = await asked.says(said)
    assert shown in answer and "没有照办" not in answer


@pytest.mark.parametrize("said", ["谁逾期了", "江岸呢", "公安局怎么样", "本月立案多少", "催公安局1-2"])
async def test_what_names_something_else_is_not_about_the_return_above(asked: Resident, said: str) -> None:
    await asked.says("谁没报报表")
    answer = await asked.says(said)
    assert answer and "统计月报" not in answer and "报表" not in answer


async def test_they_are_those_whose_return_was_shown_last(asked: Resident) -> None:
    await asked.says("谁没报报表", "公安局呢")
    assert "1 人（市公安局）会收到：\n\n催办\n办公室请市公安局尽快报送统计报表" in await asked.says("催他们")


async def test_who_owes_the_return_shown_is_nudged_by_the_word_alone(asked: Resident) -> None:
    await asked.says("谁没报报表")
    assert "尽快报送统计报表" in await asked.says("催一下")
    await asked.presses("取消", "不要了")
    await asked.says("公安局的任务")
    assert "报表" not in await asked.says("催一下")
