"""Filtered lists: by words, lights, items, what is to be reported, and which units are late."""

import pytest

from data.people.people import Role
from data.plan.unit_names import shipped_unit_names
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["种子", "有关种子的任务", "种子有哪些", "找一下种子"])
async def test_tasks_are_found_by_a_word_they_hold(chen: Resident, words: str) -> None:
    head, *lines = (await chen.says(words)).splitlines()
    assert head.startswith("共 5 项 · 有“种子”的") and len(lines) == 10
    assert all(unit.startswith("　") for unit in lines[1::2])
    assert "种子" in await chen.says(lines[0].split()[1])


async def test_what_is_sought_stands_in_the_measure_as_well(zhou: Resident, town: Town) -> None:
    answer = await zhou.says("有没有涉及网络的")
    [row] = town.rows(
        """SELECT count(*) AS n FROM assignments JOIN tasks ON tasks.id = task_id JOIN units ON units.id = unit_id
        WHERE units.name = '市市场监管局' AND title || measure || deliverable LIKE '%网络%'"""
    )
    assert answer.startswith(f"共 {row['n']} 项 · 有“网络”的") and row["n"] > 1


async def test_the_pages_of_what_is_found_hold_nothing_else(chen: Resident, town: Town) -> None:
    answer = await chen.says("关于培训的任务")
    count = int(answer.split()[1])
    lines = answer.splitlines()[1::2]
    while "下一页" in chen.buttons():
        lines += (await chen.presses("下一页")).splitlines()[1::2]
    held = {row["code"] for row in town.rows("SELECT code FROM tasks WHERE title||measure||deliverable LIKE '%培训%'")}
    assert len(lines) == count and {line.split()[1] for line in lines} == held


async def test_chatter_that_no_task_holds_is_no_search(chen: Resident) -> None:
    assert "没听明白" in await chen.says("今天天气不错")


@pytest.mark.parametrize("words", ["红的", "红的有哪些", "标红的任务", "🔴", "red ones"])
async def test_red_is_what_is_overdue(zhou: Resident, words: str) -> None:
    answer = await zhou.says(words)
    assert answer.startswith("共 2 项 · 已逾期") and all(line[0] == "🔴" for line in answer.splitlines()[1:])


@pytest.mark.parametrize(("words", "light"), [("黄的有几个", "🟡"), ("蓝的", "🔵"), ("绿灯的", "🟢"), ("白的", "⚪")])
async def test_each_light_can_be_asked_for(zhou: Resident, words: str, light: str) -> None:
    await zhou.submits("1-8 受阻 40% 没有经费")
    shown = (await zhou.says(words)).splitlines()[1:]
    assert shown and all(line.startswith(light) for line in shown)


@pytest.mark.parametrize(
    "words", ["谁迟了", "逾期单位", "哪些单位逾期了", "谁逾期了", "who is late", "which units are late"]
)
async def test_who_is_late_is_told_by_unit_in_the_plans_order(chen: Resident, town: Town, words: str) -> None:
    answer = await chen.says(words)
    shown = [line.partition("：")[0].partition(": ")[0] for line in answer.splitlines()[1:]]
    order = [row["name"] for row in town.rows("SELECT name FROM units ORDER BY id")]
    assert shown == sorted(shown, key=order.index) and "市商务局" in shown
    assert chen.buttons()[:-1] == [shipped_unit_names().short(each) for each in shown]
    assert (await chen.presses("商务局")).startswith("共 1 项 · 市商务局 · 已逾期")


async def test_a_liaison_who_asks_who_is_late_sees_the_own_tasks(zhou: Resident) -> None:
    assert (await zhou.says("谁迟了")).startswith("共 2 项 · 已逾期")


