"""Setting up or changing a statistics return together with indicators that are new to the plan."""

from collections.abc import Callable, Sequence

from data.errors.plans import NoChange
from data.people.actor import Actor
from data.reporting.indicator_changes import add_indicator
from data.returns.returns import Return, ReturnDefinition, create_return, definition_of, return_by_id
from data.returns.rounds import change_return, open_due_rounds
from data.store import Database, transaction
from data.understanding import IndicatorWords

OF_THIS_SOURCE = """SELECT detail ->> 'return_id' FROM audit
WHERE source = ? AND action IN ('set_up_return', 'change_return')"""


def set_up_return(db: Database, by: Actor, asked: ReturnDefinition, new: Sequence[IndicatorWords]) -> Return:
    """Set up a return with its `new` indicators and open the rounds due to open. Done once per source.

    Raises what `create_return` and `add_indicator` raise.
    """
    return _revise(db, by, new, lambda: create_return(db, by, asked))


def revise_return(
    db: Database, by: Actor, return_id: int, asked: ReturnDefinition, new: Sequence[IndicatorWords]
) -> Return:
    """Change what a return asks for. Done once per source.

    Raises NoChange if it asks for that already, and what `change_return` and `add_indicator` raise.
    """

    def change() -> Return:
        if asked == definition_of(return_by_id(db, return_id)):
            raise NoChange(asked.title)
        return change_return(db, by, return_id, asked)

    return _revise(db, by, new, change)


def _revise(db: Database, by: Actor, new: Sequence[IndicatorWords], change: Callable[[], Return]) -> Return:
    with transaction(db):
        if (made := db.fetch_number(OF_THIS_SOURCE, [by.source])) is not None:
            return return_by_id(db, made)
        for each in new:
            add_indicator(db, by, each)
        found = change()
        open_due_rounds(db, by.now)
    return found
