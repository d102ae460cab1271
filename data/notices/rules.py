"""The vocabulary of notices: rules, the entries of a message, its recipient, and the key of a notice, by which none is
given twice."""

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
    RETURN_LATE = "return_late"
    STEP_DUE = "step_due"
    INFORMATION_NEW = "information_new"

    @property
    def outside(self) -> "Rule":
        """The rule by which other programs know it: for them a return that is overdue is one that is due."""
        return Rule.RETURN_DUE if self is Rule.RETURN_LATE else self


OF_MATTERS = (Rule.RETURN_DUE, Rule.RETURN_LATE, Rule.STEP_DUE, Rule.INFORMATION_NEW)
"""Rules about other things than assignments, see data/notices/matters.py."""
FOR_PEOPLE = (
    *(Rule.BEFORE_DUE, Rule.DUE_TODAY, Rule.OVERDUE, Rule.CHECK_IN, Rule.STALE),
    *(Rule.RETURN_DUE, Rule.STEP_DUE),
)
"""Rules for what the people of a unit are told in their digest."""
OF_WHOLE_TASKS = (Rule.DOUBTFUL, Rule.EVENT_CHECK)
"""Rules about a task as a whole, regardless of its units."""


class Audience(StrEnum):
    """The kinds of recipients."""

    PERSON = "person"
    GROUP = "group"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class NoticeMatter:
    """Something with a day, other than an assignment, that appears in notices: a step, a return, work information.

    `id` is unique within its rule. `code` is that of its task, if it has one. `due` is its last day, or the day it came
    in. `unit_id` and `unit` are the unit concerned.
    """

    id: int
    code: str | None
    title: str
    due: date
    unit_id: int
    unit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An assignment, a task or another matter in a message.

    `mark` distinguishes the reminders of one rule: days before, the week of a list, a report.
    """

    rule: Rule
    subject: Assignment | NoticeMatter
    mark: int | str

    @property
    def assignment(self) -> Assignment:
        """The assignment it is about; fails for other matters."""
        assert isinstance(self.subject, Assignment)
        return self.subject

    @property
    def name(self) -> str:
        """Its name in a list: the code of the task, or a matter's title with its code, if any, in front."""
        if isinstance(self.subject, Assignment):
            return self.subject.code
        return " ".join(filter(None, (self.subject.code, self.subject.title)))


@dataclass(frozen=True, slots=True)
class Recipient:
    """The recipient of a message; `chat_id` is None if nobody of that kind can be reached yet."""

    audience: Audience
    chat_id: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message: when it is sent, to whom, and with which entries."""

    at: datetime
    to: Recipient
    entries: tuple[Entry, ...]


def is_for_people(entry: Entry) -> bool:
    """Return whether an entry belongs in the digest of a unit's people.

    Stale ongoing work is reported to the office only.
    """
    return entry.rule in FOR_PEOPLE and not is_for_office(entry)


def is_for_office(entry: Entry) -> bool:
    """Return whether an entry is news for the office."""
    told = entry.rule not in FOR_PEOPLE and entry.rule is not Rule.GROUP_DIGEST
    return told or (entry.rule is Rule.STALE and entry.subject.due is None)


class ForOffice(StrEnum):
    """What can wait for the office."""

    REPORT = "report"
    REQUEST = "request"


def notice_key(entry: Entry, to: Recipient) -> str:
    """Return the key of an entry in a message to this recipient."""
    return "|".join([_key_of_subject(entry), _reason(entry.rule, entry.mark), f"{to.audience}:{to.chat_id}"])


def key_of_copy(key: str, rule: str, audience: Audience, chat_id: int) -> str:
    """Return the key of the same notice under another rule and to another recipient."""
    subject, deadline, _, _ = key.split("|")
    return "|".join([subject, deadline, _reason(rule, mark_in(key)), f"{audience}:{chat_id}"])


def mark_in(key: str) -> int | str:
    """Return the mark of a notice."""
    parts = key.split("|")
    mark = parts[2].partition(":")[2] if len(parts) > 2 else ""
    return int(mark) if mark.removeprefix("-").isdecimal() else mark


def _reason(rule: str, mark: int | str) -> str:
    return f"{rule}:{mark}"


def _key_of_subject(entry: Entry) -> str:
    subject = entry.subject
    if isinstance(subject, NoticeMatter):
        return f"{entry.rule}{subject.id}|{subject.due}"
    about = f"task{subject.task_id}" if entry.rule in OF_WHOLE_TASKS else str(subject.id)
    return f"{about}|{subject.deadline_version}:{subject.due}"


def waiting_mark(what: ForOffice, number: int, day: date) -> str:
    """Return the mark of a report or request that waits for the office, mentioned on a day."""
    return f"{what}{number}.{day.toordinal()}"


def what_waits(mark: int | str) -> tuple[ForOffice, int]:
    """Return whether a report or a request waits, and its id."""
    name = str(mark).partition(".")[0]
    what = ForOffice.REPORT if name.startswith(ForOffice.REPORT) else ForOffice.REQUEST
    return what, int(name.removeprefix(what))