@pytest.mark.parametrize("words", ["第27项", "27", "27项有哪些", "第二十七项下面有哪些任务", "item 27"])
async def test_an_item_is_asked_for_by_its_number(chen: Resident, words: str) -> None:
    answer = await chen.says(words)
    assert "第 27 项" in answer.splitlines()[0]
    assert all(line.split()[1].startswith("27-") for line in answer.splitlines()[1::2])


@pytest.mark.parametrize("words", ["持续开展的有哪些", "长期任务", "ongoing tasks"])
async def test_ongoing_work_can_be_asked_for(lin: Resident, words: str) -> None:
    answer = await lin.says(words)
    assert answer.startswith("共 7 项 · 持续开展的") and "1-2 " not in answer


async def test_what_is_to_be_reported_holds_ongoing_work_without_a_report_in_its_period(lin: Resident) -> None:
    answer = await lin.says("我这边有啥要报的")
    assert answer.startswith("共 7 项 · 要报进展的") and "2-3" in answer and "1-2 " not in answer
    await lin.reports("2-3", "进行中", "50", "查了两家")
    assert "2-3" not in await lin.says("我这边有啥要报的")


async def test_where_nothing_falls_due_it_is_said_what_comes_next(lin: Resident) -> None:
    answer = await lin.says("有啥快到期的")
    assert answer.splitlines()[-2:] == ["之后最近到期的：", "🟢 1-2 昆仑行动打食药环犯罪 · 还有96天"]
    assert lin.buttons() == ["1-2"]


@pytest.mark.parametrize("words", ["哪些要填数据", "需要统计数据的任务"])
async def test_what_takes_figures_can_be_asked_for(zhou: Resident, words: str) -> None:
    answer = await zhou.says(words)
    assert "要填统计数据的" in answer.splitlines()[0] and "1-8" in answer


async def test_a_filter_that_is_not_possible_says_so_and_what_is(chen: Resident) -> None:
    answer = await chen.says("立案超过10件的有哪些")
    assert "还不能按" in answer and "第27项" in answer


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("进度过半的", {"1-2"}),
        ("80%以上的有哪些", {"1-2"}),
        ("完成了八成以上的", {"1-2"}),
        ("哪些超过一半了", {"1-2"}),
        ("which tasks are over 50%", {"1-2"}),
        ("进度三成到五成的", {"2-3"}),
        ("哪些任务完成了60%到80%", {"1-2"}),
        ("tasks between 30% and 60%", {"2-3"}),
        ("我哪些还没到50%", {"2-3", "6-7", "7-1", "8-2", "14-2", "18-1", "38-1"}),
        ("进度不到30%的有几项", {"6-7", "7-1", "8-2", "14-2", "18-1", "38-1"}),
        ("tasks below 30%", {"6-7", "7-1", "8-2", "14-2", "18-1", "38-1"}),
        ("40%的", {"2-3"}),
    ],
)
async def test_tasks_are_found_by_how_far_they_are(lin: Resident, said: str, codes: set[str]) -> None:
    await lin.reports("1-2", "进行中", "80", "抓了3人")
    await lin.reports("2-3", "进行中", "40", "查了两家")
    assert (await lin.says(said)).startswith(f"共 {len(codes)} 项 · 进度") and {*lin.buttons()} == codes


