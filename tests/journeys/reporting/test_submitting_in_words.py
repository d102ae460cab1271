"""Words that submit a report lead to the preview if all remaining questions can be skipped."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
def grace(town: Town) -> Resident:
    """A liaison of the customs who reads English."""
    return town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")


@pytest.mark.parametrize("words", ["交", "提交", "没问题 交吧", "就这样交了"])
async def test_a_note_figures_and_evidence_are_left_out(lin: Resident, words: str) -> None:
    await lin.begins("1-2")
    preview = await lin.says("进行中", "3/4", words)
    assert preview.startswith("填报 1-2") and "进度：75%\n情况：（无）" in preview
    assert "已提交" in await lin.says(words)


async def test_politeness_hands_nothing_in(lin: Resident) -> None:
    await lin.begins("1-2")
    await lin.says("进行中", "60%")
    for words in ("好的", "谢谢", "好 谢谢", "好的知道了", "ok thanks", "那"):
        assert "请核对" not in await lin.says(words), words


async def test_what_has_to_be_answered_is_still_asked(lin: Resident) -> None:
    await lin.begins("1-2")
    assert "现在是什么状态？" in await lin.says("提交")
    assert "完成了百分之几？" in await lin.says("进行中")


async def test_a_percentage_may_be_left_out_as_by_its_button(lin: Resident) -> None:
    await lin.begins("1-2")
    preview = await lin.says("进行中", "提交")
    assert "请核对" in preview and "状态：进行中\n情况：（无）" in preview
    assert "已提交" in await lin.says("交")


async def test_words_that_hand_in_where_nothing_is_open_take_up_what_waits(lin: Resident) -> None:
    assert await lin.says("提交") == "现在没有要您确认的内容。"
    await lin.begins("1-2")
    await lin.says("进行中", "先放着")
    assert "填报 1-2" in await lin.says("交上去吧")


async def test_a_lower_percent_is_right_where_it_is_handed_in(grace: Resident) -> None:
    await grace.says("5-3 25%", "submit", "5-3 20%")
    assert "Is that right?" in grace.sees()
    assert "Progress: 20%" in await grace.says("submit")
    assert "Submitted" in await grace.says("submit")


async def test_work_information_is_handed_in_without_its_tasks(lin: Resident) -> None:
    assert "标题是什么" in await lin.says("有个信息要报", "对")
    await lin.says("我局破获一起特大制售假烟案")
    shown = await lin.says("11月28日，我局捣毁一处制假窝点，抓获嫌疑人7名，案值约90万元。", "交")
    assert shown.startswith("请核对，无误后点“提交”")
    assert "已提交" in await lin.says("好了发吧")


@pytest.mark.parametrize("words", ["1-7 no arrests yet, 12 seizures, 65%", "i need until mid march for 5-3"])
async def test_what_is_no_part_of_the_article_is_asked_about(grace: Resident, words: str) -> None:
    await grace.says("send some work information", "Customs seizes 2,000 fake watches")
    await grace.says("On 29 November officers found 2,000 fake watches.")
    assert await grace.says(words) == f"“{words}” – would you like to…"


@pytest.mark.parametrize("words", ["哎不对 线索是4条", "再加一步 12月25号报办公室"])
async def test_only_words_of_it_begin_work_information(lin: Resident, words: str) -> None:
    assert "工作信息" not in await lin.says(words)


async def test_two_reports_are_submitted_by_one_word_of_consent(lin: Resident) -> None:
    assert "已提交 ✓\n2-3" in await lin.says("2-3抓了4个，18-1没进展", "都交")


async def test_when_a_task_of_others_is_due_is_not_answered_with_other_tasks(grace: Resident) -> None:
    assert "10-2" in await grace.says("how long do i have for 10-2") and "4-4" not in grace.sees()


async def test_words_that_hand_in_say_nothing_of_how_work_stands(lin: Resident) -> None:
    await lin.begins("18-1")
    assert "现在是什么状态" in await lin.says("行吧交")


async def test_a_word_with_a_space_in_it_is_the_word(lin: Resident) -> None:
    await lin.says("1-2 完成80%")
    assert (await lin.says("没啥了")).startswith("好的，就这些。请点“提交”：")
    assert "已提交" in await lin.says("提 交")


@pytest.mark.parametrize("said", ["对，立案5件", "立案5件 对 就这个", "嗯 80% 没错", "好的知道了谢谢啊"])
async def test_agreement_with_what_is_shown_beside_it_submits(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 80% 立案5件")
    assert "已提交" in await lin.says(said)
    assert [(row["status"], row["percent"]) for row in town.rows("SELECT * FROM reports")] == [("in_progress", 80)]


async def test_a_figure_agreed_with_leaves_the_status(zhou: Resident) -> None:
    await zhou.says("43-5 培训班办完了 参训120人")
    assert "状态：已完成\n情况：培训班办完了 参训150人\n" in await zhou.says("参训人数150 对 就这个")


@pytest.mark.parametrize(("said", "shown"), [("对 完成", "状态：已完成"), ("好 改成90%", "进度：90%")])
async def test_a_change_beside_agreement_is_shown_first(town: Town, lin: Resident, said: str, shown: str) -> None:
    await lin.says("1-2 80% 立案5件")
    answer = await lin.says(said)
    assert shown in answer and "没有写进去" not in answer
    assert town.rows("SELECT * FROM reports") == []


@pytest.mark.parametrize("said", ["全部提交", "都提交吧"])
async def test_several_previews_are_shown_together_and_then_all_submitted(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 50%", "7-1 30%", "18-1 40%")
    assert (await lin.says(said)).startswith("读到 3 条，请核对") and town.rows("SELECT * FROM reports") == []
    assert (await lin.says("好的")).startswith("已提交 ✓")
    assert town.rows("SELECT percent FROM reports ORDER BY percent") == [{"percent": each} for each in (30, 40, 50)]


@pytest.mark.parametrize("said", ["yes, that's the obstacle", "yes the obstacle is just that", "ok just that"])
async def test_agreement_may_name_what_is_agreed_to(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 blocked 80%, no laboratory takes the samples")
    assert "已提交" in await lin.says(said)
    assert [row["status"] for row in town.rows("SELECT * FROM reports")] == ["blocked"]


@pytest.mark.parametrize("said", ["ok send the figures only", "yes, only the note", "send the note"])
async def test_agreement_to_a_part_of_what_is_shown_submits_nothing(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 80% 立案5件")
    assert "没有写进去" in await lin.says(said)
    assert town.rows("SELECT * FROM reports") == []


@pytest.mark.parametrize("said", ["no wait, 1300 items", "items should be 1300", "no, 1300 items"])
async def test_in_english_what_is_counted_may_stand_before_or_behind_the_number(grace: Resident, said: str) -> None:
    await grace.says("1-7 70%, seized 1200 items worth 300k")
    assert "items seized 1,300" in await grace.says(said)


async def test_a_correction_that_may_be_of_either_figure_is_no_note(grace: Resident) -> None:
    await grace.says("1-7 70%, seized 1200 items worth 300k")
    shown = await grace.says("actually the 1-7 figure was 1350, sorry")
    assert "was not added" in shown and "Note: actually" not in shown


@pytest.mark.parametrize("slip", ["提脚", "提教", "题交"])
async def test_a_slip_that_sounds_like_the_button_presses_it(lin: Resident, slip: str) -> None:
    assert "已提交 ✓" in await lin.says("1-2 60%", slip)


@pytest.mark.parametrize("said", ["3-8, 4-4 and 5-3 are done too", "3-8 and 4-4 are done as well"])
async def test_that_others_are_done_too_is_no_note(grace: Resident, said: str) -> None:
    shown = await grace.says(said)
    assert "Status: Done\nNote: (none)" in shown and "Note: are" not in shown


@pytest.mark.parametrize("said", ["好了交吧", "全都交了吧", "提交", "领导看过了，可以交了"])
async def test_what_was_left_is_shown_when_it_is_to_be_handed_in(lin: Resident, said: str) -> None:
    await lin.says("1-2 60%", "先放着")
    assert "填报 1-2" in await lin.says(said)
    assert "已提交" in await lin.says("交")


async def test_what_else_could_be_asked_is_passed_over_to_hand_in(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert "请核对" in await lin.says("60", "不写了直接交")


@pytest.mark.parametrize(
    ("said", "submits"),
    [
        ("科长说可以", True),
        ("领导说没问题，交吧", True),
        ("科长说可以吗", False),
        ("科长说不行", False),
        ("科长说", False),
    ],
)
async def test_what_a_superior_says_agrees_if_it_does(lin: Resident, said: str, submits: bool) -> None:
    await lin.says("1-2完成65%")
    assert ("已提交" in await lin.says(said)) is submits


@pytest.mark.parametrize("asked", ["刚才那个是不是提交了", "刚才那份提交上去没有", "交没交成功", "did it go through?"])
async def test_whether_it_was_submitted_is_told(lin: Resident, asked: str) -> None:
    await lin.says("2-3 检查了5家")
    assert (await lin.says(asked)).startswith("还没提交的填报：2-3。\n填报 2-3")
    await lin.says("提交")
    assert (await lin.says(asked)).startswith("共 1 条 · 填报记录")
