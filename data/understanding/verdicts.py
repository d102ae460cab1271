"""Verdicts on reports that are taken back, or given on the one before one's eyes, and going on to the next."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.decisions import Decision
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding
from data.understanding.normalise.sentence import blank

_WORDS, _OF_REPORTS = table("verdicts"), table("decisions")["report"]
_VERDICT, _UNDO = any_of([*_OF_REPORTS["for"], *_OF_REPORTS["against"]]), any_of(_WORDS["undo"])
_BESIDE = any_of(_OF_REPORTS["beside"])
_GIVEN, _TAKEN_BACK = Pattern(f"(?i){_VERDICT}"), Pattern(f"(?i){_UNDO}")
_NOTHING_ELSE = Pattern(
    rf"(?i)(?:{_UNDO}|{_VERDICT}|{_BESIDE}|{any_of(_WORDS['undo_beside'])}|[\s、，,：:“”\"。.!！\x00])*"
)
_AT_HAND = Pattern(
    rf"(?i)^(?:(?P<accept>{any_of(_WORDS['accept_at_hand'])})|(?P<back>{any_of(_WORDS['return_at_hand'])}))"
    rf"(?:{_BESIDE})*(?:[\s，,：:。；;！!]+(?P<words>[\s\S]*))?$"
)
_NEXT = Pattern(f"(?i)^(?:{any_of(_WORDS['next_beside'])})*(?:{any_of(_WORDS['next'])})[吧。.!！]*$")


@dataclass(frozen=True, slots=True)
class VerdictToUndo:
    """A verdict that is to be taken back: on the task with the `code` and of the `unit`, where these are named."""

    code: str = ""
    unit: str = ""


def verdict_to_undo(meaning: Understanding) -> VerdictToUndo | None:
    """Return which verdict a sentence wants to be taken back; None where it speaks of something else, too."""
    names = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    bare = blank(meaning.text, names)
    undoes = _TAKEN_BACK.search(bare) and _GIVEN.search(bare) and _NOTHING_ELSE.fullmatch(bare)
    if not undoes or Mood.ASKS in meaning.moods:
        return None
    codes, units = ({each.values[0] for each in names if each.kind is kind} for kind in (Kind.CODE, Kind.UNIT))
    if len(codes) > 1 or len(units) > 1:
        return None
    return VerdictToUndo(codes.pop() if codes else "", units.pop() if units else "")


def verdict_at_hand(meaning: Understanding) -> Decision | None:
    """Return the verdict that a sentence gives on the report that is before one's eyes, without a word for it: 过了吧,
    这个不行，数字不全. None where it names another."""
    found = _AT_HAND.match(meaning.text.strip())
    named = any(each.kind in (Kind.CODE, Kind.UNIT) for each in meaning.readings)
    if found is None or named:
        return None
    return Decision(bool(found["accept"]), words=(found["words"] or "").strip(" \n，,。.；;：:！!、"))


def wants_next(text: str) -> bool:
    """Return whether a text only asks for the next report: 下一份, 先看下一个."""
    return _NEXT.match(text.strip()) is not None
