"""Whom a nudge goes to and what it asks for: said in words, narrowed at its preview, and who is left out."""

import pytest

from data.people.people import Role
from tests.journeys.announcing.announced import LATE, nudges, sends
from tests.journeys.town import Resident, Town

NUDGED = """SELECT code FROM nudged JOIN assignments ON assignments.id = assignment_id
JOIN tasks ON tasks.id = task_id"""


@pytest.mark.parametrize("said", ["催没报的区", "催青山区没报的", "nudge the districts that have not reported"])
async def test_who_has_nothing_due_is_asked_for_ongoing_work_never_reported(
    town: Town, chen: Resident, said: str
) -> None:
    mei = town.member(1053, "梅科长", "青山区人民政府", Role.LIAISON)
    await mei.reports("39-1", "进行中", "20", "开了会")
    assert (await chen.says("催办青山区")).startswith("没有需要催办的")
    preview = await chen.says(said)
    assert "办公室请青山区人民政府尽快填报：\n⚪ 42-1 " in preview and "39-1" not in preview


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("只催海关", "1 人（武汉海关）会收到"),
        ("农业局别催了，他们报过", "1 人（武汉海关）会收到"),
        ("除了农业局", "1 人（武汉海关）会收到"),
        ("不用催海关", "1 人（市农业农村局）会收到"),
        ("海关除外", "1 人（市农业农村局）会收到"),
    ],
)
async def test_a_nudge_is_narrowed_by_units_in_words_at_its_preview(
    town: Town, chen: Resident, words: str, left: str
) -> None:
    town.member(1031, "关科长", "武汉海关", Role.LIAISON)
    town.member(1030, "农科长", "市农业农村局", Role.LIAISON)
    await town.move_to("2019-12-03 09:00")
    assert "2 人（武汉海关、市农业农村局）会收到" in await chen.says("催一下海关和农业局")
    assert left in await chen.says(words)
    assert len(town.rows("SELECT * FROM dialogs WHERE kind = 'nudge'")) == 1


@pytest.mark.parametrize("words", ["只催1-7", "除了3-8、4-4、7-3", "3-8、4-4、7-3别催"])
async def test_a_nudge_is_narrowed_by_codes_in_words_at_its_preview(town: Town, chen: Resident, words: str) -> None:
    town.member(1031, "关科长", "武汉海关", Role.LIAISON)
    await town.move_to("2019-12-03 09:00")
    shown = await chen.says("催一下海关", words)
    assert "1-7 外资企业知产保护行动" in shown and "4-4" not in shown
    await chen.presses("确认发送")
    assert [row["code"] for row in town.rows(NUDGED)] == ["1-7"]


async def test_what_was_asked_for_within_a_day_is_left_out_and_said(town: Town, chen: Resident, zhou: Resident) -> None:
    wei = town.member(1031, "卫科长", "市卫生健康委", Role.LIAISON)
    await sends(town, chen)
    await chen.says("/nudge")
    preview = await chen.presses("逾期又久未填报的（2 项）", "跳过")
    assert "1-6" in preview and "24 小时内催过，这次不再催：43-4 市市场监管局。" in preview
    await chen.sends_out()
    assert "1-6" in nudges(wei)[0] and len(nudges(zhou)) == 1


async def test_a_unit_of_the_list_is_pressed_or_named(chen: Resident, zhou: Resident) -> None:
    await chen.says("催办")
    assert "43-4" in await chen.presses("市市场监管局", "跳过")
    await chen.says("/cancel")
    await chen.presses("不要了")
    await chen.says("催办", "市场监管局 29-7")
    preview = await chen.presses("跳过")
    assert "29-7" in preview and "43-4" not in preview


async def test_other_tasks_are_named_at_the_preview(chen: Resident, lin: Resident, zhou: Resident) -> None:
    preview = await chen.says(f"催一下市场监管局{LATE}，请尽快", "催一下公安局1-2")
    assert "1-2" in preview and "43-4" not in preview and "请尽快" not in preview


@pytest.mark.parametrize(
    "said", ["催29-4和29-5，商务局客气点", "催29-4、29-5，语气委婉些", "nudge 29-4 and 29-5, be polite"]
)
async def test_how_to_ask_is_no_target_and_nothing_to_tell(town: Town, chen: Resident, said: str) -> None:
    town.member(1030, "农科长", "市农业农村局", Role.LIAISON)
    town.member(1042, "商科长", "市商务局", Role.LIAISON)
    preview = await chen.says(said)
    assert preview.startswith("催办用的是下面这样的客气话；要另加几句请点“修改”。")
    assert "2 人（市农业农村局、市商务局）会收到" in preview and said.rpartition("，")[2] not in preview
    assert (await chen.says("客气一点")).startswith("催办用的是下面这样的客气话")


