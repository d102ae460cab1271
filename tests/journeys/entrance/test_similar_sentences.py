"""What is not understood is answered with sentences like it that are."""

from collections.abc import Sequence

import pytest

from handlers.people.texts.examples import OF_THE_OFFICE, OF_UNITS
from handlers.wording import Wording
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "example"),
    [
        ("群里说一下 周五前报", "“在群里发：周五前报”、“没回的催一下”"),
    ],
)
async def test_the_office_is_shown_how_something_like_it_is_said(chen: Resident, said: str, example: str) -> None:
    assert (await chen.says(said)).splitlines() == [
        "没听明白。发 /help 看全部用法。",
        f"是想这样说吗：{example}？换成您的内容再发就行。",
    ]


async def test_small_talk_is_like_nothing(lin: Resident, chen: Resident) -> None:
    assert "是想这样说吗" not in await chen.says("今天天气不错")
    assert "是想这样说吗" not in await lin.says("呜啦啦")
    assert (await lin.says("\u200b")).startswith("没听明白。")


async def test_a_liaison_is_shown_none_of_the_orders_of_the_office(lin: Resident) -> None:
    assert "受阻的有哪些" not in await lin.says("青山区那个受阻解决了？")


@pytest.mark.parametrize(("speaker", "examples"), [("林警官", OF_UNITS), ("陈主任", OF_THE_OFFICE)])
async def test_every_example_is_understood_alike_in_both_languages(
    town: Town, lin: Resident, chen: Resident, speaker: str, examples: Sequence[Wording]
) -> None:
    await chen.says("通知市公安局：周五下午3点开会")
    await chen.sends_out()
    said, differ = lin if lin.name == speaker else chen, []
    for number, example in enumerate(examples):
        await town.move_to(f"2019-11-25 {9 + number // 60:02}:{number % 60:02}")
        in_chinese, in_english = [await _answer(town, said, example(language)) for language in ("zh", "en")]
        differ += [example("zh")] if in_chinese != in_english or "没听明白" in in_chinese else []
    assert differ == []


async def _answer(town: Town, resident: Resident, said: str) -> str:
    """Return the buttons of the answer to what is said with nothing open, or its first line if it has none."""
    town.db.change("DELETE FROM dialogs")
    answer = await resident.says(said)
    return " ".join(resident.buttons()) or answer.splitlines()[0]
