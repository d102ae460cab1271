"""One sentence for everything that can be refused."""

from math import ceil

from data import errors
from data.people.people import Role
from data.plan.files.problems import FileProblem
from handlers.entrance.texts import access
from handlers.extensions import texts as extensions
from handlers.office.texts import indicators
from handlers.office.texts.backups import backup_problem
from handlers.office.texts.files import file_problem
from handlers.people.texts import deputies, leaving
from handlers.reporting.texts import figures, no_change, questions, report
from handlers.tasks.texts.history import NOT_YOUR_UNIT
from handlers.telegram import labels
from handlers.telegram.days import day_text
from handlers.telegram.wording import Html, Language, Wording, cut, series

INVITE_INVALID = Wording(
    "这个邀请链接无效或已过期，请向办公室索取新的链接。",
    "This invitation is not valid or has expired. Please ask the office for a new one.",
)
APOLOGY = Wording(
    "抱歉，刚才出了点问题，您填的内容没有丢。请再试一次；还不行请告诉办公室：编号 {id}。",
    "Sorry, something went wrong; nothing you entered was lost. Please try again, or tell the office: number {id}.",
)
STALE = Wording("这个按钮已经过时了，请用最新的消息。", "This button is out of date. Please use the latest message.")
FIGURES_UNCLEAR = Wording(
    "“{word}”没看懂。请写“名称+数字”{example}。可用的名称：{known}。",
    "I did not understand “{word}”. Please write names with numbers{example}. Names: {known}.",
)
FILE_TOO_BIG = Wording(
    "“{name}”有 {size} MB，最多 {most} MB。请压缩或分开后再发。",
    "“{name}” has {size} MB; at most {most} MB can be taken. Please send a smaller one.",
)
TOO_MANY_GONE = Wording(
    "没有导入，什么都没有变：文件里没有现有 {present} 项任务中的 {gone} 项，超过十分之一：{tasks}。"
    "如果这是另一份任务表，请加上 --new-plan。",
    "Nothing was imported and nothing has changed: {gone} of the {present} present tasks, more than a tenth, are not "
    "in the file: {tasks}. Where it is another plan, say --new-plan.",
)
TEXT_MISSING = Wording("这一项请写几个字说明。", "Please say it in a few words.")
REPORTED_MEANWHILE = Wording(
    "同单位刚有人报过这项，您的这份还没有提交。请发“报进展”，看过再决定。",
    "A colleague has just reported on this task; yours has not been submitted. Send “report progress” to look "
    "and decide.",
)
TOO_LATE_TO_WITHDRAW = Wording(
    "这份填报已审核、已更正或之后又有新的填报，不能再改。有误请另报一次；已办结的请与办公室联系。",
    "This report has been reviewed or replaced and cannot be changed. Please report again, or talk to the office where "
    "the task is closed.",
)
ALREADY_DECIDED = Wording("这件事已经处理过了，谢谢。", "This has been decided already, thank you.")
NO_LONGER_WAITS = Wording(
    "{code} 的这份填报已撤回或被新的填报代替，不用审核了。发 /review 看等待审核的。",
    "This report on {code} was withdrawn or replaced and needs no review. /review shows those that wait.",
)
PERCENT_RANGE = Wording("进度请填 0 到 100 的整数，例如 80。", "Please give a whole number from 0 to 100, such as 80.")
NOTE_LENGTH = Wording(
    "文字请控制在 {most} 字以内（现在 {length} 字），请精简后再发。",
    "Please keep the text within {most} characters (now {length}) and send it again.",
)
NOT_YOURS = Wording(
    "这项任务现在不由您的单位负责，请发“我的任务”查看。",
    "This task is not assigned to your unit now. Send “my tasks” to see yours.",
)
OF_ANOTHER_UNIT = Wording(
    "“{named}”不是您单位的任务，请发“我的任务”查看。",
    "“{named}” is no task of your unit. Send “my tasks” to see yours.",
)
TASK_CLOSED = Wording("{code} 已办结，不用再报。", "{code} is closed; there is nothing more to report.")
UNKNOWN_TASK = Wording(
    "没有找到您可以查看的任务 {code}，请发“我的任务”查看。",
    "I found no task {code} that you can see. Send “my tasks”.",
)
NO_SUCH_TASK = Wording(
    "任务表里没有任务 {code}，请核对编号，或发“汇总”看全部。",
    "The plan has no task {code}. Please check the code, or send “summary” for the whole plan.",
)
NOT_YOUR_TASKS = Wording(
    "您只能查看本单位的任务，{unit}的不能查看。发“我的任务”查看本单位的。",
    "You can see your own unit's tasks only, not those of {unit}. Send “my tasks” to see yours.",
)
WHICH_UNIT = Wording(
    "{code} 由{units}分别填报，请写明单位，例如：{unit} {code} 完成80%。",
    "{units} each report on {code}. Please name the unit, for example: {unit} {code} 80%.",
)
UNKNOWN_UNIT = Wording(
    "没有“{name}”这个单位，请写任务表里的单位名，例如：市公安局。",
    "There is no unit “{name}”. Please write it as the plan does, for example 市公安局.",
)
UNKNOWN_UNIT_NEAR = Wording("没有“{name}”这个单位，是不是：{near}？", "There is no unit “{name}”. Did you mean {near}?")
CANNOT_FILTER = Wording(
    "还不能按“{words}”来筛选。可以问“进行中的”“受阻的”“逾期的”“本月到期的”，也可以加上单位。",
    "I cannot pick out tasks by “{words}”. You can ask for those in progress, blocked, overdue or due this month, "
    "of any unit.",
)
NO_PLAN = Wording("还没有导入任务表，请联系办公室。", "No plan has been imported yet. Please contact the office.")
DATABASE_UNUSABLE = Wording(
    "数据库打不开或写不了：{reason}。请检查 LIAISON_DB 指向的文件。",
    "The database cannot be opened or written: {reason}. Please check the file that LIAISON_DB names.",
)
DISK_FULL = Wording(
    "服务器磁盘已满，没有保存；已保存的内容都在。请稍后再试，并告诉管理员。",
    "The server's disk is full: this was not saved. What was saved before is safe. Please try later, "
    "and tell the administrator.",
)
WAITS_WITH_TELEGRAM = Wording(
    "服务器暂时存不了数据，您刚才发的还没有处理；恢复后会自动处理，不用重发。",
    "The server cannot store anything right now, so your message has not been handled yet. It will be, without your "
    "sending it again.",
)
SCHEMA_TOO_NEW = Wording(
    "数据库已被更新的版本用过（{step}），请升级程序。",
    "A newer release has used the database ({step}); please update the program.",
)
ROLE_NEEDS_UNIT = Wording("{role}要指明单位。", "A {role} needs a unit.")


