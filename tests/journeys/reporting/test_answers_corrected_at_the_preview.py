"""At the preview, an answer can be corrected by naming it, and the words for that do not get into the report."""

import pytest

from tests.journeys.files_sent import PHOTO
from tests.journeys.town import Resident, Town


async def to_the_preview(lin: Resident) -> None:
    await lin.says("2-3 60%，开了会")


@pytest.mark.parametrize("said", ["状态改成受阻", "状态改受阻", "把状态改受阻"])
async def test_a_task_said_to_be_blocked_has_its_obstacle_asked(lin: Resident, said: str) -> None:
    await to_the_preview(lin)
    assert "卡在哪里" in await lin.says(said)
    preview = await lin.says("缺检验报告")
    assert "状态：受阻" in preview and "困难和需要的支持：缺检验报告" in preview and "改成" not in preview


@pytest.mark.parametrize(
    "said", ["情况改成：又开了会", "情况改为又开了会", "请把情况改成 又开了会", "change note to: 又开了会"]
)
async def test_the_note_is_what_follows(lin: Resident, said: str) -> None:
    await to_the_preview(lin)
    assert "情况：又开了会\n" in await lin.says(said) + "\n"
    assert "提交" in lin.buttons() and "改" not in lin.sees().partition("提交")[0]


async def test_several_answers_are_put_right_at_once(lin: Resident) -> None:
    await to_the_preview(lin)
    preview = await lin.says("进度改为75%，情况改为又开了会，查了三家")
    assert "进度：75%" in preview and "情况：又开了会，查了三家" in preview and "改为" not in preview


async def test_the_name_of_the_question_is_no_part_of_its_answer(lin: Resident) -> None:
    await lin.begins("2-3", "进行中")
    await lin.says("60", "情况：开了会")
    await lin.presses("直接核对")
    assert "情况：开了会" in lin.sees() and "情况：情况" not in lin.sees()


@pytest.mark.parametrize("said", ["change progress to 70%", "change it to 70%"])
async def test_progress_is_put_right_in_english(lin: Resident, said: str) -> None:
    await to_the_preview(lin)
    preview = await lin.says(said)
    assert "进度：70%" in preview and "change" not in preview


async def test_a_value_that_is_none_leaves_the_report(lin: Resident) -> None:
    await to_the_preview(lin)
    preview = await lin.says("进度改成很多")
    assert "进度：60%" in preview and "改成很多" not in preview.partition("请核对")[2]


@pytest.mark.parametrize("said", ["困难：缺设备", "存在问题：缺设备", "obstacle: 缺设备"])
async def test_what_is_named_as_the_obstacle_is_never_lost_and_blocks_nothing_by_itself(
    town: Town, lin: Resident, said: str
) -> None:
    assert f"状态：进行中\n进度：60%\n情况：{said}" in await lin.says("1-2 60%", said)
    shown = await lin.says("改成受阻，没人", said)
    assert "状态：受阻" in shown and "困难和需要的支持：" in shown and shown.count("缺设备") == 2
    await lin.presses("提交")
    assert town.rows("SELECT status, note, obstacle FROM reports") == [
        {"status": "blocked", "note": said, "obstacle": "没人\n缺设备"}
    ]


@pytest.mark.parametrize("said", ["困难：无", "存在问题：暂无", "difficulties: none"])
async def test_work_that_nothing_obstructs_is_not_blocked(lin: Resident, said: str) -> None:
    shown = await lin.says("1-2 60%", said)
    assert f"状态：进行中\n进度：60%\n情况：{said}" in shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("六十五", "进度：65%"),
        ("不要立案那个数", "统计数据：抓获人数 2 人"),
        ("只留抓获", "统计数据：抓获人数 2 人"),
        ("进度不填", "状态：进行中\n情况"),
        ("不写进度了", "状态：进行中\n情况"),
        ("情况清空", "情况：（无）"),
        ("重写情况", "现在写的是：端掉一个窝点"),
        ("情况写错了", "现在写的是：端掉一个窝点"),
        ("“一个”改“两个”", "情况：端掉两个窝点"),
        ("把窝点改成作坊", "情况：端掉一个作坊"),
        ("情况不对，应该是端掉两个", "情况：端掉两个窝点"),
        ("情况里最后加上：已上报", "情况：端掉一个窝点\n已上报"),
        ("情况前面加上：本月", "情况：本月端掉一个窝点"),
        ("补充一下，又抓了3个", "抓获人数 5 人"),
        ("状态写成受阻", "卡在哪里"),
        ("状态错了，是受阻，缺人", "困难和需要的支持：缺人"),
        ("抓获5人，进度改成65", "进度：65%"),
    ],
)
async def test_an_answer_is_changed_by_its_name(lin: Resident, said: str, shown: str) -> None:
    await lin.says("1-2 60% 立案3件 抓获2人", "情况：端掉一个窝点")
    answer = await lin.says(said)
    assert shown in answer and "没有写进去" not in answer


