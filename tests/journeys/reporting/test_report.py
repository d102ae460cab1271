import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def test_a_liaison_reports_progress_in_the_guided_dialog(town: Town, lin: Resident) -> None:
    assert (await lin.says("我的任务")).startswith("共 8 项")
    card = await lin.presses("1-2")
    assert "昆仑行动" in card and "2020年2月29日" in card
    assert "现在是什么状态" in await lin.presses("报进展")
    assert "百分之几" in await lin.presses("进行中")
    assert "做了哪些工作" in await lin.says("80")
    await lin.says("立案12件，<b>已移送</b> & 起诉")
    preview = await lin.skips_to_the_preview()
    assert "进行中" in preview and "80%" in preview and "<b>已移送</b> & 起诉" in preview
    assert "已提交" in await lin.presses("提交")
    [report] = town.rows("SELECT status, percent, note FROM reports")
    assert report == {"status": "in_progress", "percent": 80, "note": "立案12件，<b>已移送</b> & 起诉"}
    assert town.rows("SELECT * FROM drafts") == []


async def test_update_asks_which_task_and_begins_at_once(lin: Resident) -> None:
    assert (await lin.says("/update")).startswith("共 8 项 · 报哪一项的进展？")
    assert (await lin.presses("1-2")).startswith("填报 1-2 昆仑行动打食药环犯罪")
    assert lin.buttons() == ["未启动", "进行中", "受阻", "已完成", "上一步", "取消"]


async def test_work_that_is_done_needs_no_percent(town: Town, lin: Resident) -> None:
    assert "做了哪些工作" in await lin.begins("1-2", "已完成")
    await lin.hands_in()
    assert town.rows("SELECT status, percent, note FROM reports") == [
        {"status": "submitted", "percent": 100, "note": ""}
    ]


async def test_what_blocks_the_work_is_asked_of_blocked_work(lin: Resident) -> None:
    assert "卡在哪里" in await lin.begins("1-2", "受阻", "25%", "跳过")
    await lin.says("缺检测设备")
    assert "缺检测设备" in await lin.skips_to_the_preview()
    assert "受阻 25%" in await lin.presses("提交")
    assert (await lin.says("我的任务")).splitlines()[1].startswith("🟡 1-2")


@pytest.mark.parametrize(("before", "percent"), [("1-2 60%，已摸排", 60), ("1-2 还没启动，省厅没有安排", 0)])
async def test_of_work_that_is_blocked_the_percent_last_reported_stays(
    town: Town, lin: Resident, before: str, percent: int
) -> None:
    await lin.submits(before)
    assert "做了哪些工作" in await lin.begins("1-2", "受阻")
    assert "卡在哪里" in await lin.presses("跳过")
    await lin.says("缺检测设备")
    assert "受阻" in await lin.hands_in()
    assert town.rows("SELECT status, percent FROM reports")[-1] == {"status": "blocked", "percent": percent}


