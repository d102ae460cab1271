"""Files that the bot has sent, and what they contain."""

import io

import docx

from bot.emulator.records import Media, Message
from tests.journeys.town import Resident, Town


def files_received(person: Resident) -> list[Message]:
    return [each for each in person.messages() if each.media is not None]


def content_of(town: Town, media: Media | None) -> bytes:
    assert media is not None
    return town.world.files.get(media.file_id).content


def text_of(town: Town, person: Resident) -> str:
    file = docx.Document(io.BytesIO(content_of(town, files_received(person)[-1].media)))
    return "\n".join(each.text for each in file.paragraphs)
