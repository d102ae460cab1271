"""Plans in prose: sections, items, measures, with the units in brackets at the end and the days in the sentence."""

import io
from datetime import date

import pytest
from docx import Document

from data.plan.deadlines import DeadlineKind
from data.plan.files.plan import PlanReading, read_plan
from data.plan.files.problems import FileProblem, ProblemKind
from data.plan.files.prose import is_prose, read_prose
from data.plan.files.responsible import responsible_in
from data.plan.unit_names import shipped_unit_names
from tests.data.plan.yearly_plan import YEARLY_PLAN

ISSUED = date(2022, 3, 15)


def reading(text: str, name: str = "要点.txt") -> PlanReading:
    return read_plan(text.encode(), name, ISSUED, shipped_unit_names())


def under(*paragraphs: str) -> str:
    head = "本市打击侵权假冒工作要点\n一、加强重点领域治理\n（一）加强互联网治理\n"
    filler = "落实“双随机、一公开”监管要求，完善联合抽查机制，加强抽查结果的运用和公示。（市市场监管局负责）"
    return head + "\n".join(paragraphs) + "\n（二）其他\n" + filler * 2


def test_a_yearly_plan_of_another_city_is_read_with_its_own_units() -> None:
    found = reading(YEARLY_PLAN)
    assert found.title == "2022年某江市打击侵犯知识产权和制售假冒伪劣商品工作要点"
    assert [(row.code, row.measure[:8], row.deadline_text, row.roles) for row in found.rows] == [
        ("1-1", "开展网络交易监管", "6月底前", {"市市场监管局": "lead", "市委网信办": "joint", "市公安局": "joint"}),
        ("1-2", "组织“剑网202", "", {"市版权局": None, "市通信管理局": None}),
        ("2-1", "开展农资打假，全", "全年", {"市农业农村委": None, "市市场监管局": None}),
        ("2-2", "严查“三无”食品", "年底前", {"市农业农村委": None, "市市场监管局": None}),
        ("3-1", "开展“龙腾”行动", "", {"某江海关": None}),
        ("3-2", "每季度通报查获情", "每季度", {"某江海关": None}),
        ("4-1", "落实部门协作，上", "", {"市双打办": None}),
    ]
    assert found.rows[0].section == "一、强化重点领域治理" and found.rows[0].item == "（一）加强互联网领域治理"
    assert found.rows[0].deadline.due == date(2022, 6, 30) and found.rows[5].deadline.kind is DeadlineKind.RECURRING
    assert [each.kind for each in found.rows[6].problems] == [ProblemKind.DEADLINE_UNCLEAR]
    assert {each.values["text"] for each in found.problems} == {"某江市打击侵权假冒工作领导小组办公室", "2022年3月15日"}


def test_a_word_document_without_a_table_is_read_as_prose() -> None:
    made, content = Document(), io.BytesIO()
    for line in YEARLY_PLAN.splitlines():
        made.add_paragraph(line)
    made.save(content)
    found = read_plan(content.getvalue(), "要点.docx", ISSUED, shipped_unit_names())
    assert [row.measure for row in found.rows] == [row.measure for row in reading(YEARLY_PLAN).rows]


def test_the_units_of_the_own_city_are_known_by_their_names() -> None:
    text = YEARLY_PLAN.replace("某江市", "武汉市").replace("市农业农村委", "市农业局")
    assert "市农业农村局" in reading(text).rows[2].units


def test_several_units_in_one_paragraph_are_several_measures() -> None:
    found = reading(under("查处网售假冒商品行为。（市市场监管局负责）打击侵权盗版犯罪行为。（市公安局负责）"))
    assert [(row.measure, row.units) for row in found.rows][:2] == [
        ("查处网售假冒商品行为。", ("市市场监管局",)),
        ("打击侵权盗版犯罪行为。", ("市公安局",)),
    ]


def test_other_brackets_are_part_of_the_measure() -> None:
    found = reading(under("落实《通知》（国市监认证〔2019〕102号）要求，检查抗（抑）菌制剂。（市卫生健康委负责）"))
    assert found.rows[0].measure == "落实《通知》（国市监认证〔2019〕102号）要求，检查抗（抑）菌制剂。"
    assert found.rows[0].units == ("市卫生健康委",)


def test_a_day_of_an_event_is_no_deadline() -> None:
    found = reading(under("组织“3月15日”消费者权益日宣传活动。（市市场监管局负责）"))
    assert found.rows[0].deadline.kind is DeadlineKind.MISSING


