import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.entities import parse_html
from bot.emulator.errors import ApiError
from bot.emulator.markup import Entity, find_entities, to_html, utf16_length


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        (
            "<s>a</s><del>b</del><strike>c</strike>",
            "abc",
            [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        ("<b></b>x", "x", []),
        ("&lt;b&gt; &amp;&quot;&#65;&#x4e2d; &nbsp; &lt", '<b> &"A中 &nbsp; <', []),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed, found = parse_html(source)
    assert parsed == text
    assert [(one.type, one.offset, one.length) for one in found] == entities


def test_links_keep_their_address() -> None:
    text, (link, mention) = parse_html(
        '<a href="https://a.cn/?x=1&amp;y=2">去看</a> <a href="tg://user?id=1001">Ann</a>'
    )
    assert text == "去看 Ann"
    assert (link.type, link.url) == ("text_link", "https://a.cn/?x=1&y=2")
    assert (mention.type, mention.user_id) == ("text_mention", 1001)


def test_a_link_to_nowhere_is_plain_text() -> None:
    assert parse_html('<a href="javascript:alert(1)">x</a>') == ("x", ())


def test_code_in_a_pre_names_its_language_and_is_not_marked_twice() -> None:
    _, entities = parse_html('<pre><code class="language-python">x</code></pre>')
    assert entities == (Entity("pre", 0, 1, language="python"),)


def test_a_moment_is_kept_with_its_format() -> None:
    _, entities = parse_html('<tg-time unix="1574640000" format="wDT">x</tg-time>')
    assert entities == (Entity("date_time", 0, 1, unix_time=1574640000, date_time_format="wDT"),)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("中<p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b =x>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=x,y>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(st.characters(codec="utf-8")))
def test_escaped_text_comes_through_as_it_is(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, ())


@given(st.text("ab中<&>", min_size=8), st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4))))
def test_shown_html_always_nests_and_says_the_same(text: str, spans: list[tuple[int, int]]) -> None:
    kinds = ["bold", "italic", "underline", "spoiler"]
    entities = [Entity(kinds[at % 4], start, length) for at, (start, length) in enumerate(spans)]
    assert parse_html(to_html(text, entities))[0] == text


def test_commands_mentions_and_links_are_found_in_plain_text() -> None:
    text = "😀 /tasks@liaison_bot 请 @anna 看 https://a.cn/x，谢谢 a@b.cn #进度"
    found = [(one.type, one.offset) for one in find_entities(text)]
    assert found == [("bot_command", 3), ("mention", 24), ("url", 32), ("email", 50), ("hashtag", 57)]


def test_a_slash_inside_a_word_is_no_command() -> None:
    assert find_entities("3/5 家已报，and/or") == ()


def test_length_counts_utf16_units() -> None:
    assert utf16_length("中😀") == 3
