"""Words for a status and for being overdue, in questions and in reports."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.lexicon.phrases import Phrases
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, blank_spans
from data.understanding.numerals import ENGLISH_NUMBER

_LEXICON: dict[str, Any] = table("statuses")
_WINDOW = 24
_MOST = 40
"""So often nobody says in a sentence how something stands."""


def _any(*path: str) -> str:
    words: Any = _LEXICON
    for key in path:
        words = words[key]
    return any_of(words).replace(r"\ ", "[ _-]")


_DONE, _BEGUN = f"(?:{_any('done')})", f"(?:{_any('begun')})"
_NOT = f"(?:{_any('not')})(?:{_any('not_fully')})?(?:{_any('fully')})?"
_MASKED = any_of(_LEXICON["masks"]["words"])
_NO_MOVE = "[^静手力员态作]"

OVERDUE = Phrases(
    rf"(?:{_any('overdue', 'words')})(?:{_any('overdue', 'behind')})?"
    r"|(?:已经?)?过了?(?:期限|时限|截止)(?:日期)?|((?:已经?)?过了?期)(?:$|[的了没还,，。?？])"
    r"|到期(?:了)?(?:还|却|但|仍)?(?:没|未)(?:有)?(?:交|报|完成|做完|办结|做)?"
    rf"|{_any('overdue', 'english')}",
    f"(?:{_any('masks', 'before_overdue')})(?:{_any('overdue', 'words')})",
)
UNFINISHED = Phrases(
    rf"{_NOT}(?:{_DONE}|{_any('unfinished', 'verbs')})(?:的|好)?"
    r"|不能?(?:按时|按期|如期)?(?:完成|做完|办结|搞完)|[完做办弄搞干]不[成完了]"
    rf"|{_any('unfinished', 'words')}|{_any('unfinished', 'english')}"
    r"|\b(?:is|are|has|have)n't (?:been )?(?:done|finished|completed)\b",
    rf"{_MASKED}|\b(?:nothing|none|no)(?: is| was| are)? (?:{_any('unfinished', 'english')})",
)
_HEDGED = Pattern(
    f"(?:{_any('hedged', 'near')})(?:{_any('hedged', 'links')})*$|(?:{_any('hedged', 'far')})[^,，。;；]{{0,12}}$"
)
_DENIED = Pattern(
    f"(?:{any_of(_LEXICON['denied']['near'], apart=False)})(?:{any_of(_LEXICON['denied']['links'], apart=False)})*$"
    f"|(?:{_any('denied', 'earlier')})[^,，。;；]{{0,6}}$"
    r"|\b(?:was|were|had been|got|used to be|previously|earlier)(?: briefly| once)?[ ]$"
)
_ASKED = Pattern("有(?:没|未|无|不)")
_OVERCOME = Pattern(
    r"^(?:[^。;；]{0,10}(?:现在|目前|如今|后来|已)[^。;；]{0,4}(?:好了|正常|恢复|顺利|没事)|[^。;；]{0,14}已经?推进"
    r"|(?:问题|情况|状态)?(?:解除|消除|排除|化解|克服)(?:[^不中难前后]|$)"
    r"|(?:的?(?:问题|情况|原因|困难|事项|状态|环节|\x00+))?(?:都|均|全部|现|也)?(?:已经?|得到)+"
    r"(?:全部|基本|妥善|圆满)?(?:解决|克服|消除|排除|化解|解除|缓解|恢复|疏通|协调好)"
    r"|(?: (?:issues?|problems?))? (?:has been |have been |is |are |now )*(?:resolved|solved|removed|over)\b)"
)
_BLOCKED = "blocked"
_TROUBLE = Pattern(
    rf"(?:{_any('blocked', 'meets')})(?:{_any('blocked', 'some')})?(?:{_any('blocked', 'trouble')})"
    rf"|{_any('blocked', 'troubled')}"
)
_OF_OTHERS = Pattern(_any("blocked", "of_others"))
_STANDS_STILL = Pattern(rf"^(?:{_any('blocked', 'stands_still')})*(?:[^\pL\pN]|$)")
_STATUSES = {
    "not_started": Phrases(
        rf"{_NOT}{_BEGUN}(?:过|起来)?|({_NOT}[搞弄])(?:[^\pL]|$)|({_NOT}动静)的|({_NOT}动(?:过|起来)?)(?:{_NO_MOVE}|$)"
        rf"|{_any('not_started', 'words')}|{_any('not_started', 'english')}"
        r"|\b(?:has|have)n'?t (?:we |they |you |even |been |yet )*(?:started|begun|touched)\b"
        r"|\b(?:nobody|nothing)(?: has| is)? (?:been )?(?:started|begun|touched)\b"
        r"|\bnothing(?: has| is|'s)? (?:been )?done\b",
        _MASKED,
    ),
    "submitted": Phrases(
        r"(?:待|等待|等着|等|正在|在|还没|没|未)(?:审核|审批|审)(?:中|过|核|通过)?"
        r"|((?:待|等待|等着|等|正在|在|还没|没|未)批(?:中|过|核|通过)?)(?:[^下复准到]|$)"
        rf"|{_any('submitted', 'words')}|等.{{1,3}}审(?:核|批)?|已(?:经)?(?:提交|报送|上报)(?:待审)?"
        rf"|报上[来去](?:了)?(?:还|但)?(?:没|未)审|{_any('submitted', 'english')}",
        r"批(?:下|复|准|到)|(?:其余|其他|剩余|件|案|均|仍|尚|还)的?正?在审(?:$|[^核批])",
    ),
    _BLOCKED: Phrases(
        rf"{_any('blocked', 'words')}|(?:{_any('blocked', 'meets')})(?:{_any('blocked', 'some')})?"
        rf"(?:{_any('blocked', 'trouble')})|(卡[着起倒])(?:$|[ ,，。;；:：的])|{_any('blocked', 'english')}",
        rf"没有困难|blocked (?:about |over |another |some |more than )*(?:\d|(?:{ENGLISH_NUMBER})\b)",
    ),
    "closed": Phrases(
        rf"((?:{_any('closed', 'adverbs')}){{0,4}}{_DONE})(?:$|[^ \d]| (?:$|\D))"
        rf"|((?:{_any('closed', 'adverbs')})+(?:{_any('closed', 'did')})了)(?:[^\pL\pN]|$)"
        rf"|{_any('closed', 'words')}|{_any('closed', 'english')}",
        f"(?:{_any('masks', 'before_done')})(?:{_any('closed', 'adverbs')})?{_DONE}",
    ),
    "in_progress": Phrases(
        rf"{_any('in_progress', 'words')}|(?:{_any('in_progress', 'at')})(?:{_any('in_progress', 'doing')})(?:中|当中)?"
        rf"|(?:{_any('in_progress', 'surely')})(?:{_BEGUN}|动静的)了?"
        rf"|((?:{_any('in_progress', 'surely')})动了?)(?:{_NO_MOVE}|$)|((?:{_BEGUN}|动)了)(?:[^吗没]|$)"
        rf"|{_any('in_progress', 'english')}",
        "动静不",
    ),
}


def find_status(text: str) -> list[Reading]:
    """Return the status that a lower-cased text names, the negated ones first; empty if it names none."""
    return list(islice(find_statuses(text), 1))


def find_statuses(text: str) -> Iterator[Reading]:
    """Yield each status that a lower-cased text names, once, the negated ones first."""
    named: set[str] = set()
    for found in every_status(text):
        if found.values[0] not in named:
            named.add(found.values[0])
            yield found


def every_status(text: str) -> Iterator[Reading]:
    """Yield wherever a lower-cased text names a status, the negated ones first."""
    left = blank_spans(text, OVERDUE.find(text))
    for name, words in _STATUSES.items():
        if name == "closed":
            left = blank_spans(left, UNFINISHED.find(left))
        for start, end in words.find(left)[:_MOST]:
            before = left[max(0, start - _WINDOW) : start]
            denied = name == _BLOCKED and _is_denied(before, left[end : end + 2 * _WINDOW])
            if not denied and not _HEDGED.search(before):
                yield Reading(Kind.STATUS, start, end, (name,))


def is_trouble(words: str) -> bool:
    """Return whether words for what blocks only speak of trouble, as many reports of progress do."""
    return _TROUBLE.fullmatch(words) is not None


def blocks_others(text: str, status: Reading) -> bool:
    """Return whether what was stopped is not the task: 暂停营业, as a shop has to."""
    return bool(_OF_OTHERS.fullmatch(text[status.start : status.end])) and not _STANDS_STILL.match(text[status.end :])


def _is_denied(before: str, behind: str) -> bool:
    """Whether an obstacle is said not to be there (没有受阻), or to be overcome (受阻问题已解决)."""
    return bool(_DENIED.search(_ASKED.sub(TAKEN * 2, before)) or _OVERCOME.match(behind))