@pytest.mark.parametrize(
    ("brackets", "cell"),
    [
        ("市市场监管局、市知识产权局按职责分工负责", "市市场监管局、市知识产权局"),
        ("市市场监管局牵头，市公安局、武汉海关配合", "牵头单位：市市场监管局\n配合单位：市公安局、武汉海关"),
        ("牵头单位：市公安局；配合单位：市商务局", "牵头单位：市公安局\n配合单位：市商务局"),
        ("由市公安局牵头，市法院按职责分工负责", "牵头单位：市公安局\n配合单位：市法院"),
        ("市公安局、市商务局", "市公安局、市商务局"),
        ("2022年版", ""),
        ("详见附件1", ""),
        ("以下简称《条例》", ""),
    ],
)
def test_what_stands_in_brackets(brackets: str, cell: str) -> None:
    assert responsible_in(brackets).units == cell


def test_a_text_that_is_no_plan_is_none() -> None:
    letter = ["各位联络员：", "请于周五前报送材料。", "一、请核对联系方式。", "二、请按时参加会议。"] * 5
    assert not is_prose(letter)
    with pytest.raises(FileProblem):
        reading("\n".join(letter))


def test_an_item_that_is_one_sentence_is_a_measure_with_its_units() -> None:
    prose = read_prose(
        (
            "一、健全长效机制",
            "（一）加强行刑衔接。市检察院每季度通报移送情况。（市检察院、市公安局，各县（市、区）人民政府）",
            "（二）加大宣传力度，持续开展普法宣传。",
            "（三）各单位要于年底前报送总结。（各成员单位）",
            "（四）强化农村市场监管",
            "开展农资打假专项行动。（市农业农村局）",
        )
    )
    assert [(each.item, each.units) for each in prose.measures] == [
        ("（一）加强行刑衔接", "市检察院、市公安局\n各县（市、区）人民政府"),
        ("（二）加大宣传力度，持续开展普法宣传", ""),
        ("（三）各单位要于年底前报送总结", "各成员单位"),
        ("（四）强化农村市场监管", "市农业农村局"),
    ]


MEASURES_FILLED_IN = (
    "一、工作目标",
    "通过专项行动，侵权假冒违法犯罪行为得到有效遏制。",
    "二、重点任务",
    "（一）深化重点领域治理",
    "1．强化互联网领域治理",
    "加大对网络销售假冒商品的查处力度，11月底前完成。",
    "责任单位：市市场监管局、市公安局",
    "2．强化农村市场治理",
    "组织农资打假行动，3月至5月集中整治。",
    "牵头单位：市农业农村局",
    "配合单位：市供销社",
    "3．开展“龙腾”行动",
    "4．组织联合检查",
    "责任单位：市税务局",
    "完成时限：6月30日前",
    "三、工作要求",
    "各单位要高度重视，每月25日前报送进展。",
)


def test_units_and_days_in_lines_of_their_own_hold_for_the_measures_before_them() -> None:
    found = read_prose(MEASURES_FILLED_IN)
    assert is_prose(MEASURES_FILLED_IN)
    assert [(each.text, each.units, each.deadline) for each in found.measures] == [
        (
            "强化互联网领域治理。加大对网络销售假冒商品的查处力度，11月底前完成。",
            "责任单位：市市场监管局、市公安局",
            "11月底前",
        ),
        (
            "强化农村市场治理。组织农资打假行动，3月至5月集中整治。",
            "牵头单位：市农业农村局\n配合单位：市供销社",
            "3月至5月",
        ),
        ("开展“龙腾”行动", "责任单位：市税务局", "6月30日前"),
        ("组织联合检查", "责任单位：市税务局", "6月30日前"),
        ("各单位要高度重视，每月25日前报送进展。", "", "每月25日前"),
    ]


def test_what_introduces_a_plan_is_no_task_and_is_named() -> None:
    skipped = read_prose(MEASURES_FILLED_IN).skipped
    assert [(each.values["row"], each.values["text"][:6]) for each in skipped] == [("2", "通过专项行动")]


def test_a_day_in_the_brackets_is_the_measures() -> None:
    found = reading(
        under(
            "建成信息共享平台。（市公安局牵头，市法院配合，6月底前完成）",
            "推进示范创建。（责任单位：市商务局；完成时限：2022年9月）",
            "开展普法宣传。（市司法局负责，持续推进）",
        )
    )
    assert [(row.deadline_text, row.roles) for row in found.rows][:3] == [
        ("6月底前完成", {"市公安局": "lead", "市法院": "joint"}),
        ("2022年9月", {"市商务局": None}),
        ("持续推进", {"市司法局": None}),
    ]


