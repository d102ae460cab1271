"""Files that people send to the bot, in any room."""

from io import BytesIO

from docx import Document

from bot.emulator import Upload
from tests.journeys.town import Resident

PIXEL = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01" + bytes(8)
PHOTO = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01" + bytes(3000)
PDF = b"%PDF" + bytes(3000)
ALBUM = [Upload(f"{number}.jpg", PHOTO + bytes([number])) for number in range(3)]


async def sends_photo(person: Resident, caption: str = "") -> str:
    return await person.does(lambda: person.town.world.send_photo(person.id, PHOTO, caption))


async def sends_pdf(person: Resident, name: str, caption: str = "", content: bytes = PDF) -> str:
    return await person.does(lambda: person.town.world.send_document(person.id, name, content, caption=caption))


async def sends_album(person: Resident, *names: str, photos: bool = False) -> str:
    uploads = [Upload(name, PHOTO if photos else PDF) for name in names]
    return await person.does(lambda: person.town.world.send_album(person.id, uploads, as_photos=photos))


async def sends_file(person: Resident, name: str, content: str | bytes, caption: str = "") -> str:
    as_bytes = content.encode() if isinstance(content, str) else content
    return await person.does(lambda: person.town.world.send_document(person.id, name, as_bytes, caption=caption))


def word_document(*paragraphs: str) -> bytes:
    made, file = Document(), BytesIO()
    for words in paragraphs:
        made.add_paragraph(words)
    made.save(file)
    return file.getvalue()
