"""Texts of problems in plan and roster files, and of differences between plans."""

from collections.abc import Mapping

from data.office.importing import FieldChange
from data.plan.deadlines import Deadline
from data.plan.files import problems
from data.plan.files.problems import ProblemKind as P
from handlers.wording import Html, Language, Wording, cut, html, megabytes, series
from handlers.wording.days import reading_text

IN_PLAN, NOT_IN_PLAN = Wording("在", "yes"), Wording("不在", "no")
CHANGE_OF_FIELD = Wording(
    "      {field}：{before} → {after}[（{doubt}）]", "      {field}: {before} → {after}[ ({doubt})]"
)
UNCLEAR_DAY = Wording(
    "⚠️ 看不明白，导入后原来的期限就没有了", "⚠️ unclear; once imported, the deadline there was is gone"
)
FIELDS = {
    "section": Wording("任务名称", "section"),
    "item": Wording("任务细项", "item"),
    "title": Wording("任务简称", "title"),
    "title_en": Wording("英文简称", "English title"),
    "measure": Wording("细化措施", "measure"),
    "deliverable": Wording("成果", "deliverable"),
    "remark": Wording("备注", "remark"),
    "deadline": Wording("完成时间", "deadline"),
    "deadline_text": Wording("完成时间", "deadline"),
    "reading": Wording("完成时间的读法", "deadline as read"),
    "units": Wording("负责单位", "units"),
    "unit": Wording("单位", "unit"),
    "present": Wording("在任务表里", "in the plan"),
    "settled": Wording("完成时间", "deadline"),
    "name": Wording("姓名", "name"),
}

PROBLEMS = {
    P.COLUMN_UNKNOWN: Wording("不认识“{column}”这一列，没有读", "the column “{column}” is not known and was not read"),
    P.COLUMNS_UNKNOWN: Wording(
        "不认识这几列，没有读：{columns}[，另有 {more} 列]",
        "these columns are not known and were not read: {columns}[ and {more} more]",
    ),
    P.COLUMN_MISSING: Wording("没有“{column}”这一列", "there is no column “{column}”"),
    P.NOTHING_READ: Wording("表头下面没有内容", "there is nothing below the headings"),
    P.ENCODING_DOUBTFUL: Wording(
        "文字编码可能不对，请另存为 UTF-8 再试", "the characters may be read wrongly; save it as UTF-8"
    ),
    P.UNIT_DOUBTFUL: Wording("“{text}”不像一个单位的名称，请核对", "please check: “{text}” may not be one unit"),
    P.SHEET_IGNORED: Wording("另一张工作表“{sheet}”没有读", "another sheet, “{sheet}”, was not read"),
    P.TABLE_IGNORED: Wording(
        "以“{text}”开头的另一个表格没有读；里面如有任务，请补上和任务表一样的表头",
        "another table, which begins with “{text}”, was not read; if it holds tasks, give it the headings of the plan",
    ),
    P.ROW_SKIPPED: Wording("第 {row} 行不是任务，已跳过：{text}", "row {row} is not a task and was skipped: {text}"),
    P.PARTS_DIFFER: Wording(
        "第 {row} 行有 {measures} 条措施，“{column}”却有 {parts} 段，对不上，先空着：{text}",
        "row {row} has {measures} measures, but {parts} parts under “{column}”; these are left empty: {text}",
    ),
    P.ITEM_NUMBERS_RESTART: Wording(
        "各部分的细项都从 1 编号，编号改为按顺序",
        "every section numbers its items from 1, so codes are numbered throughout",
    ),
    P.MEASURE_MISSING: Wording("没有细化措施", "no measure"),
    P.DEADLINE_MISSING: Wording("没有完成时间", "no deadline"),
    P.DEADLINE_UNCLEAR: Wording("完成时间“{text}”看不明白，需人工确认", "the deadline “{text}” is unclear"),
    P.UNIT_MISSING: Wording("没有负责单位", "no unit"),
    P.UNIT_SPELLING_CHANGED: Wording("单位“{written}”统一为“{name}”", "the unit “{written}” was changed to “{name}”"),
    P.UNIT_NEAR: Wording("单位“{name}”与 {near} 相近，请核对", "the unit “{name}” is similar to {near}; please check"),
    P.UNIT_UNNAMED: Wording("“{text}”没有说明是哪些单位", "“{text}” does not say which units"),
    P.CODE_DUPLICATE: Wording(
        "编号 {code} 与第 {row} 行重复[，改用 {stored}]",
        "the code {code} is also used in row {row}[; this one gets {stored}]",
    ),
    P.CODE_UNCLEAR: Wording(
        "编号“{text}”被表格软件改成了日期，已按顺序编号", "the code “{text}” has become a date; counted instead"
    ),
    P.CODES_UNUSABLE: Wording(
        "编号“{codes}”等在聊天里认不出来（要像 2-7 或 A1，不超过 20 个字），已按顺序另编",
        "codes such as “{codes}” cannot be told from numbers and words in the chat (2-7 or A1 can, up to 20 "
        "characters); counted instead",
    ),
    P.UNIT_TOO_LONG: Wording(
        "“{text}…”太长，不作单位（单位名最多 {most} 个字）",
        "“{text}…” is too long for a unit and was left out ({most} characters at most)",
    ),
    P.UNIT_UNKNOWN: Wording("没有“{name}”这个单位", "there is no unit “{name}”"),
    P.OFFICE_UNIT_UNKNOWN: Wording(
        "没有“{name}”这个单位；协调员和观察员的单位可以空着",
        "there is no unit “{name}”; the unit of coordinators and observers may be left empty",
    ),
    P.PERSON_WITHOUT_UNIT: Wording(
        "没有单位；只有协调员和观察员的可以空着", "no unit; only that of coordinators and observers may be left empty"
    ),
    P.ALIAS_TAKEN: Wording(
        "“{alias}”已经是第 {row} 行{name}的叫法，一个叫法只能指一个单位",
        "“{alias}” already stands for {name} in row {row}; a spelling can mean only one unit",
    ),
    P.NAME_MISSING: Wording("没有姓名", "no name"),
    P.NAME_TOO_LONG: Wording("姓名最多 {most} 个字", "a name has {most} characters at most"),
    P.ROLE_UNKNOWN: Wording(
        "角色“{text}”不认识，请写联络员、B角、协调员或观察员",
        "the role “{text}” is not known: write liaison, deputy, coordinator or observer",
    ),
    P.LANGUAGE_UNKNOWN: Wording(
        "语言“{text}”不认识，请写中文或英文", "the language “{text}” is not known: write zh or en"
    ),
    P.PHONE_UNCLEAR: Wording(
        "手机号“{text}”看不明白或位数不对", "the phone number “{text}” is unclear or has too few or too many digits"
    ),
    P.PHONE_SHARED: Wording(
        "手机号与第 {row} 行的人相同，认不出是谁，两人都要用链接登记",
        "the phone number is also that of the person in row {row}: both have to use a link",
    ),
    P.TELEGRAM_ID_UNCLEAR: Wording("Telegram 编号“{text}”不是数字", "the Telegram id “{text}” is not a number"),
    P.TELEGRAM_ID_DUPLICATE: Wording(
        "Telegram 编号 {telegram_id} 与第 {row} 行重复", "the Telegram id {telegram_id} is also used in row {row}"
    ),
}

