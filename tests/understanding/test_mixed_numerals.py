"""Numbers half in digits and half in numerals are read as one."""

import pytest

from data.understanding.normalise.sentence import normalise


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2十", "20"),
        ("十2", "12"),
        ("2十5", "25"),
        ("二十5", "25"),
        ("1百20万", "120万"),
        ("1百零5", "105"),
        ("1百5", "150"),
        ("3千零5", "3005"),
        ("3千5", "3500"),
        ("1千2百30", "1230"),
        ("2019年十1月", "2019年11月"),
        ("12万6千元", "12.6万元"),
        ("12万6千5百元", "12.65万元"),
        ("2万0500元", "2.05万元"),
        ("2亿3千万", "2.3亿"),
        ("1亿2345万元", "1.2345亿元"),
        ("百分之八十六点七", "86.7%"),
    ],
)
def test_they_are_read_in_digits(written: str, read: str) -> None:
    assert normalise(written) == read
    assert normalise(written).quote(0, len(read)) == written


@pytest.mark.parametrize(
    "written", ["5百人", "5千克", "6-7十月底", "2019十大", "十3五规划", "2十15", "3.5千", "5万6千克", "1亿2千元"]
)
def test_other_numbers_stay(written: str) -> None:
    assert normalise(written) == written


@pytest.mark.parametrize("written", ["100万200人", "罚没3万2019年11月", "3.5万6千", "12万0000", "12万元6千克"])
def test_two_numbers_side_by_side_stay_two(written: str) -> None:
    assert normalise(written) == written
