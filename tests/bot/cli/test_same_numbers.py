"""The command line, the files and the chat show the numbers that a count over the raw reports gives."""

from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from data.exports.ledger import ExportScope, ledger
from data.exports.pictures.months import indicator_months
from data.plan.units import find_unit
from data.reporting.figures import figures_with_units
from data.summary.summary import overview
from data.times import day_of
from handlers.summary.texts.overview import overview as overview_text
from handlers.wording import Html, plain
from tests.bot.cli.terminal import Terminal
from tests.data.conftest import MARKET, POLICE, ZONE, day
from tests.data.happenings import Happening, added_up, happenings, open_town, raw

FIRST = day("2019-10-25")


@given(st.lists(happenings, min_size=4, max_size=14), st.sampled_from([None, POLICE, MARKET]))
@settings(max_examples=12, deadline=None)
def test_everything_that_is_told_is_what_the_raw_reports_say(happened: list[Happening], unit: str | None) -> None:
    town = open_town()
    town.live(happened)
    today = day_of(town.now, ZONE)
    counted = raw(town.db, FIRST, today, unit, None)
    figures = {name: value for name, value in added_up(counted, latest=False).items() if value}
    ids = None if unit is None else (find_unit(town.db, unit).id,)
    with TemporaryDirectory() as folder:
        database = Path(folder) / "liaison.db"
        database.write_bytes(town.db.conn.serialize())
        terminal = Terminal(database, town.now.strftime("%Y-%m-%dT%H:%M"))
        words = ["--from", FIRST.isoformat(), *(["--unit", unit] if unit else [])]
        told = terminal.gets("summary", *words, "--json")
        terminal.types("summary", *words, "--xlsx", f"{folder}/x.xlsx")
        terminal.types("summary", *words, "--docx", f"{folder}/x.docx")
        book = load_workbook(f"{folder}/x.xlsx")
        document = "".join(each.text for each in docx.Document(f"{folder}/x.docx").paragraphs)
    assert told["reports"] == len(counted)
    assert {each["indicator"]: each["total"] for each in told["figures"] if each["total"]} == figures
    rows = list(book["统计数据"].iter_rows(min_row=4, values_only=True))
    assert {row[1]: row[-1] for row in rows if row[0] == "合计"} == figures
    for name, value in figures.items():
        assert f"{name}{value:g}{'件' if name == '立案件数' else '万元'}" in document
    drawn = indicator_months(ledger(town.db, ExportScope(FIRST, today, ids), today))
    assert {each.indicator.name: each.total for each in drawn} == figures
    shown = overview(town.db, (FIRST, today), today, ids)
    if today != FIRST:
        assert {each.indicator: each.total for each in shown.figures if each.total} == figures
        said = plain(overview_text(shown, Html(""), list(figures_with_units(town.db, figures)), Html(""), "zh"))
        assert all(f"{name} {value:g}" in said for name, value in figures.items())
    for name in ("closed", "submitted", "in_progress", "blocked", "overdue"):
        assert told[name] == getattr(shown.now.counts, name)
    assert told["total"] == len(list(book["任务"].iter_rows(min_row=4)))
    town.db.close()
