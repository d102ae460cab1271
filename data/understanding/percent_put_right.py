"""A percentage that is put right: 改成65, 不是85，是58, 百分之六十有误，应为百分之四十五."""

from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.percents import last_percent
from data.understanding.lexicon.patterns import patterns
from data.understanding.numbers_put_right import put_right
from data.understanding.reports import is_nothing

_RULES = patterns("corrections")
_LONGEST = 200
_ALL = 100


def percent_put_right(text: str, stated: int | None) -> int | None:
    """Return the percentage that a lower-cased text, its codes put out, says is right instead; where that says none so,
    the one `stated` in it. A bare number is one where nothing is named that may be counted: not in 抓获人数8应为6."""
    if len(text) > _LONGEST:
        return stated
    said = put_right(text)
    parts = (said.right, said.rest) if said else (text,)
    percent = next((found for part in parts if (found := last_percent(part)) is not None), None)
    bare = _RULES["of_progress"].search(text) is None
    if bare and not is_nothing(_RULES["number"].sub(" ", parts[-1])):
        return None
    return percent if percent is not None else _last_number(parts[-1]) if said else stated


def _last_number(text: str) -> int | None:
    """The last number of what is right instead, where it can be a percentage: i typed 60 but it is 16."""
    numbers = [each for each in find_amounts(text) if not each.counter and not each.scale]
    last = int(numbers[-1].value) if numbers else None
    return last if last is not None and last <= _ALL else None