async def test_nothing_is_stored_before_the_last_press(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60", "正在侦办")
    assert town.rows("SELECT * FROM reports") == []


async def test_the_way_back_leads_through_every_question(lin: Resident) -> None:
    assert "做了哪些工作" in await lin.begins("1-2", "进行中", "50%", "跳过", "上一步")
    assert "百分之几" in await lin.presses("上一步")
    assert "现在是什么状态" in await lin.presses("上一步")
    assert "报哪一项的进展" in await lin.presses("上一步")


async def test_an_answer_can_be_changed_on_the_way_back(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%", "上一步")
    await lin.says("65")
    await lin.hands_in()
    assert town.rows("SELECT percent FROM reports") == [{"percent": 65}]


@pytest.mark.parametrize("answers", [["进行中"], ["进行中", "50%"], ["进行中", "50%", "跳过"]])
async def test_a_report_can_be_called_off_at_every_question(town: Town, lin: Resident, answers: list[str]) -> None:
    await lin.begins("1-2", *answers)
    assert "真的取消吗" in await lin.presses("取消")
    assert await lin.presses("不要了") == "已取消，没有提交任何内容。"
    assert town.rows("SELECT * FROM drafts") == town.rows("SELECT * FROM reports") == []


async def test_a_report_without_any_answer_is_called_off_at_once(town: Town, lin: Resident) -> None:
    assert await lin.begins("1-2", "取消") == "已取消，没有提交任何内容。"
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize("words", ["/cancel", "取消", "cancel"])
async def test_a_report_can_be_called_off_by_word(town: Town, lin: Resident, words: str) -> None:
    await lin.begins("1-2", "进行中")
    assert "真的取消吗" in await lin.says(words)
    assert await lin.presses("不要了") == "已取消，没有提交任何内容。"
    assert town.rows("SELECT * FROM drafts") == []


async def test_whoever_thinks_better_of_it_goes_on_where_they_were(lin: Resident) -> None:
    assert "百分之几" in await lin.begins("1-2", "进行中", "取消", "继续")


async def test_calling_off_nothing_says_so(lin: Resident) -> None:
    assert await lin.says("/cancel") == "现在没有正在填的内容。要撤回刚才办的，发“撤销”。"


async def test_a_report_goes_on_after_a_restart_at_every_question(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    await town.restart()
    assert "百分之几" in await lin.presses("进行中")
    await town.restart()
    assert "做了哪些工作" in await lin.says("80")
    await town.restart()
    assert "统计数据" in await lin.says("立案12件")
    await town.restart()
    assert "立案12件" in await lin.skips_to_the_preview()
    await town.restart()
    assert "已提交" in await lin.presses("提交")
    assert town.rows("SELECT percent, note FROM reports") == [{"percent": 80, "note": "立案12件"}]


async def test_an_unfinished_report_is_offered_again(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert "没填完的进展：1-2 昆仑行动打食药环犯罪" in await lin.says("/update")
    assert lin.buttons() == ["继续填报", "重新填报"]
    assert "百分之几" in await lin.presses("继续填报")


async def test_an_unfinished_report_can_be_begun_again(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("报进展")
    assert "现在是什么状态" in await lin.presses("重新填报")


async def test_beginning_on_another_task_asks_what_becomes_of_the_first(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("2-3")
    assert "继续填它，还是放下它、改填 2-3" in await lin.presses("报进展")
    assert (await lin.presses("重新填报")).startswith("填报 2-3")
    assert [row["state"] for row in town.rows("SELECT state FROM drafts")] == ["parked", "open"]


async def test_an_unfinished_report_on_a_task_that_is_gone_stands_in_nobodys_way(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    town.replan(
        "UPDATE assignments SET gone_at = '2019-11-25' WHERE task_id = (SELECT id FROM tasks WHERE code = '1-2')"
    )
    await lin.says("2-3")
    assert (await lin.presses("报进展")).startswith("填报 2-3")


async def test_pressing_submit_twice_stores_one_report(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.skips_to_the_preview()
    message = lin.last()
    submit = next(button.callback_data for button in message.buttons if button.text == "提交")
    for _ in range(2):
        assert submit is not None
        await lin.does(lambda: town.world.press(lin.id, lin.id, message.message_id, submit or "", forged=True))
    assert len(town.rows("SELECT * FROM reports")) == 1
    assert "已提交" in lin.sees()


async def test_the_liaison_and_the_deputy_write_their_own_drafts(town: Town, zhou: Resident, wu: Resident) -> None:
    await zhou.begins("1-8")
    await wu.begins("1-9")
    await zhou.presses("进行中")
    assert "百分之几" in zhou.sees() and "现在是什么状态" in wu.sees()
    assert len(town.rows("SELECT * FROM drafts")) == 2


async def test_the_words_at_the_foot_of_the_chat_are_never_taken_for_a_note(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    assert (await lin.says("我的任务")).startswith("共 8 项")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


async def test_a_name_with_markup_in_it_is_shown_as_it_is(town: Town) -> None:
    eve = town.member(1011, '<b>"Eve" & Co</b>', "市税务局", Role.LIAISON)
    assert (await eve.says("/start")).startswith('<b>"Eve" & Co</b>，您好！')
    [code] = [row["code"] for row in town.rows(CODES, "市税务局")]
    await eve.begins(code, "已完成")
    await eve.says("</b> <i>&amp;")
    await eve.hands_in()
    card = await eve.says(code)
    assert '<b>"Eve" & Co</b>：已完成\n</b> <i>&amp;' in card


async def test_what_was_reported_is_written_down_with_its_author(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await lin.hands_in()
    [entry] = town.rows("SELECT name, subject FROM audit JOIN people ON people.id = person_id WHERE action = 'report'")
    assert entry == {"name": "林警官", "subject": "1-2@市公安局"}


CODES = """SELECT code FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
WHERE units.name = ?"""


async def test_a_bare_number_first_is_the_percentage_and_the_rest_is_read_beside_it(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60，抽检了三批，发现两起不合格，立案2件")
    await lin.skips_to_the_preview()
    seen = lin.sees()
    assert "进度：60%" in seen and "情况：60，抽检了三批，发现两起不合格，立案2件" in seen and "立案件数 2 件" in seen


async def test_a_number_above_a_hundred_is_no_percentage_whatever_follows(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert (await lin.says("160，抽检了三批")).startswith("进度请填 0 到 100 的整数")
