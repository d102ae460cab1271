"""Withdrawals (撤回) and corrections (更正) of reports, on a named task or of the newest report."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import blank
from data.understanding.orders import find_order, says

_WORDS = table("report_corrections")
_NAMED = Pattern(r"(?i) *(?:\b(?:in|on|for|of|to) )?\x00+ *")
_LOOKING_BACK = Pattern(rf"(?i)(?:(?:{any_word([*_WORDS['looks_back'], *_WORDS['beside']])})[,，。.:：\s]*)+")


@dataclass(frozen=True, slots=True)
class ReportCorrection:
    """A wish to correct a report, or to take it back if it `withdraws`: on which task, and what else is said."""

    code: str | None
    rest: str
    withdraws: bool


def without_code(meaning: Understanding) -> str:
    """Return a sentence without the code of its task: also 1 suspect arrested from also 1 suspect arrested in 6-11."""
    return _NAMED.sub(" ", blank(meaning.text, of_kind(meaning, Kind.CODE))).strip(" ,，:：")


def without_looking_back(text: str) -> str:
    """Return `text` without the words that say it corrects or adds to something: 13人 from 不对，少报了一个，13人."""
    return _LOOKING_BACK.sub(" ", text).strip() if says(text, "report_corrections.looked_back") else text


def correction_said(meaning: Understanding) -> ReportCorrection | None:
    """Return the correction or withdrawal of a report that a message asks for, or None."""
    found = find_order(meaning, "report_corrections.said")
    if found is None:
        return None
    code, right = next((each.values[0] for each in of_kind(meaning, Kind.CODE)), None), found["right"]
    withdraws = says(found.rest, "report_corrections.takes_back")
    surely = withdraws or says(found.rest, "report_corrections.of_the_last") or (code is not None and not right)
    return ReportCorrection(code, right, withdraws) if surely else None
