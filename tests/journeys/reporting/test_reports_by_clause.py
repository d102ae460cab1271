"""Several tasks named by words in one line, clause by clause."""

import pytest

from tests.journeys.reporting.reports_stored import reports_stored
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "农资打假完成70%立案五件，饲料抽检还没开始，培训办完了",
            [
                "1-3 农资打假专项行动\n状态：进行中\n进度：70%",
                "2-6 饲料质量省级抽检\n状态：未启动",
                "43-1 饲料屠宰农资培训\n状态：已完成",
            ],
        ),
        (
            "农资打假70%，立案3件，饲料抽检60%，抽了20批次",
            ["进度：70%\n情况：（无）\n统计数据：立案件数 3 件", "进度：60%\n情况：（无）\n统计数据：抽检批次 20"],
        ),
        (
            "饲料抽检做了60批次，全部合格；农资培训推到12月",
            ["情况：饲料抽检做了60批次，全部合格", "情况：农资培训推到12月"],
        ),
        (
            "农资打假70%，饲料抽检50%，兽药抽检呢？",
            ["1-3 农资打假专项行动\n状态：进行中\n进度：70%", "2-6 饲料质量省级抽检\n状态：进行中\n进度：50%"],
        ),
    ],
)
async def test_each_task_gets_what_is_told_from_its_name_to_the_next(
    nong: Resident, said: str, shown: list[str]
) -> None:
    answer = await nong.says(said)
    assert answer.startswith(f"读到 {len(shown)} 条") and all(each in answer for each in shown)


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        ("12315的办完了，稽查的也办完了", ["（无）", "（无）"]),
        (
            "培训班那几个都办了，12315的120人，稽查的90人",
            ["培训班那几个都办了，12315的120人", "培训班那几个都办了，稽查的90人"],
        ),
    ],
)
async def test_a_number_names_a_task_as_words_do_and_what_is_told_of_all_first_is_told_of_each(
    zhou: Resident, said: str, notes: list[str]
) -> None:
    answer = await zhou.says(said)
    for title, note in zip(("43-5 12315平台培训班", "43-6 稽查办案培训班"), notes, strict=True):
        assert f"填报 {title}\n状态：已完成\n情况：{note}\n" in f"{answer}\n"


async def test_of_a_name_that_several_tasks_share_it_is_said(zhou: Resident) -> None:
    shown = await zhou.says("铁拳行动70%；12315培训班办完了，参加120人")
    assert "43-5 12315平台培训班\n状态：已完成" in shown
    assert shown.endswith("“铁拳行动70%”：可能是1-8、3-19，请写上编号另发，例如：1-8 完成80%。")


async def test_what_another_task_is_called_too_is_part_of_the_work(nong: Resident) -> None:
    shown = await nong.says("农资打假70%，人员培训已完成，检查40家")
    assert "读到" not in shown and "情况：农资打假70%，人员培训已完成，检查40家" in shown


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        (
            "一是深入开展昆仑行动，侦破食药环案件8起，抓获21人；二是加强与市场监管部门联合执法，开展联合检查6次，全部办结；"
            "三是依托研判平台，网上排查线索37条。",
            {
                "1-2": "深入开展昆仑行动，侦破食药环案件8起，抓获21人",
                "6-7": "加强与市场监管部门联合执法，开展联合检查6次，全部办结",
                "7-1": "依托研判平台，网上排查线索37条",
            },
        ),
        (
            "11月，我局深入开展昆仑行动，侦破案件8起，抓获21人；与市市场监管局联合执法6次；移送线索11条；报送形势分析1篇。",
            {
                "1-2": "11月，我局深入开展昆仑行动，侦破案件8起，抓获21人",
                "6-7": "与市市场监管局联合执法6次；移送线索11条",
                "14-2": "报送形势分析1篇",
            },
        ),
    ],
)
async def test_a_paragraph_tells_of_one_task_after_the_other(lin: Resident, said: str, notes: dict[str, str]) -> None:
    shown = [each.split("\n") for each in (await lin.says(said)).split("填报 ")[1:]]
    assert {lines[0].split()[0]: lines[2].removeprefix("情况：") for lines in shown} == notes
    assert all(("抓获人数 21 人" in "".join(lines)) is lines[0].startswith("1-2") for lines in shown)


@pytest.mark.parametrize(
    "said", ["昆仑行动破案8起；抓获21人；罚没12万", "1-2破案8起；与市市场监管局联合执法6次；依托研判平台排查线索37条"]
)
async def test_a_paragraph_on_one_task_is_its_report(lin: Resident, said: str) -> None:
    assert "填报 1-2 昆仑行动" in await lin.says(said) and "读到" not in lin.sees()


async def test_several_are_said_to_be_done_and_more_of_each(zhou: Resident) -> None:
    shown = await zhou.says("29-7 43-4都是早办完了的 43-4是6月份办的两期 29-7宣传周也搞了")
    assert "读到 2 条" in shown and shown.count("状态：已完成") == 2
    assert "情况：宣传周也搞了" in shown and "情况：是6月份办的两期" in shown


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        (
            "1-8（开展“铁拳”行动，按职责分工）已完成85%。1-9，立案23件，已完成70%。存在问题：1-12虚假广告案件取证难，约40%。",
            [
                ("1-8", 85, "（开展“铁拳”行动，按职责分工）已完成85%"),
                ("1-9", 70, ""),
                ("1-12", 40, "存在问题：1-12虚假广告案件取证难，约40%"),
            ],
        ),
        (
            "本月，我局开展铁拳行动（1-8），立案12件，进度85%；开展网络市场监管（1-9），检查200家，进度70%；虚假广告整治（1-12）约40%",
            [
                ("1-8", 85, "本月，我局开展铁拳行动（1-8），立案12件，进度85%"),
                ("1-9", 70, "开展网络市场监管（1-9），检查200家，进度70%"),
                ("1-12", 40, "虚假广告整治（1-12）约40%"),
            ],
        ),
        (
            "开展虚假广告检查，约40%（1-12）。网络交易检查，完成70%（1-9）。",
            [("1-12", 40, "开展虚假广告检查，约40%（1-12）"), ("1-9", 70, "网络交易检查，完成70%（1-9）")],
        ),
    ],
)
async def test_what_is_told_belongs_to_the_task_named_last_or_in_the_brackets_of_its_sentence(
    zhou: Resident, town: Town, said: str, stored: list[tuple[str, int, str]]
) -> None:
    await zhou.says(said)
    await zhou.presses("全部提交")
    assert [(code, percent, note or "") for code, _, percent, note, _ in reports_stored(town)] == stored


@pytest.mark.parametrize("said", ["1-8 完成85%，困难：1-9进展慢", "1-8 完成60%。检查了20家（与1-9合并统计）"])
async def test_a_task_of_which_no_percent_is_told_among_the_troubles_is_only_mentioned(
    zhou: Resident, said: str
) -> None:
    shown = await zhou.says(said)
    assert shown.startswith("填报 1-8 ") and "情况：" in shown
