"""Asking for more time in a sentence, and messages at the preview of the request."""

import pytest

from data.people.people import Role, add_membership
from data.plan.units import find_unit
from tests.journeys.town import Resident, Town


async def test_asking_in_one_line_leaves_only_the_reason(lin: Resident) -> None:
    assert "延到2020年4月30日。原因是什么" in await lin.says("1-2 申请延期到明年4月底")
    assert "申请延到：2020年4月30日" in await lin.says("等省里文件")


@pytest.mark.parametrize(
    ("words", "day", "reason"),
    [
        ("1-2 延期到4月底 因为疫情", "2020年4月30日", "疫情"),
        ("1-2延期一个月，等省里文件", "2020年3月31日", "等省里文件"),
        ("昆仑行动 申请延期到明年3月15日，因为省里文件没下来", "2020年3月15日", "省里文件没下来"),
    ],
)
async def test_a_request_fits_in_one_line(lin: Resident, words: str, day: str, reason: str) -> None:
    assert f"申请延到：{day}\n原因和进展：{reason}" in await lin.says(words)
    assert lin.buttons() == ["提交", "修改", "上一步", "取消"]


@pytest.mark.parametrize("day", ["9999年12月31日", "2099年1月1日", "9999-12-31"])
async def test_a_day_that_is_too_far_is_told_so_and_asked_again(town: Town, lin: Resident, day: str) -> None:
    too_far = "这个日期太远了，请发不晚于2029年12月31日的日期。\n"
    for said in (f"1-2延期到{day}，人手不够", day):
        answer = await lin.says(said)
        assert answer.startswith(too_far) and "延到哪一天" in answer
    assert "申请延到：2020年4月30日\n原因和进展：人手不够" in await lin.says("2020年4月30日")


async def test_a_reason_without_a_day_is_kept_for_the_day(lin: Resident) -> None:
    assert "延到哪一天" in await lin.says("1-2 申请延期 因为疫情")
    assert "申请延到：2020年3月31日\n原因和进展：疫情" in await lin.says("延一个月")


async def test_a_line_with_a_day_that_will_not_do_asks_for_another(lin: Resident) -> None:
    assert (await lin.says("1-2 延期到12月1日 因为疫情")).startswith("请发晚于2020年2月29日的日期。\n\n申请延期 1-2")
    assert "原因和进展：疫情" in await lin.says("3月15日")


async def test_a_cancel_in_words_is_asked_about_once(town: Town, lin: Resident) -> None:
    assert "真的取消这份申请吗" in await lin.says("/extend 1-2", "3月20日", "取消")
    assert "延到2020年3月20日。原因是什么" in await lin.presses("继续")
    assert "真的取消这份申请吗" in await lin.says("/cancel")
    assert "没有提交任何内容" in await lin.presses("不要了")
    assert town.rows("SELECT * FROM dialogs") == []


async def test_words_at_the_preview_that_are_neither_consent_nor_change_are_asked_about(lin: Resident) -> None:
    assert (await lin.says("/extend 1-2", "3月20日，等文件", "今天天气不错")).startswith("“今天天气不错”没有写进去。")
    assert lin.buttons() == ["补充到原因和进展里", "改哪一项？", "上一步"]
    assert "原因和进展：等文件\n" in await lin.presses("上一步") + "\n"
    await lin.says("文件要月底才到")
    assert "原因和进展：等文件\n文件要月底才到" in await lin.presses("补充到原因和进展里")


@pytest.mark.parametrize("words", ["交了吧", "可以", "对，提交", "ok submit", "提交", "没问题"])
async def test_consent_in_words_submits_a_request(town: Town, lin: Resident, words: str) -> None:
    assert "已提交 ✓ 1-2 申请延到2020年3月20日" in await lin.says("/extend 1-2", "3月20日，等文件", words)
    await town.restart_undone()
    assert lin.sees().startswith("已提交 ✓ 1-2") and len(town.rows("SELECT id FROM extensions")) == 1


async def test_a_change_in_words_changes_the_day_and_never_the_reason(lin: Resident) -> None:
    await lin.says("/extend 1-2")
    assert "申请延到：2020年4月15日\n原因和进展：等文件" in await lin.says("3月20日，等文件", "改成4月15号吧")


