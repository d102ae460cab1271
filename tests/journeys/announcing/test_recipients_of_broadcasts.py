"""Recipients of a broadcast: units chosen or named, sections, groups, and unknown names."""

import pytest

from data.people.people import Role
from tests.journeys.announcing.announced import MEETING, notices
from tests.journeys.town import Resident, Town


async def test_whom_it_does_not_reach_is_said_before_and_after(town: Town, chen: Resident, lin: Resident) -> None:
    town.db.change("INSERT INTO people (name, created_at) VALUES ('何科员', '2019-11-01')")
    town.db.change(
        """INSERT INTO memberships (person_id, unit_id, role)
        SELECT people.id, units.id, 'liaison' FROM people, units
        WHERE people.name = '何科员' AND units.name = '市公安局'"""
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


async def test_another_notice_does_not_answer_who_the_open_one_is_for(chen: Resident, lin: Resident) -> None:
    assert "\n下周检查\n" in await chen.says("给市公安局和月球局发通知：周五开会", "通知市公安局：下周检查")


async def test_what_was_open_is_offered_once_after_the_word_of_a_command(chen: Resident) -> None:
    assert (await chen.says("提醒时间改成25点", "群发")).count("规则还没改完") == 1


async def test_the_recipients_can_be_changed_in_words_at_the_preview(
    chen: Resident, lin: Resident, zhou: Resident
) -> None:
    assert "：市市场监管局）。" in await chen.says(f"通知市公安局：{MEETING}", "改成发给市市场监管局")
    assert "（2 个单位" in await chen.says("还是发给所有单位吧")
    shown = await chen.says("加一句，请市公安局带上卷宗")
    assert f"{MEETING}\n请市公安局带上卷宗\n" in shown and "（2 个单位" in shown, "a sentence more is for nobody else"


@pytest.mark.parametrize(
    "words", ["加上市市场监管局", "再加一个市市场监管局", "还有市市场监管局", "也发给市市场监管局", "add 市市场监管局"]
)
async def test_words_that_add_at_the_preview_leave_those_who_are_chosen(
    chen: Resident, lin: Resident, zhou: Resident, words: str
) -> None:
    assert "（2 个单位：市公安局、市市场监管局）。" in await chen.says(f"通知市公安局：{MEETING}", words)
    await chen.sends_out()
    assert [notices(each) for each in (lin, zhou)] == [[f"通知\n{MEETING}"]] * 2


async def test_where_nobody_can_be_reached_it_is_said_how_to_go_on(chen: Resident) -> None:
    shown = await chen.says("各区：请于12月5日前报送冬季检查方案")
    assert "选中的人现在都收不到" in shown and "确认发送" not in shown
    assert shown.endswith("要先请人登记，发“哪些单位没有联络员”。")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("给逾期的单位发通知：周五开会", "发给 2 人（2 个单位：市农业农村局、市市场监管局）。"),
        ("给承担宣传任务的单位发个通知：周五开会", "发给 2 人（2 个单位：市农业农村局、市市场监管局）。"),
        ("send a notice to the overdue units: 周五开会", "发给 2 人（2 个单位：市农业农村局、市市场监管局）。"),
        ("通知还没报的单位：周五开会", "发给 3 人（3 个单位：市公安局、市农业农村局、市市场监管局）。"),
    ],
)
async def test_units_are_told_by_the_tasks_that_they_have(
    town: Town, lin: Resident, nong: Resident, zhou: Resident, chen: Resident, said: str, shown: str
) -> None:
    preview = await chen.says(said)
    assert preview.startswith("还没发出。收到的人会看到：\n通知\n周五开会\n") and shown in preview


async def test_whom_to_tell_is_answered_by_tasks_too(nong: Resident, zhou: Resident, chen: Resident) -> None:
    assert "发给谁？" in await chen.says("发通知：周五开会")
    assert "发给 2 人（2 个单位：市农业农村局、市市场监管局）。" in await chen.says("有逾期任务的单位")


