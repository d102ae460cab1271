"""Values that people put right within one message: 完成80%，不对，85% is read as 完成85%."""

from collections.abc import Iterator, Sequence
from itertools import islice

from data.patterns import Match, Pattern, any_of
from data.understanding.lexicon import any_word, table
from data.understanding.numerals import DIGITS, HANZI

Run = tuple[int, int, str]
"""The start and end of a place in a text, and the words that are put there."""
_WORDS, _COUNTERS = table("self_corrections"), table("counters")
_NEAR, _MOST = 4, 8
_SIGNS = " ,，。.;；、!！…~～—"
_BESIDE = _SIGNS + "吧了"
_COMMAS = frozenset(",，、…~～—")
_JOINS = ("和", "与", "及", "跟", "、", " and", "&")
_MARKS = rf"[\s{_SIGNS}]"
_SOUNDS = rf"(?:(?:{any_word(_WORDS['sounds'])}){_MARKS}*)*"
_LEADS = rf"{_SOUNDS}(?:(?:{any_word(_WORDS['leads'])})[\s:：]*)*"
_TAKES_BACK, _BETWEEN_MARKS = any_word(_WORDS["takes_back"]), any_word(_WORDS["between_marks"])
_ASKED_BEHIND = tuple(_WORDS["asked_behind"])
_RETRACTION = Pattern(
    rf"(?i){_MARKS}+{_SOUNDS}(?:(?:{_TAKES_BACK})[:：]?{_MARKS}*|(?:{_BETWEEN_MARKS})[,，。.…—:：]+{_MARKS}*"
    rf"|不{_MARKS}+){_LEADS}"
    rf"|{_MARKS}+{_SOUNDS}错了{_MARKS}+|{_MARKS}+(?P<faltering>[呃额]){_MARKS}+"
    rf"|{_SOUNDS}(?:{_TAKES_BACK})"
)
_NUMBER, _MONTH = rf"(?:{DIGITS}|{HANZI})", any_word(_WORDS["months"])
_COUNTER = any_word({*_COUNTERS["things"]["counters"]}.union(*_COUNTERS["of"].values()), apart=False)
_VALUE = Pattern(
    r"(?i)(?P<code>\d{1,2}-\d{1,2}\b)"
    rf"|(?P<percent>(?P<hundredths>{_NUMBER}) ?(?:[%％]|percent\b|pct\b)|百分之{_NUMBER}"
    rf"|{_NUMBER}成(?:半|\d|[一二三四五六七八九])?)"
    rf"|(?P<day>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|(?:{_MONTH}) \d{{1,2}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})"
    rf"|(?P<year>(?:\d{{4}}|[今明后])年)?(?P<month>{_NUMBER}月份?)(?:{_NUMBER}[日号]?|[底初末]|[上中下]旬)?"
    rf"|(?P<day_alone>{_NUMBER}[日号])"
    r"|[下本这]*个?(?:周|礼拜|星期)[一二三四五六日天末]|大?[明后]天|年底|[下本]?个?月[底末初])"
    rf"|(?P<time>(?P<part>{any_word(_WORDS['parts_of_day'])})?(?:{_NUMBER}点(?:半|钟|{_NUMBER}分?)?|\d{{1,2}}:\d{{2}})"
    rf"|\d{{1,2}}(?::\d{{2}})? ?(?:[ap]m|o'clock)\b)"
    rf"|(?P<amount>(?P<scaled>(?P<number>{_NUMBER})(?P<scale> ?[十百千]?[万亿])?)(?: ?(?P<counter>{_COUNTER}))?)"
)
_OF_A_CODE = Pattern(
    r"(?:^|[\s,，。.;；!！对是])(?P<value>\d{1,3}(?: ?[%％])?)(?:那个|应该)?"
    r"(?P<end>(?:是|归|属于) ?(?P<code>\d{1,2}-\d{1,2}) ?的)"
)
_DENIED = Pattern(
    rf"(?i){_MARKS}+{_SOUNDS}(?:(?:{_TAKES_BACK}){_MARKS}*)?(?:不是|not)"
    rf" ?(?P<wrong>[^{_SIGNS.strip()}\n是]{{1,16}}){_MARKS}*(?:而是|应该是|是|but)"
    rf"(?P<right>[^{_SIGNS.strip()}\n是]{{1,16}})[{_SIGNS}]*$"
)
_CLAUSE = Pattern(rf"[^{_SIGNS.strip()}\n]+")
_ORDER = Pattern(rf"(?i)(?:{any_word(_WORDS['orders'], apart=False)})")
_NO_ORDERS = tuple(_WORDS["no_orders"])
_NAME = Pattern(rf"(?:{any_word(table('staffing')['surnames'])})\p{{Han}}{{1,2}}")
_NAMES, _ENDS_OF_UNITS = (3, 2), tuple(_WORDS["ends_of_units"])
"""The lengths of names; and what a unit may end with."""
_NO_MORE = Pattern(rf"^[了吧啊呀哈的]?(?:$| ?[{_SIGNS.strip()}])")
"""What follows a value that stands for itself."""
_STAYS = (("day_alone", "month"), ("month", "year"), ("time", "part"))
"""A value of the first kind leaves this part of the wrong one as it was, unless it has one of its own."""
_KINDS = ("code", "percent", "day", "time", "amount")


