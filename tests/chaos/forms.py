"""Dialogs as people go through them: each question with its answer, until the end is reported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from bot.emulator.records import Message
from tests.chaos.answers import LATE, is_stale
from tests.chaos.phone import News, text_of

LOOK_AGAIN = "还没提交："
"""The beginning of a preview that differs from the one seen before."""


class Say(str):
    """Text to write as an answer."""


class Press(str):
    """The beginning of a button's text, to be pressed."""


class Confirm(Press):
    """The button that completes the dialog; only its end counts as an answer."""


GOES_ON: Mapping[str, Say | Press] = {LATE: Press("接着填"), "写好的内容不会保留": Press("继续")}


@dataclass(frozen=True, slots=True)
class Form:
    """A dialog: its questions, recognised in this order, with their answers; how its end begins; what to record before
    confirming. `own` is text that only this person's preview contains."""

    answers: Mapping[str, Say | Press]
    end: tuple[str, ...]
    confirmed: Callable[[], None]
    own: str

    def asks(self, news: News) -> bool:
        """Return whether it is one of the questions."""
        asked = any(words in text_of(news) for words in (*GOES_ON, *self.answers))
        return asked and isinstance(news, Message) and bool(news.keyboard)

    def is_over(self, news: News, check: Message | None = None) -> bool:
        """Return whether it says that the dialog is completed. A message above the `check` that was confirmed is about
        an earlier dialog, such as a late 已发完 of the broadcast before."""
        is_above = check is not None and isinstance(news, Message) and news.message_id < check.message_id
        return text_of(news).startswith(self.end) and not is_above

    def answer_to(self, screen: Message) -> Say | Press:
        """Return the answer to a question."""
        return next(answer for words, answer in (*GOES_ON.items(), *self.answers.items()) if words in screen.text)

    def is_answer(self, to: Say | Press, screen: Message) -> Callable[[News], bool]:
        """Return a predicate for what may follow an answer, which is never what stands on the screen already."""
        follows = partial(self._confirms, screen) if isinstance(to, Confirm) else self.asks
        return lambda news: news != screen and (follows(news) or (isinstance(to, Press) and is_stale(news)))

    def _confirms(self, check: Message, news: News) -> bool:
        """Return whether the dialog is completed, or its preview is shown once more."""
        return self.is_over(news, check) or (self.asks(news) and text_of(news).startswith(LOOK_AGAIN))
