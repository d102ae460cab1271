"""The status that a report implies in whatever words, by the trained model."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from data.understanding.intent.features import n_grams
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.meaning import Kind, within
from data.understanding.named import Named
from data.understanding.not_yet import tells_so_far
from data.understanding.polarity import clauses
from data.understanding.statuses import denies_obstacles, only_nearly_done
from data.understanding.sureness import LIKELY, RATHER_SURE

CLOSED = "closed"
"""The status that words for done name."""
DONE, BLOCKED, GOING_ON, NONE = "submitted", "blocked", "in_progress", "none"
"""NONE is what is learned of reports that leave the status open."""


def status_features(named: Named, features: AbstractSet[str], today: date) -> AbstractSet[str]:
    """Return the features that the status model sees.

    Besides the `features` for the aim, these are whether named days lie ahead (下周办完), and each clause by itself,
    with the first and the last marked: the last often tells the status (总结还在写).
    """
    ahead = {f"ahead {day.days[1] > today}" for day in named.of(Kind.TIME)}
    return features | ahead | set(_clause_features(named))


def _clause_features(named: Named) -> Iterator[str]:
    spans = [each for each in clauses(named.heard) if any(map(str.isalnum, named.heard[slice(*each)]))]
    for span in spans:
        said = within(named.said, *span)
        words, meant = (read(said.text, said.readings, named.mine) for read in (tokens, concepts_and_marks))
        found = [*n_grams(words, 1, 2, 3), *(f"concept {each}" for each in n_grams(meant, 1, 2))]
        ends = ["clause", *(["first"] if span is spans[0] else []), *(["last"] if span is spans[-1] else [])]
        yield from (f"{end} {each}" for end in ends for each in found)


def likely_status(named: Named, features: AbstractSet[str], today: date) -> str | None:
    """Return the status that a report clearly states in whatever words (6-7移交的全办完了), or None.

    Of authors not trained on, 29 in 30 of the statuses taken were right. DONE needs more if a named day lies ahead or
    words say unfinished (12月底前可以完成, 不能算完成), and work nearly done (已基本完成) goes on; words that deny
    every obstacle (不受阻了) do not say BLOCKED.
    """
    seen = status_features(named, features, today)
    status, sureness = next(iter(load_model("statuses").shares(seen).items()))
    text = named.heard.lower()
    if status == BLOCKED and denies_obstacles(text):
        return None
    if status == DONE and only_nearly_done(text):
        return GOING_ON
    so_far = tells_so_far(text) and not named.of(Kind.STATUS)
    doubtful = status == DONE and ("ahead True" in seen or named.unfinished or so_far)
    return status if status != NONE and sureness >= (RATHER_SURE if doubtful else LIKELY) else None
