"""The words of the plan in the database, for understanding sentences about it."""

from data.plan.indicators import indicators
from data.plan.plan import CURRENT
from data.plan.units import known_names
from data.store import Database, fetch_all, fetch_one
from data.understanding import TaskWords, UnitWords, Vocabulary


class PlanWords:
    """The vocabulary of the present plan, built anew only when the plan, its units or its indicators have changed."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._version: tuple[object, ...] | None = None
        self._words: Vocabulary | None = None

    def current(self) -> Vocabulary:
        """The vocabulary as the database stands now."""
        version = _version(self._db)
        if self._words is None or version != self._version:
            self._words, self._version = read_vocabulary(self._db), version
        return self._words


def read_vocabulary(db: Database) -> Vocabulary:
    """Index the units, groups, tasks and sections of the plan, and indicators."""
    names = known_names(db)
    used = {row["name"] for row in fetch_all(db, "SELECT name FROM units")}
    groups = {group: members for group, members in names.groups.items() if used.intersection(members)}
    aliases = {**names.group_aliases, **names.aliases}
    return Vocabulary.of(
        [
            UnitWords(name, tuple(alias for alias, meant in aliases.items() if meant == name))
            for name in (*(name for name in names.names if name in used), *groups)
        ],
        groups,
        _tasks(db),
        indicators(db),
        [row["section"] for row in fetch_all(db, "SELECT DISTINCT section FROM tasks WHERE gone_at IS NULL")],
    )


def _tasks(db: Database) -> list[TaskWords]:
    units: dict[int, list[str]] = {}
    for row in fetch_all(
        db, "SELECT task_id, name FROM assignments JOIN units ON units.id = unit_id WHERE gone_at IS NULL"
    ):
        units.setdefault(row["task_id"], []).append(row["name"])
    return [
        TaskWords(row["code"], row["title"], row["measure"], row["deliverable"], tuple(units.get(row["id"], ())))
        for row in fetch_all(db, "SELECT * FROM tasks WHERE gone_at IS NULL ORDER BY position")
    ]


def _version(db: Database) -> tuple[object, ...]:
    counts = fetch_one(
        db,
        f"""SELECT (SELECT count(*) FROM units) AS units,
        (SELECT group_concat(alias || name) FROM unit_aliases) AS aliases,
        (SELECT group_concat(group_name || name) FROM unit_group_members) AS members,
        (SELECT group_concat(name || unit || kind) FROM indicators WHERE plan_id IS {CURRENT}) AS indicators,
        (SELECT imported_at FROM plans WHERE ended_at IS NULL) AS imported,
        (SELECT count(*) + count(undone_at) FROM plan_changes) AS changes""",
    )
    return tuple(counts.values()) if counts else ()
