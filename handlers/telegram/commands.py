"""The bot's commands, declared once for the menus, the filters, /help and the tests."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import BotCommand

from data.people.people import Person
from data.understanding.fillers import without_courtesies
from data.understanding.lexicon import table
from handlers.telegram.audiences import For, may_use
from handlers.wording import Language, Wording, labels


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, who may use it, its line in the menu, and the words that do the same.

    If `names_unit`, a unit may follow the words as it may follow the command. `with_words` is the sentence that the
    command stands for if words follow it and it does not read these itself.
    """

    name: str
    audience: For
    summary: Wording
    names_unit: bool = False
    with_words: Wording | None = None
    said: tuple[str, ...] = ()


def _with_what_is_said(where: str, *commands: Command) -> tuple[Command, ...]:
    """Return the commands with the words that do the same in a kind of chat, in small letters."""
    said, language = table("commands")[where], table("commands")["language"]
    asked_for = [f"{before}{name}".lower() for before in language["before"] for name in language["names"]]
    return tuple(
        replace(each, said=(*map(str.lower, said.get(each.name, ())), *(asked_for if each.name == "language" else ())))
        for each in commands
    )


COMMANDS = _with_what_is_said(
    "private",
    Command(
        "tasks",
        For.EVERYONE,
        Wording("任务，最急的在前", "Tasks, most urgent first"),
        with_words=Wording("看{words}的任务", "show {words} tasks"),
    ),
    Command("update", For.SPEAKERS, labels.REPORT),
    Command("extend", For.SPEAKERS, labels.EXTEND, with_words=Wording("申请延期 {words}", "more time for {words}")),
    Command(
        "deadlines",
        For.EVERYONE,
        Wording("30天内到期的任务", "What falls due within 30 days"),
        with_words=Wording("{words}到期的任务", "{words} tasks due"),
    ),
    Command("history", For.EVERYONE, Wording("填报记录，可加编号或单位", "Past reports; may name a task or a unit")),
    Command(
        "returns",
        For.EVERYONE,
        Wording("统计报表：填报、更正；谁报了", "Statistics returns: fill in, correct; who has filed"),
    ),
    Command(
        "deputy",
        For.LIAISONS,
        Wording("B角：请人代报", "Name a deputy who reports for you"),
        with_words=Wording("请{words}当B角", "make {words} my deputy"),
    ),
    Command("summary", For.OVERSEERS, Wording("全部任务的汇总", "The state of the whole plan")),
    Command(
        "review", For.COORDINATORS, Wording("审核填报、答复延期申请", "Reports and requests waiting for an answer")
    ),
    Command(
        "people",
        For.COORDINATORS,
        Wording("人员名单：邀请、移除、换人", "People: invite, remove, replace"),
        names_unit=True,
    ),
    Command(
        "invite",
        For.COORDINATORS,
        Wording("邀请联络员，后面写单位名", "Invite a liaison; name the unit after it"),
        names_unit=True,
    ),
    Command("import", For.COORDINATORS, Wording("导入任务表：把文件发来", "Import a plan: send the file")),
    Command("audit", For.COORDINATORS, Wording("操作记录：谁改了什么", "Who changed what")),
    Command(
        "plans", For.COORDINATORS, Wording("各份任务表：查看、归档、换现行", "The plans: look, archive, make current")
    ),
    Command("event", For.COORDINATORS, Wording("条例出台等：填日期，算期限", "Events that deadlines depend on")),
    Command(
        "groups",
        For.COORDINATORS,
        Wording("联络员群：范围、发什么、什么时候", "Bound groups: which units, what is posted, when"),
    ),
    Command(
        "nudge", For.COORDINATORS, Wording("催办，可加单位或编号", "Nudge about late tasks; may name a unit or a code")
    ),
    Command(
        "broadcast",
        For.COORDINATORS,
        Wording("群发通知", "Send a notice to many"),
        with_words=Wording("通知 {words}", "notify {words}"),
    ),
    Command(
        "export",
        For.EVERYONE,
        Wording("导出：图、表格、文档、佐证材料", "Export pictures, a workbook, a document, evidence"),
    ),
    Command("settings", For.COORDINATORS, labels.SETTINGS, with_words=Wording("设置 {words}", "set {words}")),
    Command("backup", For.COORDINATORS, Wording("马上备份一次", "Make a backup at once")),
    Command(
        "info",
        For.WRITERS,
        Wording("工作信息：报送、采用、编简报", "Work information: send it, take it into briefs"),
        with_words=Wording("报工作信息 {words}", "send work information: {words}"),
    ),
    Command("cancel", For.EVERYONE, Wording("取消正在填的内容", "Cancel what is being filled in")),
    Command("language", For.EVERYONE, Wording("中文 / English", "中文 / English")),
    Command("forget", For.EVERYONE, Wording("删除我的登记", "Delete my registration")),
    Command("help", For.EVERYONE, Wording("用法", "How to use this")),
)

OF_OBSERVERS = ("summary", "tasks", "history", "export", "help", "language")
"""The commands in the menu of those who can only look."""
GROUP_COMMANDS = _with_what_is_said(
    "in_group",
    Command("deadlines", For.GROUPS, Wording("本周到期的任务", "What falls due this week")),
    Command("summary", For.GROUPS, Wording("本群范围内的汇总", "The state of this group's tasks")),
    Command("bind", For.COORDINATORS, Wording("绑定本群（协调员）", "Bind this group (coordinators)"), names_unit=True),
    Command("unbind", For.COORDINATORS, Wording("取消绑定（协调员）", "Unbind this group (coordinators)")),
)


def command_in_words(text: str, commands: Sequence[Command] = COMMANDS) -> tuple[str, list[str]] | None:
    """Return the name of the command that a message says in words, and the words that follow; None if there is none."""
    plain = " ".join(text.split())
    for said in dict.fromkeys((plain, without_courtesies(plain))):
        small = said.lower()
        for command in commands:
            begun = max(filter(small.startswith, command.said), key=len, default=None)
            if begun is not None and (not (rest := said[len(begun) :].split()) or command.names_unit):
                return command.name, rest
    return None


def commands_for(person: Person) -> tuple[Command, ...]:
    """Return the commands that a person can use in private."""
    return tuple(command for command in COMMANDS if may_use(person, command.audience))


def menu_for(person: Person) -> tuple[Command, ...]:
    """Return the commands in a person's menu; those who can only look get the few that show something."""
    commands = commands_for(person)
    only_looks = person.sees_everything and not person.is_coordinator and not person.speaks_for
    return tuple(each for each in commands if each.name in OF_OBSERVERS) if only_looks else commands


def menu_of(commands: tuple[Command, ...], language: Language) -> list[BotCommand]:
    """Return the commands in the form of Telegram's menu."""
    return [BotCommand(command.name, command.summary(language)) for command in commands]
