"""Photos and files of a broadcast are sent complete, in order, and once."""

from bot.emulator import FaultKind, Upload
from tests.journeys.announcing.announced import MEETING, notices
from tests.journeys.files_sent import ALBUM, PHOTO
from tests.journeys.town import Resident, Town


async def test_a_photo_goes_out_with_its_words(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("/broadcast")
    asked = await chen.does(lambda: town.world.send_photo(chen.id, PHOTO, "会场座位图"))
    assert "发给谁？" in asked
    assert "附：照片" in await chen.presses("全体联络员", "不需要回复")
    await chen.sends_out()
    sent = lin.last()
    assert sent.media is not None and sent.media.kind == "photo" and sent.text == "通知\n会场座位图"


async def test_a_file_that_comes_first_is_sent_as_its_caption_orders(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    caption = "明天上午9点发给公安局：请按时参会"
    shown = await chen.does(lambda: town.world.send_document(chen.id, "会议通知.pdf", b"%PDF", caption=caption))
    assert "通知\n请按时参会\n附：会议通知.pdf\n" in shown and "11月26日（周二）9:00发出" in shown
    assert "发给 1 人（1 个单位：市公安局）" in shown


async def test_of_a_file_without_an_order_it_is_asked_who_gets_it(town: Town, chen: Resident, lin: Resident) -> None:
    asked = await chen.does(lambda: town.world.send_document(chen.id, "会议通知.pdf", b"%PDF"))
    assert asked.startswith("已收到，还没发出。") and "附：会议通知.pdf\n发给谁？" in asked
    assert "还没发出。收到的人会看到：\n通知\n附：会议通知.pdf" in await chen.says("把这个发给全体联络员")
    await chen.sends_out()
    sent = lin.last()
    assert sent.media is not None and sent.text == "通知"


async def test_what_follows_a_broadcast_goes_to_those_who_got_it(town: Town, chen: Resident, lin: Resident) -> None:
    caption = "通知公安局：附图为11月检查安排，请查收"
    await chen.does(lambda: town.world.send_photo(chen.id, PHOTO, caption))
    await chen.sends_out()
    to_them = "发给 1 人（1 个单位：市公安局）"
    follows = "原件，发给刚才那些单位"
    original = await chen.does(lambda: town.world.send_document(chen.id, "通知.pdf", b"%PDF", caption=follows))
    assert "通知\n原件\n附：通知.pdf\n" in original and to_them in original
    await chen.sends_out()
    assert to_them in await chen.says("刚才的图发错了，换成这张")
    shown = await chen.does(lambda: town.world.send_photo(chen.id, PHOTO))
    assert "通知\n刚才的图发错了，换成这张\n附：照片\n" in shown and to_them in shown


async def _writes_two_photos_and_a_file(town: Town, chen: Resident) -> None:
    await chen.says("/broadcast")
    await chen.does(lambda: town.world.send_album(chen.id, ALBUM[:2], "会议材料", as_photos=True))
    await chen.does(lambda: town.world.send_document(chen.id, "议程.pdf", b"%PDF"))


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
    await _writes_two_photos_and_a_file(town, chen)
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
    await _writes_two_photos_and_a_file(town, chen)
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
    await _writes_two_photos_and_a_file(town, chen)
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


async def test_the_words_that_were_written_stay_above_those_of_a_photo(town: Town, chen: Resident) -> None:
    await chen.says("/broadcast", "请各单位看座位图")
    asked = await chen.does(lambda: town.world.send_photo(chen.id, PHOTO, "会场座位图"))
    assert "请各单位看座位图" in asked and "会场座位图" in asked
