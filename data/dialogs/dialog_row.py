"""A dialog as it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

UNTOUCHED = timedelta(days=1)
"""After so long words are no answer to what was asked, unless that is said."""
GIVING_UP = "giving_up"
"""Noted in place of the button pressed last while it is asked whether to give a dialog up."""


class State(StrEnum):
    """Whether words answer the dialog, it waits beside others, or it is over."""

    OPEN = "open"
    PARKED = "parked"
    ENDED = "ended"


class Change(StrEnum):
    """Why a question that has an answer is open: on the way back, to be answered anew, or to have more said to it."""

    BACK = "back"
    ANEW = "anew"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog of a `kind` about a `subject_id`; what that is the kind says.

    `reopened` is the question that is open although it has an answer, `said` are words of which it is being asked what
    they belong to, `message_id` shows it, `pressed` is the button that was pressed last. `shown` is a digest of the
    question or check that was put last, None as long as there was none; `shown_for` is the update after which something
    was shown last, None when nothing has been since the dialog was changed.
    """

    id: int
    person_id: int
    kind: str
    subject_id: int
    answers: Mapping[str, Any]
    state: State
    reopened: str | None
    reopened_for: Change | None
    said: str | None
    message_id: int | None
    pressed: str | None
    update_id: int
    opened_at: datetime
    touched_at: datetime
    shown: str | None = None
    shown_for: int | None = None

    @property
    def source(self) -> str:
        """By what it is known what was done by it, so that it is done once."""
        return f"dialog:{self.id}"

    @property
    def is_given_up(self) -> bool:
        """Whether it is being asked if the dialog is to be given up."""
        return self.pressed == GIVING_UP

    @property
    def is_unseen(self) -> bool:
        """Whether it was changed and what is asked now was not shown: a failure came between."""
        return self.shown is not None and self.shown_for is None

    def is_old(self, now: datetime) -> bool:
        """Whether nobody has touched it for a day, so that words are no answer to it unless that is said."""
        return now - self.touched_at >= UNTOUCHED
