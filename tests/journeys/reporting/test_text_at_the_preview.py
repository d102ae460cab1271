"""Text written at a report's preview: consent, a change, or something that needs a question."""

import pytest

from tests.journeys.town import Resident, Town


async def to_the_preview(lin: Resident) -> None:
    await lin.says("1-2 已完成，走访企业五家")
    assert "提交" in lin.buttons()


@pytest.mark.parametrize("words", ["好 交了吧", "可以", "对，提交", "ok submit", "全部提交", "提交", "没问题"])
async def test_consent_in_words_submits(town: Town, lin: Resident, words: str) -> None:
    await to_the_preview(lin)
    assert "已提交 ✓" in await lin.says(words)
    await town.restart_undone()
    assert len(town.rows("SELECT id FROM reports")) == 1


async def test_words_that_put_it_right_change_status_and_percent(town: Town, lin: Resident) -> None:
    await to_the_preview(lin)
    await lin.says("不对不对 没搞完 还在搞 大概七成")
    assert town.rows("SELECT status, percent, note FROM drafts") == [
        {"status": "in_progress", "percent": 70, "note": "走访企业五家"}
    ]


@pytest.mark.parametrize("said", ["没有受阻 进行中", "不是受阻，是进行中", "没受阻，在办", "没有受阻", "现在不受阻了"])
async def test_what_is_not_blocked_goes_on(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 受阻 30% 缺人手")
    assert "状态：进行中\n进度：30%\n情况：（无）" in await lin.says(said)
    assert "没有写进去" not in lin.sees() and lin.buttons()[0] == "提交"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("没有受阻，材料都齐了", "状态：进行中\n情况：没有受阻，材料都齐了"),
        ("没有受阻，办完了", "状态：已完成\n情况：（无）"),
        ("没有受阻，80%", "状态：进行中\n进度：80%"),
    ],
)
async def test_what_is_said_beside_denying_an_obstacle_is_not_lost(lin: Resident, said: str, shown: str) -> None:
    await lin.says("1-2 受阻 缺人手")
    assert shown in await lin.says(said)


@pytest.mark.parametrize("said", ["今天领导来过", "went back to 3 shops"])
async def test_what_is_neither_consent_nor_change_is_asked_about_and_becomes_no_note_by_itself(
    town: Town, lin: Resident, said: str
) -> None:
    await to_the_preview(lin)
    assert (await lin.says(said)).startswith(f"“{said}”没有写进去。")
    assert "情况：已完成，走访企业五家" in await lin.presses("上一步")
    assert town.rows("SELECT note FROM drafts") == [{"note": "已完成，走访企业五家"}]


async def test_a_text_is_added_to_or_written_anew(lin: Resident) -> None:
    await to_the_preview(lin)
    await lin.presses("修改", "情况")
    assert {"补充", "不改"} <= set(lin.buttons())
    await lin.presses("补充")
    assert "情况：已完成，走访企业五家\n又查了两家" in await lin.says("又查了两家")
    await lin.presses("修改", "情况")
    assert "情况：只查了两家" in await lin.says("只查了两家")