async def test_a_reason_is_added_to_or_written_anew(lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日，等文件")
    await lin.presses("修改", "原因和进展")
    assert "补充" in lin.buttons() and "现在写的是：等文件" in lin.sees()
    assert "接在现在写的后面" in await lin.presses("补充")
    assert "原因和进展：等文件\n已摸底五家" in await lin.says("已摸底五家")


async def test_a_day_alone_is_no_reason(lin: Resident) -> None:
    assert "原因是什么" in await lin.says("/extend 1-2", "3月20日", "3月20日")
    assert "延到2020年3月25日" in await lin.says("3月25日")
    assert "原因和进展：等文件" in await lin.says("等文件")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1-2延半个月，疫情影响", "2020年3月15日"),
        ("can we push 1-2 by two weeks", "2020年3月14日"),
        ("1-2再给我们半个月，省厅的文件要3月10号才下来", "2020年3月15日"),
        ("1-2 need one more month, the hearing is on Jan 8", "2020年3月31日"),
        ("1-2再给两周，到3月20日", "2020年3月20日"),
    ],
)
async def test_half_a_month_and_a_span_in_english(lin: Resident, said: str, day: str) -> None:
    assert day in await lin.says(said)


async def test_the_only_task_with_a_due_day_is_meant_where_a_day_is_named(lin: Resident) -> None:
    heard = await lin.says("能宽限到3月中旬吗，案子多")
    assert "申请延到：2020年3月20日" in heard and "原因和进展：案子多" in heard
    await lin.presses("提交")
    await lin.says("撤掉刚才那个延期")
    assert lin.buttons() == ["撤回申请"]


async def test_a_question_is_no_reason(lin: Resident) -> None:
    await lin.says("/extend 1-2", "3月20日", "今年我们立案多少件")
    assert "原因是什么" in lin.sees()


async def test_another_task_at_the_question_for_a_reason_is_asked_about(town: Town, lin: Resident) -> None:
    assert (await lin.says("1-2 申请延期到明年4月底", "38-1那边还没结果")).startswith("“38-1那边还没结果”，您是想…？")
    assert lin.buttons()[:2] == ["接着填“原因和进展”", "是别的事"]
    assert "原因和进展：38-1那边还没结果" in await lin.presses("接着填“原因和进展”")
    assert town.rows("SELECT * FROM extensions") == []


async def test_of_two_days_that_are_reached_to_the_one_asked_for_counts(lin: Resident) -> None:
    preview = await lin.says("1-2 宽限到2020.3.10行吗 宣判排到9号")
    assert "申请延到：2020年3月10日" in preview and "原因和进展：宣判排到9号" in preview


@pytest.mark.parametrize("words", ["43-1老师没空，培训推到12月20号开", "43-1 讲课的来不了，推到12月20，要不要申请"])
async def test_a_day_within_the_tasks_own_time_needs_no_request(nong: Resident, words: str) -> None:
    said = await nong.says(words)
    assert said.startswith("2019年12月20日还在 43-1 的期限内（2019年12月31日），不用申请延期。") and words in said
    assert nong.buttons() == ["报 43-1 的进展", "给 43-1 申请延期", "取消"]
    assert words.removeprefix("43-1").strip() in await nong.presses("报 43-1 的进展")


async def test_each_task_has_its_own_day_and_its_own_reason(zhu: Resident) -> None:
    asked = await zhu.says("3-12 推到明年1月，6-13推到明年3月")
    assert asked.startswith("6-13 的申请先放着") and "申请延期 3-12" in asked and "延到2020年1月31日" in asked
    assert "已提交 ✓ 3-12" in await zhu.says("实验室排不出来", "提交")
    assert "6-13 的延期申请还没写完" in zhu.sees()
    assert "延到2020年3月31日" in await zhu.presses("继续")


async def test_each_of_two_tasks_side_by_side_has_its_own_day(zhu: Resident) -> None:
    asked = await zhu.says("1-8推到1.20 1-9推到3.15")
    assert "1-9 的申请先放着" in asked and "延到2020年1月20日" in asked


async def test_a_day_beside_a_task_named_again_is_only_of_that_task(town: Town, shang: Resident) -> None:
    asked = await shang.says("27-4跟35-1都要晚点，27-4到1月底，35-1到春节后")
    assert "申请延期 27-4" in asked and "延到2020年1月31日。原因是什么" in asked
    await shang.says("人手不够", "提交")
    asked = await shang.presses("继续")
    assert "申请延期 35-1" in asked and "延到哪一天？" in asked
    assert len(town.rows("SELECT id FROM extensions")) == 1


