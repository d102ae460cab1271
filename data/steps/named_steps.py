"""What words want of steps that are there: which of them they name (第2步, step 2, 检查20家那步), and whether these are
done, go, change places, or are for another day, person or text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.patterns import Match, Pattern
from data.steps.changes import StepLine
from data.understanding.entities.days import find_days
from data.understanding.lexicon import any_of
from data.understanding.normalise.sentence import normalise
from data.understanding.numerals import number

_NUMBER = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_AND = r"\s*(?:[、,，和与跟及&]|and|with)\s*"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_ORDINAL = "|".join(_ORDINALS)
_STEPS = (
    rf"第\s?(?P<a>{_NUMBER})(?:步骤?)?(?:{_AND}第?\s?(?P<b>{_NUMBER}))?个?步骤?|步骤\s?(?P<c>{_NUMBER})|(?P<end>最后一)个?步骤?"
    rf"|\bsteps?\s?(?:no\.?\s?|number\s)?(?P<d>\d{{1,2}})\b(?:{_AND}(?:step\s)?(?P<e>\d{{1,2}})\b)?"
    rf"|\b(?:the\s)?(?P<f>{_ORDINAL})\sstep\b"
)
_NAMED = Pattern(f"(?i){_STEPS}")
_NAMED_IN_A_LIST = Pattern(
    rf"(?i){_STEPS}|第\s?(?P<g>{_NUMBER})[条项个行]|(?P<last>最后一)[条项个行]|\bthe\s(?P<h>{_ORDINAL})(?:\sone)?\b"
)
_BY_WORDS = Pattern(
    r"(?i)(?:把|将|请|麻烦|帮我|给我|please|mark|tick|check|off|\s)*"
    r"(?:(?P<zh>[^,，。;；\n]{2,40}?)的?[那这][一个]?个?步骤?|\bthe\s(?P<en>[^,.;\n]{2,40}?)\sstep\b)"
)
_MOVED = Pattern(
    r"(?i)^(?:把|将|请|麻烦|帮我|给我|\s)*(?P<zh>[^,，。;；\n\d]{2,40}?)的?(?:日期|时间)?(?:提前|推迟|延期|延后|推后|改|挪|调整?|延|推)[成为到至在]"
    r"|^(?:please|can you|let's|\s)*(?:move|postpone|shift|push|change|put)\s(?:the\s)?"
    r"(?P<en>[^,.;\n\d]{2,40}?)\s(?:to|until|till|on)\b"
    r"|^(?:the\s)?(?P<passive>[^,.;\n\d]{2,40}?)\s(?:is\s|was\s|got\s|has been\s)?"
    r"(?:moved|postponed|shifted|pushed|put off|rescheduled)\s(?:to|until|till)\b"
)
"""A step is moved by the words of it alone: 收网改到1月5号, move the class to 12 Dec."""
_FINISHED = Pattern(
    r"(?i)(?:那个|这个|the\s|\s)*(?P<what>[^,，。;；:：\n\d?？]{1,30}?)(?:已经?|都|全|也|\s)*"
    r"(?:(?P<how>\p{Han})?(?:完|好|过|定|妥)了|搞定了?"
    r"|\s(?:is|are|was|were|ha(?:s|ve) been)\s(?:already\s|all\s)?"
    r"(?:done|finished|over|booked|sent|signed|held|out|ready))"
    r"[吧啊呀。.!！\s]*"
    r"|(?:please\s)?(?:tick|check|cross)\s(?:off\s)?(?:the\s)?(?P<ticked>[^,，;:\n\d?？]{1,30}?)(?:\soff)?[.!\s]*"
)
"""That something is over, said by its words alone: 会开过了, room is booked."""
_ORDER = Pattern(r"(?i)^\s*(?:请|麻烦)?(?:分解|拆解|split|divide)\s*")
_FILLER = Pattern(
    r"(?i)分解|步骤|把|将|请|麻烦|帮我|给我|的|了|吧|啊|呀|也|都|就|先|已经|已|全部|现在|刚刚|刚|我们?|和|与|跟|及|一下"
    r"|\b(?:please|the|and|with|mark(?:ed)?|tick(?:ed)?|check(?:ed)?|as|is|are|was|were|has|have|been|off|it|i|we|can|you"
    r"|already|now|of|steps?)\b|[\s、,，.。!！~～:：“”\"]"
)
_GOES = Pattern(
    r"(?i)删掉|删了|删除|删去|删|去掉|拿掉|撤掉|取消|不要|不用做|不做"
    r"|\b(?:remove|delete|drop|cancel|take\s(?:away|out))\b"
)
_NOT_DONE = Pattern(
    r"(?i)(?:改回|还)?(?:没有?|未)(?:能)?(?:完成|做完|办完|做好|办好|弄完|搞完|做|办|完)|(?:点|勾)错"
    r"|\b(?:not\s(?:yet\s)?(?:done|finished|complete)(?:d)?(?:\syet)?(?:\safter\sall)?|untick|undo)\b"
)
_DONE = Pattern(
    r"(?i)完成|[做办弄搞干]完|[做办弄]好|搞定|办妥|办结|勾掉|勾上|勾选|打勾|打钩|划勾|勾|完了|好了"
    r"|\b(?:done|finished|completed?|ticked?\soff|check(?:ed)?\soff)\b"
)
_SWAPS = Pattern(
    r"(?i)(?:互相)?(?:对调|互换|交换|调换|换|调)(?:个|一下|下)?(?:位置|顺序|次序|过来)?(?:一下)?|\b(?:swap|exchange|switch)(?:ped|ed|d)?\b"
)
_FOR_ANOTHER = Pattern(
    r"(?i)^(?:[请往后再向\s,，把将]|的?(?:日期|时间|期限|人员|负责人|内容)|please|can you|the|is|was)*"
    r"(?:改|换|调|推|提前|延|挪|移|定在|定到|交给|让|由|给|\b(?:change|move|set|postpone|push|delay|shift|put|give|assign|hand))"
)


class Deed(StrEnum):
    """What is to become of steps."""

    DONE = "done"
    NOT_DONE = "not_done"
    GONE = "gone"
    SWAPPED = "swapped"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class StepWish:
    """What is wanted of the steps at some `places`, of which there is none where it was not found; of a change `rest`
    says to what."""

    places: tuple[int, ...]
    deed: Deed
    rest: str = ""


def names_a_step(text: str) -> bool:
    """Whether a text names a step, be there one or not."""
    said = _plain(text)
    return any(pattern.search(said) is not None for pattern in (_NAMED, _BY_WORDS, _MOVED))


def finished_step(text: str, steps: Sequence[StepLine]) -> int | None:
    """The place of the one step that a text says is over, by words of it (会开过了 of 和市监局开会); None for any other
    text, and where none or several hold these."""
    found = _FINISHED.fullmatch(_plain(text).strip())
    if found is None:
        return None
    what, how = _without_hyphens(found["what"] or found["ticked"]), found["how"] or ""
    holding = [at for at, step in enumerate(steps) if _is_told_of(_without_hyphens(step.words), what, how)]
    return holding[0] if len(holding) == 1 else None


def _without_hyphens(words: str) -> str:
    return words.strip().lower().replace("-", " ")


def _is_told_of(step: str, what: str, how: str) -> bool:
    """Whether a step's words have all those of what is over; with one character alone what was done with it, too. An
    English word of more than two letters may be the beginning of one of the step's: it ticks off no items."""
    if what.isascii():
        return all(any(_is_said_by(each, word) for word in step.split()) for each in what.split())
    return set(what + how if len(what) == 1 else what) <= set(step) and (len(what) > 1 or bool(how))


