"""In English words put the percent back to an earlier number, which is no wish to go back to the last question."""

import pytest

from tests.journeys.town import Resident, Town


def _percents(town: Town) -> list[int | None]:
    return [row["percent"] for row in town.rows("SELECT percent FROM drafts")]


@pytest.mark.parametrize(
    "words",
    [
        "put it back to 70",
        "set it back to 70",
        "make that 70 again",
        "go back to 70",
        "change it back to 70 please",
        "turn it back to 70%",
        "back to 70 it is",
        "set the percent back to 70",
        "no, back to 70",
        "sorry, put it back to 70 again",
        "make it 70 again, please",
    ],
)
async def test_it_is_changed_at_the_preview(town: Town, grace: Resident, words: str) -> None:
    await grace.says("36-4 70%", "make it 75")
    assert "Progress: 75%" in grace.sees()
    shown = await grace.says(words)
    assert "Please check" in shown and "Progress: 70%" in shown and "Note: (none)" in shown
    assert _percents(town) == [70]
    assert "Submitted" in await grace.presses("Submit")


@pytest.mark.parametrize("words", ["back", "go back", "put it back", "back please"])
async def test_back_alone_goes_to_the_question_before(town: Town, grace: Resident, words: str) -> None:
    await grace.says("36-4 70%")
    assert "Any evidence?" in await grace.says(words)
    assert _percents(town) == [70]


@pytest.mark.parametrize("words", ["we inspected 3 shops again", "we put 20 counterfeit bags back to storage"])
async def test_what_was_done_again_or_put_back_changes_no_percent(town: Town, grace: Resident, words: str) -> None:
    await grace.says("36-4 70%", words)
    assert _percents(town) == [70]


@pytest.mark.parametrize("words", ["1-2进度改回70", "1-2改回到70%", "进度调回70%", "1-2还是写70", "1-2还是按70报"])
async def test_a_percent_put_back_after_submitting_is_no_doubtful_one(town: Town, lin: Resident, words: str) -> None:
    await lin.submits("1-2 75% 抓获3人")
    shown = await lin.says(words)
    assert "没写错吧" not in shown and "进度：70%\n情况：（无）\n统计数据：抓获人数 3 人" in shown
    await lin.presses("提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports ORDER BY id")] == [75, 70]


async def test_a_lower_percent_of_a_new_report_is_asked_about_and_what_is_told_meanwhile_is_shown(
    lin: Resident,
) -> None:
    await lin.submits("1-2 75% 抓获3人")
    await lin.town.move_to("2019-11-27 10:00")
    assert "比上次报的 75% 低" in await lin.says("1-2 60%")
    shown = await lin.says("1-2累计抓了26个，其中本月8个")
    assert (
        shown.startswith("已记下：\n情况：累计抓了26个，其中本月8个\n统计数据：抓获人数 8 人") and "没写错吧" in shown
    )


@pytest.mark.parametrize("words", ["不对 累计是28", "累计应该是28", "累计改成28个", "不是26，累计28"])
async def test_a_total_put_right_is_no_percent(lin: Resident, words: str) -> None:
    await lin.says("1-2 75% 累计抓了26个，其中本月8个")
    shown = await lin.says(words)
    assert "进度：75%" in shown and "累计抓了28个，其中本月8个\n统计数据：抓获人数 8 人" in shown


@pytest.mark.parametrize("words", ["40%去掉", "把那个40%去掉，说不准", "and remove the 40%, I can't really say"])
async def test_a_percent_taken_out_after_submitting_is_the_one_before(town: Town, lin: Resident, words: str) -> None:
    await lin.submits("1-2 完成15%")
    await lin.submits("1-2 40% 开了两次会")
    assert "状态：进行中\n进度：15%\n情况：开了两次会" in await lin.says(words)
    await lin.presses("提交")
    assert town.rows("SELECT status, percent, note FROM reports WHERE replaces IS NOT NULL") == [
        {"status": "in_progress", "percent": 15, "note": "开了两次会"}
    ]


@pytest.mark.parametrize(("words", "shown"), [("那个40%去掉，改成50%", "进度：50%"), ("两次会去掉", "进度：40%")])
async def test_what_is_right_instead_or_other_words_take_no_percent_out(lin: Resident, words: str, shown: str) -> None:
    await lin.submits("1-2 40% 开了两次会")
    assert shown in await lin.says(words)


async def test_what_is_told_beside_what_is_taken_out_is_taken(lin: Resident) -> None:
    await lin.says("1-2 40% 开了两次会，抓了3人")
    assert "抓获人数 5 人" in (shown := await lin.says("那个40%去掉，抓了5人")) and "进度：40%" not in shown


async def test_a_particle_is_no_word_to_be_taken_out(lin: Resident) -> None:
    await lin.says("1-2 40% 开了两次会，抓了3人")
    shown = await lin.says("数据不报了，完成80%")
    assert "进度：80%\n情况：40% 开了两次会，抓了3人" in shown and "统计数据" not in shown
