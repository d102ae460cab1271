"""The key of a notice, by which none is given twice: its subject, deadline, rule, mark and recipient; and the mark of
what waits for the office."""

from datetime import date
from enum import StrEnum

from data.notices.rules import OF_WHOLE_TASKS, Audience, Entry, NoticeMatter, Recipient


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
