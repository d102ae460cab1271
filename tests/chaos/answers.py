"""The bot's messages as people in the city recognise them."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from bot.emulator.records import Message
from tests.chaos.phone import News, text_of
from tests.journeys.town import ZONE

STEMS = "甲乙丙丁戊己庚辛壬癸"
ANYWAY = "还要提交您这一份吗"
LATE = "您是想…？"
"""The beginning of the question about text that comes a day after its question."""
NOTE = re.compile(f"核查[{STEMS}]+")
QUESTIONS = (
    "现在是什么状态",
    "完成了百分之几",
    ANYWAY,
    "没写错吧",
    "做了哪些工作",
    "有统计数据吗",
    "有佐证材料吗",
    "请核对",
    "真的取消吗",
    LATE,
    "没填完的进展",
    "还没填完，要接着办请点“继续”",
    "还没提交，要接着办请点“继续”",
)
OF_NO_CODE = ("真的取消吗", LATE)
ANNOUNCED = re.compile(f"会议[{STEMS}]+")
ANSWERS = ("来得了", "来不了")
UNDER_WAY = ("正在发送：", "已发完，")
NOTICE = "通知\n"
STORED, CANCELLED = "已提交 ✓", "已取消"
DECIDED = ("已通过 ✓", "这件事已经处理过了", "已退回")
REPEATED = "（可能重复）"
DIGESTS, LETTERS = ("您好，", "本周工作提示"), ("请审核：", "已通过审核", "请补充后再报一次")
REMINDER = re.compile(r"^\S+ (\d+-\d+) .* · (\S+)$", re.M)
"""A line about a task: its code, and when it is due or what its deadline says."""
DAYS = re.compile(r"今天到期|(还有|逾期)\d+天")


def notes(id: int) -> Iterator[str]:
    """Yield notes that nobody else writes: 核查 and a number in heavenly stems."""
    return _numbered("核查", id)


def notices(id: int) -> Iterator[str]:
    """Yield broadcasts that no other coordinator sends: 会议 and a number in heavenly stems."""
    return _numbered("会议", id)


def articles(id: int) -> Iterator[str]:
    """Yield titles of work information that nobody else writes."""
    return _numbered("信息", id)


def _numbered(words: str, id: int) -> Iterator[str]:
    for number in count():
        yield words + "".join(STEMS[int(digit)] for digit in f"{id % 1000:03}{number:03}")


def is_card(news: News, code: str) -> bool:
    """Return whether it is the card of a task."""
    return (
        isinstance(news, Message)
        and news.text.startswith(f"{code} ")
        and any(each.text == "报进展" for each in news.buttons)
    )


def is_question(news: News, code: str) -> bool:
    """Return whether it is a question of the dialog about a task, or says that the dialog was cancelled."""
    text = text_of(news)
    asked = any(words in text for words in QUESTIONS) and (code in text or any(words in text for words in OF_NO_CODE))
    return (asked and isinstance(news, Message) and bool(news.keyboard)) or text.startswith(CANCELLED)


def other_question(code: str, screen: Message) -> Callable[[News], bool]:
    """Return a predicate for a question of the dialog about a task other than the one on the screen."""
    return lambda news: news != screen and is_question(news, code)


def is_step(news: News, code: str) -> bool:
    """Return whether it is a question of the dialog about a task, or says that the report has been stored."""
    return is_question(news, code) or is_stored(news, code)


def is_stale(news: News) -> bool:
    """Return whether it says that a button is out of date."""
    return "这个按钮已经过时了" in text_of(news)


def is_stored(news: News, code: str) -> bool:
    """Return whether it says that a report on a task has been stored."""
    return text_of(news).startswith(STORED) and code in text_of(news)


def is_submitted(news: News, code: str) -> bool:
    """Return whether it answers 提交: the report is stored, or the bot asks whether to store it although there is a
    newer one."""
    return is_stored(news, code) or (ANYWAY in text_of(news) and is_question(news, code))


def is_taken_back(news: News, code: str) -> bool:
    """Return whether it says that a report has been withdrawn, alone or among those of one message."""
    line = rf"{code} .* · 已撤回"
    return text_of(news).startswith(f"已撤回，{code}") or re.search(f"^{line}$", text_of(news), re.M) is not None


def is_letter(message: Message) -> bool:
    """Return whether it is a report to review."""
    return "请审核：" in message.text and bool(message.keyboard)


def is_read_back(news: News) -> bool:
    """Return whether it shows a reason before it is sent."""
    return "还没发出。" in text_of(news)


def is_decided(news: News) -> bool:
    """Return whether it says that a verdict on a report has been given."""
    return text_of(news).startswith(DECIDED)


def announced_in(message: Message) -> str:
    """Return the text of a broadcast to units; empty for any other message."""
    found = ANNOUNCED.search(message.text)
    return found[0] if found and message.text.removeprefix(REPEATED).lstrip().startswith(NOTICE) else ""


def is_kept_answer(news: News, asked: Message) -> bool:
    """Return whether it says that the answer to a broadcast is stored, or marks it there."""
    is_marked = isinstance(news, Message) and any(each.text.startswith("✓ ") for each in news.buttons)
    return text_of(news).startswith("已记下：") or (
        is_marked and isinstance(news, Message) and news.message_id == asked.message_id
    )


def marks(message: Message) -> set[tuple[object, ...]]:
    """Return what identifies an unasked message, so that repetitions can be recognised; empty for an answer."""
    text = message.text.removeprefix(REPEATED).strip()
    if text.startswith("还没发出"):
        return set()
    if announced_in(message) or text.startswith(LETTERS[0]) or any(words in text for words in LETTERS[1:]):
        return {(message.chat_id, text)}
    lines = REMINDER.findall(text) if text.startswith(DIGESTS) else []
    return {(message.chat_id, code, _day_of(tail, message)) for code, tail in lines}


def _day_of(tail: str, message: Message) -> object:
    """Return the day that a line is about: the one in it if it tells the days left, because the message may be on its
    way while the city's clock moves on to the next morning; otherwise the day on which it came."""
    return tail if DAYS.fullmatch(tail) else message.date.astimezone(ZONE).date()
