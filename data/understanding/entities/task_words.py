"""Tasks looked up by pieces of their words."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from operator import add

from data.patterns import Pattern
from data.understanding.normalise.romanise import folded_syllables
from data.understanding.words import TaskWords

TITLE = 1.0
MEASURE = 0.9
DELIVERABLE = 0.7
SOUND = 0.9
"""How much a piece weighs by where it occurs; a title weighs most."""
_RUN = Pattern(r"[一-鿿]+|[a-z][a-z0-9]+|\d{3,}")
_HANZI_RUN = Pattern("[一-鿿]+")
_JOINED = dict.fromkeys(map(ord, "“”‘’「」()（）·"))


@dataclass(frozen=True, slots=True)
class IndexedTask:
    """A task, its place in the plan, and the weight of each piece of its text and each pair of sounds in its title."""

    code: str
    title: str
    place: int
    weights: Mapping[str, float]


class TaskIndex:
    """The tasks of a plan, each under a number; pieces of text and pairs of sounds are looked up alike."""

    def __init__(self, tasks: Sequence[TaskWords]) -> None:
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
        """All pieces that any task has."""
        return self._weights.keys()

    def __len__(self) -> int:
        return len(self._tasks)

    def holders(self, piece: str) -> int:
        """Return how many tasks have a piece."""
        return len(self.weights(piece))

    def holding(self, pieces: Sequence[str], most: int, *, in_title: bool = False) -> Sequence[int]:
        """Return the numbers of the first `most` tasks that have all of these pieces, if need be in their title."""
        least = TITLE if in_title else 0
        held = self.weights(min(pieces, key=self.holders))
        return [*islice((n for n in held if all(self.weights(each).get(n, -1) >= least for each in pieces)), most)]

    def weights(self, piece: str) -> Mapping[int, float]:
        """Return how much a piece weighs in each task that has it, by the task's number."""
        return self._weights.get(piece, {})

    def task(self, number: int) -> IndexedTask:
        """Return the task with this number."""
        return self._tasks[number]

    def numbers(self, codes: Collection[str]) -> Sequence[int]:
        """Return the numbers of the tasks with these codes."""
        return [self._numbers[code] for code in codes if code in self._numbers]


@lru_cache(maxsize=1)
def indexed(tasks: tuple[TaskWords, ...]) -> TaskIndex:
    """Return the index of these tasks, which is made anew only if they differ from those of the last call."""
    return TaskIndex(tasks)


def weighed(task: TaskWords) -> dict[str, float]:
    """Return how much each piece of a task's text weighs, and each pair of sounds in its title."""
    found = {
        piece: weight
        for text, weight in ((task.deliverable, DELIVERABLE), (task.measure, MEASURE), (task.title, TITLE))
        for piece in pieces_of(text.lower())
    }
    return found | dict.fromkeys(sounds_of(task.title), SOUND)


@lru_cache(maxsize=64)
def pieces_of(text: str) -> tuple[str, ...]:
    """Return the pairs of hanzi, the Latin words and the long numbers in a lower-cased text."""
    found = list[str]()
    for run in word_runs(text.translate(_JOINED)):
        found += [run] if run[0].isascii() else map(add, run, run[1:])
    return tuple(found)


def places_of_pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the same pieces of a text, in which no sign joins anything, each with where it begins."""
    for run in _RUN.finditer(text):
        pieces = [run[0]] if run[0].isascii() else map(add, run[0], run[0][1:])
        yield from enumerate(pieces, run.start())


@lru_cache(maxsize=64)
def word_runs(text: str) -> tuple[str, ...]:
    """Return the stretches of hanzi, the Latin words and the long numbers in a text."""
    return tuple(match[0] for match in _RUN.finditer(text))


def sounds_of(text: str) -> list[str]:
    """Return the pairs of sounds in the hanzi of a text; none of them looks like a piece."""
    return [sound for match in _HANZI_RUN.finditer(text) for sound in sounds_in(match[0])]


def sounds_in(run: str) -> Iterator[str]:
    """Yield the pairs of sounds in a run of hanzi."""
    return (f"{first}_{second}" for first, second in pairwise(folded_syllables(run)))
