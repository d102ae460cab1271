"""One sentence for everything that can be refused."""

from math import ceil

from data import errors
from data.files.problems import FileProblem
from data.people import Role
from handlers.texts import deputies, extensions, figures, forgetting, reporting
from handlers.texts import messages as m
from handlers.texts.backups import backup_problem
from handlers.texts.console import file_problem
from handlers.texts.days import day_text
from handlers.texts.history import NOT_YOUR_UNIT
from handlers.texts.wording import Html, Language, cut


def refusal(error: errors.Refusal, language: Language) -> Html:
    """What to say when something asked for cannot be done, and what to do next."""
    match error:
        case errors.UnknownUnit(name, near) if near:
            return m.UNKNOWN_UNIT_NEAR(language, name=name, near="、".join(near))
        case errors.UnknownUnit(name):
            return m.UNKNOWN_UNIT(language, name=name)
        case errors.UnknownTask(code):
            return m.UNKNOWN_TASK(language, code=code)
        case errors.NotYours():
            return m.NOT_YOURS(language)
        case errors.NotYourUnit(unit):
            return NOT_YOUR_UNIT(language, unit=unit)
        case errors.InviteInvalid():
            return m.INVITE_INVALID(language)
        case errors.InviteForDeputy(unit):
            return deputies.FOR_DEPUTY(language, unit=unit)
        case errors.RoleNeedsUnit(role):
            return m.ROLE_NEEDS_UNIT(language, role=m.ROLE[Role(role)](language))
        case errors.PercentOutOfRange():
            return m.PERCENT_RANGE(language)
        case errors.NoteTooLong(length, most):
            return m.NOTE_LENGTH(language, length=length, most=most)
        case errors.TextMissing():
            return m.TEXT_MISSING(language)
        case errors.NoSuchAnswer(word):
            return reporting.NO_SUCH_ANSWER(language, word=word)
        case errors.ObstacleNeeded():
            return reporting.OBSTACLE_NEEDED(language)
        case errors.FiguresUnclear(word, known):
            names = reporting.indicator_names(known, language)
            if not word:
                return figures.NO_FIGURES(language, known=names)
            return m.FIGURES_UNCLEAR(language, word=cut(word, 30), known=names)
        case errors.FigureImpossible(word, indicator, unit, whole):
            wording = figures.FIGURE_NOT_WHOLE if whole else figures.FIGURE_IMPOSSIBLE
            return wording(language, word=cut(word, 30), indicator=indicator, unit=unit)
        case errors.FigureTwice(indicator, words):
            return figures.FIGURE_TWICE(language, indicator=indicator, words="、".join(cut(word, 30) for word in words))
        case errors.AlreadyReported():
            return m.REPORTED_MEANWHILE(language)
        case errors.FileTooBig(size, most, name):
            return m.FILE_TOO_BIG(language, name=cut(name, 40), size=_megabytes(size), most=_megabytes(most))
        case errors.TooLateToWithdraw():
            return m.TOO_LATE_TO_WITHDRAW(language)
        case errors.AlreadyDecided():
            return m.ALREADY_DECIDED(language)
        case errors.NoLongerWaits(code):
            return m.NO_LONGER_WAITS(language, code=code)
        case errors.LastCoordinator():
            return forgetting.LAST_COORDINATOR(language)
        case errors.StaleButton():
            return m.STALE(language)
        case errors.TaskClosed(code):
            return m.TASK_CLOSED(language, code=code)
        case errors.NothingToExtend(code):
            return extensions.NOTHING_TO_EXTEND(language, code=code)
        case errors.DayUnclear():
            return extensions.DAY_UNCLEAR(language)
        case errors.DayTooEarly(last):
            return extensions.DAY_TOO_EARLY(language, last=day_text(last, language))
        case errors.DayTooLate(following):
            return extensions.DAY_TOO_LATE(language, following=day_text(following, language))
        case errors.NoPlan():
            return m.NO_PLAN(language)
        case errors.DiskFull():
            return m.DISK_FULL(language)
        case errors.DatabaseUnusable(reason):
            return m.DATABASE_UNUSABLE(language, reason=reason)
        case errors.SchemaTooNew(step):
            return m.SCHEMA_TOO_NEW(language, step=step)
        case errors.BackupProblem():
            return backup_problem(error, language)
        case FileProblem():
            return file_problem(error, language)
    raise error


def _megabytes(size: int) -> str:
    """Bytes in megabytes, rounded up to a tenth, so that what is too big also looks it."""
    return f"{ceil(size / 104_857.6) / 10:g}"