async def test_what_is_told_before_a_correction_waits_to_be_placed(lin: Resident) -> None:
    shown = await lin.says("1-2 60% 抓获2人，开了会", "还没结案，进度改成65")
    assert "进度：65%" in shown and "“还没结案，进度改成65”" in shown


async def test_all_figures_are_taken_out_by_their_name(grace: Resident) -> None:
    await grace.says("1-7 80% seized 20 items")
    assert "Figures" not in await grace.says("remove the figure")


@pytest.mark.parametrize("said", ["照片发错了，去掉", "换一张", "照片错了"])
async def test_a_wrong_file_can_be_taken_out_below_its_question(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 60%")
    await lin.does(lambda: town.world.send_photo(lin.id, PHOTO))
    assert "发错了点 ✕ 去掉" in await lin.says(said)


async def test_another_answer_is_corrected_behind_the_note(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert "进度：65%" in await lin.says("60", "抓了5人，案值30万，进度改成65")
    assert "情况：抓了5人，案值30万\n" in await lin.says("跳过")


async def test_a_status_put_right_at_another_question_blocks_nothing_by_itself(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    answer = await lin.says("写错状态了，是受阻")
    assert "状态：受阻" in answer and "困难" not in answer


async def test_a_note_that_no_longer_says_done_begins_with_its_next_words(lin: Resident) -> None:
    await lin.says("14-2 done, the Q3 analysis was sent on Monday")
    assert "\n情况：the Q3 analysis was sent on Monday" in await lin.says("it is ongoing")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("移送的不算", "立案件数 2 件，检查户次 60"),
        ("立案不算数", "检查户次 60，移送司法机关件数 1 件"),
        ("立案先不报", "检查户次 60，移送司法机关件数 1 件"),
        ("检查那个不报了", "立案件数 2 件，移送司法机关件数 1 件"),
    ],
)
async def test_a_figure_that_is_not_to_count_goes_and_the_note_stays(lin: Resident, said: str, left: str) -> None:
    note = "联合执法5次 检查商户60家 立案2起 其中1起移送检察院"
    await lin.says(f"6-7 {note}")
    assert f"情况：{note}\n统计数据：{left}" in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("困难：不对，应该是缺经费", "缺经费"),
        ("困难 写错了，是缺经费", "缺经费"),
        ("困难填错了，应该是缺设备", "缺设备"),
        ("obstacle: wrong, should be no money", "no money"),
        ("困难：还缺车", "缺人手\n还缺车"),
    ],
)
async def test_what_is_put_right_under_the_name_of_the_obstacle_replaces_it(
    lin: Resident, said: str, right: str
) -> None:
    await lin.says("1-2 受阻，缺人手")
    assert (await lin.says(said)).endswith(f"困难和需要的支持：{right}")


async def test_what_is_put_right_under_the_name_of_the_note_replaces_its_clause(lin: Resident) -> None:
    await lin.says("1-2 50%，开了动员会，印发了方案")
    assert (await lin.says("情况：不对，方案还没印发")).endswith("情况：50%，开了动员会，方案还没印发")
    assert (await lin.says("情况：不对口的单位多")).endswith("方案还没印发\n不对口的单位多")


@pytest.mark.parametrize("label", ["存在困难", "主要困难", "遇到的困难", "存在问题"])
async def test_the_name_of_the_obstacle_stands_in_a_preview_only_once(lin: Resident, label: str) -> None:
    assert (await lin.says(f"1-2 受阻，{label}：缺设备")).endswith("困难和需要的支持：缺设备")
