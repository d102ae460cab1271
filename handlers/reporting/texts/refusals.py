"""Refusals about reporting and withdrawing."""

from data.errors import ButtonsOnly, LeftAside, NoSuchAnswer, NothingToReplace, WhichTask, WhichUnit, numbers, reporting
from handlers.reporting.texts.report import figures_example, indicator_names
from handlers.wording import Html, Language, Sentences, Wording, cut, megabytes

MOST_NAMES = 8
MORE_NAMES = Wording("{names}等 {count} 个", "{names} and others ({count} in all)")
FIGURE_IMPOSSIBLE = Wording(
    "“{word}”填不进去：{indicator}按“{unit}”填。请重发这个数。",
    "“{word}” cannot be taken: {indicator} is given in {unit}. Please send this number again.",
)
FIGURE_NOT_WHOLE = Wording(
    "“{word}”填不进去：{indicator}按“{unit}”填整数。请重发这个数。",
    "“{word}” cannot be taken: {indicator} is a whole number, in {unit}. Please send this number again.",
)
FIGURES_UNCLEAR = Wording(
    "[“{word}”没看懂。]请写“名称+数字”[，例如：{example}]。可用的名称：{known}。",
    "[I did not understand “{word}”. ]Please write names with numbers[, such as: {example}]. Names: {known}.",
)
FILE_TOO_BIG = Wording(
    "“{name}”有 {size} MB，最多 {most} MB。请压缩或分开后再发。",
    "“{name}” has {size} MB; at most {most} MB can be taken. Please send a smaller one.",
)
TOO_MANY_FILES = Wording(
    "最多附 {most} 个文件，这个没有收。可以先取出不要的，或合并成一个文件。",
    "There can be at most {most} files; this one was not added. Remove what is not needed, or combine files.",
)
TOO_MANY_FILES_A_DAY = Wording(
    "一天最多收 {most} 个文件，这个没有收，请明天再发。",
    "At most {most} files a day can be sent; this one was not added. Please send it tomorrow.",
)
FILES_TOO_BIG = Wording(
    "文件合起来最多 {most} MB，“{name}”没有收。请压缩后再发，或先取出不要的。",
    "The files can have at most {most} MB together; “{name}” was not added. Please send smaller ones, or remove what "
    "is not needed.",
)
FILES_TOO_BIG_A_DAY = Wording(
    "一天最多收 {most} MB 文件，“{name}”没有收，请明天再发。",
    "At most {most} MB of files a day can be sent; “{name}” was not added. Please send it tomorrow.",
)
WHICH_UNIT = Wording(
    "{code} 由{units}分别填报，请写明单位，例如：{unit} {code} 完成80%。",
    "{units} each report on {code}. Please name the unit, for example: {unit} {code} 80%.",
)

WHICH_TASK = Wording(
    "可能是{codes}，请写上编号另发，例如：{code} 完成80%。",
    "this may be about {codes}. Please send it again with the code, for example: {code} 80%.",
)


def _figures_unclear(error: numbers.FiguresUnclear, language: Language) -> Html:
    alike = [each for each in error.known if each.unit and error.word.endswith(each.unit)]
    shown = (alike or error.known)[:MOST_NAMES]
    names, example = indicator_names(shown, language), figures_example(error.known, language)
    if len(shown) < len(error.known):
        names = MORE_NAMES(language, names=names, count=len(error.known))
    return FIGURES_UNCLEAR(language, word=cut(error.word, 30), known=names, example=example)


def _file_too_big(error: reporting.FileTooBig, language: Language) -> Html:
    size, most = megabytes(error.size), megabytes(error.most)
    return FILE_TOO_BIG(language, name=cut(error.name, 40), size=size, most=most)


def _files_too_big(error: reporting.FilesTooBig, language: Language) -> Html:
    wording = FILES_TOO_BIG_A_DAY if error.a_day else FILES_TOO_BIG
    return wording(language, name=cut(error.name, 40), most=megabytes(error.most))


