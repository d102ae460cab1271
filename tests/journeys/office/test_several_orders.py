"""Several decisions of the office in one sentence, each on what it names."""

import pytest

from data.people.people import Role
from tests.journeys.reported import has_reported
from tests.journeys.town import Resident, Town


@pytest.fixture
async def three_wait(town: Town, lin: Resident, nong: Resident) -> None:
    """Three reports wait for review."""
    hai = town.member(1040, "海关科", "武汉海关", Role.LIAISON)
    for person, code in ((lin, "1-2"), (nong, "29-4"), (hai, "1-7")):
        has_reported(person, code)


def _verdicts(town: Town) -> list[tuple[int, str, str]]:
    rows = town.rows("SELECT report_id, verdict, reason FROM reviews ORDER BY report_id")
    return [(row["report_id"], row["verdict"], row["reason"]) for row in rows]


async def test_a_verdict_on_another_unit_is_no_reason(town: Town, three_wait: None, chen: Resident) -> None:
    await chen.says("海关的通过，公安局的退回：缺数字")
    assert _verdicts(town) == [(3, "accepted", "")]
    assert chen.sees().endswith("没问题请点“退回”；要改请点“修改”。") and "再报一次：缺数字\n" in chen.sees()
    await chen.presses("退回")
    assert _verdicts(town) == [(1, "returned", "缺数字"), (3, "accepted", "")]


