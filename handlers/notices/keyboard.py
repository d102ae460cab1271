"""The buttons of the digest, and of settling deadlines."""

from datetime import date, timedelta

from telegram import InlineKeyboardButton

from data.office.open_deadlines import UNREADABLE
from data.plan.workdays import Workdays
from data.standing.assignments import Assignment
from data.standing.check_ins import waiting_for_check_in
from data.understanding.grouping import listed
from handlers.notices.texts import deadline_check as check_texts
from handlers.notices.texts import digest as texts
from handlers.telegram import Context, Rows, Verb, button
from handlers.telegram.task_buttons import to_begin
from handlers.wording import Language, Wording, bracketed, day_text, labels

MOST_TO_CHOOSE = 24
NO_MESSAGE = 0
"""Stands in place of the digest's id if there is no digest."""
_DAY = timedelta(days=1)


def actions(outbox_id: int, task: Assignment, language: Language) -> Rows:
    """Return the buttons for a task: report, put it off, ask for more time, or report no change."""
    report, *extend = to_begin(task, language)
    later = button(texts.LATER(language), Verb.NOTICE, outbox_id, "later", task.id)
    same = button(labels.NO_CHANGE(language), Verb.NOTICE, outbox_id, "same", task.id)
    more = [*extend, same] if waiting_for_check_in([task]) else extend
    return [[report, later], more] if more else [[report, later]]


def put_off_days(outbox_id: int, task: Assignment, workdays: Workdays, language: Language) -> Rows:
    """Return the days until which a task can be put off: working days, not after its due day."""
    rows = []
    for day, words in _later_days(task, workdays).items():
        aside = day_text(day, language, task.today).replace("（", " ").rstrip("）")
        text = words(language) + bracketed(aside, language)
        rows.append([button(text, Verb.NOTICE, outbox_id, "until", task.id, f"{day:%Y%m%d}")])
    rows.append([button(texts.QUIET(language), Verb.SETTING, "quiet")])
    if outbox_id == NO_MESSAGE:
        return rows
    return [*rows, [button(texts.BACK(language), Verb.NOTICE, outbox_id, "open", task.id)]]


def asked_until_when(context: Context) -> list[int]:
    """Return the assignment id, in a list, last asked about until when to put it off; empty if that was not asked."""
    offered = context.last_messages.offers(Verb.NOTICE)
    return [int(each[2]) for each in offered if "until" in each][:1]


def _later_days(task: Assignment, workdays: Workdays) -> dict[date, Wording]:
    """Return the days that are offered for putting off, with their words."""
    today, due = task.today, task.due
    tomorrow = workdays.after(today)
    monday = today + timedelta(days=7 - today.weekday())
    words = texts.TOMORROW if tomorrow == today + _DAY else texts.NEXT_WORKDAY
    offered = [
        (tomorrow, words),
        (workdays.after(today + 2 * _DAY), texts.IN_THREE_DAYS),
        (workdays.after(monday - _DAY), texts.NEXT_WEEK),
    ]
    if due is not None and workdays.before(due) > today:
        offered = [(day, wording) for day, wording in offered if day < due]
        offered.append((workdays.before(due), texts.DAY_BEFORE))
    return {day: words for day, (words, *_) in listed(offered).items()}


def card(task: Assignment) -> InlineKeyboardButton:
    """Return the button with a task's code that opens its card."""
    return button(task.code, Verb.CARD, task.task_id)


SETTLING = {
    "right": check_texts.RIGHT,
    "date": check_texts.OTHER_DAY,
    "none": labels.NO_DEADLINE,
    "before": labels.PREVIOUS_ITEM,
    "next": labels.NEXT_ITEM,
}
"""The labels of the buttons for settling a deadline, by what they do."""
STYLES = {"right": "success"}


def deadline_check(task: Assignment, unit_id: int, language: Language, *, asked: bool, several: bool) -> Rows:
    """Return the buttons for settling a deadline, if it is `asked` about (it is right, another day, none), and for its
    card and, if there are `several`, the other deadlines: of one unit, or of all if its id is 0."""
    of = (task.task_id, unit_id) if unit_id else (task.task_id,)
    ways = ["date", "none"] if task.deadline.kind in UNREADABLE else ["right", "date", "none"]
    settling, turning = (
        [button(SETTLING[each](language), Verb.SETTLE, each, *of, style=STYLES.get(each)) for each in choices]
        for choices in (ways if asked else [], ["before", "next"] if several else [])
    )
    return [settling, [card(task)], turning]
