import pytest

from tests.journeys.reporting.unchanged_tasks import STORED, presses_all, reports_all
from tests.journeys.town import Resident, Town


async def test_all_ongoing_tasks_are_reported_unchanged_at_once(town: Town, lin: Resident) -> None:
    assert (await lin.says("本期无变化")).startswith("这些持续性任务本期还没报。没有变化的点一下即可：")
    assert lin.buttons()[0] == "全部本期无变化"
    codes = {words.split()[0] for words in lin.buttons()[1:]}
    everything = lin.last().buttons[0].callback_data or ""
    answer = await presses_all(lin)
    assert answer.strip().startswith(f"已提交 ✓ 本期无变化（{len(codes)} 项）：")
    await lin.forges(everything)
    assert {row["code"] for row in town.rows(STORED)} == codes
    assert len(town.rows(STORED)) == len(codes)
    assert await lin.says("没有变化") == "本期没有待报的持续性任务。"


async def test_a_second_press_on_all_says_the_same_again(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    message = lin.last()
    data = message.buttons[0].callback_data or ""
    first = await presses_all(lin)
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


async def test_no_change_of_a_task_with_a_day_is_not_taken(town: Town, lin: Resident) -> None:
    assert await lin.says("1-2 本期无变化") == (
        "1-2 有完成期限，不报“本期无变化”：有进展请报，没有就不用报，到期前会再提醒。"
    )
    assert lin.buttons() == ["1-2 报进展"]
    assert town.rows(STORED) == []


async def test_what_was_reported_stays_as_it_was(town: Town, lin: Resident) -> None:
    await lin.reports("38-1", "进行中", "40", "与海关会商")
    await town.move_to("2020-01-06 10:00")
    assert (await lin.says("38-1 本期无变化")).startswith("没有变化请点按钮确认：\n⚪ 38-1")
    await lin.presses("38-1 本期无变化")
    assert town.rows(STORED)[-1] == {"code": "38-1", "status": "in_progress", "percent": 40, "note": "", "unchanged": 1}


@pytest.mark.parametrize("words", ["无变化", "本季度没有变化。", "no change", "Nothing new"])
async def test_no_change_may_be_said_in_other_words(lin: Resident, words: str) -> None:
    assert "没有变化的点一下即可" in await lin.says(words)


async def test_somebody_else_s_task_is_not_reported_unchanged(town: Town, lin: Resident) -> None:
    assert (await lin.says("1-8 本期无变化")).startswith("1-8 由市市场监管局负责，不是您单位的任务。")
    assert "没有找到您可以查看的任务 1-1" in await lin.says("1-1 本期无变化"), "1-1 is of no unit"
    assert town.rows(STORED) == []


async def test_an_observer_is_told_who_reports(gu: Resident) -> None:
    for words in ("本期无变化", "no change", "撤回", "undo"):
        assert (await gu.says(words)).startswith("填报由各单位的联络员办理。")


async def test_the_newest_report_is_taken_back_by_word(town: Town, lin: Resident) -> None:
    for words in ("更正", "撤回"):
        assert await lin.says(words) == "您还没有填报过，没有可以更正或撤回的。发“报进展”开始填报。"
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
    codes = {line.split()[1] for line in asked.split("持续开展，本期还没报\n")[1].splitlines()[:-2]}
    everything = lin.last().buttons[0].callback_data or ""
    answer = await presses_all(lin)
    assert answer.startswith(f"已提交 ✓ 本期无变化（{len(codes)} 项）：")
    assert {row["code"] for row in town.rows(f"{STORED} WHERE unchanged")} == codes
    await town.move_to("2019-12-25 09:00")
    assert "持续开展，本期还没报" not in lin.sees()
    await lin.forges(everything)
    assert len(town.rows(f"{STORED} WHERE unchanged")) == len(codes)


async def test_what_the_reminder_says_beside_it_stays_to_be_read(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    reminder = lin.last()
    await presses_all(lin)
    assert lin.last().message_id > reminder.message_id
    assert "全部本期无变化" in [each.text for each in reminder.buttons]


async def test_every_ongoing_task_has_a_button_on_some_page(town: Town, zhou: Resident) -> None:
    head, count, *_ = (await zhou.says("本期无变化")).splitlines()
    assert (head, count) == ("这些持续性任务本期还没报。没有变化的点一下即可：", "共 23 项 · 第 1/3 页")
    assert (zhou.buttons()[0], len(zhou.buttons())) == ("全部本期无变化", 12)
    last = (await zhou.presses("下一页", "下一页")).splitlines()[2:]
    assert zhou.buttons()[1:] == [*(f"{line.split()[1]} 本期无变化" for line in last), "上一页"] and len(last) == 3
    await zhou.presses(zhou.buttons()[3])
    assert [row["code"] for row in town.rows(STORED)] == [last[2].split()[1]]
    await zhou.says("本期无变化")
    assert (await zhou.presses("下一页", "上一页")).splitlines()[1] == "共 22 项 · 第 1/3 页"


async def test_after_one_press_the_rest_of_the_list_stays_below_the_answer(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    codes = [words.split()[0] for words in lin.buttons()[1:]]
    for done, code in enumerate(codes, 1):
        await lin.presses(f"{code} 本期无变化")
        assert [row["code"] for row in town.rows(STORED)] == codes[:done]
        if done < len(codes) - 1:
            assert [words.split()[0] for words in lin.buttons()] == ["全部本期无变化", *codes[done:]]
            answered = lin.messages()[-2]
            assert answered.text.startswith("已提交 ✓") and [each.text for each in answered.buttons] == ["撤回", "更正"]
    assert lin.buttons() == ["撤回", "更正"]


async def test_the_rest_of_a_long_list_stays_on_its_page(zhou: Resident) -> None:
    await zhou.says("本期无变化")
    await zhou.presses("下一页")
    assert "共 22 项 · 第 2/3 页" in await zhou.presses(zhou.buttons()[1])


async def test_a_report_of_the_same_period_is_not_written_over(town: Town, lin: Resident, wang: Resident) -> None:
    await lin.says("本期无变化")
    listed = lin.last()
    await town.move_to("2019-11-25 08:40")
    await wang.submits("2-3 50% 情况甲")
    assert (await lin.presses("2-3 本期无变化", on=listed)).startswith("这些持续性任务本期还没报。")
    answered = lin.messages()[-2]
    assert "2-3 本期已由王警官在11月25日报过，没有重复记。\n有新情况请报进展。" in answered.text
    assert [each.text for each in answered.buttons] == ["2-3 报进展"]
    assert [row["note"] for row in town.rows(STORED)] == ["50% 情况甲"]


async def test_all_leaves_alone_what_a_colleague_has_reported_meanwhile_and_says_so(
    town: Town, lin: Resident, wang: Resident
) -> None:
    await lin.says("本期无变化")
    count = len(lin.buttons()) - 1
    await town.move_to("2019-11-25 08:40")
    await wang.submits("2-3 50% 情况甲")
    answer = await presses_all(lin)
    assert f"（{count - 1} 项）" in answer and "2-3 本期已由王警官在11月25日报过，没有重复记。" in answer
    assert [row["note"] for row in town.rows(f"{STORED} WHERE code = '2-3'")] == ["50% 情况甲"]


async def test_when_a_colleague_was_faster_with_all_nothing_is_said_to_be_stored(
    town: Town, lin: Resident, wang: Resident
) -> None:
    await lin.says("本期无变化")
    await town.move_to("2019-11-25 08:40")
    await reports_all(wang)
    answer = await lin.presses("全部本期无变化")
    assert "已提交" not in answer and "38-1 本期已由王警官" in answer


async def test_what_was_reported_already_is_said_when_no_change_is_told_of_it(lin: Resident) -> None:
    await lin.reports("38-1", "进行中", "40", "与海关会商")
    assert (await lin.says("38-1 本期无变化")).startswith("38-1 本期已由林警官在11月25日报过，没有重复记。")


async def test_all_that_one_press_has_stored_is_taken_back_at_once(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40", "已立案两起")
    codes = await reports_all(lin)
    assert lin.buttons() == ["全部撤回"]
    answer = await lin.presses("全部撤回")
    assert f"已撤回 {len(codes)} 项。\n这些持续性任务本期还没报。" in answer
    assert [row["code"] for row in town.rows(f"{STORED} WHERE withdrawn_at IS NULL")] == ["1-2"]
    assert f"（{len(codes)} 项）" in await presses_all(lin)
    assert len(town.rows(f"{STORED} WHERE withdrawn_at IS NULL")) == len(codes) + 1


async def test_what_was_reviewed_or_reported_anew_stays_when_all_is_taken_back(town: Town, lin: Resident) -> None:
    codes = await reports_all(lin)
    stored = lin.last()
    await lin.submits("38-1 40% 与海关会商")
    await lin.presses("全部撤回", on=stored)
    said = f"已撤回 {len(codes) - 1} 项。\n另有 1 项已审核、有了新的填报或不再由您单位负责，不能撤回。"
    assert [each for each in lin.heard() if each.startswith(said)]
    assert {row["code"] for row in town.rows(f"{STORED} WHERE withdrawn_at IS NULL")} == {"38-1"}


async def test_one_taken_back_can_be_reported_unchanged_again_where_it_stands(town: Town, lin: Resident) -> None:
    await lin.says("38-1")
    await lin.presses("本期无变化", "撤回")
    assert lin.buttons() == ["38-1 报进展", "38-1 本期无变化"]
    assert "已提交" in await lin.presses("38-1 本期无变化")
    assert len(town.rows(f"{STORED} WHERE withdrawn_at IS NULL")) == 1


# Previewed before it is stored


async def test_another_report_is_put_right_while_no_change_waits_to_be_checked(lin: Resident) -> None:
    await lin.submits("2-3抓了8个，打掉1个窝点")
    assert (await lin.says("剩下的都没变化", "对")).startswith("下面 6 项各记一份“本期无变化”。")
    answer = await lin.says("刚才2-3抓的人数报多了，是6个不是8个")
    assert "抓获人数 6 人" in answer and "6 项“本期无变化”还没提交" in answer
    assert (await lin.says("提交")).startswith("已提交 ✓")


async def test_no_change_that_is_all_reported_meanwhile_waits_no_more(lin: Resident) -> None:
    await lin.says("7-1 8-2 没有变化", "确认")
    await lin.submits("7-1 上线了测试版")
    await lin.submits("8-2 开了座谈会")
    await lin.submits("1-2 30%")
    assert "0 项" not in "\n".join(lin.heard())


@pytest.mark.parametrize("said", ["没变化", "1-2没变化", "no change on 1-2"])
async def test_dated_work_of_which_nothing_is_new_is_reported_again_as_it_stands(
    town: Town, lin: Resident, said: str
) -> None:
    await lin.submits("1-2 60%")
    await town.move_to("2019-12-26 09:00")
    assert "有一阵没更新了" in lin.sees()
    assert (await lin.says(said)).endswith("状态：进行中\n进度：60%\n情况：（无）")
    await lin.presses("提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports")] == [60, 60]


async def test_submitting_agrees_to_no_list_of_tasks_without_a_report(town: Town, nong: Resident) -> None:
    await nong.says("没有变化")
    assert "全部本期无变化" in nong.buttons()
    assert "各记一份" not in await nong.says("提交")


async def test_submit_confirms_the_one_task_without_change(lin: Resident, grace: Resident) -> None:
    assert "已提交 ✓ 本期无变化（1 项）：" in await lin.says("38-1没什么进展", "提交")
    assert "no change (1)" in await grace.says("37-3 nothing this month", "submit")
