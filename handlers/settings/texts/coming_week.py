"""Texts of 未来七天的提醒: the messages of the next seven days."""

from data.announcing.coming_announcements import ComingAnnouncement
from data.exports.texts import days_words
from data.notices.matters import DueReturn
from data.notices.rules import Audience, Message, NoticeMatter, Rule
from data.standing.assignments import Assignment
from handlers.wording import NOTHING, Html, Language, Wording, bracketed, cut, day_text, join, series

WEEK_HEAD = Wording("<b>未来七天的提醒</b>（按现在的填报情况）", "<b>The next seven days</b> (as reports stand now)")
NOTHING_COMES = Wording("没有要发的提醒。", "Nothing would be sent.")
LINE = Wording("{day} {at} · {to}：{what}", "{day} {at} · {to}: {what}")
TASKS = Wording("{count} 项（{codes}）", "{count} tasks ({codes})")
TO_SETTLE = Wording("任务表待核对 {count} 项", "{count} to settle in the plan")
NUDGE = Wording("催办 {title}", "nudge for {title}")
BROADCAST = Wording("群发“{title}”", "broadcast “{title}”")
PEOPLE = Wording("{count} 人", "{count} people")
GROUPS = Wording("{count} 个群", "{count} groups")
OFFICE = Wording("办公室晨报", "the office's morning")
GROUP = Wording("群", "group")
MOST_CODES = 5
LONGEST_TITLE = 40


def week_line(message: Message, to: str, language: Language) -> Html:
    """Return a planned message as a line: when, to whom, and how many of what."""
    own = [entry for entry in message.entries if entry.rule is not Rule.DOUBTFUL]
    codes = list(dict.fromkeys(_name(entry.subject, language) for entry in own))
    shown = series(codes[:MOST_CODES], language) + ("…" if len(codes) > MOST_CODES else "")
    tasks = TASKS(language, count=len(codes), codes=shown) if codes else NOTHING
    doubted = len(message.entries) - len(own)
    what = join([tasks, TO_SETTLE(language, count=doubted) if doubted else NOTHING], "，" if language == "zh" else ", ")
    day = day_text(message.at.date(), language, message.at.date())
    return LINE(language, day=day, at=f"{message.at:%H:%M}", to=to, what=what)


def _name(subject: Assignment | NoticeMatter, language: Language) -> str:
    """Return a task's code, a return's name with its period, or the title of any other matter."""
    if isinstance(subject, DueReturn):
        span = (subject.span.first, subject.span.last) if subject.span else None
        return subject.name + (bracketed(days_words(*span, language), language) if span else "")
    return subject.code or str(subject.title)


def broadcast_line(broadcast: ComingAnnouncement, language: Language) -> Html:
    """Return a waiting broadcast or nudge as a line: when, to how many, and its title."""
    groups = sum(each.to.audience is Audience.GROUP for each in broadcast.hearers)
    people = len(broadcast.hearers) - groups
    to = series(
        [*([PEOPLE(language, count=people)] if people else []), *([GROUPS(language, count=groups)] if groups else [])],
        language,
    )
    day = broadcast.at.date()
    what = (NUDGE if broadcast.nudges else BROADCAST)(language, title=cut(broadcast.title, LONGEST_TITLE))
    return LINE(language, day=day_text(day, language, day), at=f"{broadcast.at:%H:%M}", to=to, what=what)


def recipient(message: Message, name: str, language: Language) -> str:
    """Return the name of a message's recipient."""
    match message.to.audience:
        case Audience.GROUP:
            return GROUP(language)
        case Audience.COORDINATORS:
            return OFFICE(language) + (bracketed(cut(name, 20), language) if name else "")
    return cut(name, 20) + bracketed(cut(message.to.unit or "", 30), language)
