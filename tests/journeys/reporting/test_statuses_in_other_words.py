"""What people answer to the question how a task stands, and estimates that sound like questions."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("said", ["刚开了个会研究", "上午才碰了个头"])
async def test_what_was_just_done_is_work_under_way(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2")
    answer = await lin.says(said)
    assert f"情况：{said}" in answer
    assert "完成了百分之几" in answer
    assert town.rows("SELECT status, note FROM drafts") == [{"status": "in_progress", "note": said}]


@pytest.mark.parametrize("said", ["弄完了一部分", "完成了一大部分", "材料办完部分"])
async def test_what_is_done_in_part_goes_on(town: Town, lin: Resident, said: str) -> None:
    assert "完成了百分之几" in await lin.says(f"1-2 {said}")
    assert [row["status"] for row in town.rows("SELECT status FROM drafts")] == ["in_progress"]


async def test_several_tasks_done_in_part_go_on_each(lin: Resident) -> None:
    answer = await lin.says("1-2和6-7都弄完了一部分 1-2抓了五个人 6-7跟市监开了两次会")
    assert answer.count("状态：进行中") == 2 and "抓获人数 5 人" in answer and "不计入统计" not in answer


async def test_asking_about_several_tasks_reports_on_none(town: Town, lin: Resident) -> None:
    await lin.says("1-2 2-3 6-7 这三个都是年底 我一个都没动 会不会逾期")
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize("said", ["困难解决了", "问题已解决，设备到了", "unblocked"])
async def test_a_solved_obstacle_blocks_nothing(town: Town, lin: Resident, said: str) -> None:
    assert "完成了百分之几" in await lin.says(f"1-2 {said}")
    assert town.rows("SELECT status, note FROM drafts") == [{"status": "in_progress", "note": said}]


@pytest.mark.parametrize("said", ["不对劲", "有点不对劲啊"])
async def test_what_goes_wrong_is_blocked(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2")
    await lin.says(said)
    assert [row["status"] for row in town.rows("SELECT status FROM drafts")] == ["blocked"]


async def test_what_is_being_investigated_counts_nothing(town: Town, lin: Resident) -> None:
    answer = await lin.says("1-2 正在侦办两起")
    assert "状态：进行中\n情况：正在侦办两起\n" in answer
    assert "统计数据：" not in answer


async def test_an_estimate_in_spoken_words_is_a_report(lin: Resident) -> None:
    answer = await lin.says("1-2那个现在大概弄到百分之七十了吧立了五个案子移送了两个")
    assert "进度：70%" in answer
    assert "统计数据：立案件数 5 件，移送公安件数 2 件" in answer
    assert "已提交" in await lin.says("嗯对的")


@pytest.mark.parametrize(
    "said",
    [
        "差点受阻，好在协调下来了，60%",
        "险些受阻，已解决，60%",
        "受阻？谈不上，正常推进60%",
        "blocked? no, just slow. 60%",
    ],
)
async def test_an_obstacle_that_was_averted_or_denied_is_none(town: Town, lin: Resident, said: str) -> None:
    assert "状态：进行中" in await lin.says(f"1-2 {said}")
    assert town.rows("SELECT status, percent, obstacle, note FROM drafts") == [
        {"status": "in_progress", "percent": 60, "obstacle": None, "note": said}
    ]


@pytest.mark.parametrize(
    "said",
    [
        "training done Nov 12 and Nov 19, one more on Dec 10",
        "first session is done, second one next week",
        "we finished the September course",
    ],
)
async def test_in_english_too_a_part_that_is_done_is_not_the_whole(town: Town, lin: Resident, said: str) -> None:
    shown = await lin.says(f"1-2 {said}")
    assert "情况里又说还在做" in shown or "完成了百分之几？" in shown
    assert town.rows("SELECT note FROM drafts") == [{"note": said}]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("克服了人手不足的困难，平台上线", "in_progress"),
        ("取消受阻", "in_progress"),
        ("完成不了了，卡在总局系统上", "blocked"),
        ("主体工作完成，收尾", "in_progress"),
        ("完成 办了两起大案", "submitted"),
        ("已完成5家，剩余3家", "in_progress"),
        ("不受阻了", "in_progress"),
    ],
)
async def test_words_for_one_status_may_tell_another(town: Town, lin: Resident, said: str, status: str | None) -> None:
    await lin.says(f"1-2 {said}")
    assert [row["status"] for row in town.rows("SELECT status FROM drafts")] == [status]


async def test_what_is_told_as_of_a_day_is_not_done_unless_it_says_so(lin: Resident) -> None:
    assert "完成了百分之几？" in await lin.says("1-2昆仑行动：截至11月25日，立案 23 起。")
    await lin.presses("取消", "不要了")
    assert "状态：已完成" in await lin.says("1-2昆仑行动：截至11月25日，任务已全部完成。")
