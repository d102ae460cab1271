"""Whatever can be refused has a sentence, in both languages."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from data import errors
from data.errors import Refusal
from data.errors.people import InviteForAnother, RoleNeedsUnit
from data.errors.reporting import StepsUnread
from data.errors.store import DatabaseMissing
from data.people.people import Role
from data.understanding import IndicatorWords
from data.understanding.steps.step_lines import StepFault
from handlers.all_refusals import add_all_refusals
from handlers.wording import refusal

VALUES: dict[Any, Any] = {
    str: "市公安局",
    int: 3_000_000,
    float: 12.0,
    int | None: 7,
    bool: True,
    date: date(2019, 11, 25),
    datetime: datetime(2019, 11, 25, 9, 0, tzinfo=UTC),
    tuple[str, ...]: ("立案12", "立案13"),
    tuple[tuple[str, str], ...]: (("2-7", "查处仿冒药品"),),
    IndicatorWords: IndicatorWords("立案件数", "件", "whole"),
    tuple[IndicatorWords, ...]: (IndicatorWords("立案件数", "件", "whole"),),
}
add_all_refusals()
for module in iter_modules(errors.__path__):
    import_module(f"{errors.__name__}.{module.name}")


def kinds(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every kind of refusal, but those that only gather others."""
    for each in kind.__subclasses__():
        if (is_dataclass(each) and fields(each)) or not each.__subclasses__():
            yield each
        yield from kinds(each)


def example(kind: type[Refusal]) -> Refusal:
    if kind is RoleNeedsUnit:
        return RoleNeedsUnit(Role.LIAISON)
    if kind is InviteForAnother:
        return InviteForAnother("市公安局", Role.LIAISON)
    if kind is StepsUnread:
        return StepsUnread((("12月底前", StepFault.NO_WORDS),))
    return kind(**{each.name: VALUES[each.type] for each in fields(kind)}) if is_dataclass(kind) else kind()


def test_there_are_refusals() -> None:
    assert DatabaseMissing in set(kinds())


@pytest.mark.parametrize("kind", dict.fromkeys(kinds()), ids=lambda kind: kind.__name__)
def test_a_refusal_has_a_sentence_in_both_languages(kind: type[Refusal]) -> None:
    said = {language: refusal(example(kind), language) for language in ("zh", "en")}
    assert all(said.values()) and said["zh"] != said["en"]