WHY_NOT_READ: Mapping[type[problems.FileProblem], Wording] = {
    problems.ActiveContent: Wording(
        "文件里有宏、嵌入的对象或外部模板，请另存为不带这些内容的文件再试",
        "it contains macros, embedded objects or an external template; save it without them",
    ),
    problems.FileEmpty: Wording(
        "文件里没有内容，请核对是不是这个文件", "there is nothing in it; check that it is the right file"
    ),
    problems.FileTooLarge: Wording("文件有 {size} MB，最多 {most} MB", "it has {size} MB; at most {most} MB are read"),
    problems.HeaderMissing: Wording(
        "没有找到表头（如“{wanted}”），请补上再试",
        "no row of column headings was found, such as “{wanted}”; please add one",
    ),
    problems.NotCalculated: Wording(
        "单元格 {cell} 等处的公式没有算出结果，请用 Excel 或 WPS 打开、保存一次再试",
        "formulas have no results yet, such as the one in {cell}; open it in Excel or WPS and save it there",
    ),
    problems.OwnExport: Wording(
        "这是机器人导出的台账，不是任务表，照它导入会改掉任务的名称和单位；"
        "要改任务表，请在 /plans 里点“导出任务表”，改好再发来",
        "it is a ledger that the bot exported and no plan, and would change the tasks' titles and units; press “Export "
        "the plan” in /plans, and change and send that file",
    ),
    problems.PasswordProtected: Wording("文件有密码，请去掉密码再试", "it has a password; please remove it"),
    problems.TooManyCells: Wording("超过 {most} 个单元格，请分成几份", "it has more than {most} cells; split it"),
    problems.TooManyRows: Wording("超过 {most} 行，请分成几份", "it has more than {most} rows; split it"),
    problems.TooMuchWork: Wording(
        "读这个文件太费时间或内存，请删去不需要的内容再试",
        "it takes too much time or memory to read; remove what is not needed",
    ),
    problems.UnpacksTooLarge: Wording(
        "解开后有 {size} MB，超过这个文件可以有的 {most} MB，请删去没有内容的行和列，另存再试",
        "it unpacks to {size} MB, more than the {most} MB that this file may have; delete rows and columns without "
        "content, and save it anew",
    ),
    problems.CsvWanted: Wording("单位表要用 .csv，请在 Excel 或 WPS 里另存为 .csv", "save the table of units as .csv"),
}
OTHER_KINDS: Mapping[str, Wording] = {
    "doc": Wording("这是旧版 .doc 文件，请在 Word 或 WPS 里另存为 .docx 再发", "it is an old .doc; save it as .docx"),
    "xls": Wording("这是旧版 .xls 表格，请在 Excel 或 WPS 里另存为 .xlsx 再发", "it is an old .xls; save it as .xlsx"),
    "ppt": Wording("这是旧版 .ppt 演示文稿，请发任务表的 .xlsx 或 .docx", "it is a presentation; use .xlsx or .docx"),
    "office": Wording(
        "这是旧版 Office 文件，请打开后另存为 .xlsx 或 .docx 再发",
        "it is a file of an old Office; save it as .xlsx or .docx",
    ),
    "odf": Wording(
        "这是 OpenDocument 文件，请另存为 .xlsx 或 .docx 再发", "it is an OpenDocument file; save it as .xlsx or .docx"
    ),
    "pdf": Wording(
        "这是 PDF，请发它原来的 .xlsx 或 .docx 文件", "it is a PDF; use the .xlsx or .docx that it was made from"
    ),
    "image": Wording(
        "这是图片，里面的字读不了，请发原来的 .xlsx、.docx 或 .csv 文件",
        "it is a picture, whose words cannot be read; use the .xlsx, .docx or .csv file",
    ),
    "html": Wording(
        "这其实是网页，请用 Excel 或 WPS 打开，另存为 .xlsx 再发",
        "it is a web page; open it in Excel or WPS and save it as .xlsx",
    ),
    "xml": Wording(
        "这是 XML 文件，请用 Excel 或 WPS 打开，另存为 .xlsx 再发",
        "it is XML; open it in Excel or WPS and save it as .xlsx",
    ),
    "rtf": Wording("这是 RTF 文档，请在 Word 或 WPS 里另存为 .docx 再发", "it is RTF; save it as .docx"),
    "zip": Wording("这是压缩包，请解开后发里面的文件", "it is an archive; unpack it and use the file inside"),
    "binary": Wording(
        "里面不是文字也不是表格，请核对是不是这个文件；要 .xlsx、.docx 或 .csv",
        "it holds neither text nor a table; check that it is the right file: .xlsx, .docx or .csv",
    ),
}
"""What a file of a kind that cannot be read is, and what to do about it."""
UNKNOWN_KIND = Wording(
    "不认识 .{found} 文件，请另存为 .xlsx、.docx 或 .csv 再发",
    "files named .{found} are not read; save it as .xlsx, .docx or .csv",
)
DAMAGED = Wording(
    "文件已损坏[（第 {line} 行，引号不成对）]，请重新导出或另存一次再试",
    "it is damaged[ (a quotation mark without its other in line {line})]; save or export it once more",
)


