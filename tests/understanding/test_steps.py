"""Reading steps as people write them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.understanding.steps.step_lines import StepFault, StepLine, StepPeople, as_line, read_step, step_texts
from data.understanding.steps.steps_changed import changed_as_wished, changed_step
from data.understanding.steps.steps_named import StepDeed, wish_of
from tests.data.conftest import day

TODAY = day("2019-11-25")
HANDS = StepPeople({"林警官": 1, "吴警官": 2, "Grace": 3}, "林警官", 1)
INSPECTION = StepLine("检查20家", day("2019-12-20"), "", None)


def read(text: str) -> list[tuple[str, str, str]]:
    """Return the words, day and person of each step, or the fault of a line that cannot be read."""
    found = [read_step(each, TODAY, HANDS) for each in step_texts(text, TODAY)]
    return [
        (each.words, each.due.isoformat() if each.due else "", each.person)
        if isinstance(each, StepLine)
        else (each.value, "", "")
        for each in found
    ]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("11月底前 印发方案 吴警官", ("印发方案", "2019-11-30", "吴警官")),
        ("11月底前印发方案吴警官", ("印发方案", "2019-11-30", "吴警官")),
        ("12月中旬 检查20家", ("检查20家", "2019-12-20", "")),
        ("2、12月中旬检查20家（林警官）", ("检查20家", "2019-12-20", "林警官")),
        ("由吴警官负责12月5日前印发方案", ("印发方案", "2019-12-05", "吴警官")),
        ("12月5日，请吴警官牵头，召开部署会", ("召开部署会", "2019-12-05", "吴警官")),
        ("12/10 检查20家 我", ("检查20家", "2019-12-10", "林警官")),
        ("11月25日至12月5日 集中检查", ("集中检查", "2019-12-05", "")),
        ("印发方案（12月5日前）", ("印发方案", "2019-12-05", "")),
        ("12月5号 去3月份检查过的企业复查", ("去3月份检查过的企业复查", "2019-12-05", "")),
        ("检查 1/3 的门店 12月10日", ("检查 1/3 的门店", "2019-12-10", "")),
        ("印发方案 李某某", ("印发方案 李某某", "", "")),
        ("由李某负责摸底 下周五", ("摸底", "2019-12-06", "李某")),
        ("我局 12月6日 培训", ("我局 培训", "2019-12-06", "")),
        ("issue the plan by 30 Nov, Grace", ("issue the plan", "2019-11-30", "Grace")),
        ("mid December inspect 20 shops", ("inspect 20 shops", "2019-12-20", "")),
        ("training, by early January", ("training", "2020-01-10", "")),
        ("late December: report", ("report", "2019-12-31", "")),
        ("me: report by 31 Dec", ("report", "2019-12-31", "林警官")),
        ("建台账", ("建台账", "", "")),
        ("12.15检查20家", ("检查20家", "2019-12-15", "")),
        ("查店（12.20前，张三）", ("查店（张三）", "2019-12-20", "")),
        ("培训 12.15 吴警官", ("培训", "2019-12-15", "吴警官")),
        ("验收 12.20", ("验收", "2019-12-20", "")),
        ("投入经费 1.5 万元", ("投入经费 1.5 万元", "", "")),
        ("13月1号 发文", ("no_such_day", "", "")),
        ("2月30日 检查", ("no_such_day", "", "")),
        ("meeting next Wed w/ Li", ("meeting w/ Li", "2019-12-04", "")),
        ("12月25日前", ("no_words", "", "")),
        ("12月25日前 吴警官", ("no_words", "", "")),
        ("2019年11月1日 开会", ("past", "", "")),
        ("12月6日 " + "很" * 101, ("too_long", "", "")),
    ],
)
def test_a_line_is_read_as_a_step(line: str, step: tuple[str, str, str]) -> None:
    assert read(line) == [step]


@pytest.mark.parametrize(
    "text",
    [
        "11月底前 印发方案\n\n12月中旬 检查20家",
        "11月底前 印发方案 / 12月中旬 检查20家",
        "11月底前 印发方案；12月中旬 检查20家；",
        "11月底前印发方案，12月中旬检查20家",
        "1. 11月底前 印发方案\n2. 12月中旬 检查20家",
    ],
)
def test_several_steps_stand_in_lines_or_between_marks(text: str) -> None:
    assert read(text) == [("印发方案", "2019-11-30", ""), ("检查20家", "2019-12-20", "")]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("12月25日", StepLine("检查20家", day("2019-12-25"), "", None)),
        ("改成12月25日", StepLine("检查20家", day("2019-12-25"), "", None)),
        ("move to 8 Dec", StepLine("检查20家", day("2019-12-08"), "", None)),
        ("吴警官", StepLine("检查20家", day("2019-12-20"), "吴警官", 2)),
        ("改到下周五，交给吴警官", StepLine("检查20家", day("2019-12-06"), "吴警官", 2)),
        ("换成检查30家", StepLine("检查30家", day("2019-12-20"), "", None)),
        ("检查30家 12月28日 吴警官", StepLine("检查30家", day("2019-12-28"), "吴警官", 2)),
        ("2019年1月1日", StepFault.PAST),
        ("12月20日", StepFault.SAME),
        ("检查" * 60, StepFault.TOO_LONG),
    ],
)
def test_a_step_is_changed_in_what_a_text_says_of_it(text: str, step: StepLine | StepFault) -> None:
    assert changed_step(INSPECTION, text, TODAY, HANDS) == step


@pytest.mark.parametrize("line", ["11月底前 印发方案 吴警官", "检查20家", "12月5号 去3月份检查过的企业复查 我"])
def test_a_step_written_out_is_read_as_the_same_step(line: str) -> None:
    step = read_step(line, TODAY, HANDS)
    assert isinstance(step, StepLine)
    assert read_step(as_line(step), TODAY, HANDS) == step


@example("21.1", date(2019, 1, 1))
@given(
    st.text(alphabet="12月日前 ，。/；\n印发方案我林警官由负责人（）a/-.", max_size=60),
    st.dates(date(2019, 1, 1), date(2021, 1, 1)),
)
def test_whatever_is_written_is_a_step_or_named_as_none(text: str, today: date) -> None:
    for piece in step_texts(text, today):
        step = read_step(piece, today, HANDS)
        assert isinstance(step, StepFault) or (step.words and (step.due is None or step.due >= today))


@pytest.mark.parametrize(
    "text", ["给企业发通知", "调查取证", "移送案件", "定方案", "让利活动检查", "give notice to shops"]
)
def test_what_a_step_is_to_say_is_kept_whole(text: str) -> None:
    assert changed_step(INSPECTION, text, TODAY, HANDS) == StepLine(text, INSPECTION.due, "", None)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("改到12月25日", StepLine("检查20家", day("2019-12-25"), "", None)),
        ("往后推到12月25日", StepLine("检查20家", day("2019-12-25"), "", None)),
        ("让吴警官做", StepLine("检查20家", day("2019-12-20"), "吴警官", 2)),
        ("换成吴警官", StepLine("检查20家", day("2019-12-20"), "吴警官", 2)),
        ("交给王五", StepLine("检查20家", day("2019-12-20"), "王五", None)),
        ("改成12月9日小刘来做", StepLine("检查20家", day("2019-12-09"), "小刘", None)),
        ("give to Li Wei", StepLine("检查20家", day("2019-12-20"), "Li Wei", None)),
        ("改成 12月9日 给企业发通知", StepLine("给企业发通知", day("2019-12-09"), "", None)),
        ("给企业发通知", None),
        ("改到老地方", None),
    ],
)
def test_a_step_that_is_named_is_not_written_over_unasked(text: str, step: StepLine | None) -> None:
    assert changed_as_wished(INSPECTION, text, TODAY, HANDS) == step


def test_days_behind_their_words_end_a_step_each_and_so_do_days_before_them() -> None:
    assert read("draft letter by Friday, meeting next Wed, sign MoU mid Dec") == [
        ("draft letter", "2019-11-29", ""),
        ("meeting", "2019-12-04", ""),
        ("sign MoU", "2019-12-20", ""),
    ]
    assert read("11月底前 印发方案，成立专班，12月中旬 检查20家") == [
        ("印发方案，成立专班", "2019-11-30", ""),
        ("检查20家", "2019-12-20", ""),
    ]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "1、12月3日印方案 2、12月20日查20家门店 张三 3、写总结",
            [("印方案", "2019-12-03", ""), ("查20家门店 张三", "2019-12-20", ""), ("写总结", "", "")],
        ),
        (
            "1. draft letter by Friday w/ Li 2. meeting next Wed 3. sign mid Dec",
            [("draft letter w/ Li", "2019-11-29", ""), ("meeting", "2019-12-04", ""), ("sign", "2019-12-20", "")],
        ),
        ("①印方案②查店", [("印方案", "", ""), ("查店", "", "")]),
        ("第一步印方案，第二步查20家", [("印方案", "", ""), ("查20家", "", "")]),
        ("印方案（12.3）查店（12.20前）", [("印方案", "2019-12-03", ""), ("查店", "2019-12-20", "")]),
        ("1、检查2、3家门店", [("检查2、3家门店", "", "")]),
    ],
)
def test_steps_counted_or_dated_in_one_line_are_steps_apart(text: str, steps: list[tuple[str, str, str]]) -> None:
    assert read(text) == steps


@pytest.mark.parametrize(
    ("words", "text", "after"),
    [
        ("收网 老赵", "换成老李", ("收网", "老李")),
        ("检查20家", "换成老李", ("检查20家", "老李")),
        ("检查20家 李某", "换成林警官做", ("检查20家", "林警官")),
        ("检查20家", "换成复查", ("复查", "")),
    ],
)
def test_somebody_else_takes_the_place_of_who_was_to_do_it(words: str, text: str, after: tuple[str, str]) -> None:
    changed = changed_as_wished(StepLine(words, None, "", None), text, TODAY, HANDS)
    assert isinstance(changed, StepLine) and (changed.words, changed.person) == after


THREE = [StepLine(words, None, "", None) for words in ("印发方案", "检查20家", "总结")]


@pytest.mark.parametrize(
    ("text", "places", "deed"),
    [
        ("最后一步删掉", (2,), StepDeed.GONE),
        ("最后一个步骤不要了", (2,), StepDeed.GONE),
        ("delete the last step", (2,), StepDeed.GONE),
        ("第1步和最后一步对调", (0, 2), StepDeed.SWAPPED),
        ("第1、3步完成", (0, 2), StepDeed.DONE),
        ("第0步完成", (-1,), StepDeed.DONE),
        ("第4步完成", (-1,), StepDeed.DONE),
        ("第2步没做", (1,), StepDeed.NOT_DONE),
        ("第2步还没有办", (1,), StepDeed.NOT_DONE),
        ("第2步没做完", (1,), StepDeed.NOT_DONE),
        ("第2步没有办完", (1,), StepDeed.NOT_DONE),
        ("第2步点错了，没做", (1,), StepDeed.NOT_DONE),
        ("step 2 is not done yet", (1,), StepDeed.NOT_DONE),
    ],
)
def test_just_the_steps_that_are_named_are_meant(text: str, places: tuple[int, ...], deed: StepDeed) -> None:
    wish = wish_of(text, THREE, TODAY)
    assert wish is not None and (wish.places, wish.deed) == (places, deed)


@pytest.mark.parametrize("text", ["第2步不好办", "第2步完成了吗", "第2步要做", "don't delete step 2"])
def test_other_words_beside_a_step_do_nothing_to_it(text: str) -> None:
    assert wish_of(text, THREE, TODAY) is None