@pytest.mark.parametrize("said", ["海关科那份通过，林警官那份退回：缺数字", "海关科那份通过，公安局的退回：缺数字"])
async def test_each_verdict_is_on_the_report_of_the_person_named(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    await chen.says(said)
    assert _verdicts(town) == [(3, "accepted", "")] and "再报一次：缺数字\n" in chen.sees()


async def test_a_text_of_very_many_verdicts_is_not_answered_one_by_one(town: Town, chen: Resident) -> None:
    before = len(chen.messages())
    await chen.says("1-2退回，其他通过，" * 100)
    assert len(chen.messages()) <= before + 2 and _verdicts(town) == []


async def test_what_is_wrong_may_stand_before_the_verdict(town: Town, three_wait: None, chen: Resident) -> None:
    await chen.says("公安局的通过，农业局的没写公开平台退回去")
    assert _verdicts(town) == [(1, "accepted", "")]
    assert "市农业农村局会收到：" in chen.sees() and "再报一次：没写公开平台\n" in chen.sees()


async def test_the_reason_ends_where_another_verdict_begins(town: Town, three_wait: None, chen: Resident) -> None:
    await chen.says("29-4退回：没附公开的截图，数字也不全，1-2通过")
    assert _verdicts(town) == [(1, "accepted", "")]
    assert "再报一次：没附公开的截图，数字也不全\n" in chen.sees()


async def test_of_two_that_are_to_be_looked_at_each_is_shown_with_its_own_buttons(
    town: Town, three_wait: None, chen: Resident
) -> None:
    await chen.says("1-2退回：缺数字，29-4退回补截图")
    *_, second, first = chen.messages()
    assert "再报一次：缺数字\n" in first.text and "再报一次：补截图\n" in second.text and _verdicts(town) == []
    await chen.presses("退回", on=first)
    await chen.presses("退回", on=second)
    assert _verdicts(town) == [(1, "returned", "缺数字"), (2, "returned", "补截图")]


async def test_several_accepted_one_given_back_and_more_time_agreed_to_are_all_said_in_one_message(
    town: Town, three_wait: None, zhou: Resident, chen: Resident
) -> None:
    await zhou.submits("1-8申请延期到2020年3月31日，因为方案没下来")
    await chen.says("1-2和1-7通过，29-4退回，缺签到册，1-8延期同意")
    *_, more_time, given_back, several = chen.messages()
    await chen.presses("确认改期", on=more_time)
    await chen.presses("退回", on=given_back)
    assert "共 2 份：1-2、1-7" in await chen.presses("通过", on=several)
    assert _verdicts(town) == [(1, "accepted", ""), (2, "returned", "缺签到册"), (3, "accepted", "")]
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-31"}]


@pytest.mark.parametrize(
    "said", ["等我批的都同意", "延期申请和填报都同意", "延期都同意，填报都通过", "除了1-3，等我批的都同意"]
)
async def test_all_that_waits_is_decided_of_both_kinds(
    town: Town, three_wait: None, zhou: Resident, chen: Resident, said: str
) -> None:
    await zhou.submits("1-8申请延期到2020年3月31日，因为方案没下来")
    await chen.says(said)
    *_, reports, requests = chen.messages()
    several, more_time = sorted((reports, requests), key=lambda each: "份填报都通过" not in each.text)
    assert several.text.startswith("下面 3 份填报都通过：") and "✓ 市市场监管局 1-8 同意延到" in more_time.text
    await chen.presses("通过", on=several)
    await chen.presses("确认改期", on=more_time)
    assert [verdict for _, verdict, _ in _verdicts(town)] == ["accepted"] * 3
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-31"}]


async def test_who_is_granted_more_time_is_not_left_out_of_the_reports(
    town: Town, three_wait: None, nong: Resident, chen: Resident
) -> None:
    await nong.submits("1-3申请延期到2020年3月31日，因为方案没下来")
    await chen.says("农业局的延期同意，填报都通过")
    assert any(each.startswith("下面 3 份填报都通过：") for each in chen.heard())
    assert _verdicts(town) == []


async def test_who_is_put_off_is_named_and_not_praised(town: Town, three_wait: None, chen: Resident) -> None:
    await chen.says("海关的通过，农业局的先等等")
    assert any("“农业局的先等等”：没有动。" in each for each in chen.heard())
    assert _verdicts(town) == [(3, "accepted", "")]


@pytest.mark.parametrize("said", ["农业局的都通过，1-3先放放", "农业局的通过，1-3先别通过"])
async def test_what_is_put_off_of_a_unit_is_none_of_its_reports(
    town: Town, three_wait: None, nong: Resident, chen: Resident, said: str
) -> None:
    has_reported(nong, "1-3")
    await chen.says(said)
    assert any(each == f"“{said.split('，')[1]}”：没有动。" for each in chen.heard())
    assert _verdicts(town) == [(2, "accepted", "")]


@pytest.mark.parametrize("rest", ["其他通过", "其余的都通过", "the rest accepted"])
async def test_the_rest_is_all_that_waits_but_what_the_sentence_decides_on(
    town: Town, three_wait: None, chen: Resident, rest: str
) -> None:
    assert await chen.says(f"1-2退回，{rest}") and "退回 1-2 的原因是什么" in chen.sees()
    several = chen.messages()[-2]
    assert several.text.startswith("下面 2 份填报都通过：") and "1-2 " not in several.text
    await chen.says("缺总结")
    await chen.presses("退回")
    await chen.presses("通过", on=several)
    assert _verdicts(town) == [(1, "returned", "缺总结"), (2, "accepted", ""), (3, "accepted", "")]


async def test_a_reason_may_stand_before_the_verdict_on_one_of_two(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    for person, code in ((lin, "1-2"), (zhou, "43-5")):
        await person.says(f"{code}完成了", "提交")
    assert "请补充后再报一次：没有签到表" in await chen.says("43-5没有签到表，退回，另一个通过")
    assert [row[1] for row in _verdicts(town)] == ["accepted"]


@pytest.mark.parametrize(("said", "reason"), [("没有签到表，退回去", "没有签到表"), ("材料不全，不通过", "材料不全")])
async def test_a_reason_before_the_verdict_is_of_the_report_shown(
    town: Town, zhou: Resident, chen: Resident, said: str, reason: str
) -> None:
    await zhou.says("43-5完成了", "提交")
    await town.move_to("2019-11-25 08:31")
    assert f"43-5 12315平台培训班，请补充后再报一次：{reason}\n" in await chen.says(said)
    assert _verdicts(town) == []


async def test_what_is_said_of_the_rest_is_no_message_to_those_accepted(three_wait: None, chen: Resident) -> None:
    shown = await chen.says("1-2 1-7通过，其他的先放着")
    assert shown.startswith("“其他的先放着”：没有动。\n下面 2 份填报都通过：") and "留言" not in shown


async def test_all_but_some_are_accepted(town: Town, three_wait: None, chen: Resident) -> None:
    shown = await chen.says("除了1-2都通过")
    assert shown.startswith("下面 2 份填报都通过：") and "1-2 " not in shown
    await chen.presses("通过")
    assert [row[0] for row in _verdicts(town)] == [2, 3]


async def test_several_tasks_are_accepted_after_a_look(three_wait: None, chen: Resident) -> None:
    shown = await chen.says("1-2、1-7通过")
    assert shown.startswith("下面 2 份填报都通过：") and "29-4" not in shown


@pytest.mark.parametrize(
    "said", ["1-2和1-7退回，缺总结", "1-2、1-7都退回，缺总结", "第一份和第三份退回，缺总结", "除了29-4都退回，缺总结"]
)
async def test_several_reports_are_returned_for_the_same_reason_after_a_look(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    shown = await chen.says("审核", said)
    assert shown.startswith("下面 2 份填报都退回：\n1-2 ") and "\n原因：缺总结\n" in shown and "29-4" not in shown
    assert _verdicts(town) == []
    assert (await chen.presses("退回")).startswith("等待审核的填报 1 份。")
    assert any(each.startswith("已退回 1-2、1-7，市公安局、武汉海关会收到原因。") for each in chen.heard())
    assert _verdicts(town) == [(1, "returned", "缺总结"), (3, "returned", "缺总结")]


async def test_of_a_task_without_a_report_it_is_said_whatever_else_the_verdict_names(
    town: Town, three_wait: None, chen: Resident
) -> None:
    await chen.says("1-7通过，7-2 1-2退回")
    none_waits = "7-2 没有等待审核的填报。发 /review 看等待审核的。"
    assert chen.sees() == f"{none_waits}\n\n退回 1-2 的原因是什么？请写一两句话。"
    await chen.says("29-4、7-2通过")
    assert f"{none_waits}\n已通过 ✓ 市农业农村局的 29-4 办结。" in chen.heard()
    assert _verdicts(town) == [(2, "accepted", ""), (3, "accepted", "")]


async def test_why_several_reports_are_returned_is_asked(town: Town, three_wait: None, chen: Resident) -> None:
    assert "退回 1-2、1-7 的原因是什么" in await chen.says("1-2和1-7退回")
    assert "\n原因：缺总结\n" in await chen.says("缺总结")
    assert "已通过 ✓ 武汉海关的 1-7 办结。" in await chen.says("1-7通过", "通过")
    assert _verdicts(town) == [(3, "accepted", "")]


async def test_a_verdict_and_an_answer_to_a_request(lin: Resident, chen: Resident, nong: Resident) -> None:
    await lin.submits("1-2申请延期到2020年3月31日，因为案子没判")
    has_reported(nong, "29-4")
    await chen.says("29-4退回补数字，1-2延期同意")
    assert "再报一次：补数字\n" in chen.sees()
    assert "✓ 市公安局 1-2 同意延到2020年3月31日" in chen.messages()[-2].text


async def test_what_is_accepted_goes_before_an_answer_to_a_request(
    town: Town, lin: Resident, chen: Resident, nong: Resident
) -> None:
    await lin.submits("1-2申请延期到2020年3月31日，因为案子没判")
    has_reported(nong, "29-4")
    assert "✓ 市公安局 1-2 同意延到2020年3月31日" in await chen.says("1-2延期同意，29-4通过")
    assert _verdicts(town) == [(1, "accepted", "")]
    await chen.presses("确认改期")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-31"}]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("1-2的延期只给到3月10号", "改为延到2020年3月10日（申请的是2020年3月31日）"),
        ("1-2给到3月10号", "改为延到2020年3月10日（申请的是2020年3月31日）"),
        ("延期都同意吧", "同意延到2020年3月31日"),
    ],
)
async def test_a_request_is_answered_in_the_office_s_words(
    town: Town, lin: Resident, chen: Resident, said: str, decided: str
) -> None:
    await lin.submits("1-2申请延期到2020年3月31日，因为案子没判")
    assert f"✓ 市公安局 1-2 {decided}\n" in await chen.says(said)
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]


