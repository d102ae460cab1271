"""`make train`: fit the models of intents, percentages, turns and statuses to the labelled sentences."""

import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from warnings import catch_warnings

import numpy
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from data.understanding import Aim, intent
from data.understanding.aims import TOLD
from data.understanding.entities.figure_features import figure_features
from data.understanding.entities.figure_pairs import Pair, distance
from data.understanding.entities.figure_values import value_in
from data.understanding.entities.likely_figures import FIGURE, TOTAL
from data.understanding.entities.likely_percents import LEFT, OTHER, SO_FAR, TextRead, number_features
from data.understanding.entities.percent_forms import HUNDRED, NumberSaid
from data.understanding.intent.model import ZERO, Model, load_model, unpack_model
from data.understanding.likely_status import NONE
from tests.understanding import corpora

SECOND_BEST = 0.25
"""The weight of a meaning that is accepted but not the best."""
ALL_REPORTS = 0.2
"""The weight, for the model of aims, of a report that was written for its status alone. There are so many of them that
with more weight plans, steps and titles become reports, too."""
SEEN_BY = 2
"""The number of sentences in which a feature must occur to be used."""
HEAVIEST, HEAVIEST_OF_AIMS = 60_000, 120_000
"""The number of features that are shipped: those with the largest weights, more frequent ones preferred. The model is
not refitted to them, because it would then compensate for the missing ones with unrelated features."""
STRENGTH = 20.0
ROUNDS = 100
"""The number of passes over the lessons. With fewer, the result depends on chance: a few added sentences change
unrelated ones."""
LARGEST = ZERO - 1
LABELLED = 1 / 3
"""Authors who label a status in at least this share of their reports count as labelling statuses."""


@dataclass(frozen=True)
class Lesson:
    """The features of a sentence, its meanings, best first, and how much it counts beside others."""

    features: frozenset[str]
    meanings: Sequence[str]
    weight: float = 1.0


def fit(lessons: Sequence[Lesson], digest: str = "", heaviest: int = HEAVIEST) -> bytes:
    """Return the content of a weights file for a model of the lessons."""
    rows = [
        (lesson.features, meaning, lesson.weight * (SECOND_BEST if order else 1.0))
        for lesson in lessons
        for order, meaning in enumerate(dict.fromkeys(lesson.meanings))
    ]
    seen = Counter(feature for lesson in lessons for feature in lesson.features)
    known = sorted(feature for feature, times in seen.items() if times >= SEEN_BY)
    learned = _learned(rows, known)
    often = numpy.array([seen[feature] for feature in known])
    weighty = numpy.linalg.norm(learned.coef_, axis=0) * often**0.25
    kept = numpy.sort(numpy.argsort(-weighty, kind="stable")[:heaviest])
    weights = learned.coef_.T[kept]
    step = float(numpy.abs(weights).max()) / LARGEST
    whole = (numpy.rint(weights / step) + ZERO).astype(numpy.uint8)
    rows_kept = {known[at]: row.tobytes() for at, row in zip(kept, whole, strict=True)}
    biases = [round(float(bias), 4) for bias in learned.intercept_]
    return pack_model([str(name) for name in learned.classes_], biases, step, rows_kept, digest)


def pack_model(
    classes: Collection[str], biases: Collection[float], step: float, weights: Mapping[str, bytes], digest: str
) -> bytes:
    """Return the content of a model's file; `weights` has a byte for each class by feature, ZERO for no weight."""
    facts = {"classes": list(classes), "biases": list(biases), "step": step, "digest": digest}
    names = "\n".join(weights).encode()
    return zlib.compress(b"\0\n".join((json.dumps(facts).encode(), names, b"".join(weights.values()))), 9)


def _learned(rows: Sequence[tuple[frozenset[str], str, float]], known: Sequence[str]) -> LogisticRegression:
    places = {feature: at for at, feature in enumerate(known)}
    found = [sorted(places[feature] for feature in features if feature in places) for features, _, _ in rows]
    ends = numpy.cumsum([0, *map(len, found)])
    values = numpy.concatenate([numpy.full(len(each), 1 / max(1, len(each)) ** 0.5) for each in found])
    matrix = csr_matrix((values, numpy.concatenate(found).astype(int), ends), shape=(len(rows), len(known)))
    model = LogisticRegression(C=STRENGTH, solver="saga", max_iter=ROUNDS, tol=0.0, random_state=0)
    with catch_warnings(action="ignore", category=ConvergenceWarning):
        return model.fit(matrix, [meaning for _, meaning, _ in rows], sample_weight=[weight for _, _, weight in rows])


def learn(lessons: Sequence[Lesson]) -> Model:
    """Return a model of the lessons for immediate use."""
    return unpack_model(fit(lessons))


def turn_lessons(turns: Iterable[corpora.TurnSaid]) -> list[Lesson]:
    return [Lesson(frozenset(turn.features), turn.meanings) for turn in turns]


