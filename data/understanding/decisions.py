"""Several decisions in one sentence: 海关的通过，公安局的退回：缺数字, 2-6延期同意，29-4退回."""

from collections.abc import Callable

from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.request_answers import request_answer_said
from data.understanding.verdicts import verdict_said

Hears = Callable[[str], Understanding]


def decisions_apart(text: str, hears: Hears) -> list[str]:
    """Return the parts of a text that each decide on a report or a request of their own, with the words behind them;
    nothing where there are not several, or where it begins with something else."""
    begins = [found.start() for found in CLAUSE.finditer(text) if decides_by_itself(found[0].strip(), hears)]
    first = next((found.start() for found in CLAUSE.finditer(text) if found[0].strip()), 0)
    if len(begins) < 2 or begins[0] != first:
        return []
    ends = [*begins[1:], len(text)]
    return [text[start:end].strip(" \n,，。;；") for start, end in zip(begins, ends, strict=True)]


def decides_by_itself(clause: str, hears: Hears) -> bool:
    """Return whether a clause decides on what it names: 1-2通过, 公安局的退回."""
    heard = hears(clause)
    if not any(each.kind in (Kind.CODE, Kind.UNIT) for each in heard.readings):
        return False
    said = verdict_said(clause, heard)
    return (said is not None and said.names) or request_answer_said(clause, heard) is not None
