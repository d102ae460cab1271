"""A photo for the report just made is added to that report, and to no other that is filled in next."""

import pytest

from tests.journeys.files_sent import sends_photo
from tests.journeys.town import Resident, Town


@pytest.fixture
async def reported(lin: Resident) -> None:
    """Let 6-7 wait unfinished, and 1-2 be reported."""
    await lin.says("6-7 50%")
    assert "已提交" in await lin.submits("1-2 80%")


def _evidence(town: Town) -> list[tuple[str, str]]:
    rows = town.rows(
        """SELECT tasks.code, attachments.name FROM attachments JOIN reports ON reports.id = report_id
        JOIN assignments ON assignments.id = reports.assignment_id JOIN tasks ON tasks.id = task_id
        WHERE withdrawn_at IS NULL ORDER BY attachments.id"""
    )
    return [(row["code"], row["name"]) for row in rows]


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize(
    "caption", ["再补一张", "漏了一张图，补上", "这张加到刚才那个里", "one more photo for the last report"]
)
async def test_its_caption_says_so(town: Town, lin: Resident, caption: str) -> None:
    shown = await sends_photo(lin, caption)
    assert "填报 1-2 " in shown and f"佐证材料：{caption}.jpg" in shown and "进度：80%" in shown
    assert "已提交 ✓" in await lin.presses("提交")
    assert _evidence(town) == [("1-2", f"{caption}.jpg")]
    assert town.rows("SELECT * FROM attachments WHERE report_id IS NULL") == []


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("words", ["是的 加到刚才那个", "刚才那个", "就加到刚才那份报告里吧", "add it to the last one"])
async def test_it_is_said_when_asked_for_its_task(town: Town, lin: Resident, words: str) -> None:
    assert "这是哪一项的佐证材料" in await sends_photo(lin, "销毁现场")
    assert "填报 1-2 " in await lin.says(words) and "销毁现场.jpg" in lin.sees()
    await lin.presses("提交")
    assert _evidence(town) == [("1-2", "销毁现场.jpg")]


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("words", ["加到1-2里", "刚才那张放到1-2里吧", "add it to 1-2"])
async def test_a_kept_photo_is_put_where_it_belongs_after_other_things(town: Town, lin: Resident, words: str) -> None:
    await sends_photo(lin, "销毁现场")
    await lin.says("我的任务", words)
    assert "填报 1-2 " in lin.sees() and "销毁现场.jpg" in lin.sees()
    await lin.presses("提交")
    assert _evidence(town) == [("1-2", "销毁现场.jpg")]


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("caption", ["", "销毁现场", "现场照片", "联合检查合影", "会议现场"])
async def test_any_other_photo_is_kept_until_its_task_is_named(town: Town, lin: Resident, caption: str) -> None:
    assert "这是哪一项的佐证材料" in await sends_photo(lin, caption)
    assert _evidence(town) == []


