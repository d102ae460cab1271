from typing import Any

import pytest

from data.people.people import Role
from data.plan import vocabulary
from data.understanding import Understanding, understand
from tests.journeys.town import Resident, Town


async def test_a_coordinator_asks_for_one_units_tasks(chen: Resident) -> None:
    said = await chen.says("公安局的任务")
    assert said.startswith("共 8 项 · 市公安局")


async def test_the_pages_of_one_units_list_stay_with_the_unit(chen: Resident) -> None:
    assert (await chen.says("市场监管局还有哪些没完成")).startswith("共 52 项 · 市市场监管局 · 未完成")
    assert (await chen.presses("下一页")).startswith("共 52 项 · 市市场监管局 · 未完成 · 第 2/6 页")


@pytest.mark.parametrize("words", ["我们还有哪些没完成", "我们局还有啥没弄"])
async def test_what_is_unfinished_leaves_out_what_is_done_and_has_what_is_begun(lin: Resident, words: str) -> None:
    await lin.submits("1-2 已完成")
    await lin.submits("18-1 50%")
    assert (await lin.says(words)).startswith("共 7 项 · 未完成")


@pytest.mark.parametrize("words", ["逾期和快到期的", "有没有逾期或者快到期的", "what's overdue or about to be?"])
async def test_what_is_late_and_what_soon_will_be_is_one_list(zhou: Resident, words: str) -> None:
    assert (await zhou.says(words)).startswith("共 4 项 · 12月25日前到期（含逾期） · 🔴2 🔵2")


async def test_the_end_of_the_year_is_that_of_last_year_if_something_is_overdue_since(
    town: Town, chen: Resident
) -> None:
    await town.move_to("2020-01-02 09:00")
    assert (await chen.says("年底到期没完成的")).startswith("共 44 项 · 已逾期 · 2019年12月31日到期")


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("武汉海关的任务", "武汉海关"),
        ("sjj", "市市场监管局"),
        ("武汉海关汇总", "武汉海关"),
        ("各区逾期的", "各区人民政府"),
    ],
)
async def test_a_liaison_who_asks_for_another_unit_s_tasks_is_told_whose_can_be_seen(
    lin: Resident, asked: str, unit: str
) -> None:
    assert await lin.says(asked) == f"您只能查看本单位的任务，{unit}的不能查看。发“我的任务”查看本单位的。"


async def test_a_district_that_speaks_of_the_districts_reports_for_itself(town: Town) -> None:
    huang = town.member(1040, "黄科员", "武昌区人民政府", Role.LIAISON)
    shown = await huang.says("四十二之一我们区里编办批了五个人但是人还没到位大概完成了一半吧")
    assert "填报 42-1" in shown and "进度：50%" in shown and "人还没到位" in shown


async def test_a_district_may_ask_for_the_tasks_of_the_districts(town: Town) -> None:
    he = town.member(1030, "何主任", "江岸区人民政府", Role.LIAISON)
    assert (await he.says("各区的任务")).startswith("共 2 项 · 各区人民政府")


@pytest.mark.parametrize(
    ("asked", "first_line"),
    [
        ("本周到期", "共 3 项 · 本周到期 · 🔵3"),
        ("下周要交什么", "共 0 项 · 下周到期"),
        ("12月到期的", "共 44 项 · 12月到期"),
        ("明年2月到期的", "共 1 项 · 2020年2月到期"),
        ("三天内到期的", "共 0 项 · 11月25日至11月28日到期"),
        ("公安局逾期的", "共 0 项 · 市公安局 · 已逾期"),
        ("市场监管局12月到期但还没启动的", "共 14 项 · 市市场监管局 · 未启动 · 12月到期"),
        ("受阻的任务", "共 0 项 · 受阻"),
        ("公安局那个受阻现在怎么样了", "共 0 项 · 市公安局 · 受阻"),
        ("宣传教育方面的任务", "共 15 项 · 十一、加强舆论监督和宣传教育 ·"),
        ("公安局第四部分的任务", "共 1 项 · 市公安局 · 四、健全行政执法与刑事司法衔接机制"),
        ("各区的任务", "共 26 项 · 各区人民政府"),
        ("公安局整体进度咋样", "汇总 · 市公安局 · 截至"),
    ],
)
async def test_a_list_says_in_its_first_line_how_it_was_understood(chen: Resident, asked: str, first_line: str) -> None:
    assert (await chen.says(asked)).split("\n")[0].startswith(first_line)


