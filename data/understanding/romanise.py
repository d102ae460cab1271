"""Hanzi as pinyin without tones."""

import re
from functools import lru_cache
from itertools import product

_SHORT = 3
_BANK = re.compile("行(?![政业动为])")


@lru_cache(maxsize=8192)
def syllable(char: str) -> str:
    """Return the commonest pinyin of one character; what is no hanzi stays itself."""
    from pypinyin import lazy_pinyin  # a heavy import, needed only once somebody writes hanzi

    return lazy_pinyin(char)[0] if "\u4e00" <= char <= "\u9fff" else char


def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each character."""
    return tuple(map(syllable, text))


@lru_cache(maxsize=8192)
def in_context(text: str) -> tuple[str, ...]:
    """Return the pinyin of an office's name as it is read: 行 is hang, a bank, but in 行政."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(_BANK.sub("航", text)))


def spellings(text: str) -> set[str]:
    """Return how a name is typed in pinyin: in its context (银行 yinhang), by character, if short in every reading."""
    from pypinyin import Style, pinyin

    read = {"".join(in_context(text)), "".join(syllables(text))}
    if len(text) > _SHORT:
        return read
    return read | {"".join(sounds) for sounds in product(*pinyin(text, style=Style.NORMAL, heteronym=True))}


def initials(text: str) -> str:
    """Return the first letter of each character's pinyin (公安局 gaj)."""
    return "".join(sound[0] for sound in in_context(text) if sound)


_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))


@lru_cache(maxsize=1024)
def folded(sound: str) -> str:
    """Return a syllable as a speaker from Wuhan may confuse it: zh/z, ch/c, sh/s, n/ng, l/n."""
    for wide, narrow in _FOLDS:
        sound = sound.replace(wide, narrow)
    return sound
