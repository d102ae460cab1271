"""What --help says of each command and option. Lines in Chinese stay short, as a character takes two columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.wording import Wording


@dataclass(frozen=True, slots=True)
class Page:
    """The help of a command: its line in a list of commands, what its own page says besides, and its options."""

    line: Wording
    more: Wording | None = None
    options: Mapping[str, Wording] = field(default_factory=dict)


HEADINGS = {
    "Usage: ": Wording("用法：", "Usage: "),
    "Options": Wording("选项：", "Options:"),
    "Commands": Wording("命令：", "Commands:"),
}
"""The headings of a page, by click's."""
SHOW_HELP = Wording("显示这一页。", "Show this page.")
SHOW_VERSION = Wording("显示版本。", "Show the version.")
ISSUED = Wording("印发日期，相对的期限从这天算。", "The day of issue, from which relative deadlines count.")
JSON = Wording("在标准输出打印 JSON。", "Print JSON on stdout.")

PAGES = {
    "": Page(
        Wording("联络员助手：督办一份任务表。", "联络员助手 carries out a government plan."),
        None,
        {"--version": SHOW_VERSION},
    ),
    "demo": Page(
        Wording("在浏览器里试用整个机器人。", "The whole bot in a browser."),
        Wording("不用令牌，不用上网。", "No token, no internet."),
        {
            "--port": Wording("网页的端口，默认 8080。", "The port of the page; by default 8080."),
            "--host": Wording("监听的地址，默认 127.0.0.1。", "The address to listen on; by default 127.0.0.1."),
            "--date": Wording("从哪天开始，默认 2019-11-25。", "The first day; by default 2019-11-25."),
            "--empty": Wording("不带编好的填报。", "Without the invented reports."),
            "--first-day": Wording("没有任务表，只有协调员。", "No plan yet, and nobody but the coordinator."),
            "--db": Wording("把内容存进这个文件。", "Keep everything in this file."),
        },
    ),
    "run": Page(Wording("运行机器人，直到停下。", "Run the bot until it is stopped.")),
    "plan": Page(Wording("任务表：检查、导入。", "The plan file: check it, import it.")),
    "plan check": Page(
        Wording("看每一行读成什么，什么都不改。", "Show how every row of FILE is read; writes nothing."),
        None,
        {"--issued": ISSUED, "--json": JSON},
    ),
    "plan import": Page(
        Wording("导入任务表，填报都保留。", "Import FILE as the plan; all reports are kept."),
        Wording(
            "先列出新增、改动和不再有的任务，问过再导入。\n\n少了现有任务的十分之一以上时不导入，除非加 --new-plan。",
            "Shows what is new, changed and gone, and asks first. A file that leaves out more than a tenth of the "
            "present tasks is refused, unless --new-plan is given.",
        ),
        {
            "--title": Wording(
                "任务表的名称，默认取文件里的。", "The plan's title; by default that in the file, or its name."
            ),
            "--issued": ISSUED,
            "--yes": Wording("不问就导入。", "Import without asking."),
            "--new-plan": Wording(
                "是另一份任务表，现行的归档。",
                "FILE is another plan: the present one is archived and can still be read.",
            ),
        },
    ),
    "people": Page(Wording("人员：导入名单。", "People: import a roster.")),
    "people import": Page(
        Wording("导入名单，一个人也不移除。", "Import the roster FILE; nobody is removed."),
        Wording(
            "列：unit,name,role,phone,telegram_id,language\n\n没有 Telegram 编号的人各有一条邀请链接。",
            "Columns: unit,name,role,phone,telegram_id,language. Each person without an id gets a link.",
        ),
    ),
    "units": Page(Wording("单位：别的叫法和单位组。", "Units: other spellings, and groups.")),
    "units import": Page(
        Wording("导入单位的别名表。", "Import the table of units FILE."),
        Wording(
            "列：name,aliases,group，别名用、隔开；单位在几个组里就写几行。整表替换现有的叫法和单位组，先说明会少什么再问。\n\n"
            "自带的一份是 data/plan/shipped/units.csv。",
            "Columns: name,aliases,group, aliases joined by 、; a unit in several groups has a row for each. FILE "
            "replaces all present spellings and groups: what would be lost is told before you are asked. The shipped "
            "one is data/plan/shipped/units.csv.",
        ),
        {"--yes": Wording("不问就导入。", "Import without asking.")},
    ),
    "invite": Page(
        Wording("生成一次有效的邀请链接。", "Print a one-time link for a person of UNIT."),
        Wording("72 小时内有效。", "It is valid for 72 hours."),
        {"--role": Wording("身份，默认 liaison（联络员）。", "The person's role; by default liaison.")},
    ),
    "alerts": Page(Wording("机器人主动发的提醒。", "Notices that the bot sends unasked.")),
    "alerts preview": Page(
        Wording("看什么时候发给谁，不真发。", "Show what would be sent, when and to whom; sends nothing."),
        Wording("按填报的现状推算。", "As the reports stand now."),
        {
            "--from": Wording("第一天，默认今天。", "The first day; by default today."),
            "--to": Wording(
                "最后一天，默认再往后 30 天。",
                "The last day; by default 30 days after the first; at most 400 from today.",
            ),
            "--json": JSON,
        },
    ),
    "summary": Page(
        Wording("任务表的总体情况，或存成文件。", "How the plan stands, in numbers or as a file."),
        Wording("不写 --from 时从印发那天算起。", "Without --from over all days since it was issued."),
        {
            "--at": Wording("看哪一天，默认今天。", "The day to look back or ahead to; by default today."),
            "--from": Wording("一段时间的第一天，最后一天是 --at。", "The first day of a span; --at is its last."),
            "--unit": Wording("只看一个单位。", "One unit alone."),
            "--section": Wording(
                "只看一个任务名称，可写几次。", "One section alone, by words of its title; can be repeated."
            ),
            "--json": JSON,
            "--xlsx": Wording("存成台账。", "Write the ledger as a workbook."),
            "--png": Wording("存成图；单位多时分几张。", "Write a picture; for many units several: FILE-2 and so on."),
            "--picture": Wording("配 --png：画什么，默认 units。", "With --png: what it shows; by default units."),
            "--docx": Wording(
                "存成进展报告；一个单位的是总结初稿。",
                "Write a progress report; for a unit a draft of its summary of work.",
            ),
            "--brief": Wording(
                "配 --docx：存成一周简报。", "With --docx: a weekly brief, up to --at unless --from is given."
            ),
            "--csv": Wording("存成任务清单。", "Write the tasks with their present state as a table."),
        },
    ),
    "returns": Page(
        Wording("统计报表，单位对指标。", "Statistics returns, unit by indicator."),
        Wording("列出开过的每一期，最近的在前。", "Every round that was opened, the newest first."),
        {
            "--title": Wording(
                "只看这个名称的，写几个字也行。", "The return of this title alone, or of some words of it."
            ),
            "--period": Wording(
                "只看一期，如 2019-11、2019-Q4。", "One period alone, such as 2019-11, 2019-Q4, 2019-H2 or 2019."
            ),
            "--json": JSON,
            "--xlsx": Wording("存成工作簿，每期一张表。", "Write a workbook with a sheet for each."),
        },
    ),
    "understand": Page(
        Wording("看一句话怎么理解，什么都不做。", "Show how TEXT is understood; does nothing."),
        Wording(
            "TEXT 写 - 时逐行读标准输入，每行答一个 JSON 对象。",
            "With - as TEXT, each line of stdin is answered with one JSON object.",
        ),
        {
            "--as": Wording(
                "说话人的 Telegram 编号，默认协调员。", "The Telegram id of who says it; by default a coordinator."
            ),
            "--at": Wording("哪天说的，默认今天。", "The day it is said on; by default today."),
            "--json": JSON,
        },
    ),
    "backup": Page(
        Wording("做一份核对过的备份。", "Make a checked backup."),
        Wording("FILE 不能是已有的文件；机器人可以开着。", "FILE must not exist yet. The bot may be running."),
    ),
    "restore": Page(
        Wording("退回到一份备份。", "Go back to a backup."),
        Wording(
            "先停机器人；现在的数据库留在旁边。",
            "The bot must be stopped; the present database is kept in a file beside it.",
        ),
    ),
    "evidence": Page(Wording("填报的佐证材料。", "The evidence files of reports.")),
    "evidence move": Page(
        Wording("把归档任务表的材料移出数据库。", "Move the evidence of archived plans to FOLDER."),
        Wording("移到 FOLDER；先停机器人。", "It leaves the database. The bot must be stopped."),
    ),
    "doctor": Page(
        Wording("逐项检查是否正常。", "Check that all is well."),
        Wording(
            "不写 --rebuild 就什么都不改；有问题时退出码是 1。",
            "Changes nothing without --rebuild. Exit code 1 if something is wrong.",
        ),
        {"--rebuild": Wording("先按填报重算各任务的状态。", "First work out from the reports how every task stands.")},
    ),
}
"""The pages by their commands; "" is `liaison` itself."""


