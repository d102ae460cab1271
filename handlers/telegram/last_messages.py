"""The newest message of each chat, as far as it is known: from before the start, and from what came or went since; and
the ways to other pages, and the task, of the last one that has buttons."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(slots=True)
class Seen:
    """What is known of a chat."""

    newest: int = 0
    """The id of its newest message."""
    said: int = 0
    """The id of what the bot has said last; `buttons` are those below it."""
    buttons: InlineKeyboardMarkup | None = None
    keyboard: InlineKeyboardMarkup | None = None
    """The buttons that were shown last, but for those of questions."""
    with_keyboard: int = 0
    """The message that they are below, or that shows a list."""
    list_in: int = 0
    """The message that shows the list that was shown last; `listing` is that as buttons would have it."""
    listing: tuple[str, ...] = ()


class Newest:
    """What came or went last in each chat; the chats that were quiet for longest are forgotten."""

    def __init__(self, known: Mapping[int, int] | None = None) -> None:
        self._chats = OrderedDict((chat_id, Seen(newest)) for chat_id, newest in (known or {}).items())

    def note(self, message: Message) -> None:
        """Note a message that came, went or was changed."""
        chat = self._written_in(message.chat.id)
        chat.newest = max(message.message_id, chat.newest)
        said = message.from_user is not None and message.from_user.is_bot
        if said and message.message_id >= chat.said:
            chat.said, chat.buttons = message.message_id, message.reply_markup
        if message.reply_markup is not None and not _is_of_a_dialog(message.reply_markup):
            chat.keyboard, chat.with_keyboard = message.reply_markup, message.message_id

    def note_list(self, chat_id: int, message_id: int, packed: tuple[str, ...]) -> None:
        """Note that a message shows a list, as buttons would have it; an empty one has none."""
        chat = self._written_in(chat_id)
        chat.list_in = chat.with_keyboard = message_id
        chat.listing = packed

    def has_newer(self, chat_id: int, message_id: int) -> bool:
        """Whether there is a newer message in the chat than this one."""
        return self._of(chat_id).newest > message_id

    def said_last(self, chat_id: int) -> tuple[int, InlineKeyboardMarkup | None]:
        """The id of what the bot has said last in a chat, 0 where it is not known, and the buttons below it."""
        chat = self._of(chat_id)
        return chat.said, chat.buttons

    def turns(self, chat_id: int) -> PageTurns | None:
        """The ways from what was shown last in a chat that has buttons, but for questions; None where it was no page of
        several."""
        shown = self._of(chat_id).keyboard
        return _turns_in(shown) if shown is not None else None

    def list_shown(self, chat_id: int) -> tuple[str, ...] | None:
        """The list that was shown last in a chat, if nothing else with buttons was since, but for questions."""
        chat = self._of(chat_id)
        return chat.listing if chat.listing and chat.with_keyboard == chat.list_in else None

    def task(self, chat_id: int) -> int | None:
        """The id of the assignment that what was shown last in a chat, but for questions, is about, where it can be
        reported on there and no other can; else None."""
        shown = self._of(chat_id).keyboard
        found = {int(each) for each in _to_report_on(shown)} if shown is not None else set[int]()
        return found.pop() if len(found) == 1 else None

    def _of(self, chat_id: int) -> Seen:
        return self._chats.get(chat_id, NOTHING_SEEN)

    def _written_in(self, chat_id: int) -> Seen:
        """What is known of a chat in which something is written now."""
        chat = self._chats.setdefault(chat_id, Seen())
        self._chats.move_to_end(chat_id)
        if len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        return chat


NOTHING_SEEN = Seen()


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
