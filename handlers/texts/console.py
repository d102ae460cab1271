"""Every sentence of the command line, and of what is wrong with files, in both languages."""

from data.deadlines import Deadline
from data.files import problems
from data.files.problems import ProblemKind as P
from data.plan_import import FieldChange
from handlers.texts.days import reading_text
from handlers.texts.wording import Html, Language, Wording, html

NOBODY = Wording(
    "没有登记 Telegram 编号为 {id} 的人，请核对 --as。",
    "Nobody with the Telegram id {id} is registered; please check --as.",
)
NO_DATE = Wording("“{text}”不是日期，请写成 2019-11-25。", "“{text}” is no date; write it as 2019-11-25.")
FILE_UNREADABLE = Wording("文件 {name} 读不了：{reason}", "The file {name} cannot be read: {reason}")
ROWS_READ = Wording("读到 {count} 行任务。", "{count} tasks read.")
ROWS_WITH_PROBLEMS = Wording("{count} 行有需要核对的地方：", "{count} rows need a look:")
PROBLEM_LINE = Wording("第 {row} 行 {code} {title}：{problem}", "row {row} {code} {title}: {problem}")
DEADLINES_READ = Wording("完成时间的读法：", "How the deadlines are read:")
READING_LINE = Wording("  {text} → {reading}（{count} 行）", "  {text} → {reading} ({count} rows)")
CHANGES = Wording(
    "新增 {new} 项，改动 {changed} 项，不再有 {gone} 项，不变 {same} 项。",
    "{new} new, {changed} changed, {gone} gone, {same} the same.",
)
CHANGE_NEW = Wording("  + {code} {title}", "  + {code} {title}")
CHANGE_CHANGED = Wording("  ~ {code} {title}", "  ~ {code} {title}")
CHANGE_OF_FIELD = Wording("      {field}：{before} → {after}", "      {field}: {before} → {after}")
CHANGE_GONE = Wording("  - {code} {title}", "  - {code} {title}")
PROCEED = Wording("照此导入吗？", "Import this?")
IMPORTED = Wording("已导入：{title}。", "Imported: {title}.")
NOT_IMPORTED = Wording("没有导入，什么都没有变。", "Nothing was imported; nothing has changed.")
ROSTER_DONE = Wording("已登记 {count} 人。", "{count} people are on the roster.")
ROSTER_LINK = Wording("{name}（{unit}）：{link}", "{name} ({unit}): {link}")
ROSTER_REFUSED = Wording("名单有错，什么都没有变：", "The roster has errors; nothing has changed:")
BOT_NAME_UNKNOWN = Wording(
    "还不知道机器人的用户名：请把链接中的 <bot> 换成它，或让对方私聊机器人发“/start …”。",
    "The bot's user name is not known yet: put it in place of <bot>, or have the person send “/start …” to the bot.",
)
NOTHING_PLANNED = Wording("这段时间没有要发的提醒。", "Nothing would be sent in this time.")
ALERT_HEAD = Wording("{at} 发给 {to}：", "{at} to {to}:")
ALERT_LINE = Wording("  {rule} {code} {title}（{due}）", "  {rule} {code} {title} ({due})")
TO_COORDINATORS = Wording("协调员", "the coordinators")
TO_GROUP = Wording("群 {id}", "group {id}")
TO_PERSON = Wording("{unit} {id}", "{unit} {id}")
SPAN_BACKWARDS = Wording("结束日期早于开始日期。", "The last day is before the first.")
API_UNREACHABLE = Wording(
    "连不上 Telegram（{url}）：{error}。请检查网络、TELEGRAM_API_URL 和 TELEGRAM_PROXY。",
    "Telegram cannot be reached at {url}: {error}. Please check the network, TELEGRAM_API_URL and TELEGRAM_PROXY.",
)
TOKEN_REFUSED = Wording(
    "TELEGRAM_BOT_TOKEN 不被 Telegram 接受，请核对。",
    "TELEGRAM_BOT_TOKEN is not accepted by Telegram; please check it.",
)
ALREADY_RUNNING = Wording(
    "另一个进程正在用 {database} 运行机器人；一个数据库只能由一个机器人使用。",
    "Another process is running the bot on {database}; a database serves one bot only.",
)
NO_UPDATES = Wording(
    "已有 {seconds} 秒收不到 Telegram（{url}）的回应，进程退出，请由守护程序重新启动。",
    "Telegram at {url} has not answered for {seconds} seconds; leaving, for a supervisor to start the bot again.",
)
REHEARSAL = Wording("*** 演练：时钟从 {moment} 开始 ***", "*** REHEARSAL: the clock starts at {moment} ***")
UNITS_TAKEN = Wording("已采用单位别名表：{count} 个单位。", "The table of {count} units is in use.")

FIELDS = {
    "section": Wording("任务名称", "section"),
    "item": Wording("任务细项", "item"),
    "title": Wording("任务简称", "title"),
    "measure": Wording("细化措施", "measure"),
    "deliverable": Wording("成果", "deliverable"),
    "remark": Wording("备注", "remark"),
    "deadline": Wording("完成时间", "deadline"),
    "deadline_text": Wording("完成时间", "deadline"),
    "reading": Wording("完成时间的读法", "deadline as read"),
    "units": Wording("负责单位", "units"),
    "unit": Wording("单位", "unit"),
    "name": Wording("姓名", "name"),
}

