"""Pictures of a table of units by indicators: as wide as a phone, split into as many as needed."""

import io

import pytest
from PIL import Image

from data.exports.pictures.canvas import WIDTH
from data.exports.pictures.unit_table import MOST_COLUMNS, MOST_ROWS, TableRow, UnitTable, unit_table


def table(rows: int, columns: int) -> UnitTable:
    cells = ["123,456,789.5 (9)"] * columns
    return UnitTable(
        "侵权假冒统计月报",
        ["2019年11月"],
        [("移送公安机关案件件数", "件")] * columns,
        [TableRow("市打击侵权假冒工作领导小组办公室", cells)] * rows,
        [TableRow("合计", cells)],
    )


@pytest.mark.parametrize(
    ("rows", "columns", "pictures"),
    [
        (4, 3, 1),
        (MOST_ROWS, MOST_COLUMNS, 1),
        (MOST_ROWS, MOST_COLUMNS + 1, 2),
        (MOST_ROWS + 1, MOST_COLUMNS, 2),
        (MOST_ROWS + 1, 2 * MOST_COLUMNS + 1, 6),
        (0, 1, 1),
    ],
)
def test_many_units_and_indicators_are_shared_among_pictures(rows: int, columns: int, pictures: int) -> None:
    drawn = [Image.open(io.BytesIO(each)) for each in unit_table(table(rows, columns), "zh")]
    assert len(drawn) == pictures and {each.width for each in drawn} == {WIDTH}
    assert max(each.height for each in drawn) < 3 * WIDTH


def test_a_picture_ends_below_what_stands_on_it() -> None:
    small, large = (Image.open(io.BytesIO(unit_table(table(rows, 2), "zh")[0])).height for rows in (1, 11))
    assert large - small == 10 * 64, "the name takes two lines"