def self_corrections(text: str) -> Iterator[Run]:
    """Yield runs that put the right value in the place of one that a text takes back.

    What is right replaces the last value of its kind, or with a name before it (抓3人，不对，抓5人) the one so named. A
    code with more behind it replaces what was said of the same code, or else all from the code before it, unless a
    sentence ends before it (1-2 is done. Sorry, 1-3 is late) or no comma stands there (1-2 不对).
    """
    found = (each for each in _RETRACTION.finditer(text) if not text.endswith(_ASKED_BEHIND, 0, each.start()))
    retractions = list(islice(found, _MOST))
    if not retractions:
        return
    values, at, done = list(_VALUE.finditer(text)), 0, 0
    for retraction in retractions:
        while at < len(values) and values[at].start() < retraction.end():
            at += 1
        before = [each for each in values[max(0, at - _MOST) : at] if done <= each.start() < retraction.start()]
        for run in _runs(text, retraction, before, values[at]) if before and at < len(values) else ():
            yield run
            done = run[1]


def values_of_codes(text: str) -> Iterator[Run]:
    """Yield runs that put a code before the number that a text says to be its (75是2-3的)."""
    for found in islice(_OF_A_CODE.finditer(text), _MOST):
        yield found.start("value"), found.end("end"), f"{found['code']} {found['value']}"


def orders_said_again(text: str) -> Iterator[Run]:
    """Yield runs that take out an order that is taken back when it is given again with what is right (催公安局，算了，
    催市场局), or the name of a person for which another is given (李四，不对，张三)."""
    done = 0
    for retraction in islice(_RETRACTION.finditer(text), _MOST):
        start, end = retraction.span()
        right = _CLAUSE.match(text[end:])
        if right is None or retraction[0][0] not in _SIGNS:
            continue
        order = next((given for at, given in _orders(right[0]) if not at), None)
        at = _order_before(text, order, done, start) if order else _name_before(text, right[0], start)
        if at is not None:
            yield at, end, ""
            done = end


def denials_of_values(text: str) -> Iterator[Run]:
    """Yield runs that put the right value in the place of one that a last clause denies by its name (43-5改期；哦不是
    43-5是43-4), and take that clause out."""
    denied = _DENIED.search(text)
    if denied is None:
        return
    wrong, right = (_VALUE.fullmatch(denied[each].strip()) for each in ("wrong", "right"))
    if wrong is None or right is None or not _is_alike(wrong, right):
        return
    at = next((each for each in _VALUE.finditer(text[: denied.start()]) if each[0] == wrong[0]), None)
    if at is not None:
        yield at.start(), at.end(), right[0]
        yield denied.start(), len(text), ""


def _order_before(text: str, order: str, first: int, last: int) -> int | None:
    """Return where the clause before `last` gives the same order, or None."""
    begin = max([first, *(text.rfind(sign, first, last) + 1 for sign in _SIGNS.strip())])
    at = next((at for at, given in _orders(text[begin:last]) if given == order), None)
    return begin + at if at is not None and text[begin + at + len(order) : last].strip() else None


