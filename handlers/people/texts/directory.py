"""Texts of the list of people, and of a person's page."""

from collections.abc import Sequence
from datetime import date

from data.people.absence import Absence
from data.people.directory import ListedPerson
from data.people.invitations import OpenInvitation
from data.plan.units import Unit
from data.standing.counts import Counts
from handlers.people.texts.absence import leave_line
from handlers.people.texts.deputies import span
from handlers.wording import NOTHING, Html, Language, Wording, clauses, html, join, labels, month_day
from handlers.wording.report_lines import name_text

COUNT = Wording("共 {count} 人", "{count} people")
IN_ROLE = Wording("{role} {count} 人", "{role}: {count}")
OFFICE = Wording("办公室", "The office")
UNIT = Wording("<b>{unit}</b>", "<b>{unit}</b>")
LINE = Wording("· {name} {details}", "· {name}, {details}")
SINCE = Wording("{day}起", "since {day}")
SEEN_TODAY = Wording("今天来过", "here today")
SEEN = Wording("{day}来过", "last here {day}")
NOT_SEEN = Wording("还没来过", "not here yet")
UNOPENED = Wording("还没打开链接", "link not opened yet")
UNREACHABLE = Wording("⚠️ 消息送不到", "⚠️ cannot be reached")
PHONE = Wording("电话 {phone}", "phone {phone}")
NAMED_BY_LEFT = Wording("{name}请的，{name}已不是联络员", "named by {name}, who is no longer the liaison")
NAMED_BY = Wording("{name}请的", "named by {name}")
NOT_SEEN_HEAD = Wording("名单里还没来过的：{count} 人", "On the list, but not registered yet: {count}")
EVERYBODY_SEEN = Wording("名单里的人都来过了。", "Everybody on the list has been here.")
NOBODY_AWAY = Wording("现在没有人请假。", "Nobody is on leave.")
AWAY_HEAD = Wording("请假的：{count} 人次，点名字可以销假", "On leave: {count}. Press a name to end it")
AWAY_LINE = Wording("· {name} {leave}", "· {name}: {leave}")
NOBODY_HERE = Wording("还没有人。", "Nobody yet.")
INVITED = Wording(
    "已邀请{name}（{role}），链接还没打开，{until}前有效。",
    "{name} is invited ({role}); the link is not opened yet and works until {until}.",
)
INVITED_SOMEBODY = Wording(
    "已发出{role}邀请链接，还没打开，{until}前有效。",
    "An invitation ({role}) is out; it is not opened yet and works until {until}.",
)
WHETHER_TO_VOID = Wording(
    "{unit}有 {count} 条没打开的邀请链接，要作废吗？", "Unopened links for {unit}: {count}. Make them useless?"
)
VOID = Wording("作废链接", "Void the links")
VOIDED = Wording("已作废 {count} 条邀请链接，打开也进不来了。", "Links voided: {count}. Nobody can join by them.")
NOBODY_AT_ALL = Wording("名单里还没有人。", "There is nobody yet.")
UNITS_WITHOUT = Wording("还有 {count} 个单位没有联络员。", "{count} units have no liaison.")
UNITS_WITHOUT_HEAD = Wording("共 {count} 个单位没有联络员", "{count} units have no liaison")
UNIT_WITHOUT = Wording(
    "{unit}[ · 逾期 {overdue} 项][ · 快到期 {soon} 项]", "{unit}[ · {overdue} overdue][ · {soon} due soon]"
)
PRESS_TO_INVITE = Wording("点单位发邀请链接。", "Press one to get an invitation link.")
ALL_UNITS_HAVE = Wording("每个单位都有联络员了。", "Every unit has a liaison.")
SHOW_UNITS_WITHOUT = Wording("没有联络员的单位", "Units without a liaison")
WHOLE_LIST = Wording("全部名单", "The whole list")
INVITE = Wording("邀请", "Invite")
ENTER_PHONE = Wording("登记电话", "Enter a number")
PHONE_LABEL = Wording("电话", "phone number")
WHICH_PHONE = Wording(
    "{name}的电话是多少？只有办公室看得到。", "What is {name}'s phone number? Only the office sees it."
)
NO_NUMBER = Wording("没有登记电话", "no phone number entered")
NO_PHONE = Wording("不留电话", "Keep no number")
PHONE_KEPT = Wording("已记下电话：{phone}", "Kept: {phone}")
PHONE_GONE = Wording("已删掉电话。", "The number is deleted.")
PHONE_WAITS = Wording("电话还没填", "The phone number is not entered yet")
IN_WHICH_ROLE = Wording("{name}的哪一个身份？", "In which role of {name}?")
UNIT_NAMES = Wording("叫法和分组", "Names and groups")
SEE = Wording("看 {name}", "See {name}")
WRITE = Wording("写信给对方：点上面的名字。", "To write to them, press the name above.")
LINK = '<a href="tg://user?id={id}">{name}</a>'
WHICH_OF_THEM = Wording("您指的是哪一位？", "Whom do you mean?")
WHOM = Wording("哪一位", "who")
WHOM_WAITS = Wording("还没说是哪一位", "You have not said yet whom you mean")
NEEDS_NO_LEAVE = Wording(
    "请假只登记联络员的；办公室的人不用登记，其他协调员照样可以办。",
    "Leave is only entered for liaisons; in the office, any other coordinator can stand in.",
)
ROLE_AS_INVITED = Wording(
    "角色不能直接改：先点“移除”，再用新的角色邀请，如“邀请市商务局 李某”“邀请市商务局 李某当B角”。",
    "A role cannot be changed directly: remove the person and invite them in the new role, such as “invite 市商务局 Li "
    "as deputy”.",
)
REMINDED_BY_ROLE = Wording(
    "提醒和晨报按职责发，一个单位的人都收到，不能单独停一个人的。本人可以设“我的免打扰时段”；休假的登记请假，不再负责的移除或换人。",
    "Reminders and morning messages follow from the role and go to everybody of a unit; they cannot be stopped for one "
    "person. People can set their own quiet hours; whoever is away can be put on leave, and whoever is no longer in "
    "charge can be removed or replaced.",
)
NOT_FOUND = Wording("名单里没找到您说的人，请点名字：", "I did not find the person you mean; please press the name:")
NOT_FOUND_IN = Wording(
    "名单里没找到您说的人。{unit}登记的人在下面。",
    "I did not find the person you mean on the list. Below are those registered for {unit}.",
)
PERSON_GONE = Wording("这位已经不在名单里了。", "They are no longer on the list.")
NO_NUMBERS = Wording(
    "电话只有办公室看得到；点名字可以直接写给对方。",
    "Only the office sees phone numbers; press a name to write to somebody.",
)
OF_OTHER_UNITS = Wording(
    "[{code} 由{units}负责。]别的单位的人员请问办公室。",
    "[Task {code} is with {units}. ]For people of other units, please ask the office.",
)
OF_OWN_UNIT = Wording("别的单位的人员请问办公室。", "For people of other units, please ask the office.")


