"""`make understanding`: print how well the corpora are understood, each author by models that have not learned from
them."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar
from unittest.mock import patch

from data.understanding import Understanding
from data.understanding.entities.percents import percent_of
from data.understanding.intent.model import Model
from data.understanding.sureness import LIKELY, RATHER_SURE
from tests.data.plan.deadline_corpora import ELSEWHERE, misread_elsewhere, rows_of
from tests.understanding.benchmark import speeds
from tests.understanding.corpora import (
    STRANGERS,
    FiguresSaid,
    PercentSaid,
    Said,
    TurnSaid,
    figures,
    first_sentences,
    listed_figures,
    mentions,
    percents,
    plain_figures,
    sentences,
    statuses,
    told_figures,
    told_percents,
    told_statuses,
    turns,
    voices,
)
from tests.understanding.scoring import (
    figures_labelled,
    figures_told,
    heard,
    right,
    scored,
    slots_right,
    status_told,
    wrong_write,
)
from tests.understanding.training import (
    ALL_REPORTS,
    Lesson,
    aim_lessons,
    figure_lessons,
    learn,
    percent_lessons,
    status_lessons,
    turn_lessons,
)

Labelled = TypeVar("Labelled", Said, PercentSaid, FiguresSaid)


def share(right: int, total: int) -> str:
    return f"{right}/{total} {100 * right / total:.1f} %" if total else "none"


def by_strangers() -> Iterable[tuple[Said, Understanding]]:
    """Yield every author's sentences as understood by a model that has learned from the other authors only."""
    for author in dict.fromkeys(said.author for said in voices()):
        others = (said for said in voices() if said.author != author)
        lessons = [*aim_lessons([*first_sentences(), *others]), *aim_lessons(statuses(), ALL_REPORTS)]
        with knowing(learn(lessons)):
            yield from ((said, heard(said)) for said in voices() if said.author == author)


def knowing(model: Model) -> AbstractContextManager[object]:
    return patch("data.understanding.aims.load_model", return_value=model)


def show_aims(failures: bool) -> None:
    met: dict[str, Counter[bool]] = {}
    whole: dict[str, Counter[bool]] = {}
    by_intent: dict[str, Counter[bool]] = {}
    by_slot: dict[str, Counter[bool]] = {}
    unsure, writes, wrong = 0, [], []
    for said, meaning in by_strangers():
        good = right(said, meaning)
        met.setdefault(said.author, Counter())[good] += 1
        by_intent.setdefault(said.aims[0], Counter())[good] += 1
        unsure += bool(meaning.between)
        if wrong_write(said, meaning):
            writes.append((said, meaning))
        if not good:
            wrong.append((said, meaning))
        slots = list(slots_right(said, meaning)) if good and not meaning.between else []
        for slot, fits in slots:
            by_slot.setdefault(slot, Counter())[fits] += 1
        whole.setdefault(said.author, Counter())[good and all(fits for _, fits in slots)] += 1
    print("\nintents of authors never met")
    show(met)
    print("with all slots")
    show(whole)
    print(f"  in {unsure} cases two are offered; sure from {LIKELY}, to write from {RATHER_SURE}")
    print("by aim")
    show(by_intent)
    print("slots, where the intent is right")
    show(by_slot)
    print(f"wrong write-intents on a named task: {len(writes)}")
    for said, meaning in [*writes, *(wrong if failures else ())]:
        print(f"  {meaning.confidence:.2f} {meaning.aim:<10} not {'/'.join(said.aims)}: {said.text}")


def show_turns(failures: bool) -> None:
    print("\nturns of authors never met")
    met: dict[str, Counter[bool]] = {}
    by_meaning: dict[str, Counter[bool]] = {}
    wrong: list[tuple[TurnSaid, str, float]] = []
    for author in dict.fromkeys(turn.author for turn in turns()):
        model = learn(turn_lessons(turn for turn in turns() if turn.author != author))
        for turn in (turn for turn in turns() if turn.author == author):
            best, sureness = next(iter(model.shares(turn.features).items()))
            met.setdefault(author, Counter())[best in turn.meanings] += 1
            by_meaning.setdefault(turn.meanings[0], Counter())[best in turn.meanings] += 1
            if best not in turn.meanings:
                wrong.append((turn, best, sureness))
    show(met)
    show(by_meaning)
    for turn, best, sureness in wrong if failures else ():
        print(f"  {sureness:.2f} {best:<8} not {'/'.join(turn.meanings)} at {turn.asked}: {turn.text}")


