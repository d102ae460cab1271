"""The title that a sentence gives to the statistics return that it sets up."""

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.lexicon import any_of, table

_WORDS = table("returns")
_TITLES = _WORDS["titles"]
_RETURN = any_of([*_WORDS["surely"], *_WORDS["maybe"]], apart=False)
_TITLE = Pattern(rf"(?i)(?:{any_of(_TITLES['before'])})(?:\s|{any_of(_TITLES['counts'])})*(.*(?:{_RETURN}))")
_NAME = Pattern(rf"(?i)[^，,。；;\s]{{2,30}}(?:{_RETURN})")
_BARE = Pattern(f"(?i)(?:{any_of(_TITLES['bare'])})")


_KINDS = {Period.MONTH: "月报", Period.QUARTER: "季报", Period.HALF_YEAR: "半年报", Period.YEAR: "年报"}
_KIND = Pattern("月报|季报|半年报|年报")
_CALLED = Pattern(
    rf"(?i)(?:改名|更名|改叫|名称|名字|叫|call it|rename)(?:改)?(?:叫做|叫|为|成|to|as)?[“\"\s]*(.*(?:{_RETURN}))"
)


def title_given(text: str) -> str | None:
    """Return 打假月报 for 统计月报改名叫打假月报; None where no title is given."""
    found = _CALLED.search(text)
    return title_alone(found[1]) if found else None


def title_for(title: str, every: Period) -> str:
    """Return a title that says how often (统计月报) as it is for another period (统计季报); any other as it is."""
    word = _KINDS.get(every)
    kind = _KIND.search(title)
    return title[: kind.start()] + word + title[kind.end() :] if kind and word else title


def title_alone(text: str) -> str | None:
    """Return a text that is the title of a return and nothing else; None for any other."""
    title = text.strip()
    return title if _NAME.fullmatch(title) and not _BARE.fullmatch(title) else None


def title_said(clause: str) -> str | None:
    """Return 统计月报 for 建个统计月报; None where a clause sets nothing up or names no more than a kind of return."""
    found = _TITLE.search(clause)
    title = found[1].strip() if found else ""
    return title if title and not _BARE.fullmatch(title) else None