def page_text(
    shown: Sequence[ListedPerson],
    everybody: Sequence[ListedPerson],
    where: Html,
    without: int,
    today: date,
    language: Language,
) -> Html:
    """Return a page of the list of everybody, with the number in each role: a line for each role, under its unit."""
    if not everybody:
        return join([NOBODY_AT_ALL(language), _without(without, language)])
    by_role = {role: len({each.person_id for each in everybody if each.role is role}) for role in labels.ROLE}
    counted = [
        IN_ROLE(language, role=labels.ROLE[role](language), count=count) for role, count in by_role.items() if count
    ]
    count = COUNT(language, count=len({each.person_id for each in everybody}))
    head = join([count, labels.PEOPLE(language), where], " · ")
    head = join([head, Html(clauses(counted, language) if len(counted) > 1 else "")])
    return join([head, *unit_blocks(shown, today, language), _without(without, language)])


def not_seen(
    shown: Sequence[ListedPerson],
    count: int,
    invited: Sequence[OpenInvitation],
    without: int,
    today: date,
    language: Language,
) -> Html:
    """Return the list of people who have not used the bot yet, and the invitations that nobody has opened; `count`
    includes those not in `shown`."""
    more = labels.MORE(language, count=count - len(shown)) if count > len(shown) else NOTHING
    head = NOT_SEEN_HEAD(language, count=count) if count else EVERYBODY_SEEN(language)
    links = [join([UNIT(language, unit=each.unit or OFFICE(language)), _invited(each, language)]) for each in invited]
    return join([head, *unit_blocks(shown, today, language), more, *links, _without(without, language)])


