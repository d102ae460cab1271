"""Patterns report positions in characters of the text."""

import pytest

from data.patterns import Pattern, PatternSet


def test_places_are_those_of_characters() -> None:
    found = list(Pattern(r"(?P<unit>局)?(\d+)件").finditer("公安局12件，é😀3件"))
    assert [match.span() for match in found] == [(2, 6), (9, 11)]
    assert [match.span(2) for match in found] == [(3, 5), (9, 10)]
    assert [match.span("unit") for match in found] == [(2, 3), (-1, -1)]
    assert [match[2] for match in found] == ["12", "3"]
    assert [match["unit"] for match in found] == ["局", None]
    assert found[0].string == "公安局12件，é😀3件"


def test_places_may_be_asked_for_in_any_order() -> None:
    first, second = Pattern("(é)(中)").finditer("文é中文é中")
    assert [second.span(2), first.span(), second.start(1), first.end(1)] == [(5, 6), (1, 3), 4, 2]


@pytest.mark.parametrize(("text", "places"), [("ab", [0, 1, 2]), ("中é", [0, 1, 2]), ("", [0])])
def test_nothing_is_found_once_between_characters_and_never_within_one(text: str, places: list[int]) -> None:
    assert [match.span() for match in Pattern("x*").finditer(text)] == [(at, at) for at in places]


def test_nothing_is_found_once_at_the_end() -> None:
    assert [match.span() for match in Pattern("x*$").finditer("中a")] == [(2, 2)]
    assert [match.span() for match in Pattern(r"\b").finditer("é a")] == [(2, 2), (3, 3)]


def test_half_a_character_stands_as_a_question_mark() -> None:
    found = Pattern(r"\?(\d)").search("中\ud83d7")
    assert found
    assert (found.span(), found[1], found.string) == ((1, 3), "7", "中?7")
    assert Pattern(r"(\d)").sub(r"<\1>", "中\ud83d7") == "中?<7>"


def test_what_is_put_in_place_may_be_words_groups_or_made_of_the_match() -> None:
    assert Pattern("(年)(月)?").sub(r"\2\1", "去年月底今年") == "去月年底今年"
    assert Pattern("年").sub(lambda match: f"{match.start()}{match[0]}", "去年今年") == "去1年今3年"


def test_text_that_does_not_fit_has_no_match_whatever_is_asked() -> None:
    pattern = Pattern("(?:没|未)完成?")
    assert (pattern.search("立案3件"), pattern.match("件"), pattern.fullmatch(""), list(pattern.finditer("ab"))) == (
        *(None, None, None),
        [],
    )
    assert [match[0] for match in pattern.finditer("没完，未完成")] == ["没完", "未完成"]


def test_a_set_of_patterns_tells_which_of_them_a_text_has() -> None:
    together = PatternSet(["公安", r"(?P<m>\d+)件", "^案"])
    assert together.found_in("公安立案12件") == {"公安", r"(?P<m>\d+)件"}
    assert together.found_in("案") == {"^案"}
    assert not together.found_in("")


def test_a_set_of_many_patterns_tells_each_that_is_found() -> None:
    many = PatternSet([*(f"第{number}条" for number in range(100)), "^案"])
    assert many.found_in("案：第7条、第16条、第99条") == {"第7条", "第16条", "第99条", "^案"}
    assert not many.found_in("第100条") and not PatternSet([]).found_in("第7条")
