"""What a row of the table of intents holds."""

from dataclasses import dataclass

from handlers.dialog.readers import Takes
from handlers.entrance.group_answers import DoesInGroup
from handlers.telegram import Does, For
from handlers.telegram.context import Callback


@dataclass(frozen=True, slots=True)
class Row:
    """What is done for an aim. Its `readers` are tried first, in order; each knows sentences of this aim that have a
    more specific answer. A reader that belongs to two competing aims stands in both rows.
    `does` answers in private the people it is `for_`; others are told what they can use instead. `in_group` answers in
    a group, and only reads; without it, a group is told to ask in private. If it `asks_which`, the person is asked
    first if a sentence may mean several tasks or units. Its fixed `words` mean this aim whichever question is open;
    `at_once` answers them without hearing them as a sentence, which takes far longer."""

    does: Does
    readers: tuple[Takes, ...] = ()
    in_group: DoesInGroup | None = None
    for_: For = For.EVERYONE
    asks_which: bool = False
    words: frozenset[str] = frozenset()
    at_once: Callback | None = None
