"""A small office for the tests of the data storey: a database, a plan of a few lines, and four people."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data.notices.contents import content_to_send
from data.notices.outbox import claim, mark_sent
from data.office.importing import PlanChanges, import_plan
from data.people.people import Person, Role, add_membership, add_person, person_by_id
from data.people.roster_file import RosterReading, read_roster
from data.plan.files.plan import PlanReading, read_plan
from data.plan.unit_names import shipped_unit_names
from data.plan.units import ensure_unit
from data.standing.assignments import Assignment, assignments
from data.standing.rows import update_rows
from data.store import Database, open_database
from data.times import stored
from tests.fixtures.planning import plan_today

ZONE = ZoneInfo("Asia/Shanghai")
ISSUED = date(2019, 10, 24)
POLICE = "市公安局"
MARKET = "市市场监管局"
CUSTOMS = "武汉海关"
COORDINATOR, LIAISON, DEPUTY, OUTSIDER = 1001, 1002, 1003, 1099
GROUP = -100200300
SHIPPED_PLAN = Path("data/plan/shipped/wuhan-2019-2020.csv")


def at(text: str) -> datetime:
    """Return a moment in the plan's zone, given as 2019-11-25 09:00."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def day(text: str) -> date:
    """Return a day, given as 2019-11-25."""
    return date.fromisoformat(text)


NOW = at("2019-11-25 09:00")


@dataclass(frozen=True)
class Line:
    """A line of a plan file."""

    measure: str
    deadline: str = "2019年12月31日"
    units: str = POLICE
    item: str = "1. 专项整治"
    deliverable: str = "工作总结"
    section: str = "一、集中整治"
    code: str = ""


def reading_of(*lines: Line, issued: date = ISSUED) -> PlanReading:
    """Return the reading of a plan file with these lines."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["任务名称", "任务细项", "细化措施", "成果形式", "完成时间", "负责单位", "编号"])
    for each in lines:
        writer.writerow([each.section, each.item, each.measure, each.deliverable, each.deadline, each.units, each.code])
    return read_plan(text.getvalue().encode(), "计划.csv", issued, shipped_unit_names())


def bring_in(db: Database, *lines: Line, now: datetime = NOW, issued: date = ISSUED) -> PlanChanges:
    """Import a plan file with these lines, however many tasks of the present plan it leaves out."""
    reading = reading_of(*lines, issued=issued)
    return import_plan(db, reading, "测试任务表", issued, "计划.csv", now, most_gone=1)


def roster_of(*rows: str) -> RosterReading:
    """Return the reading of a roster with these lines: unit,name,role,phone,telegram_id,language."""
    text = "\n".join(["unit,name,role,phone,telegram_id,language", *rows])
    return read_roster(text.encode(), "名单.csv", shipped_unit_names())


def let_in(db: Database, telegram_id: int | None, name: str, role: Role, unit: str | None) -> Person:
    """Add a person to the roster, already admitted if a Telegram id is given."""
    person_id = add_person(db, name, NOW, telegram_id)
    add_membership(db, person_id, role, ensure_unit(db, unit) if unit else None)
    return person_by_id(db, person_id)


def assignment(db: Database, code: str, on: str = "2019-11-25", unit: str = POLICE) -> Assignment:
    """Return a unit's assignment for a task, as it stands on a day."""
    [found] = [each for each in assignments(db, day(on), code=code) if each.unit == unit]
    return found


def report(db: Database, code: str, status: str, on: str, percent: int = 0, unit: str = POLICE) -> None:
    """Store a report given at noon of a day or at a moment."""
    moment = at(on if " " in on else f"{on} 12:00")
    assignment_id = assignment(db, code, unit=unit).id
    db.insert(
        "reports",
        assignment_id=assignment_id,
        status=status,
        percent=percent,
        note="",
        source=f"{code}@{unit}:{on}:{status}:{percent}",
        reported_at=stored(moment),
    )
    update_rows(db, [assignment_id], moment)


def dated(db: Database, *days: str) -> None:
    """Import a plan with one task of the police due on each day."""
    bring_in(db, *[Line(f"第{n}项措施", f"{day(each):%Y年%m月%d日}") for n, each in enumerate(days)])


def planned(db: Database, *moments: str) -> int:
    """Plan at each of these moments, and return how many messages were planned."""
    return sum(plan_today(db, at(moment)) for moment in moments)


def deliver(db: Database, now: datetime) -> list[tuple[int, list[tuple[str, str]]]]:
    """Send all that is due now, and return for each message its chat and the rule and code of each entry, in order."""
    sent = []
    while messages := claim(db, now):
        for claimed in messages:
            if (said := content_to_send(db, claimed, now)) is not None:
                mark_sent(db, claimed, 1, now)
                sent.append((claimed.chat_id, [(str(each.rule), str(each.subject.code)) for each in said.entries]))
    return sent


def rows(db: Database, sql: str, *values: object) -> list[tuple[object, ...]]:
    """Return the rows of a query as tuples."""
    return [tuple(row.values()) for row in db.fetch_all(sql, values)]


def dump(db: Database) -> list[str]:
    """Return the whole database as text, to check whether anything has changed."""
    return list(db.conn.iterdump())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "liaison.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    db = open_database(path)
    yield db
    db.close()


@pytest.fixture
def plan(db: Database) -> None:
    """Four tasks: two of the police, a joint one, one without a unit."""
    bring_in(
        db,
        Line("昆仑行动打击食药环犯罪", "2019年12月2日"),
        Line("网络侵权盗版专项执法", "2020年3月31日", f"{POLICE}、{MARKET}"),
        Line("知识产权宣传进校园", "持续开展", item="2. 宣传教育", section="二、宣传"),
        Line("修订有关文件", "2019年11月20日", "", item="2. 宣传教育", section="二、宣传"),
    )


@pytest.fixture
def coordinator(db: Database) -> Person:
    return let_in(db, COORDINATOR, "陈主任", Role.COORDINATOR, None)


@pytest.fixture
def liaison(db: Database) -> Person:
    return let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)


@pytest.fixture
def deputy(db: Database) -> Person:
    return let_in(db, DEPUTY, "吴警官", Role.DEPUTY, POLICE)


@pytest.fixture
def due(db: Database, liaison: Person) -> None:
    """One message is waiting for the liaison, for a task due today."""
    dated(db, "2019-11-25")
    assert planned(db, "2019-11-25 09:00") == 1
