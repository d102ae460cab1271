"""The forms that people make of a unit's names: without 市, without 局, shortened around 和."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.patterns import Pattern
from data.understanding.lexicon import table

_LEXICON = table("offices")
TOGETHER: Mapping[str, list[str]] = _LEXICON["together"]
"""Words for several offices at once, with a name of each office."""

NO_OFFICE: Sequence[str] = [
    name + more if name != "whole" else more
    for name, behind in _LEXICON["no_office"].items()
    for more in behind.split()
]
"""Words that only contain the name of an office."""

_ALSO: Mapping[str, list[str]] = _LEXICON["also"]
_TOO_COMMON = frozenset(_LEXICON["short"]["too_common"])
_PARTY = Pattern("^(?:中共)?市委([^员].+)$")
_AND = Pattern("^([一-鿿]{2,3})[和与]([一-鿿]{2,4})(局|委)$")
_TWO_WORDS = Pattern("^([一-鿿]{2})([一-鿿]{2})(局|委)$")
_CLIPPED = Pattern("^[一-鿿]{2,}[局委部]$")
_SWAPS = (("管理局", "局"), ("委员会", "委"), ("人民政府", "政府"), ("人民法院", "法院"), ("人民检察院", "检察院"))
_ORGAN = Pattern("^([一-鿿]{2,})(?:局|委|部|办|院)$")
_TAILS = ("管理局", "委员会", "办公室", "区人民政府", "区政府", "局", "委", "办", "部", "院", "会", "区")
_NO_NAME = frozenset("各所每全0123456789十")
_COURT = "法院"
_MARKET = "市场"
_PARTY_OFFICE = "市委"
THE_DISTRICT = ("区里", "区这边")
"""All districts to others; to those of one, their own."""
_ALL_DISTRICTS = ("各区", "各个区", "各城区", "所有区", "全部区", "每个区", "的区")


def cities(names: Iterable[str]) -> frozenset[str]:
    """Return the cities in names of units (武汉 in 武汉市公安局)."""
    found = ((name, name.find("市")) for name in names)
    return frozenset(name[:at] for name, at in found if at in (2, 3) and len(name) > at + 2)


def stem(name: str, known_cities: Iterable[str]) -> str:
    """Return a name without its city and the words 市 and 市委."""
    for city in known_cities:
        rest = name.removeprefix("中共").removeprefix(city)
        if len(rest.removeprefix("市")) > 1:
            name = rest
    if party := _PARTY.match(name):
        name = party[1]
    is_market = name.startswith(_MARKET) or (len(name) == 3 and name.endswith("局"))  # 市场监管局, 市监局
    return name[1:] if name.startswith("市") and len(name) > 2 and not is_market else name


def also_called(name: str, known_cities: Iterable[str]) -> list[str]:
    """Return what an office of this name is called in any city."""
    base = stem(name, known_cities)
    banks = (names for office, names in _ALSO.items() if office.endswith("银行") and base.startswith(office))
    return _ALSO.get(base) or next(banks, [])


def is_of_the_party(name: str) -> bool:
    """Return whether a unit is one of the city's party committee, which 市委 may mean."""
    return _PARTY_OFFICE in name[:7] and not name.endswith(_PARTY_OFFICE)


def whole_forms(base: str) -> Iterator[str]:
    """Yield a stem and the shorter and longer forms of it that are recognisable as an office."""
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
        yield from THE_DISTRICT
        for all_districts in _ALL_DISTRICTS:
            yield from (all_districts, all_districts + "政府")
    elif base.endswith("区人民政府"):
        yield base.removesuffix("人民政府")
    if pair := _AND.match(base):
        first, second, tail = pair[1], pair[2], pair[3]
        yield from (first + second + tail, f"{first}与{second}{tail}", first[0] + second[0] + tail)
        yield f"{second}和{first}{tail}"


def short_forms(base: str) -> Iterator[str]:
    """Yield the short forms of a stem of two words (市场局, 市监局 for 市场监管局)."""
    if words := _TWO_WORDS.match(base):
        first, second, tail = words[1], words[2], words[3]
        yield from (first + tail, first[0] + second[0] + tail)


def clipped_forms(base: str) -> Iterator[str]:
    """Yield the first and last character of a stem (宣部, 财局), and for a bureau also as a commission (商委)."""
    if _CLIPPED.match(base):
        for tail in dict.fromkeys((base[-1], base[-1].replace("局", "委"))):
            if (clipped := base[0] + tail) not in _TOO_COMMON:
                yield from (clipped, f"市{clipped}")


def organ_forms(form: str) -> Iterator[str]:
    """Yield what a form is called as a branch of government (税务部门, 税务口 for 税务局)."""
    if form.endswith("关"):
        yield form + "部门"
    elif (organ := _ORGAN.match(form)) and not form.endswith(_COURT):
        yield from (organ[1] + "部门", organ[1] + "口")


def bare_forms(form: str) -> Iterator[str]:
    """Yield a form without its last word (公安 for 公安局), unless what is left is too common."""
    for tail in _TAILS:
        bare = form.removesuffix(tail)
        if bare != form and len(bare) >= 2 and bare not in _TOO_COMMON and bare[0] not in _NO_NAME:
            yield bare
