"""The history asked for in words: of a task, a unit, the whole plan or some days, and questions back."""

import pytest

from data.people.people import Role
from tests.journeys.reporting.reports_made import reports_several
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["/history 1-2", "/history １-２", "1-2 的填报记录", "/history 昆仑行动"])
async def test_the_history_of_a_task_can_be_asked_for_in_words(lin: Resident, words: str) -> None:
    await reports_several(lin, 1)
    assert (await lin.says(words)).startswith("共 1 条 · 填报记录 · 1-2")


@pytest.mark.parametrize("words", ["/history 市公安局", "/history 公安局", "市公安局的填报记录", "市公安局报过什么"])
async def test_a_coordinator_asks_for_the_history_of_a_unit(
    lin: Resident, zhou: Resident, chen: Resident, words: str
) -> None:
    await reports_several(lin, 1)
    await zhou.reports("1-8", "进行中", "50")
    answer = await chen.says(words)
    assert answer.startswith("共 1 条 · 填报记录 · 市公安局") and "1-2 昆仑行动" in answer


async def test_how_many_were_reported_is_counted_by_the_history(lin: Resident, chen: Resident) -> None:
    await reports_several(lin, 2)
    assert (await lin.says("我今天一共报了几项")).startswith("共 2 条 · 填报记录 · 市公安局 · 2019年11月25日")
    assert (await chen.says("今天报了几份")).startswith("共 2 条 · 填报记录 · 全部任务 · 2019年11月25日")


async def test_how_many_were_reported_is_told_of_each_unit_and_month_without_ranking(
    lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await reports_several(lin, 2)
    await zhou.reports("1-8", "进行中", "50")
    by_unit = "市公安局：2 条\n市市场监管局：1 条"
    assert (await chen.says("这周谁报得最多")).endswith(f"{by_unit}\n\n按任务表的顺序列出；这里不排名次。")
    assert (await chen.says("各单位11月报了几次")).endswith(by_unit)
    assert await chen.says("11月比10月多报了多少") == "填报记录\n11月：3 条\n10月：0 条"
    assert await lin.says("11月比10月多报了几条") == "填报记录\n11月：2 条\n10月：0 条"
    assert (await chen.says("上周谁报得最多")).startswith("共 0 条 · 填报记录")


async def test_a_coordinator_and_an_observer_see_the_whole_plan(
    lin: Resident, zhou: Resident, chen: Resident, gu: Resident
) -> None:
    await reports_several(lin, 1)
    await zhou.reports("1-8", "进行中", "50")
    for person in (chen, gu):
        answer = await person.says("/history")
        assert answer.startswith("共 2 条 · 填报记录 · 全部任务")
        assert answer.index("1-8 铁拳方案严查商标专利（市市场监管局）") < answer.index(
            "1-2 昆仑行动打食药环犯罪（市公安局）"
        )


async def test_a_sentence_that_may_mean_two_units_asks_which(lin: Resident, chen: Resident) -> None:
    await reports_several(lin, 1)
    assert await chen.says("税务局和公安局的填报记录") == "要看谁的填报记录？"
    assert sorted(chen.buttons()) == ["市公安局", "市税务局"]
    assert "共 1 条 · 填报记录 · 市公安局" in await chen.presses("市公安局")


async def test_the_unit_that_is_pressed_keeps_the_days_asked_about(lin: Resident, chen: Resident) -> None:
    await reports_several(lin, 1)
    assert await chen.says("税务局和公安局今天的填报记录") == "要看谁的填报记录？"
    assert "填报记录 · 市公安局 · 2019年11月25日" in await chen.presses("市公安局")


async def test_a_sentence_that_may_mean_two_tasks_asks_which(chen: Resident) -> None:
    await chen.says("涉外执法分工的填报记录")
    assert [words.partition(" ")[0] for words in chen.buttons()] == ["37-2", "37-3"]
    assert "共 0 条 · 填报记录 · 37-3" in await chen.presses("37-3")


async def test_a_group_of_units_asks_which_of_them(town: Town, chen: Resident) -> None:
    li = town.member(1010, "江岸小李", "江岸区人民政府", Role.LIAISON)
    assert await chen.says("各区的填报记录") == "要看谁的填报记录？"
    assert len(chen.buttons()) > 10
    assert "填报记录 · 江岸区人民政府" in await chen.presses("江岸区人民政府")
    await li.says("/history 各区")
    assert li.buttons() == ["江岸区人民政府"]


async def test_the_days_that_are_asked_about_are_kept_to(lin: Resident) -> None:
    await reports_several(lin, 5)
    assert (await lin.says("上周的填报记录")).splitlines() == [
        "共 0 条 · 填报记录 · 市公安局 · 2019年11月18日至2019年11月24日",
        "",
        "这段时间没有填报记录。发“历史记录”看全部。",
    ]
    assert (await lin.says("今天的填报记录")).startswith("共 5 条 · 填报记录 · 市公安局 · 2019年11月25日")
    assert "2019年11月25日 · 第 2/2 页" in await lin.presses("下一页")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/history 9-99", "没有找到您可以查看的任务 9-99"),
        ("/history 2-7", "没有找到您可以查看的任务 2-7"),
        ("/history 没有的单位", "没有“没有的单位”这个单位"),
        ("/history 市税务局", "市税务局的填报记录由该单位和办公室查看。"),
        ("税务局和市教育局的填报记录", "的填报记录由该单位和办公室查看。"),
        ("1-4和1-5的填报记录", "1-4、1-5的填报记录由该单位和办公室查看。"),
    ],
)
async def test_what_is_not_there_or_not_to_be_seen_is_refused(lin: Resident, words: str, answer: str) -> None:
    assert answer in await lin.says(words)


