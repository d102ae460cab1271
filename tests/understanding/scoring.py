"""When a sentence is understood as its author has labelled it."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.understanding import Understanding, to_json, understand
from data.understanding.meaning import Aim, Intent
from data.understanding.possible_aims import WRITING
from tests.understanding.corpora import TODAY, Said
from tests.understanding.plan import vocabulary

SLOTS = ("task", "unit", "status", "percent", "to")
"""What the authors have labelled, and where it is told."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many sentences there are, how many have the right intent, and this with all slots (of two aims that are
    offered none is asked for), and how many begin to write what was not meant."""

    total: int
    right: int
    whole: int
    wrong_writes: int


def heard(said: Said) -> Understanding:
    return understand(said.text, vocabulary(), said.speaker, TODAY)


def right(said: Said, meaning: Understanding) -> bool:
    """Whether the intent is one of those labelled; of two that compete, either."""
    intents = {Aim(aim).intent for aim in said.aims}
    meant = {aim.intent for aim in meaning.between} or {meaning.aim.intent if meaning.candidates else meaning.intent}
    return bool(meant & intents)


def wrong_write(said: Said, meaning: Understanding) -> bool:
    """Whether a report or a request is begun on a task that is named, where none was meant."""
    writes = meaning.aim in WRITING and not meaning.between and meaning.intent is not Intent.UNKNOWN
    return writes and meaning.task is not None and not any(Aim(aim) in WRITING for aim in said.aims)


def slots_right(said: Said, meaning: Understanding) -> Iterable[tuple[str, bool]]:
    told = to_json(meaning)
    yield from ((slot, said.slots[slot] == told[slot]) for slot in SLOTS if said.slots[slot] is not None)


def scored(sentences: Iterable[Said]) -> Score:
    """Return how sentences are understood."""
    found = [(said, heard(said)) for said in sentences]
    good = [(said, meaning) for said, meaning in found if right(said, meaning)]
    whole = [m for said, m in good if m.between or all(fits for _, fits in slots_right(said, m))]
    return Score(len(found), len(good), len(whole), sum(wrong_write(said, meaning) for said, meaning in found))