async def test_each_of_two_tasks_has_its_own_reason_or_the_one_of_all(shang: Resident) -> None:
    assert (await shang.says("27-4推到1月20，等文件，35-1推到3月15，缺人")).endswith("原因和进展：等文件")
    await shang.says("提交")
    assert (await shang.presses("继续")).endswith("申请延到：2020年3月15日\n原因和进展：缺人")


async def test_a_day_and_a_reason_of_both_stay_those_of_both(shang: Resident) -> None:
    await shang.says("27-4、35-1都延到1月20，人手不够", "提交")
    assert (await shang.presses("继续")).endswith("申请延到：2020年1月20日\n原因和进展：人手不够")


@pytest.mark.parametrize("said", ["那个种子的", "种子那个", "农资打假那个", "第二个", "1-3"])
async def test_the_task_to_extend_is_chosen_by_its_words_or_its_place(nong: Resident, said: str) -> None:
    await nong.says("延期到1月20，人手不够")
    assert (await nong.says(said)).startswith("申请延期 1-3 ")
    assert nong.sees().endswith("申请延到：2020年1月20日\n原因和进展：人手不够")


async def test_words_of_several_tasks_to_extend_leave_those_to_choose_from(nong: Resident) -> None:
    await nong.says("延期到1月20，人手不够")
    assert (await nong.says("农资")).startswith("共 2 项 · 有“农资”的 · 哪一项需要延期到2020年1月20日？")
    assert (await nong.says("培训那个")).startswith("申请延期 43-1 ") and nong.sees().endswith("原因和进展：人手不够")


@pytest.mark.parametrize("said", ["看看我的任务", "农资的任务有哪些", "1-3做了一半"])
async def test_what_says_more_than_a_task_chooses_none_to_extend(nong: Resident, said: str) -> None:
    await nong.says("延期")
    assert "申请延期 " not in await nong.says(said)


async def test_another_task_waits_for_the_same_while_a_request_is_written(nong: Resident) -> None:
    await nong.says("1-3延到明年1月20号，因为年终总结没出来", "3-5也是")
    assert nong.heard()[-2].startswith("3-5 的申请先放着") and nong.sees().startswith("申请延期 1-3 ")
    await nong.says("提交")
    assert (await nong.presses("继续")).endswith("申请延到：2020年1月20日\n原因和进展：年终总结没出来")
    assert nong.sees().startswith("申请延期 3-5 ")
    await nong.says("提交")
    assert (await nong.says("43-1也一样")).endswith("申请延到：2020年1月20日\n原因和进展：年终总结没出来")


async def test_none_waits_if_one_of_several_tasks_cannot_be_extended(town: Town, nong: Resident) -> None:
    await nong.says("1-3延到明年1月20号，因为年终总结没出来", "43-1、10-2也是")
    assert nong.heard()[-2].startswith("10-2 没有确定的期限，不需要延期")
    assert town.rows("SELECT kind FROM dialogs WHERE state = 'parked'") == []


async def test_the_same_after_something_else_asks_for_no_more_time(nong: Resident) -> None:
    await nong.says("1-3延到明年1月20号，因为年终总结没出来", "提交", "我的任务")
    assert (await nong.says("3-5也是")).startswith("3-5 农业联合行动机制\n")


@pytest.mark.parametrize("reason", ["卷宗退补", "刚才那家的我不服", "省厅还没给我一份表"])
async def test_a_reason_without_a_word_for_giving_up_is_one(lin: Resident, reason: str) -> None:
    assert f"原因和进展：{reason}" in await lin.says("1-2 延到3月底", reason)


async def test_a_day_without_its_word_is_a_day(lin: Resident) -> None:
    assert "延到2020年3月15日。原因是什么" in await lin.says("1-2 延到3月底", "3月15吧")


async def test_each_of_several_requests_is_told_its_reason_at_once(zhu: Resident) -> None:
    await zhu.says("23-6、27-7拖到明年1月")
    assert "原因和进展：是企业没配合" in await zhu.says("23-6是企业没配合，27-7经费没到")
    assert "27-7 的延期申请还没写完" in await zhu.says("提交")
    assert "原因和进展：经费没到" in await zhu.presses("继续 27-7")


