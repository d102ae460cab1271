"""Sentences in both languages, HTML, and the formatting of values in them."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from html import escape, unescape
from itertools import accumulate, chain
from math import ceil
from unicodedata import east_asian_width

from data.exports.texts import Language as Language
from data.exports.texts import Words, said
from data.exports.texts import series as series
from data.patterns import Pattern

LENGTHS = (4096, 1500, 700, 300, 100, 40)
_TAG = Pattern(r"</?[a-z][^>]*>")
TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""A translation that deletes Unicode's direction embeddings, overrides and isolates."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")
MOST_NAMED, LONGEST_NAME = 8, 30


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


NOTHING = Html("")


class Wording(Words):
    """A sentence in Chinese and English; values are escaped when filled in."""

    __slots__ = ()

    def __call__(self, language: Language, **values: object) -> Html:
        """Return the sentence in a language, with its values."""
        values_said = {name: html(said(value, language)) for name, value in values.items()}
        return Html(self.said_of(language, values).format_map(values_said))


def in_chat(words: Words) -> Wording:
    """Return a wording made from words used in files."""
    return Wording(words.zh, words.en)


def plain_word(text: str) -> str:
    """Return a word in the form used for comparison; Chinese characters set apart (提 交) stand together."""
    word = text.strip().rstrip("。.！!").casefold()
    apart = word.split(" ")
    return "".join(apart) if all(len(each) == 1 and not each.isascii() for each in apart) else word


def in_both_languages(*wordings: Wording) -> frozenset[str]:
    """Return the words in both languages, in the form used for comparison."""
    return frozenset(words.casefold() for wording in wordings for words in (wording.zh, wording.en))


def phrase_set(*lines: str) -> frozenset[str]:
    """Return the phrases in `lines`, separated by |, as a set."""
    return frozenset(phrase for line in lines for phrase in line.split("|"))


def html(value: object) -> Html:
    """Return a value as HTML, without characters that would change the direction of the text around it."""
    if isinstance(value, Html):
        return value
    text = str(value)
    return Html(escape(text if text.isprintable() else text.translate(TURNING), quote=False))


def join(parts: list[Html] | tuple[Html, ...], between: str = "\n") -> Html:
    """Join the parts that are not empty."""
    return Html(between.join(part for part in parts if part))


def some(names: Sequence[str], language: Language, most: int = MOST_NAMED, longest: int = LONGEST_NAME) -> str:
    """Return the first `most` names as an enumeration, each cut to `longest` characters, with … if there are more."""
    return series((cut(name, longest) for name in names[:most]), language) + ("…" if len(names) > most else "")


def clauses(parts: Iterable[str], language: Language) -> str:
    """Return the parts joined by the comma of a language."""
    return ("，" if language == "zh" else ", ").join(parts)


def with_phone(name: str, phone: str, language: Language) -> str:
    """Return a name with its phone number in brackets, or the one that is not empty."""
    return f"{name}{bracketed(phone, language)}" if name and phone else name or phone


def bracketed(words: str, language: Language) -> str:
    """Return an aside in the brackets of a language, to follow a word."""
    return f"（{words}）" if language == "zh" else f" ({words})"


def megabytes(size: int) -> str:
    """Return bytes in megabytes, rounded up to a tenth, so that a size just above a limit does not look equal to it."""
    return f"{ceil(size / 104_857.6) / 10:g}"


def cut(text: str, most: int) -> str:
    """Return a text cut to at most `most` UTF-16 units, Telegram's measure of length; a cut one ends in '…'.

    Cut before escaping, so that no entity is cut in two.
    """
    if utf16_length(text) <= most:
        return text
    return text.encode("utf-16-le")[: max(0, 2 * most - 2)].decode("utf-16-le", "ignore") + "…"


def screen_width(text: str) -> int:
    """Return the width of a text on a screen: a Chinese character takes two columns, a letter or digit one."""
    return sum(map(_width, text))


@lru_cache(maxsize=8192)
def _width(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


def cut_to_width(text: str, most: int) -> str:
    """Return a text cut to at most `most` columns, ending in '…', before an aside or English word that does not fit."""
    if screen_width(text) <= most:
        return text
    kept = text[: sum(width < most for width in accumulate(map(_width, text)))]
    if f"{kept[-1:]}{text[len(kept)]}".isascii() and text[len(kept)].isalpha() and " " in kept:
        kept = kept[: kept.rfind(" ")]
    opened = kept.rfind("（")
    return (kept[:opened] if 0 < opened > kept.rfind("）") else kept).rstrip("·、，, ") + "…"


def write_fitting(write: Callable[[int], Html], most: int = 4096) -> Html:
    """Return what `write` makes for the greatest length of its texts, out of LENGTHS, that fits into one message, else
    for the least."""
    written = map(write, LENGTHS)
    return next((text for text in written if utf16_length(text) <= most), write(LENGTHS[-1]))


def split_message(text: Html, most: int) -> list[Html]:
    """Return a text in parts of at most `most` UTF-16 units, broken between lines, for the bot's markup never spans
    lines. A line that is too long by itself is broken anywhere and loses its markup."""
    if utf16_length(text) <= most:
        return [text]
    parts, part = [], ""
    for line in chain.from_iterable(_pieces(Html(each), most) for each in text.split("\n")):
        if part and utf16_length(part) + 1 + utf16_length(line) > most:
            parts.append(Html(part))
            part = line
        else:
            part = f"{part}\n{line}" if part else line
    return [*parts, Html(part)]


def _pieces(line: Html, most: int) -> list[str]:
    if utf16_length(line) <= most:
        return [line]
    pieces, room = [""], most
    for char in map(html, plain(line)):
        room -= utf16_length(char)
        if room < 0:
            pieces.append("")
            room = most - utf16_length(char)
        pieces[-1] += char
    return pieces


def plain(text: Html) -> str:
    """Return a text without its markup."""
    return unescape(_TAG.sub("", text))


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def language_of(chosen: str | None, telegram_code: str | None) -> Language:
    """Return the language that a person reads: the chosen one, else Chinese if Telegram says zh* or nothing."""
    if chosen in ("zh", "en"):
        return "zh" if chosen == "zh" else "en"
    return "zh" if not telegram_code or telegram_code.lower().startswith("zh") else "en"
