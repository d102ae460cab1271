"""Sentences with two possible meanings: the bot asks which, and a press applies it to what was said."""

import pytest

from data.understanding import Aim
from data.understanding import hear as hearing
from handlers.entrance.intents import INTENTS
from handlers.entrance.texts.readings import WANTS
from tests.journeys.sure_readings import COURSE, RULES, likely
from tests.journeys.town import Resident, Town

ASKED = "“先报1-2”，您是想…？"


@pytest.fixture(autouse=True)
def doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "likely_aims", likely)


async def test_a_report_or_a_look_is_asked_and_the_report_goes_on_with_what_was_said(lin: Resident, town: Town) -> None:
    assert await lin.says("先报1-2") == ASKED
    assert lin.buttons() == ["报 1-2 的进展", "看 1-2", "告诉办公室", "取消"]
    assert town.rows("SELECT * FROM drafts") == []
    assert (await lin.presses("报 1-2 的进展")).startswith("填报 1-2")
    assert [row["step"] for row in town.rows("SELECT step FROM drafts")] == ["status"]
    assert not any(ASKED in message for message in lin.heard())


async def test_the_look_shows_the_task_and_begins_nothing(lin: Resident, town: Town) -> None:
    await lin.says("先报1-2")
    shown = await lin.presses("看 1-2")
    assert "昆仑行动" in shown and "您是想" not in shown
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize(
    ("pressed", "answer"),
    [
        ("Ask for more time for 36-4", "More time for 36-4"),
        ("See 36-4", "36-4 IP cooperation with Belt and Road states"),
    ],
)
async def test_an_english_sentence_does_what_is_pressed(grace: Resident, town: Town, pressed: str, answer: str) -> None:
    town.replan("UPDATE tasks SET kind = 'date', due = '2020-03-31' WHERE code = '36-4'")
    assert await grace.says("36-4 more days") == "“36-4 more days” – would you like to…"
    assert grace.buttons() == ["Ask for more time for 36-4", "See 36-4", "Tell the office", "Cancel"]
    assert (await grace.presses(pressed)).startswith(answer)
    asks = town.rows("SELECT * FROM dialogs WHERE kind = 'extension' AND state = 'open'")
    assert bool(asks) == pressed.startswith("Ask")


async def test_what_is_told_of_blocked_work_may_be_a_report(lin: Resident) -> None:
    await lin.says("1-2 受阻，省里还没批", "提交", "1-2 approved today!")
    assert lin.buttons()[0] == "报 1-2 的进展"
    assert "情况：approved today!" in await lin.presses("报 1-2 的进展")


async def test_the_words_of_a_button_may_be_written(lin: Resident) -> None:
    assert (await lin.says("先报1-2", "报 1-2 的进展")).startswith("填报 1-2")


async def test_what_is_asked_in_between_is_answered_and_the_choice_comes_back(lin: Resident) -> None:
    said = await lin.says("先报1-2", "本周到期")
    assert said.startswith("共 ") and said.endswith(ASKED)
    assert (await lin.presses("报 1-2 的进展")).startswith("填报 1-2")


async def test_the_choice_comes_back_once_and_then_what_was_open_before(lin: Resident, town: Town) -> None:
    await lin.begins("2-3")
    assert (await lin.says("先报1-2", "本周到期")).endswith(ASKED)
    said = await lin.says("本周到期")
    assert ASKED not in said and "2-3" in said and "现在是什么状态" in said
    assert town.rows("SELECT kind FROM dialogs WHERE state <> 'ended'") == [{"kind": "report"}]


async def test_a_clear_sentence_is_taken_instead_of_a_press(lin: Resident) -> None:
    said = await lin.says("先报1-2", "1-2 完成60%")
    assert "进度：60%" in said and "您是想" not in said


async def test_an_old_button_still_does_it_and_what_was_begun_meanwhile_waits(lin: Resident) -> None:
    await lin.says("先报1-2")
    question = lin.last()
    await lin.says("2-3 完成60%")
    assert (await lin.presses("看 1-2", on=question)).startswith("1-2 昆仑行动")
    assert lin.buttons() and "继续" in lin.buttons()[0]


async def test_a_choice_of_two_readings_can_be_cancelled(lin: Resident, town: Town) -> None:
    await lin.says("先报1-2")
    await lin.presses("取消")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'reading' AND state <> 'ended'") == []


async def test_a_choice_outlives_a_restart_and_is_made_once(lin: Resident, town: Town) -> None:
    await lin.says("先报1-2")
    await town.restart()
    await lin.presses("报 1-2 的进展")
    [row] = town.rows("SELECT id FROM dialogs WHERE kind = 'reading'")
    assert await lin.forges(f"dialog:{row['id']}:aim:report") == "这个按钮已经过时了，请用最新的消息。"
    assert len(town.rows("SELECT * FROM drafts")) == 1


async def test_a_reading_that_was_not_offered_cannot_be_pressed(lin: Resident, town: Town) -> None:
    await lin.says("先报1-2")
    [row] = town.rows("SELECT id FROM dialogs WHERE kind = 'reading'")
    assert await lin.forges(f"dialog:{row['id']}:aim:plan") == "这个按钮已经过时了，请用最新的消息。"
    assert lin.buttons()[0] == "报 1-2 的进展"


