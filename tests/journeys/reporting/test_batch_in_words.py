"""Checking several reports in words: submitting, changing and dropping single ones, leaving and resuming."""

import pytest

from tests.journeys.reporting.reports_stored import drafts_stored, reports_stored
from tests.journeys.town import Resident, Town

TWO = "14-2 50%，立案3件\n18-1 60%，开了会"


@pytest.mark.parametrize(
    "words", ["全部提交", "可以", "对，提交", "提交", "好 交了吧", "没问题", "ok submit", "Submit all", "确认"]
)
async def test_consent_in_words_submits_all(town: Town, lin: Resident, words: str) -> None:
    assert (await lin.says(TWO, words)).startswith("已提交 ✓\n14-2"), lin.sees()
    assert [row[0] for row in reports_stored(town)] == ["14-2", "18-1"] and drafts_stored(town) == []


async def test_consent_is_taken_once_over_a_kill(town: Town, lin: Resident) -> None:
    await lin.says(TWO, "全部提交")
    await town.restart_undone()
    assert len(reports_stored(town)) == 2 and lin.sees().startswith("已提交 ✓\n14-2")


@pytest.mark.parametrize("words", ["种子", "那个", "嗯？", "别提交", "可以吗", "今天领导来过", "不对"])
async def test_what_does_not_surely_agree_submits_nothing(town: Town, lin: Resident, words: str) -> None:
    await lin.says(TWO, words)
    assert reports_stored(town) == [] and len(drafts_stored(town)) == 2


@pytest.mark.parametrize("words", ["18-1什么时候到期", "我的任务", "18-1改成80%"])
async def test_what_a_text_would_change_is_not_tried_in_the_database(town: Town, lin: Resident, words: str) -> None:
    await lin.says(TWO)
    asked = list[str]()
    town.db.conn.set_trace_callback(asked.append)
    await lin.says(words)
    town.db.conn.set_trace_callback(None)
    assert asked and not any("ROLLBACK" in sql for sql in asked)


async def test_what_is_not_understood_says_how_one_is_changed_and_shows_all_again(lin: Resident) -> None:
    shown = await lin.says(TWO, "今天领导来过")
    assert shown.startswith("“今天领导来过”没有写进去。要改请写编号和“改成80%”") and "读到 2 条" in shown
    assert lin.buttons()[0] == "全部提交"


@pytest.mark.parametrize("words", ["18-1改成80%", "18-1 80%", "第二条改成80%", "18-1进度改为80%", "18-1 is 80%"])
async def test_one_line_is_changed_in_words(town: Town, lin: Resident, words: str) -> None:
    shown = await lin.says(TWO, words)
    assert "填报 18-1" in shown and "进度：80%" in shown and lin.buttons()[0] == "全部提交", shown
    await lin.says("可以")
    assert [(row[0], row[2]) for row in reports_stored(town)] == [("14-2", 50), ("18-1", 80)]


@pytest.mark.parametrize("words", ["14-2是9件，18-1改成80%", "18-1改成80%，14-2是9件", "14-2的立案是9件，18-1 80%"])
async def test_several_lines_are_put_right_at_once(town: Town, lin: Resident, words: str) -> None:
    shown = await lin.says(TWO, words)
    assert "统计数据：立案件数 9 件" in shown and "进度：80%" in shown and "情况：是9件" not in shown
    await lin.says("可以")
    assert [(row[0], row[2]) for row in reports_stored(town)] == [("14-2", 50), ("18-1", 80)]


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("18-1改成80%，又查了两家企业", "进度：80%\n情况：60%，开了会\n改成80%，又查了两家企业\n统计数据：检查户次 2"),
        ("18-1今天办完了，到会185人", "状态：已完成\n情况：60%，开了会\n今天办完了，到会185人"),
        ("18-1再加一句：立案21件", "进度：60%\n情况：60%，开了会\n立案21件\n统计数据：立案件数 21 件"),
        ("第二条 查了5家店，罚了2万", "情况：60%，开了会\n查了5家店，罚了2万\n统计数据：检查户次 5，罚没金额 2 万元"),
        ("18-1 情况：又发了函", "进度：60%\n情况：60%，开了会\n又发了函"),
    ],
)
async def test_what_is_told_of_one_of_them_is_read_as_when_it_is_said_first(
    lin: Resident, words: str, taken: str
) -> None:
    shown = await lin.says(TWO, words)
    assert shown.startswith("读到 2 条") and taken in shown, shown


