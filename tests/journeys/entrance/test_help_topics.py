"""A question about how one thing is done is answered with that topic, not with the whole help."""

import pytest

from data.understanding.orders import ways_of
from handlers.entrance.texts.help_topics import HOW_OF_EVERYBODY, HOW_OF_THE_OFFICE, HOW_TO
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("什么是撤回", "withdraw"),
        ("能发照片么", "evidence"),
        ("怎么分解任务", "steps"),
        ("百分比怎么填", "percent"),
        ("本期无变化是什么意思", "no_change"),
        ("怎么填统计数据", "figures"),
        ("怎么请人代报", "deputy"),
        ("how do i withdraw a report", "withdraw"),
        ("请问如何上传判决书？", "evidence"),
        ("请问这条是否已报送成功？", "submitted"),
        ("没网的时候报了会丢吗", "submitted"),
        ("我的手机号换了怎么办", "phone"),
        ("能不能语音", "voice"),
        ("咋这么多", "many"),
        ("别在周末发我", "days_off"),
        ("办公室审了没有", "review"),
        ("这个交了领导能看到吗", "review"),
        ("什么叫“持续开展”", "ongoing"),
        ("成果形式是啥意思", "deliverable"),
        ("那我先随便报一个试试可以吗", "trial"),
        ("我们这两项啥时候报啊", "often"),
        ("怎么传", "evidence"),
        ("签到表怎么传", "evidence"),
        ("总结传哪", "evidence"),
        ("总结写好了 怎么交", "evidence"),
        ("哪个按钮是交材料", "evidence"),
        ("怎么把照片发给你们", "evidence"),
        ("🟡是什么意思", "lights"),
        ("加个同事一起报，叫赵六", "colleague"),
        ("我领导也想看进度行不行", "leader"),
        ("能不能一次报完所有的", "all_at_once"),
        ("小陈的链接打不开怎么办", "link"),
        ("照片找不到了咋办", "evidence_needed"),
        ("签到表弄丢了怎么办？", "evidence_needed"),
        ("I lost the photos, what do I do?", "evidence_needed"),
        ("我是新来的，这个东西怎么用", "now"),
        ("新手怎么用", "now"),
        ("我新来的 不太懂 要我做什么", "now"),
        ("我刚接手这个工作 要干啥", "now"),
        ("新来的，都要交什么", "now"),
        ("办公室看到没", "review"),
        ("领导看到了吗", "review"),
        ("办公室看到我那个受阻的没", "review"),
        ("办公室通过了没", "review"),
        ("did you get it?", "review"),
        ("赵科不在我能不能交", "colleague"),
        ("王警官休假了我可以报吗", "colleague"),
        ("我们区分管领导换人了，要不要告诉你们", "leader_changed"),
    ],
)
async def test_one_thing_asked_about_is_told(lin: Resident, said: str, topic: str) -> None:
    assert await lin.says(said) == HOW_TO[topic]("zh").replace("2-7", "1-2")


@pytest.mark.parametrize("said", ["你是机器人吗", "你是谁", "您哪位", "谁做的你"])
async def test_who_it_is_is_told_to_everybody(lin: Resident, chen: Resident, said: str) -> None:
    assert await lin.says(said) == await chen.says(said) == HOW_OF_EVERYBODY["robot"]("zh")


@pytest.mark.parametrize(
    "said",
    [
        "1-2 80%，照片没拍，可以补",
        "1-2 80% 第一次培训商户不会用",
        "领导换了 1-2 80%",
        "1-2 80% lost the photos of the first day",
    ],
)
async def test_what_is_told_and_not_asked_stays_a_report(lin: Resident, said: str) -> None:
    assert said.removeprefix("1-2 80%").strip(" ，") in (await lin.says(said)).partition("情况：")[2]


async def test_who_asks_whether_the_office_must_know_of_their_own_going_is_told_how_to_hand_over(lin: Resident) -> None:
    assert (await lin.says("我调走了要不要告诉你们")).startswith("长期交接，发“我调走了，换李某”")


async def test_the_office_is_told_what_to_do_first(chen: Resident, lin: Resident) -> None:
    assert await chen.says("早上好 我第一天用这个 先该干什么") == HOW_OF_THE_OFFICE["now"]("zh")
    assert "如“1-2 完成80%" in await lin.says("我第一天用这个 先该干什么")


async def test_while_something_is_asked_it_is_told_and_the_question_comes_back(town: Town, lin: Resident) -> None:
    await lin.says("1-2 进行中", "能发照片么")
    said = [each.text for each in lin.messages()[-2:]]
    assert said[0].startswith("照片、文件直接发给我") and "完成了百分之几" in said[1]
    assert town.rows("SELECT percent FROM drafts") == [{"percent": None}]


@pytest.mark.parametrize("said", ["怎么用", "帮助", "你能做什么", "what can you do for me", "不会弄啊", "我能干什么"])
async def test_all_else_gets_the_whole_help(lin: Resident, said: str) -> None:
    assert "/language 中文 / English" in await lin.says(said)


