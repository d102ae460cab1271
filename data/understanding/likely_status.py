"""How work stands by what a report tells of it, where no word of it states a status of the whole task."""

from data.understanding.aims import aim_features
from data.understanding.intent.model import load
from data.understanding.named import Named
from data.understanding.reports import may_be_all_done
from data.understanding.vocabulary import Vocabulary

DONE, NONE = "submitted", "none"
"""What a report tells that leaves open how the work stands."""
SURE = 0.6
"""From what sureness on a status is told; below it, it is asked. Of authors never met 98 % of those told were right."""


def likely_status(named: Named, words: Vocabulary, coordinator: bool) -> str | None:
    """Return the status that a report surely tells in other words (35-1 我们干等商务部来文, 6-7移交的全办完了), None
    where none is, or where only a part of the work, or a number of things, is said to be done."""
    status, sureness = next(iter(load("statuses").shares(aim_features(named, words, coordinator)).items()))
    if status == NONE or sureness < SURE:
        return None
    return None if status == DONE and not may_be_all_done(named.heard, named.readings) else status