async def test_more_time_for_a_task_of_two_own_units_is_not_lost_beside_another(town: Town) -> None:
    both = town.member(1044, "双职", "市委政法委", Role.LIAISON)
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = 1044")
    office = find_unit(town.db, "市打击侵权假冒工作领导小组办公室")
    add_membership(town.db, row["id"], Role.LIAISON, office.id)
    await both.says("29-1推到明年1月，顺便40-1推到明年2月，另外还有哪些没报")
    assert any(each.startswith("申请延期 29-1") for each in both.heard())
    assert both.sees() == "您指的是哪个单位？"
    assert (await both.presses("市委政法委")).startswith("申请延期 40-1")


async def test_where_none_needs_more_time_it_is_said_how_to_ask_for_it(zhu: Resident) -> None:
    said = await zhu.says("1-8推到12月20号，1-9推到12月25号")
    assert said.count("不用申请延期。") == 2 and said.endswith("要延到期限以后，请再发一次，写上那一天。")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("想延到1月10日，检测报告要等", "1-3"),
        ("检测报告要等，能不能延到1月10日", "1-3"),
        ("再给两周吧，检测经费没到位", "1-3"),
        ("检测经费想延到1月10日", "44-4"),
        ("想延到1月10日，检测经费那个", "44-4"),
    ],
)
async def test_words_of_the_reason_name_no_other_task_than_the_one_shown(town: Town, said: str, code: str) -> None:
    he = town.member(1030, "何科长", "市农业农村局", Role.LIAISON)
    await he.says("1-3")
    assert (await he.says(said)).startswith(f"申请延期 {code} ")


@pytest.mark.parametrize(
    ("said", "report", "reason"),
    [
        ("1-3 60%，能不能延到1月底，取证慢", "进度：60%", "取证慢"),
        ("1-3 受阻，经费没到，能不能延到1月底", "状态：受阻\n情况：（无）\n困难和需要的支持：经费没到", "经费没到"),
        ("1-3完成80%，人手不够，想延期到1月底", "进度：80%", "人手不够"),
    ],
)
async def test_how_the_task_stands_is_reported_beside_the_request(
    nong: Resident, said: str, report: str, reason: str
) -> None:
    asked, reported, left = (await nong.says(said)).split("\n填报 ")[0], *nong.heard()[-2:]
    assert asked.startswith("申请延期 1-3 ") and f"申请延到：2020年1月31日\n原因和进展：{reason}" in asked
    assert reported.startswith("填报 1-3 ") and report in reported
    assert "1-3 的延期申请还没写完" in left


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1-3年底肯定完不成了，能不能延到1月底，人手不够", "年底肯定完不成了，人手不够"),
        ("1-3 按时完成60%有困难，申请延期到1月底", "按时完成60%有困难"),
        ("1-3 只做了一半，想延到1月底", "只做了一半"),
    ],
)
async def test_that_it_cannot_be_done_in_time_is_a_reason_and_no_report(nong: Resident, said: str, reason: str) -> None:
    assert (await nong.says(said)).endswith(f"原因和进展：{reason}")


async def test_that_a_task_is_done_is_no_reason_for_more_time(zhu: Resident) -> None:
    await zhu.says("3-12 推到明年1月，6-13推到明年3月")
    told = await zhu.says("3-12设备没到，6-13已经完成了")
    assert "填报 6-13" in told and "状态：已完成" in told


@pytest.mark.parametrize("said", ["改到4月底", "到4月底", "until the end of April"])
async def test_a_day_said_below_a_card_asks_for_more_time_for_its_task(lin: Resident, said: str) -> None:
    answer = await lin.says("1-2", f"{said}，省里文件没下")
    assert "申请延期 1-2" in answer and "申请延到：2020年4月30日\n原因和进展：省里文件没下" in answer


async def test_until_a_day_before_the_deadline_is_no_request_for_more_time(lin: Resident) -> None:
    assert "申请延期" not in await lin.says("1-2", "到11月底，立案3件")


async def test_a_reminder_asked_for_below_a_card_is_no_request_for_more_time(lin: Resident) -> None:
    assert await lin.says("1-2", "下周三再提醒") == "好的，1-2 到12月4日（周三）再提醒您。"


async def test_a_reason_that_only_resembles_the_last_one_is_kept(zhou: Resident) -> None:
    await zhou.says("1-8 申请延期到2月底，省里文件没下来", "提交")
    assert "延到：2020年3月31日\n原因和进展：同样缺人手" in await zhou.says("1-9申请延期到3月底，同样缺人手")


