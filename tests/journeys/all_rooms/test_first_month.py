"""The first month of an office that has only a phone: from an empty database to the first summary, all in the chat."""

import re
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from data.people.people import ensure_coordinators
from data.store import open_database
from tests.journeys.town import PLAN, Resident, Town

LINK = re.compile(r"start=([\w-]{43})")


@pytest.fixture
async def new_town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose bot knows only the first coordinator's id, from the environment."""
    with closing(open_database(":memory:")) as empty:
        town = Town(tmp_path, database=empty.conn.serialize())
    ensure_coordinators(town.db, [1001], town.clock.now())
    async with town:
        yield town


@pytest.fixture
async def office(new_town: Town) -> Resident:
    return new_town.newcomer(1001, "陈主任")


def foot(resident: Resident) -> list[list[str]]:
    """Return the texts of the reply keyboard shown last."""
    keyboards = [each.reply_keyboard for each in resident.messages() if each.reply_keyboard]
    return [[button["text"] for button in row] for row in keyboards[-1]["keyboard"]]


def link_in(resident: Resident) -> str:
    links: list[str] = [found for each in resident.messages() for found in LINK.findall(each.text)]
    return links[-1]


async def imports(office: Resident) -> None:
    """Send the plan's file, answer the questions, and confirm."""
    await office.does(lambda: office.town.world.send_document(office.id, "任务表.csv", PLAN.read_bytes(), caption=""))
    await office.says("武汉打假任务表", "10月24日")
    await office.presses("确认导入")


async def test_without_a_plan_the_office_hears_in_three_lines_what_to_do(office: Resident) -> None:
    lines = (await office.says("/start")).splitlines()
    assert lines[0] == "陈主任，您好！您已登记为：协调员。" and len(lines) == 4
    assert lines[1].startswith("1. 把任务表文件发到这里") and "/invite" in lines[2] and "/bind" in lines[3]
    assert foot(office) == [["导入任务表", "人员名单"], ["设置", "帮助"]]
    assert (await office.says("你好")).splitlines()[1] == lines[1]


@pytest.mark.parametrize("words", ["汇总", "我的任务", "临期", "/invite 市公安局", "/nudge", "/export"])
async def test_what_needs_a_plan_says_that_its_file_is_to_be_sent(office: Resident, words: str) -> None:
    assert "把任务表文件（.xlsx、.docx 或 .csv）发给我" in await office.says(words)


async def test_every_button_at_the_foot_does_something_before_there_is_a_plan(office: Resident) -> None:
    await office.says("/start")
    for words in [word for row in foot(office) for word in row]:
        assert "没听明白" not in await office.says(words), words


async def test_before_there_is_a_plan_nobody_is_said_to_be_registered(office: Resident) -> None:
    for words in ("谁还没登记", "先建任务表吧"):
        assert (await office.says(words)).startswith("还没有任务表"), words


async def test_what_is_said_at_the_preview_of_a_plan_is_not_its_name(new_town: Town, office: Resident) -> None:
    await office.does(lambda: new_town.world.send_document(office.id, "任务表.csv", PLAN.read_bytes(), caption=""))
    assert "导入“武汉打假任务表”（2019年10月24日印发）" in await office.says("名字叫武汉打假任务表", "10月24日")
    assert "“颜色深一点”没有写进去" in await office.says("颜色深一点")
    assert "导入“武汉打假任务表”" in await office.presses("上一步")
    await office.says("邀请农业局和商务局")
    assert "要邀请谁？" in office.messages()[-2].text and "还没导入" in office.sees()
    assert "导入“武汉打假任务表”" in await office.says("取消", "继续")
    await office.says("以后进来都要我同意")
    assert office.messages()[-2].text.startswith("名单设置") and "导入“武汉打假任务表”" in office.sees()
    assert "导入“打假两年表”（2019年10月24日印发）" in await office.says("名称改成打假两年表")
    assert "（2019年10月25日印发）" in await office.says("印发日期改成10月25日")
    assert "已导入“打假两年表”：现有 230 项任务" in await office.says("那导入吧")


