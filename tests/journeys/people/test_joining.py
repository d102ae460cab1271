from datetime import timedelta

import pytest

from data.people.invitations import create_invite
from data.people.people import Role, who_is
from data.plan.units import find_unit
from tests.journeys.people.roster import on_the_roster
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town


async def test_somebody_invited_is_let_in_by_the_link_for_the_unit_and_role_it_names(
    chen: Resident, stranger: Resident
) -> None:
    answer = await chen.says("/invite 公安局 B角")
    assert answer.startswith("市公安局B角邀请链接（一次有效，72 小时内）。")
    welcome = await stranger.says(f"/start {token_in(answer)}")
    assert welcome.startswith("路人，您好！您已登记为：市公安局B角。")
    assert (await stranger.says("我的任务")).startswith("共 8 项")


@pytest.mark.parametrize(
    ("telegrams", "ours"),
    [("路人\n· 林警官  联络员", "路人 · 林警官 联络员"), ("\u202e路\u200b人", "路人"), ("\u200b\u2060", "1097")],
)
async def test_a_name_is_one_line_of_signs_that_can_be_seen(
    town: Town, chen: Resident, telegrams: str, ours: str
) -> None:
    newcomer = town.newcomer(1097, telegrams)
    welcome = await newcomer.says(f"/start {token_in(await chen.says('/invite 市公安局'))}")
    assert welcome.startswith(f"{ours}，您好！")
    assert f"· {ours} 联络员" in (await chen.says("/people 市公安局")).splitlines()[-1]


async def test_a_link_that_was_used_lets_nobody_else_in(town: Town, chen: Resident, stranger: Resident) -> None:
    token = token_in(await chen.says("/invite 市公安局"))
    await stranger.says(f"/start {token}")
    other = town.newcomer(1098, "另一人")
    assert "已过期" in await other.says(f"/start {token}")
    assert who_is(town.db, other.id, town.today()) is None


async def test_a_link_is_of_no_use_after_three_days(town: Town, chen: Resident, stranger: Resident) -> None:
    token = token_in(await chen.says("/invite 市公安局"))
    town.clock.moment += timedelta(hours=72)
    assert "请向办公室索取新的链接" in await stranger.says(f"/start {token}")
    assert who_is(town.db, stranger.id, town.today()) is None


