"""Hanzi as pinyin without tones."""

from functools import lru_cache
from itertools import product

_SHORT = 3


@lru_cache(maxsize=8192)
def syllable(char: str) -> str:
    """Return the commonest pinyin of one character; what is no hanzi stays itself."""
    from pypinyin import lazy_pinyin  # a heavy import, needed only once somebody writes hanzi

    return lazy_pinyin(char)[0] if "\u4e00" <= char <= "\u9fff" else char


def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each character."""
    return tuple(map(syllable, text))


def spellings(text: str) -> set[str]:
    """Return how a name is typed in pinyin: in its context (银行 yinhang), by character, if short in every reading."""
    from pypinyin import Style, lazy_pinyin, pinyin

    read = {"".join(lazy_pinyin(text)), "".join(syllables(text))}
    if len(text) > _SHORT:
        return read
    return read | {"".join(sounds) for sounds in product(*pinyin(text, style=Style.NORMAL, heteronym=True))}


def initials(text: str) -> str:
    """Return the first letter of each character's pinyin (公安局 gaj)."""
    from pypinyin import lazy_pinyin

    return "".join(syllable[0] for syllable in lazy_pinyin(text) if syllable)


_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))


@lru_cache(maxsize=1024)
def folded(sound: str) -> str:
    """Return a syllable as a speaker from Wuhan may confuse it: zh/z, ch/c, sh/s, n/ng, l/n."""
    for wide, narrow in _FOLDS:
        sound = sound.replace(wide, narrow)
    return sound