PROBLEMS = {
    P.COLUMN_MISSING: Wording("没有“{column}”这一列", "there is no column “{column}”"),
    P.NOTHING_READ: Wording("表头下面没有内容", "there is nothing below the headings"),
    P.ENCODING_DOUBTFUL: Wording(
        "文字编码可能不对，请另存为 UTF-8 再试", "the characters may be read wrongly; save it as UTF-8"
    ),
    P.SHEET_IGNORED: Wording("另一张工作表“{sheet}”没有读", "another sheet, “{sheet}”, was not read"),
    P.ROW_SKIPPED: Wording("第 {row} 行不是任务，已跳过：{text}", "row {row} holds no task and was skipped: {text}"),
    P.ITEM_NUMBERS_RESTART: Wording(
        "各部分的细项都从 1 编号，编号改为按顺序",
        "every section numbers its items from 1, so the codes count through",
    ),
    P.MEASURE_MISSING: Wording("没有细化措施", "no measure"),
    P.DEADLINE_MISSING: Wording("没有完成时间", "no deadline"),
    P.DEADLINE_UNCLEAR: Wording("完成时间“{text}”看不明白，需人工确认", "the deadline “{text}” is unclear"),
    P.UNIT_MISSING: Wording("没有负责单位", "no unit"),
    P.UNIT_SPELLING_CHANGED: Wording("单位“{written}”统一为“{name}”", "the unit “{written}” was brought to “{name}”"),
    P.UNIT_NEAR: Wording("单位“{name}”与 {near} 相近，请核对", "the unit “{name}” resembles {near}; please check"),
    P.UNIT_UNNAMED: Wording("“{text}”没有说明是哪些单位", "“{text}” does not say which units"),
    P.CODE_DUPLICATE: Wording("编号 {code} 与第 {row} 行重复", "the code {code} is that of row {row} too"),
    P.CODE_UNCLEAR: Wording(
        "编号“{text}”被表格软件改成了日期，已按顺序编号",
        "the code “{text}” has become a date; counted instead",
    ),
    P.UNIT_UNKNOWN: Wording("没有“{name}”这个单位", "there is no unit “{name}”"),
    P.NAME_MISSING: Wording("没有姓名", "no name"),
    P.ROLE_UNKNOWN: Wording("角色“{text}”不认识", "the role “{text}” is not known"),
    P.LANGUAGE_UNKNOWN: Wording("语言“{text}”不认识", "the language “{text}” is not known"),
    P.PHONE_UNCLEAR: Wording("手机号看不明白", "the phone number is unclear"),
    P.TELEGRAM_ID_UNCLEAR: Wording("Telegram 编号“{text}”不是数字", "the Telegram id “{text}” is no number"),
    P.TELEGRAM_ID_DUPLICATE: Wording(
        "Telegram 编号 {telegram_id} 与第 {row} 行重复",
        "the Telegram id {telegram_id} is that of row {row} too",
    ),
}

EMPTY = Wording("文件是空的", "it is empty")
TOO_LARGE = Wording("文件有 {size} MB，最多 {most} MB", "it has {size} MB; at most {most} MB are read")
UNPACKS_TOO_LARGE = Wording("解开后有 {size} MB，超过 {most} MB", "it unpacks to {size} MB, more than {most} MB")
TOO_MANY_ROWS = Wording("超过 {most} 行", "it has more than {most} rows")
TOO_MANY_CELLS = Wording("超过 {most} 个单元格", "it has more than {most} cells")
TOO_MUCH_WORK = Wording(
    "读这个文件太费时间或内存，请删去不需要的内容再试",
    "it takes too much time or memory to read; remove what is not needed",
)
WRONG_KIND = Wording("这是 {found} 文件，请另存为 .xlsx 或 .csv", "it is a {found} file; save it as .xlsx or .csv")
PASSWORD = Wording("文件有密码，请去掉密码再试", "it has a password; please remove it")
DAMAGED = Wording("文件已损坏", "it is damaged")
HEADER_MISSING = Wording("没有找到表头（如“细化措施、完成时间、负责单位”）", "no row of column headings was found")


def field_change(found: FieldChange, language: Language) -> Html:
    """One field of a task before and after."""
    before, after = (
        reading_text(each, None, language) if isinstance(each, Deadline) else each or "—"
        for each in (found.before, found.after)
    )
    return CHANGE_OF_FIELD(language, field=FIELDS[found.field](language), before=before, after=after)


def problem_text(found: problems.Problem, language: Language) -> Html:
    """One thing to look at, in a few words."""
    values: dict[str, object] = dict(found.values)
    if "column" in values:
        values["column"] = FIELDS.get(str(values["column"]), Wording("{c}", "{c}"))(language, c=values["column"])
    return PROBLEMS[found.kind](language, **values)


def file_problem(error: problems.FileProblem, language: Language) -> Html:
    """Why a file cannot be read."""
    match error:
        case problems.FileEmpty():
            return EMPTY(language)
        case problems.FileTooLarge(size, most):
            return TOO_LARGE(language, size=_megabytes(size), most=_megabytes(most))
        case problems.UnpacksTooLarge(size, most):
            return UNPACKS_TOO_LARGE(language, size=_megabytes(size), most=_megabytes(most))
        case problems.TooManyRows(most):
            return TOO_MANY_ROWS(language, most=most)
        case problems.TooManyCells(most):
            return TOO_MANY_CELLS(language, most=most)
        case problems.TooMuchWork():
            return TOO_MUCH_WORK(language)
        case problems.WrongKind(found):
            return WRONG_KIND(language, found=found)
        case problems.PasswordProtected():
            return PASSWORD(language)
        case problems.HeaderMissing():
            return HEADER_MISSING(language)
    return DAMAGED(language)


def _megabytes(size: int) -> Html:
    return html(f"{size / 1_048_576:.1f}")
