"""Papers of the office to a unit about its tasks (提醒函, 督办单), in blue, yellow or red."""

from dataclasses import dataclass
from datetime import date

from data.exports.texts import Language, day_words, status_words
from data.exports.texts import reminder_papers as words
from data.standing.assignments import Assignment
from data.standing.standing import Light

COLOURS = {words.RED: "C00000", words.YELLOW: "B07D00", words.BLUE: "1F4E9E"}
WIDTHS = (1.3, 3.9, 2.9, 3.2)


@dataclass(frozen=True, slots=True)
class Reminder:
    """The content of a paper to a unit.

    `grade` is the light of its `tasks`, `office` the issuer, `today` the day of the paper, and `until` the day by
    which an answer is requested. One that `wants_answer` asks for it in any grade.
    """

    plan: str
    unit: str
    grade: Light
    tasks: tuple[Assignment, ...]
    office: str
    contact: str
    today: date
    until: date
    wants_answer: bool = False


def reminder_paper(reminder: Reminder, language: Language) -> bytes:
    """Return the paper as a .docx file."""
    from docx.shared import RGBColor

    from data.exports.documents.official import Paper

    grade, day = reminder.grade, day_words(reminder.today, language)
    paper = Paper(language, words.TITLE[grade](language))
    paper.mark(words.MARK[grade](language), RGBColor.from_string(COLOURS[grade]))
    paper.title()
    paper.addressed_to(words.TO(language, unit=reminder.unit))
    paper.paragraph(words.STATE[grade](language, title=reminder.plan, day=day, count=len(reminder.tasks)))
    heads = [head(language) for head in words.HEADS]
    paper.table(heads, [_row(each, language) for each in reminder.tasks], WIDTHS)
    asked = words.YELLOW if grade is words.BLUE and reminder.wants_answer else grade
    paper.paragraph(words.ASK[asked](language, until=reminder.until))
    if reminder.contact:
        paper.paragraph(words.CONTACT(language, contact=reminder.contact))
    paper.closing(reminder.office or words.NO_ISSUER(language), day)
    return paper.content()


def _row(task: Assignment, language: Language) -> tuple[str, str, str, str]:
    due = day_words(task.due, language) if task.due else task.deadline_text or words.UNDATED(language)
    return task.code, task.title.said_in(language), due, _state(task, language)


def _state(task: Assignment, language: Language) -> str:
    """Return the status and percent of a task, the days until or since its due day, and its last report."""
    percent = words.PERCENT(language, percent=task.percent) if task.percent else ""
    last = words.LAST(language, day=task.last.at.date()) if task.last else ""
    return status_words(task, language) + percent + _days(task, language) + last


def _days(task: Assignment, language: Language) -> str:
    left = task.days_left
    if left is None:
        return ""
    if left < 0:
        return words.LATE(language, days=-left)
    return words.LEFT(language, days=left) if left else words.TODAY(language)
