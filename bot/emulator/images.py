"""What a picture is, read from its first bytes."""

import struct
from typing import NamedTuple


class Image(NamedTuple):
    """A picture's kind and its size in pixels."""

    mime: str
    width: int
    height: int


def read_image(content: bytes) -> Image | None:
    """Return what a PNG, GIF, JPEG or WebP is; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return Image("image/png", *struct.unpack(">II", content[16:24]))
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) >= 10:
        return Image("image/gif", *struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8"):
        return _read_jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP" and len(content) >= 30:
        return _read_webp(content)
    return None


def _read_jpeg(content: bytes) -> Image | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return Image("image/jpeg", width, height)
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")
    return None


def _read_webp(content: bytes) -> Image | None:
    match content[12:16]:
        case b"VP8X":
            width = int.from_bytes(content[24:27], "little") + 1
            height = int.from_bytes(content[27:30], "little") + 1
        case b"VP8L":
            bits = int.from_bytes(content[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = (side & 0x3FFF for side in struct.unpack("<HH", content[26:30]))
        case _:
            return None
    return Image("image/webp", width, height)
