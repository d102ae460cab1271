"""Messages sent while work information is being written: its text, instructions about it, or something else."""

import pytest

from tests.journeys.files_sent import sends_photo
from tests.journeys.information.articles import TEXT, TITLE, articles_stored, writes_article
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "words", ["把标题改成种子市场检查", "标题改为：种子市场检查", "change the title to 种子市场检查"]
)
async def test_the_title_is_put_right_in_words_at_the_preview(lin: Resident, words: str) -> None:
    await writes_article(lin)
    assert "\n种子市场检查\n市公安局 · 正文" in await lin.says(words)


async def test_a_word_that_leaves_something_out_is_no_title(lin: Resident) -> None:
    assert "工作信息的标题是什么" in await lin.says("报一条工作信息", "没有了")


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
    assert await lin.says(said) == f"“{said}”，您是想…？" and lin.buttons()[:2] == ["接着填“正文”", "是别的事"]
    assert "正文已有" in await lin.says("不用写进去")
    await lin.says(said)
    await lin.presses("接着填“正文”", "下一步", "跳过")
    assert (await lin.says("提交")).startswith("已提交")
    assert articles_stored(town) == [("联合行动查获假酒", f"昨日我局出动10人，查获假酒200瓶。\n{said}")]


@pytest.mark.parametrize("words", ["写进正文", "加进去吧", "put it in"])
async def test_what_was_asked_about_is_put_into_the_article_in_words(lin: Resident, words: str) -> None:
    await begins_a_text(lin)
    assert "您是想" in await lin.says("办公室电话是多少")
    assert "正文已有 28 字" in await lin.says(words)


async def test_a_photo_sent_while_a_line_is_asked_about_belongs_to_the_article(lin: Resident) -> None:
    await begins_a_text(lin)
    assert "您是想" in await lin.says("办公室电话是多少")
    await sends_photo(lin)
    assert "“办公室电话是多少”没有处理" in lin.heard()[-2] and "照片（2 KB）" in lin.heard()[-1]


@pytest.mark.parametrize("said", ["12-15联合行动查获假酒", "11-26查获假酒3箱"])
async def test_a_day_is_no_task_that_may_be_meant_instead(lin: Resident, said: str) -> None:
    assert "请发正文" in await lin.says("报工作信息", said) and f"标题：{said}" in lin.heard()[-2]
    assert "正文已有" in await lin.says(said)


@pytest.mark.parametrize("said", ["12-15完成80%", "12-15", "99-9查获假酒", "2-3联合行动完成80%"])
async def test_what_may_name_a_task_is_asked_about_before_it_is_a_title(lin: Resident, said: str) -> None:
    assert await lin.says("报工作信息", said) == f"“{said}”，您是想…？"


@pytest.mark.parametrize("title", [(), ("我局召开专题会", "会上通报了三起案件。")])
async def test_a_report_in_between_is_done_and_the_article_waits(
    town: Town, lin: Resident, title: tuple[str, ...]
) -> None:
    await lin.says("报一条工作信息", *title)
    assert "您是想" in await lin.says("1-2 进行中，进度27%，核查甲")
    await lin.presses("是别的事")
    assert any("填报 1-2" in each and "进度：27%" in each for each in lin.heard()[-2:])
    await lin.says("提交")
    assert town.rows("SELECT percent FROM reports") == [{"percent": 27}]
    waits = town.rows("SELECT kind, state FROM dialogs WHERE state = 'parked'")
    assert waits == [{"kind": "information", "state": "parked"}]


@pytest.mark.parametrize("said", ["弄完了", "完事了", "好了"])
async def test_that_the_article_is_written_is_no_part_of_it(town: Town, lin: Resident, said: str) -> None:
    await begins_a_text(lin)
    await lin.says(said)
    await lin.presses("跳过")
    assert (await lin.says("提交")).startswith("已提交")
    assert articles_stored(town) == [("联合行动查获假酒", "昨日我局出动10人，查获假酒200瓶。")]


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
    assert articles_stored(town) == [("联合行动查获假酒", "昨日我局出动10人，查获假酒200瓶。")]


@pytest.mark.parametrize("said", ["写完了", "没别的了", "done writing"])
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
    assert articles_stored(town) == [("联合行动查获假烟", "昨日我局出动11人，查获假酒300瓶。")]


