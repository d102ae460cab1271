"""What was measured, beside the goals and beside the last release."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KEPT = Path(__file__).with_name("figures.json")
"""The figures of the last release, by their names."""
MOVED = 0.2
"""What has changed by a larger share than this is worth a sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: of which part, what it is of, in which unit, and what it is to be at least or at most.

    Those that are `kept` are ratios within one run or plain counts, which mean the same on any machine.
    """

    part: str
    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None
    kept: bool = False

    @property
    def goal(self) -> str:
        """The goal in words; empty where there is none."""
        words = (("≥", self.least), ("≤", self.most))
        return " ".join(f"{sign} {rounded(bound)}" for sign, bound in words if bound is not None)

    @property
    def met(self) -> bool:
        """Whether it is what it is to be."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    @property
    def key(self) -> str:
        """The name by which it is kept."""
        return f"{self.part}: {self.name}"


def rounded(value: float) -> str:
    """A number in three digits or so."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(figures: Sequence[Figure]) -> str:
    """The figures of one part, as a table of Markdown."""
    lines = [f"| {figures[0].part} | measured | goal | |", "|---|---|---|---|"]
    for each in figures:
        mark = "" if not each.goal else "✓" if each.met else "not yet"
        lines.append(
            f"| {each.name} | {rounded(each.value)}{f' {each.unit}' if each.unit else ''} | {each.goal} | {mark} |"
        )
    return "\n".join(lines)


def moved(figures: Iterable[Figure], before: Mapping[str, float]) -> list[str]:
    """A line for each kept figure that has moved by more than a fifth since it was kept."""
    known = [(each, before[each.key]) for each in figures if each.kept and before.get(each.key)]
    return [
        f"{each.key}: {rounded(was)} → {rounded(each.value)} ({each.value / was - 1:+.0%})"
        for each, was in known
        if abs(each.value / was - 1) > MOVED
    ]


def read_kept(path: Path = KEPT) -> dict[str, float]:
    """The figures of the last release; none where none are kept."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def keep(figures: Iterable[Figure], path: Path = KEPT) -> None:
    """Let these be the figures of the last release, beside those of parts that were not measured."""
    kept = read_kept(path) | {each.key: float(f"{each.value:.4g}") for each in figures if each.kept}
    path.write_text(json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
