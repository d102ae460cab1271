"""Work information: a unit writes it in the chat, and the office takes it into a brief or declines it."""

import pytest

from tests.journeys.files_sent import sends_album, sends_pdf, sends_photo
from tests.journeys.information.articles import (
    ARTICLE,
    MORE,
    TEXT,
    TITLE,
    articles_stored,
    sends_article,
    takes_article,
    writes_article,
)
from tests.journeys.town import Resident, Town


async def test_title_text_photos_and_tasks_are_asked_looked_at_and_sent(town: Town, lin: Resident) -> None:
    assert (await lin.says("报一条工作信息")).startswith("工作信息的标题是什么？")
    assert "一共最多 4,000 字" in await lin.says(TITLE)
    assert (await lin.says(TEXT)).startswith(f"正文已有 {len(TEXT)} 字，还可以写 {4000 - len(TEXT):,} 字。")
    assert (await lin.says(MORE)).startswith(f"正文已有 {len(TEXT) + len(MORE) + 1} 字")
    assert "已收到 照片（2 KB）" in await sends_photo(lin)
    assert (await lin.presses("下一步")).startswith("属于哪些任务？")
    assert "✓ 1-2 昆仑行动打食药环犯罪" in (await lin.presses("1-2"), *lin.buttons())
    preview = await lin.presses("选好了")
    for line in (TITLE, "市公安局 · 正文 ", f"{TEXT}\n{MORE}", "相关任务：1-2", "照片和文件：照片（2 KB）"):
        assert line in preview
    assert articles_stored(town) == []
    assert (await lin.presses("提交")).endswith("市公安局报送 1 条，采用 0 条")
    assert articles_stored(town) == [(TITLE, f"{TEXT}\n{MORE}")]
    assert len(town.rows("SELECT * FROM attachments WHERE information_id = 1")) == 1
    assert town.rows("SELECT code FROM information_tasks JOIN tasks ON tasks.id = task_id") == [{"code": "1-2"}]


async def test_tasks_are_picked_page_by_page(zhu: Resident) -> None:
    await zhu.says("报一条工作信息", ARTICLE)
    await zhu.presses("下一步")
    first = zhu.buttons()[0].split()[0]
    await zhu.presses(first, "下一页")
    code = zhu.buttons()[0].split()[0]
    assert code != first and f"已选：{first}、{code}" in await zhu.presses(code)
    assert f"相关任务：{first}、{code}" in await zhu.presses("选好了")


async def test_the_button_that_went_on_from_the_tasks_in_former_releases_still_does(town: Town, lin: Resident) -> None:
    await lin.says("报一条工作信息", ARTICLE)
    await lin.presses("下一步")
    [dialog] = town.rows("SELECT id FROM dialogs WHERE state = 'open'")
    await lin.forges(f"dialog:{dialog['id']}:tasks:skip")
    assert "提交" in lin.buttons()


@pytest.mark.parametrize(
    "words",
    ["/info", "工作信息", "我们报的工作信息采用了吗", "work information"],
    ids=["command", "word", "asked", "en"],
)
async def test_the_list_shows_what_the_own_unit_has_sent(lin: Resident, qian: Resident, words: str) -> None:
    await sends_article(lin)
    await sends_article(qian, "商务局的信息\n第一次例会已开。")
    shown = await lin.says(words)
    assert f"市公安局报送 1 条，采用 0 条\n1. 11月25日《{TITLE}》 · 待处理" in shown and "商务局" not in shown


async def test_a_text_that_is_too_long_is_refused_and_the_rest_kept(town: Town, lin: Resident) -> None:
    refused = await lin.says("报一条工作信息", TITLE, "甲" * 3000, "乙" * 1200)
    assert "正文最多 4,000 字：已有 3,000 字，这条 1,200 字加不下，没有收。" in refused
    assert "正文已有 3,000 字" in refused
    await lin.says("丙" * 900)
    assert "这里只显示开头" in await lin.presses("下一步", "跳过")
    await lin.presses("提交")
    assert articles_stored(town, "text") == [(f"{'甲' * 3000}\n{'丙' * 900}",)]


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
    assert refused.startswith("还没有正文，也没有照片和文件。") and articles_stored(town) == []


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


async def test_a_text_is_changed_and_added_to_from_the_preview(town: Town, lin: Resident) -> None:
    await writes_article(lin)
    assert "发新的会换掉它" in await lin.presses("修改", "正文")
    await lin.presses("补充")
    assert f"{TEXT}\n{MORE}\n案件正在侦办。" in await lin.says("案件正在侦办。")
    await lin.presses("修改", "正文")
    assert "正文已有 5 字" in await lin.says("全部重写。")
    assert "全部重写。\n第二段。" in (await lin.says("第二段。"), await lin.presses("下一步"))[1]
    await lin.presses("修改", "标题")
    assert "另一个标题" in await lin.says("另一个标题")
    await lin.presses("提交")
    assert articles_stored(town) == [("另一个标题", "全部重写。\n第二段。")]


