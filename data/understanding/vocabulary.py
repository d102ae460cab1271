"""All that a sentence can name, indexed once for a plan."""

from collections.abc import Collection, Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from data.understanding.entities.figure_names import Indicators, index_indicators
from data.understanding.entities.sections import Sections, index_sections
from data.understanding.entities.task_words import TaskIndex, indexed
from data.understanding.entities.units.index import UnitIndex
from data.understanding.grouping import grouped
from data.understanding.words import IndicatorWords, TaskWords


@dataclass(frozen=True, slots=True)
class KnownPairs:
    """The pairs of characters that occur in the words of tasks (their `pieces`, of which those that are pairs of sounds
    are longer) or in the titles of sections."""

    pieces: Container[str]
    of_titles: frozenset[str]

    def __contains__(self, pair: object) -> bool:
        return pair in self.of_titles or pair in self.pieces


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The indexed words of a plan and its people, built by `of` again whenever either changes."""

    units: UnitIndex
    groups_of: Mapping[str, frozenset[str]]
    codes: Mapping[str, str]
    codes_of: Mapping[str, tuple[str, ...]]
    assigned: Container[str]
    tasks: TaskIndex
    pairs: Container[str]
    indicators: Indicators
    sections: Sections

    @classmethod
    def of(
        cls,
        units: UnitIndex,
        groups_of: Mapping[str, frozenset[str]],
        tasks: Iterable[TaskWords],
        indicators: Iterable[IndicatorWords],
        sections: Iterable[str],
    ) -> "Vocabulary":
        """Index the words of a plan; `groups_of` has the groups (各区人民政府) that each unit is a member of."""
        tasks, known = tuple(tasks), index_sections(sections)
        index = indexed(tasks)
        return cls(
            units=units,
            groups_of=groups_of,
            codes={task.code.lower(): task.code for task in tasks},
            codes_of=grouped((unit, task.code) for task in tasks for unit in task.units),
            assigned=frozenset(task.code for task in tasks if task.units),
            tasks=index,
            pairs=known_pairs(index.known, known),
            indicators=index_indicators(indicators),
            sections=known,
        )

    def codes_for(self, units: Iterable[str]) -> AbstractSet[str]:
        """Return the codes of the tasks that `units` answer for, themselves or as members of a group."""
        return {code for name in self.names_for(units) for code in self.codes_of.get(name, ())}

    def names_for(self, units: Iterable[str]) -> Collection[str]:
        """Return the names of `units` and of the groups that they are members of."""
        return {name for unit in units for name in (unit, *self.groups_of.get(unit, ()))}


def known_pairs(pieces: Container[str], sections: Sections) -> KnownPairs:
    """Return the pairs of characters in the `pieces` of tasks and in the titles of `sections`."""
    return KnownPairs(
        pieces, frozenset(first + second for title in sections.titles.values() for first, second in pairwise(title))
    )


def groups_of_members(groups: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Return the names of the groups that each unit belongs to; `groups` has the members of each group."""
    members = {member for group in groups.values() for member in group}
    return {member: frozenset(name for name, group in groups.items() if member in group) for member in members}
