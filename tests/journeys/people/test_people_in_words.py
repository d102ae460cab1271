"""Orders of the office about people and units in one sentence: successors, leave, phone numbers, unit groups."""

import pytest

from data.people.people import Role, add_membership
from data.plan.units import find_unit
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "said",
    [
        "钱科长调走了，换孙科长",
        "钱科长调走了，由孙科长接替",
        "钱科长调走了，换成孙科长",
        "商务局换联络员 原来的钱科长调走了 新的叫孙科长",
        "钱科长退休了，接她的是孙科长",
        "商务局换人了，现在是孙科长",
    ],
)
async def test_who_has_left_and_who_follows_in_one_sentence(chen: Resident, qian: Resident, said: str) -> None:
    assert "您会得到一条给孙科长的链接" in await chen.says(said)
    assert chen.buttons()[0] == "换人"


@pytest.mark.parametrize("said", ["商务局李某调走了，换王芳", "商务局的老李退休了，由王芳接"])
async def test_somebody_who_is_not_on_the_list_is_not_taken_for_another(
    chen: Resident, qian: Resident, said: str
) -> None:
    assert (await chen.says(said)).startswith("名单里没找到您说的人")
    assert chen.buttons()[0].startswith("钱科长")
    assert "您会得到一条给王芳的链接" in await chen.says("钱科长")


async def test_who_follows_is_asked_where_nobody_is_named(chen: Resident, qian: Resident) -> None:
    assert (await chen.says("钱科长调走了，换个人吧")).startswith("谁来接任钱科长")


async def test_leave_put_down_by_the_office_is_taken_back_and_the_stand_in_hears_of_it(
    town: Town, chen: Resident, lin: Resident
) -> None:
    zhao = town.member(1050, "赵警官", "市公安局", Role.DEPUTY)
    await chen.says("林警官下周休假")
    await chen.presses("赵警官")
    assert "撤销" not in chen.buttons() and (await chen.says("确认")).startswith("已记下：林警官")
    await town.move_to("2019-11-25 09:30")
    assert "请您代为查看和填报" in zhao.sees()
    assert "请假：林警官，2019年12月2日至2019年12月8日" in await chen.says("撤销")
    await chen.says("确认")
    assert town.rows("SELECT * FROM absences WHERE ended_at IS NULL") == []
    await town.move_to("2019-11-25 09:40")
    assert "请假已撤销，不用您代了" in zhao.sees()


async def test_of_two_of_one_name_both_are_shown_and_neither_gets_a_number(town: Town, chen: Resident) -> None:
    for number, unit in ((1050, "市公安局"), (1051, "武汉海关")):
        town.member(number, "李伟", unit, Role.LIAISON)
    shown = await chen.says("李伟是哪个单位的")
    assert shown.startswith("共 2 人") and "市公安局\n· 李伟" in shown and "武汉海关\n· 李伟" in shown
    assert "登记电话" not in chen.buttons()
    assert "共 2 人" in await chen.says("李伟电话13800000000")


async def test_ones_own_leave_is_no_act_of_the_office(chen: Resident, lin: Resident) -> None:
    await lin.says("下周我休假")
    while "提交" not in lin.buttons():
        await lin.presses("不用")
    await lin.presses("提交")
    assert (await chen.says("撤销")).startswith("最近一天没有可以撤销的操作")


async def test_a_number_and_the_offices_contact_that_are_said_are_offered_to_be_kept(
    chen: Resident, lin: Resident
) -> None:
    assert (await chen.says("林警官电话13800000000")).startswith("林警官的电话是多少？")
    assert "已记下电话：13800000000" in await chen.presses("13800000000")
    assert (await chen.says("公安局林警官手机号13900001111记一下")).startswith("林警官的电话是多少？")
    assert "李某 027-00000000" in await chen.says("办公室联系人 李某 027-00000000")
    assert "还没有填联系人" in await lin.says("谁是办公室联系人")
    await chen.presses("提交")
    assert "办公室联系人：李某 027-00000000。" in await lin.says("谁是办公室联系人")


