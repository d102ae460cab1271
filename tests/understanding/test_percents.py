"""Percentages in sentences and as answers."""

import pytest

from data.understanding import Aim, Kind, Speaker, to_json, understand
from data.understanding.entities.percents import find_percents, percent_answered, read_percent
from data.understanding.reporting.numbers_put_right import corrected_percent
from tests.understanding.corpora import TODAY
from tests.understanding.plan import vocabulary


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("60", 60),
        ("60吧", 60),
        ("六成", 60),
        ("八成五", 85),
        ("大概七成", 70),
        ("差不多一半", 50),
        ("三分之二", 67),
        ("百分之八十", 80),
        ("大概有八十吧", 80),
        ("dunno, maybe a third", 33),
        ("three quarters", 75),
        ("about eighty percent", 80),
        ("101", None),
        ("八成是下雨", None),
        ("60，抽检了三批", None),
        ("成功", None),
    ],
)
def test_an_answer_states_a_percent_and_nothing_else(said: str, percent: int | None) -> None:
    assert read_percent(said) == percent


@pytest.mark.parametrize(
    ("said", "percents"),
    [
        ("完成全部任务的80%", ["80"]),
        ("完成抽检任务的80%", []),
        ("备案率到92%", []),
        ("抽检完成率达到90%", []),
        ("任务完成率达到90%", ["90"]),
        ("都按60报", ["60"]),
        ("就按八十算吧", ["80"]),
        ("按2-6报", []),
        ("差旅按80报销", []),
        ("按12月报", []),
        ("还差两成", ["80"]),
        ("大部分做了，其余20%没做", ["80"]),
        ("总体做了三分之二", ["67"]),
        ("落后计划10%", []),
        ("98% of samples passed", []),
        ("seizures up 20%", []),
        ("inspected 40% more containers", []),
        ("80% of the work is done", ["80"]),
        ("60% of the checks are done", ["60"]),
        ("60% of cases handled", ["60"]),
        ("completed 80% of the inspections", ["80"]),
        ("到位率96%，余4%流标，综合完成90%", ["90"]),
        ("不是百分之九十是百分之八十五", ["85"]),
        ("about 3/4 done", ["75"]),
        ("完成了3/4", ["75"]),
        ("3/4开会", []),
        ("比例估不出来 写一半吧", ["50"]),
        ("由70提高到75", ["75"]),
        ("从六成提到了七成半", ["75"]),
        ("一半到八成", ["80"]),
        ("进度提到75，再抓了2个", ["75"]),
        ("two thirds complete", ["67"]),
        ("four-fifths of the work is done", ["80"]),
        ("八五成", []),
        ("弄到八十趴了", ["80"]),
        ("一百趴", ["100"]),
        ("两台设备趴窝了", []),
        ("完成七八成了", ["75"]),
        ("会议从9到11，到场", []),
        ("进展百分之八十五一百零二批", ["85"]),
        ("完成二，还差两场", []),
    ],
)
def test_only_what_is_of_the_whole_task_is_its_progress(said: str, percents: list[str]) -> None:
    assert [each.values[0] for each in find_percents(said) if each.kind is Kind.PERCENT] == percents


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("sorry i typed 60 but it is 16", 16),
        ("手滑了，70写成7了", 70),
        ("上次的percent写错了，应该55", 55),
        ("抓获人数改成12", None),
        ("网点数写成54了，是45", None),
        ("刚才报的应该是七成五不是六成五，您帮我改一下", 75),
        ("说错了不是八十五是七十五你给我改一下", 75),
    ],
)
def test_a_percentage_is_put_right_by_what_is_said_to_be_right(said: str, percent: int | None) -> None:
    assert corrected_percent(said, None) == percent


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("填80，不对，是85", 85),
        ("填80，错了，应该是85", 85),
        ("填80，抓获人数8应为6", None),
        ("改80，刚85报高了", 80),
    ],
)
def test_what_puts_the_stated_percentage_right_is_one_too(said: str, percent: int | None) -> None:
    assert corrected_percent(said, 80) == percent


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("四十左右吧不好说", 40),
        ("90👌", 90),
        ("just over half, say 52", 52),
        ("92，不过那是备案率，工作本身算80", 80),
        ("7 of 9 events done so 76", 76),
        ("still at 50, nothing has moved", 50),
        ("上个月60，这个月到75了", 75),
        ("70吧 不对 应该是75", 75),
        ("备案率88", None),
        ("年底前达到100%", None),
        ("三十几", None),
        ("抽了四十五家做完三十家", None),
        ("下架了31", None),
    ],
)
def test_the_number_that_an_answer_says_is_to_be_put_down_is_the_percent(said: str, percent: int | None) -> None:
    assert percent_answered(said) == percent


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("之前报的60%，现在65%了", 65),
        ("上周60%，这周70%", 70),
        ("上次说60%，现在65", 65),
        ("去年完成30%，今年到现在60%", 60),
        ("现在65%，之前60%", 65),
        ("上周检查30家，完成60%", 60),
        ("上周完成60%", 60),
        ("last week 60%, now 70%", 70),
        ("last month 60%, now 70%", 70),
        ("is at 65%, last week it was 60%", 65),
        ("60% (last month 50%)", 60),
        ("60%（上周50%）", 60),
        ("现在80了", 80),
        ("80了", 80),
        ("目前八十了，还差两家", 80),
        ("查了80了", None),
        ("先报六成 不对 有七成了", 70),
    ],
)
def test_how_it_stood_before_tells_the_percent_only_if_nothing_else_does(said: str, percent: int | None) -> None:
    assert understand(f"1-2 {said}", vocabulary(), Speaker(("市公安局",)), TODAY, Aim.REPORT).percent == percent


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("1-2 80%没完成", 20),
        ("1-2 95%没办完", 5),
        ("1-2 有80%还没做", 20),
        ("1-2 完成了80%，20%没完成", 80),
        ("1-2 20% is not done yet", 80),
        ("1-2 80%没办法再推", 80),
        ("1-2 80%，没完成", 80),
    ],
)
def test_what_is_said_not_to_be_done_right_behind_a_percentage_is_left(said: str, percent: int) -> None:
    heard = to_json(understand(said, vocabulary(), Speaker(("市公安局",), False), TODAY))
    assert (heard["percent"], heard["status"]) == (percent, "in_progress")


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("1-2 55 线索33", 55),
        ("1-2 75 移交线索8条办结6条", 75),
        ("1-2 线索都核完了 再有俩月收尾 现在算70吧", 70),
        ("1-2 今年就开了一回会 算一半把", 50),
        ("1-2 厅里开了两次会 60", 60),
        ("1-2 培训了民警 60", None),
        ("1-2 完成半数左右", 50),
        ("1-2 白分之八十五，还差两个队", 85),
        ("1-2 半数商户无证", None),
        ("1-2 抓获 4 刑拘 53", None),
        ("1-2 缴获刀具50把", None),
    ],
)
def test_a_number_that_stands_for_itself_is_how_much_is_done(said: str, percent: int | None) -> None:
    assert understand(said, vocabulary(), Speaker(("市公安局",)), TODAY, Aim.REPORT).percent == percent
