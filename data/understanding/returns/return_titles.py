"""The title of a statistics return in words."""

from data.calendar import Period
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import CLAUSE

_RULES = patterns("returns")


def title_for(title: str, every: Period) -> str:
    """Return a title that names a period (统计月报) adapted to another period (统计季报); any other unchanged."""
    word = table("returns")["kinds_of_title"].get(every)
    kind = _RULES["kind_of_title"].search(title)
    return title[: kind.start()] + word + title[kind.end() :] if kind and word else title


def title_alone(text: str) -> str | None:
    """Return the text if it is the title of a return and nothing else, or None."""
    title = text.strip()
    return title if _RULES["title_alone"].fullmatch(title) and not _RULES["bare_title"].fullmatch(title) else None


def title_of_a_new_one(text: str) -> str | None:
    """Return the title in an order to set up a return, or None.

    建个统计月报：… gives 统计月报, 建个月报 叫打假月报，… gives 打假月报. None if the order ends there or names only a
    kind of return.
    """
    clauses = [each[0] for each in CLAUSE.finditer(text)]
    head, colon, _ = clauses[0].replace("：", ":").partition(":") if clauses else ("", "", "")
    found = _RULES["new_title"].search(head) if colon or len(clauses) > 1 else None
    title = (found["called"] or found["title"]).strip() if found else ""
    return title if title and not _RULES["bare_title"].fullmatch(title) else None
