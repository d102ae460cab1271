"""Codes as people write them."""

import pytest

from data.understanding import Kind
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
        ("1-2前头几次都是怎么报的", ["1-2"]),
        ("1-2前面那次报了多少", ["1-2"]),
        ("1-2以前退回过吗", ["1-2"]),
        ("1-2前要办的", []),
        ("1-2之前到期的", []),
        ("12-5号前报", []),
        ("1-2前三季度立案多少", ["1-2"]),
        ("假如1-2批下来了", ["1-2"]),
        ("1-2批下架了", []),
        ("1-2批样品", []),
        ("1-2块钱一斤", []),
        ("1-2房间的钥匙", []),
        ("第一项两法衔接", []),
    ],
)
def test_before_and_after_follows_a_code_and_not_a_day(text: str, codes: list[str]) -> None:
    assert [each.values[0] for each in find_codes(text, {"1-2": "1-2", "12-5": "12-5"})] == codes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1-2延到12-31", [Kind.CODE]),
        ("extend 1-2 to 12-31", [Kind.CODE]),
        ("12-31怎么样了", [Kind.NO_CODE]),
        ("看到99-3了", [Kind.NO_CODE]),
    ],
)
def test_a_pair_of_numbers_until_which_something_lasts_is_a_day(text: str, kinds: list[Kind]) -> None:
    assert [each.kind for each in find_codes(text, {"1-2": "1-2"})] == kinds


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("39那个没变", ["39-1"]),
        ("卡住了，就39那项", ["39-1"]),
        ("三十九这项做到七成了", ["39-1"]),
        ("1那个没变", []),
        ("有39这个数", []),
        ("39一还没有开始搞呢", ["39-1"]),
        ("我跟你说三十九一方案发了", ["39-1"]),
        ("三十九钢一跟上个月一样", ["39-1"]),
        ("三十九刚开始", []),
        ("1-3月底前必须报", ["1-3"]),
        ("1-3月立案20件", []),
        ("抽检三十九一共五批", []),
        ("立案1二十件", []),
    ],
)
def test_an_own_task_is_named_by_its_item_or_without_a_sign_between_its_numbers(text: str, codes: list[str]) -> None:
    own = ["39-1", "1-2", "1-3"]
    assert [each.values[0] for each in find_codes(text, {each: each for each in own}, own)] == codes
