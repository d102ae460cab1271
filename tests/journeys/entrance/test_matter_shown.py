"""What the office says of a unit without naming it is about the unit shown last."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
async def shown(town: Town, chen: Resident, lin: Resident) -> Resident:
    """The office, which has just asked how a district stands."""
    town.member(1041, "江科长", "江岸区人民政府", Role.LIAISON)
    assert "江岸区" in await chen.says("江岸怎么样")
    return chen


@pytest.mark.parametrize("said", ["他们的联络员是谁", "联络员是谁", "电话多少", "who is their liaison"])
async def test_the_people_of_the_unit(shown: Resident, said: str) -> None:
    answer = await shown.says(said)
    assert answer.startswith("江岸区人民政府\n· 江科长") and "林警官" not in answer
    assert (await shown.says("电话多少")).startswith("江岸区人民政府\n· 江科长")


async def test_its_reports_and_a_notice_to_it(shown: Resident) -> None:
    preview = await shown.says("给他们发个通知，周五前报")
    assert "周五前报" in preview and "发给 1 人（1 个单位：江岸区人民政府）" in preview
    await shown.says("取消", "不要了")
    assert (await shown.says("他们报了没")).startswith("共 2 项 · 江岸区人民政府")


@pytest.mark.parametrize(
    "said", ["催一下", "也催一下", "催他们", "没动静就打个招呼", "没报就催一下", "要是还没动静就催催"]
)
async def test_a_nudge(town: Town, shown: Resident, nong: Resident, said: str) -> None:
    await town.move_to("2019-12-02 09:05")
    await shown.says("农业局怎么样")
    assert "办公室请市农业农村局尽快填报" in await shown.says(said)


async def test_those_who_have_not_reported_are_not_only_the_unit_shown(shown: Resident) -> None:
    assert (await shown.says("没报的催一下")).startswith("催办哪些？")


async def test_below_a_card_a_nudge_if_nothing_comes_has_no_words_of_the_order(
    town: Town, chen: Resident, nong: Resident
) -> None:
    await chen.says("29-4")
    preview = await chen.says("没报就催一下")
    assert "29-4" in preview and "没报" not in preview


@pytest.mark.parametrize(
    ("said", "answer"),
    [("联络员名单", "共 3 人"), ("武昌的联络员是谁", "武昌区人民政府"), ("谁没有登记", "共 35 个单位没有联络员")],
)
async def test_others_are_asked_about_by_their_names(shown: Resident, said: str, answer: str) -> None:
    assert (await shown.says(said)).startswith(answer)


async def test_a_unit_shown_before_something_else_is_no_longer_meant(shown: Resident) -> None:
    await shown.says("汇总")
    assert "林警官" in await shown.says("联络员是谁")


@pytest.mark.parametrize("said", ["改到4月底", "延到4月底吧", "期限改到4月底"])
async def test_below_a_card_a_new_day_is_that_of_its_task(chen: Resident, said: str) -> None:
    await chen.says("1-3")
    assert (await chen.says(said)).startswith("改期限：1-3 农资打假专项行动 → 2020年4月30日")


async def test_below_a_card_those_told_are_its_unit(chen: Resident, qian: Resident) -> None:
    await chen.says("29-5")
    preview = await chen.says("回复他们：先不用报，等办公室通知")
    assert "通知\n先不用报，等办公室通知\n\n发给 1 人（1 个单位：市商务局）" in preview


async def test_the_answer_to_a_note_has_no_words_of_the_order(chen: Resident, qian: Resident) -> None:
    await qian.says("告诉办公室29-5措施都是空的，不知道报什么", "发")
    preview = await chen.says("29-5回复他们：先不用报，等办公室通知")
    assert "“先不用报，等办公室通知”" in preview and "他们" not in preview


async def test_a_nudge_below_a_list_is_of_what_is_on_it(shown: Resident) -> None:
    await shown.says("他们报了没")
    assert "办公室请江岸区人民政府尽快填报：\n⚪ 39-1" in await shown.says("催一下")


async def test_those_whose_work_is_blocked_are_answered(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("1-2 受阻，检测经费没落实", "提交")
    preview = await chen.says("回他们：已联系财政局，下周排上")
    assert preview.startswith("市公安局会收到：") and "“已联系财政局，下周排上”" in preview


@pytest.mark.parametrize(
    ("said", "shows"),
    [
        ("给他单独发一条：请尽快报", "发给林警官（市公安局）。"),
        ("他调走了", "要移除林警官吗？"),
        ("移除他", "要移除林警官吗？"),
        ("他的电话多少", "林警官\n市公安局 联络员"),
        ("他负责哪些任务", "共 8 项 · 市公安局 · "),
        ("他名下逾期的", "共 0 项 · 市公安局 · 已逾期"),
        ("他这个月报了什么", "共 0 条 · 填报记录 · 市公安局"),
        ("他们的任务", "共 8 项 · 市公安局 · "),
    ],
)
async def test_below_a_persons_page_he_is_that_person_and_his_work_that_of_his_unit(
    chen: Resident, lin: Resident, said: str, shows: str
) -> None:
    assert (await chen.says("林警官")).startswith("林警官\n")
    assert shows in await chen.says(said)


async def test_whether_a_unit_has_reported_at_all_is_asked_of_the_unit_shown(chen: Resident, lin: Resident) -> None:
    await chen.says("公安呢")
    assert "市公安局 · 还没报过进展" in await chen.says("一条都没报？")


async def test_whom_to_speak_to_about_a_task(chen: Resident, nong: Resident) -> None:
    assert (await chen.says("1-3 谁负责 电话多少")).startswith("市农业农村局\n· 农科长 联络员")
    assert (await chen.says("1-3谁负责")).startswith("1-3 农资打假专项行动")
    assert (await chen.says("这项谁在跟")).startswith("市农业农村局\n· 农科长 联络员")


async def test_a_nudge_of_him_below_a_card_is_for_its_task(chen: Resident, nong: Resident) -> None:
    await chen.says("29-4")
    assert "29-4 " in (shown := await chen.says("催他一下")) and "人（市农业农村局）会收到" in shown