async def test_an_english_list_says_how_it_was_understood(grace: Resident) -> None:
    assert (await grace.says("what is due next month")).startswith("0 tasks · Due Dec")
    assert (await grace.says("what's still open?")).split("\n")[0].startswith("2 tasks · Unfinished")


async def test_what_was_done_this_month_is_sought_by_the_day_of_its_report(lin: Resident) -> None:
    assert (await lin.says("这个月完成了哪些")).startswith("共 0 项 · 已完成（含待审核） · 11月报的")


async def test_the_pages_of_a_section_stay_with_the_section(chen: Resident) -> None:
    await chen.says("宣传教育方面还没启动的")
    assert "十一、加强舆论监督和宣传教育 · 未启动 · 第 2/" in await chen.presses("下一页")


@pytest.mark.parametrize("words", ["9-99", "9-99完成80%", "9-99搞到哪了", "报一下9-99"])
async def test_a_code_that_no_task_has_is_said_to_have_none(lin: Resident, words: str) -> None:
    assert await lin.says(words) == "没有找到您可以查看的任务 9-99，请发“我的任务”查看。"


async def test_whoever_sees_the_whole_plan_hears_that_it_has_no_such_task(chen: Resident, gu: Resident) -> None:
    for person in (chen, gu):
        for words in ("9-99", "9-99完成80%", "/history 9-99"):
            assert await person.says(words) == "任务表里没有任务 9-99，请核对编号，或发“汇总”看全部。"


async def test_an_office_outside_the_plan_is_said_to_be_none_of_its_units(chen: Resident) -> None:
    assert (await chen.says("水务局的任务")).startswith("没有“水务局”这个单位")


async def test_initials_of_two_units_are_settled_by_a_press_that_keeps_the_filter(chen: Resident) -> None:
    assert await chen.says("swj下个月到期的") == "您指的是哪个单位？"
    assert chen.buttons() == ["市税务局", "市商务局"]
    assert (await chen.presses("市税务局")).split("\n")[0].startswith("共 1 项 · 市税务局 · 12月到期")


async def test_two_units_named_together_are_both_offered(chen: Resident, town: Town) -> None:
    await chen.says("文旅和公安没启动的任务")
    assert (await chen.presses("市公安局")).startswith("共 8 项 · 市公安局 · 未启动")
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize("words", ["武昌洪山的任务", "武昌区洪山区的任务", "武昌、洪山的任务", "武昌洪山谁没报"])
async def test_districts_named_in_a_row_are_each_told(chen: Resident, words: str) -> None:
    assert {"武昌区人民政府：2 项", "洪山区人民政府：2 项"} == {*(await chen.says(words)).split("\n")[1:]}
    assert chen.buttons() == ["武昌区人民政府", "洪山区人民政府"]


async def test_a_district_s_own_office_is_still_none_of_the_plan_s(chen: Resident) -> None:
    assert (await chen.says("江岸区公安局的任务")).startswith("没有“江岸区公安局”这个单位")


async def test_several_tasks_named_are_each_offered(chen: Resident) -> None:
    answer = await chen.says("1-2 2-3 6-7")
    assert answer.startswith("您指的是哪一项？\n🟢 1-2 昆仑行动打食药环犯罪 · 还有96天\n")
    assert chen.buttons() == ["1-2", "2-3", "6-7"]


