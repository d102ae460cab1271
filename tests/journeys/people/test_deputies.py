import pytest

from data.people.people import Role, add_membership, who_is
from data.plan.units import find_unit
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town, at


async def _names(liaison: Resident, deputy: Resident, span: str) -> str:
    """Let a liaison name a deputy, who opens the link; return the welcome."""
    await liaison.says("/deputy")
    await liaison.presses("请一位B角", span)
    return await deputy.says(f"/start {token_in(liaison.sees())}")


async def test_a_liaison_names_a_deputy_by_a_link_for_a_span(lin: Resident, stranger: Resident) -> None:
    assert (await lin.says("/deputy")).startswith("市公安局 B角\n现在没有B角。")
    assert "代到哪一天" in await lin.presses("请一位B角")
    assert lin.buttons()[0] == "一周（2019年12月2日）"
    await lin.presses("一周")
    assert lin.heard()[-2].startswith("请把下面这条消息转发给您的B角。")
    assert lin.sees().startswith("林警官请您担任市公安局的B角（代到2019年12月2日）")
    welcome = await stranger.says(f"/start {token_in(lin.sees())}")
    assert welcome.startswith("路人，您好！您已登记为：市公安局B角（到2019年12月2日）。")
    assert (await stranger.says("我的任务")).startswith("共 8 项")


