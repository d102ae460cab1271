"""Every command has words that do the same, in both languages."""

import pytest

from handlers.telegram.commands import COMMANDS
from tests.journeys.town import Resident, Town

OF_LIAISONS = {
    "tasks": ("我的任务", "my tasks", "看看我的任务", "show me my tasks"),
    "update": ("报进展", "我要填报", "report progress", "I want to report progress"),
    "extend": ("申请延期", "我想申请延期", "request an extension", "I need more time"),
    "deadlines": ("临期", "快到期的有哪些", "due soon", "what is due soon?"),
    "history": ("填报记录", "我报过什么", "history", "my past reports"),
    "returns": ("统计报表", "填报表", "我的报表", "statistics returns", "fill in the return"),
    "deputy": ("B角", "请人代报", "我要指定B角", "deputy", "name a deputy"),
    "info": ("工作信息", "work information"),
    "export": ("导出", "我要导出", "export", "帮我写个汇报"),
    "cancel": ("取消", "算了", "cancel", "never mind"),
    "language": ("语言", "换成中文", "改回中文", "language", "please switch to Chinese"),
    "help": ("帮助", "怎么用", "help", "what can you do?"),
    "forget": ("删除我的登记", "注销", "forget me", "delete my registration"),
}
OF_COORDINATORS = {
    "summary": ("汇总", "全市进展怎么样", "summary", "give me an overview"),
    "review": ("审核", "待我审核", "review", "reviews"),
    "people": ("联络员名单", "人员名单", "people", "list of liaisons"),
    "invite": ("邀请", "邀请联络员", "invite", "invite a liaison"),
    "nudge": ("催办", "nudge"),
    "broadcast": ("群发", "发通知", "broadcast", "send a notice"),
    "audit": ("操作记录", "谁改了什么", "audit", "who changed what"),
    "plans": ("全部任务表", "有哪些任务表", "plans", "all plans"),
    "import": ("导入任务表", "怎么导入任务表", "import a plan", "import"),
    "event": ("在等哪些事", "出台了哪些", "what events are waited for", "events"),
    "groups": ("联络员群", "群设置", "bound groups", "group settings"),
    "returns": ("统计报表", "报表", "statistics returns", "returns"),
    "settings": ("设置", "settings"),
    "backup": ("备份", "备份一下", "backup", "make a backup"),
}


def test_every_command_is_tried_here() -> None:
    assert {command.name for command in COMMANDS} == {*OF_LIAISONS, *OF_COORDINATORS}


@pytest.mark.parametrize(("command", "phrases"), OF_LIAISONS.items())
async def test_words_do_for_a_liaison_what_the_command_does(
    lin: Resident, command: str, phrases: tuple[str, ...]
) -> None:
    answer = await lin.says(f"/{command}")
    assert [await lin.says(words) for words in phrases] == [answer] * len(phrases)


@pytest.mark.parametrize(("command", "phrases"), OF_COORDINATORS.items())
async def test_words_do_for_a_coordinator_what_the_command_does(
    chen: Resident, command: str, phrases: tuple[str, ...]
) -> None:
    answer = await chen.says(f"/{command}")
    assert [await chen.says(words) for words in phrases] == [answer] * len(phrases)


@pytest.mark.parametrize("words", ["/invite 市公安局", "邀请市公安局", "请邀请 市公安局", "invite 市公安局"])
async def test_a_unit_can_follow_the_words_as_it_can_follow_the_command(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("市公安局联络员邀请链接")


async def test_who_asks_whether_somebody_was_invited_invites_nobody(town: Town, chen: Resident) -> None:
    assert (await chen.says("邀请函发了没有")).startswith("共 1 人 · 人员名单")
    assert town.rows("SELECT * FROM invites") == []


@pytest.mark.parametrize(("binding", "unbinding"), [("绑定本群", "取消绑定"), ("bind this group", "unbind this group")])
async def test_a_group_is_bound_and_unbound_by_words(
    town: Town, chen: Resident, lin: Resident, binding: str, unbinding: str
) -> None:
    group = await town.found_group(chen, lin)
    assert (await chen.says(f"@liaison_test_bot {binding}", chat=group)).startswith("本群已绑定：全部任务")
    assert (await chen.says("@liaison_test_bot 绑定市公安局", chat=group)).startswith("本群已绑定：市公安局")
    assert "由办公室使用" in await lin.says(f"@liaison_test_bot {unbinding}", chat=group)
    assert await chen.says(f"@liaison_test_bot {unbinding}", chat=group) == "本群已取消绑定，不再发布提示。"


async def test_an_answer_in_words_that_declines_something_is_still_an_answer(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60", "不再申请延期，按原计划推进")
    assert "不再申请延期，按原计划推进" in await lin.skips_to_the_preview()


async def test_words_of_a_command_for_others_mean_what_they_are_heard_as(lin: Resident) -> None:
    """For the office, 延期申请 means the requests to decide; for a liaison, asking for more time."""
    assert "由办公室使用" not in await lin.says("延期申请")
    assert "1-2" in lin.buttons()
    assert "由办公室使用" in await lin.says("催办")


@pytest.mark.parametrize(("written", "meant"), [("/set", "/settings"), ("/rev", "/review"), ("/sumary", "/summary")])
async def test_a_command_mistyped_or_begun_suggests_the_nearest(chen: Resident, written: str, meant: str) -> None:
    assert f"您要的是不是 {meant}？" in await chen.says(written)


async def test_what_is_written_behind_the_command_is_the_report(nong: Resident) -> None:
    assert (
        "填报 3-5 " in await nong.says("/update 3-5 已完成，建立了机制") and "情况：已完成，建立了机制" in nong.sees()
    )
    await nong.presses("提交")
    for gap in (" ", "\n"):
        assert "读到 2 条" in await nong.says(f"/update{gap}1-3 80%\n4-2 60%")
        await nong.presses("取消", "不要了")
    assert "填报 43-1 " in await nong.says("/update 43-1") and "现在是什么状态" in nong.sees()


async def test_a_command_with_words_does_what_the_sentence_does(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    assert (await chen.says("/tasks 公安局")).startswith("共 8 项 · 市公安局")
    assert (await chen.says("/tasks\n公安局")).startswith("共 8 项 · 市公安局")
    assert (await chen.says("/tasks 1-2")).startswith("1-2 昆仑行动打食药环犯罪")
    assert (await chen.says("/tasks 受阻")).startswith("共 0 项 · 受阻")
    assert (await zhou.says("/deadlines 12月")).startswith("共 14 项 · 12月到期")
    assert "申请延到：2020年1月31日\n原因和进展：老师没定" in await zhou.says("/extend 43-6 1月底，老师没定")
    assert "申请延期 43-6" in await zhou.says("/tasks 逾期")
    assert "通知\n周五开会\n\n发给 1 人" in await chen.says("/broadcast 公安局 周五开会")
    assert "“设置 9点”没有读懂" in await chen.says("/settings 9点")
