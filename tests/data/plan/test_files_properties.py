"""Whatever is done to a file, it is either read or refused with a named problem."""

import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.people.roster_file import read_roster
from data.plan.files.plan import read_plan
from data.plan.files.problems import FileProblem
from data.plan.unit_names import shipped_unit_names
from tests.data.plan.small_files import PLAN, ROSTER, document, workbook
from tests.data.plan.yearly_plan import YEARLY_PLAN

EXAMPLES, ARCHIVES = 8, (2, 5, 6)
"""The number of examples, and which of them are archives."""
ODD_CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.floats(allow_nan=False, allow_infinity=False)
) | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=30)
Read = Callable[[bytes, str], object]


def plan(content: bytes, filename: str) -> object:
    return read_plan(content, filename, date(2019, 10, 24), shipped_unit_names())


def roster(content: bytes, filename: str) -> object:
    return read_roster(content, filename, shipped_unit_names())


@cache
def examples() -> list[tuple[Read, str, bytes]]:
    """Return a plan and a roster in each file format."""
    found: list[tuple[Read, str, bytes]] = []
    for read, table in ((plan, PLAN), (roster, ROSTER)):
        text = "\n".join(",".join(map(str, row)) for row in table)
        found += [(read, "x.csv", text.encode()), (read, "x.csv", text.encode("gb18030"))]
        found.append((read, "x.xlsx", workbook(table)))
    return [*found, (plan, "x.docx", document(PLAN)), (plan, "x.txt", YEARLY_PLAN.encode())]


def is_read_or_refused(read: Read, content: bytes, filename: str) -> None:
    with suppress(FileProblem):
        read(content, filename)


@pytest.mark.parametrize("number", range(EXAMPLES))
def test_the_examples_are_read(number: int) -> None:
    read, filename, content = examples()[number]
    assert read(content, filename)


@settings(deadline=None)
@given(
    st.integers(0, EXAMPLES - 1),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=4),
    st.floats(0.3, 1),
)
def test_bytes_that_were_changed_or_cut_off(which: int, changes: list[tuple[float, bytes]], kept: float) -> None:
    read, filename, content = examples()[which]
    for where, what in changes:
        at = int(where * len(content))
        content = content[:at] + what + content[at + len(what) :]
    is_read_or_refused(read, content[: int(kept * len(content))], filename)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ARCHIVES), st.floats(0, 1), st.integers(0, 8), st.binary(max_size=8))
def test_an_archive_whose_inside_was_changed(which: int, where: float, member: int, what: bytes) -> None:
    read, filename, content = examples()[which]
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for number, name in enumerate(old.namelist()):
            inside = old.read(name)
            if number == member:
                at = int(where * len(inside))
                inside = inside[:at] + what + inside[at + len(what) :]
            new.writestr(name, inside)
    is_read_or_refused(read, result.getvalue(), filename)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ODD_CELLS, max_size=8), max_size=6), st.booleans())
def test_cells_of_any_kind_below_the_headings(rows: list[list[object]], of_plan: bool) -> None:
    read, headings = (plan, PLAN[0]) if of_plan else (roster, ROSTER[0])
    is_read_or_refused(read, workbook([list(headings), *rows]), "x.xlsx")


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["x.csv", "x.xlsx", "x", "x.docx"]))
def test_any_bytes_by_any_name(content: bytes, filename: str) -> None:
    is_read_or_refused(plan, content, filename)
    is_read_or_refused(roster, content, filename)
