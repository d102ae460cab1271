"""People put a value right within the message in which they write it; only the right one counts."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "said", ["完成80%，不对，85%", "报80，不对，是85", "完成80%不对85%", "完成八成，哦不，八成五", "80%, no wait, 85%"]
)
async def test_the_percent_that_stands_is_reported_and_nothing_is_left_for_the_note(lin: Resident, said: str) -> None:
    assert "状态：进行中\n进度：85%\n情况：（无）" in await lin.says(f"1-2 {said}")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("立案6件，说错了，8件", "立案件数 8 件"),
        ("立案6件，抓获3人，不对，抓获5人", "立案件数 6 件，抓获人数 5 人"),
        ("案值30万，哦不对，50万", "案值 50 万元"),
        ("立案5件，更正：7件", "立案件数 7 件"),
        ("立案10件，其中8件已移送，不对，9件", "立案件数 10 件，移送公安件数 9 件"),
    ],
)
async def test_a_figure_put_right_at_once_is_the_one_that_counts(lin: Resident, said: str, figures: str) -> None:
    assert f"进度：60%\n情况：（无）\n统计数据：{figures}" in await lin.says(f"1-2完成60%，{said}")


async def test_the_words_of_a_note_stay_as_written(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("40 不对 45")
    assert "统计数据：立案件数 8 件" in await lin.says("去了两个市场，立案6件，说错了，8件")
    preview = await lin.skips_to_the_preview()
    assert "进度：45%" in preview
    assert "情况：去了两个市场，立案6件，说错了，8件" in preview


async def test_a_task_put_right_at_once_is_the_one_reported_on(town: Town, lin: Resident) -> None:
    sql = "SELECT code FROM reports JOIN assignments a ON a.id = assignment_id JOIN tasks ON tasks.id = task_id"
    await lin.submits("1-2，不对，2-3完成60%")
    assert [row["code"] for row in town.rows(sql)] == ["2-3"]


async def test_a_task_named_by_its_place_takes_the_right_value(lin: Resident) -> None:
    await lin.says("我的任务")
    assert "填报 2-3" in await lin.says("第二个完成60%，哦不，70%")
    assert "进度：70%\n情况：（无）" in lin.sees()


@pytest.mark.parametrize(
    ("said", "day", "reason"),
    [
        ("1-2延期到2020年5月1日，说错了，5月15号，因为人手不够", "2020年5月15日", "人手不够"),
        ("1-2想延到三月底，不对，四月底，人手不够", "2020年4月30日", "人手不够"),
    ],
)
async def test_more_time_is_asked_for_until_the_day_that_stands(
    lin: Resident, said: str, day: str, reason: str
) -> None:
    assert f"申请延到：{day}\n原因和进展：{reason}" in await lin.says(said)


async def test_the_day_that_stands_answers_the_question_for_it(lin: Resident) -> None:
    await lin.says("1-2延期")
    assert "延到2020年5月15日。原因是什么" in await lin.says("5月1号，不对，5月15")


@pytest.mark.parametrize(
    "said",
    [
        "刚才报的案件2起其实是1起",
        "刚才报的案件2起其实是1起，另一起归环保",
        "案子不是2起是1起",
        "案件2起不对，应该是1起",
    ],
)
async def test_the_figure_that_had_the_wrong_number_is_meant_whatever_it_is_called(
    town: Town, lin: Resident, said: str
) -> None:
    await lin.submits("2-3 管控人员无异常，查获有毒有害食品案件2起")
    assert "情况：管控人员无异常，查获有毒有害食品案件1起\n" in await lin.says(said)
    assert "统计数据：立案件数 1 件" in lin.sees() and "查获件数" not in lin.sees()


@pytest.mark.parametrize("words", ["车辆数错了，16", "会议数错了，70", "车辆数错了，是16"])
async def test_a_number_of_what_the_report_does_not_count_is_no_percent(lin: Resident, words: str) -> None:
    await lin.says("2-3 60%，开了会")
    asked = await lin.says(words)
    assert asked.startswith(f"“{words}”没有写进去。") and "进度：60%" in await lin.presses("上一步")


@pytest.mark.parametrize("words", ["进度错了，65", "数错了，65", "不对，65", "人数没错，进度65"])
async def test_what_counts_nothing_else_is_a_percent_as_before(lin: Resident, words: str) -> None:
    await lin.says("2-3 60%，开了会")
    assert "进度：65%" in await lin.says(words)


@pytest.mark.parametrize("words", ["改成16家门店", "改为16家门店", "改成16户"])
async def test_what_is_changed_is_not_put_right_in_the_shops(lin: Resident, words: str) -> None:
    await lin.says("2-3 50%，检查门店15家")
    assert "整改" not in await lin.says(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("改成16家", "检查户次 16"),
        ("门店改成16家", "检查户次 16"),
        ("改成3家整改", "责令整改家数 3 家"),
        ("整改改成3家", "责令整改家数 3 家"),
        ("责令改正3家", "责令整改家数 3 家"),
    ],
)
async def test_shops_put_right_are_read_as_before(lin: Resident, words: str, shown: str) -> None:
    await lin.says("2-3 50%，检查门店15家")
    assert shown in await lin.says(words)
