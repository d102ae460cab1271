"""Weekly and monthly summaries sent to those whom the office has chosen."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def sets(chen: Resident, to: str, every: str, *, typed: bool = False) -> str:
    """Choose a recipient and how often, and confirm; return the answer."""
    await chen.says("/export")
    await chen.presses("定期发送", "新增")
    await (chen.says(to) if typed else chen.presses(to))
    return await chen.presses(every, "提交")


async def test_an_observer_gets_the_summary_of_each_week(town: Town, chen: Resident, gu: Resident) -> None:
    await chen.says("/export")
    assert "还没有设置" in await chen.presses("定期发送")
    assert "发给谁？" in await chen.presses("新增")
    assert "每周发，还是每月发？" in await chen.presses("顾调研员")
    assert "请核对：每周第一个工作日，发上一周的汇总，发给 顾调研员。" in await chen.presses("每周")
    assert "好的：每周第一个工作日" in await chen.presses("提交")
    await town.move_to("2019-11-26 10:00")
    assert not any("每周汇总" in text for text in gu.heard())
    await town.move_to("2019-12-02 08:00")
    assert not any("每周汇总" in text for text in gu.heard())
    await town.move_to("2019-12-02 09:00")
    [letter] = [text for text in gu.heard() if "每周汇总" in text]
    assert "截至 2019年12月1日" in letter and "230 项任务" in letter
    await town.move_to("2019-12-02 11:00", "2019-12-03 10:00")
    assert sum("每周汇总" in text for text in gu.heard()) == 1
    assert "导出 · 全部单位 · 上周" in await gu.presses("导出图、表格、文档")
    await town.move_to("2019-12-09 09:00")
    assert sum("每周汇总" in text for text in gu.heard()) == 2


async def test_a_liaison_gets_the_own_units_summary_of_each_month(town: Town, chen: Resident, lin: Resident) -> None:
    assert "发给 林警官" in await sets(chen, "林警官", "每月", typed=True)
    await town.move_to("2019-12-02 09:00")
    [letter] = [text for text in lin.heard() if "每月汇总" in text]
    assert "市公安局" in letter and "8 项任务" in letter and "截至 2019年11月30日" in letter


async def test_a_bound_group_gets_its_scope_without_buttons(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    await chen.says("/bind 市公安局", chat=group)
    await sets(chen, "联络员群", "每周")
    await town.move_to("2019-12-02 09:00")
    [letter] = [each for each in chen.messages(group) if "每周汇总" in each.text]
    assert "市公安局" in letter.text and "8 项任务" in letter.text and letter.buttons == ()


async def test_it_can_be_stopped_and_ends_with_the_role_and_the_binding(
    town: Town, chen: Resident, gu: Resident, lin: Resident
) -> None:
    group = await town.bind_group(chen, lin)
    await sets(chen, "顾调研员", "每周")
    await sets(chen, "林警官", "每周", typed=True)
    await sets(chen, "联络员群", "每周")
    await sets(chen, "顾调研员", "每周")
    await chen.says("/export")
    listed = await chen.presses("定期发送")
    assert listed.splitlines()[-3:] == ["1. 每周 → 顾调研员", "2. 每周 → 林警官", "3. 每周 → 联络员群"]
    assert "顾调研员" not in await chen.presses("停发 1")
    await chen.says("/unbind", chat=group)
    await lin.says("/forget")
    await lin.presses("删除")
    await town.move_to("2019-12-02 09:00")
    for person, chat in ((gu, None), (lin, None), (chen, group)):
        assert not any("每周汇总" in text for text in person.heard(chat))


async def test_it_can_be_said_in_a_sentence(chen: Resident, gu: Resident) -> None:
    assert "请核对：每周第一个工作日，发上一周的汇总，发给 顾调研员。" in await chen.says("每周一把汇总发给顾调研员")
    assert "请核对：每月第一个工作日" in await chen.says("每月")
    assert "好的" in await chen.presses("提交")
    assert "发给谁？" in await chen.says("每月自动发一次汇总")
    assert "请核对：每月第一个工作日，发上个月的汇总，发给 陈主任。" in await chen.says("陈主任")


@pytest.mark.parametrize(("said", "answer"), [("火星人", "没有找到“火星人”"), ("", "没有找到")])
async def test_a_name_that_nobody_has_is_asked_again(chen: Resident, said: str, answer: str) -> None:
    await chen.says("/export")
    await chen.presses("定期发送", "新增")
    assert answer in await chen.says(said or "天外来客")


async def test_only_the_office_sets_it(gu: Resident, lin: Resident) -> None:
    for person in (gu, lin):
        await person.says("/export")
        assert "定期发送" not in person.buttons()
        assert "由办公室使用" in await person.forges("regular:new")


async def test_a_day_that_cannot_be_set_is_named(chen: Resident, gu: Resident) -> None:
    shown = await chen.says("每月1号自动把汇总发给顾调研员")
    assert shown.startswith("定期发送只能在每周、每月的第一个工作日，不能指定“每月1号”。")
    assert "请核对：每月第一个工作日" in shown


async def test_whoever_speaks_may_be_meant_and_a_day_that_cannot_be_is_named(chen: Resident) -> None:
    shown = await chen.says("每月最后一天把表发我一份")
    assert shown.startswith("定期发送只能在每周、每月的第一个工作日") and "发给 陈主任" in shown
    assert (await chen.says("取消", "是", "定期发送")).startswith("定期发送汇总")


@pytest.mark.parametrize("before", [[], ["发通知：周五开会"], ["公安局：周五开会"]])
async def test_what_is_to_be_sent_to_oneself_every_week_is_no_notice(chen: Resident, before: list[str]) -> None:
    shown = await chen.says(*before, "周报每周五下午4点发给我")
    assert "不能指定“每周五”。\n\n请核对：每周第一个工作日，发上一周的汇总，发给 陈主任。" in shown


async def test_a_regular_report_to_somebody_named_is_the_summary_and_is_ended_by_name(
    town: Town, chen: Resident, gu: Resident
) -> None:
    assert f"发上一周的汇总，发给 {gu.name}。" in await chen.says(f"每周五下午把周报发给{gu.name}")
    await chen.presses("提交")
    await town.move_to("2019-12-02 09:00")
    assert "停发 1" in (await chen.says(f"不用再发给{gu.name}了"), *chen.buttons())


@pytest.mark.parametrize(
    "said", ["把上周简报发给孙副主任", "给孙副主任发一份11月汇总", "把台账发给孙副主任", "11月汇总抄送孙副主任"]
)
async def test_what_is_to_go_to_somebody_once_is_to_be_forwarded(town: Town, chen: Resident, said: str) -> None:
    sun = town.member(1020, "孙副主任", None, Role.OBSERVER)
    before = len(chen.messages())
    await chen.says(said)
    note, *shown = chen.messages()[before:]
    assert note.text.startswith("机器人不替您转给孙副主任，下面的请您转发。") and shown
    assert sun.messages() == []


async def test_others_hear_that_the_office_sets_what_is_sent_regularly(town: Town, lin: Resident) -> None:
    sun = town.member(1020, "孙副主任", None, Role.OBSERVER)
    for who, said in ((sun, "每周一把汇总发我"), (lin, "每月把我们局的汇总发给我")):
        await who.says(said)
        note, menu = who.heard()[-2:]
        assert note.startswith("定期发送由办公室设置") and menu.startswith("导出 · ")


async def test_another_file_wanted_is_not_who_gets_the_summary(chen: Resident) -> None:
    await chen.says("每月自动发一次汇总")
    assert "发给谁？" in await chen.says("佐证材料打包发我")
    assert "发给 陈主任" in await chen.says("发我一份就行")


@pytest.mark.parametrize("said", ["周报每周自动发给我和丁主任", "周报每周自动发给丁主任和我"])
async def test_somebody_and_the_speaker_both_get_it(town: Town, chen: Resident, said: str) -> None:
    town.member(1078, "丁主任", None, Role.COORDINATOR)
    assert "发给 丁主任、陈主任。" in await chen.says(said)
    await chen.presses("提交")
    assert [row["person_id"] is not None for row in town.rows("SELECT person_id FROM regular_summaries")] == [
        True,
        True,
    ]
    assert "丁主任" in await chen.says("定期发送") and "陈主任" in chen.sees()


async def test_another_kind_of_file_cannot_be_sent_regularly_which_is_told(chen: Resident) -> None:
    told = await chen.says("每周把简报自动发给我")
    assert told.startswith("定期发送的只能是汇总的文字") and "发给 陈主任" in told
    await chen.presses("取消", "不要了")
    assert "只能是汇总" not in await chen.says("每周把周报自动发给我")


@pytest.mark.parametrize("said", ["每周五下午给我导出台账", "每周五给我导出一份台账", "以后每周五把台账导出来给我"])
async def test_a_file_every_week_is_said_to_be_had_for_the_asking_only(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("定期发送只能在每周、每月的第一个工作日，不能指定“每周五”。\n定期发送的只能是汇总的文字；")
    assert "台账、图这些文件，要的时候说一声就出。" in shown


@pytest.mark.parametrize("said", ["导出每周的台账", "给我导出台账", "把每月到期的任务导出来"])
async def test_other_exports_are_made_at_once(chen: Resident, said: str) -> None:
    assert "定期发送" not in await chen.says(said)
