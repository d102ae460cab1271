"""The buttons of broadcasts, nudges, reminder papers and bound groups."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.announcing.broadcasts import Broadcast
from data.announcing.nudges import Asked
from data.announcing.outcome import Outcome
from data.announcing.reminder_papers import GRADES, Graded
from data.notices.groups import GroupChat, Post
from data.notices.plan_rules import LATEST_HOUR, PlanRules
from data.returns.unit_returns import UnitReturn
from data.standing.standing import Light
from handlers.announcing.texts import broadcast as of_broadcasts
from handlers.announcing.texts import groups as texts
from handlers.announcing.texts import reminder_papers as papers
from handlers.announcing.texts import sent
from handlers.telegram import Rows, Verb, button, in_rows, keyboard_of, report_on
from handlers.telegram.task_buttons import MOST_NOTICE_BUTTONS
from handlers.wording import Language, cut, labels
from handlers.wording.days import weekday_text

LONGEST_TITLE, AS_THE_PLAN = 50, 0
MOST_BESIDE_ANOTHER = 8
MOST_UNITS, LONGEST_BUTTON = 90, 60
ALL = 0
"""Stands for all units in place of a unit id."""
GRADE_NAMED = dict(zip(("red", "yellow", "blue"), GRADES, strict=True))
"""The grades of papers by their names in the data of buttons."""


def group_list(groups: Sequence[GroupChat]) -> InlineKeyboardMarkup:
    """Return a button for each group, one per row."""
    return keyboard_of(
        *[[button(cut(each.title, LONGEST_TITLE) or "…", Verb.GROUP, "open", each.chat_id)] for each in groups]
    )


def group_page(group: GroupChat, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons of a group's page: what is posted, its units, weekday, hour and language, and 解绑."""
    posts = []
    for post in Post:
        words = (texts.ON if post in group.posts else texts.OFF)(language, what=texts.POST_BUTTON[post])
        posts.append(button(words, Verb.GROUP, post, group.chat_id))
    changes = [
        button(texts.CHANGE_SCOPE(language), Verb.GROUP, "scope", group.chat_id),
        button(texts.CHANGE_DAY(language), Verb.GROUP, "day", group.chat_id),
        button(texts.CHANGE_HOUR(language), Verb.GROUP, "hour", group.chat_id),
    ]
    other: Language = "zh" if group.language == "en" else "en"
    spoken = [button(texts.SPEAK[other](language), Verb.GROUP, other, group.chat_id)]
    last = [
        button(labels.BACK(language), Verb.GROUP, "list"),
        button(texts.UNBIND(language), Verb.GROUP, "unbind", group.chat_id, style="danger"),
    ]
    return keyboard_of(posts, changes, spoken, last)


def weekdays(group: GroupChat, language: Language) -> InlineKeyboardMarkup:
    """Return buttons for the weekday of the weekly list, and one for the plan's own."""
    days = [button(weekday_text(day, language), Verb.GROUP, "day", group.chat_id, day) for day in range(1, 8)]
    return _choose(group, "day", [days[:5], days[5:]], language)


def hours(group: GroupChat, rules: PlanRules, language: Language) -> InlineKeyboardMarkup:
    """Return buttons for the hour of the weekly list, from the planning hour on, and one for the plan's own."""
    each = [
        button(texts.HOUR(language, hour=hour), Verb.GROUP, "hour", group.chat_id, hour)
        for hour in range(rules.planning_hour, LATEST_HOUR)
    ]
    return _choose(group, "hour", in_rows(each, 4), language)


def _choose(group: GroupChat, what: str, rows: Rows, language: Language) -> InlineKeyboardMarkup:
    as_set = button(texts.AS_THE_PLAN(language), Verb.GROUP, what, group.chat_id, AS_THE_PLAN)
    back = button(labels.BACK(language), Verb.GROUP, "open", group.chat_id)
    return keyboard_of(*rows, [as_set, back])


def answer_choices(broadcast: Broadcast, language: Language, given: int | None = None) -> InlineKeyboardMarkup | None:
    """Return the answers to a broadcast's question, with the one at index `given` marked; None if it asks nothing any
    more, or for words."""
    offered = () if broadcast.said.in_words or broadcast.replaced_by else broadcast.said.choices
    offered = tuple(sent.in_usual_words(each, language) for each in offered)
    words = [f"✓ {choice}" if place == given else choice for place, choice in enumerate(offered)]
    buttons = [button(each, Verb.REPLY, broadcast.id, place) for place, each in enumerate(words)]
    width = 1 if any(len(each) > MOST_BESIDE_ANOTHER for each in offered) else 2
    return keyboard_of(*in_rows(buttons, width)) if buttons else None


