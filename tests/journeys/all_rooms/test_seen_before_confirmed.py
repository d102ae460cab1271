"""Only what was seen is confirmed: if a colleague has changed it in the meantime, it is shown again."""

import pytest

from data import dialogs
from data.people.people import Role
from tests.journeys.information.articles import TITLE, sends_article
from tests.journeys.returning import CASES, asks_for_returns, counted, of
from tests.journeys.town import Resident, Town

CHANGED = "还没提交：您看过之后，这里有了变化。请再看一下："


async def files(lin: Resident, figures: str = "立案12 案值35.5 移送2", reason: str = "") -> None:
    for words in ("填报表", figures, *filter(None, [reason])):
        await lin.says(words)
    await lin.presses("提交")


async def test_two_of_the_office_do_not_decide_against_each_other_unseen(
    town: Town, lin: Resident, chen: Resident, ding: Resident
) -> None:
    await sends_article(lin)
    for person in (chen, ding):
        await person.says("/info")
        await person.presses("1 ")
    await chen.presses("不采用")
    await chen.says("太简单了")
    await ding.presses("采用", "本周")
    shown = await chen.presses("发给对方")
    assert shown.startswith(f"{CHANGED}\n\n这条现在是：已采用，编入") and "太简单了" in shown
    assert town.rows("SELECT verdict FROM information") == [{"verdict": "taken"}]
    await chen.presses("发给对方")
    assert town.rows("SELECT verdict FROM information") == [{"verdict": "declined"}]


async def _both_take(lin: Resident, chen: Resident, ding: Resident) -> None:
    """Two coordinators are about to choose a brief for the same piece, and the other one has chosen."""
    await sends_article(lin)
    for person in (chen, ding):
        await person.says("/info")
        await person.presses("1 ", "采用")
    await ding.presses("下周")


async def test_a_brief_is_chosen_knowing_what_was_decided(
    town: Town, lin: Resident, chen: Resident, ding: Resident
) -> None:
    await _both_take(lin, chen, ding)
    shown = await chen.presses("本周")
    assert CHANGED in shown and "这条现在是：已采用，编入 12月2日—12月8日 的简报。" in shown
    assert town.rows("SELECT brief FROM information") == [{"brief": "2019-12-02"}]
    assert TITLE in await chen.presses("本周")
    assert town.rows("SELECT brief FROM information") == [{"brief": "2019-11-25"}]


async def test_a_brief_named_by_a_day_says_that_it_changes_what_was_decided(
    town: Town, lin: Resident, chen: Resident, ding: Resident
) -> None:
    await _both_take(lin, chen, ding)
    assert "改编入 11月25日—12月1日 的简报，对吗？" in await chen.says("11月26日")
    assert town.rows("SELECT brief FROM information") == [{"brief": "2019-12-02"}]
    assert TITLE in await chen.says("对")
    assert town.rows("SELECT brief FROM information") == [{"brief": "2019-11-25"}]


async def test_figures_that_the_office_has_not_seen_are_not_given_back(
    town: Town, lin: Resident, chen: Resident
) -> None:
    asks_for_returns(town, chen)
    await files(lin)
    await chen.says("退回市公安局的月报，案值单位不对")
    await files(lin, "立案13 案值355 移送2")
    shown = await chen.presses("退回")
    assert shown.startswith(CHANGED) and "立案件数 13 件" in shown
    assert counted(town, "市公安局")[CASES] == 13
    await chen.presses("退回")
    assert of(town, "市公安局").counted is None


async def test_a_change_of_a_return_does_not_take_back_a_colleagues_unseen(
    town: Town, chen: Resident, ding: Resident
) -> None:
    asks_for_returns(town, chen)
    for person in (chen, ding):
        await person.says("/returns")
        await person.presses("报表设置", "改")
    await chen.says("第8个工作日截止")
    await ding.says("第9个工作日截止")
    await ding.presses("确认修改")
    shown = await chen.presses("确认修改")
    assert shown.startswith(CHANGED) and "原来：期满后第 9 个工作日" in shown
    assert town.rows("SELECT due_workdays FROM returns") == [{"due_workdays": 9}]


async def test_a_round_is_frozen_with_the_totals_that_were_seen(town: Town, lin: Resident, chen: Resident) -> None:
    asks_for_returns(town, chen)
    await chen.says("/returns")
    await chen.presses("固定")
    await files(lin)
    shown = await chen.presses("确认固定")
    assert shown.startswith(CHANGED) and "立案件数 12" in shown
    assert town.rows("SELECT frozen_at FROM return_rounds") == [{"frozen_at": None}]


async def test_a_press_that_led_to_another_look_does_not_confirm_after_a_kill(
    town: Town, lin: Resident, chen: Resident
) -> None:
    asks_for_returns(town, chen)
    await files(lin)
    await chen.says("退回市公安局的月报，案值单位不对")
    await files(lin, "立案13 案值355 移送2")
    await chen.presses("退回")
    await town.restart_undone()
    assert counted(town, "市公安局")[CASES] == 13
    assert chen.sees().startswith(CHANGED)


async def test_one_press_files_what_stood_in_the_form(town: Town, lin: Resident, chen: Resident) -> None:
    asks_for_returns(town, chen)
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await wang.submits("1-2 进行中 50% 立案12件 移送2件")
    town.replan("UPDATE reports SET reported_at = '2019-10-20T02:00:00+00:00'")
    await lin.says("填报表")
    await wang.submits("1-2 进行中 60% 立案3件")
    town.replan("UPDATE reports SET reported_at = '2019-10-20T02:00:00+00:00'")
    assert (await lin.presses("一致，提交")).startswith(CHANGED)
    assert counted(town, "市公安局") == {}


async def test_a_press_is_always_seen_to_do_something_also_where_the_disk_forgot_what_was_shown(
    town: Town, chen: Resident, ding: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks_for_returns(town, chen)
    for person in (chen, ding):
        await person.says("/returns")
        await person.presses("报表设置", "改")
    await chen.says("第8个工作日截止")
    await ding.says("第9个工作日截止")
    await ding.presses("确认修改")
    with monkeypatch.context() as failing:
        failing.setattr(dialogs, "remember_shown", lambda *_: None)
        assert (await chen.presses("确认修改")).startswith(CHANGED)
    before = len(town.world.chat(chen.id).sent)
    assert (await chen.presses("确认修改")).startswith(CHANGED)
    assert len(town.world.chat(chen.id).sent) == before + 1
    await chen.presses("确认修改")
    assert town.rows("SELECT due_workdays FROM returns") == [{"due_workdays": 8}]
