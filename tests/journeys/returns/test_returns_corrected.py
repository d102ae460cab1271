"""Filed figures are corrected, before and after they are frozen, and returned."""

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest

from data.returns.return_table import comparisons_in_span
from data.returns.unit_returns import ReturnState
from tests.journeys.files_received import content_of, files_received
from tests.journeys.returning import CASES, MOVED, VALUE, counted, files_return, freezes, gives_back, of
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("october")


async def test_a_correction_takes_the_place_until_it_is_frozen(town: Town, lin: Resident) -> None:
    await files_return(lin)
    asked = await lin.presses("更正")
    assert "· 立案件数：12 件" in asked and "要改哪一项请直接写" in asked
    assert "· 立案件数：13 件（原 12）" in await lin.says("立案改成13")
    assert (await lin.presses("提交")).startswith("已提交 ✓ 更正：")
    assert counted(town, "市公安局") == {CASES: 13, MOVED: 2, VALUE: 35.5}
    assert of(town, "市公安局").state is ReturnState.CORRECTED


async def test_right_below_a_nil_return_a_correction_in_words_is_of_it(lin: Resident) -> None:
    await lin.says("填报表")
    await lin.presses("零报")
    shown = await lin.says("不对，案值有3万元")
    assert "· 案值：3 万元（原 0）" in shown and "· 立案件数：0 件" in shown
    await lin.presses("提交")
    assert "要改哪一项请直接写" in await lin.says("不对，写错了")


async def test_a_correction_that_changes_nothing_is_said_to(town: Town, lin: Resident) -> None:
    await files_return(lin)
    await lin.presses("更正")
    assert "和已报的数字一样，没有要更正的" in await lin.submits("立案12")
    assert len(town.rows("SELECT * FROM filings")) == 1


async def test_after_freezing_a_correction_says_why_and_stands_beside(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await files_return(lin)
    freezes(town, chen)
    assert "数字已固定" in await lin.presses("更正")
    assert "为什么更正？" in await lin.says("立案13")
    preview = await lin.says("漏计一起上月底立的案")
    assert "· 更正原因：漏计一起上月底立的案" in preview
    assert "更正列在原数旁边" in await lin.presses("提交")
    found = of(town, "市公安局")
    assert found.standing is not None and found.standing.values[CASES] == 12
    assert found.corrected_since is not None and found.corrected_since.values[CASES] == 13
    assert found.corrected_since.reason == "漏计一起上月底立的案"


@pytest.mark.parametrize("why", ["重复算了一件", "江岸分局的多算了两件", "把外市的案子算了进来"])
async def test_that_something_was_counted_is_a_reason(town: Town, chen: Resident, lin: Resident, why: str) -> None:
    await files_return(lin)
    freezes(town, chen)
    assert "为什么更正？" in await lin.says("10月月报立案改成11")
    assert "不填这份报表了吗？" in await lin.says("算了")
    await lin.presses("继续")
    assert f"· 更正原因：{why}" in await lin.says(why)


async def test_who_was_given_figures_back_hears_why_and_begins_from_them(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await files_return(lin)
    gives_back(town, chen, "市公安局", "案值请按万元填")
    await town.app.ticker.tick()
    letter = lin.heard()[-1]
    assert "办公室退回：案值请按万元填" in letter and "立案件数 12 件、移送公安件数 2 件、案值 35.5 万元" in letter
    asked = await lin.presses("填报表")
    assert "办公室退回：案值请按万元填" in asked and "· 案值：35.5 万元" in asked
    assert "· 案值：0.5 万元（原 35.5）" in await lin.says("案值0.5")
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 0.5}


async def test_what_was_given_back_can_be_filed_as_it_was(town: Town, chen: Resident, lin: Resident) -> None:
    await files_return(lin)
    gives_back(town, chen, "市公安局", "请再核对一遍")
    await lin.says("填报表")
    assert (await lin.presses("数字无误，重新提交")).startswith("已提交")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 35.5}


async def test_a_letter_is_not_sent_where_it_has_been_put_right(town: Town, chen: Resident, lin: Resident) -> None:
    await files_return(lin)
    gives_back(town, chen, "市公安局", "请再核对一遍")
    await lin.says("填报表")
    await lin.presses("数字无误，重新提交")
    await town.app.ticker.tick()
    assert not any("办公室退回" in text for text in lin.heard()[-1:])


