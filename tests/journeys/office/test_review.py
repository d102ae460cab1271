import pytest

from data.letters import Letter
from data.people.people import Role
from data.summary.summary import summarise
from tests.journeys.town import Resident, Town


async def _says_done(lin: Resident) -> None:
    await lin.submits("1-2 已完成，立案12件")


async def test_a_coordinator_accepts_what_is_done_and_the_liaison_hears_of_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    await town.move_to("2019-11-25 08:31")
    assert "请审核：市公安局 林警官 报 1-2" in chen.sees() and "立案件数 12" in chen.sees()
    assert "已通过 ✓ 市公安局的 1-2 办结。" in await chen.presses("通过")
    await town.move_to("2019-11-25 08:32")
    assert "已通过审核，办结" in lin.sees()
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "accepted"}]
    assert (await lin.says("我的任务")).splitlines()[-1].startswith("✅ 1-2")


async def test_work_that_goes_on_after_its_milestone_was_accepted_begins_without_a_percent(
    town: Town, chen: Resident
) -> None:
    hou = town.member(1030, "侯工", "市卫生健康委", Role.LIAISON)
    await hou.submits("1-6 检查完毕，结果已公示，已完成")
    await town.move_to("2019-11-25 08:31")
    await chen.presses("通过")
    card = await hou.says("1-6")
    assert "市卫生健康委 · 进行中" in card and "100%" not in card
    assert "受阻" in await hou.submits("1-6 受阻，检测经费没有落实")
    assert "100%" not in hou.sees()
    assert town.rows("SELECT status, percent FROM reports") == [
        {"status": "submitted", "percent": 100},
        {"status": "blocked", "percent": 0},
    ]


