"""Objects as Telegram might send them, by the fields and types that python-telegram-bot knows of each."""

import datetime as dates
import inspect
import sys
from collections.abc import Sequence
from functools import cache
from random import Random
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import telegram
from telegram import TelegramObject

ALL = {name: value for name, value in vars(telegram).items() if inspect.isclass(value)}
SPELT = {"from_user": "from"}
"""The fields whose names are words of Python."""
KINDS = ("type", "status", "source")
"""The fields that tell of which kind an object is."""
WORDS = ("private", "group", "supergroup", "channel", "bot_command", "mention", "text_mention", "paid", "emoji")
SAID_BY = {
    "ChatMemberOwner": "creator",
    "ChatMemberAdministrator": "administrator",
    "ChatMemberMember": "member",
    "ChatMemberRestricted": "restricted",
    "ChatMemberLeft": "left",
    "ChatMemberBanned": "kicked",
    "MessageOriginUser": "user",
    "MessageOriginHiddenUser": "hidden_user",
    "MessageOriginChat": "chat",
    "MessageOriginChannel": "channel",
}
"""What the objects that there are several of are told apart by."""
ODD: tuple[Any, ...] = (None, "", "\ud800", -1, 10**40, 1e308, [], {}, [[]], True, "x" * 5000, {"id": "1"})
DEEPEST = 4
MOST_FIELDS = 5
"""So many fields of an object are there at most that need not be."""


@cache
def fields(name: str) -> dict[str, tuple[object, bool]]:
    """The fields of an object: of which type each is, and whether it must be there."""
    kind = ALL[name]
    module = vars(sys.modules[kind.__module__])
    hints = get_type_hints(kind.__init__, globalns=ALL | module, localns=ALL)
    parameters = inspect.signature(kind.__init__).parameters
    return {
        SPELT.get(name, name): (hints[name], parameters[name].default is inspect.Parameter.empty)
        for name in hints
        if name in parameters and name != "api_kwargs"
    }


class Shapes:
    """Makes objects by chance. `odd` is how likely a value is not what it should be, or not there."""

    def __init__(self, chance: Random, odd: float) -> None:
        self.chance, self._odd = chance, odd

    def make(self, kind: type[TelegramObject], depth: int = 0, **given: Any) -> dict[str, Any]:
        """An object of a kind, with some of the fields that it may have; what is `given` stands as it is."""
        kind = self.chance.choice([*(each for each in kind.__subclasses__() if each in ALL.values()), kind])
        known = fields(kind.__name__)
        free = [name for name, (_, needed) in known.items() if not needed]
        wanted = self.chance.sample(free, min(len(free), self.chance.randint(0, max(0, MOST_FIELDS - depth))))
        names = [name for name, (_, needed) in known.items() if needed or name in wanted]
        made = {name: self._value(known[name][0], depth) for name in names if not self._is_odd()}
        for name in KINDS:
            if name in known or not known:
                made[name] = SAID_BY.get(kind.__name__) or self.chance.choice(WORDS)
        return made | {SPELT.get(name, name): value for name, value in given.items()}

    def _is_odd(self) -> bool:
        return self.chance.random() < self._odd

    def _value(self, kind: Any, depth: int) -> Any:
        if self._is_odd():
            return self.chance.choice(
                (None, "", "\ud800", -1, 10**40, 1e308, [], {}, [[]], True, "x" * 5000, {"id": "1"})
            )
        if get_origin(kind) in (Union, UnionType):
            return self._value(self.chance.choice([each for each in get_args(kind) if each is not type(None)]), depth)
        if get_origin(kind) is Literal:
            return self.chance.choice(get_args(kind))
        if get_origin(kind) is not None and issubclass(get_origin(kind), Sequence):
            inner = get_args(kind)[0]
            return [self._value(inner, depth + 1) for _ in range(self.chance.randint(0, 2))] if depth < DEEPEST else []
        if inspect.isclass(kind) and issubclass(kind, TelegramObject):
            return self.make(kind, depth + 1) if depth < DEEPEST else {}
        return self._plain(kind)

    def _plain(self, kind: Any) -> Any:
        if kind is bool:
            return self.chance.random() < 0.8
        if kind in (int, dates.timedelta):
            return self.chance.choice((0, 1, 7, 60, 2**31, 2**52, -(2**40)))
        if kind is dates.datetime:
            return self.chance.choice((0, 1, 1_574_641_800, 2**31 - 1))
        if kind is float:
            return self.chance.uniform(-180, 180)
        return self.chance.choice(("", "x", "1-2 80%", "\u202e", "<b>&", "a\x00b", "🏳️‍🌈" * 30, *WORDS))
