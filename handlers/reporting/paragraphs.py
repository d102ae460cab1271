"""The paragraphs of a message: a heading that names a task governs the lines below it, until the next heading or a line
that names another task."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.standing.assignments import Assignment
from data.understanding import Intent, Kind, Mood, of_kind, says, values_of
from data.understanding.lines import (
    form_of_number,
    says_nothing,
    without_number,
)
from data.understanding.normalise.sentence import blank, first_clause
from data.understanding.people.staffing import stand_in_called
from data.understanding.reporting.answer_names import heads_a_table
from data.understanding.sureness import VERY_SURE
from handlers.reporting.statements import AROUND
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, hear
from handlers.telegram.understanding import names_a_task

BRACKETS = "()（）[]【】〔〕"
NAMED = (Kind.CODE, Kind.NO_CODE, Kind.TASK)
SIGNED = (Kind.UNIT, Kind.TIME)
LONGEST_NAME = 3
HEADING, TITLE = "lines.bare", "lines.title"
"""Characters of a name below a letter; longer words that may be a name tell something (高度重视)."""
SOMETHING_ELSE = (Intent.EXTENSION, Intent.HELP, Intent.CANCEL)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line, or a heading with the lines below it. `task` is the user's that a heading names, or None."""

    line: str
    task: Assignment | None = None
    is_headed: bool = False
    below: list[str] = field(default_factory=list)


def paragraphs(context: Context, lines: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of a message without its greetings, closings, signature and the head of a table."""
    signs = {at for at, line in enumerate(lines) if at and _signs(context, line)}
    named = {at for beside in signs for at in (beside - 1, beside + 1) if 0 < at < len(lines) and _is_a_name(lines[at])}
    told = [each for at, each in enumerate(lines) if at not in signs | named]
    lines = [each for each in told if not (says(each, "lines.greeting") or heads_a_table(each))]
    headings, found = _headings(context, lines), list[Paragraph]()
    for at, line in enumerate(lines):
        if at in headings:
            found.append(Paragraph(line, headings[at], is_headed=True))
        elif found and found[-1].is_headed and continues(context, line, by_code=True):
            found[-1].below.append(line)
        else:
            found.append(Paragraph(line))
    return found


def only_in_chapters(context: Context, lines: Sequence[str]) -> bool:
    """Return whether a message is a summary in chapters (一、主要工作; 二、存在问题) that gives no code of a
    task, and in which no line begins with the name of one."""
    chapters = [form_of_number(each) for each in lines if says(without_number(each).strip(), HEADING)]
    if not any(chapters.count(form) > 1 for form in {*chapters} - {""}):
        return False
    return not any(hear(context, each).names(Kind.CODE) or _begins_with_its_name(context, each) for each in lines)


def continues(context: Context, line: str, *, by_code: bool) -> bool:
    """Return whether a line asks for nothing and names no task, so that it continues the line above. Below a task named
    by code (`by_code`), words naming another task are part of the report, unless the line begins with that task and
    gives its status or percent."""
    meaning = hear(context, without_number(line))
    named = [each for each in meaning.readings if each.kind in NAMED and each.sureness >= VERY_SURE]
    if by_code and all(each.kind is Kind.TASK for each in named):
        begins = any(not meaning.text[: each.start].strip("\0 ") for each in named)
        stated = meaning.names(Kind.PERCENT) or meaning.names(Kind.STATUS)
        named = named if begins and stated else []
    return not (named or meaning.whole or Mood.ASKS in meaning.moods or meaning.intent in SOMETHING_ELSE)


def _headings(context: Context, lines: Sequence[str]) -> dict[int, Assignment | None]:
    """Return the places of the headings, with the task that each names. Each has something below it, and those that
    name no task are numbered like one that does (四、存在问题), or like a heading above all tasks (一、主要工作)."""
    named = [_task_in_heading(context, line) for line in lines]
    heads: dict[int, Assignment | None] = {
        at: task
        for at, ((task, below), line) in enumerate(zip(pairwise(named), lines[1:], strict=True))
        if task is not None and below is None and continues(context, line, by_code=True)
    }
    first = next((line for line in lines if not (says_nothing(line) or says(line.strip(), TITLE))), "")
    chapters = [first] if says(without_number(first).strip(), HEADING) else []
    forms = {form_of_number(line) for line in (*chapters, *(lines[at] for at in heads))} - {""}
    return heads | {
        at: None
        for at, line in enumerate(lines)
        if at not in heads and form_of_number(line) in forms and says(without_number(line).strip(), HEADING)
    }


def _task_in_heading(context: Context, line: str) -> Assignment | None:
    """Return the user's task that a line only names (一、铁拳行动（1-8）, 1-3农资打假专项行动), or None."""
    words = without_number(line)
    heard = hear(context, words)
    codes = list(of_kind(heard, Kind.CODE))
    rest = blank(heard.text, codes, " ").strip(AROUND + BRACKETS)
    if len(codes) > 1 or not heard.task or (rest and not says(rest, HEADING)):
        return None
    mine = own_assignments(context, heard.task)
    if len(mine) != 1:
        return None
    closes = bool(codes) and heard.text[: codes[0].start].rstrip().endswith(tuple(BRACKETS))
    titled = says(words.strip(), TITLE) and names_a_task(heard, VERY_SURE)
    heads = closes or titled or not rest or (bool(codes) and says(rest, "lines.announces"))
    return mine[0] if heads or _is_its_name(context, mine[0], rest) else None


def _is_its_name(context: Context, task: Assignment, words: str) -> bool:
    """Return whether words are no more than a name of a task."""
    heard = hear(context, words)
    surely = names_a_task(heard, VERY_SURE) and says(heard, "choices.only_a_name")
    return heard.task == task.code and (words in task.title or surely)


def _begins_with_its_name(context: Context, line: str) -> bool:
    """Return whether a line begins with the name of a task, and that alone (农资打假专项行动。检查86家)."""
    name = first_clause(without_number(line))
    heard = hear(context, name)
    return any(heard.text[each.start : each.end] == heard.text for each in of_kind(heard, Kind.TASK))


def _is_a_name(line: str) -> bool:
    name = line.strip()
    return len(name) <= LONGEST_NAME and stand_in_called(name) == name


def _signs(context: Context, line: str) -> bool:
    """Return whether a line is no more than the writer's unit, with a name or without, and a day, as below a letter."""
    heard = hear(context, line)
    rest = blank(heard.text, [each for each in heard.readings if each.kind in SIGNED], " ")
    own = {*values_of(heard, Kind.UNIT)} <= {*context.person.units}
    return rest != heard.text and own and (not any(map(str.isalnum, rest)) or _is_a_name(rest))
