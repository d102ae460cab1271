"""Refusals about reports, their files, reviews and the steps of a task."""

from data.errors import Refusal, Unread


class PercentOutOfRange(Unread):
    """A percentage is not a whole number from 0 to 100."""

    text: str


class TaskClosed(Refusal):
    """The assignment is closed; there is nothing more to report."""

    code: str


class VerdictStands(Refusal):
    """The verdict on a report of the task with this code cannot be taken back: the unit has `reported_since`, or else
    too much time has passed."""

    code: str
    reported_since: bool


class NoTaskNamed(Unread):
    """The words name none of the tasks that the person can report on."""

    words: str


class ObstacleNeeded(Refusal):
    """Work was reported as blocked without saying what blocks it."""


class CanFollow(Refusal):
    """A part of a report is put off; the report may go without it."""


class FilesComeHere(Refusal):
    """A text only says that files belong to a report, which takes them as they are sent."""


class AlreadyReported(Refusal):
    """Somebody else of the unit has reported on the assignment since this report was begun."""

    report_id: int


class TooLateToWithdraw(Refusal):
    """The report has been reviewed, replaced or withdrawn already."""


class NoLongerWaits(Refusal):
    """The report needs no review any more: it was withdrawn or replaced by a newer one."""

    code: str


class FileRefused(Refusal):
    """A file is not accepted; the subclass says why."""


class HarmfulFile(FileRefused):
    """The file called `name` could harm whoever opens it, or unpacks to far too much."""

    name: str


class FileTooBig(FileRefused):
    """A file is larger than Telegram lets a bot fetch; sizes in bytes."""

    size: int
    most: int
    name: str = ""


class TooManyFiles(FileRefused):
    """A report, or a person within a day (`a_day`), already has the `most` files allowed."""

    most: int
    a_day: bool


class FilesTooBig(FileRefused):
    """With the file called `name`, a report or a person's day (`a_day`) would exceed `most` bytes of files."""

    most: int
    name: str
    a_day: bool


class TooManySteps(Refusal):
    """A task would be divided into more than `most` steps."""

    most: int


class StepsUnread(Unread):
    """Some lines are not steps; each is paired with the name of its fault (understanding.steps.step_lines.Fault)."""

    lines: tuple[tuple[str, str], ...]
