"""Broadcasts in a sentence without punctuation (跟公安局说…): whom it is for, and that it is sent in full."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

UNITS = {"公安": "市公安局", "农业": "市农业农村局", "海关": "武汉海关", "商务": "市商务局"}


@pytest.mark.parametrize(
    ("said", "told", "units"),
    [
        ("跟公安农业海关说一声周五上午交年终总结，2000字以内", "周五上午交年终总结，2000字以内", "公安 农业 海关"),
        (
            "问问公安局商务局下周三能派人参加检查吗，明天中午前回",
            "下周三能派人参加检查吗，明天中午前回",
            "公安 商务",
        ),
        ("跟公安局、商务局说下午开会", "下午开会", "公安 商务"),
        ("跟公安局说下周三检查", "下周三检查", "公安"),
        ("跟公安局  说下周三检查", "下周三检查", "公安"),
        ("跟公安局说下，明天开会", "明天开会", "公安"),
        ("告诉海关商务，下午的会不开了", "下午的会不开了", "海关 商务"),
        ("告诉海关8-4停了", "8-4停了", "海关"),
        ("跟海关说不用来了，公安局照常", "不用来了，公安局照常", "海关"),
        ("给公安局带个话 下周三检查", "下周三检查", "公安"),
        ("给公安局写个通知 明天下午三点开会 带上材料", "明天下午三点开会 带上材料", "公安"),
        ("拟个通知发给公安局：写个总结报来", "写个总结报来", "公安"),
        ("通知公安局写个总结报来", "写个总结报来", "公安"),
        ("通知公安 农业 商务三家，周五下午3点，2号楼会议室", "周五下午3点，2号楼会议室", "公安 农业 商务"),
        ("通知公安局、商务局两个单位明天把名单报给我", "明天把名单报给我", "公安 商务"),
        ("通知公安局、商务局三家企业售假，请核查", "三家企业售假，请核查", "公安 商务"),
        ("通知公安局和商务局两个区长周五来", "两个区长周五来", "公安 商务"),
        ("通知公安局，会议推迟了几个小时，改到下午4点", "会议推迟了几个小时，改到下午4点", "公安"),
        ("和公安局说一下，商务局也说一下，周五开会", "也说一下，周五开会", "公安 商务"),
        ("下周一上午9点半开会 通知公安局和农业局 带材料", "下周一上午9点半开会 带材料", "公安 农业"),
    ],
)
async def test_all_units_are_told_the_whole_sentence(
    town: Town, chen: Resident, said: str, told: str, units: str
) -> None:
    for number, name in enumerate(UNITS.values()):
        town.member(1050 + number, f"联络员{number}", name, Role.LIAISON)
    shown = await chen.says(said)
    assert f"通知\n{told}\n" in shown
    named = units.split()
    assert f"发给 {len(named)} 人（{len(named)} 个单位：" in shown
    assert all(UNITS[each] in shown for each in named)
    assert town.rows("SELECT * FROM broadcasts") == []


@pytest.mark.parametrize("said", ["请各区报一下联络员名单", "请农业局把联系人报一下"])
async def test_a_list_of_people_asked_of_units_is_told_to_them_as_a_whole(
    nong: Resident, chen: Resident, said: str
) -> None:
    assert (await chen.says(said)).startswith(f"还没发出。收到的人会看到：\n通知\n{said}\n")


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("周四下午3点在公安局5楼会议室开联络员会，各单位都来", 2),
        ("下周一在公安局开碰头会 农业局参加", 1),
        ("请各单位周四下午3点来公安局5楼会议室开会", 2),
        ("明天上午10点开会，农业局和公安局都来", 2),
    ],
)
async def test_who_comes_to_a_meeting_is_told_all_of_it_and_not_who_lends_the_room(
    lin: Resident, nong: Resident, chen: Resident, said: str, people: int
) -> None:
    shown = await chen.says(said)
    assert shown.startswith(f"还没发出。收到的人会看到：\n通知\n{said}\n\n发给 {people} 人") and "发出。\n" not in shown


@pytest.mark.parametrize("said", ["上次开会各单位都来了", "周五的会各单位都来吗"])
async def test_what_is_told_or_asked_of_a_meeting_is_no_notice(lin: Resident, chen: Resident, said: str) -> None:
    assert "还没发出" not in await chen.says(said)


@pytest.mark.parametrize("before", ["明天上午九点在三楼开调度会 让", "明天上午九点在三楼开调度会，请"])
async def test_who_is_asked_to_come_behind_the_news_is_asked_in_the_notice(
    lin: Resident, chen: Resident, before: str
) -> None:
    shown = await chen.says(f"{before}各单位联络员参加")
    assert f"通知\n{before[:-1]}请参加\n\n发给 1 人" in shown


@pytest.mark.parametrize("order", ["写个通知让他们", "拟个通知叫他们", "发个通知让他们"])
async def test_what_is_to_be_written_to_a_unit_is_no_nudge(lin: Resident, chen: Resident, order: str) -> None:
    assert "通知\n请写个总结\n\n发给 1 人（1 个单位：市公安局）" in await chen.says(f"给公安局{order}写个总结")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("让公安局周五前交总结", "请公安局周五前交总结"),
        ("叫各单位明天把名单报上来", "请各单位明天把名单报上来"),
        ("明天开会 让大家都来", "明天开会 请大家都来"),
        ("明天上午开会 通知各单位参加", "明天上午开会 请各单位参加"),
        ("给公安局起草一份通知 请他们周五前报总结", "请周五前报总结"),
    ],
)
async def test_what_is_wanted_of_units_is_asked_of_them_politely(
    lin: Resident, chen: Resident, said: str, text: str
) -> None:
    assert f"通知\n{text}\n\n发给 1 人" in await chen.says(said)


async def test_a_question_to_a_unit_is_a_notice_also_after_an_earlier_one(lin: Resident, chen: Resident) -> None:
    await chen.says("通知各单位：12月3日开会", "发")
    shown = await chen.says("通知公安局 周五下午培训，能不能参加，周三前回一下")
    assert "通知\n周五下午培训，能不能参加，周三前回一下\n" in shown and "回复按钮：能参加、不能参加" in shown
