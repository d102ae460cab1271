"""Orders about work information: that a new piece is begun, with what it tells (报工作信息：…), or that it is called
otherwise (标题改成…)."""

from collections.abc import Iterable

from data.patterns import Pattern
from data.understanding.lexicon import table

_WORDS = table("information_orders")
BEGINS: frozenset[str] = frozenset(_WORDS["begins"])
"""Words that ask for a new piece, and nothing else."""
_HEADS = BEGINS | frozenset(_WORDS["heads"])
_COLONS, _ENDS = "：:", " \n\t:：,，。.!！吧啊"
_ORDER = Pattern(
    r"(?i)^\s*(?:您好|你好|我们?|我局|想|要|还|需要|准备|请|[,，\s])*"
    r"(?:(?:再?(?:报送?|写|交|送)(?:一|个|条|篇|份|下)*|再?发[一个条篇份]*工作)(?:工作)?信息"
    r"|有[一个条篇份]*(?:工作)?信息[想要](?:报送?|发)(?:一下|下)?|再[报发写来][一个条篇份]+(?:工作信息|信息)?"
    r"|(?:please |i want to |i'd like to )?(?:send|submit|file|report) (?:a |another |one more |some )?(?:piece of )?"
    r"(?:work )?information|(?:send )?(?:another|one more)(?: piece)?)(?P<rest>[\s:：,，。.!！吧啊](?s:.*))?$"
)
_TITLE = Pattern(
    r"(?i)^(?:请|麻烦)?(?:把|将)?(?:标题(?:改成|改为|换成|[:：])|(?:change )?(?:the )?title to )"
    r"[：:“\" ]*(?P<title>[^”\"]+)"
)


def begins_information(text: str, buttons: Iterable[str]) -> bool:
    """Whether the words before the first colon, or the first line, ask for a new piece and nothing else: be it in the
    words of `buttons`."""
    head = min((text.partition(colon)[0] for colon in (*_COLONS, "\n")), key=len)
    return head.strip().rstrip("。.！!").casefold() in {*_HEADS, *buttons}


def behind_order(text: str) -> str | None:
    """What stands behind words that ask for a new piece, empty where nothing does; None for any other text."""
    found = _ORDER.match(text)
    return (found["rest"] or "").strip(_ENDS) if found else None


def told_behind(text: str) -> str:
    """What a sentence tells behind its order: what follows the first colon of its first line, and further lines."""
    line, _, rest = text.strip().partition("\n")
    behind = next((line[place + 1 :] for place, char in enumerate(line) if char in _COLONS), "")
    return f"{behind}\n{rest}".strip()


def title_changed(text: str) -> str | None:
    """The title that a piece is to have from now on; None for a text that does not begin so."""
    found = _TITLE.search(text.strip())
    return found["title"] if found else None
