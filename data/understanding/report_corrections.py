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
_LOOKS_BACK = Pattern(any_of([*_WORDS["looks_back"], *_WORDS["denies"]]))
_WRONG_TASK, _OF_ALL = Pattern(any_of(_WORDS["wrong_task"])), Pattern(any_of(_WORDS["of_all"]))
_ADDS, _INSTEAD = Pattern(any_of(_WORDS["adds"])), Pattern(any_of(_WORDS["instead"]))
_NAMED = Pattern(r"(?i)(?:\b(?:in|on|for|of|to) )?\x00+")
_LOOKING_BACK = Pattern(rf"(?i)(?:(?:{any_of([*_WORDS['looks_back'], *_WORDS['beside']])})[,，。.:：\s]*)+")
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


def looks_back(text: str) -> bool:
    """Whether a text has a word that puts right, or adds to, what was said before: 不对, 少报了, 再补, forgot."""
    return _LOOKS_BACK.search(text.lower()) is not None


def adds(text: str) -> bool:
    """Whether a text says that there is more of what was said before, and not what is so instead: 还抓了2人."""
    line = text.lower()
    return _ADDS.search(line) is not None and _INSTEAD.search(line) is None


def without_code(meaning: Understanding) -> str:
    """What a sentence says beside the code of its task: also 1 suspect arrested of also 1 suspect arrested in 6-11."""
    return _NAMED.sub(" ", blank(meaning.text, of_kind(meaning, Kind.CODE))).strip(" ,，:：")


def without_looking_back(text: str) -> str:
    """A text without such words, and those that stand beside them: 13人 of 不对，少报了一个，13人."""
    return _LOOKING_BACK.sub(" ", text).strip() if looks_back(text) else text


def speaks_of_all(text: str) -> bool:
    """Whether a text speaks of all that was reported together: 刚才三个都撤回."""
    return _OF_ALL.search(text.lower()) is not None


def names_the_wrong_task(text: str) -> bool:
    """Whether a text says that what was reported was of another task: 报错任务了, wrong task."""
    return _WRONG_TASK.search(text.lower()) is not None


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
