"""The lines of a message: numbers, greetings, headings, and tasks that are only mentioned."""

from collections.abc import Iterable
from unicodedata import category

from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import Span, clauses_of
from data.understanding.numerals import number
from data.understanding.orders import says

_RULES = patterns("lines")
_SIGNS = {"Nd": "1", "No": "①", "Lo": "一"}
_A_LIST = 2
_WITHIN_A_CODE = ("-", *map(str, range(10)))
_HEADINGS = 4
"""After the first few stops of a line no numbered list begins."""
BETWEEN_PARTS = " \t\u3000,，;；。、)）"


def without_number(line: str) -> str:
    """Return a line without its number in a list: 1、 2. （3） ④."""
    counted = _RULES["numbered"].match(line)
    if counted is None or (begin := counted.start("code" if counted["code"] else "rest")) < 0:
        return line
    decimal = not counted["code"] and line[begin - 1] in ".．" and line[begin].isdecimal()
    return line if decimal else line[begin:]


def numbered_alike(line: str, above: str) -> bool:
    """Return whether two lines have numbers of the same form in a list: 一、 and 三、, but not 一、 and （一）."""
    form = form_of_number(line)
    return bool(form) and form == form_of_number(above)


def form_of_number(line: str) -> str:
    """Return the number of a line in a list with 一, 1 or ① in place of its signs, empty if it has none."""
    number = line[: len(line) - len(without_number(line))].strip()
    signs = [_SIGNS.get(category(each), each) for each in number]
    return "".join(dict.fromkeys(signs)) if any(map(str.isnumeric, number)) else ""


def numbered_parts(line: str) -> list[str]:
    """Return the items of a line that numbers them (1、印方案 2、查20家), without the numbers, or else the line alone.

    Numbers count up from 1. One right after a word, as in 查2、3家, counts only if no digit follows it.
    """
    spans: list[Span] = []
    for found in _RULES["in_a_list"].finditer(line):
        sign = found["ring"]
        count = int(number(found["digits"] or found["hanzi"])) if not sign else ord(sign) - ord("①") + 1
        before, behind = line[: found.start()], line[found.end() : found.end() + 1]
        apart = not before.strip() if not spans else before[-1:] in BETWEEN_PARTS or not behind.isdecimal()
        if count == len(spans) + 1 and apart and behind and not before.endswith(_WITHIN_A_CODE):
            spans.append(found.span())
    if len(spans) < _A_LIST:
        return [line]
    ends = [*(start for start, _ in spans[1:]), len(line)]
    return [line[begin:end] for (_, begin), end in zip(spans, ends, strict=True)]


def numbered_paragraphs(line: str) -> list[str]:
    """Return the numbered items of a line that may have a heading before them (情况如下：一、…；二、…), if any."""
    begins = [0, *(each.end() for each in _RULES["heading_ends"].finditer(line))]
    found = (numbered_parts(line[begin:]) for begin in begins[:_HEADINGS])
    return next((parts for parts in found if len(parts) >= _A_LIST), [])


def sections_of(line: str) -> list[str]:
    """Return the parts of a line between semicolons and full stops."""
    return [each[0] for each in _RULES["section"].finditer(line) if each[0].strip()]


def says_nothing(line: str) -> bool:
    """Return whether a line is only a greeting, thanks or a heading (各位领导好, 本周进展：)."""
    return says(line, "lines.greeting", "lines.heading")


def behind_greeting(words: str) -> int:
    """Return where words begin behind a greeting and the writer's name (各位领导好，我是老林，)."""
    clauses = clauses_of(words)
    told = (each for each in clauses if not (says(each, "lines.greeting") or _RULES["introduces"].fullmatch(each)))
    return next((each.start for each in told), len(words))


def opening(line: str) -> str:
    """Return the words with which a line announces what it tells (现将农资打假情况报告如下：), or nothing."""
    found = _RULES["opening"].match(line) if ":" in line or "：" in line else None
    return found[0] if found else ""


def unchanged_said(codes: Iterable[str]) -> str:
    """Return the sentence that reports the tasks with `codes` as unchanged."""
    return f"{'、'.join(codes)} 没有变化"


def only_joins(words: str) -> bool:
    """Return whether words only join what is around them: 、 or 和."""
    return _RULES["and"].fullmatch(words) is not None


def heads_troubles(words: str) -> bool:
    """Return whether words end with the head of the troubles (存在问题：)."""
    return _RULES["troubles"].search(words) is not None


def only_mentioned(before: str, behind: str) -> bool:
    """Return whether the words before and behind a task's code only mention the task: what was done beside it
    (结合2-17开展, 和2-17一起查的), what waits for it (待2-17完成) or is to come (下一步完成2-17)."""
    if only_joins(before):
        return False
    if _RULES["led_up_to"].search(before):
        return True
    if _RULES["counted_in"].search(before):
        return not _RULES["adds_to_a_list"].fullmatch(before) and not _RULES["stated"].match(behind)
    if heads_troubles(before):
        return not _RULES["says_how_far"].match(behind)
    if _RULES["joined_to"].search(before) is not None and _RULES["together"].match(behind) is not None:
        return True
    return _is_yet_to_come(before, behind)


def _is_yet_to_come(before: str, behind: str) -> bool:
    """Return whether the words before a code say that something is to come and nothing is told of its task."""
    if not _RULES["yet_to_come"].search(before) or _RULES["takes_as_object"].search(before):
        return False
    return not (_RULES["begins_anew"].search(before) and _RULES["tells"].match(behind))
