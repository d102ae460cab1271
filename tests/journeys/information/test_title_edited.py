"""The title of work information is edited in words, whichever question is open."""

import pytest

from tests.journeys.town import Resident

BODY = "昨天市公安局在江岸区捣毁一个制假窝点，查获假酒300箱，抓获嫌疑人3人，案件正在进一步办理中。"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("标题前面加武汉两个字", "武汉市公安局捣毁冬季制假窝点"),
        ("标题后面加“纪实”", "市公安局捣毁冬季制假窝点纪实"),
        ("把标题里的冬季去掉", "市公安局捣毁制假窝点"),
        ("标题中的冬季二字删掉", "市公安局捣毁制假窝点"),
    ],
)
async def test_words_are_added_to_the_title_or_taken_out(lin: Resident, words: str, title: str) -> None:
    await lin.says("报工作信息", "市公安局捣毁冬季制假窝点", BODY)
    assert f"标题：{title}\n\n正文已有 47 字" in await lin.says(words)
    await lin.says("下一步")
    assert f"{title}\n市公安局 · 正文 47 字" in await lin.says("跳过")


async def test_a_title_is_also_edited_at_the_preview(lin: Resident) -> None:
    await lin.says("报工作信息", "市公安局捣毁制假窝点", BODY, "下一步", "跳过")
    assert "市公安局捣毁制假窝点纪实\n市公安局" in await lin.says("标题后面加“纪实”")
