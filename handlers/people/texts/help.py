"""Texts of greetings and help."""

from collections.abc import Sequence

from data.people.people import Membership, Person
from handlers.telegram.commands import Command, commands_for
from handlers.wording import Html, Language, Wording, join, labels, series

WELCOME = Wording("{name}，您好！您已登记为：{roles}。", "Hello {name}. You are registered as: {roles}.")
HINT = Wording(
    "发“我的任务”看任务，发“报进展”填报，也可用下方按钮。",
    "Send “my tasks” to see the tasks, “report” to report progress, or use the buttons below.",
)
HINT_OVERSEER = Wording(
    "发“汇总”看总体情况，发“临期”看快到期的任务，也可用下方按钮。",
    "Send “summary” for the state of the plan, “due soon” for what falls due, or use the buttons below.",
)
SEE_TASKS = Wording(
    "发“我的任务”看本单位的任务，最急的在前；点编号看详情。",
    "Send “my tasks” for your unit's tasks, most urgent first; press a code to see a task.",
)
REPORT_SO = Wording(
    "报进展：点“报进展”，或一句话写清，例如：2-7 完成80%，立案12件。",
    "To report, send “report progress”, or write one line: 2-7 80% done, cases filed 12.",
)
NAME_DEPUTY = Wording(
    "不在岗时发“下周我休假”请人代；有事找办公室，发“办公室联系人”。",
    "Away? Send “I am on leave next week” and say who stands in; “contact the office” says whom to ask.",
)
ASK_OFFICE = Wording(
    "没有变化的点“本期无变化”；有事找办公室，发“办公室联系人”。",
    "If nothing is new, press “no change”; “contact the office” says whom to ask.",
)
SUMMARY_FIRST = Wording(
    "发“汇总”看总体情况，发“临期”看快到期的任务。",
    "Send “summary” for the state of the plan, “due soon” for what falls due.",
)
PLAN_FIRST = Wording(
    "把任务表文件发到这里（.xlsx、.docx 或 .csv，表格或文字要点都行）：我先读出来请您核对，您确认了才导入。",
    "Send the plan here (.xlsx, .docx or .csv; a table or prose). I show what I read, and import it when you confirm.",
)
THEN_INVITE = Wording(
    "导入后请联络员进来：发 /invite 加单位名，会给出链接和二维码，可以直接转发。",
    "Then invite the liaisons: /invite with a unit's name gives a link and a picture to forward.",
)
INVITE_REST = Wording(
    "还有 {count} 个单位没有联络员：发 /invite 加单位名邀请，发 /people 看名单。",
    "{count} units have no liaison: send /invite with the unit's name; /people shows who is registered.",
)
INVITE_MORE = Wording(
    "发 /people 看名单，可以移除、换人；发 /invite 加单位名再邀请人。",
    "/people shows who is registered, to remove or replace people; /invite with a unit's name invites more.",
)
BIND_GROUP = Wording(
    "把我拉进联络员群，在群里发 /bind，每周会提醒到期的任务。",
    "Add me to the liaisons' group and send /bind there: every week I post what falls due.",
)
ASK_UNITS = Wording(
    "直接问就行，例如：公安局怎么样、哪些逾期了、2-7。",
    "Just ask, for example: how is the police doing, what is overdue, 2-7.",
)
SEE_HISTORY = Wording("发“填报记录”看各单位报了什么。", "Send “history” for what the units have reported.")
ROLE_OF_UNIT = Wording("{unit}{role}", "{role}, {unit}")
ROLE_UNTIL = Wording("{role}（到{day}）", "{role} (until {day})")
HELP_HEAD = Wording("我可以做这些：", "What I can do:")
HELP_LINE = Wording("/{command} {summary}", "/{command} {summary}")
HELP_GROUPS = (
    (Wording("任务和填报", "Tasks and reports"), ("tasks", "deadlines", "history", "summary", "review", "export")),
    (Wording("催办和通知", "Nudges and notices"), ("nudge", "broadcast", "groups")),
    (Wording("报表和信息", "Returns and information"), ("returns", "info")),
    (Wording("人员", "People"), ("people", "invite", "deputy")),
    (Wording("任务表", "The plan"), ("import", "plans", "event")),
    (Wording("设置和其他", "Settings and the rest"), ()),
)
"""What commands are for; those that no group names belong to the last."""
HELP_GROUP = Wording("{group}：{commands}", "{group}: {commands}")
HELP_MORE = Wording(
    "每个命令做什么，发“/help 任务”这样看一组。", "To see what the commands of a group do, send /help and its name."
)
MOST_HELP_LINES = 15
"""With more commands than this, help lists them by group."""
HELP_FOOT = Wording(
    "\n也可以直接说，例如：我的任务、我们还有哪些没完成、2-7、2-7 完成80%、本期无变化、分解 2-7、撤回。",
    "\nYou can also just say it: my tasks, what is due next week, 2-7, 2-7 80%, no change, steps of 2-7, undo.",
)
HELP_FOOT_COORDINATOR = Wording(
    "\n也可以直接说，例如：市公安局还有哪些没完成、2-7、联络员名单、林警官调走了、邀请商务局 李某、谁还没报。",
    "\nYou can also just say it: what is overdue, 2-7, list of liaisons, remove and a name, who has not reported.",
)
HELP_FOOT_OVERSEER = Wording(
    "\n也可以直接说，例如：下周到期的、市公安局还有哪些没完成、2-7。",
    "\nYou can also just say it: what is due next week, what is overdue, 2-7.",
)
NOT_UNDERSTOOD = Wording("没听明白。发 /help 看全部用法。", "I did not understand. /help shows everything.")
QUOTED = Wording("“{words}”", "“{words}”")
WRITE_LIKE = Wording(
    "是想这样说吗：{examples}？换成您的内容再发就行。", "Do you mean something like {examples}? Please say it so."
)
GREETING = Wording("您好！", "Hello!")