async def test_a_list_and_the_units_are_narrowed_by_percent(chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "80", "抓了3人")
    assert (await chen.says("公安局的", "其中不到一半的")).startswith("共 7 项 · 市公安局 · 进度最多49%")
    assert "市公安局：1 项" in await chen.says("哪些单位进度在50%以上的", "哪些单位有80%的")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("逾期超过一周的", "共 7 项 · 逾期至少8天"),
        ("逾期三个月以上的有几项", "共 6 项 · 逾期至少90天"),
        ("逾期超过100天的有哪些单位", "共 4 家 6 项 · 逾期至少101天"),
        ("超期不到三个月的", "共 1 项 · 已逾期"),
        ("which tasks are more than two weeks overdue", "共 7 项 · 逾期至少15天"),
        ("市场局逾期一个月以上的", "共 2 项 · 市市场监管局 · 逾期至少30天"),
    ],
)
async def test_tasks_are_found_by_how_late_they_are(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_an_open_report_is_not_left_for_a_search(lin: Resident) -> None:
    await lin.begins("1-2")
    assert "填报 1-2" in await lin.says("种子")


async def test_tasks_of_others_that_words_may_mean_are_no_units(lin: Resident) -> None:
    assert await lin.says("法院案件移送") == "“案件移送”不是您单位的任务，请发“我的任务”查看。"


async def test_what_wants_a_summary_written_is_a_search(chen: Resident, zhou: Resident) -> None:
    for person in (chen, zhou):
        assert "有“总结”的" in await person.says("哪些要写总结")
        assert "有“" not in await person.says("汇总")


async def test_a_light_can_be_asked_for_of_a_unit(chen: Resident) -> None:
    assert (await chen.says("市农业农村局红的")).startswith("共 1 项 · 市农业农村局 · 已逾期")


async def test_a_group_is_answered_as_asked_too(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert (await chen.says("/bind", "@liaison_test_bot 红的", chat=group)).startswith("共 7 项 · 已逾期")
    assert (await chen.says("@liaison_test_bot 种子", chat=group)).startswith("共 5 项 · 有“种子”的")
    assert (await chen.says("@liaison_test_bot 谁迟了", chat=group)).startswith("共 5 家 7 项 · 已逾期")


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("本周到期和已过期限的", "共 10 项 · 12月1日前到期（含逾期） · 🔴7 🔵3"),
        ("本周到期和逾期的", "共 10 项 · 12月1日前到期（含逾期）"),
        ("逾期的和这个月到期的有哪些", "共 10 项 · 11月30日前到期（含逾期）"),
        ("本周到期、超期的任务", "共 10 项 · 12月1日前到期（含逾期）"),
        ("逾期和12月15日前截止的", "共 10 项 · 12月15日前到期（含逾期）"),
        ("what's due this week and overdue", "共 10 项 · 12月1日前到期（含逾期）"),
        ("本周逾期的", "共 0 项 · 已逾期 · 本周到期"),
    ],
)
async def test_what_is_late_and_what_falls_due_are_one_list(chen: Resident, said: str, head: str) -> None:
    assert (await chen.says(said)).startswith(head)


async def test_whether_one_task_is_late_is_answered_with_its_card(chen: Resident) -> None:
    assert (await chen.says("昆仑行动逾期了吗")).startswith("1-2 昆仑行动打食药环犯罪")


@pytest.mark.parametrize(
    ("said", "unread"),
    [("汉关有哪些任务", "汉关"), ("有哪些任务要等条例", "等条例"), ("公安局被表扬的有哪些", "被表扬")],
)
async def test_a_list_says_by_what_it_could_not_be_narrowed(chen: Resident, said: str, unread: str) -> None:
    assert (await chen.says(said)).endswith(f"\n\n“{unread}”没有读懂，上面没有按它挑选。")
    assert "没有读懂" not in await chen.says("全部任务")


