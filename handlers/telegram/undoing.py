"""How a room tells and undoes the acts of one kind."""

from collections.abc import Callable
from typing import Any, NamedTuple

from telegram import InlineKeyboardMarkup

from data.people.actor import Actor
from data.store import Database
from handlers.telegram.context import Context
from handlers.telegram.wording import Html, Language


class ActKind(NamedTuple):
    """How one kind of act is told in a `line` and undone; the answer that it was `undone`, and the buttons `below`."""

    line: Callable[[Any, Language], Html]
    undo: Callable[[Database, Actor, int], Any]
    undone: Callable[[Context, Any], Html]
    below: Callable[[Any, Language], InlineKeyboardMarkup | None] = lambda *_: None