def aim_lessons(sentences: Iterable[corpora.Said], weight: float = 1.0) -> list[Lesson]:
    return [Lesson(frozenset(said.features), _learned_as(said.aims), weight) for said in sentences]


def _learned_as(aims: Sequence[str]) -> Sequence[str]:
    return (TOLD,) if {Aim.TASK, Aim.UNKNOWN} <= set(aims) else aims


def status_lessons(sentences: Iterable[corpora.Said], answers: Iterable[corpora.Said]) -> list[Lesson]:
    """Return the lessons without a percentage, which would give the status away: from reports of authors who label
    statuses throughout, and from `answers`: reports written for their status, and answers to the question for it."""
    told = [said for said in sentences if said.aims[0] == Aim.REPORT and "status" in said.slots]
    told = [said for said in told if said.slots.get("percent") is None]
    reports = Counter(said.author for said in told)
    labelled = Counter(said.author for said in told if said.slots["status"])
    told = [said for said in told if labelled[said.author] >= LABELLED * reports[said.author]]
    return [Lesson(frozenset(said.status_features), (said.slots["status"] or NONE,)) for said in (*told, *answers)]


def percent_lessons(texts: Iterable[corpora.PercentSaid]) -> list[Lesson]:
    """Return a lesson for each number of the texts; of several equal ones the last in a form for percentages counts."""
    return [
        Lesson(frozenset(features), (meant,))
        for said in texts
        for features, meant in _numbers_meant(said.read, said.percent)
    ]


def _numbers_meant(read: TextRead, percent: int | None) -> Iterator[tuple[AbstractSet[str], str]]:
    done = _last([each for each in read.looked_at if each.percent == percent])
    left = _last([each for each in read.looked_at if percent is not None and HUNDRED - each.percent == percent])
    for number, features in number_features(read):
        yield features, SO_FAR if number is done else LEFT if done is None and number is left else OTHER


def _last(numbers: Sequence[NumberSaid]) -> NumberSaid | None:
    return max(numbers, key=lambda each: (not each.is_bare, each.start), default=None)


def figure_lessons(texts: Iterable[corpora.FiguresSaid]) -> list[Lesson]:
    """Return a lesson for each amount of the texts with each indicator that it may be of."""
    return [Lesson(frozenset(features), (meant,)) for said in texts for features, meant in _figures_meant(said)]


def _figures_meant(said: corpora.FiguresSaid) -> Iterator[tuple[AbstractSet[str], str]]:
    read = said.read
    pairs = list(figure_features(read))
    meant = dict(_places(said.totals, pairs, TOTAL)) | dict(_places(said.figures, pairs, FIGURE))
    for at, (_, features) in enumerate(pairs):
        yield features, meant.get(at, OTHER)


def _places(
    said: Mapping[str, float | list[float]], pairs: Sequence[tuple[Pair, AbstractSet[str]]], meant: str
) -> Iterator[tuple[int, str]]:
    """Yield the place of the pair that states each figure, and what it is; there may be several numbers for one."""
    for name, values in said.items():
        for value in values if isinstance(values, list) else (values,):
            if (at := _pair_of(name, value, pairs)) is not None:
                yield at, meant


def _pair_of(name: str, value: float, pairs: Sequence[tuple[Pair, AbstractSet[str]]]) -> int | None:
    """Return the place of the pair that states a figure, of several the one whose name is nearest to its number."""
    found = [
        (distance(pair.nearest, pair.amount), at)
        for at, (pair, _) in enumerate(pairs)
        if pair.indicator.name == name
        and value_in(pair.amount, pair.indicator, pair.nearest.measure, spoken=pair.spoken) == value
    ]
    return min(found)[1] if found else None


def train(name: str, lessons: Sequence[Lesson], heaviest: int = HEAVIEST) -> None:
    """Fit a model, write its weights file, and use it from now on."""
    packed = fit(lessons, corpora.digest_of(name), heaviest)
    (Path(intent.__file__).parent / f"{name}.weights").write_bytes(packed)
    load_model.cache_clear()
    print(f"{name}: {len(lessons):,} sentences, {len(packed):,} bytes")


def main() -> None:
    train("percents", percent_lessons((*corpora.told_percents(), *corpora.percents())))
    plain = (*corpora.plain_figures(), *corpora.listed_figures(), *corpora.told_figures())
    train("figures", figure_lessons((*plain, *corpora.figures())))
    sentences = aim_lessons([*corpora.first_sentences(), *corpora.voices()])
    train("aims", [*sentences, *aim_lessons(corpora.statuses(), ALL_REPORTS)], HEAVIEST_OF_AIMS)
    said = [*corpora.first_sentences(), *corpora.first_sentences("statuses.txt"), *corpora.voices()]
    train("statuses", status_lessons(said, (*corpora.statuses(), *corpora.told_statuses())))
    train("turns", turn_lessons(corpora.turns()))


if __name__ == "__main__":
    main()
