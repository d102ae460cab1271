"""Whom a message is addressed to, passed on from or reported for, and what a correction does to what follows."""

import re
from collections.abc import Iterator

from data.understanding.normalise.sentence import Span

_TO_WHOM = (
    r"(?:尊敬的)?(?:各位|大家|诸位|(?:领导|老师|同事|同仁|同志|专家|好友)们?|、)++"
    r"(?:早上|上午|中午|下午|晚上)?(?:好|早|辛苦了?)?"
)
_DEPUTY = (
    r"(?:我是b角[ ,，:：]*(?=[^?？]*\d-\d))?(?:我?(?:帮|替|代替?)"
    r"(?:[老小][\u4e00-\u9fff]|[\u4e00-\u9fff](?:科长|处长|主任|队长))填?报(?:一?下)? ?(?=\d))?"
)
_FOREWORD = re.compile(
    r"^ ?(?:[【\[(（]?(?:转发?|fwd?)[】\])）]?[:：]? ?)?"
    rf"(?:[【\[(（][^】\])）]{{1,12}}[】\])）] ?)?(?:{_TO_WHOM}[ ,，:：!！。~]+)*"
    rf"(?:(?:打卡|冒泡|签到|报到)[ ,，:：!！。~～]*)?{_DEPUTY}"
)
_CLOSING = re.compile(rf"(?:请)?{_TO_WHOM}(?:请)?(?:审阅|审核|审示|查收|知悉|阅示|指正|过目|批示)[。!！ ]*$")
_MISTAKEN = re.compile(
    r"[报填写发说标弄搞]错|[数有][字据]?有误|有误|数?不[对准]|报[少多漏]|漏[了报填]|更正|纠正|勘误"
    r"|\b(?:wrong|mistake|correction|incorrect|typo)\b"
)
_AMENDED = re.compile(
    rf"{_MISTAKEN.pattern}|补[报充]?一?下|补[报充]|再补|更新一?下|改一?下|改[成为到]|为准|\b(?:update|correct|instead)\b"
)
_RATHER = re.compile(r"应该?[是为]|\bshould(?: be| read)?\b")


def forewords(text: str) -> Iterator[Span]:
    """Yield where a lower-cased text addresses its readers (【转】各位领导：, 请各位审阅) and says nothing else."""
    yield from (match.span() for match in (_FOREWORD.match(text), _CLOSING.search(text)) if match and match[0])


def begins(text: str) -> int:
    """Return where a lower-cased text begins to say something, behind its address."""
    match = _FOREWORD.match(text)
    return match.end() if match else 0


def corrections(text: str) -> Iterator[Span]:
    """Yield what says in a lower-cased text how it is rather, not how it should become (报错了，应该是35件)."""
    mistaken = _MISTAKEN.search(text)
    if mistaken:
        yield from (match.span() for match in _RATHER.finditer(text, mistaken.end()))


def amends_a_report(text: str) -> bool:
    """Say whether a lower-cased text corrects or adds to what was reported before."""
    return bool(_AMENDED.search(text))
