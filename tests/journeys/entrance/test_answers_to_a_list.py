"""Messages that have a meaning only below what was shown last: yes to a list, a number below a card."""

import pytest

from tests.journeys.town import Resident, Town

STORED = """SELECT code, percent, unchanged FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY code"""


@pytest.mark.parametrize("said", ["好的", "确认", "交", "没错", "ok"])
async def test_yes_to_the_one_task_without_news_reports_so(town: Town, jin: Resident, said: str) -> None:
    assert (await jin.says("33-5 没有变化", said)).startswith("已提交 ✓ 本期无变化（1 项）：")
    assert [(row["code"], row["unchanged"]) for row in town.rows(STORED)] == [("33-5", 1)]
    await jin.presses("撤回")
    assert await jin.says("谢谢") != ""


async def test_yes_to_several_shows_them_before_they_are_stored(town: Town, jin: Resident) -> None:
    assert (await jin.says("14-1 18-2 没有变化", "确认")).startswith("下面 2 项各记一份“本期无变化”。")
    assert not town.rows(STORED)
    await jin.says("交")
    assert [row["code"] for row in town.rows(STORED)] == ["14-1", "18-2"]
    await jin.presses("全部撤回")
    assert not town.rows("SELECT 1 FROM reports WHERE withdrawn_at IS NULL")


async def test_yes_to_something_else_that_was_said_since_reports_nothing(town: Town, jin: Resident) -> None:
    await jin.says("33-5 没有变化", "帮助", "好的")
    assert not town.rows(STORED)


@pytest.mark.parametrize("said", ["60", "60%", "60。"])
async def test_a_number_below_a_card_is_how_far_its_task_is(town: Town, jin: Resident, said: str) -> None:
    assert "填报 19-1 三合一审判" in await jin.says("19-1", said) and "进度：60%" in jin.sees()
    await jin.says("交")
    assert [(row["code"], row["percent"]) for row in town.rows(STORED)] == [("19-1", 60)]


async def test_the_number_of_an_own_item_below_a_card_opens_the_item(jin: Resident) -> None:
    assert "第 18 项" in await jin.says("19-1", "18")


async def test_yes_and_no_answer_whether_what_waits_is_given_up(town: Town, jin: Resident) -> None:
    assert "填报 19-1" in await jin.says("19-1 受理412件", "18-2 40%", "交", "取消", "继续")
    assert await jin.says("18-2 45%", "交", "取消", "是") == "已取消，没有提交任何内容。"
    assert not town.rows("SELECT 1 FROM drafts")


async def test_yes_after_something_else_gives_nothing_up(town: Town, jin: Resident) -> None:
    await jin.says("19-1 受理412件", "18-2 40%", "交", "取消", "我的任务", "是")
    assert town.rows("SELECT 1 FROM drafts")


async def test_a_line_of_the_list_is_named_by_its_place(jin: Resident) -> None:
    assert (await jin.says("我的任务", "第二个")).startswith("18-2 最高院刑事保护落实")
    assert "填报 19-1" in await jin.says("我的任务", "第三个 40%")


async def test_that_nothing_was_with_tasks_named_is_no_change(jin: Resident) -> None:
    assert (await jin.says("14-1 18-2本季度都没啥")).startswith("没有变化请点按钮确认：")


async def test_urgent_is_what_was_shown_last(jin: Resident) -> None:
    assert (await jin.says("18-2 受阻，缺批复", "交", "19-1", "这个急")).startswith("还没有可以标“急”的填报。")


async def test_on_another_page_the_places_are_those_of_that_page(kuang: Resident) -> None:
    await kuang.says("我的任务")
    await kuang.presses("下一页")
    first, *_ = kuang.buttons()
    assert f"填报 {first} " in await kuang.says("第一个 40%")


@pytest.mark.parametrize("said", ["卡住了 没钱", "没钱 卡着"])
async def test_how_it_stands_below_a_card_is_of_its_task(lin: Resident, said: str) -> None:
    shown = await lin.says("1-2", said)
    assert "填报 1-2" in shown and f"状态：受阻\n情况：（无）\n困难和需要的支持：{said}" in shown


@pytest.mark.parametrize("said", ["受阻的", "受阻的有哪些"])
async def test_a_list_can_be_asked_for_below_a_card(lin: Resident, said: str) -> None:
    assert (await lin.says("1-2", said)).startswith("共 0 项 · 受阻")


@pytest.mark.parametrize("said", ["这些都按80报", "都80%", "上面这些都80", "全部报80%"])
async def test_all_of_a_list_are_shown_at_a_percent_before_it_counts(town: Town, jin: Resident, said: str) -> None:
    listed = len((await jin.says("我的任务")).splitlines()) - 1
    assert (await jin.says(said)).startswith(f"读到 {listed} 条，请核对") and not town.rows(STORED)
    assert jin.sees().count("进度：80%") == listed
    await jin.presses("全部提交")
    assert [row["percent"] for row in town.rows(STORED)] == [80] * listed