async def test_what_was_begun_waits_with_its_files_when_another_is_begun(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.does(lambda: town.world.send_document(lin.id, "名单.pdf", b"%PDF"))
    await lin.says("2-3")
    assert (await lin.presses("报进展", "重新填报 2-3")).startswith("填报 2-3")
    assert "还没提交的填报：1-2" in await _submits_all(lin)
    assert "百分之几" in await lin.presses("继续填报 1-2")
    assert len(town.rows("SELECT id FROM attachments WHERE report_id IS NULL")) == 1


async def _submits_all(lin: Resident) -> str:
    return await lin.presses("已完成", "直接核对", "提交")


async def test_a_report_left_for_a_day_takes_no_words_unasked_and_is_offered(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    await town.move_to("2019-12-15 08:30")
    assert (await lin.says("名单在老周那里")).startswith("“名单在老周那里”，您是想…？")
    heard = await lin.presses("是别的事")
    assert heard.endswith("1-2 的进展还没填完，要接着办请点“继续”。")
    assert "做了哪些工作" in await lin.presses("继续")
    await town.move_to("2019-12-17 08:30")
    assert (await lin.says("走访企业五家")).startswith("“走访企业五家”，您是想…？")
    assert "刚才说的是哪一项的进展？" in await lin.presses("是别的事")
    await lin.says("取消")
    await lin.presses("不要了")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]
    assert "做了哪些工作" in await lin.says("继续填报")


async def test_taking_a_report_back_ends_its_open_correction(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "80")
    stored = lin.last()
    await lin.presses("更正")
    await lin.says("撤回填报")
    await lin.presses("撤回")
    assert town.rows("SELECT id FROM drafts") == []
    assert [row["withdrawn"] for row in town.rows("SELECT withdrawn_at IS NOT NULL AS withdrawn FROM reports")] == [1]
    assert stored.message_id


@pytest.mark.parametrize(
    "words",
    ["种子", "42", "海关", "那个", "嗯？", "武汉", "成都", "别提交", "等会提交", "don't submit", "可以吗", "对象"],
)
async def test_what_does_not_surely_agree_submits_nothing(town: Town, lin: Resident, words: str) -> None:
    await to_the_preview(lin)
    await lin.says(words)
    assert town.rows("SELECT id FROM reports") == []
    assert len(town.rows("SELECT id FROM drafts")) == 1


@pytest.mark.parametrize("words", ["先别交", "don't submit yet", "dont submit yet"])
async def test_whether_what_is_not_to_be_submitted_is_to_be_dropped_is_asked(lin: Resident, words: str) -> None:
    await to_the_preview(lin)
    assert "还没提交\n真的取消吗？" in await lin.says(words)


@pytest.mark.parametrize("agreement", ["提交", "交了吧", "确认"])
async def test_what_was_not_taken_is_said_once_before_it_is_left_out(town: Town, lin: Resident, agreement: str) -> None:
    assert "没有写进去" in await lin.says("1-2 进度80%，案值150万", "天气不错啊")
    answer = await lin.says(agreement)
    assert answer.startswith("“天气不错啊”还没有写进去。不带这句请点“提交”") and "案值 150 万元" in answer
    assert town.rows("SELECT * FROM reports") == []
    assert "已提交 ✓" in await lin.says(agreement)
    assert len(town.rows("SELECT * FROM reports")) == 1


async def test_what_is_said_to_be_of_no_account_does_not_hold_up_the_report(town: Town, lin: Resident) -> None:
    assert "没有写进去" in await lin.says("1-2 进度80%，案值150万", "下月打算不用管")
    assert "已提交 ✓" in await lin.says("提交")


async def test_an_order_to_add_a_task_is_no_reason_for_another_change(chen: Resident) -> None:
    answer = await chen.says("27-3 的期限改到明年3月底", "给市公安局加一项任务：年底前报送跨区域协作总结")
    assert answer.startswith("新任务放在哪个细项下？")
    assert "27-3 的改动还没提交" in chen.sees()


@pytest.mark.parametrize(
    ("words", "percent", "figures", "note"),
    [
        ("不对，是6起", 50, "破案件数 6 件", "破了6起案子，开了会"),
        ("破案改成6", 50, "破案件数 6 件", "破了6起案子，开了会"),
        ("1-2 破案写错了，是6起不是5起", 50, "破案件数 6 件", "破了6起案子，开了会"),
        ("是55不是50", 55, "破案件数 5 件", "破了5起案子，开了会"),
    ],
)
async def test_a_number_is_put_right_and_nothing_added(
    lin: Resident, words: str, percent: int, figures: str, note: str
) -> None:
    shown = await lin.says("1-2 50%，破了5起案子，开了会", words)
    assert f"进度：{percent}%\n情况：50%，{note}\n统计数据：{figures}" in shown


async def test_a_note_by_its_name_states_nothing_else(lin: Resident) -> None:
    assert "进度：60%\n情况：破案6起，正在审" in await lin.says("1-2 60%", "情况写：破案6起，正在审")


async def test_a_number_of_the_report_just_handed_in_is_put_right(town: Town, lin: Resident) -> None:
    shown = await lin.says("1-2 50%，破了5起案子，案值300万，开了会", "提交", "1-2 案值写错了，是350万不是300万")
    assert "上次填报" in shown and "案值 350 万元，破案件数 5 件" in shown and "案值350万" in shown
    await lin.says("提交")
    [first, second] = town.rows("SELECT id, replaces FROM reports ORDER BY id")
    assert second["replaces"] == first["id"]
    assert {"indicator": "案值", "value": 350.0} in town.rows(
        f"SELECT indicator, value FROM report_figures WHERE report_id = {second['id']}"
    )


@pytest.mark.parametrize(
    ("said", "note", "figure"),
    [
        ("案值是1200万", "抓获12人，其中主犯3人，刑拘8人，案值1200万", "案值 1,200 万元"),
        ("刑拘9人", "抓获12人，其中主犯3人，刑拘9人，案值1.2亿", "刑拘人数 9 人"),
        ("刑拘9人，案值1.3亿", "抓获12人，其中主犯3人，刑拘9人，案值1.3亿", "案值 13,000 万元"),
        ("批捕3人", "抓获12人，其中主犯3人，刑拘8人，案值1.2亿", "批捕人数 3 人"),
    ],
)
async def test_the_note_follows_a_figure_that_is_changed(
    town: Town, lin: Resident, said: str, note: str, figure: str
) -> None:
    shown = await lin.says("1-2 抓获12人，其中主犯3人，刑拘8人，案值1.2亿 80%", said)
    assert figure in shown and f"情况：{note} 80%" in shown
    assert (await lin.says("提交")).startswith("已提交 ✓")
    assert town.rows("SELECT note FROM reports") == [{"note": f"{note} 80%"}]


@pytest.mark.parametrize(
    ("note", "right"),
    [
        ("抓获12人，其中昨天抓获12人，移交了材料 80%", "抓获13人，其中昨天抓获12人，移交了材料 80%"),
        ("抓获12人，昨晚抓获12人，移交了材料 80%", "抓获12人，昨晚抓获12人，移交了材料 80%"),
    ],
)
async def test_of_a_number_that_stands_twice_in_the_note_only_the_figure_is_put_right(
    town: Town, lin: Resident, note: str, right: str
) -> None:
    assert "抓获人数 13 人" in await lin.says(f"1-2 {note}", "抓获13人")
    assert [row["note"] for row in town.rows("SELECT note FROM drafts")] == [right]


@pytest.mark.parametrize("said", ["不对 是3个案子", "不对，是3起"])
async def test_a_figure_put_right_by_what_it_counts_is_the_one_there_is(lin: Resident, said: str) -> None:
    shown = await lin.says("1-2 破了两个案子 差不多一半了吧", said)
    assert "统计数据：破案件数 3 件" in shown and "立案" not in shown
    assert "进度：50%" in shown


async def test_a_figure_put_right_by_another_name_is_of_that_name(lin: Resident) -> None:
    assert "立案件数 3 件，破案件数 2 件" in await lin.says("1-2 破了两个案子 差不多一半了吧", "不对，立案3件")


async def test_what_was_left_out_is_added_with_its_figure(lin: Resident) -> None:
    heard = await lin.says("1-2 抓获12人 60%", "少说了 批捕3人，案子移交检察院了")
    assert "统计数据：抓获人数 12 人，批捕人数 3 人" in heard and "少说了 批捕3人，案子移交检察院了" in heard


async def test_words_wait_to_be_placed_until_they_are(town: Town, lin: Resident) -> None:
    await lin.says("2-3 五成，开了会", "一共端掉窝点3个，其中抓获8人", "平台在试运行")
    assert "进度：60%\n\n“平台在试运行”" in await lin.says("进度改成60")
    assert "情况：五成，开了会\n一共端掉窝点3个，其中抓获8人\n平台在试运行\n" in await lin.presses("补充到情况里")
    assert "已提交" in await lin.says("提交")


async def test_words_that_wait_to_be_placed_can_be_left_out(town: Town, lin: Resident) -> None:
    await lin.says("2-3 本月查了5家")
    for left_out in ("跳过", "这句不要了", "不要了", "不写进去", "先不管", "不管它了"):
        await lin.says("平台在试运行", left_out)
    assert "已提交" in await lin.says("提交")
    assert "受阻" not in await lin.says("7-1 本月查了5家", "这句不要了")
    await lin.says("平台在试运行")
    assert "“平台在试运行”还没有写进去" in await lin.says("没了，就这样")
    assert "已提交" in await lin.says("提交")
    assert {row["note"] for row in town.rows("SELECT note FROM reports")} == {"本月查了5家"}


async def test_what_tells_more_is_the_note_if_there_is_none(lin: Resident) -> None:
    shown = await lin.says("2-3 抓获8人 五成", "一共端掉窝点3个，其中抓获8人", "另外和市监局联合查了两家仓库")
    assert "情况：一共端掉窝点3个，其中抓获8人\n另外和市监局联合查了两家仓库\n" in shown
    assert "抓获人数 8 人，检查户次 2，捣毁窝点数 3 个" in shown


async def test_the_figures_of_another_task_that_is_named_do_not_enter_the_report(town: Town, lin: Resident) -> None:
    heard = await lin.says("8-2 弄完了", "昆仑那个 抓了12个人 案值230多万，还在查")
    assert "8-2 的进展还没提交" in heard and "填报 1-2" in heard
    assert town.rows("SELECT figures FROM drafts WHERE status = 'submitted'") == [{"figures": "{}"}]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("情况改一下：专班已抓获2人，还有一个在逃", "进度：80%\n情况：专班已抓获2人，还有一个在逃"),
        ("再把进度改85", "进度：85%"),
        ("进度改一下 90", "进度：90%"),
    ],
)
async def test_an_answer_is_put_right_by_its_name_as_people_say_it(lin: Resident, words: str, shown: str) -> None:
    assert shown in await lin.says("1-2 还在审讯，80%", words)


