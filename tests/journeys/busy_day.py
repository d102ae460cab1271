"""A day on which a liaison and the coordinator use everything there is, and leave some of it unfinished."""

from collections.abc import Sequence

import pytest

from bot.emulator.records import Json, Message
from data.people.people import Role, add_membership
from data.plan.units import find_unit
from tests.journeys.files_sent import sends_pdf
from tests.journeys.town import GROUP, Left, Resident, Town

SECRET = "线人提供的地址"
Shown = dict[str, None]
"""The data of buttons, in the order in which they were shown."""
EVENING: list[tuple[Left, Shown]] = []
"""The end of such a day, stored once it has been played, for all tests that begin there."""


@pytest.fixture
def shown(town: Town, lin: Resident, chen: Resident) -> Shown:
    """The data of every button that the liaison and the coordinator have been shown, in order."""
    return shown_in(town, (lin.id, chen.id, GROUP))


def shown_in(town: Town, chats: Sequence[int]) -> Shown:
    """Return a collection that gathers the data of every button shown in these chats from now on."""
    data: Shown = {}

    def hear(event: Json) -> None:
        match event:
            case {"message": Message() as message} if message.chat_id in chats:
                data.update(dict.fromkeys(each.callback_data for each in message.buttons if each.callback_data))

    town.world.on_change(hear)
    return data


@pytest.fixture
async def busy_day(town: Town, lin: Resident, chen: Resident, shown: Shown) -> None:
    """The town at the end of a busy day, with `shown` filled."""
    if not EVENING:
        await live_a_busy_day(town, lin, chen)
        EVENING.append((town.leave(), {**shown}))
    [(left, buttons)] = EVENING
    shown.update(buttons)
    await town.take_up(left)


async def live_a_busy_day(town: Town, lin: Resident, chen: Resident) -> None:
    """Let the liaison and the coordinator use everything there is, and leave some of it unfinished."""
    await lin.begins("38-1", "受阻")
    await lin.says("30", "查了两次", "等鉴定结果")
    await lin.hands_in()
    await town.move_to("2019-11-25 08:32")
    await lin.says("/start", "我的任务", "1-2")
    await lin.presses("申请延期", "延一个月")
    await lin.submits("等省里文件")
    await lin.says("8-2 先别催我")
    await chen.reviews("改日期")
    await lin.begins("1-2", "已完成")
    await lin.says(SECRET)
    await lin.presses("跳过")
    await sends_pdf(lin, "名单.pdf")
    await lin.presses("下一步", "提交")
    for percent in range(10, 60, 5):
        await lin.submits(f"8-2 进行中，{percent}%")
    await lin.says("1-2", "更正", "撤回", "本期无变化", "/language", "/forget", "/history")
    await lin.presses("1-2")
    await lin.says("/deputy")
    await lin.presses("请一位B角", "一周")
    await lin.says("/deputy", "1-2不是我们牵头的")
    await lin.presses("告诉办公室")
    await _work_information(lin, chen)
    await town.move_to("2019-11-25 08:35")
    await chen.says("/review", "/summary", "/settings", "我的任务", "/history", "/people", "哪些单位没有联络员")
    await chen.says("/export", "催办", "取消", "/nudge", "取消")
    await chen.says("把43-5的期限改到12月10日，因为等省里文件", "提交", "/event", "43-5")
    await chen.presses("改任务")
    await chen.says("/audit", "/plans")
    await chen.presses("1. ")
    await chen.says("/people 市公安局")
    await chen.presses("叫法和分组")
    await chen.says("/people 市公安局")
    await chen.presses("林警官")
    await chen.says("移除林警官")
    await chen.presses("取消")
    await _has_two_roles(town)
    link = await chen.says("双职换人", "/invite swj", "/invite 市公安局")
    await chen.says(f"/start {link.rpartition('?start=')[2]}")
    await chen.presses("退回", on=next(each for each in chen.messages() if each.text.startswith("请审核")))
    await chen.says("请补充")
    await chen.presses("退回")
    await town.move_to("2019-11-25 08:40")
    await lin.says("6-7 20%\n7-1 20%")
    await lin.presses("全部提交")
    await lin.says("2-3和8-2 完成60%，共立案12件", "14-2 50%，立案3件\n18-1 已完成，已总结")
    group = await town.found_group(chen, lin)
    for words in ("/bind", "@liaison_test_bot 铁拳行动怎么样了"):
        await chen.says(words, chat=group)
    await _broadcasts(town, chen)
    await _asks_for_a_return(town, lin, chen)
    await lin.says("分解 6-7", "12月5日 开会", "提交")
    await lin.presses("1")
    await lin.says("6-7")
    await lin.begins("7-1", "进行中")
    await lin.says("/update")
    await town.move_to("2019-11-25 09:00")
    await chen.presses("核对期限")


async def _has_two_roles(town: Town) -> None:
    """Add a person who speaks for two units."""
    town.member(1044, "双职", "市商务局", Role.LIAISON)
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = 1044")
    add_membership(town.db, row["id"], Role.LIAISON, find_unit(town.db, "武汉海关").id)


async def _work_information(lin: Resident, chen: Resident) -> None:
    """Send work information with a file, and let the office look at it."""
    await lin.says(f"报工作信息：{SECRET}\n{SECRET}，已经查实。")
    await sends_pdf(lin, "名单.pdf")
    await lin.presses("下一步", "跳过", "提交")
    await lin.says("/info")
    await chen.says("/info")
    await chen.presses("1 ", "改一份")
    await chen.says("取消")
    await chen.presses("采用")


async def _broadcasts(town: Town, chen: Resident) -> None:
    """Let the coordinator send a broadcast with a question, and look at how it went."""
    await chen.says("通知市公安局：请报一个人")
    await chen.presses("修改", "是否要回复", "需要回复")
    await chen.says("报了吗")
    await chen.presses("有、没有", "跳过", "确认发送")
    await town.app.ticker.tick()
    await chen.says("/broadcast")
    await chen.presses("以前的群发", "11月25日")
    await chen.says("/groups")
    await chen.presses("联络员群")


async def _asks_for_a_return(town: Town, lin: Resident, chen: Resident) -> None:
    """Let the coordinator set up a statistics return of two units, one of which files it, and look at its pages."""
    await town.move_to("2019-11-25 08:42")
    await chen.says("/returns")
    await chen.presses("新建报表", "只报一次")
    await chen.says("专项统计", "立案、案值", "跳过", "市公安局、武汉海关", "今天", "12月10日", "确认建立")
    await lin.submits("填报表", "立案3 案值2")
    await lin.says("统计报表")
    await town.move_to("2019-11-25 08:44")
    await chen.says("/returns", "专项统计报表有哪些")
    await chen.presses("看一个单位", "市公安局", "返回本期", "各单位数据", "返回本期", "报表设置")
