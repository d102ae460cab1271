"""The units named in a cell of a plan."""

import pytest

from data.plan.files.problems import ProblemKind
from data.plan.files.responsible import with_roles_before
from data.plan.files.unit_cells import UnitsRead, read_units
from data.plan.unit_names import shipped_unit_names

NAMES = shipped_unit_names()


def read(cell: str) -> UnitsRead:
    return read_units([cell], NAMES)[0]


def told(read: UnitsRead) -> list[tuple[ProblemKind, dict[str, str]]]:
    return [(found.kind, dict(found.values)) for found in read.problems]


@pytest.mark.parametrize(
    "cell",
    [
        "市公安局、市税务局",
        "市公安局，市税务局",
        "市公安局,市税务局",
        "市公安局；市税务局",
        "市公安局;市税务局",
        "市公安局/市税务局",
        "市公安局\n市税务局",
        "市公安局 市税务局",
        "市 公安局　市税 务局",
        "市公安局和市税务局",
        "1、市公安局\n2、市税务局",
        "市公安局、市税务局、市公安局。",
        "责任单位：市公安局、市税务局",
    ],
)
def test_two_units_are_found_in_every_usual_writing(cell: str) -> None:
    assert read(cell) == UnitsRead(("市公安局", "市税务局"), (), ())


@pytest.mark.parametrize(
    "cell",
    [
        "牵头单位：市公安局\n配合单位：市税务局、市财政局",
        "牵头：市公安局；协办：市税务局、市财政局",
        "市公安局（牵头）、市税务局（配合）、市财政局（配合）",
        "市公安局（牵头）、市税务局、市财政局",
        "市公安局\n配合单位：市税务局、市财政局",
        "责任单位：市公安局 配合单位：市税务局、市财政局",
    ],
)
def test_the_leading_unit_is_kept_apart_from_the_joint_ones(cell: str) -> None:
    found = read(cell)
    assert (found.units, found.problems) == (("市公安局", "市税务局", "市财政局"), ())
    assert (found.leads, found.joints) == (("市公安局",), ("市税务局", "市财政局"))


@pytest.mark.parametrize(
    "cell",
    [
        "市公安局牵头，市税务局、市财政局配合",
        "由市公安局共同牵头，市税务局，市财政局按职责分工负责",
        "市公安局牵头、市税务局，市财政局协同",
        "市公安局，市税务局、市财政局配合",
        "市公安局为主；市税务局、市财政局",
    ],
)
def test_words_for_roles_may_stand_behind_the_names(cell: str) -> None:
    found = read(with_roles_before(cell))
    assert (found.leads, found.joints) == (("市公安局",), ("市税务局", "市财政局"))
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("市公安局|市税务局", ("市公安局", "市税务局")),
        ("重庆海关和市水务集团", ("重庆海关", "市水务集团")),
        ("各省、自治区、直辖市人民政府", ("各省自治区直辖市人民政府",)),
        ("会同县人民政府会同市公安局", ("会同县人民政府", "市公安局")),
    ],
)
def test_names_that_nobody_knows_are_parted_as_others_are(cell: str, units: tuple[str, ...]) -> None:
    assert read(cell).units == units


@pytest.mark.parametrize("cell", ["市公安局等市级部门", "市公安局会同市级相关部门", "市公安局等部门、市税务局"])
def test_others_that_are_meant_and_not_named_are_pointed_out(cell: str) -> None:
    assert read(cell).units[0] == "市公安局"
    assert [kind for kind, _ in told(read(cell))] == [ProblemKind.UNIT_UNNAMED]


@pytest.mark.parametrize("cell", ["市公安局·市税务局", "①市公安局②市税务局", "张三13800000000", "列第一位的牵头"])
def test_what_does_not_look_like_one_name_is_pointed_out(cell: str) -> None:
    assert [kind for kind, _ in told(read(cell))] == [ProblemKind.UNIT_DOUBTFUL]


