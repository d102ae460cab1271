"""Those of somebody's own tasks that a sentence is about, by the words that few of them have."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, pairwise
from math import log

from data.understanding.entities.task_words import TITLE, IndexedTask, TaskIndex, pieces_of, runs
from data.understanding.entities.topics import Hits, in_chinese, without_kinds
from data.understanding.normalise.romanise import folded
from data.understanding.normalise.sentence import Span

_MOST = 500
"""Whoever answers for more tasks has none told apart by their words alone."""
_ENOUGH = 0.6
"""What the words of a task must weigh; one of its title that no other task has weighs 1."""
_MARGIN = 1.1
"""How many times as much as those of any other task they must weigh to name it alone."""
_ANOTHER = 2.2
"""What the words must weigh that the task found has not, to name another beside it."""
_TAKEN = 0.5
"""What a word weighs that was taken for something else, or that questions are made of: 清单 in 抽查清单."""
_AMONG_OWN = 0.7
"""The part of its weight that hangs on how few of the own tasks have it; the rest hangs on how few of all alone."""
_PAIR = 2
_ONLY_ITS_OWN = 0.33
"""What words of a title must weigh that no other of the own tasks has in its title, to be its name for want of more."""


def find_own_tasks(text: str, telling: str, tasks: TaskIndex, own: Collection[str]) -> tuple[Hits, Span] | None:
    """Return the tasks with `own` codes that a lower-cased text is about, the likeliest first, and where it says so;
    None if it is about none. `telling` are the words of the text that were taken for nothing."""
    said = dict.fromkeys(pieces_of(without_kinds(text)), _TAKEN)
    said |= dict.fromkeys(_in_words_of_the_plan(text, without_kinds(telling)), 1.0)
    near = _near(tasks, own)
    holders = Counter(chain.from_iterable(said.keys() & task.weights.keys() for task in near))
    tells = {piece: said[piece] * _tells(piece, count, len(near), tasks) for piece, count in holders.items()}
    found = _best(near, tells, _ENOUGH)
    if not found:
        return None
    if len(found) == 1:
        found += _best(near, {piece: told for piece, told in tells.items() if piece not in found[0].weights}, _ANOTHER)
    return Hits(tuple(task.code for task in found), min(1.0, _score(found[0], tells))), _longest_stretch(text, found[0])


def find_titled(text: str, rest: str, telling: str, tasks: TaskIndex, own: Collection[str]) -> tuple[Hits, Span] | None:
    """Return the one task with an `own` code whose title has a word of the text that no other has in its own, and where
    the text says so: 约谈 names 属地网络平台约谈 among the tasks of whoever answers for no other such."""
    near, said = _near(tasks, own), {*pieces_of(rest), *_in_words_of_the_plan(text, without_kinds(telling))}
    titled = Counter(piece for task in near for piece in said & task.weights.keys() if task.weights[piece] == TITLE)
    tells = {piece: _tells(piece, count, len(near), tasks) for piece, count in titled.items() if count == 1}
    found = _best(near, tells, _ONLY_ITS_OWN)
    if len(found) != 1:
        return None
    return Hits((found[0].code,), _score(found[0], tells)), _longest_stretch(text, found[0])


def _near(tasks: TaskIndex, own: Collection[str]) -> list[IndexedTask]:
    return [tasks.task(number) for number in (tasks.numbers(own) if 0 < len(own) <= _MOST else ())]


def _best(near: Iterable[IndexedTask], tells: Mapping[str, float], enough: float) -> list[IndexedTask]:
    """Return the tasks that fit best by what each piece tells, the likeliest first, if they fit well enough."""
    scored = [(_score(task, tells), task) for task in near]
    best = max((score for score, _ in scored), default=0.0)
    close = [(score, task) for score, task in scored if score * _MARGIN > best >= enough]
    return [task for _, task in sorted(close, key=lambda each: (-each[0], each[1].place))]


def _score(task: IndexedTask, tells: Mapping[str, float]) -> float:
    return sum(tells[piece] * task.weights[piece] ** 2 for piece in tells.keys() & task.weights.keys())


def _in_words_of_the_plan(text: str, telling: str) -> Iterable[str]:
    """Yield the pieces of the words that tell something and, of English ones, of what the plan calls it: of one word,
    or of two that stand side by side in the text."""
    english = pairwise(run for run in runs(text) if run.isascii())
    spoken = (*telling.split(), *map(" ".join, english))
    spelt = chain.from_iterable(_spelt(run) for run in runs(telling) if run.isascii())
    return chain(pieces_of(telling), spelt, *(pieces_of(in_chinese(each)) for each in spoken))


def _spelt(run: str) -> Iterable[str]:
    """Yield the pairs of sounds that a Latin word may be the pinyin of: kunlun."""
    return (f"{folded(run[:at])}_{folded(run[at:])}" for at in range(1, len(run)))


def _tells(piece: str, holders: int, own: int, tasks: TaskIndex) -> float:
    """Return how much a piece tells that so many of the own tasks hold, up to 1."""
    among_all = _rarity(tasks.holders(piece), len(tasks))
    return among_all * (1 - _AMONG_OWN + _AMONG_OWN * _rarity(holders, own))


def _rarity(holders: int, of: int) -> float:
    return log((1 + of) / holders) / log(1 + of)


def _longest_stretch(text: str, task: IndexedTask) -> Span:
    """Return where the longest stretch of a text stands that is in words of a task."""
    start, end, begun, last = 0, 0, 0, -1
    for at in range(len(text)):
        if text[at : at + _PAIR] in task.weights:
            begun, last = begun if at <= last else at, at + _PAIR
            start, end = max((start, end), (begun, last), key=lambda span: span[1] - span[0])
    return start, end
