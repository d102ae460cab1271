"""Reports that wait beside the dialog: written in a message of their own, several at a time, or put aside for another.

What became of the reports of one message is read from what is stored, so that it can be shown again at any time.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from data import dialogs
from data.errors import StaleButton
from data.office.reviews import is_reviewed
from data.reporting.drafts import (
    KIND,
    Draft,
    draft_by_id,
    draft_of,
    drop_if_empty,
    find_draft,
    give_answers,
)
from data.reporting.reports import STANDS
from data.standing.standing import Status
from data.store import Database, Row, change, fetch_all, fetch_one, insert, transaction
from data.times import moment

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """A report of a bundle that has been stored, with its task.

    It is `final` once it can be neither withdrawn nor corrected, `corrected` once a correction has taken its place;
    `reviewed` is whether the office has to accept it.
    """

    report_id: int
    code: str
    title: str
    status: Status
    percent: int
    withdrawn: bool
    final: bool
    corrected: bool
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Bundle:
    """The reports of one message in their order: those that wait, the one that is in the dialog now, those that have
    been stored; and the lines that were not understood."""

    id: int
    waiting: tuple[Draft, ...]
    in_dialog: tuple[Draft, ...]
    done: tuple[Done, ...]
    unclear: tuple[str, ...]


def open_bundle(
    db: Database,
    person_id: int,
    written: Sequence[tuple[int, Answers]],
    unclear: Sequence[str],
    update_id: int,
    now: datetime,
) -> Bundle:
    """Keep reports that were written in one message, as pairs of assignment and answers, until they are submitted.

    What is not submitted yet on the same assignments, in the dialog or of an earlier message, becomes one of them.
    """
    with transaction(db):
        if _row(db, person_id, update_id) is None:
            ids = [_keep(db, person_id, each, update_id, now) for each in written]
            lines = json.dumps(list(unclear), ensure_ascii=False)
            insert(db, "bundles", id=update_id, person_id=person_id, drafts=json.dumps(ids), unclear=lines)
    return find_bundle(db, person_id, update_id)


def find_bundle(db: Database, person_id: int, bundle_id: int) -> Bundle:
    """A bundle of a person, and what has become of its reports. Raises StaleButton when there is none such."""
    row = _row(db, person_id, bundle_id)
    if row is None:
        raise StaleButton
    ids = json.loads(row["drafts"])
    drafts = [each for each in map(partial(_draft, db, person_id), ids) if each is not None]
    return Bundle(
        bundle_id,
        tuple(each for each in drafts if not each.is_open and bundle_of(db, person_id, each.id) == bundle_id),
        tuple(each for each in drafts if each.is_open),
        tuple(_done(db, person_id, ids)),
        tuple(json.loads(row["unclear"])),
    )


def take_up(db: Database, person_id: int, draft_id: int, update_id: int, now: datetime) -> tuple[Draft, Draft | None]:
    """Make a draft that waits the open one. Returns it, and the one that was open and waits now in its place.

    Raises StaleButton when it is gone.
    """
    with transaction(db):
        draft, before = draft_by_id(db, person_id, draft_id), find_draft(db, person_id)
        if draft.is_open:
            return draft, None
        drop_if_empty(db, person_id, update_id)
        taken = dialogs.take_up(db, dialogs.find_dialog(db, person_id, draft_id), now)
        waits = before is not None and _draft(db, person_id, before.id) is not None
        return draft_of(taken), before if waits else None


def unsubmitted_on(db: Database, person_id: int, assignment_id: int) -> Draft | None:
    """What a person has written on an assignment and not submitted: in the dialog, else the newest that waits."""
    dialog = dialogs.find_unfinished(db, person_id, KIND, assignment_id)
    return draft_of(dialog) if dialog else None


def _draft(db: Database, person_id: int, draft_id: int) -> Draft | None:
    """A draft that is not submitted or given up yet, or None."""
    try:
        return draft_by_id(db, person_id, draft_id)
    except StaleButton:
        return None


def drop_bundle(db: Database, person_id: int, bundle_id: int) -> None:
    """Give up the drafts of a bundle that wait, and the lines that were not understood."""
    with transaction(db):
        for draft in find_bundle(db, person_id, bundle_id).waiting:
            dialogs.drop_dialog(db, dialogs.find_dialog(db, person_id, draft.id))
        change(db, "UPDATE bundles SET unclear = '[]' WHERE person_id = ? AND id = ?", [person_id, bundle_id])


def bundle_of(db: Database, person_id: int, draft_id: int) -> int | None:
    """The newest bundle that holds a draft, or None."""
    row = fetch_one(
        db,
        """SELECT max(id) AS id FROM bundles
        WHERE person_id = ? AND EXISTS (SELECT 1 FROM json_each(drafts) WHERE value = ?)""",
        [person_id, draft_id],
    )
    return row["id"] if row else None


def _keep(db: Database, person_id: int, written: tuple[int, Answers], update_id: int, now: datetime) -> int:
    """Keep one report, in the draft that there is on its assignment already or in a new one. Returns the draft's id."""
    assignment_id, answers = written
    before = unsubmitted_on(db, person_id, assignment_id)
    if before is None:
        return dialogs.lay_aside(db, person_id, KIND, assignment_id, update_id, now, answers).id
    give_answers(db, before, answers, update_id, now)
    if before.is_open:
        dialogs.park_open(db, person_id)
    return before.id


def _done(db: Database, person_id: int, draft_ids: Sequence[int]) -> list[Done]:
    sources = [f"draft:{each}" for each in draft_ids]
    rows = fetch_all(
        db,
        f"""SELECT reports.id AS report_id, code, title, status, percent, reported_at,
            withdrawn_at IS NOT NULL AS withdrawn,
            NOT ({STANDS}) AS final,
            EXISTS (SELECT 1 FROM reports AS correction
                WHERE correction.replaces = reports.id AND correction.withdrawn_at IS NULL) AS corrected
        FROM reports JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
        WHERE person_id = ? AND source IN ({", ".join("?" * len(sources))}) ORDER BY reports.id""",
        [person_id, *sources],
    )
    return [_stored(db, row) for row in rows]


def _stored(db: Database, row: Row) -> Done:
    status = Status(row["status"])
    return Done(
        report_id=row["report_id"],
        code=row["code"],
        title=row["title"],
        status=status,
        percent=row["percent"],
        withdrawn=bool(row["withdrawn"]),
        final=bool(row["final"]),
        corrected=bool(row["corrected"]),
        reviewed=is_reviewed(db, status, moment(row["reported_at"])),
    )


def _row(db: Database, person_id: int, bundle_id: int) -> Row | None:
    return fetch_one(db, "SELECT * FROM bundles WHERE person_id = ? AND id = ?", [person_id, bundle_id])
