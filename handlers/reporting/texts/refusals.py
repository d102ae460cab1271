"""What cannot be reported or taken back, and why."""

from data.errors import ButtonsOnly, NoSuchAnswer, WhichUnit
from data.errors.numbers import (
    FigureImpossible,
    FigureNotThere,
    FiguresUnclear,
    FigureTwice,
    FigureWithoutMeasure,
    TotalBelowReported,
)
from data.errors.reporting import (
    AlreadyReported,
    FilesTooBig,
    FileTooBig,
    HarmfulFile,
    NoTaskNamed,
    NotOngoing,
    ObstacleNeeded,
    PercentOutOfRange,
    TaskClosed,
    TooLateToWithdraw,
    TooManyFiles,
)
from handlers.reporting.texts.figures import (
    FIGURE_IMPOSSIBLE,
    FIGURE_NOT_THERE,
    FIGURE_NOT_WHOLE,
    FIGURE_TWICE,
    FIGURE_WITHOUT_MEASURE,
    NO_FIGURES,
    TOTAL_BELOW,
)
from handlers.reporting.texts.no_change import NOT_ONGOING
from handlers.reporting.texts.questions import NO_SUCH_ANSWER, OBSTACLE_NEEDED, PRESS_A_BUTTON
from handlers.reporting.texts.report import figures_example, indicator_names
from handlers.reporting.texts.task_choice import none_fits
from handlers.telegram.days import day_text
from handlers.telegram.refusals import Sentences
from handlers.telegram.wording import Html, Language, Wording, cut, megabytes, series

FIGURES_UNCLEAR = Wording(
    "“{word}”没看懂。请写“名称+数字”{example}。可用的名称：{known}。",
    "I did not understand “{word}”. Please write names with numbers{example}. Names: {known}.",
)
FILE_TOO_BIG = Wording(
    "“{name}”有 {size} MB，最多 {most} MB。请压缩或分开后再发。",
    "“{name}” has {size} MB; at most {most} MB can be taken. Please send a smaller one.",
)
HARMFUL_FILE = Wording(
    "“{name}”没有收：里面有宏、嵌入的对象或外部模板，或者解开后过大。请另存为 PDF，或去掉这些内容再发。",
    "“{name}” was not taken: it holds macros, embedded objects or a template from elsewhere, or unpacks to too much. "
    "Please save it as a PDF, or without these, and send it again.",
)
TOO_MANY_FILES = Wording(
    "最多附 {most} 个文件，这个没有收。可以先取出不要的，或合并成一个文件。",
    "There may be at most {most} files; this one was not taken. Take out what is not needed, or put them together.",
)
TOO_MANY_FILES_A_DAY = Wording(
    "一天最多收 {most} 个文件，这个没有收，请明天再发。",
    "At most {most} files a day are taken; this one was not. Please send it tomorrow.",
)
FILES_TOO_BIG = Wording(
    "文件合起来最多 {most} MB，“{name}”没有收。请压缩后再发，或先取出不要的。",
    "The files may have {most} MB together; “{name}” was not taken. Please send smaller ones, or take out "
    "what is not needed.",
)
FILES_TOO_BIG_A_DAY = Wording(
    "一天最多收 {most} MB 文件，“{name}”没有收，请明天再发。",
    "At most {most} MB of files a day are taken; “{name}” was not. Please send it tomorrow.",
)
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
PERCENT_RANGE = Wording("进度请填 0 到 100 的整数，例如 80。", "Please give a whole number from 0 to 100, such as 80.")
TASK_CLOSED = Wording("{code} 已办结，不用再报。", "{code} is closed; there is nothing more to report.")
WHICH_UNIT = Wording(
    "{code} 由{units}分别填报，请写明单位，例如：{unit} {code} 完成80%。",
    "{units} each report on {code}. Please name the unit, for example: {unit} {code} 80%.",
)


def _figures_unclear(error: FiguresUnclear, language: Language) -> Html:
    names, example = indicator_names(error.known, language), figures_example(error.known, language)
    wording = FIGURES_UNCLEAR if error.word else NO_FIGURES
    return wording(language, word=cut(error.word, 30), known=names, example=example)


def _figure_impossible(error: FigureImpossible, language: Language) -> Html:
    wording = FIGURE_NOT_WHOLE if error.whole else FIGURE_IMPOSSIBLE
    return wording(language, word=cut(error.word, 30), indicator=error.indicator, unit=error.unit)


def _figure_without_measure(error: FigureWithoutMeasure, language: Language) -> Html:
    return FIGURE_WITHOUT_MEASURE(language, word=cut(error.word, 30), unit=error.unit)


def _figure_twice(error: FigureTwice, language: Language) -> Html:
    words = series((cut(word, 30) for word in error.words), language)
    name = error.english if language == "en" and error.english else error.indicator
    return FIGURE_TWICE(language, indicator=name, words=words)


def _total_below(error: TotalBelowReported, language: Language) -> Html:
    numbers = {"said": f"{error.said:,.10g}", "before": f"{error.before:,.10g}"}
    return TOTAL_BELOW(language, indicator=error.indicator, since=day_text(error.since, language), **numbers)


def _figure_not_there(error: FigureNotThere, language: Language) -> Html:
    return FIGURE_NOT_THERE(language, indicator=error.indicator)


def _file_too_big(error: FileTooBig, language: Language) -> Html:
    size, most = megabytes(error.size), megabytes(error.most)
    return FILE_TOO_BIG(language, name=cut(error.name, 40), size=size, most=most)


def _too_many_files(error: TooManyFiles, language: Language) -> Html:
    return (TOO_MANY_FILES_A_DAY if error.a_day else TOO_MANY_FILES)(language, most=error.most)


def _files_too_big(error: FilesTooBig, language: Language) -> Html:
    wording = FILES_TOO_BIG_A_DAY if error.a_day else FILES_TOO_BIG
    return wording(language, name=cut(error.name, 40), most=megabytes(error.most))


def _which_unit(error: WhichUnit, language: Language) -> Html:
    return WHICH_UNIT(language, code=error.code, units=series(error.units, language), unit=error.units[0])


REFUSALS: Sentences = {
    AlreadyReported: REPORTED_MEANWHILE,
    FigureImpossible: _figure_impossible,
    FiguresUnclear: _figures_unclear,
    FigureNotThere: _figure_not_there,
    FigureTwice: _figure_twice,
    FigureWithoutMeasure: _figure_without_measure,
    FileTooBig: _file_too_big,
    HarmfulFile: HARMFUL_FILE,
    FilesTooBig: _files_too_big,
    TooManyFiles: _too_many_files,
    NoSuchAnswer: NO_SUCH_ANSWER,
    ButtonsOnly: PRESS_A_BUTTON,
    NotOngoing: NOT_ONGOING,
    NoTaskNamed: none_fits,
    ObstacleNeeded: OBSTACLE_NEEDED,
    PercentOutOfRange: PERCENT_RANGE,
    TaskClosed: TASK_CLOSED,
    TotalBelowReported: _total_below,
    TooLateToWithdraw: TOO_LATE_TO_WITHDRAW,
    WhichUnit: _which_unit,
}
