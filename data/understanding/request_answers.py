"""What the office says of a request for more time: agreed to or not, of which task and unit, and with what words."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding
from data.understanding.normalise.sentence import blank

_WORDS = table("request_answers")
_ANSWER = Pattern(f"(?i)(?P<refuse>{any_of(_WORDS['refuse'])})|(?P<agree>{any_of(_WORDS['agree'])})")
_BESIDE = Pattern(rf"(?i)(?:{any_of(_WORDS['beside'])}|[\s、，,：:\x00])*")
_REQUEST = Pattern(f"(?i){any_of(_WORDS['request'])}")
_MORE_TIME = Pattern(f"(?i){any_of(_WORDS['more_time'])}")
_FILLER = Pattern("^[吧了啦的。!！]+$")
_BREAK = " \n，,。.；;：:！!、"


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """An answer in words to the requests on the tasks with these `codes` (none: on whichever waits), of a `unit` where
    one is named: whether it `agrees`, and the `words` behind that, which may name another day or are the reason."""

    agrees: bool
    codes: tuple[str, ...]
    unit: str
    words: str


def speaks_of_requests(text: str) -> bool:
    """Return whether a text speaks of requests for more time: 延期申请, 谁申请延期了."""
    return _MORE_TIME.search(text) is not None


def request_answer_said(text: str, meaning: Understanding) -> SaidAnswer | None:
    """Return the answer that a sentence gives; None for a question, where it names neither a task nor a request,
    and where it says more before."""
    found = _ANSWER.search(meaning.text)
    if found is None or not {Mood.ASKS, Mood.WHETHER}.isdisjoint(meaning.moods) or len(text) != len(meaning.text):
        return None
    names = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.UNIT) and each.end <= found.start()]
    codes = tuple(dict.fromkeys(each.values[0] for each in names if each.kind is Kind.CODE))
    units = {each.values[0] for each in names if each.kind is Kind.UNIT}
    before = blank(meaning.text[: found.start()], names)
    if not (codes or _REQUEST.search(before)) or len(units) > 1 or not _BESIDE.fullmatch(before):
        return None
    words = text[found.end() :].strip(_BREAK)
    return SaidAnswer(bool(found["agree"]), codes, units.pop() if units else "", _FILLER.sub("", words))
