"""Words of one's own are changed by the name of what they answer; what only speaks of them changes nothing."""

import pytest

from data.understanding.words_edited import Edit, edit_of


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


@pytest.mark.parametrize("text", ["内容写得不清楚", "内容写短一点", "内容改一下吧", "内容补充完整", "内容改成"])
def test_what_is_said_of_words_is_not_put_in_their_place(text: str) -> None:
    assert edit_of("内容", text) is None
