import re

import pytest

from bot.emulator.files import Upload
from bot.emulator.records import Message
from data.people.people import Role, add_membership
from data.store import change, insert
from data.times import stored
from handlers.telegram.wording import units
from tests.journeys.test_bad_input import PIXEL
from tests.journeys.town import Resident, Town, at

CHINESE = re.compile(r"[\u4e00-\u9fff]")


async def _reports_several(lin: Resident, count: int) -> None:
    for number in range(1, count + 1):
        await lin.submits(f"1-2 完成{number * 10}%，第{number}次排查")


async def _reports_with_evidence(town: Town, lin: Resident) -> None:
    """A report on 1-2 with two photos and a document."""
    await lin.begins("1-2", "已完成", "跳过", "跳过")
    photos = [Upload("现场1.png", PIXEL), Upload("现场2.png", PIXEL)]
    await lin.does(lambda: town.world.send_album(lin.id, photos, as_photos=True))
    await lin.does(lambda: town.world.send_document(lin.id, "名单.pdf", b"%PDF-1.4"))
    assert "已提交" in await lin.presses("下一步", "提交")


def _files(town: Town, person: Resident) -> list[Message]:
    """The files that the bot has sent to somebody."""
    messages = town.world.chat(person.id).messages
    return [each for each in messages if each.media is not None and each.sender is not None and each.sender.is_bot]


def _asks_for_more_time(town: Town, name: str, **decision: object) -> None:
    """A request for more time on 1-2 by the public security bureau."""
    [assignment] = town.rows(
        "SELECT assignments.id FROM assignments JOIN tasks ON tasks.id = task_id WHERE code = '1-2'"
    )
    [person] = town.rows("SELECT id FROM people WHERE name = ?", name)
    insert(
        town.db,
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
    await _reports_several(lin, 9)
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
    await _reports_several(lin, 5)
    await lin.says("/history 1-2")
    await town.restart()
    assert "共 5 条 · 填报记录 · 1-2 昆仑行动打食药环犯罪 · 第 2/2 页" in await lin.presses("下一页")


async def test_the_history_of_a_task_opens_below_its_card(lin: Resident) -> None:
    await _reports_several(lin, 1)
    await lin.says("1-2")
    card = lin.last()
    assert lin.buttons() == ["报进展", "申请延期", "分解", "填报记录"]
    assert (await lin.presses("填报记录")).startswith("共 1 条 · 填报记录 · 1-2 昆仑行动打食药环犯罪")
    assert lin.last().message_id > card.message_id


@pytest.mark.parametrize("words", ["/history 1-2", "/history １-２", "1-2 的填报记录", "/history 昆仑行动"])
async def test_the_history_of_a_task_can_be_asked_for_in_words(lin: Resident, words: str) -> None:
    await _reports_several(lin, 1)
    assert (await lin.says(words)).startswith("共 1 条 · 填报记录 · 1-2")


@pytest.mark.parametrize("words", ["/history 市公安局", "/history 公安局", "市公安局的填报记录", "市公安局报过什么"])
async def test_a_coordinator_asks_for_the_history_of_a_unit(
    lin: Resident, zhou: Resident, chen: Resident, words: str
) -> None:
    await _reports_several(lin, 1)
    await zhou.reports("1-8", "进行中", "50")
    answer = await chen.says(words)
    assert answer.startswith("共 1 条 · 填报记录 · 市公安局") and "1-2 昆仑行动" in answer


async def test_a_coordinator_and_an_observer_see_the_whole_plan(
    lin: Resident, zhou: Resident, chen: Resident, gu: Resident
) -> None:
    await _reports_several(lin, 1)
    await zhou.reports("1-8", "进行中", "50")
    for person in (chen, gu):
        answer = await person.says("/history")
        assert answer.startswith("共 2 条 · 填报记录 · 全部任务")
        assert answer.index("1-8 铁拳方案严查商标专利（市市场监管局）") < answer.index(
            "1-2 昆仑行动打食药环犯罪（市公安局）"
        )


async def test_a_sentence_that_may_mean_two_units_asks_which(lin: Resident, chen: Resident) -> None:
    await _reports_several(lin, 1)
    assert await chen.says("税务局和公安局的填报记录") == "要看谁的填报记录？"
    assert sorted(chen.buttons()) == ["市公安局", "市税务局"]
    assert "共 1 条 · 填报记录 · 市公安局" in await chen.presses("市公安局")


async def test_a_sentence_that_may_mean_two_tasks_asks_which(chen: Resident) -> None:
    await chen.says("涉外执法分工的填报记录")
    assert [words.partition(" ")[0] for words in chen.buttons()] == ["37-2", "37-3"]
    assert "共 0 条 · 填报记录 · 37-3" in await chen.presses("37-3")


async def test_a_group_of_units_asks_which_of_them(town: Town, chen: Resident) -> None:
    li = town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)
    assert await chen.says("各区的填报记录") == "要看谁的填报记录？"
    assert len(chen.buttons()) > 10
    assert "填报记录 · 江岸区人民政府" in await chen.presses("江岸区人民政府")
    await li.says("/history 各区")
    assert li.buttons() == ["江岸区人民政府"]


