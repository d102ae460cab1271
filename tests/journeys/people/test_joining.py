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
