"""The corpora, and how what was understood compares with their labels."""

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from data.understanding import Aim, Kind, Speaker, intent, lexicon, to_json, understand
from data.understanding.aims import aim_features
from data.understanding.dialog.turns import HeardTurn, hear_turn, turn_features
from data.understanding.entities.figure_pairs import FigureText
from data.understanding.entities.figures import figure_text
from data.understanding.entities.likely_percents import TextRead
from data.understanding.entities.percent_forms import numbers_said
from data.understanding.entities.percents import stated_and_sought
from data.understanding.likely_status import status_features
from data.understanding.named import Named, find_named
from data.understanding.normalise.sentence import blank, normalise
from data.understanding.not_yet import former_stretches, intended_stretches
from tests.thoroughness import part_of
from tests.understanding.plan import vocabulary

HERE = Path(__file__).parent
STRANGERS = HERE / "strangers"
"""Authors from whom nothing is learned, to measure how well unknown people are understood."""
TODAY = date(2019, 11, 27)
LISTS, VAGUE = 1200, "金额"
BEGINNINGS = [
    f"{code}{unit}{time}{in_all}"
    for unit in ("公安局", "我局", "", "市监局", "市公安局", "海关", "市场监管局", "全市公安机关", "农业农村局")
    for time in ("11月", "本月", "", "这个月", "11月份", "本周")
    for code in ("", "1-2 ")
    for in_all in ("", "共")
]
ENDS = ("", "。", "。主要做法：一是强化线索摸排；二是部门联动。", "。存在问题：基层力量不足。下步打算：集中整治。")
SLOTS = ("unit", "section", "task", "candidates", "from", "to", "status", "overdue", "percent", "figures", "note")
VOICED = ("task", "unit", "status", "percent", "from", "to")
MET = "# From here on: met while tuning, so that none is held back.\n"
OPEN = "…"
ALL = 100
WRITING = ("report", "extension")
MAY_REPORT = frozenset(
    {"report", "correct", "no_change", "withdraw", "resume", "returns", "history", "info", "unknown"}
)
PERCENTS = (Kind.PERCENT, Kind.NO_PERCENT, Kind.FILTER, Kind.NO_FILTER)
LEARNED_FROM = {
    "aims": ("sentences.txt", "statuses/*", "voices/*"),
    "figures": ("sentences.txt", "figures/*", "voices/*"),
    "percents": ("sentences.txt", "percents/*", "voices/*", "turns/*"),
    "turns": ("sentences.txt", "voices/*", "turns/*"),
    "statuses": ("sentences.txt", "statuses.txt", "statuses/*", "voices/*", "turns/*"),
}
"""The files from which each model is learned; turns are also used as sentences by the model of aims."""


@dataclass(frozen=True)
class Example:
    """A sentence with its expected reading; `others` are intents that are accepted without any slots."""

    text: str
    speaker: Speaker
    expected: dict[str, Any]
    held_back: bool
    heard: dict[str, Any] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    @property
    def wrong(self) -> dict[str, tuple[Any, Any]]:
        """Return the expected and the actual value for each key in which they differ."""
        if self.heard["intent"] in self.others:
            return {}
        return {key: (want, self.heard[key]) for key, want in self.expected.items() if self.heard[key] != want}

    @property
    def wrongly_writes(self) -> bool:
        means = (self.heard["intent"],)
        writes = any(intent in (*WRITING, "ambiguous") for intent in (self.expected["intent"], *self.others))
        return not writes and any(meant in WRITING for meant in means)


@dataclass(frozen=True)
class TurnSaid:
    """What an author wrote in answer to a question, and its possible meanings, best first."""

    author: str
    asked: str
    text: str
    speaker: Speaker
    meanings: tuple[str, ...]

    @cached_property
    def features(self) -> set[str]:
        return turn_features(understand(self.text, vocabulary(), self.speaker, TODAY), self.asked)

    @property
    def heard(self) -> HeardTurn:
        return hear_turn(understand(self.text, vocabulary(), self.speaker, TODAY), self.asked)


