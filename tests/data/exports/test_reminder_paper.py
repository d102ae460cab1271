"""The papers 提醒函 and 督办单 as people see them."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from data.announcing.reminder_papers import GRADES, reminder_for_unit, tasks_by_grade
from data.exports.documents.reminder_paper import Reminder, reminder_paper
from data.exports.documents.word_format import FANG_SONG, SONG_TITLE
from data.people.people import Person
from data.plan.units import find_unit
from data.standing.rows import ensure_rows
from data.standing.standing import Light
from data.store import Database, open_database
from tests.data.exports.office import is_written_on, needs_office, pages_of
from tests.journeys.town import OPENING, PLAN, with_plan

CHEN = Person(1, 1, "陈主任", None, ())
MARKET = "市市场监管局"


@pytest.fixture
def papers(tmp_path: Path) -> dict[Light, Reminder]:
    """Return the papers that could be sent to the market bureau; its blue tasks also serve for the yellow one."""
    file = tmp_path / "plan.db"
    file.write_bytes(with_plan(PLAN))
    db: Database = open_database(file)
    ensure_rows(db, OPENING)
    unit = find_unit(db, MARKET)
    found = {
        grade: reminder_for_unit(db, CHEN, unit.id, grade, OPENING) for grade in tasks_by_grade(db, unit.id, OPENING)
    }
    db.close()
    blue = found[Light.DUE_SOON]
    yellow = Reminder(
        blue.plan, blue.unit, Light.WORRYING, blue.tasks, "打假办", "王主任 027-12345", blue.today, blue.until
    )
    return {**found, Light.WORRYING: yellow}


def test_one_template_has_three_grades(papers: dict[Light, Reminder], tmp_path: Path) -> None:
    assert set(papers) == set(GRADES)
    colours = set()
    for grade, paper in papers.items():
        file = tmp_path / "paper.docx"
        file.write_bytes(reminder_paper(paper, "zh"))
        mark, title, *rest = Document(str(file)).paragraphs
        assert mark.text in ("【红色督办】", "【黄色提醒】", "【蓝色提醒】")
        assert title.text.endswith("督办单" if grade is Light.OVERDUE else "提醒函")
        assert any(f"以下{len(paper.tasks)}项任务" in each.text for each in rest)
        [table] = Document(str(file)).tables
        assert all(re.match(r"尚未填报，(逾期|还有)\d+天$", row.cells[3].text) for row in table.rows[1:])
        colours.add(str(mark.runs[0].font.color.rgb))
    assert len(colours) == 3


def test_it_keeps_to_the_official_format(papers: dict[Light, Reminder], tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(reminder_paper(papers[Light.WORRYING], "zh"))
    _, title, *rest = Document(str(file)).paragraphs
    assert SONG_TITLE in title._p.xml
    [asks] = [each for each in rest if "请抓紧推进" in each.text]
    assert FANG_SONG in asks._p.xml and asks.runs[0].font.size == Pt(16)
    assert asks.paragraph_format.line_spacing == Pt(28)
    assert [each.text for each in rest][-2:] == ["打假办", "2019年11月25日"]
    assert any(each.text == "联系人及电话：王主任 027-12345" for each in rest)


def test_an_answer_is_wanted_after_working_days(papers: dict[Light, Reminder]) -> None:
    assert papers[Light.OVERDUE].until == date(2019, 11, 28)
    assert papers[Light.DUE_SOON].until == date(2019, 12, 2)


@needs_office
def test_it_is_one_page_in_an_office_program(papers: dict[Light, Reminder], tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(reminder_paper(papers[Light.OVERDUE], "zh"))
    [page] = pages_of(file)
    assert is_written_on(page)