async def test_withdraw_in_words_is_about_what_was_sent_last(town: Town, lin: Resident) -> None:
    await sends_article(lin)
    assert await lin.says("撤回") == f"要撤回工作信息《{TITLE}》吗？"
    assert f"已撤回《{TITLE}》" in await lin.presses("撤回")
    assert "没有可以更正或撤回的" in await lin.says("撤回")
    await sends_article(lin)
    await town.move_to("2019-11-25 08:40")
    await lin.reports("8-2", "已完成")
    assert "8-2" in await lin.says("撤回")


@pytest.mark.parametrize("said", ["撤回工作信息", "撤回这条信息", "刚才报的信息撤了吧", "withdraw that article"])
async def test_what_was_sent_is_taken_back_by_its_name(lin: Resident, said: str) -> None:
    assert "还没有报过" in await lin.says(said) or "市公安局报送 0 条" in lin.sees()
    await sends_article(lin)
    assert await lin.says(said) == f"要撤回工作信息《{TITLE}》吗？"
    assert f"已撤回《{TITLE}》" in await lin.says("是")


async def test_a_photo_with_an_article_below_it_adds_that_whichever_question_is_open(lin: Resident) -> None:
    await writes_article(lin)
    assert f"{MORE}\n{'说' * 70}" in await sends_photo(lin, "说" * 70)
    await lin.presses("修改", "正文", "补充")
    assert "请发要补充的话" in await sends_photo(lin)
    assert f"{'说' * 70}\n最后一句。\n照片和文件：照片 2 张（5 KB）" in await lin.says("最后一句。")


async def test_words_of_an_article_are_never_taken_for_an_order(lin: Resident) -> None:
    await lin.says("报一条工作信息", "取消三家门店的经营资格")
    assert "正文已有" in await lin.says("算了解，共取消三家门店的经营资格，1-2 已完成80%，请跳过第二条。")


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
    assert articles_stored(town) == []


async def test_pressing_submit_twice_sends_once(town: Town, lin: Resident) -> None:
    await writes_article(lin)
    preview = lin.last()
    await lin.presses("提交", on=preview)
    await lin.presses("撤回")
    assert town.rows("SELECT count(*) AS n FROM information") == [{"n": 1}]


