"""The status that a report implies in whatever words, by the trained model."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from data.patterns import Pattern
from data.understanding.intent.features import n_grams
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.meaning import Kind, within
from data.understanding.named import Named, says_more
from data.understanding.normalise.sentence import blank
from data.understanding.not_yet import is_all_ahead
from data.understanding.polarity import clauses
from data.understanding.statuses import NEARLY, NOT_ALL, denies_obstacles, every_status
from data.understanding.sureness import LIKELY, RATHER_SURE

CLOSED = "closed"
"""The status that words for done name."""
DONE, GOES_ON, UNBEGUN, BLOCKED, NONE = "submitted", "in_progress", "not_started", "blocked", "none"
"""NONE is for reports that leave the status open."""
SURE_OF = {DONE: LIKELY, BLOCKED: LIKELY, UNBEGUN: RATHER_SURE}
"""The minimum sureness at which a status is taken; below it, the bot asks.

Of authors not trained on, 29 in 30 of the statuses taken were right. UNBEGUN needs more because it takes back what was
reported, as does DONE if a named day lies ahead (年底能完成 is a hope, 那个5月就做了 is not), and GOES_ON if another
status is named, but not for the whole task (存在问题：经费紧张).
"""
SURE_TO_GO_ON = 0.3
"""The minimum sureness of GOES_ON, even if NONE is likelier.

Of authors not trained on, nobody whose report was so unclear had meant another status.
"""

_DONE_WITH = Pattern(r"完成了?(?P<object>\p{Han}{2,}?)(?:任务|工作|活动)?了?(?:$|[^\p{Han}\d])")


def status_features(named: Named, features: AbstractSet[str], today: date) -> AbstractSet[str]:
    """Return the features that the status model sees.

    Besides the `features` for the aim, these are whether named days lie ahead (下周办完), and each clause by itself,
    with the first and the last marked: the last often tells the status (总结还在写).
    """
    ahead = {f"ahead {date.fromisoformat(day.values[1]) > today}" for day in named.of(Kind.TIME)}
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

    Work with something left (还差份总结) or nearly done (基本完成) is in progress. Work that is partly done, or cannot
    be done (完不成), is not done, and work whose obstacles are denied (没有卡住) is not blocked.
    """
    seen = status_features(named, features, today)
    shares = load_model("statuses").shares(seen)
    status, sureness = next(iter(shares.items()))
    if status in (DONE, NONE) and _is_nearly_done(named):
        return GOES_ON
    told = blank(named.heard.lower(), named.of(Kind.TASK))
    if status == DONE and (named.unfinished or _is_done_in_part(told, named.titles)):
        status = NONE
    if status == DONE and is_all_ahead(blank(told, named.of(Kind.CODE), " "), today):
        status = NONE
    if status == BLOCKED and denies_obstacles(named.heard.lower()):
        status = NONE
    if status in (NONE, GOES_ON):
        another = any(each.values[0] != GOES_ON for each in named.of(Kind.STATUS))
        enough = RATHER_SURE if another else SURE_TO_GO_ON
        return GOES_ON if shares[GOES_ON] >= enough or (named.unfinished and says_more(named)) else None
    is_ahead = status == DONE and "ahead True" in seen
    return status if sureness >= (RATHER_SURE if is_ahead else SURE_OF[status]) else None


def _is_done_in_part(text: str, titles: Collection[str]) -> bool:
    """Return whether a lower-cased text speaks of a part, and no other clause says done (第3期办完了，全部结束).

    What the title of the task names is no part of it (完成培训 where the task is 12315平台培训班), unless it is
    counted (完成培训2期).
    """
    parts = [start for start, _ in NOT_ALL.find(text) if not _is_the_task(text[start:], titles)]
    others = (text[start:end] for start, end in clauses(text) if not any(start <= each < end for each in parts))
    return bool(parts) and not any(status.values[0] == CLOSED for each in others for status in every_status(each))


def _is_the_task(words: str, titles: Collection[str]) -> bool:
    done = _DONE_WITH.match(words)
    return done is not None and any(done["object"] in title for title in titles)


def _is_nearly_done(named: Named) -> bool:
    """Return whether a text says nearly done, and does not also say done."""
    nearly = NEARLY.find(named.heard.lower())
    done = [each.start for each in named.of(Kind.STATUS) if each.values[0] == CLOSED]
    beside = [at for at in done if not any(start <= at < end for start, end in nearly)]
    return bool(nearly) and not beside