async def test_what_is_returned_comes_back_with_its_reason_and_opens_filled_in(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    await town.move_to("2019-11-25 08:31")
    assert "原因" in await chen.presses("退回")
    assert "市公安局会收到：" in await chen.says("请补充移送情况")
    assert "已退回 1-2，市公安局会收到原因。" in await chen.presses("退回")
    await town.move_to("2019-11-25 08:32")
    assert "请补充移送情况" in lin.sees()
    assert "立案件数 12" in await lin.presses("1-2 报进展")
    assert "已提交" in await lin.presses("提交")
    assert len(town.rows("SELECT id FROM reports")) == 2


async def test_a_report_that_was_corrected_cannot_be_accepted(town: Town, lin: Resident, chen: Resident) -> None:
    await _says_done(lin)
    await town.move_to("2019-11-25 08:31")
    card = chen.last()
    await lin.submits("1-2 完成75%")
    answer = await chen.presses("通过", on=card)
    assert "1-2 的这份填报已撤回或被新的填报代替，不用审核了。" in answer
    assert town.rows("SELECT * FROM reviews") == []
    assert "通过" not in [button.text for each in chen.messages() for button in each.buttons]


async def test_accepting_after_returning_frees_the_coordinator(lin: Resident, chen: Resident) -> None:
    await _says_done(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses("退回")
    await chen.presses("通过", on=card)
    assert "已通过 ✓ 市公安局的 1-2 办结。" in chen.heard()
    assert "没听明白" in await chen.says("今天天气不错")


async def test_the_command_cancel_takes_back_the_question_for_a_reason(lin: Resident, chen: Resident) -> None:
    await _says_done(lin)
    await chen.reviews("退回")
    assert "已取消" in await chen.says("/cancel")
    assert "没听明白" in await chen.says("今天天气不错")
    await chen.presses("通过")
    assert "已通过 ✓ 市公安局的 1-2 办结。" in chen.heard()


async def test_the_reports_that_wait_are_gone_through_one_after_the_other(lin: Resident, chen: Resident) -> None:
    for code in ("1-2", "2-3"):
        await lin.submits(f"{code} 已完成")
    assert (await chen.says("审核")).startswith("等待审核的填报 2 份。\n\n请审核：市公安局 林警官 报 1-2")
    assert chen.buttons() == ["通过", "退回", "通过并留言", "看下一份"]
    assert "报 2-3" in await chen.presses("看下一份")
    await chen.presses("通过")
    assert chen.sees().startswith("等待审核的填报 1 份。\n\n请审核：市公安局 林警官 报 1-2")
    await chen.decides("退回", "请补充材料")
    assert await chen.says("/review") == "现在没有要审核的填报，也没有要答复的延期申请。"


@pytest.mark.parametrize("withdrawn", ["08:31", "08:33"])
async def test_where_the_report_that_was_shown_is_taken_back_the_next_is_shown(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, withdrawn: str
) -> None:
    await _says_done(lin)
    await zhou.submits("1-10 已完成")
    if withdrawn > "08:31":
        await town.move_to("2019-11-25 08:32")
        assert "报 1-2" in chen.sees()
    await lin.presses("撤回")
    await town.move_to(f"2019-11-25 {withdrawn}")
    assert "请审核：市市场监管局" in chen.sees() and "报 1-10" in chen.sees()
    await chen.presses("通过")
    await town.move_to("2019-11-25 08:40")
    assert "已通过 ✓ 市市场监管局的 1-10 办结。" in chen.sees()


async def test_where_a_colleague_decides_what_was_shown_the_next_is_shown(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    he = town.member(1011, "何科长", None, Role.COORDINATOR)
    await _says_done(lin)
    await zhou.submits("1-10 已完成")
    await town.move_to("2019-11-25 08:32")
    assert "报 1-2" in chen.sees() and "报 1-2" in he.sees()
    await chen.presses("通过")
    await town.move_to("2019-11-25 08:33")
    assert "请审核：市市场监管局" in he.sees() and "报 1-10" in he.sees()
    assert sum("报 1-10" in each for each in chen.heard()) == 1


async def test_review_goes_on_from_the_reports_to_the_requests_for_more_time(
    lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    for code in ("1-8", "1-9"):
        await zhou.says(code)
        await zhou.presses("申请延期", "延一个月")
        await zhou.submits("等省里文件")
    assert "报 1-2" in await chen.says("/review")
    assert "，1-8 " in await chen.presses("看下一份")
    assert chen.buttons() == ["同意", "改日期", "不同意", "看下一份"]
    assert "，1-9 " in await chen.presses("看下一份")
    assert chen.buttons() == ["同意", "改日期", "不同意"]


async def test_the_same_press_twice_is_noted_once(town: Town, lin: Resident, chen: Resident) -> None:
    await _says_done(lin)
    await chen.reviews("通过")
    await chen.forges("review:accept:1")
    [line] = town.rows("SELECT subject, source FROM audit WHERE action = 'review'")
    assert line["subject"] == "1-2@市公安局" and line["source"].startswith("1001:")


async def test_every_report_is_reviewed_where_the_office_has_set_it_so(
    town: Town, lin: Resident, chen: Resident
) -> None:
    assert (await chen.says("/settings")).startswith("设置\n审核：只审报“已完成”的。\n")
    assert "每份填报都审。" in await chen.presses("改为每份都审", "提交")
    await lin.reports("1-2", "进行中", "30", "已立案")
    await town.move_to("2019-11-25 08:31")
    assert "报 1-2" in chen.sees() and "进行中 30%" in chen.sees()
    assert "已通过 ✓ 市公安局的 1-2：进行中 30%。" in await chen.presses("通过")
    await town.move_to("2019-11-25 08:32")
    assert lin.sees().endswith("的填报已通过审核：进行中 30%。")
    await chen.says("/settings")
    await chen.presses("改为只审已完成", "提交")
    assert any(each.startswith("设置\n审核：只审报“已完成”的。") for each in chen.heard())


async def test_whoever_reports_hears_that_it_waits_for_review_where_every_report_does(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("/settings")
    await chen.presses("改为每份都审", "提交")
    assert (await lin.reports("1-2", "进行中", "30")).endswith("进行中 30%\n等待办公室审核。")
    await lin.says("1-2 进行中 50%\n2-3 进行中 60%")
    assert (await lin.presses("全部提交")).strip().endswith("进行中 60%\n等待办公室审核。")
    await lin.says("38-1")
    assert (await lin.presses("本期无变化")).endswith("\n等待办公室审核。")
    assert (await chen.says("/review")).startswith("等待审核的填报 3 份。")


async def test_nobody_is_told_of_a_review_that_does_not_come(lin: Resident) -> None:
    assert "审核" not in await lin.reports("1-2", "进行中", "30")
    await lin.says("1-2 进行中 50%\n2-3 进行中 60%")
    assert "审核" not in await lin.presses("全部提交")
    await lin.says("38-1")
    assert "审核" not in await lin.presses("本期无变化")


async def test_that_nothing_has_changed_is_reviewed_too_and_stands_on_the_card(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("/settings")
    await chen.presses("改为每份都审", "提交")
    await lin.says("38-1")
    await lin.presses("本期无变化")
    await town.move_to("2019-11-25 08:31")
    assert "请审核：市公安局 林警官 报 38-1" in chen.sees() and "状态：进行中 · 本期无变化" in chen.sees()
    assert "进行中 · 本期无变化" in await lin.says("撤回")
    assert (await chen.presses("通过")).startswith("已通过 ✓ 市公安局的 38-1：本期无变化。")
    await town.move_to("2019-11-25 08:32")
    assert lin.sees().endswith("的填报已通过审核：本期无变化。")
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "accepted"}]


async def test_what_blocks_stands_on_the_card(lin: Resident, chen: Resident) -> None:
    await chen.says("设置")
    await chen.presses("改为每份都审", "提交")
    await lin.begins("1-2", "受阻", "25%", "跳过")
    await lin.says("缺检测设备")
    await lin.hands_in()
    assert "困难和需要的支持：缺检测设备" in await chen.says("/review")


async def test_a_liaison_sets_nothing(town: Town, lin: Resident) -> None:
    assert "办公室" in await lin.says("/settings")
    assert "办公室" in await lin.forges("setting:review:all")
    assert town.rows("SELECT * FROM audit WHERE action = 'review_everything'") == []


async def test_a_report_taken_back_before_its_review_asks_nobody_for_one(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _says_done(lin)
    await lin.presses("撤回")
    await town.move_to("2019-11-25 08:31")
    assert town.rows("SELECT state FROM outbox WHERE letter = ?", Letter.REVIEW_WANTED) == [{"state": "cancelled"}]


async def test_a_second_coordinator_learns_that_it_is_decided(town: Town, lin: Resident, chen: Resident) -> None:
    await _says_done(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses("通过", on=card)
    assert "已经处理过了" in await chen.forges("review:return:1")
    assert town.rows("SELECT verdict FROM reviews") == [{"verdict": "accepted"}]


async def test_a_liaison_cannot_review(town: Town, lin: Resident) -> None:
    await _says_done(lin)
    assert "办公室" in await lin.forges("review:accept:1")
    assert town.rows("SELECT * FROM reviews") == []


async def test_the_figures_of_reports_are_summed_without_what_was_taken_back(town: Town, lin: Resident) -> None:
    for figure in (12, 5):
        await lin.submits(f"1-2 完成80%，新增立案{figure}件")
    await lin.presses("撤回")
    figures = {each.indicator: each.total for each in summarise(town.db, town.clock.now()).figures}
    assert figures["立案件数"] == 12 and figures["检查户次"] == 0


@pytest.mark.parametrize("verdict", ["通过", "退回"])
async def test_a_reviewed_report_can_no_longer_be_taken_back_where_it_was_confirmed(
    lin: Resident, chen: Resident, verdict: str
) -> None:
    await _says_done(lin)
    assert lin.buttons() == ["撤回", "更正"]
    await chen.says("/review")
    await (chen.presses("通过") if verdict == "通过" else chen.decides("退回", "缺总结"))
    assert lin.sees().startswith("已提交") and lin.buttons() == []


async def test_reports_that_still_wait_beside_a_reviewed_one_keep_their_buttons(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2 已完成\n2-3 60%")
    await lin.presses("提交 1-2")
    before = lin.buttons()
    await chen.reviews("通过")
    assert lin.buttons() == before != []


async def test_requests_are_asked_for_by_their_name(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2延期到2020-03-31，案子没结")
    await lin.reports("2-3", "已完成")
    shown = await chen.says("延期申请")
    assert (
        shown.startswith("等待答复的延期申请 1 份。") and "申请延到：2020年3月31日" in shown and "请审核" not in shown
    )
    assert "2020年3月31日" in await chen.says("操作记录")
    assert (await chen.says("哪些期限有疑问")).startswith("期限核对 1/")
    assert (await chen.says("核对期限")).startswith("期限核对 1/")


@pytest.mark.parametrize("asked", ["有哪些要审核", "有什么要审的", "还有哪些没审核"])
async def test_what_waits_is_shown_to_who_asks_for_it(lin: Resident, chen: Resident, asked: str) -> None:
    await _says_done(lin)
    assert (await chen.says(asked)).startswith("等待审核的填报 1 份。")


@pytest.mark.parametrize("asked", ["市监局哪些期限待核实", "存疑的先给我看市监局的"])
async def test_the_deadlines_of_one_unit_are_settled_one_after_the_other(chen: Resident, asked: str) -> None:
    assert (await chen.says(asked)).startswith("期限核对 1/23 · 市市场监管局\n1-18 ")
    assert (await chen.says("下一个")).startswith("期限核对 2/23 · 市市场监管局\n2-20 ")
    assert "已记下：2-20 期限无误。\n\n期限核对 2/22 · 市市场监管局\n3-18" in await chen.presses("期限无误")
    assert "期限核对 2/21 · 市市场监管局\n3-19" in await chen.says("改到2020年6月底")


@pytest.mark.parametrize("said", ["没有期限的都设成2020年底", "45项没期限的统一按年底算"])
async def test_deadlines_that_are_missing_are_not_set_all_at_once(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("没有期限的不能一次都定。") and "期限核对 1/117" in chen.sees()
    await chen.says("6-8归文旅局")
    assert "接着填“原因”" in (await chen.says(said), chen.buttons())[1]


async def test_the_words_of_its_buttons_settle_the_deadline_on_the_page(chen: Resident) -> None:
    assert "没听明白" in await chen.says("改到2020年6月底")
    assert (await chen.says("核对期限", "下一项")).startswith("期限核对 2/117\n1-2 ")
    assert (await chen.says("上一个")).startswith("期限核对 1/117\n1-1 ")
    assert "1-1 的期限" in (settled := await chen.says("改到2020年6月底")) and "2020年6月30日" in settled
    assert "已记下：1-2 期限无误。" in await chen.says("期限无误")
    assert "已记下：1-3 不设期限。" in await chen.says("不设期限")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("材料不够，让他们补一下总结", "材料不够，请补一下总结"),
        ("让他们把总结补一下", "请把总结补一下"),
        ("数字对不上，叫他们再核一下", "数字对不上，请再核一下"),
        ("退回 缺总结和照片 让他们周五前补", "缺总结和照片 请周五前补"),
        ("退回，数字对不上，我让他们局长核过了，不是这个数", "数字对不上，我让他们局长核过了，不是这个数"),
        ("ask them to add the summary", "ask them to add the summary"),
    ],
)
async def test_what_is_to_be_done_again_is_the_reason_of_a_return(
    lin: Resident, chen: Resident, said: str, told: str
) -> None:
    await _says_done(lin)
    await chen.says("审核")
    assert f"请补充后再报一次：{told}\n" in await chen.says(said)


@pytest.mark.parametrize("said", ["要不要让他们补材料", "有没有让他们改过", "让他们核实一下1-9的数据"])
async def test_a_question_and_what_is_about_another_task_return_nothing(
    lin: Resident, chen: Resident, said: str
) -> None:
    await _says_done(lin)
    await chen.says("审核", said)
    assert "请补充后再报一次" not in chen.sees()


async def test_a_report_without_files_is_said_to_have_none(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2已完成 照片和总结都有")
    await lin.presses("提交")
    assert "佐证材料：无\n" in await chen.says("公安局报的1-2有附件没")
