"""Times and days of a notice: until when answers are wanted, and which time a new time stands for."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("said", ["周四下午", "周四下午四点前", "周四17:00之前"])
async def test_a_time_of_the_day_to_answer_by_gives_that_day(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("给市公安局发通知：明天下午3点开会", "需要回复", "能参加吗？")
    await chen.presses("能参加、不能参加")
    assert "请在11月28日（周四）前点下面的按钮回复" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "notice"),
    [
        ("时间改成两点半", "周五下午两点半开碰头会，地点市府大楼302"),
        ("改成四点", "周五下午四点开碰头会，地点市府大楼302"),
        ("会议改到上午10点", "周五上午10点开碰头会，地点市府大楼302"),
        ("不对，是周四", "周四下午三点开碰头会，地点市府大楼302"),
        ("周四吧", "周四下午三点开碰头会，地点市府大楼302"),
        ("那就四点吧", "周五下午四点开碰头会，地点市府大楼302"),
        ("周五改成周四", "周四下午三点开碰头会，地点市府大楼302"),
        ("会推迟到下周一下午两点", "下周一下午两点开碰头会，地点市府大楼302"),
        ("地点改成303", "周五下午三点开碰头会，地点303"),
        ("三点改成四点", "周五下午四点开碰头会，地点市府大楼302"),
    ],
)
async def test_another_time_or_place_is_that_of_the_meeting_in_the_notice(
    lin: Resident, chen: Resident, said: str, notice: str
) -> None:
    await chen.says("通知市公安局，周五下午三点开碰头会，地点市府大楼302")
    shown = await chen.says(said)
    assert shown.startswith(f"还没发出。收到的人会看到：\n通知\n{notice}\n\n发给 1 人") and "发出。\n" not in shown


@pytest.mark.parametrize("said", ["时间改到下周一上午", "改到周四上午", "时间改成上午"])
async def test_a_part_of_the_day_without_an_hour_is_not_left_out_of_a_new_time(
    lin: Resident, chen: Resident, said: str
) -> None:
    await chen.says("通知市公安局，周五下午三点开碰头会")
    shown = await chen.says(said)
    assert "几点发" in shown or shown.startswith("请写哪天几点"), shown


async def test_a_time_of_sending_stays_apart_from_that_of_the_meeting(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：明天下午3点开会")
    assert "11月25日（周一）16:00发出。" in await chen.says("四点发出")
    assert "11月25日（周一）17:00发出。" in await chen.says("改成五点")
    shown = await chen.says("会议改到下午4点")
    assert "明天下午4点开会" in shown and "11月25日（周一）17:00发出。" in shown


async def test_a_time_alone_moves_a_notice_without_a_time_of_its_own(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：请报名单")
    assert "11月25日（周一）16:00发出。" in await chen.says("改成下午四点")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("周五下班前通知公安局报数", "周五下班前报数"),
        ("下午5点前通知公安局报数", "下午5点前报数"),
        ("周五之前请告诉公安局交材料", "周五之前交材料"),
        ("通知公安局，请按时参会", "请按时参会"),
    ],
)
async def test_a_time_before_the_order_by_which_to_act_is_part_of_the_notice(
    lin: Resident, chen: Resident, said: str, text: str
) -> None:
    shown = await chen.says(said)
    assert f"收到的人会看到：\n通知\n{text}\n\n发给 1 人（1 个单位：市公安局）" in shown and ":00发出" not in shown


@pytest.mark.parametrize(
    ("said", "text", "at"),
    [
        ("祝大家新年快乐，发给所有联络员", "祝大家新年快乐", ""),
        (
            "发通知，内容是：请各单位周五前报总结，发给全体联络员，明早8点发",
            "请各单位周五前报总结",
            "11月26日（周二）8:00发出。",
        ),
        ("关于总结的通知：请周五前报来，发给公安局", "关于总结的通知：请周五前报来", ""),
        ("通知公安局：改好后，发给各区", "改好后，发给各区", ""),
    ],
)
async def test_to_whom_and_when_a_notice_goes_may_be_said_at_its_end(
    lin: Resident, chen: Resident, said: str, text: str, at: str
) -> None:
    shown = await chen.says(said)
    assert f"收到的人会看到：\n通知\n{text}\n\n发给 1 人（1 个单位：市公安局）" in shown and at in shown


async def test_news_right_after_a_notice_goes_to_those_who_got_it(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("通知市公安局：12月5日下午2点开会", "确认发送")
    await town.move_to("2019-11-25 08:31")
    shown = await chen.says("会议改到3点了，通知一下")
    was = "（原通知：12月5日下午2点开会）"
    assert f"看到：\n通知\n更正：12月5日下午3点开会\n{was}\n\n发给 1 人（1 个单位：市公安局）" in shown
    await chen.says("取消", "不要了", "群发记录")
    await chen.presses("11月25日")
    shown = await chen.says("会场改到402了，通知一下")
    assert "收到的人会看到：\n通知\n会场改到402了\n\n发给 1 人（1 个单位：市公安局）" in shown
    await chen.says("取消", "不要了")
    assert "周五开会\n\n发给 2 人" in await chen.says("周五开会，通知各单位")


@pytest.mark.parametrize("said", ["刚才那个28号改成27号", "27号吧", "不对，是27号前"])
async def test_another_day_is_that_in_the_words_of_a_nudge(
    town: Town, nong: Resident, chen: Resident, said: str
) -> None:
    await town.move_to("2019-12-23 09:30")
    await chen.says("催农业局", "加一句：28号前报")
    shown = await chen.says(said)
    assert "\n27号前" in shown and "28号" not in shown and "12月27日" not in shown


async def test_the_day_at_the_hour_of_the_meeting_is_meant(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周四下午3点开月度例会，请带11月数据，参会人名今天下班前报我")
    shown = await chen.says("改成周五上午9点半")
    assert "周五上午9点半开月度例会，请带11月数据，参会人名今天下班前报我" in shown and "发出。\n" not in shown
    assert "\n下周二上午9点半开月度例会" in await chen.says("改成下周二")


async def test_of_several_meetings_none_is_guessed(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周四下午3点开会，周五上午10点培训")
    assert "没有写进去" in await chen.says("改成周五下午4点")


async def test_a_sent_notice_is_put_right_for_the_same_people(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周四下午3点开会，参会人名今天下班前报我")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 11:00")
    shown = await chen.says("通知改一下，时间改到周五上午9点半，地点不变")
    assert "更正：周五上午9点半开会，参会人名今天下班前报我" in shown and "1 个单位：市公安局" in shown


@pytest.mark.parametrize(
    "said", ["告诉大家改到下午3点 地点不变", "通知他们改成下午3点", "跟大家说一声 时间改到下午3点"]
)
async def test_everybody_told_only_of_a_change_are_those_who_got_the_notice(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    await chen.says("通知公安局 周五上午9点来办公室对年底的数", "确认发送")
    await town.move_to("2019-11-25 09:10")
    shown = await chen.says(said)
    assert "周五下午3点来办公室对年底的数" in shown and "发给 1 人（1 个单位：市公安局）" in shown
    assert "改" in shown and "告诉大家" not in shown
    await chen.says("取消", "不要了")
    assert "发给 2 人" in await chen.says("告诉大家改一下台账格式")


@pytest.mark.parametrize("said", ["再补一句 电子版发我邮箱 纸质盖章", "补充一条：电子版发我邮箱 纸质盖章"])
async def test_what_is_added_to_a_notice_sent_goes_to_those_who_got_it(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    await chen.says("通知公安局 年底总结12月20日前交 格式随后发", "确认发送")
    await town.move_to("2019-11-25 09:10")
    assert "电子版发我邮箱 纸质盖章\n\n发给 1 人（1 个单位：市公安局）" in await chen.says(said)
    await chen.says("取消", "不要了")
    assert "发给 2 人" in await chen.says("告诉大家周五开会")


async def test_all_are_told_that_the_meeting_of_the_notice_is_off(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("通知公安局 周五上午9点来办公室对年底的数", "确认发送")
    await town.move_to("2019-11-25 09:10")
    assert "会不开了\n\n发给 1 人（1 个单位：市公安局）" in await chen.says("会不开了 都通知一下")


async def test_a_place_is_put_down_and_what_stays_needs_no_place(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周四下午2点半来对数")
    assert "来对数\n地点：305会议室\n\n发给" in await chen.says("地点写上 305会议室")
    shown = await chen.says("改成周五上午9点 其他不变")
    assert "周五上午9点来对数\n地点：305会议室\n\n发给" in shown and "没有写进去" not in shown
    assert "地点：306\n\n发给" in await chen.says("地点写上306，时间不变")


async def test_a_day_with_the_one_before_it_is_that_of_the_notice(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：年底总结12月20日前交，格式随后发")
    assert "年底总结12月25号前交，格式随后发\n\n发给" in await chen.says("20号改25号")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("20号改25号", "更正：年底总结12月25号前交\n（原通知：年底总结12月20日前交）"),
        (
            "20号改25号 另外市场监管局不用交",
            "更正：年底总结12月25号前交\n另外市场监管局不用交\n（原通知：年底总结12月20日前交）",
        ),
        ("再补一句 电子版发我邮箱", "电子版发我邮箱"),
        ("把年底改成年终", "更正：年终总结12月20日前交\n（原通知：年底总结12月20日前交）"),
    ],
)
async def test_what_is_wrong_in_a_notice_sent_is_put_right_as_at_its_preview(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str, told: str
) -> None:
    await chen.says("通知公安局、市场监管局：年底总结12月20日前交", "确认发送")
    await town.move_to("2019-11-25 08:40")
    shown = await chen.says(said)
    assert f"收到的人会看到：\n通知\n{told}\n\n发给 2 人" in shown


async def test_nobody_is_asked_for_an_answer_by_a_day_before_the_notice_goes_out(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：下周一开会，能不能来，11月27日前回复")
    assert "请在11月27日（周三）前点下面" in await chen.says("11月27日上午9点发出")
    assert (await chen.says("11月29日上午10点发出")).startswith("请对方哪天前回复？")
    assert chen.buttons()[:1] == ["12月2日（周一）"]
    assert (await chen.says("11月28日")).startswith("回复期限2019年11月28日早于发出的那天，请换一天，或早些发出。")
    assert "请在11月30日（周六）前点下面" in await chen.says("11月30日")
    await chen.presses("确认发送")
    asked = await chen.says("那条改到12月2日上午9点发")
    assert asked.startswith("回复期限2019年11月30日早于发出的那天，改到哪天前回复？")
    assert (await chen.says("12月1日")).startswith("回复期限2019年12月1日早于发出的那天，请换一天，或早些发出。")
    await chen.says("那条改到11月30日上午9点发")
    assert (await chen.presses("提交")).startswith("定在11月30日（周六）9:00发出")


async def test_a_notice_confirmed_after_its_day_to_answer_by_is_not_sent(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("通知市公安局：下周一开会，能不能来，11月25日前回复")
    await town.move_to("2019-11-26 08:40")
    assert (await chen.presses("确认发送")).startswith("回复期限2019年11月25日早于发出的那天，请换一天，或早些发出。")
    await chen.presses("修改", "回复期限")
    assert "请在11月28日（周四）前点下面" in await chen.says("周四")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("周五开会，请在11月27日前回复能不能来", "在11月27日（周三）前"),
        ("请于周三前答复能否参加", "在11月27日（周三）前"),
        ("11月27日开会能不能来", ""),
    ],
)
async def test_the_day_to_answer_by_may_be_said_in_the_clause_that_asks(
    lin: Resident, chen: Resident, said: str, day: str
) -> None:
    assert f"\n{said}\n\n" in (shown := await chen.says(f"通知市公安局：{said}")) and f"请{day}点下面" in shown


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("会议室改成501了", "市府501会议室"),
        ("会议室改成501会议室", "市府501会议室"),
        ("405改成501", "市府501会议室"),
        ("会议室改成大厅", "市府405大厅"),
        ("地点改成501", "501"),
    ],
)
async def test_the_number_of_a_room_is_put_in_place_of_its_number(
    lin: Resident, chen: Resident, said: str, place: str
) -> None:
    await chen.says("通知市公安局：周三上午10点在市府405会议室开会")
    assert f"\n周三上午10点在{place}开会\n" in await chen.says(said)
    await chen.presses("确认发送")


async def test_the_end_of_a_time_is_no_number_of_a_room(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周三15:30会议室开会")
    assert "15:501" not in await chen.says("会议室改成501")


async def test_a_room_described_anew_is_not_put_behind_the_number_of_the_old_one(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周三上午10点在市府405会议室开会")
    assert "4053楼" not in await chen.says("会议室改成3楼小会议室")
