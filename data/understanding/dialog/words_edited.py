"""Edits of one's own words, by their name (内容加一句：…, 名称叫…) or what they say (最后一句删掉, 把周五改成周四)."""

from collections.abc import Collection
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from data.patterns import Pattern, escape
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.self_corrections import self_corrections
from data.understanding.normalise.sentence import clauses_of, is_hanzi
from data.understanding.orders import find_order, says
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS, says_much

_LEAST_LEFT, _LEAST_WORDS = 2, 3
_SHORT_WORD = 3
_MOST_BEFORE = 6
"""Behind the first of so many clauses, what is added is looked for."""
_CLOSE = " \n,，。.!！吧"
_A_SENTENCE = "句"
_WORDS, _OF_REPORTS = table("edits"), table("answer_names")
_ALIKE = [
    alike for names in (_WORDS["alike"], _OF_REPORTS["names"], _OF_REPORTS["names_of_many"]) for alike in names.values()
]
_ANY = {name: f"(?:{any_word(words)})" for name, words in _WORDS.items() if isinstance(words, list)}
_SIGN, _SIGNS = r"\s*[:：,，“”\"]", r"[\s:：,，“”\"]*"
_BEGINS = Pattern(rf"(?i)^\s*(?:{any_word(_WORDS['around']['leads'])})+")
_LEADS, _ENDS = rf"(?is)(?:{_ANY['leads']}|[\s:：,，“”\"])*", rf"{_ANY['behind_a_name']}*[\s。.!！]*"
_CLAUSE = Pattern(r"[^，,。！!？?；;\n]+[，,。！!？?；;]?\s*")
_LEADS_TO_MORE = rf"(?:{_ANY['before']}|{_ANY['between']}|{_ANY['points_back']}|[先就也]|\s)*"
_MORE = Pattern(
    rf"(?is){_LEADS_TO_MORE}(?:(?:{_ANY['more']}|(?P<first>{_ANY['first']}))(?P<sign>{_SIGNS})"
    rf"|{_ANY['adds_what_follows']}(?P<signed>{_SIGN}{_SIGNS}))(?P<words>.*?)[\s”\"]*"
)
_AWAY = rf"(?:{_ANY['goes']}|{_ANY['cut']})"
_THAT_SENTENCE = Pattern(rf"的?{_ANY['that_sentence']}\s*$")
_OTHER = Pattern(rf"{_LEADS}(?P<words>.+?){_SIGNS}{_ANY['becomes']}{_SIGNS}(?P<other>.+?)[\s”\"]*{_ENDS}")
_MOVED = Pattern(
    rf"{_LEADS}(?P<words>{_ANY['places']}){_SIGNS}{_ANY['moves_to']}{_SIGNS}(?P<other>[^，,。；;！!？?\n]+?)[\s”\"]*{_ENDS}"
)
_MEETING_MOVED = Pattern(
    rf"{_LEADS}{_ANY['meetings']}{_SIGNS}{_ANY['moves_to']}{_SIGNS}(?P<other>[^，,。；;！!？?\n]*?{_ANY['rooms']}){_ENDS}"
)
_RATHER, _TO_THE_END = rf"{_ANY['wrong']}{_SIGNS}{_ANY['rather']}{_SIGNS}", r"(?P<words>.*?\S)[\s”\"]*"
_INSTEAD = Pattern(rf"(?is)\s*(?:{_RATHER}|{_ANY['replaces']}\s*[:：]\s*){_TO_THE_END}")
_PUT_RIGHT = Pattern(
    rf"(?is)\s*(?:{_RATHER}|{_ANY['wrong']}[\s:：,，]+"
    rf"|{_ANY['denies']}[^，,。；;！!？?\n]{{1,16}}?[\s，,]*{_ANY['but']}{_SIGNS}){_ANY['sounds']}*{_TO_THE_END}"
)
_GIVES = rf"(?:{_ANY['calls']}|{_ANY['called']}){_SIGNS}(?P<words>.*?){_ENDS}"
_NAME = Pattern(rf"(?is)\s*(?:{_ANY['before_a_name']}|[\s,，])*{_GIVES}")
_NAME_BESIDE = Pattern(rf"(?is).*?{_GIVES}")
_TOLD = Pattern(rf"(?i)(?P<label>{_ANY['labels']})(?:[:：是在为]|\bis\b|\s)*(?P<told>[^，,。；;！!？?\n]+)")
_PLACE = Pattern(rf"在(?P<told>[^，,。；;！!？?\n在]{{1,16}}?)(?:{_ANY['meets']})")
_NUMBERED = Pattern(r"[\d:：.．/\-]*\d$")
_TO_ITS_END = Pattern("[^。;；!！\n]+[。;；!！\n]*")
_APART = " ,，、。;；\n"
_NAME_HERE, _BEFORE_IT = "<name>", rf"(?:{_ANY['before']}|\s)*"
_FIRST = rf"\s*{_BEFORE_IT}{_NAME_HERE}"
_WAYS = {
    "labels": rf"\s*{_NAME_HERE}\s*(?:是|为|is|写[上成]?[\s:：]|[:：])[\s:：]*(?P<words>.*\S)\s*",
    "drops": rf"{_FIRST}\s*{_AWAY}{_ENDS}",
    "reopens": (
        rf"{_BEFORE_IT}(?:{_ANY['reopens']}{_BEFORE_IT}{_NAME_HERE}"
        rf"|{_NAME_HERE}(?:都|也|好像|要|\s)*{_ANY['reopens']}){_ENDS}"
    ),
    "adds_at_an_edge": (
        rf"{_FIRST}的?最?(?:(?P<front>{_ANY['in_front']})|{_ANY['at_the_end']})(?:{_ANY['before_putting']}|\s)*"
        rf"{_ANY['puts']}{_SIGNS}(?P<words>.*?\S)[”\"]?{_ANY['so_many_characters']}?{_ENDS}"
    ),
    "takes_out": (
        rf"{_FIRST}{_ANY['within']}?的?{_SIGNS}(?P<words>\S.*?)[”\"]?(?:这|那)?{_ANY['so_many_characters']}?{_AWAY}{_ENDS}"
    ),
    "edits": (
        rf"{_FIRST}(?:{_ANY['between']}|\s)*(?:{_ANY['wrong']}{_SIGNS})?(?:(?P<more>{_ANY['adds']})"
        rf"|(?P<more_>{_ANY['adds_what_follows']}){_SIGN}|{_ANY['replaces']}|{_ANY['replaces_by_what_follows']}{_SIGN})"
        rf"{_SIGNS}(?P<words>.*?)[\s”\"]*"
    ),
}
"""The ways to speak of words by their name, which stands where _NAME_HERE is."""