async def test_numbers_of_the_text_are_put_right_while_its_title_is_asked_for(town: Town, jin: Resident) -> None:
    asked = await jin.says("工作信息：今年1至10月，我院共受理知识产权案件2800件，审结2600件，判赔6起，都已公开宣判。")
    assert (await jin.says("6起应该是7起")).endswith(asked.removeprefix("正文收到了，"))
    await jin.says("2800写错了是2850", "审结2600错了，应该是2650")
    await jin.says("知产审判情况", "不是7起是8起")
    await jin.presses("下一步", "跳过", "提交")
    [(title, text)] = articles_stored(town)
    assert title == "知产审判情况" and "2850件，审结2650件，判赔8起" in str(text)


async def test_an_article_that_speaks_of_a_task_by_its_name_may_be_work_information(town: Town, lin: Resident) -> None:
    await lin.says(f"昆仑行动破获一起假药案\n11月以来，我局{'深入摸排' * 10}，立案3起，已移送检察院。")
    assert lin.buttons() == ["报工作信息", "报 1-2 的进展", "取消"]
    assert "正文已有 61 字" in await lin.presses("报工作信息")
    assert town.rows("SELECT * FROM drafts") == []


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
    assert articles_stored(town) == [
        ("Three shipments held", "In November we held three shipments of counterfeit shoes.")
    ]


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
    told = "" if asked else "标题：农资打假宣传周启动\n\n"
    assert (await lin.says(words)).startswith(f"{told}请发正文")
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
    assert not any("没有可以更正或撤回的" in each for each in lin.heard())


@pytest.mark.parametrize("head", ["信息：", "工作信息：", "报信息："])
async def test_a_piece_begins_with_its_name_and_a_colon(lin: Resident, head: str) -> None:
    assert f"正文已有 {len(TEXT)} 字" in await lin.says(f"{head}{TITLE}\n{TEXT}")


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


async def test_what_is_told_or_put_right_before_the_choice_belongs_to_the_text(town: Town, jin: Resident) -> None:
    checked = "这个月我们区里组织了三次联合执法，一共检查了商户126家，立案查处了5起，没收假冒运动鞋240双"
    await jin.says(f"{checked}，你看要不要我写个正式的材料报给你们")
    assert jin.buttons() == ["报工作信息", "报进展", "取消"]
    assert (await jin.says("那个罚没款应该是3.6万")).startswith("一并记下了：“")
    assert "立案查处了6起" in await jin.says("不是5起是6起") and jin.buttons() == ["报工作信息", "报进展", "取消"]
    await jin.says("我的任务")
    assert "一并记下了" in jin.sees()
    await jin.presses("报进展")
    assert "情况：" in await jin.presses("18-2")
    assert "立案查处了6起" in jin.sees() and "要不要我写个正式的材料报给你们，那个罚没款应该是3.6万" in jin.sees()


async def test_a_report_on_a_task_before_the_choice_is_one_of_its_own(jin: Resident) -> None:
    await jin.says(STORY)
    assert "立案件数 2 件" in await jin.says("18-2 40% 立案2件") and STORY[:10] not in jin.sees()


@pytest.mark.parametrize("order", ["请小丁编到简报里，谢谢", "麻烦编进这周的简报"])
async def test_an_article_that_asks_to_be_in_the_brief_is_the_text(town: Town, jin: Resident, order: str) -> None:
    assert await jin.says(f"{STORY}{order}") == "正文收到了，标题写什么？"
    assert f"正文已有 {len(STORY + order)} 字" in await jin.says("打假下乡")


async def test_sentences_behind_the_order_are_the_text_and_the_title_is_asked_for(lin: Resident) -> None:
    said = "我局12月破获假酒案，抓获5人，案值120万元，现已移送检察机关审查起诉，下一步将继续深挖上下游链条。"
    assert (await lin.says(f"工作信息：{said}")).startswith("正文收到了，标题写什么？")
    assert "正文已有 51 字" in await lin.says("破获假酒案")


@pytest.mark.parametrize("head", ["给办公室报个信息，", "报个信息：", "工作信息：", "向办公室报一条工作信息："])
async def test_a_news_of_one_line_is_the_text(town: Town, lin: Resident, head: str) -> None:
    news = "我局今天开了12315培训班，185人参加"
    assert await lin.says(f"{head}{news}") == "正文收到了，标题写什么？"
    assert "正文已有 21 字" in await lin.says("举办培训班")
    assert (await lin.says("跳过")).startswith("属于哪些任务")
    await lin.says("跳过", "提交")
    assert town.rows("SELECT title, text FROM information") == [{"title": "举办培训班", "text": news}]