async def test_whom_to_tell_is_kept_while_it_is_asked_what(nong: Resident, zhou: Resident, chen: Resident) -> None:
    assert (await chen.says("给承担宣传任务的单位发个通知")).startswith("要发什么？")
    await chen.says("12月5日前报宣传小结")
    assert "发给 2 人（2 个单位：市农业农村局、市市场监管局）。" in await chen.presses("不需要回复")


async def test_units_that_were_named_are_marked_where_others_are_picked(chen: Resident, lin: Resident) -> None:
    await chen.says("通知公安局、农业局：周五开会")
    await chen.presses("修改", "发给")
    assert "已选 2 家" in await chen.presses("选单位")
    assert "已选 1 家" in await chen.presses("✓ 市农业农村局")
    assert "1 个单位：市公安局" in await chen.presses("选好了")


async def test_the_time_is_moved_where_the_recipients_are_asked_for(chen: Resident) -> None:
    await chen.says("群发通知", "周五下午3点开会")
    shown = await chen.says("改成周四下午")
    assert shown.startswith("已记下：\n发送时间：2019年11月28日\n") and "发给谁？" in shown
    assert "11月28日（周四）几点发？" in await chen.says("公安局")
    await chen.says("下午4点", "不需要回复")
    assert "11月28日（周四）16:00" in await chen.says("11月28日下午4点")


async def test_the_time_is_moved_in_english(chen: Resident) -> None:
    await chen.says("/language")
    await chen.presses("English")
    await chen.says("broadcast", "Meeting on Friday at 3 pm")
    shown = await chen.says("change it to Thursday afternoon")
    assert "28 Nov 2019" in shown and "To whom?" in shown


async def test_groups_named_beside_units_are_not_dropped_in_silence(chen: Resident, lin: Resident, town: Town) -> None:
    for said in (["群发", "周五下午3点开会", "发群里和公安局"], ["发群里和公安局：周五下午3点开会"]):
        shown = await chen.says(*said)
        assert shown.startswith("还没有绑定的群。在群里发 /bind 就能绑定。")
        await chen.presses("取消", "不要了")
    await town.bind_group(chen, lin)
    shown = await chen.says("发群里和公安局：周五下午3点开会")
    assert shown.startswith("群和单位要分两次发") and "1 个单位：市公安局" in shown


@pytest.mark.parametrize("said", ["发给所有还没报的单位：请尽快填报", "通知还没报的单位：请尽快填报"])
async def test_all_of_those_described_are_not_everybody(
    lin: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    shown = await chen.says(said)
    assert "通知\n请尽快填报\n\n发给 2 人（2 个单位：市公安局、市市场监管局）" in shown


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("通知城管委 明天上午9点碰头", "城管委"),
        ("通知城管委明天上午9点碰头", "城管委"),
        ("通知打假专班 明天上午9点碰头", "打假专班"),
        ("告诉打假专班：明天上午9点碰头", "打假专班"),
    ],
)
async def test_who_is_not_known_is_named_and_the_words_are_kept(
    town: Town, lin: Resident, chen: Resident, said: str, name: str
) -> None:
    shown = await chen.says(said)
    assert f"没有“{name}”这个单位" in shown and "要发的：明天上午9点碰头\n发给谁？" in shown
    assert "\n明天上午9点碰头\n" in await chen.says("公安局")


async def test_an_unknown_office_right_behind_a_unit_is_no_word_of_the_notice(
    town: Town, lin: Resident, chen: Resident
) -> None:
    shown = await chen.says("通知公安局城管委 明天上午9点碰头")
    assert "没有“城管委”这个单位" in shown and "✓ 市公安局" in chen.buttons()
    assert "\n明天上午9点碰头\n" in await chen.presses("选好了")


@pytest.mark.parametrize("told", ["明天上午9点碰头", "下午3点在302开会，带上材料"])
async def test_the_words_of_a_notice_to_nobody_are_kept(chen: Resident, lin: Resident, told: str) -> None:
    assert f"要发的：{told}\n发给谁？" in await chen.says(f"通知{told}")


