"""How work stands by what a report tells of it, where no word of it states a status of the whole task."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from data.understanding.entities.percents import tells_a_share
from data.understanding.intent.features import n_grams
from data.understanding.intent.model import load
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.meaning import Kind, Reading, within
from data.understanding.named import Named, says_more
from data.understanding.polarity import asserts, clauses, says_not_yet
from data.understanding.possible_aims import is_to_come
from data.understanding.reports import may_be_all_done
from data.understanding.statuses import UNFINISHED

_SO, _UNTIL = ("了", "已", "提前"), "前"
DONE, GOES_ON, UNBEGUN, BLOCKED, NONE = "submitted", "in_progress", "not_started", "blocked", "none"
"""NONE is what a report tells that leaves open how the work stands."""
_ENDS = ("完", "好", "成", "结", "定", "剩", "差", "finish", "complete", "done", "left", "remain", "open")
SURE = {DONE: 0.45, BLOCKED: 0.45, UNBEGUN: 0.55}
"""From what sureness on a status is told; below it, it is asked. Of authors never met, 29 in 30 of those told where
one was meant were right. What is called not begun takes back what was reported."""
SURE_TO_GO_ON = 0.3
"""The same of work that goes on, be it less likely than that nothing is said of it: of authors never met, nobody whose
report was that unclear had meant another status."""
SURE_ALTHOUGH = 0.65
"""The same where a word for a status is said, but not of the whole task (存在问题：经费紧张)."""


def status_features(named: Named, features: AbstractSet[str]) -> AbstractSet[str]:
    """Return what the model looks at: the `features` that the aim is told by, and each clause by itself, the first and
    the last as such, too: what is said last often tells how it stands (总结还在写)."""
    return features | set(_of_clauses(named))


def _of_clauses(named: Named) -> Iterator[str]:
    spans = [each for each in clauses(named.heard) if any(map(str.isalnum, named.heard[slice(*each)]))]
    for span in spans:
        said = within(named.said, *span)
        words, meant = (read(said.text, said.readings, named.mine) for read in (tokens, concepts_and_marks))
        found = [*n_grams(words, 1, 2, 3), *(f"concept {each}" for each in n_grams(meant, 1, 2))]
        ends = ["clause", *(["first"] if span is spans[0] else []), *(["last"] if span is spans[-1] else [])]
        yield from (f"{end} {each}" for end in ends for each in found)


def likely_status(named: Named, features: AbstractSet[str], today: date) -> str | None:
    """Return the status that a report surely tells in other words (35-1 我们干等商务部来文, 6-7移交的全办完了), None
    where none is, or where only a part of the work, or a number of things, is said to be done; what has something
    left (还差份总结), of which a share is done (完成抽检任务的80%), or something not so yet (尚未签协议, 下周办完),
    goes on."""
    shares, text = load("statuses").shares(status_features(named, features)), named.heard.lower()
    status, sureness = next(iter(shares.items()))
    if status == DONE and (tells_a_share(text) or says_not_yet(text) or _is_to_come(named, today)):
        return GOES_ON
    if status == DONE and (named.unfinished or not may_be_all_done(named.heard, named.readings)):
        status = NONE
    if status == UNBEGUN and _lacks_its_end(named.heard.lower()):
        status = GOES_ON
    if status in (NONE, GOES_ON):
        enough = SURE_ALTHOUGH if named.of(Kind.STATUS) else SURE_TO_GO_ON
        return GOES_ON if shares[GOES_ON] >= enough or (named.unfinished and says_more(named)) else None
    return status if sureness >= SURE[status] else None


def _is_to_come(named: Named, today: date) -> bool:
    """Whether all that is said to be done is of days to come, and nothing is said to be so by now."""
    text, done = named.heard.lower(), [each.start for each in named.of(Kind.STATUS)]
    days = [(each.start, each.end) for each in named.of(Kind.TIME) if _is_ahead(each, text, today)]
    return bool(done and days) and not any(word in text for word in _SO) and not asserts(text, done, days)


def _is_ahead(day: Reading, text: str, today: date) -> bool:
    """Whether a day is still to come, or one until which something is to be done (年底前)."""
    until = _UNTIL in text[day.start : day.end + 2]
    return is_to_come(text[day.start : day.end], day, today) or (until and date.fromisoformat(day.values[1]) > today)


def _lacks_its_end(text: str) -> bool:
    """Whether it is the end of the work that is not there (没办完), and not the work (没办)."""
    return any(end in text[slice(*span)] for span in UNFINISHED.find(text) for end in _ENDS)
