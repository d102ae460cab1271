"""Changing tasks other than their deadlines, from the card and in words; the units are told, and it can be undone."""

import pytest

from data.people.people import Role
from tests.journeys.plan.changed_tasks import due, units
from tests.journeys.town import Resident, Town

REASONED = "按上级统一安排"


@pytest.fixture
def shang(town: Town) -> Resident:
    """The liaison of the commerce bureau."""
    return town.member(1031, "尚科长", "市商务局", Role.LIAISON)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-9的期限写错了，应该是2020年6月", "改期限：1-9 网络市场监管专项 → 2020年6月30日"),
        ("1-9 不是2019年底，应该是2020年6月", "改期限：1-9 网络市场监管专项 → 2020年6月30日"),
        ("1-9截止日期搞错了，是2020年6月30日", "改期限：1-9 网络市场监管专项 → 2020年6月30日"),
        ("1-9的责任单位写错了，应该是商务局", "换单位：1-9 网络市场监管专项 → 市商务局"),
        ("1-9的牵头单位错了，应该是商务局", "改牵头：1-9 网络市场监管专项 → 市商务局"),
        ("1-9的期限是不是2019年底", "1-9 网络市场监管专项\n任务名称"),
    ],
)
async def test_what_is_said_to_be_wrong_in_the_plan_is_changed(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_from_the_card_by_buttons_with_a_reason_at_hand(chen: Resident) -> None:
    await chen.says("43-5")
    assert "现在的完成时间：2019年11月（2019年11月30日）" in await chen.presses("改任务", "改期限")
    assert "没看懂是哪一天" in await chen.says("看情况再说吧行不行")
    assert "为什么改" in await chen.says("每季度末")
    assert "2019年11月（2019年11月30日） → 每季度末（每季度一次，最近 2019年12月31日）" in await chen.presses(REASONED)
    await chen.presses("提交")
    assert "完成时间：每季度末" in await chen.says("43-5")


async def test_what_is_so_already_is_not_changed(town: Town, chen: Resident) -> None:
    await chen.submits("把43-5的期限改到12月10日，因为等文件")
    assert "43-5 现在就是这样，不用改。" in await chen.says("把43-5的期限改到12月10日")
    assert len(town.rows("SELECT * FROM plan_changes")) == 1


async def test_a_joint_unit_is_added_and_both_units_hear_of_it(
    town: Town, lin: Resident, chen: Resident, shang: Resident
) -> None:
    await chen.says("给1-2加上市商务局配合")
    assert "负责单位：市公安局 → 市公安局（牵头）、市商务局（配合）" in await chen.presses("分工调整")
    await chen.presses("提交")
    assert units(town, "1-2") == [("市公安局", "lead"), ("市商务局", "joint")]
    await town.move_to("2019-11-25 08:32")
    for person in (lin, shang):
        assert "市商务局（配合）" in person.sees() and person.buttons() == ["1-2"]
    assert "1-2" in await shang.says("我的任务")


@pytest.mark.parametrize(
    "said", ["给1-2加上市商务局、武汉海关、市法院配合", "1-2增加市商务局、武汉海关、市法院为配合单位"]
)
async def test_all_units_of_a_list_join(chen: Resident, said: str) -> None:
    assert "→ 市商务局、武汉海关、市法院" in await chen.says(said)


async def test_a_task_is_moved_to_another_unit_and_leaves_the_one_before(
    town: Town, lin: Resident, chen: Resident, shang: Resident
) -> None:
    await chen.says("1-2移交给商务局")
    await chen.presses("分工调整", "提交")
    assert units(town, "1-2") == [("市商务局", None)]
    assert "1-2" not in await lin.says("我的任务")
    await town.move_to("2019-11-25 08:32")
    assert "负责单位：市公安局 → 市商务局" in lin.sees()


async def test_a_request_for_more_time_that_ends_with_a_move_is_told_of(
    town: Town, lin: Resident, chen: Resident, shang: Resident
) -> None:
    await lin.says("1-2想延到2020年6月1日，因为人手不够")
    await lin.presses("提交")
    await town.move_to("2019-11-25 08:31")
    lapses = "市公安局申请过延期，还没答复，随之作废。"
    assert lapses in await chen.says("1-2移交给商务局，因为搞错了")
    await chen.presses("提交")
    await town.move_to("2019-11-25 08:32")
    assert lapses in lin.sees()
    [asked] = [each for each in chen.messages() if "申请延到" in each.text]
    assert "已不归申请延期的单位" in await chen.presses("同意", on=asked)


@pytest.mark.parametrize("said", ["1-7换到市场局", "1-7从海关转到市场局", "把1-7调给市场局"])
async def test_a_task_goes_to_the_unit_that_is_named(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("换单位：1-7 ")


async def test_a_task_does_not_go_from_a_unit_that_has_nothing_to_do_with_it(town: Town, chen: Resident) -> None:
    before = units(town, "1-7")
    assert (await chen.says("把1-7从公安局转给市场局")).startswith("市公安局现在不负责这项任务，没有改。")
    assert "武汉海关 → 市市场监管局" in await chen.says("把1-7从海关转给市场局，按上级统一安排")
    assert units(town, "1-7") == before


async def test_of_several_units_it_is_asked_which_one_goes(town: Town, chen: Resident) -> None:
    await chen.submits("给1-2加上市商务局，因为分工调整")
    await chen.says("1-2移交给市市场监管局")
    assert chen.buttons() == ["市公安局", "市商务局", "取消"]
    await chen.presses("市商务局")
    await chen.submits("分工有变化")
    assert units(town, "1-2") == [("市公安局", "lead"), ("市市场监管局", "joint")]
    await chen.says("1-2")
    assert "哪个单位不再负责？" in await chen.presses("改任务", "去掉单位")
    assert "市农业农村局现在不负责这项任务" in await chen.says("农业局")
    assert "去掉单位：1-2 昆仑行动打食药环犯罪 → 市市场监管局" in await chen.says("市监局")
    await chen.says("取消", "不要了")
    assert "去掉单位：1-2 昆仑行动打食药环犯罪 → 市市场监管局" in await chen.says("1-2市场监管局不参加了")
    await chen.submits("不涉及")
    assert units(town, "1-2") == [("市公安局", None)]


async def test_a_unit_that_nobody_knows_is_asked_after_with_those_like_it(town: Town, chen: Resident) -> None:
    await chen.says("1-2")
    await chen.presses("改任务", "加单位")
    assert "没有“市商务所”这个单位，是不是：市商务局？" in await chen.says("市商务所")
    assert "市商务局" in chen.buttons()
    await chen.presses("市商务局", "分工调整", "提交")
    assert units(town, "1-2") == [("市公安局", "lead"), ("市商务局", "joint")]


async def test_a_task_is_closed_by_the_office_and_nothing_is_to_be_reported(lin: Resident, chen: Resident) -> None:
    assert "由办公室办结，不用再报" in await chen.says("办结1-2", "省里已统一验收")
    await chen.presses("提交")
    assert "已办结" in await lin.says("1-2") and "报进展" not in lin.buttons()
    assert "1-2 现在就是这样，不用改。" in await chen.says("办结1-2")


async def test_a_task_is_withdrawn_with_its_reason_and_comes_back_undone(lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "进行中", "30")
    await chen.submits("删除1-2，因为并到1-1")
    assert "没有找到" in await lin.says("1-2")
    assert "1-2" in await chen.says("撤销")
    await chen.presses("撤销")
    assert "进行中 30%" in await lin.says("1-2")


async def test_words_of_a_task_are_edited_in_full(chen: Resident) -> None:
    await chen.says("1-2")
    assert "现在是：" in await chen.presses("改任务", "改内容", "成果")
    await chen.says("侦破案件通报")
    assert "→ 侦破案件通报" in await chen.presses("更正文字错误")
    await chen.presses("提交")
    assert "成果：侦破案件通报" in await chen.says("1-2")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-8分给商务局配合", "加单位：1-8 铁拳方案严查商标专利 → 市商务局"),
        ("1-8交给商务局协助", "加单位：1-8 铁拳方案严查商标专利 → 市商务局"),
        ("1-8交给商务局", "换单位：1-8 铁拳方案严查商标专利 → 市商务局"),
        ("1-8改由商务局牵头，市监局配合", "改牵头：1-8 铁拳方案严查商标专利 → 市商务局、市市场监管局"),
        ("27-4不用做了 删掉吧", "移出任务表：27-4 电商品牌品质消费"),
        ("27-4不用做了，从任务表里拿掉", "移出任务表：27-4 电商品牌品质消费"),
    ],
)
async def test_a_unit_that_only_takes_part_replaces_none_and_a_needless_task_goes(
    chen: Resident, said: str, shown: str
) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_a_part_that_is_taken_away_takes_no_task_away(chen: Resident) -> None:
    assert "移出任务表" not in await chen.says("1-9的牵头单位取消", "取消1-9的延期")


