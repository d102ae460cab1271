"""The buttons of the digest, and of settling deadlines."""

from collections.abc import Sequence
from datetime import date, timedelta

from telegram import InlineKeyboardButton

from data.office.events import UNREADABLE
from data.plan.workdays import Workdays
from data.standing.assignments import Assignment
from data.standing.check_ins import waiting_for_check_in
from handlers.notices.texts import deadline_check as check_texts
from handlers.notices.texts import digest as texts
from handlers.telegram import CODES_IN_A_ROW, Context, Language, Verb, day_text, labels
from handlers.telegram.keyboards import Rows, button, in_rows
from handlers.telegram.task_buttons import unit_suffix

MOST_TO_CHOOSE = 24
NO_MESSAGE = 0
"""Stands in place of the digest's id if there is no digest."""
_DAY = timedelta(days=1)


def task_codes(
    outbox_id: int, tasks: Sequence[Assignment], language: Language, *, named: bool, choice: str = "open"
) -> Rows:
    """Return a button for each task, which opens its actions or makes another `choice`."""
    each = [
        button(task.code + unit_suffix(task, language, named), Verb.NOTICE, outbox_id, choice, task.id)
        for task in tasks
    ]
    return in_rows(each, 1 if named else CODES_IN_A_ROW)


def actions(outbox_id: int, task: Assignment, language: Language) -> Rows:
    """Return the buttons for a task: report, put it off, ask for more time, or report no change."""
    first = [
        button(labels.REPORT(language), Verb.REPORT, task.id, style="primary"),
        button(texts.LATER(language), Verb.NOTICE, outbox_id, "later", task.id),
    ]
    more = []
    if task.due is not None and not task.finished:
        more.append(button(labels.EXTEND(language), Verb.EXTEND, task.id))
    if waiting_for_check_in([task]):
        more.append(button(labels.NO_CHANGE(language), Verb.NOTICE, outbox_id, "same", task.id))
    return [first, more] if more else [first]


def put_off_days(outbox_id: int, task: Assignment, workdays: Workdays, language: Language) -> Rows:
    """Return the days until which a task can be put off: working days, not after its due day."""
    rows = []
    for words, day in later_days(task, workdays, language):
        text = f"{words}{_in_brackets(day, task.today, language)}"
        rows.append([button(text, Verb.NOTICE, outbox_id, "until", task.id, f"{day:%Y%m%d}")])
    rows.append([button(texts.QUIET(language), Verb.SETTING, "quiet")])
    if outbox_id == NO_MESSAGE:
        return rows
    return [*rows, [button(texts.BACK(language), Verb.NOTICE, outbox_id, "open", task.id)]]


def asked_until_when(context: Context) -> list[int]:
    """Return the assignment id for which it was asked last until when to put it off, in a list; empty if that was not
    asked."""
    offered = context.last_messages.offers(Verb.NOTICE)
    return [int(each[2]) for each in offered if "until" in each][:1]


def later_days(task: Assignment, workdays: Workdays, language: Language) -> list[tuple[str, date]]:
    """Return the days that are offered for putting off, each once, with their words."""
    today, due = task.today, task.due
    tomorrow = workdays.after(today)
    monday = today + timedelta(days=7 - today.weekday())
    words = texts.TOMORROW if tomorrow == today + _DAY else texts.NEXT_WORKDAY
    offered = [
        (words, tomorrow),
        (texts.IN_THREE_DAYS, workdays.after(today + 2 * _DAY)),
        (texts.NEXT_WEEK, workdays.after(monday - _DAY)),
    ]
    if due is not None and workdays.before(due) > today:
        offered = [(wording, day) for wording, day in offered if day < due]
        offered.append((texts.DAY_BEFORE, workdays.before(due)))
    known: dict[date, str] = {}
    for wording, day in offered:
        known.setdefault(day, wording(language))
    return [(wording, day) for day, wording in known.items()]


def card(task: Assignment) -> InlineKeyboardButton:
    """Return the button with a task's code that opens its card."""
    return button(task.code, Verb.CARD, task.task_id)


def _in_brackets(day: date, today: date, language: Language) -> str:
    words = day_text(day, language, today)
    return f"（{words.replace('（', ' ').rstrip('）')}）" if language == "zh" else f" ({words})"


SETTLING = {
    "right": check_texts.RIGHT,
    "date": check_texts.OTHER_DAY,
    "none": labels.NO_DEADLINE,
    "before": check_texts.PREVIOUS,
    "next": check_texts.NEXT,
}
"""The labels of the buttons for settling a deadline, by what they do."""
STYLES = {"right": "success"}


def deadline_check(task: Assignment, language: Language, *, asked: bool, several: bool) -> Rows:
    """Return the buttons for settling a deadline, if it is `asked` about (it is right, another day, none), and for its
    card and, if there are `several`, the other deadlines."""
    ways = ["date", "none"] if task.deadline.kind in UNREADABLE else ["right", "date", "none"]
    settling, turning = (
        [button(SETTLING[each](language), Verb.SETTLE, each, task.task_id, style=STYLES.get(each)) for each in choices]
        for choices in (ways if asked else [], ["before", "next"] if several else [])
    )
    return [row for row in (settling, [card(task)], turning) if row]
