"""The office decides on extensions: grants them, sets another day, or declines with a reason."""

import pytest

from data.people.people import Role
from tests.journeys.extensions.requests import asks_for_a_month
from tests.journeys.town import Resident, Town


async def test_the_coordinator_sets_another_date_after_reading_it_back(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await asks_for_a_month(lin)
    assert "改到哪一天" in await chen.reviews("改日期")
    assert "请只写一个日期" in await chen.says("尽快吧")
    assert "✓ 市公安局 1-2 改为延到2020年3月15日（申请的是2020年3月31日）" in await chen.says("3月15日")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]
    assert "已改期 ✓" in await chen.presses("确认改期")
    await town.move_to("2019-11-25 08:32")
    assert "延到2020年3月15日（原为2020年2月29日，申请的是2020年3月31日）" in lin.sees()


@pytest.mark.parametrize("said", ["确定", "可以", "发吧"])
async def test_consent_with_nothing_to_confirm_shows_what_waits_for_a_decision(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    assert await chen.says(said) == "现在没有要您确认的内容。"
    await asks_for_a_month(lin)
    await chen.says("/help")
    assert (await chen.says(said)).startswith("等待答复的延期申请 1 份。\n\n延期申请：市公安局 林警官")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]


async def test_the_coordinator_declines_with_a_reason(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert "原因是什么" in await chen.reviews("不同意")
    assert "✗ 市公安局 1-2 不同意：年底要向省里汇总" in await chen.says("年底要向省里汇总")
    assert "已答复 ✓ 市公安局 1-2 期限不变。" in await chen.presses("不同意")
    await town.move_to("2019-11-25 08:32")
    assert "的期限仍为2020年2月29日：年底要向省里汇总" in lin.sees()
    assert "怎么样" not in await lin.presses("1-2 报进展") and town.rows("SELECT count(*) AS n FROM drafts") == [
        {"n": 1}
    ]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1-2延期先不批 让他附个省里的文", "请附个省里的文"),
        ("1-2先不同意，请他们补上省厅的文件", "请补上省厅的文件"),
        ("公安局的延期先别批 让他把原因写清楚", "请把原因写清楚"),
    ],
)
async def test_what_the_unit_is_to_mend_first_is_the_reason_of_a_refusal(
    lin: Resident, chen: Resident, said: str, reason: str
) -> None:
    await asks_for_a_month(lin)
    assert f"✗ 市公安局 1-2 不同意：{reason}\n" in await chen.says(said)


@pytest.mark.parametrize("said", ["1-2延期先不批，等省里的文", "1-2延期先不批"])
async def test_what_is_only_deferred_is_left_undecided(lin: Resident, chen: Resident, said: str) -> None:
    await asks_for_a_month(lin)
    assert (await chen.says(said)).startswith("好的，什么也没有改。")


@pytest.mark.parametrize(
    "said",
    [
        "1-2不能再拖了 最多给到3月15号",
        "1-2太久了，只给到3月15日",
        "1-2已经晚了 同意延到3月15日",
        "1-2拖不起，最多批到3月15号",
    ],
)
async def test_a_day_granted_behind_what_is_told_of_the_task_is_read(lin: Resident, chen: Resident, said: str) -> None:
    await asks_for_a_month(lin)
    assert "✓ 市公安局 1-2 改为延到2020年3月15日（申请的是2020年3月31日）" in await chen.says(said)


@pytest.mark.parametrize("said", ["1-2不能再拖了", "1-2不能再拖了 3月15号开会", "1-2不能再拖了 催一下"])
async def test_what_is_told_of_the_task_alone_decides_nothing(lin: Resident, chen: Resident, said: str) -> None:
    await asks_for_a_month(lin)
    assert "改为延到" not in await chen.says(said)


