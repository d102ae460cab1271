"""Terminals on which the command line is used."""

from pathlib import Path

import pytest

from tests.bot.cli.terminal import Terminal
from tests.journeys.town import PLAN, with_plan


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal whose database holds the shipped plan."""
    database = tmp_path / "cli.db"
    database.write_bytes(with_plan(PLAN))
    return Terminal(database)


@pytest.fixture
def bare(tmp_path: Path) -> Terminal:
    """A terminal without a database."""
    return Terminal(tmp_path / "new.db")
