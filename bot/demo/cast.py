"""The invented people of the demo; the units and the plan are real."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.demo import texts as m
from bot.emulator import World
from data.notices.groups import bind_group, bound_groups
from data.people.actor import Actor
from data.people.people import Person, Role, add_membership, add_person, person_in_chat, set_phone, who_is
from data.plan.units import find_unit
from data.store import Database
from data.times import day_of
from handlers.announcing.groups import FIRST_SUPERGROUP
from handlers.wording import labels

GROUP_ID = -4001
GROUP_TITLE = "打假联络员群"
COORDINATOR_ID = 1001
STRANGER_ID = 1099
PHONE_ID = 1098


@dataclass(frozen=True, slots=True)
class Player:
    """A person of the demo; without a unit and a role, a stranger."""

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
    Player(1009, "Grace", "武汉海关", Role.LIAISON, "en"),
    Player(1010, "江岸小李", "江岸区人民政府", Role.LIAISON),
    Player(PHONE_ID, "赵法官", "市法院", Role.LIAISON, phone="+86 138 0000 1098"),
    Player(STRANGER_ID, "路人", None, None, phone="+86 138 0000 1099"),
)


def enrol_cast(db: Database, now: datetime) -> None:
    """Put the cast on the roster and bind the liaisons' group.

    One person has only a phone number there, and is admitted by sharing it.
    """
    for player in CAST:
        if player.role is not None:
            _enrol(db, player, player.role, now)
    coordinator = person_in_chat(db, COORDINATOR_ID)
    assert coordinator is not None
    bind_group(db, Actor(coordinator, now, db.zone, "demo"), GROUP_ID, GROUP_TITLE, ())


def add_cast_to_world(world: World, db: Database) -> None:
    """Add the cast and their group to the embedded Telegram."""
    for player in CAST:
        world.add_user(player.id, player.name, player.language, phone=player.phone)
    label_cast(world, db)
    bound = [group.chat_id for group in bound_groups(db)]
    group, *_ = bound or [GROUP_ID]
    members = [player.id for player in CAST if player.role is not None]
    there = world.add_group(group, GROUP_TITLE, members, supergroup=group < FIRST_SUPERGROUP)
    there.bot_status = "member" if bound else None


def label_cast(world: World, db: Database) -> bool:
    """Label each person on the page with their unit and role, and return whether any label is new."""
    roles = {player.id: _label(player, is_in=person_in_chat(db, player.id) is not None) for player in CAST}
    news = [who for who, role in roles.items() if world.user(who).role != role]
    for who in news:
        world.user(who).role = roles[who]
    return bool(news)


def press_start(world: World, db: Database) -> None:
    """Let everybody who is enrolled press Start."""
    for player in CAST:
        if person_in_chat(db, player.id) is not None:
            world.start(player.id)


def player_at(db: Database, telegram_id: int, at: datetime) -> Person:
    """Return a member of the cast as registered at a moment. Raises LookupError for a stranger."""
    person = who_is(db, telegram_id, day_of(at, db.zone))
    if person is None:
        raise LookupError(telegram_id)
    return person


def moment_in_demo(text: str, zone: ZoneInfo) -> datetime:
    """Return the moment for a local time written in the demo's tables."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def seeded_rows(table: str, zone: ZoneInfo) -> Iterator[tuple[datetime, dict[str, str]]]:
    """Yield the rows of one of the demo's tables, each with its moment, in order of time."""
    text = files("bot.demo").joinpath(table).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield moment_in_demo(row["at"], zone), row


def name_of(telegram_id: int) -> str:
    """Return the name of a member of the cast."""
    return next(player.name for player in CAST if player.id == telegram_id)


def _enrol(db: Database, player: Player, role: Role, now: datetime) -> None:
    by_phone = player.id == PHONE_ID
    language = None if player.language.startswith("zh") else "en"
    person_id = add_person(db, player.name, now, None if by_phone else player.id, language)
    add_membership(db, person_id, role, find_unit(db, player.unit).id if player.unit else None)
    if by_phone and player.phone:
        set_phone(db, person_id, player.phone)


def _label(player: Player, *, is_in: bool) -> dict[str, str]:
    if player.role is None:
        return m.bilingual(m.UNENROLLED)
    if not is_in:
        return m.bilingual(m.NOT_YET_IN, unit=player.unit)
    role = {language: labels.ROLE[player.role](language) for language in m.LANGUAGES}
    return m.bilingual(m.OF_UNIT if player.unit else m.AT_THE_OFFICE, unit=player.unit, role=role)
