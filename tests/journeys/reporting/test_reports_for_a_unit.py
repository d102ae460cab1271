"""The office reports on behalf of a unit (代报), and on its own tasks if it is itself a unit."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
def fang(town: Town) -> Resident:
    """A coordinator whose office is a unit of the plan, without a liaison."""
    return town.member(1050, "方科长", "市打击侵权假冒工作领导小组办公室", Role.COORDINATOR)


async def test_a_report_is_made_for_a_unit_in_one_sentence_and_marked_so(
    town: Town, chen: Resident, lin: Resident
) -> None:
    preview = await chen.says("代市公安局报1-2 完成80%，立案3件")
    assert "（市公安局）" in preview and "80%" in preview and "立案件数 3" in preview
    assert "已提交" in await chen.presses("提交")
    assert "陈主任（代市公安局）：进行中 80%" in await lin.says("1-2")
    assert "陈主任（代市公安局）" in await lin.says("/history 1-2")
    [row] = town.rows("SELECT by_office, percent FROM reports")
    assert (row["by_office"], row["percent"]) == (1, 80)


async def test_it_is_made_by_the_button_on_the_card_for_one_of_several_units(chen: Resident) -> None:
    await chen.submits("给1-2加上市商务局，因为分工调整")
    await chen.says("1-2")
    assert [each for each in chen.buttons() if each.startswith("代报")] == ["代报（市公安局）", "代报（市商务局）"]
    assert "填报 1-2 昆仑行动打食药环犯罪（市商务局）" in await chen.presses("代报（市商务局）")
    await chen.presses("进行中")
    await chen.says("40")
    await chen.hands_in()
    assert "市商务局（配合）：进行中 40%" in await chen.says("1-2")


async def test_done_in_a_units_name_is_reviewed_as_any_other_and_can_be_taken_back(
    chen: Resident, lin: Resident
) -> None:
    await chen.submits("帮公安局报一下1-2，已完成")
    assert "请审核：市公安局 陈主任（代市公安局） 报 1-2" in await chen.says("/review")
    await chen.presses("撤回")
    assert any("已撤回" in each for each in chen.heard())
    assert "还没报过" in await lin.says("1-2")


async def test_which_unit_is_asked_and_a_wrong_one_is_said_so(town: Town, chen: Resident) -> None:
    await chen.submits("给1-2加上市商务局，因为分工调整")
    assert "1-2 由几个单位负责，替哪个单位报？" in await chen.says("代报1-2 80%")
    assert chen.buttons() == ["代报（市公安局）", "代报（市商务局）"]
    assert "进度：80%" in await chen.presses("代报（市商务局）")
    asked = await chen.says("取消", "不要了", "代市市场监管局报1-2 80%")
    assert asked.startswith("1-2 不由市市场监管局负责。") and "替哪个单位报？" in asked
    assert "没有任务 99-9" in await chen.says("代市公安局报99-9 80%")
    assert "代报请写单位、编号和进展" in await chen.says("代报")
    assert town.rows("SELECT * FROM reports") == []


async def test_a_task_of_many_units_is_asked_about_with_all_their_buttons_until_one_is_named(chen: Resident) -> None:
    assert "39-1 由几个单位负责" in await chen.says("代报 39-1 责任书都签了")
    assert "这一步请点下面的按钮回答" in await chen.says("青山区和洪山区")
    assert {"代报（青山区人民政府）", "代报（洪山区人民政府）"} <= {*chen.buttons()}
    assert "情况：责任书都签了" in await chen.says("青山区")


async def test_beside_an_open_report_the_unit_of_another_can_still_be_chosen(chen: Resident) -> None:
    await chen.says("代公安局报 1-2 80%", "代商务局报 43-5 70%")
    assert chen.buttons() == ["继续 1-2"]
    assert "填报 43-5" in await chen.presses("代报（市市场监管局）")


async def test_a_report_on_another_task_is_no_answer_to_which_unit(chen: Resident) -> None:
    await chen.says("代商务局报 1-2 80%")
    await chen.says("1-3完成80%，查了3家")
    assert chen.buttons() == ["代报（市农业农村局）"]


async def test_an_observer_or_another_unit_reports_for_nobody(town: Town, gu: Resident, zhou: Resident) -> None:
    [row] = town.rows(
        "SELECT assignments.id FROM assignments JOIN tasks ON tasks.id = task_id WHERE code = '1-2'",
    )
    for person in (gu, zhou):
        await person.says("代市公安局报1-2 80%")
        await person.forges(f"report:{row['id']}")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'report'") == []


async def test_the_office_that_is_a_unit_reports_its_own_tasks_and_sees_them_as_its_own(
    town: Town, fang: Resident
) -> None:
    own = await fang.says("我的任务")
    assert "29-1" in own and "29-4" not in own
    assert "29-4" in await fang.says("/tasks")
    await fang.submits("29-1 完成50%，已发通知")
    assert "方科长：进行中 50%" in await fang.says("29-1")
    assert town.rows("SELECT by_office FROM reports") == [{"by_office": 0}]


async def test_the_office_that_is_a_unit_is_no_unit_without_a_liaison(town: Town, fang: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    morning = "\n".join(fang.heard())
    assert "还没有联络员" in morning and "市打击侵权假冒工作领导小组办公室" not in morning


async def test_a_unit_and_a_code_behind_are_a_report_without_the_word(chen: Resident) -> None:
    said = await chen.says("代公安局 1-2 受阻，措施没印出来")
    assert "（市公安局）" in said and "状态：受阻" in said and "措施没印出来" in said


async def test_of_several_units_the_one_that_is_named_is_reported_for(town: Town, chen: Resident) -> None:
    said = await chen.says("老胡电话里说39-1江岸区报60%，开了两次会，帮他填上")
    assert "（江岸区人民政府）" in said and "进度：60%" in said
    assert "进度：50%" in await chen.says("填错了 是50")
    assert town.rows("SELECT * FROM reports") == []


async def test_a_report_of_the_office_itself_is_answered_with_how_it_is_made(chen: Resident) -> None:
    assert "要代单位报" in await chen.says("1-2 进行中50%，印发宣传册2000份")
    assert "填报 1-2" in await chen.presses("代报（市公安局）")


async def test_the_office_reports_on_its_own_tasks_and_is_not_asked_to_invite_itself(
    town: Town, chen: Resident
) -> None:
    assert "状态：进行中\n进度：60%" in await chen.says("29-1 进行中 60%，已印海报")
    assert "已提交 ✓" in await chen.presses("提交")
    await town.move_to("2019-11-29 09:05")
    [morning] = [each for each in chen.messages() if "办公室自己的任务" in each.text]
    words = [each.text for each in morning.buttons]
    assert "29-1" in words and "邀请 市打击侵权假冒工作领导小组办公室" not in words


async def test_what_is_said_of_another_task_does_not_enter_the_report_that_is_open(town: Town, chen: Resident) -> None:
    assert "情况：公众号发了12条" in await chen.says("代报 农业局29-4 公众号发了12条，完成")
    await chen.says("修改", "农业局来电话说4-2做了一半，办了1期培训")
    assert "代报（市农业农村局）" in [each for message in chen.messages() for each in [b.text for b in message.buttons]]
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 100, "note": "公众号发了12条，完成"}]


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("43-5 完成 签到册补齐了", "完成 签到册补齐了"),
        ("43-5已完成", "（无）"),
        ("43-5完成，签到册补齐了", "完成，签到册补齐了"),
    ],
)
async def test_what_the_office_says_of_a_task_is_filled_in_for_its_unit_once_that_is_pressed(
    town: Town, chen: Resident, said: str, note: str
) -> None:
    assert (await chen.says(said)).startswith("还没有报：进展由各单位填报。")
    assert chen.buttons()[0] == "代报（市市场监管局）"
    shown = await chen.presses("代报（市市场监管局）")
    assert shown.startswith("填报 43-5 ") and f"状态：已完成\n情况：{note}" in shown
    assert town.rows("SELECT * FROM reports") == []


async def test_the_unit_for_which_the_office_reports_may_be_agreed_to_in_words(chen: Resident) -> None:
    await chen.says("43-5 完成 签到册补齐了")
    assert "情况：完成 签到册补齐了" in await chen.says("好的")


@pytest.mark.parametrize("said", ["43-5 完成了吗", "43-5 完成情况"])
async def test_what_the_office_asks_about_a_task_is_no_report(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("43-5 12315平台培训班\n")


async def test_of_several_tasks_reported_for_a_unit_the_others_are_named(chen: Resident) -> None:
    await chen.says("代农业局报1-3、3-5都办完了")
    others, shown = chen.heard()[-2:]
    assert "还没有报：3-5，请另发一句，如“代市农业农村局报3-5" in others and shown.startswith("填报 1-3 ")


@pytest.mark.parametrize("words", ["撤回刚才那份", "刚才代报的撤回", "撤回刚报的那份"])
async def test_a_report_named_as_one_is_taken_back_whatever_was_done_since(chen: Resident, words: str) -> None:
    await chen.submits("代武昌区报39-1，已印发方案")
    await chen.submits("43-5的期限改到12月20日，因为讲师原因")
    assert (await chen.says("撤销")).startswith("最近一次操作") and "43-5" in chen.sees()
    assert (await chen.says("算了", words)).startswith("您最近的一份填报：39-1 各区责任措施制定（武昌区人民政府）")


@pytest.mark.parametrize("said", ["39-1武昌70%，江岸50%", "39-1 青山60%、武昌70%、江岸50%"])
async def test_percentages_of_several_units_are_reported_one_by_one(town: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("还没有报。一次代报一个单位，请分开发，例如：代江岸区人民政府报 39-1")
    assert not town.rows("SELECT * FROM dialogs")
    assert "填报 39-1 各区责任措施制定（武昌区人民政府）" in await chen.says("代武昌区人民政府报 39-1 70%")


async def test_a_number_put_right_before_it_is_reported_is_the_right_one(chen: Resident) -> None:
    await chen.says("商务局来电，27-4做了一半，检查企业30家，帮他们登一下")
    assert (await chen.says("不对，是40家")).startswith("一并记下了：“商务局来电，27-4做了一半，检查企业40家")
    assert chen.buttons() == ["代报（市商务局）"]
    await chen.says("公安局逾期几项")
    await chen.says("商务局来电，27-4做了一半，检查企业30家，帮他们登一下", "不对，是40家")
    assert "统计数据：检查户次 40\n" in await chen.presses("代报（市商务局）") + "\n"


@pytest.mark.parametrize("said", ["刚才公安局打电话说1-2抓了主犯了 进度80", "公安局说1-2抓了主犯 到80%了"])
async def test_what_a_unit_has_told_is_reported_for_it(chen: Resident, lin: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("还没有报：") and chen.buttons() == ["代报（市公安局）"]
    assert "进度：80%" in await chen.presses("代报（市公安局）")


async def test_what_was_reported_for_a_unit_is_put_right_in_words(town: Town, chen: Resident) -> None:
    await chen.submits("代海关报7-3 50% 正在建模型")
    assert "进度：30%" in await chen.says("刚才海关那个报错了 是30%")
    await chen.presses("提交")
    assert town.rows("SELECT percent FROM reports ORDER BY id") == [{"percent": 50}, {"percent": 30}]
    assert "进度" not in await chen.says("刚才公安局那个报错了 是40%")


@pytest.mark.parametrize("said", ["代报的错了", "刚才代报的那个报错了", "报错了"])
async def test_who_does_not_say_what_is_wrong_of_it_is_offered_to_correct_it(chen: Resident, said: str) -> None:
    await chen.submits("代海关报7-3 50% 正在建模型")
    assert "7-3 的哪里改成什么" in await chen.says(said) and chen.buttons() == ["撤回", "更正"]
    assert "正在建模型" in await chen.presses("更正")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("43-4别催了 他们刚打电话说报了 代他们报 办了1期 60人 完成", "43-4别催了 他们刚打电话说报了"),
        ("43-4不用催了，替他们报一下 办了1期 60人 完成", "43-4不用催了"),
    ],
)
async def test_who_is_not_to_be_nudged_as_the_office_reports_for_it(chen: Resident, said: str, left: str) -> None:
    shown = await chen.says(said)
    assert f"“{left}”：没有动。" in chen.heard()
    assert "食品农产品销售监管班（市市场监管局）" in shown and "状态：已完成\n情况：办了1期 60人 完成" in shown


async def test_not_to_nudge_asks_for_no_list_of_nudges(chen: Resident) -> None:
    assert (await chen.says("43-4别催了 他们刚打电话说报了")).startswith("好的，什么也没有改，也没有发。")
    await chen.says("43-4别催了 他们打电话来 办了1期 60人 完成了")
    assert chen.buttons() == ["代报（市市场监管局）"]


async def test_what_the_office_reports_for_a_unit_is_told_to_its_people_who_may_put_it_right(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.submits("代市公安局报1-2 完成80%，立案3件")
    await town.move_to("2019-11-25 08:40")
    told = "陈主任 替您单位报了 1-2 昆仑行动打食药环犯罪：进行中 80%。不对就直接说，例如：1-2 应该是60%。"
    assert lin.heard().count(told) == 1 and told not in zhou.heard() + chen.heard()
    assert "上次填报：2019年11月25日 陈主任（代市公安局）：进行中 80%" in await lin.says("1-2 应该是60%")
    assert "进度：60%" in lin.sees() and "立案件数 3 件" in lin.sees()


async def test_what_the_office_takes_back_at_once_is_not_told(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.submits("代市公安局报1-2 完成80%")
    await chen.presses("撤回")
    await town.move_to("2019-11-25 08:40")
    assert not any("替您单位报了" in each for each in lin.heard())