REFUSALS: Sentences = {
    reporting.AlreadyReported: Wording(
        "同单位刚有人报过这项，您的这份还没有提交。请发“报进展”，看过再决定。",
        "A colleague has just reported on this task; your report has not been submitted. Send “report progress” to "
        "look and decide.",
    ),
    reporting.CanFollow: Wording(
        "好，这部分以后再补：现在可以先报，补的时候点“更正”或直接发。",
        "All right, that part can follow: report now, and later press “Correct it” or just send it.",
    ),
    reporting.FilesComeHere: Wording(
        "照片、文件直接发给我，就附在这次填报里；现在没有的，提交后再补也行。",
        "Just send the photos or files here: they go with this report. Those you do not have yet can follow later.",
    ),
    numbers.FigureImpossible: lambda error, language: FIGURE_NOT_WHOLE if error.whole else FIGURE_IMPOSSIBLE,
    numbers.FiguresUnclear: _figures_unclear,
    numbers.FigureNotThere: Wording(
        "没找到要更正的{indicator}：那一期没有报过，或那份填报已不计。",
        "There is no figure of {indicator} to correct: none was reported then, or that report does not count.",
    ),
    numbers.FigureTwice: Wording(
        "{indicator}写了几个不同的数：{words}。请把统计数据重发一行，每项只写一个数。",
        "There are different numbers for {indicator}: {words}. Please send the figures again, one number for each.",
    ),
    numbers.FigureWithoutMeasure: Wording(
        "“{word}”是元还是{unit}？请带上单位重发，例如：350.5{unit}。",
        "Is “{word}” in yuan or in 10,000 yuan ({unit})? Please send it again with its measure, such as: 3,505,000 "
        "yuan.",
    ),
    reporting.FileTooBig: _file_too_big,
    reporting.HarmfulFile: Wording(
        "“{name}”没有收：里面有宏、程序、嵌入的对象或外部模板，或者解开后过大。请另存为 PDF，或去掉这些内容再发。",
        "“{name}” was not accepted: it contains macros, a program, embedded objects or an external template, or "
        "unpacks to too much. Please save it as a PDF, or without these, and send it again.",
    ),
    reporting.FilesTooBig: _files_too_big,
    reporting.TooManyFiles: lambda error, language: TOO_MANY_FILES_A_DAY if error.a_day else TOO_MANY_FILES,
    LeftAside: Wording("“{words}”没有写进去。", "“{words}” was not added."),
    NothingToReplace: Wording(
        "要换掉的不在里面，没有改。请直接说要哪些。",
        "What is to be replaced is not there, so nothing was changed. Please say which it is to be.",
    ),
    NoSuchAnswer: Wording(
        "“{word}”答不了这里问的，请看下面的问题或点按钮。",
        "“{word}” does not answer this question; please see below, or press a button.",
    ),
    ButtonsOnly: Wording(
        "这一步请点下面的按钮回答，或发“取消”。", "Please answer with the buttons below, or send “cancel”."
    ),
    reporting.NoTaskNamed: Wording(
        "没有找到“{words}”。请点任务，或换几个字再发。",
        "I found no task for “{words}”. Press one, or send other words.",
    ),
    reporting.ObstacleNeeded: Wording(
        "受阻的任务要写明卡在哪里、需要什么支持，办公室才能协调，这一项不能跳过。",
        "This cannot be skipped: the office can only help if it knows what blocks the task and what is needed.",
    ),
    reporting.PercentOutOfRange: Wording(
        "进度请填 0 到 100 的整数，例如 80。", "Please give a whole number from 0 to 100, such as 80."
    ),
    reporting.TaskClosed: Wording("{code} 已办结，不用再报。", "{code} is closed; there is nothing more to report."),
    numbers.TotalBelowReported: Wording(
        "{indicator}：{since}起已报 {before}，比累计 {said} 多。是本次新增 {said}，还是以前报多了？"
        "是新增就发“{indicator}{said}”；累计写错了就重发累计数；以前报多了就发，例如：上个月报的{indicator}{before}应该是{said}。",
        "{indicator}: {before} have been reported since {since}, more than {said} in total. Are {said} new, or was "
        "too much reported before? If new, send “{indicator} {said}”; if the total is wrong, send it again; else, "
        "such as: {indicator} {before} reported last month should be {said}.",
    ),
    reporting.TooLateToWithdraw: Wording(
        "这份填报已审核、已更正或之后又有新的填报，不能再改。有误请另报一次；已办结的请与办公室联系。",
        "This report has been reviewed or replaced and cannot be changed. Please report again; if the task is closed, "
        "talk to the office.",
    ),
    WhichTask: lambda error, language: WHICH_TASK(language, codes=error.codes, code=error.codes[0]),
    WhichUnit: lambda error, language: WHICH_UNIT(language, code=error.code, units=error.units, unit=error.units[0]),
}
