"""What can be refused, by name. The sentences for it stand with the texts of the rooms."""

from dataclasses import dataclass
from datetime import date, datetime

from data.understanding.words import IndicatorWords


class Refusal(Exception):
    """Something asked for cannot be done as asked. Nothing was changed."""


class Unread(Refusal):
    """What was written is no answer to what was asked, as far as can be told."""


@dataclass
class UnknownUnit(Refusal):
    """No unit has this name; `near` are names like it."""

    name: str
    near: tuple[str, ...] = ()


@dataclass
class UnknownTask(Refusal):
    """No task has this code: none `in_the_plan` at all, or none that the person may see."""

    code: str
    in_the_plan: bool = False


@dataclass
class NoReason(Unread):
    """A courtesy or the word of a button where a reason is asked for."""

    said: str


@dataclass
class TooManyGone(Refusal):
    """A plan file leaves out too many of the `present` tasks to be the same plan; `gone` are their codes and titles."""

    present: int
    gone: tuple[tuple[str, str], ...]


@dataclass
class NotYours(Refusal):
    """The assignment is no longer the person's to report on: reassigned, or gone from the plan; or a task that was
    `named` in words is another unit's."""

    named: str = ""


@dataclass
class NotYourTasks(Refusal):
    """The tasks of a unit or unit group that the person does not report for; `unit` is its name."""

    unit: str


@dataclass
class NotYourUnit(Refusal):
    """A unit whose reports are for its own people and the coordinating office; `unit` is its name."""

    unit: str


class ForTheOffice(Refusal):
    """Only the coordinating office may do this, and the person is not, or no longer, of it."""


@dataclass
class WhichUnit(Refusal):
    """A task that several of the person's units answer for; it has to be said which one is spoken of."""

    code: str
    units: tuple[str, ...]


@dataclass
class InviteInvalid(Refusal):
    """The invitation is unknown, used, or past its time; which of them is not told.

    A link `for_deputy` came from a liaison, who can give another.
    """

    for_deputy: bool = False


@dataclass
class InviteForDeputy(Refusal):
    """A liaison has opened the link that is meant for a deputy of the same unit."""

    unit: str


@dataclass
class InviteForAnother(Refusal):
    """A coordinator has opened a link, most likely one made for somebody else; `unit` is empty where it has none."""

    unit: str
    role: str


@dataclass
class AliasTaken(Refusal):
    """A name means another unit, or group of units, already."""

    alias: str
    unit: str


class NobodyThere(Refusal):
    """The person meant has no such role any longer, or is gone altogether."""


class RemovalStands(Refusal):
    """Somebody was removed too long ago for it to be undone by a button."""


@dataclass
class RoleNeedsUnit(Refusal):
    """Liaisons and deputies belong to a unit."""

    role: str


@dataclass
class PercentOutOfRange(Unread):
    """A percent that is no whole number from 0 to 100."""

    text: str


@dataclass
class NoteTooLong(Refusal):
    """A note longer than may be kept; both in characters."""

    length: int
    most: int


@dataclass
class StaleButton(Refusal):
    """A button of a dialog that has moved on or ended."""


@dataclass
class TaskClosed(Refusal):
    """The assignment is closed; there is nothing more to report."""

    code: str


@dataclass
class CannotFilter(Refusal):
    """Tasks are asked for by a condition that they cannot be selected by; `words` are those of the question."""

    words: str


class NoSuchEvent(Refusal):
    """No deadline of the plan waits for this event."""


class NothingToCarryOver(Refusal):
    """A former plan had no open task at its end that the current plan lacks."""


class TooLateToUndo(Refusal):
    """A change of the plan, or an import, that was made too long ago to be undone by a button."""


@dataclass
class ChangedSince(Refusal):
    """A change of the plan cannot be undone: the task with this code has been changed again."""

    code: str


