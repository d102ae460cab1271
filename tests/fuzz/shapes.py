"""Random objects as Telegram might send them, from the fields and types that python-telegram-bot declares."""

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
"""Fields whose names are Python keywords."""
KINDS = ("type", "status", "source")
"""Fields that tell an object's subclass."""
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
"""The values that tell subclasses apart."""
ODD: tuple[Any, ...] = (None, "", "\ud800", -1, 10**40, 1e308, [], {}, [[]], True, "x" * 5000, {"id": "1"})
DEEPEST = 4
MOST_FIELDS = 5
"""The most optional fields of an object."""


@cache
def fields(name: str) -> dict[str, tuple[object, bool]]:
    """Return the fields of an object as name → (type, whether it is required)."""
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
    """Makes random objects. `odd` is the probability that a value is wrong or missing."""

    def __init__(self, chance: Random, odd: float) -> None:
        self.chance, self._odd = chance, odd

    def make(self, kind: type[TelegramObject], depth: int = 0, **given: Any) -> dict[str, Any]:
        """Return an object of a kind, with some of its optional fields; `given` fields are used as they are."""
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
            return self.chance.choice(ODD)
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
