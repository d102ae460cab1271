"""Codes as people write them."""

import pytest

from data.understanding.entities.codes import find_codes

CODES = {f"a-{each}": f"A-{each}" for each in range(1, 5)}


@pytest.mark.parametrize(
    ("own", "spanned"), [((), ["A-1", "A-2", "A-3", "A-4"]), (("A-1", "A-3", "A-4"), ["A-1", "A-3", "A-4"])]
)
def test_a_range_spans_codes_with_letters(own: tuple[str, ...], spanned: list[str]) -> None:
    found = find_codes("a-1 到 a-4 都没变化", CODES, own)
    assert sorted(each.values[0] for each in found) == spanned