async def test_what_has_become_better_changes_no_answer(lin: Resident) -> None:
    assert "“情况改善了很多”没有写进去" in await lin.says("1-2 还在审讯，80%", "情况改善了很多")


@pytest.mark.parametrize("words", ["都对", "都好", "全对", "都是", "行了", "都可以"])
async def test_consent_changes_nothing_of_what_is_agreed_to(town: Town, nong: Resident, words: str) -> None:
    await nong.says("1-3受阻了 种子检测没钱", "70", "31-1 33-3 本期没动静", words)
    assert {row["status"] for row in town.rows("SELECT status FROM reports")} <= {"blocked"}
    assert {row["status"] for row in town.rows("SELECT status FROM drafts")} <= {"blocked"}


@pytest.mark.parametrize("said", ["去掉进度", "把进度去掉", "remove the percentage"])
async def test_the_percent_is_taken_out_and_its_words_stay_in_the_note(town: Town, lin: Resident, said: str) -> None:
    await lin.says("6-7昨天查了3家，进度20", said)
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 0, "note": "昨天查了3家，进度20"}]


@pytest.mark.parametrize("said", ["要不要交", "这样交行不行", "能交吗", "should I submit it?"])
async def test_who_asks_whether_to_submit_is_told_how_and_nothing_is_submitted_or_dropped(
    town: Town, lin: Resident, said: str
) -> None:
    await lin.says("1-2 进行中 60% 抽检了三批")
    assert (await lin.says(said)).startswith("没问题就点“提交”；要改直接说。\n\n填报 1-2")
    assert lin.buttons() == ["提交", "修改", "上一步", "取消"]
    assert town.rows("SELECT * FROM reports") == []