@pytest.mark.parametrize(
    "said",
    [
        "群发周五开会，公安局不要了",
        "群发：周五开会，公安局就免了",
        "通知各单位周五开会，公安局不要",
        "群发给市监局、公安局：周五开会，公安局不要了",
    ],
)
async def test_who_is_not_wanted_at_the_end_of_the_sentence_is_left_out(
    chen: Resident, lin: Resident, zhou: Resident, said: str
) -> None:
    preview = await chen.says(said)
    assert "通知\n周五开会\n" in preview
    await chen.sends_out()
    assert (len(notices(lin)), len(notices(zhou))) == (0, 1)


async def test_what_is_not_wanted_from_a_unit_is_part_of_the_notice(chen: Resident, lin: Resident) -> None:
    assert "通知\n纸质材料不要了\n" in await chen.says("通知公安局：纸质材料不要了")


@pytest.mark.parametrize("said", ["群发周五下午开会", "群发一下周五下午开会"])
async def test_what_follows_the_order_to_tell_all_is_what_is_told(chen: Resident, said: str) -> None:
    assert "要发的：周五下午开会" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("发给林警官和老周：材料收到了 谢谢", "发给林警官（市公安局）、周科长（市市场监管局）。"),
        ("通知林警官、张所长、周科长：明天带材料来", "没有找到“张所长”。"),
        ("通知农业局周科长 下午过来一趟", "“周科长”是市市场监管局周科长吗？"),
        ("通知市场监管局周科长 下午过来一趟", "发给周科长（市市场监管局）。"),
        ("通知周科长 明天来拿文件", "发给周科长（市市场监管局）。"),
        ("通知林警官周科长 下午过来一趟", "发给林警官（市公安局）、周科长（市市场监管局）。"),
        ("发给市监局周科长一个人：你们53项我标了重点", "发给周科长（市市场监管局）。"),
        ("告诉周科长本人 明天来拿文件", "发给周科长（市市场监管局）。"),
    ],
)
async def test_of_people_named_none_is_dropped(
    town: Town, lin: Resident, nong: Resident, chen: Resident, said: str, shown: str
) -> None:
    town.member(1061, "周科长", "市市场监管局", Role.LIAISON)
    told = await chen.says(said)
    assert shown in told and said.replace("：", " ").split(" ", 1)[1] in told


async def test_a_word_in_the_group_is_a_notice_to_it(town: Town, chen: Resident, lin: Resident) -> None:
    await town.bind_group(chen, lin)
    shown = await chen.says("群里说一声 周五前报")
    assert "通知\n周五前报\n" in shown and "发到 1 个群：联络员群。" in shown
    assert "还没发出" not in await chen.says("取消", "确认取消", "公安局说一下 1-2怎么样了")


@pytest.mark.parametrize(
    "said",
    ["发给所有B角：周五前确认分工", "通知各单位的B角：周五前确认分工", "跟市监局B角说一声，周五前确认分工"],
)
async def test_a_notice_to_the_deputies_goes_to_nobody_else(
    chen: Resident, lin: Resident, zhou: Resident, wu: Resident, said: str
) -> None:
    preview = await chen.says(said)
    assert "通知\n周五前确认分工\n" in preview and "发给小吴（市市场监管局）。" in preview
    await chen.sends_out()
    assert (len(notices(wu)), len(notices(zhou)), len(notices(lin))) == (1, 0, 0)


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("发给所有联络员和B角：明天开会", "发给 3 人（2 个单位"),
        ("发给所有联络员、B角：明天开会", "发给 3 人（2 个单位"),
        ("tell all liaisons and deputies: 明天开会", "发给 3 人（2 个单位"),
        ("通知市市场监管局和B角：明天开会", "发给 2 人（1 个单位：市市场监管局）"),
        ("发给市市场监管局B角、市公安局：明天开会", "发给 3 人（2 个单位"),
        ("发给市公安局联络员和市市场监管局的B角：明天开会", "发给 3 人（2 个单位"),
        ("发给市公安局和市市场监管局的B角：明天开会", "发给小吴（市市场监管局）"),
        ("tell the deputies of the market regulation bureau: 明天开会", "发给小吴（市市场监管局）"),
        ("给各单位发通知，只发B角：明天开会", "发给小吴（市市场监管局）"),
        ("发给除市公安局以外各单位的B角：明天开会", "发给小吴（市市场监管局）"),
        ("发给第十三部分的B角：明天开会", "发给小吴（市市场监管局）"),
        ("发给第十四部分的B角：明天开会", "要发的：明天开会\n发给谁？"),
        ("跟B角和联络员说明天开会", "要发的：明天开会\n发给谁？"),
        ("跟B角、联络员说明天开会", "要发的：明天开会\n发给谁？"),
    ],
)
async def test_deputies_get_a_notice_alone_only_if_no_other_role_is_named(
    chen: Resident, lin: Resident, zhou: Resident, wu: Resident, said: str, to: str
) -> None:
    shown = await chen.says(said)
    assert to in shown and "明天开会\n" in shown