async def test_the_office_asks_what_a_person_has_reported(lin: Resident, zhou: Resident, chen: Resident) -> None:
    await reports_several(lin, 1)
    await zhou.reports("1-8", "进行中", "50")
    shown = await chen.says("林警官最近报了什么")
    assert shown.startswith("共 1 条 · 填报记录 · 林警官") and "1-2 昆仑行动" in shown and "1-8" not in shown


@pytest.mark.parametrize("said", ["今天报了几份", "今天收到几份填报", "这个月报了多少条", "今天有几家报了"])
async def test_how_many_reports_came_in_is_told_by_the_history_of_these_days(
    chen: Resident, lin: Resident, said: str
) -> None:
    await lin.reports("1-2", "进行中", "60%", "在办")
    assert (await chen.says(said)).startswith("共 1 条 · 填报记录 · 全部任务 · 2019年11月")


async def test_how_many_units_of_a_group_reported_is_told_of_all_of_them(
    town: Town, chen: Resident, lin: Resident
) -> None:
    mei = town.member(1060, "梅科长", "武昌区人民政府", Role.LIAISON)
    assert (
        await chen.says("各区上周报了几条") == "填报记录 · 各区人民政府 · 2019年11月18日至2019年11月24日\n0/13 家报过"
    )
    assert await chen.says("各区报了几家") == "填报记录 · 各区人民政府\n0/13 家报过"
    await mei.submits("39-1 60%")
    await lin.submits("1-2 60%")
    one = "1/13 家报过\n武昌区人民政府：1 条"
    assert await chen.says("各区报了多少家") == f"填报记录 · 各区人民政府\n{one}"
    assert await chen.says("今天各区报了几家") == f"填报记录 · 各区人民政府 · 2019年11月25日\n{one}"
    assert (await chen.says("各单位报了几家")).startswith("填报记录\n2/38 家报过\n市公安局：1 条\n")
    assert (await chen.says("各区还有几家没报")).startswith("共 13 家 25 项 · 各区人民政府 · 还没报过进展")
    assert "由该单位和办公室查看" in await lin.says("各区报了几家")


@pytest.mark.parametrize("asked", ["昨天那个审了没", "昨天报的过了没"])
async def test_what_waits_for_review_is_said_to(town: Town, lin: Resident, chen: Resident, asked: str) -> None:
    await lin.submits("1-2 已完成")
    await lin.submits("2-3 进行中 30%")
    await town.move_to("2019-11-26 10:00")
    said = await lin.says(asked)
    assert said.count("等待办公室审核") == 1 and "已完成\n等待办公室审核" in said
    await chen.says("1-2通过")
    assert "等待办公室审核" not in await lin.says(asked)


async def test_a_percent_below_the_history_of_a_task_is_of_that_task(nong: Resident, chen: Resident) -> None:
    await nong.submits("43-1 培训办完了 4期 210人次")
    await chen.says("43-1退回 培训通知没附")
    await chen.presses("退回")
    await nong.says("1-3的填报记录")
    assert "填报 1-3" in await nong.says("75%") and "进度：75%" in nong.sees()


@pytest.mark.parametrize("words", ["what have I reported", "what did we submit so far?", "what have I sent in"])
async def test_what_one_has_sent_is_the_history(grace: Resident, words: str) -> None:
    await grace.says("36-4 40%")
    await grace.presses("Submit")
    assert (await grace.says(words)).startswith("1 entry · History · 市贸促会")
    assert "not reported" in (await grace.says("what have I not reported")).lower()


async def test_what_was_sent_this_month(grace: Resident) -> None:
    assert (await grace.says("what have I sent this month")).startswith(
        "0 entries · History · 市贸促会 · 1 Nov 2019 to 30 Nov 2019"
    )


async def test_how_many_pieces_were_sent_is_asked_of_work_information(lin: Resident) -> None:
    assert (await lin.says("本月送了几条")).startswith("工作信息\n市公安局报送 0 条")
    assert (await lin.says("本月汇总")).startswith("汇总 · 市公安局")