@pytest.mark.parametrize("said", ["给我们局再加一个B角", "加一个人进来"])
async def test_a_liaison_who_wants_one_more_is_shown_how_to_name_one(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("市公安局 B角\n现在没有B角。")
    assert lin.buttons() == ["请一位B角"]


@pytest.mark.parametrize("said", ["叫张伟", "张伟", "就叫张伟吧"])
async def test_a_name_below_the_deputies_is_that_of_a_new_one(lin: Resident, said: str) -> None:
    assert (await lin.says("B角就行", said)).startswith("张伟从链接进来，就是您的B角；")


async def test_the_liaison_hears_when_the_deputy_has_come(town: Town, lin: Resident, stranger: Resident) -> None:
    await _names(lin, stranger, "直到收回")
    await town.move_to("2019-11-25 08:31")
    assert lin.sees().startswith("路人已担任市公安局的B角（直到收回）。")
    assert await lin.says("B角") == "市公安局 B角\n· 路人，直到收回\n提醒发给您和B角。"


async def test_a_last_day_can_be_written(town: Town, lin: Resident, stranger: Resident) -> None:
    await lin.says("指定B角")
    await lin.presses("请一位B角")
    assert "没看懂是哪一天" in await lin.says("看情况")
    assert "请发晚于" in await lin.says("2019年11月1日")
    await lin.says("12月31日")
    await stranger.says(f"/start {token_in(lin.sees())}")
    assert town.rows("SELECT until FROM memberships WHERE role = 'deputy'") == [{"until": "2019-12-31"}]


async def test_that_there_is_no_last_day_can_be_written(town: Town, lin: Resident, stranger: Resident) -> None:
    await lin.says("指定B角")
    await lin.presses("请一位B角")
    await lin.says("长期")
    await stranger.says(f"/start {token_in(lin.sees())}")
    assert town.rows("SELECT until FROM memberships WHERE role = 'deputy'") == [{"until": None}]


async def test_a_deputy_reports_and_both_are_named_in_the_history(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _names(lin, stranger, "直到收回")
    await stranger.reports("1-2", "进行中", "40", "已立案两起")
    history = await lin.says("/history 1-2")
    assert "路人" in history and "林警官" in history
    assert town.rows(
        "SELECT deputy.name, liaison.name AS for_name FROM reports"
        " JOIN people AS deputy ON deputy.id = person_id JOIN people AS liaison ON liaison.id = for_person_id"
    ) == [{"name": "路人", "for_name": "林警官"}]


@pytest.mark.parametrize("said", ["我代到哪天", "我不想代了", "不想代了", "B角是谁"])
async def test_a_deputy_is_told_for_whom_till_when_and_by_whom(lin: Resident, stranger: Resident, said: str) -> None:
    await lin.says("指定B角")
    await lin.presses("请一位B角")
    await lin.says("12月31日")
    await stranger.says(f"/start {token_in(lin.sees())}")
    assert (await stranger.says(said)).startswith("您是市公安局的B角（代到2019年12月31日），由林警官指定。")
    assert "您是市公安局的B角" not in await lin.says(said)


async def test_when_the_time_is_over_the_deputy_is_a_stranger_and_both_hear_of_it(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _names(lin, stranger, "一周")
    await lin.says("/deputy")
    await lin.presses("提醒只发给B角")
    await town.move_to("2019-12-02 23:59")
    assert (await stranger.says("我的任务")).startswith("共 8 项")
    await town.move_to("2019-12-03 08:30")
    assert stranger.sees() == "您担任市公安局的B角到此为止，谢谢您的协助。"
    assert lin.sees().startswith("路人担任市公安局的B角已到期，提醒改发给您。")
    assert "只对已登记的人员开放" in await stranger.says("我的任务")
    assert town.rows("SELECT hears FROM memberships") == [{"hears": 1}]


async def test_the_day_after_the_last_a_deputy_reports_no_more_though_nothing_has_ticked_since(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _names(lin, stranger, "一周")
    await town.move_to("2019-12-02 23:59")
    await stranger.begins("1-2", "进行中")
    town.clock.moment = at("2019-12-03 00:01")
    assert "只对已登记的人员开放" in await stranger.says("80")
    assert "只对已登记的人员开放" in await stranger.says("1-2 完成80%，立案2件")
    assert town.rows("SELECT id FROM reports") == []
    assert town.rows("SELECT percent FROM drafts") == [{"percent": None}]


async def test_a_deputy_is_recalled_after_one_question(town: Town, lin: Resident, stranger: Resident) -> None:
    await _names(lin, stranger, "直到收回")
    await lin.says("/deputy")
    assert "要收回路人的B角吗" in await lin.presses("收回 路人")
    assert "· 路人" in await lin.presses("上一步")
    await lin.says("收回B角")
    question = lin.last()
    assert "现在没有B角" in await lin.says("好")
    await town.move_to("2019-11-25 08:31")
    assert stranger.heard()[-1] == "您担任市公安局的B角到此为止，谢谢您的协助。"
    assert who_is(town.db, stranger.id, town.today()) is None
    assert "过时" in await lin.forges(next(each.callback_data or "" for each in question.buttons))
    [line] = town.rows(
        "SELECT name, source FROM audit JOIN people ON people.id = person_id WHERE action = 'end_deputy'"
    )
    assert line["name"] == "林警官" and line["source"].startswith("1002:")


async def test_a_link_given_twice_by_a_double_press_is_given_once(town: Town, lin: Resident) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    offered = next(each.callback_data or "" for each in lin.last().buttons)
    await lin.presses("一周")
    assert "过时" in await lin.forges(offered)
    assert len(town.rows("SELECT id FROM invites")) == 1


async def test_a_new_link_ends_one_that_nobody_has_opened(lin: Resident, stranger: Resident) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "一周")
    first = token_in(lin.sees())
    assert "还有一条链接没人打开" in await lin.says("/deputy")
    await lin.presses("请一位B角", "两周")
    assert "无效或已过期" in await stranger.says(f"/start {first}")
    assert "到2019年12月9日" in await stranger.says(f"/start {token_in(lin.sees())}")


async def test_a_link_is_of_no_use_when_its_last_day_is_over(town: Town, lin: Resident, stranger: Resident) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says("明天")
    await town.move_to("2019-11-27 00:10")
    assert "无效或已过期" in await stranger.says(f"/start {token_in(lin.sees())}")


@pytest.mark.parametrize("span", ["一周", "直到收回"])
async def test_a_used_link_lets_nobody_in_whose_time_is_over(
    town: Town, lin: Resident, stranger: Resident, span: str
) -> None:
    await _names(lin, stranger, span)
    token = token_in(lin.sees())
    assert "已登记为：市公安局B角" in await stranger.says(f"/start {token}")
    if span == "一周":
        await town.move_to("2019-12-03 08:30")
    else:
        await lin.says("/deputy")
        await lin.presses("收回 路人", "确认收回")
    assert await stranger.says(f"/start {token}") == "这个B角邀请链接无效或已过期，要继续请联络员再发一条。"
    assert who_is(town.db, stranger.id, town.today()) is None


async def test_a_question_of_one_whose_time_is_over_gives_way_to_the_neutral_answer(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await _names(lin, stranger, "一周")
    await stranger.begins("1-2")
    question = stranger.last()
    await town.move_to("2019-12-03 08:30")
    await stranger.presses("进行中", on=question)
    assert question.message_id < stranger.last().message_id
    [shown] = [each for each in stranger.messages() if each.message_id == question.message_id]
    assert "只对已登记的人员开放" in shown.text and not shown.buttons


async def test_the_audit_says_who_has_invited_a_deputy_and_until_when(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "一周")
    await chen.says("/invite 市公安局 B角")
    lines = town.rows("SELECT name, detail FROM audit JOIN people ON people.id = person_id WHERE action = 'invite'")
    assert [line["name"] for line in lines] == ["林警官", "陈主任"]
    assert '"until": "2019-12-02"' in lines[0]["detail"]


async def test_the_liaison_hears_when_a_colleague_recalls_the_deputy(
    town: Town, lin: Resident, stranger: Resident, wang: Resident
) -> None:
    await _names(lin, stranger, "直到收回")
    await town.move_to("2019-11-25 08:31")
    await wang.says("/deputy")
    await wang.presses("收回 路人", "确认收回")
    heard = len(wang.heard())
    await town.move_to("2019-11-25 08:32")
    assert lin.sees() == "王警官收回了路人担任的市公安局B角。要继续请发 /deputy。"
    assert stranger.sees() == "您担任市公安局的B角到此为止，谢谢您的协助。"
    assert len(wang.heard()) == heard


async def test_the_liaison_cannot_be_the_own_deputy(lin: Resident, stranger: Resident) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "一周")
    token = token_in(lin.sees())
    assert "这个链接要由B角本人打开" in await lin.says(f"/start {token}")
    assert "市公安局B角" in await stranger.says(f"/start {token}")


async def test_the_liaison_leaves_the_notices_to_the_deputy_and_takes_them_back(
    town: Town, zhou: Resident, stranger: Resident
) -> None:
    town.replan("UPDATE tasks SET remark = '' WHERE code = '29-7'")
    await _names(zhou, stranger, "直到收回")
    await zhou.says("/deputy")
    assert "提醒只发给B角，不发给您。" in await zhou.presses("提醒只发给B角")
    heard = len(zhou.heard())
    await town.move_to("2019-11-25 09:00")
    assert "请留意" in stranger.sees() and not [each for each in zhou.heard()[heard:] if "请留意" in each]
    await zhou.says("/deputy")
    assert "提醒发给您和B角。" in await zhou.presses("提醒也发给我")


async def test_a_deputy_names_no_deputy(wu: Resident) -> None:
    assert "B角由本单位的联络员指定" in await wu.says("/deputy")


async def test_one_whom_the_office_has_entered_cannot_be_recalled(zhou: Resident, wu: Resident) -> None:
    assert "· 小吴，由办公室登记" in await zhou.says("/deputy")
    assert not [words for words in zhou.buttons() if words.startswith("收回")]
    assert await zhou.says("把B角取消了") == "小吴的B角是办公室登记的，要收回请告诉办公室。"


@pytest.mark.parametrize("data", ["deputy:recall:{id}", "deputy:end:{id}", "deputy:name:{unit}", "deputy:alone:{unit}"])
async def test_nobody_of_another_unit_can_touch_a_deputy(
    town: Town, lin: Resident, zhou: Resident, stranger: Resident, data: str
) -> None:
    await _names(lin, stranger, "直到收回")
    [row] = town.rows("SELECT id, unit_id AS unit FROM memberships WHERE role = 'deputy'")
    answer = await zhou.forges(data.format(**row))
    assert "不由您的单位负责" in answer
    assert len(town.rows("SELECT id FROM memberships WHERE role = 'deputy'")) == 1


async def test_a_liaison_of_two_units_says_for_which(town: Town, lin: Resident) -> None:
    person = who_is(town.db, lin.id, town.today())
    assert person is not None
    add_membership(town.db, person.id, Role.LIAISON, find_unit(town.db, "武汉海关").id)
    assert await lin.says("/deputy") == "您指的是哪个单位？"
    assert lin.buttons() == ["市公安局", "武汉海关"]
    assert "武汉海关 B角" in await lin.presses("武汉海关")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("小李代我填 13800001111", ["小李（13800001111）", "武汉海关 B角\n代到哪一天？"]),
        ("我要交接给小王", ["给小王的链接。对方打开后接任武汉海关联络员"]),
    ],
)
async def test_the_unit_of_two_takes_what_was_said(town: Town, lin: Resident, said: str, shown: list[str]) -> None:
    person = who_is(town.db, lin.id, town.today())
    assert person is not None
    add_membership(town.db, person.id, Role.LIAISON, find_unit(town.db, "武汉海关").id)
    assert await lin.says(said) == "您指的是哪个单位？"
    begun = await lin.presses("武汉海关")
    assert all(each in begun for each in shown)


async def test_it_reads_english(grace: Resident, stranger: Resident) -> None:
    assert (await grace.says("deputy")).startswith("Deputies, 市贸促会\nThere is none now.")
    await grace.presses("Name a deputy", "A week (2 Dec 2019)")
    assert grace.sees().startswith("Grace asks you to be deputy for 市贸促会 (until 2 Dec 2019)")


async def test_who_asks_who_stands_in_is_told_and_invites_nobody(town: Town, wu: Resident, chen: Resident) -> None:
    shown = await chen.says("市场监管局那边现在是谁代班")
    assert "小吴" in shown and "?start=" not in shown
    assert town.rows("SELECT 1 FROM invites") == []


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("小李代我填 13800001111", "小李（13800001111）"),
        ("让小李当我的B角 13800001111", "小李（13800001111）"),
    ],
)
async def test_a_deputy_who_is_named_gets_the_link(lin: Resident, said: str, who: str) -> None:
    answer = await lin.says(said)
    assert answer.startswith(f"{who}从链接进来，就是您的B角；定好代到哪一天，就给您这条链接，请转发给小李。")
    assert "代到哪一天？" in answer
    assert "请您担任市公安局的B角" in await lin.says("下周")