@pytest.mark.parametrize("said", ["哪些任务没有单位", "看看哪些任务没单位"])
async def test_tasks_without_a_unit_are_asked_for_in_few_words(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("共 22 项 · 没写明单位")


@pytest.mark.parametrize("said", ["期限存疑的有几个", "存疑的期限", "哪些完成时间拿不准"])
async def test_deadlines_in_doubt_are_shown_to_be_checked(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("期限核对 1/117")


async def test_asking_which_tasks_have_no_report_narrows_by_nothing_else(grace: Resident) -> None:
    assert "tasks · Not reported on yet" in (await grace.says("which of my tasks has no report yet")).splitlines()[0]


@pytest.mark.parametrize("words", ["哪些被退回了", "有没有退回的", "打回来的有哪些"])
async def test_what_was_given_back_is_listed(lin: Resident, chen: Resident, words: str) -> None:
    await lin.submits("1-2 完成了")
    assert (await lin.says(words)).startswith("共 0 项 · 被退回")
    await chen.says("1-2退回，缺数据", "退回")
    assert (await lin.says(words)).startswith("共 1 项 · 被退回")
    assert lin.buttons() == ["1-2"]


@pytest.mark.parametrize("said", ["12月5日以后到期的", "12月5号起到期的任务"])
async def test_a_list_from_a_day_on_holds_all_that_falls_due_then(town: Town, zhou: Resident, said: str) -> None:
    [row] = town.rows(
        """SELECT count(*) AS n FROM standings JOIN units ON units.id = unit_id
        WHERE units.name = '市市场监管局' AND due >= '2019-12-05' AND status <> 'closed'"""
    )
    assert (await zhou.says(said)).startswith(f"共 {row['n']} 项 · 12月5日起到期 · ") and row["n"] > 1
    assert f"共 {row['n']} 项 · 12月5日起到期 · 第 2/" in await zhou.presses("下一页")


async def test_a_list_from_a_day_on_is_told_in_english(grace: Resident) -> None:
    assert " · Due from 6 Dec on" in await grace.says("what is due after 5 December")


@pytest.mark.parametrize("said", ["每两周", "每周一、四", "每周一、周四", "隔周一次"])
async def test_a_rhythm_that_is_not_known_is_no_day(chen: Resident, said: str) -> None:
    assert "改到什么时候？" in await chen.says(f"1-2期限改成{said}")


@pytest.mark.parametrize("said", ["my tasks pls", "whats due this year plz"])
async def test_abbreviations_are_no_filter(town: Town, said: str) -> None:
    grace = town.member(1009, "Grace", "武汉海关", Role.LIAISON, "en")
    assert "was not understood" not in await grace.says(said)


async def test_words_that_lead_to_a_filter_are_none_of_it(nong: Resident) -> None:
    assert "有“种子”的" in await nong.says("which of my tasks mention 种子")


async def test_what_falls_due_soon_may_be_limited_to_a_status(chen: Resident) -> None:
    assert (await chen.says("哪些任务快到期还没动")).startswith("共 3 项 · 未启动 · 11月25日至12月25日到期 · 🔵3\n")


async def test_what_is_late_is_listed_with_what_falls_due_soon(chen: Resident) -> None:
    assert (await chen.says("快到期和逾期的")).startswith("共 10 项 · 12月25日前到期（含逾期） · 🔴7 🔵3\n")


async def test_all_of_the_unit_are_not_those_that_fall_due_soon(lin: Resident) -> None:
    assert (await lin.says("我们局有哪些任务快到期了")).startswith("共 0 项 · 11月25日至12月25日到期\n")


async def test_a_question_behind_a_code_is_about_its_task(nong: Resident) -> None:
    assert (await nong.says("1-3 请问截止时间是哪天")).startswith("1-3 农资打假专项行动\n") and len(nong.heard()) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "公安局有没有什么困难",
        "公安局有没有困难",
        "公安局那边有啥难处没有",
        "公安局有哪些困难",
        "any problems at the police?",
    ],
)
async def test_the_office_asks_for_the_trouble_of_a_unit(
    lin: Resident, zhou: Resident, chen: Resident, asked: str
) -> None:
    await zhou.submits("1-8 受阻 40% 没有经费")
    await lin.submits("1-2 受阻 60% 等省里文件")
    listed = await chen.says(asked)
    assert listed.startswith("共 1 项 · 市公安局 · 受阻") and "等省里文件" in listed


@pytest.mark.parametrize("said", ["2-3没有困难，60%", "2-3没有什么困难，60%", "2-3 60%, without any problems so far"])
async def test_who_has_no_trouble_goes_on(lin: Resident, said: str) -> None:
    assert "状态：进行中\n进度：60%" in await lin.says(said)


