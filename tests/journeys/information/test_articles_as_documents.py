"""Work information sent as a document, a forwarded article, or a file without any request."""

import pytest

from tests.journeys.files_sent import sends_pdf, word_document
from tests.journeys.information.articles import MORE, TEXT, TITLE, articles_stored
from tests.journeys.town import Resident, Town


async def sends_document(person: Resident, content: bytes, name: str = "信息.docx", caption: str = "") -> str:
    return await sends_pdf(person, name, caption, content)


async def test_a_forwarded_article_is_proposed_with_its_first_line_as_the_title(town: Town, lin: Resident) -> None:
    article = f"{TITLE}\n{TEXT * 3}"
    sent = town.world.say(lin.id, article)
    await town.settle()
    proposed = await lin.does(lambda: town.world.forward(lin.id, lin.id, sent.message_id))
    assert proposed.startswith(f"标题：{TITLE}\n\n正文已有 {len(TEXT) * 3} 字")
    assert TITLE in await lin.presses("下一步", "跳过")
    await lin.presses("提交")
    assert articles_stored(town) == [(TITLE, TEXT * 3)]


async def test_a_document_gives_title_and_text_and_is_kept(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息")
    assert (await sends_document(lin, word_document(TITLE, TEXT, MORE))).startswith("属于哪些任务？")
    assert f"{TITLE}\n市公安局 · 正文" in await lin.presses("跳过")
    await lin.presses("提交")
    assert articles_stored(town) == [(TITLE, f"{TEXT}\n{MORE}")]
    assert town.rows("SELECT name FROM attachments WHERE information_id = 1") == [{"name": "信息.docx"}]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04 broken", "没能读出里面的文字（文件打不开）"),
        (word_document(), "没能读出里面的文字（里面没有文字）"),
        (word_document("题", "长" * 4001), "这条 4,003 字加不下"),
    ],
    ids=["broken", "empty", "too long"],
)
async def test_a_document_that_cannot_be_read_is_kept_as_a_file(lin: Resident, content: bytes, why: str) -> None:
    await lin.says("报一条工作信息", TITLE)
    answer = await sends_document(lin, content)
    assert answer.startswith("“信息.docx”作附件收下了。") and why in answer
    assert "只报照片和文件就点“下一步”" in answer


async def test_a_document_whose_caption_says_so_begins_one(lin: Resident) -> None:
    assert "属于哪些任务" in await sends_document(lin, word_document(TITLE, TEXT), caption="报一条工作信息")


async def test_a_file_out_of_the_blue_can_become_work_information(town: Town, lin: Resident) -> None:
    await sends_document(lin, word_document(TITLE, TEXT))
    assert "属于哪些任务" in await lin.presses("作为工作信息报送")
    await lin.presses("跳过", "提交")
    assert articles_stored(town) == [(TITLE, TEXT)]
    assert town.rows("SELECT name FROM attachments WHERE information_id = 1") == [{"name": "信息.docx"}]
