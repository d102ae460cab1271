import re

import pytest

from data.people.people import Role
from data.times import stored
from handlers.wording.wordings import utf16_length
from tests.journeys.reporting.reports_made import reports_several
from tests.journeys.town import Resident, Town, at

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def asks_for_more_time(town: Town, name: str, **decision: object) -> None:
    """Store a request for more time on 1-2 by the public security bureau."""
    [assignment] = town.rows(
        "SELECT assignments.id FROM assignments JOIN tasks ON tasks.id = task_id WHERE code = '1-2'"
    )
    [person] = town.rows("SELECT id FROM people WHERE name = ?", name)
    town.db.insert(
        "extensions",
        assignment_id=assignment["id"],
        person_id=person["id"],
        due_before="2020-02-29",
        proposed="2020-03-31",
        reason="等检测结果",
        source="update 1",
        asked_at=stored(at("2019-11-25 08:00")),
        **decision,
    )


async def test_a_unit_that_has_reported_nothing_hears_so_and_what_to_do(lin: Resident, chen: Resident) -> None:
    assert await lin.says("/history") == ("共 0 条 · 填报记录 · 市公安局\n\n还没有填报记录。发“报进展”即可填报第一份。")
    assert lin.buttons() == []
    assert await chen.says("/history") == "共 0 条 · 填报记录 · 全部任务\n\n还没有填报记录。发“汇总”看总体情况。"


async def test_a_report_stands_in_the_history_as_it_was_given(lin: Resident) -> None:
    await lin.begins("1-2", "受阻")
    await lin.says("40", "已排查\n<b>两轮</b>", "缺检测设备", "立案12")
    await lin.presses("跳过", "提交")
    assert await lin.says("/history") == (
        "共 1 条 · 填报记录 · 市公安局\n\n"
        "1　11月25日 08:30 林警官\n"
        "1-2 昆仑行动打食药环犯罪\n"
        "受阻 40%\n"
        "已排查 <b>两轮</b>\n"
        "困难和需要的支持：缺检测设备\n"
        "立案件数 12 件"
    )


async def test_the_history_is_turned_page_by_page_in_its_place(lin: Resident) -> None:
    await reports_several(lin, 9)
    first = await lin.says("历史记录")
    assert first.startswith("共 9 条 · 填报记录 · 市公安局 · 第 1/3 页")
    assert "进行中 90%" in first and "进行中 60%" in first and "进行中 50%" not in first
    assert lin.buttons() == ["详情 1", "详情 2", "详情 3", "详情 4", "下一页"]
    shown = lin.last().message_id
    assert "进行中 50%" in await lin.presses("下一页")
    assert lin.buttons() == ["详情 5", "详情 6", "详情 7", "详情 8", "上一页", "下一页"]
    assert "第 3/3 页" in await lin.presses("下一页")
    assert lin.buttons() == ["详情 9", "上一页"]
    assert "第 2/3 页" in await lin.presses("上一页")
    assert lin.last().message_id == shown


async def test_the_pages_go_on_after_a_restart(town: Town, lin: Resident) -> None:
    await reports_several(lin, 5)
    await lin.says("/history 1-2")
    await town.restart()
    assert "共 5 条 · 填报记录 · 1-2 昆仑行动打食药环犯罪 · 第 2/2 页" in await lin.presses("下一页")


async def test_the_history_of_a_task_opens_below_its_card(lin: Resident) -> None:
    await reports_several(lin, 1)
    await lin.says("1-2")
    card = lin.last()
    assert lin.buttons() == ["报进展", "申请延期", "分解", "填报记录"]
    assert (await lin.presses("填报记录")).startswith("共 1 条 · 填报记录 · 1-2 昆仑行动打食药环犯罪")
    assert lin.last().message_id > card.message_id


async def test_what_was_withdrawn_or_corrected_stays_and_is_marked(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "30")
    town.clock.moment = at("2019-11-25 09:00")
    await lin.presses("更正", "修改", "进度")
    await lin.says("50")
    await lin.hands_in()
    page = await lin.says("/history 1-2")
    assert "11月25日 09:00 林警官\n进行中 50% · 更正" in page and "进行中 30% · 已被更正" in page
    await lin.presses("撤回")
    page = await lin.says("/history 1-2")
    assert "进行中 50% · 已撤回（11月25日 09:00）" in page
    assert page.endswith("进行中 30%")


