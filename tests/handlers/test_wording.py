from hypothesis import given
from hypothesis import strategies as st

from handlers.wording import Html, Wording, cut, plain
from handlers.wording.wordings import language_of, split_message, utf16_length

GREETING = Wording("<b>{name}</b>，您好", "Hello <b>{name}</b>")


def test_values_are_escaped_as_they_are_put_in() -> None:
    assert GREETING("zh", name='<i> & "x"') == '<b>&lt;i&gt; &amp; "x"</b>，您好'


def test_a_name_does_not_turn_the_words_around_it() -> None:
    assert GREETING("en", name="Ann\u202e\u2066 nnA\u2069") == "Hello <b>Ann nnA</b>"
    assert GREETING("zh", name="شركة\u200f") == "<b>شركة\u200f</b>，您好"


def test_what_is_markup_already_is_not_escaped_again() -> None:
    assert GREETING("en", name=Html("<i>Ann</i>")) == "Hello <b><i>Ann</i></b>"


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert GREETING("en", name="{count}") == "Hello <b>{count}</b>"


def test_a_part_in_brackets_is_said_only_where_it_has_its_values() -> None:
    done = Wording("已撤回 {code}[（{unit}，{files} 个文件）]。[]", "[Of {unit}: ]{code} is [back].")
    assert done("zh", code="2-7", unit="市公安局", files=2) == "已撤回 2-7（市公安局，2 个文件）。[]"
    assert done("zh", code="2-7", unit="[x]", files=0) == "已撤回 2-7。[]"
    assert done("en", code="2-7", unit="<i>[x]") == "Of &lt;i&gt;[x]: 2-7 is [back]."
    assert done("en", code="2-7", unit=None) == "2-7 is [back]."


def test_length_is_counted_as_telegram_does() -> None:
    assert utf16_length("a汉🔴") == 4


@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_a_cut_text_is_never_too_long_and_begins_the_same(text: str, most: int) -> None:
    short = cut(text, most)
    assert utf16_length(short) <= most
    assert text.startswith(short.removesuffix("…")) or short == text


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut("二十字以内", 5) == "二十字以内"


def test_an_emoji_is_not_cut_in_two() -> None:
    assert cut("ab🔴cd", 4) == "ab…"


@given(st.lists(st.text("汉a<& ", min_size=1, max_size=9), min_size=1, max_size=20))
def test_the_parts_of_a_long_text_hold_all_of_it(lines: list[str]) -> None:
    text = Html("\n".join(lines))
    parts = split_message(text, 20)
    assert "\n".join(parts) == text
    assert all(utf16_length(part) <= 20 for part in parts)


def test_a_line_too_long_for_a_message_is_broken_without_its_markup() -> None:
    parts = split_message(Html("To <b>the office</b>:\n<b>" + "a&amp;" * 9 + "</b>\nSend it?"), 20)
    assert all(utf16_length(part) <= 20 for part in parts)
    assert plain(Html("".join(parts))) == "To the office:" + "a&" * 9 + "Send it?"


def test_plain_text_has_neither_markup_nor_entities() -> None:
    assert plain(Html("<b>2-7</b> a &lt; b &amp; c")) == "2-7 a < b & c"


def test_the_chosen_language_comes_before_telegrams() -> None:
    assert language_of("en", "zh-hans") == "en"
    assert language_of("zh", "en") == "zh"


def test_telegrams_language_decides_where_none_is_chosen() -> None:
    assert [language_of(None, code) for code in ("zh-hans", "zh-TW", "en", "de", None, "")] == [
        "zh",
        "zh",
        "en",
        "en",
        "zh",
        "zh",
    ]