async def test_it_is_withdrawn_as_long_as_it_is_not_taken(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    assert f"已撤回《{TITLE}》" in await lin.presses("撤回")
    assert TITLE not in await chen.says("/info")
    await sends_article(lin)
    withdraw = lin.last()
    await takes_article(chen)
    assert "已经采用，不能撤回了" in await lin.presses("撤回", on=withdraw)
    assert [row[0] is None for row in articles_stored(town, "withdrawn_at")] == [False, True]


async def test_forgetting_leaves_it_to_the_unit_without_the_name(town: Town, lin: Resident, chen: Resident) -> None:
    await sends_article(lin)
    await lin.says("/forget")
    await lin.presses("删除")
    await chen.says("/info")
    assert "市公安局 （姓名不详）" in await chen.presses("1 ")
    assert articles_stored(town, "title, person_id") == [(TITLE, None)]


async def test_all_of_it_in_english(town: Town, grace: Resident, chen: Resident) -> None:
    assert (await grace.says("/info")).startswith("Work information\n市贸促会: 0 sent, 0 taken\nNone sent yet.")
    assert (await grace.presses("Send work information")).startswith("What is the title")
    assert "characters so far" in await grace.says("Fair opens\nThe stands were checked on 20 November.")
    assert (await grace.presses("Go on")).startswith("Which tasks does it belong to?")
    assert (await grace.presses("Skip")).startswith("Please check")
    assert "The office will see it" in await grace.presses("Submit")
    await takes_article(chen)
    await town.move_to("2019-11-25 09:30")
    assert any("was taken into the brief of 25 Nov – 1 Dec" in text for text in grace.heard())


async def test_it_is_asked_of_which_unit_it_is_where_there_are_several(town: Town, lin: Resident) -> None:
    [person] = town.rows("SELECT id FROM people WHERE telegram_id = ?", lin.id)
    [unit] = town.rows("SELECT id FROM units WHERE name = '市商务局'")
    sql = "INSERT INTO memberships (person_id, unit_id, role) VALUES (?, ?, 'liaison')"
    town.db.change(sql, [person["id"], unit["id"]])
    assert (await lin.says("报一条工作信息")).startswith("这条工作信息是哪个单位的？")
    assert "市农业农村局的不能查看" in await lin.says("农业局")
    assert (await lin.says("商务局")).startswith("工作信息的标题是什么？")
    await lin.says(ARTICLE)
    assert "市商务局 · 正文" in await lin.presses("下一步", "跳过")
    await lin.presses("提交")
    assert town.rows("SELECT name FROM units JOIN information ON unit_id = units.id") == [{"name": "市商务局"}]


async def test_what_was_sent_is_taken_back_by_agreement(lin: Resident) -> None:
    await sends_article(lin)
    assert f"已撤回《{TITLE}》" in await lin.says("撤回", "好的")
    assert "没有可以更正或撤回的" in await lin.says("撤回")


async def test_a_piece_is_begun_while_something_else_is_checked(lin: Resident) -> None:
    await lin.says("14-2分成三步 12月6号收数据 12月13号写初稿 12月20号报领导", "提交", "初稿推到16号")
    await lin.says("报个信息：11月22日我局在江岸区端掉一个制售假酒窝点，抓获5人，查扣假酒2000瓶。")
    assert lin.messages()[-2].text == "正文收到了，标题写什么？"
    assert lin.sees() == "有一步正在修改，要接着办请点“继续”。"


async def test_an_article_is_no_answer_to_when_something_is_to_be_done(town: Town, kuang: Resident) -> None:
    await kuang.says("43-6想申请延期，老师没空")
    await kuang.says("工作信息：11月20日查处一批假冒白酒\n共查扣假酒300瓶，货值12万元，已立案。")
    [asked] = town.rows("SELECT answers FROM dialogs WHERE kind = 'extension'")
    assert "300瓶" not in str(asked["answers"]) and "43-6 的延期申请还没写完" in kuang.sees()


async def test_no_report_is_offered_where_information_is_taken_back(kuang: Resident) -> None:
    await kuang.submits("1-8 40%")
    assert (await kuang.says("我刚报的信息撤掉")).startswith("工作信息\n")


@pytest.mark.parametrize("said", ["就这一张", "就这几张", "just this one"])
async def test_that_no_more_photos_come_is_no_part_of_the_text(lin: Resident, said: str) -> None:
    await lin.says("报一条信息", TITLE, "捣毁假酒窝点3个，抓获9人。")
    assert "属于哪些任务" in await lin.says(said) and said not in await lin.says("跳过")


async def test_a_title_is_changed_by_the_name_of_what_it_is_of(lin: Resident) -> None:
    await lin.says("报一条信息", f"{TITLE}\n捣毁假酒窝点3个，抓获9人。", "发完了", "跳过")
    assert "武汉警方破案" in await lin.says("那条信息标题改成 武汉警方破案") and TITLE not in lin.sees()
    await lin.says("提交")
    for said, shown in {
        "那条信息的标题改成 市局破案": "\n市局破案\n",
        "那条信息再补一句：抓获3人": "9人。\n抓获3人",
    }.items():
        answer = await lin.says(said)
        assert answer.startswith("照您说的改好了，提交后替换原来报的那条。") and shown in answer
        await lin.says("提交")


async def test_what_is_written_below_the_list_is_a_title_unless_it_reports(town: Town, nong: Resident) -> None:
    await nong.says("/info")
    assert (await nong.says("农资打假冬季行动启动")).startswith("标题：农资打假冬季行动启动\n\n请发正文")
    assert "正文已有" in await nong.says("11月22日，我局组织执法人员50人次，检查农资门店30家。")
    await nong.presses("取消", "不要了")
    for said, shown in {
        "农资打假": "1-3 农资打假专项行动",
        "怎么报": "发任务编号",
        "好的知道了": "不客气",
        "农资打假弄了一半": "填报 1-3 ",
    }.items():
        await nong.says("/info")
        assert (await nong.says(said)).startswith(shown)


@pytest.mark.parametrize("said", ["等下，窝点是7个", "不对，窝点是7个", "窝点改成7个", "sorry, 窝点是7个"])
async def test_a_number_of_the_text_is_put_right_at_any_question(lin: Resident, said: str) -> None:
    await lin.says("/info")
    await lin.presses("报一条工作信息")
    await lin.says("昆仑行动收网", "11月24日同步收网，捣毁窝点6个。")
    assert "正文已改" in await lin.says(said)
    await lin.says("下一步")
    assert "属于哪些任务" in await lin.says("正文里窝点改成8个")
    assert "11月24日同步收网，捣毁窝点8个。" in await lin.says("跳过")
