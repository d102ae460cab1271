"""Work information: a unit writes it in the chat, and the office takes it into a brief or not."""

from io import BytesIO

import pytest
from docx import Document

from data.store import change
from tests.journeys.test_evidence import sends_album, sends_pdf, sends_photo
from tests.journeys.test_exporting import files_sent, text_of
from tests.journeys.town import Resident, Town

TITLE = "捣毁一处制售假酒窝点"
TEXT = "11月20日，我局在江岸区捣毁制售假酒窝点一处，抓获5人。"
MORE = "现场查获假冒白酒1200瓶，案值约35万元。"
ARTICLE = f"{TITLE}\n{TEXT}\n{MORE}"


async def writes(person: Resident, article: str = ARTICLE) -> str:
    """Write an article as far as the preview; returns that."""
    await person.says("报一条工作信息", article)
    return await person.presses("下一步", "跳过")


async def sends(person: Resident, article: str = ARTICLE) -> str:
    await writes(person, article)
    return await person.presses("提交")


def kept(town: Town, columns: str = "title, text") -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in town.rows(f"SELECT {columns} FROM information ORDER BY id")]


def document(*paragraphs: str) -> bytes:
    made, file = Document(), BytesIO()
    for words in paragraphs:
        made.add_paragraph(words)
    made.save(file)
    return file.getvalue()


async def sends_document(person: Resident, content: bytes, name: str = "信息.docx", caption: str = "") -> str:
    return await sends_pdf(person, name, caption, content)


async def test_title_text_photos_and_tasks_are_asked_looked_at_and_sent(town: Town, lin: Resident) -> None:
    assert (await lin.says("报一条工作信息")).startswith("工作信息的标题是什么？")
    assert "一共最多 4,000 字" in await lin.says(TITLE)
    assert (await lin.says(TEXT)).startswith(f"正文已有 {len(TEXT)} 字，还可以写 {4000 - len(TEXT):,} 字。")
    assert (await lin.says(MORE)).startswith(f"正文已有 {len(TEXT) + len(MORE) + 1} 字")
    assert "已收到 照片（2 KB）" in await sends_photo(lin)
    assert (await lin.presses("下一步")).startswith("属于哪些任务？")
    assert "✓ 1-2 昆仑行动打食药环犯罪" in (await lin.presses("1-2"), *lin.buttons())
    preview = await lin.presses("下一步")
    for line in (TITLE, "市公安局 · 正文 ", f"{TEXT}\n{MORE}", "相关任务：1-2", "照片和文件：照片（2 KB）"):
        assert line in preview
    assert kept(town) == []
    assert (await lin.presses("提交")).endswith("市公安局报送 1 条，采用 0 条")
    assert kept(town) == [(TITLE, f"{TEXT}\n{MORE}")]
    assert len(town.rows("SELECT * FROM attachments WHERE information_id = 1")) == 1
    assert town.rows("SELECT code FROM information_tasks JOIN tasks ON tasks.id = task_id") == [{"code": "1-2"}]


@pytest.mark.parametrize(
    "words",
    ["/info", "工作信息", "我们报的工作信息采用了吗", "work information"],
    ids=["command", "word", "asked", "en"],
)
async def test_the_list_shows_what_the_own_unit_has_sent(lin: Resident, qian: Resident, words: str) -> None:
    await sends(lin)
    await sends(qian, "商务局的信息\n第一次例会已开。")
    shown = await lin.says(words)
    assert f"市公安局报送 1 条，采用 0 条\n1. 11月25日《{TITLE}》 · 待处理" in shown and "商务局" not in shown


async def test_a_text_that_is_too_long_is_refused_and_the_rest_kept(town: Town, lin: Resident) -> None:
    refused = await lin.says("报一条工作信息", TITLE, "甲" * 3000, "乙" * 1200)
    assert "正文最多 4,000 字：已有 3,000 字，这条 1,200 字加不下，没有收。" in refused
    assert "正文已有 3,000 字" in refused
    await lin.says("丙" * 900)
    assert "这里只显示开头" in await lin.presses("下一步", "跳过")
    await lin.presses("提交")
    assert kept(town, "text") == [(f"{'甲' * 3000}\n{'丙' * 900}",)]