@pytest.mark.parametrize(
    "said",
    [
        "给各单位发通知，不发B角：明天开会",
        "给各单位发通知，B角不用发：明天开会",
        "除了B角，通知各单位：明天开会",
        "发给各单位的联络员，B角除外：明天开会",
        "tell everybody except deputies: 明天开会",
    ],
)
async def test_deputies_who_are_left_out_of_a_notice_do_not_get_it(
    chen: Resident, lin: Resident, zhou: Resident, wu: Resident, said: str
) -> None:
    assert "发给林警官（市公安局）、周科长（市市场监管局）。" in await chen.says(said)


async def test_what_is_asked_about_deputies_goes_to_all(chen: Resident, zhou: Resident, wu: Resident) -> None:
    assert "发给 2 人（1 个单位" in await chen.says("通知各单位把B角名单报上来")
    assert "发给小吴（市市场监管局）。" in await chen.says("只发给B角")


async def test_where_there_is_no_deputy_it_is_said(chen: Resident, lin: Resident) -> None:
    assert "没有登记的B角" in await chen.says("给公安局的B角发个通知：明天培训")


async def test_people_are_left_out_of_a_notice_and_stay_on_the_roster(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, wu: Resident
) -> None:
    await chen.says(f"给公安局、市监局发通知：{MEETING}")
    shown = await chen.says("去掉林警官")
    assert "发给周科长（市市场监管局）、小吴（市市场监管局）。" in shown
    assert "发给小吴（市市场监管局）。" in await chen.says("周科长不用来了")
    assert "发给小吴（市市场监管局）。" in await chen.says("去掉青山区")
    assert "发给林警官（市公安局）、小吴（市市场监管局）。" in await chen.says("再加公安局")
    assert "不发了吗" in await chen.says("去掉市监局的小吴", "林警官也去掉")
    assert town.rows("SELECT id FROM audit WHERE action = 'remove'") == []


