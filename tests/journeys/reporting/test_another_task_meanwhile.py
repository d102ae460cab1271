"""A report on another task, dictated while one is being filled in, is kept separate and takes only its own words."""

from collections import Counter
from typing import Any

import pytest

from data.people.people import Role
from data.understanding import Understanding, understand
from tests.journeys.files_sent import PIXEL
from tests.journeys.town import Resident, Town

OF_TASKS = "JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id"
DRAFTS = f"SELECT code, figures FROM drafts {OF_TASKS}"
STORED = f"SELECT code, percent FROM reports {OF_TASKS}"


async def test_words_before_its_code_do_not_make_it_one_of_the_open_task(town: Town, kuang: Resident) -> None:
    asked = await kuang.says("6-13 移送1件", "再报一遍 1-9 看了210家网店下架71个 35%")
    assert asked.startswith("填报 1-9 网络市场监管专项\n请核对") and "6-13 的进展还没填完" in asked
    assert "情况：看了210家网店下架71个 35%\n" in asked
    await kuang.says("交")
    (stored,) = town.rows(STORED)
    assert dict(stored) == {"code": "1-9", "percent": 35}


async def test_a_report_on_another_task_is_not_taken_as_the_note(kuang: Resident) -> None:
    await kuang.begins("1-9", "进行中")
    asked = await kuang.says("30", "等下 1-12也要报 虚假广告立案4件罚没6万")
    assert "填报 1-12 互联网虚假广告整治\n完成了百分之几" in asked and "1-9 的进展还没填完" in asked
    await kuang.presses("继续")
    assert "立案" not in await kuang.skips_to_the_preview()


async def test_a_note_may_name_another_task(kuang: Resident) -> None:
    await kuang.begins("1-9", "进行中")
    await kuang.says("30", "与1-12合并检查，约谈了平台")
    assert "情况：与1-12合并检查，约谈了平台" in await kuang.skips_to_the_preview()


async def test_a_code_inside_what_is_said_at_the_question_for_the_percent(kuang: Resident) -> None:
    await kuang.says("6-13 移送1件")
    asked = await kuang.says("昨天1-9下架71个 35%")
    assert asked.startswith("填报 1-9 网络市场监管专项\n请核对") and "6-13 的进展还没填完" in asked


async def test_what_is_said_of_a_task_that_is_pointed_at_stays_out_of_the_preview(town: Town, kuang: Resident) -> None:
    asked = await kuang.says("29-11发了三千多份单子 八成", "铁拳那个罚了11万移送公安2件")
    assert "您指的是哪一项？" in asked and "1-8 铁拳" in asked and "3-19 铁拳" in asked
    await kuang.presses("1-8")
    drafts = {row["code"]: row["figures"] for row in town.rows(DRAFTS)}
    assert drafts == {"1-8": '{"罚没金额": 11, "移送公安件数": 2}', "29-11": "{}"}


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("重新填报1-9：下架71个，约谈平台。进度35%。", "下架71个，约谈平台。进度35%。"),
        ("哎1-9是75", "（无）"),
        ("重新报 1-9 65%", "（无）"),
    ],
)
async def test_words_that_announce_a_report_are_no_part_of_its_note(kuang: Resident, said: str, note: str) -> None:
    assert f"情况：{note}\n" in await kuang.says(said) + "\n"


@pytest.mark.parametrize("more", ["还有一个", "再报一个", "再报一条：", "下一项", "还有一项是", "再来一条，"])
async def test_one_more_report_is_of_the_task_that_is_named(town: Town, lin: Resident, more: str) -> None:
    asked = await lin.says("1-2 进行中 60% 开会部署", f"{more} 2-3 查了3家店")
    assert asked.startswith("填报 2-3 ") and "情况：查了3家店\n统计数据：检查户次 3\n1-2 的进展还没提交" in asked
    await lin.presses("提交")
    assert town.rows(STORED) == [{"code": "2-3", "percent": 0}]


@pytest.mark.parametrize("more", ["还有一个", "再报一条"])
async def test_one_more_task_may_be_unchanged(lin: Resident, more: str) -> None:
    asked = await lin.says("1-2 进行中 60% 开会部署", f"{more} 2-3 没啥变化")
    assert asked.startswith("没有变化请点按钮确认：\n⚪ 2-3 ") and "填报 1-2 " in asked


async def test_that_all_stand_alike_is_no_note(kuang: Resident) -> None:
    answer = await kuang.says("1-8 1-9 1-12 统统80%")
    assert answer.count("情况：（无）") == 3
    assert (await kuang.says("43-5 29-11 都办完了 别催了")).count("情况：（无）") >= 2


async def test_a_colloquial_word_for_no_change_is_understood(kuang: Resident) -> None:
    assert (await kuang.says("1-14 2-11都没动静")).startswith("没有变化请点按钮确认：\n⚪ 1-14")
    assert (await kuang.says("3-12 4-5都没动静")).startswith("3-12、4-5 有完成期限，不报“本期无变化”")


async def test_the_office_reads_what_happened_and_not_that_something_did(kuang: Resident) -> None:
    assert "“3-12检测机构没招标”" in await kuang.says("我想跟办公室说个事 3-12检测机构没招标")


async def test_what_names_only_another_task_is_no_answer_to_a_question_for_a_day(kuang: Resident) -> None:
    await kuang.submits("3-12 进行中 40%")
    await kuang.says("43-6想申请延期，老师没空", "我昨天报的3-12撤回")
    offered, asked = kuang.messages()[-2:]
    assert offered.text.startswith("您最近的一份填报：3-12") and "延到哪一天" in asked.text


