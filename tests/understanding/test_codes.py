"""Codes as people write them."""

import pytest

from data.understanding.entities.codes import find_codes

CODES = {f"a-{each}": f"A-{each}" for each in range(1, 5)}


def test_one_is_said_differently_in_codes() -> None:
    assert [each.values[0] for each in find_codes("四十二杠幺完成了", {"42-1": "42-1"})] == ["42-1"]


@pytest.mark.parametrize(
    ("own", "spanned"), [((), ["A-1", "A-2", "A-3", "A-4"]), (("A-1", "A-3", "A-4"), ["A-1", "A-3", "A-4"])]
)
def test_a_range_spans_codes_with_letters(own: tuple[str, ...], spanned: list[str]) -> None:
    found = find_codes("a-1 到 a-4 都没变化", CODES, own)
    assert sorted(each.values[0] for each in found) == spanned


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1-2前后变化", ["1-2"]),
        ("1-2前后对比", ["1-2"]),
        ("1-2前要办的", []),
        ("1-2之前到期的", []),
        ("12-5号前报", []),
    ],
)
def test_before_and_after_follows_a_code_and_not_a_day(text: str, codes: list[str]) -> None:
    assert [each.values[0] for each in find_codes(text, {"1-2": "1-2", "12-5": "12-5"})] == codes
