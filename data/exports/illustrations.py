"""Pictures that units have sent, made ready for a document: upright, of moderate size, and nothing but the picture."""

from dataclasses import dataclass
from io import BytesIO

from data.plan.files.apart import read_apart
from data.plan.files.problems import Damaged, FileProblem, UnpacksTooLarge
from data.reporting.attachments import Attachment

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
