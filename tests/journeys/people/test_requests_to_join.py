"""Strangers who write that they want to be let in."""

import pytest

from tests.journeys.people.roster import on_the_roster
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town

ASKED = "已转给办公室核实，有结果我会告诉您，不用再发。"


@pytest.mark.parametrize(
    ("said", "name", "phone"),
    [
        ("洪山区人民政府 李明 13812345678", "李明", "13812345678"),
        ("您好，我是洪山区的小李，电话138 1234 5678，想加进来", "小李", "138 1234 5678"),
        ("单位：洪山区人民政府 姓名：李明 手机：13812345678", "李明", "13812345678"),
        ("I am Li Ming, 洪山区人民政府, my phone is 13812345678", "路人", "13812345678"),
    ],
)
async def test_a_strangers_request_reaches_the_office_which_lets_them_in(
    town: Town, chen: Resident, ding: Resident, stranger: Resident, said: str, name: str, phone: str
) -> None:
    answer = await stranger.says(said)
    assert answer in (
        ASKED,
        "I have passed this on to the office, and will tell you what it decides. You need not write again.",
    )
    assert await stranger.says("我的任务") == ASKED
    await town.move_to("2019-11-25 09:30")
    told = (
        f"{name}想登记为洪山区人民政府联络员，等您同意。\n"
        f"没有邀请链接，是 Telegram 上的路人自己写来的：{name}（{phone}）。请核实是本人再同意。"
    )
    assert [len([each for each in person.heard() if told in each]) for person in (chen, ding)] == [1, 1]
    assert await chen.says("谁想加进来") == told
    assert town.rows("SELECT * FROM memberships WHERE role = 'liaison'") == []
    await chen.presses(f"同意 {name}")
    await town.move_to("2019-11-25 09:40")
    assert "洪山区人民政府" in stranger.sees()
    assert (await stranger.says("我的任务")).startswith(("共 ", "2 tasks"))
    assert phone in await chen.says(f"{name}电话多少")


async def test_consent_to_nothing_shown_shows_who_waits_for_it(chen: Resident, stranger: Resident) -> None:
    await stranger.says("洪山区人民政府 李明 13812345678")
    await chen.says("汇总")
    assert (await chen.says("同意")).startswith("李明想登记为洪山区人民政府联络员，等您同意。")
    assert await stranger.says("我的任务") == ASKED