async def test_the_days_that_are_asked_about_are_kept_to(lin: Resident) -> None:
    await _reports_several(lin, 5)
    assert (await lin.says("上周的填报记录")).splitlines() == [
        "共 0 条 · 填报记录 · 市公安局 · 2019年11月18日至2019年11月24日",
        "",
        "这段时间没有填报记录。发“历史记录”看全部。",
    ]
    assert (await lin.says("今天的填报记录")).startswith("共 5 条 · 填报记录 · 市公安局 · 2019年11月25日")
    assert "2019年11月25日 · 第 2/2 页" in await lin.presses("下一页")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/history 9-99", "没有找到您可以查看的任务 9-99"),
        ("/history 2-7", "没有找到您可以查看的任务 2-7"),
        ("/history 没有的单位", "没有“没有的单位”这个单位"),
        ("/history 市税务局", "市税务局的填报记录由该单位和办公室查看。"),
        ("税务局和市教育局的填报记录", "的填报记录由该单位和办公室查看。"),
    ],
)
async def test_what_is_not_there_or_not_to_be_seen_is_refused(lin: Resident, words: str, answer: str) -> None:
    assert answer in await lin.says(words)


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


async def test_a_deputy_and_the_liaison_are_both_named(town: Town, lin: Resident) -> None:
    wu = town.newcomer(1030, "小吴")
    [unit] = town.rows("SELECT id FROM units WHERE name = '市公安局'")
    [liaison] = town.rows("SELECT id FROM people WHERE name = '林警官'")
    person_id = insert(town.db, "people", name="小吴", telegram_id=wu.id, created_at=stored(town.clock.now()))
    add_membership(town.db, person_id, Role.DEPUTY, unit["id"], liaison["id"])
    await wu.reports("1-2", "进行中", "30")
    for person in (wu, lin):
        assert "11月25日 08:30 小吴（代林警官）" in await person.says("/history")


async def test_a_request_for_more_time_shows_the_old_and_the_new_deadline(town: Town, lin: Resident) -> None:
    _asks_for_more_time(town, "林警官")
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
    _asks_for_more_time(town, "林警官", verdict=verdict, decided=decided, decided_at=decided_at, **answer)
    assert (await lin.says("/history 1-2")).splitlines()[-1] == line


async def test_an_entry_opens_in_full_with_its_files(town: Town, lin: Resident) -> None:
    await _reports_with_evidence(town, lin)
    await lin.says("/history")
    assert "佐证材料（3）：" in lin.sees() and "名单.pdf" in lin.sees()
    await lin.presses("详情 1")
    first, second, document = _files(town, lin)
    assert [each.media.kind for each in (first, second, document) if each.media] == ["photo", "photo", "document"]
    assert first.text == "1-2 市公安局 佐证材料（3）"
    assert first.media_group_id == second.media_group_id is not None
    assert document.media is not None and document.media.name == "名单.pdf"


async def test_a_long_note_is_cut_in_the_page_and_whole_in_the_entry(lin: Resident) -> None:
    note = "认真部署" * 100
    await lin.reports("1-2", "进行中", "30", note)
    page = await lin.says("/history")
    assert "认真部署" * 24 in page and note not in page
    assert f"情况：{note}" in await lin.presses("详情 1")