def progress(broadcast: Broadcast, now: Outcome, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a broadcast's progress: 改时间 while it waits, 停止发送 until it has gone out, and then
    its answers and the workbook."""
    if can_be_stopped(broadcast, now):
        move = [button(sent.MOVE(language), Verb.BROADCAST, "move", broadcast.id)] if broadcast.waits else []
        return keyboard_of([*move, _stop(broadcast, language)])
    if now.nobody:
        return keyboard_of()
    answers = (
        [button(sent.ANSWERS(language), Verb.BROADCAST, "answers", broadcast.id)] if broadcast.said.choices else []
    )
    return keyboard_of([*answers, button(sent.SHEET(language), Verb.BROADCAST, "sheet", broadcast.id)])


def can_be_stopped(broadcast: Broadcast, now: Outcome) -> bool:
    """Return whether a broadcast is waiting or still going out."""
    return broadcast.waits or not (now.over or broadcast.stopped)


def _stop(broadcast: Broadcast, language: Language) -> InlineKeyboardButton:
    return button(sent.STOP(language), Verb.BROADCAST, "stop", broadcast.id, style="danger")


def below_answers(broadcast: Broadcast, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below the answers: the workbook, and back."""
    sheet = button(sent.SHEET(language), Verb.BROADCAST, "sheet", broadcast.id)
    return keyboard_of([sheet, button(labels.BACK(language), Verb.BROADCAST, "open", broadcast.id)])


def recall_options(broadcast: Broadcast, now: Outcome, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons for a broadcast that should not have been sent: stop it, correct it, see who got it."""
    stop = [[_stop(broadcast, language)]] if can_be_stopped(broadcast, now) else []
    rest = [
        button(sent.CORRECT(language), Verb.BROADCAST, "correct", broadcast.id),
        button(sent.HOW_IT_WENT(language), Verb.BROADCAST, "open", broadcast.id),
    ]
    return keyboard_of(*stop if broadcast.waits or now.nobody else [*stop, rest])


def earlier_broadcasts(broadcasts: Sequence[Broadcast], language: Language) -> InlineKeyboardMarkup:
    """Return a button for each broadcast, one per row."""
    return keyboard_of(
        *[[button(sent.list_label(each, language), Verb.BROADCAST, "open", each.id)] for each in broadcasts]
    )


def earlier_button(language: Language) -> InlineKeyboardButton:
    """Return the button that lists earlier broadcasts."""
    return button(of_broadcasts.EARLIER(language), Verb.BROADCAST, "list")


def nudge_units(units: Mapping[int, str], language: Language) -> InlineKeyboardMarkup:
    """Return a button that begins a nudge for each of the units, named if there are several."""
    words = _named_if_several(labels.NUDGE(language), [*units.values()])
    return keyboard_of(*[[button(each, Verb.NUDGE, "unit", id)] for each, id in zip(words, units, strict=True)])


def below_nudge(asked: Sequence[Asked], language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a nudge: to fill in each return, report on each task, and list them if too many."""
    if returns := [each for each in asked if isinstance(each, UnitReturn)]:
        words = _named_if_several(labels.FILL_RETURN(language), [each.unit.name for each in returns])
        return keyboard_of(
            *[[button(text, Verb.FILING, "fill", each.id)] for text, each in zip(words, returns, strict=True)]
        )
    tasks = [each for each in asked if not isinstance(each, UnitReturn)]
    rows = [list(row) for row in report_on(tasks, language).inline_keyboard]
    if len(tasks) > MOST_NOTICE_BUTTONS:
        rows.append([button(labels.MY_TASKS(language), Verb.LIST, "open", 0)])
    return keyboard_of(*rows)


def _named_if_several(label: str, names: Sequence[str]) -> list[str]:
    """Return the label of a button for each unit, with its name behind if there are several."""
    return [cut(f"{label} {name}", LONGEST_BUTTON) for name in names] if len(names) > 1 else [label] * len(names)


def papers_button(language: Language) -> InlineKeyboardButton:
    """Return the button that lists the units for which a paper can be written."""
    return button(papers.PAPERS(language), Verb.PAPER, ALL)


def paper_button(unit_id: int, unit: str, language: Language) -> InlineKeyboardButton:
    """Return the button for a paper to a unit, in the gravest grade that applies."""
    return button(cut(papers.PAPER_FOR(language, unit=unit), LONGEST_BUTTON), Verb.PAPER, unit_id)


def units_for_papers(units: Mapping[int, Graded], names: Mapping[int, str]) -> InlineKeyboardMarkup:
    """Return a button for each unit for which a paper can be written, with its number of tasks in each grade."""
    buttons = [
        button(cut(f"{names[unit_id]} {_counts(found)}", LONGEST_BUTTON), Verb.PAPER, unit_id)
        for unit_id, found in list(units.items())[:MOST_UNITS]
    ]
    return keyboard_of(*in_rows(buttons, 1))


def other_grades(unit_id: int, counts: Mapping[Light, int], shown: Light, language: Language) -> Rows:
    """Return the buttons for papers to the same unit in the other grades."""
    names = {grade: name for name, grade in GRADE_NAMED.items()}
    words = {each: papers.OTHER_GRADE(language, kind=papers.KIND[each], count=counts[each]) for each in counts}
    return [[button(words[each], Verb.PAPER, unit_id, names[each])] for each in counts if each is not shown]


def _counts(found: Graded) -> str:
    return " ".join(f"{grade}{len(found[grade])}" for grade in GRADES if found.get(grade))
