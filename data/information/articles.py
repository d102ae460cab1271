"""An article as it comes in one piece: its title, and its text without it."""

from dataclasses import dataclass

from data.plan.files.documents import BREAK, read_document
from data.plan.files.kinds import Content, kind_of
from data.plan.files.problems import FileEmpty, WrongKind

MOST_OF_TITLE, MOST_OF_TEXT = 100, 4000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Article:
    """A title, empty where none stands apart, and a text."""

    title: str
    text: str


def article_in(text: str) -> Article:
    """The article in a text: a first line that can be a title is one, if more follows."""
    first, _, rest = text.strip().partition("\n")
    if len(first.strip()) > MOST_OF_TITLE:
        return Article("", text.strip())
    return Article(first.strip(), rest.strip())


def article_in_document(content: bytes, filename: str) -> Article:
    """The article in a .docx file, its tables left out; to be read apart (data.plan.files.apart). Raises a
    FileProblem."""
    kind = kind_of(content)
    if kind is not Content.DOCX:
        raise WrongKind(kind)
    paragraphs = [line.replace(BREAK, "\n") for line in read_document(content).paragraphs if line.strip()]
    if not paragraphs:
        raise FileEmpty
    return article_in("\n".join(paragraphs))
