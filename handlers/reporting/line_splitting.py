"""Splitting a line about several tasks before the code of each."""

from collections.abc import Sequence
from itertools import pairwise

from data.understanding import Aim, Kind, Mood, Reading, Understanding, of_kind, says
from data.understanding.entities.codes import is_range
from data.understanding.fillers import meaningful_words
from data.understanding.lines import (
    behind_greeting,
    heads_troubles,
    numbered_paragraphs,
    only_joins,
    opening,
    says_nothing,
    sections_of,
    without_number,
)
from data.understanding.matters import MOST_HEARD, last_clause_apart
from data.understanding.named import A_WORD
from data.understanding.normalise.sentence import Sentence, blank, clauses_of, normalise
from data.understanding.reporting.all_but import told_together, without_the_others
from data.understanding.reports import only_announces, without_signs
from data.understanding.sureness import RATHER_SURE
from handlers.reporting.statements import AROUND, statement_of
from handlers.telegram import Context, hear
from handlers.telegram.understanding import names_a_task

STOPS = ",，;；。."
SIGNS = tuple(f"{STOPS}?？!！")
BRACKETS = ("(", "（", "[", "【", "〔")
CLOSING = (")", "）", "]", "】", "〕")
SENTENCE_ENDS = "。;；!！\n"
LONG_NAME = 3
"""In characters; a shorter name (培训) may be part of another task's work."""
STATED = (Kind.STATUS, Kind.PERCENT, Kind.FIGURE)
SHOWS = (Aim.TASK, Aim.UNKNOWN)
"""Aims that tell nothing about a task."""


def split_line(context: Context, line: str) -> list[str]:
    """Return the parts of a line that speaks of one task after another (4-2完成了，43-1还没办完), else the line alone.
    Without punctuation between two parts, the first must be a statement by itself (4-2完成了 3-5 60%). What is said of
    all other tasks (其他进行中) is a part of its own."""
    told, rest = without_the_others(line)
    if rest and hear(context, told).names(Kind.CODE):
        return [*split_line(context, told), rest]
    if paragraphs := _paragraphs_of_tasks(context, line) or _sections_on_tasks(context, line):
        return paragraphs
    heard, meaning = normalise(line), hear(context, line)
    codes = list(of_kind(meaning, Kind.CODE))
    if not codes and (parts := _on_each_named(context, line)):
        return parts
    if not codes and meaning.aim is Aim.REPORT:
        return _clauses_on_tasks(context, line) or [line]
    begin = behind_greeting(heard[: codes[0].start]) if codes else 0
    first = _begin_of(heard, codes[0]) if codes else 0
    before = without_status_and_percent(heard, meaning)[begin:first] if codes else ""
    groups = group_adjacent_codes(
        heard, codes, stated_before=bool(heard[begin : begin + len(before)].strip()) and not before.strip()
    )
    is_empty = all(len(word) < A_WORD for word in meaningful_words(before).split())
    headed = bool(before.strip()) and (says_nothing(before) or only_announces(before) or is_empty)
    begins = headed or only_joins(before) or only_joins(without_number(before)) or only_leads(meaning, first)
    counts = not begins and _counts_before(meaning, codes, first)
    if not 2 <= len(groups) <= MOST_HEARD or not (begins or counts):
        return [line]
    head = [heard.quote(begin, first).rstrip(AROUND + STOPS)] if counts else []
    begin = first if headed or counts else begin
    ends = [_begin_of(heard, group[0], last[-1].end) for last, group in pairwise(groups)]
    parts = [heard.quote(start, end) for start, end in zip([begin, *ends], [*ends, len(heard)], strict=True)]
    if not _are_complete(context, parts, groups):
        return [line]
    if all(hear(context, part).aim is Aim.NO_CHANGE for part in parts):
        return [line]
    return [*head, *(_without_transition(part.rstrip(AROUND + STOPS)) for part in parts)]


def _begin_of(heard: Sentence, code: Reading, end: int = 0) -> int:
    """Return where that begins which is told of a task, behind the `end` of the task before: with its code; with its
    clause if that heads troubles (存在问题：1-12取证难) or has the code in brackets; with the sentence that ends with
    these (查了20家，约40%（1-12）。)."""
    before, behind = heard[: code.start].rstrip(), heard[code.end :].lstrip()
    in_brackets = before.endswith(BRACKETS) and behind.startswith(CLOSING)
    if not (in_brackets or heads_troubles(before)):
        return code.start
    sentence = max(map(before.rfind, SENTENCE_ENDS)) + 1
    clause = next((each.start for each in clauses_of(heard) if each.end > code.start), code.start)
    closes = in_brackets and not behind[1:2].strip(SENTENCE_ENDS)
    begin = sentence if closes and sentence >= end else clause
    return begin if begin >= end else code.start


