"""The work information that a brief prints: what was taken into that of a week, with its pictures made ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from data.exports.ledger import Scope
from data.information.information import Information, taken_into
from data.information.weeks import week_of
from data.plan.files.apart import read_apart
from data.plan.files.problems import Damaged, FileProblem, UnpacksTooLarge
from data.reporting.attachments import Attachment, stored_content
from data.store import Database

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 1400
QUALITY = 85
BYTES_A_PIXEL = 3


@dataclass(frozen=True, slots=True)
class Illustration:
    """A JPEG file, and its height to its width."""

    content: bytes
    ratio: float


def is_picture(file: Attachment) -> bool:
    """Whether a file is a photo, or called a picture."""
    return file.kind == "photo" or file.mime.startswith("image/")


def illustration(content: bytes, name: str) -> Illustration | None:
    """A picture as it is printed, read apart from this process; None for one that cannot be read, or is too large."""
    try:
        return read_apart(made_ready, content, name)
    except FileProblem:
        return None


def made_ready(content: bytes, name: str) -> Illustration:
    """A picture without what was noted beside it (where it was taken, by what). Raises UnpacksTooLarge and Damaged."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise UnpacksTooLarge(opened.width * opened.height * BYTES_A_PIXEL, MOST_PIXELS * BYTES_A_PIXEL)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except FileProblem:
        raise
    except Exception as broken:  # Pillow lets out whatever goes wrong in its decoders
        raise Damaged from broken
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    file = BytesIO()
    upright.save(file, "JPEG", quality=QUALITY)
    return Illustration(file.getvalue(), upright.height / upright.width)


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
