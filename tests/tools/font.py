"""Make the font that pictures are drawn with: python -m tests.tools.font SOURCE (make font).

It needs fonttools, and Noto Sans CJK as in Debian's fonts-noto-cjk. The characters are those of GBK, which includes
rare ones in names, and a few signs that pictures use.
"""

import subprocess
import sys
from pathlib import Path

FONT = Path("data/exports/fonts/NotoSansCJKsc-Regular.otf")
SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
SIMPLIFIED_CHINESE = 2
"""Index of this font in the collection."""
SIGNS = "–—…“”‘’·•‧−×÷±≤≥≈→←↑↓■□▲△▼▽◆◇○●◎★☆✓✗％‰№①②③④⑤⑥⑦⑧⑨⑩（）【】《》〈〉「」『』￥€"


def characters() -> str:
    """Return all characters of GBK and ASCII, and the signs."""
    found = {
        bytes((first, second)).decode("gbk", "ignore") for first in range(0x81, 0xFF) for second in range(0x40, 0xFF)
    }
    ascii_too = map(chr, range(0x20, 0x7F))
    return "".join(sorted({*found, *ascii_too, *SIGNS} - {""}))


def main(source: str = SOURCE) -> None:
    """Write the font."""
    text = FONT.with_suffix(".txt")
    text.write_text(characters(), encoding="utf-8")
    options = ["--desubroutinize", "--no-hinting", "--layout-features=", "--name-IDs=0,1,2,3,4,5,6,13,14"]
    place = f"--font-number={SIMPLIFIED_CHINESE}"
    subset = [sys.executable, "-m", "fontTools.subset", source, place, f"--text-file={text}", f"--output-file={FONT}"]
    subprocess.run([*subset, *options], check=True)
    text.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
