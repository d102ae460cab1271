"""Write the table of pinyin that the bot ships: python -m tests.tools.pinyin_table (make pinyin)."""

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin, pinyin

import data.understanding.lexicon as lexicon

TABLE = Path(lexicon.__file__).parent / "pinyin_of_characters.txt"
HEAD = """\
# The pinyin of characters without tones, from pypinyin (MIT): a syllable, the characters that are commonly read so,
# and after a bar those that may be. Made by `make pinyin`.
"""


def is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def table() -> str:
    commonly, maybe = defaultdict[str, str](str), defaultdict[str, str](str)
    for char in map(chr, range(0x4E00, 0xA000)):
        first = lazy_pinyin(char)[0]
        others = [each for each in pinyin(char, style=Style.NORMAL, heteronym=True)[0] if each != first]
        if not first.isascii():
            continue
        commonly[first] += char
        for other in others if is_common(char) else ():
            maybe[other] += char
    syllables = sorted({*commonly, *maybe})
    return HEAD + "".join(f"{each} {commonly[each]}|{maybe[each]}\n" for each in syllables if each.isascii())


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