@pytest.mark.parametrize("asked", ["谁是管这事的办公室的人", "这事办公室谁管", "办公室都有谁"])
async def test_who_is_at_the_office_are_those_who_can_be_asked(chen: Resident, lin: Resident, asked: str) -> None:
    assert f"也可以点名字直接写给协调员：{chen.name}" in await lin.says(asked)
    assert f"{lin.name} 联络员" in await lin.says("我们单位的联络员有哪些")


@pytest.mark.parametrize(
    "said",
    [
        "建一个单位组 打假专班：公安局、海关",
        "把公安局、海关编入打假专班组",
        "新建分组“打假专班”：公安局、海关",
        "建一个打假专班：公安局、海关",
        "成立打假专班，公安局和海关",
    ],
)
async def test_a_group_of_units_is_made_in_a_sentence_and_addressed(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == "分组“打假专班”加入 2 家：市公安局、武汉海关。对吗？"
    members = "SELECT name FROM unit_group_members WHERE group_name = '打假专班' ORDER BY name"
    assert town.rows(members) == []
    await chen.says("确认")
    assert [row["name"] for row in town.rows(members)] == ["市公安局", "武汉海关"]
    assert "没有联络员的单位有 2 个：市公安局、武汉海关" in await chen.says("通知打假专班：周五开会")
    await chen.says("取消")
    await chen.presses("不要了")
    assert "把单位加入分组“打假专班”：市公安局、武汉海关" in await chen.says("撤销")
    await chen.says("确认")
    assert town.rows(members) == []


async def test_an_order_is_no_contact_of_the_office(town: Town, chen: Resident) -> None:
    await chen.says("/people")
    await chen.presses("名单设置", "填办公室联系人")
    assert "催办" in await chen.says("催29-4")
    assert town.rows("SELECT * FROM settings WHERE name = 'office_contact'") == []


async def test_the_office_makes_somebody_the_deputy_of_a_unit_by_a_link(chen: Resident) -> None:
    await chen.invites("拉张三做公安局B角")
    link, to_forward = chen.heard()[-2:]
    assert link.startswith("市公安局B角邀请链接") and "给张三的" in link
    assert to_forward.startswith("张三您好：")


@pytest.mark.parametrize("who", ["由Grace代", "让周科代一下"])
async def test_who_is_none_of_the_unit_does_not_stand_in_and_that_is_said(
    chen: Resident, lin: Resident, grace: Resident, who: str
) -> None:
    for said in (f"林警官下周休假，{who}", who):
        asked = await chen.says(said)
        assert "不在市公安局的名单上，不能代为查看和填报" in asked and "由谁代为查看和填报？" in asked
    assert "由Grace代" not in asked.replace(who, "")


@pytest.mark.parametrize("said", ["我下周出差 审核让丁主任来", "丁主任下周休假"])
async def test_nobody_of_the_office_is_put_on_leave(town: Town, chen: Resident, said: str) -> None:
    town.member(1078, "丁主任", None, Role.COORDINATOR)
    assert (await chen.says(said)).startswith("请假只登记联络员的")


@pytest.mark.parametrize(
    "said", ["把没人的单位全部邀请", "给没有联络员的单位都发邀请", "invite all units without a liaison"]
)
async def test_all_units_without_a_liaison_are_invited_at_once(chen: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert "· 武汉海关：联络员" in shown and "市公安局" not in shown
    assert "个单位没有联络员" in await chen.says("取消", "不要了", "没有联络员的单位有哪些")


@pytest.mark.parametrize("said", ["市商务局 钱科长 有没有来过", "市商务局钱科长来过没", "商务局的钱科长有没有登记"])
async def test_whether_somebody_has_come_is_on_their_page(chen: Resident, qian: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("钱科长\n市商务局 联络员")


@pytest.mark.parametrize("said", ["我姓周", "你好我是新来的 之前的金法官退了"])
async def test_who_somebody_really_is_goes_to_the_office(lin: Resident, said: str) -> None:
    assert f"会告诉办公室：\n“{said}”" in await lin.says(said)


async def test_who_has_moved_elsewhere_is_asked_who_takes_over(lin: Resident) -> None:
    assert (await lin.says("以后别叫我林警官 我调到法院了")).startswith("谁来接任您的市公安局联络员？")


async def test_units_without_a_liaison_are_shown_with_what_is_due(chen: Resident) -> None:
    shown = await chen.says("没联络员的单位里哪些有马上到期的任务")
    first, second = shown.splitlines()[:2]
    assert "个单位没有联络员" in first and "逾期" in second


async def test_a_number_that_was_said_is_agreed_to_and_orders_are_no_number(chen: Resident, lin: Resident) -> None:
    await chen.says("林警官电话 13800001111")
    assert chen.buttons() == ["13800001111", "取消"]
    await chen.says("商务局改名叫大商办")
    assert "市商务局也叫“大商办”" in chen.heard()[-2] and chen.buttons() == ["继续"]
    await chen.presses("继续")
    assert (await chen.says("周五开会")).startswith("请发电话号码，例如：027-82826666。")
    assert "已记下电话：13800001111" in await chen.says("确认")


@pytest.mark.parametrize("said", ["新来的人要办公室同意", "把需要同意打开", "newcomers need our consent"])
async def test_whether_newcomers_wait_for_consent_is_asked_for_in_words(
    chen: Resident, lin: Resident, said: str
) -> None:
    assert "需要同意：关" in await chen.says(said)
    assert "改为需要同意" in chen.buttons()
    assert "需要同意：" not in await lin.says(said)


@pytest.mark.parametrize("said", ["通知市场监管局：企业登记要先审核", "商标注册需要知识产权局审核"])
async def test_what_enterprises_register_is_nobodys_coming(chen: Resident, zhou: Resident, said: str) -> None:
    assert "名单设置" not in await chen.says(said)


async def test_what_belongs_to_somebody_is_taken_off_without_them(chen: Resident, wang: Resident) -> None:
    assert "移除" not in (await chen.says("把王警官的电话删掉")).splitlines()[0]
    assert "要移除王警官吗" in await chen.says("把市公安局的王警官从名单里删掉吧")


async def test_somebody_of_no_unit_is_taken_off_by_name_as_well(chen: Resident, gu: Resident) -> None:
    assert (await chen.says(f"把{gu.name}删掉")).startswith(f"要移除{gu.name}吗？")
    await chen.says("取消")
    assert "移除" not in await chen.says("把这一条删掉")


async def test_leave_of_somebody_is_spoken_of_by_the_office(chen: Resident, qian: Resident) -> None:
    assert (await chen.says("钱科长的休假取消")).startswith("钱科长\n市商务局 联络员")
    assert "请假" in chen.buttons()


async def test_a_decision_on_a_piece_of_work_information_is_no_name(chen: Resident, qian: Resident) -> None:
    await qian.says("报送工作信息", "我市开展口岸打假", "12月2日，检查企业12家。", "下一步", "跳过", "提交")
    assert "已提交" in qian.sees()
    assert "编入哪一期简报" in await chen.says("商务局换联络员", "商务局那条采用")


async def test_who_is_away_and_who_stands_in_are_told_apart(town: Town, chen: Resident, lin: Resident) -> None:
    town.member(1050, "王警官", "市公安局", Role.LIAISON)
    shown = await chen.says("林警官下周一到周三出差，王警官代")
    assert shown == "林警官（市公安局）2019年12月2日至2019年12月4日请假，由王警官代。"


async def test_of_two_of_a_name_it_is_asked_who_is_to_go(town: Town, chen: Resident, qian: Resident) -> None:
    town.member(1051, "钱科长", "市财政局", Role.LIAISON)
    assert await chen.says("把钱科长移出去") == "您指的是哪一位？"
    assert (await chen.presses("钱科长 市财政局")).startswith("要移除钱科长吗？身份：市财政局联络员。")


@pytest.mark.parametrize(
    ("said", "role", "name"),
    [
        ("请个协调员", "coordinator", ""),
        ("再加一名观察员 张某", "observer", "张某"),
        ("add a coordinator", "coordinator", ""),
    ],
)
async def test_somebody_for_the_office_is_asked_for_in_words(
    town: Town, chen: Resident, said: str, role: str, name: str
) -> None:
    assert "邀请链接（一次有效，72 小时内）" in await chen.invites(said)
    assert town.rows("SELECT role, ifnull(name, '') AS name FROM invites") == [{"role": role, "name": name}]


async def test_several_units_are_invited_in_one_sentence(town: Town, chen: Resident) -> None:
    await chen.says("给江汉区和洪山区发邀请")
    await chen.presses("生成链接")
    assert town.rows("SELECT units.name FROM invites JOIN units ON units.id = unit_id ORDER BY invites.rowid") == [
        {"name": "江汉区人民政府"},
        {"name": "洪山区人民政府"},
    ]


async def test_a_unit_is_called_otherwise_from_now_on(chen: Resident) -> None:
    assert "武汉海关也叫“汉关”" in await chen.says("海关以后叫汉关")
    assert "市商务局也叫“商委”" in await chen.says("取消", "商务局以后也叫商委")


@pytest.mark.parametrize(
    ("said", "there"), [("同意", True), ("同意小周加入", True), ("不同意", False), ("可以，先看看", None)]
)
async def test_who_waits_for_consent_is_found_again_and_let_in(
    town: Town, chen: Resident, said: str, there: bool | None
) -> None:
    assert await chen.says("谁在等我同意") == "现在没有人在等您同意登记。"
    await chen.says("以后进来都要我同意")
    await chen.presses("改为需要同意")
    await chen.says("邀请市司法局")
    link = next(word for word in chen.sees().split() if "start=" in word)
    zhou = town.newcomer(2050, "小周")
    await zhou.says(f"/start {link.partition('start=')[2]}")
    asked = "小周想登记为市司法局联络员，等您同意。"
    assert asked in await chen.says("谁在等我同意") and asked in await chen.says("让小周进来吧")
    await chen.says(said)
    states = {True: "in", False: "refused", None: "waiting"}
    assert town.rows("SELECT state FROM arrivals") == [{"state": states[there]}]
    assert ("小周" in await chen.says("司法局有哪些人")) is (there is True)


async def test_of_many_who_wait_five_are_shown_and_it_is_said_how_many_more_there_are(
    town: Town, chen: Resident
) -> None:
    await chen.says("以后进来都要我同意")
    await chen.presses("改为需要同意")
    for number in range(7):
        await chen.says("邀请市司法局")
        link = next(word for word in chen.sees().split() if "start=" in word)
        await town.newcomer(2050 + number, f"小周{number}").says(f"/start {link.partition('start=')[2]}")
    shown = await chen.says("谁在等我同意")
    assert shown.count("等您同意") == 5 and "\n……另有 2 人在等。" in shown


async def test_the_single_word_for_list_shows_the_list_of_people(chen: Resident) -> None:
    assert "人员名单" in (await chen.says("名单")).splitlines()[0]


async def test_whom_of_several_is_asked_with_the_name_that_was_said(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await chen.says("市市场监管局周科长休假到12月15号")
    assert await chen.says("市公安局换成李四") == "您指的是哪一位？"
    assert "王警官不再担任市公安局联络员" in await chen.says("王警官") and "给李四的链接" in chen.sees()


async def test_of_a_unit_whose_deputy_is_replaced_the_liaison_stays(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1022, "王警官", "市公安局", Role.DEPUTY)
    assert "王警官不再担任市公安局B角" in await chen.says("市公安局的B角换成李四 13911112222")


async def test_what_was_said_is_not_lost_by_something_in_between(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await chen.says("市公安局换成李四 13911112222")
    assert (await chen.says("市公安局的任务")).endswith("您指的是哪一位？")
    assert "给李四（13911112222）的链接" in await chen.says("姓王的那个")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("林警官换成李四 13911112222", "给李四（13911112222）的链接"),
        ("林警官12月2日到6日请假，不用人代", "2019年12月2日至2019年12月6日请假"),
    ],
)
async def test_what_was_said_of_somebody_in_two_units_is_kept_while_it_is_asked_in_which(
    town: Town, lin: Resident, chen: Resident, said: str, kept: str
) -> None:
    [row] = town.rows("SELECT id FROM people WHERE name = '林警官'")
    add_membership(town.db, row["id"], Role.LIAISON, find_unit(town.db, "市市场监管局").id)
    assert await chen.says(said) == "林警官的哪一个身份？"
    assert kept in await chen.presses("市公安局")


@pytest.mark.parametrize("said", ["商务局那个", "王", "小王"])
async def test_whom_of_several_is_named_by_the_unit_or_the_surname(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    town.member(1022, "王警官", "市商务局", Role.LIAISON)
    assert await chen.says("林警官、王警官调走了") == "您指的是哪一位？"
    assert "要移除王警官吗" in await chen.says(said)


async def test_who_is_named_with_the_unit_is_not_asked_for(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1023, "林警官", "市商务局", Role.LIAISON)
    await chen.says("市商务局的林警官下周一到下周三请假")
    assert "林警官（市商务局）" in await chen.says("不用找人代")


async def test_days_of_leave_are_kept_while_it_is_asked_whose_it_is(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1023, "林警官", "市商务局", Role.LIAISON)
    assert await chen.says("林警官下周一到下周三请假") == "您指的是哪一位？"
    await chen.presses("林警官 市商务局")
    assert "2019年12月2日至2019年12月4日" in chen.sees()


async def test_who_is_put_on_leave_by_the_office_and_taken_off_it_is_told(
    town: Town, lin: Resident, wang: Resident, chen: Resident
) -> None:
    await chen.submits("王警官下周一到下周三出差，让林警官顶一下")
    await town.move_to("2019-11-25 08:31")
    assert "办公室替您登记了2019年12月2日至2019年12月4日请假" in wang.sees()
    await chen.says("王警官")
    await chen.presses("销假")
    await town.move_to("2019-11-25 08:32")
    assert "办公室取消了您2019年12月2日至2019年12月4日的请假" in wang.sees()
    assert "不用您代了" in lin.sees()


async def test_leave_that_nobody_heard_of_is_ended_without_a_word(town: Town, wang: Resident, chen: Resident) -> None:
    await chen.submits("王警官下周一到下周三出差，不用找人代")
    await chen.says("王警官")
    await chen.presses("销假")
    await town.move_to("2019-11-25 08:32")
    assert not wang.heard()


async def test_who_was_removed_comes_back_by_taking_that_back(town: Town, wang: Resident, chen: Resident) -> None:
    await chen.says("把王警官删了")
    await chen.presses("移除")
    assert "移除王警官（市公安局联络员）" in await chen.says("恢复王警官") and "撤销" in chen.buttons()
    assert "移除王警官（市公安局联络员）" in await chen.says("哎呀删错了")
    await town.move_to("2019-11-27 09:00")
    assert "移除已超过一天" in await chen.says("把王警官请回来")


async def test_a_name_may_be_written_small(town: Town, chen: Resident) -> None:
    town.member(1009, "Grace", "市贸促会", Role.LIAISON, "en")
    await chen.says("Grace")
    await chen.presses("移除", "移除")
    assert "移除Grace（市贸促会联络员）" in await chen.says("恢复grace")


async def test_who_comes_back_is_no_unit_of_the_same_number(town: Town, wang: Resident, chen: Resident) -> None:
    [unit] = town.rows("SELECT name FROM units WHERE id = (SELECT id FROM people WHERE name = '王警官')")
    await chen.says("把王警官删了")
    await chen.presses("移除")
    await chen.submits(f"{unit['name']}这周先别提醒")
    assert "移除王警官（市公安局联络员）" in await chen.says("恢复王警官")


async def test_whoever_is_there_has_their_page_opened(chen: Resident, wang: Resident) -> None:
    await chen.submits("王警官下周一到下周三出差，不用找人代")
    await chen.says("恢复王警官")
    assert "销假" in chen.buttons()


async def test_leave_of_the_office_needs_no_entry(chen: Resident, wang: Resident) -> None:
    assert (await chen.says("我下周去省里开会，王警官替我")).startswith("请假只登记联络员的")


async def test_who_asks_by_whom_to_replace_somebody_is_asked_and_names_nobody(wang: Resident, chen: Resident) -> None:
    assert (await chen.says("王警官换成谁好")).startswith("谁来接任王警官（市公安局联络员）？")


async def test_another_liaison_is_named_behind_the_wish_for_one(lin: Resident, chen: Resident) -> None:
    assert "给赵敏的链接" in await chen.says("公安局的联络员换一个，叫赵敏")


async def test_who_stands_in_on_some_days_is_leave_whatever_it_is_for(zhou: Resident, chen: Resident) -> None:
    assert "2019年11月28日至2019年11月29日由谁代为查看和填报" in await chen.says("周科长这周四周五培训，吴科长代")


@pytest.mark.parametrize(
    "said",
    [
        "市公安局的联络员改成赵强",
        "市公安局联络员由赵强接替林某",
        "市公安局联络员由赵强接替林警官",
        "赵强接林警官的班",
    ],
)
async def test_who_takes_over_from_another_replaces_them(chen: Resident, lin: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("林警官不再担任市公安局联络员，马上生效")
    assert "您会得到一条给赵强的链接。" in chen.sees() and chen.buttons()[0] == "换人"


@pytest.mark.parametrize(
    "said",
    [
        "林警官接下来的工作是什么",
        "市公安局联络员改成周一报",
        "林警官接待领导的工作安排",
        "the liaison of 市公安局 is now on leave",
        "The liaison of 市公安局 is now available",
    ],
)
async def test_what_somebody_does_next_replaces_nobody(chen: Resident, lin: Resident, said: str) -> None:
    assert "不再担任" not in await chen.says(said) and "名单里没找到您说的人" not in chen.sees()
    assert "换人" not in chen.buttons()[:1]


@pytest.mark.parametrize("said", ["the liaison of 市公安局 is now Zhao Qiang", "Zhao Qiang takes over from 林警官"])
async def test_who_takes_over_is_read_in_english(chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("/language")
    await chen.presses("English")
    assert (
        "林警官 stops being liaison, 市公安局 at once and is told; you get a link for Zhao Qiang."
        in await chen.says(said)
    )


@pytest.mark.parametrize(
    "said", ["Nobody takes over from 钱科长", "没人接钱科长的班", "钱科长调走了，没人接手", "no one replaces 钱科长"]
)
async def test_who_goes_without_a_successor_is_removed(chen: Resident, qian: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("要移除钱科长吗？")


async def test_the_person_named_last_is_invited(chen: Resident) -> None:
    answer = await chen.says("邀请公安局 李四，不对，张三")
    assert "要邀请 1 人：\n· 市公安局 张三：联络员" in answer


@pytest.mark.parametrize(
    ("said", "name"),
    [("我下周出差，工作请李科长代", "李科长"), ("I will be away 9-13 Dec, my colleague Li Lei covers", "Li Lei")],
)
async def test_who_stands_in_is_named_without_the_words_before_it(lin: Resident, said: str, name: str) -> None:
    assert (await lin.says(said)).startswith(f"{name}不在市公安局的名单上")


async def test_somebody_is_nobodys_name(lin: Resident, chen: Resident) -> None:
    assert "由谁代为查看和填报？" in (shown := await chen.says("林警官下周出差，找人代一下")) and "名单上" not in shown


@pytest.mark.parametrize("said", ["早报别发给林警官了", "不要再给林警官发提醒了", "公安局的提醒只发给林警官"])
async def test_reminders_of_one_person_cannot_be_stopped_and_the_card_offers_what_can_be_done(
    chen: Resident, lin: Resident, said: str
) -> None:
    answer = await chen.says(said)
    assert answer.startswith("提醒和晨报按职责发") and "林警官\n市公安局 联络员" in answer
    assert {"请假", "移除", "换人"} <= {*chen.buttons()}


@pytest.mark.parametrize("said", ["林警官在不在", "林警官今天在吗", "林警官去哪了", "老林在不在"])
async def test_whether_somebody_is_there_is_answered_with_the_card_that_tells_their_leave(
    chen: Resident, lin: Resident, said: str
) -> None:
    await lin.says("我明天到周五休假，不用人代")
    await lin.hands_in()
    shown = await chen.says(said)
    assert shown.startswith("林警官\n市公安局 联络员") and "2019年11月26日至2019年11月29日请假" in shown
    assert (await chen.says("在吗")).startswith("您好！")
    assert "陈主任" in await lin.says("陈主任在吗")


async def test_the_contact_of_the_office_is_entered_as_it_is_usually_written(lin: Resident, chen: Resident) -> None:
    assert "会看到：\n陈主任 027-85551234\n" in await chen.says("办公室联系人填一下 陈主任 027-85551234")
    await chen.says("取消", "不要了")
    await chen.says("联系人：陈主任 电话027-85551234 在市局三楼305")
    await chen.presses("提交")
    assert "办公室联系人：陈主任 电话027-85551234 在市局三楼305。" in await lin.says("办公室电话多少")
    assert "办公室联系人：" not in await lin.says("联系人：小李 13800001111")


async def test_a_list_of_units_without_a_liaison_is_shown_for_the_telephone(chen: Resident, lin: Resident) -> None:
    shown = await chen.says("还没登记的单位给我出个名单 我打电话用")
    assert "个单位没有联络员 · 第 1/" in shown and "市公安局" not in shown


@pytest.mark.parametrize(
    "said",
    ["任务表里1-2的期限跟发文的不一样 请核实", "1-2 期限应该是2019年底 不是2020年2月", "1-2那个期限写错了吧 都六月了"],
)
async def test_a_deadline_that_a_unit_finds_wrong_is_passed_on_to_the_office(
    lin: Resident, chen: Resident, said: str
) -> None:
    assert (await lin.says(said)).startswith("会告诉办公室：\n1-2 ") and f"“{said}”" in lin.sees()
    assert (await lin.says("取消", "不要了", "1-2期限能不能改到3月底")).startswith("申请延期 1-2 ")
    assert (await chen.says("1-2期限不对，应该是2019年底")).startswith("改期限：1-2 ")


async def test_a_name_ends_where_the_sentence_goes_on(lin: Resident, chen: Resident) -> None:
    assert "一条给吴科长的链接" in await chen.says("公安局的联络员换成吴科长 林警官调走了")
    assert "一条给陳麗華的链接" in await chen.says("取消", "不要了", "把公安局的林警官换成陳麗華")


@pytest.mark.parametrize(
    "said",
    ["等一下 我其实是李敏的同事张磊 她把链接转给我的", "my name is Lin Jing, not Lin Jin"],
)
async def test_that_somebody_is_called_otherwise_is_passed_on_to_the_office(lin: Resident, said: str) -> None:
    assert f"会告诉办公室：\n“{said}”" in await lin.says(said)


async def test_who_runs_the_bot_is_the_office(lin: Resident) -> None:
    assert (await lin.says("这个机器人谁在管 我打电话问")).startswith("办公室还没有填联系人。")


async def test_whether_a_unit_has_come_in_is_answered_with_its_people(chen: Resident, lin: Resident) -> None:
    assert (await chen.says("海关来了没有")).startswith("武汉海关\n还没有人。")
    assert "林警官 联络员" in await chen.says("公安局来了没有")


@pytest.mark.parametrize("said", ["林警官来了没有", "林警官进来过没有 他的活都交了吗"])
async def test_whether_somebody_has_come_is_answered_with_their_card(chen: Resident, lin: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("林警官\n市公安局 联络员\n")


async def test_who_has_nobody_there_is_to_be_urged_to_register_by_inviting(chen: Resident) -> None:
    for said in ("还没登记的单位 先挑12月有任务的催他们登记", "没登记的单位催一下登记吧"):
        assert "个单位没有联络员" in await chen.says(said)
    assert "个单位没有联络员" not in await chen.says("催他们登记台账")


async def test_the_people_of_several_units_are_those_named_or_listed_above(
    chen: Resident, lin: Resident, zhu: Resident, nong: Resident, jin: Resident
) -> None:
    assert (await chen.says("公安局和农业局的联络员是谁")).startswith("共 2 人")
    assert lin.name in chen.sees() and nong.name in chen.sees()
    assert "还有 13 个单位没有联络员" in await chen.says("各区的联络员有哪些")
    await chen.says("有没有哪家一直没报过的")
    assert (await chen.says("把这几家的电话给我")).startswith("共 3 人")
    assert zhu.name in chen.sees() and jin.name not in chen.sees() and "还有 7 个单位没有联络员" in chen.sees()


async def test_it_is_said_that_there_is_no_number(lin: Resident, chen: Resident) -> None:
    assert "\n没有登记电话\n" in await chen.says("林警官电话多少")
    await chen.says("林警官电话 13800001111")
    await chen.presses("13800001111")
    assert "没有登记电话" not in await chen.says("林警官电话多少")


async def test_who_wants_to_join_is_who_waits_for_consent(chen: Resident) -> None:
    assert await chen.says("谁想加进来") == "现在没有人在等您同意登记。"


@pytest.mark.parametrize("said", ["周科电话多少", "周科长的手机号是多少", "周科长的电话给我一下"])
async def test_for_the_number_of_another_unit_the_office_is_to_be_asked(
    lin: Resident, zhou: Resident, said: str
) -> None:
    assert await lin.says(said) == "别的单位的人员请问办公室。" and lin.buttons() == ["告诉办公室"]


async def test_that_only_the_office_sees_numbers_is_said(lin: Resident, wang: Resident) -> None:
    assert (await lin.says("王警官电话是多少")).startswith(
        "电话只有办公室看得到；点名字可以直接写给对方。\n\n市公安局\n"
    )
    assert (await lin.says("联络员有谁")).startswith("市公安局\n")


@pytest.mark.parametrize("said", ["我要换成联络员", "把我改成联络员"])
async def test_who_wants_another_role_is_offered_to_ask_the_office(gu: Resident, said: str) -> None:
    assert (await gu.says(said)).startswith("这项操作由办公室使用，可以转告办公室。")
    assert f"会告诉办公室：\n“{said}”" in await gu.presses("告诉办公室")


@pytest.mark.parametrize("said", ["顾调研员删掉", "把顾调研员删掉", "顾调研员不用在名单里了，移除"])
async def test_an_observer_is_taken_off_like_a_liaison(gu: Resident, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("要移除顾调研员吗？身份：观察员。")


async def test_an_hour_is_nobody_who_takes_over(lin: Resident) -> None:
    assert "给10点的链接" not in await lin.says("提醒早上9点太早，换成10点")


@pytest.mark.parametrize("said", ["公安局打电话给谁", "公安局有问题找谁"])
async def test_the_office_asks_whom_to_call_in_a_unit(chen: Resident, lin: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("市公安局\n· 林警官")