async def test_a_coordinator_who_tries_a_link_is_asked_first_and_it_stays_good(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    token = token_in(await chen.says("/invite 市公安局 B角"))
    assert await chen.says(f"/start {token}") == (
        "这是市公安局B角的邀请链接，还没有使用，请转发给对方。要由您本人担任吗？"
    )
    assert (await stranger.says(f"/start {token}")).startswith("路人，您好！您已登记为：市公安局B角。")
    assert "无效或已过期" in await chen.presses("由我担任")
    assert [row["role"] for row in town.rows("SELECT role FROM memberships ORDER BY id")] == ["coordinator", "deputy"]


async def test_a_coordinator_may_take_a_link_up(town: Town, chen: Resident) -> None:
    token = token_in(await chen.says("/invite 市公安局"))
    await chen.says(f"/start {token}")
    assert "您已登记为：协调员、市公安局联络员。" in await chen.presses("由我担任")
    assert (await chen.says(f"/start {token}")).startswith("陈主任，您好！")
    assert len(town.rows("SELECT * FROM audit WHERE action = 'join'")) == 1


async def test_a_link_opened_in_a_group_lets_nobody_in(town: Town, chen: Resident, stranger: Resident) -> None:
    group = await town.bind_group(chen, stranger)
    token = create_invite(town.db, Role.LIAISON, find_unit(town.db, "市公安局").id, town.clock.now())
    assert await stranger.says(f"/start {token}", chat=group) == ""
    assert who_is(town.db, stranger.id, town.today()) is None


async def test_the_token_of_a_link_is_not_kept(town: Town, chen: Resident) -> None:
    token = token_in(await chen.says("/invite 市公安局"))
    kept = [
        value for table in ("invites", "audit") for row in town.rows(f"SELECT * FROM {table}") for value in row.values()
    ]
    assert kept and not [value for value in kept if isinstance(value, str) and token in value]


async def test_somebody_on_the_roster_is_let_in_by_their_own_phone_number(town: Town) -> None:
    on_the_roster(town, "赵法官", "市法院", "13800001098")
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    assert "邀请链接" in await zhao.says("/start")
    assert zhao.last().reply_keyboard is not None
    welcome = await zhao.does(lambda: town.world.share_contact(zhao.id))
    assert welcome.startswith("赵法官，您好！您已登记为：市法院联络员。")


async def test_somebody_elses_phone_number_lets_nobody_in(town: Town, stranger: Resident) -> None:
    on_the_roster(town, "赵法官", "市法院", "13800001098")
    town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    answer = await stranger.does(lambda: town.world.share_contact(stranger.id, of_user=1098))
    assert answer == "请用下方按钮发送您本人的手机号。"
    assert who_is(town.db, stranger.id, town.today()) is None


async def test_a_forwarded_contact_lets_nobody_in(town: Town) -> None:
    on_the_roster(town, "赵法官", "市法院", "13800001098")
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    town.world.updates.allow(["callback_query"])
    contact = town.world.share_contact(zhao.id)
    town.world.updates.allow(["message", "callback_query", "my_chat_member"])
    answer = await zhao.does(lambda: town.world.forward(zhao.id, zhao.id, contact.message_id))
    assert answer == "请用下方按钮发送您本人的手机号。"
    assert who_is(town.db, zhao.id, town.today()) is None


async def test_a_number_that_is_on_no_roster_is_told_so(town: Town) -> None:
    somebody = town.newcomer(1097, "某人", phone="+86 138 0000 1097")
    answer = await somebody.does(lambda: town.world.share_contact(somebody.id))
    assert answer == "名单里没有找到这个手机号，请向办公室索取邀请链接。"


async def test_a_phone_number_is_kept_as_a_hash_alone(town: Town) -> None:
    on_the_roster(town, "赵法官", "市法院", "13800001098")
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    await zhao.does(lambda: town.world.share_contact(zhao.id))
    [person] = town.rows("SELECT phone_hash FROM people WHERE telegram_id = ?", zhao.id)
    assert len(person["phone_hash"]) == 64
    assert "13800001098" not in str(town.rows("SELECT * FROM audit"))


async def test_a_known_person_who_shares_a_contact_is_asked_for_text(town: Town, lin: Resident) -> None:
    town.world.user(lin.id).phone = "+86 138 0000 1002"
    assert "这里只收文字、图片和文件" in await lin.does(lambda: town.world.share_contact(lin.id))


async def test_help_names_what_a_liaison_can_use(lin: Resident) -> None:
    answer = await lin.says("/help")
    assert "/update 报进展" in answer and "/summary" not in answer and "/invite" not in answer


async def test_help_names_what_a_coordinator_can_use(chen: Resident) -> None:
    answer = await chen.says("/help")
    assert "/summary" in answer and "/invite" in answer and "/update" not in answer


async def test_help_names_what_an_observer_can_use(gu: Resident) -> None:
    answer = await gu.says("/help")
    assert "/summary" in answer and "/invite" not in answer and "/update" not in answer


async def test_help_explains_the_lights(lin: Resident) -> None:
    assert "🔴 逾期" in await lin.says("帮助")


async def test_a_coordinator_is_not_told_to_report(chen: Resident) -> None:
    for words in ("/start", "你好", "呜啦啦"):
        answer = await chen.says(words)
        assert "发“汇总”看总体情况" in answer and "报进展" not in answer


async def test_the_menu_is_that_of_the_role(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("/start")
    await chen.says("/start")
    assert "update" in [entry["command"] for entry in town.world.menu(lin.id)]
    assert "summary" in [entry["command"] for entry in town.world.menu(chen.id)]
    assert "summary" not in [entry["command"] for entry in town.world.menu(lin.id)]


async def test_inviting_for_an_unknown_unit_says_what_to_write(town: Town, chen: Resident) -> None:
    assert (await chen.says("/invite 火星局")).startswith("没有“火星局”这个单位，请写任务表里的单位名")
    assert town.rows("SELECT * FROM invites") == []


@pytest.mark.parametrize("words", ["/invite sjj", "邀请 sjj", "/invite 工商局", "/invite shichangjianguanju"])
async def test_inviting_takes_the_names_that_sentences_take(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("市市场监管局联络员邀请链接")


async def test_initials_of_two_units_are_settled_by_a_press_before_anybody_is_invited(
    town: Town, chen: Resident
) -> None:
    assert await chen.says("/invite swj B角") == "没有“swj”这个单位，是不是：市税务局、市商务局？"
    assert town.rows("SELECT * FROM invites") == []
    assert (await chen.presses("市商务局")).strip().startswith("市商务局B角邀请链接（一次有效，72 小时内）。")
    assert [row["role"] for row in town.rows("SELECT role FROM invites")] == ["deputy"]


async def test_an_office_outside_the_plan_is_invited_as_no_other(town: Town, chen: Resident) -> None:
    assert (await chen.says("/invite 水务局")).startswith("没有“水务局”这个单位，请写任务表里的单位名")
    assert not chen.buttons() and not town.rows("SELECT * FROM invites")


async def test_nobody_else_s_press_invites_anybody(town: Town, lin: Resident) -> None:
    assert "由办公室使用" in await lin.forges("invite:liaison:1")
    assert town.rows("SELECT * FROM invites") == []


async def test_inviting_is_for_coordinators(town: Town, lin: Resident, gu: Resident) -> None:
    for person in (lin, gu):
        assert "由办公室使用" in await person.says("/invite 市公安局")
    assert town.rows("SELECT * FROM invites") == []


async def test_whose_last_day_is_over_waits_for_the_offices_consent_no_longer(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    town.db.change("INSERT INTO settings (name, value) VALUES ('newcomers_need_consent', 'yes')")
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says("11月27日")
    await stranger.says(f"/start {lin.sees().rpartition('?start=')[2]}")
    await chen.says("谁在等我同意")
    assert "同意 路人" in chen.buttons()
    question = chen.last()
    await town.move_to("2019-11-28 09:00")
    assert "这件事已经处理过了" in await chen.presses("同意 路人", on=question)
    assert town.rows("SELECT id FROM memberships WHERE role = 'deputy'") == []
    assert [each for each in stranger.heard() if "办公室没有同意这次登记" in each] == [stranger.sees()]


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
