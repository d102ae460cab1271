"""A unit fills in its statistics returns: all at once or one by one, prefilled, checked, corrected, returned."""

import pytest

from data.people.people import Role
from data.returns.unit_returns import ReturnState
from tests.journeys.returning import CASES, MOVED, UNITS, VALUE, counted, files_return, freezes, gives_back, of
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("october")

FILL = "填报表 办案统计月报 2019年10月"


async def test_what_is_open_stands_in_the_list(lin: Resident) -> None:
    assert await lin.says("/returns") == (
        "统计报表：共 1 份，要填 1 份。\n\n🔴 办案统计月报 · 2019年10月\n还没填；11月6日前报（逾期19天）"
    )
    assert lin.buttons() == [FILL]


async def test_all_figures_in_one_message(town: Town, lin: Resident) -> None:
    await lin.says("/returns")
    asked = await lin.presses(FILL)
    assert "· 立案件数：____ 件\n· 移送公安件数：____ 件\n· 案值：____ 万元" in asked
    assert "例如：立案件数 12、移送公安件数 2、案值 35.5" in asked
    preview = await lin.says("立案12 案值35.5 移送2")
    assert "请核对" in preview and "· 立案件数：12 件\n· 移送公安件数：2 件\n· 案值：35.5 万元" in preview
    assert counted(town, "市公安局") == {}
    assert (await lin.presses("提交")).startswith("已提交 ✓ 办案统计月报 · 2019年10月 · 市公安局\n立案件数 12 件")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 35.5}
    assert "✅ 办案统计月报 · 2019年10月\n11月25日已报：立案件数 12 件" in await lin.says("统计报表")


async def test_a_form_that_fills_a_screen_comes_back_below_something_else_while_nothing_is_in_it(
    lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.dialog.opening.A_SCREEN", 3)
    asked = await lin.says("填报表")
    await lin.says("我的任务")
    assert lin.sees() == asked
    await lin.says("立案12", "我的任务")
    assert lin.buttons() == ["继续"]


@pytest.mark.parametrize(
    ("said", "told"),
    [("-2 12 35", "“立案件数”不能是负数"), ("12 1.2.3 35", "没看懂。请写“名称+数字”")],
)
async def test_numbers_alone_of_which_one_cannot_be_are_not_all_taken(lin: Resident, said: str, told: str) -> None:
    assert told in await lin.says("填报表", said)


async def test_numbers_alone_are_taken_in_order(town: Town, lin: Resident) -> None:
    await files_return(lin, "12 2 35.5")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 35.5}


async def test_figures_are_given_one_by_one(town: Town, lin: Resident) -> None:
    assert "还差：移送公安件数、案值" in await lin.says("填报表", "立案12")
    assert of(town, "市公安局").state is ReturnState.DRAFT
    assert "还差：案值" in await lin.says("移送2")
    assert "请核对" in await lin.says("35.5")
    await lin.says("没问题，提交")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 35.5}


async def test_a_nil_return_is_one_press(town: Town, lin: Resident) -> None:
    await lin.says("填报表")
    assert "零报：各项都是 0。" in await lin.presses("零报")
    assert counted(town, "市公安局") == {CASES: 0, MOVED: 0, VALUE: 0}


@pytest.mark.parametrize("said", ["没有", "本月没有", "这个月都没有", "全部为0", "没有案子 零报"])
async def test_words_for_nothing_file_a_nil_return(lin: Resident, said: str) -> None:
    assert "零报：各项都是 0。" in await lin.says("填报表", said)


async def test_nil_in_words(town: Town, lin: Resident, nong: Resident) -> None:
    await lin.says("填报表", "零报")
    await nong.submits("填报表", "都是0")
    for unit in ("市公安局", "市农业农村局"):
        filing = of(town, unit).counted
        assert filing is not None and filing.nil


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("移送-2", "“移送公安件数”不能是负数，请再写一次；其余的已记下。"),
        ("开心指数3", "“开心指数3”没看懂。请写“名称+数字”，这里要的是：立案件数、移送公安件数、案值。"),
        ("抓获3", "这份报表不要“抓获人数”，只要：立案件数、移送公安件数、案值。其余的已记下。"),
    ],
)
async def test_what_cannot_be_taken_is_said_and_the_rest_kept(town: Town, lin: Resident, said: str, told: str) -> None:
    answer = await lin.says("填报表", f"立案12，{said}")
    assert "已记下：立案件数 12 件。" in answer and told in answer
    assert "还差：移送公安件数、案值" in answer
    await lin.submits("移送2 案值3")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 3}


