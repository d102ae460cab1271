"""Figures in lists: running totals of a whole list, the whole of several numbers, and kinds listed without one."""

from collections.abc import Mapping

import pytest

from data.reporting.figures import running_totals_in, unclear_figures
from data.understanding import Speaker, Understanding, understand
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.figure_lists import OF_WHOLE, WHOLE, wholes_and_parts
from tests.understanding.corpora import TODAY
from tests.understanding.plan import vocabulary


def heard(text: str) -> Understanding:
    return understand(text, vocabulary(), Speaker(("市市场监管局",)), TODAY)


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        (
            "1-9 累计检查网店2.4万个次，查处违法案件312件，罚没款586.9万元",
            {"检查户次": 24000, "立案件数": 312, "罚没金额": 586.9},
        ),
        ("1-12 1—12月立案查处广告案件160件，罚没230万元", {"立案件数": 160, "罚没金额": 230}),
        ("1-12 今年1至11月查处案件88件，移送公安3件", {"立案件数": 88, "移送公安件数": 3}),
        ("1-8 截至11月底，累计立案236件，罚没款1023.6万元", {"立案件数": 236, "罚没金额": 1023.6}),
        ("1-9 since January: 96 cases filed, 71 closed", {"立案件数": 96, "办结件数": 71}),
    ],
)
def test_what_leads_a_list_tells_that_all_of_it_are_running_totals(text: str, totals: Mapping[str, float]) -> None:
    meaning = heard(text)
    assert meaning.figures == totals and set(running_totals_in(meaning.readings)) == set(totals)


@pytest.mark.parametrize(
    "text",
    ["1-9 累计查处案件312件，本月查处12件，罚没5万元", "1-9 今年以来查处案件312件。本月查处12件，罚没5万元"],
)
def test_a_word_for_this_month_ends_the_running_totals(text: str) -> None:
    meaning = heard(text)
    assert meaning.figures == {"立案件数": 12, "罚没金额": 5} and not running_totals_in(meaning.readings)


@pytest.mark.parametrize(
    ("text", "indicator", "whole"),
    [
        ("1-8 罚款36.5万元，没收违法所得12万元，合计48.5万元", "罚没金额", 48.5),
        ("1-8 捣毁窝点9个，其中生产窝点3个", "捣毁窝点数", 9),
        ("43-5 培训班三期，一期120人、二期95人、三期210人，合计425人", "培训人次", 425),
        ("1-8 共查处案件45件，其中商标38件、专利7件", "立案件数", 45),
        ("1-12 罚没款198.6万元（其中互联网广告罚没款132.4万元）", "罚没金额", 198.6),
        ("1-8 查处案件45件，其中商标案件38件", "立案件数", 45),
    ],
)
def test_the_whole_counts_and_not_its_parts(text: str, indicator: str, whole: float) -> None:
    assert heard(text).figures == {indicator: whole}


@pytest.mark.parametrize(
    ("text", "indicator", "numbers"),
    [
        ("1-8 查处商标侵权案件213件，假冒专利案件37件", "立案件数", [213, 37]),
        ("1-18 对12家生产企业、56家批发企业、380家药店开展检查", "检查户次", [12, 56, 380]),
        ("1-8 抽检食品24批次、化妆品6批次", "抽检批次", [24, 6]),
    ],
)
def test_of_kinds_listed_without_their_whole_none_is_guessed(text: str, indicator: str, numbers: list[float]) -> None:
    meaning = heard(text)
    assert meaning.figures == {}
    assert [value for _, value in unclear_figures(meaning.readings)[indicator]] == numbers


def test_names_and_numbers_in_two_lists_belong_together() -> None:
    assert heard("2-19 立案、结案、移送公安分别为14件、9件、2件").figures == {
        "立案件数": 14,
        "办结件数": 9,
        "移送公安件数": 2,
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("饲料120人、屠宰95人、农资210人，合计425人", [OF_WHOLE, OF_WHOLE, OF_WHOLE, WHOLE]),
        ("共查处45件，其中商标38件、专利7件", [WHOLE, OF_WHOLE, OF_WHOLE]),
        ("检查30户，整改12户", [None, None]),
    ],
)
def test_a_whole_is_the_sum_of_the_numbers_beside_it(text: str, found: list[str | None]) -> None:
    amounts = find_amounts(text)
    sums = wholes_and_parts(amounts)
    assert [sums.get(each.start) for each in amounts] == found


@pytest.mark.parametrize(
    "lead", ["公安局11月", "公安局", "11月", "我局本月共", "1-9 市监局11月份"], ids=lambda lead: f"behind {lead}"
)
def test_every_figure_of_a_list_behind_a_unit_and_a_month_is_read(lead: str) -> None:
    meaning = heard(
        f"{lead}立案23起，破案15起，抓获嫌疑人31人，涉案金额1200余万元，捣毁窝点4个。主要做法：一是强化线索摸排；二是加强部门联动。"
    )
    assert meaning.figures == {"立案件数": 23, "破案件数": 15, "抓获人数": 31, "案值": 1200, "捣毁窝点数": 4}