@pytest.mark.parametrize("answered", [False, True])
async def test_a_question_that_was_open_comes_back_after_the_look(lin: Resident, answered: bool) -> None:
    asked = await lin.begins("2-3")
    if answered:
        asked = await lin.presses("进行中")
    assert await lin.says("先报1-2") == ASKED
    said = await lin.presses("看 1-2")
    assert said.startswith("1-2 昆仑行动") and said.endswith(asked)


async def test_a_report_on_another_task_keeps_the_one_that_was_open(lin: Resident, town: Town) -> None:
    await lin.begins("2-3", "进行中")
    await lin.says("先报1-2")
    assert (await lin.presses("报 1-2 的进展")).startswith("您有一份没填完的进展：2-3")
    assert lin.buttons() == ["继续填报 2-3", "重新填报 1-2"]
    assert [row["status"] for row in town.rows("SELECT status FROM drafts")] == ["in_progress"]


async def test_a_group_sees_the_reading_that_only_reads(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    assert "1-2 昆仑行动" in await lin.says("@liaison_test_bot 先报1-2", chat=group)


async def test_who_may_only_look_is_not_asked(chen: Resident, gu: Resident) -> None:
    for person in (chen, gu):
        assert "您是想" not in await person.says("先报1-2")


async def test_a_press_after_the_role_is_lost_reports_nothing(lin: Resident, town: Town) -> None:
    await lin.says("先报1-2")
    town.replan(
        "UPDATE memberships SET role = 'observer' WHERE person_id = (SELECT id FROM people WHERE telegram_id = ?)",
        lin.id,
    )
    assert (await lin.presses("报 1-2 的进展")).startswith("填报由各单位的联络员办理。")
    assert town.rows("SELECT * FROM drafts") == []


def test_whatever_is_more_than_a_courtesy_can_be_offered() -> None:
    courtesies = {Aim.CANCEL, Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE, Aim.UNKNOWN}
    assert set(INTENTS) - set(WANTS) == courtesies


@pytest.mark.parametrize("pressed", ["报 1-2 的进展", "看 1-2"])
async def test_a_press_that_comes_again_after_a_restart_does_it_once(lin: Resident, town: Town, pressed: str) -> None:
    await lin.says("先报1-2")
    await lin.presses(pressed)
    before = town.rows("SELECT id, kind, state FROM dialogs ORDER BY id")
    await town.restart_undone()
    assert town.rows("SELECT id, kind, state FROM dialogs ORDER BY id") == before
    assert not any(ASKED in message for message in lin.heard())


async def test_what_is_told_of_an_own_task_and_reads_like_a_search_may_be_reported(kuang: Resident) -> None:
    assert f"“{COURSE}”，您是想…？" in await kuang.says(COURSE)
    assert kuang.buttons() == ["报 43-5 的进展", "看 43-5", "告诉办公室", "取消"]
    assert "状态：已完成\n情况：这个12315培训班已经办完了" in await kuang.says("那就报完成")


async def test_a_few_words_name_the_other_reading(kuang: Resident) -> None:
    await kuang.says(COURSE)
    assert "43-5 12315平台培训班\n任务名称" in await kuang.says("看看详情")


async def test_how_the_same_task_stands_is_said_instead_of_pressing(jin: Resident) -> None:
    preview = await jin.says("19-1", RULES, "进度百分之九十")
    assert "填报 18-2" in preview and "进度：90%\n情况：实施细则已印发，附件为PDF文件。" in preview
    assert "进度百分之九十" not in preview


async def test_with_a_day_to_come_more_time_is_offered_too(kuang: Resident) -> None:
    await kuang.says("43-5这个班老师说12月20号才有空我们也没办法")
    assert "给 43-5 申请延期" in kuang.buttons() or kuang.sees().startswith("申请延期")


async def test_with_a_percentage_it_is_a_report(kuang: Resident) -> None:
    assert "填报 43-5" in await kuang.says("43-5 这周五开班 已经通知下去了 六成吧") and "进度：60%" in kuang.sees()


async def test_a_question_names_no_reading(kuang: Resident) -> None:
    await kuang.says("29-11我不清楚 问问小周", "小周看得到吗")
    assert kuang.sees().endswith("您是想…？") and kuang.buttons()[0] == "报 29-11 的进展"


async def test_what_is_said_of_no_task_is_of_the_one_that_was_asked_about(lin: Resident) -> None:
    assert (await lin.says("先报38-1")).endswith("您是想…？")
    answer = await lin.says("没变化")
    assert answer.startswith("没有变化请点按钮确认：\n⚪ 38-1") and "2-3" not in answer


@pytest.mark.parametrize("said", ["好 那先报个进度吧 50%", "那就报进展吧，50%"])
async def test_a_percent_beside_the_chosen_reading_is_of_the_sentence_before(lin: Resident, said: str) -> None:
    assert "您是想…？" in await lin.says("14-2形势分析昨天报省厅了 算完成吗")
    shown = await lin.says(said)
    assert "填报 14-2 " in shown and "进度：50%\n情况：形势分析昨天报省厅了 算完成吗" in shown
    assert not any("没有处理" in each for each in lin.heard())


@pytest.mark.parametrize("said", ["1-2 目前进展情况", "1-2近期工作进展情况"])
async def test_words_that_only_announce_how_a_task_stands_report_nothing_unasked(lin: Resident, said: str) -> None:
    assert await lin.says(said) == f"“{said}”，您是想…？"
    assert (await lin.presses("看 1-2")).startswith("1-2 ")
    assert "进度：60%" in await lin.says(f"{said}：60%")
