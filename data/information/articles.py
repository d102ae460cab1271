"""An article: its title and its text, as they come in one piece, and how much they may hold."""

from dataclasses import dataclass

from data.errors import TextMissing
from data.errors.information import InformationTooLong, TitleTooLong
from data.plan.files.documents import BREAK, read_document
from data.plan.files.kinds import Content, kind_of
from data.plan.files.problems import FileEmpty, WrongKind

MOST_OF_TITLE, MOST_OF_TEXT = 100, 4000
"""Characters."""
LONGEST_TITLE_WITH_COMMAS = 40


@dataclass(frozen=True, slots=True)
class Article:
    """A title, empty where none stands apart, and a text."""

    title: str
    text: str


def article_in(text: str) -> Article:
    """The article in a text: a first line that can be a title is one; a line alone that reads as a text is none."""
    first, _, rest = text.strip().partition("\n")
    if len(first.strip()) > MOST_OF_TITLE or (not rest.strip() and _reads_as_text(first)):
        return Article("", text.strip())
    return Article(first.strip(), rest.strip())


def _reads_as_text(line: str) -> bool:
    """Whether a line is whole sentences: a title has no full stop, and a long one no commas."""
    return "。" in line or (len(line) > LONGEST_TITLE_WITH_COMMAS and "，" in line)


def article_in_document(content: bytes, filename: str) -> Article:
    """The article in a .docx file, its tables left out; its first heading is the title, else its first line. To be read
    apart (data.plan.files.apart). Raises a FileProblem."""
    kind = kind_of(content)
    if kind is not Content.DOCX:
        raise WrongKind(kind)
    found = read_document(content)
    lines = [(place, line.replace(BREAK, "\n")) for place, line in enumerate(found.paragraphs) if line.strip()]
    if not lines:
        raise FileEmpty
    title = next((line.strip() for place, line in lines if place == found.heading), "")
    if not title or len(title) > MOST_OF_TITLE:
        return article_in("\n".join(line for _, line in lines))
    return Article(" ".join(title.split()), "\n".join(line for place, line in lines if place != found.heading).strip())


def checked_title(text: str) -> str:
    """A title that may be kept, in one line. Raises TextMissing, and TitleTooLong above 100 characters."""
    title = " ".join(text.split())
    if not title:
        raise TextMissing
    if len(title) > MOST_OF_TITLE:
        raise TitleTooLong(len(title), MOST_OF_TITLE)
    return title


def added_text(before: str, more: str) -> str:
    """A text with more of it below. Raises InformationTooLong above 4,000 characters."""
    more = more.strip()
    whole = f"{before}\n{more}" if before and more else before or more
    if len(whole) > MOST_OF_TEXT:
        raise InformationTooLong(len(before), len(more), MOST_OF_TEXT)
    return whole
