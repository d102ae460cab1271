"""What is noted of a dialog beside its course: which message shows it, what was pressed, whether it is given up.

What is shown or pressed is noted without waiting for the disk: where a power cut takes that back, it also takes back
that the update has been handled, and it is handled once more.
"""

from typing import Any

from data.dialogs.dialog_row import GIVING_UP, Dialog
from data.store import Database, change, change_soon, update


def note(db: Database, dialog: Dialog, **answers: Any) -> None:
    """Keep something beside the answers to questions."""
    update(db, "dialogs", dialog.id, answers={**dialog.answers, **answers})


def remember_message(db: Database, dialog_id: int, message_id: int) -> None:
    """Note which message shows a dialog, so that its buttons can be taken away later."""
    change_soon(db, "UPDATE dialogs SET message_id = ? WHERE id = ?", [message_id, dialog_id])


def remember_shown(db: Database, dialog_id: int, message_id: int, update_id: int, shown: str | None) -> None:
    """Note which message shows a dialog, after which update, and the digest of a question or check that it puts."""
    change_soon(
        db,
        "UPDATE dialogs SET message_id = ?, shown_for = ?, shown = ifnull(?, shown) WHERE id = ?",
        [message_id, update_id, shown, dialog_id],
    )


def remember_press(db: Database, dialog: Dialog, pressed: str) -> None:
    """Note which button was pressed last, so that one tap too many is known for what it is."""
    change_soon(db, "UPDATE dialogs SET pressed = ? WHERE id = ?", [pressed, dialog.id])


def ask_to_give_up(db: Database, dialog: Dialog, update_id: int) -> None:
    """Note that an update has led to the question whether a dialog is to be given up."""
    update(db, "dialogs", dialog.id, pressed=GIVING_UP, update_id=update_id)


def go_on_after_all(db: Database, dialog: Dialog) -> None:
    """Note that it is not being asked any more whether a dialog is to be given up."""
    change(db, "UPDATE dialogs SET pressed = NULL WHERE id = ? AND pressed = ?", [dialog.id, GIVING_UP])
