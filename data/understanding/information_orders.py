"""Orders about work information: that a new piece is begun, with what it tells (报工作信息：…), that it is all of it,
or how its text is to read."""

from collections.abc import Iterable

from data.understanding.lexicon import table
from data.understanding.meaning import Aim, Kind, Mood, Understanding, of_kind
from data.understanding.orders import said, says
from data.understanding.setting_asked import setting_asked

_WORDS = table("information_orders")
BEGINS: frozenset[str] = frozenset(_WORDS["begins"])
"""Words that ask for a new piece, and nothing else."""
_HEADS = BEGINS | frozenset(_WORDS["heads"])
_COLONS, _ENDS = "：:", " \n\t:：,，。.!！吧啊"
_LONGEST_ORDER, _LONGEST_ENGLISH = 25, 80
"""Characters; what is longer is a sentence of the article, unless it begins with the code of a task."""
_ORDERS = (
    *(Aim.WITHDRAW, Aim.CORRECT, Aim.CANCEL, Aim.TASKS, Aim.DEADLINES, Aim.HELP, Aim.HISTORY, Aim.FIGURES, Aim.INFO),
    *(Aim.SUMMARY, Aim.RETURNS, Aim.EXPORT, Aim.EXTENSION, Aim.SNOOZE, Aim.NO_CHANGE, Aim.UNREPORTED),
)
_SURE_OF_AN_ORDER = 0.75


def begins_information(text: str, buttons: Iterable[str]) -> bool:
    """Whether the words before the first colon, or the first line, ask for a new piece and nothing else: be it in the
    words of `buttons`."""
    head = min((text.partition(colon)[0] for colon in (*_COLONS, "\n")), key=len)
    return head.strip().rstrip("。.!！").casefold() in {*_HEADS, *buttons}


def behind_order(text: str) -> str | None:
    """What stands behind words that ask for a new piece, empty where nothing does; None for any other text."""
    begun = said(text, "information_orders.begun")
    return begun["told"].strip(_ENDS) if begun else None


def told_behind(text: str) -> str:
    """What a sentence tells behind its order: what follows the first colon of its first line, and further lines."""
    line, _, rest = text.strip().partition("\n")
    behind = next((line[place + 1 :] for place, char in enumerate(line) if char in _COLONS), "")
    return f"{behind}\n{rest}".strip()


def is_all_of_it(text: str) -> bool:
    """Whether a message says that the article is written."""
    return says(text, "information_orders.article_ends")


def put_right(article: str, text: str) -> str | None:
    """The article with what a message changes in it (10人改成11人); None where it does not have just these words, and
    once."""
    change = said(text, "information_orders.put_right")
    if change is None or article.count(change["old"]) != 1:
        return None
    return article.replace(change["old"], change["new"])


def may_be_an_order(text: str, heard: Understanding) -> bool:
    """Whether a short line may be said to the bot instead of being a line of an article: what begins with a code, a
    question, or what is surely heard as an order."""
    line = text.strip()
    of_a_task = any(each.start == 0 for kind in (Kind.CODE, Kind.NO_CODE) for each in of_kind(heard, kind))
    most = _LONGEST_ENGLISH if line.isascii() or of_a_task else _LONGEST_ORDER
    if "\n" in line or len(line) > most or line.endswith(("。", "；", "：")):
        return False
    asks_the_bot = Mood.ASKS in heard.moods and heard.aim is not Aim.UNKNOWN
    is_an_order = heard.aim in _ORDERS and heard.confidence >= _SURE_OF_AN_ORDER
    sets_something = setting_asked(line, heard) is not None
    other = says(line, "information_orders.of_what_was_sent", "asked.question_to_the_bot")
    return of_a_task or asks_the_bot or is_an_order or sets_something or other
