"""Taking back means the office's last act, of whatever kind: a report made for a unit, too."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["撤回", "撤销", "刚才那个代报撤掉", "撤回1-2"])
async def test_a_report_made_for_a_unit_is_what_was_done_last(town: Town, chen: Resident, words: str) -> None:
    await chen.submits("把43-5改到12月10日，因为等文件")
    await town.move_to("2019-11-25 08:40")
    await chen.submits("代市公安局报1-2 85%，正在查")
    shown = await chen.says(words)
    assert shown.startswith("您最近的一份填报：1-2 昆仑行动打食药环犯罪（市公安局）")
    assert chen.buttons() == ["撤回", "更正"]
    await chen.presses("撤回")
    assert town.rows("SELECT id FROM reports WHERE withdrawn_at IS NULL") == []


@pytest.mark.parametrize(
    "words",
    ["撤回", "还是改回去吧", "算了改回来吧", "恢复成原来的", "还是算了，恢复成原来的", "43-5恢复成原来的期限"],
)
async def test_a_change_made_after_the_report_is_what_was_done_last(town: Town, chen: Resident, words: str) -> None:
    await chen.submits("代市公安局报1-2 85%，正在查")
    await town.move_to("2019-11-25 08:40")
    await chen.submits("把43-5改到12月10日，因为等文件")
    assert "2019年11月（2019年11月30日） → 2019年12月10日" in await chen.says(words)
    assert chen.buttons() == ["撤销"]


@pytest.mark.parametrize(
    "words", ["早，今天有啥事", "我回来了 下午有啥事", "有没有人找我", "今天要处理什么", "what needs me today"]
)
async def test_what_there_is_today_is_the_summary_with_what_is_blocked(town: Town, chen: Resident, words: str) -> None:
    await chen.submits("代市公安局报1-2 受阻 等省里批")
    assert "🟡 受阻 1" in await chen.says(words) or "🟡 Blocked 1" in chen.sees()


@pytest.mark.parametrize("words", ["39-1 武昌改名叫武昌区政府", "39-1武昌区更名为武昌新区"])
async def test_a_unit_that_is_renamed_renames_no_task(chen: Resident, words: str) -> None:
    assert "改内容" not in await chen.says(words)
    assert "改任务简称：39-1 各区责任措施制定 → 武昌责任制" in await chen.says("39-1 改名叫武昌责任制")
