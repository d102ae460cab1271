"""The pieces of a task's words by which it is found, and the tasks of a plan looked up by them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from data.patterns import Pattern
from data.understanding.normalise.romanise import folded, syllables
from data.understanding.words import TaskWords

RULES = 1
"""Raised with every change of what the pieces of a text are: those kept are made anew (data/plan/task_words)."""
TITLE = 1.0
MEASURE = 0.9
DELIVERABLE = 0.7
SOUND = 0.9
"""How much a piece weighs by where it stands: what a title says weighs most."""
_RUN = Pattern(r"[一-鿿]+|[a-z][a-z0-9]+|\d{3,}")
_HANZI_RUN = Pattern("[一-鿿]+")
_JOINED = dict.fromkeys(map(ord, "“”‘’「」()（）·"))


@dataclass(frozen=True, slots=True)
class IndexedTask:
    """A task as its words are looked up: how much each piece of its text weighs, and each pair of sounds of its title.
    `place` is that in the plan."""

    code: str
    title: str
    place: int
    weights: Mapping[str, float]


class TaskIndex(Protocol):
    """The tasks of a plan, each under a number; pieces of text and pairs of sounds are looked up alike."""

    def __len__(self) -> int: ...

    def holders(self, piece: str) -> int:
        """How many tasks hold a piece."""

    def holding(self, pieces: Sequence[str], most: int, *, in_title: bool = False) -> Sequence[int]:
        """The first tasks that hold all of these pieces, or whose title does."""

    def weights(self, piece: str) -> Mapping[int, float]:
        """How much a piece weighs in each task that holds it; of a piece that few hold."""

    def task(self, number: int) -> IndexedTask:
        """A task by its number."""

    def numbers(self, codes: Collection[str]) -> Sequence[int]:
        """The tasks with these codes."""


class ListedTasks:
    """The index of tasks that are at hand."""

    def __init__(self, tasks: Iterable[TaskWords]) -> None:
        self._tasks = [
            IndexedTask(task.code, task.title.lower(), place, weighed(task)) for place, task in enumerate(tasks)
        ]
        self._weights = defaultdict[str, dict[int, float]](dict)
        for number, task in enumerate(self._tasks):
            for piece, weight in task.weights.items():
                self._weights[piece][number] = weight
        self._numbers = {task.code: number for number, task in enumerate(self._tasks)}

    @property
    def known(self) -> Collection[str]:
        """All pieces that some task holds."""
        return self._weights.keys()

    def __len__(self) -> int:
        return len(self._tasks)

    def holders(self, piece: str) -> int:
        """How many tasks hold a piece."""
        return len(self._weights[piece]) if piece in self._weights else 0

    def holding(self, pieces: Sequence[str], most: int, *, in_title: bool = False) -> Sequence[int]:
        """The first tasks that hold all of these pieces, or whose title does."""
        least = TITLE if in_title else 0
        numbers = sorted(self.weights(pieces[0])) if pieces else ()
        return [n for n in numbers if all(self._tasks[n].weights.get(each, -1) >= least for each in pieces)][:most]

    def weights(self, piece: str) -> Mapping[int, float]:
        """How much a piece weighs in each task that holds it."""
        return self._weights.get(piece, {})

    def task(self, number: int) -> IndexedTask:
        """A task by its number."""
        return self._tasks[number]

    def numbers(self, codes: Collection[str]) -> Sequence[int]:
        """The tasks with these codes."""
        return [self._numbers[code] for code in codes if code in self._numbers]


def weighed(task: TaskWords) -> dict[str, float]:
    """How much each piece of a task's text weighs, and each pair of sounds of its title."""
    found = {
        piece: weight
        for text, weight in ((task.deliverable, DELIVERABLE), (task.measure, MEASURE), (task.title, TITLE))
        for piece in pieces_of(text.lower())
    }
    return found | dict.fromkeys(sounds_of(task.title), SOUND)


def pieces_of(text: str) -> list[str]:
    """The pairs of characters of a text in lower case, its words in Latin letters, and its long numbers."""
    return [
        piece
        for run in runs(text.translate(_JOINED))
        for piece in ([run] if run[0].isascii() else (run[at : at + 2] for at in range(len(run) - 1)))
    ]


def runs(text: str) -> list[str]:
    """The stretches of a text of one writing."""
    return [match[0] for match in _RUN.finditer(text)]


def sounds_of(text: str) -> list[str]:
    """The pairs of sounds of a text; no piece of a text looks like one."""
    return [
        "_".join(map(folded, syllables(run[at : at + 2])))
        for run in (match[0] for match in _HANZI_RUN.finditer(text))
        for at in range(len(run) - 1)
    ]


def is_sound(piece: str) -> bool:
    """Whether a piece is a pair of sounds."""
    return "_" in piece