async def test_what_is_to_be_spared_is_no_target_where_it_is_asked_for_what(chen: Resident, zhou: Resident) -> None:
    shown = await chen.says("/nudge", "农业局那条不催")
    assert "农业" not in shown and "附一句话" in shown
    assert "催哪些：43-4" in "\n".join(each.text for each in chen.messages())


@pytest.mark.parametrize("begun", ["催一下还没报过的单位", "催没报过的单位"])
async def test_a_question_names_none_of_those_to_be_nudged(town: Town, chen: Resident, begun: str) -> None:
    await chen.says(begun, "年底没完成的有几个")
    assert "催办哪些" in chen.sees()
    [asked] = town.rows("SELECT answers FROM dialogs WHERE kind = 'nudge'")
    assert "which" not in str(asked["answers"]) and "tasks" not in str(asked["answers"])


@pytest.mark.parametrize(
    "said",
    ["市监局先不急，农业局29-4", "市监局先不急，农业局照催", "农业局照催，市监局先不急", "市监局先不急，农业局催一下"],
)
async def test_only_those_of_the_clause_that_says_so_are_left_out_of_a_nudge(
    chen: Resident, zhou: Resident, nong: Resident, said: str
) -> None:
    await chen.says("催办市场监管局43-4和农业局29-4")
    assert (await chen.says(said)).startswith("还没发出。1 人（市农业农村局）会收到")


@pytest.mark.parametrize("said", ["市监局、农业局先不急", "市监局，农业局先不急"])
async def test_all_who_are_listed_are_left_out_of_a_nudge(
    chen: Resident, zhou: Resident, nong: Resident, said: str
) -> None:
    await chen.says("催办市场监管局43-4和农业局29-4")
    assert await chen.says(said) == "不催了吗？"


async def test_who_is_left_out_beside_somebody_new_stays_for_now(
    chen: Resident, zhou: Resident, nong: Resident
) -> None:
    await chen.says("催办市场监管局43-4和农业局29-4")
    await chen.says("市监局先不急，商务局29-5")
    assert "2 人（市农业农村局、市市场监管局）会收到" in chen.sees()


@pytest.mark.parametrize("said", ["撤回对市监的催办", "市监那份先不急"])
async def test_a_nudge_that_is_taken_back_from_one_unit_goes_to_the_others(
    town: Town, chen: Resident, zhou: Resident, nong: Resident, said: str
) -> None:
    await chen.says("催办市场监管局43-4和农业局29-4")
    assert (await chen.says(said)).startswith("还没发出。1 人（市农业农村局）会收到")
    assert await chen.says("撤回对农业局的催办") == "不催了吗？"
    await chen.presses("不要了")
    assert town.rows(NUDGED) == []


