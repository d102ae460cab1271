"""The work information that a weekly brief prints, with its pictures prepared for printing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

from data.errors import unless
from data.exports.ledger import ExportScope
from data.information.information import Information, information_taken_into
from data.information.weeks import week_of
from data.plan.files.apart import read_in_process
from data.plan.files.problems import Damaged, FileProblem, UnpacksTooLarge
from data.reporting.attachments import Attachment, stored_content
from data.store import Database

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 1400
QUALITY = 85
BYTES_A_PIXEL = 3
_ENDS = "。.！!"


@dataclass(frozen=True, slots=True)
class Illustration:
    """A JPEG file; `ratio` is its height divided by its width, `caption` the words with which a photo was sent."""

    content: bytes
    ratio: float
    caption: str = ""


def illustration(content: bytes, name: str) -> Illustration | None:
    """Return a picture prepared in a separate process, or None if it cannot be read or is too large."""
    return unless(FileProblem, read_in_process, prepared_illustration, content, name)


def prepared_illustration(content: bytes, name: str) -> Illustration:
    """Return a picture upright, scaled down and without metadata. Raises UnpacksTooLarge and Damaged."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise UnpacksTooLarge(opened.width * opened.height * BYTES_A_PIXEL, MOST_PIXELS * BYTES_A_PIXEL)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except FileProblem:
        raise
    except Exception as broken:  # Pillow lets any error of its decoders escape
        raise Damaged from broken
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    file = BytesIO()
    upright.save(file, "JPEG", quality=QUALITY)
    return Illustration(file.getvalue(), upright.height / upright.width)


@dataclass(frozen=True, slots=True)
class PrintedPiece:
    """A piece of work information as it is printed.

    `section` is that of its first task, or None without a task. `missing` counts the pictures that cannot be printed.
    """

    unit: str
    title: str
    text: str
    section: str | None
    pictures: tuple[Illustration, ...]
    missing: int


def taken_pieces(db: Database, scope: ExportScope, last: date) -> list[PrintedPiece]:
    """Return the work information taken for the brief of the week of the day `last`, limited to `scope`."""
    units, taken = scope.unit_ids, information_taken_into(db, week_of(last))
    return [
        _piece(db, each) for each in taken if (units is None or each.unit_id in units) and scope.holds(each.section)
    ]


def _piece(db: Database, found: Information) -> PrintedPiece:
    title, text = found.printed
    text = without_title(title, text)
    pictures = [_picture(db, each) for each in found.files if each.kind == "photo" or each.mime.startswith("image/")]
    printed = tuple(each for each in pictures if each is not None)
    return PrintedPiece(found.unit, title, text, found.section, printed, len(pictures) - len(printed))


def _picture(db: Database, file: Attachment) -> Illustration | None:
    content = stored_content(db, file.id)
    found = illustration(content, file.name) if content else None
    caption = Path(file.name).stem if file.kind == "photo" and not file.is_unnamed else ""
    return found and replace(found, caption=caption)


def without_title(title: str, text: str) -> str:
    """Return a text without its first sentence if that is the title once more."""
    rest = text.removeprefix(title).lstrip()
    return rest.lstrip(_ENDS).lstrip() if rest != text and rest[:1] in (*_ENDS, "") else text


def by_section(pieces: Sequence[PrintedPiece], sections: Sequence[str]) -> list[tuple[str | None, list[PrintedPiece]]]:
    """Return the pieces by section in the order of the plan; those without a section are last."""
    order = [*dict.fromkeys([*sections, *(each.section for each in pieces if each.section)]), None]
    grouped = [(section, [each for each in pieces if each.section == section]) for section in order]
    return [(section, found) for section, found in grouped if found]
