"""What is chosen in words: which of several is meant, by a bare name."""

from data.patterns import Pattern
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank

_CHOOSES = Pattern(
    r"(?:说的?是|指的?是|应该|我|是|选|填?报|就|关于|属于|在|那|这|一|个|项|条|任务|的|吧|啊|哦|呢|请|写|记|到|里|下|和|或"
    r"|please|it'?s|it is|i meant?|about|the|one|that|this|task|item|should be|for|on|no|[\s,，.。:：、!！\"“”()（）])*"
)
"""What may stand beside the name of the task that is chosen."""

_BESIDE_A_DAY = Pattern(
    r"(?:编|放|列|记|进|入|到|在|那|这|一|周|期|的|吧|就|就是|是|选|简报|里|week|of|the|into|brief|in|on|it'?s|please"
    r"|[\s,，.。:：!！])*"
)
"""What may stand beside a day that is chosen."""

_WANTS_TO_SEE = Pattern(
    r"\b(?:show|see|details?|look|open|card|tell|give|send|info)\b|看|查|详情|详细|内容|调出|打开|发我|给我|显示"
)
HANZI, WORDS = 8, 5
"""So much is said beside the code of a task of which something is told."""


def names_only_days(heard: Understanding) -> bool:
    """Whether a text names a day or a span, and says nothing else."""
    days = list(of_kind(heard, Kind.TIME))
    return bool(days) and _BESIDE_A_DAY.fullmatch(blank(heard.text.lower(), days, " ")) is not None


def tells_of_a_task(heard: Understanding) -> bool:
    """Whether a text says so much beside the code of a task, and asks nothing, that it tells something of it."""
    codes = list(of_kind(heard, Kind.CODE))
    if not codes or Mood.ASKS in heard.moods:
        return False
    left = blank(heard.text.lower(), codes, " ")
    if _WANTS_TO_SEE.search(left):
        return False
    return sum("\u4e00" <= char <= "\u9fff" for char in left) >= HANZI or len(left.split()) >= WORDS


def says_more_than_a_name(heard: Understanding) -> bool:
    """Whether a text names a task and tells or asks something of it; such a one answers no question which is meant."""
    named = [each for kind in (Kind.CODE, Kind.TASK) for each in of_kind(heard, kind)]
    return bool(named) and not _CHOOSES.fullmatch(blank(heard.text.lower(), named, " "))
