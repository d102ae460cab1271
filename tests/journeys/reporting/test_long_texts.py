"""However long its texts are, a report is shown in one message and stored in full."""

from datetime import timedelta

import pytest

from data.understanding import Aim, Understanding
from handlers.telegram import Context, understanding
from handlers.wording.wordings import utf16_length
from tests.journeys.town import Resident, Town

NOTE, OBSTACLE, HINT = "📄<" * 1000, "长" * 2000, "（太长的只显示开头，全文照存。）"


async def is_blocked(lin: Resident) -> str:
    await lin.begins("1-2", "受阻", "25%")
    await lin.says(NOTE, OBSTACLE)
    return await lin.skips_to_the_preview()


async def test_the_preview_is_one_message_that_gives_way_to_the_answer(town: Town, lin: Resident) -> None:
    preview = await is_blocked(lin)
    assert utf16_length(preview) <= 4096 and "…" in preview and preview.endswith(HINT)
    assert [each for each in lin.messages() if "提交" in [button.text for button in each.buttons]] == [lin.last()]
    assert "已提交" in await lin.presses("提交")
    assert town.rows("SELECT note, obstacle FROM reports") == [{"note": NOTE, "obstacle": OBSTACLE}]


@pytest.mark.parametrize("line", ["甲乙", "14-2 50%", "18-1"])
async def test_of_very_many_lines_the_first_are_heard_and_the_others_are_told_as_unread(
    lin: Resident, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    heard = list[str]()

    def understood(context: Context, text: str, aim: Aim | None = None) -> Understanding:
        heard.append(text)
        return understands(context, text, aim)

    understands = understanding._understood
    monkeypatch.setattr(understanding, "_understood", understood)
    lines = [f"{line}{number}" for number in range(330)]
    await lin.says("\n".join(["14-2 完成80%", "18-1 完成70%", *lines]))
    assert len(heard) < 380


async def test_as_many_files_as_a_report_may_have_are_named_in_one_message(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    for number in range(12):
        town.clock.moment += timedelta(seconds=10)
        town.world.send_document(lin.id, f"{number:02}{'附件' * 20}.pdf", b"%PDF")
    await town.settle()
    await lin.skips_to_the_preview()
    await lin.presses("下一步")
    assert "、09附件" in lin.sees() and "10附件" not in lin.sees()
    assert sum("请核对" in each for each in lin.heard()) == 1


async def test_what_is_written_is_cut_where_it_is_asked_again(lin: Resident) -> None:
    await is_blocked(lin)
    asked = await lin.presses("修改", "情况")
    assert "现在写的是：📄<" in asked and HINT in asked
    assert await lin.presses("不改") == lin.sees() and HINT in lin.sees()


async def test_several_long_reports_are_one_message(lin: Resident) -> None:
    await lin.says("1-2 进行中 50% " + "长" * 1900 + "\n2-3 进行中 60% " + "短" * 1900)
    await lin.says("6-7 进行中 70% " + "又" * 1900 + "\n1-2 进行中 55%")
    shown = [each for each in lin.messages() if "全部提交" in [button.text for button in each.buttons]]
    assert all(utf16_length(each.text) <= 4096 for each in shown) and "已提交" in await lin.presses(
        "全部提交", on=shown[-1]
    )


async def test_an_unfinished_report_is_offered_again_in_one_message(lin: Resident) -> None:
    await is_blocked(lin)
    offered = await lin.says("/update")
    assert "继续填，还是重新填" in offered and utf16_length(offered) <= 4096 and offered.count("没填完") == 1


async def test_a_line_break_in_the_name_of_a_file_is_none_in_the_answer(town: Town, lin: Resident) -> None:
    await lin.says("1-2 80%")
    answer = await lin.does(lambda: town.world.send_document(lin.id, "名单\n已提交.pdf", b"%PDF"))
    assert "名单 已提交.pdf" in answer


async def test_what_is_added_counts_with_what_is_there(town: Town, lin: Resident) -> None:
    await lin.says(f"2-3 60%，开了会，{'甲' * 1500}")
    await lin.presses("修改", "情况", "补充")
    assert "文字请控制在 2000 字以内（现在 3009 字）" in await lin.says("乙" * 1500)
    await lin.submits("会后抽检了三批")
    assert town.rows("SELECT note FROM reports") == [{"note": f"60%，开了会，{'甲' * 1500}\n会后抽检了三批"}]


@pytest.mark.parametrize("way", ["补充", ""])
async def test_the_same_of_a_reason(lin: Resident, chen: Resident, way: str) -> None:
    await lin.submits("1-2 已完成，总结已交")
    await chen.says(f"1-2退回，缺{'甲' * 1500}")
    if way:
        await chen.presses("修改", way)
    assert "（现在 3002 字）" in await chen.says("原因再加一句：" + "乙" * 1500)