@pytest.mark.parametrize("said", ["情况写 检查网吧30家，都整改了", "情况：检查网吧30家，都整改了"])
async def test_words_written_into_the_note_are_kept_with_their_figures(lin: Resident, said: str) -> None:
    await lin.says("1-2 80%")
    assert "情况：检查网吧30家，都整改了\n统计数据：检查户次 30\n" in await lin.says(said) + "\n"


async def test_what_is_told_where_nothing_is_told_yet_is_shown_as_the_note(lin: Resident) -> None:
    assert "情况：专班文件还在走流程" in await lin.says("1-2 60%", "专班文件还在走流程")
    assert "没有写进去" in await lin.says("取消", "确认取消", "1-2 60%", "哈哈")


@pytest.mark.parametrize("said", ["还差一点收尾", "还有一家没查", "还在等检测结果"])
async def test_what_is_left_to_do_goes_on(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2完成了", said)
    assert town.rows("SELECT status, note FROM drafts") == [{"status": "in_progress", "note": said}]


@pytest.mark.parametrize("said", ["材料已附", "总结已补，见照片"])
async def test_done_work_stays_done_without_a_word_that_it_goes_on(lin: Resident, said: str) -> None:
    await lin.says("1-2完成了")
    await lin.says(said)
    await lin.presses("补充到情况里" if "补充到情况里" in lin.buttons() else "修改")
    assert "状态：进行中" not in "".join(lin.heard())


async def test_a_plan_for_a_day_to_come_closes_nothing(lin: Resident) -> None:
    await lin.says("1-2 80%")
    assert "没有写进去" in await lin.says("12月20日前完成") and "状态" not in lin.sees()


async def test_words_that_change_nothing_are_not_said_to_be_written_already(lin: Resident) -> None:
    await lin.says("1-2 60%")
    assert "情况：需要办公室协调省厅" in await lin.says("需要办公室协调省厅")
    await lin.presses("取消", "不要了")
    await lin.says("1-2 60%")
    await lin.says("其他的都没进展")
    assert any("没有变化的点一下即可" in each for each in lin.heard())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("就写会同市场监管局清查了一次", "进度：60%\n情况：会同市场监管局清查了一次\n统计数据：抓获人数 5 人"),
        ("情况就写会同市场监管局清查了一次", "进度：60%\n情况：会同市场监管局清查了一次\n"),
        ("给1-2加个备注 卷宗在支队", "进度：60%\n情况：卷宗在支队\n"),
        ("就写1-2已会同市场监管局清查了一次", "进度：60%\n情况：已会同市场监管局清查了一次\n统计数据：抓获人数 5 人"),
        ("写上：卷宗在支队", "进度：60%\n情况：卷宗在支队\n"),
        ("再加条备注：卷宗在支队", "进度：60%\n情况：卷宗在支队\n"),
        ("1-2 备注：卷宗在支队", "进度：60%\n情况：卷宗在支队\n"),
        ("就写65", "进度：65%\n情况：（无）\n"),
        ("就写已完成", "状态：已完成\n情况：（无）\n"),
    ],
)
async def test_words_for_writing_are_no_part_of_what_is_written(lin: Resident, said: str, shown: str) -> None:
    await lin.says("1-2抓了5人 60%")
    assert shown in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "note"), [("就写已和街道对接", "已和街道对接"), ("写上：已和街道对接", "开了会\n已和街道对接")]
)
async def test_what_is_just_to_be_written_replaces_the_note(lin: Resident, said: str, note: str) -> None:
    await lin.says("2-3 60%", "情况：开了会")
    assert f"情况：{note}\n" in f"{await lin.says(said)}\n"


