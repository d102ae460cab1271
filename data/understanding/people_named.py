"""Names of people in words that stand beside a unit or in a list."""

from collections.abc import Iterable

BESIDE_A_NAME = " ，,的"
"""What joins a name to what stands beside it."""
_AS = ("担任", "作为", "当", "做")
"""What may stand between a name and what somebody is to be."""
_TO_A_UNIT = (*_AS, "到", "来")
"""What may stand between a name and the unit behind it."""


def name_before_a_unit(text: str) -> str:
    """Return the name in words that stand before a unit: 王五到(市商务局)."""
    return _without_last(text, _TO_A_UNIT)


def name_behind_a_unit(text: str) -> str:
    """Return the name in words that stand behind a unit, before what that person is to be: 的张三当(B角)."""
    return _without_last(text, _AS)


def _without_last(text: str, words: Iterable[str]) -> str:
    name = text.strip(BESIDE_A_NAME)
    return next((name.removesuffix(word) for word in words if name.endswith(word)), name).strip(BESIDE_A_NAME)
