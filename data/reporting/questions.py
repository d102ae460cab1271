"""A question that waits for an answer in words, beside reports: a reason. One at a time a person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.dialogs import park_open
from data.store import Database, change, fetch_one
from data.times import stored


class Asked(StrEnum):
    """What is being asked. Its subject is a report, an assignment to be extended, a request for that, or a unit."""

    TASK_TO_REPORT = "task_to_report"


@dataclass(frozen=True, slots=True)
class Question:
    """The open question, with the answers that came before it."""

    kind: Asked
    subject_id: int
    answers: dict[str, str]
    update_id: int
    message_id: int | None = None


def ask_question(
    db: Database,
    person_id: int,
    kind: Asked,
    subject_id: int,
    update_id: int,
    now: datetime,
    answers: Mapping[str, str] | None = None,
    message_id: int | None = None,
) -> Question:
    """Open a question, in place of one that was open; `message_id` is the message that shows the dialog by now."""
    given = dict(answers or {})
    park_open(db, person_id)
    change(
        db,
        """INSERT INTO questions (person_id, kind, subject_id, answers, update_id, asked_at, message_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, subject_id = excluded.subject_id,
            answers = excluded.answers, update_id = excluded.update_id, asked_at = excluded.asked_at,
            message_id = excluded.message_id""",
        [person_id, kind, subject_id, json.dumps(given, ensure_ascii=False), update_id, stored(now), message_id],
    )
    return Question(kind, subject_id, given, update_id, message_id)


def find_question(db: Database, person_id: int) -> Question | None:
    """The question that is open, or None."""
    row = fetch_one(
        db, "SELECT kind, subject_id, answers, update_id, message_id FROM questions WHERE person_id = ?", [person_id]
    )
    if row is None:
        return None
    return Question(**{**row, "kind": Asked(row["kind"]), "answers": json.loads(row["answers"])})


def close_question(db: Database, person_id: int) -> bool:
    """Close the open question; False when there was none."""
    return bool(change(db, "DELETE FROM questions WHERE person_id = ?", [person_id]))
