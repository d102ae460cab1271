"""Replacing a person, handing over a unit, leave, and a deputy who begins later."""

import pytest

from data.people.people import Role, hearers, who_is
from data.plan.units import find_unit
from handlers.entrance.texts.access import STRANGER
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town


def _hearing(town: Town) -> list[str]:
    """Return the names of those who get the notices of 市市场监管局 today."""
    unit = find_unit(town.db, "市市场监管局")
    return [each.name for each in hearers(town.db, unit.id, town.today())]


@pytest.mark.parametrize(
    "words",
    ["把林警官换成李四", "林警官换人，换成李四", "林警官换人了 以后找李四", "林警官换人了 以后是李四 13800002222"],
)
async def test_the_office_replaces_somebody_in_one_sentence(
    town: Town, lin: Resident, chen: Resident, stranger: Resident, words: str
) -> None:
    await lin.begins("1-2", "进行中")
    checked = await chen.says(words)
    assert checked.startswith("林警官不再担任市公安局联络员，马上生效") and "没填完的 1 份（1-2）转给对方。" in checked
    await chen.presses("换人")
    done, letter = chen.messages()[-2:]
    assert done.text == "已移除林警官。请把下面这条消息转发给李四："
    assert letter.text.startswith("李四您好，请接任市公安局联络员")
    assert await lin.says("我的任务") == str(STRANGER("zh"))
    welcome = await stranger.says(f"/start {token_in(letter.text)}")
    assert welcome.startswith("李四，您好！您已登记为：市公安局联络员。") and "转给您：1-2" in welcome
    assert town.rows("SELECT name FROM drafts JOIN people ON people.id = person_id") == [{"name": "李四"}]


@pytest.mark.parametrize("number", ["李四电话13900002222", "13900002222"])
async def test_the_number_of_the_successor_may_be_given_behind_the_name(
    lin: Resident, chen: Resident, number: str
) -> None:
    await chen.says("林警官换人了 以后是李四")
    assert "您会得到一条给李四（13900002222）的链接" in await chen.says(number)


