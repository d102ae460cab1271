import pytest

from tests.journeys.town import Resident, Town


async def test_the_coordinator_gets_the_state_of_the_plan(chen: Resident, zhou: Resident) -> None:
    await zhou.reports("29-7", "已完成")
    for words in ("/summary", "汇总", "summary"):
        assert await chen.says(words) == (
            "汇总 · 截至 2019年11月25日\n测试任务表\n230 项任务，分到单位共 255 项（几家合办的，每家算一项）\n\n"
            "需要处理\n🔴 逾期 6\n⏳ 待审核 1\n\n"
            "进展（括号内是10月25日）\n已办结 2（2） · 待审核 1（0） · 还没报过 252（253）\n\n"
            "🔵 7天内到期 3\n还没有联络员的单位：36 家"
        )
    assert chen.buttons() == [
        *("🔴 逾期", "⏳ 待审核", "按单位", "按任务名称", "统计数据", "还没报的", "未登记", "列出任务", "去审核")
    ]


async def test_a_request_for_more_time_needs_attention_until_it_is_answered(chen: Resident, zhou: Resident) -> None:
    await zhou.submits("1-8申请延期到2020年3月31日，因为方案没下来")
    assert "需要处理\n🔴 逾期 7\n⏳ 延期申请 1\n\n" in await chen.says("/summary")
    assert "1-8" in await chen.presses("去审核")
    await chen.presses("同意")
    assert "延期申请" not in await chen.says("/summary") and "去审核" not in chen.buttons()


async def test_an_observer_gets_it_too(gu: Resident) -> None:
    assert "230 项任务，分到单位共 255 项" in await gu.says("/summary")
    assert "去审核" not in gu.buttons() and "未登记" in gu.buttons()


@pytest.mark.parametrize("words", ["汇总", "给领导看的汇总", "我们单位的汇总", "summary"])
async def test_a_liaison_gets_that_of_the_own_unit(lin: Resident, words: str) -> None:
    answer = await lin.says(words)
    assert answer.startswith("汇总 · 市公安局 · 截至 2019年11月25日\n测试任务表\n8 项任务\n")
    assert lin.buttons() == ["按任务名称", "统计数据", "还没报的", "列出任务"]


async def test_a_liaison_sees_nothing_of_others(lin: Resident) -> None:
    assert (await lin.forges("summary:all")).startswith("汇总 · 市公安局")
    assert "还没有联络员" not in await lin.forges("summary:nobody:0")
    assert "本单位" in await lin.says("农业局汇总")


async def test_the_other_views_come_in_its_place(chen: Resident) -> None:
    await chen.says("/summary")
    assert "市公安局：8 项" in await chen.presses("按单位")
    assert "第 2/4 页" in await chen.presses("下一页")
    assert "分到单位共 255 项" in await chen.presses("返回汇总")
    assert "一、强化重点领域集中整治：39 项" in await chen.presses("按任务名称")
    assert len(chen.heard()) == 1


async def test_it_goes_from_section_to_item_to_task_and_back_in_one_message(chen: Resident) -> None:
    await chen.says("/summary")
    items = await chen.presses("按任务名称", "一、强化重点领域集中")
    assert items.startswith("一、强化重点领域集中整治 · 截至 2019年11月25日\n第1项 ")
    assert (await chen.presses("第1项")).startswith("共 ")
    assert (await chen.presses("1-2")).startswith("1-2 ")
    assert (await chen.presses("返回列表")).startswith("共 ")
    assert (await chen.presses("返回汇总")).startswith("汇总 · 截至")
    assert len(chen.heard()) == 1


async def test_it_goes_from_unit_to_its_tasks_and_back(chen: Resident) -> None:
    await chen.says("/summary")
    assert (await chen.presses("按单位", "公安局")).startswith("共 8 项 · 市公安局 ·")
    assert (await chen.presses("1-2")).startswith("1-2 ")
    assert (await chen.presses("返回列表")).startswith("共 8 项 · 市公安局 ·")
    assert len(chen.heard()) == 1