def show_statuses(failures: bool) -> None:
    print("\nstatuses of authors never met")
    told = [*first_sentences(), *first_sentences("statuses.txt"), *voices()]
    show_met(
        statuses(),
        lambda others: status_lessons(told, (*others, *told_statuses())),
        "data.understanding.likely_status.load_model",
        lambda said: (status_told(said), said.slots["status"]),
        failures=failures,
    )


def show_percents(failures: bool) -> None:
    print("\npercentages of authors never met")
    show_met(
        percents(),
        lambda others: percent_lessons((*told_percents(), *others)),
        "data.understanding.entities.likely_percents.load_model",
        lambda said: (percent_of(said.read), said.percent),
        failures=failures,
    )


def show_figures(failures: bool) -> None:
    print("\nfigures of authors never met")
    show_met(
        figures(),
        lambda others: figure_lessons((*plain_figures(), *listed_figures(), *told_figures(), *others)),
        "data.understanding.entities.likely_figures.load_model",
        lambda said: (figures_told(said), figures_labelled(said)),
        failures=failures,
    )


def show_met(
    texts: Iterable[Labelled],
    lessons: Callable[[list[Labelled]], Sequence[Lesson]],
    loader: str,
    told: Callable[[Labelled], tuple[object, object]],
    *,
    failures: bool,
) -> None:
    """Print for each author how many texts are read as labelled by a model that has learned from the others."""
    met: dict[str, Counter[bool]] = {}
    for author in dict.fromkeys(said.author for said in texts):
        model = learn(lessons([said for said in texts if said.author != author]))
        with patch(loader, return_value=model):
            for said in (said for said in texts if said.author == author):
                read, label = told(said)
                met.setdefault(author, Counter())[read == label] += 1
                if failures and read != label:
                    print(f"  {read} not {label}: {said.text}")
    show(met)


def show(counted: dict[str, Counter[bool]]) -> None:
    for name, found in counted.items():
        print(f"  {name:<14}{share(found[True], found.total())}")
    print(f"  {'all':<14}{share(sum(f[True] for f in counted.values()), sum(f.total() for f in counted.values()))}")


def show_learned(title: str, examples: Sequence[object]) -> None:
    wrong = [example for example in examples if getattr(example, "wrong", None)]
    print(f"{title}: {share(len(examples) - len(wrong), len(examples))}")


def show_strangers() -> None:
    """Print the scores of the shipped models for authors from whom nothing is learned."""
    print("\nauthors from whom nothing is learned")
    found = scored(voices(STRANGERS))
    print(f"  intents       {share(found.right, found.total)}")
    print(f"  with slots    {share(found.whole, found.total)}")
    print(f"  wrong write-intents on a named task: {found.wrong_writes}")
    heard_right = [turn.heard.meaning in turn.meanings for turn in turns(STRANGERS)]
    print(f"  turns         {share(sum(heard_right), len(heard_right))}")
    told_right = [status_told(said) == said.slots["status"] for said in statuses(STRANGERS)]
    print(f"  statuses      {share(sum(told_right), len(told_right))}")
    read_right = [percent_of(said.read) == said.percent for said in percents(STRANGERS)]
    print(f"  percentages   {share(sum(read_right), len(read_right))}")
    counted_right = [figures_told(said) == figures_labelled(said) for said in figures(STRANGERS)]
    print(f"  figures       {share(sum(counted_right), len(counted_right))}")


def main(failures: bool) -> None:
    show_learned("unit mentions", mentions())
    deadlines = len(rows_of(ELSEWHERE))
    print(f"deadlines of other cities: {share(deadlines - len(misread_elsewhere()), deadlines)}")
    show_learned("sentences.txt with all slots, learned from", sentences())
    show_strangers()
    show_turns(failures)
    show_statuses(failures)
    show_percents(failures)
    show_figures(failures)
    show_aims(failures)
    for line in speeds():
        print(line)


main("--failures" in sys.argv)