@pytest.mark.parametrize(
    ("said", "due"), [("1-9也申请延期，一样的", "2020年2月29日"), ("1-9同样申请延期到1月20号", "2020年1月20日")]
)
async def test_another_task_gets_more_time_for_the_same_reason(zhou: Resident, said: str, due: str) -> None:
    await zhou.says("1-8 申请延期到2月底，人手不够", "提交")
    assert f"申请延到：{due}\n原因和进展：人手不够" in await zhou.says(said)


async def test_asking_once_more_is_about_the_task_asked_for_before(town: Town, zhou: Resident) -> None:
    await zhou.says("1-8 申请延期到2月底，人手不够", "提交")
    await town.move_to("2019-12-09 09:00")
    answer = await zhou.says("再申请延期到3月底")
    assert answer.startswith("申请延期 1-8") and "申请延到：2020年3月31日\n原因和进展：人手不够" in answer


@pytest.mark.parametrize("said", ["1-8年底完不成，怎么办", "1-8 12月20号之前做不完，申请延期"])
async def test_a_day_by_which_work_cannot_be_done_is_not_the_day_asked_for(zhou: Resident, said: str) -> None:
    answer = await zhou.says(said)
    assert answer.startswith("申请延期 1-8") and "不用申请延期" not in answer and "延到哪一天" in answer


async def test_the_unit_chosen_for_more_time_takes_the_day_and_reason_said(town: Town) -> None:
    both = town.member(1044, "双职", "市委政法委", Role.LIAISON)
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = 1044")
    office = find_unit(town.db, "市打击侵权假冒工作领导小组办公室")
    add_membership(town.db, row["id"], Role.LIAISON, office.id)
    assert await both.says("40-1想延到2020年6月1日，因为人手不够") == "您指的是哪个单位？"
    shown = await both.presses("市委政法委")
    assert "申请延到：2020年6月1日" in shown and "原因和进展：人手不够" in shown


@pytest.mark.parametrize("said", ["原因写错了，应该是等省厅数据", "原因改成等省厅数据"])
async def test_the_reason_just_given_is_put_right(lin: Resident, said: str) -> None:
    await lin.says("1-2 申请延期到3月20日，等数据", "提交")
    assert "申请延到：2020年3月20日\n原因和进展：等省厅数据" in await lin.says(said)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("1-2延期改到4月20", "申请延到：2020年4月20日\n原因和进展：等省里文件"),
        ("1-2再延到5月1日吧", "申请延到：2020年5月1日\n原因和进展：等省里文件"),
        ("1-2申请延期到4月28日，因为经费晚到", "申请延到：2020年4月28日\n原因和进展：经费晚到"),
    ],
)
async def test_another_day_for_the_request_that_waits_keeps_its_reason(lin: Resident, words: str, asked: str) -> None:
    await lin.says("1-2延期到3月31日，等省里文件", "提交")
    shown = await lin.says(words)
    assert "再提交一份会代替它" in shown and asked in shown, shown


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("1-8 1月20号来不及 讲师25号才有空 再申请到1月28日", "2020年1月28日\n原因和进展：1月20号来不及 讲师25号才有空"),
        ("讲师月底才有空，再申请到2月10日", "2020年2月10日\n原因和进展：讲师月底才有空"),
        ("再申请到2月10日", "2020年2月10日\n原因和进展：人手不够"),
        ("1-8再延到2月10日，原因同上次", "2020年2月10日\n原因和进展：人手不够"),
    ],
)
async def test_a_second_request_has_its_own_reason_or_that_of_the_first(zhou: Resident, said: str, asked: str) -> None:
    await zhou.says("1-8 申请延期到1月20日，人手不够", "提交")
    assert f"申请延到：{asked}" in await zhou.says(said)


async def test_a_request_without_a_task_is_kept_until_one_is_chosen(town: Town, zhou: Resident) -> None:
    assert "哪一项需要延期到2020年2月12日？" in await zhou.says("讲师病了，想延到2月12号")
    assert "哪一项需要延期到2020年2月12日？" in await zhou.presses("下一页")
    await town.restart()
    assert "申请延到：2020年2月12日\n原因和进展：讲师病了" in await zhou.presses("43-6")
    await zhou.says("取消", "不要了", "延到2月13日")
    assert "申请延期 1-9" in await zhou.says("1-9") and "延到2020年2月13日。原因是什么" in zhou.sees()


