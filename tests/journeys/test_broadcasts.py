"""The office tells many something: what, to whom, a look at it, and it goes out; and what people answer."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.emulator import FaultKind
from bot.emulator.files import Upload
from data.people.people import Role
from data.store import change
from tests.journeys.test_evidence import PHOTO
from tests.journeys.town import GROUP, Resident, Town

MEETING = "周五下午三点在市政府开会，请带材料。"


async def sends(town: Town, chen: Resident, words: str = f"给所有联络员发通知：{MEETING}") -> str:
    """Send what a sentence says, and let it go out; returns how it ended."""
    await chen.says(words)
    await chen.sends_out()
    return chen.sees()


def notices(resident: Resident) -> list[str]:
    """The broadcasts that somebody has got."""
    return [text for text in resident.heard() if text.startswith(("通知", "Notice", "（可能重复）"))]


async def test_a_notice_is_written_addressed_looked_at_and_sent(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, wu: Resident
) -> None:
    assert (await chen.says("/broadcast")).startswith("要发什么？")
    assert (await chen.says(MEETING)).startswith(f"要发的：{MEETING}\n发给谁？")
    assert "要对方点按钮回复吗" in await chen.presses("全体联络员")
    preview = await chen.presses("不需要回复")
    assert preview.startswith(
        f"还没发出。收到的人会看到：\n通知\n{MEETING}\n\n发给 3 人（2 个单位：市公安局、市市场监管局）。"
    )
    assert notices(lin) == [] and town.rows("SELECT * FROM broadcasts") == []
    assert (await chen.presses("确认发送")).startswith("正在发送：0/3")
    await town.app.ticker.tick()
    assert [notices(each) for each in (lin, zhou, wu)] == [[f"通知\n{MEETING}"]] * 3
    assert chen.sees().startswith("已发完，3 条送到。")
    assert notices(chen) == []


async def test_whom_it_does_not_reach_is_said_before_and_after(town: Town, chen: Resident, lin: Resident) -> None:
    change(town.db, "INSERT INTO people (name, created_at) VALUES ('何科员', '2019-11-01')")
    change(
        town.db,
        """INSERT INTO memberships (person_id, unit_id, role)
        SELECT people.id, units.id, 'liaison' FROM people, units
        WHERE people.name = '何科员' AND units.name = '市公安局'""",
    )
    preview = await chen.says(f"通知市公安局、市商务局：{MEETING}")
    assert "发给 1 人（1 个单位：市公安局）。" in preview
    assert "收不到的有 1 人（还没登记或停用了）：何科员。" in preview
    assert "没有联络员的单位有 1 个：市商务局。" in preview
    await chen.presses("确认发送")
    town.world.block(lin.id)
    await town.app.ticker.tick()
    assert chen.sees().splitlines() == [
        "已发完，0 条送到。",
        "停用了机器人或已注销（1）：林警官（市公安局）",
        "还没登记（1）：何科员（市公安局）",
        "没有联络员的单位（1）：市商务局",
    ]


async def test_units_are_picked_one_by_one_over_pages(
    chen: Resident, lin: Resident, zhou: Resident, grace: Resident
) -> None:
    await chen.says("群发", MEETING)
    assert "选好了" not in chen.buttons() or await chen.presses("选单位")
    await chen.presses("选单位")
    assert "选好了" not in chen.buttons()
    assert "已选 2 家" in await chen.presses("市公安局", "市市场监管局", "下一页", "上一页")
    await chen.presses("✓ 市市场监管局", "下一页")
    assert "发给 2 人（2 个单位：市公安局、市贸促会）" in await chen.presses("市贸促会", "选好了", "不需要回复")
    await chen.sends_out()
    assert (len(notices(lin)), len(notices(zhou)), len(notices(grace))) == (1, 0, 1)


async def test_the_liaisons_of_a_section_are_those_of_its_units(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("/broadcast", MEETING)
    await chen.presses("按任务名称")
    section = chen.buttons()[2]
    [row] = town.rows(
        """SELECT group_concat(DISTINCT units.name) AS units FROM tasks JOIN assignments ON task_id = tasks.id
        JOIN units ON units.id = unit_id WHERE substr(section, 1, 6) = substr(?, 1, 6)""",
        section,
    )
    preview = await chen.presses(section, "不需要回复")
    heard = [name for name in ("市公安局", "市市场监管局") if name in row["units"].split(",")]
    assert f"（{len(heard)} 个单位：{'、'.join(heard)}）" in preview


@pytest.mark.parametrize(
    ("words", "told", "units"),
    [
        (f"通知市公安局：{MEETING}", MEETING, "市公安局"),
        ("通知公安局和市场监管局明天上午9:30开会", "明天上午9:30开会", "市公安局、市市场监管局"),
        ("各单位请注意：周五停电", "周五停电", "市公安局、市市场监管局"),
        ("notify the police bureau: bring your papers", "bring your papers", "市公安局"),
    ],
)
async def test_one_sentence_names_whom_and_what(
    chen: Resident, lin: Resident, zhou: Resident, words: str, told: str, units: str
) -> None:
    preview = await chen.says(words)
    assert f"通知\n{told}\n" in preview and f"：{units}）。" in preview
    assert "确认发送" in chen.buttons()


async def test_a_notice_may_be_anything_a_question_too(chen: Resident, lin: Resident) -> None:
    assert "发给谁？" in await chen.says("/broadcast", "我们还有哪些没完成？请各单位都理一理")
    await chen.presses("全体联络员", "需要回复")
    assert "有哪些答案" in await chen.says("2-7的材料都齐了吗？")


async def test_a_photo_goes_out_with_its_words(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("/broadcast")
    asked = await chen.does(lambda: town.world.send_photo(chen.id, PHOTO, "会场座位图"))
    assert "发给谁？" in asked
    assert "附：照片" in await chen.presses("全体联络员", "不需要回复")
    await chen.sends_out()
    sent = lin.last()
    assert sent.media is not None and sent.media.kind == "photo" and sent.text == "通知\n会场座位图"


ALBUM = [Upload(f"{number}.jpg", PHOTO + bytes([number])) for number in range(3)]


async def test_an_album_goes_out_whole_in_its_order_with_its_words(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("/broadcast")
    await chen.does(lambda: town.world.send_album(chen.id, ALBUM, "现场照片", as_photos=True))
    assert "附：3 张照片" in await chen.presses("全体联络员", "不需要回复")
    await chen.sends_out()
    sent = lin.messages()[-3:]
    assert [each.text for each in sent] == ["通知\n现场照片", "", ""]
    assert {each.media_group_id for each in sent} == {sent[0].media_group_id} and sent[0].media_group_id
    contents = [town.world.files.get(each.media.file_id).content for each in sent if each.media]
    assert contents == [each.content for each in ALBUM]


async def test_photos_and_files_with_a_question_go_out_in_their_order_and_the_question_last(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("/broadcast")
    await chen.does(lambda: town.world.send_album(chen.id, ALBUM[:2], "会议材料", as_photos=True))
    await chen.does(lambda: town.world.send_document(chen.id, "议程.pdf", b"%PDF"))
    await chen.presses("全体联络员", "需要回复")
    await chen.says("能参加吗？")
    assert "附：3 个文件" in await chen.presses("能参加、不能参加", "跳过")
    await chen.sends_out()
    sent = lin.messages()[-4:]
    assert [each.media and each.media.kind for each in sent] == ["photo", "photo", "document", None]
    assert sent[-1].text.startswith("通知\n会议材料") and lin.buttons() == ["能参加", "不能参加"]
    await lin.presses("能参加")
    assert lin.buttons() == ["✓ 能参加", "不能参加"]


async def test_what_has_arrived_of_several_messages_is_not_sent_again_after_a_failure(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("/broadcast")
    await chen.does(lambda: town.world.send_album(chen.id, ALBUM[:2], "会议材料", as_photos=True))
    await chen.does(lambda: town.world.send_document(chen.id, "议程.pdf", b"%PDF"))
    await chen.says("市公安局")
    await chen.presses("不需要回复")
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendDocument", seconds=1)
    await chen.sends_out()
    await town.move_to("2019-11-25 09:10")
    kinds = [each.media.kind for each in lin.messages() if each.media]
    assert kinds == ["photo", "photo", "document"]


async def test_a_part_whose_answer_was_lost_comes_once_more_and_says_so(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("/broadcast")
    await chen.does(lambda: town.world.send_album(chen.id, ALBUM[:2], "会议材料", as_photos=True))
    await chen.does(lambda: town.world.send_document(chen.id, "议程.pdf", b"%PDF"))
    await chen.says("市公安局")
    await chen.presses("不需要回复")
    town.world.faults.add(FaultKind.CUT_AFTER, "sendDocument")
    await chen.sends_out()
    await town.move_to("2019-11-25 08:36")
    said = [(each.media.kind, each.text) for each in lin.messages() if each.media]
    assert said == [("photo", "通知\n会议材料"), ("photo", ""), ("document", ""), ("document", "（可能重复）")]


async def test_an_eleventh_file_is_refused_and_the_others_stay(town: Town, chen: Resident) -> None:
    await chen.says("/broadcast")
    many = [Upload(f"{number}.pdf", b"%PDF" + bytes([number])) for number in range(11)]
    await chen.does(lambda: town.world.send_album(chen.id, many[:10]))
    refused = await chen.does(lambda: town.world.send_document(chen.id, many[10].name, many[10].content))
    assert "一次最多发 10 个文件，这一个没有收。" in refused
    assert "附：10 个文件" in await chen.presses("全体联络员", "不需要回复")


async def test_a_file_may_come_later_and_be_taken_out_again(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says(f"给所有联络员发通知：{MEETING}")
    preview = await chen.does(lambda: town.world.send_document(chen.id, "议程.pdf", b"%PDF"))
    assert "附：议程.pdf" in preview and MEETING in preview
    assert "附：" not in await chen.presses("修改", "内容", "去掉附件")
    await chen.sends_out()
    assert lin.last().media is None and notices(lin) == [f"通知\n{MEETING}"]


async def test_what_cannot_be_sent_is_refused_in_a_sentence_and_nothing_is_lost(town: Town, chen: Resident) -> None:
    assert "内容是空的" in await chen.says("/broadcast", "　") or "写几个字" in chen.sees()
    assert "文字请控制在 2000 字以内" in await chen.says("长" * 2001)
    assert "这里只收文字、照片和文件" in await chen.does(lambda: town.world.share_contact(chen.id, phone="13800000000"))
    await chen.says(MEETING)
    big = b"0" * (20 * 1024 * 1024 + 1)
    answer = await chen.does(lambda: town.world.send_document(chen.id, "录像.zip", big))
    assert "“录像.zip”有 20.1 MB，最多 20 MB" in answer and f"要发的：{MEETING}" in answer
    answer = await chen.says("火星局")
    assert answer.startswith("没有“火星局”这个单位") and f"要发的：{MEETING}" in answer
    await chen.presses("选单位", "市公安局", "选好了", "需要回复")
    assert "请写 2 到 4 个答案" in await chen.says("能来吗", "能来")
    assert "请写 2 到 4 个答案" in await chen.says("一、二、三、四、五")
    assert "这一天已经过了" in await chen.says("能来、不能来", "昨天")
    assert "看懂" in await chen.says("等我想想") or "日期" in chen.sees()
    preview = await chen.says("周四")
    assert MEETING in preview and "请在11月28日（周四）前" in preview
    assert "选中的人现在都收不到" in preview
    assert "选中的人现在都收不到" in await chen.presses("确认发送")
    assert town.rows("SELECT * FROM broadcasts") == [] and "确认发送" in chen.buttons()


@pytest.mark.parametrize("words", ["给月球局发通知：周五开会", "通知月球局：周五开会"])
async def test_a_recipient_that_is_no_unit_is_said_and_what_is_to_be_sent_stays(chen: Resident, words: str) -> None:
    asked = await chen.says(words)
    assert asked.startswith("没有“月球局”这个单位") and "要发的：周五开会" in asked


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("给市公安局和月球局发通知：周五开会", "月球局"),
        ("给月球局和市公安局发通知：周五开会", "月球局"),
        ("通知市公安局和分管领导：周五开会", "分管领导"),
        ("通知市公安局和火星委周五开会", "火星委"),
    ],
)
async def test_of_several_recipients_one_that_is_nobody_known_is_said_and_the_others_are_picked(
    town: Town, chen: Resident, lin: Resident, words: str, nobody: str
) -> None:
    asked = await chen.says(words)
    assert asked.startswith(f"没有“{nobody}”这个单位") and "已选 1 家" in asked
    assert "✓ 市公安局" in chen.buttons()
    assert town.rows("SELECT * FROM broadcasts") == []
    assert "发给 1 人（1 个单位：市公安局）" in await chen.presses("选好了")


async def test_a_nudge_of_a_unit_beside_nobody_known_is_not_begun(chen: Resident, lin: Resident) -> None:
    assert (await chen.says("催一下市公安局和月球局")).startswith("没有“月球局”这个单位")


async def test_whom_to_get_in_touch_with_is_no_recipient(chen: Resident, lin: Resident) -> None:
    preview = await chen.says("通知市公安局和我联系")
    assert "\n和我联系\n" in preview and "（1 个单位：市公安局）" in preview


async def test_another_notice_is_no_answer_to_whom_one_goes(chen: Resident, lin: Resident) -> None:
    assert "\n下周检查\n" in await chen.says("给市公安局和月球局发通知：周五开会", "通知市公安局：下周检查")


async def test_what_was_open_is_offered_once_after_the_word_of_a_command(chen: Resident) -> None:
    assert (await chen.says("提醒时间改成25点", "群发")).count("规则还没改完") == 1


async def test_the_recipients_can_be_changed_in_words_at_the_preview(
    chen: Resident, lin: Resident, zhou: Resident
) -> None:
    assert "：市市场监管局）。" in await chen.says(f"通知市公安局：{MEETING}", "改成发给市市场监管局")
    assert "（2 个单位" in await chen.says("还是发给所有单位吧")
    assert "没有写进去" in await chen.says("加一句，请市公安局带上卷宗")


@pytest.mark.parametrize(
    "words", ["加上市市场监管局", "再加一个市市场监管局", "还有市市场监管局", "也发给市市场监管局", "add 市市场监管局"]
)
async def test_words_that_add_at_the_preview_leave_those_who_are_chosen(
    chen: Resident, lin: Resident, zhou: Resident, words: str
) -> None:
    assert "（2 个单位：市公安局、市市场监管局）。" in await chen.says(f"通知市公安局：{MEETING}", words)
    await chen.sends_out()
    assert [notices(each) for each in (lin, zhou)] == [[f"通知\n{MEETING}"]] * 2


async def test_a_question_is_answered_by_a_press_and_can_be_answered_anew(
    chen: Resident, lin: Resident, zhou: Resident, wu: Resident
) -> None:
    await chen.says("/broadcast", MEETING)
    await chen.presses("全体联络员", "需要回复")
    await chen.says("周五的会能参加吗？", "参加、不参加、派人参加", "11月28日")
    await chen.sends_out()
    assert lin.buttons() == ["参加", "不参加", "派人参加"]
    assert lin.sees().endswith("周五的会能参加吗？\n请在11月28日（周四）前点下面的按钮回复，之后还可以改。")
    assert "已记下：不参加" in await lin.presses("不参加")
    assert "已记下：参加" in await lin.presses("参加") and lin.buttons() == ["✓ 参加", "不参加", "派人参加"]
    await zhou.presses("派人参加", on=next(each for each in zhou.messages() if "周五的会" in each.text))
    answers = await chen.presses("看回复")
    assert answers.splitlines() == [
        "周五的会能参加吗？",
        "已回复 2/3 人",
        "参加（1）：林警官（市公安局）",
        "派人参加（1）：周科长（市市场监管局）",
        "还没回复（1）：小吴（市市场监管局）",
    ]
    assert "收到" not in answers and "已读" not in answers


async def test_the_list_of_all_is_a_workbook(town: Town, chen: Resident, lin: Resident, zhou: Resident) -> None:
    await chen.says("/broadcast", MEETING, "市公安局、市市场监管局、市商务局")
    await chen.presses("需要回复")
    await chen.says("=1+1 有吗")
    await chen.presses("有、没有", "跳过", "确认发送")
    await town.app.ticker.tick()
    await lin.presses("有")
    await chen.presses("名单")
    media = chen.last().media
    assert media is not None and media.name == "群发名单-2019-11-25.xlsx"
    sheet = load_workbook(BytesIO(town.world.files.get(media.file_id).content)).active
    assert sheet is not None
    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows()][1:] == [
        ["单位", "姓名", "回复或未送达原因", "附言", "回复时间"],
        ["市公安局", "林警官", "有", "", "2019-11-25 08:30"],
        ["市市场监管局", "周科长", "还没回复", "", ""],
        ["", "市商务局", "没有联络员", "", ""],
    ]


async def test_an_answer_after_the_day_counts_and_is_marked(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("/broadcast", MEETING, "市公安局")
    await chen.presses("需要回复")
    await chen.says("能来吗", "能、不能", "明天")
    await chen.sends_out()
    await town.move_to("2019-11-28 10:00")
    await lin.presses("能", on=next(each for each in lin.messages() if "能来吗" in each.text))
    await chen.says("/broadcast")
    assert "能（1）：林警官（市公安局）（晚于期限）" in await chen.presses("以前的群发", "11月25日", "看回复")


async def test_only_those_who_were_asked_answer(town: Town, chen: Resident, lin: Resident, zhou: Resident) -> None:
    await chen.says("/broadcast", MEETING, "市公安局")
    await chen.presses("需要回复")
    await chen.says("能来吗", "能、不能")
    await chen.presses("跳过", "确认发送")
    await town.app.ticker.tick()
    [data] = [button.callback_data or "" for button in lin.last().buttons if button.text == "能"]
    assert "过时" in await zhou.forges(data)
    assert "过时" in await lin.forges(data.rpartition(":")[0] + ":7")
    assert town.rows("SELECT * FROM broadcast_answers") == []


async def test_it_goes_to_a_bound_group_and_is_answered_there_by_name(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    group = await town.bind_group(chen, lin, stranger)
    await chen.says("/broadcast", MEETING)
    await chen.presses("联络员群", "需要回复")
    await chen.says("能来吗", "能、不能")
    assert "发到 1 个群：联络员群。" in await chen.presses("跳过")
    await chen.sends_out()
    assert lin.sees(group).startswith(f"通知\n{MEETING}\n\n能来吗")
    assert "已记下：能" in await lin.presses("能", chat=group)
    await stranger.presses("能", chat=group)
    answers = await chen.presses("看回复")
    assert "能（1）：林警官（市公安局）" in answers and "发到群里的，谁点了按钮才知道" in answers
    assert len(town.rows("SELECT * FROM broadcast_answers")) == 1
    assert group == GROUP


async def test_a_group_that_is_not_bound_any_more_gets_nothing(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    await chen.says(f"在群里发个通知：{MEETING}")
    await chen.says("/unbind", chat=group)
    assert "选中的人现在都收不到" in await chen.presses("确认发送")
    assert chen.heard(group)[-1].startswith("本群已取消绑定")


async def test_sending_can_be_stopped_and_says_who_had_it(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await town.app.ticker.stop()
    await chen.says(f"给所有联络员发通知：{MEETING}")
    assert (await chen.presses("确认发送", "停止发送")).startswith("已停止发送，之前 0 条已经送到。")
    await town.app.ticker.tick()
    assert notices(lin) == notices(zhou) == []
    assert "停止时还没发（2）：林警官（市公安局）、周科长（市市场监管局）" in chen.sees()


async def test_at_night_it_is_said_when_it_goes_out(town: Town, chen: Resident, lin: Resident) -> None:
    town.clock.moment = town.clock.moment.replace(hour=22)
    assert "现在是免打扰时段，8 点开始发。" in await chen.says(f"给所有联络员发通知：{MEETING}")
    await chen.sends_out()
    assert notices(lin) == []
    await town.move_to("2019-11-26 08:00")
    assert notices(lin) == [f"通知\n{MEETING}"] and chen.sees().startswith("已发完，1 条送到。")


async def test_who_has_quiet_hours_gets_it_after_them(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    change(town.db, "UPDATE people SET quiet_from = 7, quiet_to = 12 WHERE name = '林警官'")
    assert await sends(town, chen) == "正在发送：1/2\n还有 1 人设了免打扰时段，过后就会收到。"
    await town.move_to("2019-11-25 12:00")
    assert notices(lin) == notices(zhou) == [f"通知\n{MEETING}"]


async def test_who_has_lost_the_role_meanwhile_gets_nothing(town: Town, chen: Resident, lin: Resident) -> None:
    town.clock.moment = town.clock.moment.replace(hour=22)
    await sends(town, chen)
    change(town.db, "DELETE FROM memberships WHERE role = 'liaison'")
    await town.move_to("2019-11-26 08:00")
    assert notices(lin) == [] and "已不在名单里（1）：林警官" in chen.sees()


async def test_an_uncertain_one_is_held_and_sent_once_more_with_a_word(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says(f"给所有联络员发通知：{MEETING}")
    town.world.faults.add(FaultKind.CUT_AFTER, "sendMessage")
    await chen.sends_out()
    assert "有 1 条不确定是否送到，5 分钟后再发一次" in chen.sees()
    await town.move_to("2019-11-25 08:36")
    assert [text.startswith("（可能重复）") for text in notices(lin)] == [False, True]
    assert chen.sees().startswith("已发完，1 条送到。")


async def test_pressing_twice_and_a_restart_send_nothing_twice(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says(f"给所有联络员发通知：{MEETING}")
    message = chen.last()
    [data] = [button.callback_data or "" for button in message.buttons if button.text == "确认发送"]
    for _ in range(2):
        town.world.press(chen.id, chen.id, message.message_id, data, forged=True)
    await town.settle()
    await town.restart_undone()
    await town.app.ticker.tick()
    assert len(town.rows("SELECT * FROM broadcasts")) == 1 and len(notices(lin)) == 1


async def test_it_is_logged(town: Town, chen: Resident, lin: Resident) -> None:
    await sends(town, chen)
    [line] = town.rows("SELECT action, detail FROM audit WHERE action LIKE 'broadcast%'")
    assert line == {"action": "broadcast", "detail": '{"groups": 0, "people": 1, "units": 1}'}


async def test_a_liaison_broadcasts_nothing(town: Town, lin: Resident, zhou: Resident) -> None:
    assert "办公室使用" in await lin.says("/broadcast")
    assert "办公室使用" in await lin.says("群发")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'broadcast'") == []


async def test_who_is_no_coordinator_any_more_cannot_send_what_was_written(
    town: Town, chen: Resident, lin: Resident
) -> None:
    town.member(1030, "另一位主任", None, Role.COORDINATOR)
    await chen.says(f"给所有联络员发通知：{MEETING}")
    change(
        town.db,
        "UPDATE memberships SET role = 'observer' WHERE person_id = (SELECT id FROM people WHERE name = '陈主任')",
    )
    answer = await chen.presses("确认发送")
    assert "办公室使用" in answer and MEETING in answer
    assert town.rows("SELECT * FROM broadcasts") == []


async def test_english_readers_hear_the_frame_in_english(town: Town, chen: Resident, grace: Resident) -> None:
    await grace.says("/language")
    await grace.presses("English")
    await sends(town, chen)
    assert notices(grace) == [f"Notice\n{MEETING}"]


async def test_a_command_in_between_is_answered_and_the_question_comes_back(chen: Resident, lin: Resident) -> None:
    answer = await chen.says("/broadcast", MEETING, "/review")
    assert "发给谁？" in answer and f"要发的：{MEETING}" in answer


async def test_stopping_and_looking_back_are_said_in_words(town: Town, chen: Resident, lin: Resident) -> None:
    assert await chen.says("停止发送") == "现在没有正在发送的群发。"
    assert await chen.says("群发记录") == "还没有群发过。"
    await town.app.ticker.stop()
    await chen.says(f"给所有联络员发通知：{MEETING}")
    await chen.presses("确认发送")
    assert (await chen.says("停止发送")).startswith("已停止发送，之前 0 条已经送到。")
    assert (await chen.says("上次群发谁没收到")).startswith("共 1 次群发，点开看送达和回复：")
    assert "停止时还没发（1）：林警官（市公安局）" in await chen.presses("11月25日")
