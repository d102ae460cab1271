"""The plan's first quarter with six units (`make rehearsal` plays all of it), and a check that the rehearsal finds
deliberate flaws."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.launcher import Launcher
from tests.rehearsal.goals import troubles
from tests.rehearsal.hearing import Reading
from tests.rehearsal.performance import rehearse
from tests.rehearsal.report import page
from tests.thoroughness import part_of

SEED = 3
END_OF_YEAR = date(2019, 12, 31)
BEFORE_THE_YEAR_ENDS = date(2019, 12, 16), END_OF_YEAR
BEFORE_DEADLINES = date(2019, 12, 9), date(2019, 12, 18)
AFTER_A_RETURN_OPENS = date(2019, 11, 27), date(2019, 12, 6)


@pytest.fixture(scope="module")
def players() -> Iterator[Launcher]:
    """A launcher that starts each bot, whatever its clock, in a process which need not import anything."""
    players = Launcher("tests.chaos.beforehand", "tests.rehearsal.process")
    yield players
    players.close()


@pytest.mark.timeout(600)
async def test_a_quarter_with_six_units_leaves_no_wrong_fact(players: Launcher) -> None:
    play = await rehearse(SEED, 6, END_OF_YEAR, files_from=END_OF_YEAR, launcher=players)
    assert [str(each) for each in play.differences] == troubles(play) == []
    assert play.hearing.of(Reading.WRITTEN) == []
    assert sum(len(each.told) for each in play.city.truth.duties) > 100
    assert "\n| 2019-12 | " in page(play, 1)


@pytest.mark.parametrize(
    ("flaw", "what", "first", "last"),
    part_of(
        [
            ("figures twice", "summary 立案件数", *BEFORE_THE_YEAR_ENDS),
            ("return twice", "return of ", *AFTER_A_RETURN_OPENS),
            ("reminded after a report", "expected not reminded, found reminded <- ", *BEFORE_DEADLINES),
            ("extension forgotten", "'2019-12-31')", *BEFORE_THE_YEAR_ENDS),
        ],
        4,
    ),
)
async def test_what_is_broken_is_named_with_the_sentence_behind_it(
    players: Launcher, flaw: str, what: str, first: date, last: date
) -> None:
    play = await rehearse(SEED, 4, last, flaw, first, files_from=date.max, launcher=players)
    found = [str(each) for each in play.differences]
    assert any(what in each for each in found), found
    assert any(" <- " in each for each in found)
