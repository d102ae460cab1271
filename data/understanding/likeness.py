"""How much sentences are alike, by their words, the concepts behind them, and the kinds of things that they name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from data.understanding.intent.features import n_grams
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.meaning import Understanding


def likenesses(said: Understanding, known: Sequence[Understanding]) -> list[float]:
    """Return how much each of the `known` sentences is like `said`, from 0 to 1: the cosine of what they consist of.

    The rarer something is among the known sentences, the more it counts.
    """
    parts, of_known = _parts(said), [_parts(each) for each in known]
    among = Counter(part for each in of_known for part in each)
    weights = {part: log(1 + 2 * len(known) / (2 * among[part] or 1)) ** 2 for part in {*among, *parts}}
    own = _weight(parts, weights) or 1
    return [_weight(parts & each, weights) / sqrt(own * _weight(each, weights)) for each in of_known]


def _parts(heard: Understanding) -> set[str]:
    words, concepts = tokens(heard.text, heard.readings), concepts_and_marks(heard.text, heard.readings)
    return {*words, *n_grams(words, 2), *(f"concept {each}" for each in (*concepts, *n_grams(concepts, 2)))}


def _weight(parts: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[part] for part in parts)
