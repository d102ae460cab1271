"""Rounds of a statistics return at the office: who has filed, the figures, nudging, returning, freezing."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest
from PIL import Image

from data.calendar import Period
from data.exports.files import ExportKind, make_export
from data.exports.ledger import ExportScope
from data.people.actor import Actor
from data.people.people import Role, add_membership, person_by_id
from data.returns.returns import ReturnDefinition
from data.returns.rounds import set_up_return
from data.returns.schedule import Schedule
from data.store import Row
from tests.journeys.files_received import content_of, files_received
from tests.journeys.returns.monthly import INDICATORS, TITLE, UNITS, filed
from tests.journeys.stored_people import id_of
from tests.journeys.town import ZONE, Resident, Town

NOVEMBER = ExportScope(date(2019, 11, 1), date(2019, 11, 30))


async def quarter(town: Town, chen: Resident) -> None:
    """October filed by all; for November one unit in time, one nil, one late, and one missing."""
    for unit, cases in zip(UNITS, (10, 20, 3, 1), strict=True):
        filed(town, unit, "2019-10", cases, cases * 1.5, 1, by=chen)
    filed(town, "市公安局", "2019-11", 12, 35.5, 2, by=chen)
    filed(town, "市农业农村局", "2019-11", by=chen)
    await town.move_to("2019-12-09 10:00")
    filed(town, "市市场监管局", "2019-11", 30, 120, 4, by=chen)


def counted(town: Town, period_first: str) -> list[Row]:
    """Return an independent count of the totals of the units' last filings."""
    return town.rows(
        """SELECT indicator, sum(value) AS total FROM filing_values WHERE filing_id IN (
            SELECT max(filings.id) FROM filings JOIN unit_returns ON unit_returns.id = unit_return_id
            JOIN return_rounds ON return_rounds.id = round_id WHERE first = ? GROUP BY unit_return_id
        ) GROUP BY indicator""",
        period_first,
    )


@pytest.mark.usefixtures("monthly")
async def test_the_office_sees_who_has_filed_and_what_it_comes_to(town: Town, chen: Resident) -> None:
    await quarter(town, chen)
    page = await chen.says("/returns")
    assert page.startswith(f"{TITLE} · 11月\n已报 3/4（其中迟报 1、零报 1） · 12月6日截止\n\n还没报（1）：市贸促会\n\n")
    assert "合计（括号内是10月）\n立案件数 42 件（34）\n案值 155.5 万元（51）\n移送公安件数 6 件（4）" in page
    totals = {row["indicator"]: row["total"] for row in counted(town, "2019-11-01")}
    assert totals == {"立案件数": 42, "案值": 155.5, "移送公安件数": 6}
    assert "催办（1）" in chen.buttons() and "上一期" in chen.buttons() and "下一期" not in chen.buttons()
    before = await chen.presses("上一期")
    assert before.startswith(f"{TITLE} · 10月\n已报 4/4（其中迟报 4）") and "都报齐了。" in before


@pytest.mark.usefixtures("monthly")
@pytest.mark.parametrize(
    "said",
    [
        *("月报比上月", "这个月月报跟上个月比怎么样", "11月月报和10月比", "月报环比", "这期月报跟上期比"),
        *("how does this month's return compare with last month's", "compare the monthly return with last month"),
    ],
)
async def test_a_return_is_compared_with_the_period_before(town: Town, chen: Resident, said: str) -> None:
    await quarter(town, chen)
    page = await chen.says(said)
    assert page.startswith(f"{TITLE} · 11月\n") and "合计（括号内是10月）\n立案件数 42 件（34）" in page
    assert "上期：立案件数 10 件" in await chen.says("公安局月报比上个月多了多少")