@pytest.mark.parametrize("said", ["跳过", "就这样 发", "没有标题", "你帮我起一个吧", "no title", "用正文里的话"])
async def test_a_title_that_nobody_writes_is_taken_from_the_text(town: Town, lin: Resident, said: str) -> None:
    await lin.says("报一条信息 11月25日，市局在汉正街查获假冒服装2000余件，涉案金额30万元。")
    assert lin.buttons() == ["用正文里的话", "取消"]
    title = "市局在汉正街查获假冒服装2000余件"
    assert (await lin.says(said)).startswith(f"标题用《{title}》；要改发“标题改成…”。\n正文已有")
    await lin.says("跳过", "跳过", "提交")
    assert [row["title"] for row in town.rows("SELECT title FROM information")] == [title]


async def test_a_title_without_a_text_cannot_skip_it(lin: Resident) -> None:
    asked = await lin.says("报个信息：我局举办执法培训班")
    assert asked.startswith("标题：我局举办执法培训班\n\n请发正文")
    assert (await lin.says("跳过")).endswith(asked.removeprefix("标题：我局举办执法培训班\n\n"))


async def test_a_piece_is_dictated_in_spoken_words(town: Town, lin: Resident) -> None:
    shown = await lin.says("那个什么 我想报个信息 就是我们周末搞了个打假宣传进社区活动")
    assert shown.startswith("标题：我们周末搞了个打假宣传进社区活动\n\n请发正文")
    await lin.says("嗯在钢花村街 去了大概两百来人")
    assert "标题：打假宣传进社区" in await lin.says("标题就叫打假宣传进社区")
    assert "正文已改" in await lin.says("等一下 不是钢花村是钢都花园")
    assert "标题：打假宣传进校园" in await lin.says("标题不是社区是校园")
    await lin.says("就这些", "跳过", "提交")
    assert town.rows("SELECT title, text FROM information") == [
        {"title": "打假宣传进校园", "text": "嗯在钢都花园街 去了大概两百来人"}
    ]


async def test_words_with_spaces_for_commas_are_the_text_and_not_its_title(town: Town, lin: Resident) -> None:
    said = "我们区搞了打假宣传 上周六在钢花村街搞的 去了两百来人"
    assert await lin.says("报信息", said) == "正文收到了，标题写什么？"
    assert (await lin.says("不是钢花村是钢都花园")).startswith("正文已改")
    await lin.says("打假宣传进社区", "就这些", "跳过", "提交")
    [row] = town.rows("SELECT title, text FROM information")
    assert (row["title"], row["text"]) == ("打假宣传进社区", said.replace("钢花村", "钢都花园"))
    await lin.says("报信息", "查源头 打窝点 护民生")
    assert "标题：查源头 打窝点 护民生" in lin.heard()[-2]


async def test_a_short_article_with_a_title_is_asked_about(town: Town, lin: Resident) -> None:
    said = "我局开展打假专项行动\n11月以来，检查门店120家，立案3起，抓获2人。"
    assert "您是想" in await lin.says(said) and "报工作信息" in lin.buttons()
    assert town.rows("SELECT id FROM reports") == []
    assert "正文已有 25 字" in await lin.presses("报工作信息")


@pytest.mark.parametrize("said", ["提交", "发送"])
async def test_who_hands_in_an_article_that_is_written_is_shown_all_of_it(lin: Resident, said: str) -> None:
    await lin.says("报工作信息", "端掉一个窝点")
    assert "请发正文" in await lin.says(said)
    checked = await lin.says("11月20日端掉一个制假窝点，抓获5人。", said)
    assert checked.startswith("请核对") and "抓获5人" in checked


async def test_what_may_be_no_part_of_the_article_is_asked_about_before_that_is_handed_in(lin: Resident) -> None:
    await lin.says("报工作信息", "端掉一个窝点", "11月20日端掉一个制假窝点，抓获5人。", "2-3完成，已结案")
    assert "您是想" in lin.sees() and "正文已有 20 字" in await lin.says("提交")
    assert lin.heard()[-2] == "“2-3完成，已结案”没有处理。要办就再发一次。"
    assert "2-3完成" not in await lin.says("下一步", "跳过")


@pytest.mark.parametrize("left_out", ["不加", "不用写进去", "跳过"])
async def test_that_pictures_come_later_is_no_part_of_the_article(lin: Resident, left_out: str) -> None:
    await lin.says("报工作信息", "端掉一个窝点", "11月20日端掉一个制假窝点，抓获5人。")
    assert "“照片回头补”，您是想…？" in await lin.says("照片回头补")
    assert "正文已有 20 字" in await lin.says(left_out)
    assert "照片回头补" not in await lin.says("提交")