async def test_of_two_requests_each_clause_answers_its_own(lin: Resident, chen: Resident, nong: Resident) -> None:
    for person, said in ((lin, "1-2申请延期到2020年3月31日"), (nong, "2-6申请延期到2020年4月20日")):
        await person.submits(f"{said}，因为案子没判")
    assert (await chen.says("2-6同意，1-2不批，年底必须办完")).splitlines()[:2] == [
        "1. ✗ 市公安局 1-2 不同意：年底必须办完",
        "2. ✓ 市农业农村局 2-6 同意延到2020年4月20日",
    ]
    assert "发出答复" in chen.buttons()


async def test_a_verdict_and_a_setting_are_two_orders(town: Town, three_wait: None, chen: Resident) -> None:
    shown = await chen.says("1-2通过，提醒时间改成8点")
    assert _verdicts(town) == [(1, "accepted", "")] and "发提醒的时间：9 点 → 8 点" in shown


@pytest.mark.parametrize("said", ["1-2退回材料不全 29-4退回缺截图", "1-2退回 材料不全 29-4退回 缺截图"])
async def test_without_commas_each_reason_is_that_of_its_own_verdict(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    await chen.says(said)
    *_, second, first = chen.messages()
    assert "再报一次：材料不全\n" in first.text and "再报一次：缺截图\n" in second.text and _verdicts(town) == []


async def test_without_commas_each_request_has_its_own_reason(lin: Resident, chen: Resident, nong: Resident) -> None:
    for person, said in ((lin, "1-2申请延期到2020年3月31日"), (nong, "2-6申请延期到2020年4月20日")):
        await person.submits(f"{said}，因为案子没判")
    assert (await chen.says("1-2不同意材料不全 2-6不同意年底要验收")).splitlines()[:2] == [
        "1. ✗ 市公安局 1-2 不同意：材料不全",
        "2. ✗ 市农业农村局 2-6 不同意：年底要验收",
    ]


async def test_a_task_in_a_reason_begins_no_verdict(town: Town, three_wait: None, chen: Resident) -> None:
    assert "再报一次：和 29-4 重复了\n" in await chen.says("1-2退回，和 29-4 重复了") and _verdicts(town) == []


@pytest.mark.parametrize(
    "said",
    ["1-2通过，29-4先不通过，要机制文件", "29-4要机制文件，先不通过，1-2通过", "第一个通过，第二个退回，要机制文件"],
)
async def test_what_is_missing_goes_to_the_one_that_does_not_pass(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    await chen.says("审核", said)
    assert _verdicts(town) == [(1, "accepted", "")]
    assert "29-4 " in chen.sees() and "再报一次：要机制文件\n" in chen.sees()


async def test_what_follows_what_is_held_back_is_about_that(town: Town, three_wait: None, chen: Resident) -> None:
    await chen.says("1-2通过，29-4先别通过，等机制文件来了再说")
    assert _verdicts(town) == [(1, "accepted", "")]
    assert any(each.startswith("“29-4先别通过，等机制文件来了再说”：没有动。") for each in chen.heard())


@pytest.mark.parametrize("said", ["都通过，除了29-4", "都通过，29-4除外"])
async def test_what_follows_a_verdict_on_all_may_leave_some_out(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    shown = await chen.says("审核", said)
    assert "下面 2 份填报都通过：" in shown and "29-4 " not in shown and _verdicts(town) == []


@pytest.mark.parametrize("said", ["29-4先放放，其他通过", "农业局的先放放，其他通过", "29-4先放放，都通过"])
async def test_what_is_put_off_is_none_of_the_rest(town: Town, three_wait: None, chen: Resident, said: str) -> None:
    shown = await chen.says("审核", said)
    told, accepted = shown.splitlines()[:2]
    assert told == f"“{said.split('，')[0]}”：没有动。" and accepted == "下面 2 份填报都通过："
    assert "29-4 " not in shown.partition("没有动。")[2] and _verdicts(town) == []


@pytest.mark.parametrize("said", ["除了29-4，1-2通过，其他退回，缺总结", "29-4先放放，1-2通过，其他退回，缺总结"])
async def test_what_is_left_out_first_is_left_by_all_that_follows(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    await chen.says(said)
    assert _verdicts(town) == [(1, "accepted", "")]
    assert "1-7 " in chen.sees() and "再报一次：缺总结\n" in chen.sees()


async def test_the_return_that_is_written_stays_below_an_acceptance_of_all_of_one_unit(
    town: Town, three_wait: None, chen: Resident
) -> None:
    await chen.says("海关的都通过 公安局退回，缺数字")
    assert _verdicts(town) == [(3, "accepted", "")]
    assert "再报一次：缺数字\n" in chen.sees()
    await chen.presses("退回")
    assert _verdicts(town) == [(1, "returned", "缺数字"), (3, "accepted", "")]


async def test_what_is_being_returned_is_not_shown_as_the_next_to_review(
    town: Town, lin: Resident, nong: Resident, chen: Resident
) -> None:
    for person, code in ((lin, "1-2"), (nong, "29-4")):
        has_reported(person, code)
    await chen.says("1-2退回，缺数字")
    await chen.says("29-4通过")
    assert _verdicts(town) == [(2, "accepted", "")] and not any("请审核：市公安局" in each for each in chen.heard())


async def test_the_shortest_verdicts_stand_beside_each_other(town: Town, three_wait: None, chen: Resident) -> None:
    await chen.says("1-2过 29-4退 没照片 1-7可以过")
    assert _verdicts(town) == [(1, "accepted", ""), (3, "accepted", "")]
    assert "再报一次：没照片\n" in chen.sees()
    await chen.presses("退回")
    assert _verdicts(town)[1] == (2, "returned", "没照片")


@pytest.mark.parametrize("said", ["1-2过几天再报", "1-2过了没", "1-2过期了", "1-2没过"])
async def test_what_only_begins_like_one_accepts_nothing(
    town: Town, three_wait: None, chen: Resident, said: str
) -> None:
    await chen.says(said)
    assert _verdicts(town) == []


@pytest.mark.parametrize(
    "said",
    [
        "全部通过 延期的也都同意",
        "1-2、1-7和29-4通过 1-8延期同意 1-9只给到2020年3月31日",
        "1-8延期同意，1-2、1-7和29-4通过，1-9延到2020年3月31日",
    ],
)
async def test_what_is_decided_of_both_kinds_is_sent_in_two_messages_one_after_the_other(
    town: Town, three_wait: None, zhou: Resident, chen: Resident, said: str
) -> None:
    for code in ("1-8", "1-9"):
        await zhou.submits(f"{code}申请延期到2020年3月31日，因为方案没下来")
    await chen.says(said)
    requests, reports = sorted(chen.heard()[-2:], key=lambda each: "份填报都通过" in each)
    assert "1-8 同意" in requests and "1-9 同意" in requests and "留言" not in reports
    await chen.says("都确认")
    assert chen.sees() in (requests, reports)
    await chen.says("都确认")
    assert [verdict for _, verdict, _ in _verdicts(town)] == ["accepted"] * 3
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-31"}] * 2


@pytest.mark.parametrize("said", ["1-8、1-9改到12月20日 1-9不变", "1-9和1-8改到12月20日，不对，1-9不动"])
async def test_what_is_named_again_to_stay_is_taken_out_of_the_list(town: Town, chen: Resident, said: str) -> None:
    await chen.says(said)
    assert "改期限：1-8 铁拳方案严查商标专利 → 2019年12月20日" in chen.sees() and "没有处理" not in chen.sees()


async def test_the_day_said_last_of_a_task_is_its_day(chen: Resident) -> None:
    await chen.says("1-8和1-9改到12月20日，不对，1-9改到12月25日", "按上级要求")
    of_first, of_second = chen.sees().split("1-9 网络市场监管专项")
    assert "→ 2019年12月20日" in of_first and "→ 2019年12月25日" in of_second


async def test_what_is_accepted_does_not_include_what_is_then_said_to_wait(
    town: Town, three_wait: None, chen: Resident
) -> None:
    await chen.says("1-2、1-7通过，1-7先不通过")
    assert _verdicts(town) == [(1, "accepted", "")]


async def test_an_order_to_nudge_is_no_day_for_the_change_that_is_open(town: Town, chen: Resident) -> None:
    await chen.says("1-8、1-9改期限")
    await chen.says("上面这些都催一下 12月5号前报")
    assert "2019年12月5日" not in "\n".join(chen.heard()) and "1-8、1-9 的改动还没提交" in chen.sees()
    assert not any("2019-12-05" in each["answers"] for each in town.rows("SELECT answers FROM dialogs"))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("1-2、1-7看过了 可以，29-4太慢让抓紧", "29-4太慢让抓紧"),
        ("1-2、1-7没问题，29-4照片太少", "29-4照片太少"),
        ("1-2和1-7可以，7-1太慢了抓紧点", "7-1太慢了抓紧点"),
    ],
)
async def test_what_is_said_of_another_report_without_a_verdict_is_named_as_left_undone(
    town: Town, three_wait: None, chen: Resident, said: str, left: str
) -> None:
    await chen.says(said)
    told, shown = (each.text for each in chen.messages()[-2:])
    assert told == f"没有处理：{left}。请另发一句。" and shown.startswith("下面 2 份填报都通过：\n1-2 ")
    assert _verdicts(town) == []
    await chen.presses("通过")
    assert _verdicts(town) == [(1, "accepted", ""), (3, "accepted", "")]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1-2可以，29-4不行，缺签到表", "缺签到表"),
        ("29-4太简单了退回，1-2没问题", "太简单了"),
        ("1-2过，29-4数据不对退回重报", "数据不对，重报"),
    ],
)
async def test_of_several_a_verdict_on_what_waits_needs_no_word_for_verdicts(
    town: Town, three_wait: None, chen: Resident, said: str, reason: str
) -> None:
    await chen.says(said)
    assert _verdicts(town) == [(1, "accepted", "")]
    assert f"再报一次：{reason}\n" in chen.sees()


async def test_reasons_stand_on_both_sides_of_a_verdict_and_end_where_the_rest_is_decided(
    town: Town, three_wait: None, chen: Resident
) -> None:
    await chen.says("29-4太简单了退回去让他们补个总结 其他的都通过")
    assert "再报一次：太简单了，请补个总结\n" in chen.sees()
    assert chen.messages()[-2].text.startswith("下面 2 份填报都通过：")
