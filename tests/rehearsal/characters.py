"""The sorts of people in the city, and how each works."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Character:
    """A sort of person.

    `reacts` is the range of days after a reminder in which a report follows; `unbidden` the probability of a report on
    a day without one; `writes` the share of reports made in words rather than by buttons; `asks` the probability of
    asking something else on a day; `careless` the share of reports that need correction; `lateness` the range of days
    after the deadline in which work is finished; `deaf` people ignore reminders until nudged.
    """

    name: str
    reacts: tuple[int, int] = (0, 2)
    unbidden: float = 0.12
    writes: float = 0.6
    asks: float = 0.05
    careless: float = 0.02
    lateness: tuple[int, int] = (-20, 2)
    deaf: bool = False


PROMPT = Character("prompt", reacts=(0, 1), unbidden=0.2, lateness=(-25, -2))
LATE = Character("late", reacts=(4, 15), unbidden=0.05, lateness=(3, 35))
SILENT = Character("silent until nudged", reacts=(0, 2), unbidden=0.0, writes=0.3, lateness=(5, 40), deaf=True)
TALKATIVE = Character("talkative", writes=0.9, asks=0.3, unbidden=0.15)
CARELESS = Character("careless with figures", careless=0.25, unbidden=0.2, writes=0.8)
ON_LEAVE = Character("on leave")
REPLACED = Character("replaced")
PHONE_LOST = Character("phone lost")
CHARACTERS = (PROMPT, LATE, SILENT, TALKATIVE, CARELESS, ON_LEAVE, REPLACED, PHONE_LOST)
OF_MOST = (PROMPT, PROMPT, LATE, TALKATIVE, CARELESS)
"""The sorts of all people beyond the first of each sort."""


def cast(count: int, luck: Random) -> list[Character]:
    """Return `count` people in random order: one of each sort first, the others drawn from OF_MOST."""
    found = [*CHARACTERS[:count], *(luck.choice(OF_MOST) for _ in range(count - len(CHARACTERS)))]
    luck.shuffle(found)
    return found


SURNAMES = (
    "林周陈吴郑王李张刘黄徐孙胡朱高何郭马罗梁宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
TITLES = ("科长", "主任", "工", "副科长")


def names(luck: Random) -> list[str]:
    """Return enough invented names for the city, each a surname and a title."""
    found = [f"{surname}{luck.choice(TITLES)}" for surname in SURNAMES]
    luck.shuffle(found)
    return found