async def test_a_nudge_says_that_a_request_waits_for_an_answer(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert "申请了延期、还没有答复的：1-2。要先答复请发 /review。" in await chen.says("催一下1-2和1-1")
    assert "申请了延期" not in await chen.says("取消", "不要了", "催一下1-1")


async def test_a_liaison_cannot_decide_and_the_office_cannot_ask(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert "办公室" in await lin.forges("decide:grant:1")
    assert "联络员办理" in await chen.says("/extend 1-2")
    assert "联络员办理" in await chen.says("申请延期")


async def test_what_is_decided_is_not_decided_again(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses("同意", on=card)
    assert "陈主任已经答复过" in await chen.forges("decide:refuse:1")
    assert "陈主任已经答复过" in await chen.forges("decide:set:1:20200401")
    assert town.rows("SELECT verdict, decided FROM extensions") == [{"verdict": "accepted", "decided": "2020-03-31"}]


@pytest.mark.parametrize(("choice", "words"), [("改日期", "2020年2月15日"), ("不同意", "不行")])
async def test_a_coordinator_overtaken_by_a_colleague_is_told_once_and_goes_on(
    town: Town, lin: Resident, chen: Resident, choice: str, words: str
) -> None:
    li = town.member(1011, "李副主任", None, Role.COORDINATOR)
    await asks_for_a_month(lin)
    await chen.says("/review")
    card = chen.last()
    await chen.presses(choice)
    await li.reviews("同意")
    assert await chen.says(words) == "这件事已经处理过了，谢谢。"
    assert "截至 2019年11月25日" in await chen.says("汇总一下")
    assert (await chen.presses("不同意", on=card)).startswith("李副主任已经答复过：\n✓ 市公安局 1-2 同意延到")
    assert (await chen.says("1-2延期不行，必须月底前完成")).startswith("李副主任已经答复过：")
    assert "同意" not in [button.text for each in chen.messages() for button in each.buttons]


@pytest.mark.parametrize(
    "words",
    [
        "1-2 同意，但只能到3月15日",
        "1-2 同意延到2020年3月15日",
        "1-2 agree until 15 March 2020",
        "1-2给他延到3月15，不给3月底",
        "林警官那个延期同意，但是到3月15号",
    ],
)
async def test_another_day_may_be_answered_in_words(town: Town, lin: Resident, chen: Resident, words: str) -> None:
    await asks_for_a_month(lin)
    assert "✓ 市公安局 1-2 改为延到2020年3月15日（申请的是2020年3月31日）" in await chen.says(words)
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]
    assert "已改期 ✓" in await chen.presses("确认改期")
    assert town.rows("SELECT decided FROM extensions") == [{"decided": "2020-03-15"}]


@pytest.mark.parametrize("words", ["ok until 15 March", "fine until 15 March", "可以到3月15日"])
async def test_a_day_behind_any_word_of_consent_is_for_the_request_shown(
    town: Town, lin: Resident, chen: Resident, words: str
) -> None:
    await asks_for_a_month(lin)
    await town.move_to("2019-11-25 08:31")
    assert "✓ 市公安局 1-2 改为延到2020年3月15日" in await chen.says(words)


async def test_the_day_asked_for_is_agreed_to_in_words(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert "✓ 市公安局 1-2 同意延到2020年3月31日" in await chen.says("1-2 同意")
    assert "已同意 ✓" in await chen.presses("确认改期")
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": "accepted"}]


async def test_a_day_that_will_not_do_is_said_and_asked_for_again(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    said = await chen.says("1-2 同意延到12月1日")
    assert said.startswith("请发晚于2020年2月29日的日期。") and "改到哪一天" in said


async def test_a_refusal_in_words_brings_its_reason(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert "✗ 市公安局 1-2 不同意：抓紧办" in await chen.says("1-2 不同意，抓紧办")
    assert "期限不变" in await chen.presses("不同意")
    assert town.rows("SELECT verdict, answer FROM extensions") == [{"verdict": "refused", "answer": "抓紧办"}]


async def test_a_change_of_the_deadline_says_that_a_request_waits(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    said = await chen.says("1-2 期限改到2020年3月15日")
    assert "1-2 有延期申请在等答复：市公安局申请延到2020年3月31日" in said


@pytest.mark.parametrize(
    "said",
    [
        "1-7同意，最多到2月底",
        "1-7不同意",
        "1-7的延期不批",
        "同意1-7延期",
        "拒绝1-7的延期，年底前必须办结",
        "reject 1-7's request, must be done this year",
    ],
)
async def test_an_answer_to_a_request_that_there_is_not_is_told_so(chen: Resident, lin: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("1-7 没有延期申请在等答复。刚才答复错了发“撤销”")
    await lin.reports("1-2", "已完成")
    assert "1-2 有一份填报在等审核" in await chen.says(said.replace("1-7", "1-2"))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("同意", "✓ 市公安局 1-2 同意延到2020年3月31日"),
        ("换成3月20号", "✓ 市公安局 1-2 改为延到2020年3月20日（申请的是2020年3月31日）"),
        ("不同意，时间太长", "✗ 市公安局 1-2 不同意：时间太长"),
        ("同意，请抓紧", "✓ 市公安局 1-2 同意延到2020年3月31日：请抓紧"),
        ("可以，但要抓紧", "✓ 市公安局 1-2 同意延到2020年3月31日：但要抓紧"),
        ("同意，延到3月20号，其他不变", "改为延到2020年3月20日（申请的是2020年3月31日）：其他不变"),
        ("只能延到3月20号，下不为例", "改为延到2020年3月20日（申请的是2020年3月31日）：下不为例"),
        (
            "同意，顺便催一下商务局",
            "没有处理：顺便催一下商务局。请另发一句。\n\n✓ 市公安局 1-2 同意延到2020年3月31日\n",
        ),
        ("不行，时间太长", "✗ 市公安局 1-2 不同意：时间太长"),
        ("不行，改到3月20号", "改为延到2020年3月20日（申请的是2020年3月31日）"),
        ("不同意，最多延到3月20号", "改为延到2020年3月20日（申请的是2020年3月31日）"),
        ("不同意延到3月31号，年底必须完成", "✗ 市公安局 1-2 不同意：延到3月31号，年底必须完成"),
        ("拒绝，理由是时间太长", "✗ 市公安局 1-2 不同意：时间太长"),
        ("不同意", "原因是什么"),
        ("都同意", "✓ 市公安局 1-2 同意延到2020年3月31日\n"),
        ("这个不行，年底前必须办", "✗ 市公安局 1-2 不同意：年底前必须办"),
        ("太久了，3月20号行不行", "改为延到2020年3月20日（申请的是2020年3月31日）"),
        ("算了就按3月底", "✓ 市公安局 1-2 同意延到2020年3月31日"),
        ("ok", "✓ 市公安局 1-2 同意延到2020年3月31日\n"),
        ("好的，同意延期", "✓ 市公安局 1-2 同意延到2020年3月31日\n"),
        ("1-2不行，时间太长；年底必须办结。", "✗ 市公安局 1-2 不同意：时间太长；年底必须办结\n"),
        ("1-2不同意和1-7重复了", "✗ 市公安局 1-2 不同意：和1-7重复了\n"),
        ("同意，1-7通过", "没有处理：1-7通过。请另发一句。\n\n✓ 市公安局 1-2 同意延到2020年3月31日\n"),
    ],
)
async def test_the_request_that_was_shown_last_is_answered_in_words(
    lin: Resident, chen: Resident, said: str, shown: str
) -> None:
    await asks_for_a_month(lin)
    assert shown in await chen.says("审核", said)


async def test_all_that_wait_are_decided_though_there_is_one_and_a_report_is_shown(
    lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await asks_for_a_month(lin)
    await zhou.reports("1-8", "已完成")
    assert "请审核：市市场监管局" in await chen.says("有哪些等我批")
    assert (await chen.says("都同意")).startswith("✓ 市公安局 1-2 同意延到2020年3月31日\n")


@pytest.mark.parametrize("said", ["同意", "换成3月20号", "不同意，时间太长", "3月20号吧"])
async def test_only_the_request_that_was_shown_last_is_answered_without_its_code(
    lin: Resident, chen: Resident, said: str
) -> None:
    await asks_for_a_month(lin)
    answer = await chen.says("审核", "谁没报", said)
    assert "的期限" not in answer and "原因是什么" not in answer


async def test_the_word_for_what_was_asked_is_no_part_of_the_answer(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    declined = await chen.says("1-2不同意延期，年底前必须完成")
    assert "✗ 市公安局 1-2 不同意：年底前必须完成" in declined
    await chen.says("取消", "不要了")
    assert (await chen.says("1-2同意延期")).startswith("✓ 市公安局 1-2 同意延到2020年3月31日")
    await chen.presses("确认改期")
    assert "刚才答复错了发“撤销”" in await chen.says("1-2不同意延期")


async def test_the_requests_that_wait_are_gone_through_one_after_the_other(zhou: Resident, chen: Resident) -> None:
    for code in ("1-8", "1-9"):
        await zhou.submits(f"{code} 延到2020年4月30日，等省里文件")
    assert "1-8" in await chen.says("/review")
    assert "已同意 ✓" in await chen.presses("同意") and chen.buttons() == ["撤销", "看下一份"]
    assert "，1-9 " in await chen.presses("看下一份")
    await chen.presses("同意")
    assert chen.buttons() == ["撤销"]


async def test_the_answer_to_one_request_is_changed_in_words(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await chen.says("1-2不同意，抓紧办")
    assert "✗ 市公安局 1-2 不同意：年底要汇总" in await chen.says("原因改成年底要汇总")
    assert "✓ 市公安局 1-2 同意延到2020年3月31日" in await chen.says("同意")
    assert "✓ 市公安局 1-2 改为延到2020年3月15日（申请的是2020年3月31日）" in await chen.says("改到3月15日")
    assert "✗ 市公安局 1-2 不同意：太晚了" in await chen.says("不同意，太晚了")
    await chen.presses("不同意")
    assert town.rows("SELECT verdict, answer FROM extensions") == [{"verdict": "refused", "answer": "太晚了"}]


async def test_from_the_preview_of_one_answer_the_way_back_leads_to_its_day_or_reason(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2 申请延期到明年4月底，等省里文件")
    await chen.reviews("改日期")
    assert "改为延到2020年4月10日" in await chen.says("4月10日")
    assert "改到哪一天？" in await chen.presses("上一步")
    assert "改为延到2020年4月12日" in await chen.says("4月12日")
    assert "原因是什么？" in await chen.says("不同意")
    assert "不同意：理由不充分" in await chen.says("理由不充分")
    assert "原因是什么？" in await chen.presses("上一步")
    await chen.says("原因不明")
    await chen.presses("不同意")
    assert [row["answer"] for row in town.rows("SELECT answer FROM extensions")] == ["原因不明"]


async def test_the_unit_reads_what_is_said_beside_an_agreement(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await chen.says("审核", "同意，下不为例")
    await chen.presses("确认改期")
    await town.app.ticker.tick()
    assert lin.sees().endswith("的期限延到2020年3月31日（原为2020年2月29日）。办公室：下不为例")


async def test_a_day_for_something_else_beside_an_agreement_is_told_to_the_unit(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    await chen.says("审核")
    assert "同意延到2020年3月31日：但3月10日前要报一次进展\n" in await chen.says("可以，但3月10日前要报一次进展")
    for said in ("可以，但3月10日前必须完成", "同意，延到3月10日就行", "同意，最晚不超过3月10日"):
        await chen.presses("取消", "不要了")
        assert "改为延到2020年3月10日（" in await chen.says("审核", said)


@pytest.mark.parametrize("said", ["公安局为什么要延", "他们要延到几号", "公安局的延期是怎么回事"])
async def test_what_a_unit_asks_for_is_shown_to_the_office_that_asks_about_it(
    lin: Resident, chen: Resident, said: str
) -> None:
    await asks_for_a_month(lin)
    shown = await chen.says("谁没报", said)
    assert shown.startswith("延期申请：市公安局 林警官，1-2") and "等省里文件" in shown
    assert chen.buttons() == ["同意", "改日期", "不同意"]


@pytest.mark.parametrize(("said", "shown"), [("明天", "明天到期"), ("12月的", "12月到期"), ("年底", "12月31日到期")])
async def test_a_day_alone_decides_on_no_request(lin: Resident, chen: Resident, said: str, shown: str) -> None:
    await asks_for_a_month(lin)
    assert shown in (await chen.says(said)).partition("\n")[0]


async def test_how_requests_are_decided_is_no_question_about_the_one_that_waits(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    assert "同意延期" in await chen.says("怎么批延期")


async def test_a_grant_is_not_taken_back_once_the_deadline_has_been_changed_again(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await asks_for_a_month(lin)
    await town.move_to("2019-11-25 08:31")
    assert "已同意 ✓" in await chen.presses("同意")
    granted = chen.last()
    await chen.says("把1-2的期限改到2020年5月1日，因为等省里文件")
    await chen.presses("提交")
    assert "1-2 之后又改过，不能撤销了" in await chen.presses("撤销", on=granted)
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": "accepted"}]


@pytest.mark.parametrize(
    "said",
    [
        "approve the extension of 1-2",
        "approve 1-2's extension",
        "extension of 1-2 approved",
        "approve the request of 1-2",
        "approve 1-2",
        "1-2，同意",
        "昆仑行动延期同意",
        "林警官的同意",
        "第一个同意",
        "1-2的也批了吧",
        "1-2这次就批了吧",
    ],
)
async def test_a_request_that_is_named_is_approved(lin: Resident, chen: Resident, said: str) -> None:
    await asks_for_a_month(lin)
    assert (await chen.says(said)).startswith("✓ 市公安局 1-2 同意延到2020年3月31日")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-2不同意延，材料不全", "1-2 不同意：材料不全"),
        ("1-2不同意延长", "不同意 1-2 延期的原因是什么？"),
        ("1-2不同意延，最迟3月10日", "1-2 改为延到2020年3月10日"),
        ("1-2 refused, 12 March at the latest", "1-2 改为延到2020年3月12日"),
        ("1-2不同意，3月10日前要报一次进展", "1-2 不同意：3月10日前要报一次进展"),
        ("1-2不同意，2月20日前办完", "1-2 不同意：2月20日前办完"),
    ],
)
async def test_what_is_refused_is_no_part_of_the_reason_and_a_later_day_is_granted(
    lin: Resident, chen: Resident, said: str, shown: str
) -> None:
    await asks_for_a_month(lin)
    assert shown in await chen.says(said) and "延，" not in chen.sees()


async def test_what_is_asked_of_a_unit_beside_its_approval_goes_with_it(lin: Resident, chen: Resident) -> None:
    await asks_for_a_month(lin)
    shown = await chen.says("1-2的也批了吧，但是让他们12月底先报一次进展")
    assert shown.startswith("✓ 市公安局 1-2 同意延到2020年3月31日：但是让他们12月底先报一次进展")


@pytest.mark.parametrize("said", ["1-2可以", "1-2这次可以", "1-2这回没问题", "1-2这次不行"])
async def test_a_request_of_which_something_is_thought_is_shown(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await asks_for_a_month(lin)
    assert (await chen.says(said)).startswith("延期申请：市公安局") and chen.buttons() == ["同意", "改日期", "不同意"]
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": None}]


@pytest.mark.parametrize("said", ["29-11上午同意的延期想了想不行 最多给到12月10号", "29-11延期最多给到12月10号"])
async def test_a_day_given_instead_of_that_granted_changes_the_deadline(
    zhou: Resident, chen: Resident, said: str
) -> None:
    await zhou.submits("29-11申请延到12月20号，因为专家没约上")
    await chen.says("29-11同意延到12月20", "确认")
    assert (await chen.says(said)).startswith("改期限：29-11 安全用药月科普 → 2019年12月10日")
    assert "同意延到2019年12月20日" in await chen.says("取消", "不要了", "29-11的延期申请看一下")


@pytest.mark.parametrize(
    "said",
    ["哪些推迟了", "批了哪些延期", "同意了几个延期", "批准过的延期有哪些", "延期情况", "谁延期了", "公安局延期了哪些"],
)
async def test_what_was_granted_is_listed_with_both_days(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await asks_for_a_month(lin)
    assert (await chen.says(said)).endswith("发“汇总”看总体情况。"), "nothing is decided, or shown to be decided"
    await chen.reviews("同意")
    listed = await chen.says(said)
    assert listed.startswith("共 1 项") and "已同意延期" in listed.splitlines()[0]
    assert listed.splitlines()[-1] == "　2020年2月29日延到2020年3月31日 · 林警官申请，11月25日同意"
    assert chen.buttons() == ["1-2"]
    await chen.says("撤销")
    await chen.presses("撤销")
    assert (await chen.says(said)).startswith("共 0 项")


async def test_a_liaison_and_an_observer_are_shown_what_was_granted(
    town: Town, lin: Resident, chen: Resident, nong: Resident
) -> None:
    await asks_for_a_month(lin)
    await chen.reviews("同意")
    observer = town.member(1020, "顾调研员", None, Role.OBSERVER, "en")
    assert "29 Feb 2020 to 31 Mar 2020 · asked by 林警官, granted 25 Nov" in await observer.says(
        "which tasks were extended"
    )
    assert "延到2020年3月31日 · 林警官申请" in await lin.says("我有哪些延期了")
    assert (await nong.says("哪些延期了")).startswith("共 0 项")
    assert "共 1 项 · 已同意延期 · 11月同意的" in await chen.says("这个月延期了几项")
    assert "共 0 项 · 已同意延期 · 10月同意的" in await chen.says("上个月延期了几项")
    assert (await chen.says("延期的有哪些")).startswith("没有延期申请在等答复。发“哪些延期了”看已同意的")


async def test_a_day_that_has_passed_meanwhile_is_not_granted_but_another_asked_for(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await asks_for_a_month(lin)
    await town.move_to("2020-04-02 09:30")
    asked = await chen.reviews("同意")
    assert "申请延到2020年3月31日，这一天已经过了。改到哪一天？" in asked
    assert chen.buttons() == ["不同意", "取消"]
    assert "改为延到2020年4月20日" in await chen.says("4月20日")
    assert "已改期 ✓ 市公安局 1-2 延到2020年4月20日。" in await chen.presses("确认改期")
    assert town.rows("SELECT verdict, decided FROM extensions") == [{"verdict": "changed", "decided": "2020-04-20"}]


@pytest.mark.parametrize(("day", "is_granted"), [("2020-03-31", True), ("2020-04-01", False)])
async def test_consent_in_words_asks_for_another_day_once_the_day_has_passed(
    town: Town, lin: Resident, chen: Resident, day: str, is_granted: bool
) -> None:
    await asks_for_a_month(lin)
    await town.move_to(f"{day} 09:30")
    said = await chen.says("1-2延期同意")
    assert ("改到哪一天" in said, "同意延到2020年3月31日" in said) == (not is_granted, is_granted)


async def test_an_answer_left_open_until_the_day_has_passed_grants_nothing(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await asks_for_a_month(lin)
    assert "同意延到2020年3月31日" in await chen.says("1-2延期同意")
    await town.move_to("2020-04-02 08:30")
    await chen.presses("确认改期")
    assert any("申请延到2020年3月31日，这一天已经过了。改到哪一天？" in shown.text for shown in chen.messages())
    assert town.rows("SELECT decided FROM extensions") == [{"decided": None}]


async def test_the_office_that_says_more_time_sees_the_requests(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2想延到3月底 主犯没抓到")
    await lin.hands_in()
    assert "1-2" in await chen.says("延期") and "主犯没抓到" in chen.sees()