async def test_what_is_put_right_or_sent_then_is_of_the_newer_one(town: Town, kuang: Resident) -> None:
    await kuang.says("1-8 60% 等批文", "43-5 昨天培训班办完了 86个人")
    assert "状态：进行中\n进度：90%" in await kuang.says("不对，是90%")
    await kuang.does(lambda: town.world.send_photo(kuang.id, PIXEL))
    assert "佐证材料" in kuang.sees()
    assert (await kuang.says("交")).endswith("还没提交的填报：1-8。")
    assert [dict(row) for row in town.rows(STORED)] == [{"code": "43-5", "percent": 90}]
    await kuang.presses("继续填报 1-8", "提交")
    assert [row["code"] for row in town.rows(STORED)] == ["43-5", "1-8"]


@pytest.mark.parametrize("words", ["1-8继续", "好 接着填1-8", "back to 1-8"])
async def test_the_report_that_waits_is_gone_on_with_by_its_code(town: Town, kuang: Resident, words: str) -> None:
    await kuang.says("1-8 60% 等批文", "1-9查了5家 70%")
    assert "1-8 的进展还没提交" in kuang.sees()
    await kuang.says(words)
    assert any(text.startswith("填报 1-8") for text in kuang.heard()[-2:])
    await kuang.says("交")
    assert town.rows("SELECT percent, note FROM reports") == [{"percent": 60, "note": "60% 等批文"}]


async def test_words_for_going_on_are_no_note(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    await lin.says("好 接着填1-2")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


@pytest.mark.parametrize("words", ["1-2继续", "接着填1-2", "1-2 continue"])
async def test_where_none_waits_one_is_begun_on_the_task_that_is_named(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("填报 1-2") and "进行中" in lin.buttons()


@pytest.mark.parametrize("on", ["；18-1", "。另外18-1", "，同时 18-1", "\n18-1"])
async def test_what_stands_behind_an_answer_is_reported_on_its_own_task(lin: Resident, on: str) -> None:
    await lin.begins("1-2")
    await lin.says("受阻", "跳过", "跳过")
    shown = await lin.says(f"上级没给批文，办不下去{on}又抓了2个")
    assert "填报 18-1" in shown and "抓获人数 2 人" in shown
    assert "还没提交的填报：1-2" in await lin.says("提交")
    assert "困难和需要的支持：上级没给批文，办不下去" in await lin.says("继续填报", "提交")


async def test_a_reason_ends_where_another_task_begins(lin: Resident) -> None:
    await lin.says("1-2延到3月底")
    assert "填报 18-1" in await lin.says("证据还差一份，另外18-1又抓了2个")
    assert any("原因和进展：证据还差一份\n" in f"{each.text}\n" for each in lin.messages())


@pytest.mark.parametrize("note", ["配合18-1做的，跟1-2一批人", "抓了3个人。18-1的线索转来2条，正在核"])
async def test_a_note_may_name_other_tasks(lin: Resident, note: str) -> None:
    await lin.begins("2-3")
    await lin.says("进行中")
    assert f"情况：{note}" in await lin.says(note, "提交")


async def test_a_note_of_many_sentences_is_not_heard_anew_from_each_of_them(
    lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Counter[str]()

    def counted(text: str, *more: Any) -> Understanding:
        heard[text] += 1
        return understand(text, *more)

    monkeypatch.setattr("data.plan.vocabulary.understand", counted)
    await lin.begins("2-3")
    await lin.says("进行中", "50")
    heard.clear()
    assert "情况：查了一家。" in await lin.says("查了一家。" * 300, "提交")
    assert heard.total() < 50


@pytest.mark.parametrize(
    "words", ["2-3 抓获3人；同时，1-2 60%", "2-3 抓获3人，此外 1-2 60%", "对了2-3 抓获3人，1-2 60%"]
)
async def test_words_that_lead_on_to_a_task_are_no_part_of_a_note(lin: Resident, words: str) -> None:
    shown = await lin.says(words)
    assert "填报 1-2" in shown and "填报 2-3" in shown
    assert all(each not in shown for each in ("同时", "此外", "对了"))


async def test_what_is_counted_is_no_name_of_another_task_even_if_all_is_sent_within_a_second(town: Town) -> None:
    fang = town.member(1008, "方检", "市检察院", Role.LIAISON)
    for text in ("6-2", "50%", "立案监督3件", "提交"):
        town.world.say(fang.id, text)
    await town.settle()
    assert [dict(row) for row in town.rows(STORED)] == [{"code": "6-2", "percent": 50}]
    assert [row["value"] for row in town.rows("SELECT value FROM report_figures")] == [3]


@pytest.mark.parametrize("said", ["方案纸质版已经交给办公室了", "商标的宣传册也印好了"])
async def test_a_word_of_another_title_does_not_leave_the_open_report(zhou: Resident, said: str) -> None:
    assert "填报 29-11" in await zhou.says("29-11 70%", said) and f"情况：{said}" in zhou.sees()


async def test_the_button_of_the_card_looked_at_is_offered_when_its_word_is_typed(lin: Resident) -> None:
    assert "改填 7-1" in await lin.says("2-3 50%", "7-1", "报进展")
    assert "填报 7-1" in await lin.presses("重新填报 7-1")
