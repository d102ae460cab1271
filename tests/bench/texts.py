"""Benchmark of reading texts: ordinary sentences, and repetitive texts of 4,096 characters."""

import statistics
from collections.abc import Callable, Sequence
from random import Random
from time import process_time

from data.understanding import Speaker, TaskWords, Vocabulary, understand
from tests.bench.figures import Figure
from tests.fuzz.pieces import LONGEST, pumped
from tests.fuzz.readers import READERS
from tests.understanding.corpora import TODAY, sentences
from tests.understanding.plan import groups, indicators, rows, tasks, units, vocabulary, vocabulary_of

PART = "Texts"
TEXTS, SENTENCES, MANY = 300, 400, 10_000
SPEAKER = Speaker(("市公安局",))


def measure() -> list[Figure]:
    """Read texts with every reader; measured in processor time, which other processes do not affect.

    Each repetitive text is read again without its first character, because what was read just before is known.
    """
    chance = Random(18)
    texts = [pumped(chance) for _ in range(TEXTS)]
    said = chance.sample([each.text for each in sentences()], SENTENCES)
    found = [
        Figure(PART, "a sentence, the median", statistics.median(_milliseconds_each(vocabulary(), said)), "ms", most=1)
    ]
    large = _milliseconds_each(_large(), said[: SENTENCES // 4])
    found.append(Figure(PART, f"a sentence beside {MANY:,} tasks, the median", statistics.median(large), "ms", most=20))
    for name, read in READERS.items():
        worst = sorted(min(_took(read, each) for each in (text, text[1:])) for text in texts)
        found.append(
            Figure(PART, f"{LONGEST:,} characters as {name}, the slowest of {TEXTS}", worst[-1], "ms", most=50)
        )
    return found


def _milliseconds_each(words: Vocabulary, said: Sequence[str]) -> list[float]:
    understand(said[0], words, SPEAKER, TODAY)
    return [_took(lambda text: understand(text, words, SPEAKER, TODAY), text) for text in said]


def _large() -> Vocabulary:
    """Return a vocabulary of many tasks, each made of the halves of two tasks of the shipped plan."""
    shipped, chance = list(tasks(rows("wuhan-2019-2020.csv"))), Random(18)
    mixed = [
        TaskWords(f"{number}-1", _halves(a.title, b.title), _halves(a.measure, b.measure), b.deliverable, a.units)
        for number in range(1, MANY + 1)
        for a, b in [chance.sample(shipped, 2)]
    ]
    return vocabulary_of(units(), groups(), mixed, indicators(), [*vocabulary().sections.titles])


def _halves(first: str, second: str) -> str:
    return first[: len(first) // 2] + second[len(second) // 2 :]


def _took(read: Callable[[str], object], text: str) -> float:
    begun = process_time()
    read(text)
    return 1000 * (process_time() - begun)