def welcome(person: Person, has_plan: bool, without: int, language: Language) -> Html:
    """Return the greeting with the person's roles and next three steps; `without` is how many units lack a liaison."""
    roles = Html(series((role_text(each, language) for each in person.memberships), language))
    return join([WELCOME(language, name=person.name, roles=roles), next_steps(person, language, has_plan, without)])


def next_steps(person: Person, language: Language, has_plan: bool = True, without: int = 0) -> Html:
    """Return the next three steps of a newcomer."""
    steps = enumerate(_steps(person, has_plan, without, language), 1)
    return join([Html(f"{number}. {step}") for number, step in steps])


def _steps(person: Person, has_plan: bool, without: int, language: Language) -> list[Html]:
    if person.is_coordinator:
        if not has_plan:
            return [PLAN_FIRST(language), THEN_INVITE(language), BIND_GROUP(language)]
        invite = INVITE_REST(language, count=without) if without else INVITE_MORE(language)
        return [SUMMARY_FIRST(language), invite, BIND_GROUP(language)]
    if person.sees_everything:
        return [SUMMARY_FIRST(language), ASK_UNITS(language), SEE_HISTORY(language)]
    last = NAME_DEPUTY(language) if person.liaison_for else ASK_OFFICE(language)
    return [SEE_TASKS(language), REPORT_SO(language), last]


def hint(person: Person, language: Language) -> Html:
    """Return the few words that the person needs most."""
    return HINT(language) if person.speaks_for else HINT_OVERSEER(language)


def write_like(examples: Sequence[str], language: Language) -> Html:
    """Return the question whether something like these sentences was meant."""
    quoted = [QUOTED(language, words=each) for each in examples]
    return WRITE_LIKE(language, examples=series(quoted, language))


def role_text(membership: Membership, language: Language) -> Html:
    """Return the name of a role, with its unit and last day if it has them."""
    role = labels.ROLE[membership.role](language)
    named = ROLE_OF_UNIT(language, unit=membership.unit, role=role) if membership.unit else role
    if membership.until is None:
        return named
    return ROLE_UNTIL(language, role=named, day=membership.until)


def help_text(person: Person, language: Language, words: str) -> Html:
    """Return the answer to /help for this person: the commands, many of them by group, or what those of a group do if
    `words` name it or one of its commands."""
    commands = commands_for(person)
    grouped = _in_groups(commands, language)
    names = {title: [title, *(f"/{each.name}" for each in of_group)] for title, of_group in grouped}
    named = [group for group in grouped if words and any(words.lower() in each.lower() for each in names[group[0]])]
    if named or len(commands) <= MOST_HELP_LINES:
        shown = [each for _, of_group in named for each in of_group] or commands
        lines = [HELP_LINE(language, command=each.name, summary=each.summary) for each in shown]
    else:
        lines = [
            HELP_GROUP(language, group=group, commands=" ".join(f"/{each.name}" for each in of_group))
            for group, of_group in grouped
        ]
        lines.append(HELP_MORE(language))
    if named:
        return join(lines)
    lights = join([Html(f"{light} {words(language)}") for light, words in labels.LIGHT.items()], "  ")
    foot = HELP_FOOT_COORDINATOR if person.is_coordinator else HELP_FOOT_OVERSEER
    foot = HELP_FOOT if person.speaks_for else foot
    return join([HELP_HEAD(language), *lines, foot(language), lights])


def _in_groups(commands: Sequence[Command], language: Language) -> list[tuple[str, list[Command]]]:
    """Return the commands by group, each with its name; empty groups are left out."""
    of = {name: place for place, (_, names) in enumerate(HELP_GROUPS) for name in names}
    last = len(HELP_GROUPS) - 1
    grouped = [
        (str(title(language)), [each for each in commands if of.get(each.name, last) == place])
        for place, (title, _) in enumerate(HELP_GROUPS)
    ]
    return [(title, found) for title, found in grouped if found]