def field_change(found: FieldChange, language: Language) -> Html:
    """Return one field of a task before and after, with a warning if it is a deadline that is not understood."""
    doubt = UNCLEAR_DAY(language) if found.unclear else None
    before, after = (_value(found.field, each, language) for each in (found.before, found.after))
    return CHANGE_OF_FIELD(language, field=FIELDS[found.field], before=before, after=after, doubt=doubt)


def _value(field: str, value: str | Deadline, language: Language) -> Html:
    if isinstance(value, Deadline):
        return reading_text(value, None, language)
    if field == "present":
        return (IN_PLAN if value else NOT_IN_PLAN)(language)
    return html(cut(value, 300) or "—")


def problem_text(found: problems.Problem, language: Language) -> Html:
    """Return one problem in a file in a few words."""
    values: dict[str, object] = {"stored": "", **found.values}  # not in readings kept by an earlier version
    if "column" in values:
        values["column"] = FIELDS.get(str(values["column"]), Wording("{c}", "{c}"))(language, c=values["column"])
    return PROBLEMS[found.kind](language, **values)


def _amount(value: object, in_bytes: bool) -> object:
    """Return a size in megabytes, another number with its thousands apart, and any other value as it is."""
    if not isinstance(value, int):
        return value
    return megabytes(value) if in_bytes else f"{value:,}"


def file_problem(error: problems.FileProblem, language: Language) -> Html:
    """Return why a file cannot be read."""
    if isinstance(error, problems.WrongKind):
        return OTHER_KINDS.get(error.found, UNKNOWN_KIND)(language, found=error.found)
    in_bytes = isinstance(error, problems.FileTooLarge | problems.UnpacksTooLarge)
    values = {name: _amount(value, in_bytes) for name, value in vars(error).items()}
    if isinstance(error, problems.HeaderMissing):
        values["wanted"] = series(error.wanted, language)
    return WHY_NOT_READ.get(type(error), DAMAGED)(language, **values)