@pytest.mark.parametrize(
    ("said", "words", "taken"),
    [
        ("1-8 90%\n1-9 受阻", "平台数据不给", "困难和需要的支持：平台数据不给"),
        ("1-8 90%\n1-9 受阻", "1-9缺经费", "困难和需要的支持：缺经费"),
        ("1-8 90%\n1-9 受阻\n1-12 受阻", "1-12 人手不够", "困难和需要的支持：人手不够"),
        ("1-8 90%\n1-9 查了3家", "大概七成", "进度：70%"),
        ("1-8 90%\n1-9 查了3家", "1-9 75", "进度：75%"),
    ],
)
async def test_the_only_thing_that_is_missing_is_taken_without_its_name(
    zhu: Resident, said: str, words: str, taken: str
) -> None:
    shown = await zhu.says(said, words)
    assert taken in shown and "没有写进去" not in shown and "情况：平台" not in shown, shown


async def test_the_same_again_stands_there_already(town: Town, zhu: Resident) -> None:
    said = "1-9 立案89件，罚没158.7万元，下架312条"
    assert (await zhu.says(f"{said}，85%\n1-8 立案12件，90%", said)).startswith("已经是这样写的：")
    assert "进度：86%" in await zhu.says("1-8 90%，1-9 86%")
    await zhu.says("全部提交")
    assert len(reports_stored(town)) == 2


async def test_what_is_not_counted_is_told_of_each(zhu: Resident) -> None:
    shown = await zhu.says("1-8 查处商标案件38件，约谈企业8家，罚没款92.4万元，完成92%\n1-9 立案21件，进度85%")
    assert "只留在情况里、不计入统计的：约谈企业8家\n\n填报 1-9" in shown, shown
    assert shown.count("不计入统计的") == 1


async def test_a_change_is_made_once_over_a_kill(town: Town, lin: Resident) -> None:
    await lin.says(TWO, "18-1 80%，发了函")
    await town.restart_undone()
    await lin.says("可以")
    assert reports_stored(town)[1] == ("18-1", "in_progress", 80, "60%，开了会\n80%，发了函", "")


async def test_the_status_of_a_line_is_changed_in_words(town: Town, lin: Resident) -> None:
    assert "状态：已完成" in await lin.says(TWO, "第一条已完成")
    await lin.says("可以")
    assert [row[1] for row in reports_stored(town)] == ["submitted", "in_progress"]


@pytest.mark.parametrize("words", ["第二条改成180%", "18-1 不对", "改成80%"])
async def test_a_change_that_does_not_say_to_what_changes_nothing(lin: Resident, words: str) -> None:
    shown = await lin.says(TWO, words)
    assert "没有写进去" in shown and "进度：60%\n情况：60%，开了会" in shown and words not in shown.split("情况", 1)[1]


@pytest.mark.parametrize(
    "words",
    ["第二条不要", "18-1不要了", "把18-1删掉", "去掉18-1", "第二条先不报", "drop 18-1", "最后一条删了吧", "18-1取消"],
)
async def test_one_line_is_left_out_in_words(town: Town, lin: Resident, words: str) -> None:
    shown = await lin.says(TWO, words)
    assert shown.startswith("已去掉：18-1。\n\n请核对") and "填报 18-1" not in shown, shown
    await lin.says("可以")
    assert [row[0] for row in reports_stored(town)] == ["14-2"] and drafts_stored(town) == []