async def test_of_a_list_of_several_pages_only_what_is_shown_is_read_and_that_is_said(zhou: Resident) -> None:
    await zhou.says("我的任务")
    shown = await zhou.says("全部报80%")
    assert shown.startswith("只读到这一页的任务；别的页上还有 43 项，请翻到那一页再说一遍。\n\n读到 10 条")


async def test_without_a_list_nobody_knows_which_these_are(town: Town, jin: Resident) -> None:
    assert (await jin.says("这些都按80报")).startswith("没听明白。")
    assert not town.rows("SELECT * FROM drafts")


@pytest.mark.parametrize("said", ["2-3先别报", "2-3先不报", "2-3暂时不用报", "先不报2-3", "2-3先放着吧"])
async def test_what_is_not_to_be_reported_begins_nothing(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says("我的任务", said)).startswith("好的，2-3 先不报，什么也没有记。")
    assert not town.rows("SELECT * FROM drafts")


@pytest.mark.parametrize("said", ["2-3 70%，抓获5人？我再核一下，先别交", "2-3 70%，抓获5人，先不报"])
async def test_what_is_told_but_not_to_be_handed_in_yet_is_shown_for_checking(lin: Resident, said: str) -> None:
    preview = await lin.says(said)
    assert preview.startswith("填报 2-3") and "抓获人数 5 人" in preview and "先" not in preview


@pytest.mark.parametrize("said", ["1-2 80%，2-3 60%，先别交", "1-2 80%\n2-3 60%，交吧"])
async def test_words_for_handing_in_below_several_reports_are_part_of_none(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("读到 2 条") and lin.sees().count("情况：（无）") == 2


@pytest.mark.parametrize("said", ["剩下的先不管", "其他的先不报", "这些先放放"])
async def test_the_rest_is_left_as_it_is(lin: Resident, said: str) -> None:
    assert (await lin.says("我的任务", said)).startswith("好的，先不报，什么也没有记。")


async def test_whether_to_report_is_a_question(lin: Resident) -> None:
    assert "先不报" not in await lin.says("2-3先不报行吗")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("再往后推两周", "4月14日"),
        ("再推一周吧", "4月7日"),
        ("再延半个月", "4月15日"),
        ("能不能再往后挪10天", "4月10日"),
    ],
)
async def test_later_below_a_request_is_a_later_day_for_it(lin: Resident, said: str, day: str) -> None:
    await lin.says("1-2申请延期到2020年3月底", "人手不够")
    await lin.presses("提交")
    shown = await lin.says(said)
    assert f"申请延到：2020年{day}\n原因和进展：人手不够" in shown


async def test_later_below_the_state_of_a_request_is_so_too(town: Town, lin: Resident) -> None:
    await lin.says("1-2申请延期到2020年3月底", "人手不够")
    await lin.presses("提交")
    await town.move_to("2019-11-26 10:00")
    await lin.says("我的延期批了没有")
    assert "申请延到：2020年4月14日" in await lin.says("再往后推两周")


async def test_a_code_below_the_list_of_tasks_to_extend_asks_for_more_time(zhou: Resident) -> None:
    await zhou.says("延期")
    assert (await zhou.says("1-8")).startswith("申请延期 1-8")


async def test_a_code_below_a_card_shows_the_next_card(zhou: Resident) -> None:
    await zhou.says("1-8")
    assert (await zhou.says("1-9")).startswith("1-9 网络市场监管专项\n")


@pytest.mark.parametrize(("said", "code"), [("第二个", "1-3"), ("the second one", "1-3"), ("最后一个", "10-2")])
async def test_a_task_to_report_on_is_chosen_by_its_place(nong: Resident, said: str, code: str) -> None:
    await nong.says("报进展")
    assert (await nong.says(said)).startswith(f"填报 {code} ")


async def test_of_the_tasks_a_report_may_be_about_one_is_chosen_by_its_place(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    await zhou.says("这个已经办完了", reply_to=zhou.last().message_id)
    assert "填报 29-11 " in await zhou.says("第二个")


async def test_the_places_of_a_list_are_counted_from_its_end_too(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    checked = await zhou.says("第一个70%，后两个完成了")
    assert (
        checked.count("状态：已完成") == 2
        and "填报 29-7 宣传普及·市监（措施待核实）\n状态：进行中\n进度：70%" in checked
    )


@pytest.mark.parametrize("between", ["1-3", "前四个是不是年底的"])
async def test_places_count_in_the_last_list_although_a_card_was_opened_since(nong: Resident, between: str) -> None:
    second = (await nong.says("我的任务")).splitlines()[2].split()[1]
    await nong.says(between)
    assert f"填报 {second} " in await nong.says("第二个查了18家，没问题")
    assert "第二个" not in nong.sees()


async def test_a_digest_below_an_old_list_counts_instead(town: Town, zhou: Resident) -> None:
    await zhou.says("我的任务", "1-8")
    await town.move_to("2019-12-02 09:00")
    first = zhou.buttons()[0]
    assert f"填报 {first} " in await zhou.says("第一个70%")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("第二条是啥", "1-3 农资打假专项行动\n"),
        ("把第二条撤了", "您最近的一份填报：1-3 "),
        ("第二条立案改成5", "统计数据：立案件数 5 件"),
        ("第一条培训人数写错了，是56", "统计数据：培训人次 56"),
    ],
)
async def test_places_below_a_list_of_reports_are_of_those(nong: Resident, said: str, shown: str) -> None:
    await nong.says("1-3 80%，立案4件", "提交", "43-1完成了，培训210人", "提交", "今天报了哪些")
    assert shown in await nong.says(said)