@pytest.mark.parametrize("said", ["1-2的会取消了", "取消1-2那个会", "1-2的通知取消", "1-2的例会先取消吧"])
async def test_what_is_held_or_sent_for_a_task_is_called_off_without_it(chen: Resident, said: str) -> None:
    assert "移出任务表：" not in await chen.says(said)


@pytest.mark.parametrize("said", ["1-9删掉，明天开会说", "drop 1-9 as agreed in the meeting"])
async def test_a_meeting_told_of_beside_it_keeps_no_task_in_the_plan(chen: Resident, said: str) -> None:
    assert "移出任务表：1-9" in await chen.says(said)


async def test_a_question_whether_changes_nothing(town: Town, chen: Resident) -> None:
    assert (await chen.says("43-5办结了吗")).startswith("43-5 ")
    assert town.rows("SELECT * FROM dialogs") == []


async def test_only_the_office_changes_tasks(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("1-2")
    assert "改任务" not in lin.buttons()
    for data in ("task:menu:2", "task:close:2", "task:add:2", "change:undo:1"):
        assert "办公室" in await lin.forges(data)
    await lin.says("把1-2的期限改到12月10日，因为来不及")
    assert town.rows("SELECT * FROM plan_changes") == []
    assert "没有任务 99-9" in await chen.says("删除99-9")


async def test_a_change_waits_while_something_else_is_done_and_outlives_a_restart(town: Town, chen: Resident) -> None:
    await chen.says("把43-5的期限改到12月10日")
    await town.restart()
    assert "为什么改" in await chen.says("临期")
    await chen.submits("等省里文件")
    await town.restart_undone()
    assert due(town, "43-5") == "2019-12-10" and len(town.rows("SELECT * FROM plan_changes")) == 1


async def test_another_change_in_the_middle_of_one_is_no_reason_for_it(town: Town, chen: Resident) -> None:
    await chen.says("把1-2的牵头单位换成市商务局")
    assert "完成时间：2019年底（2019年12月31日） → 2020年1月31日" in await chen.says(
        "1-9的完成时间推迟一个月，因为等省里文件"
    )
    await chen.presses("提交")
    assert due(town, "1-9") == "2020-01-31" and units(town, "1-2") == [("市公安局", None)]
    assert "换单位：1-2" in await chen.says("继续填报")


async def test_another_unit_instead_is_a_change_of_unit(town: Town, chen: Resident) -> None:
    assert (await chen.says("43-5不要市场局了，改商务局")).startswith("换单位：43-5")
    assert "市市场监管局 → 市商务局\n原因：分工调整" in await chen.says("分工调整")
    await chen.says("就这么办")
    assert [name for name, _ in units(town, "43-5")] == ["市商务局"]


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("4-2改成农业局和公安局一起负责，统一安排", "市农业农村局（牵头）、市公安局（配合）"),
        ("1-2改由海关和农业局共同负责，统一安排", "武汉海关（牵头）、市农业农村局（配合）"),
        ("1-2加商务局和海关，统一安排", "市公安局（牵头）、市商务局（配合）、武汉海关（配合）"),
        ("1-7移交给商务局和法院，统一安排", "市商务局（牵头）、市法院（配合）"),
    ],
)
async def test_several_units_come_to_a_task_at_once(town: Town, chen: Resident, said: str, units: str) -> None:
    assert f"→ {units}\n" in await chen.says(said)
    assert (await chen.presses("提交")).startswith("已改好")
    code = said[:3]
    names = town.rows(
        "SELECT units.name FROM assignments JOIN tasks ON tasks.id = assignments.task_id JOIN units ON"
        " units.id = unit_id WHERE code = ? AND assignments.gone_at IS NULL",
        code,
    )
    assert {each["name"] for each in names} == {each.partition("（")[0] for each in units.split("、")}


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ("把1-7的标题改成龙腾行动，更简短", "title", "龙腾行动"),
        ("1-7的成果改为：查办一批案件，形成总结", "deliverable", "查办一批案件，形成总结"),
        ("1-7的成果改成“查办一批案件，形成总结”，原表漏了", "deliverable", "查办一批案件，形成总结"),
        ("1-7的成果改为：查办一批案件 形成总结报告", "deliverable", "查办一批案件 形成总结报告"),
        ("1-7改名叫涉外打假行动", "title", "涉外打假行动"),
        ("1-7的备注写“等省厅通知”", "remark", "等省厅通知"),
    ],
)
async def test_a_sentence_words_a_task_anew(town: Town, chen: Resident, said: str, field: str, words: str) -> None:
    shown = await chen.says(said)
    if "为什么改？" in shown:
        shown = await chen.presses("更正文字错误")
    assert f"→ {words}" in shown
    assert (await chen.presses("提交")).startswith("已改好")
    [task] = town.rows("SELECT title, deliverable, remark FROM tasks WHERE code = '1-7'")
    assert task[field] == words


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("1-1 农业局牵头 市场局配合，会商定的", "— → 市农业农村局（牵头）、市市场监管局（配合）"),
        ("1-2还是公安局牵头 市场局配合，会商定的", "市公安局 → 市公安局（牵头）、市市场监管局（配合）"),
        (
            "1-3由农业局牵头，市场局、商务局配合，说是会商定的",
            "市农业农村局（牵头）、市市场监管局（配合）、市商务局（配合）",
        ),
        ("29-5商务局牵头改市场局，说是会商定的", "市商务局 → 市市场监管局（牵头）、市商务局（配合）"),
        ("36-2 商务局和贸促会 商务局牵头，因为会商定的", "市农业农村局 → 市商务局（牵头）、市农业农村局（配合）"),
        ("36-2 归商务局和贸促会两家 商务局牵头，因为会商定的", "市农业农村局 → 市商务局（牵头）、市贸促会（配合）"),
        ("36-2换成商务局和贸促会，贸促会牵头，因为会商定的", "市农业农村局 → 市贸促会（牵头）、市商务局（配合）"),
        ("1-2由公安局改为检察院牵头，海关配合，因为会商定的", "市检察院（牵头）、市公安局（配合）、武汉海关（配合）"),
    ],
)
async def test_who_leads_and_who_takes_part_stands_beside_the_unit(chen: Resident, said: str, after: str) -> None:
    shown = await chen.says(said)
    assert f"{after}\n原因：会商定的" in shown and "没有处理" not in shown