def test_what_is_longer_than_names_may_be_is_no_unit() -> None:
    reading = read(f"市公安局、{'局' * 61}")
    assert reading.units == ("市公安局",)
    assert told(reading) == [(ProblemKind.UNIT_TOO_LONG, {"text": "局" * 60, "most": "60"})]


def test_the_members_of_a_joint_group_are_joint() -> None:
    found = read("市公安局（牵头）、各区（配合）")
    assert found.leads == ("市公安局",) and len(found.joints) == len(found.units) - 1 > 5


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("人民银行武汉分行营管部", "人民银行武汉分行营管部"),
        ("人民银行 武汉分行营管部", "人民银行武汉分行营管部"),
        ("市打击侵权假冒工作\n领导小组办公室", "市打击侵权假冒工作领导小组办公室"),
        ("市文化和旅游局", "市文化和旅游局"),
        ("市经济和\n信息化局", "市经济和信息化局"),
        ("长江航运公安局（刑侦、治安支队）", "长江航运公安局(刑侦、治安支队)"),
        ("Bureau of Ocean Fisheries", "Bureau of Ocean Fisheries"),
    ],
)
def test_one_name_stays_one(cell: str, unit: str) -> None:
    assert read(cell).units == (unit,)


@pytest.mark.parametrize(
    "cell", ["市文化和旅游局和市公安局", "市文化和旅游局以及市公安局", "和市文化和旅游局与市公安局"]
)
def test_an_and_between_names_is_told_from_one_within(cell: str) -> None:
    assert read(cell).units == ("市文化和旅游局", "市公安局")


def test_a_group_becomes_its_members_and_is_named() -> None:
    found = read("江汉区人民政府、各区")
    assert found.groups == ("各区人民政府",)
    assert len(found.units) == 13
    assert found.problems == ()


def test_a_changed_spelling_is_told() -> None:
    change = {"written": "武汉市公安局", "name": "市公安局"}
    assert told(read("武汉市公安局")) == [(ProblemKind.UNIT_SPELLING_CHANGED, change)]


def test_what_stood_in_brackets_behind_a_known_name_is_told() -> None:
    change = {"written": "市公安局(治安、经侦支队)", "name": "市公安局"}
    assert told(read("市公安局（治安、经侦支队）")) == [(ProblemKind.UNIT_SPELLING_CHANGED, change)]


def test_a_name_near_a_known_one_is_left_and_told() -> None:
    found = read("市水务局")
    assert found.units == ("市水务局",)
    ((kind, said),) = told(found)
    assert (kind, said["name"]) == (ProblemKind.UNIT_NEAR, "市水务局")
    assert "市税务局" in said["near"].split("、")


def test_a_unit_of_another_city_is_no_problem() -> None:
    assert read("市教育体育局") == UnitsRead(("市教育体育局",), (), ())


def test_the_spellings_of_an_unknown_unit_become_one_throughout_the_file() -> None:
    cells = ["教育体育局", "市教育体育局", "荆门市教育体育局、市公安局", "市 教育体育局"]
    found = read_units(cells, NAMES)
    assert [cell.units[0] for cell in found] == ["市教育体育局"] * 4
    assert told(found[0]) == [(ProblemKind.UNIT_SPELLING_CHANGED, {"written": "教育体育局", "name": "市教育体育局"})]
    assert told(found[1]) == []


@pytest.mark.parametrize("cell", ["", "  \n", "—", "无"])
def test_a_cell_that_names_nobody_says_so(cell: str) -> None:
    assert told(read(cell)) == [(ProblemKind.UNIT_MISSING, {})]


@pytest.mark.parametrize("cell", ["各有关单位", "市公安局、市税务局等单位"])
def test_units_that_are_meant_but_not_named_are_told(cell: str) -> None:
    assert told(read(cell)) == [(ProblemKind.UNIT_UNNAMED, {"text": cell})]
