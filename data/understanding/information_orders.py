"""Orders about work information: to begin a piece (报工作信息：…), to end it, or to change its text."""

from collections.abc import Iterable

from data.patterns import Pattern
from data.understanding.lexicon import table
from data.understanding.meaning import Aim, Kind, Mood, Understanding
from data.understanding.orders import find_order, says
from data.understanding.reporting.answer_names import part_put_off
from data.understanding.settings.setting_asked import setting_asked
from data.understanding.sureness import SURE

_WORDS = table("information_orders")
BEGINS: frozenset[str] = frozenset(_WORDS["begins"])
"""Words that only ask for a new piece."""
_HEADS = BEGINS | frozenset(_WORDS["heads"])
_COLONS, _ENDS = "：:", " \n\t:：,，。.!！吧啊"
_DAY = Pattern(r"(?:[1-9]|1[0-2])-(?:[1-9]|[12]\d|3[01])")
_LONGEST_ORDER, _LONGEST_ENGLISH = 25, 80
"""In characters; a longer line belongs to the article. The second is for English and lines about a task."""
_ORDERS = (
    *(Aim.WITHDRAW, Aim.CORRECT, Aim.CANCEL, Aim.TASKS, Aim.DEADLINES, Aim.HELP, Aim.HISTORY, Aim.FIGURES, Aim.INFO),
    *(Aim.SUMMARY, Aim.RETURNS, Aim.EXPORT, Aim.EXTENSION, Aim.SNOOZE, Aim.NO_CHANGE, Aim.UNREPORTED),
    Aim.DEPUTY,
)


def begins_information(text: str, buttons: Iterable[str]) -> bool:
    """Return whether the words before the first colon or line break only ask for a new piece; `buttons` may, too."""
    head = min((text.partition(colon)[0] for colon in (*_COLONS, "\n")), key=len)
    return head.strip().rstrip("。.!！").casefold() in {*_HEADS, *buttons}


def words_beside_order(text: str) -> str | None:
    """Return the words behind those that ask for a new piece, or before them (…，这条作为信息报送); empty if there are
    none, None for any other text."""
    found = find_order(text, "information_orders.begun", "information_orders.ended")
    return found["told"].lstrip(_ENDS).rstrip() if found else None


def text_behind_order(text: str) -> str:
    """Return what a sentence tells after its order: all after the first colon in its first line, and further lines."""
    line, _, rest = text.strip().partition("\n")
    behind = next((line[place + 1 :] for place, char in enumerate(line) if char in _COLONS), "")
    return f"{behind}\n{rest}".strip()


def corrected_article(article: str, text: str) -> str | None:
    """Return the article as a message changes it (10人改成11人), or None unless it has the old words exactly once."""
    change = find_order(text, "information_orders.put_right")
    if change is None or article.count(change["old"]) != 1:
        return None
    return article.replace(change["old"], change["new"])


def as_a_correction(text: str) -> str:
    """Return a message in which the writer stops (等下，窝点是7个) in the words of a correction (更正，窝点是7个), and
    any other as it is."""
    waits = find_order(text, "information_orders.waits")
    return f"{_WORDS['corrects']}{waits['words']}" if waits is not None else text


def may_be_an_order(text: str, heard: Understanding) -> bool:
    """Return whether a short line may be meant for the bot instead of the article.

    That is one that begins with a task, asks the bot something, sets something, puts pictures off or says that there
    are none, or is clearly an order.
    """
    line, of_a_task = text.strip(), _begins_with_task(heard)
    most = _LONGEST_ENGLISH if line.isascii() or of_a_task else _LONGEST_ORDER
    if "\n" in line or len(line) > most or line.endswith(("。", "；", "：")):
        return False
    asks_the_bot = Mood.ASKS in heard.moods and heard.aim is not Aim.UNKNOWN
    is_an_order = heard.aim in _ORDERS and heard.confidence >= SURE
    sets_something = setting_asked(heard) is not None
    of_files = says(line, "removals.of_the_files") or part_put_off(line) == "evidence"
    other = of_files or says(line, "information_orders.of_what_was_sent", "asked.question_to_the_bot")
    return of_a_task or asks_the_bot or is_an_order or sets_something or other


def _begins_with_task(heard: Understanding) -> bool:
    """Return whether a text begins with the code of a task, even one that the plan does not have; if that may be a day
    (12-15联合行动查获假酒), only if it stands alone or there is the status or percent of a report behind it."""
    code = next((each for each in heard.readings if each.start == 0 and each.kind is Kind.NO_CODE), None)
    if code is None or not _DAY.fullmatch(code.values[0]):
        return code is not None or heard.begins_with(Kind.CODE)
    return tells_how_far(heard) or not any(map(str.isalnum, heard.text[code.end :]))


def tells_how_far(heard: Understanding) -> bool:
    """Return whether a text has the status or percent of a report."""
    return heard.names(Kind.STATUS, Kind.PERCENT)