async def test_a_title_that_is_too_long_or_empty_is_refused(lin: Resident) -> None:
    assert "工作信息的标题是什么" in await lin.says("报一条工作信息", "？")
    assert await lin.says("段" * 120) == "正文收到了，标题写什么？"
    assert "标题请控制在 100 字以内（现在 130 字）" in await lin.says("题" * 130)
    assert "正文已有 120 字" in await lin.says(TITLE)


async def test_with_nothing_in_it_there_is_no_way_on(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息", TITLE)
    assert "下一步" not in lin.buttons()
    await sends_photo(lin)
    assert "市公安局 · 没有正文" in await lin.presses("下一步", "跳过")
    assert "✕ 1" in (await lin.presses("修改", "照片和文件"), *lin.buttons())
    refused = await lin.presses("✕ 1", "提交")
    assert refused.startswith("还没有正文，也没有照片和文件。") and kept(town) == []


async def test_a_file_too_large_is_refused_and_the_rest_kept(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    refused = await sends_pdf(lin, "大.zip", content=bytes(20 * 1024 * 1024 + 1))
    assert refused.startswith("“大.zip”有 20.1 MB，最多 20 MB。") and "正文已有" in refused
    assert "这里只收文字、照片和文件" in await lin.does(lambda: town.world.share_contact(lin.id, phone="13800000000"))


async def test_the_files_of_an_album_are_answered_in_one_message(lin: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    before = len(lin.heard())
    await sends_album(lin, "1.jpg", "2.jpg", "3.jpg", photos=True)
    assert "已收到 照片 3 张" in lin.sees() and len(lin.heard()) == before


async def test_a_task_of_another_unit_is_refused_and_the_others_are_kept(lin: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    await lin.presses("下一步")
    refused = await lin.says("1-2、27-3")
    assert refused.startswith("“27-3”不是您单位的任务") and "已选：1-2" in refused
    assert "相关任务：1-2、7-1" in await lin.says("7-1")


async def test_a_forwarded_article_is_proposed_with_its_first_line_as_the_title(town: Town, lin: Resident) -> None:
    article = f"{TITLE}\n{TEXT * 3}"
    sent = town.world.say(lin.id, article)
    await town.settle()
    proposed = await lin.does(lambda: town.world.forward(lin.id, lin.id, sent.message_id))
    assert proposed.startswith(f"正文已有 {len(TEXT) * 3} 字")
    assert TITLE in await lin.presses("下一步", "跳过")
    await lin.presses("提交")
    assert kept(town) == [(TITLE, TEXT * 3)]


async def test_a_document_gives_title_and_text_and_is_kept(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息")
    assert (await sends_document(lin, document(TITLE, TEXT, MORE))).startswith("属于哪些任务？")
    assert f"{TITLE}\n市公安局 · 正文" in await lin.presses("跳过")
    await lin.presses("提交")
    assert kept(town) == [(TITLE, f"{TEXT}\n{MORE}")]
    assert town.rows("SELECT name FROM attachments WHERE information_id = 1") == [{"name": "信息.docx"}]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04 broken", "没能读出里面的文字（文件打不开）"),
        (document(), "没能读出里面的文字（里面没有文字）"),
        (document("题", "长" * 4001), "这条 4,003 字加不下"),
    ],
    ids=["broken", "empty", "too long"],
)
async def test_a_document_that_cannot_be_read_is_kept_as_a_file(lin: Resident, content: bytes, why: str) -> None:
    await lin.says("报一条工作信息", TITLE)
    answer = await sends_document(lin, content)
    assert answer.startswith("“信息.docx”作附件收下了。") and why in answer
    assert "只报照片和文件就点“下一步”" in answer


async def test_a_document_whose_caption_says_so_begins_one(lin: Resident) -> None:
    assert "属于哪些任务" in await sends_document(lin, document(TITLE, TEXT), caption="报一条工作信息")


async def test_a_file_out_of_the_blue_can_become_work_information(town: Town, lin: Resident) -> None:
    await sends_document(lin, document(TITLE, TEXT))
    assert "属于哪些任务" in await lin.presses("作为工作信息报送")
    await lin.presses("跳过", "提交")
    assert kept(town) == [(TITLE, TEXT)]
    assert town.rows("SELECT name FROM attachments WHERE information_id = 1") == [{"name": "信息.docx"}]


async def test_a_text_is_changed_and_added_to_from_the_preview(town: Town, lin: Resident) -> None:
    await writes(lin)
    assert "发新的会换掉它" in await lin.presses("修改", "正文")
    await lin.presses("补充")
    assert f"{TEXT}\n{MORE}\n案件正在侦办。" in await lin.says("案件正在侦办。")
    await lin.presses("修改", "正文")
    assert "正文已有 5 字" in await lin.says("全部重写。")
    assert "全部重写。\n第二段。" in (await lin.says("第二段。"), await lin.presses("下一步"))[1]
    await lin.presses("修改", "标题")
    assert "另一个标题" in await lin.says("另一个标题")
    await lin.presses("提交")
    assert kept(town) == [("另一个标题", "全部重写。\n第二段。")]


@pytest.mark.parametrize(
    "words", ["把标题改成种子市场检查", "标题改为：种子市场检查", "change the title to 种子市场检查"]
)
async def test_the_title_is_put_right_in_words_at_the_preview(lin: Resident, words: str) -> None:
    await writes(lin)
    assert "\n种子市场检查\n市公安局 · 正文" in await lin.says(words)


async def test_a_word_that_leaves_something_out_is_no_title(lin: Resident) -> None:
    assert "工作信息的标题是什么" in await lin.says("报一条工作信息", "没有了")


async def test_withdraw_in_words_is_about_what_was_sent_last(town: Town, lin: Resident) -> None:
    await sends(lin)
    assert await lin.says("撤回") == f"要撤回工作信息《{TITLE}》吗？"
    assert f"已撤回《{TITLE}》" in await lin.presses("撤回")
    assert "没有可以撤回的" in await lin.says("撤回")
    await sends(lin)
    await town.move_to("2019-11-25 08:40")
    await lin.reports("8-2", "已完成")
    assert "8-2" in await lin.says("撤回")


@pytest.mark.parametrize("said", ["撤回工作信息", "撤回这条信息", "刚才报的信息撤了吧", "withdraw that article"])
async def test_what_was_sent_is_taken_back_by_its_name(lin: Resident, said: str) -> None:
    assert "还没有报过" in await lin.says(said) or "市公安局报送 0 条" in lin.sees()
    await sends(lin)
    assert await lin.says(said) == f"要撤回工作信息《{TITLE}》吗？"
    assert f"已撤回《{TITLE}》" in await lin.says("是")


async def test_a_photo_with_an_article_below_it_adds_that_whichever_question_is_open(lin: Resident) -> None:
    await writes(lin)
    assert f"{MORE}\n{'说' * 70}" in await sends_photo(lin, "说" * 70)
    await lin.presses("修改", "正文", "补充")
    assert "请发要补充的话" in await sends_photo(lin)
    assert f"{'说' * 70}\n最后一句。\n照片和文件：照片 2 张（5 KB）" in await lin.says("最后一句。")


async def test_words_of_an_article_are_never_taken_for_an_order(lin: Resident) -> None:
    await lin.says("报一条工作信息", "取消三家门店的经营资格")
    assert "正文已有" in await lin.says("算了解，共取消三家门店的经营资格，1-2 已完成80%，请跳过第二条。")


async def begins_a_text(person: Resident) -> None:
    await person.says("报一条工作信息")
    assert "正文已有" in await person.says("题目是：联合行动查获假酒", "昨日我局出动10人，查获假酒200瓶。")


@pytest.mark.parametrize(
    "said", ["发错了", "1-3", "撤回刚才那条信息", "重新写吧", "2-6 80%", "办公室电话是多少", "请帮我查一下商务局的进展"]
)
async def test_what_may_be_said_to_the_bot_is_put_into_an_article_only_when_asked_for(
    town: Town, lin: Resident, said: str
) -> None:
    await begins_a_text(lin)
    assert await lin.says(said) == f"“{said}”要写进正文吗？不是正文就点“不写进去”。"
    await lin.presses("不写进去")
    await lin.says(said)
    await lin.presses("写进正文", "下一步", "跳过")
    assert (await lin.says("提交")).startswith("已提交")
    assert kept(town) == [("联合行动查获假酒", f"昨日我局出动10人，查获假酒200瓶。\n{said}")]


@pytest.mark.parametrize("said", ["弄完了", "完事了", "好了"])
async def test_that_the_article_is_written_is_no_part_of_it(town: Town, lin: Resident, said: str) -> None:
    await begins_a_text(lin)
    await lin.says(said)
    await lin.presses("跳过")
    assert (await lin.says("提交")).startswith("已提交")
    assert kept(town) == [("联合行动查获假酒", "昨日我局出动10人，查获假酒200瓶。")]


@pytest.mark.parametrize(("said", "answered"), [("什么时候截止啊", "到期"), ("这个月报了几条信息了", "工作信息")])
async def test_what_is_asked_in_between_is_answered_and_the_article_goes_on(
    town: Town, lin: Resident, said: str, answered: str
) -> None:
    await begins_a_text(lin)
    before, seen = lin.sees(), len(lin.messages())
    await lin.says(said)
    assert answered in lin.messages()[seen - 1].text
    assert lin.sees() == before and lin.buttons() == ["下一步", "上一步", "取消"]
    await lin.presses("下一步", "跳过")
    assert (await lin.says("提交")).startswith("已提交")
    assert kept(town) == [("联合行动查获假酒", "昨日我局出动10人，查获假酒200瓶。")]


@pytest.mark.parametrize("said", ["写完了", "没别的了", "发送", "done writing"])
async def test_words_for_having_written_all_lead_on(lin: Resident, said: str) -> None:
    await begins_a_text(lin)
    assert "属于哪些任务？" in await lin.says(said)


async def test_title_and_text_are_put_right_while_the_text_is_written(town: Town, lin: Resident) -> None:
    await begins_a_text(lin)
    assert "标题：联合行动查获假烟" in await lin.says("标题改成：联合行动查获假烟")
    assert (await lin.says("正文里10人改成11人")).startswith("正文已改：正文里10人改成11人")
    await lin.says("写完了")
    await lin.presses("跳过")
    assert "查获假酒300瓶" in await lin.says("200瓶改成300瓶")
    await lin.presses("提交")
    assert kept(town) == [("联合行动查获假烟", "昨日我局出动11人，查获假酒300瓶。")]


async def test_an_article_that_speaks_of_a_task_by_its_name_may_be_work_information(town: Town, lin: Resident) -> None:
    await lin.says(f"昆仑行动破获一起假药案\n11月以来，我局{'深入摸排' * 10}，立案3起，已移送检察院。")
    assert lin.buttons() == ["报工作信息", "报 1-2 的进展", "取消"]
    assert "正文已有 61 字" in await lin.presses("报工作信息")
    assert town.rows("SELECT * FROM drafts") == []


async def test_it_waits_while_something_else_is_done_and_over_a_restart(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    await sends_photo(lin)
    assert "正文已有" in await lin.says("我的任务")
    await lin.presses("8-2", "报进展", "取消")
    await town.restart()
    assert "正文已有" in await lin.says("继续填报")
    assert "已提交" in await lin.presses("下一步", "跳过", "提交")


async def test_what_is_given_up_is_gone_with_its_files(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    await sends_photo(lin)
    await lin.presses("取消", "不要了")
    assert town.rows("SELECT * FROM attachments") == town.rows("SELECT * FROM evidence") == []
    assert kept(town) == []


async def test_pressing_submit_twice_sends_once(town: Town, lin: Resident) -> None:
    await writes(lin)
    preview = lin.last()
    await lin.presses("提交", on=preview)
    await lin.presses("撤回")
    assert town.rows("SELECT count(*) AS n FROM information") == [{"n": 1}]


async def test_it_is_withdrawn_as_long_as_it_is_not_taken(town: Town, lin: Resident, chen: Resident) -> None:
    await sends(lin)
    assert f"已撤回《{TITLE}》" in await lin.presses("撤回")
    assert TITLE not in await chen.says("/info")
    await sends(lin)
    withdraw = lin.last()
    await take(chen)
    assert "已经采用，不能撤回了" in await lin.presses("撤回", on=withdraw)
    assert [row[0] is None for row in kept(town, "withdrawn_at")] == [False, True]


async def test_the_office_decides_in_words(town: Town, lin: Resident, qian: Resident, chen: Resident) -> None:
    assert await chen.says("采用公安局那条") and not town.rows("SELECT * FROM dialogs")
    await sends(lin)
    await sends(qian, "开展双打宣传\n商务局开展宣传三场。")
    which = await chen.says("不采用")
    assert which.startswith("还没有处理。不采用哪一条") and len(chen.buttons()) == 3
    assert "编入哪一期简报" in await chen.says("采用公安局那条")
    await chen.presses("本周")
    assert "市公安局没有等待处理的工作信息" in await chen.says("公安局那条不采用")
    read = await chen.says("商务局那条不采用，太简单了")
    assert "太简单了" in read
    await chen.presses("发给对方")
    assert kept(town, "verdict, word") == [("taken", ""), ("declined", "太简单了")]


async def take(chen: Resident, week: str = "本周") -> str:
    await chen.says("/info")
    return await chen.presses("1 ", "采用", week)


async def test_the_office_sees_what_came_with_its_pictures(lin: Resident, chen: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    await sends_album(lin, "1.jpg", "2.jpg", photos=True)
    await sends_pdf(lin, "说明.pdf")
    await lin.presses("下一步", "7-1", "下一步", "提交")
    listed = await chen.says("/info")
    assert listed.startswith("工作信息 · 待处理 1 · 已采用 0 · 未采用 0\n")
    assert f"1. 11月25日 市公安局《{TITLE}》（附件 3） · 待处理" in listed
    before = len(chen.messages())
    shown = await chen.presses("1 ")
    assert len(chen.messages()) == before + 4
    assert f"市公安局《{TITLE}》的照片和文件" in [each.text for each in chen.messages()[before:]]
    for line in (TITLE, "市公安局 林警官 · 11月25日 08:30", "相关任务：7-1", "状态：待处理", f"{TEXT}\n{MORE}"):
        assert line in shown
    assert chen.buttons() == ["采用", "不采用", "改一份", "照片和文件（3）", "工作信息列表"]


async def test_what_is_taken_goes_into_a_brief_and_the_unit_hears_of_it_once(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await sends(lin)
    await chen.says("/info")
    assert "编入哪一期简报" in await chen.presses("1 ", "采用")
    assert chen.buttons()[0] == "本周（11月25日—12月1日）"
    assert "编入 11月25日—12月1日 的简报" in await chen.presses("本周")
    await town.move_to("2019-11-25 09:30")
    letter = f"您单位报送的《{TITLE}》已采用，编入 11月25日—12月1日 的工作简报。谢谢！"
    assert letter in lin.heard()
    await chen.says("/info")
    await chen.presses("已采用", "1 ", "换一期")
    assert "改编入 12月9日—12月15日 的简报，对吗？" in await chen.says("12月10日")
    assert "改编入 12月9日—12月15日 的简报。" in await chen.says("对")
    await town.move_to("2019-11-25 10:30")
    assert lin.heard().count(letter) == 1 and kept(town, "brief") == [("2019-12-09",)]
    assert "市公安局报送 1 条，采用 1 条" in await lin.says("/info")


async def test_what_is_not_taken_is_told_politely_with_the_word(town: Town, lin: Resident, chen: Resident) -> None:
    await sends(lin)
    await chen.says("/info")
    assert "请写一句说明，市公安局会看到" in await chen.presses("1 ", "不采用")
    read_back = await chen.says("下期一起编发")
    letter = f"您单位报送的《{TITLE}》这次没有编入简报：下期一起编发\n谢谢报送，欢迎继续来稿。"
    assert letter in read_back
    assert f"已告诉市公安局：《{TITLE}》这次没有采用。" in await chen.presses("发给对方")
    await town.move_to("2019-11-25 09:30")
    assert letter in lin.heard()
    await lin.presses("看这一条")
    assert "状态：未采用：下期一起编发" in lin.sees() and "撤回" in lin.buttons()


async def test_a_usual_word_is_one_press_and_a_courtesy_is_none(lin: Resident, chen: Resident) -> None:
    await sends(lin)
    await chen.says("/info")
    await chen.presses("1 ", "不采用")
    assert "没有记作原因" in await chen.says("好的")
    assert "内容很好，留作下期参考" in await chen.presses("内容很好")


async def test_the_office_hears_of_it_in_its_morning_message_once(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    before = len(chen.heard())
    await sends(lin)
    assert len(chen.heard()) == before
    await town.move_to("2019-11-25 09:05")
    assert f"新到工作信息\n市公安局《{TITLE}》" in chen.sees()
    await town.move_to("2019-11-25 15:00")
    await sends(zhou, "又一条信息\n有一段正文。")
    await town.move_to("2019-11-26 09:05")
    assert "新到工作信息\n市市场监管局《又一条信息》" in chen.sees() and TITLE not in chen.sees()
    morning = chen.last()
    assert "待处理 2" in await chen.presses("看工作信息（1）")
    assert "又一条信息" in next(each.text for each in chen.messages() if each.message_id == morning.message_id)
    await take(chen)
    await town.move_to("2019-11-27 09:05")
    assert "新到工作信息" not in chen.sees()


async def test_what_was_withdrawn_meanwhile_is_not_told(town: Town, lin: Resident, chen: Resident) -> None:
    await sends(lin)
    await lin.presses("撤回")
    await town.move_to("2019-11-25 09:05")
    assert not any("新到工作信息" in text for text in chen.heard())


@pytest.mark.parametrize("words", ["出简报", "上周简报", "last week's brief"])
async def test_the_brief_is_put_together_from_what_was_taken(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, words: str
) -> None:
    await sends(lin)
    await take(chen, "上周")
    await sends(zhou, "还没有处理的\n有一段正文。")
    await chen.says("/info")
    await (chen.presses(words) if words == "出简报" else chen.says(words))
    [sent] = files_sent(chen)
    assert sent.media is not None and sent.media.name.endswith("20191118-20191124.docx")
    text = text_of(town, chen)
    assert f"三、工作信息\n{TITLE}\n{TEXT}\n{MORE}\n（市公安局供稿）" in text and "还没有处理的" not in text


async def test_the_office_edits_a_copy_and_the_units_words_stay(town: Town, lin: Resident, chen: Resident) -> None:
    await sends(lin)
    await chen.says("/info")
    await chen.presses("1 ", "改一份", "不改")
    assert "简报里会这样写" in await chen.says("市公安局捣毁假酒窝点一处。")
    assert "办公室的修改稿" in await chen.presses("保存", "看这一条") and "市公安局捣毁假酒窝点一处。" in chen.sees()
    assert f"{TEXT}\n{MORE}" in await chen.presses("看原文")
    assert kept(town, "text, edited_title, edited_text") == [
        (f"{TEXT}\n{MORE}", TITLE, "市公安局捣毁假酒窝点一处。"),
    ]
    assert {row["action"] for row in town.rows("SELECT action FROM audit")} >= {"information", "edit_information"}
    assert "改工作信息" in await chen.says("/audit")


async def test_a_long_text_is_read_in_pages(lin: Resident, chen: Resident) -> None:
    paragraphs = "\n".join(f"第{number}段：{'<&>' * 60}" for number in range(20))
    await sends(lin, f"{TITLE}\n{paragraphs}")
    await chen.says("/info")
    assert "第0段" in await chen.presses("1 ") and "第19段" not in chen.sees()
    while "下一页" in chen.buttons():
        await chen.presses("下一页")
    assert "第19段" in chen.sees()


async def test_the_list_goes_by_pages_and_by_what_became_of_it(town: Town, lin: Resident, chen: Resident) -> None:
    for number in range(10):
        await lin.says(f"报工作信息：第{number}条\n有一段正文。")
        await lin.presses("下一步", "跳过", "提交")
        await town.move_to(f"2019-11-25 08:{31 + number}")
    assert "第 1/2 页" in await chen.says("/info") and "《第9条》" in chen.sees()
    assert "10. 11月25日 市公安局《第0条》" in await chen.presses("下一页")
    assert "这里还没有工作信息" in await chen.presses("已采用")
    assert "待处理 10" in await chen.presses("全部")


async def test_another_units_is_neither_shown_nor_changed(
    town: Town, lin: Resident, qian: Resident, gu: Resident, chen: Resident
) -> None:
    await sends(lin)
    before = kept(town, "*")
    for does in ("open:1", "files:1", "withdraw:1", "take:1", "decline:1", "edit:1", "original:1:0", "brief"):
        for person in (qian, gu):
            assert TITLE not in await person.forges(f"information:{does}")
    for does in ("take", "decline", "edit"):
        assert "由办公室使用" in await lin.forges(f"information:{does}:1")
    assert "填报由各单位的联络员办理" in await gu.says("/info")
    assert kept(town, "*") == before


async def test_who_is_no_longer_of_the_office_cannot_decide(town: Town, lin: Resident, chen: Resident) -> None:
    await sends(lin)
    await chen.says("/info")
    await chen.presses("1 ", "采用")
    change(town.db, "UPDATE memberships SET role = 'observer' WHERE role = 'coordinator'")
    await chen.presses("本周")
    assert kept(town, "verdict") == [(None,)]


async def test_forgetting_leaves_it_to_the_unit_without_the_name(town: Town, lin: Resident, chen: Resident) -> None:
    await sends(lin)
    await lin.says("/forget")
    await lin.presses("删除")
    await chen.says("/info")
    assert "市公安局 （姓名不详）" in await chen.presses("1 ")
    assert kept(town, "title, person_id") == [(TITLE, None)]


async def test_all_of_it_in_english(town: Town, grace: Resident, chen: Resident) -> None:
    assert (await grace.says("/info")).startswith("Work information\n市贸促会: 0 sent, 0 taken\nNone sent yet.")
    assert (await grace.presses("Send work information")).startswith("What is the title")
    assert "characters so far" in await grace.says("Fair opens\nThe stands were checked on 20 November.")
    assert (await grace.presses("Go on")).startswith("Which tasks does it belong to?")
    assert (await grace.presses("Skip")).startswith("Please check")
    assert "The office will see it" in await grace.presses("Submit")
    await take(chen)
    await town.move_to("2019-11-25 09:30")
    assert any("was taken into the brief of 25 Nov – 1 Dec" in text for text in grace.heard())


async def test_an_office_without_a_unit_is_shown_what_came(lin: Resident, chen: Resident) -> None:
    await sends(lin)
    assert (await chen.says("报一条工作信息")).startswith("工作信息 · 待处理 1")


async def test_it_is_asked_of_which_unit_it_is_where_there_are_several(town: Town, lin: Resident) -> None:
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = ?", lin.id)
    [unit] = town.rows("SELECT id FROM units WHERE name = '市商务局'")
    sql = "INSERT INTO memberships (person_id, unit_id, role) VALUES (?, ?, 'liaison')"
    change(town.db, sql, [person["id"], unit["id"]])
    assert (await lin.says("报一条工作信息")).startswith("这条工作信息是哪个单位的？")
    await lin.presses("市商务局")
    await lin.says(ARTICLE)
    assert "市商务局 · 正文" in await lin.presses("下一步", "跳过")
    await lin.presses("提交")
    assert town.rows("SELECT name FROM units JOIN information ON unit_id = units.id") == [{"name": "市商务局"}]


@pytest.mark.parametrize("enough", ["that's it", "done", "ok send it", "all done"])
async def test_grace_ends_an_article_in_english_and_asks_in_between(town: Town, grace: Resident, enough: str) -> None:
    await grace.says("send work information", "Three shipments held")
    await grace.says("In November we held three shipments of counterfeit shoes.")
    for question in ("what falls due next?", "how many have we sent"):
        await grace.says(question)
        assert "57 characters so far" in grace.sees()
    await grace.says(enough)
    assert "Which tasks does it belong to?" in grace.sees()
    assert "Three shipments held" in await grace.says("no task")
    await grace.says("ok send it")
    assert kept(town) == [("Three shipments held", "In November we held three shipments of counterfeit shoes.")]


@pytest.mark.parametrize(
    "words",
    [
        "报送工作信息 农资打假宣传周启动",
        "有条信息要报一下：农资打假宣传周启动",
        "再报一条：农资打假宣传周启动",
    ],
)
@pytest.mark.parametrize("asked", [False, True])
async def test_a_title_behind_the_order_is_the_title_alone(town: Town, lin: Resident, words: str, asked: bool) -> None:
    if asked:
        await lin.says("报一条工作信息")
    assert (await lin.says(words)).startswith("请发正文")
    assert not town.rows("SELECT * FROM drafts")
    await lin.says(TEXT)
    assert "农资打假宣传周启动\n" in await lin.presses("下一步", "跳过") and "报送工作信息" not in lin.sees()


@pytest.mark.parametrize("words", ["想报个信息", "再报一条", "我们有条信息要报"])
async def test_a_piece_is_begun_in_other_words_and_these_are_no_title(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("工作信息的标题是什么？")
    assert "工作信息的标题是什么？" in await lin.says(words)


async def test_what_is_being_written_is_taken_back(lin: Resident) -> None:
    await lin.says("报一条工作信息", TITLE, "撤回")
    assert any("不要了" in each for each in lin.buttons()) or "确定" in lin.sees()
    assert not any("没有可以撤回的" in each for each in lin.heard())


@pytest.mark.parametrize("head", ["信息：", "工作信息：", "报信息："])
async def test_a_piece_begins_with_its_name_and_a_colon(lin: Resident, head: str) -> None:
    assert f"正文已有 {len(TEXT)} 字" in await lin.says(f"{head}{TITLE}\n{TEXT}")


@pytest.mark.parametrize(
    "words", ["最近来了什么信息", "哪些单位报了信息", "谁报了信息", "公安局报了什么信息", "有新信息吗"]
)
async def test_the_office_asks_in_its_own_words_what_has_come(lin: Resident, chen: Resident, words: str) -> None:
    await sends(lin)
    assert (await chen.says(words)).startswith("工作信息 · 待处理 1 ")


STORY = (
    "我局组织人员深入乡镇开展打假下乡活动，共发放宣传资料两千余份，现场解答群众咨询一百多人次，"
    "当场销毁了一批假种子，受到农民朋友的欢迎。"
)


async def test_a_long_text_of_no_task_is_asked_about_and_sent_whole(town: Town, lin: Resident) -> None:
    await lin.says("/info", STORY)
    assert "报工作信息" in lin.buttons() and "报进展" in lin.buttons()
    assert "标题" in await lin.presses("报工作信息")
    assert "已提交" in await lin.submits("打假下乡", "就这些", "跳过")
    [row] = town.rows("SELECT title, text FROM information")
    assert (row["title"], row["text"]) == ("打假下乡", STORY)


async def test_what_was_sent_is_taken_back_by_agreement(lin: Resident) -> None:
    await sends(lin)
    assert f"已撤回《{TITLE}》" in await lin.says("撤回", "好的")
    assert "没有可以撤回的" in await lin.says("撤回")


async def test_only_a_bare_day_says_into_which_brief_it_goes_and_is_checked(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await sends(lin)
    await chen.says("公安局那条采用")
    verdict = "SELECT verdict FROM information"
    for said in ("出简报 11月20日到11月30日", "11月20日到12月10日"):
        await chen.says(said)
        assert town.rows(verdict) == [{"verdict": None}], said
    assert "编入 12月2日—12月8日 的简报，市公安局会收到通知。对吗？" in await chen.says("12月3日")
    assert town.rows(verdict) == [{"verdict": None}]
    assert "已采用" in await chen.says("对") and chen.buttons()[0] == "撤销"


async def test_sentences_behind_the_order_are_the_text_and_the_title_is_asked_for(lin: Resident) -> None:
    said = "我局12月破获假酒案，抓获5人，案值120万元，现已移送检察机关审查起诉，下一步将继续深挖上下游链条。"
    assert (await lin.says(f"工作信息：{said}")).startswith("正文收到了，标题写什么？")
    assert "正文已有 51 字" in await lin.says("破获假酒案")


@pytest.mark.parametrize(
    ("said", "asked"), [("公安那条用了", "编入哪一期简报"), ("公安局那条不用，太短", "没有编入简报：太短")]
)
async def test_a_piece_is_taken_or_not_in_shorter_words(lin: Resident, chen: Resident, said: str, asked: str) -> None:
    await sends(lin)
    assert asked in await chen.says(said)


async def test_a_short_article_with_a_title_is_asked_about(town: Town, lin: Resident) -> None:
    said = "我局开展打假专项行动\n11月以来，检查门店120家，立案3起，抓获2人。"
    assert "您是想" in await lin.says(said) and "报工作信息" in lin.buttons()
    assert town.rows("SELECT id FROM reports") == []
    assert "正文已有 25 字" in await lin.presses("报工作信息")
