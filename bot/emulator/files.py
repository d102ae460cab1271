"""Files sent by people or the bot, under ids as opaque as Telegram's."""

import mimetypes
import struct
from dataclasses import dataclass
from typing import NamedTuple

from bot.emulator.errors import bad_request
from bot.emulator.records import Media

PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
"""Size limits in bytes (Bot API, "Sending files" and getFile)."""
_THUMBNAIL_SIDE = 320


@dataclass(frozen=True, slots=True)
class Upload:
    """A file being sent; if `mime` is None, it is guessed from the name."""

    name: str
    content: bytes
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The content of a file, its metadata and its download path."""

    media: Media
    content: bytes
    path: str


class Files:
    """All files of a world, by file_id and by download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload) -> Media:
        """Store a file as a photo or document. Raises ApiError if Telegram would refuse it."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            return self._keep_photo(upload.name, upload.content)
        mime = upload.mime or mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
        media = Media(kind, self._new_id(kind), upload.name, mime, len(upload.content))
        return self._store(media, upload.content)

    def get(self, file_id: str) -> StoredFile:
        """Return the file. Raises ApiError for an id that was never issued."""
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def at(self, path: str) -> StoredFile | None:
        """Return the file whose download path is `path`, or None."""
        return self._by_path.get(path)

    def _keep_photo(self, name: str, content: bytes) -> Media:
        image = read_image(content)
        if image is None or 0 in image:
            raise bad_request("IMAGE_PROCESS_FAILED")
        mime, width, height = image
        if len(content) > PHOTO_LIMIT:
            raise bad_request(f"file is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        scale = min(1.0, _THUMBNAIL_SIDE / max(width, height))
        small_size = max(1, round(width * scale)), max(1, round(height * scale))
        small = Media("photo", self._new_id("photo"), name, mime, len(content), *small_size)
        self._store(small, content)
        whole = Media("photo", self._new_id("photo"), name, mime, len(content), width, height, small.file_id)
        return self._store(whole, content)

    def _new_id(self, kind: str) -> str:
        return f"{kind}-{len(self._by_id) + 1:06d}"

    def _store(self, media: Media, content: bytes) -> Media:
        suffix = ".jpg" if media.kind == "photo" else "." + media.name.rpartition(".")[2]
        path = f"{media.kind}s/file_{len(self._by_id)}{suffix if suffix[1:].isalnum() else ''}"
        stored = StoredFile(media, content, path)
        self._by_id[media.file_id] = self._by_path[path] = stored
        return media


class Image(NamedTuple):
    """The MIME type of a picture and its size in pixels."""

    mime: str
    width: int
    height: int


def read_image(content: bytes) -> Image | None:
    """Return the type and size of a PNG, GIF, JPEG or WebP; None for anything else."""
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
