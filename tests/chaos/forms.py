"""Dialogs as somebody goes through them: each question with what is answered, until the end is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from bot.emulator.records import Message
from tests.chaos.answers import LATE, is_stale
from tests.chaos.phone import News, text_of

LOOK_AGAIN = "还没提交："
"""How a check begins that is not what was seen before."""


class Say(str):
    """What is written as an answer."""


class Press(str):
    """How the words of the button begin that is pressed."""


class Confirm(Press):
    """The button after which it is done; only the end is an answer to that."""


GOES_ON: Mapping[str, Say | Press] = {LATE: Press("接着填"), "写好的内容不会保留": Press("继续")}


@dataclass(frozen=True, slots=True)
class Form:
    """How each question is known and what is answered, in the order in which they are looked for; how the end begins;
    and what is to be noted before it is confirmed. `own` are words that no other's check holds."""

    answers: Mapping[str, Say | Press]
    end: tuple[str, ...]
    confirmed: Callable[[], None]
    own: str

    def asks(self, news: News) -> bool:
        """Whether it is one of the questions."""
        asked = any(words in text_of(news) for words in (*GOES_ON, *self.answers))
        return asked and isinstance(news, Message) and bool(news.keyboard)

    def is_over(self, news: News, check: Message | None = None) -> bool:
        """Whether it says that it is done. What stands above the `check` that was confirmed tells of something that was
        done before, be it only now: 已发完 of the notice before, which was slow on its way."""
        is_above = check is not None and isinstance(news, Message) and news.message_id < check.message_id
        return text_of(news).startswith(self.end) and not is_above

    def answer_to(self, screen: Message) -> Say | Press:
        """What is answered to a question."""
        return next(answer for words, answer in (*GOES_ON.items(), *self.answers.items()) if words in screen.text)

    def is_answer(self, to: Say | Press, screen: Message) -> Callable[[News], bool]:
        """Whether something comes after an answer; what stands on the screen already does not."""
        follows = partial(self._confirms, screen) if isinstance(to, Confirm) else self.asks
        return lambda news: news != screen and (follows(news) or (isinstance(to, Press) and is_stale(news)))

    def _confirms(self, check: Message, news: News) -> bool:
        """Whether it is done, or to be looked at once more before that."""
        return self.is_over(news, check) or (self.asks(news) and text_of(news).startswith(LOOK_AGAIN))
