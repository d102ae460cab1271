"""The morning after an update: the data of earlier releases keeps its meaning, and everybody continues where they were.
Checked by what people see and what is stored, regardless of how open dialogs are stored."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.notices.planning import upcoming_messages
from tests.fixtures import EARLY
from tests.journeys.old_town import ANSWERS, POSSIBLY_AGAIN, OldTown, finishes
from tests.journeys.paper import question_in
from tests.journeys.town import GROUP, Resident
from tests.thoroughness import some_of

MORNING = date(2019, 12, 24)
MORE_TIME, DOUBTED_FIGURES, BUNDLES, INDICATORS, TAKEN_BACK = "m004", "m005", "m006", "m007", "m008"
"""The first release that had each of these."""
CALLED_OFF = [("before_due", "1-5")]
"""Notices that were waiting and are no longer sent, because the unit has reported within a week."""
REMINDER, NOBODY_HEARS = "请留意", "还没有联络员登记"


@dataclass(frozen=True)
class Open:
    """A report that somebody was filling in: its task, its question, and what it must hold once stored."""

    code: str
    question: str
    status: str = "in_progress"
    holds: dict[str, object] = field(default_factory=dict)


@pytest.fixture(params=some_of(EARLY))
async def old(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[OldTown]:
    """A town on the morning after the update from each release."""
    async with OldTown(tmp_path, request.param) as town:
        await town.settle()
        yield town


def open_reports(release: str) -> dict[str, Open]:
    """Return the reports that were being filled in, by the name of their author."""
    visited = "查了三家企业"
    reports = {
        "韩科长": Open("3-1", "情况", holds={"percent": 60}),
        "乔科长": Open("3-1", "情况", holds={"percent": 35, "note": ANSWERS["情况"]}),
        "欧阳科长": Open("3-1", "困难", "blocked", {"percent": 35, "note": visited, "obstacle": ANSWERS["困难"]}),
        "武科长": Open("3-1", "数据", holds={"percent": 35, "note": visited, "cases": None}),
        "秦科长": Open("3-1", "数据", holds={"percent": 35, "note": visited, "cases": 1300}),
        "洪科长": Open("3-1", "佐证", holds={"percent": 35, "note": visited, "cases": 15, "files": 2}),
        "东方科长": Open("3-1", "核对", holds={"percent": 35, "note": visited, "cases": 3}),
        "南科长": Open("3-1", "情况", holds={"percent": 35, "note": ANSWERS["情况"], "cases": 3}),
        "蔡科长": Open("3-1", "进度", holds={"percent": 45, "cases": 12}),
        "江科长": Open("3-2", "核对", "submitted", {"note": "活动办了三场"}),
        "辛科长": Open("3-1", "情况", holds={"percent": 35, "note": ANSWERS["情况"]}),
        "王警官": Open("1-1", "核对", holds={"percent": 55}),
        "鲁科员": Open("3-2", "进度", holds={"percent": 45}),
        "鲍科员": Open("3-2", "困难", "blocked", {"percent": 30, "note": "已走访", "obstacle": ANSWERS["困难"]}),
    }
    if release < TAKEN_BACK:
        reports["鲁科员"] = Open("3-2", "情况", holds={"percent": 100})
    if release < BUNDLES:
        reports["辛科长"] = Open("3-1", "数据", holds={"percent": 35, "note": "3-2 70% 办了一场"})
    if release < DOUBTED_FIGURES:
        reports["鲁科员"] = Open("3-2", "状态", holds={"percent": 45})
        reports["秦科长"] = Open("3-1", "核对", holds={"percent": 20, "cases": 12})
        reports["洪科长"] = replace(reports["洪科长"], question="情况", holds={"percent": 35, "files": 2})
    return reports


def last_report(town: OldTown, who: Resident) -> dict[str, Any]:
    """Return the last report of a person."""
    [row] = town.rows(
        """SELECT code, status, percent, note, obstacle,
            (SELECT value FROM report_figures WHERE report_id = reports.id AND indicator = '立案件数') AS cases,
            (SELECT count(*) FROM attachments WHERE report_id = reports.id) AS files
        FROM reports JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
        JOIN people ON people.id = person_id WHERE telegram_id = ? ORDER BY reports.id DESC LIMIT 1""",
        who.id,
    )
    return row


async def test_the_file_is_whole(old: OldTown) -> None:
    assert old.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert old.rows("PRAGMA foreign_key_check") == []


async def test_whoever_was_filling_in_a_report_goes_on_with_what_it_holds(old: OldTown) -> None:
    for name, left in open_reports(old.release).items():
        who = old[name]
        assert question_in(await who.says("继续填报")) == left.question, name
        assert f"填报 {left.code}" in who.sees(), name
        assert "已提交" in await finishes(who), name
        row = last_report(old, who)
        assert {key: row[key] for key in ("code", "status", *left.holds)} == {
            "code": left.code,
            "status": left.status,
            **left.holds,
        }, name


async def test_an_answer_is_taken_without_asking_to_go_on(old: OldTown) -> None:
    qiao = old["乔科长"]
    await qiao.says("走访三家企业")
    await finishes(qiao)
    assert last_report(old, qiao)["note"] == "走访三家企业"


async def test_what_waited_beside_the_dialog_is_taken_up_and_submitted(old: OldTown) -> None:
    wu = old["小吴"]
    await wu.says("/update")
    await wu.presses("继续填报 1-2")
    assert "已提交" in await finishes(wu)
    row = last_report(old, wu)
    assert (row["code"], row["percent"], row["note"]) == ("1-2", 20, "巡查一次")


async def test_reports_of_one_message_are_submitted_together_by_the_old_button(old: OldTown) -> None:
    if old.release < BUNDLES:
        assert "过时" in await old["小吴"].presses("全部提交")
        return
    huang = old["黄科长"]
    shown = await huang.presses("全部提交")
    assert "3-1 区级执法检查 · 进行中 50%" in shown and "皇科员：已完成" in shown
    await huang.presses("仍然提交 3-2")
    assert last_report(old, huang)["note"].startswith("办了两场")


async def test_what_the_office_was_asked_is_answered(old: OldTown) -> None:
    chen, sun, he, gao = (old[name] for name in ("陈主任", "孙主任", "何主任", "高主任"))
    await chen.says("请附照片")
    await chen.presses("退回")
    assert [row["verdict"] for row in old.rows("SELECT verdict FROM reviews WHERE reason = '请附照片'")] == ["returned"]
    if old.release >= MORE_TIME:
        await sun.says("2020年11月30日")
        await sun.presses("确认改期")
        await he.says("按原期限办")
        await he.presses("不同意")
        assert old.rows("SELECT verdict, decided, answer FROM extensions WHERE decided_at > '2019-12-24'") == [
            {"verdict": "changed", "decided": "2020-11-30", "answer": ""},
            {"verdict": "refused", "decided": None, "answer": "按原期限办"},
        ]
    if old.release >= INDICATORS:
        assert "已新增：约谈企业" in await gao.says("约谈企业 家 整数 累加")


async def test_what_liaisons_were_asked_is_answered(old: OldTown) -> None:
    zhou, lu, lin, zhao = (old[name] for name in ("周科长", "陆科长", "林警官", "赵警官"))
    if old.release >= MORE_TIME:
        await zhou.submits("2020年2月28日", "场地未定")
        await lu.submits("查验设备未到")
        await lin.presses("提交")
        assert old.rows("SELECT proposed, reason FROM extensions ORDER BY id DESC LIMIT 3") == [
            {"proposed": "2020-04-30", "reason": "平台数据未到"},
            {"proposed": "2020-01-31", "reason": "查验设备未到"},
            {"proposed": "2020-02-28", "reason": "场地未定"},
        ]
        assert "代到2020年1月31日" in await zhao.says("2020年1月31日")
    if old.release >= BUNDLES:
        assert "进度：50%" in await old["安副科长"].says("3-2")


async def test_an_update_that_was_left_undone_has_its_effect_once(old: OldTown) -> None:
    assert question_in(await old["安科长"].says("继续填报")) == "进度"
    assert question_in(await old["韩科长"].says("继续填报")) == "情况"
    await old.restart()
    for name, code, note in (("唐科长", "1-4", "已检查网点"), ("申科员", "2-1", "会商一次")):
        assert last_report(old, old[name])["code"] == code
        assert old.rows("SELECT count(*) AS n FROM reports WHERE note = ?", note) == [{"n": 1}]


async def test_what_waited_goes_out_once_and_what_was_sent_never_again(old: OldTown) -> None:
    for moment in ("09:01", "09:07", "09:13", "15:00"):
        await old.move_to(f"2019-12-24 {moment}")
    for each in old.left.morning:
        if each.letter is None:
            heard = [text for text in old.heard_since(each.to) if REMINDER in text or NOBODY_HEARS in text]
            called_off = each.says == CALLED_OFF
            assert len(heard) == (0 if each.state == "sent" or called_off else 1), each
            assert all((POSSIBLY_AGAIN in text) == (each.state != "pending") for text in heard), each
    letters = {each.to: each.state for each in old.left.morning if each.letter and each.state != "sent"}
    for to, state in letters.items():
        heard = [text for text in old.heard_since(to) if "柴科员" in text]
        assert len(heard) == 1 and (POSSIBLY_AGAIN in heard[0]) == (state != "pending"), (to, state)


async def test_what_was_said_on_a_day_is_not_planned_again(old: OldTown) -> None:
    said = {(each.to, rule, code) for each in old.left.morning for rule, code in each.says}
    again = {
        (message.to.chat_id, str(entry.rule), entry.assignment.code)
        for message in upcoming_messages(old.db, MORNING, MORNING)
        for entry in message.entries
    }
    assert said and again & said == set()


async def test_what_was_reported_reads_as_it_did(old: OldTown) -> None:
    told = {
        ("林警官", "1-1"): ["进行中 48%", "又核查一批", "进行中 45% · 更正", "进行中 40% · 已被更正", "线索核查表.pdf"],
        ("林警官", "1-2"): ["王警官\n进行中 50%", "已约谈平台企业", "进行中 30% · 已撤回"],
        ("周科长", "1-3"): ["周科长\n已完成\n宣传周已办", "活动简报.pdf", "退回（陈主任 12月23日）：请补充现场照片"],
        ("江科长", "3-2"): ["江科长\n已完成\n活动办了三场", "退回（陈主任 12月23日）：请附活动照片"],
        ("欧阳科长", "3-1"): ["受阻 20%", "缺检测设备"],
        ("秦科长", "3-1"): ["进行中 20%", "已部署", "立案件数 12 件"],
    }
    for (name, code), words in told.items():
        shown = await old[name].says(f"/history {code}")
        assert [each for each in words if each not in shown] == [], shown


async def test_requests_for_more_time_stand_as_they_stood(old: OldTown) -> None:
    if old.release < MORE_TIME:
        assert "98天" in await old["林警官"].says("1-1")
        return
    assert "延到2020年4月30日 · 还有128天" in await old["林警官"].says("1-1")
    assert "延到2020年4月15日 · 还有113天" in await old["周科长"].says("1-2")
    assert "期限仍为 2019年12月31日：年底要向省里汇总" in await old["陆科长"].says("/history 1-5")
    waiting = "已申请延到2020年10月31日，等待答复"
    assert (waiting in await old["武科长"].says("3-2")) == (old.release < TAKEN_BACK)
    assert waiting in await old["柴科员"].says("3-2")


async def test_the_state_of_the_plan_is_the_same(old: OldTown) -> None:
    chen = old["陈主任"]
    shown = await chen.says("/summary")
    assert "共 40 项" in shown and "已办结 1（" in shown and "待审核 3（" in shown and "受阻 1（" in shown
    assert "逾期 2" in shown and "没送达的消息：1 条" in shown
    await chen.presses("未送达")
    assert any("石科长" in each for each in chen.heard())
    await chen.presses("返回汇总", "统计数据")
    assert any("立案件数 60 件" in each for each in chen.heard())
    assert "待审核的填报 3 份" in await chen.says("/review")
    assert "1-7" in await old["Grace"].says("/tasks") and "Closed" in old["Grace"].sees()


async def test_evidence_can_still_be_opened(old: OldTown) -> None:
    zhou = old["周科长"]
    await zhou.says("/history 1-3")
    listed = next(each for each in reversed(zhou.messages()) if "填报记录" in each.text)
    await zhou.presses(listed.buttons[-1].text, on=listed)
    assert [each.media.name for each in zhou.messages() if each.media] == ["活动简报.pdf"]


async def test_deputies_groups_and_open_invitations_are_still_good(old: OldTown) -> None:
    assert (await old["小吴"].says("我的任务")).startswith("共 3 项")
    assert "责任单位：市公安局" in await old["林警官"].says("@liaison_test_bot 1-1", chat=GROUP)
    stranger = old["路人"]
    if old.release >= MORE_TIME:
        assert "武汉海关B角" in await stranger.says(f"/start {old.left.links['deputy']}")
    if not MORE_TIME <= old.release < TAKEN_BACK:  # in those releases, opening it admitted the coordinator
        assert "市司法局联络员" in await stranger.says(f"/start {old.left.links['invite']}")
