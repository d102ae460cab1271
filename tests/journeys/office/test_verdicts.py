"""What the office sees of a waiting report, and verdicts in words, on one report or on all."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def _done(person: Resident, *codes: str) -> None:
    for code in codes:
        await person.submits(f"{code} 已完成")


async def test_the_card_shows_what_was_wanted_when_it_was_said_and_what_was_said_before(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await lin.reports("1-2", "进行中", "30", "已立案两起")
    await town.move_to("2019-12-02 10:15")
    await lin.submits("1-2 已完成，立案12件")
    card = await chen.says("/review")
    assert "应有成果：办成一批民生领域涉假刑事案件\n完成时间：2020年2月（2020年2月29日）" in card
    assert "填报时间：2019年12月2日 10:15" in card
    assert "上一份：2019年11月25日 08:30 进行中 30% · 已立案两起" in card


async def test_the_first_report_says_so_and_a_returned_one_why(lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert "上一份：没有，这是第一份" in await chen.says("/review")
    await chen.decides("退回", "缺总结")
    await _done(lin, "1-2")
    assert "上一份：2019年11月25日 08:30 已完成\n（已退回：缺总结）" in await chen.says("/review")


async def test_the_word_accepts_the_report_that_was_shown_last(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await town.move_to("2019-11-25 08:31")
    await _done(zhu, "1-8")
    await chen.reviews("看下一份")
    assert "报 1-8" in chen.sees()
    assert "已通过 ✓ 市市场监管局的 1-8 办结。" in await chen.says("通过")
    assert town.rows("SELECT report_id FROM reviews") == [{"report_id": 2}]


async def test_the_word_accepts_no_report_that_was_not_shown(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    he = town.member(1011, "何科长", None, Role.COORDINATOR)
    await _done(lin, "1-2")
    await town.move_to("2019-11-25 08:31")
    await _done(zhu, "1-8")
    await he.says("通过")
    assert (await chen.says("通过")).startswith("哪一份？") and chen.buttons() == ["1-8 市市场监管局"]
    assert town.rows("SELECT report_id FROM reviews") == [{"report_id": 1}]
    await chen.presses("1-8", "通过")
    assert len(town.rows("SELECT report_id FROM reviews")) == 2


@pytest.mark.parametrize("accepts", ["通过", "这回可以 通过", "行 通过"])
async def test_the_word_accepts_the_report_of_the_card_just_shown(
    town: Town, lin: Resident, chen: Resident, accepts: str
) -> None:
    await _done(lin, "1-2")
    assert "待审核" in await chen.says("1-2这个咋样")
    assert await chen.says(accepts) == "已通过 ✓ 市公安局的 1-2 办结。"


async def test_a_report_that_is_only_listed_is_not_shown(lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert (await chen.says("通过", "通过")).startswith("哪一份？")


async def test_the_word_written_before_a_report_was_shown_is_not_of_that(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    await chen.says("/review")
    for _ in range(2):
        town.world.say(chen.id, "通过")
    await town.settle()
    assert chen.sees().startswith("哪一份？") and town.rows("SELECT report_id FROM reviews") == [{"report_id": 1}]
    await chen.says("/review", "通过")
    assert len(town.rows("SELECT report_id FROM reviews")) == 2


async def test_after_a_letter_the_word_accepts_the_report_in_it(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await chen.says("/review", "通过")
    await _done(zhu, "1-8")
    await town.move_to("2019-11-25 08:31", "2019-11-25 08:32")
    assert "报 1-8" in chen.sees()
    assert "市市场监管局的 1-8 办结" in await chen.says("通过")


async def test_while_one_report_waits_others_are_not_sent_and_come_when_it_is_decided(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await town.move_to("2019-11-25 08:31")
    await _done(zhu, "1-8", "1-9")
    await town.move_to("2019-11-25 08:32", "2019-11-25 08:33")
    assert "报 1-2" in chen.sees()
    assert "待审核的填报 2 份。\n\n请审核：市市场监管局 朱科长 报 1-8" in await chen.presses("通过")


async def test_a_unit_hears_of_several_verdicts_in_one_message(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2", "2-3")
    await chen.says("全部通过")
    await chen.presses("通过")
    before = len(lin.heard())
    await town.move_to("2019-11-25 08:32", "2019-11-25 08:33")
    [heard] = lin.heard()[before:]
    assert heard.count("已通过审核，办结。") == 2 and "1-2 " in heard and "2-3 " in heard
    assert town.rows("SELECT DISTINCT state FROM outbox WHERE letter = 'reviewed'") == [{"state": "sent"}]


async def test_a_code_and_the_word_do_and_a_word_of_praise_goes_with_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2", "2-3")
    assert "已通过 ✓ 市公安局的 2-3 办结。" in await chen.says("2-3通过")
    shown = await chen.says("1-2通过，材料很扎实，望再接再厉")
    assert "市公安局会收到：" in shown and "办公室：材料很扎实，望再接再厉" in shown
    assert "已通过 ✓ 市公安局的 1-2 办结。" in await chen.presses("通过")
    await town.move_to("2019-11-25 08:32")
    assert any("办公室：材料很扎实，望再接再厉" in each for each in lin.heard())
    assert "材料很扎实" in town.rows("SELECT reason FROM reviews WHERE report_id = 1")[0]["reason"]


async def test_advice_is_asked_for_by_a_button(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert "想对市公安局说什么" in await chen.reviews("通过并留言")
    await chen.says("下次请附照片")
    assert "已通过" in await chen.presses("通过")
    await town.move_to("2019-11-25 08:32")
    assert "办公室：下次请附照片" in lin.sees()


async def test_all_of_a_unit_are_accepted_at_once_after_a_look(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2", "2-3")
    await _done(zhu, "1-8")
    shown = await chen.says("公安局的都通过")
    assert shown.startswith("下面 2 份填报都通过：\n1-2 ") and "1-8" not in shown
    assert town.rows("SELECT * FROM reviews") == []
    await chen.presses("通过")
    assert "已通过 ✓ 共 2 份：1-2、2-3" in chen.heard()
    assert len(town.rows("SELECT * FROM reviews")) == 2
    assert chen.sees().startswith("等待审核的填报 1 份。\n\n请审核：市市场监管局 朱科长 报 1-8")


async def test_the_same_press_after_a_restart_accepts_nothing_twice(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2", "2-3")
    await chen.says("全部通过")
    await chen.presses("通过")
    await town.restart_undone()
    assert len(town.rows("SELECT * FROM reviews")) == 2
    assert len(town.rows("SELECT * FROM audit WHERE action = 'review'")) == 2


async def test_a_return_in_one_line_is_read_back_before_it_goes_out(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert "请补充后再报一次：缺总结" in await chen.says("1-2退回，缺总结")
    assert town.rows("SELECT * FROM reviews") == []
    assert "已退回 1-2" in await chen.presses("退回")


async def test_thinking_better_of_it_is_no_reason(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    await chen.says("/review")
    for written in ((), ("缺总结",)):
        await chen.presses("退回")
        await chen.says(*written)
        await chen.says("算了先不退了")
        if "不要了" in chen.buttons():
            await chen.presses("不要了")
        assert town.rows("SELECT * FROM reviews") == []
        assert town.rows("SELECT * FROM dialogs WHERE state = 'open'") == []
        await chen.says("/review")
    assert "已通过" in await chen.says("通过")


async def test_while_a_reason_is_asked_another_report_can_be_accepted(
    lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    assert "市市场监管局的 1-8 办结" in await chen.says("1-2退回", "1-8通过")
    await chen.says("缺总结")
    assert "已退回 1-2" in await chen.presses("退回")


async def test_of_several_that_wait_it_is_asked_which_and_of_none_said_so(lin: Resident, chen: Resident) -> None:
    assert "现在没有要审核的填报" in await chen.says("通过")
    await _done(lin, "1-2", "2-3")
    assert "哪一份" in await chen.says("公安局通过")
    assert chen.buttons() == ["1-2 市公安局", "2-3 市公安局"]
    assert "报 2-3" in await chen.presses("2-3")
    assert "1-8 没有等待审核的填报" in await chen.says("1-8通过")


@pytest.mark.parametrize(
    "said",
    [
        *("1-2退回，写得太简单了，案值多少要写", "公安局的1-2打回去，案值多少要写"),
        *("1-2这个有点虚，让他们重新报，案值多少要写", "1-2不行，案值多少要写", "1-2让他们再补一下，案值多少要写"),
    ],
)
async def test_the_unit_is_asked_to_complete_a_report_that_needs_no_review(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await lin.submits("1-2 在办 60%")
    await town.move_to("2019-11-25 10:00")
    shown = await chen.says(said)
    assert shown.startswith("1-2 的填报不用审核，没有退回") and "案值多少要写" in shown
    await chen.presses("确认发送")
    await town.app.ticker.tick()
    assert lin.heard()[-1].startswith("催办") and "案值多少要写" in lin.heard()[-1]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-2让他们改到12月10日", "改期限：1-2 昆仑行动打食药环犯罪 → 2019年12月10日"),
        ("1-2让他们重新报行不行", "1-2没有要审核的填报"),
        ("1-9让他们补一下照片", "1-9没有要审核的填报"),
        ("1-2看过了 可以", "1-2没有要审核的填报"),
    ],
)
async def test_what_only_sounds_like_it_asks_no_unit_to_complete_a_report(
    lin: Resident, chen: Resident, said: str, shown: str
) -> None:
    await lin.submits("1-2 在办 60%")
    assert (await chen.says(said)).startswith(shown)


async def test_a_report_that_is_named_and_to_be_made_again_is_returned(lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    shown = await chen.says("1-2这个进度有点虚，让他们重新报，附上案件清单")
    assert "请补充后再报一次：进度有点虚，请重新报，附上案件清单\n" in shown and "退回" in chen.buttons()


async def test_of_a_report_without_a_reason_or_of_none_it_is_only_said_that_none_waits(
    lin: Resident, chen: Resident
) -> None:
    await lin.submits("1-2 在办 60%")
    assert "1-2 没有等待审核的填报" in await chen.says("1-2退回")
    assert "1-9 没有等待审核的填报" in await chen.says("1-9退回，没有数据")


@pytest.mark.parametrize("said", ["第一份。缺总结", "1-2缺总结", "第一个，缺总结"])
async def test_which_is_returned_is_answered_with_the_reason(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await _done(lin, "1-2", "2-3")
    assert (await chen.says("都退回")).startswith("退回哪一份？")
    assert "请补充后再报一次：缺总结\n" in await chen.says(said)
    await chen.presses("退回")
    assert town.rows("SELECT report_id, reason FROM reviews") == [{"report_id": 1, "reason": "缺总结"}]


async def test_a_question_or_a_liaison_accepts_nothing(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    await chen.says("1-2通过了吗")
    await lin.says("1-2通过")
    await lin.forges("review:praise:1")
    assert town.rows("SELECT * FROM reviews") == []


async def test_a_colleague_who_was_writing_the_same_hears_that_it_was_handed_in(town: Town, lin: Resident) -> None:
    wei = town.member(1005, "小魏", "市公安局", Role.DEPUTY)
    await wei.begins("1-2", "进行中")
    await lin.reports("1-2", "进行中", "60")
    await town.move_to("2019-11-25 08:32")
    assert "林警官 刚刚提交了 1-2" in wei.sees() and "进行中 60%" in wei.sees()
    assert not any("刚刚提交" in each for each in lin.heard())
    assert "填报 1-2" in await wei.says("继续填报")


@pytest.mark.parametrize("said", ["1-2不通过，缺佐证", "公安局1-2审核不通过：缺佐证", "1-2不予通过，缺佐证"])
async def test_not_accepted_is_given_back_after_a_look(town: Town, chen: Resident, lin: Resident, said: str) -> None:
    await lin.submits("1-2完成了，总结已经印发")
    shown = await chen.says(said)
    assert shown.startswith("还没发出。市公安局会收到：") and "请补充后再报一次：缺佐证" in shown
    assert town.rows("SELECT * FROM reviews") == []
    assert "真的取消吗？" in await chen.says("1-2先不通过") and town.rows("SELECT * FROM reviews") == []


async def test_a_report_goes_back_to_its_unit_and_the_verb_agrees(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2完成了，总结已经印发")
    shown = await chen.says("把1-2退给公安局，说缺总结")
    assert shown.startswith("还没发出。市公安局会收到：") and "请补充后再报一次：缺总结\n" in shown
    assert (await chen.says("退吧")).startswith("已退回 1-2")
    assert [row["reason"] for row in town.rows("SELECT reason FROM reviews")] == ["缺总结"]


async def test_a_reason_that_begins_like_what_leads_to_one_is_kept_whole(chen: Resident, lin: Resident) -> None:
    await lin.submits("1-2完成了，总结已经印发")
    assert "再报一次：说明材料不全\n" in await chen.says("1-2退回，说明材料不全")


async def test_the_report_before_ones_eyes_is_decided_on_without_a_word_for_it(
    town: Town, lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    assert "请审核" in await chen.says("过了吧")
    assert town.rows("SELECT * FROM reviews") == []
    assert "报 1-8" in await chen.says("下一份")
    assert "请补充后再报一次：数字不全" in await chen.says("这个不行，数字不全")
    await chen.presses("退回")
    assert "报 1-2" in await chen.says("下一份")
    assert "已通过 ✓ 市公安局的 1-2 办结。" in await chen.says("过了吧")


async def test_a_question_word_in_the_reason_asks_nothing(town: Town, lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert "请补充后再报一次：没写移送几件" in await chen.says("1-2退回，没写移送几件")
    await chen.says("取消", "是", "1-2通过了没有")
    assert town.rows("SELECT * FROM reviews") == []


async def test_a_report_is_named_by_who_made_it(town: Town, lin: Resident, zhu: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    assert "已通过 ✓ 市市场监管局的 1-8 办结。" in await chen.says("朱科长那份通过")
    assert "1-2 昆仑行动打食药环犯罪，请补充后再报一次：缺总结\n" in await chen.says("林警官那份退回，缺总结")


async def test_the_card_of_a_task_leads_to_the_report_that_waits(lin: Resident, chen: Resident) -> None:
    await chen.says("1-2")
    assert "审核" not in chen.buttons()
    await _done(lin, "1-2")
    await chen.says("1-2")
    assert (await chen.presses("审核")).startswith("请审核：市公安局 林警官 报 1-2")
    await lin.says("1-2")
    assert "审核" not in lin.buttons()


async def test_what_is_asked_of_a_unit_shows_no_report_of_another(lin: Resident, zhu: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "29-7")
    for said in ("公安局延期同意，最多到3月底", "公安局那个延期现在啥状态"):
        assert await chen.says(said) == "市公安局没有要答复的延期申请。发 /review 看等着的。"
    assert "市市场监管局 朱科长 报 29-7" in await chen.says("市场局报的审一下")
    assert "待审核的填报 1 份" in "\n".join(chen.heard())
    assert "没有要审核的填报" in await chen.says("海关报的审一下")
    assert (await chen.says("市场局的还是通过")).startswith("已通过 ✓ 市市场监管局的 29-7 办结。")
    assert "请补充后再报一次：案值不对劲" in await chen.says("公安局的案值不对劲，退回")


async def test_where_a_unit_and_a_task_are_named_only_the_report_on_that_task_is_shown(
    nong: Resident, chen: Resident
) -> None:
    await _done(nong, "1-3", "3-5")
    assert "报 3-5 农业联合行动机制" in await chen.says("农业局3-5没附件啊 让他补一下")


async def test_one_is_given_back_while_something_else_is_asked(nong: Resident, chen: Resident) -> None:
    await _done(nong, "3-5")
    await chen.says("催一下还没报过的单位", "3-5退回来 没材料")
    assert chen.messages()[-2].text.startswith("还没发出。市农业农村局会收到：")


async def test_who_comes_later_hears_what_a_colleague_has_decided(
    lin: Resident, chen: Resident, ding: Resident
) -> None:
    await _done(lin, "1-2", "2-3")
    await chen.says("/review")
    await ding.says("1-2通过")
    for answer in (await chen.presses("退回"), await chen.says("1-2退回，缺总结")):
        assert "丁主任）：市公安局的 1-2，通过。要撤销吗？" in answer
    await chen.says("1-2、2-3、7-1都通过")
    none_waits = "1-2、7-1 没有等待审核的填报。发 /review 看等待审核的。"
    assert f"{none_waits}\n已通过 ✓ 市公安局的 2-3 办结。" in chen.heard()


@pytest.mark.parametrize("said", ["1-2我看可以啊", "1-2也通过算了", "那就1-2通过吧", "1-2没问题"])
async def test_a_report_is_accepted_in_everyday_words_by_its_code(
    town: Town, lin: Resident, zhu: Resident, chen: Resident, said: str
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    await chen.says(said)
    assert "已通过 ✓ 市公安局的 1-2 办结。" in chen.heard()
    assert town.rows("SELECT report_id FROM reviews") == [{"report_id": 1}]


@pytest.mark.parametrize("said", ["同意", "没问题", "可以的"])
async def test_agreement_right_below_a_report_accepts_it_and_a_nod_does_not(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await _done(lin, "1-2")
    await chen.says("/review", "好的")
    assert town.rows("SELECT report_id FROM reviews") == []
    await chen.says(said)
    assert "已通过 ✓ 市公安局的 1-2 办结。" in chen.heard()


async def test_reports_are_named_by_their_places_among_those_that_wait(
    lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    await chen.says("/review")
    assert "1-8 铁拳方案严查商标专利，请补充后再报一次：缺案卷" in await chen.says("第二份打回，缺案卷")
    await chen.says("取消", "是", "/review", "accept the first")
    assert "已通过 ✓ 市公安局的 1-2 办结。" in chen.heard()
    assert "办公室：材料齐了" in await chen.says("1-8 材料齐了，过")


async def test_a_report_is_returned_in_everyday_words_by_its_code_whatever_is_open(
    lin: Resident, zhu: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-8")
    await chen.says("1-2也可以，材料蛮扎实")
    assert "办公室：材料蛮扎实" in chen.sees()
    await chen.says("1-8这个不行，签到表没得")
    assert any("1-8 铁拳方案严查商标专利，请补充后再报一次：签到表没得" in each for each in chen.heard())


@pytest.mark.parametrize("said", ["1-8可以吗", "1-8没问题吧", "1-9可以"])
async def test_a_question_and_what_does_not_wait_is_no_verdict(
    town: Town, zhu: Resident, chen: Resident, said: str
) -> None:
    await _done(zhu, "1-8")
    await chen.says(said)
    assert town.rows("SELECT * FROM reviews") == []


@pytest.mark.parametrize(("said", "count"), [("待审的都过", 2), ("都过吧", 2), ("除了1-8都过", 1)])
async def test_all_that_wait_are_accepted_in_everyday_words_after_a_look(
    lin: Resident, zhu: Resident, chen: Resident, said: str, count: int
) -> None:
    await _done(lin, "1-2", "2-3")
    await _done(zhu, "1-8")
    shown = await chen.says(said)
    assert "通过" in chen.buttons() and "1-2" in shown and ("1-8" in shown) is (count == 2)


async def test_a_return_in_one_word_keeps_the_reason(lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert "请补充后再报一次：没签到表没总结" in await chen.says("1-2退，没签到表没总结")


async def test_words_that_only_give_the_verdict_again_are_told_to_nobody(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _done(lin, "1-2")
    assert "已通过 ✓ 市公安局的 1-2 办结。" in await chen.says("/review", "这个可以，过")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("材料不够，让他们补一下年度总结", "材料不够，请补一下年度总结"),
        ("数字不对，改好再报", "数字不对，改好再报"),
    ],
)
async def test_a_report_before_ones_eyes_is_returned_by_what_it_lacks(
    town: Town, lin: Resident, chen: Resident, said: str, told: str
) -> None:
    assert "再报一次" not in await chen.says(said)
    await _done(lin, "1-2")
    assert f"请补充后再报一次：{told}\n" in await chen.says("/review", said)
    assert "请补充后再报一次：缺总结和判决书复印件\n" in await chen.says("改成：缺总结和判决书复印件")


@pytest.mark.parametrize("said", ["通过", "这个可以"])
async def test_a_report_that_is_being_returned_is_not_accepted_without_its_name(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    await lin.reports("1-2", "已完成")
    await zhou.reports("1-8", "已完成")
    await chen.says("1-2退回，没有总结", "有啥要审核的", said)
    assert town.rows("SELECT * FROM reviews") == []
    assert town.rows("SELECT kind FROM dialogs WHERE state = 'open'") == [{"kind": "return"}]


async def test_the_next_one_is_no_reason(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    assert (await chen.says("审核", "退回", "下一个")).startswith("“下一个”，您是想…？")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'return' AND answers LIKE '%下一个%'") == []


async def test_a_verdict_on_a_task_on_which_only_a_request_waits_shows_that(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2申请延期到2020年3月31日，等省里文件")
    shown = await chen.says("1-2通过")
    assert shown.startswith("1-2 没有等待审核的填报。") and "延期申请：市公安局 林警官，1-2" in shown
    assert "✓ 市公安局 1-2 同意延到2020年3月31日" in await chen.says("同意")


@pytest.mark.parametrize(
    "said", ["刚才43-5我点快了，先别通过", "43-5我手快了，还不能通过", "刚才市监局的点快了", "43-5点错了"]
)
async def test_a_press_that_came_too_soon_is_offered_to_be_taken_back(
    town: Town, zhou: Resident, chen: Resident, said: str
) -> None:
    await _done(zhou, "43-5")
    await chen.says("43-5通过")
    assert (await chen.says(said)).endswith("市市场监管局的 43-5，通过。要撤销吗？") and chen.buttons() == ["撤销"]
    await chen.presses("撤销")
    assert town.rows("SELECT report_id FROM reviews") == []


@pytest.mark.parametrize("said", ["算了 通过", "通过", "还是通过吧"])
async def test_a_report_is_accepted_after_all(lin: Resident, chen: Resident, said: str) -> None:
    await _done(lin, "1-2")
    await chen.says("1-2退回，缺签到表")
    assert "1-2 昆仑行动打食药环犯罪已通过审核，办结" in await chen.says(said)
    assert "已通过 ✓ 市公安局的 1-2 办结。" in await chen.presses("通过")


async def test_what_is_said_of_another_task_is_no_praise_until_that_is_asked(
    town: Town, lin: Resident, nong: Resident, chen: Resident
) -> None:
    await lin.reports("1-2", "已完成")
    await nong.reports("29-4", "已完成")
    await chen.says("1-2和29-4都通过")
    await chen.says("刚才29-5同意错了 应该退回让他写明原因")
    assert "留言：" not in chen.sees() and "“刚才29-5同意错了 应该退回让他写明原因”没有写进去" in chen.sees()


async def test_a_verdict_given_twice_is_no_praise(lin: Resident, chen: Resident) -> None:
    await _done(lin, "1-2")
    assert "办公室：下不为例" in await chen.says("1-2这回可以 通过 下不为例")


@pytest.mark.parametrize("said", ["下一个呢", "下一条", "还有吗"])
async def test_what_waits_next_is_shown_behind_what_was_shown_or_done(
    lin: Resident, zhu: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    await _done(lin, "1-2")
    await _done(zhu, "1-10")
    for code in ("1-8", "1-9"):
        await zhou.submits(f"{code} 延到2020年4月30日，等省里文件")
    assert "报 1-2" in await chen.says("/review")
    assert "报 1-10" in await chen.says(said)
    assert "，1-8 " in await chen.says("延期申请")
    assert "，1-9 " in await chen.says(said), "the request shown, and not the report before it, leads on"
    await chen.presses("同意")
    assert "，1-8 " in await chen.says(said)
    await chen.presses("同意")
    assert "报 1-2" in await chen.says(said)
    await chen.says("通过", "通过")
    assert (await chen.says(said)).startswith("现在没有要审核的填报")


async def test_the_words_of_an_overtaken_acceptance_are_shown_again(
    zhou: Resident, chen: Resident, ding: Resident
) -> None:
    await zhou.reports("1-8", "已完成")
    await chen.says("1-8通过，材料扎实，请把照片也补上")
    await ding.says("1-8通过")
    assert "您写的内容：\n材料扎实，请把照片也补上" in await chen.presses("通过")


@pytest.mark.parametrize(
    "said",
    [
        "1-2不用让他们重新报了，通过",
        "1-2让他们改的都改了，过",
        "1-2让他们补充的材料已经收到了，通过",
        "1-2请他们核对过了，没问题",
    ],
)
async def test_what_was_made_again_or_need_not_be_is_not_returned(lin: Resident, chen: Resident, said: str) -> None:
    await _done(lin, "1-2")
    await chen.says(said)
    assert "请补充后再报一次" not in chen.sees()