async def test_long_after_the_report_it_is_asked_for(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 80%")
    await town.move_to("2019-11-26 10:00")
    assert "这是哪一项的佐证材料" in await sends_photo(lin, "再补一张")


@pytest.mark.usefixtures("reported")
async def test_beside_an_open_report_it_belongs_to_that(lin: Resident) -> None:
    await lin.says("6-7 60%")
    assert "填报 6-7 " in await sends_photo(lin, "再补一张")


@pytest.mark.parametrize(
    ("caption", "note"), [("1-2抽查通报", "抽查通报"), ("1-2 已向各区印发通报，附照片", "已向各区印发通报，附照片")]
)
async def test_a_paper_with_words_for_a_task_said_done_supplements_that_report(
    town: Town, lin: Resident, caption: str, note: str
) -> None:
    await lin.submits("1-2已完成，抓获3人")
    shown = await sends_photo(lin, caption)
    assert "状态：已完成" in shown and f"{note}\n" in shown and "抓获人数 3 人" in shown and f"{caption}.jpg" in shown
    await lin.presses("提交")
    assert [row["status"] for row in town.rows("SELECT status FROM reports")] == ["submitted"] * 2
    assert _evidence(town) == [("1-2", f"{caption}.jpg")]


@pytest.mark.parametrize("told", ["1-2 通报已印发", "1-2 又抓获3人", "1-2 抓获3人\n2-3 60%"])
async def test_what_is_told_later_of_a_task_said_done_does_not_take_that_back(lin: Resident, told: str) -> None:
    await lin.submits("1-2已完成")
    shown = await lin.says(told)
    assert "已完成" in shown.split("核对", 1)[1]


@pytest.mark.parametrize("told", ["1-2 其实还没完成", "1-2 80%", "1-2 还在办，抓获3人"])
async def test_that_it_goes_on_after_all_is_taken(lin: Resident, told: str) -> None:
    await lin.submits("1-2已完成")
    await lin.says(told)
    assert "状态：已完成" not in lin.sees()


@pytest.mark.parametrize("caption", ["1-2 收网现场", "给1-2的收网照片", "1-2 收网现场，60%的那次"])
async def test_a_caption_is_added_to_what_was_reported_that_day_and_replaces_nothing(
    town: Town, lin: Resident, caption: str
) -> None:
    await lin.submits("1-2 今天收网，抓了5个，60%，现场照片晚点发")
    await town.move_to("2019-11-25 16:00")
    shown = await sends_photo(lin, caption)
    assert shown.startswith(f"已收作佐证材料，还没提交：{caption}.jpg")
    assert "进度：60%" in shown and "抓获人数 5 人" in shown and "今天收网，抓了5个，60%" in shown
    await sends_photo(lin)
    assert "已提交" in await lin.presses("提交")
    assert len(_evidence(town)) == 2
    [note] = [row["note"] for row in town.rows("SELECT note FROM reports WHERE replaces IS NOT NULL")]
    assert note.startswith("今天收网，抓了5个") and "收网" in note.splitlines()[-1]


@pytest.mark.parametrize("caption", ["1-2 又抓了3个", "1-2 70%", "1-2 卡住了，等鉴定"])
async def test_a_caption_that_tells_how_it_goes_on_is_a_report_of_its_own(
    town: Town, lin: Resident, caption: str
) -> None:
    await lin.submits("1-2 今天收网，60%")
    assert "今天收网" not in (await sends_photo(lin, caption)).partition("请核对")[2]


async def test_the_reports_of_the_day_are_offered_below_a_photo(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60%，6-7 50%", "全部提交")
    await town.move_to("2019-11-25 17:00")
    await sends_photo(lin)
    assert lin.buttons() == ["补给 6-7", "补给 1-2", "报进展", "作为工作信息报送"]
    await lin.presses("补给 1-2")
    await lin.presses("提交")
    assert [code for code, _ in _evidence(town)] == ["1-2"]


async def test_kept_photos_are_asked_about_where_two_tasks_are_reported(town: Town, lin: Resident) -> None:
    await sends_photo(lin, "检查现场")
    assert "检查现场.jpg（2 KB）给哪一项？" in await lin.says("1-2 60%，6-7 50%")
    assert lin.buttons()[:3] == ["材料给 1-2", "材料给 6-7", "材料每项都给"]
    shown = await lin.presses("材料给 6-7")
    assert "佐证材料：检查现场.jpg" in shown.partition("填报 6-7")[2] and "给哪一项" not in shown
    await lin.presses("全部提交")
    assert _evidence(town) == [("6-7", "检查现场.jpg")]


async def test_kept_photos_can_go_to_both_tasks_or_are_said_to_be_left(town: Town, lin: Resident) -> None:
    await sends_photo(lin, "检查现场")
    await lin.says("1-2 60%，6-7 50%", "材料每项都给", "全部提交")
    assert sorted(_evidence(town)) == [("1-2", "检查现场.jpg"), ("6-7", "检查现场.jpg")]
    await sends_photo(lin, "合影")
    assert "没有收进去，还留着：合影.jpg" in await lin.says("2-3 30%，1-2 70%", "全部提交")
    assert len(_evidence(town)) == 2
    await lin.presses("更正 2-3")
    await lin.presses("提交")
    assert ("2-3", "合影.jpg") in _evidence(town)


HOW = "1-2 的照片、文件请直接发来，写上“加到1-2”"


@pytest.mark.parametrize(("note", "hinted"), [("签到册和照片都有", True), ("已印发文件", False)])
async def test_files_that_the_note_only_names_can_be_sent(lin: Resident, note: str, hinted: bool) -> None:
    await lin.says(f"1-2 完成60%，培训班办完了，{note}")
    stored = await lin.says("提交")
    assert "已提交 ✓" in stored and (HOW in stored) is hinted


async def test_files_that_are_there_are_not_asked_for(lin: Resident) -> None:
    await lin.says("1-2 完成60%，培训班办完了，照片已附上")
    await sends_photo(lin, "")
    assert HOW not in await lin.says("提交")