async def test_the_office_is_told_of_a_stranger_once_a_day_and_of_five_at_most(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    refused = "今天不能再转给办公室了，请直接向市领导小组办公室索取邀请链接。"
    await stranger.says("洪山区人民政府 李明 13812345678")
    await chen.says("谁想加进来")
    await chen.presses("拒绝 李明")
    assert await stranger.says("洪山区人民政府 李明 13812345678") == refused
    others = [town.newcomer(2050 + number, f"路人{number}") for number in range(5)]
    answers = [await each.says("武昌区人民政府 王强 13912345678") for each in others]
    assert answers == [ASKED] * 4 + [refused]
    assert len(town.rows("SELECT * FROM arrivals")) == 5
    await town.move_to("2019-11-26 09:30")
    assert await others[4].says("武昌区人民政府 王强 13912345678") == ASKED
    assert (await chen.says("谁想加进来")).count("等您同意") == 5


@pytest.mark.parametrize(
    "said",
    [
        "洪山区人民政府",
        "洪山区人民政府 李明",
        "李明 13812345678",
        "市公安局的联络员电话是13812345678吗",
        "打假办 王芳 协调员 13812345678",
        "星巴克 王芳 13812345678",
    ],
)
async def test_a_stranger_who_does_not_say_who_they_are_reaches_nobody(
    town: Town, chen: Resident, stranger: Resident, said: str
) -> None:
    assert "请把单位、姓名和手机号写在一条消息里" in (await stranger.says(said)).replace("或把", "请把")
    assert town.rows("SELECT * FROM arrivals") == [] == town.rows("SELECT * FROM people WHERE telegram_id = 1099")


@pytest.mark.parametrize("by_link", [True, False])
async def test_whoever_asked_and_then_comes_in_waits_no_longer(
    town: Town, chen: Resident, stranger: Resident, by_link: bool
) -> None:
    on_the_roster(town, "赵法官", "市法院", "13800001098")
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    assert await zhao.says("我是市法院的赵法官，13800001098") == ASKED
    if by_link:
        await zhao.says(f"/start {token_in(await chen.says('/invite 市法院'))}")
    else:
        await zhao.does(lambda: town.world.share_contact(zhao.id))
    assert (await zhao.says("我的任务")).startswith("共 ")
    assert await chen.says("谁想加进来") == "现在没有人在等您同意登记。"


async def test_somebody_removed_does_not_come_back_by_asking_and_sharing_a_number(town: Town, chen: Resident) -> None:
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    for minute in (31, 32):
        await chen.says("邀请市法院 赵法官 13800001098")
        link = await chen.presses("生成链接")
        await town.move_to(f"2019-11-25 08:{minute}")
    await zhao.says(f"/start {token_in(link)}")
    await chen.says("移除赵法官")
    await chen.presses("移除")
    assert await zhao.says("市法院 赵法官 13800001098") == ASKED
    assert "没有找到这个手机号" in await zhao.does(lambda: town.world.share_contact(zhao.id))
    assert (
        town.rows("SELECT * FROM memberships WHERE person_id = (SELECT id FROM people WHERE telegram_id = 1098)") == []
    )


async def test_whoever_was_refused_comes_in_by_a_number_that_the_office_gives_later(town: Town, chen: Resident) -> None:
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    await zhao.says("市法院 小王 13800001098")
    await chen.says("谁想加进来")
    await chen.presses("拒绝 小王")
    await town.move_to("2019-11-26 09:30")
    await zhao.says("市法院 赵法官 我是B角 13800001098")
    assert (await chen.says("谁想加进来")).startswith("赵法官想登记为市法院B角，等您同意。")
    await chen.presses("拒绝 赵法官")
    await chen.says("邀请市法院 赵法官 13800001098")
    await chen.presses("生成链接")
    assert "您已登记为：市法院联络员" in await zhao.does(lambda: town.world.share_contact(zhao.id))


async def test_a_press_on_a_message_of_the_bot_is_no_request(
    town: Town, chen: Resident, ding: Resident, stranger: Resident
) -> None:
    await stranger.says("洪山区人民政府 李明 13812345678")
    await ding.says("谁想加进来")
    question = ding.last()
    await chen.says("移除丁主任")
    await chen.presses("移除")
    assert "只对已登记的人员开放" in await ding.presses("拒绝 李明", on=question)
    assert len(town.rows("SELECT * FROM arrivals")) == 1


async def test_a_deputy_who_asked_unbidden_is_shown_to_the_office_alone(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    await stranger.says("市公安局 张三 我是B角 13812345678")
    assert "张三想登记为市公安局B角" in await chen.says("谁想加进来")
    assert "张三" not in await lin.says("/deputy")


async def test_a_request_behind_several_messages_is_answered_and_so_is_who_writes_on(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    await stranger.says("你好", "我要用", "怎么进")
    assert await stranger.says("洪山区人民政府 李明 13812345678") == ASKED
    assert "李明想登记为洪山区人民政府联络员" in await chen.says("加入申请")
    assert (await stranger.says("please let me in")).startswith("I can only answer you three times an hour.")
    assert await stranger.says("李明，洪山区人民政府 13812345678") == ""


async def test_a_request_beyond_the_limit_is_answered_too(stranger: Resident) -> None:
    await stranger.says("你好", "我要用", "怎么进", "在吗", "有人吗")
    assert await stranger.says("我是洪山区的小李，电话13812345678，想加进来") == ASKED


UNKNOWN = "任务表里没有您写的单位，已转给办公室核实，有结果会联系您。单位写错了的，请把单位、姓名和手机号再发一遍。"


@pytest.mark.parametrize(
    ("said", "wrote"),
    [
        ("我是教育局张三 13912345678", "教育局 张三"),
        ("您好，市教育局新来的联络员张三，电话13912345678", "市教育局 张三"),
        ("张三，体育局，13912345678", "体育局 张三"),
    ],
)
async def test_a_request_for_a_unit_that_the_plan_has_not_reaches_the_office_which_cannot_just_agree(
    town: Town, chen: Resident, stranger: Resident, said: str, wrote: str
) -> None:
    assert await stranger.says(said) == UNKNOWN == await stranger.says("我的任务")
    told = (
        f"Telegram 上的路人想登记为联络员，写的是：{wrote}（13912345678）。"
        "任务表里没有这个单位；核实是哪家后，请发：邀请 单位 张三 13912345678。"
    )
    assert await chen.says("谁想加进来") == told == await chen.says("同意张三加入")
    assert chen.buttons() == ["拒绝 张三"]
    [arrival] = town.rows("SELECT id FROM arrivals")
    assert "联络员要指明单位" in await chen.forges(f"people:agree:{arrival['id']}")
    assert town.rows("SELECT * FROM memberships WHERE role = 'liaison'") == []


async def test_a_request_for_an_unknown_unit_gives_way_to_one_for_a_unit_of_the_plan(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    await stranger.says("我是教育局张三 13912345678")
    assert await stranger.says("市体育局 张三 13912345678") == UNKNOWN
    assert await stranger.says("写错了，我是市法院的张三 13912345678") == ASKED
    assert (await chen.says("谁想加进来")).startswith("张三想登记为市法院联络员，等您同意。")
    await chen.presses("同意 张三")
    assert (await stranger.says("我的任务")).startswith("共 ")
    assert [row["state"] for row in town.rows("SELECT state FROM arrivals")] == ["in"]


async def test_who_asked_for_an_unknown_unit_comes_in_by_the_link_that_the_office_makes(
    chen: Resident, stranger: Resident
) -> None:
    await stranger.says("我是教育局张三 13912345678")
    await chen.says("邀请 市法院 张三 13912345678")
    link = await chen.presses("生成链接")
    assert (await stranger.says(f"/start {token_in(link)}")).startswith("张三，您好！您已登记为：市法院联络员。")
    assert await chen.says("谁想加进来") == "现在没有人在等您同意登记。"


async def test_an_unknown_unit_without_a_number_is_named_to_the_stranger(town: Town, stranger: Resident) -> None:
    answer = await stranger.says("市教育局 张三")
    assert "把单位、姓名和手机号写在一条消息里" in answer and "任务表里没有“市教育局”这个单位" in answer
    assert town.rows("SELECT * FROM arrivals") == []


@pytest.mark.parametrize(
    "words", ["有人申请加入吗", "谁申请加入了", "有新人申请吗", "最近有人申请登记没", "anybody asking to join?"]
)
async def test_whether_anybody_asks_to_join_is_answered_with_those_who_do(
    chen: Resident, stranger: Resident, words: str
) -> None:
    nobody = await chen.says(words)
    assert nobody in ("现在没有人在等您同意登记。", "Nobody is waiting for your consent.")
    await stranger.says("洪山区人民政府 李明 13812345678")
    assert "李明" in await chen.says(words)
    assert len(chen.buttons()) == 2


async def test_what_waits_for_review_tells_of_newcomers_too(chen: Resident, stranger: Resident) -> None:
    nothing = "现在没有要审核的填报，也没有要答复的延期申请。"
    assert await chen.says("有人申请吗") == nothing
    await stranger.says("洪山区人民政府 李明 13812345678")
    assert await chen.says("有人申请吗") == f"{nothing}\n有 1 人想登记，等您同意：发“谁在等我同意”。"
    assert "李明" not in await chen.says("谁申请延期了")


@pytest.mark.parametrize("said", ["让他进来", "可以，让她进来吧", "let him in"])
async def test_whoever_waits_is_shown_first_and_let_in_once_shown(
    town: Town, chen: Resident, stranger: Resident, said: str
) -> None:
    assert await chen.says(said) == "现在没有人在等您同意登记。"
    await stranger.says("洪山区人民政府 李明 13812345678")
    assert (await chen.says(said)).startswith("李明想登记为洪山区人民政府联络员，等您同意。")
    assert town.rows("SELECT * FROM memberships WHERE role = 'liaison'") == []
    assert await chen.says(said) == "已同意，李明现在是洪山区人民政府联络员。"


@pytest.mark.parametrize("said", ["让他进来开会", "不让他进来"])
async def test_nobody_is_let_in_by_other_words(town: Town, chen: Resident, stranger: Resident, said: str) -> None:
    await stranger.says("洪山区人民政府 李明 13812345678")
    await chen.says("谁想加进来", said)
    assert town.rows("SELECT * FROM memberships WHERE role = 'liaison'") == []