def away_lines(absences: Sequence[Absence], language: Language) -> Html:
    """Return a line for each leave: whose it is, its days, and who stands in."""
    return join([AWAY_LINE(language, name=each.person.name, leave=leave_line(each, language)) for each in absences])


def unit_blocks(shown: Sequence[ListedPerson], today: date, language: Language) -> list[Html]:
    """Return a line for each role, with the unit's name above each group of lines."""
    lines: list[Html] = []
    before: object = ...
    for each in shown:
        if each.unit_id != before:
            lines.append(UNIT(language, unit=each.unit or OFFICE(language)))
        before = each.unit_id
        lines.append(LINE(language, name=linked_name(each), details=details(each, today, language)))
    return lines


def unit_without(unit: Unit, counts: Counts, language: Language) -> Html:
    """Return the line of a unit without a liaison: how many of its tasks are overdue, and due soon."""
    return UNIT_WITHOUT(language, unit=unit.name, overdue=counts.overdue, soon=counts.due_soon)


def unit_text(
    unit: str, people: Sequence[ListedPerson], invited: Sequence[OpenInvitation], today: date, language: Language
) -> Html:
    """Return the people of one unit, and its invitations that nobody has opened yet."""
    there = unit_blocks(people, today, language) or [UNIT(language, unit=unit), NOBODY_HERE(language)]
    return join([*there, *(_invited(each, language) for each in invited)])


def _invited(each: OpenInvitation, language: Language) -> Html:
    until = month_day(each.until, language)
    role = labels.ROLE[each.role](language)
    if not each.name:
        return INVITED_SOMEBODY(language, role=role, until=until)
    return INVITED(language, name=name_text(each.name, language), role=role, until=until)


def person_text(roles: Sequence[ListedPerson], away: Sequence[Absence], today: date, language: Language) -> Html:
    """Return a person's page: roles, last visit, leave, and how to reach them."""
    one = roles[0]
    lines = [_role_with_unit(each, language) for each in roles]
    seen = _seen(one, today, language)
    phone = PHONE(language, phone=one.phone) if one.phone else NO_NUMBER(language)
    write = WRITE(language) if one.telegram_id else NOTHING
    return join(
        [Html(f"<b>{linked_name(one)}</b>"), *lines, seen, *(leave_line(each, language) for each in away), phone, write]
    )


def linked_name(each: ListedPerson) -> Html:
    """Return the name, linked to the person's Telegram chat if they are registered."""
    words = html(name_text(each.name, "zh"))
    return Html(LINK.format(id=each.telegram_id, name=words)) if each.telegram_id else words


def details(each: ListedPerson, today: date, language: Language) -> Html:
    """Return what stands behind a name in the list."""
    role = labels.ROLE[each.role](language)
    left = NAMED_BY_LEFT(language, name=each.named_by) if each.named_by_left else NOTHING
    return _role_line(each, role, left, language, _seen(each, today, language), html(each.phone))


def _role_with_unit(each: ListedPerson, language: Language) -> Html:
    role = labels.ROLE[each.role](language)
    where = Html(f"{html(each.unit)} {role}") if each.unit else role
    wording = NAMED_BY_LEFT if each.named_by_left else NAMED_BY
    named = wording(language, name=each.named_by) if each.named_by else NOTHING
    return _role_line(each, where, named, language)


def _role_line(each: ListedPerson, role: Html, named: Html, language: Language, *more: Html) -> Html:
    """Return a role with its last day, who `named` the person, since when they have it, and `more`."""
    until = span(each.until, language) if each.until else NOTHING
    since = SINCE(language, day=each.since) if each.since else NOTHING
    return Html(clauses(filter(None, (role, until, named, since, *more)), language))


def _seen(each: ListedPerson, today: date, language: Language) -> Html:
    if each.telegram_id is None:
        return UNOPENED(language)
    if not each.reachable:
        return UNREACHABLE(language)
    if each.seen_on is None:
        return NOT_SEEN(language)
    if each.seen_on == today:
        return SEEN_TODAY(language)
    same_year = each.seen_on.year == today.year
    return SEEN(language, day=month_day(each.seen_on, language) if same_year else each.seen_on)


def _without(count: int, language: Language) -> Html:
    return UNITS_WITHOUT(language, count=count) if count else NOTHING