def _is_said_by(said: str, word: str) -> bool:
    return word == said or (len(said) > 2 and word.startswith(said))


def wish_of(text: str, steps: Sequence[StepLine], today: date, *, in_a_list: bool = False) -> StepWish | None:
    """What a text wants of those among `steps` that it names, and nothing else; None for any other text. In a list that
    was just shown a number is enough (第2条, the second), and to take away, the words."""
    said = _ORDER.sub("", _plain(text))
    pattern = _NAMED_IN_A_LIST if in_a_list else _NAMED
    found = list(pattern.finditer(said))
    if found:
        places = tuple(place for match in found for place in _places(match, len(steps)))
        rest = _without(said, found)
    elif (by_words := _BY_WORDS.search(said)) is not None:
        places = _holding(by_words["zh"] or by_words["en"], steps, today)
        rest = _without(said, [by_words])
    elif (moved := _MOVED.search(said)) is not None:
        begins, ends = moved.span(next(each for each in ("zh", "en", "passive") if moved[each]))
        places = _holding(said[begins:ends], steps, today)
        rest = f"move to {said[moved.end() :]}" if moved["passive"] else f"{said[:begins]} {said[ends:]}".strip()
        return _wish(places, rest, today) if places else None
    elif in_a_list and _GOES.search(said):
        places = _holding(_FILLER.sub("", _GOES.sub("", said)), steps, today)
        return StepWish(places, Deed.GONE) if places else None
    else:
        return None
    return _wish(places, rest.strip(), today)


def _wish(places: tuple[int, ...], rest: str, today: date) -> StepWish | None:
    for deed, pattern in ((Deed.GONE, _GOES), (Deed.NOT_DONE, _NOT_DONE), (Deed.DONE, _DONE), (Deed.SWAPPED, _SWAPS)):
        is_all = pattern.search(rest) is not None and not _FILLER.sub("", pattern.sub("", rest))
        if is_all and (deed is not Deed.SWAPPED or len(places) == 2):
            return StepWish(places, deed)
    for_another_day = bool(find_days(rest.lower(), today)) and not rest.startswith((":", "："))
    return StepWish(places, Deed.CHANGED, rest) if for_another_day or _FOR_ANOTHER.search(rest) else None


def _plain(text: str) -> str:
    """A text with the digits of other alphabets as ours, as long as it was."""
    said = normalise(text)
    return str(said) if len(said) == len(text) else text


def _places(match: Match, count: int) -> list[int]:
    """The places that a name says, -1 for one that there is none at."""
    named = match.groups()
    if "end" in named or "last" in named:
        return [count - 1]
    said = [_ORDINALS[word.lower()] if word.lower() in _ORDINALS else int(number(word)) for word in named.values()]
    return [count - 1 if each < 0 else each - 1 if each <= count else -1 for each in said]


def _holding(words: str, steps: Sequence[StepLine], today: date) -> tuple[int, ...]:
    """The one step that is due on a day or holds words; none where that is not just one."""
    days = find_days(words.lower(), today)
    sought = words.strip().lower()
    is_it = [
        step.due == days[0].last
        if days and not _FILLER.sub("", sought[: days[0].start] + sought[days[0].end :])
        else bool(_FILLER.sub("", sought)) and (_holds(step.words, sought) or _holds(sought, step.words))
        for step in steps
    ]
    return (is_it.index(True),) if is_it.count(True) == 1 else ()


def _holds(words: str, others: str) -> bool:
    """Whether words hold others, English ones from where a word begins to where one ends: audit holds no "it"."""
    return Pattern(any_of([others.lower()])).search(words.lower()) is not None


def _without(said: str, found: Sequence[Match]) -> str:
    for match in reversed(found):
        said = f"{said[: match.start()]} {said[match.end() :]}"
    return said