async def test_a_line_is_left_out_once_over_a_kill(town: Town, lin: Resident) -> None:
    await lin.says(f"{TWO}\n6-7 20%", "第二条不要")
    await town.restart_undone()
    assert {code for code, *_ in drafts_stored(town)} == {"14-2", "6-7"}


async def test_a_line_is_left_out_by_what_it_says(town: Town, lin: Resident) -> None:
    assert (await lin.says("14-2 没变化\n18-1 60%，开了会", "把没变化删掉")).startswith("已去掉：14-2。")
    assert [code for code, *_ in drafts_stored(town)] == ["18-1"]


async def test_words_are_cut_out_of_a_note_that_says_more(lin: Resident) -> None:
    shown = await lin.says("14-2 50%，人员没变化\n18-1 60%，开了会", "把人员没变化删掉")
    assert "已去掉" not in shown and "没变化" not in shown and "填报 14-2" in shown


async def test_the_last_line_is_not_left_out_but_all_is_given_up(town: Town, lin: Resident) -> None:
    await lin.says("14-2 50%\n18-1 60%", "第二条不要", "第一条不要")
    assert [code for code, *_ in drafts_stored(town)] == ["14-2"]


async def test_one_line_is_left_out_by_a_button(town: Town, lin: Resident) -> None:
    await lin.says(TWO)
    await lin.presses("取消")
    assert lin.buttons() == ["不要了", "继续", "只去掉 14-2", "只去掉 18-1"]
    shown = await lin.presses("只去掉 14-2")
    assert "填报 18-1" in shown and "填报 14-2" not in shown
    assert [code for code, *_ in drafts_stored(town)] == ["18-1"]


async def test_the_words_on_a_button_do_what_it_does(town: Town, lin: Resident) -> None:
    assert "填报 18-1" in await lin.says(TWO, "修改 18-1") and lin.buttons()[:2] == ["提交", "修改"]
    await lin.says("继续填报")
    await lin.presses("全部提交")
    assert len(reports_stored(town)) == 2


async def test_a_line_that_is_given_up_in_its_own_dialog_leaves_the_others_offered(town: Town, lin: Resident) -> None:
    await lin.says(TWO)
    assert (await lin.presses("修改 14-2", "取消", "不要了")).endswith("还没提交的填报：18-1。")
    assert "还有" not in lin.sees() and "填报 18-1" in await lin.says("继续填报")
    await lin.says("可以")
    assert [row[0] for row in reports_stored(town)] == ["18-1"]


async def test_giving_up_in_words_asks_once(town: Town, lin: Resident) -> None:
    assert await lin.says(TWO, "取消") == "真的取消吗？这几条没提交的内容不会保留：14-2、18-1。"
    await lin.presses("不要了")
    assert drafts_stored(town) == reports_stored(town) == []


@pytest.mark.parametrize("question", ["我的任务", "1-2", "哪些快到期了", "/deadlines"])
async def test_a_question_in_between_is_answered_and_the_check_stands_below_it_again(
    town: Town, lin: Resident, question: str
) -> None:
    heard = await lin.says(TWO, question)
    assert "读到 2 条，请核对" not in heard.split("\n")[0] and "读到 2 条，请核对" in heard, heard
    assert lin.buttons()[0] == "全部提交"
    await lin.says("可以")
    assert len(reports_stored(town)) == 2


async def test_it_waits_while_something_else_is_begun_and_is_gone_on_with(town: Town, lin: Resident) -> None:
    heard = await lin.says(TWO, "2-3 完成80%")
    assert "填报 2-3" in heard and heard.endswith("还有 2 条没提交：14-2、18-1，要接着办请点“继续”。")
    await lin.presses("提交", on=next(each for each in reversed(lin.messages()) if "填报 2-3" in each.text))
    assert "还没提交的填报：18-1、14-2。" in lin.sees()
    assert "读到 2 条" in await lin.says("继续填报")
    await lin.says("全部提交")
    assert [row[0] for row in reports_stored(town)] == ["2-3", "14-2", "18-1"]