@pytest.mark.usefixtures("october")
@pytest.mark.parametrize("said", ["10月月报和9月比", "月报环比怎么样", "compare the monthly return with last month"])
async def test_with_nothing_filed_before_a_comparison_says_so(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("上一期没有报过数，没有可以比的。")
    assert "没有可以比的" not in await chen.says("看看10月月报")


@pytest.mark.usefixtures("monthly")
async def test_figures_of_reports_stand_beside_and_are_not_added(town: Town, chen: Resident, lin: Resident) -> None:
    await town.move_to("2019-11-27 10:00")
    await lin.submits("1-2 80%，立案7件")
    await town.move_to("2019-12-02 10:00")
    await quarter(town, chen)
    page = await chen.says("/returns")
    assert "立案件数 42 件（34）" in page and "同期进展填报另有：立案件数 7 件（只作对照，不相加）" in page
    summary = await chen.says("/summary")
    assert f"统计报表\n{TITLE}（11月）：已报 3/4，12月6日截止" in summary
    assert TITLE in await chen.presses("统计报表")
    assert "立案件数 7 件" in await chen.says("11月公安局立案多少")


@pytest.mark.usefixtures("monthly")
async def test_all_figures_can_be_looked_at_by_unit(town: Town, chen: Resident, gu: Resident) -> None:
    await quarter(town, chen)
    await gu.says("/returns")
    assert "催办" not in "".join(gu.buttons()) and "固定数据" not in gu.buttons()
    table = await gu.presses("各单位数据")
    assert "市公安局：立案件数 12 件，案值 35.5 万元，移送公安件数 2 件\n" in table
    assert "市市场监管局（迟报）：立案件数 30 件" in table and "市农业农村局（零报）：立案件数 0 件" in table
    assert "市贸促会：还没报" in table and "合计（括号内是10月）\n立案件数 42 件（34）" in table
    page = await gu.presses("返回本期", "看一个单位", "市公安局")
    assert page.startswith(
        f"市公安局\n{TITLE} · 11月\n已报\n\n12月2日（周一） 09:00 陈主任（办公室代报）报：立案件数 12 件"
    )
    assert "上期：立案件数 10 件，案值 15 万元" in page and "退回" not in gu.buttons()


@pytest.mark.usefixtures("monthly")
async def test_all_who_are_missing_are_nudged_by_one_press_once_in_a_day(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, grace: Resident
) -> None:
    await quarter(town, chen)
    await grace.says("/language")
    await grace.presses("English")
    await chen.says("催报表")
    assert chen.sees().startswith("还没发出。1 人（市贸促会）会收到：\n\n催办\n办公室请市贸促会尽快报送统计报表：\n")
    await chen.presses("修改", "附言")
    assert "省里在等" in await chen.says("省里在等，请今天报")
    assert (await chen.presses("确认发送")) == "已催办 1 家，1 人会收到。"
    await town.app.ticker.tick()
    [heard] = [text for text in grace.heard() if text.startswith("Reminder")]
    assert heard.startswith("Reminder\nThe office asks 市贸促会 for this return:\n") and "省里在等，请今天报" in heard
    assert grace.buttons() == ["Fill in the return"]
    assert not any("催办" in text for text in [*lin.heard(), *zhou.heard()])
    assert TITLE in await grace.presses("Fill in the return")
    assert "24 小时内已经催过" in await chen.says("催报表")
    await town.move_to("2019-12-10 10:01")
    await chen.says("催一下没报报表的")
    await chen.presses("确认发送")
    filed(town, "市贸促会", "2019-11", 1, 1, 1, by=chen)
    await town.app.ticker.tick()
    assert len([text for text in grace.heard() if text.startswith("Reminder")]) == 1
    assert f"《{TITLE}》都报齐了，没有要催的。" in await chen.says("催报表")
    nudges = town.rows("SELECT * FROM audit WHERE action = 'nudge_return'")
    assert len(nudges) == 2 and "陈主任：催报统计报表" in await chen.says("/audit")


@pytest.mark.usefixtures("monthly")
async def test_a_period_that_is_not_complete_is_named_on_the_page_of_the_next(town: Town, chen: Resident) -> None:
    filed(town, "市公安局", "2019-11", 12, 35.5, 2, by=chen)
    page = await chen.says("/returns")
    assert "还没报（3）：市农业农村局、市市场监管局、市贸促会\n10月还没报齐：已报 0/4\n" in page
    assert "\n合计\n立案件数 12 件\n" in page
    summary = await chen.says("/summary")
    assert f"{TITLE}（10月）：已报 0/4，11月7日截止\n{TITLE}（11月）：已报 1/4，12月6日截止" in summary


@pytest.mark.usefixtures("monthly")
async def test_units_without_anybody_are_named(chen: Resident) -> None:
    assert "没有能收到消息的联络员" in await chen.presses("催办（4）")


@pytest.mark.usefixtures("monthly")
async def test_a_frozen_round_keeps_its_figures_and_shows_corrections_beside(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await quarter(town, chen)
    asked = await chen.says("固定11月报表")
    assert "固定后合计不再变" in asked and "还有 1 家没报：市贸促会。" in asked and "立案件数 42 件（34）" in asked
    assert f"已固定《{TITLE}》（11月）。" in await chen.presses("确认固定")
    await town.move_to("2019-12-10 10:00")
    filed(town, "市公安局", "2019-11", 15, 35.5, 2, by=chen, reason="漏计3起")
    page = await chen.says("/returns")
    assert "12月9日已固定" in page and "立案件数 42 件（34）" in page
    assert "固定后有更正，更正后合计：立案件数 45 件，案值 155.5 万元，移送公安件数 6 件" in page
    assert "市公安局：立案件数 12 件，案值 35.5 万元，移送公安件数 2 件（更正后 立案件数 15 件" in await chen.presses(
        "各单位数据"
    )
    unit = await chen.says("公安局报表")
    assert "更正原因：漏计3起" in unit and "之前报过的：\n12月2日（周一） 09:00" in unit
    await chen.says("/returns")
    assert "立案件数 45 件（34）" in await chen.presses("解除固定", "确认解除")
    actions = [row["action"] for row in town.rows("SELECT action FROM audit ORDER BY id")]
    assert actions[-2:] == ["correct_return", "unfreeze_return"]


@pytest.mark.usefixtures("monthly")
async def test_a_filing_is_given_back_with_a_reason(town: Town, chen: Resident, lin: Resident) -> None:
    await quarter(town, chen)
    preview = await chen.says("退回公安局的月报，案值应按万元填")
    assert preview.startswith("还没发出。市公安局会收到：") and "案值应按万元填" in preview
    assert f"已退回：市公安局《{TITLE}》（11月）。" in await chen.presses("退回")
    await town.app.ticker.tick()
    [letter] = [text for text in lin.heard() if "案值应按万元填" in text]
    assert letter in preview and lin.buttons() == ["填报表"]
    assert town.rows("SELECT reason FROM filings_given_back") == [{"reason": "案值应按万元填"}]
    page = await chen.says("/returns")
    assert (
        "已报 2/4" in page
        and "市公安局（已退回）" in page
        and "10月还没报齐" not in page
        and "立案件数 30 件（34）" in page
    )
    assert "没有可退回的数字" in await chen.says("退回公安局的月报，案值应按万元填")


@pytest.mark.usefixtures("monthly")
async def test_the_reason_is_asked_for_where_none_is_said(town: Town, chen: Resident) -> None:
    await quarter(town, chen)
    await chen.says("/returns")
    await chen.presses("看一个单位", "市市场监管局")
    assert f"退回市市场监管局的《{TITLE}》（11月），原因是什么？" in await chen.presses("退回")
    assert "没有记作原因" in await chen.says("好的")
    await chen.says("单位填错了")
    await chen.presses("退回")
    assert town.rows("SELECT reason FROM filings_given_back") == [{"reason": "单位填错了"}]


@pytest.mark.usefixtures("monthly")
async def test_the_table_is_a_picture_and_a_workbook(town: Town, chen: Resident) -> None:
    await quarter(town, chen)
    await chen.says("/returns")
    await chen.presses("图")
    drawn = Image.open(BytesIO(content_of(town, files_received(chen)[-1].media)))
    assert drawn.width == 1080 and drawn.height < 1000
    await chen.says("/returns")
    await chen.presses("表格")
    media = files_received(chen)[-1].media
    assert media is not None and media.name == f"{TITLE}_2019年11月.xlsx"
    by_unit, beside = openpyxl.load_workbook(BytesIO(content_of(town, media))).worksheets
    assert [cell.value for cell in by_unit[4]][:5] == ["市公安局", "已报", 12, 35.5, 2]
    assert [cell.value for cell in by_unit[8]][:5] == ["合计", None, 42, 155.5, 6]
    rows = [[cell.value for cell in row] for row in beside.iter_rows(min_row=4)]
    assert ["合计", "立案件数（件）", 42, None, 34, None] in rows and [
        "市贸促会",
        "案值（万元）",
        None,
        None,
        1.5,
        None,
    ] in rows


async def test_a_table_too_large_for_one_picture_is_an_album(town: Town, chen: Resident) -> None:
    names = [row["name"] for row in town.rows("SELECT name FROM indicators ORDER BY position")]
    units = tuple(row["id"] for row in town.rows("SELECT id FROM units"))
    new = ReturnDefinition(TITLE, Schedule(Period.MONTH, date(2019, 10, 1)), tuple(names[:8]), units)
    set_up_return(town.db, Actor(person_by_id(town.db, id_of(town, chen)), town.clock.now(), ZONE, "test"), new, ())
    await chen.says("/returns")
    await chen.presses("图")
    assert [each.text.partition(" · 已报")[0] for each in files_received(chen)] == [f"{TITLE} · 10月", ""]


@pytest.mark.usefixtures("monthly")
async def test_liaisons_and_groups_get_nothing_of_it(town: Town, chen: Resident, lin: Resident) -> None:
    await quarter(town, chen)
    [round_id] = [row["id"] for row in town.rows("SELECT id FROM return_rounds WHERE first = '2019-11-01'")]
    for deed in ("open", "table", "nudge", "freeze", "xlsx", "picture"):
        said = await lin.forges(f"round:{deed}:{round_id}" + (":0" if deed == "table" else ""))
        assert "立案件数" not in said
    assert town.rows("SELECT * FROM dialogs WHERE kind IN ('freeze_return', 'return_nudge')") == []
    group = await town.bind_group(chen, lin)
    for words in ("@liaison_test_bot 谁没报报表", "@liaison_test_bot 统计报表", "/summary", "/returns"):
        assert TITLE not in await chen.says(words, chat=group)


@pytest.mark.usefixtures("monthly")
async def test_who_is_of_the_office_and_of_a_unit_finds_both(town: Town, chen: Resident) -> None:
    [unit] = [row["id"] for row in town.rows("SELECT id FROM units WHERE name = '市公安局'")]
    add_membership(town.db, id_of(town, chen), Role.LIAISON, unit)
    assert "已报 0/4" in await chen.says("/returns")
    assert "要填 2 份" in await chen.presses("填本单位的报表")
    assert "要填 2 份" in await chen.says("填报表")
    assert "还没报（4）" in await chen.says("谁没报报表")


@pytest.mark.usefixtures("monthly")
async def test_observers_only_look(town: Town, chen: Resident, gu: Resident) -> None:
    await quarter(town, chen)
    [round_id] = [row["id"] for row in town.rows("SELECT id FROM return_rounds WHERE first = '2019-11-01'")]
    assert "还没报（1）：市贸促会" in await gu.says("谁没报报表")
    for deed in ("nudge", "freeze", "unfreeze", "change", "stop", "undo", "again", "back"):
        await gu.forges(f"round:{deed}:{round_id}")
    await gu.says("催报表", "固定11月报表")
    assert town.rows("SELECT * FROM dialogs") == [] and town.rows("SELECT * FROM nudges") == []


@pytest.mark.usefixtures("monthly")
async def test_a_coordinator_who_has_lost_the_role_cannot_go_on(town: Town, chen: Resident) -> None:
    await quarter(town, chen)
    await chen.says("固定11月报表")
    town.replan("UPDATE memberships SET role = 'observer' WHERE person_id = ?", id_of(town, chen))
    await chen.presses("确认固定")
    assert town.rows("SELECT frozen_at FROM return_rounds WHERE frozen_at IS NOT NULL") == []


@pytest.mark.usefixtures("monthly")
async def test_an_old_button_of_a_return_that_is_gone_is_out_of_date(chen: Resident) -> None:
    assert "过时" in await chen.forges("round:open:999")
    assert "过时" in await chen.forges("round:unit:999")
    assert "过时" in await chen.forges("round:undo:999")


@pytest.mark.usefixtures("monthly")
async def test_the_ledger_and_the_report_tell_of_the_rounds_of_their_days(town: Town, chen: Resident) -> None:
    await quarter(town, chen)
    rows = filed_sheet_of(town, NOVEMBER)
    assert [TITLE, "2019年11月", "市公安局", "已报", "案值（万元）", 35.5, None, None] in rows
    assert [TITLE, "2019年11月", "市贸促会", "未报（逾期）", None, None, None, None] in rows
    assert [row[3] for row in rows if row[2] == "市农业农村局"] == ["零报"] * 3
    assert not any(row[1] == "2019年10月" for row in rows)
    paper = docx.Document(BytesIO(exported(town, ExportKind.REPORT, NOVEMBER)))
    told = "\n".join(each.text for each in paper.paragraphs)
    assert "四、统计报表\n以下为各单位统计报表的合计" in told
    assert f"{TITLE}（2019年11月）：应报4个单位，已报3个。" in told
    assert ["立案件数（件）", "42", "34", "—"] in [[cell.text for cell in row.cells] for row in paper.tables[-1].rows]


@pytest.mark.usefixtures("monthly")
async def test_a_units_ledger_has_its_own_alone(town: Town, chen: Resident) -> None:
    await quarter(town, chen)
    [unit] = [row["id"] for row in town.rows("SELECT id FROM units WHERE name = '市公安局'")]
    rows = filed_sheet_of(town, replace(NOVEMBER, unit_ids=(unit,)))
    assert {row[2] for row in rows} == {"市公安局"} and len(rows) == 3


def exported(town: Town, kind: ExportKind, scope: ExportScope) -> bytes:
    """Return a file of some kind, as the office gets it."""
    [file] = make_export(town.db, kind, scope, town.today(), "zh").files
    return file.content


def filed_sheet_of(town: Town, scope: ExportScope) -> list[list[object]]:
    """Return the rows of the sheet of statistics returns in the ledger."""
    book = openpyxl.load_workbook(BytesIO(exported(town, ExportKind.WORKBOOK, scope)))
    return [[*row] for row in book["统计报表"].iter_rows(min_row=4, values_only=True)]


async def test_several_returns_are_a_list_and_a_period_says_which(town: Town, chen: Resident) -> None:
    [unit] = [row["id"] for row in town.rows("SELECT id FROM units WHERE name = '市公安局'")]
    by, now = person_by_id(town.db, id_of(town, chen)), town.clock.now()
    for title, every in ((TITLE, Period.MONTH), ("打假季报", Period.QUARTER)):
        new = ReturnDefinition(title, Schedule(every, date(2019, 7, 1)), INDICATORS, (unit,))
        set_up_return(town.db, Actor(by, now, ZONE, title), new, ())
    text = await chen.says("/returns")
    assert text.startswith(
        "统计报表（共 2 种）\n\n1. 侵权假冒统计月报（每月）\n10月 · 已报 0/1 · 11月7日截止\n\n2. 打假季报（每季度）"
    )
    assert "打假季报 · 2019年第三季度" in await chen.says("季报收上来几家了")
    assert f"{TITLE} · 9月" in await chen.says("9月报表还差谁")
    assert "统计报表（共 2 种）" in await chen.says("谁没报报表")


async def test_a_round_is_shown_in_english(town: Town, chen: Resident, lin: Resident) -> None:
    ann = town.member(1050, "Ann", None, Role.COORDINATOR, "en")
    [unit] = [row["id"] for row in town.rows("SELECT id FROM units WHERE name = '市公安局'")]
    new = ReturnDefinition(TITLE, Schedule(Period.MONTH, date(2019, 10, 1)), INDICATORS, (unit,))
    set_up_return(town.db, Actor(person_by_id(town.db, id_of(town, chen)), town.clock.now(), ZONE, "test"), new, ())
    filed(town, "市公安局", "2019-10", 12, 35.5, 2, by=chen)
    page = await ann.says("who has not filed the return")
    assert page.startswith(f"{TITLE} · Oct\n1 of 1 filed (of these 1 late) · due 7 Nov\n\nAll have filed.\n\nTotals\n")
    assert "case value (10,000 yuan) 35.5" in page


@pytest.mark.parametrize("said", ["公安那份案值60不对吧 让他核一下", "公安局的退回 案值60不对"])
async def test_the_only_return_that_a_unit_has_filed_is_meant_if_no_report_waits(
    town: Town, chen: Resident, lin: Resident, monthly: None, said: str
) -> None:
    filed(town, "市公安局", "2019-11", 5, 60, 1, by=chen)
    await town.move_to("2019-12-02 10:00")
    assert "办公室退回：案值60不对" in await chen.says(said)
    await chen.says("取消", "不要了")
    await lin.submits("1-2 完成了 抓了5人")
    assert "办公室退回：" not in await chen.says(said)


@pytest.mark.parametrize(
    "said", ["月报公安局退回 案值不对", "公安局的月报案值不对劲，退回去让他核", "公安月报案值不对吧 让他核一下"]
)
async def test_a_reason_needs_no_comma_and_may_stand_first(
    town: Town, chen: Resident, monthly: None, said: str
) -> None:
    filed(town, "市公安局", "2019-11", 5, 60, 1, by=chen)
    assert "原因是什么？" in await chen.says("月报退回公安局")
    preview = await chen.says("取消", said)
    assert "办公室退回：案值不对" in preview and "原因是什么？" not in preview
    await chen.presses("退回")
    assert "市公安局（已退回）" in await chen.says("/returns")


async def test_an_export_of_the_monthly_return_is_of_the_return(chen: Resident, monthly: None) -> None:
    await chen.says("月报导出excel")
    [file] = files_received(chen)
    assert file.text.startswith(f"《{TITLE}》") or TITLE in file.text


@pytest.mark.usefixtures("monthly")
async def test_figures_asked_for_mention_the_return_beside(town: Town, chen: Resident) -> None:
    filed(town, "市公安局", "2019-11", 12, 35.5, 2, by=chen)
    said = await chen.says("11月立案一共多少")
    assert f"另：《{TITLE}》（11月）各单位已报合计：立案件数 12 件。不和上面相加。" in said


async def test_who_has_not_reported_tells_of_returns_as_well(town: Town, monthly: None, chen: Resident) -> None:
    shown = await chen.says("谁还没报")
    assert "· 还没报过进展" in shown
    assert f"统计报表 {TITLE}（11月）：4 家还没报：市公安局、市农业农村局、市市场监管局、市贸促会（/returns）" in shown
    filed(town, "市公安局", "2019-11", 12, 35.5, 2, by=chen)
    assert "：3 家还没报：市农业农村局、" in await chen.says("谁还没报")


async def test_what_freezing_means_for_who_has_not_filed_is_the_same_for_all(
    town: Town, chen: Resident, lin: Resident, monthly: None
) -> None:
    filed(town, "市农业农村局", "2019-11", 3, 20, 1, by=chen)
    assert "固定后不再提醒没报过的单位；补报的数列在旁边，不进合计" in await chen.says("固定11月的统计月报")
    await chen.presses("确认固定")
    assert "固定时没报（3）：市公安局、" in chen.sees() and "不再提醒，补报的列在旁边" in chen.sees()
    assert "这期数字已固定，没有报；不再提醒，可以补报" in await lin.says("/returns")
    assert (await chen.says("固定11月的统计月报")).startswith(f"《{TITLE}》（11月）已经固定了。")
    assert (await chen.says("11月的统计月报解除固定")).startswith(f"解除固定《{TITLE}》（11月）？")
    assert (await chen.says("确认", "11月的统计月报解除固定")).startswith(f"《{TITLE}》（11月）没有固定，不用解除。")
    assert town.rows("SELECT * FROM return_rounds WHERE frozen_at IS NOT NULL") == []


async def test_a_nil_return_in_the_name_of_a_unit_is_looked_at_first(town: Town, chen: Resident, monthly: None) -> None:
    await chen.says("市公安局11月的统计月报")
    assert "市公安局" in await chen.presses("代报", "零报") and "请核对" in chen.sees()
    assert town.rows("SELECT * FROM filings") == []
    assert "已提交 ✓" in await chen.says("确认")


@pytest.mark.parametrize("said", ["公安局案值是不是弄错了 350还是35.0", "公安局的案值350对不对啊"])
async def test_a_question_about_a_units_figure_shows_what_it_filed(
    town: Town, asked: Resident, lin: Resident, said: str
) -> None:
    await lin.submits("月报：立案12 案值350 抓获2")
    await asked.says("月报谁没报")
    assert "案值 350 万元" in await asked.says(said) and "退回" in asked.buttons() and "提交" not in asked.buttons()


async def test_only_to_nudge_is_about_the_return_right_above(asked: Resident, lin: Resident) -> None:
    await asked.says("月报谁没报")
    assert "1 人（市公安局）会收到" in await asked.says("催一下")
    await asked.presses("取消", "不要了")
    await asked.says("汇总")
    assert (await asked.says("催一下")).startswith("催办哪些？")


@pytest.mark.parametrize("said", ["帮海关报零", "海关那边打电话说是0 帮他报零", "海关没案子，零报"])
async def test_a_nil_return_is_made_for_a_unit_in_words(town: Town, asked: Resident, said: str) -> None:
    assert "武汉海关" in await asked.says(said) and "零报：各项都是 0。" in asked.sees()


async def test_a_unit_without_cases_files_nil(asked: Resident, lin: Resident) -> None:
    assert "零报：各项都是 0。" in await lin.says("这个月我们没有案子")


async def test_that_a_change_holds_from_a_later_period_is_said_not_to_be_taken(asked: Resident) -> None:
    shown = await asked.says("销毁数量也加到月报里 从12月起")
    assert shown.startswith("“从12月起”没有照办：改动不分从哪期起") and "销毁数量" in shown
    assert "没有照办" not in await asked.says("取消", "不要了", "月报加上销毁数量")


async def test_the_office_hears_once_who_has_not_filed_in_time(town: Town, asked: Resident, lin: Resident) -> None:
    await lin.submits("月报：立案12 案值350 抓获2")
    for day in ("2019-12-06", "2019-12-09", "2019-12-10"):
        await town.move_to(f"{day} 09:05")
    told = [each for each in asked.messages() if "统计报表已截止，还没报\n" in each.text]
    assert ["（2019年11月）：市农业农村局、武汉海关、市商务局\n" in f"{each.text}\n" for each in told] == [True]
    assert any(each.text.startswith("催办 ") for each in told[0].buttons)
