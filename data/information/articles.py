"""The title and text of a piece of work information: split, checked and limited in length."""

from dataclasses import dataclass

from data.errors import TextMissing, needed
from data.errors.information import InformationTooLong, TitleTooLong
from data.plan.files.documents import BREAK, read_document
from data.plan.files.kinds import Content, named_kind
from data.plan.files.problems import FileEmpty, WrongKind
from data.understanding.entities.amounts import find_amounts
from data.understanding.normalise.sentence import clauses_of

MOST_OF_TITLE, MOST_OF_TEXT = 100, 4000
"""The maximum numbers of characters."""
LONGEST_TITLE_WITH_COMMAS = 40
SEVERAL_PARTS = 3


@dataclass(frozen=True, slots=True)
class Article:
    """A title, empty if there is none, and a text."""

    title: str
    text: str


def article_in(text: str) -> Article:
    """Split a text into title and body: the first line is the title unless it is too long.

    A single line that reads as running text has no title.
    """
    first, _, rest = text.strip().partition("\n")
    if len(first.strip()) > MOST_OF_TITLE or (not rest.strip() and _reads_as_text(first)):
        return Article("", text.strip())
    return Article(first.strip(), rest.strip())


def _reads_as_text(line: str) -> bool:
    """Return whether a line is running text: it has a full stop, or commas or several spaces in their place and is long
    or tells a number, or numbers on both sides of a space; in English it has several sentences."""
    parts = [bool(find_amounts(each)) for each in line.lower().split()]
    sentences = ". " in line and line.rstrip().endswith(".")
    in_parts = "，" in line or (not line.isascii() and (len(parts) >= SEVERAL_PARTS or sum(parts) > 1))
    return "。" in line or sentences or (in_parts and (len(line) > LONGEST_TITLE_WITH_COMMAS or any(parts)))


def title_from(text: str) -> str:
    """Return a title made of the text: the longest of its first clauses, as others may be no more than a day."""
    return max(clauses_of(text, spaces=True)[:SEVERAL_PARTS], key=len, default="")[:MOST_OF_TITLE]


def article_in_document(content: bytes, filename: str) -> Article:
    """Return the article in a .docx file without its tables; the title is the first heading, else the first line.

    To be called in a separate process (data.plan.files.apart). Raises a FileProblem.
    """
    kind = named_kind(content, filename)
    if kind is not Content.DOCX:
        raise WrongKind(kind)
    found = read_document(content)
    lines = needed(
        [(place, line.replace(BREAK, "\n")) for place, line in enumerate(found.paragraphs) if line.strip()], FileEmpty
    )
    title = next((line.strip() for place, line in lines if place == found.heading), "")
    if not title or len(title) > MOST_OF_TITLE:
        return article_in("\n".join(line for _, line in lines))
    return Article(" ".join(title.split()), "\n".join(line for place, line in lines if place != found.heading).strip())


def checked_title(text: str) -> str:
    """Return the title on one line. Raises TextMissing if it is empty, TitleTooLong above 100 characters."""
    title = needed(" ".join(text.split()), TextMissing)
    if len(title) > MOST_OF_TITLE:
        raise TitleTooLong(len(title), MOST_OF_TITLE)
    return title


def added_text(before: str, more: str) -> str:
    """Return `before` with `more` added on a new line. Raises InformationTooLong above 4,000 characters."""
    more = more.strip()
    whole = f"{before}\n{more}" if before and more else before or more
    if len(whole) > MOST_OF_TEXT:
        raise InformationTooLong(len(before), len(more), MOST_OF_TEXT)
    return whole