def parts_on(context: Context, line: str, code: str) -> tuple[str, list[str]]:
    """Return the part of a line that stands behind the code of a task, up to that of another, and the parts behind
    others; all of it if it names no other, or none apart. What stands before all of them is of the first."""
    heard = normalise(line)
    groups = group_adjacent_codes(heard, list(of_kind(hear(context, line), Kind.CODE)))
    if len(groups) < 2:
        return line, []
    spans = pairwise([0, *(group[0].start for group in groups[1:]), len(heard)])
    parts = [heard.quote(*span).strip(AROUND + STOPS) for span in spans]
    about = [any(each.values[0] == code for each in group) for group in groups]
    mine, others = ([each for each, is_it in zip(parts, about, strict=True) if is_it is what] for what in (True, False))
    return ("\n".join(mine), others) if mine and others else (line, [])


def _paragraphs_of_tasks(context: Context, line: str) -> list[str]:
    """Return the numbered paragraphs of a letter if several are each about one task (一、关于农资打假（1-3），出动…),
    all of different ones, with the code in place of a title that ends with it; else an empty list."""
    found, named = list[str](), set[str]()
    paragraphs = numbered_paragraphs(line)
    for paragraph in paragraphs if len(paragraphs) <= MOST_HEARD else ():
        heard, codes = normalise(paragraph), list(of_kind(hear(context, paragraph), Kind.CODE))
        if not codes:
            found.append(paragraph)
            continue
        if len(codes) != 1 or codes[0].values[0] in named:
            return []
        named.add(codes[0].values[0])
        before, said = heard[: codes[0].start].rstrip(), heard.quote(codes[0].start, len(heard))
        if before.endswith(BRACKETS):
            code = heard.quote(codes[0].start, codes[0].end)
            said = f"{code} {without_signs(said.removeprefix(code))}"
        elif not only_announces(before):
            said = paragraph
        found.append(said.rstrip(AROUND + STOPS))
    return found if len(named) > 1 else []


def _sections_on_tasks(context: Context, line: str) -> list[str]:
    """Return the numbered paragraphs of a line, or its parts between semicolons and full stops, if they report on
    several tasks by their names (一是昆仑行动破案8起；二是与市监联合执法6次): each behind the code of its task, with
    the unnumbered ones behind it that name none. An empty list if it names a code or only one task, or announces it."""
    paragraphs = numbered_paragraphs(line)
    sections = paragraphs or sections_of(line)
    if not 2 <= len(sections) <= MOST_HEARD or hear(context, line).names(Kind.CODE):
        return []
    if _announces_its_task(context, line):
        return []
    found = list[tuple[str, str]]()
    for section in sections:
        meaning = hear(context, section)
        is_report = meaning.task is not None and Aim.REPORT in (meaning.aim, *meaning.between)
        task = meaning.task or "" if is_report and names_a_task(meaning) else ""
        if not task and found and not paragraphs:
            task, above = found.pop()
            section = f"{above}；{section}"
        found.append((task, section.strip(AROUND + STOPS)))
    several = len({task for task, _ in found if task}) > 1
    return [f"{task} {section}".strip() for task, section in found] if several else []


def _on_each_named(context: Context, line: str) -> list[str]:
    """Return what a line tells of several tasks by their names (农资打假和饲料抽检都完成了) for each of them, with the
    code of those that are sure. Clauses behind it that are about one of them, or count something, are parts of their
    own. An empty list if it names none or only one."""
    names, said = told_together(line)
    heard = [hear(context, each) for each in names]
    tasks = dict.fromkeys(each.task or name for each, name in zip(heard, names, strict=True))
    if len(tasks) < 2 or not all(each.names(Kind.TASK) for each in heard):
        return []
    begins = list[tuple[int, str]]()
    for clause in clauses_of(said)[1:MOST_HEARD]:
        meaning = hear(context, clause)
        about = [each for each in tasks if each in (meaning.task, *meaning.candidates)]
        if len(about) == 1 or (not begins and meaning.names(Kind.FIGURE)):
            begins.append((clause.start, about[0] if about else ""))
    of_all, *apart = _parts_from(said, [0, *(start for start, _ in begins)])
    of_one = (f"{task} {each}".strip() for (_, task), each in zip(begins, apart, strict=True))
    return [*(f"{task} {of_all}" for task in tasks), *of_one]


def _clauses_on_tasks(context: Context, line: str) -> list[str]:
    """Return the parts of a line in which several clauses begin with a task of a longer name and tell how it stands
    (农资打假完成八成，饲料抽检还没开始), each with the clauses behind it, or else an empty list. The code goes before a
    part that without it states nothing of this task, since those clauses name another. What stands first and is about
    all of them (培训班那几个都办了) goes to each. A line that announces its task is about this one."""
    clauses, begins, told = clauses_of(line), list[tuple[int, tuple[str, ...]]](), set[tuple[str, ...]]()
    of_all: Reading | None = None
    if len(clauses) > MOST_HEARD or _announces_its_task(context, line):
        return []
    for clause in clauses:
        meaning = hear(context, clause)
        named = next(of_kind(meaning, Kind.TASK), None)
        leads = named is not None and all(each.start >= named.start for each in meaning.readings if each.kind in STATED)
        if named is None or not leads or meaning.aim is not Aim.REPORT or named.values in told:
            if not begins and of_all is None and named is not None and len(named.values) > 1:
                of_all = named
            elif not begins:
                return []
            continue
        told |= {named.values} if named.end - named.start >= LONG_NAME else set()
        begins.append((clause.start, named.values))
    if len(told) < 2 or (of_all and not {code for codes in told for code in codes} <= {*of_all.values}):
        return []
    head = f"{line[: begins[0][0]].strip(AROUND)}，" if of_all else ""
    parts = _parts_from(line, [start for start, _ in begins])
    return [
        f"{named[0]} {head}{part}" if head else _on_task(context, part, named)
        for part, (_, named) in zip(parts, begins, strict=True)
    ]