async def test_what_is_said_of_files_in_a_report_is_no_question(lin: Resident) -> None:
    assert "材料怎么交上去还没定" in await lin.says("1-2 80%，材料怎么交上去还没定")
    assert (await lin.says("🟡的有哪些")).startswith("共 0 项")


async def test_that_a_link_does_not_open_changes_no_invitation(chen: Resident) -> None:
    await chen.says("邀请武汉海关刘洋", "海关那个新人说打不开链接")
    told, draft = (each.text for each in chen.messages()[-2:])
    assert told == HOW_OF_THE_OFFICE["link"]("zh") and "武汉海关 刘洋：联络员" in draft


async def test_the_office_gets_its_own_help(chen: Resident) -> None:
    assert await chen.says("怎么分解任务") != HOW_TO["steps"]("zh")


async def test_a_topic_is_asked_about_in_english(grace: Resident) -> None:
    assert await grace.says("how do I attach a file") == HOW_TO["evidence"]("en")
    assert await grace.says("what does ⚪ mean") == HOW_TO["lights"]("en")
    assert await grace.says("is Linda able to report for us?") == HOW_TO["colleague"]("en")
    assert await grace.says("who sees this?") == HOW_TO["review"]("en")
    assert await grace.says("can you tell me when the office has looked at it") == HOW_TO["review"]("en")


async def test_what_is_told_to_say_does_what_it_says(lin: Resident, grace: Resident) -> None:
    await lin.reports("8-2", "已完成")
    assert (await lin.says("待审核的任务")).startswith("共 1 项 · 待审核")
    assert "awaiting review" in (await grace.says("tasks awaiting review")).lower()
    assert "联系人" in await lin.says("办公室联系人") and "contact" in await grace.says("contact the office")


def test_every_topic_has_its_words_in_both_languages() -> None:
    assert set(HOW_TO) == {way.rpartition(".")[2] for way in ways_of("help_topics.topics")}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("王警官也能报吗", "本单位的联络员和B角都能看、能报"),
        ("赵敏来了以后我的任务谁报", "本单位的联络员和B角都能看、能报"),
        ("我走了以后报过的还在吗", "报过的归单位，换了人也都在"),
        ("what does in progress mean", "“进行中”正在办"),
        ("how do I hand my tasks over", "长期交接"),
        ("上面说的抽检是啥意思", "这个我答不上来。"),
        ("什么是牵头单位", "这个我答不上来。"),
        ("判决统计口径是一审还是二审，请办公室明确", "这个我答不上来。"),
        ("什么是抽检", "这个我答不上来。"),
        ("怎么看别人报了没", "这个我答不上来。"),
        ("多久报一次", "有期限的，有进展就报"),
        ("报告退回来了怎么办", "退回的会告诉您原因。"),
        ("what happens when a report is returned", "退回的会告诉您原因。"),
        ("how do I fill in a return", "发“填报表”打开要填的报表"),
        ("如果12月finish不了1-2怎么办啊", "1-2 昆仑行动打食药环犯罪\n任务名称"),
        ("您好，我是新来的小林，这个机器人怎么用？", "发“我的任务”看最急的"),
        ("我不知道该怎么弄，帮帮我吧，谢谢", "我可以做这些："),
        ("谁能告诉我接下来要干什么呀，完全不懂", "我可以做这些："),
    ],
)
async def test_what_is_asked_is_answered_and_the_rest_not_buried_in_all_of_help(
    lin: Resident, said: str, told: str
) -> None:
    assert (await lin.says(said)).startswith(told) or told in lin.sees()


async def test_words_without_a_meaning_narrow_no_list(lin: Resident) -> None:
    assert "没有读懂" not in await lin.says("我手上都有啥") and "没有读懂" not in await lin.says("我手头都有哪些活")


async def test_a_task_of_others_is_told_to_the_office(lin: Resident) -> None:
    assert (await lin.says("6-7不是我们的，应该是市监局的")).startswith("会告诉办公室：")


async def test_a_unit_that_speaks_of_sending_hours_hears_its_own(lin: Resident) -> None:
    assert "由办公室使用" not in await lin.says("每天别一大早发，下午行不行") and "您可以往后调" in lin.sees()


async def test_a_stranger_who_writes_a_number_is_told_to_share_it(stranger: Resident) -> None:
    assert (await stranger.says("我手机号13812345678")).startswith("写出来的手机号核对不了。请点下方按钮登记")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("跟药有关的任务有哪些", "共 3 项 · 有“药”的"), ("涉及药的任务有哪些", "共 3 项 · 有“药”的")],
)
async def test_a_list_may_be_about_one_character(zhou: Resident, asked: str, listed: str) -> None:
    assert (await zhou.says(asked)).startswith(listed)


async def test_a_language_that_is_named_is_spoken_at_once(grace: Resident) -> None:
    await grace.says("pls speak chinese")
    assert "发“我的任务”看任务" in grace.sees()
    await grace.says("还是英文吧")
    assert "Send “my tasks”" in grace.sees()
    assert "Hello!" in await grace.says("happy new year")


