"""Wherever the bot is killed while it handles something, the next process brings it to the same end."""

from collections.abc import Awaitable, Callable

import pytest

from tests.journeys.files_sent import sends_pdf, sends_photo
from tests.journeys.killing import differences_by_kills
from tests.journeys.returning import asks_for_returns
from tests.journeys.town import Resident, Town

Deed = tuple[str, str]
"""Who does something, and what: text to write, or the label of a button in brackets."""
SCRIPTS: dict[str, tuple[Deed, ...]] = {
    "a report in the dialog": (
        *(("L", "1-2"), ("L", "[报进展]"), ("L", "[受阻]"), ("L", "30"), ("L", "查了两次"), ("L", "等鉴定")),
        *(("L", "立案12"), ("L", "[跳过]"), ("L", "[提交]"), ("L", "[撤回]")),
    ),
    "reports in lines": (("L", "6-7 20%\n7-1 20%"), ("L", "[全部提交]"), ("L", "2-3和8-2 完成60%，共立案12件")),
    "more time": (
        ("L", "1-2 延期到4月底 因为疫情"),
        ("L", "[提交]"),
        ("C", "/review"),
        ("C", "[改日期]"),
        ("C", "3月15日"),
    ),
    "a return": (("L", "填报表"), ("L", "立案12 案值35.5"), ("L", "移送2"), ("L", "[提交]")),
    "a nil return, given back and frozen": (
        *(("L", "填报表"), ("L", "[零报]"), ("C", "退回市公安局的月报，案值单位不对"), ("C", "[退回]")),
        *(("C", "/returns"), ("C", "[固定]"), ("C", "[确认固定]")),
    ),
    "a return set up and undone": (
        *(("C", "/returns"), ("C", "[报表设置]"), ("C", "[改]"), ("C", "第8个工作日截止"), ("C", "[确认修改]")),
        ("C", "[撤销"),
    ),
    "work information": (
        *(
            ("L", "报工作信息：查处一处窝点\n已经查实。"),
            ("L", "photo"),
            ("L", "[下一步]"),
            ("L", "[1-2]"),
            ("L", "[选好了]"),
        ),
        *(("L", "[提交]"), ("C", "/info"), ("C", "[1 "), ("C", "[采用]"), ("C", "12月10日"), ("C", "/info")),
    ),
    "work information with a file, declined": (
        *(("L", "pdf:报工作信息：查处一处窝点"), ("L", "[下一步]"), ("L", "[跳过]"), ("L", "[提交]")),
        *(("C", "不采用公安局那条，太简单了"), ("C", "[发给对方]")),
    ),
    "steps": (
        *(("L", "分解 6-7"), ("L", "12月5日 开会\n12月9日 抽检"), ("L", "[提交]"), ("L", "[1"), ("L", "[修改]")),
        *(("L", "12月6日"), ("L", "第2步不要了"), ("L", "第1步做完了")),
    ),
    "a broadcast": (
        *(
            ("C", "通知市公安局：请报一个人"),
            ("C", "[修改]"),
            ("C", "[是否要回复]"),
            ("C", "[需要回复]"),
            ("C", "报了吗"),
        ),
        *(("C", "有、没有"), ("C", "[跳过]"), ("C", "[确认发送]"), ("C", "停止发送")),
    ),
    "changes of tasks": (
        *(("C", "把43-5的期限改到12月10日，因为等省里文件"), ("C", "[提交]"), ("C", "[撤销")),
        *(("C", "关闭43-5"), ("C", "不做了"), ("C", "[提交]")),
    ),
    "people": (
        *(
            ("C", "移除林警官"),
            ("C", "[移除]"),
            ("C", "[撤销]"),
            ("C", "林警官下周请假"),
            ("C", "[不用]"),
            ("C", "[提交]"),
        ),
    ),
    "a note about a task": (
        *(("L", "1-2不是我们牵头的"), ("L", "[告诉办公室]"), ("C", "单位反映"), ("C", "[1. 1-2]"), ("C", "[回复]")),
        *(("C", "已核对"), ("C", "[发给对方]")),
    ),
    "giving up": (
        ("L", "报一条工作信息"),
        ("L", "查处一处窝点"),
        ("L", "撤回"),
        ("L", "[继续"),
        ("L", "取消"),
        ("L", "取消"),
    ),
    "a nudge": (("C", "催一下市场监管局43-4"), ("C", "[确认发送]")),
}


def _deed(town: Town, who: Resident, words: str) -> Callable[[], Awaitable[str]]:
    """Return a function that says or presses something, or sends a photo or a file with a caption."""
    kind, _, caption = words.partition(":")
    if kind == "photo":
        return lambda: sends_photo(who)
    if kind == "pdf":
        return lambda: sends_pdf(who, "材料.pdf", caption)
    return lambda: who.presses(words[1:].rstrip("]")) if words.startswith("[") else who.says(words)


@pytest.mark.parametrize("script", SCRIPTS)
async def test_a_kill_between_any_two_changes_changes_nothing(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, script: str
) -> None:
    if "return" in script:
        asks_for_returns(town, chen)
    for who, words in SCRIPTS[script]:
        deed = _deed(town, {"L": lin, "C": chen}[who], words)
        assert await differences_by_kills(town, deed) == [], (who, words)


@pytest.mark.parametrize("then", ["[接着填", "[是别的事]"])
async def test_a_kill_changes_nothing_where_an_answer_comes_a_day_late(town: Town, lin: Resident, then: str) -> None:
    await lin.says("报一条工作信息")
    await town.move_to("2019-11-26 09:30")
    for words in ("查处一处窝点\n已经查实。", then):
        assert await differences_by_kills(town, _deed(town, lin, words)) == [], words