async def test_all_that_fall_due_by_a_day_are_others_than_the_one_being_written(zhou: Resident) -> None:
    await zhou.says("43-5 场地没定，延到12月20日")
    listed = await zhou.says("年底的全部延到1月15")
    assert "哪一项需要延期到2020年1月15日？" in zhou.messages()[-2].text and "申请延到：2019年12月20日" in listed
    assert "1-8" in zhou.messages()[-2].text and "43-4" not in zhou.messages()[-2].text


async def test_a_day_alone_at_the_preview_is_the_day_asked_for(zhou: Resident) -> None:
    await zhou.says("43-5 培训班推到12月中旬了，场地没定，申请延期")
    for said, day in (("12月18日", "2019年12月18日"), ("22 December", "2019年12月22日"), ("下周五", "2019年12月6日")):
        assert f"申请延到：{day}" in await zhou.says(said)


@pytest.mark.parametrize(
    "said",
    ["43-5 培训班今天办了，参训85人，完成", "43-5办完了 昨天办的 参训85人 照片明天传", "43-5已完成", "43-5 100%"],
)
async def test_that_the_task_is_done_is_asked_about_at_the_question_for_the_reason(zhou: Resident, said: str) -> None:
    await zhou.says("43-5延到12月15日")
    assert f"“{said}”，您是想…？" in await zhou.says(said)
    assert zhou.buttons()[:2] == ["接着填“原因和进展”", "是别的事"]
    assert "状态：已完成" in await zhou.presses("是别的事") or "状态：已完成" in zhou.messages()[-2].text


async def test_several_requests_are_taken_up_in_the_order_in_which_they_were_named(zhu: Resident) -> None:
    asked = await zhu.says("1-8 1-9 1-12申请延期到1月15日，场地没定")
    assert "1-9、1-12 的申请先放着" in asked and "申请延期 1-8" in asked
    await zhu.presses("提交")
    assert "1-9 的延期申请还没写完" in zhu.sees() and "申请延期 1-9" in await zhu.says("继续")
    await zhu.presses("提交")
    assert "1-12 的延期申请还没写完" in zhu.sees() and "申请延期 1-12" in await zhu.says("继续")


async def test_another_day_is_for_the_request_being_written(zhu: Resident) -> None:
    await zhu.says("43-5 延到12月12日")
    preview = await zhu.says("5号实在不行，讲师8号回来，能不能延到9号")
    assert "申请延到：2019年12月9日\n原因和进展：5号实在不行，讲师8号回来" in preview


async def test_words_instead_of_a_button_keep_the_reason_in_the_sentence_asked_about(zhu: Resident) -> None:
    assert "您是想…？" in await zhu.says("43-5 讲师生病 培训要12月10号")
    preview = await zhu.says("就申请到12月12号吧")
    assert "申请延到：2019年12月12日\n原因和进展：讲师生病 培训要12月10号" in preview


@pytest.mark.parametrize("said", ["1-2 延到3月10号行不行", "1-2 那就延到3月10号吧"])
async def test_a_wish_for_a_day_alone_is_no_reason(lin: Resident, said: str) -> None:
    assert "延到2020年3月10日。原因是什么" in await lin.says(said)


async def test_below_a_refusal_another_day_is_asked_for(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.says("1-2延到四月底", "鉴定还没出", "提交")
    await chen.says("1-2不同意，省厅要求2月底结")
    await chen.presses("不同意")
    await town.move_to("2019-11-26 09:30")
    assert "期限仍为2020年2月29日" in lin.sees() and lin.buttons() == ["1-2 报进展", "1-2 申请延期"]
    shown = await lin.says("那就3月10号，省厅那边我沟通过了，同意缓10天")
    assert "申请延到：2020年3月10日\n原因和进展：省厅那边我沟通过了" in shown


@pytest.mark.parametrize(
    "said", ["年底前来不及了能不能往后放放", "本月底完不成，想延期", "we can't finish by 20 December, need more time"]
)
async def test_a_day_by_which_it_cannot_be_done_is_not_the_new_one(lin: Resident, said: str) -> None:
    assert "延到哪一天" in await lin.says(said)


@pytest.mark.parametrize("said", ["1-2到年底还完不成", "1-2到2020年2月底完不成", "1-2年底完不成，想延期"])
async def test_until_a_day_by_which_it_cannot_be_done_asks_for_another(lin: Resident, said: str) -> None:
    assert "延到哪一天" in await lin.says(said)


async def test_of_two_days_the_one_by_which_it_can_be_done_counts(lin: Resident) -> None:
    assert "申请延到：2020年3月10日" in await lin.says("1-2到12月10日完不成，3月10日才能完成")