class Edit(NamedTuple):
    """New `words` that are added to the present ones if `more`, or else replace them."""

    more: bool
    words: str


def edit_of(name: str, text: str) -> Edit | None:
    """Return the edit that a text makes to the words called `name`, or None."""
    found = _way("edits", name).fullmatch(text)
    if not found or not found["words"]:
        return None
    return Edit(bool(found["more"] or found["more_"]), found["words"])


def edited_by_name(name: str, text: str, before: str) -> str | None:
    """Return the words `before`, called `name`, after a text puts some in front or behind (标题前面加武汉两个字).

    It may also take some out (把标题里的冬季去掉). Return None if it does neither.
    """
    if found := _way("adds_at_an_edge", name).fullmatch(text):
        added: str = found["words"].strip(' “”"')
        return added + before if found["front"] else before + added
    found = _way("takes_out", name).fullmatch(text)
    left = with_words_removed(before, found["words"].strip(' “”"')) if found else before
    return left if left not in ("", before) else None


def without_label(name: str, text: str) -> str:
    """Return an answer without the name of what is asked for before it (原因是省厅推迟了, reason: the snow)."""
    found = _way("labels", name).fullmatch(text)
    return found["words"] if found else text


def words_instead(text: str) -> str:
    """Return the words that a text gives in place of all before them (不对，是总数没写清楚; 改成：…), or ""."""
    found = _INSTEAD.fullmatch(text)
    return found["words"] if found else ""


