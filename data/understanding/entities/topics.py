"""Tasks by the words of their title, measure or deliverable."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log

from data.patterns import Pattern
from data.understanding.lexicon import table
from data.understanding.normalise.romanise import folded, syllables
from data.understanding.words import TaskWords

_RUN = Pattern(r"[一-鿿]+|[a-z][a-z0-9]+|\d{3,}")
_HANZI_RUN = Pattern("[一-鿿]+")
_CAMPAIGN = Pattern("([一-鿿]{2})(?:专项)?(?:行动|工作|活动)($|[^一-鿿])")
_JOINED = dict.fromkeys(map(ord, "“”‘’「」()（）·"))
_RARE = 500
_ENOUGH = 0.5
_EXPECTED = 0.4
_SOUNDING = 0.75
_SOUNDS = 3
_CLOSE = 0.85
_PHRASE = 0.15
_A_NAME = 4
_FEW = 2
_OPENING = 0.8
_ENGLISH: Mapping[str, str] = table("topics")["english"]


@dataclass(frozen=True, slots=True)
class Topics:
    """Which tasks hold which pieces of text, by character pairs and by pairs of sounds."""

    codes: tuple[str, ...]
    titles: tuple[str, ...]
    pieces: Mapping[str, Mapping[int, float]]
    sounds: Mapping[str, Mapping[int, float]]

    def in_a_title(self, words: str) -> bool:
        """Say whether the title of a task holds the words, which are a name of their own."""
        return len(words) >= _A_NAME and any(words in title for title in self.titles)


@dataclass(frozen=True, slots=True)
class Hits:
    """The tasks that fit best, several competing, and how well, 0 to 1; the first holds `shared` pieces of the text."""

    codes: tuple[str, ...]
    sureness: float
    shared: int = 0


def index_topics(tasks: Iterable[TaskWords]) -> Topics:
    """Index tasks; what a title says weighs more than a measure, and that more than a deliverable."""
    known = list(tasks)
    pieces, sounds = defaultdict[str, dict[int, float]](dict), defaultdict[str, dict[int, float]](dict)
    for number, task in enumerate(known):
        for text, weight in ((task.deliverable, 0.7), (task.measure, 0.9), (task.title, 1.0)):
            for piece in _pieces(text.lower()):
                pieces[piece][number] = weight
        for piece in _sound_pieces(task.title):
            sounds[piece][number] = 0.9
    titles = tuple(task.title.lower() for task in known)
    return Topics(tuple(task.code for task in known), titles, dict(pieces), dict(sounds))


def _runs(pattern: Pattern, text: str) -> list[str]:
    return [match[0] for match in pattern.finditer(text)]


def _pieces(text: str) -> list[str]:
    return [
        piece
        for run in _runs(_RUN, text.translate(_JOINED))
        for piece in ([run] if run[0].isascii() else (run[at : at + 2] for at in range(len(run) - 1)))
    ]


def _sound_pieces(text: str) -> list[str]:
    return [
        " ".join(map(folded, syllables(run[at : at + 2])))
        for run in _runs(_HANZI_RUN, text)
        for at in range(len(run) - 1)
    ]


def find_tasks(text: str, topics: Topics, preferred: Collection[str], expected: bool) -> Hits | None:
    """Return the tasks that the text is about, those with `preferred` codes first; None if it is about none.

    Where a task is `expected`, since the sentence asks how something is getting on, less of the text must fit.
    """
    named = _CAMPAIGN.sub(r"\1\2", text)
    hits = _search(_pieces(named), topics.pieces, topics, named, preferred, _EXPECTED if expected else _ENOUGH)
    sounds = _sound_pieces(text)
    if hits or len(sounds) < _SOUNDS:
        return hits
    return _search(sounds, topics.sounds, topics, text, preferred, _SOUNDING)


def in_chinese(word: str) -> str:
    """Return the plan's word for an English one in lower case (seeds: 种子), else the word itself."""
    return _ENGLISH.get(word) or _ENGLISH.get(word.removesuffix("s"), word)


def shared_pairs(text: str, code: str, topics: Topics) -> int:
    """Return how many different pieces of a text are known of a task."""
    number = topics.codes.index(code)
    return sum(number in topics.pieces.get(piece, ()) for piece in dict.fromkeys(_pieces(text)))


def opening_task(text: str, topics: Topics, own: Collection[str]) -> Hits | None:
    """Return the tasks of one's own that hold the first words of the text in their title, or begin with its first word
    where hardly another task knows that (绿盾)."""
    named = [(code, title) for code, title in zip(topics.codes, topics.titles, strict=True) if code in own]
    codes = tuple(code for code, title in named if text[:_A_NAME] in title)
    if not codes and len(topics.pieces.get(text[:2], ())) <= _FEW:
        codes = tuple(code for code, title in named if title.startswith(text[:2]))
    return Hits(codes, _OPENING) if codes and len(text) > _A_NAME else None


def _search(
    wanted: list[str],
    index: Mapping[str, Mapping[int, float]],
    topics: Topics,
    text: str,
    preferred: Collection[str],
    enough: float,
) -> Hits | None:
    weights = {piece: _weight(len(index.get(piece, ())), len(topics.codes)) for piece in dict.fromkeys(wanted)}
    scores = _scores(weights, index)
    if not scores or 2 * sum(piece in index for piece in weights) < len(weights):
        return None
    whole = sum(weights.values())
    phrases = _phrases(text)
    for number in scores:
        scores[number] += _PHRASE * whole * any(phrase in topics.titles[number] for phrase in phrases)
    best = max(scores.values())
    own = [score for number, score in scores.items() if topics.codes[number] in preferred]
    pool = scores
    if own and max(own) >= _CLOSE * best - 0.05 * whole:
        best, pool = max(own), {n: score for n, score in scores.items() if topics.codes[n] in preferred}
    if best < enough * whole or (len(weights) == 1 and best < whole):
        return None
    chosen = sorted((n for n, score in pool.items() if score >= _CLOSE * best), key=lambda n: (-pool[n], n))
    return Hits(tuple(topics.codes[number] for number in chosen), min(1.0, best / whole))


def _phrases(text: str) -> set[str]:
    """Return the words that count for more when a title holds them as they stand: whole ones, or four characters."""
    runs = [run for run in _runs(_RUN, text) if len(run) > 2]
    return {run[at : at + 4] for run in runs for at in range(max(1, len(run) - 3))}


def _weight(holders: int, tasks: int) -> float:
    """Return how much a piece of text tells; what no task holds, such as the joint of two words, tells less."""
    return log(1 + tasks / holders) if holders else 0.5 * log(1 + tasks / 2)


def _scores(weights: Mapping[str, float], index: Mapping[str, Mapping[int, float]]) -> dict[int, float]:
    known = sorted((piece for piece in weights if piece in index), key=lambda piece: len(index[piece]))
    rare = [piece for piece in known if len(index[piece]) <= _RARE] or known[:1]
    scores = {number: 0.0 for piece in rare for number in index[piece]}
    for piece in known:
        holders = index[piece]
        for number in scores if len(scores) < len(holders) else holders:
            if number in holders and number in scores:
                scores[number] += weights[piece] * holders[number]
    return scores