async def test_what_a_task_has_is_not_the_task(town: Town, chen: Resident) -> None:
    assert "移出任务表" not in await chen.says("29-4刚才的备注删了")
    assert town.rows("SELECT * FROM dialogs") == []


async def test_how_another_task_is_like_one_says_why(chen: Resident) -> None:
    shown = await chen.says("1-9删掉，和1-8重复")
    assert "移出任务表，不用再报\n原因：和1-8重复" in shown and "没有处理" not in shown
    assert "1-8 铁拳" not in shown


@pytest.mark.parametrize("said", ["1-8和1-9重复，删掉1-9", "1-8、1-9重复了，1-9删掉吧"])
async def test_what_is_said_before_of_both_tasks_says_why_one_of_them_goes(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert f"移出任务表，不用再报\n原因：{said.partition('，')[0]}" in shown and "1-8 铁拳" not in shown


async def test_two_equal_tasks_are_both_removed_where_both_are_to_go(chen: Resident) -> None:
    assert (await chen.says("1-8、1-9重复了，都删掉")).startswith("移出任务表：1-8、1-9")


@pytest.mark.parametrize("why", ["归口调整", "机构改革，市里统一安排"])
async def test_a_noun_for_a_change_says_why(chen: Resident, why: str) -> None:
    assert f"\n原因：{why}\n" in await chen.says(f"43-5移交给市公安局，{why}")
    assert "为什么改" in await chen.says("把27-4的期限改到1月31日，顺便调整")


async def test_a_task_that_goes_to_one_of_its_units_is_led_by_it(chen: Resident) -> None:
    await chen.says("4-2加上公安局配合，分工调整")
    await chen.presses("提交")
    shown = await chen.says("4-2牵头换成公安局，分工调整")
    assert "市农业农村局（牵头）、市公安局（配合） → 市公安局（牵头）、市农业农村局（配合）" in shown
    await chen.presses("提交")
    assert (await chen.says("4-2牵头换成公安局")).startswith("4-2 现在就是这样，不用改。")


async def test_a_task_that_was_taken_out_comes_back_by_its_code(chen: Resident) -> None:
    await chen.submits("1-4 删掉", "重复了")
    assert "移出任务表，不用再报" in await chen.says("恢复1-4")
    await chen.presses("撤销")
    assert "1-4 文化市场侵权整治" in await chen.says("1-4")
    assert (await chen.says("恢复9-99")).startswith("任务表里没有 9-99")


async def test_a_question_is_no_code_where_one_is_asked_for(chen: Resident) -> None:
    question = await chen.says("加个任务：公安局办经侦培训，2020年3月底前")
    await chen.says("条例啥时候出台的谁知道")
    *_, other, again = chen.heard()
    assert "任务表里没有任务" not in other and again == question


async def test_an_order_with_a_soft_word_behind_it_is_no_question(chen: Resident) -> None:
    await chen.says("1-15 删了吧")
    assert "移出任务表" in chen.sees() and "为什么改" in chen.sees()


async def test_what_was_changed_of_a_task_is_put_back_by_its_code(chen: Resident) -> None:
    await chen.says("1-16延到2月")
    assert "原因：天气原因\n" in await chen.says("原因写：天气原因")
    await chen.presses("提交")
    assert "2020年2月29日" in await chen.says("还原1-16") and "撤销" in chen.buttons()


async def test_whose_a_task_without_a_unit_is_may_be_stated(chen: Resident) -> None:
    assert "43-8 三品一械监管培训班 → 市市场监管局" in await chen.says("43-8的单位是市市场监管局")


@pytest.mark.parametrize("said", ["对 就这么改", "行 按这个改", "没问题 改吧"])
async def test_agreement_with_the_word_for_changing_changes_the_task(town: Town, chen: Resident, said: str) -> None:
    await chen.says("43-5往后推到1月15号，场地问题")
    assert (await chen.says(said)).startswith("已改好") and due(town, "43-5") == "2020-01-15"


async def test_a_report_that_waits_when_its_task_goes_is_reviewed_no_more(
    town: Town, zhu: Resident, chen: Resident
) -> None:
    await zhu.submits("43-5 已完成")
    lapses = "市市场监管局报的“已完成”还没审核，随之不再审核。"
    assert lapses in await chen.says("43-5移交给市公安局，因为归口调整")
    await chen.presses("提交")
    assert "现在没有要审核的填报" in await chen.says("/review")
    await chen.says("撤销")
    await chen.presses("撤销")
    assert "报 43-5" in await chen.says("/review")


async def test_a_question_of_its_own_is_not_taken_for_the_deliverable(chen: Resident) -> None:
    await chen.says("新增任务：开展冬季农资检查，农业农村局，2020年1月20日前")
    assert "成果形式是什么？" in await chen.says("1-9")
    await chen.says("昨天改了哪些")
    answered, asked_again = (message.text for message in chen.messages()[-2:])
    assert answered.startswith("操作记录 · 11月24日") and asked_again.startswith("成果形式是什么？")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2-9 没写时间的 定成明年6月底", "改期限：2-9 文化市场巡查双随机检查 → 2020年6月30日"),
        ("1-1定给宣传部", "加单位：1-1 剑网行动整治网络盗版 → 市委宣传部"),
        (
            "29-4备注一下：措施丢失",
            "没看懂“29-4备注一下：措施丢失”要改什么，什么也没有改。\n29-4 宣传普及·农业（措施待核实）：要改什么？",
        ),
        ("任务表改一下", "没看懂“任务表改一下”要改什么，什么也没有改。\n可以这样改任务表：把43-5的期限改到12月10日；"),
    ],
)
async def test_what_is_set_for_a_task_or_what_was_not_understood_is_told(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


@pytest.mark.parametrize("why", ["跟29-4重复", "和29-4重复了", "已并入29-4", "与29-4是同一件事"])
@pytest.mark.parametrize("sign", [" ", "，"])
async def test_a_task_it_is_compared_with_only_gives_the_reason(chen: Resident, sign: str, why: str) -> None:
    checked = await chen.says(f"29-6取消{sign}{why}")
    assert "29-6 " in checked and f"原因：{why}" in checked and "\n29-4 " not in checked


async def test_two_tasks_named_before_the_order_are_both_removed(chen: Resident) -> None:
    assert "移出任务表：29-6、29-4" in await chen.says("29-6和29-4取消")


@pytest.mark.parametrize("slip", ["；哦不是43-5是43-4", "，不是43-5，是43-4", "。不对，不是43-5，是43-4"])
async def test_a_task_denied_at_the_end_is_not_part_of_the_reason(chen: Resident, slip: str) -> None:
    checked = await chen.says(f"43-5改到12月10日，因为场地{slip}")
    assert "43-4 " in checked and "原因：场地\n" in checked and "43-5" not in checked


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ("1-9名称改一下 改成网络市场专项整治", "改任务简称：1-9 网络市场监管专项 → 网络市场专项整治"),
        ("1-9名字要改，改叫网络市场专项整治", "改任务简称：1-9 网络市场监管专项 → 网络市场专项整治"),
        ("1-9的成果不对，应该是办两期班", "改成果：1-9 网络市场监管专项 → 办两期班"),
        ("1-9 备注：省里另有要求，按季度报", "改备注：1-9 网络市场监管专项 → 省里另有要求，按季度报"),
    ],
)
async def test_new_words_of_a_task_follow_a_colon_or_that_they_are_to_change(
    chen: Resident, said: str, new: str
) -> None:
    assert (await chen.says(said)).startswith(new)