@pytest.mark.parametrize(
    "said", ["就写这些吧", "就写到这", "就写这么多", "就写到这里吧", "情况就写这些", "就写这两条", "那就写这些了"]
)
async def test_words_that_only_end_the_note_replace_nothing_of_it(lin: Resident, said: str) -> None:
    await lin.says("2-3 60%", "情况：开了会")
    heard = await lin.says(said)
    assert heard.startswith("好的，就这些。请点“提交”：") and "情况：开了会" in heard.splitlines()


@pytest.mark.parametrize("said", ["就写这些吧", "就写到这", "情况就写这些"])
async def test_words_that_only_end_the_note_are_none_at_its_question(lin: Resident, said: str) -> None:
    await lin.begins("2-3", "进行中")
    await lin.says("60", said)
    await lin.presses("直接核对")
    assert "情况：（无）" in lin.sees()


async def test_the_word_for_writing_is_no_part_of_the_answer_to_its_question(lin: Resident) -> None:
    await lin.begins("2-3", "进行中")
    await lin.says("60", "写上：已和街道对接")
    await lin.presses("直接核对")
    assert "情况：已和街道对接" in lin.sees()


@pytest.mark.parametrize("said", ["搞掂，交", "搞定了，交吧", "填好了 提交吧", "妥了，报上去", "都弄好了，就这样交"])
async def test_words_of_having_finished_hand_the_report_in_as_it_stands(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2查了三家店，进行中30%")
    assert (await lin.says(said)).startswith("已提交 ✓"), said
    assert town.rows("SELECT status, percent FROM reports") == [{"status": "in_progress", "percent": 30}]


@pytest.mark.parametrize("said", ["已经完成了", "这项办完了", "整个都做完了"])
async def test_words_for_the_task_being_done_set_its_status(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2查了三家店，进行中30%")
    assert "状态：已完成" in await lin.says(said) and town.rows("SELECT status FROM reports") == []


@pytest.mark.parametrize("said", ["还没搞定，先别交", "弄好了再交"])
async def test_words_of_having_yet_to_finish_hand_in_nothing(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2查了三家店，进行中30%", said)
    assert town.rows("SELECT status FROM reports") == []