async def test_a_task_asked_about_is_not_the_one_that_a_report_waits_for(lin: Resident) -> None:
    await lin.says("这个月又查了15家", "我们还有哪些没报")
    assert (await lin.says("7-1呢")).startswith("7-1 打假研判平台建设\n任务名称")
    assert "填报 7-1" in await lin.says("继续", "是7-1的")


async def test_places_count_in_the_list_as_it_was_shown(nong: Resident) -> None:
    second = (await nong.says("我的任务")).splitlines()[2].split()[1]
    await nong.says("第一个抽了60批，完成", "提交")
    assert f"填报 {second} " in await nong.says("第二个查了18家，80")


@pytest.mark.parametrize("said", ["改成75", "75吧", "75%"])
async def test_a_percent_below_a_card_is_of_its_task(lin: Resident, said: str) -> None:
    await lin.says("1-2")
    assert "填报 1-2" in await lin.says(said) and "进度：75%" in lin.sees()


@pytest.mark.parametrize(("said", "corrects"), [("改成75", True), ("75", False)])
async def test_a_percent_put_right_below_a_card_corrects_the_report_just_made(
    town: Town, lin: Resident, said: str, corrects: bool
) -> None:
    await lin.says("1-2 60%", "提交", "1-2", said, "提交")
    assert [bool(row["replaces"]) for row in town.rows("SELECT replaces FROM reports ORDER BY id")] == [False, corrects]


async def test_a_correction_of_nothing_reported_opens_no_report(town: Town, lin: Resident) -> None:
    assert "哪一项" not in await lin.says("别晚上提醒我", "改成8点吧")
    assert town.rows("SELECT id FROM dialogs WHERE state = 'open'") == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("看看第二个", "2-3 食药环"),
        ("报第三个", "填报 6-7 "),
        ("做完了前两个", "读到 2 条"),
        ("open the second one", "2-3 "),
    ],
)
async def test_a_place_may_stand_behind_what_is_wanted(lin: Resident, said: str, shown: str) -> None:
    assert shown in await lin.says("我的任务", said)


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("催一下前两个", "市公安局、市农业农村局"),
        ("催前两家单位", "市公安局、市农业农村局"),
        ("催第二家", "市农业农村局"),
        ("催公安局", "市公安局"),
    ],
)
async def test_places_in_a_list_of_units_are_units_of_which_that_list_is_asked_for(
    town: Town, lin: Resident, nong: Resident, zhou: Resident, chen: Resident, said: str, units: str
) -> None:
    shown = await chen.says("没报的单位", said)
    assert f"办公室请{units}尽快填报" in shown
    await chen.presses("确认发送")
    await town.app.ticker.tick()
    nudged = [any("催办" in message.text for message in each.messages()) for each in (lin, nong, zhou)]
    assert nudged == [name in units for name in ("市公安局", "市农业农村局", "市市场监管局")]


@pytest.mark.parametrize(
    ("said", "shown"), [("第二个怎么样", "汇总 · 市农业农村局"), ("第一个的联络员是谁", "市公安局\n· 林警官")]
)
async def test_units_in_a_list_are_asked_about_by_their_places(
    lin: Resident, nong: Resident, chen: Resident, said: str, shown: str
) -> None:
    assert (await chen.says("没报的单位", said)).startswith(shown)


async def test_on_another_page_of_units_the_places_are_those_of_that_page(chen: Resident) -> None:
    await chen.says("没报的单位", "下一页")
    name = chen.last().buttons[1].text
    assert name in await chen.says("第二个怎么样") and chen.sees().startswith("汇总")


@pytest.mark.parametrize(
    ("said", "shown"), [("下一个呢", "6-7 "), ("下面那个", "6-7 "), ("the next one", "6-7 "), ("上一个", "1-2 ")]
)
async def test_the_line_beside_the_one_shown_last_is_named_by_that(lin: Resident, said: str, shown: str) -> None:
    await lin.says("我的任务", "第二个")
    assert (await lin.says(said)).startswith(shown)


async def test_behind_the_last_line_there_is_none(lin: Resident) -> None:
    await lin.says("我的任务", "38-1")
    assert "您是想…？" in await lin.says("下一个呢")