async def test_a_deputy_beside_a_report_is_another_matter(lin: Resident) -> None:
    await lin.says("1-2报75 另外把小王加成我的B角 13900002222")
    assert any(each.startswith("小王（13900002222）从链接进来") for each in lin.heard())
    assert "填报 1-2" in lin.sees()
    assert "进度：75%" in lin.sees()


@pytest.mark.parametrize("said", ["对", "是的", "可以"])
async def test_how_long_a_deputy_stands_in_counts_from_today_once_it_is_agreed_to(
    town: Town, lin: Resident, said: str
) -> None:
    answer = await lin.says("由李四代替我一个月")
    assert answer.startswith("李四从链接进来，就是您的B角") and "从今天算，代到2019年12月24日，对吗？" in answer
    assert lin.buttons() == ["代到2019年12月24日", "直到收回", "上一步", "取消"]
    assert town.rows("SELECT 1 FROM invites") == []
    assert "请您担任市公安局的B角（代到2019年12月24日）" in await lin.says(said)


async def test_another_last_day_than_the_one_counted_may_be_said(lin: Resident) -> None:
    await lin.says("李四顶我两周")
    assert "请您担任市公安局的B角（代到2019年12月10日）" in await lin.says("到12月10号")


async def test_a_button_that_is_refused_leaves_the_open_question(town: Town, zhou: Resident) -> None:
    assert "延到哪一天" in await zhou.says("1-8想延期")
    before, other = town.rows("SELECT * FROM dialogs"), find_unit(town.db, "市公安局").id
    town.world.press(zhou.id, zhou.id, zhou.last().message_id, f"deputy:name:{other}", forged=True)
    await town.settle()
    assert len(before) == 1 and town.rows("SELECT * FROM dialogs") == before


