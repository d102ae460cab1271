"""Reading the figures of a report from a line."""

import pytest

from data.errors.numbers import FigureImpossible, FiguresUnclear, FigureTwice
from data.plan.indicators import ensure_indicators, indicators
from data.reporting.figures import read_figures
from data.store import Database
from data.understanding import IndicatorWords


@pytest.fixture
def known(db: Database) -> list[IndicatorWords]:
    ensure_indicators(db)
    return indicators(db)


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("立案12 案值350.5万 检查 1,204", {"立案件数": 12, "案值": 350.5, "检查户次": 1204}),
        ("12 立案", {"立案件数": 12}),
        ("12立案 13检查", {"立案件数": 12, "检查户次": 13}),
        ("12 立案 13 检查 5 抓获", {"立案件数": 12, "检查户次": 13, "抓获人数": 5}),
        ("案值(万元) 350.5", {"案值": 350.5}),
        ("案值（元）：3,505,000", {"案值": 350.5}),
        ("案值350.5w", {"案值": 350.5}),
        ("案值3.5亿", {"案值": 35000}),
        ("filed 12", {"立案件数": 12}),
        ("12 cases filed and 3 arrests", {"立案件数": 12, "抓获人数": 3}),
        ("case value 3.5 million", {"案值": 350}),
        ("立案12件和抓获3人", {"立案件数": 12, "抓获人数": 3}),
        ("立案12 立案12", {"立案件数": 12}),
        ("立案12 抓了3个", {"立案件数": 12, "抓获人数": 3}),
        ("立案12 抓了俩", {"立案件数": 12, "抓获人数": 2}),
        ("共立案12起、抓获8人", {"立案件数": 12, "抓获人数": 8}),
        ("立案12，案值350万，另培训两场共300人", {"立案件数": 12, "案值": 350, "培训人次": 300}),
        ("检查1，204户", {"检查户次": 1204}),
        ("立案3，检查120户", {"立案件数": 3, "检查户次": 120}),
        ("12起案件", {"立案件数": 12}),
        ("cases filed 12, value 3.5m", {"立案件数": 12, "案值": 350}),
        ("另外还查获50件", {"查获件数": 50}),
        ("立案由10件增加到12件", {"立案件数": 12}),
        ("查扣37件2吨", {"查获件数": 37, "查获吨数": 2}),
        ("抓22 刑拘15 窝点3", {"抓获人数": 22, "刑拘人数": 15, "捣毁窝点数": 3}),
        ("没有新增", {}),
        ("都是0", {}),
    ],
)
def test_figures_are_read_however_they_are_written(
    known: list[IndicatorWords], line: str, figures: dict[str, float]
) -> None:
    assert read_figures(line, known) == figures


@pytest.mark.parametrize(
    ("line", "word"), [("立案12 送检", "送检"), ("350.5w", "350.5w"), ("销毁2箱", "销毁2箱"), ("  ", "")]
)
def test_what_is_no_figure_is_named_with_what_may_be(known: list[IndicatorWords], line: str, word: str) -> None:
    with pytest.raises(FiguresUnclear) as refused:
        read_figures(line, known)
    assert refused.value.word == word
    assert refused.value.known == tuple(known)


@pytest.mark.parametrize("word", ["立案12.5", "立案(万元)3", "案值(件) 3", "案值(万元)350万"])
def test_a_number_that_an_indicator_cannot_have_is_refused(known: list[IndicatorWords], word: str) -> None:
    with pytest.raises(FigureImpossible) as refused:
        read_figures(f"抓获3人 {word}", known)
    assert refused.value.word == word


def test_of_two_numbers_for_one_indicator_none_is_taken(known: list[IndicatorWords]) -> None:
    with pytest.raises(FigureTwice) as refused:
        read_figures("立案12 抓获3 立案13", known)
    assert refused.value == FigureTwice("立案件数", ("立案12", "立案13"), "cases filed")
