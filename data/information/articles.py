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