def test_the_kinds_of_places_that_one_name_holds_are_one_unit() -> None:
    found = reading(under("支持建设快速维权中心。（市市场监管局，各市、县人民政府）"))
    assert found.rows[0].units == ("市市场监管局", "各市县人民政府")


@pytest.mark.parametrize(
    ("said", "words", "due"),
    [
        ("2023年底前完成整改", "2023年底前", date(2023, 12, 31)),
        ("二〇二三年年底前完成整改", "二〇二三年年底前", date(2023, 12, 31)),
        ("次年1月底前完成整改", "次年1月底前", date(2023, 1, 31)),
        ("明年底前完成整改", "明年底前", date(2023, 12, 31)),
        ("到2024年底全面完成整改", "到2024年底", date(2024, 12, 31)),
        ("两年内完成整改", "两年内", date(2024, 3, 15)),
        ("每年年底前完成整改", "每年年底前", date(2022, 12, 31)),
        ("2022年12月至2023年6月集中整改", "2022年12月至2023年6月", date(2023, 6, 30)),
        ("年底前第一时间完成整改", "年底前", date(2022, 12, 31)),
    ],
)
def test_all_that_is_said_of_a_day_counts(said: str, words: str, due: date) -> None:
    row = reading(under(f"排查网络销售的假冒商品，{said}。（市市场监管局负责）")).rows[0]
    assert (row.deadline_text, row.deadline.due) == (words, due)


@pytest.mark.parametrize(
    "said",
    [
        "2022、2023年底前完成整改",
        "12月底前后完成整改",
        "年底或次年3月底前完成整改",
        "10月底至次年3月底完成整改",
        "每季度首月5日前报送",
        "每月上旬报送",
        "每年春耕、三夏、秋冬种前各检查一次",
    ],
)
def test_a_day_of_which_more_is_said_than_can_be_read_is_asked_about(said: str) -> None:
    row = reading(under(f"排查网络销售的假冒商品，{said}。（市市场监管局负责）")).rows[0]
    assert row.deadline.due is None
    assert [each.kind for each in row.problems] == [ProblemKind.DEADLINE_UNCLEAR]


def test_a_measure_that_goes_on_says_so() -> None:
    row = reading(under("加大假冒商品的排查力度，持续推进。（市市场监管局负责）")).rows[0]
    assert (row.deadline_text, row.deadline.kind) == ("持续推进", DeadlineKind.ONGOING)


def test_units_named_at_the_end_of_a_paragraph_are_its_own() -> None:
    found = reading(
        under("建立会商机制，每季度召开会议。责任单位：市公安局、市检察院。", "查处假冒商品。（市商务局负责）")
    )
    assert [(row.measure, row.units) for row in found.rows][:2] == [
        ("建立会商机制，每季度召开会议。", ("市公安局", "市检察院")),
        ("查处假冒商品。", ("市商务局",)),
    ]


def test_units_in_a_heading_hold_for_the_measures_below_it_that_name_none() -> None:
    found = reading(
        "一、重点任务\n（一）加强农资打假（责任单位：市农业农村局）\n"
        "1.开展农资打假专项行动，严查假种子、假农药、假化肥，保障春耕生产安全。\n2.开展质量抽检，全年抽检不少于200批次。\n"
        "（二）加强网络监管（责任单位：市市场监管局）\n"
        "1.打击刷单炒信、虚假宣传，公开典型案例，加强平台约谈。\n2.加强数据共享，建立协查机制。（市公安局负责）\n"
    )
    units = ["市农业农村局", "市农业农村局", "市市场监管局", "市公安局"]
    assert [list(row.roles) for row in found.rows] == [[each] for each in units]


def test_a_report_that_names_units_here_and_there_is_no_plan() -> None:
    report = [
        "一、总体情况",
        "截至2019年11月26日，共230项任务，已办结4项，待审核2项，进行中39项，受阻1项，未启动209项；其中逾期7项。",
        "二、各部分工作进展",
        "（一）强化重点领域集中整治",
        "共39项分工。市市场监管局：监测广告2300条次，责令整改41家（1-12，45%）；抽检饮片60批次（1-18，55%）。",
        "（二）加强部门间执法协作",
        "共26项分工。武汉海关：与公安、市监会商一次，挂牌督办两案（3-8，40%）；培训班两期办完（4-4，已办结）。",
        "三、下一步工作",
        "30天内到期2项：29-1 重要时点打假宣传（市打假办，11月30日）、43-5 培训班（市市场监管局，2019年11月30日）。",
    ]
    assert not is_prose(report)
