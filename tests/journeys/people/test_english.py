import re

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

CHINESE = re.compile(r"[\u4e00-\u9fff]")


async def test_an_english_reader_is_greeted_in_english(grace: Resident) -> None:
    assert (await grace.says("/start")).startswith("Hello Grace. You are registered as: liaison, 市贸促会.")


async def test_an_english_reader_gets_the_tasks_with_english_words_around_them(grace: Resident) -> None:
    assert (await grace.says("what are my tasks")).splitlines() == [
        "2 tasks · My tasks · ⚪2",
        "⚪ 36-4 IP cooperation with Belt… · ongoing",
        "⚪ 37-3 Own part in foreign cases… · ongoing",
    ]


async def test_a_card_has_the_original_title_beside_the_english_one(grace: Resident) -> None:
    lines = (await grace.says("36-4")).splitlines()
    assert lines[0] == "36-4 IP cooperation with Belt and Road states"
    assert "Original title: 沿线国家知产合作" in lines


async def test_a_task_without_an_english_title_keeps_the_original(town: Town, grace: Resident) -> None:
    town.replan("UPDATE tasks SET title_en = '' WHERE code = '36-4'")
    lines = (await grace.says("36-4")).splitlines()
    assert lines[0] == "36-4 沿线国家知产合作"
    assert not any(line.startswith("Original title") for line in lines)


async def test_a_task_is_found_by_a_word_of_its_english_title(grace: Resident) -> None:
    assert "36-4 IP cooperation with" in await grace.says("tasks about belt and road")


async def test_an_english_reader_reports_in_english(town: Town, grace: Resident) -> None:
    await grace.says("36-4")
    assert "How does it stand?" in await grace.presses("Report progress")
    assert grace.buttons() == ["Not started", "In progress", "Blocked", "Done", "Back", "Cancel"]
    await grace.presses("In progress")
    await grace.says("50")
    while "Skip" in grace.buttons():
        await grace.presses("Skip")
    answer = await grace.presses("Submit")
    assert answer.startswith("已提交 ✓ Submitted") and "In progress 50%" in answer
    assert town.rows("SELECT percent FROM reports") == [{"percent": 50}]


async def test_no_button_of_the_dialog_is_chinese_for_an_english_reader(town: Town) -> None:
    helen = town.member(1031, "Helen", "市公安局", Role.LIAISON, "en")
    await helen.says("1-2")
    await helen.presses("Report progress")
    seen = helen.buttons()
    await helen.presses("In progress")
    seen += helen.buttons()
    await helen.presses("50%")
    seen += helen.buttons()
    assert [words for words in seen if CHINESE.search(words)] == []


async def test_the_language_can_be_changed_and_stays(town: Town, grace: Resident) -> None:
    await grace.says("/language")
    assert "好的，以后用中文。" in await grace.presses("中文") or "好的，以后用中文。" in grace.heard()
    await town.restart()
    assert (await grace.says("/tasks")).startswith("共 2 项")


async def test_the_reminder_comes_in_the_readers_language(town: Town, grace: Resident) -> None:
    await grace.says("/start")
    town.replan("UPDATE tasks SET kind = 'date', due = '2019-11-26' WHERE code = '36-4'")
    await town.move_to("2019-11-25 09:00")
    assert grace.sees().startswith("Hello. To attend to for 市贸促会: 1")
    assert grace.buttons() == ["36-4", "Report progress", "Remind me later", "Ask for more time"]


async def test_a_notice_comes_in_the_language_of_the_chat_without_a_greeting_before(
    town: Town, grace: Resident, chen: Resident
) -> None:
    await grace.says("36-4 done, all reported")
    await grace.presses("Submit")
    await chen.says("审核")
    await chen.presses("通过")
    await town.move_to("2019-11-25 10:00")
    assert grace.sees().startswith("36-4 ") and "was accepted and is closed" in grace.sees()


