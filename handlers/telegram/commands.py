"""The bot's commands, declared once for the menus, the filters, /help and the tests."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import BotCommand

from data.people.people import Person
from data.understanding.fillers import without_courtesies
from handlers.telegram.audiences import For, may_use
from handlers.telegram.wording import Language, Wording, phrases


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, who may use it, its line in the menu, and the words that do the same.

    Words that are understood as sentences (data/understanding) are not repeated here. If `names_unit`, a unit may
    follow the words as it may follow the command. `with_words` is the sentence that the command stands for if words
    follow it and it does not read these itself.
    """

    name: str
    audience: For
    summary: Wording
    said: tuple[str, ...] = ()
    names_unit: bool = False
    with_words: Wording | None = None


REVIEW_SAID = phrases(
    "审核|待我审核|待我审核的|要审核的|哪些要审核|有几份要审核|有几个要审核|有几个要审核的|有多少要审核",
    "有多少要审核的|有没有要审核|有没有要审核的|还有要审核的|review|reviews|pending reviews|what is to review",
    "anything to review",
)
SETTINGS_SAID = phrases(
    "设置|怎么设置|如何设置|在哪设置|在哪里设置|设置在哪|设置在哪里|怎么改设置|改设置|可以设置什么|settings",
    "how do i change settings|how to change settings|where are the settings|what can be set",
)
SPOKEN = (
    "",
    "用",
    "说",
    *(
        f"{so}{to}"
        for so in ("", "语言")
        for to in ("换成", "换回", "改成", "改回", "切换到", "切换成", "切换", "切换为", "转成", "换")
    ),
    "怎么换成",
)
"""Words that, followed by the name of a language, ask for it."""
COMMANDS = (
    Command(
        "tasks",
        For.EVERYONE,
        Wording("任务，最急的在前", "Tasks, most urgent first"),
        with_words=Wording("看{words}的任务", "show {words} tasks"),
    ),
    Command("update", For.SPEAKERS, Wording("报进展", "Report progress")),
    Command(
        "extend",
        For.SPEAKERS,
        Wording("申请延期", "Ask for more time"),
        with_words=Wording("申请延期 {words}", "more time for {words}"),
    ),
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
        phrases("我的报表|报表|my returns|returns"),
    ),
    Command(
        "deputy",
        For.LIAISONS,
        Wording("B角：请人代报", "Name a deputy who reports for you"),
        phrases(
            "B角|指定B角|请人代报|我的B角|谁是B角|谁是我的B角|换B角|deputy|name a deputy|my deputy", "who is my deputy"
        ),
        with_words=Wording("请{words}当B角", "make {words} my deputy"),
    ),
    Command("summary", For.OVERSEERS, Wording("全部任务的汇总", "The state of the whole plan")),
    Command(
        "review",
        For.COORDINATORS,
        Wording("审核填报、答复延期申请", "Reports and requests waiting for an answer"),
        REVIEW_SAID,
    ),
    Command(
        "people",
        For.COORDINATORS,
        Wording("人员名单：邀请、移除、换人", "People: invite, remove, replace"),
        phrases("人员名单|联络员名单|人员|people|list of people"),
        names_unit=True,
    ),
    Command(
        "invite",
        For.COORDINATORS,
        Wording("邀请联络员，后面写单位名", "Invite a liaison; name the unit after it"),
        phrases("邀请|邀请联络员|invite|invite a liaison"),
        names_unit=True,
    ),
    Command(
        "import",
        For.COORDINATORS,
        Wording("导入任务表：把文件发来", "Import a plan: send the file"),
        phrases("导入|导入任务表|怎么导入任务表|import|import a plan|how do I import a plan"),
    ),
    Command(
        "audit",
        For.COORDINATORS,
        Wording("操作记录：谁改了什么", "Who changed what"),
        phrases("操作记录|谁改了什么|改动记录|audit|who changed what"),
    ),
    Command(
        "plans",
        For.COORDINATORS,
        Wording("各份任务表：查看、归档、换现行", "The plans: look, archive, make current"),
        phrases(
            "任务表|看任务表|现在的任务表|全部任务表|有哪些任务表|以前的任务表|plans|all plans|which plans are there"
        ),
    ),
    Command(
        "event",
        For.COORDINATORS,
        Wording("条例出台等：填日期，算期限", "Events that deadlines depend on"),
        phrases(
            "在等哪些事|出台了哪些|哪些在等出台|有什么出台了|events|what events are waited for",
            "which events are waited for",
        ),
    ),
    Command(
        "groups",
        For.COORDINATORS,
        Wording("联络员群：范围、发什么、什么时候", "Bound groups: which units, what is posted, when"),
        phrases("联络员群|绑定的群|群设置|bound groups|group settings"),
    ),
    Command(
        "nudge",
        For.COORDINATORS,
        Wording("催办，可加单位或编号", "Nudge about late tasks; may name a unit or a code"),
        phrases("催办|催一下|提醒函|督办单|出提醒函|出督办单|nudge|reminder letters"),
    ),
    Command(
        "broadcast",
        For.COORDINATORS,
        Wording("群发通知", "Send a notice to many"),
        phrases(
            "群发|群发通知|发通知|发个通知|停止发送|停止群发|群发记录|以前的群发|broadcast|send a notice",
            "stop sending|earlier broadcasts",
        ),
        with_words=Wording("通知 {words}", "notify {words}"),
    ),
    Command(
        "export",
        For.EVERYONE,
        Wording("导出：图、表格、文档、佐证材料", "Export pictures, a workbook, a document, evidence"),
        phrases("导出|导出数据|导出文件|下载|帮我写个汇报|写个汇报|写汇报|写个总结|出个汇报|export|download"),
    ),
    Command(
        "settings",
        For.COORDINATORS,
        Wording("设置", "Settings"),
        SETTINGS_SAID,
        with_words=Wording("设置 {words}", "set {words}"),
    ),
    Command(
        "backup",
        For.COORDINATORS,
        Wording("马上备份一次", "Make a backup at once"),
        phrases("备份|备份一下|备份一次|马上备份|备份数据|做个备份|backup|back up|make a backup|back up now"),
    ),
    Command(
        "info",
        For.WRITERS,
        Wording("工作信息：报送、采用、编简报", "Work information: send it, take it into briefs"),
        phrases("工作信息|工作信息列表|work information"),
        with_words=Wording("报工作信息 {words}", "send work information: {words}"),
    ),
    Command("cancel", For.EVERYONE, Wording("取消正在填的内容", "Cancel what is being filled in")),
    Command(
        "language",
        For.EVERYONE,
        Wording("中文 / English", "中文 / English"),
        phrases(
            "语言|换语言|切换语言|怎么切换语言",
            *(f"{by}{tongue}|{by}{tongue}界面" for by in SPOKEN for tongue in ("中文", "英文", "英语")),
            "看英文的|看中文的|我想看英文的|我想看中文的|switch me to english|switch me to chinese",
            "switch back to english|switch back to chinese|back to english|back to chinese|change to english",
            "change to chinese|speak english|speak chinese|switch me back to english|switch me back to chinese",
            "language|english|chinese|in english|in chinese|use english|use chinese|change language",
            "change the language|switch to english|switch to chinese|can you speak english|can you speak chinese",
        ),
    ),
    Command(
        "forget",
        For.EVERYONE,
        Wording("删除我的登记", "Delete my registration"),
        phrases(
            "删除我的登记|删了我的信息|删掉我的信息|删除我的信息|把我删了|把我删掉|注销|我要退出|我要注销|我不干了",
            "forget me|delete me|remove me|i quit|delete my registration",
        ),
    ),
    Command("help", For.EVERYONE, Wording("用法", "How to use this")),
)

