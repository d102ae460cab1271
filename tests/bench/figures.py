"""Measured figures, compared with their goals and with the last release."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KEPT = Path(__file__).with_name("figures.json")
"""The file with the figures of the last release, by key."""
MOVED = 0.2
"""A change by a larger share than this is reported."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number: its part, name and unit, and the least or most that is wanted.

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
        """The goal in words; empty if there is none."""
        words = (("≥", self.least), ("≤", self.most))
        return " ".join(f"{sign} {rounded(bound)}" for sign, bound in words if bound is not None)

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    @property
    def key(self) -> str:
        """The key under which it is kept."""
        return f"{self.part}: {self.name}"


def rounded(value: float) -> str:
    """Return a number with about three digits."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures of one part as a Markdown table."""
    lines = [f"| {figures[0].part} | measured | goal | |", "|---|---|---|---|"]
    for each in figures:
        mark = "" if not each.goal else "✓" if each.met else "not yet"
        lines.append(
            f"| {each.name} | {rounded(each.value)}{f' {each.unit}' if each.unit else ''} | {each.goal} | {mark} |"
        )
    return "\n".join(lines)


def moved(figures: Iterable[Figure], before: Mapping[str, float]) -> list[str]:
    """Return a line for each kept figure that has changed by more than a fifth since the last release."""
    known = [(each, before[each.key]) for each in figures if each.kept and before.get(each.key)]
    return [
        f"{each.key}: {rounded(was)} → {rounded(each.value)} ({each.value / was - 1:+.0%})"
        for each, was in known
        if abs(each.value / was - 1) > MOVED
    ]


def read_kept(path: Path = KEPT) -> dict[str, float]:
    """Return the figures of the last release; empty if there are none."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def keep(figures: Iterable[Figure], path: Path = KEPT) -> None:
    """Store these as the figures of the last release; those of parts that were not measured stay."""
    kept = read_kept(path) | {each.key: float(f"{each.value:.4g}") for each in figures if each.kept}
    path.write_text(json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
