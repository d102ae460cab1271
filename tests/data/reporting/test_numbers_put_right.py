"""Correcting a number of a report in words: which number is meant, and what changes in its note."""

import pytest

from data.reporting.numbers_put_right import CorrectedNumbers, corrected_numbers
from data.understanding import IndicatorWords

KNOWN = (
    IndicatorWords("立案件数", "件", "whole", ("立案", "cases filed")),
    IndicatorWords("案值", "万元", "decimal", ("案值",)),
    IndicatorWords("抓获人数", "人", "whole", ("抓获", "抓了")),
)
FIGURES = {"立案件数": 5.0, "案值": 300.0}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("立案改成6", {"立案件数": 6}),
        ("不对，是6起", {"立案件数": 6}),
        ("案值写错了，是350万不是300万", {"案值": 350}),
        ("是350不是300", {"案值": 350}),
        ("抓获应该是8人", {"抓获人数": 8}),
        ("立案改成6起，抓获改成8人", {"立案件数": 6, "抓获人数": 8}),
        ("立案报了5，应该是6", {"立案件数": 6}),
        ("sorry, cases filed 6", {"立案件数": 6}),
        ("抓获人数算错了 是9", {"抓获人数": 9}),
        ("抓获人数其实是 9", {"抓获人数": 9}),
    ],
)
def test_a_figure_is_put_right_by_its_name_its_measure_or_what_it_was(words: str, figures: dict[str, float]) -> None:
    right = corrected_numbers(words, 60, FIGURES, "", KNOWN)
    assert right is not None and (right.percent, dict(right.figures)) == (None, figures)


@pytest.mark.parametrize(
    "words", ["make it 65", "was 60 should be 65", "是65不是60", "改成65", "should be 65 not 50", "wrong, thats 65"]
)
def test_a_bare_number_is_the_percent_unless_another_was_wrong(words: str) -> None:
    right = corrected_numbers(words, 60, FIGURES, "", KNOWN)
    assert right is not None and (right.percent, dict(right.figures)) == (65, {})


@pytest.mark.parametrize(
    "words", ["又立案6起", "立案改成6，又开了会", "不对，还没办完", "改成80%，又查了两家企业", "60%", "应该是三四起"]
)
def test_what_says_more_or_puts_nothing_right_is_left_alone(words: str) -> None:
    assert corrected_numbers(words, 60, FIGURES, "", KNOWN) is None


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("不对，是6起", "破了6起案子，开会2次"),
        ("3次不是2次", "破了5起案子，开会3次"),
        ("应该是3次", "破了5起案子，开会3次"),
    ],
)
def test_the_number_in_the_note_goes_with_it(words: str, note: str) -> None:
    right = corrected_numbers(words, None, {"立案件数": 5.0}, "破了5起案子，开会2次", KNOWN)
    assert right is not None and right.note == note


def test_of_two_numbers_alike_in_the_note_none_is_guessed() -> None:
    assert corrected_numbers("应该是3次", None, {}, "开会2次，走访2次", KNOWN) is None


def test_it_is_sure_only_where_something_was_wrong() -> None:
    sure, not_sure = (corrected_numbers(words, 60, FIGURES, "", KNOWN) for words in ("是6起不是5起", "立案改成6"))
    assert sure == CorrectedNumbers(figures={"立案件数": 6}, surely=True)
    assert not_sure == CorrectedNumbers(figures={"立案件数": 6})


def test_what_was_wrong_in_the_note_alone_leaves_the_percent() -> None:
    right = corrected_numbers("no, 16 not 13", 60, {}, "60%, seized 13 shipments", KNOWN)
    assert right is not None and (right.percent, right.note) == (None, "60%, seized 16 shipments")


def test_a_number_is_that_behind_the_words_before_it() -> None:
    right = corrected_numbers("不合格的改成4批", 60, {"抽检批次": 10.0}, "抽检10批，不合格2批", KNOWN)
    assert right is not None and (right.figures, right.note) == ({}, "抽检10批，不合格4批")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("不是2千是两千五", "发了两千五份单子"),
        ("不是2千是3500", "发了3500份单子"),
        ("不是2千是3千", "发了3千份单子"),
        ("不是2千是5", "发了5千份单子"),
    ],
)
def test_a_bare_number_keeps_the_scale_of_the_wrong_one_only_if_it_is_smaller(words: str, note: str) -> None:
    right = corrected_numbers(words, None, {}, "发了2千份单子", KNOWN)
    assert right is not None and right.note == note