@pytest.mark.parametrize("said", ["链接作废", "刚才那条B角链接撤回", "/deputy", "please void the link"])
async def test_a_link_that_nobody_has_opened_is_voided(lin: Resident, stranger: Resident, said: str) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "一周")
    token = token_in(lin.sees())
    assert "还有一条链接没人打开" in await lin.says(said)
    assert "没人打开" not in await lin.presses("作废这条链接")
    assert "无效或已过期" in await stranger.says(f"/start {token}")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("帮我加一个同事 王强 13911112222 一起收提醒", "王强（13911112222）"),
        ("邀请一下小张 13911112222", "小张（13911112222）"),
        ("再加一个B角 王梅", "王梅"),
        ("小王调来了 以后和我一起管这个", "小王"),
        ("让小刘也能报", "小刘"),
        ("can you add my colleague Linda, she should get the reminders too", "Linda"),
    ],
)
async def test_a_colleague_named_in_any_words_is_asked_by_a_link(lin: Resident, said: str, name: str) -> None:
    assert (await lin.says(said)).startswith(f"{name}从链接进来，就是您的B角")


async def test_the_link_knows_name_and_number_of_the_colleague(town: Town, lin: Resident, stranger: Resident) -> None:
    await lin.says("帮我加一个同事 王强 13911112222 一起收提醒")
    await lin.presses("直到收回")
    await stranger.says(f"/start {token_in(lin.sees())}")
    [role] = town.rows("SELECT name, phone FROM people JOIN memberships ON person_id = people.id WHERE role = 'deputy'")
    assert tuple(role.values()) == ("王强", "13911112222")


