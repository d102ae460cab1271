"""The forms that people make of a unit's names: without 市, without 局, shortened around 和."""

import re
from collections.abc import Iterable, Iterator

_CITY = re.compile(r"^([^市]{2,3})市(?=..)")
_PARTY = re.compile(r"^(?:中共)?市委(?!员)(?=..)")
_AND = re.compile(r"^([\u4e00-\u9fff]{2,3})[和与]([\u4e00-\u9fff]{2,4})(局|委)$")
_TWO_WORDS = re.compile(r"^([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2})(局|委)$")
_SWAPS = (("管理局", "局"), ("委员会", "委"), ("人民政府", "政府"), ("人民法院", "法院"), ("人民检察院", "检察院"))
_ORGAN = re.compile(r"^([\u4e00-\u9fff]{2,})(?:局|委|部|办|(?<!法)院)$")
_TAILS = ("管理局", "委员会", "办公室", "区人民政府", "区政府", "局", "委", "办", "部", "院", "会", "区")
TOGETHER = {
    "公检法": ("公安局", "检察院", "法院"),
    "公检法司": ("公安局", "检察院", "法院", "司法局"),
    "法检两院": ("法院", "检察院"),
    "检法两院": ("法院", "检察院"),
    "两院": ("法院", "检察院"),
    "法检": ("法院", "检察院"),
    "检法": ("法院", "检察院"),
    "新闻出版广电局": ("新闻出版局", "广电局"),
}
"""Words for several offices at once, with a name of each."""

_TOO_COMMON = frozenset(
    [
        "宣传",
        "打假",
        "双打",
        "市场",
        "文化",
        "人民",
        "机关",
        "生态",
        "环境",
        "管理",
        "法",
        "检",
        "领导小组",
        "经济",
        "卫生",
        "知识产权",
    ]
)


def cities(names: Iterable[str]) -> frozenset[str]:
    """Return the cities that the names speak of (武汉市公安局: 武汉)."""
    return frozenset(match[1] for name in names if (match := _CITY.match(name)))


def stem(name: str, known_cities: Iterable[str]) -> str:
    """Return a name without its city and the words 市 and 市委."""
    for city in known_cities:
        name = re.sub(rf"^(?:中共)?{city}市?(?=..)", lambda match: "市" if match[0].endswith("市") else "", name)
    name = _PARTY.sub("", name)
    return re.sub(r"^市(?!场|.局$)(?=..)|^市(?=市场)", "", name)


def whole_forms(base: str) -> Iterator[str]:
    """Yield a stem and what it is shortened or lengthened to, still recognisable as an office."""
    yield base
    if "监督管理" in base:
        yield base.replace("监督管理", "监管")
    for long, short in _SWAPS:
        if base.endswith(long):
            yield base.removesuffix(long) + short
    if base.endswith("委"):
        yield from (base + "员会", base + "员会办公室")
    if base.endswith("办"):
        yield base + "公室"
    if base.startswith("各区"):
        yield "区里"
        for all_districts in ("各区", "各个区", "各城区", "所有区", "全部区", "每个区"):
            yield from (all_districts, all_districts + "政府")
    elif base.endswith("区人民政府"):
        yield base.removesuffix("人民政府")
    if pair := _AND.match(base):
        first, second, tail = pair.groups()
        yield from (first + second + tail, f"{first}与{second}{tail}", first[0] + second[0] + tail)
        yield f"{second}和{first}{tail}"


def short_forms(base: str) -> Iterator[str]:
    """Yield what a stem of two words is shortened to (市场监管局: 市场局, 市监局)."""
    if words := _TWO_WORDS.match(base):
        first, second, tail = words.groups()
        yield from (first + tail, first[0] + second[0] + tail)


def organ_forms(form: str) -> Iterator[str]:
    """Yield what a form is called as a branch of government (税务局: 税务部门, 税务口)."""
    if form.endswith("关"):
        yield form + "部门"
    elif organ := _ORGAN.match(form):
        yield from (organ[1] + "部门", organ[1] + "口")


def bare_forms(form: str) -> Iterator[str]:
    """Yield a form without its last word (公安局: 公安), unless too common a word is left."""
    for tail in _TAILS:
        bare = form.removesuffix(tail)
        if bare != form and len(bare) >= 2 and bare not in _TOO_COMMON and bare[0] not in "各所每全":
            yield bare