@dataclass(frozen=True)
class Said:
    """A sentence of an author and its possible aims, best first; `slots` if they are labelled."""

    author: str
    text: str
    speaker: Speaker
    aims: tuple[str, ...]
    slots: dict[str, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def named(self) -> Named:
        return find_named(normalise(self.text), vocabulary(), self.speaker, TODAY)

    @cached_property
    def features(self) -> set[str]:
        return aim_features(self.named, vocabulary(), self.speaker.coordinator)

    @property
    def status_features(self) -> AbstractSet[str]:
        return status_features(self.named, self.features, TODAY)


@dataclass(frozen=True)
class PercentSaid:
    """What an author wrote of a task, or `asked` in answer to how far it is, and the percentage that it states."""

    author: str
    text: str
    speaker: Speaker
    percent: int | None
    asked: bool = False

    @property
    def named(self) -> Named:
        return find_named(normalise(self.text), vocabulary(), self.speaker, TODAY)

    @property
    def read(self) -> TextRead:
        """The text as the model of percentages sees it."""
        text = blank(normalise(self.text).lower(), () if self.asked else self.named.of(Kind.CODE, Kind.NO_CODE))
        if self.asked:
            return TextRead(text, numbers_said(text), asked=True)
        numbers, _ = stated_and_sought(text)
        if not numbers:
            return TextRead(text, ())
        return TextRead(text, numbers, intended_stretches(text, TODAY), former_stretches(text))


@dataclass(frozen=True)
class FiguresSaid:
    """What an author wrote of a task, or `asked` in answer to what the figures are, and the figures and running totals
    that it states, by indicator; several numbers for one are none that counts."""

    author: str
    text: str
    speaker: Speaker
    figures: Mapping[str, float | list[float]]
    totals: Mapping[str, float | list[float]]
    asked: bool = False

    @property
    def read(self) -> FigureText:
        """The text as the model of figures sees it."""
        if self.asked:
            return figure_text(normalise(self.text).in_clauses().lower(), vocabulary().indicators, asked=True)
        heard = normalise(self.text)
        named = find_named(heard, vocabulary(), self.speaker, TODAY)
        rest = blank(heard.in_clauses().lower(), named.of(Kind.CODE, Kind.NO_CODE, *PERCENTS))
        return figure_text(rest, vocabulary().indicators)


@cache
def voices(of: Path = HERE) -> tuple[Said, ...]:
    """Return the sentences of authors who had not seen the code."""
    return tuple(
        Said(author, said["text"], _speaker(said["as"]), tuple(said["intent"]), {key: said[key] for key in VOICED})
        for author, said in _written(of / "voices")
    )


@cache
def first_sentences(name: str = "sentences.txt") -> tuple[Said, ...]:
    """Return the sentences of a file by the first author, without those labelled only as ambiguous."""
    return tuple(
        Said("first", text, _speaker(who), aims, _labelled(slots))
        for (text, who, listed, slots), _ in _lines(name)
        if (aims := tuple(aim for aim in listed.split("/") if aim != "ambiguous"))
    )


@cache
def told_statuses() -> tuple[Said, ...]:
    """Return the answers about how work stands, each as a sentence of its own; unclear ones have no status."""
    return tuple(
        Said(f"turns {author}", said["text"], _speaker(said["as"]), ("report",), {"status": status})
        for author, said in _written(HERE / "turns")
        if said["at"] in ("status", "note") and said["gives"].get("percent") is None
        if (status := said["gives"].get("status")) or said["meaning"][0] == "unclear"
    )


@cache
def statuses(of: Path = HERE) -> tuple[Said, ...]:
    """Return the reports without a percentage that authors who had not seen the code wrote for their status alone."""
    return tuple(
        Said(author, said["text"], _speaker(said["as"]), ("report",), {"status": said["status"]})
        for author, said in _written(of / "statuses")
    )


@cache
def percents(of: Path = HERE) -> tuple[PercentSaid, ...]:
    """Return the reports and answers that authors, nearly all of whom had not seen the code, wrote for their percentage
    alone."""
    return tuple(
        PercentSaid(author, said["text"], _speaker(said["as"]), said["percent"], said.get("asked", False))
        for author, said in _written(of / "percents")
    )


@cache
def figures(of: Path = HERE) -> tuple[FiguresSaid, ...]:
    """Return the reports and answers that authors who had not seen the code wrote for their figures alone."""
    return tuple(
        FiguresSaid(
            author, said["text"], _speaker(said["as"]), said["figures"], said["totals"], said.get("asked", False)
        )
        for author, said in _written(of / "figures")
    )


@cache
def told_figures() -> tuple[FiguresSaid, ...]:
    """Return the first author's sentences with their figures, and those of all authors that report nothing."""
    said = [
        (text, who, _slots(slots.removesuffix(OPEN)), slots.endswith(OPEN))
        for (text, who, _, slots), _ in _lines("sentences.txt")
    ]
    return tuple(
        FiguresSaid("first", text, _speaker(who), named.get("figures", {}), {})
        for text, who, named, is_open in said
        if "figures" in named or not is_open
    ) + tuple(
        FiguresSaid(each.author, each.text, each.speaker, {}, {})
        for each in voices()
        if MAY_REPORT.isdisjoint(each.aims)
    )


@cache
def plain_figures() -> tuple[FiguresSaid, ...]:
    """Return each name of each indicator with a number behind it and before it, as a report and as an answer."""
    known = {each.name: each for named in vocabulary().indicators.by_name.values() for each in named}.values()
    texts = [
        (template.format(name=name, number=number, unit=unit), {each.name: number})
        for each in known
        for at, name in enumerate((each.name, *each.aliases))
        for number in ((3, 12)[at % 2] + (0.5 if each.kind == "decimal" else 0),)
        for unit in ((each.unit.removesuffix("次"), "")[at // 2 % 2] if each.kind == "whole" else each.unit,)
        for template in ((" {name} {number}" if name.isascii() else "{name}{number}{unit}"), "{number}{unit} {name}")
        if name.isascii() or template.startswith("{name}") or each.kind == "whole"
    ]
    return tuple(
        FiguresSaid("plain", lead + text.strip(), Speaker(("市公安局",)), figures, {}, asked=not lead)
        for text, figures in texts
        for lead in ("", "1-2 ")
    )


@cache
def listed_figures() -> tuple[FiguresSaid, ...]:
    """Return reports that begin with a unit or a month and list figures of several indicators, as in official prose."""
    known = {each.name: each for named in vocabulary().indicators.by_name.values() for each in named}.values()
    own = [
        (each, name)
        for each in known
        for name in (each.name, *each.aliases)
        if not name.isascii() and name != VAGUE and len(vocabulary().indicators.by_name.get(name, ())) == 1
    ]
    said = []
    for at in range(LISTS):
        listed = {
            indicator.name: (indicator, name)
            for indicator, name in (own[(at * 7 + k * 31) % len(own)] for k in range(3 + at % 4))
        }
        numbers = {name: 2 + (at * 13 + k * 17) % 97 for k, name in enumerate(listed)}
        units = {each.name: "起" if at % 2 and name.endswith("案") else each.unit for each, name in listed.values()}
        items = "，".join(f"{name}{numbers[each.name]}{units[each.name]}" for each, name in listed.values())
        text = f"{BEGINNINGS[at % len(BEGINNINGS)]}{items}{ENDS[at % len(ENDS)]}"
        said.append(FiguresSaid("listed", text, Speaker(("市公安局",)), numbers, {}))
    return tuple(said)


@cache
def told_percents() -> tuple[PercentSaid, ...]:
    """Return the sentences with their percentages, and the answers to how far the task is."""
    labelled = [each for each in (*first_sentences(), *voices()) if "percent" in each.slots]
    said = [PercentSaid(each.author, each.text, each.speaker, each.slots["percent"]) for each in labelled]
    return (
        *(each for each in said if len(each.named.codes) <= 1),
        *(
            PercentSaid(author, said["text"], _speaker(said["as"]), said["gives"].get("percent"), asked=True)
            for author, said in _written(HERE / "turns")
            if said["at"] == "percent"
        ),
    )


@cache
def turns(of: Path = HERE) -> tuple[TurnSaid, ...]:
    """Return what all authors wrote in answer to questions; meanings of another intent are all labelled `other`."""
    return tuple(
        TurnSaid(
            author,
            said["at"],
            said["text"],
            _speaker(said["as"]),
            tuple(meaning.partition(":")[0] for meaning in said["meaning"]),
        )
        for author, said in _written(of / "turns")
    )


@cache
def sentences(one_in: int = 1) -> tuple[Example, ...]:
    """Return the sentences held back and one in so many of the others, each with its actual reading."""
    return tuple(_sentence(held_back, *cells) for cells, held_back in _part_of_lines("sentences.txt", one_in))


def _sentence(held_back: bool, text: str, who: str, intents: str, slots: str) -> Example:
    best, *others = (aim if aim == "ambiguous" else Aim(aim).intent.value for aim in intents.split("/"))
    unnamed = {} if slots.endswith(OPEN) else _nothing()
    named = _slots(slots.removesuffix(OPEN))
    under_way = {"status": "in_progress"} if 0 < (named.get("percent") or 0) < ALL else {}
    expected = {**unnamed, "intent": best, **under_way, **named}
    return _heard(text, _speaker(who), expected, held_back, tuple(others))


@cache
def mentions(one_in: int = 1) -> tuple[Example, ...]:
    """Return the spellings of units held back and one in so many of the others, each with its actual reading."""
    return tuple(
        _heard(f"{text}的任务", Speaker(coordinator=True), _mention(meant), held_back)
        for (text, meant), held_back in _part_of_lines("units.txt", one_in)
    )


def _written(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what authors have written, each with the name of the author's file."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.stem, json.loads(line)


def _part_of_lines(name: str, one_in: int) -> Iterator[tuple[list[str], bool]]:
    lines = tuple(_lines(name))
    yield from (line for line in lines if line[1])
    yield from part_of((line for line in lines if not line[1]), one_in)


def _lines(name: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the cells of each line, and whether the line is held back."""
    written, *met = (HERE / name).read_text(encoding="utf-8").split(MET)
    for part, text in ((True, written), *((False, text) for text in met)):
        lines = (line for line in text.splitlines() if line and not line.startswith("#"))
        for place, line in enumerate(lines):
            yield [cell.strip() for cell in line.split("|")], part and place % 3 == 2


def _heard(
    text: str, speaker: Speaker, expected: dict[str, Any], held_back: bool, others: tuple[str, ...] = ()
) -> Example:
    heard = to_json(understand(text, vocabulary(), speaker, TODAY))
    return Example(text, speaker, expected, held_back, heard, others)


def _speaker(who: str) -> Speaker:
    return Speaker(coordinator=True) if who == "-" else Speaker((who,))


def _labelled(slots: str) -> dict[str, Any]:
    """Return the status and the percentage as far as the label is complete in that respect."""
    named = _slots(slots.removesuffix(OPEN))
    whole = {"status", "percent"} if not slots.endswith(OPEN) else {"status"} & {*named}
    return {each: named.get(each) for each in whole | ({"percent"} & {*named})}


def _mention(meant: str) -> dict[str, Any]:
    units = meant.split(" / ") if meant else []
    return {"unit": units[0] if len(units) == 1 else None, "candidates": units if len(units) > 1 else []}


def _nothing() -> dict[str, Any]:
    return dict.fromkeys(SLOTS) | {"candidates": [], "overdue": False, "figures": {}}


def _slots(text: str) -> dict[str, Any]:
    pairs = (slot.strip().split("=", 1) for slot in text.split(";") if slot.strip())
    return {key: _value(key, value) for key, value in pairs}


def _value(key: str, value: str) -> Any:
    if value == "-":
        return _nothing()[key]
    if key == "figures":
        return {name: float(amount) for name, amount in (figure.split(":") for figure in value.split(","))}
    return {"candidates": value.split(","), "overdue": value == "true"}.get(
        key, int(value) if key == "percent" else value
    )


def digest_of(name: str) -> str:
    """Return a digest of everything that a model is learned from, to tell whether its weights are up to date."""
    code = [*sorted(Path(intent.__file__).parent.glob("*.py")), Path(lexicon.__file__).parent / "concepts.toml"]
    found = sorted(path for pattern in LEARNED_FROM[name] for path in HERE.glob(pattern))
    return sha256(b"".join(path.read_bytes() for path in (*code, *found))).hexdigest()