async def test_tasks_of_others_that_may_be_meant_are_not_offered(lin: Resident) -> None:
    assert await lin.says("铁拳行动怎么样了") == "“铁拳行动”不是您单位的任务，请发“我的任务”查看。"


@pytest.mark.parametrize("said", ["网络市场监管专项行动完成80%", "铁拳方案严查商标专利 完成80%"])
async def test_the_whole_title_of_anothers_task_outweighs_a_few_words_of_an_own_one(lin: Resident, said: str) -> None:
    assert "不是您单位的任务" in await lin.says(said)


async def test_a_sentence_is_heard_once(town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def counting(text: str, *others: Any) -> Understanding:
        heard.append(text)
        return understand(text, *others)

    monkeypatch.setattr(vocabulary, "understand", counting)
    monkeypatch.setattr(town.app.bot_data.words, "_understood", {})
    said = ("我有哪些任务", "1-2 完成60%", "取消", "今天天气怎么样")
    await lin.says(*said)
    assert [each for each in heard if each in said] == [*said]
    assert len(heard) == len({*heard})


async def test_what_falls_due_before_a_feast_is_a_list_of_its_days(chen: Resident) -> None:
    for asked in ("过年前要交什么", "春节前到期的有哪些"):
        assert "11月25日至2020年1月24日到期" in (await chen.says(asked)).splitlines()[0]


@pytest.mark.parametrize(
    "asked",
    [
        *("没逾期的", "不是公安局的", "没有进展的", "立案超过10件的有哪些"),
    ],
)
async def test_a_list_that_cannot_be_narrowed_as_asked_is_not_shown(chen: Resident, asked: str) -> None:
    said = await chen.says(asked)
    assert said.startswith("还不能按“") and "来筛选" in said and "共 " not in said


@pytest.mark.parametrize(
    "asked",
    ["没有期限的任务", "没定期限的有哪些任务", "哪些没定期限", "还没定日子的任务有哪些", "tasks without a deadline"],
)
async def test_tasks_without_a_date_are_a_list(lin: Resident, asked: str) -> None:
    said = await lin.says(asked)
    assert said.startswith("共 7 项 · 无确定日期 · ⚪7") and "1-2 " not in said


@pytest.mark.parametrize("asked", ["没写期限的", "没有写期限的任务", "期限未明确的有哪些", "deadlines not stated"])
async def test_tasks_of_which_the_plan_states_no_deadline_are_a_list(chen: Resident, asked: str) -> None:
    said = await chen.says(asked)
    assert said.startswith("共 45 项 · 没写明期限 · 第 1/5 页 · ⚪45") and "持续开展" not in said
    assert "第 2/5 页" in await chen.presses("下一页")


@pytest.mark.parametrize("asked", ["没写单位的", "没有责任单位的任务", "责任单位未明确的", "tasks without a unit"])
async def test_tasks_without_a_unit_are_a_list(chen: Resident, asked: str) -> None:
    said = await chen.says(asked)
    assert said.startswith("共 22 项 · 没写明单位 · 第 1/3 页") and said.count("\n　单位未明确 · ") == 10


@pytest.mark.parametrize(
    "asked", ["商务局、农业局、海关各有几项没报", "农业局、商务局和海关谁还没报", "商务、农业和海关还没报的"]
)
async def test_units_named_together_are_told_side_by_side(chen: Resident, asked: str) -> None:
    said = await chen.says(asked)
    assert said.startswith("共 3 家 40 项 · 还没报过进展")
    assert {"市商务局：8 项", "市农业农村局：18 项", "武汉海关：14 项"} == {*said.split("\n")[1:]}
    assert (await chen.presses("市商务局")).startswith("共 8 项 · 市商务局 · 还没报过进展")


@pytest.mark.parametrize("asked", ["有几个要审核", "有没有要审核的", "待我审核的", "pending reviews"])
async def test_how_much_waits_for_review_may_be_asked_in_words(chen: Resident, lin: Resident, asked: str) -> None:
    await lin.reports("1-2", "已完成")
    heard = len(chen.heard())
    await chen.says(asked)
    assert chen.heard()[heard].startswith("等待审核的填报 1 份")


async def test_a_group_that_is_asked_what_is_to_be_reviewed_shows_no_list(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert await chen.says("/bind", "@liaison_test_bot 有几个要审核", chat=group) == "这件事请私聊我办理。"


@pytest.mark.parametrize("asked", ["reports this week", "reported this week", "latest reports"])
async def test_reports_of_a_time_are_history(grace: Resident, asked: str) -> None:
    assert "History" in (await grace.says(asked)).split("\n")[0]


@pytest.mark.parametrize("asked", ["急的有哪些", "最急的", "most urgent"])
async def test_what_is_most_urgent_is_what_is_open_most_urgent_first(lin: Resident, asked: str) -> None:
    first, most_urgent, *_ = (await lin.says(asked)).splitlines()
    assert first.startswith("共 8 项 · 未完成") and most_urgent.startswith("🟢 1-2")


@pytest.mark.parametrize("asked", ["主任让我盯一下 有啥急的", "最急的有哪些"])
async def test_what_is_most_urgent_in_the_whole_plan_is_what_is_late_or_due_soon(chen: Resident, asked: str) -> None:
    first = (await chen.says(asked)).splitlines()[0]
    assert "12月25日前到期（含逾期）" in first and "未完成" not in first


@pytest.mark.parametrize("asked", ["第20部分", "section 16", "section 16 overdue"])
async def test_a_section_that_the_plan_does_not_have_is_not_passed_over(chen: Resident, asked: str) -> None:
    said = await chen.says(asked)
    assert said.startswith("还不能按“") and "共 " not in said


@pytest.mark.parametrize("asked", ["没有联络员的单位", "没登记联络员的", "units without a liaison"])
async def test_units_without_a_liaison_may_be_asked_for(chen: Resident, asked: str) -> None:
    assert "没有联络员" in await chen.says(asked)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("谁是B角", "B角"),
        ("who is my deputy", "B角"),
        ("what can I type", "我可以做这些"),
        ("本周倒期", "共 0 项 · 本周到期"),
        ("在吗", "您好！"),
    ],
)
async def test_more_ways_of_asking_are_understood(lin: Resident, asked: str, answer: str) -> None:
    assert answer in await lin.says(asked)