@pytest.mark.parametrize("said", ["没有图", "我们没有图", "没照片"])
async def test_that_there_are_no_pictures_ends_the_article(lin: Resident, said: str) -> None:
    await lin.says("报工作信息", "端掉一个窝点", "11月20日端掉一个制假窝点，抓获5人。")
    assert (await lin.says(said)).startswith("属于哪些任务")
    assert said not in await lin.says("跳过")


async def test_a_title_written_below_the_list_begins_a_piece(town: Town, nong: Resident) -> None:
    await nong.says("/info")
    assert "请发正文" in await nong.says("我局开展农资打假专项行动")
    await nong.says("昨日我局出动10人，查获假种子200袋。")
    await nong.presses("下一步", "跳过")
    await nong.says("提交")
    assert articles_stored(town) == [("我局开展农资打假专项行动", "昨日我局出动10人，查获假种子200袋。")]


@pytest.mark.parametrize("said", ["我想投稿", "报个信息吧。", "想报一条信息", "报一条"])
async def test_who_only_wants_to_write_below_the_list_is_asked_for_the_title(lin: Resident, said: str) -> None:
    await lin.says("/info")
    assert "工作信息的标题是什么" in await lin.says(said)


async def test_the_last_mark_of_an_article_is_part_of_it(town: Town, lin: Resident) -> None:
    await lin.says("报送信息：联合行动查获假酒\n昨日我局出动10人，成效明显。")
    await lin.presses("下一步", "跳过")
    await lin.says("提交")
    assert articles_stored(town) == [("联合行动查获假酒", "昨日我局出动10人，成效明显。")]


LETTER = (
    "各区局、各处室：\n现将我局11月份网络市场监管专项行动情况通报如下：\n一、共检查网站、网店3200个次，责令整改45家；\n"
    "二、查处违法案件28件，罚没款56.3万元；\n三、移送公安机关2件。\n武汉市市场监督管理局\n2019年11月22日"
)


@pytest.mark.parametrize("said", ["1-9", "1-9的", "报1-9"])
async def test_the_task_alone_chooses_its_report(zhou: Resident, said: str) -> None:
    await zhou.says(LETTER)
    assert zhou.buttons() == ["报工作信息", "报 1-9 的进展", "取消"]
    assert "填报 1-9 网络市场监管专项" in await zhou.says(said)


async def test_another_task_chooses_nothing(town: Town, zhou: Resident) -> None:
    await zhou.says(LETTER, "1-8")
    assert zhou.buttons() == ["报工作信息", "报 1-9 的进展", "取消"]
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize(
    "said",
    [
        "标题里的特大去掉吧，领导说不合适",
        "那条信息的正文写错了，应该是4人",
        "工作信息照片发错了，换这张",
        "信息的照片换一张",
        "刚报的信息有个地方不对",
        "信息里有个数写错了",
    ],
)
async def test_what_was_sent_is_opened_to_put_it_right(lin: Resident, town: Town, said: str) -> None:
    await lin.says("报条信息", "我局破获特大制售假酒案", "11月22日捣毁窝点2个，抓获5名。", "好了", "跳过", "提交")
    await lin.says("刚才那条用了没")
    assert (await lin.says(said)).startswith("原来报的在下面，还没有改。")
    await lin.says("抓获的是6名")
    assert "已提交 ✓" in await lin.says("提交")
    assert sent(town) == [("我局破获特大制售假酒案", "11月22日捣毁窝点2个，抓获6名。")]


@pytest.mark.parametrize(
    "said",
    [
        "昨天那条信息有个数错了 是3个",
        "刚那条信息窝点数不对，是3个",
        "信息里的2个改成3个",
        "刚才的信息写错了 窝点3个不是2个",
        "把昨天报的信息里的2个改为3个",
        "那条信息的窝点应该是3个",
        "刚才那条信息 捣毁的是3个 改一下",
    ],
)
async def test_a_number_of_what_was_sent_is_put_right(lin: Resident, town: Town, said: str) -> None:
    await lin.says("报条信息", "破获制售假酒案", "11月22日捣毁窝点2个，抓获5名。", "好了", "7-1", "提交")
    await town.move_to("2019-11-26 10:00")
    assert (await lin.says(said)).startswith("照您说的改好了，提交后替换原来报的那条。")
    assert sent(town) == [("破获制售假酒案", "11月22日捣毁窝点2个，抓获5名。")]
    assert "报送 1 条" in await lin.says("提交")
    assert sent(town) == [("破获制售假酒案", "11月22日捣毁窝点3个，抓获5名。")]
    [task] = town.rows("SELECT code FROM information_tasks JOIN tasks ON tasks.id = task_id WHERE information_id = 2")
    assert task["code"] == "7-1"