def _orders(text: str) -> Iterator[tuple[int, str]]:
    """Yield where orders are given, with their words; not where something is told (查处3起)."""
    for each in _ORDER.finditer(text):
        if not text.startswith(_NO_ORDERS, each.start()):
            yield each.start(), each[0]


def _name_before(text: str, right: str, last: int) -> int | None:
    """Return where the name of a person begins that ends at `last`, if the `right` words are one, too, or None."""
    if _NAME.fullmatch(right.strip()) is None:
        return None
    lengths = [size for size in _NAMES if _NAME.fullmatch(text[last - size : last])]
    if len(lengths) > 1 and text[last - max(lengths)] in _ENDS_OF_UNITS:
        lengths.remove(max(lengths))
    return last - max(lengths) if lengths else None


def _runs(text: str, retraction: Match, before: Sequence[Match], right: Match) -> list[Run]:
    name = text[retraction.end() : right.start()].strip()
    behind = text[right.end() : right.end() + _NEAR]
    goes_on = not _NO_MORE.match(behind) and (bool(right["code"]) or not behind.lstrip(" ")[:1].isdigit())
    if set(name) & set(_SIGNS) or (goes_on and retraction["faltering"]):
        return []
    beside = text[before[-1].end() : retraction.start()].strip(_BESIDE) == ""
    if not beside and retraction[0][0] not in _SIGNS:  # 3家标签不对 takes nothing back
        return []
    known = (each for each in before if text[: each.start()].rstrip().endswith(name))
    alike = [each for each in known if _is_alike(each, right)]
    if not alike or (_is_bare(right) and not (name or (beside and not goes_on))):
        return []
    if right["code"] and goes_on:
        return _runs_of_code(text, retraction, alike, right)
    start, end = _place(alike[-1], right)
    if beside and alike[-1] is before[-1]:
        return [(start, right.end(), right[0] + text[end : alike[-1].end()])]
    return [(start, end, right[0]), (retraction.start(), right.end(), "，")]


def _runs_of_code(text: str, retraction: Match, codes: Sequence[Match], right: Match) -> list[Run]:
    """Return the runs that take out what was said of a code before it is named again with what is right, or of the code
    that was named instead of it."""
    marks = retraction[0][: -len(retraction[0].lstrip(_SIGNS))]
    if set(marks).isdisjoint(_COMMAS):
        return []
    same = [each for each in codes if each[0] == right[0]]
    wrong = same[-1] if same else codes[-1]
    if text[: wrong.start()].rstrip().endswith(_JOINS):
        return []
    following = next((each.start() for each in codes if each.start() > wrong.start()), right.start())
    if following == right.start():
        return [(wrong.start(), right.start(), "")]
    return [(wrong.start(), following, ""), (retraction.start(), right.start(), "，")]


def _is_alike(wrong: Match, right: Match) -> bool:
    """Return whether the wrong value is of the kind of the right one; a bare number may be any but a day or code."""
    if _is_bare(right):
        return not (wrong["day"] or wrong["code"] or wrong["time"])
    kind = next(kind for kind in _KINDS if right[kind])
    return bool(wrong[kind]) and (_is_bare(wrong) or wrong["counter"] == right["counter"])


def _is_bare(value: Match) -> bool:
    return bool(value["amount"]) and not value["counter"]


def _place(wrong: Match, right: Match) -> tuple[int, int]:
    """Return the part of the wrong value that the right one replaces: 1日 of 3月1日 if it is 15日, 80 of 80% if 85."""
    if _is_bare(right):
        number = "scaled" if right["scale"] else "number"
        return wrong.span("hundredths" if wrong["hundredths"] else number if wrong["number"] else 0)
    stays = next((part for shows, part in _STAYS if right[shows] and not right[part]), 0)
    return max(wrong.start(), wrong.end(stays) if stays else 0), wrong.end()


CORRECTIONS = (values_of_codes, denials_of_values, self_corrections, self_corrections, orders_said_again)
"""What is put right may be put right once more."""
ANY_CORRECTION = any_of([_OF_A_CODE, _DENIED, _RETRACTION])
"""What a text must have for any of them to find anything."""
