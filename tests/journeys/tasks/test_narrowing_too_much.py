"""A list that is limited by more than its buttons can carry is refused in a sentence, instead of being lost."""

from dataclasses import replace
from datetime import date

from handlers.tasks.selection import Filter, Listing
from tests.journeys.town import Resident

DAYS = date(2019, 11, 25), date(2019, 12, 25)


def test_what_limits_a_list_fits_its_buttons_or_is_told_not_to() -> None:
    narrow = Listing(Filter.NOT_STARTED, *DAYS, unit_id=38, item="44", words=("种子",))
    assert narrow.fits
    assert not replace(narrow, section=230, without=(1, 2, 3), silence=DAYS).fits
    assert not Listing(Filter.ALL, without=(1, 2, 3, 4, 5)).fits


async def test_too_many_limits_are_refused_in_a_sentence(chen: Resident) -> None:
    await chen.says("逾期的")
    said = ""
    for unit in ("农业局", "商务局", "文旅局", "市监局", "卫健委"):
        said = await chen.says(f"不要{unit}的")
    assert said == "限制的条件太多了，请少说几样，如“公安局逾期的”。"
