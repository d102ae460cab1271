"""Finding the question, the answers to choose from and the day to answer by in the text of a broadcast."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data.announcing.broadcasts import are_choices, split_choices
from data.errors import Refusal, unless
from data.plan.deadlines.day_answer import read_day
from data.understanding import Kind, Understanding, find_order, of_kind, says
from data.understanding.lexicon.patterns import patterns

_RULES = patterns("broadcasts")
_END = "，,。；;！!？?、 \n"


@dataclass(frozen=True, slots=True)
class AskedInText:
    """The answers that a text offers, the day to answer by (None if not stated), and the `rest` of the text.

    `question` is the question in the text's own words; empty if it has none.
    """

    choices: tuple[str, ...]
    until: date | None
    rest: str
    question: str = ""


def asked_in_text(
    text: str, today: date, hears: Callable[[str], Understanding], *, is_question: bool = False
) -> AskedInText | None:
    """Return what a text like 谁参加？选项：参加、不参加，12月3日前回 asks, or None if it offers no answers. If it is a
    question to them (`is_question`), or ends by asking whether they come (能来吗), whether they can is to be answered
    although the text does not say so."""
    listed = _RULES["listed_behind_question"].search(text)
    declines = listed is not None and any(says(each, "broadcasts.declined") for each in split_choices(listed["list"]))
    offered = listed if declines else None
    found = _RULES["options"].search(text) or _RULES["behind_question"].search(text) or offered
    pieces = split_choices(found["list"].replace("／", "/")) if found else ()
    days = {each: day for each in pieces if (day := _day_alone(hears(each), today)) is not None}
    choices = tuple(each for each in pieces if each not in days)
    if found is None:
        choices = next(_either(text), ())
    if not are_choices(choices):
        says_so = _RULES["to_be_answered"].search(text) is not None
        wants_answers = is_question or says_so or _ends_by_asking_who_comes(text)
        dictated = _dictated(text, today, hears)
        found_in_words = _yes_or_no(text, today, hears) if wants_answers and dictated is None else dictated
        return found_in_words or _whether_they_attend(text, today, hears) or _own_words(text, today, hears)
    rest = text[: found.start("all")] + text[found.end("all") :] if found else text
    for clause in (each[0] for each in _RULES["clause"].finditer(rest)):
        if (day := _day_alone(hears(clause.strip()), today)) is not None:
            days[clause] = day
            rest = rest.replace(clause, "", 1)
    return AskedInText(choices, next(iter(days.values()), None), _tidied(rest))


def _ends_by_asking_who_comes(text: str) -> bool:
    *_, last = ("", *(each[0].strip() for each in _RULES["clause"].finditer(text)))
    found = _RULES["whether_they_can"].search(last)
    asked = found["comes"] or found["or_not"] or found["what"] or found["en"] if found else None
    return asked is not None and says(asked, "broadcasts.comes")


def _yes_or_no(text: str, today: date, hears: Callable[[str], Understanding]) -> AskedInText | None:
    """Return a yes-or-no question about coming or being able, as in 能不能来，周三中午前回一下, or None.

    The whole text stays part of the broadcast.
    """
    for clause in (each[0] for each in _RULES["clause"].finditer(text)):
        heard = hears(clause.strip())
        days = {each.start for each in of_kind(heard, Kind.TIME)}
        ends = sorted(
            {len(heard.text), *days, *(each.start() for each in _RULES["to_be_answered"].finditer(heard.text))}
        )
        for end in ends:
            if (found := _RULES["whether_they_can"].search(heard.text[:end].strip())) is None:
                continue
            around = heard.text[end:], found.string[: found.start()], text
            until = _day_in_a_clause("，".join(around), today, hears)
            if what := found["comes"] or found["whether"] or (found["or_not"] or "").rpartition("不")[2]:
                return _whether_they_can(what, until, text)
            if (what := found["what"]) is None:
                asked = found["en"] or f"can you {found['do']}"
                return AskedInText(("Yes", "No"), until, text.strip(), f"{asked.capitalize()}?")
            return AskedInText((f"能{what}", f"不能{what}"), until, text.strip(), f"{found[0].strip()}？")
    return None


def _dictated(text: str, today: date, hears: Callable[[str], Understanding]) -> AskedInText | None:
    """Return the answers that a text gives word for word (没问题回“无误”，有问题的周五前回我), or None.

    The whole text stays part of the broadcast.
    """
    words = [each["answer"] for each in _RULES["dictated"].finditer(text)]
    trouble = _RULES["of_the_others"].search(text) if len(words) == 1 else None
    choices = tuple(dict.fromkeys([*words, *([trouble["answer"]] if trouble else [])]))
    if not are_choices(choices):
        return None
    until = _day_in_a_clause(f"{trouble['how']}，{text}" if trouble else text, today, hears)
    return AskedInText(choices, until, text.strip())


def _whether_they_can(what: str, until: date | None, text: str) -> AskedInText:
    return AskedInText((f"能{what}", f"不能{what}"), until, text.strip(), f"能不能{what}？")


def _whether_they_attend(text: str, today: date, hears: Callable[[str], Understanding]) -> AskedInText | None:
    """Return the question whether they can attend if a text calls them to attend and wants to be answered, without
    saying what (周三开推进会，联络员参加，请回复), or None. The whole text stays part of the broadcast."""
    said = [hears(each[0].strip()) for each in _RULES["clause"].finditer(text)]
    wanted = [(each, find_order(each, "broadcasts.words_wanted")) for each in said]
    bare = any(order is not None and order["how"] == each.text for each, order in wanted)
    if not bare or not any(order is None and says(each, "broadcasts.attends") for each, order in wanted):
        return None
    return _whether_they_can("参加", _day_in_a_clause(text, today, hears), text)


def _own_words(text: str, today: date, hears: Callable[[str], Understanding]) -> AskedInText | None:
    """Return what a text wants to be answered in their own words (请周三前回复参会人名单), or None.

    The whole text stays part of the broadcast.
    """
    for clause in (each[0].strip() for each in _RULES["clause"].finditer(text)):
        if (wanted := find_order(hears(clause), "broadcasts.words_wanted")) is not None:
            until = _day_in_a_clause(f"{wanted['how']}，{text}", today, hears)
            return AskedInText(("Answered" if text.isascii() else "已回复",), until, text.strip(), clause)
    return None


def _day_in_a_clause(text: str, today: date, hears: Callable[[str], Understanding]) -> date | None:
    said = (hears(each[0].strip()) for each in _RULES["clause"].finditer(text))
    return next((day for each in said if (day := _day_alone(each, today)) is not None), None)


def choices_alone(text: str) -> tuple[str, ...]:
    """Return the answers that a text lists if it does nothing else (答案改成参加、不参加), else an empty tuple."""
    pieces = tuple(each.strip() for each in _RULES["led_to"].sub("", text).replace("/", "、").split("、"))
    return pieces if are_choices(pieces) else ()


def _either(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the two answers of each clause that asks for one of them, as in 能来还是不能来 or 请回复参加或请假."""
    for clause in _RULES["clause"].finditer(text):
        found = _RULES["either"].search(clause[0].strip())
        if found and (found["denies"] or (found["led"] and says(found["other"], "broadcasts.declined"))):
            yield found["one"], found["other"]


def _day_alone(said: Understanding, today: date) -> date | None:
    """Return the day to answer by, if the words name one that is not over and say nothing else; else None.

    A bare day is ignored, as it may be the day of what is announced.
    """
    if not said.names(Kind.TIME) or not says(said, "broadcasts.by_a_day"):
        return None
    day = unless(Refusal, read_day, said.text, today, today + timedelta(days=1))
    return day if day is not None and day >= today else None


def _tidied(text: str) -> str:
    for mark in "，,":
        text = text.replace(f"{mark}{mark}", mark)
    return text.strip().lstrip(_END).rstrip("，,；;、 \n")
