"""What took work to make is kept while its facts stay, and not for ever."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.telegram import caches
from handlers.telegram.caches import KeptKeyboard, VersionedCache


def test_a_thing_is_made_once_for_each_version_of_its_facts() -> None:
    things, made = VersionedCache(), iter("abcdef")
    assert [things.get("list", 1, lambda: next(made)) for _ in range(2)] == ["a", "a"]
    assert things.get("list", 2, lambda: next(made)) == "b"
    assert things.get("other", 2, lambda: next(made)) == "c"
    assert things.get("list", 2, lambda: next(made)) == "b"


def test_what_was_not_asked_for_for_longest_is_forgotten() -> None:
    things, made = VersionedCache(), []
    for number in range(caches.MOST):
        things.get(number, 1, lambda: None)
    things.get(0, 1, lambda: None)
    things.get(caches.MOST, 1, lambda: None)
    things.get(0, 1, lambda: made.append(0))
    things.get(1, 1, lambda: made.append(1))
    assert made == [1]


def test_a_keyboard_that_is_kept_says_the_same_and_is_written_once() -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("我的任务", callback_data="t.1")]])
    again = KeptKeyboard(keyboard)
    assert (again, again.to_json()) == (keyboard, keyboard.to_json())
    assert again.to_dict() is again.to_dict()
