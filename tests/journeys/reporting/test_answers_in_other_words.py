"""Free answers to the questions of a report: in people's own words, more than was asked, or something else."""

import pytest

from tests.journeys.town import Resident, Town

NOTE, FIGURES, EVIDENCE = "做了哪些工作", "本期有统计数据吗", "佐证材料"


async def to_the_note(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("40")


async def to_the_figures(lin: Resident) -> None:
    await to_the_note(lin)
    await lin.says("走访企业五家")


async def to_the_preview(lin: Resident) -> None:
    await to_the_figures(lin)
    await lin.skips_to_the_preview()


@pytest.mark.parametrize(
    ("said", "status", "following"),
    [
        ("完成", "submitted", NOTE),
        ("完成了", "submitted", NOTE),
        ("做完了", "submitted", NOTE),
        ("办结", "submitted", NOTE),
        ("推进中", "in_progress", "百分之几"),
        ("刚开始", "in_progress", "百分之几"),
        ("还没开始", "not_started", NOTE),
        ("遇到困难", "blocked", "百分之几"),
        ("卡住了", "blocked", "百分之几"),
        ("80", "in_progress", NOTE),
        ("八成", "in_progress", NOTE),
    ],
)
async def test_the_status_is_taken_in_plain_words(
    town: Town, lin: Resident, said: str, status: str, following: str
) -> None:
    await lin.begins("1-2")
    assert following in await lin.says(said)
    assert town.rows("SELECT status FROM drafts") == [{"status": status}]


async def test_what_is_said_with_the_status_is_taken_too_and_shown(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    assert (await lin.says("受阻 等文件")).startswith("已记下：\n困难和需要的支持：等文件\n\n填报 1-2")
    assert town.rows("SELECT status, note, obstacle FROM drafts") == [
        {"status": "blocked", "note": None, "obstacle": "等文件"}
    ]


async def test_a_state_that_could_be_two_is_asked_for_again_and_no_list_is_shown(lin: Resident) -> None:
    await lin.begins("1-2")
    assert (await lin.says("没完成")).startswith("这一步请点下面的按钮回答")


async def test_percent_and_note_in_one_answer_fill_both(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    answer = await lin.says("80%，已发通知")
    assert answer.startswith("已记下：\n情况：80%，已发通知\n\n填报 1-2") and FIGURES in answer
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 80, "note": "80%，已发通知"}]


async def test_a_percent_can_be_written_out(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert NOTE in await lin.says("八十")
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 80}]


async def test_done_at_the_percent_is_a_status(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert NOTE in await lin.says("已完成")
    assert town.rows("SELECT status, percent FROM drafts") == [{"status": "submitted", "percent": 100}]


async def test_figures_written_in_the_note_are_taken_and_not_asked_for_again(lin: Resident) -> None:
    await to_the_note(lin)
    answer = await lin.says("立案12件，案值50万元，已发通知")
    assert answer.startswith("已记下：\n统计数据：立案件数 12 件，案值 50 万元\n\n填报 1-2")
    assert EVIDENCE in answer and FIGURES not in answer
    assert "情况：立案12件，案值50万元，已发通知\n统计数据：立案件数 12 件，案值 50 万元" in await lin.presses("跳过")


async def test_a_percent_alone_is_no_note(town: Town, lin: Resident) -> None:
    await to_the_note(lin)
    answer = await lin.says("60%")
    assert answer.startswith("已记下：\n进度：60%") and NOTE in answer
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 60, "note": None}]


@pytest.mark.parametrize("said", ["好的", "谢谢", "？"])
async def test_a_courtesy_is_no_note(town: Town, lin: Resident, said: str) -> None:
    await to_the_note(lin)
    assert (await lin.says(said)).startswith("这一项请写几个字说明。")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


@pytest.mark.parametrize("said", ["台账已建好", "资料已备好", "已摸好底"])
async def test_what_only_sounds_like_a_courtesy_is_a_note(town: Town, lin: Resident, said: str) -> None:
    await to_the_note(lin)
    await lin.says(said)
    assert town.rows("SELECT note FROM drafts") == [{"note": said}]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("本周到期", "共 "),
        ("公安局逾期的", "共 "),
        ("下周有什么到期的？", "共 "),
        ("我们还有哪些没完成", "共 8 项"),
        ("历史", "共 0 条"),
        ("延期", "哪一项需要延期"),
        ("怎么填", "我可以做这些"),
        ("本期无变化", "这些持续性任务"),
        ("my tasks", "共 8 项"),
        ("HELP", "我可以做这些"),
        ("what is overdue", "共 "),
        ("B角", "市公安局 B角"),
    ],
)
async def test_a_question_or_a_command_is_answered_and_is_no_note(
    town: Town, lin: Resident, said: str, answer: str
) -> None:
    await to_the_note(lin)
    heard = await lin.says(said)
    assert answer in heard and heard.index(answer) < heard.rindex(NOTE)
    assert town.rows("SELECT step, note FROM drafts") == [{"step": "note", "note": None}]


@pytest.mark.parametrize(
    "said",
    ["开展联合检查，我们的任务都按期推进", "任务都完成了，等审核", "汇总了各区数据", "查处逾期未报案件", "没什么变化"],
)
async def test_a_note_may_speak_of_tasks_and_states(town: Town, lin: Resident, said: str) -> None:
    await to_the_note(lin)
    await lin.says(said)
    assert town.rows("SELECT note FROM drafts") == [{"note": said}]