async def test_the_verdict_and_no_change_are_marked(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    await chen.says("/review")
    await chen.decides("退回", "请补充移送情况")
    await lin.submits("1-2 已完成，已补充")
    await chen.reviews("通过")
    page = await lin.says("/history 1-2")
    assert "↩️ 退回（陈主任 11月25日）：请补充移送情况" in page and "✅ 通过（陈主任 11月25日）" in page
    await lin.says("本期无变化")
    await lin.presses("全部本期无变化", "提交")
    assert "进行中 · 本期无变化" in await lin.says("/history")


async def test_a_request_for_more_time_shows_the_old_and_the_new_deadline(town: Town, lin: Resident) -> None:
    asks_for_more_time(town, "林警官")
    assert (await lin.says("/history 1-2")).endswith(
        "1　11月25日 08:00 林警官\n申请延期：2020年2月29日 → 2020年3月31日\n理由：等检测结果\n等待办公室答复"
    )
    assert "1-2 昆仑行动打食药环犯罪（市公安局）" in await lin.presses("详情 1")


@pytest.mark.parametrize(
    ("verdict", "decided", "line"),
    [
        ("accepted", "2020-03-31", "✅ 同意（陈主任 11月25日），期限由 2020年2月29日 改为 2020年3月31日"),
        ("changed", "2020-03-15", "✅ 另定期限（陈主任 11月25日），由 2020年2月29日 改为 2020年3月15日：抓紧"),
        ("refused", None, "未同意（陈主任 11月25日），期限仍为 2020年2月29日：抓紧"),
    ],
)
async def test_the_answer_to_a_request_stands_with_it(
    town: Town, lin: Resident, chen: Resident, verdict: str, decided: str | None, line: str
) -> None:
    [office] = town.rows("SELECT id FROM people WHERE name = '陈主任'")
    answer = {"answer": "抓紧" if verdict != "accepted" else "", "decided_by": office["id"]}
    decided_at = stored(at("2019-11-25 08:20"))
    asks_for_more_time(town, "林警官", verdict=verdict, decided=decided, decided_at=decided_at, **answer)
    assert (await lin.says("/history 1-2")).splitlines()[-1] == line


async def test_an_english_reader_gets_the_history_in_english(grace: Resident, chen: Resident) -> None:
    assert await grace.says("history") == (
        "0 entries · History · 市贸促会\n\nNothing has been reported yet. Send “report” to make the first report."
    )
    for percent in ("10", "20", "30", "40", "50"):
        await grace.says("36-4")
        await grace.presses("Report progress", "In progress")
        await grace.says(percent)
        while "Skip" in grace.buttons():
            await grace.presses("Skip")
        await grace.presses("Submit")
    await grace.presses("Withdraw")
    page = await grace.says("history of 36-4")
    assert page.splitlines()[:4] == [
        "5 entries · History · 36-4 IP cooperation with Belt and … · page 1 of 2",
        "",
        "1  25 Nov 08:30 Grace",
        "In progress 50% · withdrawn (25 Nov 08:30)",
    ]
    assert [words for words in grace.buttons() if CHINESE.search(words)] == []
    assert "In progress 10%" in await grace.presses("Next")
    await grace.presses("Previous", "Open 2")
    assert grace.buttons() == ["Withdraw", "Correct it"]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
async def test_a_page_of_the_longest_entries_fits_one_message(town: Town, language: str) -> None:
    li = town.member(1010, "李" * 60, "江岸区人民政府", Role.LIAISON, language)
    town.db.change("UPDATE tasks SET title = replace(hex(zeroblob(50)), '00', '名称')")
    [joint, *_] = town.rows(
        """SELECT code, count(*) AS units, max(assignments.id) FILTER (WHERE name = '江岸区人民政府') AS own
        FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
        GROUP BY code HAVING own AND units >= 13 ORDER BY units DESC"""
    )
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = ?", li.id)
    long_ago = stored(at("2018-11-25 08:00"))
    for number in range(4):
        report_id = town.db.insert(
            "reports",
            assignment_id=joint["own"],
            person_id=person["id"],
            for_person_id=person["id"],
            status="blocked",
            percent=100,
            note="🔴" * 2000,
            obstacle="&" * 2000,
            unchanged=1,
            source=f"update {number}",
            reported_at=long_ago,
            withdrawn_at=long_ago,
        )
        town.db.change(
            "INSERT INTO report_figures (report_id, indicator, value) SELECT ?, name, 123456789 FROM indicators",
            [report_id],
        )
        town.db.insert(
            "attachments",
            report_id=report_id,
            kind="document",
            file_id="id",
            name="名" * 200,
            mime="",
            size=1,
            message_key=f"message {number}",
        )
        town.db.insert(
            "reviews", report_id=report_id, verdict="returned", reason="补" * 2000, person_id=person["id"], at=long_ago
        )
    page = await li.says(f"/history {joint['code']}")
    assert li.heard() == [page] and 2000 < utf16_length(page) <= 4096
    assert len(li.buttons()) == 4


async def test_a_percent_below_an_empty_history_is_of_its_task(town: Town) -> None:
    nong = town.member(1030, "农科长", "市农业农村局", Role.LIAISON)
    assert "还没有填报记录" in await nong.says("1-3的填报记录")
    assert (await nong.says("75%")).startswith("填报 1-3 ")
