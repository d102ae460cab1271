"""Buttons in rows that a phone shows whole."""

import pytest
from telegram import InlineKeyboardMarkup

from handlers.telegram import Verb, button
from handlers.telegram.keyboards import fitted
from handlers.wording import Wording


def rows(*labels: str) -> list[list[str]]:
    keyboard = fitted(InlineKeyboardMarkup([[button(each, Verb.CARD, 1) for each in labels]]))
    return [[each.text for each in row] for row in keyboard.inline_keyboard]


@pytest.mark.parametrize(
    "labels",
    [
        ("确认导入", "修改"),
        ("市经济和信息化局", "市机关事务局"),
        ("佐证材料", "选任务名称", "定期发送"),
        ("本季度", "上季度", "今年", "印发以来"),
        ("29-11", "43-5", "1-8", "1-9"),
        ("25%", "50%", "75%", "90%"),
        ("人民银行武汉分行营管部和别的很长的名称",),
    ],
)
def test_a_row_whose_labels_fit_stays(labels: tuple[str, ...]) -> None:
    assert rows(*labels) == [list(labels)]


def test_a_label_that_is_too_long_for_its_part_of_a_row_takes_a_larger_one() -> None:
    assert rows("市检察院", "人民银行武汉分行营管部") == [["市检察院"], ["人民银行武汉分行营管部"]]
    assert rows("✓ 每周清单", "✗ 到期前一天", "✗ 逾期") == [["✓ 每周清单", "✗ 到期前一天"], ["✗ 逾期"]]


def test_a_label_shows_names_as_they_are() -> None:
    recall = Wording("收回 {name}", "Recall {name}")
    assert rows(recall("zh", name="王<b>&警"), "A&amp;B") == [["收回 王<b>&警", "A&amp;B"]]
