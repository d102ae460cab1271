"""Editing the text of an answer in words by naming the answer; mere remarks about it change nothing."""

import pytest

from data.understanding.dialog.words_edited import Edit, edit_of, edited_words


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("内容加一句：周五前回", Edit(True, "周五前回")),
        ("把内容改成明天下午开会", Edit(False, "明天下午开会")),
        ("内容补充：带身份证", Edit(True, "带身份证")),
        ("内容写“明天下午开会”", Edit(False, "明天下午开会")),
    ],
)
def test_words_are_changed_by_their_name(text: str, edit: Edit) -> None:
    assert edit_of("内容", text) == edit


def test_an_answer_has_other_names_than_its_label() -> None:
    assert edit_of("原因和进展", "理由改成设备没到") == Edit(False, "设备没到")


@pytest.mark.parametrize(
    ("text", "edited_to"),
    [
        ("最后一句删掉", "周五前报送总结。"),
        ("第一句删掉", "收到请回复。"),
        ("“收到请回复”不要了", "周五前报送总结。"),
        ("周五改成周四吧", "周四前报送总结。收到请回复。"),
        ("开头加上“各位同仁”", "各位同仁\n周五前报送总结。收到请回复。"),
        ("不用回复", None),
        ("海关不要", None),
    ],
)
def test_words_are_edited_by_what_stands_in_them(text: str, edited_to: str | None) -> None:
    assert edited_words(text, "周五前报送总结。收到请回复。") == edited_to


@pytest.mark.parametrize(
    ("text", "edited_to"),
    [
        ("身份证不要了", "周五前报送，带工作证"),
        ("身份证可以不要了", "周五前报送，带工作证"),
        ("身份证删掉", "周五前报送，带工作证"),
        ("工作证不用了", "周五前报送，带身份证"),
        ("工作证那句不要了", "周五前报送"),
        ("户口本不要了", None),
    ],
)
def test_what_goes_takes_its_joint_along(text: str, edited_to: str | None) -> None:
    assert edited_words(text, "周五前报送，带身份证和工作证") == edited_to


@pytest.mark.parametrize(
    ("before", "text", "edited_to"),
    [
        ("周五在301开会", "地点换到402", "周五在402开会"),
        ("周五在301开会", "会场改在党校", "周五在党校开会"),
        ("周五在301开会", "开会改在402", None),
        ("周五在301开会，周六在302开会", "地点换到402", None),
        ("会议周四开", "会议改在周五开", None),
        ("会议周四开", "地点改在402", None),
        ("培训在支队301开", "培训改在党校", None),
        ("收到线索3条", "线索换到下月报", None),
    ],
)
def test_only_a_place_that_is_called_so_is_moved(before: str, text: str, edited_to: str | None) -> None:
    assert edited_words(text, before) == edited_to


def test_nothing_is_left_of_a_clause_but_its_verb() -> None:
    assert edited_words("身份证不要了", "带身份证，周五开会") == "周五开会"


@pytest.mark.parametrize("text", ["内容写得不清楚", "内容写短一点", "内容改一下吧", "内容补充完整", "内容改成"])
def test_what_is_said_of_words_is_not_put_in_their_place(text: str) -> None:
    assert edit_of("内容", text) is None
