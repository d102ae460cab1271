"""Characters that nobody sees, which texts copied from web pages contain, change neither a code nor a number."""

import pytest

from tests.journeys.town import Resident, Town

NOTHING, JOINER, MARK, TURNED = "\u200b", "\u2060", "\ufeff", "\u202e"
HELD = "SELECT status, percent, note FROM drafts"


@pytest.mark.parametrize("said", [f"1-{NOTHING}2", f"{MARK}1-2", f"1{JOINER}-2{NOTHING}", f"{TURNED}1-2"])
async def test_a_code_is_found_around_what_is_not_seen(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("1-2 ")
    assert town.rows(HELD) == []


async def test_a_code_is_not_cut_at_what_is_not_seen(town: Town, lin: Resident) -> None:
    assert "1-20" in await lin.says(f"1-2{NOTHING}0")
    assert town.rows(HELD) == []


async def test_a_report_is_read_without_what_is_not_seen(town: Town, lin: Resident) -> None:
    await lin.says(f"{NOTHING}1-2 8{NOTHING}0%{NOTHING}")
    assert town.rows(HELD) == [{"status": "in_progress", "percent": 80, "note": ""}]


async def test_a_note_keeps_what_is_not_seen(town: Town, lin: Resident) -> None:
    note = f"完成{JOINER}80%，已办结两起大案，👨\u200d👩\u200d👧都来了"
    await lin.says(f"1-2 {note}")
    assert [row["note"] for row in town.rows(HELD)] == [note]
