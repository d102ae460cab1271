"""Texts of `liaison evidence move`."""

from collections.abc import Iterator
from pathlib import Path

from data.exports.moved_evidence import MovedEvidence
from data.plan.files.limits import MEGABYTE
from handlers.wording import Html, Language, Wording

MOVED = Wording(
    "已移出 {count} 个文件（{size} MB）到 {folder}，目录也在那里；名称、大小和校验值仍在数据库里。",
    "{count} files ({size} MB) are moved to {folder}, with an index; their names, sizes and digests stay known.",
)
NOTHING = Wording(
    "没有可以移出的文件：只移已归档任务表的佐证材料，在聊天里发 /plans 可以归档。",
    "There is nothing to move: only evidence of archived plans is; /plans in the chat archives one.",
)
AS_LARGE = Wording(
    "磁盘空间不够，数据库文件没有变小；腾出的地方会留给以后的文件。",
    "The disk has too little room to make the database smaller; what was freed is used for later files.",
)
STOP_FIRST = Wording(
    "机器人正在使用 {database}：请先停止它，再移出。什么都没有变。",
    "The bot is running on {database}: stop it first, then move the files. Nothing has changed.",
)


def moved(done: MovedEvidence, folder: Path, language: Language) -> Iterator[Html]:
    """Yield what was moved where, and whether the database file could not be made smaller."""
    if not done.files:
        yield NOTHING(language)
        return
    yield MOVED(language, count=done.files, size=f"{done.size / MEGABYTE:.1f}", folder=folder)
    if not done.shrunk:
        yield AS_LARGE(language)
