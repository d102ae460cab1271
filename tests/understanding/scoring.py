"""Scoring: when a sentence counts as understood as its author has labelled it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.understanding import WRITING, Aim, Intent, Kind, Understanding, to_json, understand
from data.understanding.entities.figures import figure_readings, figures_of
from tests.understanding.corpora import TODAY, FiguresSaid, Said
from tests.understanding.plan import vocabulary

Labels = Mapping[str, float | list[float]]
SLOTS = ("task", "unit", "status", "percent", "to")
"""The slots that authors have labelled."""


@dataclass(frozen=True, slots=True)
class Score:
    """The number of sentences, of those with the right intent, of those with all slots right as well (not checked if
    two aims are offered), and of those that begin to write something that was not meant."""

    total: int
    right: int
    whole: int
    wrong_writes: int


def heard(said: Said) -> Understanding:
    return understand(said.text, vocabulary(), said.speaker, TODAY)


def status_told(said: Said) -> str | None:
    """Return the status that a report is understood to state, by the number if it is read as none or all of it."""
    meaning = understand(said.text, vocabulary(), said.speaker, TODAY, Aim.REPORT)
    by_number = {0: "not_started", 100: "submitted", None: meaning.status}
    return by_number.get(meaning.percent, meaning.status or "in_progress")


def figures_told(said: FiguresSaid) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the figures that a text is understood to state, and the running totals, each by indicator."""
    readings = list(figure_readings(said.read))
    figures, running = figures_of(readings), {each.values[0] for each in readings if each.kind is Kind.RUNNING_TOTAL}
    return (
        {name: value for name, value in figures.items() if name not in running},
        {name: value for name, value in figures.items() if name in running},
    )


def figures_labelled(said: FiguresSaid) -> tuple[Labels, Labels]:
    """Return the figures that a text states, and the running totals, which do not count beside what is new."""
    return said.figures, {name: value for name, value in said.totals.items() if name not in said.figures}


def right(said: Said, meaning: Understanding) -> bool:
    """Return whether the intent is one of those labelled; if two aims are offered, either suffices."""
    intents = {Aim(aim).intent for aim in said.aims}
    meant = {aim.intent for aim in meaning.between} or {meaning.aim.intent if meaning.candidates else meaning.intent}
    return bool(meant & intents)


def wrong_write(said: Said, meaning: Understanding) -> bool:
    """Return whether a report or request is begun on a named task although none was meant."""
    writes = meaning.aim in WRITING and not meaning.between and meaning.intent is not Intent.UNKNOWN
    return writes and meaning.task is not None and not any(Aim(aim) in WRITING for aim in said.aims)


def slots_right(said: Said, meaning: Understanding) -> Iterable[tuple[str, bool]]:
    told = to_json(meaning)
    yield from ((slot, said.slots[slot] == told[slot]) for slot in SLOTS if said.slots[slot] is not None)


def scored(sentences: Iterable[Said]) -> Score:
    """Return the score of the sentences."""
    found = [(said, heard(said)) for said in sentences]
    good = [(said, meaning) for said, meaning in found if right(said, meaning)]
    whole = [m for said, m in good if m.between or all(fits for _, fits in slots_right(said, m))]
    return Score(len(found), len(good), len(whole), sum(wrong_write(said, meaning) for said, meaning in found))
