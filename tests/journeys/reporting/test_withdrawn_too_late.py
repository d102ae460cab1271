"""What can no longer be withdrawn or corrected says so, and has no button for it."""

import pytest

from bot.emulator.records import Message
from tests.journeys.files_sent import sends_pdf, sends_photo
from tests.journeys.town import Resident, Town


def _words(message: Message) -> list[str]:
    return [button.text for button in message.buttons]


async def _two_reported(lin: Resident) -> Message:
    await lin.says("1-2 进行中 20%\n2-3 进行中 30%")
    await lin.presses("全部提交")
    return lin.last()


async def test_of_several_reports_one_that_was_corrected_says_so_once_its_button_is_pressed(
    town: Town, lin: Resident
) -> None:
    bundle = await _two_reported(lin)
    await lin.presses("更正 2-3", on=bundle)
    await lin.presses("修改", "进度", "75%", "提交")
    answer = await lin.presses("撤回 2-3", on=bundle)
    assert "这份填报已审核、已更正或之后又有新的填报，不能再改。" in answer
    shown = lin.message(bundle.message_id)
    assert " · 已更正\n" in f"{shown.text}\n"
    assert _words(shown) == ["撤回 1-2", "更正 1-2"]
    assert len(town.rows("SELECT * FROM reports WHERE withdrawn_at IS NULL")) == 3


@pytest.mark.parametrize("words", ["撤回", "更正"])
async def test_a_report_that_was_followed_by_another_loses_its_buttons_when_they_are_pressed(
    lin: Resident, words: str
) -> None:
    await lin.reports("1-2", "进行中", "40")
    first = lin.last()
    await lin.submits("1-2 60%")
    assert "不能再改" in await lin.presses(words, on=first)
    assert _words(lin.message(first.message_id)) == []


async def test_a_correction_that_is_given_up_offers_nothing_that_a_colleague_has_overtaken(
    lin: Resident, wang: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40")
    await lin.presses("更正")
    await wang.submits("1-2 60%")
    assert "已取消更正，原来的填报不变。" in await lin.presses("取消", "不要了")
    assert lin.buttons() == []


async def test_what_is_closed_is_not_to_be_reported_once_more(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    undo = lin.last().buttons[0].callback_data or ""
    await chen.reviews("通过")
    assert (await lin.forges(undo)).startswith(
        "这份填报已审核、已更正或之后又有新的填报，不能再改。有误请另报一次；已办结的请与办公室联系。"
    )
    assert "已审核的，或之后又有新填报的，不能撤回" in await lin.says("撤回")


@pytest.fixture
async def accepted(lin: Resident, chen: Resident) -> None:
    """Let 1-2 be closed with 12 cases filed, and 2-3 reported."""
    await lin.submits("1-2 已完成 立案12件")
    await chen.reviews("通过")


def _files(town: Town) -> list[tuple[str, str]]:
    rows = town.rows(
        """SELECT tasks.code, attachments.name FROM attachments JOIN reports ON reports.id = report_id
        JOIN assignments ON assignments.id = reports.assignment_id JOIN tasks ON tasks.id = task_id"""
    )
    return [(row["code"], row["name"]) for row in rows]


@pytest.mark.usefixtures("accepted")
async def test_evidence_that_comes_after_acceptance_is_added_to_the_accepted_report(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.says("2-3 60%")
    told = await sends_photo(lin, "1-2第二期签到表")
    assert "1-2 已办结，材料补进了通过的那份填报：1-2第二期签到表.jpg（2 KB）。填报的内容不变。" in told
    await lin.presses("继续 2-3", "提交")
    assert "这是哪一项的佐证材料" in await sends_pdf(lin, "名单.pdf")
    assert "1-2 已办结，材料补进了" in await lin.says("也是1-2的")
    assert _files(town) == [("1-2", "1-2第二期签到表.jpg"), ("1-2", "名单.pdf")]
    assert "补佐证材料 1-2 市公安局" in await chen.says("操作记录")
    assert len(town.rows("SELECT * FROM reports")) == 2


@pytest.mark.usefixtures("accepted")
@pytest.mark.parametrize("words", ["1-2立案件数不是12，是9", "1-2的立案应该是9", "sorry, 1-2 cases filed should be 9"])
async def test_a_figure_of_an_accepted_report_can_be_put_right(town: Town, lin: Resident, words: str) -> None:
    assert "立案件数 12 件 → 9 件" in await lin.says(words)
    await lin.presses("提交")
    [right] = town.rows("SELECT * FROM figure_corrections")
    assert (right["indicator"], right["value"]) == ("立案件数", 9)


@pytest.mark.usefixtures("accepted")
@pytest.mark.parametrize("words", ["1-2 90% 文件没盖章", "更正1-2", "1-2报错了，其实还没办完"])
async def test_what_else_is_to_be_said_of_a_closed_task_can_be_told_to_the_office(
    town: Town, lin: Resident, words: str
) -> None:
    assert (await lin.says(words)).startswith("1-2 已办结，不用再报。\n补材料请直接发照片或文件，配文写上 1-2；")
    await lin.presses("告诉办公室", "告诉办公室")
    assert [row["text"] for row in town.rows("SELECT * FROM task_notes")] == [words]