@pytest.mark.parametrize("said", ["谢谢", "辛苦了", "帮大忙了"])
async def test_thanks_get_one_friendly_word_and_no_greeting(lin: Resident, said: str) -> None:
    assert await lin.says(said) == "不客气，有事随时说。"


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("一个月没报的单位", "10月26日至11月25日没报进展"),
        ("11月底之前没报的单位", "还没报过进展 · 第"),
        ("12月10号之前没报的有哪些", "还没报过进展 · 第"),
        ("10月底之前没报的单位", "还没报过进展 · 截至10月31日"),
        ("11月20号以来没报的单位", "11月20日至11月25日没报进展"),
    ],
)
async def test_who_has_not_reported_is_asked_by_a_day_since_one_or_for_so_long(
    chen: Resident, asked: str, heading: str
) -> None:
    assert heading in await chen.says(asked)


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("这个月还有哪些要做", "共 4 项 · 11月30日前到期（含逾期） · 🔴2 🔵2"),
        ("what do we have to do this month", "共 4 项 · 11月30日前到期（含逾期） · 🔴2 🔵2"),
        ("这个月到期的", "共 2 项 · 11月到期 · 🔵2"),
        ("下个月要做哪些", "共 14 项 · 12月到期"),
    ],
)
async def test_what_is_to_be_done_by_a_day_includes_what_is_late(zhou: Resident, asked: str, head: str) -> None:
    assert (await zhou.says(asked)).startswith(head)


