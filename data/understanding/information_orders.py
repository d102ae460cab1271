"""Orders about work information: that a new piece is begun, with what it tells (报工作信息：…), that it is called
otherwise (标题改成…), that it is all of it, or how its text is to read."""

from collections.abc import Iterable

from data.patterns import Pattern
from data.understanding.lexicon import table
from data.understanding.meaning import Aim, Kind, Mood, Understanding, of_kind

_WORDS = table("information_orders")
BEGINS: frozenset[str] = frozenset(_WORDS["begins"])
"""Words that ask for a new piece, and nothing else."""
_ALL_OF_IT = frozenset(_WORDS["all_of_it"])
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


_CALLED = Pattern(r"(?i)^\s*(?:标题|题目|title)(?:是|为|就写)?\s*[:：]\s*")
_CHANGE = Pattern(
    r"^(?:请|麻烦)?(?:把|将)?(?:正文|文)?(?:里|中)?(?:面)?的?[“\"]?(?P<old>[^\n，,。；]{1,40}?)[”\"]?"
    r"(?:应该|要)?(?:改成|改为|换成)[“\"]?(?P<new>[^\n，,。；”\"]{1,40})[”\"]?$"
)
_OF_WHAT_WAS_SENT = Pattern(
    r"(?:刚才|上面|前面|这条)?(?:发|写|打)错了?|(?:删掉|删除|去掉|撤回)\S{0,8}"
    r"|(?:我|那|还是|算了|要|想|请|[，,\s])*(?:重新?|从头|再)(?:写|来|发)(?:过|一遍|一下|一篇)?[吧了]?"
)
_LONGEST_ORDER = 25
"""Characters; what is longer is a sentence of the article."""
_ORDERS = (
    *(Aim.WITHDRAW, Aim.CORRECT, Aim.CANCEL, Aim.TASKS, Aim.DEADLINES, Aim.HELP, Aim.HISTORY, Aim.FIGURES, Aim.INFO),
    *(Aim.SUMMARY, Aim.RETURNS, Aim.EXPORT),
)
_SURE_OF_AN_ORDER = 0.75


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


def without_its_name(text: str) -> str:
    """A title without the words that say that it is one (题目是：)."""
    return _CALLED.sub("", text)


def is_all_of_it(text: str) -> bool:
    """Whether a message says that the article is written."""
    return text.strip().rstrip("。.！!").casefold() in _ALL_OF_IT


def put_right(article: str, text: str) -> str | None:
    """The article with what a message changes in it (10人改成11人); None where it does not have just these words, and
    once."""
    found = _CHANGE.match(text.strip())
    if found is None or article.count(found["old"]) != 1:
        return None
    return article.replace(found["old"], found["new"])


def may_be_an_order(text: str, heard: Understanding) -> bool:
    """Whether a short line may be said to the bot instead of being a line of an article: what begins with a code, a
    question, or what is surely heard as an order."""
    line = text.strip()
    if "\n" in line or len(line) > _LONGEST_ORDER or line.endswith(("。", "；", "：")):
        return False
    asks_the_bot = Mood.ASKS in heard.moods and heard.aim is not Aim.UNKNOWN
    is_an_order = heard.aim in _ORDERS and heard.confidence >= _SURE_OF_AN_ORDER
    of_a_task = any(each.start == 0 for kind in (Kind.CODE, Kind.NO_CODE) for each in of_kind(heard, kind))
    return of_a_task or asks_the_bot or is_an_order or _OF_WHAT_WAS_SENT.fullmatch(line) is not None