async def test_english_lists_have_english_brackets_and_commas(town: Town) -> None:
    olga = town.member(1005, "Olga", None, Role.COORDINATOR, "en")
    shown = await olga.says("tasks of section 3")
    assert "\n⚪ 5-2 Own part in cross-region cooperation\n    no unit named · no deadline" in shown
    answer = await olga.says("summary")
    assert "No report yet 253 (253)" in answer and "Units without a liaison: 37" in answer
    assert "、" not in answer and "（" not in answer
    shown = await olga.presses("By unit")
    while "Next" in olga.buttons():
        shown = await olga.presses("Next")
    assert "\nno unit named: 22 · " in shown


async def test_chinese_lists_name_a_missing_unit_in_the_line_below_the_task(chen: Resident) -> None:
    assert "5-2 跨区域协作分工落实\n　单位未明确 · " in await chen.says("第三部分的任务")


async def test_a_pressed_reason_is_told_in_english(town: Town, chen: Resident, grace: Resident) -> None:
    await grace.says("hello")
    await chen.says("37-3期限改到2020年3月31日")
    await chen.presses("按上级统一安排")
    await chen.says("确认")
    await town.move_to("2019-11-25 09:30")
    assert "Reason: As arranged from above" in grace.sees() and "按上级统一安排" not in grace.sees()


async def test_a_language_that_is_named_is_spoken_at_once(grace: Resident) -> None:
    assert (await grace.says("中文")).startswith("好的，以后用中文。")
    assert (await grace.says("switch me back to english")).startswith("All right, English from now on.")
    await grace.says("can I upload the material in chinese", "有中文版的材料能传吗")
    assert "以后用中文" not in grace.sees() and "English" in grace.buttons()
    assert (await grace.says("/language")) == "Please choose a language:"


async def test_the_wish_to_report_is_no_note(grace: Resident) -> None:
    assert "How does it stand?" in await grace.says("I'd like to report on 36-4")


@pytest.mark.parametrize("said", ["who is Lin", "where is Officer Lin", "remove Lin", "replace Lin with Li Si"])
async def test_somebody_is_found_by_a_surname_as_it_is_written_in_english(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    assert "林警官" in (await chen.says(said)).splitlines()[0]
    assert town.rows("SELECT name FROM people WHERE name = '林警官'") == [{"name": "林警官"}]


async def test_of_several_with_the_same_surname_each_is_offered(town: Town, chen: Resident, lin: Resident) -> None:
    town.member(1060, "林海", "市商务局", Role.LIAISON)
    await chen.says("who is Lin")
    assert {"林警官", "林海"} <= {*chen.buttons()}
    await chen.says("remove Lin")
    assert any("林警官" in each for each in chen.buttons()) and any("林海" in each for each in chen.buttons())


async def test_words_that_look_like_surnames_name_nobody(town: Town, chen: Resident) -> None:
    town.member(1061, "何明", "市商务局", Role.LIAISON)
    assert "何明" not in (await chen.says("can he see this")).splitlines()[0]


async def test_a_language_is_switched_by_the_shortest_order(grace: Resident) -> None:
    assert "好的，以后用中文。" in (await grace.says("切换中文"), *grace.heard())


@pytest.mark.parametrize("said", ["prefer English please", "what do they want? it's in Chinese"])
async def test_a_language_that_is_named_is_no_reminding_hour(grace: Resident, said: str) -> None:
    assert await grace.says(said) == "Please choose a language:"


async def test_who_prefers_english_gets_it(lin: Resident) -> None:
    await lin.says("Hi I am Lin, prefer English please")
    assert lin.heard()[-2] == "All right, English from now on."


async def test_who_is_in_charge_at_the_office_is_told(grace: Resident, lin: Resident, chen: Resident) -> None:
    said = "who is in charge at the office? I need to call someone"
    assert "陈主任" in await grace.says(said)
    assert "陈主任" in await lin.says("协调员是哪位，电话有吗")
