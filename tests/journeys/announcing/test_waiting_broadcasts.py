"""A broadcast waiting for its time is put off, brought forward or cancelled, in words and by its button."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.fixture
async def two_wait(town: Town, lin: Resident, zhou: Resident, chen: Resident) -> None:
    """Two broadcasts wait for their time."""
    await town.after(_sends_two, chen)


async def _sends_two(chen: Resident) -> None:
    await chen.says("周五上午9点通知公安局：下午开会")
    await chen.presses("确认发送")
    await chen.says("明天上午9点通知市场监管局：带章")
    await chen.presses("确认发送")


def times(town: Town) -> list[str]:
    return [row["send_at"][:16] for row in town.rows("SELECT send_at FROM broadcasts ORDER BY id")]


@pytest.mark.parametrize(
    ("said", "shown", "stored"),
    [
        ("周五那条通知改成下午三点发", "11月29日（周五）9:00 → 11月29日（周五）15:00。", "2019-11-29T07:00"),
        ("周五的通知改到周四", "11月29日（周五）9:00 → 11月28日（周四）9:00。", "2019-11-28T01:00"),
        ("把周五的通知推迟到下周一上午10点", "11月29日（周五）9:00 → 12月2日（周一）10:00。", "2019-12-02T02:00"),
    ],
)
async def test_it_goes_out_at_another_time_after_a_look(
    town: Town, two_wait: None, lin: Resident, chen: Resident, said: str, shown: str, stored: str
) -> None:
    assert f"“下午开会”的发送时间：{shown}" in await chen.says(said)
    before = times(town)
    await chen.presses("提交")
    assert before[0] == "2019-11-29T01:00" and times(town) == [stored, before[1]]
    await town.move_to("2019-12-02 10:05")
    assert "下午开会" in "\n".join(lin.heard())


async def test_of_several_that_may_be_meant_all_are_shown(two_wait: None, chen: Resident) -> None:
    assert (await chen.says("通知改到后天上午10点发")).startswith("定时的通知 2 条")
    await chen.presses("11月26日")
    assert chen.buttons() == ["改时间", "停止发送"]
    assert "什么时候发？" in await chen.presses("改时间")
    assert "“带章”的发送时间：11月26日（周二）9:00 → 11月27日（周三）10:00。" in await chen.says("后天上午10点")


async def test_it_is_called_off_by_the_button_that_is_then_shown(town: Town, two_wait: None, chen: Resident) -> None:
    assert (await chen.says("取消周五的通知")).startswith(
        "不发了吗？还没有停。\n“下午开会”\n定在11月29日（周五）9:00发出"
    )
    assert "一条也没有发出" in await chen.presses("停止发送")
    await chen.says("定时的通知有哪些")
    assert chen.sees().startswith("定时的通知 1 条")


async def test_the_words_of_its_button_ask_when(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("明天上午9点通知公安局：带章")
    await chen.presses("确认发送")
    assert "什么时候发？" in await chen.says("改时间")


async def test_words_that_move_a_notice_are_no_new_notice_and_no_answer(two_wait: None, chen: Resident) -> None:
    await chen.says("发通知：请报名单", "周五的通知改到11点")
    assert any("“下午开会”的发送时间：11月29日（周五）9:00 → 11月29日（周五）11:00。" in each for each in chen.heard())


async def test_where_none_waits_that_is_said(chen: Resident) -> None:
    assert await chen.says("通知改到后天上午10点发") == "现在没有定时的通知。"


async def test_a_time_that_is_over_is_asked_again(two_wait: None, chen: Resident) -> None:
    shown = await chen.says("周五的通知改到今天早上6点")
    assert "已经过了" in shown and "什么时候发？" in shown


async def test_it_goes_out_at_once_and_that_is_shown(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("明天上午9点通知公安局：带章")
    await chen.presses("确认发送")
    await chen.says("改时间")
    assert "→ 马上发。" in await chen.presses("马上发")
    await chen.presses("提交")
    await town.app.ticker.tick()
    assert chen.sees().startswith(("正在发送", "已发完")) and "带章" in lin.sees()


async def test_a_time_that_is_over_when_it_is_agreed_to_is_asked_for_again(
    town: Town, two_wait: None, lin: Resident, chen: Resident
) -> None:
    await chen.says("把周五的通知改到今天上午8点40")
    await town.move_to("2019-11-25 08:45")
    assert "已经过了" in await chen.presses("提交")
    assert times(town)[0] == "2019-11-29T01:00"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("改成周五上午9点发", "11月29日（周五）9:00发出。"),
        ("改到后天下午三点", "11月27日（周三）15:00发出。"),
        ("那条通知改成下午两点发", "11月26日（周二）14:00发出。"),
        ("推迟到周四", "11月28日（周四）10:00发出。"),
        ("改成昨天上午9点发", "11月24日（周日）9:00已经过了"),
    ],
)
async def test_a_notice_at_its_preview_is_moved_in_words(lin: Resident, chen: Resident, said: str, shown: str) -> None:
    await chen.says("明天上午10点通知公安局：请报典型案例")
    assert shown in await chen.says(said)
    assert "确认发送" in chen.buttons()


@pytest.mark.parametrize("said", ["周五那条不发了", "明天那条消息先别发"])
async def test_where_none_waits_it_is_said_and_no_day_off_is_set(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == "现在没有定时的通知。"
    assert town.rows("SELECT * FROM dialogs") == []


async def test_a_notice_named_by_its_day_is_shown_with_its_buttons(two_wait: None, chen: Resident) -> None:
    assert "下午开会" in await chen.says("周五那条先别发了")
    assert chen.buttons() == ["改时间", "停止发送"]


@pytest.mark.parametrize(("said", "shown"), [("上午9点那条提前到8点", "8:00。"), ("公安局那条推迟到10点", "10:00。")])
async def test_one_is_pointed_at_by_its_hour_or_its_unit(lin: Resident, chen: Resident, said: str, shown: str) -> None:
    await chen.says("周五上午9点通知公安局：下午开会")
    await chen.presses("确认发送")
    assert shown in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("公安局那条推迟到10点", "“下午开会”的发送时间：11月29日（周五）9:00 → 11月29日（周五）10:00。"),
        ("把发给市场监管局的那条通知改到后天", "“带章”的发送时间：11月26日（周二）9:00 → 11月27日（周三）9:00。"),
        ("武汉海关那条改成后天", "定时的通知 2 条"),
    ],
)
async def test_of_several_notices_the_one_to_the_named_unit_is_meant(
    two_wait: None, chen: Resident, said: str, shown: str
) -> None:
    assert shown in await chen.says(said)


async def test_another_units_notice_is_not_moved(lin: Resident, chen: Resident) -> None:
    await chen.says("周五上午9点通知公安局：下午开会")
    await chen.presses("确认发送")
    assert (await chen.says("武汉海关那条改成后天")).startswith("定时的通知 1 条")


async def test_one_that_was_just_shown_needs_no_name(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("明天上午9点通知公安局：带章")
    await chen.presses("确认发送")
    assert "11月26日（周二）9:00 → 11月27日（周三）9:00。" in await chen.says("改成后天发")
    await chen.presses("提交")
    assert "定在11月27日（周三）9:00发出" in await chen.says("还是不发了")
    assert "一条也没有发出" in await chen.presses("停止发送")
    assert "一条也没有发出" in await chen.says("周三那条不发了") and chen.buttons() == []


async def test_what_is_out_is_not_moved_but_can_be_corrected(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("通知公安局：周五三楼开会")
    await chen.presses("确认发送")
    await town.app.ticker.tick()
    await chen.says("新建统计月报：立案、案值，各区")
    await chen.says("周五那条通知改成上午十点发")
    assert any("周五三楼开会" in each and "收不回来" in each for each in chen.heard())
    await chen.says("上一条通知写错了，是四楼")
    assert any("上一条通知写错了，是四楼" in each and "发给 1 人" in each for each in chen.heard())


async def test_bare_words_are_not_of_a_notice_once_something_else_is_asked(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("明天上午9点通知公安局：带章")
    await chen.presses("确认发送")
    await chen.says("把43-5移出任务表")
    assert await chen.says("还是不发了") == "已取消，没有提交任何内容。"
    assert town.rows("SELECT count(*) AS n FROM tasks WHERE code = '43-5' AND gone_at IS NULL") == [{"n": 1}]
    await town.move_to("2019-11-26 09:00")
    assert any("带章" in each for each in lin.heard())


async def test_what_is_not_called_a_notice_is_none_while_something_else_is_asked(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("通知公安局：周五开会")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    await chen.says("3-12改期到2月底")
    assert "最近的群发" not in await chen.says("那条改到12月20日")


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("改成周二10点", "12月3日（周二）10:00"),
        ("改到周三下午3点", "12月4日（周三）15:00"),
        ("改成本周二10点", "11月26日（周二）10:00"),
        ("move it to wednesday at 10", "12月4日（周三）10:00"),
    ],
)
async def test_a_weekday_alone_is_of_the_week_in_which_it_goes_out(
    lin: Resident, chen: Resident, said: str, after: str
) -> None:
    await chen.says("下周一上午9点通知公安局：月报开始填了")
    await chen.presses("确认发送")
    assert f"12月2日（周一）9:00 → {after}。" in await chen.says(said)


async def test_it_is_named_by_its_words(town: Town, two_wait: None, chen: Resident) -> None:
    assert (await chen.says("开会那个别发了")).startswith(
        "不发了吗？还没有停。\n“下午开会”\n定在11月29日（周五）9:00发出"
    )
    assert "“带章”的发送时间：11月26日（周二）9:00 → 11月27日（周三）9:00。" in await chen.says("带章那条改到周三")


@pytest.mark.parametrize("said", ["定时的有哪些", "有哪些定时的还没发", "定时消息都有哪些"])
async def test_what_waits_is_listed_by_short_names(two_wait: None, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("定时的通知 2 条")


def chosen(town: Town) -> list[list[str]]:
    """Return the units that each broadcast goes to, if it still waits."""
    sql = """SELECT broadcasts.id, group_concat(units.name, '、') AS names
        FROM broadcasts JOIN json_each(chosen, '$.unit_ids') JOIN units ON units.id = value GROUP BY broadcasts.id"""
    return [sorted(row["names"].split("、")) for row in town.rows(sql)]


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("那条也发给海关", ["市公安局"], ["市市场监管局", "武汉海关"]),
        ("海关也发一份", ["市公安局"], ["市市场监管局", "武汉海关"]),
        ("周五的通知再加上海关和法院", ["市公安局", "市法院", "武汉海关"], ["市市场监管局"]),
        ("公安局那条也发给法院", ["市公安局", "市法院"], ["市市场监管局"]),
        ("add the court to friday's notice", ["市公安局", "市法院"], ["市市场监管局"]),
        ("明天那条改到10点，加上法院", ["市公安局"], ["市市场监管局", "市法院"]),
    ],
)
async def test_others_get_it_as_well(
    town: Town, two_wait: None, chen: Resident, said: str, first: list[str], second: list[str]
) -> None:
    shown = await chen.says(said)
    assert "改为这样发：\n发给" in shown and "没问题请点“提交”。" in shown
    await chen.presses("提交")
    assert chosen(town) == [first, second]


async def test_a_unit_is_taken_out_and_its_people_do_not_get_it(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("周五上午9点通知公安局、市场监管局：下午开会")
    await chen.presses("确认发送")
    assert "发给 1 人（1 个单位：市市场监管局）。" in await chen.says("周五那条不用发给公安局")
    await chen.presses("提交")
    await town.move_to("2019-11-29 09:10")
    assert "下午开会" in "\n".join(zhou.heard()) and "下午开会" not in "\n".join(lin.heard())


async def test_one_that_has_gone_out_goes_to_others_once_more(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("通知公安局：带章")
    await chen.sends_out()
    assert "带章\n\n发给 1 人（1 个单位：市市场监管局）。" in await chen.says("那条也发给市场监管局")
    await chen.sends_out()
    assert "带章" in zhou.sees()


@pytest.mark.parametrize("said", ["算了现在就发", "那条现在就发", "改成马上发", "send it now"])
async def test_it_goes_out_at_once_after_all(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("下午两点通知公安局：交小结")
    await chen.presses("确认发送")
    assert "“交小结”的发送时间：11月25日（周一）14:00 → 马上发。" in await chen.says(said)
    await chen.presses("提交")
    await town.move_to("2019-11-25 08:40")
    assert "交小结" in "\n".join(lin.heard())


async def test_it_is_called_off_while_its_new_time_is_on_the_check_page(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("明早8点半通知公安局：小结今天交")
    await chen.presses("确认发送")
    await chen.says("那条改到9点", "明早那个不发了")
    assert any("停止发送" in each.text for message in chen.messages()[-2:] for each in message.buttons)
    assert not town.rows("SELECT day FROM calendar_days")


@pytest.mark.parametrize("said", ["明早那个不发了", "明天的先不发了"])
async def test_the_one_of_a_day_is_not_to_be_sent_also_below_something_else(
    two_wait: None, chen: Resident, said: str
) -> None:
    await chen.says("那条改到9点半", "汇总", said)
    assert any(
        "“带章”" in each.text and "停止发送" in [button.text for button in each.buttons]
        for each in chen.messages()[-2:]
    )


async def test_a_day_on_which_nothing_is_to_be_sent_names_no_broadcast(two_wait: None, chen: Resident) -> None:
    await chen.says("汇总", "下周二那个不发了")
    assert "停止发送" not in chen.buttons()


async def test_the_time_in_its_words_can_be_put_right_as_well(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("明早9点通知公安局：下午3点前把11月小结发来")
    await chen.presses("确认发送")
    assert "改为这样写：\n下午5点前把11月小结发来" in await chen.says("下午3点改成下午5点")
    await chen.presses("提交")
    assert times(town) == ["2019-11-26T01:00"]
    assert "改为这样写：\n下午6点前把11月小结发来" in await chen.says("刚才通知里时间写错了 是下午6点 更正一下")
    await chen.presses("提交")
    assert "26日（周二）9:00 → 11月26日（周二）16:00" in await chen.says("改到下午4点")
    await chen.presses("提交")
    assert times(town) == ["2019-11-26T08:00"]
    await town.move_to("2019-11-26 16:05")
    assert "下午6点前把11月小结发来" in "\n".join(lin.heard())


async def test_a_change_given_up_leaves_it_waiting_and_says_so(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("明早9点通知公安局：带章")
    await chen.presses("确认发送")
    await chen.says("那条再加上市场监管局", "不发了")
    assert (await chen.presses("不要了")).startswith("已取消，没有提交任何内容。\n“带章”\n定在11月26日（周二）9:00发出")
    assert "一条也没有发出" in await chen.presses("停止发送")


async def test_sentences_are_added_to_the_one_that_was_just_scheduled(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("明天上午9点给全体联络员发：请先看本单位任务")
    await chen.presses("确认发送")
    assert "改为这样写：\n请先看本单位任务\n群里也会每周一发清单" in await chen.says("加一句：群里也会每周一发清单")
    assert "发清单\n有问题找我" in await chen.says("再加一句：有问题找我")
    shown = await chen.says("等海关的进来了再发 改到后天")
    assert shown.startswith("“等海关的进来了再发”没有写进去。") and "→ 11月27日（周三）9:00。" in shown
    assert "发清单\n有问题找我" in shown
    await chen.presses("提交")
    await town.move_to("2019-11-27 09:05")
    assert "通知\n请先看本单位任务\n群里也会每周一发清单\n有问题找我" in lin.heard()


@pytest.mark.parametrize("said", ["明天新登记的也能收到吗", "海关能收到吗"])
async def test_who_will_get_it_is_told(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("明天上午9点给全体联络员发：请先看本单位任务")
    await chen.presses("确认发送")
    assert "发给到时在册的人" in await chen.says(said)
    assert chen.buttons() == ["改时间", "停止发送"]


async def test_its_time_its_recipients_and_its_words_change_in_one_sentence(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.says("周五上午9点通知公安局：下午3点开会")
    await chen.presses("确认发送")
    shown = await chen.says("那条推迟到下周一，市场监管局也发一份，再加一句：带章")
    assert "→ 12月2日（周一）9:00。" in shown and "市市场监管局）。" in shown and "下午3点开会\n带章" in shown
    assert "下午4点开会\n带章" in await chen.says("会议改到下午4点")
    assert "下午4点开会\n没问题" in await chen.says("最后一句删掉")
    await chen.presses("提交")
    assert "上午4点开会" in await chen.says("把下午改成上午")
    await chen.presses("修改")
    await chen.presses("内容")
    assert "改为这样写：\n下午5点开会" in await chen.says("下午5点开会")
    await chen.presses("提交")
    await town.move_to("2019-12-02 09:05")
    assert "下午5点开会" in "\n".join(zhou.heard())


@pytest.mark.parametrize("said", ["1-2期限改到12月20日", "加一条任务：查假酒", "把那个期限改到周五", "周五"])
async def test_what_is_about_something_else_changes_no_notice(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await chen.says("周五上午9点通知公安局：下午3点开会")
    await chen.presses("确认发送")
    await chen.says(said)
    assert not town.rows("SELECT * FROM dialogs WHERE kind = 'broadcast_time'")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("还是今天下午3点发", "11月26日（周二）9:00 → 11月25日（周一）15:00。"),
        ("明早10点发吧", "11月26日（周二）9:00 → 11月26日（周二）10:00。"),
        ("还是后天发吧", "11月27日（周三）几点发？"),
    ],
)
async def test_the_one_just_shown_goes_out_at_the_time_that_is_settled(
    two_wait: None, chen: Resident, said: str, answer: str
) -> None:
    assert answer in await chen.says(said)


@pytest.mark.parametrize("said", ["还是今天下午3点", "发给公安局", "今天下午3点发通知", "1-2明天发材料"])
async def test_what_says_no_time_or_not_that_it_goes_out_then_moves_nothing(
    two_wait: None, chen: Resident, said: str
) -> None:
    assert " → " not in await chen.says(said)


@pytest.mark.parametrize(
    ("day", "told", "until"), [("周五", "回复期限改为2019年11月29日。", "2019-11-29"), ("跳过", "不限回复期限。", None)]
)
async def test_a_notice_moved_past_its_day_to_answer_by_asks_for_another(
    town: Town, chen: Resident, lin: Resident, day: str, told: str, until: str | None
) -> None:
    await chen.says("明早10点群发给市公安局：后天下午3点开会，请明天中午前回复能不能参加")
    await chen.presses("确认发送")
    assert "回复期限2019年11月26日早于发出的那天，改到哪天前回复？" in await chen.says("改到周四上午9点发")
    checked = await chen.says(day)
    assert "→ 11月28日（周四）9:00。\n" + told in checked
    await chen.presses("提交")
    assert town.rows("SELECT until FROM broadcasts")[0]["until"] == until


async def test_a_notice_moved_before_its_day_to_answer_by_keeps_it(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("明早10点群发给市公安局：周五下午3点开会，请周四中午前回复能不能参加")
    await chen.presses("确认发送")
    assert "回复期限" not in await chen.says("改到周三上午9点发")
    await chen.presses("提交")
    assert town.rows("SELECT until FROM broadcasts")[0]["until"] == "2019-11-28"


@pytest.mark.parametrize("said", ["明天那条别发了", "那条不发了", "明天的通知取消"])
async def test_a_notice_called_off_is_said_not_to_be_stopped_yet(chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("明早9点发给市公安局：带上方案")
    await chen.presses("确认发送")
    assert (await chen.says(said)).startswith("不发了吗？还没有停。")
    await chen.presses("停止发送")
    assert "还没有停" not in await chen.says(said)
