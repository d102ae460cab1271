"""撤回 and 更正: a report that is taken back or put right, of a named task or the newest one."""

from dataclasses import dataclass
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import blank, normalise

_WORDS: dict[str, Any] = table("report_corrections")
_WITHDRAWS, _AMENDS = any_of(_WORDS["takes_back"]), any_of(_WORDS["puts_right"])
_AROUND = rf"[\s\x00,，.。!！:：;；]|{any_of(_WORDS['around'])}"
_SAID = Pattern(rf"(?:{_AROUND})*(?:{_WITHDRAWS}|{_AMENDS})(?:{_AROUND}|{_WITHDRAWS}|{_AMENDS})*")
_TAKES_BACK, _OF_THE_LAST = Pattern(_WITHDRAWS), Pattern(any_of(_WORDS["of_the_last"]))


@dataclass(frozen=True, slots=True)
class ReportCorrection:
    """A wish to put a report right, or to take it back where it `withdraws`: on which task, and what else is said."""

    code: str | None
    rest: str
    withdraws: bool


def speaks_of_the_last(text: str) -> bool:
    """Whether a text speaks of what was reported last: 刚才, 上次, the last report."""
    return _OF_THE_LAST.search(text.lower()) is not None


def correction_said(text: str, meaning: Understanding) -> ReportCorrection | None:
    """What a message says that takes a report back or puts it right, or None."""
    heard = normalise(text)
    named = list(of_kind(meaning, Kind.CODE))
    lead = _SAID.match(blank(heard.lower(), named))
    if lead is None:
        return None
    rest, withdraws = heard.quote(lead.end(), len(heard)), _TAKES_BACK.search(lead[0]) is not None
    if not (withdraws or _OF_THE_LAST.search(lead[0]) or (named and not rest)):
        return None
    return ReportCorrection(named[0].values[0] if named else None, rest, withdraws)