async def test_a_return_is_corrected_where_it_is_to_be_taken_back(lin: Resident) -> None:
    await lin.submits("2-3 40%")
    await files_return(lin)
    heard = await lin.says("把报表撤回")
    assert "· 立案件数：12 件" in heard and "要改哪一项请直接写" in heard and "2-3" not in heard


async def test_figures_below_the_one_return_that_was_asked_about_are_its(lin: Resident) -> None:
    assert "要填 1 份" in await lin.says("报表要报啥")
    heard = await lin.says("立案12起案值35.5万移送2起")
    assert "请核对" in heard and "· 案值：35.5 万元" in heard and "刚才说的是哪一项" not in heard


async def test_a_ledger_of_a_past_day_has_the_return_as_it_stood_then(
    town: Town, chen: Resident, lin: Resident
) -> None:
    filed_on = town.today()
    await files_return(lin)
    await town.move_to(f"{filed_on + timedelta(days=1)} 10:00")
    await lin.presses("更正")
    await lin.submits("立案改成13")
    freezes(town, chen)
    told = {}
    for day in (filed_on - timedelta(days=1), filed_on, town.today()):
        [found] = comparisons_in_span(town.db, date(2019, 10, 1), date(2019, 10, 31), None, day)
        unit = next(each for each in found.table.units if each.unit.name == "市公安局")
        told[day] = (unit.state, unit.values.get(CASES), found.table.round.frozen_at is not None)
    assert [*told.values()] == [
        (ReturnState.MISSING, None, False),
        (ReturnState.FILED, 12, False),
        (ReturnState.CORRECTED, 13, True),
    ]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("案值少报了两万，改成37.5万", "· 案值：37.5 万元（原 35.5）"),
        ("案值落实了，9万8", "· 案值：9.8 万元（原 35.5）"),
        ("案值问清楚了，是36万", "· 案值：36 万元（原 35.5）"),
        ("立案漏了2件，应该是14件", "· 立案件数：14 件（原 12）"),
        ("移送多报了一件", "· 移送公安件数：1 件（原 2）"),
    ],
)
async def test_what_is_said_right_below_a_filed_return_puts_it_right(lin: Resident, said: str, line: str) -> None:
    await files_return(lin)
    assert line in await lin.says(said)


async def test_a_filed_return_is_not_withdrawn_and_its_figures_are_not_replaced_at_one_press(
    town: Town, lin: Resident
) -> None:
    await files_return(lin)
    asked = await lin.says("上月月报撤回")
    assert asked.startswith("报过的报表不能撤回，只能更正。") and "要改哪一项请直接写" in asked
    checked = await lin.presses("零报")
    assert "请核对" in checked and "零报：各项都是 0。\n· 立案件数：0 件（原 12）" in checked
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 35.5}
    assert "已提交 ✓ 更正" in await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 0, MOVED: 0, VALUE: 0}


async def test_when_a_filed_return_is_due_is_said(lin: Resident) -> None:
    await files_return(lin)
    assert "截止）" in await lin.says("报表什么时候截止")


async def test_days_later_the_period_names_the_filed_return(town: Town, lin: Resident) -> None:
    await files_return(lin)
    await town.move_to("2019-11-12 10:00")
    assert "· 案值：41.5 万元（原 35.5）" in await lin.says("10月案值改成41.5万")


async def test_a_report_of_the_period_with_that_figure_is_corrected_first(town: Town, lin: Resident) -> None:
    await files_return(lin)
    await lin.submits("1-2 案值60万 80%")
    await town.move_to("2019-12-12 10:00")
    assert "案值 60 万元 → 61.5 万元" in await lin.says("11月案值改成61.5万")


@pytest.mark.parametrize("said", ["刚才那个案值错了 应该是36", "刚才那个案值错了，应该是36", "案值再改一下 36万"])
async def test_a_figure_said_to_be_wrong_is_the_one_named(lin: Resident, said: str) -> None:
    await files_return(lin)
    shown = await lin.says(said)
    assert "· 案值：36 万元（原 35.5）" in shown and "· 立案件数：12 件\n" in shown


async def test_by_how_much_a_figure_was_wrong_may_stand_behind_it(lin: Resident) -> None:
    await files_return(lin)
    assert "· 立案件数：13 件（原 12）" in await lin.says("10月月报立案数再改一下 13件 漏了1件")


async def test_what_was_filed_for_a_period_is_shown(lin: Resident) -> None:
    await files_return(lin)
    assert "立案件数 12 件" in await lin.says("what did we file for October?")


