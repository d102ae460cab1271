"""The people of the demo. They are made up; the units and the plan are real."""

from dataclasses import dataclass
from datetime import datetime

from bot.embedded import World
from data.groups import bind_group
from data.people import Role, add_membership, add_person, set_phone, who_is
from data.store import Database, transaction
from data.units import find_unit

GROUP_ID = -4001
COORDINATOR_ID = 1001
STRANGER_ID = 1099
PHONE_ID = 1098


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody in the demo; without a unit and role a stranger."""

    id: int
    name: str
    unit: str | None
    role: Role | None
    language: str = "zh-hans"
    phone: str | None = None


CAST = (
    Player(COORDINATOR_ID, "陈主任", None, Role.COORDINATOR),
    Player(1002, "林警官", "市公安局", Role.LIAISON),
    Player(1003, "周科长", "市市场监管局", Role.LIAISON),
    Player(1004, "小吴", "市市场监管局", Role.DEPUTY),
    Player(1005, "何老师", "市文化和旅游局", Role.LIAISON),
    Player(1006, "郑科长", "市农业农村局", Role.LIAISON),
    Player(1007, "孙关员", "武汉海关", Role.LIAISON),
    Player(1008, "钱科长", "市税务局", Role.LIAISON),
    Player(1009, "Grace", "市贸促会", Role.LIAISON, "en"),
    Player(1010, "江岸小李", "江岸区人民政府", Role.LIAISON),
    Player(PHONE_ID, "赵法官", "市法院", Role.LIAISON, phone="+86 138 0000 1098"),
    Player(STRANGER_ID, "路人", None, None, phone="+86 138 0000 1099"),
)
ROLE_LABELS = {
    Role.COORDINATOR: ("协调员", "coordinator"),
    Role.LIAISON: ("联络员", "liaison"),
    Role.DEPUTY: ("B角", "deputy"),
    Role.OBSERVER: ("观察员", "observer"),
}


def enrol(db: Database, now: datetime) -> None:
    """Put the cast on the roster and bind the liaisons' group; harmless when they are there already.

    One of them is on it with a phone number alone, to be let in by sharing it.
    """
    with transaction(db):
        for player in CAST:
            if player.role is not None and who_is(db, player.id) is None:
                _enrol(db, player, player.role, now)
        coordinator = who_is(db, COORDINATOR_ID)
        if coordinator is not None:
            bind_group(db, GROUP_ID, "打假联络员群", None, coordinator.id, now, "demo")


def settle(world: World) -> None:
    """Let the cast and their group appear in the embedded Telegram; all but strangers have opened the bot's chat."""
    for player in CAST:
        world.add_user(player.id, player.name, player.language, phone=player.phone, role=_label(player))
    members = [player.id for player in CAST if player.role is not None]
    world.add_group(GROUP_ID, "打假联络员群", members).bot_status = "member"


def greet(world: World) -> None:
    """Let everybody who is enrolled press Start."""
    for player in CAST:
        if player.role is not None and player.id != PHONE_ID:
            world.start(player.id)


def _enrol(db: Database, player: Player, role: Role, now: datetime) -> None:
    by_phone = player.id == PHONE_ID
    person_id = add_person(db, player.name, now, None if by_phone else player.id)
    add_membership(db, person_id, role, find_unit(db, player.unit).id if player.unit else None)
    if by_phone and player.phone:
        set_phone(db, person_id, player.phone)


def _label(player: Player) -> dict[str, str]:
    if player.role is None:
        return {"zh": "未登记", "en": "not registered"}
    zh, en = ROLE_LABELS[player.role]
    unit = player.unit or "领导小组办公室"
    return {"zh": f"{unit} · {zh}", "en": f"{unit} · {en}"}