async def test_ones_own_last_report_can_still_be_withdrawn_from_the_history(lin: Resident, chen: Resident) -> None:
    await _reports_several(lin, 2)
    await lin.says("/history")
    await lin.presses("详情 2")
    assert lin.buttons() == []
    await lin.presses("详情 1")
    assert lin.buttons() == ["撤回", "更正"]
    assert "已撤回，1-2 恢复到之前的状态" in await lin.presses("撤回")
    await chen.says("/history")
    await chen.presses("详情 1")
    assert chen.buttons() == []


async def test_the_reviewer_opens_the_evidence_before_the_verdict(town: Town, lin: Resident, chen: Resident) -> None:
    await _reports_with_evidence(town, lin)
    await town.move_to("2019-11-25 08:31")
    assert chen.buttons() == ["通过", "退回", "通过并留言", "佐证材料（3）"]
    await chen.presses("佐证材料")
    assert [each.media.name for each in _files(town, chen) if each.media][-1] == "名单.pdf"
    await chen.says("/review")
    assert chen.buttons() == ["通过", "退回", "通过并留言", "佐证材料（3）"]


async def test_the_evidence_is_offered_in_the_reviewers_language(town: Town, lin: Resident) -> None:
    ann = town.member(1031, "Ann", None, Role.COORDINATOR, "en")
    await _reports_with_evidence(town, lin)
    await ann.says("/review")
    assert ann.buttons() == ["Accept", "Return", "Accept with a word", "Evidence (3)"]
    await ann.presses("Evidence (3)")
    assert _files(town, ann)[0].text == "1-2 市公安局: evidence (3)"


async def test_a_file_whose_id_has_gone_is_sent_from_its_bytes(town: Town, lin: Resident, chen: Resident) -> None:
    await _reports_with_evidence(town, lin)
    change(town.db, "UPDATE attachments SET file_id = 'gone-' || id WHERE kind = 'document' OR id = 1")
    await chen.reviews("佐证材料")
    sent = [each.media for each in _files(town, chen) if each.media]
    assert [each.kind for each in sent] == ["photo", "photo", "document"]
    assert [town.world.files.get(each.file_id).content for each in sent] == [PIXEL, PIXEL, b"%PDF-1.4"]


async def test_a_file_that_cannot_be_had_is_named(town: Town, lin: Resident, chen: Resident) -> None:
    await _reports_with_evidence(town, lin)
    change(town.db, "UPDATE attachments SET file_id = 'gone', digest = NULL WHERE kind = 'document'")
    assert "这些文件现在取不到：名单.pdf" in await chen.reviews("佐证材料")
    assert len(_files(town, chen)) == 2


async def test_where_a_file_lies_that_was_moved_out_is_said_when_telegram_does_not_have_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _reports_with_evidence(town, lin)
    change(town.db, "UPDATE attachments SET file_id = 'gone' WHERE kind = 'document'")
    change(
        town.db,
        """UPDATE evidence SET content = x'', moved_to = '/archive/2019/名单.pdf'
        WHERE digest IN (SELECT digest FROM attachments WHERE kind = 'document')""",
    )
    await chen.reviews("佐证材料")
    assert chen.sees() == "“名单.pdf”已移出保存，需要时请向办公室要：/archive/2019/名单.pdf"


async def test_a_report_with_twelve_photos_comes_in_two_albums(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    await _reports_with_evidence(town, lin)
    change(
        town.db,
        """INSERT INTO attachments (report_id, kind, file_id, name, mime, size, message_key)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
        SELECT report_id, kind, file_id, name, mime, size, 'copy ' || i FROM attachments, n WHERE attachments.id = 1""",
    )
    await chen.reviews("佐证材料（13）")
    albums = [each.media_group_id for each in _files(town, chen)]
    assert [albums.count(each) for each in dict.fromkeys(albums)] == [10, 2, 1]


async def test_of_a_joint_task_the_other_units_show_their_status_alone(town: Town, chen: Resident) -> None:
    first = town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)
    second = town.member(1011, "江汉小王", "江汉区人民政府", Role.LIAISON)
    [joint, *_] = town.rows(
        """SELECT code, tasks.id, count(*) AS units FROM tasks JOIN assignments ON task_id = tasks.id
        GROUP BY code HAVING units = 13 ORDER BY position"""
    )
    await first.reports(joint["code"], "进行中", "50", "江岸的内部情况")
    page = await second.says(f"/history {joint['code']}")
    assert page.startswith("共 0 条") and "江岸区人民政府：进行中 50%" in page
    assert "内部情况" not in page and "江汉区人民政府" not in page
    page = await chen.says(f"/history {joint['code']}")
    assert "江岸区人民政府" in page and "江岸的内部情况" in page and "其他单位" not in page