async def test_a_nudge_that_was_sent_is_not_begun_anew_where_it_is_taken_back(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await sends(town, chen)
    told = await chen.says("撤回对市监的催办")
    assert "催办 43-4" in told and "已经发出，不能撤销" in told
    assert len(town.rows(NUDGED)) == 1


async def test_an_order_to_nudge_asks_nothing_of_earlier_ones(chen: Resident, zhou: Resident) -> None:
    assert not (await chen.says("催催没报的，看他们报了没有")).startswith("近 7 天")
    assert not (await chen.says(f"帮我催一下市场监管局{LATE}好吗")).startswith("近 7 天")


async def test_what_is_not_to_be_asked_for_after_all_is_no_word_of_the_nudge(
    town: Town, chen: Resident, zhou: Resident, lin: Resident
) -> None:
    await chen.says("催办")
    await chen.says("1-2、43-4")
    assert "催哪些：1-2" in await chen.says("还是别催43-4了") and "要附一句话吗" in chen.sees()
    assert await chen.says("1-2也别催了") == "不催了吗？"
    await chen.presses("不要了")
    assert town.rows(NUDGED) == []


async def test_nothing_left_at_the_preview_is_asked_whether_to_give_up(chen: Resident, zhou: Resident) -> None:
    await chen.says(f"催一下市场监管局{LATE}")
    assert await chen.says("43-4别催了") == "不催了吗？"


@pytest.mark.parametrize("words", ["催一下一个月没报的单位", "三周没报的催一下"])
async def test_who_has_not_reported_for_so_long_is_asked_for_what_is_to_be_reported_now(
    town: Town, chen: Resident, zhou: Resident, lin: Resident, words: str
) -> None:
    preview = await chen.says(words)
    assert LATE in preview and " 7-1 " in preview and " 1-9 " not in preview
    await chen.presses("取消", "不要了")
    await lin.submits("7-1 进行中 20%")
    assert " 7-1 " not in await chen.says(words)
    assert town.rows(NUDGED) == []


async def test_what_is_long_without_a_report_is_asked_for_by_that_name(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await zhou.submits("1-9 进行中 20%")
    await town.move_to("2020-01-06 09:30")
    assert "1-9" in await chen.says("久未更新的") and "1-9" in await chen.says("催一下久未更新的")


@pytest.mark.parametrize("words", ["都催一遍", "全催一遍"])
async def test_what_is_to_be_reported_of_the_list_that_was_shown_is_nudged_for(
    chen: Resident, zhou: Resident, words: str
) -> None:
    await chen.says("年底到期的还有多少没报")
    preview = await chen.says(words)
    assert "43-5" in preview and " 1-9 " not in preview and LATE not in preview


@pytest.mark.parametrize("words", ["都催", "全催", "全都催一下吧", "全部催", "都催催"])
async def test_a_nudge_of_a_unit_becomes_one_of_all_that_are_late_and_is_shown_again(
    town: Town, chen: Resident, zhou: Resident, words: str
) -> None:
    town.member(1030, "何科长", "市农业农村局", Role.LIAISON)
    await town.move_to("2020-01-06 09:30")
    assert "1 人（市农业农村局）会收到" in await chen.says("催农业农村局")
    assert "2 人（市市场监管局、市农业农村局）会收到" in await chen.says(words)
    assert town.rows(NUDGED) == []
    await chen.says("好")
    assert town.rows(NUDGED) != []


async def test_a_reminder_of_nothing_due_says_so_at_the_check_of_another(chen: Resident, lin: Resident) -> None:
    before = await chen.says("周五下午3点提醒公安局报昆仑行动进展")
    assert await chen.says("周五下午提醒公安局报进展") == (
        f"没有需要催办的：已办结、已报完成、离到期还早、持续开展而本期还不必报，或期限还在核实（可写编号单独催）。\n{before}"
    )
    assert "领导周三要看" in await chen.says("周五下午提醒公安局报1-2进展，就说领导周三要看")


async def test_the_button_below_a_list_of_units_nudges_for_that_list(chen: Resident, zhou: Resident) -> None:
    await chen.says("谁还没报")
    assert "43-5" in await chen.presses("催办") and "确认发送" in chen.buttons()


@pytest.mark.parametrize("words", ["市监局的就算了", "市监局先不管", "市监局算了", "别催了，市监局的报了"])
async def test_a_unit_is_let_off_in_everyday_words(chen: Resident, zhou: Resident, lin: Resident, words: str) -> None:
    assert "2 人（" in await chen.says("催一下市监局43-4、公安局1-2")
    assert "1 人（市公安局）会收到" in await chen.says(words)


async def test_units_of_which_it_is_asked_whether_to_nudge_have_a_button_each(
    town: Town, chen: Resident, zhou: Resident, lin: Resident
) -> None:
    town.member(1061, "小卫", "市卫生健康委", Role.LIAISON)
    await chen.says("要不要催市场局和卫健委")
    assert chen.buttons() == ["催办 市市场监管局", "催办 市卫生健康委"]
    assert (await chen.says("公安局要催吗")).startswith("没有需要催办的")
    assert "1 人（市市场监管局）会收到" in await chen.says("能不能催一下市场局")
    assert (await chen.says("要催市场局29-4吗")).startswith("29-4 不是这个单位的任务")


async def test_what_all_have_reported_already_sends_no_nudge(town: Town, chen: Resident, zhou: Resident) -> None:
    await chen.says(f"催一下市监局{LATE}")
    assert await chen.says("别催了，都报了") == "不催了吗？"
    assert town.rows(NUDGED) == []


async def test_who_is_overdue_and_silent_is_nudged_and_no_rule_is_shown(chen: Resident, zhou: Resident) -> None:
    assert (await chen.says("催一下逾期没报的")).startswith("催办哪些？")


async def test_all_tasks_that_are_named_are_asked_for_however_many(chen: Resident, zhou: Resident) -> None:
    codes = ["1-8", "1-9", "1-10", "1-11", "1-12", "1-13", "1-14", "1-18", "2-12", "2-14", "2-20", "43-4"]
    look = await chen.says(f"催市场监管局{'、'.join(codes)}")
    assert [code for code in codes if f" {code} " not in look] == []


async def test_units_without_a_liaison_are_not_offered_but_named_with_the_way_to_invite(
    chen: Resident, zhou: Resident
) -> None:
    said = await chen.says("/nudge")
    assert "有逾期的，但没有联络员、催不到：市卫生健康委。发 /invite 加单位名邀请。" in said
    assert "逾期又久未填报的（1 项）" in chen.buttons() and not any("卫生健康" in each for each in chen.buttons())


async def test_an_order_that_is_taken_back_is_not_carried_out(chen: Resident, zhou: Resident) -> None:
    answer = await chen.says("催公安局，算了，催市场局")
    assert "办公室请市市场监管局尽快填报" in answer
    assert "市公安局" not in answer


@pytest.mark.parametrize("said", ["43-5 完成 签到册补齐了", "43-5 做完了 培训照片也补齐了", "43-5 已完成，培训156人次"])
async def test_what_tells_of_a_task_is_no_choice_of_whom_to_nudge(chen: Resident, zhou: Resident, said: str) -> None:
    answered = await chen.says("催一下逾期的", said)
    assert "要代单位报，请点“代报”" in answered and "要附一句话吗" not in answered
    assert "催办哪些？" in await chen.says("继续")
    assert "不催了吗" in await chen.says("取消")
    assert "要附一句话吗" not in await chen.says(said)


async def test_of_one_task_those_who_have_reported_are_not_nudged(
    town: Town, chen: Resident, lin: Resident, shang: Resident
) -> None:
    await chen.says("给1-2加上市商务局配合")
    await chen.presses("分工调整", "提交")
    await lin.reports("1-2", "进行中", "80")
    assert "责任单位：1/2 家已报" in await chen.says("1-2谁没报")
    shown = await chen.says("催1-2没报的")
    assert "1 人（市商务局）" in shown and "市公安局" not in shown


async def test_of_the_districts_those_who_have_reported_are_not_nudged(town: Town, chen: Resident) -> None:
    wu, jiang = (
        town.member(1060 + number, name, f"{unit}人民政府", Role.LIAISON)
        for number, (name, unit) in enumerate((("吴主任", "武昌区"), ("江科长", "江岸区")))
    )
    await wu.reports("39-1", "进行中", "80")
    shown = await chen.says("催一下39-1没交的区")
    assert "办公室请江岸区人民政府尽快填报：\n⚪ 39-1 " in shown and jiang.messages() == []


async def test_what_is_left_out_of_the_list_meant_is_told_and_can_be_added(
    chen: Resident, zhou: Resident, lin: Resident
) -> None:
    listed = await chen.says("逾期的有哪几家")
    assert "共 5 家 7 项" in listed
    preview = await chen.says("都催一下")
    assert "尽快填报：\n🔴 43-4 " in preview and "另有 5 项没有列入" in preview
    assert "：29-4、29-5、29-6、29-7、2-8。也要催请说“再加29-4”" in preview
    preview = await chen.says("再加29-7")
    assert "29-7 宣传普及" in preview and "另有 4 项没有列入" in preview


async def test_a_nudge_for_what_is_named_tells_nothing_of_the_list_above_it(chen: Resident, zhou: Resident) -> None:
    await chen.says("逾期的有哪几家")
    assert "没有列入" not in await chen.says("催一下43-4")


async def test_what_is_in_doubt_is_named_as_left_out(zhou: Resident, nong: Resident, chen: Resident) -> None:
    assert "另有 1 项没有列入，因为期限还在核实，或还没到要报的时候：29-7。" in await chen.says("催一下市监局逾期的")
    assert "43-4" in chen.sees() and "29-7 宣传普及" in await chen.says("再加29-7")
    await chen.presses("取消", "不要了")
    assert "另有 5 项逾期的期限还在核实，没有列入：29-4、29-5、29-6、29-7、2-8。" in await chen.says("催逾期的")
    await chen.presses("取消")
    assert "或期限还在核实（可写编号单独催），如逾期的 29-4。" in await chen.says("催一下农业局")
    assert "没有列入" not in await chen.says("催一下43-4")


async def test_what_another_coordinator_nudged_about_meanwhile_leaves_no_empty_nudge(
    town: Town, chen: Resident, ding: Resident, zhou: Resident
) -> None:
    await chen.says(f"催一下市场监管局{LATE}，请附上照片")
    await sends(town, ding)
    over = await chen.presses("确认发送")
    assert over.startswith(f"{LATE}（市市场监管局）24 小时内已经催过") and "请附上照片" in over
    assert chen.buttons() == [] and "会收到" not in await chen.says("继续")
    assert len(nudges(zhou)) == 1