def sent(town: Town) -> list[tuple[str, str]]:
    rows = town.rows("SELECT title, text FROM information WHERE withdrawn_at IS NULL")
    return [(each["title"], each["text"]) for each in rows]


@pytest.mark.parametrize("said", ["提交", "提交吧", "好的提交", "submit"])
async def test_to_hand_in_never_takes_back(lin: Resident, town: Town, said: str) -> None:
    await lin.says("报条信息", "破获制售假酒案", "11月22日捣毁窝点2个，抓获5名。", "好了", "跳过", "提交")
    await lin.says("撤回信息")
    assert "没有照办" in await lin.says(said) and len(sent(town)) == 1
    assert "已撤回" in await lin.says("撤回") and sent(town) == []


@pytest.mark.parametrize(
    "said",
    [
        "标题是 市局破获假酒案",
        "标题用 市局破获假酒案",
        "标题改成 市局破获假酒案",
        "题目就叫市局破获假酒案吧",
        "标题写“市局破获假酒案”",
        "标题：市局破获假酒案",
        "the title is 市局破获假酒案",
        "市局破获假酒案",
    ],
)
async def test_what_leads_to_a_title_is_no_part_of_it(lin: Resident, said: str) -> None:
    await lin.says("报个工作信息 11月22日市局检查汉正街 共查商户86家 查扣1200件 立案3起")
    assert (await lin.says(said)).startswith("正文已有")
    assert "\n市局破获假酒案\n" in await lin.says("好了", "跳过")


@pytest.mark.parametrize("said", ["标题党专项整治启动", "题目多样的普法竞赛"])
async def test_a_title_may_begin_with_the_word_title(lin: Resident, said: str) -> None:
    await lin.says("报个工作信息 11月22日市局检查汉正街 共查商户86家 查扣1200件 立案3起", said)
    assert f"\n{said}\n" in await lin.says("好了", "跳过")


async def test_several_english_sentences_are_no_title(grace: Resident) -> None:
    said = "I have a news item: On 20 Nov CCPIT Wuhan signed an MoU with the Thai Chamber. 12 companies attended."
    assert await grace.says(said) == "The text is there. What is its title?"


async def test_the_tasks_an_article_is_about_and_its_end_are_no_part_of_it(lin: Resident) -> None:
    await lin.says("报一条工作信息", "联合查处假酒仓库", "查获假酒200箱。")
    assert "相关任务：1-2" in await lin.says("跟任务1-2有关")
    assert (await lin.says("正文完了")).startswith("请核对")
    assert "正文 9 字" in lin.sees() and "相关任务：1-2" in lin.sees()


async def test_a_deputy_asked_for_while_an_article_is_written_is_asked_about(lin: Resident) -> None:
    await lin.says("报一条工作信息", "联合查处假酒仓库")
    assert "您是想…？" in await lin.says("下礼拜三到周五出差，活儿让王警官顶一下")


@pytest.mark.parametrize("title", ["1-2案件侦破情况", "14-2立案3件"])
async def test_a_title_may_begin_with_a_task(lin: Resident, title: str) -> None:
    await lin.says("报一条工作信息", title)
    assert f"标题：{title}" in lin.heard()[-2] and "请发正文" in lin.sees()


async def test_that_the_article_is_complete_is_no_title(lin: Resident) -> None:
    await lin.says("报一条工作信息")
    assert "这一项请写几个字说明" in await lin.says("就这些")


@pytest.mark.parametrize("said", ["Title: Seminar on trade marks", "the title is Seminar on trade marks"])
async def test_a_title_given_below_another_question_begins_a_piece(town: Town, grace: Resident, said: str) -> None:
    await grace.says("I am away 2-6 December", "/info")
    answered = await grace.says(said)
    assert answered.startswith("title: Seminar on trade marks") and "The leave is not entered yet" in answered
    await grace.says("Forty companies attended our seminar on 20 November.", "that's all", "skip")
    await grace.presses("Submit")
    sent = "Forty companies attended our seminar on 20 November."
    assert articles_stored(town) == [("Seminar on trade marks", sent)]


@pytest.mark.parametrize("said", ["标题：江汉区突查汉正街", "信息标题叫江汉区突查汉正街"])
async def test_a_title_alone_begins_a_piece_if_there_is_none_to_change(lin: Resident, said: str) -> None:
    assert "标题：江汉区突查汉正街" in await lin.says(said) and "请发正文" in lin.sees()


async def test_a_question_for_the_title_begins_nothing(lin: Resident) -> None:
    assert "请发正文" not in await lin.says("标题是什么")