async def test_the_next_page_of_what_is_to_be_done_has_the_same_heading(chen: Resident) -> None:
    assert (await chen.says("今年有哪些要干")).startswith("共 54 项 · 12月31日前到期（含逾期） · 第 1/6 页 · 🔴7")
    assert (await chen.presses("下一页")).startswith("共 54 项 · 12月31日前到期（含逾期） · 第 2/6 页 · 🔴7")


@pytest.mark.parametrize("asked", ["为什么农业局是红的", "农业局为啥红了", "why is agriculture red"])
async def test_asked_why_a_unit_is_red_the_bot_shows_what_is_late(chen: Resident, asked: str) -> None:
    assert (await chen.says(asked)).startswith("共 1 项 · 市农业农村局 · 已逾期 · 🔴1\n🔴⚠️ 29-4 ")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("第一个期限改到明年6月", "改期限：29-4 "),
        ("把第二个的期限改到明年6月", "改期限：29-5 "),
        ("第一个是什么情况", "29-4 "),
        ("第二项工作是什么", "29-5 "),
        ("第二个催一下", "市商务局没有能收到消息的联络员"),
    ],
)
async def test_the_office_names_a_task_of_the_list_shown_by_its_place(chen: Resident, said: str, answer: str) -> None:
    assert "已逾期" in await chen.says("逾期的")
    assert (await chen.says(said)).startswith(answer)


async def test_an_observer_names_a_task_of_the_list_shown_by_its_place(town: Town) -> None:
    vice = town.member(1050, "分管领导", None, Role.OBSERVER)
    await vice.says("逾期的")
    assert (await vice.says("第一个是什么情况")).startswith("29-4 ")


async def test_a_list_of_days_is_shown_by_unit_if_asked(chen: Resident) -> None:
    assert "家" in (await chen.says("12月底到期的按单位列")).partition("\n")[0] and "市农业农村局：" in chen.sees()


@pytest.mark.parametrize("asked", ["各单位都完成了吗", "所有任务都办结了吗", "are all tasks done?"])
async def test_whether_all_is_done_is_answered_with_what_is_not(chen: Resident, asked: str) -> None:
    assert (await chen.says(asked)).startswith("共 253 项 · 未完成 · ")


async def test_what_is_done_holds_what_waits_for_review(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2 已完成")
    await lin.says("提交")
    assert "1-2" in await chen.says("公安局已完成的有哪些") and "待审核" in chen.sees()
    assert (await chen.says("公安局已办结的有哪些")).startswith("共 0 项 · 市公安局 · 已办结")


@pytest.mark.parametrize("asked", ["这周最急的是哪几个", "本周哪几项最急"])
async def test_the_most_urgent_of_a_week_include_what_is_late(zhou: Resident, asked: str) -> None:
    assert (await zhou.says(asked)).startswith("共 4 项 · 12月1日前到期（含逾期） · 🔴2 🔵2")


async def test_what_is_lacking_of_a_period_is_what_was_not_reported(lin: Resident) -> None:
    await lin.submits("1-2 60%")
    assert (await lin.says("我这个季度还差啥")).startswith("共 7 项 · 2019年第四季度没报进展")


async def test_what_was_not_reported_of_an_end_to_come_falls_due_then(zhou: Resident) -> None:
    await zhou.submits("29-11 60%")
    assert (await zhou.says("还有几项年底的没报")).startswith("共 15 项 · 还没报过进展 · 11月25日至12月31日到期")
    assert (await zhou.says("本周还有哪些没报")).startswith("共 51 项 · 本周没报进展")


@pytest.mark.parametrize("said", ["一共多少单位", "涉及几家单位", "how many units are there"])
async def test_how_many_units_there_are_is_told_above_their_list(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("共 38 家 255 项 · 全部任务")


ELEVENTH = "十一、加强舆论监督和宣传教育"


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("这周有哪些到期 逾期几个 受阻几个", "共 3 项 · 本周到期\n共 7 项 · 已逾期\n共 0 项 · 受阻"),
        ("办结多少 在办多少 没动多少", "共 2 项 · 已办结\n共 0 项 · 进行中\n共 253 项 · 未启动"),
        ("销号几个 逾期几个", "共 2 项 · 已办结\n共 7 项 · 已逾期"),
        ("how many are done, how many overdue", "共 2 项 · 已完成（含待审核）\n共 7 项 · 已逾期"),
        ("市监局没完成几项，逾期几项", "共 52 项 · 市市场监管局 · 未完成\n共 2 项 · 市市场监管局 · 已逾期"),
        ("市监局逾期几个，受阻几个？", "共 2 项 · 市市场监管局 · 已逾期\n共 0 项 · 市市场监管局 · 受阻"),
        ("第十一部分完成几个没完成几个", f"共 0 项 · {ELEVENTH} · 已完成（含待审核）\n共 15 项 · {ELEVENTH} · 未完成"),
        ("今年年底前要完成多少项 明年多少项", "共 54 项 · 12月31日前到期（含逾期）\n共 21 项 · 2020年到期"),
    ],
)
async def test_numbers_asked_for_side_by_side_are_each_told(town: Town, chen: Resident, said: str, counts: str) -> None:
    assert await chen.says(said) == counts


