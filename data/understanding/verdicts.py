"""What the office says of reports that wait for review: accepted or returned, which of them, and with what words."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding
from data.understanding.normalise.sentence import blank

_WORDS = table("verdicts")
_VERDICT = Pattern(f"(?i)(?P<accept>{any_of(_WORDS['accept'])})|(?P<back>{any_of(_WORDS['return'])})")
_NOT = Pattern("不")
"""In 不通过 the word of denial is part of the verdict."""
_ALL = Pattern(f"(?i){any_of(_WORDS['all'])}")
_BESIDE = Pattern(rf"(?i)(?:{any_of(_WORDS['beside'])}|{any_of(_WORDS['all'])}|[\s、，,：:“”\"。.!！\x00])*")
_BEHIND = Pattern(rf"(?i)(?:{any_of(_WORDS['beside'])}|{any_of(_WORDS['all'])}|[\s\x00])*")
_UNDO = Pattern(f"(?i){any_of(_WORDS['undo'])}")
_UNDOES = Pattern(
    "(?i)(?:"
    + "|".join(any_of(_WORDS[name]) for name in ("undo", "accept", "return", "all", "beside", "undo_beside"))
    + r"|[\s、，,：:“”\"。.!！\x00])*"
)
_BREAK = " \n，,。.；;：:！!、"


@dataclass(frozen=True, slots=True)
class SaidVerdict:
    """A verdict in words: whether it `accepts`, of the task with the `code`, of a `unit`, or of `all` that wait; of the
    one at hand where none is named. `words` are praise, advice or the reason."""

    accepts: bool
    code: str = ""
    unit: str = ""
    all: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class VerdictToUndo:
    """A verdict that is to be taken back: on the task with the `code` and of the `unit`, where these are named."""

    code: str = ""
    unit: str = ""


def verdict_to_undo(meaning: Understanding) -> VerdictToUndo | None:
    """Return which verdict a sentence wants to be taken back; None where it speaks of something else, too."""
    names = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    bare = blank(meaning.text, names)
    if not (_UNDO.search(bare) and _VERDICT.search(bare) and _UNDOES.fullmatch(bare)) or Mood.ASKS in meaning.moods:
        return None
    codes, units = ({each.values[0] for each in names if each.kind is kind} for kind in (Kind.CODE, Kind.UNIT))
    if len(codes) > 1 or len(units) > 1:
        return None
    return VerdictToUndo(codes.pop() if codes else "", units.pop() if units else "")


def verdict_said(text: str, meaning: Understanding) -> SaidVerdict | None:
    """Return the verdict that a sentence gives; None for a question, and where the word is part of something else."""
    heard = meaning.text
    found = _VERDICT.search(heard)
    denied = set() if found and found["back"] and _NOT.search(found["back"]) else {Mood.DENIES}
    if found is None or not ({Mood.ASKS, Mood.WHETHER} | denied).isdisjoint(meaning.moods):
        return None
    names = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    bare = blank(heard, names)
    before, behind = bare[: found.start()], bare[found.end() :]
    beside = _BEHIND.match(behind)
    reach = beside.end() if beside else 0
    words = behind[reach:]
    apart = words.startswith(tuple(_BREAK)) or behind[:reach].endswith(" ")
    if not _BESIDE.fullmatch(before) or (words and not apart):
        return None
    named = [each for each in names if each.start < found.end() + reach]
    codes = {each.values[0] for each in named if each.kind is Kind.CODE}
    units = {each.values[0] for each in named if each.kind is Kind.UNIT}
    if len(codes) > 1 or len(units) > 1:
        return None
    return SaidVerdict(
        bool(found["accept"]),
        codes.pop() if codes else "",
        units.pop() if units else "",
        _ALL.search(before + behind[:reach]) is not None,
        _as_written(text, heard[found.end() + reach :]),
    )


def _as_written(text: str, words: str) -> str:
    """The last words of a sentence as they were written, which its normal form may have changed."""
    words = words.strip(_BREAK)
    at = text.lower().rfind(words.lower()) if words else -1
    return text[at:].strip(_BREAK) if at >= 0 else words
