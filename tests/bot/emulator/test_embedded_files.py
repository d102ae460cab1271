import struct

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from bot.emulator import Upload, World
from bot.emulator.files import read_image
from tests.bot.emulator.people import ANN, png

pytestmark = pytest.mark.usefixtures("ann_has_started")


async def test_a_document_of_the_bot_can_be_read_by_the_person(world: World, bot: Bot) -> None:
    sent = await bot.send_document(
        ANN, "序号,单位\n".encode(), filename="汇总.csv", caption="<b>汇总</b>", parse_mode="HTML"
    )
    shown = world.chat(ANN).messages[-1]
    assert shown.media
    assert sent.document
    assert (shown.media.name, shown.media.mime, shown.html) == ("汇总.csv", "text/csv", "<b>汇总</b>")
    assert world.files.get(sent.document.file_id).content.decode() == "序号,单位\n"


async def test_a_document_of_a_person_can_be_downloaded_by_the_bot(world: World, bot: Bot) -> None:
    world.send_document(ANN, "plan.csv", b"a,b", caption="计划")
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.document
    assert (message.document.file_name, message.caption) == ("plan.csv", "计划")
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"a,b"


async def test_a_photo_comes_in_sizes_the_largest_last(world: World, bot: Bot) -> None:
    world.send_photo(ANN, png(640, 480), "现场")
    message = (await bot.get_updates())[-1].message
    assert message
    assert [(size.width, size.height) for size in message.photo] == [(320, 240), (640, 480)]
    assert message.caption == "现场"


async def test_an_album_is_one_group_with_the_caption_on_its_first(world: World, bot: Bot) -> None:
    world.send_album(ANN, [Upload("a.png", png(9, 9)), Upload("b.png", png(9, 9))], "两张", as_photos=True)
    first, second = [update.message for update in (await bot.get_updates())[-2:]]
    assert first
    assert second
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.caption) == ("两张", None)


async def test_the_bot_sends_albums_too(world: World, bot: Bot) -> None:
    sent = await bot.send_media_group(ANN, [InputMediaPhoto(png(9, 9), caption="一"), InputMediaPhoto(png(9, 9))])
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.text for message in world.chat(ANN).messages[-2:]] == ["一", ""]


async def test_an_album_of_one_or_of_mixed_kinds_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="2-10 expected"):
        await bot.send_media_group(ANN, [InputMediaPhoto(png(9, 9))])
    with pytest.raises(BadRequest, match="Document can't be mixed"):
        await bot.send_media_group(ANN, [InputMediaPhoto(png(9, 9)), InputMediaDocument(b"x")])


async def test_a_sent_file_can_be_sent_again_by_its_id(world: World, bot: Bot) -> None:
    sent = await bot.send_document(ANN, b"x", filename="x.txt")
    assert sent.document
    again = await bot.send_document(ANN, sent.document.file_id)
    assert again.document == sent.document


async def test_a_file_id_must_exist_and_be_of_the_right_kind(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Wrong file identifier/http url specified"):
        await bot.send_document(ANN, "made-up")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("made-up")
    sent = await bot.send_document(ANN, b"x")
    assert sent.document
    with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
        await bot.send_photo(ANN, sent.document.file_id)


async def test_an_empty_file_and_a_photo_that_is_none_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(ANN, b"")
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ANN, b"not a picture")
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(ANN, png(30, 900))


async def test_a_file_above_20_megabytes_cannot_be_fetched(world: World, bot: Bot) -> None:
    world.send_document(ANN, "big.bin", bytes(20 * 1024 * 1024 + 1))
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.document
    with pytest.raises(BadRequest, match="File is too big"):
        await message.document.get_file()


async def test_a_caption_and_a_picture_can_be_exchanged(world: World, bot: Bot) -> None:
    sent = await bot.send_photo(ANN, png(9, 9), caption="one")
    await sent.edit_caption("two")
    assert world.chat(ANN).messages[-1].text == "two"
    await sent.edit_media(InputMediaPhoto(png(8, 8), caption="three"))
    shown = world.chat(ANN).messages[-1]
    assert shown.media
    assert (shown.text, shown.media.width) == ("three", 8)


async def test_text_and_caption_are_not_the_same(bot: Bot) -> None:
    photo, text = await bot.send_photo(ANN, png(9, 9), caption="one"), await bot.send_message(ANN, "one")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await photo.edit_text("two")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await text.edit_caption("two")


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (png(7, 5), "image/png"),
        (b"GIF89a" + struct.pack("<HH", 7, 5), "image/gif"),
        (b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08" + struct.pack(">HH", 5, 7) + bytes(9), "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x06\x00\x00\x04\x00\x00", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(10) + struct.pack("<HH", 7, 5), "image/webp"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8L" + bytes(5) + struct.pack("<I", 6 | 4 << 14) + bytes(5), "image/webp"),
    ],
)
def test_the_size_of_a_picture_is_read(content: bytes, mime: str) -> None:
    assert read_image(content) == (mime, 7, 5)
