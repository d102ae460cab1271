"""What the office says of reports that wait for review: accepted or returned, which of them, and with what words."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.exceptions import left_out
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Reading, Understanding
from data.understanding.normalise.sentence import blank, blank_spans
from data.understanding.polarity import moods_at

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
_WHY_FIRST = Pattern(rf"(?i)^(?:{any_of(_WORDS['beside'])}|[\s、，,:：])*\x00+(?:{any_of(_WORDS['beside'])}|\s)*")
"""The names at the beginning of 农业局的没写公开平台退回去; what is wrong stands between them and the verdict."""
_WRONG = Pattern(f"(?i)^(?:{any_of(_WORDS['wrong'])})")
_BECAUSE, _NO_BECAUSE = (Pattern(f"^(?:{any_of(_WORDS[name])})") for name in ("because", "no_because"))
_BREAK = " \n，,。.；;：:！!、"
_AT_HAND = Pattern(
    rf"(?i)^(?:(?P<accept>{any_of(_WORDS['accept_at_hand'])})|(?P<back>{any_of(_WORDS['return_at_hand'])}))"
    rf"(?:{any_of(_WORDS['beside'])})*(?:[\s，,：:。；;！!]+(?P<words>[\s\S]*))?$"
)
_NEXT = Pattern(f"(?i)^(?:{any_of(_WORDS['next_beside'])})*(?:{any_of(_WORDS['next'])})[吧。.!！]*$")


@dataclass(frozen=True, slots=True)
class SaidVerdict:
    """A verdict in words: whether it `accepts`, of the tasks with the `codes`, of `units`, or of `all` that wait, but
    for tasks and units that are `left_out`; of the one at hand where none is named. `words` are praise, advice or the
    reason."""

    accepts: bool
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    all: bool = False
    words: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def names(self) -> bool:
        """Whether it says of which reports it is."""
        return bool(self.codes or self.units or self.all or self.left_out)

    def is_of(self, code: str, unit: str) -> bool:
        """Whether it is of what a unit has reported on a task."""
        meant = (not self.codes or code in self.codes) and (not self.units or unit in self.units)
        return meant and not {code, unit} & set(self.left_out)


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
    if found is None:
        return None
    denied = set() if found["back"] and _NOT.search(found["back"]) else {Mood.DENIES}
    if not ({Mood.ASKS, Mood.WHETHER} | denied).isdisjoint(moods_at(heard.lower(), found.start())):
        return None
    but = left_out(meaning)
    spared = [each for group in but for each in group.names]
    names = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT) and each not in spared]
    bare = blank_spans(blank(heard, names), [(each.start, each.end) for each in but])
    before, behind = bare[: found.start()], bare[found.end() :]
    beside = _BEHIND.match(behind)
    reach = beside.end() if beside else 0
    words = (found.end() + reach, len(heard))
    if not _BESIDE.fullmatch(before):
        why = _WHY_FIRST.match(before)
        if found["accept"] or why is None or not _WRONG.match(before[why.end() :]) or behind[reach:].strip(_BREAK):
            return None
        words = (why.end(), found.start())
    elif behind[reach:] and not _stands_apart(behind, reach, wrong_too=not found["accept"] and bool(names)):
        return None
    named = [each for each in names if each.start < found.end() + reach and not words[0] <= each.start < words[1]]
    return SaidVerdict(
        bool(found["accept"]),
        _values(named, Kind.CODE),
        _values(named, Kind.UNIT),
        _ALL.search(before + behind[:reach]) is not None,
        _said_of_it(text, heard[slice(*words)], is_reason=bool(found["back"])),
        tuple(each.values[0] for each in spared),
    )


def verdict_at_hand(meaning: Understanding) -> SaidVerdict | None:
    """Return the verdict that a sentence gives on the report that is before one's eyes, without a word for it: 过了吧,
    这个不行，数字不全. None where it names another."""
    found = _AT_HAND.match(meaning.text.strip())
    named = any(each.kind in (Kind.CODE, Kind.UNIT) for each in meaning.readings)
    if found is None or named:
        return None
    return SaidVerdict(bool(found["accept"]), words=(found["words"] or "").strip(_BREAK))


def wants_next(text: str) -> bool:
    """Return whether a text only asks for the next report: 下一份, 先看下一个."""
    return _NEXT.match(text.strip()) is not None


def _values(names: Sequence[Reading], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.values[0] for each in names if each.kind is kind))


def _stands_apart(behind: str, reach: int, *, wrong_too: bool) -> bool:
    """Whether the words behind a verdict and what may stand beside it are set off from it, or tell what is wrong."""
    words = behind[reach:]
    set_off = words.startswith(tuple(_BREAK)) or behind[:reach].endswith(" ")
    return set_off or (wrong_too and _WRONG.match(words) is not None)


def _said_of_it(text: str, words: str, *, is_reason: bool) -> str:
    """Words of a sentence as they were written; a reason without the words that lead to it (说缺总结)."""
    written = _as_written(text, words)
    if not is_reason or _NO_BECAUSE.search(written):
        return written
    return _BECAUSE.sub("", written).strip(_BREAK)


def _as_written(text: str, words: str) -> str:
    """Words of a sentence as they were written, which its normal form may have changed."""
    words = words.strip(_BREAK)
    at = text.lower().rfind(words.lower()) if words else -1
    return text[at : at + len(words)].strip(_BREAK) if at >= 0 else words
