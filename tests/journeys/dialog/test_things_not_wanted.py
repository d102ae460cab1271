"""Words that drop or put off a thing do not drop the dialog."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
def ed(town: Town) -> Resident:
    """A coordinator who reads English."""
    return town.member(1011, "Ed", None, Role.COORDINATOR, "en")


@pytest.mark.parametrize("said", ["never mind the ID", "remove ID cards", "please leave out the ID cards"])
async def test_a_thing_is_taken_out_of_a_notice_in_english(town: Town, ed: Resident, lin: Resident, said: str) -> None:
    await ed.says("notify 市公安局: meeting on Friday, bring ID cards")
    assert "Notice\nmeeting on Friday\n" in await ed.says(said)


async def test_a_thing_that_the_notice_does_not_have_drops_nothing(ed: Resident, lin: Resident) -> None:
    await ed.says("notify 市公安局: meeting on Friday, bring ID cards")
    assert "was not added" in await ed.says("never mind the projector")


@pytest.mark.parametrize("said", ["身份证取消", "身份证先不要了", "身份证不要了"])
async def test_a_thing_is_taken_out_of_a_notice(chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("通知市公安局：周五开会，带身份证")
    assert "通知\n周五开会\n" in await chen.says(said)


@pytest.mark.parametrize("said", ["附件不要了", "附件取消", "no photos"])
async def test_a_report_goes_without_files_and_is_asked_for_them_no_more(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中", "50")
    assert "做了哪些工作" in await lin.says(said)
    await lin.says("查了三家")
    assert "请核对，无误后点“提交”" in lin.sees()
    assert "已经是这样写的" in await lin.says(said)


@pytest.mark.parametrize("said", ["先不写", "先别写了", "暂时不填"])
async def test_what_is_put_off_waits_with_what_was_written(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中", "50")
    assert await lin.says(said) == "好，先放着，写的都留着。发“继续”就接着办。"
    assert "做了哪些工作" in await lin.says("继续填报")


async def test_an_order_that_is_not_to_be_decided_yet_waits(town: Town, chen: Resident) -> None:
    await chen.says("29-4改到12月20号")
    assert "先放着" in await chen.says("先不批")
    assert "为什么改" in await chen.says("继续")


@pytest.mark.parametrize(
    "said", ["草稿取消", "本次取消", "本次不报了", "cancel this report, I picked the wrong task", "cancel everything"]
)
async def test_whoever_calls_off_what_is_being_written_is_asked_whether_to_drop_it(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中", "50")
    assert "真的取消吗" in await lin.says(said)
    assert "做了哪些工作" in await lin.presses("继续")


async def test_what_puts_a_part_right_does_not_replace_the_whole_notice(chen: Resident, lin: Resident) -> None:
    await chen.says("通知市公安局：周五在市政府三楼开会，带身份证")
    assert "“不对，是五楼”没有写进去" in await chen.says("不对，是五楼")
