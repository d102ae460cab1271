"""What is said unasked is made of: rules, the entries of a message, and whom it goes to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.standing.assignments import Assignment


class Rule(StrEnum):
    """Why an assignment or a task is spoken of."""

    BEFORE_DUE = "before_due"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    CHECK_IN = "check_in"
    STALE = "stale"
    GROUP_DIGEST = "group_digest"
    NO_LIAISON = "no_liaison"
    BLOCKED = "blocked"
    REVIEW_WAITING = "review_waiting"
    ESCALATION = "escalation"
    DOUBTFUL = "doubtful"
    EVENT_CHECK = "event_check"


FOR_PEOPLE = (Rule.BEFORE_DUE, Rule.DUE_TODAY, Rule.OVERDUE, Rule.CHECK_IN, Rule.STALE)
"""What a unit's people are told in their digest."""
OF_A_TASK = (Rule.DOUBTFUL, Rule.EVENT_CHECK)
"""What is said of a task as a whole, whatever its units."""


class Audience(StrEnum):
    """Who a message goes to."""

    PERSON = "person"
    GROUP = "group"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class Entry:
    """One assignment in a message, or its task. `mark` tells a rule's steps apart (7 and 3 days before, a digest's
    week, a report)."""

    rule: Rule
    assignment: Assignment
    mark: int | str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message goes; `chat_id` is None when nobody of that kind can be reached yet."""

    audience: Audience
    chat_id: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """One message: when, to whom, about what."""

    at: datetime
    to: Recipient
    entries: tuple[Entry, ...]


def is_for_people(entry: Entry) -> bool:
    """Whether an entry belongs to the digest of a unit's people, and not to what the office or a group is told of. That
    ongoing work is stale is told to the office alone."""
    return entry.rule in FOR_PEOPLE and not is_for_office(entry)


def is_for_office(entry: Entry) -> bool:
    """Whether an entry is the office's own news."""
    told = entry.rule not in FOR_PEOPLE and entry.rule is not Rule.GROUP_DIGEST
    return told or (entry.rule is Rule.STALE and entry.assignment.due is None)