def words_put_right(text: str) -> str:
    """Return what a text says is right after it denies what was read (不对，4月底; 不是移交，是加上商务局), or ""."""
    found = _PUT_RIGHT.fullmatch(text)
    return found["words"] if found else ""


def with_value_put_right(text: str, before: str) -> str | None:
    """Return the words `before` with the value in them that a text only takes back and puts right (不对，4点 after
    周五下午3点开会), or None."""
    words = before.rstrip(_CLOSE)
    said = f"{words}，{text.rstrip(_CLOSE)}"
    runs = [*self_corrections(said)]
    if not runs or runs[0][0] >= len(words) or runs[-1][1] < len(said):
        return None
    for start, end, right in reversed(runs):
        said = said[:start] + right + said[end:]
    return said.rstrip(_CLOSE) + before[len(words) :]


def drops_words(name: str, text: str) -> bool:
    """Return whether a text only says to drop the words called `name`: 备注不要了."""
    return _way("drops", name).fullmatch(text) is not None


def opens_again(name: str, text: str) -> bool:
    """Return whether a text only says to write the words called `name` anew, or that they are wrong (照片发错了)."""
    return _way("reopens", name).fullmatch(text) is not None


def name_given(text: str, *, beside: bool) -> str | None:
    """Return the name that a text only gives (就叫打假月报吧), or None; `beside` allows other words before it."""
    found = (_NAME_BESIDE if beside else _NAME).fullmatch(text)
    return found["words"].strip() or None if found else None


def edited_words(text: str, before: str) -> str | None:
    """Return the words `before` after a text adds, removes or changes a sentence or some words of them, or None.

    Returns None if it does nothing of the sort, or if the words that it quotes do not occur exactly once. If there are
    no words yet, the first must follow a sign (加一句：…).
    """
    if (found := _MORE.fullmatch(text)) and found["words"] and (before or found["sign"] or found["signed"]):
        return _joined(before, found["words"], first=bool(found["first"]))
    gone = find_order(text, "removals.said", "removals.gone")
    if gone is not None and (left := with_words_removed(before, gone["words"])) not in ("", before):
        return left
    return words_replaced(text, before)


def with_clause_put_right(before: str, right: str) -> str | None:
    """Return the words `before` with `right` in place of the clause that has most words of it (方案还没印发 instead of
    印发了方案), and of all if only that one says anything; None if none has any."""
    clauses = [each for each in clauses_of(before, spaces=True) if any(map(str.isalpha, each))]
    alike = max(clauses, key=lambda each: len(_pieces(each) & _pieces(right)), default=None)
    if alike is None or not _pieces(alike) & _pieces(right):
        return None
    return right if len(clauses) == 1 else before[: alike.start] + right + before[alike.end :]


def _pieces(text: str) -> set[str]:
    """Return the pairs of Chinese characters in a text, and its longer English words."""
    pairs = {"".join(each) for each in pairwise(text) if all(map(is_hanzi, each))}
    return pairs | {
        each for each in text.lower().split() if each.isascii() and len(each) > _SHORT_WORD and each.isalpha()
    }


def words_replaced(text: str, before: str) -> str | None:
    """Return the words `before` with those replaced that a text gives others for (把周五改成周四), also the one place
    where people meet (地点换到402, 会议改到二楼会议室), or put down under a label that is not there (地点写上305); a
    number is put in place of the one before the words (会议室改成501). None if it does not, or they do not occur just
    once."""
    if (meeting := _MEETING_MOVED.fullmatch(text)) is not None:
        return _with_place(before, meeting["other"])
    moved = _MOVED.fullmatch(text)
    if moved and (there := _with_place(before, moved["other"])) is not None:
        return there
    found = moved if moved and moved["words"] in before else _OTHER.fullmatch(text)
    if found and found["words"] in _WORDS["labels"] and found["words"] not in before:
        of_place = found["words"] in _WORDS["places"]
        if of_place and (there := _with_place(before, found["other"])) is not None:
            return there
        return _joined(before, f"{found['words']}：{found['other']}", first=False)
    if not found or before.count(found["words"]) != 1:
        return None
    told = next((each for each in _TOLD.finditer(before) if each["label"] == found["words"]), None)
    start = before.index(found["words"])
    numbered = None if told else _NUMBERED.search(before[:start])
    if numbered and found["other"][:1].isdigit():
        number, is_whole = found["other"].removesuffix(found["words"]), numbered[0].isdigit()
        return f"{before[: numbered.start()]}{number}{before[start:]}" if is_whole and number.isdigit() else None
    start, end = told.span("told") if told else (start, start + len(found["words"]))
    return f"{before[:start]}{found['other']}{before[end:]}"


