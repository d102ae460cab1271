"""A unit sends the office a note about a task (这项不是我们牵头的), and the office answers."""

import pytest

from data.people.people import Role, add_membership, who_is
from data.plan.units import find_unit
from tests.journeys.town import Resident, Town


async def _note(lin: Resident) -> str:
    await lin.says("1-2不是我们牵头的")
    return await lin.presses("告诉办公室")


async def test_a_note_goes_to_the_office_and_its_answer_comes_back(town: Town, lin: Resident, chen: Resident) -> None:
    checked = await lin.says("1-2不是我们牵头的，应该是市场监管局")
    assert checked.startswith("会告诉办公室：\n1-2 ") and "“1-2不是我们牵头的，应该是市场监管局”" in checked
    assert "已告诉办公室" in await lin.presses("告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees().startswith("市公安局 林警官反映 1-2 ") and "不是我们牵头的" in chen.sees()
    assert "怎么回复市公安局" in await chen.presses("回复")
    assert "市公安局会收到" in await chen.says("已核实，会改为市市场监管局牵头。")
    assert await chen.presses("发给对方") == "已回复市公安局。"
    await town.move_to("2019-11-25 08:32")
    assert lin.sees().startswith("办公室回复了您单位反映的 1-2 ") and "已核实" in lin.sees()
    assert [row["action"] for row in town.rows("SELECT action FROM audit WHERE action LIKE '%note%'")] == [
        "task_note",
        "answer_task_note",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "任务表里1-2的期限跟发文的不一样 请核实",
        "1-2 期限应该是2019年底 不是2020年2月",
        "1-2那个期限写错了吧 都六月了",
        "the deadline of 1-2 is wrong",
    ],
)
async def test_a_deadline_that_is_found_wrong_is_told_to_the_office(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("会告诉办公室：\n1-2 ") and f"“{said}”" in lin.sees()


async def test_below_a_nudge_it_is_of_the_nudged_task(town: Town, nong: Resident, chen: Resident) -> None:
    await chen.says("催29-4")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:31")
    assert (await nong.says("这项不归我们管")).startswith("会告诉办公室：\n29-4 ")


@pytest.mark.parametrize("said", ["1-3 不用做了吧，上面取消了"])
async def test_what_may_be_wrong_with_a_task_can_be_told_instead_of_reported(
    town: Town, nong: Resident, said: str
) -> None:
    await nong.says(said)
    assert f"会告诉办公室：\n1-3 农资打假专项行动\n“{said}”" in await nong.says("告诉办公室")
    await nong.presses("告诉办公室")
    assert town.rows("SELECT text FROM task_notes") == [{"text": said}]


@pytest.mark.parametrize("said", ["我局不承担", " 我们没有这项工作", "我局无此职能", "我们没有这项业务"])
async def test_that_a_unit_has_no_such_work_is_told_to_the_office(nong: Resident, said: str) -> None:
    shown = await nong.says(f"2-7{said}")
    assert shown.startswith("会告诉办公室：\n2-7 ") and f"“2-7{said}”" in shown


@pytest.mark.parametrize("words", ["这项不是我们牵头的", "this is not our task"])
async def test_without_a_task_it_is_asked_which(town: Town, lin: Resident, chen: Resident, words: str) -> None:
    assert "哪一项要告诉办公室" in await lin.says(words)
    assert "会告诉办公室：\n1-2 " in await lin.says("1-2")
    await lin.presses("告诉办公室")
    assert [row["text"] for row in town.rows("SELECT text FROM task_notes")] == [words]


@pytest.mark.parametrize(
    "words",
    [
        *("it isn't our task, 1-2", "I don't think 1-2 is ours", "1-2 isn't ours"),
        *("we do not believe that 1-2 is our task", "1-2 is not ours, it belongs to customs"),
    ],
)
async def test_it_is_told_in_english(lin: Resident, words: str) -> None:
    checked = await lin.says(words)
    assert checked.startswith("会告诉办公室：\n1-2 ") and f"“{words}”" in checked


async def test_what_is_thought_to_be_ours_tells_nothing(lin: Resident) -> None:
    assert "会告诉办公室" not in await lin.says("I think 1-2 is ours")


async def test_of_a_task_of_others_nothing_is_told(town: Town, lin: Resident, zhou: Resident) -> None:
    assert "不由您的单位负责" in await zhou.says("1-2不是我们牵头的")
    assert town.rows("SELECT * FROM task_notes") == []


async def test_an_answer_is_the_offices_and_given_once(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await _note(lin)
    await town.move_to("2019-11-25 08:31")
    [row] = town.rows("SELECT id FROM task_notes")
    assert "办公室" in await zhou.forges(f"tasknote:{row['id']}")
    await chen.presses("回复")
    for words in ("已核实。", "发给对方"):
        await (chen.says if words == "已核实。" else chen.presses)(words)
    assert "已经处理过了" in await chen.forges(f"tasknote:{row['id']}")
    assert town.rows("SELECT answer FROM task_notes") == [{"answer": "已核实。"}]


async def test_the_same_update_twice_tells_once(town: Town, lin: Resident, chen: Resident) -> None:
    await _note(lin)
    await town.restart_undone()
    assert len(town.rows("SELECT * FROM task_notes")) == 1


async def test_the_notes_that_wait_stand_on_a_page_and_are_settled_by_a_press(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _note(lin)
    shown = await chen.reviews("单位反映（1）")
    assert shown.startswith("共 1 条单位反映等待回复") and "1. 1-2 " in shown and "“1-2不是我们牵头的”" in shown
    assert await chen.says("林警官说啥") == shown
    await chen.presses("1. 1-2")
    assert chen.buttons() == ["回复", "已处理", "看任务"]
    assert await chen.presses("已处理") == "已处理：市公安局反映的 1-2，单位会收到一句话。"
    assert await chen.says("有哪些反映") == "没有等待回复的单位反映。"
    await town.move_to("2019-11-25 08:32")
    assert "已按您单位反映的处理，谢谢。" in lin.sees()


async def test_a_settled_note_is_not_answered_once_more(town: Town, lin: Resident, chen: Resident) -> None:
    await _note(lin)
    await chen.says("单位反映")
    await chen.presses("1. 1-2")
    card = chen.last()
    await chen.presses("回复")
    await chen.presses("已处理", on=card)
    await chen.says("已核实")
    assert town.rows("SELECT answer FROM task_notes") == [{"answer": "settled"}]


async def test_the_page_of_notes_is_the_offices(lin: Resident) -> None:
    await _note(lin)
    assert "办公室" in await lin.forges("tasknote:list:0")
    assert "等待回复" not in await lin.says("单位反映")


async def test_notes_of_many_units_turn_pages(lin: Resident, chen: Resident) -> None:
    for code in ("1-2", "2-3", "6-7", "7-1", "8-2", "14-2", "18-1", "38-1", "1-2"):
        await lin.says(f"{code}不是我们牵头的")
        await lin.presses("告诉办公室")
    assert "第 1/2 页" in await chen.says("单位反映")
    assert "第 2/2 页" in await chen.presses("下一页")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("给办公室留言：我们下周补报", "我们下周补报"),
        ("告诉办公室，系统打不开", "系统打不开"),
        ("message to the office: our number has changed", "our number has changed"),
    ],
)
async def test_the_office_is_told_what_is_about_no_task(
    town: Town, lin: Resident, chen: Resident, words: str, told: str
) -> None:
    assert f"“{told}”" in await lin.says(words)
    assert "已告诉办公室，有回复我会告诉您。" in await lin.presses("告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == f"市公安局 林警官留言：\n“{told}”"
    assert chen.buttons() == ["回复", "已处理"]
    await chen.presses("回复")
    await chen.says("请在12月5日前补报")
    await chen.presses("发给对方")
    await town.move_to("2019-11-25 08:32")
    assert lin.sees() == f"办公室回复了您单位的留言：\n“请在12月5日前补报”\n原话：“{told}”"


async def test_a_question_to_the_office_about_a_task_stands_on_its_card(lin: Resident, chen: Resident) -> None:
    assert "会告诉办公室：\n1-2 " in await lin.says("请问办公室，1-2怎么报？")
    await lin.presses("告诉办公室")
    assert "单位反映（待回复）：市公安局 林警官：“1-2怎么报？”" in await chen.says("1-2")
    assert "单位反映" not in await lin.says("1-2")
    await chen.says("1-2")
    assert (await chen.presses("答复市公安局的反映")).startswith("市公安局 林警官反映 1-2 ")
    await chen.presses("已处理")
    assert "单位反映" not in await chen.says("1-2")


@pytest.mark.parametrize("words", ["有哪些留言没回", "谁有意见", "哪些单位有意见", "公安局有什么意见", "open notes"])
async def test_the_office_asks_for_the_notes_in_its_own_words(lin: Resident, chen: Resident, words: str) -> None:
    await _note(lin)
    assert (await chen.says(words)).startswith("共 1 条单位反映等待回复")


@pytest.mark.parametrize("words", ["谁有意见", "公安局有什么意见"])
async def test_the_notes_are_shown_while_a_change_waits_to_be_handed_in(
    lin: Resident, chen: Resident, words: str
) -> None:
    await _note(lin)
    assert (await chen.says("提醒时间改成8点", words)).startswith("共 1 条单位反映等待回复")


async def test_of_a_unit_that_wrote_nothing_there_are_no_notes(lin: Resident, chen: Resident) -> None:
    await _note(lin)
    assert await chen.says("商务局有什么意见") == "没有等待回复的单位反映。"


async def test_who_speaks_for_several_units_is_asked_from_which_a_note_comes(
    town: Town, lin: Resident, chen: Resident
) -> None:
    person = who_is(town.db, lin.id, town.today())
    assert person is not None
    add_membership(town.db, person.id, Role.LIAISON, find_unit(town.db, "市商务局").id)
    assert await lin.says("给办公室留言：我们下周补报") == "以哪个单位的名义告诉办公室？"
    assert lin.buttons() == ["市公安局", "市商务局", "上一步", "取消"]
    assert "市农业农村局的不能查看" in await lin.says("农业局")
    assert "“我们下周补报”" in await lin.says("商务局")
    await lin.presses("告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "市商务局 林警官留言：\n“我们下周补报”"
    assert "会告诉办公室：\n1-2 " in await lin.says("1-2不是我们牵头的")


async def test_a_card_shows_the_oldest_notes_and_the_way_to_the_others(lin: Resident, chen: Resident) -> None:
    for number in range(5):
        await lin.says(f"1-2不是我们牵头的，第{number + 1}次说了")
        await lin.presses("告诉办公室")
    card = await chen.says("1-2")
    assert "第3次" in card and "第4次" not in card and "另有 2 条。" in card
    assert chen.buttons().count("答复市公安局的反映") == 3
    assert (await chen.presses("全部单位反映")).startswith("共 5 条单位反映等待回复")


@pytest.mark.parametrize("said", ["公安局那条回他：要盖章", "回公安局：要盖章", "市公安局那个，回复：要盖章"])
async def test_the_office_answers_a_note_in_words(town: Town, chen: Resident, lin: Resident, said: str) -> None:
    await lin.says("给办公室留个话：总结要盖章吗", "确认")
    shown = await chen.says(said)
    assert shown.startswith("市公安局会收到：") and "“要盖章”" in shown
    assert town.rows("SELECT answer FROM task_notes") == [{"answer": None}]
    await chen.says("确认")
    assert town.rows("SELECT answer FROM task_notes") == [{"answer": "要盖章"}]


@pytest.mark.parametrize("said", ["发送", "发", "告诉办公室", "告诉吧", "好的，发送", "就这么办"])
async def test_the_verb_of_the_button_agrees_as_words_of_consent_do(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says("告诉办公室我们人手不够")).startswith("会告诉办公室：")
    assert (await lin.says(said)).startswith("已告诉办公室")
    assert [row["text"] for row in town.rows("SELECT text FROM task_notes")] == ["我们人手不够"]


@pytest.mark.parametrize("said", ["先不发送", "发送给谁？", "不要告诉办公室"])
async def test_what_denies_or_asks_does_not_agree(town: Town, lin: Resident, said: str) -> None:
    await lin.says("告诉办公室我们人手不够", said)
    assert town.rows("SELECT text FROM task_notes") == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("帮我跟办公室说 我1-2这周报不了", "我1-2这周报不了"),
        ("问问办公室1-2能不能不报", "问问办公室1-2能不能不报"),
        ("请问办公室，1-2报几次？", "1-2报几次？"),
        ("ask the office whether 1-2 is ours", "ask the office whether 1-2 is ours"),
        ("pls tell the office 1-2 figures come next week", "1-2 figures come next week"),
        ("请办公室协调市监局，1-2", "请办公室协调市监局，1-2"),
    ],
)
async def test_what_the_office_is_to_know_is_told_and_a_question_stays_one(
    town: Town, lin: Resident, chen: Resident, said: str, told: str
) -> None:
    assert f"“{told}”" in await lin.says(said)
    await lin.presses("告诉办公室")
    note = "SELECT text, code FROM task_notes JOIN assignments ON assignments.id = assignment_id JOIN tasks"
    assert [tuple(row.values()) for row in town.rows(f"{note} ON tasks.id = task_id")] == [(told, "1-2")]


async def test_of_what_the_office_can_do_it_is_asked_for_which_task(lin: Resident) -> None:
    assert "哪一项要告诉办公室" in await lin.says("办公室能不能协调下市监局")
    assert "“办公室能不能协调下市监局”" in await lin.says("1-2")


async def test_at_a_question_too_the_office_is_told_and_the_question_comes_back(town: Town, lin: Resident) -> None:
    for press in (("1-2",), ("报进展", "进行中")):
        for words in press:
            await (lin.says if words == "1-2" else lin.presses)(words)
    await lin.says("跟办公室说一声 1-2这周报不了")
    assert [row["kind"] for row in town.rows("SELECT kind FROM dialogs ORDER BY id")] == ["report", "task_note"]


async def test_a_note_is_answered_by_the_code_of_its_task(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2不是我们牵头的")
    await lin.presses("告诉办公室")
    for asked in ("还有没回的留言不", "有人反映啥没有"):
        assert (await chen.says(asked)).startswith("共 1 条单位反映等待回复")
    assert "“已转宣传部”" in await chen.says("1-2那条回复：已转宣传部")
    assert "已回复市公安局" in await chen.says("提交")


async def test_to_pass_it_on_without_words_is_about_the_task_shown(lin: Resident) -> None:
    assert (await lin.says("1-2", "请转告办公室")).startswith("关于 1-2，要告诉办公室什么？")


async def test_what_the_office_is_begged_for_at_the_end_is_passed_on(lin: Resident) -> None:
    said = "1-2 别的单位不配合没法弄 能不能让办公室协调下"
    assert f"会告诉办公室：\n1-2 昆仑行动打食药环犯罪\n“{said}”" in await lin.says(said)


async def test_to_tell_the_office_beside_an_open_report_is_about_its_task(town: Town, lin: Resident) -> None:
    await lin.says("2-3")
    await lin.begins("1-2")
    assert "关于 1-2，要告诉办公室什么？" in await lin.says("告诉办公室")
    assert not town.rows("SELECT 1 FROM drafts WHERE note <> ''")


@pytest.mark.parametrize("said", ["交", "发", "提交", "好的"])
async def test_a_word_that_hands_in_is_no_note(lin: Resident, said: str) -> None:
    assert "要告诉办公室什么？" in await lin.says("1-2", "请转告办公室", said)


async def test_a_unit_asks_whether_the_office_has_answered(chen: Resident, lin: Resident) -> None:
    assert (await lin.says("办公室回了吗")).startswith("您单位没有给办公室留过言，也没有提过延期申请。")
    await lin.says("告诉办公室 1-2 要不要发文", "告诉办公室", "1-2 申请延期到明年4月底，人手不够", "提交")
    waiting = "1-2 昆仑行动打食药环犯罪：申请延到2020年4月30日，办公室还没答复。"
    assert await lin.says("我反映的问题有答复吗") == (
        "办公室还没有回复您单位2019年11月25日写的：\n“1-2 要不要发文”\n有回复我会告诉您。\n\n"
        f"{waiting}一有答复就告诉您；不延了请点“撤回申请”。"
    )
    await chen.says("告诉他 要发的", "提交")
    assert (await lin.says("has the office answered?")).startswith(
        f"办公室回复了您单位反映的 1-2 昆仑行动打食药环犯罪：\n“要发的”\n原话：“1-2 要不要发文”\n\n{waiting}"
    )


@pytest.mark.parametrize("said", ["可以，下周三去", "交给丁干事", "不行，没有人", "好的，我们来协调"])
async def test_what_the_office_writes_right_below_a_note_is_shown_as_the_answer(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await lin.says("告诉办公室：1-2的材料交给谁", "告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees().endswith("“1-2的材料交给谁”")
    assert (await chen.says(said)).startswith(
        f"市公安局会收到：\n办公室回复了您单位反映的 1-2 昆仑行动打食药环犯罪：\n“{said}”"
    )
    await chen.presses("发给对方")
    await town.move_to("2019-11-25 08:32")
    assert f"“{said}”" in lin.sees()


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("知道了", "好的"),
        ("汇总", "汇总 ·"),
        ("43-5还剩几天", "43-5"),
        ("下周一开会，通知各单位", "还没发出。收到的人会看到："),
    ],
)
async def test_below_a_note_the_office_may_say_anything_else(
    town: Town, lin: Resident, chen: Resident, said: str, begins: str
) -> None:
    await lin.says("告诉办公室：1-2的材料交给谁", "告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert (await chen.says(said)).startswith(begins)


@pytest.mark.parametrize("said", ["可以", "不用", "不用了"])
async def test_a_word_of_consent_or_denial_answers_only_a_note_that_asks(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await lin.says("告诉办公室：1-2经费没到位", "告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert "会收到" not in await chen.says(said)
    await lin.says("告诉办公室：2-3要不要发文", "告诉办公室")
    await town.move_to("2019-11-25 08:32")
    assert (await chen.says(said)).startswith("市公安局会收到：") and f"“{said}”" in chen.sees()


async def test_an_observer_tells_the_office_and_hears_its_answer(town: Town, gu: Resident, chen: Resident) -> None:
    assert (await gu.says("告诉办公室：市监局逾期的要盯紧")).startswith("会告诉办公室：\n“市监局逾期的要盯紧”")
    await gu.says("发")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "顾调研员留言：\n“市监局逾期的要盯紧”"
    assert (await chen.says("回复：今天就催")).startswith("顾调研员会收到：")
    await chen.presses("发给对方")
    await town.move_to("2019-11-25 08:32")
    assert "“今天就催”\n原话：“市监局逾期的要盯紧”" in gu.sees()
    assert "今天就催" in await gu.says("办公室回了吗")


async def test_an_observer_who_is_of_a_unit_writes_for_it(
    town: Town, gu: Resident, lin: Resident, chen: Resident
) -> None:
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = ?", gu.id)
    add_membership(town.db, row["id"], Role.LIAISON, find_unit(town.db, "市公安局").id)
    await gu.says("告诉办公室：经费没到", "发")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "市公安局 顾调研员留言：\n“经费没到”"
    await chen.says("回复：下周到", "发")
    await town.move_to("2019-11-25 08:32")
    assert "“下周到”\n原话：“经费没到”" in gu.sees() and "“下周到”\n原话：“经费没到”" in lin.sees()


@pytest.mark.parametrize("said", ["通知园林局来汇报", "帮我催一下", "跟他们说一声，月底前必须完成", "1-3改到4月底"])
async def test_an_order_of_an_observer_can_be_passed_on(town: Town, gu: Resident, said: str) -> None:
    assert "可以转告办公室" in await gu.says(said)
    assert f"会告诉办公室：\n“{said}”" in await gu.presses("告诉办公室")
    assert not town.rows("SELECT * FROM dialogs WHERE kind <> 'task_note'")


async def test_what_is_told_before_the_first_is_sent_is_told_below_it(town: Town, shang: Resident) -> None:
    await shang.says("34-1不归我们吧，是贸促会的")
    both = await shang.says("问问办公室34-1的期限")
    assert "“34-1不归我们吧，是贸促会的\n问问办公室34-1的期限”" in both
    of_another = await shang.says("告诉办公室27-4经费不够")
    assert "27-4经费不够" in shang.messages()[-2].text and "给办公室的话还没发出" in of_another
    await shang.presses("告诉办公室", on=shang.messages()[-2])
    assert "问问办公室34-1的期限" in await shang.says("继续")
    await shang.presses("告诉办公室")
    told = [row["text"] for row in town.rows("SELECT text FROM task_notes ORDER BY id")]
    assert told == ["27-4经费不够", "34-1不归我们吧，是贸促会的\n问问办公室34-1的期限"]


async def test_what_the_office_is_told_is_quoted_without_the_order(nong: Resident) -> None:
    assert "“29-4不归我们”" in await nong.says("告诉办公室：29-4不归我们")
    assert "“3-8不归我们”" in await nong.says("告诉办公室：3-8不归我们")


async def test_the_office_answers_a_person_by_name(town: Town, grace: Resident, nong: Resident, chen: Resident) -> None:
    await grace.says("ask the office: can foreign lawyers attend the December meeting?")
    await grace.presses("Tell the office")
    await nong.says("告诉办公室：29-4不归我们")
    await nong.presses("告诉办公室")
    await town.move_to("2019-11-25 08:40")
    preview = await chen.says("回复Grace：可以参加，请报名单")
    assert preview.startswith("市贸促会会收到") and "“可以参加，请报名单”" in preview
    assert "市法院" in await chen.says("取消", "不要了", "回复法院：可以")


@pytest.mark.parametrize("said", ["刚跟办公室说的撤了"])
async def test_what_was_told_to_the_office_stays_told(lin: Resident, said: str) -> None:
    await lin.submits("1-2 50%")
    await lin.says("告诉办公室 1-2省里还没批 可能要晚", "提交")
    answer = await lin.says(said)
    assert "反映任务问题 1-2 市公安局。已经发出，不能撤销；要更正，请再发一条。" in answer and "填报" not in answer
    assert "您最近的一份填报：1-2" in await lin.says("撤回1-2")
