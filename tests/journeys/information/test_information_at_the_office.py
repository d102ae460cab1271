"""The office sees the units' work information and takes it into a brief or declines it, and the units are told."""

import pytest

from tests.journeys.files_received import files_received, text_of
from tests.journeys.files_sent import sends_album, sends_pdf
from tests.journeys.information.articles import (
    ARTICLE,
    MORE,
    TEXT,
    TITLE,
    articles_stored,
    sends_article,
    takes_article,
)
from tests.journeys.town import Resident, Town


async def test_the_office_decides_in_words(town: Town, lin: Resident, qian: Resident, chen: Resident) -> None:
    assert await chen.says("采用公安局那条") and not town.rows("SELECT * FROM dialogs")
    await sends_article(lin)
    await sends_article(qian, "开展双打宣传\n商务局开展宣传三场。")
    which = await chen.says("不采用")
    assert which.startswith("还没有处理。不采用哪一条") and len(chen.buttons()) == 3
    assert (await chen.says("不采用，太简单了")).startswith("还没有处理。不采用哪一条")
    assert "太简单了" in await chen.presses("市公安局")
    assert "真的取消吗" in await chen.presses("取消")
    await chen.presses("不要了")
    assert "编入哪一期简报" in await chen.says("采用公安局那条")
    await chen.presses("本周")
    assert "这条现在是：已采用" in await chen.says("公安局那条不采用")
    await chen.presses("取消")
    read = await chen.says("商务局那条不采用，太简单了")
    assert "太简单了" in read
    await chen.presses("发给对方")
    assert articles_stored(town, "verdict, word") == [("taken", ""), ("declined", "太简单了")]


