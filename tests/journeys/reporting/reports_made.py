"""Reports as far as the question for evidence, with files, or several one after another."""

from bot.emulator import Upload
from tests.journeys.files_sent import PIXEL
from tests.journeys.town import Resident, Town


async def to_the_evidence(person: Resident) -> None:
    await person.begins("1-2", "已完成", "跳过", "跳过")


async def reports_several(lin: Resident, count: int) -> None:
    for number in range(1, count + 1):
        await lin.submits(f"1-2 完成{number * 10}%，第{number}次排查")


async def reports_with_evidence(town: Town, lin: Resident) -> None:
    """Submit a report on 1-2 with two photos and a document."""
    await lin.begins("1-2", "已完成", "跳过", "跳过")
    photos = [Upload("现场1.png", PIXEL), Upload("现场2.png", PIXEL)]
    await lin.does(lambda: town.world.send_album(lin.id, photos, as_photos=True))
    await lin.does(lambda: town.world.send_document(lin.id, "名单.pdf", b"%PDF-1.4"))
    assert "已提交" in await lin.presses("下一步", "提交")
