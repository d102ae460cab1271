"""The work information that a brief prints: what the office has taken into that of a week, with its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.exports.illustrations import Illustration, illustration, is_picture
from data.exports.ledger import Scope
from data.information.information import Information, taken_into
from data.information.weeks import week_of
from data.reporting.attachments import Attachment, stored_content
from data.store import Database


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work information as it is printed. `section` is that of the first task it belongs to, None where it
    belongs to none; `missing` counts the pictures that cannot be printed."""

    unit: str
    title: str
    text: str
    section: str | None
    pictures: tuple[Illustration, ...]
    missing: int


def taken_pieces(db: Database, scope: Scope, last: date) -> list[Piece]:
    """What was taken into the brief of the week in which a span ends, of the units and sections of a scope."""
    units, taken = scope.unit_ids, taken_into(db, week_of(last))
    return [
        _piece(db, each) for each in taken if (units is None or each.unit_id in units) and scope.holds(each.section)
    ]


def _piece(db: Database, found: Information) -> Piece:
    title, text = found.printed
    pictures = [_picture(db, each) for each in found.files if is_picture(each)]
    printed = tuple(each for each in pictures if each is not None)
    return Piece(found.unit, title, text, found.section, printed, len(pictures) - len(printed))


def _picture(db: Database, file: Attachment) -> Illustration | None:
    content = stored_content(db, file.id)
    return illustration(content, file.name) if content else None


def by_section(pieces: Sequence[Piece], sections: Sequence[str]) -> list[tuple[str | None, list[Piece]]]:
    """The pieces by section, in the plan's order; those without a task at the end."""
    order = [*dict.fromkeys([*sections, *(each.section for each in pieces if each.section)]), None]
    grouped = [(section, [each for each in pieces if each.section == section]) for section in order]
    return [(section, found) for section, found in grouped if found]
