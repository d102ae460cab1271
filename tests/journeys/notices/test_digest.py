"""The digest of a morning: its pages, acting on a task in it, and putting one off."""

import pytest

from bot.outgoing.limiter import Limiter
from tests.journeys.returning import asks_for_returns
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("certain")


async def opened(town: Town, zhou: Resident, on: str = "2019-12-24 09:00") -> None:
    """Open the market bureau's long digest of 24 December."""
    await town.move_to("2019-12-23 09:00", on)


async def test_a_long_digest_has_pages_in_the_same_message_and_leaves_nothing_out(town: Town, zhou: Resident) -> None:
    await opened(town, zhou)
    first, message = zhou.sees(), zhou.last().message_id
    assert "第 1/4 页" in first and "下一页" in zhou.buttons() and "上一页" not in zhou.buttons()
    codes = {words for words in zhou.buttons() if words[0].isdigit()}
    for _ in range(3):
        await zhou.presses("下一页")
        codes |= {words for words in zhou.buttons() if words[0].isdigit()}
    assert zhou.last().message_id == message
    head = first.splitlines()[0]
    assert head.startswith("您好，市市场监管局有 ") and f"有 {len(codes)} 项任务" in head
    assert "持续开展，本期还没报" in zhou.sees()
    await zhou.presses("上一页")
    assert "第 3/4 页" in zhou.sees()


