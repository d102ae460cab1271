"""What the office decides in words of what waits for it: reports (退回，缺总结), requests for time (同意延到2月底),
work information (公安局那条采用)."""

from dataclasses import dataclass
from enum import StrEnum

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.orders import Said, kind_said, said


class On(StrEnum):
    """What is decided on."""

    REPORT = "report"
    REQUEST = "request"
    INFORMATION = "information"


_WAYS = {
    On.REPORT: ("decisions.of_report", "decisions.of_report_named"),
    On.REQUEST: ("decisions.of_request", "decisions.of_request_named_behind", "decisions.of_request_called_so"),
    On.INFORMATION: ("decisions.of_information", "decisions.of_information_named"),
}
_WORDS = table("decisions")
_BREAK = " \n，,。.；;：:！!、"
_BECAUSE, _NO_BECAUSE = (Pattern(f"^(?:{any_of(_WORDS[name])})") for name in ("because", "no_because"))
_FILLER = Pattern("^[吧了啦的]+$")


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in words: whether it is in `favour`, of the tasks with the `codes`, of `units`, or of `all` that wait,
    but for tasks and units that are `left_out`; of the one at hand where none is named. `words` are praise, advice,
    another day or the reason."""

    favour: bool
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    all: bool = False
    words: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def names(self) -> bool:
        """Whether it says of which it is."""
        return bool(self.codes or self.units or self.all or self.left_out)

    @property
    def is_of_several(self) -> bool:
        """Whether it names several, or all."""
        return self.all or bool(self.left_out) or len(self.codes) > 1 or len(self.units) > 1

    @property
    def unit(self) -> str:
        """The unit that is named; empty for none."""
        return self.units[0] if self.units else ""

    def is_of(self, code: str, unit: str) -> bool:
        """Whether it is of what a unit has reported on a task."""
        meant = (not self.codes or code in self.codes) and (not self.units or unit in self.units)
        return meant and not {code, unit} & set(self.left_out)


def decision_said(on: On, meaning: Understanding) -> Decision | None:
    """Return the decision that a sentence gives; None for a question, and where the word is part of something else."""
    found = said(meaning, *_WAYS[on])
    return _decision(found, on) if found else None


def decision_at_hand(meaning: Understanding) -> Decision | None:
    """Return the verdict that a sentence gives without a word for one on a report that it names (43-5这个不行，缺表),
    or that is before one's eyes (过了吧)."""
    found = said(meaning, "decisions.at_hand", "decisions.named_at_hand")
    return _decision(found, "report_at_hand") if found else None


def decision_on_request_at_hand(meaning: Understanding) -> Decision | None:
    """Return what a sentence that names no task answers to the request before one's eyes: 不同意, 改到3月20号."""
    for_a_day = ("decisions.of_request_at_hand_for_a_day",) if any(of_kind(meaning, Kind.TIME)) else ()
    found = said(meaning, "decisions.of_request_at_hand", *for_a_day)
    return _decision(found, On.REQUEST) if found else None


def day_decided(meaning: Understanding) -> Decision | None:
    """Return the other day that a sentence gives a task (1-2给他延到3月25日): the answer to a request on it."""
    found = said(meaning, "decisions.of_request_for_a_day") if any(of_kind(meaning, Kind.TIME)) else None
    return _decision(found, On.REQUEST) if found else None


def _decision(found: Said, on: str) -> Decision:
    favour = (kind_said(f"decisions.{on}", found.rest) or "").startswith("for")
    words = _FILLER.sub("", found["words"].strip(_BREAK))
    if not favour and not _NO_BECAUSE.search(words):
        words = _BECAUSE.sub("", words).strip(_BREAK)
    is_of_all = kind_said("decisions.how_many", found.rest) is not None
    return Decision(favour, found.codes, found.units, is_of_all, words, found.left_out)
