"""Which of the speaker's own tasks a sentence is about, by words that few of them have."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, pairwise
from math import log

from data.understanding.entities.task_words import (
    TITLE,
    IndexedTask,
    TaskIndex,
    pieces_of,
    places_of_pieces,
    sounds_in,
    sounds_of,
    word_runs,
)
from data.understanding.entities.topics import Hits, plan_word_for, without_kinds
from data.understanding.normalise.romanise import folded
from data.understanding.normalise.sentence import Span

_MOST = 500
"""The tasks of somebody with more are not told apart by their words alone."""
_ENOUGH = 0.6
"""The minimum weight of the words of a task; a word in its title that no other task has weighs 1."""
_MARGIN = 1.1
"""To be named alone, the words of a task must weigh this many times those of any other."""
_ANOTHER = 2.2
"""The minimum weight of words that the task found does not have, for them to name another one."""
_TAKEN = 0.5
"""The weight of a word that was read as something else or belongs to the question: 清单 in 抽查清单."""
_AMONG_OWN = 0.7
"""The part of a word's weight that also depends on how few of the own tasks have it."""
_LONGEST_SOUND = len("zhuang")
_ONLY_ITS_OWN = 0.33
"""The minimum weight of words in one of the own titles only, for them to name the task if nothing else does."""


def find_own_tasks(text: str, telling: str, tasks: TaskIndex, own: Collection[str]) -> tuple[Hits, Span] | None:
    """Return the tasks with `own` codes that a lower-cased text is about, most likely first, and where it names them.

    Returns None if it is about none. `telling` are the words of the text that were not read as anything. Where they
    name several, or too little of any, what sounds like further words of one counts (饲料抽捡).
    """
    near = _own_tasks(tasks, own)
    if not near:
        return None
    said = dict.fromkeys(pieces_of(without_kinds(text)), _TAKEN)
    said |= dict.fromkeys(_in_words_of_the_plan(text, without_kinds(telling)), 1.0)
    held = _held(said, near, tasks)
    tells = {piece: said[piece] * _piece_weight(piece, len(held[piece]), len(near), tasks) for piece in held}
    near = {number: near[number] for holders in held.values() for number in holders}
    found = _best(near, tells, _ENOUGH)
    if len(found) != 1:
        tells |= _heard(near, telling, tasks)
        found = _best(near, tells, _ENOUGH)
    if not found:
        return None
    if len(found) == 1:
        found += _best(near, {piece: told for piece, told in tells.items() if piece not in found[0].weights}, _ANOTHER)
    return Hits(tuple(task.code for task in found), min(1.0, _score(found[0], tells))), _longest_stretch(text, found[0])


def _heard(near: Mapping[int, IndexedTask], telling: str, tasks: TaskIndex) -> Mapping[str, float]:
    """Return the weights of what sounds like words of the tasks `near`, of pairs that no task has (受药 for 兽药)."""
    held = _held({sound for pair in _strange(telling, tasks) for sound in sounds_in(pair)}, near, tasks)
    return {sound: _piece_weight(sound, len(held[sound]), len(near), tasks) for sound in held}


def _strange(telling: str, tasks: TaskIndex) -> Iterable[str]:
    return (each for each in pieces_of(telling) if not each.isascii() and not tasks.holders(each))


def _misspelt(near: Collection[IndexedTask], words: str, tasks: TaskIndex) -> Iterable[str]:
    """Yield the pairs in titles that sound like a word no task has and share a character with it (绿顿 for 绿盾)."""
    for pair in (each for each in _strange(words, tasks) if each in words.split()):
        told = (each for task in near if {*sounds_of(pair)} & task.weights.keys() for each in task.weights)
        yield from (each for each in told if set(each) & set(pair) and sounds_of(each) == sounds_of(pair))


