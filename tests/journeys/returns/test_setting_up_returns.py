"""The office sets up a statistics return in the chat, changes it, ends it, and undoes each of these."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

TITLE = "侵权假冒统计月报"
REVISED = "SELECT * FROM audit WHERE action IN ('set_up_return', 'change_return', 'end_return')"


async def set_up(chen: Resident, units: str = "市公安局、市农业农村局") -> str:
    """Set up a monthly return of three indicators from November on; return the preview."""
    return await chen.town.after(_set_up, chen, units)


async def _set_up(chen: Resident, units: str) -> str:
    await chen.says("/returns")
    await chen.presses("新建报表", "每月", TITLE)
    await chen.says("立案、案值、移送公安")
    await chen.presses("跳过")
    await chen.says(units)
    return await chen.presses("11月", "第 5 个工作日")


async def test_a_number_that_counts_something_else_is_no_day(chen: Resident) -> None:
    await chen.says("建个统计月报，公安局、商务局报，11月开始", "立案、案值")
    await chen.presses("跳过")
    assert "期满后第几个工作日截止" in await chen.says("再加一栏 移送件数")
    assert "截止：期满后第 8 个工作日" in await chen.says("第八个工作日吧")


async def test_what_it_is_called_is_its_title(chen: Resident) -> None:
    await chen.says("建个月报 叫打假月报，公安局、商务局报，11月开始，第5个工作日前交", "立案、案值")
    await chen.presses("跳过")
    assert "名称：打假月报\n" in chen.sees()


@pytest.mark.parametrize("said", ["好", "可以", "就这个", "第一个"])
async def test_agreement_is_no_title_but_takes_the_one_that_is_suggested(chen: Resident, said: str) -> None:
    await chen.says("建个季报，要检查户次和罚没，各区都报", said)
    await chen.presses("跳过")
    assert "侵权假冒统计季报" in await chen.says("从第四季度开始，第5个工作日前交")


async def test_a_return_is_set_up_by_buttons_and_words_after_a_look(town: Town, chen: Resident, lin: Resident) -> None:
    preview = await set_up(chen)
    assert "<b>" not in preview and preview.startswith("还没建立，请核对：\n名称：侵权假冒统计月报\n多久报一次：每月\n")
    assert "指标：3 个：立案件数（件）、案值（万元）、移送公安件数（件）\n核对：无\n单位：2 家：" in preview
    assert "截止：期满后第 5 个工作日（11月的是12月6日）" in preview and town.rows("SELECT * FROM returns") == []
    done = await chen.presses("确认建立")
    assert done.startswith(f"已建立：{TITLE}（每月）。\n第一期（11月）12月1日开放填报。")
    [stored] = town.rows("SELECT * FROM returns")
    assert (stored["title"], stored["every"], stored["first"], stored["due_workdays"]) == (
        TITLE,
        "month",
        "2019-11-01",
        5,
    )
    assert town.rows("SELECT action FROM audit ORDER BY id DESC")[0] == {"action": "set_up_return"}
    assert "陈主任：设统计报表 侵权假冒统计月报" in await chen.says("/audit")
    assert not any(TITLE in heard for heard in lin.heard())


async def test_a_return_that_would_open_after_it_is_due_is_asked_about(town: Town, chen: Resident) -> None:
    await chen.says("新建统计月报：立案、案值，市公安局，25日开放，次月5日前报", "跳过")
    assert "按这样，12月25日才开放，截止却是12月5日" in await chen.says("11月")
    assert "开放填报：期满前 5 天（11月的是11月25日）" in await chen.says("提前5天开放")
    assert "才开放，截止却是" in await chen.says("期满后第20天开放")


async def test_pressing_twice_sets_it_up_once(town: Town, chen: Resident) -> None:
    await set_up(chen)
    message = chen.messages()[-1]
    await chen.presses("确认建立", on=message)
    await town.restart_undone()
    assert len(town.rows("SELECT * FROM returns")) == len(town.rows(REVISED)) == 1


async def test_a_notice_while_a_return_is_set_up_is_sent_as_a_notice(chen: Resident) -> None:
    await chen.says("新建各区打假月报：立案、案值、移送，各区")
    shown = await chen.says("通知公安局、海关：周五下午3点开会，请派人参加")
    assert "通知\n周五下午3点开会，请派人参加" in shown or "周五下午3点开会" in "\n".join(chen.heard()[-2:])
    await chen.presses("确认发送", "继续")
    assert "有没有不应超过别的指标的" in chen.sees()


async def test_a_sentence_says_most_of_it(chen: Resident) -> None:
    assert "有没有不应超过别的指标的" in await chen.says("新建各区打假月报：立案、案值、移送，各区")
    await chen.says("移送不超过立案")
    await chen.presses("12月")
    preview = await chen.says("第8个工作日")
    assert (
        "名称：各区打假月报\n多久报一次：每月\n" in preview
        and "核对：移送公安件数 ≤ 立案件数\n单位：13 家：" in preview
    )
    assert "从哪期开始：12月\n" in preview and "第 8 个工作日" in preview


WHOLE = "建个统计月报，公安局、农业局、商务局、海关报，12月开始，每月5号前"


async def test_one_sentence_sets_up_what_it_says(chen: Resident) -> None:
    assert "报哪些指标" in await chen.says(WHOLE)
    await chen.says("立案、案值")
    preview = await chen.presses("跳过")
    assert "截止：期满后次月 5 日，遇休息日顺延（12月的是2020年1月6日）" in preview
    assert "名称：统计月报\n多久报一次：每月\n" in preview and "从哪期开始：12月\n" in preview
    assert "单位：4 家：市公安局、市农业农村局、武汉海关、市商务局" in preview


@pytest.mark.parametrize("words", ["就公安局和海关", "公安局、海关两家报"])
async def test_several_units_that_are_named_are_no_title(chen: Resident, words: str) -> None:
    await chen.says("建个月报，报立案件数、案值")
    said = await chen.says(words)
    assert "具体单位：市公安局、武汉海关\n" in said and "报表叫什么名称" in said
    await chen.says("公安海关月报")
    assert "名称：公安海关月报" in "".join(chen.heard())


async def test_a_whole_sentence_is_no_title(chen: Resident) -> None:
    await chen.says("/returns")
    await chen.presses("新建报表", "每月")
    said = await chen.says(WHOLE)
    assert "名称：统计月报" in shown(chen) and "报哪些指标" in said
    assert "具体单位：市公安局、市农业农村局" in said and "选单位：" not in said
    await chen.presses("取消", "不要了")
    await chen.says("/returns")
    await chen.presses("新建报表", "每月")
    said = await chen.says("公安局、农业局报，12月开始")
    assert said.startswith("已记下：") and "报表叫什么名称" in said
    assert "期满后第几个工作日截止" in await chen.says("打假月报", "立案"), "units and the first period were kept"


async def test_a_day_is_no_first_period_and_a_length_or_a_month_no_due_day(chen: Resident) -> None:
    await chen.says("/returns")
    await chen.presses("新建报表", "每月", TITLE)
    assert "只能从一整期开始" in await chen.says("立案", "市公安局", "5号")
    assert "只能从一整期开始" in await chen.says("下周")
    await chen.says("12月底")
    assert "从哪期开始：12月" in shown(chen)
    for day in ("12月10日", "5 days", "10个自然日", "10 calendar days", "5日内"):
        assert "或次月几号（例如：次月5号）" in await chen.says(day)
    assert "截止：期满后第 5 个工作日" in await chen.says("第5个工作日")
    assert "开放填报：期满前 3 天" in await chen.says("提前3个自然日开放")


def shown(chen: Resident) -> str:
    """Return the texts of all messages in the chat."""
    return "\n".join(each.text for each in chen.messages())


async def test_a_new_indicator_comes_on_the_way(town: Town, chen: Resident) -> None:
    await chen.says("新建统计季报")
    await chen.presses("侵权假冒统计季报")
    said = await chen.says("新增 约谈企业 家 整数 累加")
    assert said.startswith("已加上新指标：约谈企业。\n已选 1 个") and chen.buttons()[-3:] == [
        "选好了",
        "上一步",
        "取消",
    ]
    assert town.rows("SELECT * FROM indicators WHERE name = '约谈企业'") == []
    await chen.presses("立案件数", "选好了", "跳过", "各区人民政府（13）", "2019年第四季度")
    assert "指标：2 个：立案件数（件）、约谈企业（家、新增）" in await chen.presses("第 10 个工作日")
    await chen.presses("确认建立")
    assert len(town.rows("SELECT * FROM indicators WHERE name = '约谈企业'")) == 1
    assert town.rows("SELECT every FROM returns") == [{"every": "quarter"}]


async def test_a_return_that_is_asked_for_once_has_its_own_days(town: Town, chen: Resident) -> None:
    await chen.says("/returns")
    await chen.presses("新建报表", "只报一次")
    await chen.says("春节专项统计", "检查户次")
    await chen.presses("选好了", "全部单位", "今天")
    assert "已经过" in await chen.says("昨天")
    assert "开放填报：11月25日\n截止日期：12月10日" in await chen.says("12月10日")
    assert "现在就可以填，12月10日截止。" in await chen.presses("确认建立")
    assert town.rows("SELECT every, due_on FROM returns") == [{"every": None, "due_on": "2019-12-10"}]
    assert len(town.rows("SELECT * FROM return_rounds")) == 1


async def test_what_cannot_be_is_said_and_the_rest_is_kept(chen: Resident) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    await chen.says("新建统计月报")
    await chen.presses(TITLE)
    assert "没有“罚站”这项指标" in await chen.says("立案、罚站")
    assert "没有“市航天局”这个单位" in await chen.says("立案", "市航天局")
    assert "没看懂" in await chen.says("市公安局", "看情况定")
    refused = await chen.presses("11月", "第 5 个工作日", "确认建立")
    assert f"已经有一份叫“{TITLE}”的统计报表，请换个名称。" in refused and "还没建立" in refused
    await chen.presses("修改", "名称")
    await chen.says("立案月报")
    assert "已建立：立案月报" in await chen.presses("确认建立")


async def test_a_change_shows_what_differs_and_is_taken_back(town: Town, chen: Resident) -> None:
    await set_up(chen)
    assert "要改什么？点“修改”选一项" in await chen.presses("确认建立", "报表设置", "改报表")
    changed = await chen.says("第8个工作日截止")
    assert "截止：期满后第 8 个工作日（11月的是12月11日）\n　　原来：期满后第 5 个工作日（11月的是12月6日）" in changed
    await chen.presses("修改", "指标")
    await chen.says("立案、抓获")
    assert (await chen.presses("确认修改")).startswith(f"已修改：{TITLE}。")
    assert town.rows("SELECT due_workdays FROM returns") == [{"due_workdays": 8}]
    assert "已撤销，侵权假冒统计月报和改之前一样。" in await chen.presses("撤销")
    assert town.rows("SELECT due_workdays FROM returns") == [{"due_workdays": 5}]
    names = [each["indicator"] for each in town.rows("SELECT indicator FROM return_indicators ORDER BY position")]
    assert names == ["立案件数", "案值", "移送公安件数"]


async def test_a_change_says_that_it_holds_for_the_open_period_too(town: Town, chen: Resident) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    assert "包括已开放的" not in await chen.says("月报改成第8个工作日截止")
    await town.move_to("2019-12-02 09:10")
    shown = await chen.says("12月起月报加一项：抓获人数")
    assert "没固定的按新的要求，包括已开放的11月；要照旧，请先“固定数据”再改。" in shown, shown
    assert "从哪期开始：11月\n开放填报" in shown and "抓获人数" in shown


async def test_more_units_are_added_at_the_check_and_others_take_their_place(chen: Resident) -> None:
    await set_up(chen)
    assert "单位：3 家：市公安局、市农业农村局、市商务局\n" in await chen.says("单位再加上市商务局")
    assert "单位：1 家：武汉海关\n" in await chen.says("改成武汉海关")
    assert "单位：1 家：武汉海关\n" in await chen.says("截止改成第3个工作日")
    assert "第 3 个工作日" in chen.sees()


@pytest.mark.parametrize(
    "words", ["农业局的案值不对 退回去 应该是12万不是120000万", "公安局的立案，应该是12件，麻烦退一下"]
)
async def test_a_remark_that_only_names_what_is_in_it_changes_nothing(chen: Resident, words: str) -> None:
    await set_up(chen)
    assert f"“{words}”没有写进去。" in await chen.says(words)
    assert "指标：3 个：" in await chen.presses("上一步") and "单位：2 家：市公安局、市农业农村局\n" in chen.sees()


async def test_a_change_that_changes_nothing_is_not_made(town: Town, chen: Resident) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    await chen.says("修改月报")
    assert f"{TITLE} 现在就是这样，不用改。" in await chen.presses("确认修改")
    assert len(town.rows(REVISED)) == 1


async def test_it_is_ended_and_asked_for_again(town: Town, chen: Resident) -> None:
    await set_up(chen)
    done = chen.messages()[-1]
    await chen.presses("确认建立", on=done)
    assert f"停用{TITLE}？" in await chen.says("停用月报")
    await chen.presses("确认停用")
    assert "已停用" in await chen.says("/returns") or "还没有统计报表" in chen.sees()
    await chen.says("停用月报")
    [ended] = town.rows("SELECT ended_at FROM returns")
    assert ended["ended_at"] is not None
    assert "已停用，不再开新的一期。" in await chen.says("看看月报")
    assert "已停用" not in await chen.presses("恢复使用") and "停用" in chen.buttons()
    assert town.rows("SELECT ended_at FROM returns") == [{"ended_at": None}]
    stopped = next(each for each in chen.messages() if each.text.startswith("已停用"))
    await chen.presses("撤销", on=stopped)
    assert "又改过" in chen.sees()
    assert town.rows("SELECT ended_at FROM returns") == [{"ended_at": None}]


async def test_a_day_later_it_is_too_late_to_undo(town: Town, chen: Resident) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    await town.move_to("2019-11-26 08:31")
    assert "已撤销" not in await chen.presses("撤销")
    assert town.rows("SELECT ended_at FROM returns") == [{"ended_at": None}]


async def test_what_was_changed_since_is_not_undone(town: Town, chen: Resident) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    first = chen.messages()[-1]
    await chen.says("修改月报", "第3个工作日截止")
    await chen.presses("确认修改")
    assert "之后又改过" in await chen.presses("撤销", on=first)
    assert town.rows("SELECT ended_at, due_workdays FROM returns") == [{"ended_at": None, "due_workdays": 3}]


async def test_only_the_coordinator_sets_one_up(town: Town, chen: Resident, gu: Resident, lin: Resident) -> None:
    assert await gu.says("/returns") == "还没有统计报表。" and gu.buttons() == []
    await gu.says("新建统计月报")
    await gu.forges("round:new")
    await lin.forges("round:new")
    await lin.forges("round:list")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'set_up_return'") == []


async def test_a_return_is_set_up_in_english(town: Town) -> None:
    ann = town.member(1050, "Ann", None, Role.COORDINATOR, "en")
    await ann.says("set up a monthly return")
    await ann.presses("Monthly statistics")
    await ann.says("cases filed, case value and arrests")
    await ann.presses("Skip")
    await ann.says("the police")
    preview = await ann.presses("Nov", "working day 5")
    assert "indicators: 3: cases filed, case value (10,000 yuan), arrests\n" in preview
    assert "due: working day 5 after the period (for Nov: 6 Dec)" in preview
    assert "Set up: Monthly statistics on counterfeiting (every month)." in await ann.presses("Set it up")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("月报改成第8个工作日截止", "截止：期满后第 8 个工作日（11月的是12月11日）\n　　原来："),
        ("统计月报改名叫打假统计月报", "名称：打假统计月报\n　　原来："),
        ("月报加上市商务局", "市农业农村局、市商务局\n　　原来："),
        ("农业局以后不用报月报了", "单位：1 家：市公安局\n　　原来："),
        ("月报改成每月十号", "截止：期满后次月 10 日，遇休息日顺延（11月的是12月10日）\n　　原来："),
    ],
)
async def test_a_sentence_changes_what_it_names_of_a_return(chen: Resident, said: str, shown: str) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    assert shown in await chen.says(said)


async def test_a_title_at_the_question_how_often_is_the_title(chen: Resident) -> None:
    await chen.says("/returns")
    await chen.presses("新建报表")
    assert "名称：打假统计季报" in await chen.says("打假统计季报")


@pytest.mark.parametrize("said", ["算了，改成每月8号", "每月8号"])
async def test_a_schedule_by_calendar_days_is_no_title(chen: Resident, said: str) -> None:
    await chen.says("新建统计报表", "每月")
    answer = await chen.says(said)
    assert answer.startswith("已记下：\n截止：次月 8 日，遇休息日顺延")
    assert "报表叫什么名称？" in answer


@pytest.mark.parametrize(
    ("said", "stored", "shown"),
    [
        ("次月5号", 5, "次月 5 日，遇休息日顺延（12月的是2020年1月6日）"),
        ("the 10th", 10, "次月 10 日，遇休息日顺延（12月的是2020年1月10日）"),
        ("每月31日前报", 31, "次月 31 日，遇休息日顺延（12月的是2020年2月3日）"),
    ],
)
async def test_a_return_may_be_due_on_a_day_of_the_next_month(
    town: Town, chen: Resident, said: str, stored: int, shown: str
) -> None:
    await chen.says("/returns")
    await chen.presses("新建报表", "每月", TITLE)
    await chen.says("立案", "市公安局", "12月")
    assert "次月几号" in await chen.says("次月0号")
    assert f"截止：期满后{shown}" in await chen.says(said)
    await chen.presses("确认建立")
    assert town.rows("SELECT due_day FROM returns") == [{"due_day": stored}]
    await chen.says(f"{TITLE}改成第8个工作日截止")
    await chen.presses("确认修改")
    assert town.rows("SELECT due_day, due_workdays FROM returns") == [{"due_day": None, "due_workdays": 8}]


@pytest.mark.parametrize(
    ("said", "every"),
    [
        ("每个月5号让各区报立案数和案值", "每月"),
        ("每月5号前各区报立案数、案值", "每月"),
        ("每季度末各区报一次立案数、案值", "每季度"),
    ],
)
async def test_what_units_are_to_file_regularly_is_a_return(town: Town, chen: Resident, said: str, every: str) -> None:
    assert "报表叫什么名称" in await chen.says(said)
    await chen.says("打假统计表")
    await chen.presses("跳过")
    await chen.presses(chen.buttons()[0], *([] if "5号" in said else ["第 5 个工作日"]))
    assert ("5号" in said) == ("截止：期满后次月 5 日，遇休息日顺延" in chen.sees())
    assert f"名称：打假统计表\n多久报一次：{every}\n指标：2 个" in chen.sees() and "单位：13 家" in chen.sees()
    assert town.rows("SELECT * FROM returns") == []


@pytest.mark.parametrize(
    "said", ["公安局和市场监管局每月25日报立案、案值", "每月让公安局和市监局报个数 立案 案值 每月5号前"]
)
async def test_several_units_are_named_for_what_is_to_be_filed_regularly(chen: Resident, said: str) -> None:
    assert "报表叫什么名称" in await chen.says(said)
    await chen.says("打假统计表")
    await chen.presses("跳过")
    await chen.presses(chen.buttons()[0])
    assert "指标：2 个" in chen.sees() and "单位：2 家" in chen.sees()
    await chen.presses("取消")
    assert "报表叫什么名称" not in await chen.says("市监局和公安局每月报的立案数")


@pytest.mark.parametrize("said", ["各区每月5号都报了立案数", "各区每月报多少立案", "每个月5号给我报各区立案数"])
async def test_what_is_asked_or_told_about_figures_of_units_sets_up_nothing(chen: Resident, said: str) -> None:
    assert "报表叫什么名称" not in await chen.says(said)


@pytest.mark.parametrize(
    ("moment", "said", "first"),
    [
        ("2019-12-02 09:00", "从11月开始", "11月"),
        ("2020-01-03 09:00", "从12月起", "2019年12月"),
        ("2020-01-03 09:00", "从2月开始", "2月"),
    ],
)
async def test_the_first_period_is_the_nearer_month(
    town: Town, chen: Resident, moment: str, said: str, first: str
) -> None:
    await town.move_to(moment)
    await chen.says(f"新建统计月报：立案、案值，公安局、市监局，次月5号前，{said}")
    assert f"从哪期开始：{first}\n" in await chen.presses("跳过")


async def test_the_first_return_is_begun_by_the_wish_for_figures(town: Town, chen: Resident) -> None:
    await chen.says("我想让各局每个月报一次数", "就是立案数、案值", "公安局、农业局", "每月5号前交")
    [row] = town.rows("SELECT answers FROM dialogs WHERE kind = 'set_up_return'")
    assert '"every": "month"' in row["answers"] and '"indicators": ["立案件数", "案值"]' in row["answers"]
    assert '"due": 5' in row["answers"] and '"to": "units"' in row["answers"]


@pytest.mark.parametrize("said", ["先不建了", "还是别新建了"])
async def test_who_no_longer_wants_it_at_the_question_for_its_name_gives_it_up(chen: Resident, said: str) -> None:
    assert "报表叫什么名称" in await chen.says("新建季报：立案、销毁数量，各区，季后10日前")
    assert (await chen.says(said)).startswith("不建了吗？")


@pytest.mark.parametrize("asked", ["谁还没报月报", "公安局逾期几项"])
async def test_a_question_is_no_name(chen: Resident, lin: Resident, asked: str) -> None:
    started = "建月报：立案、销毁数量，各区都报，每月8号前，从11月开始"
    assert "报表叫什么名称？" in await chen.says(started, asked)
    await chen.says("各区销毁月报")
    names = [each.text for each in chen.messages() if each.text.startswith("名称：")]
    assert names == ["名称：各区销毁月报"]


@pytest.mark.parametrize(
    "said",
    ["新建统计报表，市监局每周五报立案数", "新建统计周报：立案，市监局", "新建统计报表：立案，市监局，每两周报一次"],
)
async def test_nothing_is_filed_more_often_than_each_month(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("统计报表最密每月一次，不能按周、按天。") and "多久报一次？" in shown
    assert "从哪一期开始报" not in shown and chen.buttons()[0] == "每月"


async def test_what_is_listed_and_is_no_indicator_is_told(chen: Resident) -> None:
    await chen.says("新建统计月报：涉外维权数、宣传场次、服务企业数，市贸促会、武汉海关，每月28号前报")
    assert chen.sees().startswith("没有“涉外维权数、服务企业数”这项指标，")
    assert "\n指标：1 个：宣传场次（场）\n" in await chen.says("从11月开始")
    assert "这项指标" not in await chen.says("取消", "新建统计季报：立案、案值和宣传场次，各区，每月5号前报")


@pytest.mark.parametrize(
    ("said", "now", "before"),
    [
        ("加上青山区和商务局", "单位：4 家：", "2 家：市公安局、市农业农村局"),
        ("add Qingshan", "单位：3 家：", "2 家：市公安局、市农业农村局"),
        ("农业局去掉，换成商务局", "单位：2 家：市公安局、市商务局", "2 家：市公安局、市农业农村局"),
        ("案值去掉，加抓获人数", "指标：3 个：立案件数（件）、移送公安件数（件）、抓获人数（人）", "3 个：立案件数"),
        ("案值不要了", "指标：2 个：立案件数（件）、移送公安件数（件）", "3 个：立案件数"),
        ("改成每月8号前报", "截止：期满后次月 8 日", "期满后第 5 个工作日"),
    ],
)
async def test_a_return_just_set_up_is_changed_without_naming_it(
    chen: Resident, said: str, now: str, before: str
) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    preview = await chen.says(said)
    assert f"\n{now}" in preview and f"\n　　原来：{before}" in preview
    assert chen.buttons()[0] == "确认修改"


@pytest.mark.parametrize(
    "said",
    ["公安局报了", "1-8加上武汉海关", "1-8期限改到每月5号", "通知公安局改成每月5号报", "案值多少", "青山区的任务"],
)
async def test_what_changes_no_return_is_none_of_the_one_just_set_up(chen: Resident, said: str) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    assert "改这份报表" not in await chen.says(said)


async def test_the_periods_missed_while_it_was_ended_are_shown_and_can_be_asked_for(town: Town, chen: Resident) -> None:
    await set_up(chen)
    await chen.presses("确认建立")
    await chen.says("停用月报")
    await chen.presses("确认停用")
    await town.move_to("2020-02-20 09:30")
    await chen.says("看看月报")
    shown = await chen.presses("恢复使用")
    assert shown.endswith("不报的期：2019年11月、2019年12月、1月")
    assert town.rows("SELECT first FROM return_rounds WHERE opens_on > '2019-12-31'") == []
    await chen.presses("1月照常报")
    assert town.rows("SELECT first FROM return_rounds WHERE opens_on > '2019-12-31'") == [{"first": "2020-01-01"}]


async def test_an_indicator_put_in_place_of_itself_stays(chen: Resident) -> None:
    await chen.says("新建统计月报：立案、案值、移送，公安局、市监局，每月5号前报")
    shown = await chen.says("移送改成移送案件数")
    assert shown.startswith("已经是这样写的：\n指标：3 个：立案件数（件）、案值（万元）、移送公安件数（件）\n")