def refusal(error: errors.Refusal, language: Language) -> Html:
    """What to say when something asked for cannot be done, and what to do next."""
    match error:
        case errors.UnknownUnit(name, near) if near:
            return UNKNOWN_UNIT_NEAR(language, name=name, near=series(near, language))
        case errors.UnknownUnit(name):
            return UNKNOWN_UNIT(language, name=name)
        case errors.UnknownTask(code, in_the_plan):
            return (NO_SUCH_TASK if in_the_plan else UNKNOWN_TASK)(language, code=code)
        case errors.NotYourTasks(unit):
            return NOT_YOUR_TASKS(language, unit=unit)
        case errors.NotYours(named) if named:
            return OF_ANOTHER_UNIT(language, named=cut(named, 30))
        case errors.NotYours():
            return NOT_YOURS(language)
        case errors.NotYourUnit(unit):
            return NOT_YOUR_UNIT(language, unit=unit)
        case errors.WhichUnit(code, units):
            return WHICH_UNIT(language, code=code, units=series(units, language), unit=units[0])
        case errors.InviteInvalid(for_deputy=True):
            return deputies.LINK_OVER(language)
        case errors.InviteInvalid():
            return INVITE_INVALID(language)
        case errors.InviteForDeputy(unit):
            return deputies.FOR_DEPUTY(language, unit=unit)
        case errors.InviteForAnother(unit, role):
            wording = access.INVITE_FOR_ANOTHER if unit else access.INVITE_FOR_ANOTHER_IN_OFFICE
            return wording(language, unit=unit, role=labels.ROLE[Role(role)](language))
        case errors.RoleNeedsUnit(role):
            return ROLE_NEEDS_UNIT(language, role=labels.ROLE[Role(role)](language))
        case errors.PercentOutOfRange():
            return PERCENT_RANGE(language)
        case errors.NoteTooLong(length, most):
            return NOTE_LENGTH(language, length=length, most=most)
        case errors.TextMissing():
            return TEXT_MISSING(language)
        case errors.NoSuchAnswer(word):
            return questions.NO_SUCH_ANSWER(language, word=word)
        case errors.ObstacleNeeded():
            return questions.OBSTACLE_NEEDED(language)
        case errors.FiguresUnclear(word, known):
            names, example = report.indicator_names(known, language), report.figures_example(known, language)
            if not word:
                return figures.NO_FIGURES(language, known=names, example=example)
            return FIGURES_UNCLEAR(language, word=cut(word, 30), known=names, example=example)
        case errors.FigureImpossible(word, indicator, unit, whole):
            wording = figures.FIGURE_NOT_WHOLE if whole else figures.FIGURE_IMPOSSIBLE
            return wording(language, word=cut(word, 30), indicator=indicator, unit=unit)
        case errors.FigureWithoutMeasure(word, _, unit):
            return figures.FIGURE_WITHOUT_MEASURE(language, word=cut(word, 30), unit=unit)
        case errors.FigureTwice(indicator, words):
            return figures.FIGURE_TWICE(
                language, indicator=indicator, words=series((cut(word, 30) for word in words), language)
            )
        case errors.IndicatorUnclear():
            return indicators.UNCLEAR(language)
        case errors.IndicatorKnown(name):
            return indicators.KNOWN(language, name=cut(name, 30))
        case errors.IndicatorUnreadable(name):
            return indicators.UNREADABLE(language, name=cut(name, 30))
        case errors.IndicatorInUse(name):
            return indicators.IN_USE(language, name=name)
        case errors.AlreadyReported():
            return REPORTED_MEANWHILE(language)
        case errors.FileTooBig(size, most, name):
            return FILE_TOO_BIG(language, name=cut(name, 40), size=_megabytes(size), most=_megabytes(most))
        case errors.TooLateToWithdraw():
            return TOO_LATE_TO_WITHDRAW(language)
        case errors.AlreadyDecided():
            return ALREADY_DECIDED(language)
        case errors.NoLongerWaits(code):
            return NO_LONGER_WAITS(language, code=code)
        case errors.ForTheOffice():
            return access.NOT_FOR_ROLE(language)
        case errors.LastCoordinator():
            return leaving.LAST_COORDINATOR(language)
        case errors.StaleButton():
            return STALE(language)
        case errors.NotOngoing(code):
            return no_change.NOT_ONGOING(language, code=code)
        case errors.TaskClosed(code):
            return TASK_CLOSED(language, code=code)
        case errors.NothingToExtend(code, finished):
            return (extensions.DONE_ALREADY if finished else extensions.NO_DAY_TO_EXTEND)(language, code=code)
        case errors.RequestRests(code, finished):
            return (extensions.RESTS if finished else extensions.OVERTAKEN)(language, code=code)
        case errors.DayUnclear(example):
            return extensions.DAY_UNCLEAR(language, example=day_text(example, language))
        case errors.DayTooEarly(last):
            return extensions.DAY_TOO_EARLY(language, last=day_text(last, language))
        case errors.DayTooLate(following):
            return extensions.DAY_TOO_LATE(language, following=day_text(following, language))
        case errors.CannotFilter(words):
            return CANNOT_FILTER(language, words=cut(words, 30))
        case errors.TooManyGone(present, gone):
            tasks = "；".join(f"{code} {title}" for code, title in gone)
            return TOO_MANY_GONE(language, present=present, gone=len(gone), tasks=tasks)
        case errors.NoPlan():
            return NO_PLAN(language)
        case errors.DiskFull():
            return DISK_FULL(language)
        case errors.DatabaseUnusable(reason):
            return DATABASE_UNUSABLE(language, reason=reason)
        case errors.SchemaTooNew(step):
            return SCHEMA_TOO_NEW(language, step=step)
        case errors.BackupProblem():
            return backup_problem(error, language)
        case FileProblem():
            return file_problem(error, language)
    raise error


def _megabytes(size: int) -> str:
    """Bytes in megabytes, rounded up to a tenth, so that what is too big also looks it."""
    return f"{ceil(size / 104_857.6) / 10:g}"