WRONG = Wording("用法不对：{message}", "Wrong usage: {message}")
SEE_HELP = Wording("全部用法见 {command} --help。", "{command} --help tells how it is used.")
NO_OPTION = Wording("没有选项 {name}。", "there is no option {name}.")
NO_COMMAND = Wording("没有命令 {name}。", "there is no command {name}.")
PERHAPS = Wording("是不是 {names}？", " Perhaps {names}?")
MISSING = Wording("还缺 {name}。", "{name} is missing.")
NEEDS_VALUE = Wording("选项 {name} 后面要写内容。", "the option {name} needs a value.")
TAKES_NO_VALUE = Wording("选项 {name} 后面不写内容。", "the option {name} takes no value.")
NEEDS_COMMAND = Wording("还缺命令。", "a command is missing.")
TOO_MANY = Wording("多写了内容。", "there are more words than the command takes.")
BAD_VALUE = Wording("{name}：{message}", "{name}: {message}")
NO_CHOICE = Wording("只能是 {choices} 之一。", "one of {choices}, please.")
NO_NUMBER = Wording("请写 {first} 到 {last} 之间的整数。", "a whole number from {first} to {last}, please.")
NO_FILE = Wording("这里要写文件的路径。", "the path of a file, please.")
NO_FOLDER = Wording("这里要写文件夹的路径。", "the path of a folder, please.")
