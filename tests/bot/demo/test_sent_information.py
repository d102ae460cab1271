"""The demo's work information: enough of several units for two briefs."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.demo.cast import CAST
from bot.demo.opening import DemoOptions, open_demo
from bot.demo.scenes import SCENES, draw_scene
from bot.demo.sent_information import shipped_information
from bot.demo.show import Show
from data.information.information import InformationState, counts_by_state, information_taken_into
from data.information.weeks import Week

ZONE = ZoneInfo("Asia/Shanghai")


async def test_there_are_two_briefs_of_several_units_and_some_wait(seeded: Show) -> None:
    db = seeded.bot.db
    for monday in (date(2019, 11, 11), date(2019, 11, 18)):
        found = information_taken_into(db, Week(monday))
        assert len(found) == len({each.unit for each in found}) == 4 and any(each.files for each in found)
    assert counts_by_state(db) == {InformationState.NEW: 2, InformationState.TAKEN: 8, InformationState.DECLINED: 1}
    assert db.fetch_all("SELECT 1 FROM outbox WHERE letter LIKE 'information%' AND state <> 'cancelled'") == []


async def test_it_is_told_in_the_order_of_time_by_people_of_the_demo() -> None:
    pieces = list(shipped_information(ZONE))
    assert [each.at for each in pieces] == sorted(each.at for each in pieces)
    assert {each.who for each in pieces} <= {player.id for player in CAST}
    assert all(each.decided_at is None or each.decided_at > each.at for each in pieces)


async def test_a_demo_that_begins_earlier_knows_nothing_of_later(tmp_path: Path) -> None:
    async with open_demo(DemoOptions(port=0, day=date(2019, 11, 14)), tmp_path / "demo.db") as show:
        assert counts_by_state(show.bot.db) == {
            InformationState.NEW: 1,
            InformationState.TAKEN: 1,
            InformationState.DECLINED: 0,
        }


@pytest.mark.parametrize("scene", SCENES)
def test_the_drawings_are_pictures(scene: str) -> None:
    assert Image.open(BytesIO(draw_scene(scene))).size == (1200, 800)
