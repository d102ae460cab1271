"""What can be refused of reports, their files, their verdicts and the steps of a task."""

from data.errors import Refusal, Unread


class PercentOutOfRange(Unread):
    """A percent that is no whole number from 0 to 100."""

    text: str


class TaskClosed(Refusal):
    """The assignment is closed; there is nothing more to report."""

    code: str


class VerdictStands(Refusal):
    """A verdict on a report of the task with this code cannot be taken back: the unit has `reported_since`, or it was
    given too long ago."""

    code: str
    reported_since: bool


class NoTaskNamed(Unread):
    """Words that name none of the tasks that somebody can report on."""

    words: str


class ObstacleNeeded(Refusal):
    """Blocked work was reported without saying what blocks it."""


class AlreadyReported(Refusal):
    """Somebody else of the unit has reported on the assignment since this report was begun."""

    report_id: int


class TooLateToWithdraw(Refusal):
    """The report has been reviewed, replaced or withdrawn already."""


class NoLongerWaits(Refusal):
    """A report that nobody needs to review any more: withdrawn, or a newer one has taken its place."""

    code: str


class FileRefused(Refusal):
    """A file is not taken; which kind of this it is says why."""


class HarmfulFile(FileRefused):
    """A file, by its name, could do something to whoever opens it, or unpacks to far too much."""

    name: str


class FileTooBig(FileRefused):
    """A file larger than Telegram lets a bot fetch, by its name; sizes in bytes."""

    size: int
    most: int
    name: str = ""


class TooManyFiles(FileRefused):
    """A report, or a person within a day, has as many files as it may have."""

    most: int
    a_day: bool


class FilesTooBig(FileRefused):
    """With this file, by its name, a report or a person's day would have more than `most` bytes of files."""

    most: int
    name: str
    a_day: bool


class TooManySteps(Refusal):
    """A task would be divided into more than so many steps."""

    most: int


class StepsUnread(Unread):
    """Lines that are no steps, each with the name of what is wrong with it (data.understanding.step_lines.Fault)."""

    lines: tuple[tuple[str, str], ...]
