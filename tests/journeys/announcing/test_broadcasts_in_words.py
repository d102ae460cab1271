"""Broadcasts in words: whom they go to, what they are told, and messages about one that was sent (撤回刚才的通知)."""

import pytest

from data.people.people import Role
from tests.journeys.announcing.announced import asks_who_comes
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "words",
    [
        "撤回刚才的通知",
        "等等 撤回刚才那个通知",
        "通知停了吧",
        "刚才的群发发错了",
        "上一条通知能收回吗",
        "上次那个通知撤了",
    ],
)
async def test_what_has_arrived_is_not_taken_back_but_corrected(
    town: Town, lin: Resident, chen: Resident, words: str
) -> None:
    await asks_who_comes(town, chen)
    shown = await chen.says(words)
    assert shown.startswith("最近的群发：周五下午开会") and "已经送到的收不回来" in shown
    assert "要发什么？" in await chen.presses("发更正")
    checked = await chen.says("更正：会议改到下周一下午。")
    assert "市公安局" in checked and "确认发送" in chen.buttons()


async def test_nothing_of_a_notice_is_shown_to_a_liaison(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_who_comes(town, chen)
    assert "最近的群发" not in await lin.says("撤回刚才的通知")


async def test_a_value_put_right_is_that_of_the_notice_if_it_has_one(chen: Resident, lin: Resident) -> None:
    await chen.says("通知市公安局：周五下午3点开会，地点302。")
    assert "\n周五下午4点开会，地点302。\n" in await chen.says("不对，4点")
    assert "\n周五上午9点半开会，地点302。\n" in await chen.says("不对，是上午9点半")
    await chen.presses("取消", "不要了")
    preview = await chen.says("明天9点通知市公安局：周五下午3点开会", "不对，10点")
    assert "\n周五下午3点开会\n" in preview and "11月26日（周二）10:00发出" in preview


async def test_other_recipients_are_said_instead(chen: Resident, lin: Resident) -> None:
    shown = await chen.says("通知市公安局：周五开会", "不是公安局，是农业局")
    assert "市公安局" not in shown and "没有联络员的单位有 1 个：市农业农村局。" in shown
    again = await chen.says("不是公安局，是市监局")
    assert again == f"要换掉的不在里面，没有改。请直接说要哪些。\n\n{shown}"


@pytest.mark.parametrize("said", ["不要农业局", "农业局不用发了", "别发农业局", "去掉农业局"])
async def test_a_unit_is_taken_out_at_the_preview(chen: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says("通知公安局、农业局：明天派人来拿文件", said)
    assert "发给 1 人（1 个单位：市公安局）" in shown and "没有写进去" not in shown


async def test_what_was_sent_by_mistake_is_known_without_its_name(lin: Resident, chen: Resident) -> None:
    await chen.says("通知公安局：周五下午3点开会")
    await chen.presses("确认发送")
    assert (await chen.says("刚才那条发错了撤回来")).startswith("最近的群发：周五下午3点开会")


async def test_one_that_is_being_written_is_given_up(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("通知各联络员 12月3号下午2点开联席会")
    assert (await chen.says("等等 撤回刚才那个通知")).startswith("不发了吗？")
    await chen.says("是")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'broadcast' AND state = 'open'") == []


@pytest.mark.parametrize("begun", ["催一下公安局1-2", "催一下还没报过的单位"])
async def test_a_notice_is_ordered_while_something_else_is_asked(lin: Resident, chen: Resident, begun: str) -> None:
    await chen.says(begun, "发个通知给公安局 明天10点前把年底总结报上来")
    checked, waits = chen.messages()[-2:]
    assert checked.text.startswith("还没发出。收到的人会看到：\n通知\n明天10点前把年底总结报上来")
    assert "点“继续”" in waits.text


async def test_one_of_which_nothing_is_written_yet_is_not_the_notice_that_was_sent(
    lin: Resident, chen: Resident
) -> None:
    await chen.says("通知公安局：周五下午3点开会")
    await chen.presses("确认发送")
    await chen.says("发个通知")
    assert (await chen.says("撤回刚才那个通知")).startswith("最近的群发：周五下午3点开会")


async def test_where_none_was_sent_none_is_begun_by_calling_it_back(lin: Resident, chen: Resident) -> None:
    assert await chen.says("撤回刚才那个通知") == "还没有群发过。"


async def test_a_correction_goes_to_those_who_got_the_newest_broadcast(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    assert "没听明白" in await chen.says("更正：会议时间为下午2点半")
    await chen.says("通知公安局：12月6号下午3点开会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "收不回来" in await chen.says("把刚才那条撤了") and "发更正" in chen.buttons()
    shown = await chen.says("更正：会议时间为下午2点半")
    assert "更正：会议时间为下午2点半" in shown and "1 个单位：市公安局" in shown


@pytest.mark.parametrize(
    "said", ["更正：1-2的期限是2月底", "更正：代公安局报1-2 80%", "更正：提醒时间是8点", "更正：公安局联络员是李四"]
)
async def test_what_is_put_right_elsewhere_corrects_no_notice(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("通知公安局：周五下午2点开会")
    await chen.presses("确认发送")
    await chen.says(said)
    assert "确认发送" not in chen.buttons()


async def test_who_did_not_get_the_newest_broadcast_is_asked_for(town: Town, lin: Resident, chen: Resident) -> None:
    assert await chen.says("还有谁没收到") == "还没有群发过。"
    await chen.says("通知公安局：12月6号下午3点开会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    for said in ("还有谁没收到", "林警官看到通知没", "谁没看消息"):
        assert "全部送到" in await chen.says(said)


async def test_recipients_and_time_are_changed_by_their_names(lin: Resident, zhou: Resident, chen: Resident) -> None:
    await chen.says("拟个通知给市监局：本周五前报联系人")
    assert "2 个单位：市公安局、市市场监管局" in await chen.says("收件人加上公安局")
    assert "11月27日（周三）9:00发出。" in await chen.says("时间定周三早上9点")


@pytest.mark.parametrize(("said", "office"), [("加上办公室何科长", "办公室何科长"), ("再加上水产局", "水产局")])
async def test_who_is_of_no_unit_of_the_plan_is_not_added_to_the_recipients(
    chen: Resident, lin: Resident, said: str, office: str
) -> None:
    await chen.says("通知公安局明天下午开会")
    shown = await chen.says(said)
    assert shown.startswith(f"没有“{office}”这个单位") and "发给 1 人（1 个单位：市公安局）" in shown


async def test_one_of_a_units_people_is_added_alone(
    chen: Resident, lin: Resident, zhou: Resident, wu: Resident
) -> None:
    await chen.says("通知公安局明天下午开会")
    assert "发给林警官（市公安局）、周科长（市市场监管局）。" in await chen.says("加上市监局周科长")


@pytest.mark.parametrize("said", ["邀请林警官来办公室汇报6-7", "请林警官明天上午来办公室一趟"])
async def test_who_is_asked_to_come_is_sent_a_notice(town: Town, chen: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("还没发出。") and f"\n{said}\n" in shown and "发给林警官（市公安局）。" in shown
    await chen.sends_out()
    assert said in lin.sees()


@pytest.mark.parametrize(
    "said",
    [
        "12月10号之前各单位把年终总结发我",
        "12月10日前请各单位报送年终总结",
        "大家周五前把名单报上来",
        "all units please send me the year-end summary by 10 December",
    ],
)
async def test_what_units_are_to_hand_in_by_a_day_is_a_notice(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    assert f"还没发出。收到的人会看到：\n通知\n{said}\n" in await chen.says(said)
    assert town.rows("SELECT 1 FROM broadcasts") == []
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:01")
    assert said in lin.sees()


@pytest.mark.parametrize("said", ["让公安局周五前把进展报上来", "各单位周五前把月报报上来", "年底前各单位报了多少"])
async def test_reports_and_returns_that_are_asked_for_are_no_notice(chen: Resident, said: str) -> None:
    assert "收到的人会看到：\n通知" not in await chen.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "跟林警官说一声，明早来拿文件",
        "给林警官带个话 明早来拿文件",
        "告诉公安局的林警官明早来拿文件",
        "告诉林警官，明早来拿文件",
        "通知林警官：明早来拿文件",
    ],
)
async def test_who_is_named_is_told_and_nobody_else_of_the_unit(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    shown = await chen.says(said)
    assert "通知\n明早来拿文件\n\n发给林警官（市公安局）。" in shown
    await chen.sends_out()
    assert "明早来拿文件" in lin.sees() and not wang.messages()


async def test_who_is_named_may_be_told_at_another_time_or_beside_a_unit(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("群发", "下午三点开会", "周科长", "不需要回复")
    assert "发给周科长（市市场监管局）。" in await chen.says("明天9点发")
    await chen.presses("确认发送")
    await town.move_to("2019-11-26 09:00")
    assert "下午三点开会" in zhou.sees() and not lin.messages()
    assert "发给 2 人（2 个单位：市公安局、市市场监管局）" in await chen.says("通知市场局和林警官：明天下午开会")


async def test_a_name_that_two_people_have_chooses_nobody_until_the_unit_is_said(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    namesake = town.member(1062, "周科长", "市商务局", Role.LIAISON)
    asked = await chen.says("跟周科长说一声，明早来拿文件")
    assert asked.startswith("“周科长”对得上不止一个：市市场监管局周科长、市商务局周科长。") and "发给谁？" in asked
    assert "发给周科长（市商务局）。" in await chen.says("商务局的周科长")
    await chen.sends_out()
    assert "明早来拿文件" in namesake.sees() and not zhou.messages()


async def test_the_person_to_be_told_is_changed_at_the_preview(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("跟林警官说一声，明早来拿文件")
    assert "发给周科长（市市场监管局）。" in await chen.says("改成周科长")
    assert "发给林警官（市公安局）。" in await chen.says("换成公安局的林警官")
    assert "发给周科长（市市场监管局）。" in await chen.says("改给周科长")
    assert "发给林警官（市公安局）。" in await chen.says("只发林警官")
    assert "（1 个单位：市市场监管局）" in await chen.says("改成市场局")


@pytest.mark.parametrize("words", ["公安局说年底忙 先停半个月", "公安局那边来电说系统坏了，晚两天报"])
async def test_what_a_unit_has_said_is_no_notice_to_it(chen: Resident, lin: Resident, words: str) -> None:
    assert "还没发出" not in await chen.says(words)
    assert "还没发出" in await chen.says("告诉公安局年底忙，先停半个月")


async def test_what_a_unit_is_to_be_asked_is_sent_to_it(lin: Resident, chen: Resident) -> None:
    shown = await chen.says("问公安局：判决书有没有")
    assert "通知\n判决书有没有\n\n发给 1 人（1 个单位：市公安局）" in shown
    assert (await chen.says("取消", "确认取消", "问公安局逾期的有几项")).startswith("共 0 项")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("再发一遍", "12月27日下午3点开会"),
        ("跟上次一样再通知一遍，加一句不能参会的请提前说", "12月27日下午3点开会\n不能参会的请提前说"),
        ("时间写错了，是28日", "更正：12月28日下午3点开会\n（原通知：12月27日下午3点开会）"),
        ("send it again", "12月27日下午3点开会"),
    ],
)
async def test_the_last_notice_goes_out_once_more(lin: Resident, chen: Resident, said: str, text: str) -> None:
    await chen.says("通知所有联络员：12月27日下午3点开会", "发")
    shown = await chen.says(said)
    assert shown.startswith(f"还没发出。收到的人会看到：\n通知\n{text}\n\n发给 1 人（1 个单位：市公安局）")


@pytest.mark.parametrize("said", ["这次都谁收到了", "谁看了", "看看发给谁了"])
async def test_who_got_the_last_notice_is_shown(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("通知所有联络员：12月27日下午3点开会", "发")
    assert (await chen.says(said)).startswith("“12月27日下午3点开会”\n")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("12月13日联络员会议，通知所有人，下午两点，市政府三楼", "12月13日联络员会议，下午两点，市政府三楼"),
        ("月底前要报总结。通知公安局，别忘了附数据", "月底前要报总结。别忘了附数据"),
        ("周五前通知公安局报数", "周五前报数"),
    ],
)
async def test_what_stands_before_who_is_told_keeps_its_mark(
    chen: Resident, lin: Resident, said: str, told: str
) -> None:
    assert f"\n{told}\n" in await chen.says(said)


@pytest.mark.parametrize("head", ["给市监局：", "跟周科长说：", "告诉市监局："])
@pytest.mark.parametrize("told", ["1-8进度请核实", "1-8完成了多少，请回个话"])
async def test_a_message_to_a_unit_may_speak_of_its_task(chen: Resident, zhou: Resident, head: str, told: str) -> None:
    shown = await chen.says(f"{head}{told}")
    assert f"通知\n{told}\n" in shown and "市市场监管局" in shown


async def test_who_gets_a_notice_may_be_said_before_its_words(chen: Resident, lin: Resident, zhou: Resident) -> None:
    assert "发给：全体联络员" in await chen.says("群发", "全体联络员")
    await chen.says("12月5日前报年度总结")
    await chen.presses("不需要回复")
    assert "通知\n12月5日前报年度总结\n\n发给 2 人" in chen.sees()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("公安局和市监局下周二来办公室碰一下6-7", "公安局和市监局下周二来办公室碰一下6-7"),
        ("叫林警官回我电话", "请林警官回我电话"),
        ("让公安局给我回个电话", "请公安局给我回个电话"),
    ],
)
async def test_who_is_to_come_or_to_call_is_told_so(chen: Resident, lin: Resident, said: str, told: str) -> None:
    assert f"通知\n{told}\n" in await chen.says(said)


@pytest.mark.parametrize("said", ["公安局周五来办公室开会吗", "公安局昨天来办公室碰了一下6-7"])
async def test_who_has_come_or_may_come_is_told_nothing(chen: Resident, lin: Resident, said: str) -> None:
    assert "通知\n" not in await chen.says(said)


@pytest.mark.parametrize("said", ["把刚才那条撤回", "刚才那条撤回来", "那条撤回"])
async def test_the_one_at_hand_is_called_back_and_nothing_else(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await chen.submits("提醒时间改成8点")
    await chen.says("通知市公安局：周五开会")
    assert (await chen.says(said)).startswith("不发了吗？")
    await chen.presses("继续", "确认发送")
    shown = await chen.says(said)
    assert shown.startswith("最近的群发：周五开会") and "停止发送" in chen.buttons() and "撤销" not in chen.buttons()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("1-2的通知写错了 是周四", "更正：1-2的会改到周四下午3点\n（原通知：1-2的会改到周三下午3点）"),
        ("通知里1-2的会写错了，是周四", "更正：1-2的会改到周四下午3点\n（原通知：1-2的会改到周三下午3点）"),
        ("1-2的会取消了", "会取消了。\n原通知：1-2的会改到周三下午3点"),
    ],
)
async def test_the_task_that_a_notice_tells_of_only_says_which_notice_is_meant(
    lin: Resident, chen: Resident, said: str, told: str
) -> None:
    await chen.says("通知公安局：1-2的会改到周三下午3点")
    await chen.presses("确认发送")
    assert f"\n通知\n{told}\n\n发给 1 人（1 个单位：市公安局）" in await chen.says(said)


@pytest.mark.parametrize("said", ["3-1的会取消了", "11-2的会取消了", "11-2的通知写错了 是周四"])
async def test_a_notice_that_tells_of_another_task_is_not_meant(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("通知公安局：1-2的会改到周三下午3点")
    await chen.presses("确认发送")
    answer = await chen.says(said)
    assert "原通知" not in answer
    assert "更正：" not in answer


@pytest.mark.parametrize("said", ["1-2期限写错了 是12月20日", "1-2改到12月20日"])
async def test_a_change_of_the_task_that_a_notice_tells_of_is_no_correction_of_the_notice(
    lin: Resident, chen: Resident, said: str
) -> None:
    await chen.says("通知公安局：1-2的会改到周三下午3点")
    await chen.presses("确认发送")
    assert (await chen.says(said)).startswith("改期限：1-2 昆仑行动打食药环犯罪 → 2019年12月20日")


async def test_that_one_is_the_change_that_was_made_last(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周五开会")
    await chen.presses("确认发送")
    await chen.submits("提醒时间改成8点")
    assert "发提醒的时间：9 点 → 8 点" in await chen.says("把刚才那条撤回")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "刚才通知里时间写错了 是后天下午3点 更正一下",
            "更正：后天下午3点来办公室开会\n（原通知：明天下午3点来办公室开会）",
        ),
        ("刚才的通知时间错了，改成后天下午3点", "更正：后天下午3点来办公室开会\n（原通知：明天下午3点来办公室开会）"),
        ("等下 会议改到下午4点了 重新通知", "更正：明天下午4点来办公室开会\n（原通知：明天下午3点来办公室开会）"),
        ("哎 会场改到402了，重新通知一下", "会场改到402了"),
    ],
)
async def test_a_wrong_time_is_put_right_for_those_who_got_the_notice(
    town: Town, chen: Resident, lin: Resident, said: str, told: str
) -> None:
    await chen.says("通知公安局 明天下午3点来办公室开会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert f"\n通知\n{told}\n\n发给 1 人（1 个单位：市公安局）" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("刚才通知写错了 是周四", "更正：11月的总结周四下班前交\n（原通知：11月的总结明天下班前交）"),
        ("刚才通知写错了 是周四下班前", "刚才通知写错了 是周四下班前"),
        ("通知发错了 周四下班前交", "通知发错了 周四下班前交"),
        ("上午的通知写错了 是12月的总结", "上午的通知写错了 是12月的总结"),
        ("哎呀 刚才那条通知有误 是后天交 不是明天", "哎呀 刚才那条通知有误 是后天交 不是明天"),
    ],
)
async def test_what_is_right_beside_a_wrong_notice_is_shown_as_the_correction(
    town: Town, chen: Resident, lin: Resident, said: str, told: str
) -> None:
    await chen.says("通知公安局：11月的总结明天下班前交")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert f"\n通知\n{told}\n\n发给 1 人（1 个单位：市公安局）" in await chen.says(said)


@pytest.mark.parametrize("said", ["刚才通知写错了", "刚才通知发错了 撤回", "刚才通知写错了 重新发一条"])
async def test_a_wrong_notice_without_what_is_right_is_no_correction_yet(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("通知公安局：11月的总结明天下班前交")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "已经送到的收不回来" in await chen.says(said) and "发更正" in chen.buttons()


@pytest.mark.parametrize(
    ("said", "told", "at"),
    [
        ("群发 给公安局，明早10点发 请准备好总结", "请准备好总结", "11月26日（周二）10:00发出"),
        ("发给公安局 明天下午3点发，周五开会", "周五开会", "11月26日（周二）15:00发出"),
        ("通知公安局 明早9点发放材料 请派人来领", "明早9点发放材料 请派人来领", ""),
        ("通知公安局，明早10点开会 请准时", "明早10点开会 请准时", ""),
    ],
)
async def test_when_to_send_is_said_behind_the_recipients_and_is_not_told_to_them(
    chen: Resident, lin: Resident, said: str, told: str, at: str
) -> None:
    shown = await chen.says(said)
    assert f"\n通知\n{told}\n\n发给 1 人（1 个单位：市公安局）" in shown
    assert at in shown and bool(at) == ("发出。" in shown.partition("发给 1 人")[2])


async def test_few_units_without_a_liaison_are_named_at_the_preview(chen: Resident, lin: Resident) -> None:
    shown = await chen.says("通知各单位：周五开会")
    line = next(each for each in shown.splitlines() if each.startswith("没有联络员的单位有"))
    assert line.count("、") == 2 and line.endswith("…。")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("明天上午10点前 请公安局把总结报来", "明天上午10点前 请把总结报来"),
        ("明天上午10点前请公安局把总结报来", "明天上午10点前请把总结报来"),
        ("请公安局明天上午10点前把总结报来", "请明天上午10点前把总结报来"),
    ],
)
async def test_a_deadline_before_the_request_stays_in_the_words(
    lin: Resident, chen: Resident, said: str, told: str
) -> None:
    checked = await chen.says(said)
    assert f"通知\n{told}" in checked and "发给 1 人（1 个单位：市公安局）" in checked


@pytest.mark.parametrize("whom", ["逾期的那几家", "没报过的单位", "还没报的单位"])
async def test_words_behind_a_description_of_units_are_for_them(
    lin: Resident, zhou: Resident, chen: Resident, whom: str
) -> None:
    checked = await chen.says(f"通知{whom} 明天来办公室说明情况")
    assert "通知\n明天来办公室说明情况" in checked and "发给" in checked


async def test_a_notice_is_recalled_by_its_units_or_its_subject(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("通知公安局：周四下午3点开会")
    await chen.presses("确认发送")
    await chen.says("通知市场监管局：报月报")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:30")
    assert (await chen.says("把开会那个通知撤回")).startswith("最近的群发：周四下午3点开会")
    assert (await chen.says("刚才发给市场监管局那条撤回")).startswith("最近的群发：报月报")
    assert (await chen.says("发给公安局的通知撤回")).startswith("最近的群发：周四下午3点开会")
    assert (await chen.says("刚才发给农业局那条撤回")).startswith("没有给这些单位发过。\n共 2 次群发")


async def test_a_recall_with_its_reason_ends_what_is_being_written(lin: Resident, chen: Resident) -> None:
    await chen.says("通知公安局：周四下午3点开会", "地点也改 在政府二办会议室 区里的线上参加")
    assert (await chen.says("刚才那个通知撤回，时间又变了")).startswith("不发了吗？")


@pytest.mark.parametrize("said", ["会不开了 通知大家", "会不开了，跟大家说一声", "会不开了 请转告所有联络员"])
async def test_news_before_the_order_to_tell_it_is_told(lin: Resident, chen: Resident, said: str) -> None:
    assert "通知\n会不开了\n\n发给 1 人" in await chen.says(said)
    assert (await chen.says("把会议通知撤回")).startswith("不发了吗？")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("回林警官 已报省打假办 下周有答复", "已报省打假办 下周有答复"),
        ("回复公安局林警官：收到，下周答复", "收到，下周答复"),
        ("问一下林警官 350万是累计还是新增", "350万是累计还是新增"),
        ("问一下林警官这周报不报", "这周报不报"),
        ("帮我问下林警官材料齐没齐", "材料齐没齐"),
        ("帮我问问林警官这周报不报", "这周报不报"),
    ],
)
async def test_somebody_is_answered_or_asked_by_name(lin: Resident, chen: Resident, said: str, told: str) -> None:
    shown = await chen.says(said)
    assert f"通知\n{told}\n" in shown and "发给林警官（市公安局）。" in shown


@pytest.mark.parametrize("said", ["问一下林警官的电话", "问一下林警官"])
async def test_who_only_names_somebody_asks_them_nothing(lin: Resident, chen: Resident, said: str) -> None:
    assert "还没发出" not in await chen.says(said)


@pytest.mark.parametrize("said", ["帮我问问林警官这周报不报", "问一下林警官周五开不开会", "跟林警官说一声材料发我"])
async def test_a_liaison_who_writes_to_another_is_told_that_the_office_does(
    lin: Resident, zhou: Resident, said: str
) -> None:
    assert (await zhou.says(said)).startswith("这项操作由办公室使用，可以转告办公室。")
    assert f"会告诉办公室：\n“{said}”" in await zhou.presses("告诉办公室")


async def test_a_report_that_speaks_of_somebody_stays_one(lin: Resident, zhou: Resident) -> None:
    assert "情况：60%，已问过林警官" in await zhou.says("1-8 60%，已问过林警官")


async def test_what_decides_a_request_is_no_message_to_the_one_who_asked(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2想延到3月底 主犯没抓到")
    await lin.hands_in()
    assert "等待答复的延期申请 1 份。" in await chen.says("回复林警官 同意延到3月底")
    assert "通知" not in await chen.says("问一下公安局 还有哪些没完成")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("通知所有人 包括还没登记的 周五前都要登记", "周五前都要登记"),
        ("发个通知给有逾期的单位 请他们尽快报", "请尽快报"),
        ("通知公安局、市场监管局 让他们周五前交总结", "请周五前交总结"),
        ("通知各单位 总结包括附件周五前交来", "总结包括附件周五前交来"),
    ],
)
async def test_words_to_the_bot_about_those_who_get_it_are_not_told_them(
    chen: Resident, zhou: Resident, said: str, text: str
) -> None:
    assert f"通知\n{text}\n" in await chen.says(said)


