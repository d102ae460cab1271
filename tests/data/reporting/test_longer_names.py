"""Longer names under which people write the figures of an indicator."""

import pytest

from data.plan.indicators import ensure_indicators, indicators
from data.reporting.figures import figures_said
from data.store import Database
from data.understanding import IndicatorWords

CASES = IndicatorWords("立案件数", "件", "whole", ("立案", "查处"))
VALUE = IndicatorWords("案值", "万元", "decimal", ("涉案金额",))
ARRESTS = IndicatorWords("抓获人数", "人", "whole", ("抓获",))
TO_THE_POLICE = IndicatorWords("移送公安件数", "件", "whole", ("移送公安", "移送"))
TO_THE_JUDICIARY = IndicatorWords("移送司法机关件数", "件", "whole", ("移送司法机关",))
KNOWN = (CASES, VALUE, ARRESTS, TO_THE_POLICE, TO_THE_JUDICIARY)


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("侦办案件6起", {"立案件数": 6}),
        ("侦办了6起假药案", {"立案件数": 6}),
        ("刑事立案4件，抓获涉案人员7名", {"立案件数": 4, "抓获人数": 7}),
        ("新立案件2起，涉案货值金额30万", {"立案件数": 2, "案值": 30}),
        ("立案2件，侦办案件3件", {}),
    ],
)
def test_longer_names_count_for_their_indicator_and_two_numbers_of_it_are_asked_about(
    said: str, figures: dict[str, float]
) -> None:
    assert figures_said(said, KNOWN).figures == figures


@pytest.mark.parametrize("said", ["移送检察院3件", "移送检察机关3件", "移送检查院3件"])
def test_the_procuratorate_belongs_to_the_judiciary_and_not_to_the_police(said: str) -> None:
    assert figures_said(said, KNOWN).figures == {"移送司法机关件数": 3}


def test_what_goes_to_the_police_and_to_the_procuratorate_is_counted_apart() -> None:
    figures = figures_said("移送公安2件，移送检察院3件", KNOWN).figures
    assert figures == {"移送公安件数": 2, "移送司法机关件数": 3}


@pytest.mark.parametrize("said", ["正在侦办两起", "还在查处3件", "仍在侦办案件5起", "正在依法侦办两起"])
def test_what_is_being_done_is_not_counted_as_done(said: str) -> None:
    assert figures_said(said, KNOWN).figures == {}


@pytest.mark.parametrize("said", ["8件已移送", "8起均已依法移送公安"])
def test_what_has_been_done_may_stand_behind_its_number(said: str) -> None:
    assert figures_said(said, KNOWN).figures == {"移送公安件数": 8}


def test_the_shipped_indicators_count_what_goes_to_the_judiciary_apart(db: Database) -> None:
    ensure_indicators(db)
    known = indicators(db)
    assert figures_said("移送公安2件，移送检察院3件", known).figures == {"移送公安件数": 2, "移送司法机关件数": 3}
    assert figures_said("移送4件", known).figures == {"移送公安件数": 4}