@dataclass
class VerdictStands(Refusal):
    """A verdict on a report of the task with this code cannot be taken back: the unit has `reported_since`, or it was
    given too long ago."""

    code: str
    reported_since: bool


@dataclass
class NoChange(Refusal):
    """What is to be changed of the task with this code says that already."""

    code: str


@dataclass
class NoSuchUnitThere(Refusal):
    """A unit that does not answer for the task."""

    unit: str


@dataclass
class NoPlan(Refusal):
    """No plan has been imported yet."""


@dataclass
class DatabaseUnusable(Refusal):
    """The database cannot be opened, read or written; `reason` is SQLite's own word for it."""

    reason: str


@dataclass
class NoTaskNamed(Unread):
    """Words that name none of the tasks that somebody can report on."""

    words: str


@dataclass
class NoSuchAnswer(Refusal):
    """A word of a button that the open question does not have."""

    word: str


class ButtonsOnly(Unread):
    """Words that say nothing for a question that buttons answer."""


@dataclass
class ObstacleNeeded(Refusal):
    """Blocked work was reported without saying what blocks it."""


@dataclass
class TextMissing(Unread):
    """A question that must be answered in words was answered with none."""


@dataclass
class FiguresUnclear(Unread):
    """Figures that cannot be read: the word that is not understood, and the indicators that may be named."""

    word: str
    known: tuple[IndicatorWords, ...]


@dataclass
class NotOngoing(Refusal):
    """No change can be told of ongoing work only, and this task is none, or not yet."""

    code: str


@dataclass
class FigureImpossible(Refusal):
    """A number that an indicator cannot have: no `whole` one, in another measure, or beyond all measure."""

    word: str
    indicator: str
    unit: str
    whole: bool


@dataclass
class FigureWithoutMeasure(Refusal):
    """So large a number that it must be of a smaller measure (元) than the indicator's `unit` (万元)."""

    word: str
    indicator: str
    unit: str


@dataclass
class FigureTwice(Refusal):
    """Several numbers for one indicator, as they were written."""

    indicator: str
    words: tuple[str, ...]


@dataclass
class TotalBelowReported(Refusal):
    """A running total `since` a day that is less than what was reported `before`."""

    indicator: str
    said: float
    before: float
    since: date


@dataclass
class FigureNotThere(Refusal):
    """No report that counts has a figure for this indicator that could be put right."""

    indicator: str


class IndicatorUnclear(Unread):
    """A new indicator that is not written as name, unit, kind and total."""


@dataclass
class IndicatorKnown(Refusal):
    """Another indicator goes by this name already."""

    name: str


@dataclass
class IndicatorUnreadable(Refusal):
    """A name by which no figure could be entered."""

    name: str


@dataclass
class IndicatorInUse(Refusal):
    """An indicator with which something was reported, or is about to be."""

    name: str


@dataclass
class AlreadyReported(Refusal):
    """Somebody else of the unit has reported on the assignment since this report was begun."""

    report_id: int


@dataclass
class TooLateToWithdraw(Refusal):
    """The report has been reviewed, replaced or withdrawn already."""


@dataclass
class NoLongerWaits(Refusal):
    """A report that nobody needs to review any more: withdrawn, or a newer one has taken its place."""

    code: str


@dataclass
class LastCoordinator(Refusal):
    """Nobody would be left at the coordinating office."""


@dataclass
class FileTooBig(Refusal):
    """A file larger than Telegram lets a bot fetch, by its name; sizes in bytes."""

    size: int
    most: int
    name: str = ""


@dataclass
class TooManyFiles(Refusal):
    """A report, or a person within a day, has as many files as it may have."""

    most: int
    a_day: bool


@dataclass
class FilesTooBig(Refusal):
    """With this file, by its name, a report or a person's day would have more than `most` bytes of files."""

    most: int
    name: str
    a_day: bool


@dataclass
class AlreadyDecided(Refusal):
    """A review or a request for more time that somebody has decided already."""