@pytest.mark.parametrize("words", ["帮我看看下周有啥安排", "下周有啥安排"])
async def test_what_is_planned_is_no_word_of_a_task(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("共 0 项 · 下周到期")


@pytest.mark.parametrize(("words", "head"), [("逾期的都有哪些,谁的", "共 7 项"), ("逾期的都是谁的", "共 5 家 7 项")])
async def test_which_tasks_are_late_and_whose_they_are_lists_the_tasks(chen: Resident, words: str, head: str) -> None:
    assert (await chen.says(words)).startswith(f"{head} · 已逾期")


async def test_tasks_of_several_units_are_listed_with_each_of_their_units(chen: Resident) -> None:
    listed = await chen.says("几家合办的任务有哪些")
    assert listed.startswith("共 28 项 · 几家合办 · 第 1/3 页") and "40-1" in listed
    assert (await chen.presses("下一页")).startswith("共 28 项 · 几家合办 · 第 2/3 页")
    assert (await chen.says("市公安局有哪些合办的任务")).startswith("共 0 项 · 市公安局 · 几家合办")


@pytest.mark.parametrize("words", ["年底要报什么", "12月底前要报哪些"])
async def test_what_is_to_be_reported_by_a_day_is_what_falls_due_or_is_to_be_reported(
    nong: Resident, lin: Resident, words: str
) -> None:
    answer = await nong.says(words)
    assert "要报进展的 · 到12月31日为止" in answer and "1-3 " in answer and "2-7 " in answer
    assert "2-3" in await lin.says(words)


@pytest.mark.parametrize("words", ["明天要报什么", "要报的有哪些"])
async def test_what_falls_due_later_is_not_to_be_reported_yet(nong: Resident, words: str) -> None:
    answer = await nong.says(words)
    assert "要报进展的" in answer and "1-3 " not in answer


@pytest.mark.parametrize("words", ["年底到期的", "年底要交什么", "1-3要报什么材料"])
async def test_deadlines_and_a_task_are_asked_for_as_ever(nong: Resident, words: str) -> None:
    assert "要报进展的" not in await nong.says(words)


@pytest.mark.parametrize(
    "words", ["what is still missing from me", "what's missing from us", "which ones are still missing"]
)
async def test_what_is_missing_is_no_word_of_a_task(grace: Resident, words: str) -> None:
    answer = await grace.says(words)
    assert "missing" not in answer and "36-4" in answer and "37-3" in answer


async def test_what_must_be_reported_by_a_day_is_asked_in_english(grace: Resident) -> None:
    answer = await grace.says("what must I report before year end")
    assert answer.startswith("2 tasks · To report on · until 31 Dec")


@pytest.mark.parametrize("words", ["本月我报了几条 还差哪些没报", "这个月报了几条 还差哪些", "报了几条 还缺什么"])
async def test_reports_counted_beside_what_is_missing_are_no_work_information(lin: Resident, words: str) -> None:
    assert "工作信息" not in await lin.says(words)


async def test_pieces_of_work_information_are_counted_as_ever(lin: Resident) -> None:
    assert (await lin.says("我们报了几条信息")).startswith("工作信息")


@pytest.mark.parametrize("words", ["哪些任务是跟武昌区一起的", "跟武昌区合办的有哪些", "哪些要和武昌区一起办"])
async def test_what_a_unit_shares_with_another_is_its_own_to_see(town: Town, words: str) -> None:
    jiang = town.member(1054, "江主任", "江岸区人民政府", Role.LIAISON)
    assert (await jiang.says(words)).startswith("共 2 项 · 武昌区人民政府 · 几家合办")
    assert jiang.buttons() == ["39-1", "42-1"]
    assert (await jiang.says("和公安局一起办的有哪些")).startswith("共 0 项 · 市公安局 · 几家合办")
    assert "不能查看" in await jiang.says("武昌区的任务")
