"""Texts of `liaison doctor`: each finding, and what to do if something is wrong."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.health.findings import Code, Finding, Level
from handlers.wording import Html, Language, Wording, html, series
from handlers.wording.system_reasons import in_plain_words

MARKS = {Level.GOOD: "✓", Level.NOTE: "!", Level.WRONG: "✗"}

FINDINGS = {
    Code.TOKEN_GIVEN: Wording("已设置机器人令牌", "the bot's token is set"),
    Code.TOKEN_MISSING: Wording("没有设置令牌：请设置 TELEGRAM_BOT_TOKEN", "there is no token: set TELEGRAM_BOT_TOKEN"),
    Code.TOKEN_REFUSED: Wording(
        "Telegram 不接受这个令牌：请核对 TELEGRAM_BOT_TOKEN",
        "Telegram does not accept the token: check TELEGRAM_BOT_TOKEN",
    ),
    Code.API_ANSWERS: Wording("Telegram 应答正常：@{name}", "Telegram answers: @{name}"),
    Code.API_UNREACHABLE: Wording(
        "连不上 {url}：{reason}；请检查网络、TELEGRAM_API_URL 和 TELEGRAM_PROXY",
        "{url} cannot be reached: {reason}; check the network, TELEGRAM_API_URL and TELEGRAM_PROXY",
    ),
    Code.DATABASE_WHOLE: Wording("数据库完整，引用一致", "the database is whole, and so are its references"),
    Code.DATABASE_MISSING: Wording(
        "还没有数据库 {path}：请检查 LIAISON_DB；首次导入任务表或运行机器人时会建立",
        "there is no database {path}: check LIAISON_DB; importing the plan or running the bot makes one",
    ),
    Code.DATABASE_UNREADABLE: Wording("数据库读不了：{reason}", "the database cannot be read: {reason}"),
    Code.DATABASE_FOREIGN: Wording(
        "{path} 不是本机器人的数据库：请检查 LIAISON_DB", "{path} is no database of this bot: check LIAISON_DB"
    ),
    Code.DATABASE_DAMAGED: Wording(
        "数据库已损坏：{found}；请停止机器人，用最近的备份恢复",
        "the database is damaged: {found}; stop the bot and restore the last backup",
    ),
    Code.REFERENCES_BROKEN: Wording(
        "有 {count} 行引用了不存在的内容，第一处在表 {table}",
        "{count} rows refer to what does not exist, the first in table {table}",
    ),
    Code.SCHEMA_CURRENT: Wording("数据库结构是最新的（{step}）", "the schema is this release's ({step})"),
    Code.SCHEMA_OLDER: Wording(
        "数据库结构待升级（{step}）：机器人启动时先备份再升级",
        "the schema will be brought up to date ({step}) when the bot starts, after a backup",
    ),
    Code.SCHEMA_NEWER: Wording(
        "数据库已被更新的版本用过（{step}）：请升级程序",
        "a newer release has used the database ({step}): update the program",
    ),
    Code.DISK_ENOUGH: Wording("磁盘剩余 {free}", "{free} are free on the disk"),
    Code.DISK_LOW: Wording(
        "磁盘只剩 {free}，不足 {least}：请腾出空间", "only {free} are free on the disk, less than {least}: make room"
    ),
    Code.BACKUP_RECENT: Wording("最近的夜间备份：{day}", "the last nightly backup is of {day}"),
    Code.BACKUP_OLD: Wording(
        "最近的夜间备份是 {day} 的：机器人夜里没有运行，或者备份失败，请看日志",
        "the last nightly backup is of {day}: the bot did not run at night, or the backup failed; see the log",
    ),
    Code.BACKUP_AHEAD: Wording(
        "有 {count} 份夜间备份的日期晚于今天（最晚是 {file}），是时钟不准时留下的：请校准时钟，再把这些文件移走",
        "{count} nightly backups are dated later than today (the last is {file}), left by a wrong clock: set the "
        "clock, then move these files away",
    ),
    Code.BACKUP_MISSING: Wording("还没有夜间备份：{folder}", "there is no nightly backup yet in {folder}"),
    Code.CLOCK_PLAUSIBLE: Wording("时钟：{now}", "the clock says {now}"),
    Code.CLOCK_REHEARSAL: Wording(
        "演练时钟：{now}（设置了 LIAISON_CLOCK）", "the clock is a rehearsal's: {now} (LIAISON_CLOCK is set)"
    ),
    Code.CLOCK_BEHIND: Wording(
        "现在是 {now}，数据库里却有 {last} 的记录：请校准时钟",
        "it is {now}, yet something was stored at {last}: set the clock",
    ),
    Code.CLOCK_WAS_AHEAD: Wording(
        "时钟曾经拨快过：库里有 {last} 的记录，之后又存了更早的；现在是 {now}，如果对就不用处理",
        "the clock was ahead once: something was stored at {last}, and earlier moments since; it is {now}, and if that "
        "is right there is nothing to do",
    ),
    Code.CALENDAR_COVERS: Wording("节假日安排已知到 {year} 年", "holidays are known up to {year}"),
    Code.CALENDAR_ENDS: Wording(
        "节假日安排只知道到 {year} 年，之后按周一至周五算工作日：请在 /settings 的工作日历里补录",
        "holidays are known up to {year} only, then Monday to Friday count: enter the days in /settings, Working days",
    ),
    Code.PLAN_MISSING: Wording("还没有任务表：liaison plan import", "there is no plan yet: liaison plan import"),
    Code.UNITS_COVERED: Wording("每个有任务的单位都有人", "every unit with tasks has somebody"),
    Code.UNITS_WITHOUT_PEOPLE: Wording("{count} 个单位还没有人：{units}", "{count} units have nobody yet: {units}"),
    Code.STANDINGS_AGREE: Wording("各项任务的状态与填报一致", "how every task stands agrees with its reports"),
    Code.STANDINGS_WAIT: Wording(
        "各项任务的状态会在机器人下次启动时重新计算", "how the tasks stand is worked out anew when the bot next starts"
    ),
    Code.STANDINGS_DIFFER: Wording(
        "{count} 项任务的状态与填报不一致（{codes}）：请运行 liaison doctor --rebuild",
        "how {count} tasks stand does not agree with their reports ({codes}): run liaison doctor --rebuild",
    ),
    Code.NOTICES_SETTLED: Wording("没有悬而未决的消息", "no message is in doubt"),
    Code.NOTICES_UNCERTAIN: Wording(
        "{uncertain} 条消息不知是否送达，会标明“可能重复”再发一次",
        "{uncertain} messages may not have arrived and will be sent once more, marked as repetitions",
    ),
    Code.NOTICES_DEAD: Wording(
        "近 7 天有 {dead} 条消息没有送达（另有 {uncertain} 条待定）：请另行通知，/summary 写明是谁",
        "{dead} messages of the last 7 days did not arrive ({uncertain} more are in doubt): tell people otherwise; "
        "/summary names them",
    ),
    Code.SILENT_TO_ALL: Wording(
        "从 {since} 起 Telegram 不让机器人给任何人发消息，到 {until} 为止：到时自动恢复，不用重启；急事请另行通知",
        "Telegram has let the bot send nothing to anybody since {since}, until {until}: it goes on by itself then, "
        "without a restart; tell people urgent things another way",
    ),
    Code.SILENT_TO_SOME: Wording(
        "Telegram 不让机器人给 {count} 个会话发消息，最晚到 {until}：到时自动恢复",
        "Telegram lets the bot send nothing to {count} chats, to the last of them until {until}: it goes on by itself",
    ),
    Code.UPDATES_LAID_ASIDE: Wording(
        "近 7 天有 {count} 条收到的内容无法处理，已搁置（编号 {ids}）：请看日志，并告诉开发者",
        "{count} updates of the last 7 days could not be handled and are laid aside (number {ids}): see the log, and "
        "tell the developers",
    ),
    Code.EVIDENCE_FULL: Wording(
        "佐证材料已占 {size}，最多存 {most}，再多只记 Telegram 编号：已归档任务表的可用 liaison evidence move 移出",
        "evidence takes {size} of {most}, beyond which only Telegram's ids are kept: liaison evidence move moves out "
        "that of archived plans",
    ),
    Code.LOCK_HELD: Wording("机器人正在运行", "the bot is running"),
    Code.LOCK_FREE: Wording("机器人没有运行", "the bot is not running"),
}


WRONG = Wording(
    "有 {count} 处问题，见上面以 ✗ 开头的行。", "{count} of these are wrong: see the lines above that begin with ✗."
)


def finding_line(finding: Finding, zone: ZoneInfo, language: Language) -> Html:
    """Return a finding as a line that begins with the mark for good, note or wrong."""
    values = {name: _value(name, value, zone, language) for name, value in finding.values.items()}
    return Html(f"{MARKS[finding.code.level]} {FINDINGS[finding.code](language, **values)}")


def _value(name: str, value: object, zone: ZoneInfo, language: Language) -> Html:
    if isinstance(value, datetime):
        return html(f"{value.astimezone(zone):%Y-%m-%d %H:%M %Z}")
    if name in ("free", "least", "size", "most") and isinstance(value, int):
        return html(f"{value // 1_048_576:,} MB")
    if isinstance(value, tuple):
        return html(series(value, language))
    return html(in_plain_words(str(value), language))
