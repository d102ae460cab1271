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


@pytest.mark.parametrize("said", ["1-9不用改", "1-9还是按原来的期限", "1-9恢复原来的期限", "1-9改回去"])
async def test_one_of_several_tasks_is_changed_back_alone(town: Town, chen: Resident, said: str) -> None:
    deadlines = "SELECT code, deadline_text FROM tasks WHERE code IN ('1-8', '1-9') ORDER BY code"
    before = {row["code"]: row["deadline_text"] for row in town.rows(deadlines)}
    await chen.submits("1-8、1-9都改到1月底，因为按上级统一安排")
    assert (await chen.says(said)).startswith("改回原样：1-9 ")
    shown = await chen.presses("更正文字错误")
    assert "2020年1月31日 → 2019年底" in shown and "1-8" not in shown
    await chen.presses("提交")
    now = {row["code"]: row["deadline_text"] for row in town.rows(deadlines)}
    assert now["1-9"] == before["1-9"] and now["1-8"] != before["1-8"]
    assert "1-9" in await chen.says("撤销")