async def test_what_a_button_shows_is_decided_when_it_is_pressed(town: Town, lin: Resident, zhou: Resident) -> None:
    await _reports_with_evidence(town, lin)
    [report] = town.rows(
        "SELECT reports.id, unit_id, task_id FROM reports JOIN assignments ON assignments.id = assignment_id"
    )
    await zhou.says("/help")
    for data in (f"entry:report:{report['id']}", f"evidence:{report['id']}", "entry:extension:1"):
        assert await zhou.forges(data) == "这项任务现在不由您的单位负责，请发“我的任务”查看。"
    assert "由该单位和办公室查看" in await zhou.forges(f"history:0:u{report['unit_id']}")
    for data in (f"past:{report['task_id']}", f"history:0:t{report['task_id']}"):
        assert await zhou.forges(data) == "没有找到您可以查看的任务 1-2，请发“我的任务”查看。"
    for data in ("past:999999", "history:0:t999999", "history:0:20191399:20191301"):
        assert await zhou.forges(data) == "这个按钮已经过时了，请用最新的消息。"
    assert _files(town, zhou) == []


async def test_whoever_has_left_the_unit_opens_nothing_any_more(town: Town, lin: Resident) -> None:
    await _reports_several(lin, 5)
    await lin.says("/history")
    change(town.db, "UPDATE memberships SET unit_id = (SELECT id FROM units WHERE name = '市税务局')")
    assert "这项任务现在不由您的单位负责" in await lin.presses("详情 1")
    await lin.forges("history:1")
    assert lin.sees().startswith("共 0 条 · 填报记录 · 市税务局")


async def test_a_stranger_learns_nothing(lin: Resident, stranger: Resident) -> None:
    await _reports_several(lin, 1)
    assert "只对已登记的人员开放" in await stranger.says("/history 1-2")
    for data in ("history:0", "entry:report:1", "evidence:1"):
        assert "排查" not in await stranger.forges(data)


async def test_an_english_reader_gets_the_history_in_english(grace: Resident, chen: Resident) -> None:
    assert await grace.says("history") == (
        "0 entries · History · 市贸促会\n\nNothing has been reported yet. Send “report” to give the first one."
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
    change(town.db, "UPDATE tasks SET title = replace(hex(zeroblob(50)), '00', '名称')")
    [joint, *_] = town.rows(
        """SELECT code, count(*) AS units, max(assignments.id) FILTER (WHERE name = '江岸区人民政府') AS own
        FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
        GROUP BY code HAVING own AND units >= 13 ORDER BY units DESC"""
    )
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = ?", li.id)
    long_ago = stored(at("2018-11-25 08:00"))
    for number in range(4):
        report_id = insert(
            town.db,
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
        change(
            town.db,
            "INSERT INTO report_figures (report_id, indicator, value) SELECT ?, name, 123456789 FROM indicators",
            [report_id],
        )
        insert(
            town.db,
            "attachments",
            report_id=report_id,
            kind="document",
            file_id="id",
            name="名" * 200,
            mime="",
            size=1,
            message_key=f"message {number}",
        )
        insert(
            town.db,
            "reviews",
            report_id=report_id,
            verdict="returned",
            reason="补" * 2000,
            person_id=person["id"],
            at=long_ago,
        )
    page = await li.says(f"/history {joint['code']}")
    assert li.heard() == [page] and 2000 < units(page) <= 4096
    assert len(li.buttons()) == 4
