"""Replaced or returned reports: old buttons lead to the present one, from which a supplement begins."""

from functools import partial

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["撤回", "更正"])
async def test_an_old_button_says_so_and_shows_the_present_report(lin: Resident, wang: Resident, words: str) -> None:
    await lin.reports("1-2", "进行中", "40")
    await wang.submits("1-2 60%，开了协调会")
    shown = await lin.presses(words)
    assert "这份填报之后已有新的，不能再改。" in shown and "王警官：进行中 60%\n60%，开了协调会" in shown
    assert lin.buttons() == ["1-2 报进展"]


async def test_where_the_present_report_is_ones_own_it_can_be_changed(lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    first = lin.last()
    await lin.reports("1-2", "进行中", "60")
    await lin.presses("更正", on=first)
    assert lin.buttons() == ["撤回", "更正"]
    assert "进度：60%" in await lin.presses("更正")


async def returned(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成，走访五家，立案3件")
    await chen.says("/review")
    await chen.decides("退回", "请补充移送情况")
    await town.move_to("2019-11-25 08:32")


async def test_a_line_supplements_what_was_given_back(town: Town, lin: Resident, chen: Resident) -> None:
    await returned(town, lin, chen)
    shown = await lin.says("1-2 已补充：移送公安2件")
    assert "退回原因：请补充移送情况" in shown
    assert "情况：已完成，走访五家，立案3件\n已补充：移送公安2件\n统计数据：立案件数 3 件，移送公安件数 2 件" in shown
    await lin.presses("提交")
    assert [row["status"] for row in town.rows("SELECT status FROM reports")] == ["submitted", "submitted"]


async def test_a_photo_supplements_what_was_given_back(town: Town, lin: Resident, chen: Resident) -> None:
    await returned(town, lin, chen)
    await lin.does(lambda: town.world.send_document(lin.id, "移送函.pdf", b"%PDF", caption="1-2"))
    assert "退回原因：请补充移送情况" in lin.sees() and "情况：已完成，走访五家，立案3件" in lin.sees()
    assert "佐证材料：1-2 移送函.pdf" in lin.sees()


@pytest.mark.parametrize("said", ["移送公安2件，补上了", "已补充移送情况：移送公安2件", "应该是移送2件"])
async def test_the_only_report_given_back_is_supplemented_without_its_code(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await returned(town, lin, chen)
    await town.move_to("2019-11-26 10:00")
    shown = await lin.says(said)
    assert shown.startswith("填报 1-2 ") and "退回原因：请补充移送情况" in shown and "移送公安件数 2 件" in shown
    await lin.presses("提交")
    assert [row["status"] for row in town.rows("SELECT status FROM reports")] == ["submitted", "submitted"]


async def test_a_photo_without_a_word_is_of_the_only_report_given_back(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await returned(town, lin, chen)
    await lin.does(lambda: town.world.send_document(lin.id, "移送函.pdf", b"%PDF"))
    assert "退回原因：请补充移送情况" in lin.sees() and "佐证材料：移送函.pdf" in lin.sees()


async def test_of_several_reports_given_back_it_is_asked_which(town: Town, lin: Resident, chen: Resident) -> None:
    await returned(town, lin, chen)
    await lin.submits("2-3 已完成，抓获8人")
    await chen.says("2-3退回，缺材料", "确认")
    await lin.does(lambda: town.world.send_document(lin.id, "移送函.pdf", b"%PDF"))
    assert lin.sees().startswith("这是哪一项的佐证材料？")


async def test_what_a_colleague_has_redone_is_shown_and_not_what_was_given_back(
    town: Town, lin: Resident, wang: Resident, chen: Resident
) -> None:
    await returned(town, lin, chen)
    await lin.submits("1-2 已补充：移送公安2件")
    shown = await wang.presses("1-2 报进展")
    assert shown.startswith("那份退回的之后已有新的填报") and "移送公安2件" in shown


async def test_files_without_a_task_wait_for_the_next_report(town: Town, lin: Resident) -> None:
    for name in ("现场.jpg", "名单.pdf"):
        asked = await lin.does(partial(town.world.send_document, lin.id, name, b"%PDF" + name.encode()))
    assert asked.startswith("这是哪一项的佐证材料？现场.jpg（1 KB）、名单.pdf（1 KB）先留着")
    preview = await lin.says("1-2 已完成")
    assert "佐证材料：现场.jpg（1 KB）、名单.pdf（1 KB）" in preview
    await lin.presses("提交")
    assert [row["report_id"] for row in town.rows("SELECT report_id FROM attachments")] == [1, 1]


@pytest.mark.parametrize(("moment", "kept"), [("2019-11-28 09:30", True), ("2019-11-29 09:30", False)])
async def test_a_file_waits_for_its_report_for_some_days(town: Town, lin: Resident, moment: str, kept: bool) -> None:
    await lin.does(lambda: town.world.send_document(lin.id, "旧照.jpg", b"%PDF"))
    await town.move_to(moment)
    assert ("佐证材料：旧照.jpg" in await lin.says("1-2 已完成")) is kept


@pytest.mark.parametrize(
    "said", ["补上了，总结昨天已报农业农村部", "总结补好了，昨天报的", "那个退回的我补一下：年度总结已写好"]
)
async def test_what_a_returned_report_lacked_is_its_supplement(nong: Resident, chen: Resident, said: str) -> None:
    await nong.says("1-3 完成了", "提交")
    await chen.says("1-3 退回，没有年度总结", "是")
    shown = await nong.says(said)
    assert "退回原因：没有年度总结" in shown and f"状态：已完成\n情况：{said}" in shown


@pytest.mark.parametrize(
    "said", ["照片没有 有个新闻链接行不行 http://sw.wuhan.gov.cn/n1.html", "http://sw.wuhan.gov.cn/n1.html"]
)
async def test_a_link_supplements_the_only_returned_report(nong: Resident, chen: Resident, said: str) -> None:
    await nong.says("1-3 完成了", "提交")
    await chen.says("1-3 退回，没佐证", "是")
    shown = await nong.says(said)
    assert "退回原因：没佐证" in shown and f"状态：已完成\n情况：{said}" in shown


@pytest.mark.parametrize(("said", "status"), [("总结补了", "已完成"), ("还没写总结，在补", "进行中")])
async def test_work_is_done_again_once_what_it_lacked_is_there(
    lin: Resident, chen: Resident, said: str, status: str
) -> None:
    await lin.says("1-2 完成", "提交")
    await chen.says("1-2 退回，缺总结", "是")
    await lin.says("1-2")
    await lin.presses("报进展")
    await lin.says(said)
    assert any(each.text == f"状态：{status}" for each in lin.messages())


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("1-2补充：总结已写好，活动照片下午传", "状态：已完成\n"),
        ("1-2总结已写好", "状态：已完成\n"),
        ("1-2其实还没办完，完成90%", "状态：进行中\n进度：90%\n"),
    ],
)
async def test_what_was_done_stays_done_unless_its_supplement_says_otherwise(
    town: Town, lin: Resident, chen: Resident, said: str, status: str
) -> None:
    await returned(town, lin, chen)
    shown = await lin.says(said)
    assert f"退回原因：请补充移送情况\n请核对，无误后点“提交”：\n{status}情况：已完成，走访五家，立案3件" in shown