@pytest.mark.parametrize("said", ["立案 -3", "刚开展了联合检查。", "立案-3"])
async def test_figures_that_cannot_be_read_are_never_another_task(lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    answer = await lin.says(said)
    assert "没看懂" in answer or "填不进去" in answer
    assert FIGURES in answer and "不由您的单位负责" not in answer


@pytest.mark.parametrize("said", ["无新增", "暂无", "没有数据", "好了没了"])
async def test_having_no_figures_can_be_said_in_words(lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    assert EVIDENCE in await lin.says(said)


@pytest.mark.parametrize("said", ["没有了", "就这些", "发完了", "不用", "好了完了"])
async def test_having_sent_all_evidence_can_be_said_in_words(town: Town, lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    await lin.presses("跳过")
    await lin.does(lambda: town.world.send_document(lin.id, "通知.pdf", b"%PDF"))
    assert "请核对" in await lin.says(said)


async def test_figures_at_the_evidence_are_taken_down(lin: Resident) -> None:
    await to_the_figures(lin)
    await lin.presses("跳过")
    assert (await lin.says("立案5件")).startswith("已记下：\n统计数据：立案件数 5 件\n\n填报 1-2")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("改成60%", "进度：60%"),
        ("情况：又开了会", "情况：走访企业五家\n又开了会"),
        ("已补充数据，立案5件", "统计数据：立案件数 5 件"),
        ("返回", EVIDENCE),
        ("确认", "已提交"),
    ],
)
async def test_the_preview_takes_words_too(lin: Resident, said: str, line: str) -> None:
    await to_the_preview(lin)
    assert line in await lin.says(said)


async def test_what_a_line_without_a_percent_has_said_is_shown(lin: Resident) -> None:
    assert (await lin.says("1-2 立案12件，案值50万元，还在推进")).splitlines() == [
        "已记下：",
        "状态：进行中",
        "情况：立案12件，案值50万元，还在推进",
        "统计数据：立案件数 12 件，案值 50 万元",
        "",
        "填报 1-2 昆仑行动打食药环犯罪",
        "完成了百分之几？请点按钮，或发 0 到 100 的整数。",
    ]


async def test_the_percent_of_the_last_report_is_shown_and_one_press_away(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "60")
    assert "上次填报：2019年11月25日 林警官：进行中 60%\n完成了百分之几" in await lin.says("1-2 已发通知，还在推进")
    await lin.presses("沿用上次")
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 60}]
    await lin.presses("提交")
    assert "已提交" in lin.sees()


async def test_all_of_work_in_progress_is_asked_about_once(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert await lin.says("100%") == "100%：是已完成，还是仍在进行中？"
    assert lin.buttons() == ["已完成", "进行中 100%", "上一步", "取消"]
    assert NOTE in await lin.presses("已完成")
    assert town.rows("SELECT status, percent FROM drafts") == [{"status": "submitted", "percent": 100}]


@pytest.mark.parametrize("said", ["完成了吧应该", "可以算完成了吧", "大概是完成了", "应该算完成了"])
async def test_work_that_may_be_done_is_asked_about_like_all_of_it(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    assert await lin.says(said) == "100%：是已完成，还是仍在进行中？"


async def test_all_of_work_in_progress_may_stay_in_progress(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("100")
    assert NOTE in await lin.presses("进行中 100%")
    assert town.rows("SELECT status, percent FROM drafts") == [{"status": "in_progress", "percent": 100}]


async def test_a_report_that_was_returned_says_why_and_takes_what_is_added(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-25 08:31")
    await chen.decides("退回", "缺数据")
    await town.move_to("2019-11-25 08:32")
    assert "退回原因：缺数据" in await lin.presses("1-2 报进展")
    preview = await lin.says("已补充数据，立案5件")
    assert "情况：已补充数据，立案5件" in preview and "统计数据：立案件数 5 件" in preview


async def test_work_goes_on_from_where_it_was_before_what_was_returned(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.submits("8-2 进度40%，在谈接口")
    await town.move_to("2019-11-26 09:00")
    await lin.submits("8-2 备忘录签完字了，已完成")
    await chen.says("/review")
    await chen.decides("退回", "缺备忘录")
    await town.move_to("2019-11-27 09:00")
    assert "状态：进行中\n进度：40%" in await lin.says("8-2 进行中，总结正在起草")
    await lin.presses("提交")
    assert town.rows("SELECT status, percent FROM reports ORDER BY id DESC LIMIT 1") == [
        {"status": "in_progress", "percent": 40}
    ]


async def test_no_change_in_all_work_names_no_task(lin: Resident) -> None:
    assert (await lin.says("各项工作均无变化")).startswith("这些持续性任务本期还没报")


async def test_another_units_task_is_named_as_it_was_written(lin: Resident) -> None:
    assert (await lin.says("剑网行动 受阻 等省里文件")) == "“剑网行动”不是您单位的任务，请发“我的任务”查看。"


async def test_a_guess_at_another_units_task_is_not_acted_on(lin: Resident) -> None:
    heard = await lin.says("换个人")
    assert heard.startswith("办公室还没有填联系人") and "9-3" not in heard


@pytest.mark.parametrize("said", ["没图", "图明天补", "图片在微信里"])
async def test_pictures_that_are_not_there_are_no_evidence_and_no_note(lin: Resident, said: str) -> None:
    await to_the_figures(lin)
    await lin.presses("跳过")
    shown = await lin.says(said)
    assert "请核对" in shown and said not in shown
    assert (await lin.says("没有图")).startswith("已经是这样写的：")


async def test_a_button_is_pressed_by_its_place(lin: Resident) -> None:
    await lin.begins("1-2")
    assert "现在是什么状态" in await lin.says("2")
    assert "百分之几" in await lin.says("第二个")


async def test_words_that_begin_with_a_place_are_the_note(lin: Resident) -> None:
    await lin.begins("1-2")
    assert "情况：第二个仓库查完了" in await lin.says("第二个仓库查完了")
