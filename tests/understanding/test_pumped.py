"""Texts that would make a backtracking pattern take exponential time are read in linear time."""

from time import process_time

import pytest

from data.reporting.figures import figures_said
from data.understanding import Speaker, understand
from tests.understanding.corpora import TODAY
from tests.understanding.plan import indicators, vocabulary

SECONDS = 0.5


@pytest.mark.parametrize(
    "text",
    [
        "wode" * 20 + "#",
        "1-2 能" + "达到" * 20 + "甲80%",
        "达到完成" * 20 + "甲80%",
        "各位领导" * 40,
        "全都都" * 25,
        "1-1到1-99 " * 400,
    ],
)
def test_a_sentence_that_repeats_itself_is_heard_at_once(text: str) -> None:
    vocabulary()
    started = process_time()
    understand(text, vocabulary(), Speaker(("市公安局",)), TODAY)
    assert process_time() - started < SECONDS


def test_a_line_of_figures_that_repeats_itself_is_read_at_once() -> None:
    started = process_time()
    assert figures_said("立案3件 " + "还有" * 30 + "甲", indicators()).figures == {"立案件数": 3}
    assert process_time() - started < SECONDS
