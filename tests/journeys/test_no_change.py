import pytest

from tests.journeys.town import Resident, Town

STORED = """SELECT code, status, percent, note, unchanged FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id"""


async def test_all_ongoing_tasks_are_reported_unchanged_at_once(town: Town, lin: Resident) -> None:
    assert (await lin.says("本期无变化")).startswith("这些持续性任务本期还没报。没有变化的点一下即可：")
    assert lin.buttons()[0] == "全部本期无变化"
    codes = {words.split()[0] for words in lin.buttons()[1:]}
    everything = lin.last().buttons[0].callback_data or ""
    answer = await lin.presses("全部本期无变化")
    assert answer.strip().startswith(f"已提交 ✓ 本期无变化（{len(codes)} 项）：")
    await lin.forges(everything)
    assert {row["code"] for row in town.rows(STORED)} == codes
    assert len(town.rows(STORED)) == len(codes)
    assert await lin.says("没有变化") == "本期没有待报的持续性任务。"


async def test_a_second_press_on_all_says_the_same_again(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    message = lin.last()
    data = message.buttons[0].callback_data or ""
    first = await lin.presses("全部本期无变化")
    town.world.press(lin.id, lin.id, message.message_id, data, forged=True)
    await town.settle()
    assert lin.sees() == first.strip()


async def test_one_task_is_reported_unchanged_and_taken_back(town: Town, lin: Resident) -> None:
    await lin.says("38-1")
    assert "本期无变化" in lin.buttons()
    assert "38-1" in await lin.presses("本期无变化")
    assert lin.buttons() == ["撤回", "更正"]
    await lin.presses("撤回")
    assert len(town.rows("SELECT * FROM reports WHERE withdrawn_at IS NULL")) == 0


async def test_a_dated_task_has_no_such_button(lin: Resident) -> None:
    await lin.says("1-2")
    assert "本期无变化" not in lin.buttons()


async def test_what_was_reported_stays_as_it_was(town: Town, lin: Resident) -> None:
    await lin.reports("38-1", "进行中", "40", "与海关会商")
    await town.move_to("2020-01-06 10:00")
    assert (await lin.says("38-1 本期无变化")).startswith("没有变化请点按钮确认：\n⚪ 38-1")
    await lin.presses("38-1 本期无变化")
    assert town.rows(STORED)[-1] == {"code": "38-1", "status": "in_progress", "percent": 40, "note": "", "unchanged": 1}


@pytest.mark.parametrize("words", ["无变化", "本季度没有变化。", "no change", "Nothing new"])
async def test_it_may_be_said_in_other_words(lin: Resident, words: str) -> None:
    assert "没有变化的点一下即可" in await lin.says(words)


async def test_somebody_else_s_task_is_not_reported_unchanged(town: Town, lin: Resident) -> None:
    assert "没有找到您可以查看的任务" in await lin.says("1-1 本期无变化")
    assert town.rows(STORED) == []


async def test_an_observer_is_told_who_reports(gu: Resident) -> None:
    for words in ("本期无变化", "no change", "撤回", "undo"):
        assert (await gu.says(words)).startswith("填报由各单位的联络员办理。")


async def test_the_newest_report_is_taken_back_by_word(town: Town, lin: Resident) -> None:
    assert (await lin.says("撤回")).startswith("没有可以撤回的填报")
    await lin.reports("1-2", "进行中", "40", "已立案两起")
    assert await lin.says("撤回") == (
        "您最近的一份填报：1-2 昆仑行动打食药环犯罪\n11月25日（周一） · 进行中 40%\n已立案两起"
    )
    assert "已撤回" in await lin.presses("撤回")
    [line] = town.rows("SELECT subject, source FROM audit WHERE action = 'withdraw'")
    assert line["subject"] == "1-2@市公安局" and line["source"].startswith("1002:")


async def test_the_audit_says_who_reported_what_by_which_message(town: Town, lin: Resident) -> None:
    await lin.says("1-2 完成80%，立案12件，已移送")
    preview = lin.last().message_id
    await lin.presses("提交")
    [line] = town.rows(
        "SELECT at, name, subject, detail, source FROM audit JOIN people ON people.id = person_id"
        " WHERE action = 'report'"
    )
    assert line["name"] == "林警官" and line["subject"] == "1-2@市公安局" and line["at"] == "2019-11-25T00:30:00+00:00"
    assert line["source"].startswith(f"1002:{preview}:")
    assert '"立案件数": 12' in line["detail"] and '"percent": 80' in line["detail"]


async def test_the_quarter_s_reminder_asks_after_ongoing_work_and_one_press_ends_it(town: Town, lin: Resident) -> None:
    await lin.reports("38-1", "进行中", "40", "与海关会商")
    await town.move_to("2019-12-24 09:00")
    asked = lin.sees()
    assert "持续开展，本期还没报\n" in asked and "38-1" not in asked
    assert lin.buttons()[0] == "全部本期无变化"
    codes = {line.split()[1] for line in asked.split("持续开展，本期还没报\n")[1].splitlines()[:-1]}
    everything = lin.last().buttons[0].callback_data or ""
    answer = await lin.presses("全部本期无变化")
    assert answer.startswith(f"已提交 ✓ 本期无变化（{len(codes)} 项）：")
    assert {row["code"] for row in town.rows(f"{STORED} WHERE unchanged")} == codes
    await town.move_to("2019-12-25 09:00")
    assert "持续开展，本期还没报" not in lin.sees()
    await lin.forges(everything)
    assert len(town.rows(f"{STORED} WHERE unchanged")) == len(codes)


async def test_what_the_reminder_says_beside_it_stays_to_be_read(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    reminder = lin.last()
    await lin.presses("全部本期无变化")
    assert lin.last().message_id > reminder.message_id
    assert "全部本期无变化" in [each.text for each in reminder.buttons]


async def test_an_old_reminder_s_button_does_not_speak_for_the_next_quarter(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    everything = lin.last().buttons[0].callback_data or ""
    await town.move_to("2020-01-06 10:00")
    assert "过时" in await lin.forges(everything)
    assert town.rows(STORED) == []


async def test_every_ongoing_task_has_a_button_on_some_page(town: Town, zhou: Resident) -> None:
    head, count, *_ = (await zhou.says("本期无变化")).splitlines()
    assert (head, count) == ("这些持续性任务本期还没报。没有变化的点一下即可：", "共 23 项 · 第 1/2 页")
    assert (zhou.buttons()[0], len(zhou.buttons())) == ("全部本期无变化", 22)
    last = (await zhou.presses("下一页")).splitlines()[2:]
    assert zhou.buttons()[1:] == [*(f"{line.split()[1]} 本期无变化" for line in last), "上一页"] and len(last) == 3
    await zhou.presses(zhou.buttons()[3])
    assert [row["code"] for row in town.rows(STORED)] == [last[2].split()[1]]
    await zhou.says("本期无变化")
    await zhou.presses("下一页")
    assert (await zhou.presses("上一页")).splitlines()[1] == "共 22 项 · 第 1/2 页"
