"""The page docs/performance.md: its text is written by hand, its tables are the latest measurements."""

from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Figure, table

PAGE = Path("docs/performance.md")


def write_page(figures: Sequence[Figure], page: Path = PAGE) -> None:
    """Replace the tables of the measured parts. Raises ValueError for a part that has no place on the page."""
    text = page.read_text(encoding="utf-8")
    for part in dict.fromkeys(each.part for each in figures):
        begin, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->"
        before, found, rest = text.partition(begin)
        if not found or end not in rest:
            raise ValueError(f"{page} has no place for {part}")
        now = table([each for each in figures if each.part == part])
        text = f"{before}{begin}{now}\n{end}{rest.partition(end)[2]}"
    page.write_text(text, encoding="utf-8")