@dataclass
class RequestRests(Refusal):
    """A request for more time that wants no answer now: its task has been reported `finished`, else a newer request or
    another deadline has taken its place."""

    code: str
    finished: bool


@dataclass
class NothingToExtend(Refusal):
    """The assignment is said to be done (`finished`), or has no due day: there is nothing to put off."""

    code: str
    finished: bool = False


@dataclass
class DayUnclear(Unread):
    """No one day can be read from a text; `example` is one that would be taken."""

    example: date


@dataclass
class DayTooEarly(Refusal):
    """A new due day that has passed or is not later than the present one: it must be later than `last`."""

    last: date


@dataclass
class DayTooLate(Refusal):
    """A new due day that reaches the next occurrence of a recurring task, on the day `following`."""

    following: date


@dataclass
class DiskFull(DatabaseUnusable):
    """There is no room to write. Nothing was stored; what is stored can still be read."""


@dataclass
class SchemaOlder(Refusal):
    """The schema lacks a step, which the bot takes at its next start; `step` names the first."""

    step: str


@dataclass
class SchemaTooNew(Refusal):
    """The database has been used by a newer release; `step` is the last step of its schema, unknown here."""

    step: str


class BackupProblem(Refusal):
    """A backup cannot be made or used."""


@dataclass
class DatabaseMissing(BackupProblem):
    """There is no database at this path."""

    path: str


@dataclass
class FileTaken(BackupProblem):
    """A backup never replaces a file that is there already."""

    path: str


@dataclass
class BackupUnwritable(BackupProblem):
    """The file for a backup cannot be written; `reason` is the system's own word for it."""

    path: str
    reason: str


@dataclass
class BackupUnreadable(BackupProblem):
    """The file of a backup cannot be read; `reason` is the system's own word for it."""

    path: str
    reason: str


class NotABackup(BackupProblem):
    """The file is no database of this bot."""


@dataclass
class BackupDamaged(BackupProblem):
    """The database in the file is not whole; `found` is SQLite's own word for it."""

    found: str


@dataclass
class SpanBackwards(Refusal):
    """A span of days that ends before it starts."""

    first: date
    last: date


@dataclass
class SpanAhead(Refusal):
    """A span that is yet to begin, of which nothing can be told."""

    first: date


@dataclass
class BeforeThePlan(Refusal):
    """A day before the plan was issued."""

    day: date
    issued: date


@dataclass
class UnknownSection(Refusal):
    """No section of the plan, or several, have these words in their title; `sections` are the titles."""

    name: str
    sections: tuple[str, ...]


@dataclass
class RecipientUnclear(Unread):
    """Nobody and no bound group goes by a name, or several do: `names`."""

    name: str
    names: tuple[str, ...]


class NothingToExport(Refusal):
    """What was asked for as a file would be empty."""


class AnnouncementEmpty(Unread):
    """A broadcast without words and without a file."""


class NoRecipients(Refusal):
    """Nobody whom something could be sent to: none of the people chosen can be reached."""


@dataclass
class ChoicesUnclear(Unread):
    """Answers to choose from that are too few, too many or too long: `most` of up to `longest` characters."""

    most: int
    longest: int


@dataclass
class DayGone(Refusal):
    """A day that is over, where one to come is asked for."""

    day: date


class NotAFile(Refusal):
    """A message that is neither text, a photo nor a document."""


class OneFileOnly(Refusal):
    """A second file of an album, where one file is taken."""


@dataclass
class TitleTooLong(Refusal):
    """A title of `length` characters, of which there may be `most`."""

    length: int
    most: int


@dataclass
class InformationTooLong(Refusal):
    """Words that would make a text of work information too long: there are `written` characters, `more` came, and there
    may be `most`."""

    written: int
    more: int
    most: int


class NothingInIt(Refusal):
    """A title without a text and without files."""


class TakenAlready(Refusal):
    """Work information that has been taken into a brief cannot be withdrawn any more."""


class NoGroups(Refusal):
    """Something is to go to groups, and none is bound."""


