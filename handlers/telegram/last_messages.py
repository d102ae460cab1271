"""The newest message of each chat, and what the last one with buttons offers: other pages, a task, a list. For private
chats it is also stored in the database."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message

from data.people.last_shown import LastShown
from data.standing.standing import Light
from handlers.telegram.callbacks import Verb
from handlers.wording import Wording, in_both_languages, labels, plain_word

MOST_CHATS = 10_000
NEAR_BY = 12
MARKS = "".join(["✓ ", *Light])
"""What stands before the words of a button, or with a count behind them, and is not typed with them."""


@dataclass(frozen=True, slots=True)
class PageTurns:
    """The data of the buttons to the previous and the next page; None if there is no such button."""

    before: str | None
    after: str | None

    def to(self, page: int) -> str | None:
        """Return the button data for page `page`, counted from 1; the buttons' data count from 0. None if it is unclear
        which part of the data is the page."""
        after, before = ((each or "").split(":") for each in (self.after, self.before))
        if self.after and self.before:
            places = [at for at, pair in enumerate(zip(after, before, strict=False)) if pair[0] != pair[1]]
        else:
            places = [at for at, each in enumerate(after) if each == "1"]
        if len(places) != 1:
            return None
        after[places[0]] = str(page - 1)
        return ":".join(after)


@dataclass(frozen=True, slots=True)
class LastInChat:
    """What was last sent or received in one chat."""

    known: LastShown

    def has_newer(self, message_id: int) -> bool:
        """Return whether the chat has a message newer than this one."""
        return self.known.newest > message_id

    def turns(self) -> PageTurns | None:
        """Return the buttons that turn the pages of what was shown last, questions aside; None if there are none."""
        before = self._under(labels.PREVIOUS_PAGE, labels.PREVIOUS_ITEM)
        after = self._under(labels.NEXT_PAGE, labels.NEXT_ITEM)
        return PageTurns(before, after) if before or after else None

    def button(self, word: str) -> str | None:
        """Return the data of the button of the bot's last message that a plain word stands on; None if there is none,
        or the message is a question."""
        pairs = self._labelled() if self.known.with_buttons == self.known.said else ()
        return next((data for label, data in pairs if data and _words_on(label) == word), None)

    def _under(self, *words: Wording) -> str | None:
        return next((data for label, data in self._labelled() if label.lower() in in_both_languages(*words)), None)

    def _labelled(self) -> Iterable[tuple[str, str]]:
        return zip(self.known.labels, self.known.buttons, strict=False)

    def offers(self, *packed: object) -> list[tuple[str, ...]]:
        """Return what follows `packed` in the data of the buttons of the bot's last message that begin so."""
        start, buttons = [*map(str, packed)], (each.split(":") for each in self.known.offered)
        return [tuple(each[len(start) :]) for each in buttons if each[: len(start)] == start]

    def offers_only(self, *packed: object) -> bool:
        """Return whether the bot's last message has buttons, and the data of all of them begins so."""
        return 0 < len(self.offers(*packed)) == len(self.offers())

    def list_shown(self) -> tuple[str, ...] | None:
        """Return the list shown last; None if anything else with buttons, questions aside, was shown since."""
        chat = self.known
        return chat.listing if chat.listing and chat.with_buttons == chat.list_in else None

    def list_above(self, since: int) -> tuple[str, ...]:
        """Return the list shown last, whatever came since, if it is below the message `since` and among the NEAR_BY
        newest ones; else an empty tuple."""
        chat = self.known
        return chat.listing if chat.list_in > max(since, chat.newest - NEAR_BY) else ()

    def shown(self, *packed: str, since: int = 0) -> str | None:
        """Return the rest of the button data that begins with `packed`, among the buttons shown last, questions aside.
        None if there is no such button, or it is above the message `since`."""
        start, chat = "".join(f"{each}:" for each in packed), self.known
        found = (each for each in chat.buttons if each.startswith(start) and chat.with_buttons >= since)
        return next((each.removeprefix(start) for each in found), None)

    def task(self, since: int = 0) -> int | None:
        """Return the id of the only assignment that can be reported on from what was shown last, questions aside. None
        if there is not exactly one, or it is above the message `since`."""
        chat = self.known
        reports = {each.split(":")[1] for each in chat.buttons if each.startswith(f"{Verb.REPORT}:")}
        return int(reports.pop()) if len(reports) == 1 and chat.with_buttons >= since else None


class LastMessages:
    """What was last sent or received in each chat; beyond the MOST_CHATS newest chats, only what `kept` returns."""

    def __init__(self, kept: Callable[[int], LastShown] = lambda chat_id: LastShown()) -> None:
        self._kept = kept
        self._chats = OrderedDict[int, LastShown]()
        self.to_keep: dict[int, LastShown] = {}
        """What has yet to be stored, by the id of the private chat."""

    def note(self, message: Message) -> None:
        """Note a message that was received, sent or edited."""
        chat = self._chat_to_change(message.chat.id)
        chat.newest = max(message.message_id, chat.newest)
        buttons = _buttons(message.reply_markup)
        said = message.from_user is not None and message.from_user.is_bot
        if said and message.message_id >= chat.said:
            chat.said, chat.offered = message.message_id, _data_of(buttons)
        if message.reply_markup is not None and _belong_to_something_shown(buttons):
            chat.buttons, chat.with_buttons = _data_of(buttons), message.message_id
            chat.labels = tuple(each.text for each in buttons)
        elif message.reply_markup is None and message.message_id == chat.with_buttons:
            chat.buttons = chat.labels = ()

    def note_list(self, chat_id: int, message_id: int, packed: tuple[str, ...]) -> None:
        """Note that a message shows a list, given as packed for buttons; an empty tuple means none."""
        chat = self._chat_to_change(chat_id)
        chat.list_in = chat.with_buttons = message_id
        chat.listing = packed

    def in_chat(self, chat_id: int) -> LastInChat:
        """Return what was last sent or received in a chat."""
        return LastInChat(self._of(chat_id))

    def _of(self, chat_id: int) -> LastShown:
        return self._chats.get(chat_id) or self._kept(chat_id)

    def _chat_to_change(self, chat_id: int) -> LastShown:
        """Return what is known of a chat in order to change it."""
        chat = self._chats.setdefault(chat_id, self._of(chat_id))
        self._chats.move_to_end(chat_id)
        if len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        if chat_id > 0:
            self.to_keep[chat_id] = chat
        return chat


def _words_on(label: str) -> str:
    return plain_word(" ".join(each for each in label.lstrip(MARKS).split(" ") if each[:1] not in [*Light]))


def _buttons(keyboard: InlineKeyboardMarkup | None) -> list[InlineKeyboardButton]:
    return [each for row in keyboard.inline_keyboard for each in row] if keyboard is not None else []


def _data_of(buttons: Sequence[InlineKeyboardButton]) -> tuple[str, ...]:
    return tuple(each.callback_data if isinstance(each.callback_data, str) else "" for each in buttons)


def _belong_to_something_shown(buttons: Sequence[InlineKeyboardButton]) -> bool:
    """Return whether the buttons belong to a page, list or card. Those of a dialog's question, or of an offer to pass
    on what was written, do not; a single button back to the dialog does not matter."""
    of_a_dialog = [each for each in _data_of(buttons) if each.startswith(f"{Verb.DIALOG}:")]
    only_beside = [*of_a_dialog, *(each for each in _data_of(buttons) if each.startswith(f"{Verb.TELL}:"))]
    is_beside = len(only_beside) == len(buttons) > 0
    return not is_beside and all(each.endswith(":resume") for each in of_a_dialog)