async def test_after_the_first_plan_it_is_said_what_comes_next(new_town: Town, office: Resident) -> None:
    await imports(office)
    assert any(each.text.startswith("接下来：\n1. 发“谁还没登记”") for each in office.messages())
    assert foot(office) == [["汇总", "临期"], ["审核", "人员名单", "帮助"]]
    assert "共 37 个单位没有联络员" in await office.says("谁还没登记")


async def test_a_month_ends_with_the_first_summary(new_town: Town, office: Resident) -> None:
    town = new_town
    await office.says("/start")
    await imports(office)
    await office.says("/invite 市公安局")
    lin = town.newcomer(1002, "林警官")
    assert "您已登记为：市公安局联络员" in await lin.says(f"/start {link_in(office)}")
    await office.says("谁还没登记")
    while "商务局" not in office.buttons():
        await office.presses("下一页")
    await office.presses("商务局")
    shang = town.newcomer(1042, "商科长")
    await shang.says(f"/start {link_in(office)}")
    await town.bind_group(office, lin, shang)

    await town.move_to("2019-11-26 09:00")
    assert any("林警官已登记为市公安局联络员" in each.text for each in office.messages())
    await office.submits("提醒时间改成10点")
    await office.submits("12月31日放假")
    await office.says("撤销")
    assert (await office.presses("撤销")).startswith("已撤销：\n2019年12月31日：放假")
    assert "商科长 联络员" not in await office.says("谁还没来过")
    await office.says("建个统计月报，公安局、商务局报，11月开始", "立案 案值", "跳过", "5")
    await office.presses("确认建立")
    await office.submits("把6-7、7-1都改到12月20日，因为年底总结")
    await lin.submits("1-2 80%，抽检了三批，立案3件")
    await shang.submits("29-5 已完成")
    await office.says("29-5退回，缺总结")
    await office.presses("退回")

    await lin.says("请问办公室，1-2还要报吗")
    await lin.presses("告诉办公室")

    await town.move_to("2019-12-02 10:00")
    assert "市公安局 林警官：“1-2还要报吗”" in await office.says("1-2")
    await office.presses("答复市公安局的反映", "回复")
    await office.says("要报，按月报一次")
    await office.presses("发给对方")
    assert "统计报表 统计月报（11月）：2 家还没报：市公安局、市商务局" in await office.says("谁还没报")
    await lin.submits("月报 立案3 案值20")
    await office.says("通知公安局、商务局：周五下午3点开会")
    await office.presses("确认发送")
    await office.says("撤销29-5的退回")
    assert "没有可以撤销的审核结果" in office.sees()
    await shang.submits("29-5 已完成，总结已写")
    await office.says("29-5通过，写得清楚")
    await office.presses("通过")
    await lin.submits("6-7 受阻，等市场监管局的名单")

    await town.move_to("2019-12-02 10:01")
    assert any("要报，按月报一次" in each.text for each in lin.messages())
    assert any("周五下午3点开会" in each.text for each in shang.messages())
    await office.submits("1-2期限改到3月31日，43-4改到12月31日，因为省里推迟")

    await town.move_to("2019-12-23 10:00")
    assert any("7-1" in each.text and "逾期" in each.text for each in lin.messages())
    await office.says("催一下公安局")
    await office.presses(office.buttons()[0])
    await town.move_to("2019-12-25 10:00")
    summary = await office.says("汇总")
    assert summary.startswith("汇总 · 截至 2019年12月25日\n武汉打假任务表\n230 项任务")
    assert "🟡 受阻 1" in summary and "已办结 3" in summary and "进行中 1" in summary
    assert "🔴 逾期" in office.buttons()[0]
    assert "立案件数" in await office.says("全年立案多少")
    assert "统计报表\n统计月报（11月）：已报 1/2" in summary
    record = await office.says("/audit")
    assert "改期限 1-2、43-4" in record and "陈主任：" in record
