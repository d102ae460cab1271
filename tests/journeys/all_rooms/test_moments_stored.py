"""Moments are stored in UTC by every room, wherever the reader is."""

import re

import pytest

from tests.journeys.town import Town

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*")
IN_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")


@pytest.mark.usefixtures("busy_day")
async def test_after_a_day_on_which_everything_was_used_every_moment_stands_there_in_utc(town: Town) -> None:
    tables = [row["name"] for row in town.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    held = [
        (table, column, str(value))
        for table in tables
        for row in town.rows(f"SELECT * FROM {table}")
        for column, value in row.items()
        if MOMENT.fullmatch(str(value))
    ]
    assert len({table for table, _, _ in held}) > 20
    assert [each for each in held if not IN_UTC.fullmatch(each[2])] == []
