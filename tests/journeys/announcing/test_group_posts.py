"""Posts in groups: what, where and when, and how the office changes that."""

from functools import partial

import pytest

from data.notices import outbox
from data.notices.groups import bind_group
from data.notices.outbox import Claimed
from data.people.people import Role
from data.plan.units import ensure_unit
from data.store import Database
from tests.journeys.files_sent import ALBUM
from tests.journeys.stored_people import by
from tests.journeys.town import Resident, Town

FORUM, TOPIC = -1_000_000_006_001, 77


async def binds(town: Town, chen: Resident, words: str = "/bind") -> int:
    group = await town.found_group(chen)
    await chen.says(words, chat=group)
    return group


async def turns(chen: Resident, *presses: str) -> str:
    """Open the page of the only group and press the buttons; return what is then shown."""
    await chen.says("/groups")
    await chen.presses("联络员群")
    await chen.presses(*presses)
    return chen.sees()


async def posts(town: Town, chen: Resident, group: int, moment: str) -> list[str]:
    """Return what is posted in the group until a moment."""
    heard = len(chen.heard(group))
    await town.move_to(moment)
    return chen.heard(group)[heard:]


async def test_a_group_is_bound_to_several_units(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    answer = await chen.says("/bind 市场监管局、市卫生健康委", chat=group)
    assert answer.startswith("本群已绑定：市卫生健康委、市市场监管局。会发布：每周清单（周一 9 点）。")
    [posted] = await posts(town, chen, group, "2019-11-25 09:00")
    assert "市市场监管局" in posted and "市卫生健康委" in posted and "领导小组办公室" not in posted
    assert "\n　市市场监管局 · " in await chen.says("@liaison_test_bot 逾期的", chat=group)
    assert "只回答市卫生健康委、市市场监管局的任务" in await chen.says("@liaison_test_bot 公安局的任务", chat=group)
    assert "没有“火星局”这个单位" in await chen.says("/bind 市场监管局、火星局", chat=group)


async def test_where_nothing_has_changed_the_last_list_says_so_and_none_is_repeated(town: Town, chen: Resident) -> None:
    group = await binds(town, chen, "/bind 市卫生健康委")
    [posted] = await posts(town, chen, group, "2019-11-25 09:00")
    assert await posts(town, chen, group, "2019-12-02 09:00") == []
    assert chen.sees(group) == f"{posted}\n12月2日（周一）：和上次一样，没有变化。"
    assert await posts(town, chen, group, "2019-12-09 09:00") == []
    assert chen.sees(group) == f"{posted}\n12月9日（周一）：和上次一样，没有变化。"
    assert {row["state"] for row in town.rows("SELECT state FROM outbox WHERE recipient = 'group'")} == {"sent"}


async def test_a_list_that_was_deleted_is_posted_again(town: Town, chen: Resident) -> None:
    group = await binds(town, chen, "/bind 市卫生健康委")
    [posted] = await posts(town, chen, group, "2019-11-25 09:00")
    town.world.remove(chen.last(group))
    assert await posts(town, chen, group, "2019-12-02 09:00") == [posted]


async def test_a_post_has_code_title_unit_and_day_and_nothing_of_reports(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await zhou.reports("43-5", "进行中", "40", "线人提供的地址")
    group = await binds(town, chen)
    [posted] = await posts(town, chen, group, "2019-11-25 09:00")
    line = next(line for line in posted.splitlines() if "43-5" in line)
    assert line == "🟡 43-5 12315平台培训班（市市场监管局） · 11月30日"
    assert "40" not in posted and "线人" not in posted


async def test_the_day_before_and_what_is_just_overdue_are_told_where_the_office_wants_it(
    town: Town, chen: Resident
) -> None:
    group = await binds(town, chen, "/bind 市市场监管局")
    page = await turns(chen, "✗ 到期前一天", "✗ 逾期")
    assert "发布：每周清单（周一 9 点）、到期前一个工作日提示、刚逾期提示" in page
    await posts(town, chen, group, "2019-11-25 09:00")
    for day in ("26", "27", "28"):
        assert await posts(town, chen, group, f"2019-11-{day} 09:00") == []
    [before] = await posts(town, chen, group, "2019-11-29 09:00")
    assert before.startswith("工作提示\n\n马上到期\n🔵 43-5") and "43-4" not in before and "29-11" not in before
    town.db.change("UPDATE group_chats SET weekly = 0")
    [after] = await posts(town, chen, group, "2019-12-02 09:00")
    assert after.startswith("工作提示\n\n刚过期限\n🔴 43-5") and "29-11" not in after
    assert await posts(town, chen, group, "2019-12-03 09:00") == []


async def test_what_was_reported_done_is_not_told_the_day_before(town: Town, chen: Resident, zhou: Resident) -> None:
    group = await binds(town, chen, "/bind 市市场监管局")
    await turns(chen, "✗ 到期前一天")
    for code in ("43-5", "29-11"):
        await zhou.reports(code, "已完成")
    await posts(town, chen, group, "2019-11-25 09:00")
    assert await posts(town, chen, group, "2019-11-29 09:00") == []


async def test_a_group_has_its_own_day_and_hour(town: Town, chen: Resident) -> None:
    group = await binds(town, chen)
    assert "时间：周一、9 点（按设置）" in await turns(chen)
    assert "时间：周三、15 点" in await chen.presses("改星期", "周三", "改几点", "15 点")
    await posts(town, chen, group, "2019-11-25 09:00")
    assert await posts(town, chen, group, "2019-11-26 16:00") == []
    assert await posts(town, chen, group, "2019-11-27 14:00") == []
    [posted] = await posts(town, chen, group, "2019-11-27 15:00")
    assert posted.startswith("本周工作提示：")
    await turns(chen, "改星期", "按设置")
    assert "时间：周一、15 点" in chen.sees()


async def test_the_scope_is_changed_in_private_by_presses_or_words(town: Town, chen: Resident) -> None:
    await binds(town, chen)
    await turns(chen, "改范围")
    assert "选好了" not in chen.buttons()
    assert "范围：市公安局、市市场监管局" in await chen.presses("市公安局", "市市场监管局", "选好了")
    await turns(chen, "改范围")
    assert "没有“火星局”这个单位" in await chen.says("火星局")
    assert "范围：市商务局" in await chen.says("市商务局")
    await turns(chen, "改范围")
    assert "范围：全部任务" in await chen.presses("全部任务")
    assert town.rows("SELECT * FROM group_units") == []


async def test_the_list_is_switched_off_and_the_group_unbound_in_private(town: Town, chen: Resident) -> None:
    group = await binds(town, chen)
    assert "发布：什么也不发" in await turns(chen, "✓ 每周清单")
    assert await posts(town, chen, group, "2019-11-25 09:00") == []
    assert await turns(chen, "取消绑定") == "“联络员群”已取消绑定，不再发布。"
    assert (await chen.says("/groups")).startswith("还没有绑定的群。")


async def test_in_a_forum_the_topic_is_bound_and_answered_in(town: Town, chen: Resident) -> None:
    town.world.add_group(FORUM, "工作群", [chen.id], supergroup=True)
    town.world.add_topic(FORUM, TOPIC, "进度提示")
    town.world.add_bot_to_group(chen.id, FORUM)
    await town.settle()
    await chen.does(lambda: town.world.say(chen.id, "/bind", FORUM, topic_id=TOPIC))
    assert chen.last(FORUM).topic_id == TOPIC and chen.sees(FORUM).startswith("本群已绑定：")
    await town.move_to("2019-11-25 09:00")
    assert chen.last(FORUM).topic_id == TOPIC and chen.sees(FORUM).startswith("本周工作提示：")
    town.world.delete_topic(FORUM, TOPIC)
    town.db.change("DELETE FROM group_posts")
    await town.move_to("2019-12-02 09:00")
    assert chen.last(FORUM).topic_id is None and chen.sees(FORUM).startswith("本周工作提示：")


async def test_a_list_without_changes_is_posted_anew_in_another_topic(town: Town, chen: Resident) -> None:
    town.world.add_group(FORUM, "联络员群", [chen.id], supergroup=True)
    for topic in (TOPIC, TOPIC + 1):
        town.world.add_topic(FORUM, topic, "进度提示")
    town.world.add_bot_to_group(chen.id, FORUM)
    await town.settle()
    for topic, day in ((TOPIC, "2019-11-25 09:00"), (TOPIC + 1, "2019-12-02 09:00")):
        await chen.does(partial(town.world.say, chen.id, "/bind 市卫生健康委", FORUM, topic_id=topic))
        await posts(town, chen, FORUM, day)
        assert chen.last(FORUM).topic_id == topic and chen.sees(FORUM).startswith("本周工作提示：")


async def test_a_notice_to_a_forum_goes_into_its_topic(town: Town, chen: Resident) -> None:
    town.world.add_group(FORUM, "工作群", [chen.id], supergroup=True)
    town.world.add_topic(FORUM, TOPIC, "进度提示")
    town.world.add_bot_to_group(chen.id, FORUM)
    await town.settle()
    await chen.does(lambda: town.world.say(chen.id, "/bind", FORUM, topic_id=TOPIC))
    await chen.says("在群里发个通知：周五停电")
    await chen.sends_out()
    assert chen.sees(FORUM) == "通知\n周五停电" and chen.last(FORUM).topic_id == TOPIC


@pytest.mark.parametrize(("gone", "again"), [("close_topic", []), ("delete_topic", ["photo", "photo"])])
async def test_a_topic_that_ends_between_the_parts_of_a_notice_gets_none_twice_and_takes_none_with_it(
    town: Town, chen: Resident, monkeypatch: pytest.MonkeyPatch, gone: str, again: list[str]
) -> None:
    town.world.add_group(FORUM, "工作群", [chen.id], supergroup=True)
    town.world.add_topic(FORUM, TOPIC, "进度提示")
    town.world.add_bot_to_group(chen.id, FORUM)
    await town.settle()
    await chen.does(lambda: town.world.say(chen.id, "/bind", FORUM, topic_id=TOPIC))
    await chen.says("在群里发个通知：周五停电")
    await chen.does(lambda: town.world.send_album(chen.id, ALBUM[:2], as_photos=True))
    await chen.does(lambda: town.world.send_document(chen.id, "安排.pdf", b"%PDF"))

    def note_parts(db: Database, claimed: Claimed, parts_sent: int) -> None:
        monkeypatch.undo()
        outbox.note_parts(db, claimed, parts_sent)
        getattr(town.world, gone)(FORUM, TOPIC)

    monkeypatch.setattr(outbox, "note_parts", note_parts)
    await chen.sends_out()
    sent = [(each.media.kind, each.topic_id) for each in chen.messages(FORUM) if each.media]
    stayed = [] if again else [("photo", TOPIC)] * 2
    assert sent == [*stayed, *((kind, None) for kind in again), ("document", None)]
    assert next(each.text for each in chen.messages(FORUM) if each.media) == "通知\n周五停电"


async def test_a_group_asks_for_its_summary(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    assert (await chen.says("/summary", chat=group)).startswith("本群没有绑定")
    await chen.says("/bind 市公安局", chat=group)
    assert (await lin.says("/summary", chat=group)).startswith("共 8 项")


@pytest.mark.parametrize("words", ["今天天气不错", "谢谢大家", "给所有人发个通知：周五开会"])
async def test_what_is_no_question_about_tasks_gets_one_line(town: Town, chen: Resident, words: str) -> None:
    group = await binds(town, chen)
    answer = await chen.says(f"@liaison_test_bot {words}", chat=group)
    assert answer and "共 0 项" not in answer and len(answer.splitlines()) == 1


async def test_only_the_office_sees_and_changes_groups(town: Town, chen: Resident, lin: Resident) -> None:
    group = await binds(town, chen)
    assert "办公室使用" in await lin.says("/groups")
    assert "办公室使用" in await lin.forges(f"group:unbind:{group}")
    assert "过时" in await chen.forges("group:open:-12345")
    assert len(town.rows("SELECT * FROM group_chats")) == 1
    assert town.member(1030, "另一位主任", None, Role.COORDINATOR)


async def test_a_group_that_becomes_a_supergroup_keeps_what_it_was_set_to(town: Town, chen: Resident) -> None:
    group = await binds(town, chen, "/bind 市公安局")
    await turns(chen, "✗ 逾期")
    new = town.world.upgrade_group(group)
    await town.settle()
    assert town.rows("SELECT chat_id, overdue FROM group_chats") == [{"chat_id": new, "overdue": 1}]
    assert [row["chat_id"] for row in town.rows("SELECT chat_id FROM group_units")] == [new]


async def test_what_was_asked_in_a_topic_that_is_gone_is_answered_beside_the_topics(town: Town, chen: Resident) -> None:
    town.world.add_group(FORUM, "联络员群", [chen.id], supergroup=True)
    town.world.add_topic(FORUM, TOPIC, "进度提示")
    town.world.add_bot_to_group(chen.id, FORUM)
    await town.settle()
    town.world.say(chen.id, "/bind", FORUM, topic_id=TOPIC)
    town.world.delete_topic(FORUM, TOPIC)
    await town.settle()
    assert chen.last(FORUM).topic_id is None and chen.sees(FORUM).startswith("本群已绑定：")


async def test_a_group_is_spoken_to_in_english_where_that_is_said_with_both_titles(town: Town, chen: Resident) -> None:
    group = await binds(town, chen, "/bind English 武汉海关")
    await turns(chen)
    assert "语言：英文" in chen.sees()
    [posted] = await posts(town, chen, group, "2019-12-30 09:00")
    assert posted.startswith("This week: ") and "Liaisons, please report to me in a private chat." in posted
    assert "1-7 Protecting foreign… / 外资企业知产保护行动 (武汉海关) · 31 Dec" in posted


async def test_the_language_of_a_group_is_changed_on_its_page_and_stays_where_it_is_bound_again(
    town: Town, chen: Resident
) -> None:
    group = await binds(town, chen)
    assert "语言：中文" in await turns(chen)
    await chen.presses("群里改发英文")
    assert "语言：英文" in chen.sees()
    await chen.says("/bind 市卫生健康委", chat=group)
    [posted] = await posts(town, chen, group, "2019-11-25 09:00")
    assert posted.startswith("This week: ") and "市卫生健康委" in posted
    await turns(chen, "群里改发中文")
    [posted] = await posts(town, chen, group, "2019-12-02 09:00")
    assert posted.startswith("本周工作提示：")


async def test_a_notice_to_a_group_is_framed_in_its_language(town: Town, chen: Resident) -> None:
    group = await binds(town, chen, "/bind en")
    await chen.says("群发到联络员群：周五下午3点开会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:00")
    assert any(words.startswith("Notice\n周五下午3点开会") for words in chen.heard(group))


async def test_the_week_does_not_name_what_more_time_is_asked_for(town: Town, chen: Resident, zhou: Resident) -> None:
    group = await binds(town, chen, "/bind 市市场监管局")
    await zhou.submits("43-5 申请延期到2020年1月31日，等省里文件")
    [posted] = await posts(town, chen, group, "2019-11-25 09:00")
    assert "43-4" in posted and "43-5" not in posted


async def test_a_language_alone_leaves_a_bound_group_its_units_and_is_answered_in_it(
    town: Town, chen: Resident
) -> None:
    group = await binds(town, chen, "/bind 市公安局、市商务局")
    answer = await chen.says("/bind English", chat=group)
    assert answer.startswith("Bound to 市公安局, 市商务局. This group gets: the week's list (Mon, 9:00)."), answer
    assert (await chen.says("/bind 中文", chat=group)).startswith("本群已绑定：市公安局、市商务局。")
    assert (await chen.says("/bind", chat=group)).startswith("本群已绑定：全部任务。")


@pytest.mark.parametrize("words", ["市文化和旅游局、市公安局", "市公安局；市文化和旅游局", "市文化和旅游局和公安局"])
async def test_a_group_is_bound_to_units_as_a_plan_lists_them(town: Town, chen: Resident, words: str) -> None:
    group = await binds(town, chen)
    answer = await chen.says(f"/bind {words}", chat=group)
    assert "市文化和旅游局" in answer and "市公安局" in answer and answer.startswith("本群已绑定：")
    assert len(town.rows("SELECT * FROM group_units")) == 2


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("群里发一下逾期清单", 0),
        ("把逾期的发到群里", 0),
        ("把本周清单发群里", 1),
        ("请在群里发一下本周到期的任务", 1),
    ],
)
async def test_a_list_is_looked_at_and_posted_in_the_groups_at_once(
    town: Town, chen: Resident, said: str, due: int
) -> None:
    assert (await chen.says(said)).startswith("还没有绑定的群")
    group = await binds(town, chen)
    shown = await chen.says(said)
    assert f"通知\n本周工作提示：到期 {due} 项，已过期限 2 项" in shown and "发到 1 个群：联络员群" in shown
    assert ("43-5 12315平台培训班" in shown) is bool(due) and "43-4" in shown
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "43-4 食品农产品销售监管班（市市场监管局） · 6月30日" in chen.heard(group)[-1]


async def test_a_list_for_a_group_of_one_unit_has_only_its_tasks(town: Town, chen: Resident) -> None:
    await binds(town, chen, "/bind 市卫生健康委")
    shown = await chen.says("群里发一下逾期清单")
    assert "1-6 " in shown and "43-4" not in shown and "发到 1 个群" in shown


async def test_groups_whose_tasks_differ_get_no_empty_list(town: Town, chen: Resident) -> None:
    await binds(town, chen, "/bind 市卫生健康委")
    bind_group(town.db, by(town, chen, "another"), -100999, "监管群", [ensure_unit(town.db, "市市场监管局")])
    assert (await chen.says("群里发一下逾期清单")).startswith("各群的任务不同，没有一份共同的清单。")


@pytest.mark.parametrize(
    "said", ["群里那个通知撤回", "把群里发的那条撤了", "群里的通知改成下午2点", "recall the notice in the group"]
)
async def test_a_notice_posted_in_a_group_is_corrected_there(town: Town, chen: Resident, said: str) -> None:
    group = await binds(town, chen)
    await chen.says("群里发：周五上午9点开例会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:50")
    assert (await chen.says(said)).startswith("最近的群发：周五上午9点开例会\n已经送到的收不回来。")
    await chen.presses("发更正")
    await chen.says("改到下午2点", "确认发送")
    await town.move_to("2019-11-25 08:52")
    assert "下午2点" in chen.heard(group)[-1]


async def test_the_list_posted_in_groups_keeps_its_own_words(town: Town, chen: Resident) -> None:
    await binds(town, chen)
    assert (await chen.says("群里的清单改成下午2点")).startswith("群清单的时间：9 点 → 14 点")


async def test_answers_to_a_notice_and_more_about_a_task_are_for_the_private_chat(
    town: Town, chen: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    await lin.says("@liaison_test_bot 收到，我参加", chat=group)
    assert "去私聊" in lin.buttons(chat=group)
    await lin.says("@liaison_test_bot 谢谢", chat=group)
    assert lin.heard(group)[-1] == "不客气，有事随时说。"
    await lin.says("@liaison_test_bot 29-4怎么逾期了", chat=group)
    assert lin.heard(group)[-1].startswith("29-4 ") and "去私聊" in lin.buttons(chat=group)
