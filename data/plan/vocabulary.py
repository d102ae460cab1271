"""The vocabulary of the current plan, read from the database for understanding sentences."""

from collections.abc import Mapping
from datetime import date

from data.plan.indicators import indicators
from data.plan.task_words import TasksOfPlan, codes_assigned, codes_of_units, codes_written, index_changed_tasks
from data.plan.tasks import section_titles
from data.plan.units import known_names
from data.store import Database
from data.understanding import Aim, Speaker, Understanding, Vocabulary, understand
from data.understanding.entities.figure_names import index_indicators
from data.understanding.entities.sections import index_sections
from data.understanding.entities.units.index import UnitIndex, index_units
from data.understanding.vocabulary import groups_of_members, known_pairs

MOST_UNDERSTOOD = 500
"""The number of sentences whose meanings are kept."""


class PlanWords:
    """The vocabulary of the current plan, rebuilt only when the plan, its units or its indicators change.

    Tasks are read from the database only when a sentence needs them.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._versions: tuple[int, int] | None = None
        self._units: UnitIndex | None = None
        self._groups: Mapping[str, frozenset[str]] = {}
        self._words: Vocabulary | None = None
        self._understood: dict[tuple[str, Speaker, date, Aim | None], Understanding] = {}

    def current(self) -> Vocabulary:
        """Return the vocabulary that matches the present state of the database."""
        versions = _versions(self._db)
        if self._words is None or versions != self._versions:
            index_changed_tasks(self._db)
            versions = _versions(self._db)
            if self._units is None or self._versions is None or versions[0] != self._versions[0]:
                self._units, self._groups = _read_units(self._db)
            self._words, self._versions = _read(self._db, self._units, self._groups), versions
            self._understood = {}
        return self._words

    def understand(self, text: str, speaker: Speaker, today: date, aim: Aim | None = None) -> Understanding:
        """Return the meaning of `text` with the present vocabulary. What anybody of the same units has said lately is
        not read anew."""
        words, said = self.current(), (text, speaker, today, aim)
        if said not in self._understood:
            if len(self._understood) >= MOST_UNDERSTOOD:
                del self._understood[next(iter(self._understood))]
            self._understood[said] = understand(text, words, speaker, today, aim)
        return self._understood[said]


def read_vocabulary(db: Database) -> Vocabulary:
    """Return the units, groups, tasks, sections and indicators of the current plan."""
    return PlanWords(db).current()


def _versions(db: Database) -> tuple[int, int]:
    row = db.fetch_row("SELECT units, plan FROM word_versions")
    return row["units"], row["plan"]


def _read(db: Database, units: UnitIndex, groups: Mapping[str, frozenset[str]]) -> Vocabulary:
    tasks = TasksOfPlan(db)
    sections = index_sections(section_titles(db))
    return Vocabulary(
        units=units,
        groups_of=groups,
        codes=codes_written(db),
        codes_of=codes_of_units(db),
        assigned=codes_assigned(db),
        tasks=tasks,
        pairs=known_pairs(tasks.known, sections),
        indicators=index_indicators(indicators(db)),
        sections=sections,
    )


def _read_units(db: Database) -> tuple[UnitIndex, Mapping[str, frozenset[str]]]:
    """Return the index of the names of units in use and their groups, and the groups that each unit belongs to."""
    names = known_names(db)
    used = set(db.fetch_column("SELECT name FROM units"))
    groups = {group: members for group, members in names.groups.items() if used.intersection(members)}
    called: dict[str, list[str]] = {name: [] for name in (*(name for name in names.names if name in used), *groups)}
    for alias, name in (*names.group_aliases.items(), *names.aliases.items()):
        if name in called:
            called[name].append(alias)
    return index_units(called), groups_of_members(groups)