async def test_the_parts_come_in_order(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-28 09:00", "2019-12-02 09:00")
    text = zhou.sees()
    assert text.index("已过期限") < text.index("29-7")
    town.replan("UPDATE tasks SET due = '2019-12-03', deadline_version = 2 WHERE code = '29-7'")
    town.replan("UPDATE tasks SET due = '2019-12-04', deadline_version = 2 WHERE code = '43-4'")
    await town.move_to("2019-12-03 09:00")
    text = zhou.sees()
    assert text.index("已过期限") < text.index("今天到期") < text.index("即将到期")


async def test_a_code_opens_what_can_be_done_in_the_same_message(town: Town, zhou: Resident) -> None:
    await opened(town, zhou)
    message = zhou.last().message_id
    text = await zhou.presses("1-8")
    assert text.startswith("🔵 1-8 铁拳方案严查商标专利 · 还有7天") and "完成时间：" in text
    assert zhou.buttons() == ["报进展", "稍后提醒", "申请延期", "返回"]
    assert zhou.last().message_id == message
    await zhou.presses("返回")
    assert "第 1/4 页" in zhou.sees()


async def test_a_task_alone_bears_its_actions_at_once(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert zhou.buttons() == ["29-7", "报进展", "稍后提醒", "申请延期"]
    assert (await zhou.presses("报进展")).startswith("填报 29-7")


async def test_nothing_has_changed_is_stored_below_and_the_line_is_gone(town: Town, zhou: Resident) -> None:
    await opened(town, zhou)
    number = zhou.last().message_id
    await zhou.presses("下一页", "下一页")
    code = next(words for words in zhou.buttons() if words[0].isdigit())
    await zhou.presses(code)
    assert zhou.buttons() == ["报进展", "稍后提醒", "本期无变化", "返回"]
    await zhou.presses("本期无变化")
    stored, line = zhou.sees().splitlines()
    assert stored == "已提交 ✓ 本期无变化（1 项）：" and f" {code} " in line and zhou.buttons()[:2] == ["撤回", "更正"]
    assert code not in [button.text for button in zhou.message(number).buttons]


async def test_all_ongoing_tasks_are_unchanged_at_one_press(town: Town, zhou: Resident) -> None:
    await opened(town, zhou)
    await zhou.presses("全部本期无变化", "提交")
    assert "全部撤回" in zhou.buttons()


async def test_a_later_digest_is_a_new_message_and_leaves_a_line_of_the_older(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    number = zhou.last().message_id
    await town.move_to("2019-11-28 09:00")
    first = zhou.message(number)
    assert zhou.last().message_id > number
    assert first.text == "11月25日（周一）的提醒还有 1 项没办：29-7。发“我的任务”可以查看。"
    assert not first.buttons


async def test_what_is_left_of_the_older_is_named_with_the_words_that_show_it(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    asks_for_returns(town, chen)
    await town.move_to("2019-11-25 09:00")
    number = zhou.last().message_id
    assert zhou.sees().startswith("您好，市市场监管局有 2 件事请留意：")
    await town.move_to("2019-11-28 09:00")
    assert zhou.message(number).text == (
        "11月25日（周一）的提醒还有 2 项没办：29-7、办案统计月报（2019年10月）。发“我的任务”、“统计报表”可以查看。"
    )


async def test_a_digest_that_was_answered_says_so_when_the_next_one_comes(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    number = zhou.last().message_id
    await zhou.reports("29-7", "已完成")
    await town.move_to("2019-11-28 09:00")
    assert zhou.message(number).text == "11月25日（周一）的提醒都办完了，谢谢。"


async def test_a_digest_whose_task_was_put_off_is_part_of_the_next_one(town: Town, nong: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    number = nong.last().message_id
    await nong.presses("稍后提醒")
    await nong.says("下周三")
    await town.app.ticker.tick()
    assert "推迟的 1 项到时再提醒您" in nong.message(number).text
    await town.move_to("2019-12-11 09:00")
    assert nong.message(number).text == "12月2日（周一）的提醒已并入下面新的一条。"


@pytest.mark.parametrize("said", ["报进展", "稍后提醒"])
async def test_the_word_of_a_button_below_a_single_task_is_about_that(town: Town, nong: Resident, said: str) -> None:
    await town.move_to("2019-12-02 09:00")
    assert "29-4" in await nong.says(said) and "共 18 项" not in nong.sees()


async def test_what_was_reported_in_its_period_is_not_open_again_in_the_next(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    number = lin.last().message_id
    await lin.says("都没变化")
    await lin.presses("全部本期无变化", "提交")
    await town.move_to("2020-02-28 09:00")
    assert lin.message(number).text == "2019年12月24日的提醒都办完了，谢谢。"


async def test_a_task_that_was_reported_meanwhile_needs_nothing_more(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-28 09:00")
    digest = zhou.last()
    await zhou.reports("43-4", "已完成")
    await zhou.presses("43-4", on=digest)
    digest = zhou.message(digest.message_id)
    assert digest.text.startswith("43-4 不用办了")
    assert "43-4" not in [button.text for button in digest.buttons]


async def test_the_line_of_what_was_reported_goes_out_of_the_message_that_stands_there(
    town: Town, zhou: Resident, wu: Resident
) -> None:
    await opened(town, zhou)
    stands, of_wu = zhou.last().message_id, wu.last().message_id
    assert "1-8" in zhou.message(stands).text and "1-8" in wu.message(of_wu).text
    await zhou.submits("1-8 已完成，查了20家")
    await town.app.ticker.tick()
    assert "1-8" not in zhou.message(stands).text and "1-9" in zhou.message(stands).text
    assert "1-8" not in [each.text for each in zhou.message(stands).buttons]
    assert "1-8" not in wu.message(of_wu).text


async def test_a_dialog_that_has_opened_in_a_digest_meanwhile_keeps_its_message(
    town: Town, zhou: Resident, wu: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(town, zhou)
    stands, of_wu = zhou.last().message_id, wu.last().message_id
    await wu.submits("1-8 已完成，查了20家")

    async def take_turn(limiter: Limiter, chat_id: int) -> None:
        if chat_id == zhou.id:
            await zhou.forges("unchanged:all:20191224")

    monkeypatch.setattr(Limiter, "take_turn", take_turn)
    await town.app.ticker.tick()
    assert "各记一份“本期无变化”" in zhou.message(stands).text
    assert "1-8" not in wu.message(of_wu).text


async def test_the_line_of_what_more_time_is_asked_for_goes_out_by_itself(town: Town, zhou: Resident) -> None:
    await opened(town, zhou)
    stands = zhou.last().message_id
    await zhou.submits("1-8延期到1月底 因为等文件")
    await town.app.ticker.tick()
    assert "1-8" not in zhou.message(stands).text


async def test_a_digest_of_which_nothing_is_left_says_so_by_itself(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    stands = zhou.last().message_id
    await zhou.reports("29-7", "已完成")
    await town.move_to("2019-11-25 10:00")
    assert zhou.message(stands).text == "11月25日（周一）的提醒都办完了，谢谢。"
    assert zhou.message(stands).buttons == ()


async def test_what_changes_nothing_of_a_digest_leaves_it_as_it_is_looked_at(town: Town, zhou: Resident) -> None:
    await opened(town, zhou)
    stands = zhou.last().message_id
    await zhou.presses("下一页")
    await zhou.submits("3-18 进行中 50%，刚开始")
    await town.app.ticker.tick()
    assert "第 2/4 页" in zhou.message(stands).text


async def test_who_has_asked_for_more_time_is_not_reminded_while_the_office_decides(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    await zhou.submits("29-7 申请延期到2020年1月31日，等省里文件")
    heard = len(zhou.heard())
    for day in ("26", "27", "28", "29"):
        await town.move_to(f"2019-11-{day} 09:00")
    assert not any("29-7" in text for text in zhou.heard()[heard:])


async def test_the_digest_of_somebody_else_cannot_be_opened(town: Town, zhou: Resident, lin: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    answer = await lin.forges(next(button.callback_data for button in zhou.last().buttons) or "")
    assert "29-7" not in answer


async def test_a_doubtful_deadline_is_marked_where_it_is_overdue(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-28 09:00", "2019-12-02 09:00")
    assert "🔴 29-7" in zhou.sees() and "🔴⚠️ 29-11" in zhou.sees()


@pytest.mark.parametrize(
    ("words", "code", "stands"),
    [
        ("第一个做完了", "43-4", "状态：已完成"),
        ("第二项60%，办了两期", "29-11", "进度：60%"),
        ("the second one is at 60%", "29-11", "进度：60%"),
    ],
)
async def test_a_line_of_the_digest_is_named_by_its_place(
    town: Town, zhou: Resident, words: str, code: str, stands: str
) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    checked = await zhou.says(words)
    assert f"填报 {code}" in checked and stands in checked


async def test_several_lines_of_the_digest_are_named_by_their_places(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-11-26 09:00", "2019-11-27 09:00")
    checked = await zhou.says("第一个和第三个都做完了")
    assert "43-4" in checked and "43-5" in checked and "29-11" not in checked
    assert checked.count("状态：已完成\n情况：（无）") == 2


async def test_each_line_of_the_digest_gets_what_is_said_of_it(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    checked = await zhou.says("第三个办完了，前两个月底前弄好")
    assert checked.count("状态：进行中\n情况：月底前弄好") == 2
    assert "填报 43-5 12315平台培训班\n状态：已完成\n情况：（无）" in checked
    checked = await zhou.says("第二个70%，第三个受阻，等省里文件")
    assert "填报 29-7 宣传普及·市监（措施待核实）\n状态：进行中\n进度：70%\n" in checked
    assert checked.count("困难和需要的支持：") == 1 and "状态：受阻" in checked.partition("填报 29-11")[2]


async def test_what_is_counted_within_a_report_names_no_line(town: Town, zhou: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    assert "情况：做完了，第一次检查了20家" in await zhou.says("第一个做完了，第一次检查了20家")


@pytest.mark.parametrize("said", ["后三个月继续抽检", "前三个月抽检了60批次", "后两个季度安排在明年"])
async def test_months_and_the_like_are_no_lines_of_the_digest(town: Town, zhou: Resident, said: str) -> None:
    await town.move_to("2019-12-02 09:00")
    await zhou.says(said)
    assert town.rows("SELECT 1 FROM dialogs WHERE kind = 'report'") == []


@pytest.mark.parametrize("today", ["2019-11-25 10:00", "2019-11-28 10:00", "2019-11-29 10:00"])
@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("29-7 下周再提醒我", "12月2日（周一）"),
        ("remind me of 29-7 next week", "12月2日（周一）"),
        ("remind me of 29-7 the week after next", "12月9日（周一）"),
        ("29-7 下下周再提醒", "12月9日（周一）"),
        ("29-7 下个月再提醒", "12月2日（周一）"),
    ],
)
async def test_a_period_begins_with_its_first_working_day(
    town: Town, zhou: Resident, today: str, said: str, day: str
) -> None:
    await town.move_to(today)
    assert await zhou.says(said) == f"好的，29-7 到{day}再提醒您。"


async def test_without_a_digest_of_the_day_a_place_names_nothing(zhou: Resident) -> None:
    assert "填报" not in (await zhou.says("第一个做完了")).replace("发“报进展”填报", "")


async def test_what_was_dealt_with_stays_so_though_it_is_to_be_reported_on_anew(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    stands = lin.last().message_id
    await lin.says("都没变化")
    await lin.presses("全部本期无变化", "提交")
    await town.app.ticker.tick()
    assert lin.message(stands).text == "12月24日（周二）的提醒都办完了，谢谢。"
    await town.move_to("2020-02-28 09:00")
    assert lin.message(stands).text == "2019年12月24日的提醒都办完了，谢谢。"
