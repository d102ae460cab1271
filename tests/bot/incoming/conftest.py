"""A database with one person, who sends updates."""

from pathlib import Path

import pytest

from data.people.people import Role, add_membership, add_person
from data.store import Database, open_database
from tests.journeys.town import OPENING

MEMBER = 1001


@pytest.fixture
def db(tmp_path: Path) -> Database:
    db = open_database(tmp_path / "x.db")
    add_membership(db, add_person(db, "陈主任", OPENING, MEMBER), Role.COORDINATOR, None)
    return db
