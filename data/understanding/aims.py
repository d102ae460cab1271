"""What a whole sentence most likely asks for."""

from collections.abc import Iterator
from itertools import pairwise

from data.understanding.intent.features import of_marks, of_words
from data.understanding.intent.model import load
from data.understanding.intent.tokens import tokens
from data.understanding.meaning import Aim, Kind
from data.understanding.named import Named
from data.understanding.vocabulary import Vocabulary

_FIFTHS = 5


def likely_aims(named: Named, words: Vocabulary, coordinator: bool) -> dict[Aim, float]:
    """Return how likely a sentence has each aim, the likeliest first."""
    shares = load("aims").shares(aim_features(named, words, coordinator))
    return {Aim(name): share for name, share in shares.items()}


def aim_features(named: Named, words: Vocabulary, coordinator: bool) -> set[str]:
    """Return what the model looks at: words, marks, who speaks, and how surely and whose a task is named."""
    said = tokens(named.heard, named.readings, named.mine)
    role = "coordinator" if coordinator else "liaison"
    found = {*of_words(said), *of_marks(said, named.readings), f"role {role}", *_task(named)}
    return found | {f"plan {_share_in_plan(named.heard, words)}"}


def _task(named: Named) -> Iterator[str]:
    whose = "own" if named.own_task else "other"
    if named.of(Kind.CODE):
        yield f"code {whose}"
    elif named.hits:
        several = "several" if len(named.hits.codes) > 1 else "one"
        yield f"words {int(named.hits.sureness * _FIFTHS)} {whose} {several}"
    else:
        yield "no task"


def _share_in_plan(heard: str, words: Vocabulary) -> int:
    """Return how many fifths of the text's pairs of hanzi stand in the plan."""
    pairs = [first + second for first, second in pairwise(heard) if _is_hanzi(first) and _is_hanzi(second)]
    return _FIFTHS * sum(pair in words.pairs for pair in pairs) // len(pairs) if pairs else 0


def _is_hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