OF_OBSERVERS = ("summary", "tasks", "history", "export", "help", "language")
"""The commands in the menu of those who can only look."""
GROUP_COMMANDS = (
    Command(
        "deadlines",
        For.GROUPS,
        Wording("本周到期的任务", "What falls due this week"),
        phrases("本周提示|本周工作提示|到期提示|本周清单|每周清单|this week's list|the week's list"),
    ),
    Command("summary", For.GROUPS, Wording("本群范围内的汇总", "The state of this group's tasks")),
    Command(
        "bind",
        For.COORDINATORS,
        Wording("绑定本群（协调员）", "Bind this group (coordinators)"),
        phrases("绑定|绑定本群|bind|bind this group|bind this group to"),
        names_unit=True,
    ),
    Command(
        "unbind",
        For.COORDINATORS,
        Wording("取消绑定（协调员）", "Unbind this group (coordinators)"),
        phrases("取消绑定|解绑|解除绑定|unbind|unbind this group"),
    ),
)


def command_in_words(text: str, commands: Sequence[Command] = COMMANDS) -> tuple[str, list[str]] | None:
    """Return the name of the command that a message says in words, and the words that follow; None if there is none."""
    plain = " ".join(text.split())
    for said in (plain, without_courtesies(plain)):
        small = said.lower()
        for command in commands:
            begun = max((words for words in command.said if small.startswith(words.lower())), key=len, default=None)
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
