"""Rosters as a coordinator keeps them."""

import csv
import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from data.people.people import Role
from data.people.roster_file import RosterReading, RosterRow, phone_digits, read_roster
from data.plan.files.problems import ProblemKind
from data.plan.unit_names import shipped_unit_names

HEADER = ["单位", "姓名", "角色", "电话", "Telegram编号", "语言"]
LIAISON = ["市公安局", "甲", "联络员", "138 0000 0000", "1001", "zh"]


def read(*rows: Sequence[str], header: Sequence[str] = HEADER) -> RosterReading:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return read_roster(text.getvalue().encode("gb18030"), "名单.csv", shipped_unit_names())


def only(*row: str) -> RosterRow:
    (found,) = read(row).rows
    return found


def told(row: RosterRow) -> list[tuple[ProblemKind, dict[str, str]]]:
    return [(found.kind, dict(found.values)) for found in row.problems]


def test_a_person_is_read_whole() -> None:
    expected = RosterRow(2, "市公安局", "甲", Role.LIAISON, "13800000000", 1001, "zh", ())
    assert only(*LIAISON) == expected


def test_english_headings_and_words_are_known() -> None:
    header = ["unit", "name", "role", "phone", "telegram_id", "language"]
    reading = read(["公安局", "Li", "Deputy", "+86 13800000000", "1002", "EN"], header=header)
    expected = RosterRow(2, "市公安局", "Li", Role.DEPUTY, "13800000000", 1002, "en", ())
    assert reading == RosterReading((expected,), ())


def test_a_workbook_with_numbers_in_its_cells_reads_the_same() -> None:
    book, content = Workbook(), io.BytesIO()
    book.worksheets[0].append(["联络员名单"])
    book.worksheets[0].append(HEADER)
    book.worksheets[0].append(["市公安局", "甲", "联络员", 13800000000, 1001.0, "zh"])
    book.save(content)
    (row,) = read_roster(content.getvalue(), "名单.xlsx", shipped_unit_names()).rows
    assert (row.row, row.phone, row.telegram_id, row.problems) == (3, "13800000000", 1001, ())


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("", Role.LIAISON),
        ("联络员", Role.LIAISON),
        ("Ｂ角", Role.DEPUTY),
        ("b角", Role.DEPUTY),
        ("协调员", Role.COORDINATOR),
        ("observer", Role.OBSERVER),
        ("观察员", Role.OBSERVER),
    ],
)
def test_roles_are_known_in_both_languages(word: str, role: Role) -> None:
    row = only("市公安局", "甲", word, "", "", "")
    assert (row.role, row.problems) == (role, ())


@pytest.mark.parametrize("role", ["协调员", "观察员"])
def test_coordinators_and_observers_need_no_unit(role: str) -> None:
    assert only("", "甲", role, "", "", "").problems == ()


@pytest.mark.parametrize("role", ["", "联络员", "B角"])
def test_who_speaks_for_a_unit_needs_one(role: str) -> None:
    assert told(only("", "甲", role, "", "", "")) == [(ProblemKind.PERSON_WITHOUT_UNIT, {})]


def test_a_blank_unit_below_another_is_the_same_but_for_the_office() -> None:
    rows = read(
        ["市公安局", "甲", "", "", "", ""],
        ["", "乙", "B角", "", "", ""],
        ["", "丙", "协调员", "", "", ""],
        ["", "丁", "联络员", "", "", ""],
        ["市税务局", "戊", "", "", "", ""],
        ["", "己", "", "", "", ""],
    ).rows
    assert [row.unit for row in rows] == ["市公安局", "市公安局", "", "市公安局", "市税务局", "市税务局"]
    assert all(row.problems == () for row in rows)


@pytest.mark.parametrize("role", ["协调员", "观察员"])
def test_the_office_is_told_that_its_unit_may_stay_empty(role: str) -> None:
    assert told(only("办公室", "甲", role, "", "", ""))[0] == (
        ProblemKind.OFFICE_UNIT_UNKNOWN,
        {"name": "办公室", "near": ""},
    )


