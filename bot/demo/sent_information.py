"""Invented work information from before the demo begins, and the office's decisions on it, entered through the bot's
own use-cases."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.demo.cast import moment_in_demo, player_at
from bot.demo.scenes import draw_scene
from data import dialogs
from data.information.information import submit_information
from data.information.verdicts import decline_information, edit_copy, take_information
from data.information.weeks import week_of
from data.people.actor import Actor
from data.people.people import coordinators
from data.reporting.attachments import Attachment, attach_file
from data.standing.assignments import assignments
from data.store import Database, record_of
from data.times import day_of

KIND = "information"


@dataclass(frozen=True, slots=True)
class SeededInformation:
    """A piece in information.toml: who sent what and when, with which drawing, and what the office decided and when."""

    at: datetime
    who: int
    title: str
    text: str
    codes: tuple[str, ...] = ()
    scene: str | None = None
    decided_at: datetime | None = None
    brief: date | None = None
    word: str = ""
    edited_title: str = ""
    edited_text: str = ""


def seed_information(db: Database, before: datetime) -> None:
    """Enter the work information and decisions dated before `before`."""
    for number, piece in enumerate(shipped_information(db.zone), start=1):
        if piece.at < before:
            information_id = _send(db, piece, number)
            if piece.decided_at is not None and piece.decided_at < before:
                _decide(db, piece, information_id, piece.decided_at)


def shipped_information(zone: ZoneInfo) -> Iterator[SeededInformation]:
    """Yield the pieces in information.toml, in order of time."""
    found = tomllib.loads(files("bot.demo").joinpath("information.toml").read_text(encoding="utf-8"))
    for each in found["sent"]:
        moments = {name: moment_in_demo(each[name], zone) for name in ("at", "decided_at") if name in each}
        yield record_of(SeededInformation, each, **moments)


def _send(db: Database, piece: SeededInformation, number: int) -> int:
    """Send a piece as through a dialog, and return its id."""
    person = player_at(db, piece.who, piece.at)
    [unit_id, *_] = person.speaks_for
    own = {each.code: each.task_id for each in assignments(db, day_of(piece.at, db.zone), [unit_id])}
    dialog = dialogs.open_dialog(db, person.id, KIND, number, number, piece.at)
    if piece.scene is not None:
        content, name = draw_scene(piece.scene), f"{piece.scene}.jpg"
        picture = Attachment("photo", f"demo-{number}", name, "image/jpeg", len(content))
        attach_file(db, dialog.id, person.id, picture, content, f"demo:{number}", piece.at)
    tasks = [own[code] for code in piece.codes]
    sent = submit_information(db, Actor(person, piece.at, db.zone), dialog.id, unit_id, piece.title, piece.text, tasks)
    dialogs.end_dialog(db, dialog, number, piece.at)
    return sent.id


def _decide(db: Database, piece: SeededInformation, information_id: int, at: datetime) -> None:
    desk = Actor(coordinators(db)[0], at, db.zone)
    if piece.edited_title:
        edit_copy(db, desk, information_id, piece.edited_title, piece.edited_text)
    if piece.brief is not None:
        take_information(db, desk, information_id, week_of(piece.brief))
    else:
        decline_information(db, desk, information_id, piece.word)