@pytest.mark.parametrize(
    "asked", ["43-5怎么又变了，为啥", "43-5为什么改期限", "43-5的期限怎么调到12月了", "why was 43-5 changed"]
)
async def test_why_a_task_was_changed_is_told_to_those_concerned(
    town: Town, chen: Resident, zhu: Resident, lin: Resident, asked: str
) -> None:
    assert "改过：" not in await zhu.says(asked)
    await chen.says("把43-5的期限改到12月10日，因为等省里文件")
    await chen.presses("提交")
    for concerned in (zhu, chen):
        told = await concerned.says(asked)
        assert "2019年11月25日改过：\n43-5" in told and "→ 2019年12月10日\n原因：等省里文件" in told
    assert "省里文件" not in await lin.says(asked)
    await chen.says("撤销", "确认撤销")
    assert "改过：" not in await zhu.says(asked)


@pytest.mark.parametrize("asked", ["43-5怎么改", "43-5怎么延期", "43-5为什么没变化", "43-5改成什么了"])
async def test_how_to_change_a_task_is_not_why_it_was(chen: Resident, zhu: Resident, asked: str) -> None:
    await chen.says("把43-5的期限改到12月10日，因为等省里文件")
    await chen.presses("提交")
    assert "改过：" not in await zhu.says(asked)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("43-5最晚什么时候", "43-5 12315平台培训班\n任务名称"),
        ("43-5还要不要搞了", "43-5 12315平台培训班\n任务名称"),
        ("取消", "现在没有正在填的内容"),
    ],
)
async def test_what_asks_or_names_no_task_changes_nothing(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("不能再拖了 43-5最晚12月5号", "不能再拖了"),
        ("市里开会定了，43-5改到12月5号", "市里开会定了"),
        ("经费没到位 43-5、1-9都延期到1月底", "经费没到位"),
        ("机构改革 27-4换成市监局", "机构改革"),
    ],
)
async def test_the_reason_may_stand_before_the_order(chen: Resident, said: str, reason: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("请核对，还没有改：") and f"\n原因：{reason}\n" in shown


@pytest.mark.parametrize("said", ["麻烦帮我弄一下 1-9改到12月20号", "刚才说的那个任务 1-9改到12月20号"])
async def test_what_only_leads_to_an_order_is_no_reason(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("改期限：1-9 网络市场监管专项 → 2019年12月20日\n")


@pytest.mark.parametrize("said", ["让农业局核实一下1-3的数", "问下农业局 1-3检查86家对不对", "取消1-3"])
async def test_another_order_on_the_task_is_not_taken_for_the_reason_unasked(
    town: Town, chen: Resident, said: str
) -> None:
    await chen.says("1-3期限改到12月20")
    assert (await chen.says(said)).startswith(f"“{said}”，您是想…？")
    assert due(town, "1-3") == "2019-12-31"
