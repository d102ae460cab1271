"""A percentage that is put right: 改成65, 不是85，是58, 百分之六十有误，应为百分之四十五."""

from data.patterns import Pattern
from data.understanding.entities.percents import last_percent
from data.understanding.lexicon import any_of, table
from data.understanding.numbers_put_right import put_right
from data.understanding.reports import is_nothing

_OF_PROGRESS = Pattern(rf"[%％成]|百分|进度|进展|{any_of(['percent', 'percentage', 'progress'])}")
_NUMBER = Pattern(rf"[\d零一二三四五六七八九十]+|\b(?:{any_of(table('corrections')['around_a_number'])})\b")
_LONGEST = 200


def percent_put_right(text: str) -> int | None:
    """Return the percentage that a lower-cased text, its codes put out, says is right instead. A bare number is one
    where nothing is named that may be counted: not in 抓获人数8应为6."""
    if len(text) > _LONGEST:
        return None
    said = put_right(text)
    parts = (said.right, said.rest) if said else (text,)
    percent = next((found for part in parts if (found := last_percent(part)) is not None), None)
    bare = _OF_PROGRESS.search(text) is None
    return None if bare and not is_nothing(_NUMBER.sub(" ", parts[-1])) else percent
