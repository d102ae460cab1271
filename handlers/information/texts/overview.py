"""Texts of the lists of work information, and of the page of one piece."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.information.information import Information, InformationState, SentCount
from data.information.weeks import Week
from handlers.information.texts.submission import NEW, unit_counts
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, series, short_day
from handlers.wording.report_lines import name_text
from handlers.wording.wordings import utf16_length

HEAD = Wording("<b>工作信息</b>", "<b>Work information</b>")
STATE = {
    InformationState.NEW: Wording("待处理", "new"),
    InformationState.TAKEN: Wording("已采用", "taken"),
    InformationState.DECLINED: Wording("未采用", "not taken"),
}
ALL = Wording("全部", "all")
COUNT = Wording("{state} {count}", "{state} {count}")
NO_INFORMATION = Wording("这里还没有工作信息。", "There is no work information here yet.")
NOTHING_OF_UNIT = Wording(
    "还没有报过。点“{new}”就可以报，标题、正文、照片都行。",
    "None sent yet. Press “{new}” to send some: a title, text and photos.",
)
LINE = Wording(
    "{number}. {day}[ {unit}]《{title}》[（附件 {files}）] · {state}",
    "{number}. {day}[ {unit}]: {title}[ (files: {files})] · {state}",
)
OPEN = Wording("{number} {title}", "{number} {title}")
FROM = Wording("{unit} {by} · {at}", "{unit}, {by} · {at}")
TAKEN_INTO = Wording("已采用，编入 {week} 的简报", "taken into the brief of {week}")
WEEK = Wording("{first}—{last}", "{first} – {last}")
DECLINED_FOR = Wording("未采用：{word}", "not taken: {word}")
EDITED = Wording(
    "（以下是办公室的修改稿，单位原文没有动）", "(The office's edited copy; the unit's own words are kept.)"
)
ORIGINAL = Wording("（以下是单位原文）", "(The unit's own words.)")
OF_TASKS = Wording("相关任务", "Tasks")
STATE_FIELD = Wording("状态", "State")

TAKE = Wording("采用", "Take it")
TAKE_ELSEWHERE = Wording("换一期", "Another brief")
DECLINE = Wording("不采用", "Do not take it")
EDIT_COPY = Wording("改一份", "Edit a copy")
SEE_ORIGINAL = Wording("看原文", "The unit's own words")
SEE_EDITED = Wording("看修改稿", "The edited copy")
FILES = Wording("照片和文件（{count}）", "Photos and files ({count})")
FILES_OF = Wording("{unit}《{title}》的照片和文件", "{unit}: files of “{title}”")
SEE = Wording("看这一条", "See it")
LIST = Wording("工作信息列表", "All work information")
BRIEF = Wording("出简报（{days}）", "The brief ({days})")
WITHDRAW_IT = Wording("要撤回工作信息《{title}》吗？", "Withdraw the work information “{title}”?")
WITHDRAWAL_WAITS = Wording(
    "有一条工作信息还没定要不要撤回", "You have not confirmed yet whether to withdraw a piece of work information"
)
WITHDRAWN = Wording("已撤回《{title}》，办公室看不到了。", "“{title}” is withdrawn; the office no longer sees it.")
TITLE_LENGTH, BUTTON_LENGTH, WORD_LENGTH = 40, 28, 300
TEXT_UNITS = 3000
"""How much of a text fits on a page, in UTF-16 units of its markup."""


def office_list(
    found: Sequence[Information],
    first: int,
    counts: Mapping[InformationState, int],
    where: Html,
    today: date,
    language: Language,
) -> Html:
    """Return what has come from all units; `first` is the number of the first piece shown."""
    numbers = [COUNT(language, state=STATE[state], count=counts[state]) for state in InformationState]
    lines = [_line(each, number, today, language) for number, each in enumerate(found, first)]
    return join([join([HEAD(language), *numbers, where], " · "), *(lines or [NO_INFORMATION(language)])])


def unit_list(
    found: Sequence[Information], first: int, sent: Sequence[SentCount], where: Html, today: date, language: Language
) -> Html:
    """Return what the person's own units have sent, and how much of it was taken."""
    several = len(sent) != 1
    lines = [_line(each, number, today, language, name_unit=several) for number, each in enumerate(found, first)]
    none = NOTHING_OF_UNIT(language, new=NEW)
    return join(
        [join([HEAD(language), where], " · "), *(unit_counts(each, language) for each in sent), *(lines or [none])]
    )


def pages_of(text: str) -> list[str]:
    """Return a text in parts that fit on a page each, broken between lines or sentences where possible."""
    parts, rest = list[str](), text
    while rest:
        room = _fits(rest)
        if room < len(rest):
            breaks = [rest.rfind(mark, room // 2, room) for mark in "\n。"]
            room = max(breaks) + 1 or room
        parts.append(rest[:room].strip("\n"))
        rest = rest[room:]
    return parts or [""]


def page(found: Information, part: str, where: Html, today: date, language: Language, *, original: bool) -> Html:
    """Return one piece with a part of its text, as the brief prints it or in the unit's `original` words."""
    at = found.sent_at
    title = found.title if original else found.printed[0]
    day = f"{short_day(at.date(), today, language)} {at:%H:%M}"
    sent = FROM(language, unit=found.unit, by=name_text(found.by, language), at=day)
    fields = [(OF_TASKS, series(found.codes, language)), (STATE_FIELD, state_text(found, today, language))]
    whose = (ORIGINAL if original else EDITED)(language) if found.edited else NOTHING
    head = [Html(f"<b>{html(title)}</b>"), join([sent, where], " · "), *labels.all_labelled(fields, language), whose]
    return join([join(head), html(part)], "\n\n")


def state_text(found: Information, today: date, language: Language) -> Html:
    """Return what was decided about a piece."""
    if found.week is not None:
        return TAKEN_INTO(language, week=week_text(found.week, today, language))
    if found.word:
        return DECLINED_FOR(language, word=cut(found.word, WORD_LENGTH))
    return STATE[found.state](language)


def week_text(week: Week, today: date, language: Language) -> Html:
    """Return the days of a brief's week."""
    first, last = (short_day(day, today, language) for day in (week.monday, week.sunday))
    return WEEK(language, first=first, last=last)


def _line(found: Information, number: int, today: date, language: Language, *, name_unit: bool = True) -> Html:
    return LINE(
        language,
        number=number,
        day=short_day(found.sent_at.date(), today, language),
        unit=found.unit if name_unit else None,
        title=cut(found.title, TITLE_LENGTH),
        files=len(found.files),
        state=STATE[found.state],
    )


def _fits(text: str) -> int:
    """Return how many characters of a text fit on a page."""
    size = 0
    for place, char in enumerate(text):
        size += utf16_length(html(char))
        if size > TEXT_UNITS:
            return place
    return len(text)