async def test_it_goes_on_after_a_restart(town: Town, lin: Resident) -> None:
    await lin.says(TWO)
    await town.restart()
    await lin.says("第二条改成80%")
    await town.restart()
    await lin.says("全部提交")
    assert [row[2] for row in reports_stored(town)] == [50, 80]


async def test_left_for_a_day_it_takes_no_words_and_is_offered(town: Town, lin: Resident) -> None:
    await lin.says(TWO)
    await town.move_to("2019-11-27 08:30")
    assert (await lin.says("可以")).endswith("还有 2 条没提交：14-2、18-1，要接着办请点“继续”。")
    assert reports_stored(town) == []
    await lin.presses("继续")
    assert (await lin.says("可以")).startswith("已提交 ✓")


async def test_several_reports_are_changed_in_english(lin: Resident) -> None:
    await lin.says("/language")
    await lin.presses("English")
    assert "Progress: 80%" in await lin.says(TWO, "change 18-1 to 80%")
    assert (await lin.says("remove the second one")).startswith("Left out: 18-1.")
    assert "Submitted" in await lin.says("ok, submit")


async def test_the_same_percentage_for_several_and_consent_to_all(zhu: Resident) -> None:
    said = await zhu.says("1-8 1-9 1-12 这三项进度都是80，1-18 60")
    assert said.count("进度：80%\n情况：（无）") == 3 and "进度：60%" in said
    assert "1-12 互联网虚假广告整治 · 进行中 80%" in await zhu.says("全交")


@pytest.mark.parametrize("words", ["全部交", "都交了吧", "全都报上去"])
async def test_all_are_agreed_to_in_words(lin: Resident, words: str) -> None:
    assert "1-2 昆仑行动打食药环犯罪 · 进行中 60%" in await lin.says("1-2 60%\n2-3 抓了2个", words)


async def test_the_label_of_a_button_is_said_and_the_rest_agreed_to(town: Town, nong: Resident) -> None:
    await nong.says("1-3 60%\n3-5 70% 会签完了\n4-2 50%", "第三条不要报", "提交1-3")
    assert "已提交" in await nong.says("其余无误，请予提交")
    assert [each["percent"] for each in town.rows("SELECT percent FROM reports ORDER BY id")] == [60, 70]


WITH_FIGURES = "1-8 90%，立案45件\n1-9 80%，查处案件6件，罚款43万"


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("铁拳91%，网络那个85", "进度：91%", "进度：85%"),
        ("罚款是48万", "立案件数 45 件", "立案件数 6 件，罚没金额 48 万元"),
        ("后一个86%", "进度：90%", "进度：86%"),
        ("上面那个立案46件", "立案件数 46 件", "立案件数 6 件"),
        ("都改成92%", "进度：92%", "进度：92%"),
        ("两个都是93", "进度：93%", "进度：93%"),
    ],
)
async def test_which_report_is_changed_follows_from_what_is_shown(
    zhu: Resident, words: str, first: str, second: str
) -> None:
    shown = await zhu.says(WITH_FIGURES, words)
    before, _, behind = shown.partition("填报 1-9")
    assert first in before and second in behind and "没有写进去" not in shown, shown


async def test_a_figure_of_a_named_report_is_taken_out(zhu: Resident) -> None:
    shown = await zhu.says(WITH_FIGURES, "1-9的罚款不要")
    assert "立案件数 6 件" in shown and "罚没金额" not in shown


async def test_one_of_several_is_submitted_or_left_out_by_words_about_it(town: Town, zhu: Resident) -> None:
    assert (await zhu.says(WITH_FIGURES, "第一个不要了")).startswith("已去掉：1-8。")
    assert "已提交 ✓\n1-8" in await zhu.says("1-8 90%\n1-9 85%", "先交1-8") and "提交 1-9" in zhu.buttons()


