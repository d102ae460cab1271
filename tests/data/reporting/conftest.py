"""What the tests of reports begin with."""

import pytest

from data.people.people import Person
from data.reporting.drafts import Draft, open_draft
from data.store import Database
from tests.data.conftest import NOW, assignment


@pytest.fixture
def draft(db: Database, plan: None, liaison: Person) -> Draft:
    """A draft on 1-1, just begun by update 1."""
    return open_draft(db, liaison.id, assignment(db, "1-1").id, 1, NOW)