async def test_a_sentence_with_period_and_figures_goes_to_the_check(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-02 10:00")
    preview = await lin.says("10月报表：立案3 案值2.5 移送1")
    assert (
        "办案统计月报 · 2019年10月" in preview and "· 立案件数：3 件\n· 移送公安件数：1 件\n· 案值：2.5 万元" in preview
    )
    await lin.presses("提交")
    assert (counted(town, "市公安局"), counted(town, "市公安局", "2019-11")) == ({CASES: 3, MOVED: 1, VALUE: 2.5}, {})


async def test_two_colleagues_at_once(town: Town, lin: Resident) -> None:
    wu = town.member(1060, "吴警官", "市公安局", Role.DEPUTY)
    await lin.says("填报表", "立案12")
    await files_return(wu, "立案9 案值3 移送1")
    answer = await lin.says("移送2 案值3")
    assert "本单位同事刚才已经报过这份报表" in answer and "立案件数 12" in answer
    assert counted(town, "市公安局")[CASES] == 9


async def test_it_survives_a_restart_and_a_question_in_between(town: Town, lin: Resident) -> None:
    await lin.says("填报表", "立案12")
    await town.restart()
    await lin.says("我的任务")
    assert "还差：移送公安件数、案值" in lin.sees()
    await lin.submits("移送2，案值3")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 3}


async def test_the_same_press_twice_files_once(town: Town, lin: Resident) -> None:
    await lin.says("填报表")
    data = next(each.callback_data for each in lin.last().buttons if each.text == "零报")
    await lin.presses("零报")
    assert "过时" not in await lin.forges(str(data))
    assert len(town.rows("SELECT * FROM filings")) == 1


async def test_a_return_is_filled_in_and_refused_in_english(town: Town, wang: Resident) -> None:
    listed = await wang.says("/returns")
    assert listed.startswith("Statistics returns: 1 in all, 1 to fill in.")
    asked = await wang.presses("Fill in the return: 办案统计月报 Oct 2019")
    assert "· cases filed: ____\n· cases transferred: ____\n· case value (10,000 yuan): ____" in asked
    preview = await wang.says("filed 12.5, value 3, transferred 2")
    assert "cases filed 12.5 is not a whole number; please check." in preview
    assert "· cases filed: 12\n" in await wang.says("cases filed 12")
    assert (await wang.says("ok submit")).startswith("已提交 ✓ Submitted: 办案统计月报 · Oct 2019 · 武汉海关")
    assert counted(town, "武汉海关") == {CASES: 12, MOVED: 2, VALUE: 3}
    await wang.presses("Correct it")
    refused = await wang.says("happiness 3")
    assert "asked for are: cases filed, cases transferred, case value" in refused
    assert "Nil return: every figure is 0." in await wang.says("nothing this month")


async def test_a_quarter_of_four_units(town: Town, chen: Resident, lin: Resident, nong: Resident) -> None:
    """One unit files late, one nil, one corrects after freezing, one has its figures returned; the office's table
    agrees with an independent count."""
    zhou = town.member(1033, "周科长", "市市场监管局", Role.LIAISON)
    hai = town.member(1034, "海科长", "武汉海关", Role.LIAISON)
    await town.move_to("2019-11-04 10:00")
    await files_return(lin, "立案12 案值35.5 移送2")
    await nong.says("填报表")
    await nong.presses("零报")
    await files_return(hai, "立案3 案值4 移送5")
    gives_back(town, chen, "武汉海关", "移送比立案还多")
    await hai.submits("填报表", "移送1")
    await town.move_to("2019-11-08 10:00")
    await files_return(zhou, "立案7 案值1.5 移送0")
    assert {unit: (of(town, unit).state, of(town, unit).late) for unit in UNITS} == {
        "市公安局": (ReturnState.FILED, False),
        "市市场监管局": (ReturnState.FILED, True),
        "市农业农村局": (ReturnState.FILED, False),
        "武汉海关": (ReturnState.FILED, False),
    }
    freezes(town, chen)
    await lin.presses("更正")
    await lin.submits("立案13", "漏计一起")
    sums = {
        name: sum(found.values[name] for unit in UNITS if (found := of(town, unit).standing)) for name in (CASES, MOVED)
    }
    assert sums == {CASES: 12 + 0 + 3 + 7, MOVED: 2 + 0 + 1 + 0}
    [row] = town.rows("SELECT count(*) AS filings FROM filings")
    assert row["filings"] == 6