def find_titled(
    text: str, rest: str, telling: str, pointed: str, tasks: TaskIndex, own: Collection[str]
) -> tuple[Hits, Span] | None:
    """Return the only task with an `own` code that has a word of the text in its title, and where, or None.

    约谈 names 属地网络平台约谈 for somebody with no other task of that kind. A word `pointed` at may be misspelt.
    """
    near = _own_tasks(tasks, own)
    pieces = (*pieces_of(rest), *_in_words_of_the_plan(text, without_kinds(telling)))
    held = _held({*pieces, *_misspelt(near.values(), pointed, tasks)}, near, tasks)
    titles = {piece: [n for n in held[piece] if near[n].weights[piece] == TITLE] for piece in held}
    tells = {piece: _piece_weight(piece, 1, len(near), tasks) for piece in titles if len(titles[piece]) == 1}
    found = _best(near, tells, _ONLY_ITS_OWN)
    if len(found) != 1:
        return None
    return Hits((found[0].code,), _score(found[0], tells)), _longest_stretch(text, found[0])


def _own_tasks(tasks: TaskIndex, own: Collection[str]) -> dict[int, IndexedTask]:
    return {number: tasks.task(number) for number in (tasks.numbers(own) if 0 < len(own) <= _MOST else ())}


def _held(pieces: Iterable[str], near: Mapping[int, IndexedTask], tasks: TaskIndex) -> dict[str, set[int]]:
    return {piece: holders for piece in pieces if (holders := near.keys() & tasks.weights(piece).keys())}


def _best(near: Mapping[int, IndexedTask], tells: Mapping[str, float], enough: float) -> list[IndexedTask]:
    """Return the tasks that fit best by the weight of each piece, most likely first, if they weigh `enough`."""
    scored = [(_score(task, tells), task) for task in near.values()]
    best = max((score for score, _ in scored), default=0.0)
    close = [(score, task) for score, task in scored if score * _MARGIN > best >= enough]
    return [task for _, task in sorted(close, key=lambda each: (-each[0], each[1].place))]


def _score(task: IndexedTask, tells: Mapping[str, float]) -> float:
    return sum(tells[piece] * task.weights[piece] ** 2 for piece in tells.keys() & task.weights.keys())


def _in_words_of_the_plan(text: str, telling: str) -> Iterable[str]:
    """Yield the pieces of the words in `telling` and, for English ones, of the plan's words for them.

    English words are looked up singly, and in pairs that stand side by side in `text`.
    """
    english = pairwise(run for run in word_runs(text) if run.isascii())
    spoken = (*telling.split(), *map(" ".join, english))
    spelt = chain.from_iterable(_pinyin_pairs(run) for run in word_runs(telling) if run.isascii())
    return chain(pieces_of(telling), spelt, *(pieces_of(plan_word_for(each)) for each in spoken))


def _pinyin_pairs(run: str) -> Iterable[str]:
    """Yield the pairs of sounds that a Latin word may spell in pinyin: kunlun."""
    ends = range(max(1, len(run) - _LONGEST_SOUND), min(len(run), _LONGEST_SOUND + 1))
    return (f"{folded(run[:at])}_{folded(run[at:])}" for at in ends)


def _piece_weight(piece: str, holders: int, own: int, tasks: TaskIndex) -> float:
    """Return the weight, up to 1, of a piece that `holders` of the `own` tasks have."""
    among_all = _rarity(tasks.holders(piece), len(tasks))
    return among_all * (1 - _AMONG_OWN + _AMONG_OWN * _rarity(holders, own))


def _rarity(holders: int, of: int) -> float:
    return log((1 + of) / holders) / log(1 + of)


def _longest_stretch(text: str, task: IndexedTask) -> Span:
    """Return the place of the longest stretch of a text in words of a task."""
    start, end, begun, last = 0, 0, 0, -1
    for at, piece in places_of_pieces(text):
        if piece in task.weights:
            begun, last = begun if at <= last else at, at + len(piece)
            start, end = max((start, end), (begun, last), key=lambda span: span[1] - span[0])
    return start, end