@pytest.mark.parametrize("said", ["刚才的通知改一下，地点换到402", "刚才通知里地点改成402"])
async def test_the_place_in_a_notice_that_was_sent_is_put_right(chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("给公安局发通知：周五下午三点在301开会，请带材料")
    await chen.sends_out()
    shown = await chen.says(said)
    assert "通知\n更正：周五下午三点在402开会，请带材料\n" in shown and "发给 1 人（1 个单位：市公安局）" in shown
    assert "通知\n更正：周五下午三点在501开会，请带材料\n" in await chen.says("地点换到501")


async def test_the_place_in_a_notice_is_only_moved_if_it_is_called_so(chen: Resident, lin: Resident) -> None:
    await chen.says("给公安局发通知：周五在301开会")
    assert (await chen.says("开会改在402")).startswith("“开会改在402”没有写进去")
    assert "通知\n周五在402开会\n" in await chen.says("会场改在402")


async def test_who_is_left_out_first_leaves_all_the_others(chen: Resident, lin: Resident, zhou: Resident) -> None:
    await chen.says("群发", MEETING, "去掉林警官")
    assert "发给周科长（市市场监管局）。" in await chen.presses("不需要回复")


@pytest.mark.parametrize("said", ["通知市监局B角小吴，周五带公章来", "通知市监局小吴，周五带公章来"])
async def test_somebody_named_with_unit_and_role_is_told_alone(
    chen: Resident, zhou: Resident, wu: Resident, said: str
) -> None:
    shown = await chen.says(said)
    assert "通知\n周五带公章来\n" in shown and "发给小吴（市市场监管局）。" in shown


async def test_people_named_with_their_units_are_left_out_added_and_kept_as_people(
    town: Town, chen: Resident, lin: Resident, wang: Resident, zhou: Resident, wu: Resident
) -> None:
    await chen.says("发通知：周五开会")
    assert "发给林警官（市公安局）、小吴（市市场监管局）。" in await chen.says("公安局林警官、市监局小吴")
    assert "发给林警官（市公安局）。" in await chen.says("只留公安局")
    assert "发给林警官（市公安局）、小吴（市市场监管局）。" in await chen.says("再加市监局小吴")
    assert "发给小吴（市市场监管局）。" in await chen.says("只留小吴")
    await chen.says("取消", "不要了", "给公安局、市监局发通知：周五开会")
    shown = await chen.says("去掉市监局小吴")
    assert "发给林警官（市公安局）、王警官（市公安局）、周科长（市市场监管局）。" in shown


async def test_what_is_said_to_them_may_name_others(chen: Resident, zhou: Resident, wu: Resident) -> None:
    shown = await chen.says("跟各单位B角说，请联络员也参加周五的会")
    assert "通知\n请联络员也参加周五的会\n" in shown and "发给小吴（市市场监管局）。" in shown


@pytest.mark.parametrize("said", ["通知大家林警官调走了", "通知各单位，林警官下周讲课"])
async def test_who_is_spoken_of_to_all_is_no_recipient_of_their_own(chen: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert "林警官" in shown.partition("发给")[0] and "个单位：" in shown.partition("发给")[2]


@pytest.mark.parametrize(
    ("said", "text", "to"),
    [
        ("周四下午开会，通知公安局、市监局两家", "周四下午开会", "2 个单位：市公安局、市市场监管局"),
        ("周四下午开会，请通知到公安局和市监局这两个单位", "周四下午开会", "2 个单位：市公安局、市市场监管局"),
        ("明早9点通知公安局、市监局两家：周四开会", "周四开会", "2 个单位：市公安局、市市场监管局"),
        ("请公安局、市监局两家周五来开会", "请公安局、市监局两家周五来开会", "2 个单位：市公安局、市市场监管局"),
        ("通知公安局，两家企业被查了", "两家企业被查了", "1 个单位：市公安局"),
        ("通知公安局、市监局三家企业被查了", "三家企业被查了", "2 个单位：市公安局、市市场监管局"),
    ],
)
async def test_how_many_are_told_is_no_part_of_the_notice(
    lin: Resident, zhou: Resident, chen: Resident, said: str, text: str, to: str
) -> None:
    shown = await chen.says(said)
    assert f"通知\n{text}\n\n" in shown and to in shown


@pytest.mark.parametrize(
    ("said", "text", "to"),
    [
        ("周四下午开会，通知林警官", "周四下午开会", "发给林警官（市公安局）。"),
        ("28号前把总结发我，跟公安局林警官说一声", "28号前把总结发我", "发给林警官（市公安局）。"),
        ("周四下午开会，通知公安局", "周四下午开会", "1 个单位：市公安局"),
    ],
)
async def test_people_told_by_name_may_stand_behind_the_notice(
    lin: Resident, chen: Resident, said: str, text: str, to: str
) -> None:
    shown = await chen.says(said)
    assert f"通知\n{text}\n\n" in shown and to in shown


@pytest.mark.parametrize("said", ["林警官电话多少，告诉我一下", "移除林警官，通知公安局"])
async def test_what_is_ordered_of_a_person_is_no_notice_to_them(lin: Resident, chen: Resident, said: str) -> None:
    assert "通知\n" not in await chen.says(said)


async def test_what_is_wanted_of_somebody_is_no_message_to_a_colleague(
    lin: Resident, zhou: Resident, chen: Resident
) -> None:
    assert "移除林警官" not in await chen.says("移除林警官，通知周科长")
