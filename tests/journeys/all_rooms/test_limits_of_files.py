"""Limits on files: the same in every room, explained in a sentence, and nothing over them stored."""

from collections.abc import Awaitable, Callable

import pytest

from bot.emulator import Upload
from data.plan.files.limits import OF_TABLES
from data.reporting.attachments import MOST_BYTES
from tests.journeys.files_sent import sends_pdf
from tests.journeys.information.articles import begins_article
from tests.journeys.reporting.reports_made import to_the_evidence
from tests.journeys.town import Resident, Town

TEN = [Upload(f"{number}.pdf", b"%PDF" + bytes([number])) for number in range(10)]
TOO_MUCH = bytes(MOST_BYTES + 1)


def bytes_kept(town: Town) -> int:
    return int(town.rows("SELECT total(length(content)) AS n FROM evidence")[0]["n"])


@pytest.mark.parametrize("begins", [to_the_evidence, begins_article], ids=["evidence", "information"])
async def test_ten_files_and_no_file_of_more_than_twenty_megabytes(
    town: Town, lin: Resident, begins: Callable[[Resident], Awaitable[None]]
) -> None:
    await begins(lin)
    assert "“大.zip”有 20.1 MB，最多 20 MB。" in await sends_pdf(lin, "大.zip", content=TOO_MUCH)
    await lin.does(lambda: town.world.send_album(lin.id, TEN))
    assert "最多附 10 个文件，这个没有收。" in await sends_pdf(lin, "11.pdf", content=b"%PDF11")
    assert [row["name"] for row in town.rows("SELECT name FROM attachments")] == [each.name for each in TEN]
    assert bytes_kept(town) == sum(len(each.content) for each in TEN)


async def test_a_file_that_begins_work_information_has_the_same_limits(town: Town, lin: Resident) -> None:
    caption = "报工作信息：捣毁一处窝点"
    assert "最多 20 MB" in await sends_pdf(lin, "大.zip", caption, TOO_MUCH)
    assert town.rows("SELECT * FROM attachments") == town.rows("SELECT * FROM dialogs") == []


async def test_a_broadcast_keeps_no_bytes_and_takes_no_file_that_telegram_would_not_give(
    town: Town, chen: Resident
) -> None:
    await chen.says("/broadcast")
    assert "最多 20 MB" in await sends_pdf(chen, "大.zip", content=TOO_MUCH)
    await chen.does(lambda: town.world.send_album(chen.id, TEN))
    assert "一次最多发 10 个文件" in await sends_pdf(chen, "11.pdf", content=b"%PDF11")
    assert bytes_kept(town) == 0


@pytest.mark.parametrize("name", ["任务表.xlsx", "任务表.csv", "任务表.docx", "名单.csv", "名单.xlsx"])
async def test_a_table_of_more_than_five_megabytes_is_not_even_fetched(town: Town, chen: Resident, name: str) -> None:
    await chen.says("/help")
    called = len(town.world.calls)
    answer = await sends_pdf(chen, name, content=bytes(OF_TABLES.size + 1))
    assert "没有读成：文件有 5.1 MB，最多 5 MB。" in (answer or chen.sees())
    assert [each.method for each in town.world.calls[called:] if each.method == "getFile"] == []
    assert town.rows("SELECT * FROM plan_files") == []
