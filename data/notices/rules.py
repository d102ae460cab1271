"""The parts of what is said unasked: rules, the entries of a message, and whom it goes to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.standing.assignments import Assignment


class Rule(StrEnum):
    """Why a message mentions an assignment, a task or another matter."""

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
    RETURN_DUE = "return_due"
    STEP_DUE = "step_due"
    INFORMATION_NEW = "information_new"


OF_MATTERS = (Rule.RETURN_DUE, Rule.STEP_DUE, Rule.INFORMATION_NEW)
"""What is said of something else than an assignment, see data/notices/matters.py."""
FOR_PEOPLE = (
    *(Rule.BEFORE_DUE, Rule.DUE_TODAY, Rule.OVERDUE, Rule.CHECK_IN, Rule.STALE),
    *(Rule.RETURN_DUE, Rule.STEP_DUE),
)
"""What a unit's people are told in their digest."""
OF_A_TASK = (Rule.DOUBTFUL, Rule.EVENT_CHECK)
"""What is said of a task as a whole, whatever its units."""


class Audience(StrEnum):
    """Who a message goes to."""

    PERSON = "person"
    GROUP = "group"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class Matter:
    """Something with a day, other than an assignment, of which a unit's people are reminded or the office is told: a
    step, a return, work information.

    `id` is that of its row, unique within its rule. `code` is that of its task, if it has one. `due` is its last day,
    or the day on which it came in. `unit_id` and `unit` say whom it concerns.
    """

    id: int
    code: str | None
    title: str
    due: date
    unit_id: int
    unit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One assignment in a message, or its task, or another matter. `mark` tells a rule's steps apart (7 or 3 days
    before, a digest's week, a report)."""

    rule: Rule
    subject: Assignment | Matter
    mark: int | str

    @property
    def assignment(self) -> Assignment:
        """The assignment that it is about; not for rules of other matters."""
        assert isinstance(self.subject, Assignment)
        return self.subject

    @property
    def name(self) -> str:
        """Its name in a row of others: the code of a task; for another matter its code, if it has one, and its
        title."""
        if isinstance(self.subject, Assignment):
            return self.subject.code
        return " ".join(filter(None, (self.subject.code, self.subject.title)))


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
    """Whether an entry belongs in the digest of a unit's people. That ongoing work is stale is told only to the
    office."""
    return entry.rule in FOR_PEOPLE and not is_for_office(entry)


def is_for_office(entry: Entry) -> bool:
    """Whether an entry is news for the office."""
    told = entry.rule not in FOR_PEOPLE and entry.rule is not Rule.GROUP_DIGEST
    return told or (entry.rule is Rule.STALE and entry.subject.due is None)
