"""Tasks by the words of their title, measure or deliverable."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from data.patterns import Pattern
from data.understanding.entities.task_words import TITLE, TaskIndex, pieces_of, sounds_of, word_runs
from data.understanding.lexicon import table
from data.understanding.normalise.sentence import Span
from data.understanding.sureness import SURE

_CAMPAIGN = Pattern("([一-鿿]{2})(?:专项)?(?:行动|工作|活动)($|[^一-鿿])")
_CAMPAIGN_NAME = Pattern("[一-鿿]{2}行动")
_RARE = 500
"""A piece that more tasks have finds none by itself."""
_ENOUGH = 0.5
_EXPECTED = 0.4
_SOUNDING = 0.75
_SOUNDS = 3
_CLOSE = 0.85
_PHRASE = 0.15
_A_NAME = 4
_A_TITLE, _FEW = 6, 50
"""The shortest title found whole, and the most tasks that may share the piece by which it is found."""
_ENGLISH: Mapping[str, str] = table("topics")["english"]


@dataclass(frozen=True, slots=True)
class Hits:
    """The tasks that fit best, which compete if there are several, and how well (0 to 1)."""

    codes: tuple[str, ...]
    sureness: float


def is_in_a_title(words: str, tasks: TaskIndex) -> bool:
    """Return whether the title of a task contains `words`, which must be long enough to be a name."""
    pieces = [piece for piece in pieces_of(words) if not piece.isascii()]
    held = tasks.holding(pieces, _RARE, in_title=True) if len(words) >= _A_NAME and pieces else ()
    return any(words in tasks.task(number).title for number in held)


def named_in_full(text: str, tasks: TaskIndex) -> tuple[str, Span] | None:
    """Return the code and the place of the longest title of a task that a text contains whole, or None."""
    rare = [piece for piece in dict.fromkeys(pieces_of(text)) if 0 < tasks.holders(piece) <= _FEW]
    numbers = dict.fromkeys(n for piece in rare for n, weight in tasks.weights(piece).items() if weight == TITLE)
    held = [task for task in map(tasks.task, numbers) if len(task.title) >= _A_TITLE and task.title in text]
    if not held:
        return None
    named = max(held, key=lambda task: len(task.title))
    at = text.find(named.title)
    return named.code, (at, at + len(named.title))


def campaign_named(text: str, tasks: TaskIndex) -> tuple[Hits, Span] | None:
    """Return the only task whose title has the name of a campaign in a text (昆仑行动), and where that stands."""
    for match in _CAMPAIGN_NAME.finditer(text):
        held = tasks.holding(pieces_of(match[0]), 2, in_title=True)
        if len(held) == 1 and match[0] in tasks.task(held[0]).title:
            return Hits((tasks.task(held[0]).code,), SURE), match.span()
    return None


def is_of_a_title(words: str, tasks: TaskIndex) -> bool:
    """Return whether all of `words` are from the plan, and some of them from the title of a task."""
    pieces = pieces_of(words)
    return all(map(tasks.holders, pieces)) and any(TITLE in tasks.weights(piece).values() for piece in pieces)


def find_tasks(text: str, tasks: TaskIndex, preferred: Collection[str], expected: bool) -> Hits | None:
    """Return the tasks that a text is about, if possible those with `preferred` codes, or None.

    If a task is `expected`, because a word points at it, less of the text must fit.
    """
    named = without_kinds(text)
    hits = _search(pieces_of(named), tasks, named, preferred, _EXPECTED if expected else _ENOUGH)
    if hits or len(sounds := sounds_of(text)) < _SOUNDS:
        return hits
    return _search(sounds, tasks, text, preferred, _SOUNDING)


def is_titled(text: str, codes: Collection[str], tasks: TaskIndex) -> bool:
    """Return whether a text has two or more pieces of the title of one of these tasks."""
    weights = [tasks.task(number).weights for number in tasks.numbers(codes)]
    return any(sum(each.get(piece) == TITLE for piece in pieces_of(text)) > 1 for each in weights)


def words_end(text: str, codes: Collection[str], tasks: TaskIndex) -> int:
    """Return where the last piece in a text that one of these tasks has ends, or 0 if there is none."""
    known = {piece for number in tasks.numbers(codes) for piece in tasks.task(number).weights}
    return max((text.rfind(piece) + len(piece) for piece in pieces_of(text) if piece in known), default=0)


@lru_cache(maxsize=16)
def without_kinds(text: str) -> str:
    """Return a text without the words for the kind of campaign after its name (铁拳行动)."""
    return _CAMPAIGN.sub(r"\1\2", text)


def plan_word_for(word: str) -> str:
    """Return the plan's word for an English one in lower case (种子 for seeds), or else the word itself."""
    return _ENGLISH.get(word) or _ENGLISH.get(word.removesuffix("s"), word)


def _search(
    wanted: Sequence[str], tasks: TaskIndex, text: str, preferred: Collection[str], enough: float
) -> Hits | None:
    holders = {piece: tasks.holders(piece) for piece in dict.fromkeys(wanted)}
    weights = {piece: _weight(count, len(tasks)) for piece, count in holders.items()}
    known = sorted((piece for piece, count in holders.items() if count), key=holders.__getitem__)
    if not known or 2 * len(known) < len(weights):
        return None
    scores = _scores(known, holders, weights, tasks)
    whole = sum(weights.values())
    phrases = _phrases(text)
    for number in scores:
        title = tasks.task(number).title
        scores[number] += _PHRASE * whole * any(phrase in title for phrase in phrases)
    best = max(scores.values(), default=0.0)
    least = whole if len(weights) == 1 else enough * whole
    if best < least:
        return None
    close = [n for n, score in scores.items() if score >= _CLOSE * best]
    close.sort(key=lambda n: (-scores[n], tasks.task(n).place))
    own = [n for n in close if tasks.task(n).code in preferred]
    chosen = own if own and scores[own[0]] >= least else close
    return Hits(tuple(tasks.task(n).code for n in chosen), min(1.0, scores[chosen[0]] / whole))


def _phrases(text: str) -> set[str]:
    """Return the words, or their stretches of four characters, that count extra if a title has them literally."""
    long = [run for run in word_runs(text) if len(run) > 2]
    return {run[at : at + 4] for run in long for at in range(max(1, len(run) - 3))}


def _weight(holders: int, tasks: int) -> float:
    """Return how much a piece tells; one that no task has, such as at the joint of two words, tells less."""
    return log(1 + tasks / holders) if holders else 0.5 * log(1 + tasks / 2)


def _scores(
    known: list[str], holders: Mapping[str, int], weights: Mapping[str, float], tasks: TaskIndex
) -> dict[int, float]:
    """Return how well each task fits that has a rare piece, by its number.

    If no piece is rare, the first tasks that have all pieces are scored, or the first that have the rarest.
    """
    rare = [piece for piece in known if holders[piece] <= _RARE]
    scores = {number: 0.0 for piece in rare for number in tasks.weights(piece)}
    if not rare:
        scores = dict.fromkeys(tasks.holding(known, _RARE) or tasks.holding(known[:1], _RARE), 0.0)
    for piece in known:
        if holders[piece] <= _RARE:
            for number, weight in tasks.weights(piece).items():
                scores[number] += weights[piece] * weight
        else:
            for number in scores:
                scores[number] += weights[piece] * tasks.task(number).weights.get(piece, 0.0)
    return scores
