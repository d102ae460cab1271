"""The newest message of each chat, as far as it is known: from before the start, and from what came or went since; and
the ways to other pages, and the task, of the last one that has buttons."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.wording import either

MOST_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class PageTurns:
    """What is behind the buttons that lead to the pages before and after one; None where there is none."""

    before: str | None
    after: str | None


class Newest:
    """The newest message of each chat; the chats that were quiet for longest are forgotten."""

    def __init__(self, known: Mapping[int, int] | None = None) -> None:
        self._ids = OrderedDict(known or {})
        self._said = OrderedDict[int, tuple[int, InlineKeyboardMarkup | None]]()
        self._keyboards = OrderedDict[int, InlineKeyboardMarkup]()
        self._with_keyboard = OrderedDict[int, int]()
        self._lists = OrderedDict[int, tuple[int, tuple[str, ...]]]()

    def note(self, message: Message) -> None:
        """Note a message that came, went or was changed."""
        chat_id = message.chat.id
        self._ids[chat_id] = max(message.message_id, self._ids.get(chat_id, 0))
        _keep_newest(self._ids, chat_id)
        said = message.from_user is not None and message.from_user.is_bot
        if said and message.message_id >= self._said.get(chat_id, (0, None))[0]:
            self._said[chat_id] = (message.message_id, message.reply_markup)
            _keep_newest(self._said, chat_id)
        if message.reply_markup is not None and not _is_of_a_dialog(message.reply_markup):
            self._keyboards[chat_id] = message.reply_markup
            self._with_keyboard[chat_id] = message.message_id
            _keep_newest(self._keyboards, chat_id)
            _keep_newest(self._with_keyboard, chat_id)

    def note_list(self, chat_id: int, message_id: int, packed: tuple[str, ...]) -> None:
        """Note that a message shows a list, as buttons would have it; an empty one has none."""
        self._lists[chat_id], self._with_keyboard[chat_id] = (message_id, packed), message_id
        _keep_newest(self._lists, chat_id)

    def has_newer(self, chat_id: int, message_id: int) -> bool:
        """Whether there is a newer message in the chat than this one."""
        return self._ids.get(chat_id, 0) > message_id

    def said_last(self, chat_id: int) -> tuple[int, InlineKeyboardMarkup | None]:
        """The id of what the bot has said last in a chat, 0 where it is not known, and the buttons below it."""
        return self._said.get(chat_id, (0, None))

    def turns(self, chat_id: int) -> PageTurns | None:
        """The ways from what was shown last in a chat that has buttons, but for questions; None where it was no page of
        several."""
        shown = self._keyboards.get(chat_id)
        return _turns_in(shown) if shown is not None else None

    def list_shown(self, chat_id: int) -> tuple[str, ...] | None:
        """The list that was shown last in a chat, if nothing else with buttons was since, but for questions."""
        message_id, packed = self._lists.get(chat_id, (0, ()))
        return packed if packed and self._with_keyboard.get(chat_id) == message_id else None

    def task(self, chat_id: int) -> int | None:
        """The id of the assignment that what was shown last in a chat, but for questions, is about, where it can be
        reported on there and no other can; else None."""
        shown = self._keyboards.get(chat_id)
        found = {int(each) for each in _to_report_on(shown)} if shown is not None else set[int]()
        return found.pop() if len(found) == 1 else None


def _keep_newest(known: OrderedDict[int, Any], chat_id: int) -> None:
    known.move_to_end(chat_id)
    if len(known) > MOST_CHATS:
        known.popitem(last=False)


def _is_of_a_dialog(keyboard: InlineKeyboardMarkup) -> bool:
    """Whether it is a question's, which comes back below whatever was shown in between."""
    buttons = [each for row in keyboard.inline_keyboard for each in row]
    return any(str(each.callback_data).startswith(f"{Verb.DIALOG}:") for each in buttons)


def _to_report_on(keyboard: InlineKeyboardMarkup) -> Iterator[str]:
    """The ids of the assignments that buttons begin a report on."""
    for each in (each for row in keyboard.inline_keyboard for each in row):
        verb, _, rest = str(each.callback_data).partition(":")
        number = rest.partition(":")[0]
        if verb == Verb.REPORT and number.isdecimal():
            yield number


def _turns_in(keyboard: InlineKeyboardMarkup) -> PageTurns | None:
    buttons = [each for row in keyboard.inline_keyboard for each in row]
    before, after = (_behind(buttons, either(words)) for words in (labels.PREVIOUS_PAGE, labels.NEXT_PAGE))
    return PageTurns(before, after) if before or after else None


def _behind(buttons: list[InlineKeyboardButton], words: frozenset[str]) -> str | None:
    found = (each.callback_data for each in buttons if each.text.lower() in words)
    return next((data for data in found if isinstance(data, str)), None)
