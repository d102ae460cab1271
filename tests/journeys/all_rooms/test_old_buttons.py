"""Buttons that earlier releases have left in chats, pressed after the update: each does what it says, or is answered as
out of date."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.dialog_list import DIALOGS
from handlers.telegram.former_buttons import present_data
from tests.fixtures import EARLY, LATEST, RELEASES, OldButton, old_buttons
from tests.journeys.old_town import OldTown, finishes
from tests.journeys.paper import question_in
from tests.journeys.pressed_buttons import Outcome, Rehearsal, kind
from tests.thoroughness import part_of, some_of

IN_A_DIALOG = ("answer:", "bundle:", "draft:", "extension:", "said:")
"""Buttons of a question; all others work for as long as what they are about exists."""
CHANGES = {
    r"answer:\d+:preview:(submit|anyway)": "reports",
    r"bundle:(all|one|anyway|undo):.*": "reports",
    r"withdraw:.*|unchanged:(all|asked|undo|\d+):.*": "reports",
    r"group:(weekly|day_before|overdue|en|unbind):.*": "group_chats",
    r"review:(accept|send):.*": "reviews",
    r"decide:(grant|set|send):.*": "extensions",
    r"extension:(submit|withdraw):.*": "extensions",
    r"deputy:(alone|both|end):.*": "memberships",
    r"deputy:(open|until):.*|invite:.*": "invites",
    r"join:.*": "memberships invites",
    r"forget:yes": "people memberships invites reports extensions",
    r"people:consent:.*": "settings",
    r"dialog:\d+:until:.*": "invites",
    r"setting:review:.*|act:undo:.*": "settings",
    r"indicator:(sum|latest|retire):.*": "indicators",
}
"""The tables that a button may change; one that is not listed only shows something, or continues a dialog."""


def may_change(data: str) -> set[str]:
    """Return what a button may change according to its data."""
    return {name for pattern, names in CHANGES.items() if re.fullmatch(pattern, data) for name in names.split()}


def fault(button: OldButton, outcome: Outcome) -> str:
    """Return what is wrong with the result of a press; empty if nothing is."""
    if outcome.changed - may_change(button.data):
        return f"changes {sorted(outcome.changed)}"
    if outcome.out_of_date:
        return "" if button.data.startswith(IN_A_DIALOG) or not button.shows else "is out of date"
    if outcome.said and button.shows not in outcome.said:
        return f"says {outcome.said!r} and not {button.shows!r}"
    return ""


@pytest.mark.parametrize("release", RELEASES)
async def test_an_old_button_does_what_it_says_or_is_answered_as_out_of_date(tmp_path: Path, release: str) -> None:
    town = OldTown(tmp_path, release)
    await town.open()
    rehearsal = await Rehearsal.of(town)
    faults = {}
    for button in part_of((each for each in old_buttons() if each.release == release), 6):
        if what := fault(button, await rehearsal.press(button)):
            faults[f"{button.words} ({button.data})"] = what
    await town.close()
    assert faults == {}


@pytest.mark.parametrize("release", some_of(EARLY))
async def test_an_old_button_does_nothing_to_what_was_begun_since(tmp_path: Path, release: str) -> None:
    town = OldTown(tmp_path, release)
    await town.open()
    await town.settle()
    for name in ("乔科长", "南科长", "东方科长"):
        who, old = town[name], [each.callback_data for message in town[name].messages() for each in message.buttons]
        await who.says("继续填报")
        await finishes(who)
        await who.begins("3-2", "进行中")
        for data in filter(None, old):
            if data.startswith(("answer:", "bundle:")):
                town.clock.moment += timedelta(seconds=1)
                await who.forges(data)
        assert question_in(await who.says("继续填报")) == "进度", name
        assert "填报 3-2" in who.sees(), name
    await town.close()


def test_a_button_of_a_dialog_leads_to_a_kind_that_there_is() -> None:
    present = (present_data(each.data) for each in old_buttons())
    kinds = {each.split(":")[1] for each in present if each.startswith("begun:")}
    assert len(kinds) > 3 and kinds <= set(DIALOGS)


def test_the_newest_fixture_has_a_button_of_every_kind() -> None:
    assert len({kind(each.data) for each in old_buttons() if each.release == LATEST}) > 160