async def test_figures_given_back_are_said_to_stand(town: Town, chen: Resident, lin: Resident) -> None:
    await files_return(lin)
    gives_back(town, chen, "市公安局", "请核一下案值")
    await town.app.ticker.tick()
    assert "没听明白" in await lin.says("核过了没错，就是36.5")
    assert "请核对" in await lin.says("核过了没错，就是35.5") and "· 案值：35.5 万元" in lin.sees()
    await lin.presses("取消", "不要了")
    assert "请核对" not in await lin.says("I checked with the lab, 36.5 is right")
    await lin.says("算了")
    assert "请核对" in await lin.says("I checked with the lab, 35.5 is right") and "· 案值：35.5 万元" in lin.sees()
    await lin.presses("取消", "不要了")
    await lin.says("填报表")
    assert "请核对" in await lin.says("核过了，数字没错")
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 35.5}


async def test_the_office_sees_a_figure_above_its_limit(town: Town, chen: Resident, lin: Resident) -> None:
    await files_return(lin, "立案12 案值35.5 移送14")
    over = "⚠️ 市公安局：移送公安件数 14 比立案件数 12 还多"
    assert over in await chen.says("/returns")
    await chen.says("10月报表导出excel")
    book = openpyxl.load_workbook(BytesIO(content_of(town, files_received(chen)[-1].media)))
    assert [row[-1] for row in book["各单位数据"].iter_rows(min_row=4, max_row=4, values_only=True)] == [
        "请核对：移送公安件数 14 比立案件数 12 还多"
    ]
    assert over in await chen.presses("固定数据")
    await lin.presses("更正")
    await lin.submits("移送2")
    assert "⚠️" not in await chen.says("/returns")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("10月月报立案改成11，重复算了一件", "重复算了一件"),
        ("10月月报立案改成11，原因是有一件重复统计", "有一件重复统计"),
        ("10月月报立案多报了一件，应该是11，江岸分局重复算的", "江岸分局重复算的"),
        ("10月月报立案改成11", None),
        ("10月月报立案多报了一件，应该是11", None),
        ("10月月报立案改成11，案值改成36，谢谢", None),
    ],
)
async def test_the_reason_said_with_a_correction_is_not_asked_for(
    town: Town, chen: Resident, lin: Resident, said: str, reason: str | None
) -> None:
    await files_return(lin)
    freezes(town, chen)
    shown = await lin.says(said)
    if reason is None:
        assert shown == "这一期的数字已固定。为什么更正？请写一句话。"
        return
    assert "· 立案件数：11 件（原 12）" in shown and shown.endswith(f"· 更正原因：{reason}")
    await lin.presses("提交")
    assert town.rows("SELECT reason FROM filings ORDER BY id DESC LIMIT 1") == [{"reason": reason}]


async def test_the_reason_said_with_a_figure_in_the_form_is_taken(town: Town, chen: Resident, lin: Resident) -> None:
    await files_return(lin)
    freezes(town, chen)
    await lin.presses("更正")
    shown = await lin.says("立案改成11，漏了江岸分局的")
    assert shown.endswith("· 更正原因：漏了江岸分局的") and "没看懂" not in shown
    assert (await lin.says("移送改成1")).endswith("· 更正原因：漏了江岸分局的")


@pytest.mark.parametrize(
    "said", ["不好意思 案值是130万", "sorry, the value was 1.3 million", "我们公安局报表案值130万"]
)
async def test_a_figure_is_put_right_behind_an_apology_or_the_own_name(lin: Resident, said: str) -> None:
    await files_return(lin)
    assert "· 案值：130 万元（原 35.5）" in await lin.says(said)


@pytest.mark.parametrize("said", ["10月报表 公安局立案改成13", "月报公安局立案改为13件"])
async def test_the_office_puts_a_figure_right_and_not_what_is_asked_for(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await files_return(lin)
    shown = await chen.says(said)
    assert "· 立案件数：13 件（原 12）" in shown and "改这份报表" not in shown
    await chen.presses("提交")
    assert counted(town, "市公安局") == {CASES: 13, MOVED: 2, VALUE: 35.5}


async def test_the_office_adds_an_indicator_beside_a_unit(chen: Resident, lin: Resident) -> None:
    await files_return(lin)
    assert "改这份报表" in await chen.says("月报给公安局加上抓获人数")
