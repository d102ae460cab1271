"""Texts about backups."""

from pathlib import Path

from data.errors import store as errors
from data.store.copies import Contents
from handlers.wording import Html, Language, Sentences, Wording

BACKED_UP = Wording("已备份并核验：{file}（{contents}）", "Backed up and checked: {file} ({contents})")
BACKED_UP_HERE = Wording(
    "已备份并核验：{file}\n{contents}\n"
    "它在机器人所在机器的 {folder} 文件夹里，保留时间同夜间备份。要恢复，请找维护机器的人。",
    "Backed up and checked: {file}\n{contents}\n"
    "It is in the folder {folder} on the bot's machine, and is kept as long as the nightly backups. To restore it, "
    "ask whoever runs the machine.",
)
RESTORED = Wording("{database} 已恢复（{contents}）。", "{database} is restored ({contents}).")
KEPT = Wording("原来的数据库留在 {kept}", "The database from before is kept at {kept}")
STOP_FIRST = Wording(
    "机器人正在使用 {database}：请先停止它，再恢复。什么都没有变。",
    "The bot is running on {database}: stop it first, then restore. Nothing has changed.",
)
CONTENTS = Wording(
    "任务 {tasks} 项，人员 {people} 人，填报 {reports} 条，{size} MB",
    "{tasks} tasks, {people} people, {reports} reports, {size} MB",
)


def contents_text(contents: Contents, language: Language) -> Html:
    """Return what a backup holds, so that people can tell whether it is the right one."""
    return CONTENTS(
        language,
        tasks=contents.tasks,
        people=contents.people,
        reports=contents.reports,
        size=f"{contents.size / 1_048_576:.1f}",
    )


def backed_up(file: Path, contents: Contents, language: Language) -> Html:
    """Return the answer to /backup: the file, what it holds and where it is."""
    held = contents_text(contents, language)
    return BACKED_UP_HERE(language, file=file.name, contents=held, folder=file.parent.name)


REFUSALS: Sentences = {
    errors.BackupDamaged: Wording("数据库已损坏：{found}", "The database is damaged: {found}"),
    errors.BackupProblem: Wording("这不是本机器人的数据库。", "This is not a database of this bot."),
    errors.BackupUnreadable: Wording("{path} 读不了：{reason}", "{path} cannot be read: {reason}"),
    errors.BackupUnwritable: Wording("{path} 写不了：{reason}", "{path} cannot be written: {reason}"),
    errors.DatabaseForeign: Wording(
        "{path} 不是本机器人的数据库，请检查 LIAISON_DB。",
        "{path} is no database of this bot; please check LIAISON_DB.",
    ),
    errors.DatabaseMissing: Wording(
        "没有数据库 {path}，请检查 LIAISON_DB。", "There is no database {path}; please check LIAISON_DB."
    ),
    errors.BackupIsTheDatabase: Wording(
        "{path} 就是现在的数据库，没有恢复；请写备份文件。",
        "{path} is the present database itself, so nothing was restored; please name a backup.",
    ),
    errors.FileTaken: Wording(
        "{path} 已经存在，不会覆盖；请换一个文件名。",
        "{path} already exists and is not overwritten; please give another name.",
    ),
}
