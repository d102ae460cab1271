"""What sort of people there are in the city, and how each goes about the work."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Character:
    """A sort of person. `reacts` is within how many days, at least and at most, a reminder is followed by a report;
    `unbidden` how likely somebody reports on a day without one; `writes` how often in words instead of by buttons;
    `asks` how likely something else is asked on a day; `careless` how often a report has to be put right; `lateness`
    by how many days, at least and at most, work is finished after its deadline; `deaf` to reminders until nudged."""

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
"""Of which sorts those are beyond the first of each."""


def cast(count: int, luck: Random) -> list[Character]:
    """So many people: one of each sort first, then as they come; in an order of chance."""
    found = [*CHARACTERS[:count], *(luck.choice(OF_MOST) for _ in range(count - len(CHARACTERS)))]
    luck.shuffle(found)
    return found


SURNAMES = (
    "林周陈吴郑王李张刘黄徐孙胡朱高何郭马罗梁宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
TITLES = ("科长", "主任", "工", "副科长")


def names(luck: Random) -> list[str]:
    """Invented names, a surname and a title each, enough for the city."""
    found = [f"{surname}{luck.choice(TITLES)}" for surname in SURNAMES]
    luck.shuffle(found)
    return found
