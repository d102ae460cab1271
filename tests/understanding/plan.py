"""The vocabulary of the shipped plan, read from its files."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

import data
from data.understanding import IndicatorWords, TaskWords, UnitWords, Vocabulary
from data.understanding.entities.units.index import index_units
from data.understanding.vocabulary import groups_of_members

PLANS = Path(data.__file__).parent / "plan" / "shipped"


def rows(name: str) -> list[dict[str, str]]:
    with (PLANS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def split(joined: str) -> tuple[str, ...]:
    return tuple(filter(None, joined.split("、")))


@cache
def vocabulary() -> Vocabulary:
    plan = rows("wuhan-2019-2020.csv")
    return vocabulary_of(units(), groups(), [*tasks(plan)], indicators(), [row["任务名称"] for row in plan])


def vocabulary_of(
    units: Sequence[UnitWords],
    groups: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    tasks: Sequence[TaskWords] = (),
    indicators: Sequence[IndicatorWords] = (),
    sections: Sequence[str] = (),
) -> Vocabulary:
    """Index the words of a plan; `groups` has the member units of each unit group (各区人民政府)."""
    names: dict[str, tuple[str, ...]] = {unit.name: unit.aliases for unit in units}
    names |= {unit: () for unit in (*groups, *(unit for task in tasks for unit in task.units)) if unit not in names}
    known = groups_of_members(groups)
    return Vocabulary.of(index_units(names), known, tasks, indicators, dict.fromkeys(sections))


def units() -> list[UnitWords]:
    return [UnitWords(row["name"], split(row["aliases"])) for row in rows("units.csv")]


def groups() -> dict[str, tuple[str, ...]]:
    members = rows("units.csv")
    return {name: tuple(row["name"] for row in members if row["group"] == name) for name in ("各区人民政府",)}


def indicators() -> list[IndicatorWords]:
    return [
        IndicatorWords(row["name"], row["unit"], row["kind"], split(row["aliases"])) for row in rows("indicators.csv")
    ]


def tasks(plan: list[dict[str, str]]) -> Iterator[TaskWords]:
    counted: Counter[str] = Counter()
    for row in plan:
        item = row["任务细项"].split(".")[0]
        counted[item] += 1
        yield TaskWords(
            f"{item}-{counted[item]}", row["任务简称"], row["细化措施"], row["成果形式"], split(row["负责单位"])
        )
