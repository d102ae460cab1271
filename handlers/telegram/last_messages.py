"""The newest message of each chat, and what the last one that has buttons offers: the ways to other pages, a task, a
list. Of private chats it is kept in the database, with the update that it was shown for."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message

from data.people.last_shown import LastShown
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.wording import either

MOST_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class PageTurns:
    """What is behind the buttons that lead to the pages before and after one; None where there is none."""

    before: str | None
    after: str | None

    def to(self, page: int) -> str | None:
        """What leads to a page by its number, from 1: the ways beside this one hold theirs, from 0. None where it is
        not sure which part of them that is."""
        after, before = ((each or "").split(":") for each in (self.after, self.before))
        if self.after and self.before:
            places = [at for at, pair in enumerate(zip(after, before, strict=False)) if pair[0] != pair[1]]
        else:
            places = [at for at, each in enumerate(after) if each == "1"]
        if len(places) != 1:
            return None
        after[places[0]] = str(page - 1)
        return ":".join(after)


class Newest:
    """What came or went last in each chat. Of those that were quiet for longest only what is `kept` is known."""

    def __init__(self, kept: Callable[[int], LastShown] = lambda chat_id: LastShown()) -> None:
        self._kept = kept
        self._chats = OrderedDict[int, LastShown]()
        self.to_keep: dict[int, LastShown] = {}
        """What is not kept yet of private chats, by their ids."""

    def note(self, message: Message) -> None:
        """Note a message that came, went or was changed."""
        chat = self._written_in(message.chat.id)
        chat.newest = max(message.message_id, chat.newest)
        buttons = _buttons(message.reply_markup)
        said = message.from_user is not None and message.from_user.is_bot
        if said and message.message_id >= chat.said:
            chat.said, chat.offered = message.message_id, _behind(buttons)
        if message.reply_markup is not None and _are_of_what_is_shown(buttons):
            chat.buttons, chat.with_buttons = _behind(buttons), message.message_id
            chat.page_before = _behind_words(buttons, either(labels.PREVIOUS_PAGE))
            chat.page_after = _behind_words(buttons, either(labels.NEXT_PAGE))
        elif message.reply_markup is None and message.message_id == chat.with_buttons:
            chat.buttons, chat.page_before, chat.page_after = (), None, None

    def note_list(self, chat_id: int, message_id: int, packed: tuple[str, ...]) -> None:
        """Note that a message shows a list, as buttons would have it; an empty one has none."""
        chat = self._written_in(chat_id)
        chat.list_in = chat.with_buttons = message_id
        chat.listing = packed

    def has_newer(self, chat_id: int, message_id: int) -> bool:
        """Whether there is a newer message in the chat than this one."""
        return self._of(chat_id).newest > message_id

    def said_last(self, chat_id: int) -> tuple[int, Sequence[str]]:
        """The id of what the bot has said last in a chat, 0 where it is not known, and what the buttons below it call
        back with."""
        chat = self._of(chat_id)
        return chat.said, chat.offered

    def turns(self, chat_id: int) -> PageTurns | None:
        """The ways from what was shown last in a chat that has buttons, but for questions; None where it was no page of
        several."""
        chat = self._of(chat_id)
        return PageTurns(chat.page_before, chat.page_after) if chat.page_before or chat.page_after else None

    def list_shown(self, chat_id: int) -> tuple[str, ...] | None:
        """The list that was shown last in a chat, if nothing else with buttons was since, but for questions."""
        chat = self._of(chat_id)
        return chat.listing if chat.listing and chat.with_buttons == chat.list_in else None

    def shown(self, chat_id: int, *packed: str, since: int = 0) -> str | None:
        """What stands behind these words in what a button calls back with that was shown last in a chat, but for those
        of questions; None where there is no such button, or it was shown above the message `since` when."""
        start, chat = "".join(f"{each}:" for each in packed), self._of(chat_id)
        found = (each for each in chat.buttons if each.startswith(start) and chat.with_buttons >= since)
        return next((each.removeprefix(start) for each in found), None)

    def task(self, chat_id: int, since: int = 0) -> int | None:
        """The id of the assignment that what was shown last in a chat, but for questions, is about, where it can be
        reported on there and no other can, and it was shown in or below a message, `since` when; else None."""
        chat = self._of(chat_id)
        found = set(_to_report_on(chat.buttons)) if chat.with_buttons >= since else set()
        return found.pop() if len(found) == 1 else None

    def _of(self, chat_id: int) -> LastShown:
        return self._chats.get(chat_id) or self._kept(chat_id)

    def _written_in(self, chat_id: int) -> LastShown:
        """What is known of a chat in which something is written now."""
        chat = self._chats.setdefault(chat_id, self._of(chat_id))
        self._chats.move_to_end(chat_id)
        if len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        if chat_id > 0:
            self.to_keep[chat_id] = chat
        return chat


def _buttons(keyboard: InlineKeyboardMarkup | None) -> list[InlineKeyboardButton]:
    return [each for row in keyboard.inline_keyboard for each in row] if keyboard is not None else []


def _behind(buttons: Sequence[InlineKeyboardButton]) -> tuple[str, ...]:
    """What buttons call back with; a link calls nothing back."""
    return tuple(each.callback_data if isinstance(each.callback_data, str) else "" for each in buttons)


def _behind_words(buttons: Sequence[InlineKeyboardButton], words: frozenset[str]) -> str | None:
    found = (each.callback_data for each in buttons if each.text.lower() in words)
    return next((data for data in found if isinstance(data, str)), None)


def _are_of_what_is_shown(buttons: Sequence[InlineKeyboardButton]) -> bool:
    """Whether a message shows what its buttons are of: it is no question's, which comes back below what was shown in
    between, and does not only offer to pass on what was just written; a way back to a question may stand beside."""
    of_a_dialog = [each for each in _behind(buttons) if each.startswith(f"{Verb.DIALOG}:")]
    only_beside = [*of_a_dialog, *(each for each in _behind(buttons) if each.startswith(f"{Verb.TELL}:"))]
    is_beside = len(only_beside) == len(buttons) > 0
    return not is_beside and all(each.endswith(":resume") for each in of_a_dialog)


def _to_report_on(buttons: Sequence[str]) -> Iterator[int]:
    """The ids of the assignments that buttons begin a report on."""
    for each in buttons:
        verb, _, rest = each.partition(":")
        number = rest.partition(":")[0]
        if verb == Verb.REPORT and number.isdecimal():
            yield int(number)
