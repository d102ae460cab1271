"""What is nothing but the words by which something was read is no note, and figures are figures at any question."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "said", ["1-2、2-3 都 80", "1-2 2-3两个都是80", "1-2和2-3都80%", "1-2、2-3 both 80", "1-2，2-3 进度都是80"]
)
async def test_a_percent_of_several_tasks_leaves_no_note(lin: Resident, said: str) -> None:
    answer = await lin.says(said)
    assert answer.count("进度：80%\n情况：（无）") == 2


@pytest.mark.parametrize("said", ["完成60%另外", "60% 对了", "完成60%，另外的话", "60%，另外立案3件"])
async def test_words_that_lead_on_leave_no_note(lin: Resident, said: str) -> None:
    assert "进度：60%\n情况：（无）" in await lin.says(f"1-2 {said}")


@pytest.mark.parametrize("lead", ["今天要报好几个 先说", "早 上午先报几个 ", "我先报两项，"])
async def test_words_that_announce_reports_are_no_note(lin: Resident, lead: str) -> None:
    assert "进度：60%\n情况：刚开了会 60%" in await lin.says(f"{lead}1-2 刚开了会 60%")


async def test_a_question_at_the_preview_is_answered_and_no_note(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60% 刚开了会", "领导问我们局排第几")
    assert [row["note"] for row in town.rows("SELECT note FROM drafts")] == ["60% 刚开了会"]


@pytest.mark.parametrize(
    "said", ["马上完成", "即将办结", "快要收尾了", "马上就好", "眼看就完了", "基本完成", "已基本完成"]
)
async def test_nearly_done_is_under_way_in_the_words_used(lin: Resident, said: str) -> None:
    answer = await lin.says(f"1-2{said}")
    assert f"状态：进行中\n情况：{said}" in answer
    assert "完成了百分之几" in answer


@pytest.mark.parametrize("said", ["1-2 立案23件\n查处窝点2个\n已基本完成", "1-2 立案23件\n已基本办结"])
async def test_nearly_done_below_figures_is_under_way(lin: Resident, said: str) -> None:
    assert "填报 1-2" in await lin.says(said) and "已完成" not in lin.sees() and "完成了百分之几" in lin.sees()


@pytest.mark.parametrize("said", ["1-2能马上完成吗", "1-2预计马上完成", "要求1-2马上完成"])
async def test_a_question_or_a_plan_that_speaks_of_nearly_done_reports_nothing(
    town: Town, lin: Resident, said: str
) -> None:
    assert "已记下" not in await lin.says(said)
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("移送检察院4件", "移送司法机关件数 4 件"),
        ("移送检查院4件", "移送司法机关件数 4 件"),
        ("立案3件，送检样品40个", "立案件数 3 件\n"),
        ("移送公安2件，移送检察院3件", "移送公安件数 2 件，移送司法机关件数 3 件"),
        ("利案3件", "立案件数 3 件"),
        ("抽捡120批次", "抽检批次 120"),
        ("案植30万", "案值 30 万元"),
        ("罚没款写82.4万不是82.4元", "罚没金额 82.4 万元"),
        ("seized 12pcs", "查获件数 12 件"),
    ],
)
async def test_figures_are_read_however_they_are_spelt(lin: Resident, said: str, figure: str) -> None:
    assert f"统计数据：{figure}" in await lin.says(f"1-2完成80%，{said}")


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("接案20件，结案12件", "办结件数 12 件"),
        ("接安20件，结案12件", "办结件数 12 件"),
    ],
)
async def test_what_is_only_similar_counts_nothing_beside_the_right_name(lin: Resident, said: str, figure: str) -> None:
    assert f"统计数据：{figure}\n" in await lin.says(f"1-2完成80%，{said}")


@pytest.mark.parametrize(
    "said",
    ["立案1e9件", "立案0x10件", "立案12_000件", "专利案27件", "行拘3人", "已送4件", "接案5", "火星3人", "发款20万"],
)
async def test_what_is_not_understood_as_a_number_or_name_is_no_figure(lin: Resident, said: str) -> None:
    answer = await lin.says(f"1-2完成80%，{said}")
    assert "统计数据" not in answer
    assert f"情况：完成80%，{said}" in answer


async def to_the_obstacle(lin: Resident) -> None:
    await lin.begins("1-2", "受阻")
    await lin.says("30")
    await lin.presses("跳过")


@pytest.mark.parametrize("said", ["立案12", "立案12件", "12 cases filed"])
async def test_figures_alone_are_no_obstacle(town: Town, lin: Resident, said: str) -> None:
    await to_the_obstacle(lin)
    answer = await lin.says(said)
    assert "统计数据：立案件数 12 件" in answer and "卡在哪里" in answer
    assert "有佐证材料吗" in await lin.says("经费没下来")
    await lin.hands_in()
    assert [row["obstacle"] for row in town.rows("SELECT obstacle FROM reports")] == ["经费没下来"]


async def test_an_obstacle_keeps_the_figures_beside_it(lin: Resident) -> None:
    await to_the_obstacle(lin)
    await lin.says("抓了8个人，另外财政没拨款")
    assert "困难和需要的支持：抓了8个人，另外财政没拨款\n统计数据：抓获人数 8 人" in await lin.skips_to_the_preview()


async def test_a_number_within_an_obstacle_is_no_figure(lin: Resident) -> None:
    await to_the_obstacle(lin)
    assert "本期有统计数据吗" in await lin.says("没钱抽检120批次")


@pytest.mark.parametrize("said", ["罚没款写82.4万不是82.4元", "罚没款不是82.4元，是82.4万", "不是82.4元，是82.4万"])
async def test_a_figure_is_corrected_at_a_later_question(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中", "50", "跳过")
    await lin.says("罚没款82.4元")
    assert "罚没金额 82.4 万元" in await lin.says(said)
    assert "情况：（无）\n统计数据：罚没金额 82.4 万元" in await lin.skips_to_the_preview()


@pytest.mark.parametrize("said", ["好", "好的", "行", "OK"])
async def test_only_to_agree_answers_no_question_of_a_report(lin: Resident, said: str) -> None:
    asked = await lin.begins("1-2", "受阻")
    for answer in ("50", "开了会", "缺设备"):
        assert asked.splitlines()[-1] in await lin.says(said) and "已完成" not in lin.sees()
        asked = await lin.says(answer)
    assert "本期有统计数据吗" in await lin.says(said) and "已完成" not in lin.sees()


@pytest.mark.parametrize(
    "asked",
    [
        "此前报送的1-3案件数有一起重复，实为八起，如何更正？",
        "立案数报多了一起怎么改？",
        "案值填少了咋弄",
        "I reported one case twice, how do I fix that?",
    ],
)
async def test_how_a_number_is_put_right_is_told_and_is_no_note(nong: Resident, asked: str) -> None:
    assert (await nong.says(asked)).startswith("直接说对的就行，如“29-4 应该是60%”")
    answer = await nong.says("1-3 60% 立案9起，收了材料", asked)
    assert answer.startswith("直接说对的就行，如“") and "情况：60% 立案9起，收了材料\n统计数据：立案件数 9 件" in answer


async def test_consent_to_the_only_one_left_is_no_note(town: Town, nong: Resident) -> None:
    await nong.says("1-3 60%\n3-5 70% 会签完了", "3-5那条先不报")
    assert "已提交" in await nong.says("没问题，报吧")
    assert town.rows("SELECT percent, note FROM reports") == [{"percent": 60, "note": ""}]


@pytest.mark.parametrize("words", ["1-3改成70 3-5改成80", "1-3应该是70，3-5应该是80", "1-3改成70 3-5还是80吧"])
async def test_several_corrections_in_one_sentence_are_all_made(nong: Resident, words: str) -> None:
    shown = await nong.says("1-3 50%", "3-5 90%", words)
    assert "进度：70%\n情况：（无）" in shown and "进度：80%\n情况：（无）" in shown
    assert nong.buttons()[0] == "全部提交"


@pytest.mark.parametrize("said", ["1-3就算60吧", "1-3就按60报吧", "1-3就报60"])
async def test_words_that_settle_for_a_percentage_are_no_note(nong: Resident, said: str) -> None:
    assert (await nong.says(said)).endswith("进度：60%\n情况：（无）")