async def test_units_named_together_are_each_told_all_that_is_asked_of_them(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 抓了5人 60%")
    told = await chen.says("公安 市监 农业这三家报了几条 逾期几个")
    assert told.startswith("填报记录\n市公安局：1 条\n市市场监管局：0 条\n市农业农村局：0 条\n")
    assert told.endswith("共 3 家 3 项 · 已逾期\n市公安局：0 项\n市市场监管局：2 项\n市农业农村局：1 项")
    assert (await chen.says("公安局报了几条")).startswith("共 1 条 · 填报记录 · 市公安局")
    assert (await chen.says("公安局和市监局本月报了几条")).endswith("市公安局：1 条\n市市场监管局：0 条")


async def test_tasks_asked_about_by_their_numbers_are_each_told(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2 抓了5人 60%")
    told = "🟢 1-2 昆仑行动打食药环犯罪 · 还有96天 · 进行中 60%\n⚪ 6-7 公安与市监联合执法 · 持续开展 · 还没报过"
    assert await chen.says("1-2和6-7分别到哪了") == told
    assert chen.buttons() == ["1-2", "6-7"]
    assert await lin.says("1-2、6-7哪个先到期") == told


async def test_what_is_urgent_today_includes_what_is_late(chen: Resident) -> None:
    assert (await chen.says("今天有急的吗")).startswith("共 7 项 · 11月25日前到期（含逾期） · 🔴7")


async def test_whether_a_unit_has_reported_shows_what_it_has_not(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen)
    await lin.submits("1-2 抓了5人 60%")
    for chat, asked in ((None, "公安局这周报了没有"), (group, "@liaison_test_bot 公安局这周报了没有")):
        assert (await chen.says(asked, chat=chat)).startswith("共 7 项 · 市公安局 · 本周没报进展")


@pytest.mark.parametrize("asked", ["各单位完成率多少 哪家最低", "哪个单位进度最高"])
async def test_the_highest_and_the_lowest_are_not_ranked_either(chen: Resident, asked: str) -> None:
    assert (await chen.says(asked)).endswith("按任务表的顺序列出；这里不排名次。")


@pytest.mark.parametrize("said", ["种子什么时候到期", "种子那个啥时候交", "种子那个几号要"])
async def test_when_tasks_with_certain_words_fall_due_is_asked_of_any_day(
    chen: Resident, nong: Resident, said: str
) -> None:
    assert (await nong.says(said)).startswith("共 1 项 · 有“种子”的 · 未完成 · 🟢1\n🟢 1-3 ")
    assert "之后最近到期的" in await nong.says("种子有没有快到期的")
