"""The likeliest aims of a sentence, by the trained model."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from data.understanding.intent.concepts import concept_features
from data.understanding.intent.features import mark_features, word_features
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.meaning import NUMBERS, Aim, Kind
from data.understanding.named import Named
from data.understanding.polarity import asserts, moods
from data.understanding.vocabulary import Vocabulary

_FIFTHS = 5
TOLD = "told"
"""The model's class for a sentence that tells something about a task without reporting (2-7 省里说下周来看).

The task is shown, but such a sentence has other words than a wish to see a task and is learned as a class of its own.
"""


def likely_aims(named: Named, features: Collection[str]) -> dict[Aim, float]:
    """Return the probability of each aim of a sentence with these `features`, the most likely first."""
    shares = load_model("aims").shares(features)
    shown = Aim.TASK if named.codes else Aim.UNKNOWN
    told = shares.pop(TOLD, 0.0)
    shares[shown] = shares.get(shown, 0.0) + told
    found = {Aim(name): share for name, share in shares.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def aim_features(named: Named, words: Vocabulary, coordinator: bool) -> set[str]:
    """Return the features of a sentence: words, marks, the speaker's role, and how and whose a task is named."""
    said = tokens(named.heard, named.readings, named.mine)
    meant = concepts_and_marks(named.heard, named.readings, named.mine)
    role = "coordinator" if coordinator else "liaison"
    found = {
        *word_features(said),
        *concept_features(meant),
        *mark_features(said, named.readings),
        f"role {role}",
        *_task_features(named),
    }
    return found | {f"plan {_share_in_plan(named.heard, words)}", *_mood_features(named)}


def _mood_features(named: Named) -> Iterator[str]:
    """Yield the moods of the sentence, and whether it states anything as a fact."""
    text = named.heard.lower()
    yield from (f"mood {mood}" for mood in moods(text))
    stated = [each.start for each in named.of(*NUMBERS, Kind.STATUS)]
    days = [(each.start, each.end) for each in named.of(Kind.TIME)]
    yield f"tells {asserts(text, stated, ())} {asserts(text, stated, days)}"


def _task_features(named: Named) -> Iterator[str]:
    whose = "own" if named.own_task else "other"
    if named.of(Kind.CODE):
        yield f"code {whose}"
    elif named.of(Kind.NO_CODE):
        yield "code of nothing"
    elif named.hits:
        several = "several" if len(named.hits.codes) > 1 else "one"
        yield f"words {int(named.hits.sureness * _FIFTHS)} {whose} {several}"
    else:
        yield "no task"


def _share_in_plan(heard: str, words: Vocabulary) -> int:
    """Return how many fifths of the pairs of hanzi in `heard` occur in the plan."""
    pairs = [first + second for first, second in pairwise(heard) if _is_hanzi(first) and _is_hanzi(second)]
    return _FIFTHS * sum(pair in words.pairs for pair in pairs) // len(pairs) if pairs else 0


def _is_hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
