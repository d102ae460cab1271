"""The vocabulary of the current plan, read from the database for understanding sentences."""

from collections.abc import Mapping
from datetime import date

from data.plan.indicators import indicators
from data.plan.tasks import section_titles
from data.plan.units import known_names
from data.store import Database
from data.understanding import Aim, Speaker, TaskWords, Understanding, Vocabulary, understand
from data.understanding.entities.units.index import UnitIndex, index_units
from data.understanding.grouping import listed
from data.understanding.vocabulary import groups_of_members

MOST_UNDERSTOOD = 500
"""The number of sentences whose meanings are kept."""


class PlanWords:
    """The vocabulary of the current plan, rebuilt only when the plan, its units or its indicators change."""

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
            if self._units is None or self._versions is None or versions[0] != self._versions[0]:
                self._units, self._groups = _read_units(self._db)
            self._words = Vocabulary.of(
                self._units, self._groups, _tasks(self._db), indicators(self._db), section_titles(self._db)
            )
            self._versions = versions
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


def _tasks(db: Database) -> list[TaskWords]:
    """Return the words of the tasks of the current plan and the names of their units."""
    assigned = """SELECT task_id, name FROM assignments JOIN units ON units.id = unit_id
        WHERE assignments.gone_at IS NULL ORDER BY assignments.id"""
    units = listed((row["task_id"], row["name"]) for row in db.fetch_all(assigned))
    rows = db.fetch_all(
        "SELECT id, code, title, measure, deliverable FROM tasks WHERE gone_at IS NULL ORDER BY position"
    )
    return [
        TaskWords(row["code"], row["title"], row["measure"], row["deliverable"], tuple(units.get(row["id"], ())))
        for row in rows
    ]


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
