"""The meaning of what is written in answer to a question."""

import pytest

from data.understanding import Speaker, understand
from data.understanding.dialog.turns import HeardTurn, TurnMeaning, hear_turn
from data.understanding.intent.model import load_model
from tests.thoroughness import part_of
from tests.understanding.corpora import TODAY, digest_of, turns
from tests.understanding.plan import vocabulary

FARMING = Speaker(("市农业农村局",))


def meant(asked: str, text: str) -> HeardTurn:
    return hear_turn(understand(text, vocabulary(), FARMING, TODAY), asked)


def test_the_weights_belong_to_the_corpus() -> None:
    assert load_model("turns").digest == digest_of("turns"), "make train"


def test_what_was_learned_from_is_heard() -> None:
    said = part_of(turns(), 8)
    assert sum(turn.heard.meaning in turn.meanings for turn in said) >= 0.97 * len(said)


@pytest.mark.parametrize(
    ("asked", "text", "meaning"),
    [
        ("percent", "60", TurnMeaning.ANSWER),
        ("note", "抽检了三批，还有两家没去", TurnMeaning.ANSWER),
        ("preview", "可以，提交吧", TurnMeaning.AGREE),
        ("preview", "进度改成70%", TurnMeaning.CHANGE),
        ("percent", "跳过", TurnMeaning.SKIP),
        ("status", "什么叫受阻？", TurnMeaning.OTHER),
    ],
)
def test_one_question_has_many_answers(asked: str, text: str, meaning: TurnMeaning) -> None:
    assert meant(asked, text).meaning is meaning


def test_a_question_of_a_new_dialog_is_taken_for_its_kind() -> None:
    assert meant("return_preview", "没问题，报吧").meaning is TurnMeaning.AGREE
    assert meant("event_day", "3月15日").meaning is TurnMeaning.ANSWER
