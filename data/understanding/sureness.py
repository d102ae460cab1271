"""How sure the aim of a sentence is, and which aims are offered if none is sure enough."""

from collections.abc import Mapping

from data.understanding.meaning import Aim, Intent
from data.understanding.named import Named
from data.understanding.possible_aims import LIKELY, LIKELY_ALONE, WRITING

SURE = 0.45
"""The minimum sureness (0 to 1) at which a sentence has its likeliest aim; below it, two aims are offered."""
SURE_TO_WRITE = 0.66
"""The minimum sureness of an aim that begins to write something about a named task."""
SURE_TO_EXTEND = 0.45
"""The minimum sureness of a request for more time for a named task."""
SURE_OF_SMALL_TALK = 0.5
"""The minimum sureness of what people say in passing, which nonsense resembles most."""
SURE_OF_A_COURTESY = 0.4
"""The minimum sureness of a greeting or thanks, whose answer does nothing and asks for nothing."""

COURTESIES = frozenset({Aim.GREETING, Aim.THANKS})
SMALL_TALK = COURTESIES | {Aim.AGREE, Aim.REFUSE, Aim.CANCEL}


def aims_in_question(shares: Mapping[Aim, float], named: Named) -> tuple[Aim, ...]:
    """Return the aim that is sure, or else the one or two that are likely enough to be offered, or none."""
    best = next(iter(shares))
    if sureness_of_intent(shares, best) >= _sureness_needed(best, named):
        return (best,)
    second = next((aim for aim in shares if aim.intent is not best.intent), best)
    asks_something = [aim for aim in (best, second) if aim is not Aim.UNKNOWN]
    likely = tuple(aim for aim in asks_something if shares[aim] >= LIKELY)
    if len(likely) > 1 and (best not in WRITING or shares[second] >= LIKELY_ALONE):
        return likely
    alone = tuple(aim for aim in likely if shares[aim] >= LIKELY_ALONE)
    return alone if best not in (*WRITING, *SMALL_TALK) else ()


def sureness_of_intent(shares: Mapping[Aim, float], aim: Aim) -> float:
    """Return the summed share of all aims with the intent of `aim`, or its own share if that intent is UNKNOWN."""
    if aim.intent is Intent.UNKNOWN:
        return shares[aim]
    return sum(share for other, share in shares.items() if other.intent is aim.intent)


def _sureness_needed(aim: Aim, named: Named) -> float:
    if aim in SMALL_TALK:
        return SURE_OF_A_COURTESY if aim in COURTESIES else SURE_OF_SMALL_TALK
    if aim not in WRITING or not named.codes:
        return SURE
    return SURE_TO_EXTEND if aim is Aim.EXTENSION else SURE_TO_WRITE