async def test_the_morning_has_its_line_and_the_button_that_opens_its_form(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-02 09:00")
    await town.app.ticker.tick()
    digest = lin.sees()
    assert "统计报表" in digest and "📋 办案统计月报 2019年11月 · 还有3天" in digest
    asked = await lin.presses("填报表 办案统计月报 2019年11月")
    assert asked.startswith("办案统计月报 · 2019年11月 · 市公安局\n12月5日前报（还有3天）")
    await lin.presses("零报")
    await town.move_to("2019-12-04 09:00")
    await town.app.ticker.tick()
    assert not any("办案统计月报 2019年11月" in text for text in lin.heard()[-1:])


async def test_the_office_fills_in_for_a_unit_that_telephones(
    town: Town, chen: Resident, gu: Resident, lin: Resident
) -> None:
    number = of(town, "市公安局").id
    await chen.forges(f"round:unit:{number}")
    assert "代报" in chen.buttons()
    await chen.presses("代报")
    await chen.says("立案12 案值35.5 移送2")
    assert "已报 1/4" in await chen.presses("提交", "统计报表")
    filing = of(town, "市公安局").counted
    assert filing is not None and filing.by_office and filing.by == "陈主任"
    assert "11月25日已报：立案件数 12 件" in await lin.says("/returns")
    assert (await gu.forges(f"filing:fill:{number}")).startswith("市公安局的统计报表由该单位和办公室填、看。")


async def test_the_office_fills_in_the_return_of_its_own_unit(town: Town, chen: Resident) -> None:
    desk = town.member(1070, "办公室小刘", "市市场监管局", Role.COORDINATOR)
    assert (await desk.says("填报表")).startswith("办案统计月报 · 2019年10月 · 市市场监管局")
    await desk.presses("零报")
    assert of(town, "市市场监管局").state is ReturnState.FILED


async def test_money_without_a_name_is_the_value_and_numbers_alone_replace_a_full_form(wang: Resident) -> None:
    preview = await wang.says("file the return: 5 cases, 2 transferred, RMB 350,000")
    assert "· cases filed: 5\n· cases transferred: 2\n· case value (10,000 yuan): 35" in preview
    assert "(10,000 yuan): 120" in await wang.says("we found goods worth RMB 1.2m")
    assert "· cases filed: 6\n· cases transferred: 3\n· case value (10,000 yuan): 40" in await wang.says("6 3 40")
    assert "1 to fill in" in await wang.says("when is the return due")


@pytest.mark.parametrize("words", ["把月报撤了重报", "月报不对，重新填"])
async def test_what_was_filed_is_opened_once_more_in_words(town: Town, lin: Resident, words: str) -> None:
    await files_return(lin)
    assert "· 立案件数：12 件" in await lin.says(words)
    assert "· 立案件数：6 件（原 12）" in await lin.says("立案6")
    assert counted(town, "市公安局")[CASES] == 12


@pytest.mark.parametrize("opening", [True, False])
async def test_a_return_is_filled_in_as_the_one_before(town: Town, lin: Resident, opening: bool) -> None:
    await files_return(lin)
    await town.move_to("2019-12-02 09:00")
    if not opening:
        await lin.says("填报表")
    shown = await lin.says("月报和上月一样" if opening else "和上月一样")
    assert "2019年11月" in shown and "· 立案件数：12 件（上期 12）" in shown and "提交" in lin.buttons()


async def test_that_a_return_will_be_late_can_be_told_to_the_office(lin: Resident) -> None:
    assert "会告诉办公室：\n“报表12月5号交不了，晚两天”" in await lin.says("报表12月5号交不了，晚两天")
