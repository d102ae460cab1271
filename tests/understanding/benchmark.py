"""Time to understand a sentence, with the shipped plan and with 10,000 tasks: the best of three runs."""

from collections.abc import Iterator
from itertools import cycle, islice
from time import perf_counter

from data.understanding import Speaker, TaskWords, Vocabulary, understand
from tests.understanding.corpora import TODAY, sentences
from tests.understanding.plan import groups, indicators, rows, tasks, units, vocabulary, vocabulary_of


def speeds() -> Iterator[str]:
    """Yield a line for each size of the plan."""
    yield _line("the plan", vocabulary())
    started = perf_counter()
    large = _large(10_000)
    built = perf_counter() - started
    yield _line("10,000 tasks", large) + f" (index built in {built:.1f} s)"


def _line(size: str, words: Vocabulary) -> str:
    times = sorted(min(_took(e.text, words, e.speaker) for _ in range(3)) for e in sentences())
    mean, worst = sum(times) / len(times), times[-1]
    return f"{size}: {1000 * mean:.2f} ms a sentence, {1000 * worst:.2f} ms the slowest"


def _took(text: str, words: Vocabulary, speaker: Speaker) -> float:
    started = perf_counter()
    understand(text, words, speaker, TODAY)
    return perf_counter() - started


def _large(size: int) -> Vocabulary:
    plan = rows("wuhan-2019-2020.csv")
    many = [
        TaskWords(f"{100 + number // 50}-{number % 50 + 1}", task.title, task.measure, task.deliverable, task.units)
        for number, task in enumerate(islice(cycle(list(tasks(plan))), size))
    ]
    return vocabulary_of(units(), groups(), many, indicators(), [row["任务名称"] for row in plan])