@pytest.mark.parametrize(
    ("column", "text", "kind"),
    [
        (2, "局长", ProblemKind.ROLE_UNKNOWN),
        (3, "1.38E+10", ProblemKind.PHONE_UNCLEAR),
        (3, "13800000000/13900000000", ProblemKind.PHONE_UNCLEAR),
        (4, "-5", ProblemKind.TELEGRAM_ID_UNCLEAR),
        (4, "0", ProblemKind.TELEGRAM_ID_UNCLEAR),
        (4, "@somebody", ProblemKind.TELEGRAM_ID_UNCLEAR),
        (4, "7.1E+09", ProblemKind.TELEGRAM_ID_UNCLEAR),
        (5, "法语", ProblemKind.LANGUAGE_UNKNOWN),
    ],
)
def test_what_can_not_be_understood_is_told(column: int, text: str, kind: ProblemKind) -> None:
    assert told(only(*LIAISON[:column], text, *LIAISON[column + 1 :])) == [(kind, {"text": text})]


def test_a_missing_name_is_told() -> None:
    assert told(only("市公安局", "", "", "", "1001", "")) == [(ProblemKind.NAME_MISSING, {})]


def test_an_unknown_unit_is_told_with_names_like_it_and_kept_as_written() -> None:
    row = only("市公安居", "甲", "", "", "", "")
    assert row.unit == "市公安居"
    assert told(row) == [(ProblemKind.UNIT_UNKNOWN, {"name": "市公安居", "near": "市公安局"})]


def test_a_group_is_no_unit_to_speak_for() -> None:
    assert told(only("各区", "甲", "", "", "", ""))[0][0] is ProblemKind.UNIT_UNKNOWN


def test_one_telegram_id_for_two_people_is_told_with_the_earlier_row() -> None:
    rows = read(LIAISON, ["市税务局", "乙", "", "", "1001", ""]).rows
    assert [told(row) for row in rows] == [
        [],
        [(ProblemKind.TELEGRAM_ID_DUPLICATE, {"telegram_id": "1001", "row": "2"})],
    ]


def test_the_same_line_twice_is_a_duplicate() -> None:
    assert told(read(LIAISON, LIAISON).rows[1])[0][0] is ProblemKind.TELEGRAM_ID_DUPLICATE


def test_one_phone_for_two_people_is_told_with_the_earlier_row() -> None:
    shared = ["市公安局", "甲", "", "138 0000 0000", "", ""], ["市税务局", "乙", "", "+86 13800000000", "", ""]
    same_person = ["市商务局", "甲", "", "13800000000", "", ""]
    assert [told(row) for row in read(*shared, same_person).rows] == [
        [],
        [(ProblemKind.PHONE_SHARED, {"row": "2"})],
        [],
    ]


def test_one_person_may_speak_for_two_units() -> None:
    assert [row.problems for row in read(LIAISON, ["市税务局", *LIAISON[1:]]).rows] == [(), ()]


def test_blank_rows_are_passed_over_and_row_numbers_kept() -> None:
    assert [row.row for row in read(LIAISON, [], ["", ""], ["市税务局", "乙", "", "", "", ""]).rows] == [2, 5]


def test_missing_columns_and_an_empty_roster_are_told() -> None:
    reading = read(header=["电话", "语言"])
    assert [found.kind for found in reading.problems] == [
        ProblemKind.COLUMN_MISSING,
        ProblemKind.COLUMN_MISSING,
        ProblemKind.NOTHING_READ,
    ]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("+86 138-0000-0000", "13800000000"),
        ("0086 13800000000", "13800000000"),
        ("8613800000000", "13800000000"),
        ("１３８００００００００", "13800000000"),
        ("(027) 8500 0000", "02785000000"),
        ("+1 555 010 0000", "15550100000"),
        ("1380000333", ""),
        ("138000011112", ""),
        ("无", ""),
        ("", ""),
    ],
)
def test_a_phone_number_is_its_digits_without_chinas_prefix(text: str, digits: str) -> None:
    assert phone_digits(text) == digits


def test_a_name_that_is_too_long_is_a_problem_of_its_row() -> None:
    assert told(only("市公安局", "甲" * 60, "联络员", "", "", "")) == []
    assert told(only("市公安局", "甲" * 3000, "联络员", "", "", "")) == [(ProblemKind.NAME_TOO_LONG, {"most": "60"})]
