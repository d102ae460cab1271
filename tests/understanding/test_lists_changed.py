"""Changing a list in words that name some of its members, clause by clause."""

import pytest

from data.understanding.dialog.lists_changed import (
    ListedMembers,
    ListOrder,
    changed_list,
    list_orders_in,
    with_the_others,
)
from data.understanding.normalise.sentence import clauses_of

UNITS = {
    "公安局": ("police",),
    "海关": ("customs",),
    "检察院": ("court",),
    "各区": ("north", "south"),
    "江岸区": ("north",),
}
EVERYTHING = ("police", "customs", "court", "north", "south")


def named(clause: str) -> list[ListedMembers]:
    """Return the places where a clause names units."""
    found = [(clause.find(name), name) for name in UNITS if name in clause]
    return [ListedMembers(at, at + len(name), UNITS[name]) for at, name in sorted(found)]


def after(text: str, present: list[str]) -> list[str] | None:
    """Return the list after the changes in `text`, or None if it says anything else."""
    orders = list[ListOrder]()
    for clause in clauses_of(text, spaces=True):
        order = list_orders_in(clause, {"units": named(clause)}).get("units")
        if named(clause) and order is None:
            return None
        orders = with_the_others(orders, clause) if order is None else [*orders, order]
    return changed_list(orders, present, EVERYTHING)


@pytest.mark.parametrize(
    ("text", "present", "left"),
    [
        ("只要公安局、海关，各区先不要", [], ["police", "customs"]),
        ("海关就不用报了", ["police", "customs"], ["police"]),
        ("别发给各区", [], ["police", "customs", "court"]),
        ("再加上检察院", ["police"], ["police", "court"]),
        ("公安局，再加上海关", ["court"], ["court", "police", "customs"]),
        ("加上海关，检察院", ["police"], ["police", "customs", "court"]),
        ("海关换成检察院", ["police", "customs"], ["police", "court"]),
        ("单位换成公安局和检察院", ["customs"], ["police", "court"]),
        ("除了海关都不要", ["police", "customs"], ["customs"]),
        ("除了海关，其他都不要", ["police", "customs"], ["customs"]),
        ("海关留着，其他的去掉", ["police", "customs"], ["customs"]),
        ("除海关外都不要", ["police", "customs"], ["customs"]),
        ("除了海关，其他都要", ["police"], ["police", "court", "north", "south"]),
        ("除了海关都要", ["police"], ["police", "court", "north", "south"]),
        ("删除海关", ["police", "customs"], ["police"]),
        ("改成各区除了江岸区", ["police"], ["south"]),
        ("算了只要海关", ["police"], ["customs"]),
        ("各区都要，江岸区除外", [], ["south"]),
        ("不是海关，是检察院", ["police", "customs"], ["police", "court"]),
        ("不对，是发给海关", ["police"], ["customs"]),
        ("发错了，应该是海关", ["police"], ["customs"]),
        ("公安局 海关", [], ["police", "customs"]),
        ("海关不要，再加检察院", ["police"], ["police", "court"]),
    ],
)
def test_a_list_is_changed_as_words_say(text: str, present: list[str], left: list[str]) -> None:
    assert after(text, present) == left


@pytest.mark.parametrize(
    "text",
    [
        "不是海关，是检察院",
        "海关换成检察院",
        "海关不要，检察院",
        "公安局的案值报错了",
        "请海关周五来开会",
        "公安局怎么样",
    ],
)
def test_what_says_anything_else_or_replaces_what_is_not_there_changes_no_list(text: str) -> None:
    assert after(text, ["police"]) is None