@pytest.mark.parametrize("said", ["撤销采用", "公安局那条采用错了", "刚才公安局那条采用点错了"])
async def test_what_was_taken_by_mistake_is_undone_in_words(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await sends_article(lin)
    await takes_article(chen)
    assert f"工作信息：市公安局《{TITLE}》，采用" in await chen.says(said)
    await chen.presses("撤销")
    assert articles_stored(town, "verdict") == [(None,)]


async def test_what_was_taken_can_be_declined_with_a_reason_and_taken_again(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await sends_article(lin)
    await takes_article(chen)
    shown = await chen.says("公安局那条信息还是不采用了，数据没核实")
    assert shown.startswith("这条现在是：已采用") and f"《{TITLE}》这次没有编入简报：数据没核实" in shown
    await chen.presses("发给对方")
    assert articles_stored(town, "verdict, word") == [("declined", "数据没核实")]
    assert "编入哪一期简报" in await chen.says("公安局那条还是采用吧")
    await chen.presses("本周")
    assert articles_stored(town, "verdict, word") == [("taken", "")]


async def test_a_piece_is_named_by_who_sent_it(lin: Resident, qian: Resident, chen: Resident) -> None:
    await sends_article(lin)
    await sends_article(qian, "开展双打宣传\n商务局开展宣传三场。")
    assert f"《{TITLE}》编入哪一期简报" in await chen.says("林警官那条采用")


async def test_another_order_behind_the_reason_is_named_and_not_sent(lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    shown = await chen.says("公安局那条不采用，太简单了，另外商务局的催一下")
    assert "没有处理：另外商务局的催一下。" in shown and f"《{TITLE}》这次没有编入简报：太简单了\n" in shown


async def test_a_piece_is_named_by_its_place_in_the_list(lin: Resident, qian: Resident, chen: Resident) -> None:
    await sends_article(lin)
    await sends_article(qian, "开展双打宣传\n商务局开展宣传三场。")
    assert "1. 11月25日 市商务局《开展双打宣传》" in await chen.says("工作信息")
    assert f"《{TITLE}》这次没有编入简报：标题太长" in await chen.says("第二条不采用，标题太长")
    await chen.says("取消", "是", "工作信息")
    taken = await chen.says("第一条用了，标题改短点")
    assert "没有处理：标题改短点。" in taken and "《开展双打宣传》编入哪一期简报" in taken


async def test_the_office_sees_what_came_with_its_pictures(lin: Resident, chen: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    await sends_album(lin, "1.jpg", "2.jpg", photos=True)
    await sends_pdf(lin, "说明.pdf")
    await lin.presses("下一步", "7-1", "选好了", "提交")
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


async def test_the_unit_hears_every_verdict_that_is_another_than_it_heard_before(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await sends_article(lin)
    taken, declined = f"《{TITLE}》已采用", f"《{TITLE}》这次没有编入简报"
    times = ("09:30", "09:40", "09:50", "10:00")
    lists = ("待处理", "已采用", "未采用", "已采用")
    for verdict, listed, moment in zip((taken, declined, taken, declined), lists, times, strict=True):
        await chen.says("/info")
        if listed != "待处理":
            await chen.presses(listed)
        await chen.presses("1 ")
        if verdict is taken:
            await chen.presses("采用", "本周")
        else:
            await chen.presses("不采用")
            await chen.says("下期一起编发")
            await chen.presses("发给对方")
        await town.move_to(f"2019-11-25 {moment}")
        assert verdict in lin.heard()[-1]
    assert [sum(words in text for text in lin.heard()) for words in (taken, declined)] == [2, 2]


async def test_what_is_taken_goes_into_a_brief_and_the_unit_hears_of_it_once(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await sends_article(lin)
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
    assert lin.heard().count(letter) == 1 and articles_stored(town, "brief") == [("2019-12-09",)]
    assert "市公安局报送 1 条，采用 1 条" in await lin.says("/info")


async def test_what_is_not_taken_is_told_politely_with_the_word(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
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
    await sends_article(lin)
    await chen.says("/info")
    await chen.presses("1 ", "不采用")
    assert "没有记作原因" in await chen.says("好的")
    assert "内容很好，留作下期参考" in await chen.presses("内容很好")


async def test_the_office_hears_of_it_in_its_morning_message_once(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    before = len(chen.heard())
    await sends_article(lin)
    assert len(chen.heard()) == before
    await town.move_to("2019-11-25 09:05")
    assert f"新到工作信息\n市公安局《{TITLE}》" in chen.sees()
    await town.move_to("2019-11-25 15:00")
    await sends_article(zhou, "又一条信息\n有一段正文。")
    await town.move_to("2019-11-26 09:05")
    assert "新到工作信息\n市市场监管局《又一条信息》" in chen.sees() and TITLE not in chen.sees()
    morning = chen.last()
    assert "待处理 2" in await chen.presses("看工作信息（1）")
    assert "又一条信息" in chen.message(morning.message_id).text
    await takes_article(chen)
    await town.move_to("2019-11-27 09:05")
    assert "新到工作信息" not in chen.sees()


async def test_what_was_withdrawn_meanwhile_is_not_told(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    await lin.presses("撤回")
    await town.move_to("2019-11-25 09:05")
    assert not any("新到工作信息" in text for text in chen.heard())


@pytest.mark.parametrize("words", ["出简报", "上周简报", "last week's brief"])
async def test_the_brief_is_put_together_from_what_was_taken(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, words: str
) -> None:
    await sends_article(lin)
    await takes_article(chen, "上周")
    await sends_article(zhou, "还没有处理的\n有一段正文。")
    await chen.says("/info")
    await (chen.presses(words) if words == "出简报" else chen.says(words))
    [sent] = files_received(chen)
    assert sent.media is not None and sent.media.name.endswith("20191118-20191124.docx")
    text = text_of(town, chen)
    assert f"三、工作信息\n{TITLE}\n{TEXT}\n{MORE}\n（市公安局供稿）" in text and "还没有处理的" not in text


async def test_the_office_edits_a_copy_and_the_units_words_stay(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    await chen.says("/info")
    await chen.presses("1 ", "改一份", "不改")
    assert "简报里会这样写" in await chen.says("市公安局捣毁假酒窝点一处。")
    assert "办公室的修改稿" in await chen.presses("保存", "看这一条") and "市公安局捣毁假酒窝点一处。" in chen.sees()
    assert f"{TEXT}\n{MORE}" in await chen.presses("看原文")
    assert articles_stored(town, "text, edited_title, edited_text") == [
        (f"{TEXT}\n{MORE}", TITLE, "市公安局捣毁假酒窝点一处。"),
    ]
    assert {row["action"] for row in town.rows("SELECT action FROM audit")} >= {"information", "edit_information"}
    assert "改工作信息" in await chen.says("/audit")


async def test_a_long_text_is_read_in_pages(lin: Resident, chen: Resident) -> None:
    paragraphs = "\n".join(f"第{number}段：{'<&>' * 60}" for number in range(20))
    await sends_article(lin, f"{TITLE}\n{paragraphs}")
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
    await sends_article(lin)
    before = articles_stored(town, "*")
    for does in ("open:1", "files:1", "withdraw:1", "take:1", "decline:1", "edit:1", "original:1:0", "brief"):
        for person in (qian, gu):
            assert TITLE not in await person.forges(f"information:{does}")
    for does in ("take", "decline", "edit"):
        assert "由办公室使用" in await lin.forges(f"information:{does}:1")
    assert "填报由各单位的联络员办理" in await gu.says("/info")
    assert articles_stored(town, "*") == before


async def test_who_is_no_longer_of_the_office_cannot_decide(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    await chen.says("/info")
    await chen.presses("1 ", "采用")
    town.db.change("UPDATE memberships SET role = 'observer' WHERE role = 'coordinator'")
    await chen.presses("本周")
    assert articles_stored(town, "verdict") == [(None,)]


async def test_an_office_without_a_unit_is_shown_what_came(lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    assert (await chen.says("报一条工作信息")).startswith("工作信息 · 待处理 1")


@pytest.mark.parametrize(
    "words", ["最近来了什么信息", "哪些单位报了信息", "谁报了信息", "公安局报了什么信息", "有新信息吗"]
)
async def test_the_office_asks_in_its_own_words_what_has_come(lin: Resident, chen: Resident, words: str) -> None:
    await sends_article(lin)
    assert (await chen.says(words)).startswith("工作信息 · 待处理 1 ")


async def test_only_a_bare_day_says_into_which_brief_it_goes_and_is_checked(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await sends_article(lin)
    await chen.says("公安局那条采用")
    verdict = "SELECT verdict FROM information"
    for said in ("出简报 11月20日到11月30日", "11月20日到12月10日"):
        await chen.says(said)
        assert town.rows(verdict) == [{"verdict": None}], said
    assert "编入 12月2日—12月8日 的简报，市公安局会收到通知。对吗？" in await chen.says("12月3日")
    assert town.rows(verdict) == [{"verdict": None}]
    assert "已采用" in await chen.says("对") and chen.buttons()[0] == "撤销"


@pytest.mark.parametrize(
    ("said", "asked"), [("公安那条用了", "编入哪一期简报"), ("公安局那条不用，太短", "没有编入简报：太短")]
)
async def test_a_piece_is_taken_or_not_in_shorter_words(lin: Resident, chen: Resident, said: str, asked: str) -> None:
    await sends_article(lin)
    assert asked in await chen.says(said)


async def test_the_office_gives_a_piece_another_title_in_words(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    shown = await chen.says("公安局那篇标题改成：警方破获特大假酒案")
    assert "警方破获特大假酒案" in shown and TEXT in shown
    await chen.presses("保存")
    assert articles_stored(town, "edited_title") == [("警方破获特大假酒案",)]


async def test_a_piece_is_taken_in_one_word(lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    assert "编入哪一期简报" in await chen.says("公安局那篇用")


@pytest.mark.parametrize("asked", ["公安局这个月报了几条信息", "谁没报过信息"])
async def test_what_units_have_sent_is_asked_for_in_many_words(lin: Resident, chen: Resident, asked: str) -> None:
    await sends_article(lin)
    assert (await chen.says(asked)).startswith("工作信息 · 待处理 1 · ")
