"""What people do besides answering while a report or a request for more time is being filled in."""

import pytest

from tests.journeys.town import Resident, Town

PERCENT = "完成了百分之几？请点按钮，或发 0 到 100 的整数。"
DAY = "延到哪一天？请点按钮，或发日期，例如：2020年3月30日。"
DIALOGS = pytest.mark.parametrize(("dialog", "question"), [("报进展", PERCENT), ("申请延期", DAY)])


async def begin(lin: Resident, dialog: str) -> None:
    """Go as far as the question for the percentage, or for the day."""
    await lin.says("1-2")
    await lin.presses(dialog)
    if dialog == "报进展":
        await lin.presses("进行中")


@DIALOGS
@pytest.mark.parametrize("said", ["再说一遍", "刚才问的什么", "say that again"])
async def test_the_question_is_put_once_more(lin: Resident, dialog: str, question: str, said: str) -> None:
    await begin(lin, dialog)
    before = lin.sees()
    assert await lin.says(said) == before and before.endswith(question)


@DIALOGS
@pytest.mark.parametrize("said", ["谢谢", "收到", "thanks"])
async def test_thanks_get_a_friendly_word_above_the_question(
    lin: Resident, dialog: str, question: str, said: str
) -> None:
    await begin(lin, dialog)
    heard = await lin.says(said)
    assert heard.startswith("不客气。") and heard.endswith(question)


@DIALOGS
@pytest.mark.parametrize("said", ["转人工", "打假办电话多少", "有问题找谁"])
async def test_whom_to_ask_is_told_and_the_question_stands_below(
    lin: Resident, chen: Resident, dialog: str, question: str, said: str
) -> None:
    await begin(lin, dialog)
    heard = await lin.says(said)
    assert "办公室" in heard.removesuffix(question) and heard.endswith(question)


@DIALOGS
async def test_what_is_no_answer_and_no_order_has_the_question_put_again(
    town: Town, lin: Resident, dialog: str, question: str
) -> None:
    await begin(lin, dialog)
    assert (await lin.says("呜啦啦")).endswith(question)
    assert [row["state"] for row in town.rows("SELECT state FROM dialogs")] == ["open"]


@DIALOGS
async def test_an_answer_given_before_is_put_right_later(lin: Resident, dialog: str, question: str) -> None:
    await begin(lin, dialog)
    if dialog == "报进展":
        await lin.says("60")
        await lin.presses("直接核对")
        assert "进度：70%" in await lin.says("进度改成70%")
    else:
        assert "申请延到：2020年3月20日" in await lin.says("3月15日", "等省里文件", "改成3月20日")


@DIALOGS
async def test_it_is_given_up_in_words(town: Town, lin: Resident, dialog: str, question: str) -> None:
    await begin(lin, dialog)
    heard = await lin.says("算了，不弄了")
    if "真的取消吗" in heard:
        await lin.presses("不要了")
    assert "已取消" in lin.sees()
    assert town.rows("SELECT * FROM dialogs WHERE state <> 'ended'") == []


async def test_there_is_no_evidence_in_words(town: Town, lin: Resident) -> None:
    await begin(lin, "报进展")
    await lin.says("60", "开了动员会", "统计数据没有")
    assert "有佐证材料吗" in lin.sees()
    assert "请核对" in await lin.says("佐证材料没有")
    assert [(row["note"], row["percent"], row["evidence"]) for row in town.rows("SELECT * FROM drafts")] == [
        ("开了动员会", 60, 1)
    ]