@pytest.mark.parametrize("said", ["小王也报了", "我也想收提醒", "让大家一起报"])
async def test_who_is_no_colleague_by_name_is_not_asked(lin: Resident, said: str) -> None:
    assert "从链接进来" not in await lin.says(said)


async def test_so_many_days_of_standing_in_count_today(lin: Resident) -> None:
    assert "从今天算，代到2019年11月27日，对吗？" in await lin.says("小李代我3天")


async def test_a_deputy_who_has_not_begun_is_told_when_not_wanted_any_more(
    town: Town, lin: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says("12月2日到12月6日")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await lin.says("/deputy")
    await lin.presses("不请")
    await town.move_to("2019-11-25 08:40")
    assert stranger.sees() == "市公安局的B角不用您担任了，之前说好的不算了。"


async def test_a_deputy_who_has_not_begun_is_told_when_the_liaison_is_removed(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    await lin.says("12月2日到12月6日")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await chen.says("移除林警官")
    await chen.presses("移除")
    await town.move_to("2019-11-25 08:40")
    assert stranger.sees() == "市公安局的B角不用您担任了，之前说好的不算了。"
    await town.move_to("2019-12-02 10:00")
    assert not (await stranger.says("我的任务")).startswith("共 8 项")


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("新来了个同事叫张伟 13911112222 以后他管1-2", "张伟（13911112222）"),
        ("我们局新来了小陈，他也要进这个系统，怎么弄", "小陈"),
        ("刚来了一位新同事李敏", "李敏"),
    ],
)
async def test_a_colleague_who_is_new_here_is_asked_by_a_link(lin: Resident, said: str, who: str) -> None:
    assert (await lin.says(said)).startswith(f"{who}从链接进来，就是您的B角")


@pytest.mark.parametrize(
    "said",
    [
        "1-2 60%，新来了个同事叫张伟，一起查了3家",
        "新来了王局长",
        "新来了一批假酒，已查扣",
        "新来了文件，怎么报",
        "局里刚来了王局长，1-2进度正常",
        "刚来了张处长，报告上说1-2已经完成",
        "单位刚来了王局长，告诉办公室报表晚点交",
        "我们局新来了小雨，道路积水，也要上报吗",
        "刚来了王处长，电话打不进去",
    ],
)
async def test_news_of_anything_else_asks_nobody_by_a_link(lin: Resident, said: str) -> None:
    assert "从链接进来" not in await lin.says(said)


async def test_a_deputy_goes_on_leave_and_names_who_stands_in(town: Town, wu: Resident) -> None:
    town.member(1002, "赵科长", "市市场监管局", Role.LIAISON)
    seen = await wu.says("下周一二三我不在，找赵科")
    assert "小吴（市市场监管局）2019年12月2日至2019年12月4日请假，由赵科长代。" in seen
    await wu.says("取消", "不要了")
    assert (await wu.says("B角是啥")).startswith("您是市市场监管局的B角")
