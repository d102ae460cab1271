"""Texts of the command line that are not of a single command."""

from data.notices.rules import Rule
from handlers.wording import Wording, phrase_set

ONE_AT_A_TIME = Wording("{options} 一次只能用一个。", "{options} go one at a time.")
NOBODY = Wording(
    "没有登记 Telegram 编号为 {id} 的人，请核对 --as。",
    "Nobody with the Telegram id {id} is registered; please check --as.",
)
NO_DATE = Wording("“{text}”不是日期，请写成 2019-11-25。", "“{text}” is no date; write it as 2019-11-25.")
FAR_DATE = Wording(
    "“{text}”太远了，请写 {first} 到 {last} 之间的日期。",
    "“{text}” is too far away; please name a day from {first} to {last}.",
)
FILE_UNREADABLE = Wording("文件 {name} 读不了：{reason}", "The file {name} cannot be read: {reason}")
FACTS_UNREADABLE = Wording(
    "文件 {name} 读不了：里面只能写 title（文字）和 issued（日期，如 2019-10-24）。",
    "The file {name} cannot be read: title is to be a text in it, and issued a date such as 2019-10-24.",
)
FILE_UNUSABLE = Wording("文件 {name} 用不了：{reason}", "The file {name} cannot be used: {reason}")
FILE_UNWRITABLE = Wording("文件 {name} 写不了：{reason}", "The file {name} cannot be written: {reason}")
NO_PLAN = Wording(
    "还没有任务表：请先运行 liaison plan import 文件。", "There is no plan yet: run liaison plan import FILE first."
)
NO_DATABASE = Wording(
    "没有数据库 {path}：请检查 LIAISON_DB；还没开始用的，先运行 liaison plan import 文件。",
    "There is no database {path}: check LIAISON_DB; if nothing has been imported yet, run liaison plan import FILE first.",
)
NOT_ANSWERED = Wording(
    "没有收到回答，什么都没有变；不用问就导入请加 --yes。",
    "There was no answer, so nothing has changed; --yes imports without asking.",
)
INTERRUPTED = Wording("已中断，没做完的不会保存。", "Interrupted; nothing unfinished has been stored.")
DISK_FULL = Wording(
    "磁盘已满，没有保存；已保存的内容都在。请腾出空间再试。",
    "The disk is full: this was not saved. What was saved before is safe. Please make room and try again.",
)
NOTHING_MORE_WRITTEN = Wording(
    "磁盘已满，输出没有写完；请腾出空间再试。", "The disk is full: not all was written. Please make room and try again."
)
FILE_WRITTEN = Wording("已写入 {name}", "Written: {name}")
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
KEPT_FROM_CHAT = Wording(
    "聊天里后来改过的 {count} 项照旧（聊天里的 → 文件里的）：",
    "Changed in the chat since and kept: {count} (chat → file):",
)
CHANGE_GONE = Wording("  - {code} {title}", "  - {code} {title}")
COUNTED_FROM_TODAY = Wording(
    "没有印发日期，按今天（{day}）算；不是今天请写 --issued。",
    "No day of issue: counted from today ({day}); say --issued if that is wrong.",
)
PROCEED = Wording("照此导入吗？[y/N]", "Import this? [y/N]")
AGREED = phrase_set("y|yes|ok|是|好|对|可以|确认|导入")
ROWS_SAVED = Wording("已保存 {saved} 行，共 {rows} 行…", "Saved {saved} of {rows} rows…")
IMPORTED = Wording("已导入：{title}。", "Imported: {title}.")
NEW_PLAN = Wording(
    "新的任务表，共 {new} 项[；现行的“{title}”归档，仍可查看]。",
    "A new plan of {new} tasks[; the present one, “{title}”, is archived and can still be read].",
)
NO_TASKS = Wording("文件 {name} 里没有读到任务：{reason}", "No task was found in the file {name}: {reason}")
NOT_IMPORTED = Wording("没有导入，什么都没有变。", "Nothing was imported; nothing has changed.")
ROSTER_DONE = Wording("已登记 {count} 人。", "{count} people are on the roster.")
ROSTER_LINK = Wording("{name}（{unit}）：{link}", "{name} ({unit}): {link}")
ROSTER_REFUSED = Wording("名单有错，什么都没有变：{problems}", "The roster has errors; nothing has changed: {problems}")
ROW = Wording("第 {row} 行 {name}：{problem}", "row {row} {name}: {problem}")
ROSTER_MORE = Wording("另有 {count} 处", "{count} more")
ROSTER_LINK_WAITS = Wording(
    "{name}（{unit}）：上次的链接还没打开，仍然有效。",
    "{name} ({unit}): the last link has not been opened and still works.",
)
ROSTER_REMOVED = Wording(
    "{name}（{unit}）：已被办公室移除，没有恢复；要请回来请在聊天里发 /invite。",
    "{name} ({unit}): removed by the office, and not brought back; /invite in the chat asks them again.",
)
BOT_NAME_BLANK = Wording(
    "还不知道机器人的用户名：请把链接中的 &lt;bot&gt; 换成它，或让对方私聊机器人发“/start …”。",
    "The bot's user name is not known yet: put it in place of &lt;bot&gt;, or have the person send “/start …” to the bot.",
)
BOT_NAME_UNKNOWN = Wording(
    "还不知道机器人的用户名，没有生成链接：请设好 TELEGRAM_BOT_TOKEN，或先运行一次 liaison run，再做一次。",
    "The bot's user name is not known yet, so no links were made: set TELEGRAM_BOT_TOKEN, or run liaison run once, and "
    "do this again.",
)
NOTHING_PLANNED = Wording("这段时间没有要发的提醒。", "Nothing would be sent in this time.")
ALERT_HEAD = Wording("{at} 发给 {to}：", "{at} to {to}:")
BROADCAST_WAITS = Wording("{at} 群发给 {to}：\n  {words}", "{at} broadcast to {to}:\n  {words}")
NUDGE_WAITS = Wording("{at} 催办 {to}：\n  {words}", "{at} nudge to {to}:\n  {words}")
ALERT_LINE = Wording("  {why}：{what}（{unit}[，{due}]）", "  {why}: {what} ({unit}[, {due}])")
ALERT_COUNT = Wording("  {why}：{count} 项", "  {why}: {count}")
ALERT_WHY = {
    Rule.BEFORE_DUE: Wording("快到期", "coming up"),
    Rule.DUE_TODAY: Wording("今天到期", "due today"),
    Rule.OVERDUE: Wording("已逾期", "overdue"),
    Rule.CHECK_IN: Wording("持续开展，本期还没报", "ongoing, no report this period"),
    Rule.STALE: Wording("久未更新", "nothing heard for long"),
    Rule.GROUP_DIGEST: Wording("群清单", "the group's list"),
    Rule.NO_LIAISON: Wording("没有联络员能收到提醒", "no liaison hears of it"),
    Rule.BLOCKED: Wording("新报受阻", "newly blocked"),
    Rule.REVIEW_WAITING: Wording("等待审核或答复", "waits for review or an answer"),
    Rule.ESCALATION: Wording("逾期且没有填报", "overdue and silent"),
    Rule.DOUBTFUL: Wording("任务表待核对", "to settle in the plan"),
    Rule.EVENT_CHECK: Wording("等待的事是否已发生", "has happened what it waits for?"),
    Rule.RETURN_DUE: Wording("统计报表要报", "a return is due"),
    Rule.RETURN_LATE: Wording("统计报表已截止，还没报", "a return is overdue"),
    Rule.STEP_DUE: Wording("分解步骤到期", "a step is due"),
    Rule.INFORMATION_NEW: Wording("新到工作信息", "work information has come"),
}
TO_COORDINATORS = Wording("办公室[ {name}]", "the office[ {name}]")
TO_GROUP = Wording("群[ {name}]", "group[ {name}]")
TO_PERSON = Wording("{name}（{unit}）", "{name} ({unit})")
SPAN_BACKWARDS = Wording("结束日期早于开始日期。", "The last day is before the first.")
TOO_FAR = Wording("最远预览到 {day}。", "The preview reaches until {day}.")
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
UNIT_WITHOUT_NAME = Wording("第 {row} 行没有单位名称", "row {row} has no name of a unit")
UNITS_REFUSED = Wording("单位表有错，什么都没有变：{problems}", "The table has errors; nothing has changed: {problems}")
SPELLINGS_LOST = Wording(
    "文件里没有、导入后不再认的叫法有 {count} 个：{names}",
    "Not in the file, and no longer known after the import: {count} spellings: {names}",
)
GROUPS_LOST = Wording(
    "文件里没有或少了成员的单位组有 {count} 个：{names}",
    "Not in the file, or with fewer members there: {count} groups: {names}",
)
UNITS_TAKEN = Wording("已采用单位别名表：{count} 个单位。", "The table of {count} units is in use.")