@dataclass
class NudgedAlready(Refusal):
    """A task that a unit was asked for within 24 hours; it may be asked for again at the moment `again`. So it is with
    all `count` tasks that were meant."""

    code: str
    unit: str
    again: datetime
    count: int


@dataclass
class NobodyToNudge(Refusal):
    """Units that have nobody who could be asked."""

    units: tuple[str, ...]


class NothingToNudge(Refusal):
    """Nothing is open of what somebody could be asked for."""


@dataclass
class NotTheirTask(Refusal):
    """A task of other units than the one that was named with it; `others` answer for it."""

    code: str
    others: tuple[str, ...]


@dataclass
class RuleUnclear(Unread):
    """What was written is no value that the rule of reminders with this name can have."""

    rule: str


@dataclass
class PauseTooLong(Refusal):
    """A last day of a pause that is later than the `last` possible one."""

    last: date


@dataclass
class ReturnKnown(Refusal):
    """Another statistics return that is asked for has this title."""

    title: str


@dataclass
class NoSuchIndicator(Refusal):
    """Names of indicators that the plan does not have; empty where none was named at all."""

    name: str


@dataclass
class NotAskedFor(Refusal):
    """Figures for indicators that a statistics return does not ask for; `asked` are those that it does."""

    names: tuple[str, ...]
    asked: tuple[IndicatorWords, ...]


@dataclass
class ReturnEnded(Refusal):
    """A statistics return, by its title, that is asked for no longer."""

    title: str


@dataclass
class NotYourReturn(Refusal):
    """A statistics return of a unit that the person does not report for; `unit` is its name."""

    unit: str


@dataclass
class FiledMeanwhile(Refusal):
    """Somebody else of the unit has filed the statistics return since the figures were begun."""

    unit_return_id: int


@dataclass
class FiguresMissing(Unread):
    """Indicators of a statistics return for which no figure was given."""

    indicators: tuple[IndicatorWords, ...]


@dataclass
class FigureNegative(Unread):
    """A figure below nought."""

    indicator: IndicatorWords


class ReasonNeeded(Refusal):
    """Figures that stand are corrected without a reason."""


class NothingFiled(Refusal):
    """A unit's statistics return of which nothing counts that could be given back."""


@dataclass
class TooManySteps(Refusal):
    """A task would be divided into more than so many steps."""

    most: int


class ScheduleUnclear(Unread):
    """Words that do not say how often or when a statistics return is asked for."""


class WorkdaysOnly(Refusal):
    """A day of the calendar where a statistics return can be due on a working day alone."""


class TitleMissing(Refusal):
    """A sentence that sets a statistics return up and gives it no title."""


class WholePeriodsOnly(Refusal):
    """A day where a statistics return can begin with a whole period alone."""


@dataclass
class AllFiled(Refusal):
    """Every unit has filed this statistics return."""

    title: str


@dataclass
class NoIndicatorChosen(Unread):
    """It is not said yet that all indicators of a statistics return are chosen; so far there are `count`."""

    count: int


@dataclass
class NotAsked(Refusal):
    """A unit that is not asked for a statistics return of this title."""

    unit: str
    title: str


class NothingCorrected(Refusal):
    """Figures that are to be corrected to what they are already."""


@dataclass
class PeriodNotOpen(Refusal):
    """A period of a statistics return, by its title, that is filled in only from the day `opens` on."""

    title: str
    opens: date


class NoSuchPeriod(Refusal):
    """A period for which the person's units are asked for no statistics return."""


@dataclass
class FigureNotRead(Unread):
    """Words that are no figure of a statistics return; `asked` are the indicators that it asks for."""

    words: str
    asked: tuple[IndicatorWords, ...] = ()


@dataclass
class StepsUnread(Unread):
    """Lines that are no steps, each with the name of what is wrong with it (data.steps.reading.Fault)."""

    lines: tuple[tuple[str, str], ...]
