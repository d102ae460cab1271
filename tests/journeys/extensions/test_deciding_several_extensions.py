"""The office decides several requests for more time with one sentence, shown in one preview and undone as one act."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

FIRST = "1. ✓ 市公安局 1-2 同意延到2020年3月31日"
SECOND = "2. ✓ 市农业农村局 1-3 同意延到2020年3月20日"
THIRD = "3. ✓ 市市场监管局 1-8 同意延到2020年4月30日"
LEFT_SECOND = "先不答复：2. 市农业农村局 1-3"
LEFT_ALL = "先不答复：1. 市公安局 1-2、2. 市农业农村局 1-3、3. 市市场监管局 1-8"
ALL_DECIDED = [
    {"verdict": "accepted", "decided": "2020-03-31", "answer": ""},
    {"verdict": "accepted", "decided": "2020-03-20", "answer": ""},
    {"verdict": "refused", "decided": None, "answer": "材料不全"},
]


@pytest.fixture
async def office(town: Town, chen: Resident, lin: Resident, nong: Resident, zhou: Resident) -> Resident:
    """A coordinator for whom requests of three units wait."""
    await town.after(_all_ask, lin, nong, zhou)
    return chen


async def _all_ask(lin: Resident, nong: Resident, zhou: Resident) -> None:
    await lin.submits("1-2申请延期到2020年3月31日，等省里文件")
    await nong.submits("1-3申请延期到2020年3月20日，材料没齐")
    await zhou.submits("1-8申请延期到2020年4月30日，等省里文件")


def decided(town: Town) -> list[dict[str, object]]:
    return [dict(row) for row in town.rows("SELECT verdict, decided, answer FROM extensions ORDER BY id")]


async def test_one_sentence_decides_all_and_one_press_takes_that_back(
    town: Town, office: Resident, lin: Resident, zhou: Resident
) -> None:
    shown = await office.says("1-2和1-3都同意，1-8不行，材料不全")
    assert shown.splitlines()[:3] == [FIRST, SECOND, "3. ✗ 市市场监管局 1-8 不同意：材料不全"]
    assert {each["verdict"] for each in decided(town)} == {None}
    assert (await office.presses("发出答复")).splitlines() == [
        "已同意 ✓ 市公安局 1-2 延到2020年3月31日。",
        "已同意 ✓ 市农业农村局 1-3 延到2020年3月20日。",
        "已答复 ✓ 市市场监管局 1-8 期限不变。",
    ]
    assert decided(town) == ALL_DECIDED
    await town.move_to("2019-11-25 08:32")
    assert "延到2020年3月31日" in lin.sees() and "的期限仍为2019年12月31日：材料不全" in zhou.sees()
    assert "市市场监管局 1-8，期限不变" in await office.says("撤销")
    await office.presses("撤销")
    assert {each["verdict"] for each in decided(town)} == {None}


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "同意前两个，第三个延到4月15日",
            [FIRST, SECOND, "3. ✓ 市市场监管局 1-8 改为延到2020年4月15日（申请的是2020年4月30日）"],
        ),
        ("除了1-8都批准", [FIRST, SECOND, "先不答复：3. 市市场监管局 1-8"]),
        ("1-8先放放，其他同意", [FIRST, SECOND, "先不答复：3. 市市场监管局 1-8"]),
        (
            "1-2 is fine, 1-3 only until 10 March",
            [
                FIRST,
                "2. ✓ 市农业农村局 1-3 改为延到2020年3月10日（申请的是2020年3月20日）",
                "先不答复：3. 市市场监管局 1-8",
            ],
        ),
        ("全部同意，除了第三个", [FIRST, SECOND, "先不答复：3. 市市场监管局 1-8"]),
        ("除了1-3，其他同意", [FIRST, THIRD, LEFT_SECOND]),
        ("除了农业局，都同意", [FIRST, THIRD, LEFT_SECOND]),
        ("农业局的先放放，其他同意", [FIRST, THIRD, LEFT_SECOND]),
        ("农业局和公安局的都同意，1-3先放放", [FIRST, f"{LEFT_SECOND}、3. 市市场监管局 1-8"]),
        ("1-3去掉，1-2同意，其他不同意，太晚", [FIRST, "3. ✗ 市市场监管局 1-8 不同意：太晚", LEFT_SECOND]),
        ("leave 1-3, approve the others", [FIRST, THIRD, LEFT_SECOND]),
        ("三个都同意，其他不同意", [FIRST, SECOND, THIRD]),
        ("都同意", [FIRST, SECOND, THIRD]),
        ("三个都批了", [FIRST, SECOND, THIRD]),
        (
            "延期的都批了吧，1-8只给到4月15日",
            [FIRST, SECOND, "3. ✓ 市市场监管局 1-8 改为延到2020年4月15日（申请的是2020年4月30日）"],
        ),
        ("这三份延期都同意", [FIRST, SECOND, THIRD]),
        ("三份全批了", [FIRST, SECOND, THIRD]),
        ("这两份延期都同意", ["现在有 3 份延期申请在等答复。", "", LEFT_ALL]),
        ("1-2同意，1-3也一样", [FIRST, SECOND, "先不答复：3. 市市场监管局 1-8"]),
        (
            "公安局的和农业农村局的都批，市监局的不行，理由不充分，下个月再报",
            [FIRST, SECOND, "3. ✗ 市市场监管局 1-8 不同意：理由不充分，下个月再报"],
        ),
        (
            "1-2、1-3同意，1-8不批，理由是年底要验收",
            [FIRST, SECOND, "3. ✗ 市市场监管局 1-8 不同意：年底要验收"],
        ),
        ("1-2同意，1-9不同意", ["1-9 没有延期申请在等答复。", "", FIRST]),
        ("1-2和1-3都同意，请抓紧", [f"{FIRST}：请抓紧", f"{SECOND}：请抓紧"]),
        ("1-2同意，抓紧，1-3不批，太晚", [f"{FIRST}：抓紧", "2. ✗ 市农业农村局 1-3 不同意：太晚"]),
    ],
)
async def test_each_request_is_shown_as_it_was_decided(office: Resident, said: str, lines: list[str]) -> None:
    assert (await office.says(said)).splitlines()[: len(lines)] == lines


async def test_the_preview_is_changed_in_words(town: Town, office: Resident) -> None:
    await office.says("除了1-8都批准")
    assert THIRD in await office.says("1-8也同意")
    assert (await office.says("第三个先放放，其他都不同意，太晚")).splitlines()[:3] == [
        "1. ✗ 市公安局 1-2 不同意：太晚",
        "2. ✗ 市农业农村局 1-3 不同意：太晚",
        "先不答复：3. 市市场监管局 1-8",
    ]
    assert (await office.says("都同意")).splitlines()[:3] == [FIRST, SECOND, THIRD]
    assert "先不答复：2. 市农业农村局 1-3" in await office.says("第二个先放放")
    assert "1. ✓ 市公安局 1-2 改为延到2020年3月10日" in await office.says("1-2改到3月10日")
    assert "请发晚于2020年2月29日的日期。" in await office.says("1-2改到1月10日")
    assert "没看懂是哪一天" in await office.says("第一个延到4月底或者5月15")
    await office.says("确认")
    assert [each["decided"] for each in decided(town)] == ["2020-03-10", None, "2020-04-30"]


async def test_a_decision_is_changed_into_another_in_words(office: Resident) -> None:
    await office.says("1-2和1-3同意，1-8不行材料不全")
    assert THIRD in await office.says("1-8还是同意吧")
    assert "1. ✗ 市公安局 1-2 不同意：太晚" in await office.says("第一个改成不同意，太晚")
    assert FIRST in await office.says("1-2改成同意")
    assert "先不答复：1. 市公安局 1-2" in await office.says("1-2别批了")


async def test_consent_to_all_decides_on_those_left_undecided_as_well(town: Town, office: Resident) -> None:
    assert "先不答复" in await office.says("除了1-8都批准")
    assert (await office.says("都同意")).splitlines()[:3] == [FIRST, SECOND, THIRD]
    await office.says("都同意")
    assert [each["verdict"] for each in decided(town)] == ["accepted"] * 3


async def test_why_one_is_declined_is_asked(town: Town, office: Resident) -> None:
    assert "不同意 1-8 延期的原因是什么？" in await office.says("第三个不批，其他都同意")
    assert "3. ✗ 市市场监管局 1-8 不同意：材料不全" in await office.says("材料不全")
    await office.says("提交")
    assert decided(town) == ALL_DECIDED


async def test_a_request_that_has_changed_meanwhile_is_told_of(town: Town, office: Resident, lin: Resident) -> None:
    await office.says("前两个都同意")
    await lin.says("撤回延期", "是")
    shown = await office.says("确认")
    assert shown.startswith("还没提交：您看过之后，这里有了变化。")
    assert "市公安局 1-2 的申请刚才已答复、撤回或有变化，这次不答复。" in shown
    assert await office.says("确认") == "已同意 ✓ 市农业农村局 1-3 延到2020年3月20日。"
    assert [each["verdict"] for each in decided(town)] == [None, "accepted", None]


async def test_a_colleague_who_answers_first_leaves_nothing_to_decide(town: Town, office: Resident) -> None:
    li = town.member(1011, "李副主任", None, Role.COORDINATOR)
    await office.says("1-2和1-3都同意")
    await li.says("1-2和1-3都不同意，太晚了", "确认")
    assert "已经处理过了" in await office.presses("发出答复")
    assert [each["answer"] for each in decided(town)] == ["太晚了", "太晚了", None]


async def test_a_verdict_on_a_report_in_the_same_sentence_is_given_as_well(office: Resident) -> None:
    said = await office.says("1-2和1-3都同意，29-11通过")
    assert "29-11 没有等待审核的填报" in said and FIRST in said and SECOND in said


@pytest.mark.parametrize(
    "said", ["1-2和1-3能同意吗", "都可以", "都通过", "1-2准备得怎么样了", "1-2批发市场的情况", "1-2可以的话催一下"]
)
async def test_what_does_not_surely_decide_requests_is_no_decision(office: Resident, said: str) -> None:
    assert "✓" not in await office.says(said)


async def test_several_requests_are_decided_in_english(town: Town, office: Resident) -> None:
    await office.says("/language")
    await office.presses("English")
    shown = await office.says("approve the first two, move the third to 15 April")
    assert shown.splitlines()[:3] == [
        "1. ✓ 市公安局 1-2: agreed, due 31 Mar 2020",
        "2. ✓ 市农业农村局 1-3: agreed, due 20 Mar 2020",
        "3. ✓ 市市场监管局 1-8: due 15 Apr 2020 instead (asked for 30 Apr 2020)",
    ]
    assert "3. ✗ 市市场监管局 1-8: declined: papers are missing" in await office.says(
        "decline the third, papers are missing"
    )
    assert "Not answered yet: 2. 市农业农村局 1-3" in await office.says("leave out the second")
    await office.presses("Send answers")
    assert [each["verdict"] for each in decided(town)] == ["accepted", None, "refused"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("approve all three", ["1. ✓", "2. ✓", "3. ✓"]),
        ("agree to the first two and refuse the third, papers are missing", ["1. ✓", "2. ✓", "3. ✗"]),
        ("grant 1-2 but refuse 1-3, too late", ["1. ✓", "2. ✗", "Not answered yet: 3."]),
        ("approve all but 1-8", ["1. ✓", "2. ✓", "Not answered yet: 3."]),
        ("approve the extensions of 1-2 and 1-3", ["1. ✓", "2. ✓", "Not answered yet: 3."]),
    ],
)
async def test_one_clause_of_an_english_sentence_may_hold_two_decisions(
    office: Resident, said: str, lines: list[str]
) -> None:
    await office.says("/language")
    await office.presses("English")
    shown = (await office.says(said)).splitlines()
    assert [line[: len(begun)] for line, begun in zip(shown, lines, strict=False)] == lines


async def test_the_requests_of_two_units_on_one_task_are_answered_together(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await chen.submits("1-2责任单位加上市市场监管局，因为联合办案")
    for person in (lin, zhou):
        await person.submits("1-2申请延期到2020年3月31日，等省里文件")
    shown = await chen.says("1-2同意")
    assert shown.splitlines()[:2] == [FIRST, "2. ✓ 市市场监管局 1-2 同意延到2020年3月31日"]
    assert "先不答复：2. 市市场监管局 1-2" in await chen.says("市监局的先放放")


@pytest.mark.parametrize(
    ("said", "granted"),
    [
        ("农业农村局的同意到2月底就行，公安的先放放", "改为延到2020年2月29日（申请的是2020年3月20日）"),
        ("农业局的可以给到2月底，公安局的先等等", "改为延到2020年2月29日（申请的是2020年3月20日）"),
        ("农业局的批了，公安局和市监局的先放放", "同意延到2020年3月20日"),
        ("农业局的同意到2月底就行", "改为延到2020年2月29日（申请的是2020年3月20日）"),
    ],
)
async def test_one_is_decided_by_its_unit_and_the_others_are_left(office: Resident, said: str, granted: str) -> None:
    shown = (await office.says(said)).splitlines()
    assert shown[:2] == [f"2. ✓ 市农业农村局 1-3 {granted}", "先不答复：1. 市公安局 1-2、3. 市市场监管局 1-8"]


@pytest.mark.parametrize("given", ["同意", "延到3月22日"])
async def test_of_several_answers_only_the_one_whose_day_has_passed_is_asked_about(
    town: Town, office: Resident, given: str
) -> None:
    await office.says(f"1-2和1-8都同意，1-3{given}")
    await town.move_to("2020-03-25 07:00")
    await office.presses("发出答复")
    assert "1-3 申请延到2020年3月20日，这一天已经过了。改到哪一天？" in office.sees()
    assert {each["verdict"] for each in decided(town)} == {None}
    shown = await office.says("4月1日")
    assert FIRST in shown and "2. ✓ 市农业农村局 1-3 改为延到2020年4月1日" in shown and THIRD in shown
    await office.presses("发出答复")
    assert [each["decided"] for each in decided(town)] == ["2020-03-31", "2020-04-01", "2020-04-30"]


async def test_what_is_left_beside_requests_is_said_apart(office: Resident) -> None:
    assert "2. ✓ 市农业农村局 1-3 同意" in await office.says("1-3同意，43-5先别办结")
    assert "“43-5先别办结”：没有动。" in office.heard()[-2]


@pytest.mark.parametrize("said", ["前四个同意", "第四个同意", "第四个不同意，材料不全", "四个都同意"])
async def test_of_more_requests_than_wait_none_is_answered(town: Town, office: Resident, said: str) -> None:
    assert (await office.says("/review", said)).startswith(
        "现在有 3 份延期申请在等答复。\n\n先不答复：1. 市公安局 1-2、"
    )
    assert "✓" not in office.sees() and "✗" not in office.sees()


async def test_a_number_in_a_reason_names_no_request(town: Town, office: Resident) -> None:
    shown = await office.says("1-2不同意，缺第四个附件")
    assert "1. ✗ 市公安局 1-2 不同意：缺第四个附件\n" in shown


@pytest.mark.parametrize("said", ["1-3同意 3-5不行，最多给到1月5号", "1-3同意，3-5不行，最多给到1月5号"])
async def test_what_is_said_of_a_task_without_a_request_decides_none_of_another(office: Resident, said: str) -> None:
    shown = (await office.says(said)).splitlines()
    assert shown[:2] == ["3-5 没有延期申请在等答复。", "“最多给到1月5号”没有写进去。"]
    assert "✓ 市农业农村局 1-3 同意延到2020年3月20日" in "\n".join(shown)
