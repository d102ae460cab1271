"""Why the system or SQLite refused something, in the reader's language."""

import errno
import os

from handlers.wording.wordings import Language, Wording

_REASONS = {
    errno.ENOENT: Wording("没有这个文件或文件夹，请核对路径", "no such file or folder; please check the path"),
    errno.ENOTDIR: Wording(
        "路径里有一段不是文件夹，请核对路径", "part of the path is not a folder; please check the path"
    ),
    errno.EACCES: Wording(
        "没有权限，请换一个位置或改权限", "no permission; use another place or change the permissions"
    ),
    errno.ENOSPC: Wording("磁盘已满，请腾出空间再试", "the disk is full; make room and try again"),
    errno.ENAMETOOLONG: Wording("文件名太长，请换一个短的", "the name is too long; use a shorter one"),
    errno.EROFS: Wording("所在的磁盘是只读的，请换一个位置", "the disk is read-only; use another place"),
    errno.ESPIPE: Wording(
        "这不是普通文件，请先存成文件再试", "it is no ordinary file; save what it gives as one, and name that"
    ),
    errno.EISDIR: Wording("这是文件夹，请写文件名", "it is a folder; name a file"),
    errno.EADDRINUSE: Wording("这个端口已被占用", "the port is in use"),
    errno.EADDRNOTAVAIL: Wording("本机没有这个地址", "this machine has no such address"),
}
SYSTEM_REASONS = {os.strerror(code): wording for code, wording in _REASONS.items()} | {
    "unable to open database file": Wording(
        "文件打不开，请核对路径和权限", "the file cannot be opened; please check the path and the permissions"
    ),
    "attempt to write a readonly database": Wording(
        "文件只能读，请改权限", "it may only be read; change the permissions"
    ),
    "disk I/O error": Wording("磁盘读写出错，请检查磁盘", "the disk failed to read or write; please check it"),
    "database disk image is malformed": Wording("内容不完整", "parts of it cannot be read"),
    "malformed database schema": Wording("表结构读不了", "its schema cannot be read"),
}
"""A wording for each message of the system or of SQLite that people may meet."""


def in_plain_words(reason: str, language: Language) -> str:
    """Return a message of the system or of SQLite in the reader's language; one that is not known as it is."""
    wording = SYSTEM_REASONS.get(reason)
    return str(wording(language)) if wording else reason
