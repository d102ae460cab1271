"""Every recorded act is listed as undoable or not: an unlisted one would be skipped silently, and an older act offered
as the last."""

from data.acts.last_act import OF_THE_OFFICE
from handlers.office.texts.recorded_acts import ACTIONS

OF_OTHERS = {
    *("report", "withdraw", "correct_figure", "urgent", "task_note", "ask_extension", "withdraw_extension"),
    *(
        "information",
        "withdraw_information",
        "snooze",
        "end_snooze",
        "quiet_hours",
        "join",
        "forget",
        "move_evidence",
        "add_evidence",
    ),
    *("add_steps", "change_step", "step_done", "step_not_done", "remove_step", "restore_step"),
    *("add_evidence", "drop_deputy", "deputy_hears"),
}
"""Acts of units and their people for themselves, and of the command line."""
TAKEN_BACK = {"undo_review", "undo_plan_change", "undo_setting", "undo_remove"}
"""Acts that undo others, and are not acts of their own."""


def test_of_every_action_it_is_known_whether_it_can_be_taken_back() -> None:
    assert set(ACTIONS) == {*OF_THE_OFFICE, *OF_OTHERS, *TAKEN_BACK}


def test_no_action_is_listed_twice() -> None:
    assert len(OF_THE_OFFICE) == len(set(OF_THE_OFFICE)) and set(OF_THE_OFFICE).isdisjoint(OF_OTHERS | TAKEN_BACK)
