"""Invented work information from before the demo begins, and the office's decisions on it, entered through the bot's
own use-cases."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any
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
from data.store import Database
from data.times import day_of

KIND = "information"


@dataclass(frozen=True, slots=True)
class SeededInformation:
    """A piece in information.toml: who sent what and when, with which drawing, and what the office decided and when."""

    at: datetime
    who: int
    title: str
    text: str
    codes: tuple[str, ...]
    scene: str | None
    decided_at: datetime | None
    brief: date | None
    word: str
    edited: tuple[str, str] | None


def seed_information(db: Database, before: datetime) -> None:
    """Enter the work information and decisions dated before `before`."""
    for number, piece in enumerate(shipped_information(db.zone), start=1):
        if piece.at < before:
            information_id = _send(db, piece, number)
            if piece.decided_at is not None and piece.decided_at < before:
                _decide(db, piece, information_id, piece.decided_at)


def shipped_information(zone: ZoneInfo) -> Iterator[SeededInformation]:
    """Return the pieces in information.toml, in order of time."""
    found = tomllib.loads(files("bot.demo").joinpath("information.toml").read_text(encoding="utf-8"))
    return (_piece(each, zone) for each in found["sent"])


def _piece(said: Mapping[str, Any], zone: ZoneInfo) -> SeededInformation:
    decided, brief, title = said.get("decided_at"), said.get("brief"), said.get("edited_title")
    return SeededInformation(
        at=moment_in_demo(said["at"], zone),
        who=said["who"],
        title=said["title"],
        text=said["text"].strip(),
        codes=tuple(said.get("codes", ())),
        scene=said.get("scene"),
        decided_at=moment_in_demo(decided, zone) if decided else None,
        brief=date.fromisoformat(brief) if brief else None,
        word=said.get("word", ""),
        edited=(title, said["edited_text"].strip()) if title else None,
    )


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
    if piece.edited is not None:
        edit_copy(db, desk, information_id, *piece.edited)
    if piece.brief is not None:
        take_information(db, desk, information_id, week_of(piece.brief))
    else:
        decline_information(db, desk, information_id, piece.word)
