"""How work stands by what a report tells of it, where no word of it states a status of the whole task."""

from data.understanding.aims import aim_features
from data.understanding.intent.model import load
from data.understanding.meaning import Kind
from data.understanding.named import Named, says_more
from data.understanding.reports import may_be_all_done
from data.understanding.statuses import UNFINISHED
from data.understanding.vocabulary import Vocabulary

DONE, GOES_ON, UNBEGUN, NONE = "submitted", "in_progress", "not_started", "none"
"""NONE is what a report tells that leaves open how the work stands."""
_ENDS = ("完", "好", "成", "结", "定", "剩", "差", "finish", "complete", "done", "left", "remain", "open")
SURE = 0.55
"""From what sureness on a status is told; below it, it is asked. Of five authors never met, 19 in 20 that were told
were right."""
SURE_TO_GO_ON = 0.4
"""The same of work that goes on, where nothing else is said of it: of reports that told no more than what was done, 4
are taken for that, and of those of work that goes on 20 more are known."""


def likely_status(named: Named, words: Vocabulary, coordinator: bool) -> str | None:
    """Return the status that a report surely tells in other words (35-1 我们干等商务部来文, 6-7移交的全办完了), None
    where none is, or where only a part of the work, or a number of things, is said to be done; what has something
    left (还差份总结) goes on."""
    shares = load("statuses").shares(aim_features(named, words, coordinator))
    status, sureness = next(iter(shares.items()))
    if status == DONE and (named.unfinished or not may_be_all_done(named.heard, named.readings)):
        status = NONE
    if status == UNBEGUN and sureness >= SURE and not _lacks_its_end(named.heard.lower()):
        return UNBEGUN
    if named.unfinished and (status == UNBEGUN or (status == NONE and says_more(named))):
        return GOES_ON
    if status in (NONE, GOES_ON):
        return GOES_ON if shares[GOES_ON] >= (SURE if named.of(Kind.STATUS) else SURE_TO_GO_ON) else None
    return status if sureness >= SURE else None


def _lacks_its_end(text: str) -> bool:
    """Whether it is the end of the work that is not there (没办完), and not the work (没办)."""
    return any(end in text[slice(*span)] for span in UNFINISHED.find(text) for end in _ENDS)
