"""Texts of refusals: those that every room may need; each room adds its own."""

from collections.abc import Callable, Mapping
from typing import Any

from data.errors import (
    ForTheOffice,
    NoteTooLong,
    Refusal,
    StaleButton,
    TextMissing,
    UnitGroupNamed,
    UnknownUnit,
    Unread,
)
from data.errors.plans import NoPlan
from data.errors.store import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseUnusable,
    DiskFails,
    DiskFull,
    SchemaOlder,
    SchemaTooNew,
)
from data.exports.texts import number
from handlers.wording.system_reasons import in_plain_words
from handlers.wording.wordings import Html, Language, Wording, cut

APOLOGY = Wording(
    "抱歉，刚才出了点问题，您填的内容没有丢。请再试一次；还不行请告诉办公室：编号 {id}。",
    "Sorry, something went wrong; nothing you entered was lost. Please try again, or tell the office: number {id}.",
)
STALE = Wording("这个按钮已经过时了，请用最新的消息。", "This button is out of date. Please use the latest message.")
NOT_FOR_ROLE = Wording(
    "这项操作由办公室使用。发 /help 看您可以用的操作。",
    "This is for the coordinating office. /help shows what you can use.",
)
FOR_OFFICE = Wording("这项操作由办公室使用。", "This is for the coordinating office.")
DEPUTIES_BY_LIAISONS = Wording(
    "B角由本单位的联络员指定，或由办公室邀请（/invite 单位名 B角 姓名）。发 /help 看您可以用的操作。",
    "Deputies are named by a unit's liaisons, or invited by the office (/invite unit deputy name). /help shows what "
    "you can use.",
)
FOR_LIAISONS = Wording(
    "填报由各单位的联络员办理。发 /help 看您可以用的操作。",
    "Reporting is for the units' liaisons. /help shows what you can use.",
)
FOR_LIAISONS_OF_OFFICE = Wording(
    "填报由各单位的联络员办理。要撤销您刚才做的，发“撤销”；替单位报，发“代报”加任务编号。",
    "Reporting is for the units' liaisons. To take back what you did last send “undo”; to report for a unit send its "
    "task's code and press “Report for the unit”.",
)
GROUP_PRIVATE = Wording("这件事请私聊我办理。", "Please do this in a private chat with me.")
UNKNOWN_UNIT = Wording(
    "没有“{name}”这个单位，请写任务表里的单位名，例如：市公安局。",
    "There is no unit “{name}”. Please write it as the plan does, for example 市公安局.",
)
UNKNOWN_UNIT_NEAR = Wording("没有“{name}”这个单位，是不是：{near}？", "There is no unit “{name}”. Did you mean {near}?")
UNIT_GROUP_NAMED = Wording(
    "“{name}”是好几个单位，请写其中一个：{near}。", "“{name}” matches several units. Please name one of them: {near}."
)
WAITS_WITH_TELEGRAM = Wording(
    "服务器暂时存不了数据，您刚才发的还没有处理；恢复后会自动处理，不用重发。",
    "The server cannot store anything right now, so your message has not been handled yet. It will be handled later; "
    "you need not send it again.",
)
LONGEST, LONGEST_UNREAD = 200, 60
"""In characters: the most that is quoted of an error's values, and of text that was not understood."""
Sentence = Wording | Callable[[Any, Language], Html | Wording]
Sentences = Mapping[type[Refusal], Sentence]
"""The text for each kind of refusal: a wording that takes the error's fields, or a function of the error."""


def refusal(error: Refusal, language: Language) -> Html:
    """Return the text that explains a refusal and says what to do next. Raises the error itself if it has no text."""
    sentence = next((_sentences[kind] for kind in type(error).__mro__ if kind in _sentences), None)
    if sentence is None:
        raise error
    said = sentence if isinstance(sentence, Wording) else sentence(error, language)
    return said(language, **_fields(error, language)) if isinstance(said, Wording) else said


def add_refusals(sentences: Sentences) -> None:
    """Add a room's texts for its own refusals."""
    _sentences.update(sentences)


def _fields(error: Refusal, language: Language) -> dict[str, object]:
    """Return the error's fields in readable form; text that was not understood is cut short."""
    most = LONGEST_UNREAD if isinstance(error, Unread) else LONGEST
    return {name: _field(value, language, most) for name, value in vars(error).items()}


def _field(value: object, language: Language, most: int) -> object:
    match value:
        case str():
            return cut(in_plain_words(value, language), most)
        case float():
            return number(value)
        case tuple():
            return [_field(each, language, most) for each in value]
    return value


_sentences: dict[type[Refusal], Sentence] = {
    DatabaseUnusable: Wording(
        "数据库打不开或写不了：{reason}。请检查 LIAISON_DB 指向的文件。",
        "The database cannot be opened or written: {reason}. Please check the file that LIAISON_DB names.",
    ),
    DatabaseDamaged: Wording(
        "数据库已损坏：{reason}。请停止机器人，用最近的备份恢复。",
        "The database is damaged: {reason}. Please stop the bot and restore the last backup.",
    ),
    DatabaseBusy: Wording(
        "数据库正被别的程序占用，没有保存；请过一会儿再试。",
        "Another program is using the database, and nothing was saved. Please try again in a moment.",
    ),
    DatabaseReadOnly: Wording(
        "数据库文件只能读，这件事要写入，没有做；请改文件权限，或换一份来用。",
        "The database may only be read, and this would have to write to it, so nothing was done. Please change the "
        "permissions of the file, or use a copy.",
    ),
    DiskFails: Wording(
        "服务器磁盘读写出错，没有保存；已保存的内容都在。请稍后再试，并告诉管理员。",
        "The server's disk does not work: this was not saved. What was saved before is safe. Please try later, "
        "and tell the administrator.",
    ),
    DiskFull: Wording(
        "服务器磁盘已满，没有保存；已保存的内容都在。请稍后再试，并告诉管理员。",
        "The server's disk is full: this was not saved. What was saved before is safe. Please try later, "
        "and tell the administrator.",
    ),
    ForTheOffice: NOT_FOR_ROLE,
    NoPlan: Wording(
        "还没有任务表。请办公室把任务表文件（.xlsx、.docx 或 .csv）发给我，核对确认后就能用。",
        "There is no plan yet. The office has to send me its file (.xlsx, .docx or .csv) and confirm what I read.",
    ),
    NoteTooLong: Wording(
        "文字请控制在 {most} 字以内（现在 {length} 字），请精简后再发。",
        "Please keep the text within {most} characters (now {length}) and send it again.",
    ),
    SchemaTooNew: Wording(
        "数据库已被更新的版本用过（{step}），请升级程序。",
        "A newer release has used the database ({step}); please update the program.",
    ),
    SchemaOlder: Wording(
        "数据库结构还是旧版的（{step}）：请先用 liaison run 启动机器人，启动时会先备份再升级。",
        "The database has the schema of an older release ({step}); start the bot with liaison run, which makes a "
        "backup and upgrades it.",
    ),
    StaleButton: STALE,
    TextMissing: Wording("这一项请写几个字说明。", "Please say it in a few words."),
    UnitGroupNamed: UNIT_GROUP_NAMED,
    UnknownUnit: lambda error, language: UNKNOWN_UNIT_NEAR if error.near else UNKNOWN_UNIT,
}

GROUP_NOT_BOUND = Wording(
    "本群没有绑定。协调员可发 /bind 绑定。", "This group is not bound. A coordinator can send /bind."
)
