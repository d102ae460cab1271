"""Photos and documents as evidence: accepted at any question, named, removed, carried over."""

import pytest

from data.reporting.attachments import MOST_BYTES
from tests.journeys.files_sent import sends_album, sends_pdf, sends_photo
from tests.journeys.reporting.reports_made import to_the_evidence
from tests.journeys.reporting.reports_stored import files_of_reports
from tests.journeys.town import Resident, Town


async def test_files_are_listed_in_one_message_however_they_come(lin: Resident) -> None:
    await to_the_evidence(lin)
    before = len(lin.heard())
    await sends_pdf(lin, "报告.pdf")
    await sends_album(lin, "1.jpg", "2.jpg", photos=True)
    await sends_photo(lin)
    assert "1. 报告.pdf（2 KB）" in lin.sees() and "4. 照片" in lin.sees()
    assert len(lin.heard()) == before
    assert "佐证材料：照片 3 张（8 KB）、报告.pdf（2 KB）" in await lin.presses("下一步")


async def test_a_file_can_be_taken_out_again(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    await sends_album(lin, "a.pdf", "b.pdf", "c.pdf")
    assert "已收 2 个文件：\n1. a.pdf（2 KB）\n2. c.pdf（2 KB）" in await lin.presses("✕ 2")
    await lin.presses("下一步", "提交")
    assert files_of_reports(town) == [["a.pdf", "c.pdf"]]


WRONG_ONE = [
    "第一张照片发错了 删掉",
    "刚才那张发错了 换一张",
    "那张照片传错了",
    "删掉第一张照片",
    "remove the first photo",
]


@pytest.mark.parametrize("said", WRONG_ONE)
@pytest.mark.parametrize("submitted", [False, True])
async def test_that_a_file_is_the_wrong_one_opens_the_list_of_files(
    town: Town, lin: Resident, said: str, submitted: bool
) -> None:
    await lin.says("1-2 今天收网，60%")
    await sends_photo(lin, "收网")
    await sends_photo(lin, "合影")
    if submitted:
        await lin.presses("提交")
    assert "1. 收网.jpg（2 KB）\n2. 合影.jpg（2 KB）" in await lin.says(said)
    await lin.presses("✕ 1", "下一步", "提交")
    assert files_of_reports(town)[-1] == ["合影.jpg"]
    assert town.rows("SELECT note FROM reports WHERE note LIKE '%错%'") == []


@pytest.mark.parametrize("said", ["60%不要了", "最后一句删掉", "第一句去掉"])
async def test_other_things_taken_out_leave_the_files(lin: Resident, said: str) -> None:
    await lin.says("1-2 今天收网，60%")
    await sends_photo(lin, "收网")
    assert "已收" not in (await lin.says(said)).replace("已收作", "")


@pytest.mark.parametrize("answers", [[], ["进行中"], ["进行中", "50%"], ["进行中", "50%", "跳过"]])
async def test_a_file_at_another_question_is_taken_and_the_question_stays(lin: Resident, answers: list[str]) -> None:
    await lin.begins("1-2", *answers)
    question = lin.sees()
    assert await sends_pdf(lin, "报告.pdf") == f"已收作佐证材料，还没提交：报告.pdf（2 KB）。\n\n{question}"
    assert "上一步" in lin.buttons()


async def test_an_album_at_the_preview_is_said_in_one_line(lin: Resident) -> None:
    await to_the_evidence(lin)
    await lin.presses("跳过")
    await sends_album(lin, "1.jpg", "2.jpg", photos=True)
    assert lin.sees().startswith("已收作佐证材料，还没提交：照片 2 张（5 KB）。") and "请核对" in lin.sees()


async def test_a_caption_names_the_file(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    await sends_photo(lin, "销毁现场")
    await sends_pdf(lin, "扫描.pdf", "判决书")
    await lin.presses("下一步", "提交")
    assert files_of_reports(town) == [["销毁现场.jpg", "判决书 扫描.pdf"]]


async def test_a_caption_is_the_note_where_that_is_asked(lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    assert "统计数据吗" in await sends_photo(lin, "销毁 <假酒> 两车")
    assert "情况：销毁 <假酒> 两车" in await lin.presses("直接核对")


async def test_a_photo_whose_caption_is_a_report_begins_it(town: Town, lin: Resident) -> None:
    await sends_photo(lin, "1-2 完成80%")
    assert "请核对" in lin.sees() and "进度：80%" in lin.sees() and "佐证材料：" in lin.sees()
    assert "已提交" in await lin.presses("提交")
    assert [len(files) for files in files_of_reports(town)] == [1]


async def test_a_file_out_of_the_blue_is_told_where_it_belongs(lin: Resident, gu: Resident) -> None:
    assert "请先点“报进展”" in await sends_photo(lin, "假日快乐")
    assert "请发文字" in await sends_photo(gu)


async def test_a_file_that_is_too_big_is_named_and_the_question_stays(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    answer = await sends_pdf(lin, "大.zip", content=bytes(MOST_BYTES + 1))
    assert answer.startswith("“大.zip”有 20.1 MB，最多 20 MB。") and "有佐证材料吗" in answer
    assert town.rows("SELECT * FROM attachments") == []


async def test_a_report_has_ten_files_and_no_more(lin: Resident) -> None:
    await to_the_evidence(lin)
    for number in range(10):
        await sends_pdf(lin, f"{number}.pdf")
    answer = await sends_pdf(lin, "11.pdf")
    assert answer.startswith("最多附 10 个文件，这个没有收。") and "10. 9.pdf" in answer
    await lin.presses("✕ 1")
    assert "10. 11.pdf" in await sends_pdf(lin, "11.pdf")


async def test_a_tenth_file_whose_update_comes_twice_is_taken(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    for number in range(10):
        await sends_pdf(lin, f"{number}.pdf")
    await town.restart_undone()
    assert "没有收" not in lin.sees()
    assert len(town.rows("SELECT id FROM attachments")) == 10


async def test_other_kinds_are_refused_with_the_question(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    answer = await lin.does(lambda: town.world.share_contact(lin.id, phone="13800000000"))
    assert answer.startswith("佐证材料只收图片和文件") and "有佐证材料吗" in answer


async def test_a_correction_keeps_the_files(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    await sends_album(lin, "a.pdf", "b.pdf")
    assert "佐证材料：a.pdf（2 KB）、b.pdf（2 KB）" in await lin.presses("下一步", "提交", "更正")
    await lin.presses("修改", "佐证材料", "✕ 1", "下一步", "提交")
    assert files_of_reports(town) == [["a.pdf", "b.pdf"], ["b.pdf"]]
    assert all(row["content"] for row in town.rows("SELECT content FROM attachments LEFT JOIN evidence USING (digest)"))


async def test_a_report_that_is_reopened_keeps_the_files(town: Town, lin: Resident, chen: Resident) -> None:
    await to_the_evidence(lin)
    await sends_pdf(lin, "a.pdf")
    await lin.presses("下一步", "提交")
    await chen.says("/review")
    await chen.decides("退回", "请补充")
    await town.move_to("2019-11-25 08:32")
    assert "佐证材料：a.pdf（2 KB）" in await lin.presses("1-2 报进展")
    await lin.presses("提交")
    assert files_of_reports(town) == [["a.pdf"], ["a.pdf"]]


async def test_a_correction_that_is_called_off_leaves_the_report_and_its_files(town: Town, lin: Resident) -> None:
    await to_the_evidence(lin)
    await sends_pdf(lin, "a.pdf")
    assert await lin.presses("下一步", "提交", "更正", "取消", "不要了") == "已取消更正，原来的填报不变。"
    assert lin.buttons() == ["撤回", "更正"]
    assert files_of_reports(town) == [["a.pdf"]] and len(town.rows("SELECT id FROM attachments")) == 1


async def test_a_photo_whose_caption_names_a_task_begins_its_report(town: Town, lin: Resident) -> None:
    assert "已收作佐证材料，还没提交：" in await sends_photo(lin, "1-2") and "现在是什么状态" in lin.sees()
    await lin.presses("已完成", "直接核对", "提交")
    assert [len(files) for files in files_of_reports(town)] == [1]


async def test_a_photo_without_a_report_is_told_the_way_in(lin: Resident) -> None:
    assert (await sends_photo(lin, "")).startswith("这是哪一项的佐证材料？")
    assert "现在是什么状态" in await lin.presses("报进展", "1-2")


async def test_that_a_caption_is_the_note_is_said(lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    assert "说明已记作情况：销毁两车" in await sends_photo(lin, "销毁两车")


async def test_a_photo_for_the_task_just_reported_on_is_added_to_that(town: Town, lin: Resident) -> None:
    await lin.says("1-2 走访五家 60%", "交")
    preview = await sends_photo(lin, "1-2")
    assert "状态：进行中\n进度：60%\n情况：走访五家 60%\n佐证材料：1-2" in preview
    await lin.says("交")
    reports = town.rows("SELECT id, percent, note FROM reports ORDER BY id")
    assert [(row["percent"], row["note"]) for row in reports] == [(60, "走访五家 60%")] * 2
    assert [row["report_id"] for row in town.rows("SELECT report_id FROM attachments WHERE report_id IS NOT NULL")] == [
        reports[-1]["id"]
    ]


async def test_a_photo_whose_caption_names_another_task_is_none_of_the_open_report(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await sends_photo(lin, "2-3")
    assert "填报 2-3" in lin.messages()[-2].text and lin.sees().startswith("1-2 的进展还没填完")
    await lin.presses("继续")
    assert "佐证材料" not in await lin.skips_to_the_preview()


@pytest.mark.parametrize("said", ["6-7的", "这是6-7的材料", "6-7", "材料补到6-7"])
async def test_kept_files_go_to_the_task_that_is_named_next(town: Town, lin: Resident, said: str) -> None:
    assert (await sends_photo(lin)).startswith("这是哪一项的佐证材料？")
    answer = await lin.says(said)
    assert answer.startswith("已收作佐证材料，还没提交：照片") and "填报 6-7" in answer
    await lin.presses("进行中")
    await lin.presses("直接核对", "提交")
    assert len(files_of_reports(town)[0]) == 1


async def test_kept_files_of_a_task_reported_done_are_added_to_that_report(town: Town, lin: Resident) -> None:
    await lin.submits("14-2 已完成")
    await town.move_to("2019-11-27 10:00")
    await sends_photo(lin)
    assert "状态：已完成" in await lin.says("14-2的签批页")
    await lin.presses("提交")
    assert [len(each) for each in files_of_reports(town)] == [0, 1]
    assert town.rows("SELECT replaces FROM reports ORDER BY id")[-1] == {"replaces": 1}


async def test_a_question_below_kept_files_is_answered_and_they_wait_on(lin: Resident) -> None:
    await sends_photo(lin)
    assert (await lin.says("6-7是什么任务？")).startswith("6-7 公安与市监联合执法")


async def test_what_waits_on_a_task_is_offered_before_another_begins(town: Town, lin: Resident) -> None:
    await lin.says("1-2 40%，查了一批", "先放着")
    assert "您有一份没填完的进展：1-2" in await lin.says("报1-2")
    assert "情况：40%，查了一批" in await lin.says("继续填报")
    assert len(town.rows("SELECT id FROM dialogs WHERE kind = 'report' AND state != 'ended'")) == 1


async def test_a_file_for_a_report_that_waits_goes_into_it(town: Town, lin: Resident) -> None:
    await lin.says("1-2 40%，查了一批", "先放着")
    await sends_photo(lin, "批复")
    shown = await lin.says("这个就是1-2的批复")
    assert "佐证材料：批复.jpg" in shown and "情况：40%，查了一批" in shown


async def test_the_task_of_the_open_report_named_once_more_changes_nothing(lin: Resident) -> None:
    await lin.says("1-2 查了一批")
    await sends_photo(lin, "现场")
    assert "完成了百分之几" in await lin.says("1-2的") and "细化措施" not in lin.sees()
    assert await lin.says("先存着") == "好，先放着，写的都留着。发“继续”就接着办。"


async def test_a_caption_that_may_only_name_its_task_says_of_which_it_is(lin: Resident) -> None:
    await sends_photo(lin, "6-7 现场照片")
    assert lin.sees().startswith("已收作佐证材料") and "填报 6-7" in lin.sees()


async def test_a_file_goes_to_the_correction_that_was_begun(town: Town, lin: Resident) -> None:
    await lin.says("1-2 80%，立案12起", "提交", "立案应该是11起", "6-7 80%", "提交")
    await sends_photo(lin, "1-2")
    assert "立案件数 11 件" in lin.sees() and "佐证材料：" in lin.sees()


@pytest.mark.parametrize("announced", ["附件马上发", "the summary is attached"])
async def test_a_file_that_was_announced_and_came_holds_nothing_up(lin: Resident, announced: str) -> None:
    assert "没有写进去" in await lin.says("1-2 80%，开了会", announced)
    await sends_pdf(lin, "总结.pdf")
    assert "已提交" in await lin.says("提交")


async def test_a_file_just_after_a_report_can_be_added_to_it_with_a_press(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 80%，抓获3人")
    await lin.does(lambda: town.world.send_document(lin.id, "名单.pdf", b"%PDF-1.4"))
    assert lin.buttons() == ["补给 1-2", "报进展", "作为工作信息报送"]
    assert "佐证材料：名单.pdf" in await lin.presses("补给 1-2")
    await lin.presses("提交")
    [kept] = town.rows("SELECT report_id FROM attachments")
    assert town.rows("SELECT replaces FROM reports WHERE id = ?", kept["report_id"]) == [{"replaces": 1}]


@pytest.mark.parametrize("said", ["这张也是1-2的", "照片是1-2的"])
async def test_whose_photo_it_is_may_be_said_once_more(lin: Resident, said: str) -> None:
    await lin.says("1-2 60%")
    await sends_photo(lin)
    assert "佐证材料：照片" in await lin.says(said)
    assert "已提交" in await lin.says("交")


async def test_a_file_goes_to_the_one_of_several_that_its_caption_names(town: Town, zhu: Resident) -> None:
    await zhu.says("1-8 90%\n1-9 80%")
    assert "佐证材料：1-9截图.jpg（2 KB）" in (await sends_photo(zhu, "1-9截图")).partition("填报 1-9")[2]
    shown = (await sends_pdf(zhu, "通报.pdf", "第一条 查了5家店")).partition("填报 1-9")[0]
    assert "统计数据：检查户次 5" in shown and "通报.pdf" in shown
    await zhu.says("全部提交")
    assert town.rows("SELECT count(*) AS n FROM attachments WHERE report_id IS NOT NULL") == [{"n": 2}]


async def test_a_file_goes_to_the_report_that_waits_although_another_is_open(town: Town, zhu: Resident) -> None:
    await zhu.says("1-9 80%", "1-8 70%")
    assert "填报 1-9" in (shown := await sends_photo(zhu, "1-9截图")) and "佐证材料：1-9截图.jpg" in shown


async def test_a_file_for_which_an_accepted_report_has_no_room_is_not_kept(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.says("1-2 完成")
    for number in range(10):
        await sends_photo(lin, f"证据{number}")
    await lin.presses("提交")
    await chen.says("1-2通过")
    assert "最多附 10 个文件" in await sends_photo(lin, "1-2 补材料")
    assert town.rows("SELECT id FROM attachments WHERE report_id IS NULL") == []


async def test_where_the_status_is_asked_for_words_below_a_photo_are_its_note(town: Town, lin: Resident) -> None:
    await sends_photo(lin)
    await lin.says("1-2")
    assert (await lin.says("今天收缴的假酒")).startswith("已记下：\n情况：今天收缴的假酒\n\n填报 1-2")
    assert (await lin.says("再补一张")).startswith("照片、文件直接发给我")
    assert town.rows("SELECT status, note FROM drafts") == [{"status": None, "note": "今天收缴的假酒"}]


@pytest.mark.parametrize("said", ["今天收缴的假酒", "这个怎么弄啊"])
async def test_without_a_photo_or_where_something_is_asked_they_are_none(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2")
    await lin.presses("报进展")
    await lin.says(said)
    assert town.rows("SELECT status, note FROM drafts") == [{"status": None, "note": None}]