async def test_what_is_blocked_is_listed_with_its_reason(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 受阻，检测经费不足")
    await chen.says("/summary")
    assert "检测经费不足" in await chen.presses("🟡 受阻")


async def test_units_stand_in_the_order_of_the_plan_and_not_by_rank(town: Town, chen: Resident) -> None:
    await chen.says("/summary")
    shown = [line.partition("：")[0] for line in (await chen.presses("按单位")).splitlines() if "项" in line]
    while "下一页" in chen.buttons():
        shown += [line.partition("：")[0] for line in (await chen.presses("下一页")).splitlines() if "项" in line]
    order = [row["name"] for row in town.rows("SELECT name FROM units ORDER BY id")]
    assert [name for name in shown if name in order] == [name for name in order if name in shown]


async def test_units_without_a_liaison_are_a_number_with_a_button(chen: Resident, lin: Resident) -> None:
    assert "还没有联络员的单位：36 家" in await chen.says("/summary")
    assert "还没有联络员的单位（36 家） · 第 1/4 页\n市农业农村局\n" in await chen.presses("未登记")
    assert "市公安局" not in chen.buttons() and "市商务局" not in chen.buttons()
    assert "t.me/" in await chen.presses("农业局")


@pytest.mark.parametrize(
    "words", ["办结率前三", "哪个单位进度最慢", "单位排名", "谁最拖", "哪些单位拖后腿", "进度快的有哪些单位"]
)
async def test_nobody_is_ranked(chen: Resident, words: str) -> None:
    answer = await chen.says(words)
    assert "市公安局：8 项" in answer and "不排名次" in answer


@pytest.mark.parametrize("words", ["哪个部分最差", "哪块工作最慢", "哪些部分进展最慢"])
async def test_no_section_is_ranked(chen: Resident, words: str) -> None:
    answer = await chen.says(words)
    assert answer.startswith("汇总 · 按任务名称") and answer.endswith("按任务表的顺序列出；这里不排名次。")


async def test_months_named_together_are_shown_beside_each_other(town: Town, chen: Resident, lin: Resident) -> None:
    assert "进展（括号内是10月31日）" in await chen.says("10月和11月对比表")
    await lin.submits("1-2 完成40%，立案12件")
    assert "11月\n立案件数 12 件（10月1日至10月25日 0，10月全月 0）" in await chen.says("10月和11月立案对比")
    await town.move_to("2019-12-02 08:40")
    await chen.says("11月全市立案")
    assert await chen.says("比上月多多少") == "统计数据 · 全部任务 · 11月\n立案件数 12 件（10月 0）"


async def test_what_units_had_better_do_ranks_none(chen: Resident) -> None:
    assert "不排名次" not in await chen.says("各单位最好统一一下格式")


@pytest.mark.parametrize("said", ["谁最拖", "哪个单位最慢", "which unit is the slowest"])
async def test_a_liaison_who_asks_for_a_ranking_is_told_what_can_be_asked(lin: Resident, said: str) -> None:
    assert await lin.says(said) == ("这里不排名次，也不比较各单位。本单位的可以问“我们单位的汇总”“我们逾期的有哪些”。")
    assert (await lin.says("我们单位的汇总")).startswith("汇总 · 市公安局")


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("截至10月31日的汇总", "10月31日"),
        ("上个月底的情况", "10月31日"),
        ("/summary 2019-10-31", "10月31日"),
        ("上周的汇总", "11月24日"),
    ],
)
async def test_a_past_day_is_told_as_it_was(chen: Resident, lin: Resident, asked: str, day: str) -> None:
    await lin.reports("1-2", "进行中", "40")
    answer = await chen.says(asked)
    assert answer.startswith(f"汇总 · 截至 2019年{day}\n") and "还没报过 253" in answer and "进行中" not in answer
    assert (await chen.presses("列出任务")).startswith("共 255 项")
    assert "进行中" not in await chen.presses(chen.buttons()[0])
    assert (await chen.presses("返回列表")).startswith("共 255 项")
    assert (await chen.presses("返回汇总")).startswith(f"汇总 · 截至 2019年{day}\n")
    assert "进行中 1（0）" in await chen.says("汇总")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("/summary 2019-10-01", "任务表是"),
        ("明年1月的汇总", "还没有到"),
    ],
)
async def test_days_of_which_nothing_can_be_told_are_said_in_a_sentence(
    chen: Resident, asked: str, answer: str
) -> None:
    assert answer in await chen.says(asked)


