"""The file whose age shows whether the bot is well."""

import asyncio
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import build_application
from bot.demo.demo_bot import demo_settings
from bot.upkeep.health import heart_file, touch_heart_file
from data.store import open_database
from tests.journeys.town import OPENING, ZONE


class Enough(Exception):
    """Ends the loop once it has run as often as the test needs."""


@pytest.mark.parametrize(("silent_for", "beats"), [(0, True), (91, False)])
async def test_the_heart_beats_only_while_all_is_well(tmp_path: Path, silent_for: float, beats: bool) -> None:
    database = tmp_path / "x.db"
    db = open_database(database)
    app = build_application(demo_settings("http://127.0.0.1:1", database, ZONE), db, lambda: OPENING)
    app.pulse.polled = app.pulse.monotonic() - silent_for

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(0)
        raise Enough

    with suppress(Enough):
        await touch_heart_file(app, app.pulse, database, sleep)
    assert heart_file(database).exists() is beats
    if beats:
        assert stat.S_IMODE(heart_file(database).stat().st_mode) == 0o600
    db.close()