@pytest.mark.parametrize("words", ["哪个最急", "我先报哪个", "啥子要紧些", "which one is most urgent"])
async def test_what_is_most_urgent_is_on_top_of_the_own_tasks(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("共 8 项")


async def test_whoever_is_new_is_told_what_there_is(lin: Resident) -> None:
    assert "/tasks" in await lin.says("你好，我是公安局的小林，第一次用这个")
    assert "/tasks" not in await lin.says("第一次用执法记录仪")


async def test_a_question_is_no_report_of_the_tasks_it_names(lin: Resident) -> None:
    assert "您指的是哪一项" in await lin.says("手头有三个在办，1-2、18-1、2-3，先报哪个")
    assert "现在是什么状态" in await lin.says("报1-2") and "手头" not in lin.sees()


async def test_the_offices_many_commands_are_grouped_and_a_groups_lines_are_shown_on_request(chen: Resident) -> None:
    said = await chen.says("/help")
    assert "催办和通知：/groups /nudge /broadcast\n" in said and "发“/help 任务”这样看一组" in said
    assert len(said.splitlines()) < 15
    named = {word for line in said.splitlines() for word in line.split() if "/" in word}
    assert len({word[word.index("/") :] for word in named if not word.startswith("每个")}) >= 22
    lines = (await chen.says("/help 催办")).splitlines()
    assert lines == [
        "/groups 联络员群：范围、发什么、什么时候",
        "/nudge 催办，可加单位或编号",
        "/broadcast 群发通知",
    ]
    assert await chen.says("/help broadcast") == "\n".join(lines)


async def test_below_a_card_the_example_is_its_task_and_what_is_asked_for_can_be_pressed(lin: Resident) -> None:
    assert (await lin.says("1-2", "这个能不能延期")).startswith("发“1-2申请延期到3月15日")
    assert lin.buttons() == ["报进展", "申请延期"]
    assert "申请延到：2020年6月30日" in await lin.says("延到明年6月底，人手不够")


async def test_below_a_card_without_more_time_the_question_is_how_it_is_reported(lin: Resident) -> None:
    assert "如“2-3 完成80%" in await lin.says("2-3", "这个怎么报") and lin.buttons()[0] == "报进展"


@pytest.mark.parametrize("said", ["记一下 海关周三送数据", "后天提醒我给王市长送材料", "提醒我明天8点给海关打电话"])
async def test_notes_of_ones_own_are_declined_with_what_can_be_done(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("这里不记自己的事")


@pytest.mark.parametrize("said", ["然后呢 我要干什么", "那我该做什么？", "What am I supposed to do here?"])
async def test_a_newcomer_hears_what_to_do(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith(("发“我的任务”看最急的", "Send “my tasks” to see the most urgent"))


@pytest.mark.parametrize(
    "said", ["我报的这几个办公室看了没", "交上去的那几项你们看过没", "has the office read my reports"]
)
async def test_whether_the_office_has_seen_what_was_reported_is_told(lin: Resident, said: str) -> None:
    await lin.submits("38-1协查函收到2份 60%")
    assert (await lin.says(said)).startswith("报上去本单位和办公室都看得见；报“已完成”的由办公室审核")
    assert "协查函收到2份" in await lin.says("历史记录")


async def test_what_everybody_may_ask_is_answered_to_everybody(lin: Resident, chen: Resident) -> None:
    for each in (lin, chen):
        assert "同一个 Telegram 账号" in await each.says("我要是换手机了怎么办")
        assert (await each.says("这个机器人能看到大家私聊的内容吗")).startswith("看不到别人之间的私聊。")
    assert "发“撤销”" in await chen.says("我误删了一个人 怎么恢复")
    assert "72 小时内有效（不能延长）" in await chen.says("链接能不能改成一个星期有效")


@pytest.mark.parametrize(
    "said", ["啥时候能审完", "我报的多久能审", "1-2什么时候能审完", "办公室审了没有", "办公室啥时候批", "啥时候批"]
)
async def test_since_when_a_report_waits_for_review_is_told(town: Town, lin: Resident, said: str) -> None:
    assert await lin.says("啥时候能审完") == HOW_TO["review"]("zh")
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-26 10:00")
    assert (await lin.says(said)).startswith("1-2 已报完成，在等办公室审核，最早的是2019年11月25日报的。")


async def test_when_a_request_or_a_review_is_answered_are_two_things(lin: Resident, chen: Resident) -> None:
    assert "审核" not in (await lin.says("延期什么时候能批")).splitlines()[0]
    assert await chen.says("啥时候能审完") == HOW_OF_THE_OFFICE["review"]("zh")


@pytest.mark.parametrize("said", ["办公室答复了没", "领导看到新闻了吗", "1-2办公室通过了没", "新来的小林要办什么手续"])
async def test_what_is_asked_of_something_else_is_not_told_of_reports(lin: Resident, said: str) -> None:
    assert await lin.says(said) not in [HOW_TO[each]("zh").replace("2-7", "1-2") for each in ("now", "review")]


@pytest.mark.parametrize("said", ["打电话给谁", "有问题打给谁", "不懂的话电话打给谁"])
async def test_whom_to_call_is_the_office(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("办公室还没有填联系人。")