async def test_figures_stand_beside_those_of_the_days_before(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 完成40%，立案12件")
    await town.move_to("2019-12-03 09:00")
    await lin.submits("1-2 完成50%，立案3件")
    assert "数据（12月）：立案件数 3 件" in await chen.says("汇总")
    figures = await chen.presses("统计数据")
    assert figures.startswith("统计数据 · 全部任务 · 12月\n立案件数 3 件（") and "12" in figures


async def test_reminders_that_did_not_arrive_are_said(town: Town, chen: Resident, zhou: Resident) -> None:
    town.world.deactivate(zhou.id)
    await town.move_to("2019-11-27 09:00")
    assert "⚠️ 近 7 天没送达的消息：1 条" in await chen.says("/summary")
    assert "请另行告知：\n周科长（市市场监管局）" in await chen.presses("未送达")
    assert (await chen.presses("市监局")).startswith("共 53 项 · 市市场监管局")


async def test_every_view_says_in_its_first_line_what_it_is(chen: Resident) -> None:
    heads = {
        "按单位": "汇总 · 按单位 · 截至 2019年11月25日",
        "按任务名称": "汇总 · 按任务名称 · 截至 2019年11月25日",
        "统计数据": "统计数据 · 全部任务 · 11月",
        "还没报的": "共 38 家 253 项 · 11月1日至11月25日没报进展 · 第 1/4 页",
    }
    assert (await chen.says("汇总")).splitlines()[0] == "汇总 · 截至 2019年11月25日"
    for words, head in heads.items():
        assert (await chen.presses(words)).splitlines()[0].strip() == head
        await chen.presses("返回汇总")


@pytest.mark.parametrize("said", ["明天要开会 先看看总体情况", "下周三要汇报，发我汇总"])
async def test_the_day_on_which_it_is_needed_is_not_the_day_of_the_summary(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("汇总 · 截至 2019年11月25日")
    assert (await chen.says("明天的汇总")).startswith("2019年11月26日还没有到")


@pytest.mark.parametrize("words", ["按单位", "By unit", "按单位汇总", "各单位汇总", "summary by unit"])
async def test_the_words_of_a_view_s_button_may_be_typed(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("汇总 · 按单位")


async def test_the_summary_of_one_unit_is_of_that_unit_alone(chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    answer = await chen.says("公安局汇总")
    assert answer.startswith("汇总 · 市公安局 · 截至 2019年11月25日\n") and "进行中 1（0）" in answer
    assert (await chen.presses("列出任务")).startswith("共 8 项 · 市公安局 ·")


@pytest.mark.parametrize("words", ["summary by section", "按部分汇总"])
async def test_the_summary_by_section_may_be_typed(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("汇总 · 按任务名称")


async def test_a_group_hears_no_summary_by_unit(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert await chen.says("/bind", "@liaison_test_bot 按单位汇总", chat=group) == "这件事请私聊我办理。"


@pytest.mark.parametrize("words", ["summary for section 1", "第一部分汇总"])
async def test_the_summary_of_a_section_is_its_numbers(chen: Resident, words: str) -> None:
    answer = await chen.says(words)
    assert answer.startswith("汇总 · 一、强化重点领域集中整治 · 截至 2019年11月25日\n") and "🔴 逾期 2" in answer
    assert chen.buttons() == ["🔴 逾期", "按单位", "统计数据", "还没报的", "列出任务"]


@pytest.mark.parametrize("words", ["abc", "2019-13-45"])
async def test_words_behind_the_command_that_name_nothing_are_said_to(chen: Resident, words: str) -> None:
    said = await chen.says(f"/summary {words}")
    assert words in said and not said.startswith("汇总")


@pytest.mark.parametrize(
    ("words", "head"), [("市公安局", "汇总 · 市公安局"), ("全部", "汇总 · "), ("按单位", "汇总 · 按单位")]
)
async def test_words_behind_the_command_choose_what_is_summed_up(chen: Resident, words: str, head: str) -> None:
    assert (await chen.says(f"/summary {words}")).startswith(head)


@pytest.mark.parametrize("words", ["谁受阻", "谁受阻了", "哪家受阻"])
async def test_who_is_blocked_is_a_list_with_the_reasons(lin: Resident, chen: Resident, words: str) -> None:
    await lin.submits("1-2 受阻，等文件")
    shown = await chen.says(words)
    assert shown.startswith("共 1 项 · 受阻") and "等文件" in shown


async def test_a_day_that_is_only_named_is_told_of_as_it_was(chen: Resident) -> None:
    assert (await chen.says("截至11月24号的")).startswith("汇总 · 截至 2019年11月24日")
    assert (await chen.says("到上周五为止")).startswith("汇总 · 截至 2019年11月22日")
    assert (await chen.says("现在呢")).startswith("汇总 · 截至 2019年11月25日")
    assert "2019年12月31日" not in (await chen.says("截至12月31号的"))[:30]


@pytest.mark.parametrize("said", ["跟上周比怎么样", "和上周对比一下"])
async def test_what_is_compared_with_last_week_is_told_beside_the_day_a_week_before(chen: Resident, said: str) -> None:
    assert "进展（括号内是11月18日）" in await chen.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "跟上月比",
        "和10月对比一下",
        "比上个月好了吗",
        "did we do better than last month",
        "summary compared with last month",
        "compare with last month",
        "more overdue than last month?",
        "逾期的比上个月多吗",
    ],
)
async def test_what_is_compared_is_told_beside_today(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith(
        "汇总 · 截至 2019年11月25日"
    ) and "进展（括号内是10月25日）" in chen.sees()


@pytest.mark.parametrize("said", ["how many tasks are due on Friday", "which tasks are due from Monday to Friday"])
async def test_a_day_on_which_tasks_fall_due_is_compared_with_nothing(chen: Resident, said: str) -> None:
    assert "到期" in (await chen.says(said)).splitlines()[0]


async def test_more_time_than_to_a_day_is_asked_for_and_compared_with_nothing(lin: Resident) -> None:
    assert (await lin.says("can we have more time than 20 December?")).startswith("请发晚于")


async def test_a_summary_named_as_such_is_compared_whatever_was_shown(chen: Resident) -> None:
    assert (await chen.says("立案多少", "汇总跟上月比")).startswith("汇总 · 截至 2019年11月25日")


async def test_each_unit_is_asked_for_instead_of_a_document(chen: Resident) -> None:
    assert (await chen.says("给我出个报告", "不是这个，要每个单位的情况")).startswith("汇总 · 按单位")


async def test_the_most_urgent_are_those_overdue_first(gu: Resident) -> None:
    answer = await gu.says("最要紧的三件事")
    assert answer.startswith("共 10 项 · 12月25日前到期（含逾期）") and "逾期178天" in answer
    assert "项" not in await gu.says("为什么")


async def test_an_observer_asks_what_there_is_to_settle(gu: Resident) -> None:
    assert (await gu.says("有什么问题需要我协调")).startswith("汇总 · 截至")
    assert "这里不排名次" in await gu.says("哪几家最落后")


async def test_a_span_that_was_asked_for_is_named_although_nothing_was_reported(chen: Resident) -> None:
    assert "\n数据（9月1日至11月25日）：还没有报过。" in await chen.says("武昌区9月到11月的汇总")
    assert "数据（" not in await chen.says("武昌区的汇总")