async def test_a_salutation_goes_out_with_the_notice(chen: Resident, lin: Resident) -> None:
    said = "各位联络员好，请大家先看一下自己的任务，有期限不对的告诉我"
    assert said in (await chen.says(said)).splitlines()
    await chen.sends_out()
    assert said in lin.sees()


async def test_a_day_of_the_last_notice_is_not_when_the_next_one_goes_out(lin: Resident, chen: Resident) -> None:
    await chen.says("通知所有联络员：年底总结12月20日前交", "发")
    assert "通知\n请盖章\n" in await chen.says("再补一句 请盖章")
    corrected = await chen.says("20号改25号 另外园林局不用交")
    assert "通知\n更正：年底总结12月25号前交\n另外园林局不用交\n" in corrected


@pytest.mark.parametrize(
    ("said", "told", "to"),
    [
        ("通知公安局，1-2措施写得太简单了，补一下", "1-2措施写得太简单了，补一下", "市公安局"),
        ("通知公安局的同志，周五之前更新1-2的进度", "周五之前更新1-2的进度", "市公安局"),
        ("给老周带个话，1-8的总结周四前给我", "1-8的总结周四前给我", "周科长"),
        ("麻烦通知市监局的老周，1-8的总结补一下", "1-8的总结补一下", "周科长"),
    ],
)
async def test_a_notice_may_speak_of_tasks_also_while_another_is_written(
    chen: Resident, lin: Resident, zhou: Resident, said: str, told: str, to: str
) -> None:
    for before in ("", "通知市监局下午开会"):
        if before:
            await chen.says(before)
        shown = (await chen.says(said)).partition("发给")
        assert shown[0].endswith(f"通知\n{told}\n\n") and to in shown[2]


@pytest.mark.parametrize("said", ["通知公安局1-2逾期了吗", "我们的老周什么时候回来", "老周带的组报了吗"])
async def test_what_only_speaks_of_somebody_is_no_notice(
    chen: Resident, lin: Resident, zhou: Resident, said: str
) -> None:
    assert "收到的人会看到" not in await chen.says(said)