def _with_place(before: str, place: str) -> str | None:
    """Return the words `before` with another place in the one place where they say that people meet, or None."""
    places = [*_PLACE.finditer(before)]
    if len(places) != 1:
        return None
    start, end = places[0].span("told")
    return f"{before[:start]}{place.removeprefix('在')}{before[end:]}"


def with_words_added(name: str, text: str, before: str) -> str | None:
    """Return the words `before`, called `name`, with a sentence that a text adds to them (再加一句：…, 补充：…) and
    what it tells before that (总结还在盖章，先补一句：…), or None."""
    if (named := edit_of(name, text)) is not None and named.more:
        return _joined(before, named.words, first=False)
    for start in [0, *(each.start for each in clauses_of(text, spaces=True)[1:_MOST_BEFORE])]:
        found = _MORE.fullmatch(text[start:])
        if found is None or not found["words"]:
            continue
        if found["signed"] or found["sign"].strip() or _A_SENTENCE in text[start:][: found.start("words")]:
            told = text[:start] if says_much(text[:start], A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS) else ""
            return _joined(before, told + found["words"], first=bool(found["first"]))
    return None


def _joined(before: str, words: str, *, first: bool) -> str:
    both = (words, before) if first else (before, words)
    return "\n".join(filter(None, both))


def with_joint_or_clause(named: str, before: str, *, whole: bool) -> str:
    """Return words with a conjunction beside them, or their whole clause.

    The clause is returned if it is meant as a `whole`, or if hardly anything else would be left of it (请带身份证).
    """
    clause = next((each[0] for each in _CLAUSE.finditer(before) if named in each[0]), named)
    joints = _WORDS["around"]["joints"]
    joined = (*(named + each for each in joints), *(each + named for each in joints))
    gone = next((each for each in joined if each in clause), named)
    left = _BEGINS.sub("", clause.replace(gone, ""))
    few = len(left.split()) < _LEAST_WORDS if left.isascii() else len([*filter(str.isalnum, left)]) < _LEAST_LEFT
    return clause if whole or few else gone


def _names(name: str) -> Collection[str]:
    return next((alike for alike in _ALIKE if name in alike), [name])


@cache
def _way(way: str, name: str) -> Pattern:
    """Return the pattern of one of the _WAYS to speak of the words called `name`."""
    return Pattern(f"(?is){_WAYS[way].replace(_NAME_HERE, f'(?:{any_word(_names(name))})')}")


def to_be_removed(text: str) -> str | None:
    """Return the words that a text wants taken out, as they were written, or None."""
    removal = find_order(text, "removals.said", "removals.unreported_part")
    return removal["words"] if removal else None


def with_words_removed(written: str, words: str) -> str:
    """Return `written` without `words` and the joint beside them, without their clause if that is meant (合同那句), or
    without its first or last sentence.

    Returns it unchanged if it does not have the words exactly once.
    """
    stops = [0, *(found.end() for found in _TO_ITS_END.finditer(written))]
    if says(words, "removals.of_the_last_sentence"):
        return written[: stops[max(len(stops) - 2, 0)]].rstrip(" \n")
    if says(words, "removals.of_the_first_sentence"):
        return written[stops[:2][-1] :]
    named = _THAT_SENTENCE.sub("", words)
    edge = r"\b" if named.isascii() and named.isalnum() else ""  # the ID is not in Friday
    found = [each[0] for each in Pattern(f"(?i){edge}{escape(named)}{edge}").finditer(written)]
    if not named or len(found) != 1:
        return written
    before, _, behind = written.partition(with_joint_or_clause(found[0], written, whole=named != words))
    return (before + behind).lstrip(_APART).rstrip() if behind else before.rstrip(" ,，、;；\n")
