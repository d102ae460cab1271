import pytest

from tests.journeys.town import Resident, Town


async def test_the_coordinator_gets_the_state_of_the_plan(chen: Resident, zhou: Resident) -> None:
    await zhou.reports("29-7", "已完成")
    for words in ("/summary", "汇总", "summary"):
        answer = await chen.says(words)
        assert "截至 2019年11月25日" in answer
        assert "待审核 1（0%）" in answer and "🔴 逾期 6" in answer


async def test_an_observer_gets_it_too(gu: Resident) -> None:
    assert "分工 255 项" in await gu.says("/summary")


async def test_a_liaison_does_not(lin: Resident) -> None:
    assert "由办公室使用" in await lin.says("/summary")
    assert "由办公室使用" in await lin.says("汇总")
    assert "分工" not in await lin.forges("summary:all")


async def test_the_other_views_come_in_its_place(chen: Resident) -> None:
    await chen.says("/summary")
    assert "市公安局：8 项" in await chen.presses("按单位")
    assert "一、强化重点领域集中整治：39 项" in await chen.presses("按任务名称")
    assert "分工 255 项" in await chen.presses("总体")
    assert len(chen.heard()) == 1


async def test_units_stand_in_the_order_of_the_plan_and_not_by_rank(town: Town, chen: Resident) -> None:
    await chen.says("/summary")
    shown = [line.partition("：")[0] for line in (await chen.presses("按单位")).splitlines() if "项" in line]
    order = [row["name"] for row in town.rows("SELECT name FROM units ORDER BY id")]
    assert [name for name in shown if name in order] == [name for name in order if name in shown]


async def test_units_without_a_liaison_are_named(chen: Resident, lin: Resident) -> None:
    answer = await chen.says("/summary")
    assert "尚无联络员登记（37 家）：" in answer and "市公安局、" not in answer


async def test_reminders_that_did_not_arrive_are_said(town: Town, chen: Resident, zhou: Resident) -> None:
    town.world.deactivate(zhou.id)
    await town.move_to("2019-11-25 09:00")
    assert "⚠️ 近 7 天有 1 条消息未能送达，请另行告知：周科长（市市场监管局）" in await chen.says("/summary")


async def test_every_view_says_in_its_first_line_what_it_is(chen: Resident) -> None:
    assert (await chen.says("汇总")).splitlines()[0] == "汇总 · 总体 · 截至 2019年11月25日"
    for words in ("按单位", "按任务名称"):
        assert (await chen.presses(words)).splitlines()[0] == f"汇总 · {words} · 截至 2019年11月25日"
    assert (await chen.presses("统计数据")).splitlines()[0] == "统计数据 · 全部任务 · 截至 2019年11月25日"
    assert (await chen.presses("还没报的")).splitlines()[0].strip() == "共 38 家 253 项 · 还没报过进展"


