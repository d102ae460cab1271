"""What the page can let a person do: a name in the URL and the fields it takes."""

from collections.abc import Callable

from bot.emulator.records import Json
from bot.emulator.world import World

Deed = Callable[[World, Json], object]


def _say(world: World, given: Json) -> object:
    return world.say(given["user_id"], given["text"], given["chat_id"], given.get("reply_to"))


def _start(world: World, given: Json) -> object:
    return world.start(given["user_id"], given.get("payload", ""))


def _press(world: World, given: Json) -> object:
    return world.press(given["user_id"], given["chat_id"], given["message_id"], given["data"])


def _edit(world: World, given: Json) -> object:
    return world.edit(given["user_id"], given["chat_id"], given["message_id"], given["text"])


def _contact(world: World, given: Json) -> object:
    return world.share_contact(given["user_id"], given.get("of_user"), given.get("phone"))


def _block(world: World, given: Json) -> None:
    world.block(given["user_id"])


def _unblock(world: World, given: Json) -> None:
    world.unblock(given["user_id"])


def _upgrade(world: World, given: Json) -> object:
    return world.upgrade_group(given["chat_id"])


DEEDS: dict[str, Deed] = {
    "say": _say,
    "start": _start,
    "press": _press,
    "edit": _edit,
    "contact": _contact,
    "block": _block,
    "unblock": _unblock,
    "upgrade": _upgrade,
}