@pytest.mark.parametrize("words", ["改成80%", "上面那个不对", "罚没款有多少"])
async def test_what_may_be_of_either_changes_neither(zhu: Resident, words: str) -> None:
    await zhu.says(WITH_FIGURES, words)
    assert "进度：90%" in zhu.sees() and "进度：80%" in zhu.sees() and "提交 1-8" in zhu.buttons()


async def test_what_is_told_between_two_codes_is_of_neither_and_all_can_still_be_submitted(zhu: Resident) -> None:
    await zhu.says("1-8立案14件 80% 1-9立案3件 60%", "1-8的立案里有2件是1-9的 重了")
    shown = zhu.sees()
    assert shown.startswith("“1-8的立案里有2件是1-9的 重了”没有写进去。")
    assert "统计数据：立案件数 14 件" in shown and "重了\n" not in shown
    assert "1-8 铁拳方案严查商标专利 · 进行中 80%" in await zhu.says("全部提交", "全部提交")


ONE_LEFT = ("1-10 60%，立案3件\n1-18 检查56家，立案5件", "提交")


async def test_what_is_told_of_another_task_does_not_change_the_one_left(town: Town, zhu: Resident) -> None:
    await zhu.says(*ONE_LEFT, "除了2-11，蓄电池查了15家，立案1起，其他没变化")
    assert any("填报 2-11" in each for each in zhu.heard())
    assert '{"检查户次": 56, "立案件数": 5}' in {row["figures"] for row in town.rows("SELECT figures FROM drafts")}


async def test_what_is_told_below_a_card_is_of_that_task_although_a_report_is_left(zhu: Resident) -> None:
    await zhu.says(*ONE_LEFT, "43-6", "办了一期，培训130人，做完了")
    shown = next(each.text for each in reversed(zhu.messages()) if "培训人次 130" in each.text)
    assert shown.startswith("填报 43-6 ")


async def test_all_that_the_morning_message_names_is_put_at_a_percent(town: Town, zhu: Resident) -> None:
    await town.move_to("2019-12-09 09:00")
    shown = await zhu.says("都差不多80")
    assert "进度：80%" in shown and "填报 29-7 " in shown and "填报 1-8 " not in shown


@pytest.mark.parametrize("words", ["43-1进度跳过", "跳过", "43-1 跳过"])
async def test_the_percent_of_one_is_left_out_by_its_code(town: Town, nong: Resident, words: str) -> None:
    await nong.says("43-1培训两期120人\n1-3 60%，开了会")
    assert "还差“进度”" in nong.sees()
    assert "还差" not in await nong.says(words)
    assert "已提交 ✓" in await nong.says("可以")


@pytest.mark.parametrize(
    "greeting",
    [
        "各位领导好，我是老林，",
        "您好，这里是公安局的老林，",
        "领导好！本人是公安局林警官，",
        "大家好，我是小林，先说一下，",
    ],
)
async def test_a_long_message_of_somebody_who_gives_their_name_is_told_by_task(
    town: Town, lin: Resident, greeting: str
) -> None:
    shown = await lin.says(
        f"{greeting}1-2我们查了三家店，罚了2万，2-3那个还在弄，大概一半吧，7-1上个月就办完了，材料在抽屉里，回头拍给你们"
    )
    assert shown.startswith("读到 3 条") and "情况：上个月就办完了，材料在抽屉里，回头拍给你们" in shown, shown
    assert [each["note"] for each in town.rows("SELECT note FROM drafts ORDER BY assignment_id")][1:] == [
        "那个还在弄，大概一半吧",
        "上个月就办完了，材料在抽屉里，回头拍给你们",
    ]


async def test_a_task_of_others_between_them_is_named_as_not_taken(lin: Resident) -> None:
    shown = await lin.says("我是老林，1-2查了三家店，1-8那个还在弄，大概一半吧，7-1上个月就办完了")
    assert shown.startswith("读到 2 条") and "“1-8那个还在弄，大概一半吧”：1-8 由市市场监管局负责" in shown
