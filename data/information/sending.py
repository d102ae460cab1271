"""Work information that is sent, and taken back."""

from collections.abc import Sequence

from data import dialogs
from data.errors import NotYours
from data.errors.information import NothingInIt, TakenAlready
from data.information.articles import added_text, checked_title
from data.information.information import Information, State, is_theirs, sent_ever
from data.people.actor import Actor
from data.plan.plan import CURRENT, current_plan
from data.reporting.attachments import Owner, attached_to, hand_over
from data.store import Database, change, fetch_one, insert, transaction


def submit_information(
    db: Database, by: Actor, dialog_id: int, unit_id: int, title: str, text: str, task_ids: Sequence[int]
) -> Information:
    """Send what was written in a dialog, with the files that came in it; once, however often it is asked for.

    Raises NotYours for a unit that the person does not speak for and for a task that is not the unit's, NothingInIt
    where there is neither a text nor a file, and what checked_title and added_text raise.
    """
    source = f"dialog:{dialog_id}"
    with transaction(db):
        if before := fetch_one(db, "SELECT id FROM information WHERE source = ?", [source]):
            return sent_ever(db, before["id"])
        if unit_id not in by.person.speaks_for:
            raise NotYours
        title, text = checked_title(title), added_text("", text)
        files = attached_to(db, Owner.DRAFT, dialogs.find_dialog(db, by.id, dialog_id).id)
        if not text and not files:
            raise NothingInIt
        values = {"plan_id": current_plan(db).id, "unit_id": unit_id, "person_id": by.id}
        new = insert(db, "information", **values, title=title, text=text, source=source, sent_at=by.now)
        for task_id in dict.fromkeys(task_ids):
            _check_task(db, task_id, unit_id)
            insert(db, "information_tasks", information_id=new, task_id=task_id)
        hand_over(db, dialog_id, Owner.INFORMATION, new)
        sent = sent_ever(db, new)
        by.record(db, "information", sent.unit, information_id=new, name=title, files=[each.name for each in files])
        return sent


def withdraw_information(db: Database, by: Actor, information_id: int) -> Information:
    """Take back what one has sent; once withdrawn it stays so. Raises TakenAlready and NotYours."""
    with transaction(db):
        found = sent_ever(db, information_id)
        if not is_theirs(found, by.person):
            raise NotYours
        if found.state is State.TAKEN:
            raise TakenAlready
        if change(
            db,
            "UPDATE information SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
            [by.now, information_id],
        ):
            by.record(db, "withdraw_information", found.unit, information_id=information_id, name=found.title)
        return found


def _check_task(db: Database, task_id: int, unit_id: int) -> None:
    mine = "SELECT 1 FROM assignments JOIN tasks ON tasks.id = task_id WHERE task_id = ? AND unit_id = ?"
    if fetch_one(db, f"{mine} AND plan_id = {CURRENT}", [task_id, unit_id]) is None:
        raise NotYours
