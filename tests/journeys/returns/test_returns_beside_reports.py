"""A statistics return is prefilled from the reports; figures that differ are questioned, never refused."""

import pytest

from tests.journeys.files_sent import sends_pdf, sends_photo
from tests.journeys.returning import CASES, MOVED, VALUE, counted, files_return
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("october")


async def october_reports(town: Town, lin: Resident) -> None:
    """The police have reported eight cases and a value in October."""
    await town.move_to("2019-10-28 10:00")
    await lin.submits("1-2 完成20%，立案5件，案值10万元")
    await lin.submits("8-2 完成30%，立案3件")
    await town.move_to("2019-11-04 10:00")


async def test_what_was_reported_is_prefilled_and_filed_by_one_press(town: Town, lin: Resident) -> None:
    await october_reports(town, lin)
    asked = await lin.says("填报表")
    assert "· 立案件数：8 件（填报合计 8）" in asked and "· 案值：10 万元（填报合计 10）" in asked
    assert "· 移送公安件数：0 件（填报合计 0）" in asked
    assert (await lin.presses("一致，提交")).startswith("已提交 ✓ ")
    assert counted(town, "市公安局") == {CASES: 8, MOVED: 0, VALUE: 10}
    [row] = town.rows("SELECT count(*) AS filed FROM filings")
    assert row["filed"] == 1


async def test_what_differs_from_the_reports_is_written_and_both_are_shown(town: Town, lin: Resident) -> None:
    await october_reports(town, lin)
    preview = await lin.says("填报表", "立案9")
    assert "· 立案件数：9 件（填报合计 8）" in preview and "· 案值：10 万元" in preview
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 9, MOVED: 0, VALUE: 10}
    [total] = town.rows("SELECT sum(value) AS value FROM report_figures WHERE indicator = '立案件数'")
    assert total["value"] == 8


@pytest.mark.parametrize("said", ["一致", "可以，交吧", "没问题"])
async def test_a_full_form_is_agreed_to_in_words(town: Town, lin: Resident, said: str) -> None:
    await october_reports(town, lin)
    await lin.says("填报表")
    if "请核对" in await lin.says(said):
        await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 8, MOVED: 0, VALUE: 10}


async def test_the_word_of_the_button_does_what_it_does(town: Town, lin: Resident) -> None:
    await october_reports(town, lin)
    assert (await lin.says("填报表", "提交")).startswith("已提交 ✓ ")


@pytest.mark.parametrize(
    "said", ["立案6件，其中移送1件，案值还是10万", "立案不对，应该是6，移送1", "把立案改成6，把移送改成1"]
)
async def test_what_is_different_is_said_as_people_say_it(town: Town, lin: Resident, said: str) -> None:
    await october_reports(town, lin)
    assert "请核对" in await lin.says("填报表", said)
    await lin.presses("提交")
    assert counted(town, "市公安局") == {CASES: 6, MOVED: 1, VALUE: 10}


async def test_later_puts_the_form_aside(town: Town, lin: Resident) -> None:
    answer = await lin.says("填报表", "立案12", "等会儿再填")
    assert "还差" not in answer and "提醒" not in answer
    await lin.submits("填报表", "移送2 案值3")
    assert counted(town, "市公安局") == {CASES: 12, MOVED: 2, VALUE: 3}


async def test_a_nil_return_against_the_reports_is_asked_about_not_refused(town: Town, lin: Resident) -> None:
    await october_reports(town, lin)
    await lin.says("填报表")
    assert "本期填报里有：立案件数 8 件、案值 10 万元。确定零报吗？" in await lin.presses("零报")
    assert counted(town, "市公安局") == {}
    await lin.presses("提交")
    assert counted(town, "市公安局")[CASES] == 0


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("立案2 移送3 案值1", "移送公安件数 3 比立案件数 2 还多"),
        ("立案2.5 移送1 案值1", "立案件数 2.5 不是整数"),
        ("累计立案30，移送1，案值1", "立案件数 30 您写的是累计"),
        ("立案2，移送1，案值不到30万", "案值 30 您写的是约数"),
        ("立案2，移送1，案值大概是30万", "案值 30 您写的是约数"),
    ],
)
async def test_checks_are_asked_about_and_never_refused(town: Town, lin: Resident, said: str, asked: str) -> None:
    assert asked in await lin.says("填报表", said)
    assert (await lin.presses("提交")).startswith("已提交")
    assert counted(town, "市公安局") != {}


@pytest.mark.parametrize(
    "said",
    [
        "10月月报：累计立案30，移送1，案值1",
        "10月月报：1至10月立案30，移送1，案值1",
        "月报 今年以来立案30，移送1，案值1",
    ],
)
async def test_a_running_total_in_the_sentence_that_begins_it_is_asked_about(lin: Resident, said: str) -> None:
    assert "立案件数 30 您写的是累计；这里要的是本期数" in await lin.says(said)
    assert "您写的是累计" not in await lin.says("立案3，移送1，案值1")


@pytest.mark.parametrize("said", ["10月月报：立案2，移送1，案值差不多有30万", "10月月报：立案2，移送1，案值近30万"])
async def test_an_approximate_sum_in_the_sentence_that_begins_it_is_asked_about(lin: Resident, said: str) -> None:
    assert "案值 30 您写的是约数" in await lin.says(said)
    assert "案值 30 您写的是约数" in await lin.says("移送2")
    assert "您写的是约数" not in await lin.says("案值31.5万")


@pytest.mark.parametrize("said", ["案值不超过30万", "案值最多30万"])
async def test_what_is_only_a_limit_is_asked_for_again(lin: Resident, said: str) -> None:
    asked = await lin.says(f"10月月报：立案2，移送1，{said}")
    assert "没看懂" in asked and "· 案值：____" in asked
    assert "· 案值：28 万元" in await lin.says("案值28万")


async def test_a_running_total_that_was_reported_first_is_not_prefilled(town: Town, lin: Resident) -> None:
    await town.move_to("2019-10-28 10:00")
    await lin.submits("1-2 完成20%，今年以来累计立案50件")
    await lin.submits("8-2 完成30%，案值3万元")
    await town.move_to("2019-11-04 10:00")
    asked = await lin.says("填报表")
    assert "· 立案件数：____ 件\n· 移送公安件数：0 件（填报合计 0）\n· 案值：3 万元（填报合计 3）" in asked, asked
    assert "还差：立案件数" in await lin.presses("一致，提交")


async def test_a_jump_against_the_last_periods_is_asked_about(town: Town, lin: Resident) -> None:
    await files_return(lin)
    await town.move_to("2019-12-02 10:00")
    preview = await lin.says("填报表", "立案120 案值30 移送2")
    assert "（上期 12）" in preview
    assert "⚠️ 立案件数 120，和上几期（12）相差很大" in preview and preview.count("⚠️") == 1
    await lin.presses("提交")
    assert counted(town, "市公安局", "2019-11")[CASES] == 120


async def test_a_file_for_the_form_is_refused_and_evidence_of_a_task_is_taken(town: Town, lin: Resident) -> None:
    await town.move_to("2019-11-04 10:00")
    await lin.says("填报表")
    for caption in ("", "10月月报"):
        shown = await sends_pdf(lin, "月报.xlsx", caption)
        assert shown.startswith("报表不收文件，里面的数字没有读") and "立案件数：" in shown
    assert town.rows("SELECT * FROM attachments") == []
    assert "填报 1-2 " in await sends_photo(lin, "1-2 60%")
    assert len(town.rows("SELECT * FROM attachments")) == 1