async def test_who_follows_goes_on_with_the_report_that_they_name(
    lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("1-2抓了五个人")
    await lin.says("18-1摸排了两家 60%")
    await chen.says("把林警官换成李四")
    await chen.presses("换人")
    await stranger.says(f"/start {token_in(chen.sees())}")
    resumed = await stranger.says("1-2前面写了什么 我接着报")
    assert "抓获人数 5 人" in resumed and "填报 1-2" in resumed
    assert "填报 1-2" in await stranger.says("75%") and "进度：75%" in stranger.sees()
    assert "填报 18-1" in await stranger.says("接着报18-1吧")


async def test_what_the_office_reports_for_a_unit_is_not_passed_on_to_whoever_comes_there(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    await lin.begins("1-2", "进行中")
    await chen.says("把林警官换成李四")
    await chen.presses("换人")
    token = token_in(chen.sees())
    assert "80%" in await chen.says("代市公安局报7-1 完成80%")
    welcome = await stranger.says(f"/start {token}")
    assert "1-2" in welcome and "7-1" not in welcome
    await chen.hands_in()
    assert town.rows("SELECT percent FROM reports") == [{"percent": 80}]


async def test_on_the_page_the_name_of_the_successor_can_be_skipped(lin: Resident, chen: Resident) -> None:
    await chen.says("/people 公安局")
    assert "谁来接任林警官（市公安局联络员）" in await chen.presses("林警官", "换人")
    await chen.presses("跳过", "换人")
    assert chen.sees().startswith("请接任市公安局联络员")


async def test_an_undone_replacement_takes_its_link_back(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await chen.says("把林警官换成李四")
    await chen.presses("换人")
    token = token_in(chen.sees())
    await chen.presses("撤销")
    assert who_is(town.db, lin.id, town.today()) is not None
    assert "无效或已过期" in await stranger.says(f"/start {token}")


async def test_a_request_that_waits_can_be_taken_back_by_the_successor(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.submits("1-2 延期到4月底 因为疫情")
    await chen.says("把林警官换成李四")
    await chen.presses("换人")
    await stranger.says(f"/start {token_in(chen.sees())}")
    await stranger.says("1-2 申请延期")
    assert [each for each in stranger.buttons() if "撤回" in each]
    await stranger.presses("撤回")
    assert town.rows("SELECT withdrawn_at IS NOT NULL AS gone FROM extensions") == [{"gone": 1}]


async def test_an_order_is_nobodys_name(lin: Resident, chen: Resident) -> None:
    assert "谁来接任林警官（市公安局联络员）" in await chen.says("林警官换人了")
    assert "谁来接任林警官" in await chen.says("让公安局重报1-2")
    assert "给李四的链接" in await chen.says("李四")


@pytest.mark.parametrize("words", ["我调走了，以后换人", "我要退休了", "我不做联络员了"])
async def test_a_unit_is_handed_over_by_its_liaison(town: Town, lin: Resident, stranger: Resident, words: str) -> None:
    assert "谁来接任您的市公安局联络员？" in await lin.says(words)
    checked = await lin.says("李四")
    assert checked.startswith("您会得到一条给李四的链接。对方打开后接任市公安局联络员")
    await lin.presses("提交")
    assert lin.messages()[-2].text == "请把下面这条消息转发给李四："
    assert (await lin.says("我的任务")).startswith("共 8 项")
    link = next(each.text for each in lin.messages() if "?start=" in each.text)
    await stranger.says(f"/start {token_in(link)}")
    assert await lin.says("我的任务") == str(STRANGER("zh"))
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    await town.move_to("2019-11-25 08:31")
    assert lin.sees().startswith("接任的人已登记，您不再担任市公安局联络员")


@pytest.mark.parametrize("said", [["接我的是小刘", "小刘电话13900001111"], ["接我的是小刘 电话13900001111"]])
async def test_the_number_of_ones_successor_is_kept_with_the_link(town: Town, lin: Resident, said: list[str]) -> None:
    checked = await lin.says("我下周调走了 " + said[0], *said[1:])
    assert checked.startswith("您会得到一条给小刘（13900001111）的链接")
    await lin.presses("提交")
    assert town.rows("SELECT name, phone FROM invites") == [{"name": "小刘", "phone": "13900001111"}]


async def test_nobody_hands_over_what_is_not_theirs(town: Town, lin: Resident, zhou: Resident, wu: Resident) -> None:
    [row] = town.rows(
        "SELECT memberships.id FROM memberships JOIN people ON people.id = person_id WHERE name = '林警官'"
    )
    for person in (zhou, wu):
        assert "不由您的单位负责" in await person.forges(f"seat:own_role:{row['id']}")
        assert "不由您的单位负责" in await person.forges(f"seat:leave_role:{row['id']}")
        assert "办公室" in await person.forges(f"seat:replace_role:{row['id']}")
    assert "B角由本单位的联络员指定" in await wu.says("我调走了，以后换人")


async def test_leave_in_one_sentence_with_a_colleague_who_stands_in(
    town: Town, zhou: Resident, wu: Resident, chen: Resident
) -> None:
    asked = await zhou.says("下周我休假")
    assert "2019年12月2日至2019年12月8日由谁代" in asked
    assert zhou.buttons()[:3] == ["小吴", "另请一位B角（发链接）", "不用"]
    assert "由小吴代" in await zhou.presses("小吴")
    assert "已记下" in await zhou.presses("提交")
    await town.move_to("2019-11-25 08:31")
    assert wu.sees().startswith("周科长（市市场监管局）2019年12月2日至2019年12月8日请假，请您代为查看和填报")
    await chen.says("/people 市场监管局")
    assert "2019年12月2日至2019年12月8日请假，由小吴代" in await chen.presses("周科长")
    await town.move_to("2019-12-02 09:00")
    assert _hearing(town) == ["小吴"]
    await town.move_to("2019-12-09 09:00")
    assert _hearing(town) == ["周科长", "小吴"]


@pytest.mark.parametrize("words", ["销假", "休假取消", "请假作废", "我提前回来了"])
async def test_leave_is_ended_in_words_and_notices_reach_them_again(
    town: Town, zhou: Resident, wu: Resident, words: str
) -> None:
    assert "由小吴代" in await zhou.says("我今天到12月8日休假，请小吴代我")
    assert "提前回来发“销假”" in await zhou.presses("提交")
    assert _hearing(town) == ["小吴"]
    assert "2019年11月25日至2019年12月8日请假，由小吴代" in await zhou.says("休假到几号")
    assert "请假到此为止" in await zhou.says(words)
    assert _hearing(town) == ["周科长", "小吴"]
    assert "您没有登记休假" in await zhou.says("休假到几号")


async def test_leave_that_is_put_down_is_moved_in_words(town: Town, zhou: Resident, wu: Resident) -> None:
    await zhou.submits("我12月2日到6日出差，请小吴代我")
    moved = await zhou.says("改到15号")
    assert (
        "2019年12月2日至2019年12月15日请假，由小吴代" in moved and "原来记的2019年12月2日至2019年12月6日不再算" in moved
    )
    await zhou.presses("提交")
    await town.move_to("2019-11-26 08:31")
    assert "2019年12月2日至2019年12月15日请假，请您代为查看和填报" in wu.sees()
    assert "2019年12月10日至2019年12月13日请假，由小吴代" in await zhou.says("休假改成10号到13号")
    await zhou.presses("提交")
    assert town.rows("SELECT first_day, last_day FROM absences WHERE ended_at IS NULL") == [
        {"first_day": "2019-12-10", "last_day": "2019-12-13"}
    ]
    assert "2019年12月10日至2019年12月13日请假" in await zhou.says("我什么时候休假")


async def test_other_leave_said_at_the_look_does_not_take_its_place(zhou: Resident) -> None:
    await zhou.says("我12月2日到6日出差，不用人代")
    assert (await zhou.says("不用", "我明天上午不在")).startswith("先办完这一次，再说另一次")
    assert "2019年12月2日至2019年12月8日请假" in await zhou.says("改到8号")
    assert "真的取消吗" in await zhou.says("不出差了")


@pytest.mark.parametrize("words", ["不用人代", "没人", "no need"])
async def test_nobody_stands_in_and_the_days_are_put_right_where_that_is_asked(zhou: Resident, words: str) -> None:
    assert "2019年12月2日至2019年12月8日由谁代" in await zhou.says("下周我休假")
    assert "2019年12月3日至2019年12月5日由谁代" in await zhou.says("12月3日到5日")
    assert "没有另外指定代办的人" in await zhou.says(words)


async def test_leave_that_is_being_put_down_is_given_up_in_words(town: Town, zhou: Resident) -> None:
    assert "真的取消吗" in await zhou.says("下周我休假", "我不请假了")
    await zhou.presses("不要了")
    assert town.rows("SELECT id FROM absences") == []


async def test_leave_with_a_deputy_who_begins_on_the_first_day(town: Town, lin: Resident, stranger: Resident) -> None:
    await lin.says("我12月2日到6日请假")
    await lin.presses("另请一位B角", "提交")
    letter = lin.sees()
    assert letter.startswith("林警官请您担任市公安局的B角（2019年12月2日起，代到2019年12月6日）")
    assert "您从2019年12月2日起担任市公安局B角" in await stranger.says(f"/start {token_in(letter)}")
    assert "您从2019年12月2日起担任" in await stranger.says("我的任务")
    assert "· 路人，2019年12月2日起" in await lin.says("/deputy")
    await town.move_to("2019-12-02 09:00")
    assert any(each.startswith("从今天起您担任市公安局B角") for each in stranger.heard())
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    await town.move_to("2019-12-07 08:30")
    assert await stranger.says("我的任务") == str(STRANGER("zh"))


async def test_who_begins_later_with_consent_is_told_of_the_consent_and_again_on_the_first_day(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await chen.says("以后进来都要我同意")
    await chen.presses("改为需要同意")
    await lin.says("我12月2日到6日请假")
    await lin.presses("另请一位B角", "提交")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await town.move_to("2019-11-25 08:31")
    await chen.presses("同意")
    await town.move_to("2019-11-25 08:32")
    assert stranger.sees().startswith("已登记：您从2019年12月2日起担任市公安局B角")
    await town.move_to("2019-12-02 09:00")
    assert sum(each.startswith("从今天起您担任市公安局B角") for each in stranger.heard()) == 1


async def test_a_deputy_for_a_span_to_come_can_be_dropped_before_it_begins(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says("12月2日到12月6日")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await lin.says("/deputy")
    assert "路人" not in await lin.presses("不请 路人 了")
    await town.move_to("2019-12-02 09:00")
    assert await stranger.says("我的任务") == str(STRANGER("zh"))


async def test_the_office_puts_somebody_on_leave(town: Town, zhou: Resident, wu: Resident, chen: Resident) -> None:
    assert "由谁代" in await chen.says("周科长下周请假")
    await chen.says("不用")
    assert "没有另外指定代办的人" in chen.sees()
    await chen.presses("提交")
    assert len(town.rows("SELECT * FROM absences")) == 1


async def test_a_number_is_entered_by_the_office_alone_and_shown_to_it_alone(
    zhou: Resident, wu: Resident, chen: Resident
) -> None:
    await chen.says("/people 市场监管局")
    await chen.presses("周科长", "登记电话")
    assert "周科长的电话是多少" in await chen.says("不知道呀")
    assert "已记下电话：027-12345678" in await chen.says("027-12345678")
    assert "电话 027-12345678" in await chen.presses("看 ")
    assert "027-12345678" in await chen.says("/people 市场监管局")
    assert "027-12345678" not in await wu.says("市场监管局联络员是谁")


async def test_a_colleague_who_has_gone_is_for_the_office(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1033, "王警官", "市公安局", Role.LIAISON)
    assert "办公室还没有填联系人" in await lin.says("王警官调走了")
    assert town.rows("SELECT * FROM removals") == []


@pytest.mark.parametrize("words", ["我回来了", "休假回来了", "i'm back"])
async def test_who_is_back_before_the_last_day_says_so_and_is_reminded_again(
    town: Town, zhou: Resident, wu: Resident, words: str
) -> None:
    assert await zhou.says("我回来了") == "您没有在请假，提醒照常发给您。"
    await zhou.says("我11月25日到12月6日请假")
    await zhou.presses("不用", "提交")
    assert "请假到此为止" in await zhou.says(words)
    assert [row["ended_at"] is None for row in town.rows("SELECT ended_at FROM absences")] == [False]
    assert all(row["hears"] for row in town.rows("SELECT hears FROM memberships"))


async def test_who_had_left_the_notices_to_the_deputy_still_does_after_leave(
    town: Town, zhou: Resident, wu: Resident
) -> None:
    await zhou.says("/deputy")
    await zhou.presses("提醒只发给B角")
    await zhou.submits("我今天到11月26日休假，请小吴代我")
    await town.move_to("2019-11-27 09:00")
    assert _hearing(town) == ["小吴"]
    await zhou.says("/deputy")
    await zhou.presses("提醒也发给我")
    assert _hearing(town) == ["周科长", "小吴"]


async def test_while_somebody_is_on_leave_their_colleague_is_nudged_and_gets_the_broadcasts(
    town: Town, zhou: Resident, wu: Resident, chen: Resident
) -> None:
    await zhou.submits("我今天到12月8日休假，请小吴代我")
    assert "1 人（市市场监管局）会收到" in await chen.says("催一下市场监管局 29-7")
    await chen.presses("确认发送")
    assert "1 人" in await chen.says("通知市场监管局：明天开会")
    await chen.presses("确认发送")
    await town.app.ticker.tick()
    assert sum("催办" in each or "明天开会" in each for each in wu.heard()) == 2
    assert not [each for each in zhou.heard() if "催办" in each or "明天开会" in each]


@pytest.mark.parametrize("said", ["我怎么交接给同事", "how do i hand over to a colleague for two weeks"])
async def test_who_asks_how_to_hand_over_is_told_and_nothing_is_begun(town: Town, lin: Resident, said: str) -> None:
    assert "/deputy" in await lin.says(said)
    assert not town.rows("SELECT 1 FROM dialogs")


async def test_a_liaison_names_who_follows_and_consent_is_no_name(lin: Resident) -> None:
    assert "您会得到一条给李四的链接" in await lin.says("我调走了，以后李四负责")
    await lin.says("取消", "是", "我调走了")
    assert (await lin.says("是")).startswith("请只发姓名") and (await lin.says("好的")).startswith("请只发姓名")
    assert "您会得到一条给接任的人的链接" in await lin.says("不知道")


@pytest.mark.parametrize("said", ["把没报完的都列给我 我写交接单", "我要交接给田芳 手上还有啥没弄完"])
async def test_who_asks_what_is_left_to_hand_over_gets_the_list(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("共 8 项")
    assert "您会得到一条给李四的链接" in await lin.says("我没报完的交接给李四")


async def test_a_newcomer_named_beside_who_goes_takes_over(chen: Resident, lin: Resident) -> None:
    assert "您会得到一条给田芳的链接" in await chen.says("公安局联络员换人 林警官退休了 新来的田芳")


@pytest.mark.parametrize(
    "said", ["我下周一调到经侦去了，以后由王警官负责", "我调走了，换王警官", "我下个月调走了 活给王警官"]
)
async def test_a_colleague_who_is_there_already_needs_no_link(town: Town, lin: Resident, said: str) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await lin.says("1-2 60%", "先放着")
    assert (await lin.says(said)).startswith("王警官已经是市公安局联络员，不用链接。提交后您的登记马上结束")
    assert "1-2" in lin.sees() and not town.rows("SELECT 1 FROM removals")
    assert (await lin.says("提交")).startswith("市公安局以后由王警官负责，您的登记已结束")
    assert await lin.says("我的任务") == str(STRANGER("zh"))
    drafts = "SELECT name FROM drafts JOIN people ON people.id = person_id"
    assert town.rows(drafts) == [{"name": "王警官"}]


async def test_another_deputy_is_no_successor(lin: Resident) -> None:
    assert (await lin.says("以后我的B角换成马警官")).startswith("市公安局 B角")


@pytest.mark.parametrize("said", ["延期是谁来批啊", "我的延期归谁审批", "这个该问谁", "人工", "who decides that"])
async def test_who_decides_and_whom_to_ask_is_told(lin: Resident, chen: Resident, said: str) -> None:
    answer = await lin.says(said)
    assert chen.name in answer and "填报和延期由办公室审核、答复。" in answer


@pytest.mark.parametrize("said", ["农业局加一个联络员", "把Grace删了", "再加一个协调员", "谁从来没上过线"])
async def test_what_is_ordered_meanwhile_is_nobodys_name(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("把林警官换成李四")
    await chen.says(said)
    assert not any(f"给{said}的链接" in heard for heard in chen.heard())
    await chen.says("取消", "把林警官换成李四")
    assert "一条给李小四的链接" in await chen.says("是李小四")


async def test_who_takes_over_is_named_in_words(lin: Resident) -> None:
    assert "一条给王警官的链接" in await lin.says("我调走了，下周起王警官接")
    await lin.says("取消", "是", "我调走了")
    assert "一条给李敏的链接" in await lin.says("由李敏来接任吧")


@pytest.mark.parametrize("said", ["换不了", "没人接", "换谁呢"])
async def test_what_is_no_name_is_not_proposed_as_a_successor(chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("林警官换人")
    answer = await chen.says(said)
    assert "谁来接任林警官" in answer and "链接" not in answer


async def test_the_office_replaces_somebody_by_a_colleague_who_is_there_without_a_link(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    zheng = town.member(1036, "郑科长", "市市场监管局", Role.LIAISON)
    shown = await zhou.says("1-8 90%，查处案件46件")
    assert "郑科长已经是联络员，不用链接。\n没填完的 1 份（1-8）转给对方。" in await chen.says("周科长换成郑科长")
    assert await chen.says("好") == "已移除周科长，由郑科长接着负责。"
    assert town.rows("SELECT id FROM invites") == []
    assert await zheng.says("继续") == shown


@pytest.mark.parametrize(
    "said", ["市监局换人了 新来的叫刘科 电话13977776666", "市监局换人了，新来的叫刘科，电话13977776666"]
)
async def test_the_newcomers_name_and_phone_number_are_kept(chen: Resident, zhou: Resident, said: str) -> None:
    assert "您会得到一条给刘科（13977776666）的链接" in await chen.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "邀请公安局新来的小刘 替老林",
        "邀请公安局新来的小刘接林警官的班",
        "邀请公安局的小刘，接替林警官",
        "请公安局小刘来接替林警官 13800001111",
    ],
)
async def test_whoever_is_invited_in_place_of_somebody_takes_over(chen: Resident, lin: Resident, said: str) -> None:
    checked = await chen.says(said)
    assert checked.startswith("林警官不再担任市公安局联络员") and "您会得到一条给小刘" in checked


async def test_somebody_invited_in_place_of_nobody_of_the_unit_is_only_invited(chen: Resident, lin: Resident) -> None:
    assert "· 市商务局 小刘：联络员" in await chen.says("邀请商务局新来的小刘 替老林")


@pytest.mark.parametrize(
    "said",
    ["林警官调走了，由王五接替，刚接手还没登记", "市公安局联络员换成李四，刚接手"],
)
async def test_a_successor_who_has_just_begun_is_one(chen: Resident, lin: Resident, said: str) -> None:
    assert "您会得到一条给" in await chen.says(said)


@pytest.mark.parametrize("said", ["我调走了，以后小王接我的", "我调走了，以后由小王接替", "我调走了，换王警官"])
async def test_a_colleague_takes_over_whatever_they_are_called(lin: Resident, wang: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("王警官已经是市公安局联络员，不用链接。")


@pytest.mark.parametrize("said", ["以后有问题接我电话", "以后是小李接我电话"])
async def test_who_answers_the_phone_takes_nothing_over(lin: Resident, said: str) -> None:
    assert "的链接" not in await lin.says(said)


async def test_the_name_of_who_takes_over_stands_without_the_words_around_it(lin: Resident, wang: Resident) -> None:
    await lin.says("我要交接")
    assert "调走" not in await lin.says("我调走了")
    assert (await lin.says("就是王警官啊")).startswith("王警官已经是市公安局联络员")


async def test_a_number_is_that_of_somebody_new_though_a_colleague_is_called_so(
    lin: Resident, wang: Resident, chen: Resident
) -> None:
    assert "王警官已经是联络员，不用链接" in await chen.says("林警官换成小王")
    assert "给小王（13711112222）的链接" in await chen.says("林警官换成小王 13711112222")
    await chen.says("取消", "不要了")
    assert "给小张的链接" in await chen.says("林警官换成小张")
    await chen.says("取消", "不要了")
    assert "给王科长的链接" in await chen.says("林警官换成王科长")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("林警官调走了，以后由小刘参加会议", "小刘"),
        ("林警官调走了，以后由小刘负责联系", "小刘"),
        ("林警官调走了，换刘和平来开会", "刘和平"),
        ("林警官退休了，由周一鸣接手他的工作", "周一鸣"),
    ],
)
async def test_the_name_of_a_successor_ends_before_what_they_do(
    lin: Resident, chen: Resident, said: str, name: str
) -> None:
    assert f"您会得到一条给{name}的链接" in await chen.says(said)
