"""A question that waits for an answer in words, beside reports: a reason. One at a time a person."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.store import Database, change, fetch_one
from data.times import stored


class Asked(StrEnum):
    """What is being asked; its subject is a report."""

    RETURN_REASON = "return_reason"


@dataclass(frozen=True, slots=True)
class Question:
    """The open question, with the answers that came before it."""

    kind: Asked
    subject_id: int
    answers: dict[str, str]
    update_id: int


def ask_question(
    db: Database, person_id: int, kind: Asked, subject_id: int, update_id: int, now: datetime, **answers: str
) -> Question:
    """Open a question, in place of one that was open."""
    change(
        db,
        """INSERT INTO questions (person_id, kind, subject_id, answers, update_id, asked_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, subject_id = excluded.subject_id,
            answers = excluded.answers, update_id = excluded.update_id, asked_at = excluded.asked_at""",
        [person_id, kind, subject_id, json.dumps(answers, ensure_ascii=False), update_id, stored(now)],
    )
    return Question(kind, subject_id, answers, update_id)


def find_question(db: Database, person_id: int) -> Question | None:
    """The question that is open, or None."""
    row = fetch_one(db, "SELECT kind, subject_id, answers, update_id FROM questions WHERE person_id = ?", [person_id])
    if row is None:
        return None
    return Question(Asked(row["kind"]), row["subject_id"], json.loads(row["answers"]), row["update_id"])


def close_question(db: Database, person_id: int) -> bool:
    """Close the open question; False when there was none."""
    return bool(change(db, "DELETE FROM questions WHERE person_id = ?", [person_id]))