@pytest.mark.parametrize("words", ["按单位", "By unit", "按单位汇总", "各单位汇总", "summary by unit"])
async def test_the_words_of_a_view_s_button_may_be_typed(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("汇总 · 按单位")


async def test_the_summary_of_one_unit_is_of_that_unit_alone(chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    answer = await chen.says("公安局汇总")
    assert answer.startswith("共 8 项 · 市公安局 · 汇总\n") and "进行中 1（12%）" in answer and "🔴 逾期 0" in answer
    assert (await chen.presses("列出任务")).startswith("共 8 项 · 市公安局 ·")


@pytest.mark.parametrize("words", ["summary by section", "按部分汇总"])
async def test_the_summary_by_section_may_be_typed(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("汇总 · 按任务名称")


async def test_a_group_hears_no_summary_by_unit(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind", group)
    assert await chen.says("@liaison_test_bot 按单位汇总", group) == "这件事请私聊我办理。"


@pytest.mark.parametrize("words", ["summary for section 1", "第一部分汇总"])
async def test_the_summary_of_a_section_is_its_numbers(chen: Resident, words: str) -> None:
    answer = await chen.says(words)
    assert answer.startswith("共 39 项 · 一、强化重点领域集中整治 · 汇总\n") and "🔴 逾期 2" in answer
    assert chen.buttons() == ["列出任务"]


@pytest.mark.parametrize("words", ["谁还没报", "哪些单位还没报", "没报的单位有哪些", "which units have not reported"])
async def test_units_that_have_not_reported_are_listed_with_a_button_each(
    chen: Resident, lin: Resident, words: str
) -> None:
    await lin.reports("1-2", "进行中", "40")
    first, unit, *_, last = (await chen.says(words)).splitlines()
    assert first == "共 38 家 252 项 · 还没报过进展"
    assert (unit, last) == ("市公安局：7 项", "单位未明确：22 项")
    shown = await chen.presses("市公安局")
    assert shown.strip().startswith("共 7 项 · 市公安局 · 还没报过进展") and "1-2" not in shown


async def test_who_has_not_reported_may_be_asked_of_some_units_or_days(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40")
    assert (await chen.says("各区谁没报")).startswith(
        "共 13 家 26 项 · 各区人民政府 · 还没报过进展\n江岸区人民政府：2 项"
    )
    assert (await chen.says("公安局还有谁没报")).startswith("共 7 项 · 市公安局 · 还没报过进展")
    await town.move_to("2019-12-03 09:00")
    assert (await chen.says("本周谁没报")).startswith("共 38 家 253 项 · 本周没报进展\n市公安局：8 项")


async def test_a_liaison_who_asks_sees_what_the_own_unit_has_not_reported_on(lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    for words in ("谁还没报", "哪些任务还没报过进展"):
        assert (await lin.says(words)).startswith("共 7 项 · 还没报过进展")


async def test_a_group_hears_who_has_not_reported_within_its_scope(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    await chen.says("/bind", group)
    assert (await lin.says("@liaison_test_bot 谁还没报", group)).startswith(
        "共 38 家 253 项 · 还没报过进展\n市公安局：8 项"
    )
    await chen.says("/bind 公安局", group)
    assert (await lin.says("@liaison_test_bot 谁还没报", group)).startswith("共 8 项 · 市公安局 · 还没报过进展")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("立案多少件了", "统计数据 · 全部任务 · 截至 2019年11月25日\n立案件数 15 件"),
        ("案值多少", "统计数据 · 全部任务 · 截至 2019年11月25日\n案值 350.5 万元"),
        ("总共抓了多少人", "统计数据 · 全部任务 · 截至 2019年11月25日\n抓获人数 2 人"),
        ("公安局立了多少案", "统计数据 · 市公安局 · 截至 2019年11月25日\n立案件数 12 件"),
        ("上个月立案多少件", "统计数据 · 全部任务 · 10月\n立案件数 0 件"),
        ("how many cases filed", "统计数据 · 全部任务 · 截至 2019年11月25日\n立案件数 15 件"),
        ("how many cases did the police file", "统计数据 · 市公安局 · 截至 2019年11月25日\n立案件数 12 件"),
        ("case value so far", "统计数据 · 全部任务 · 截至 2019年11月25日\n案值 350.5 万元"),
        ("inspections by the police", "统计数据 · 市公安局 · 截至 2019年11月25日\n检查户次 0 户次"),
        ("第一部分立案多少", "统计数据 · 一、强化重点领域集中整治 · 截至 2019年11月25日\n立案件数 15 件"),
        ("第四部分立案多少", "统计数据 · 四、健全行政执法与刑事司法衔接机制 · 截至 2019年11月25日\n立案件数 0 件"),
        (
            "各单位立案数",
            "统计数据 · 全部任务 · 截至 2019年11月25日\n市公安局：立案件数 12 件\n市市场监管局：立案件数 3 件",
        ),
        (
            "figures by unit",
            "统计数据 · 全部任务 · 截至 2019年11月25日\n市公安局：立案件数 12 件，案值 350.5 万元，抓获人数 2 人\n"
            "市市场监管局：立案件数 3 件",
        ),
        ("what is the total case value", "统计数据 · 全部任务 · 截至 2019年11月25日\n案值 350.5 万元"),
    ],
)
async def test_figures_are_answered_with_their_totals(
    chen: Resident, lin: Resident, zhou: Resident, asked: str, answer: str
) -> None:
    await lin.says("1-2 完成40%，立案12件，案值350.5万，抓获2人")
    await lin.presses("提交")
    await zhou.says("1-8 完成10%，立案3件")
    await zhou.presses("提交")
    assert await chen.says(asked) == answer


async def test_a_liaison_hears_the_figures_of_the_own_unit_alone(lin: Resident, zhou: Resident) -> None:
    await zhou.says("1-8 完成10%，立案3件")
    await zhou.presses("提交")
    assert await lin.says("立案多少件了") == "统计数据 · 我的任务 · 截至 2019年11月25日\n立案件数 0 件"
    assert (await zhou.says("统计数据")).startswith(
        "统计数据 · 我的任务 · 截至 2019年11月25日\n立案件数 3 件\n案值 0 万元"
    )
    assert (await lin.says("市监局立案多少件")).startswith("您只能查看本单位的任务")


async def test_a_task_s_card_shows_the_figures_of_its_last_report(chen: Resident, lin: Resident) -> None:
    await lin.says("1-2 完成40%，立案12件")
    await lin.presses("提交")
    for words in ("1-2", "1-2立案多少"):
        assert "\n统计数据：立案件数 12 件" in await chen.says(words)


async def test_figures_are_shown_in_no_group(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.says("1-2 完成40%，立案12件")
    await lin.presses("提交")
    group = await town.found_group(chen, lin)
    for bound_to in ("", " 公安局"):
        await chen.says(f"/bind{bound_to}", group)
        for words in ("立案多少件了", "统计数据", "公安局立案多少件", "swj立案多少", "各单位立案数"):
            assert await lin.says(f"@liaison_test_bot {words}", group) == "这件事请私聊我办理。"
            assert lin.buttons(group) == ["去私聊"]