def _parts_from(text: str, starts: Sequence[int]) -> list[str]:
    return [text[start:end].strip(AROUND + STOPS) for start, end in pairwise([*starts, len(text)])]


def _announces_its_task(context: Context, line: str) -> bool:
    """Return whether a line begins by announcing the task that all of it is about (现将农资打假情况报告如下：…)."""
    announced = opening(line)
    return bool(announced) and hear(context, announced).task is not None


def _on_task(context: Context, part: str, named: Sequence[str]) -> str:
    """Return a part of a line with the code of the task that it begins with, unless it surely states something of it,
    or may begin with another."""
    meaning = hear(context, part)
    is_clear = meaning.task == named[0] and statement_of(meaning) is not None
    return part if is_clear or len(named) > 1 else f"{named[0]} {part}"


def _without_transition(part: str) -> str:
    """Return a part without words at its end that only introduce the next one (14-2明天交 另外)."""
    before, last = last_clause_apart(part)
    return before.rstrip(AROUND) if before.strip() and only_announces(last) else part


def group_adjacent_codes(
    heard: Sentence, codes: Sequence[Reading], *, stated_before: bool = False
) -> list[list[Reading]]:
    """Group codes that only 和, 到 or the like stands between. With `stated_before`, punctuation also separates them
    (finished 2-3 and 8-2, 7-1 at 30%)."""
    groups: list[list[Reading]] = [[code] for code in codes[:1]]
    for before, code in pairwise(codes):
        between = heard[before.end : code.start]
        if (only_joins(between) or is_range(between)) and not (stated_before and between.rstrip().endswith(SIGNS)):
            groups[-1].append(code)
        else:
            groups.append([code])
    return groups


def without_status_and_percent(heard: Sentence, meaning: Understanding) -> str:
    """Return a line with its statuses and percents blanked out."""
    return blank(heard, [*of_kind(meaning, Kind.STATUS), *of_kind(meaning, Kind.PERCENT)], " ")


def _are_complete(context: Context, parts: Sequence[str], groups: Sequence[Sequence[Reading]]) -> bool:
    """Return whether all parts but the last are complete, or end with a space and say more of tasks named before."""
    named = set[tuple[str, ...]]()
    for part, group in zip(parts[:-1], groups, strict=False):
        about = {code.values for code in group}
        if not (about <= named and part[-1:].isspace()) and not _is_complete(context, part):
            return False
        named |= about
    return True


def only_leads(meaning: Understanding, first: int) -> bool:
    """Return whether the words before what is told first are clauses of their own that state nothing of a task
    (在领导支持下，1-8立案2起，1-9罚款2万)."""
    return _leads_without(meaning, first, *STATED, Kind.TASK)


def _counts_before(meaning: Understanding, codes: Sequence[Reading], first: int) -> bool:
    """Return whether the words before what is told first are clauses of their own that count something of all tasks
    (共出动120人次，立案5件。1-8已完成，1-9完成60%), as nothing is counted where words follow the last code."""
    behind = meaning.text[codes[-1].end :].strip(STOPS) if codes else ""
    return bool(behind) and _leads_without(meaning, first, Kind.STATUS, Kind.PERCENT, Kind.TASK)


def _leads_without(meaning: Understanding, first: int, *kinds: Kind) -> bool:
    """Return whether the words up to `first` are clauses of their own, with no reading of these kinds."""
    before = meaning.text[:first].rstrip()
    told = (each for each in meaning.readings if each.kind in kinds)
    return before.endswith(SIGNS) and all(each.start > len(before) for each in told)


def _is_complete(context: Context, part: str) -> bool:
    """Return whether a part is complete: it ends with punctuation, gives a status, percent or figures, or ends with a
    space and is clear by itself."""
    meaning = hear(context, part)
    stated = meaning.status is not None or meaning.names(Kind.STATUS)
    if part.rstrip().endswith(SIGNS) or stated or meaning.percent is not None or meaning.figures:
        return True
    if _without_transition(part) != part or says(meaning, "no_change.said_of_tasks"):
        return True
    sure = meaning.aim not in SHOWS and not meaning.between and meaning.confidence >= RATHER_SURE
    return part[-1:].isspace() and (sure or Mood.ASKS in meaning.moods)
