"""Verdicts on reports that are named by their places among those that wait, or by how many wait."""

import pytest

from tests.journeys.reported import has_reported
from tests.journeys.town import Resident, Town

ASKED = "退回哪一份？"


@pytest.fixture
def office(chen: Resident, lin: Resident, zhu: Resident, nong: Resident) -> Resident:
    """A coordinator for whom reports of three units wait."""
    for person, code in ((lin, "1-2"), (zhu, "1-8"), (nong, "1-3")):
        has_reported(person, code)
    return chen


async def _all_report(*people: Resident) -> None:
    for person, code in zip(people, ("1-2", "1-8", "1-3"), strict=True):
        await person.submits(f"{code} 已完成")


def verdicts(town: Town) -> list[tuple[int, str]]:
    rows = town.rows("SELECT report_id, verdict FROM reviews ORDER BY report_id")
    return [(row["report_id"], row["verdict"]) for row in rows]


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("前两个通过", [1, 2]),
        ("第二份和第三份通过", [2, 3]),
        ("第一份和第三份都通过，很好", [1, 3]),
        ("除了第二份都通过", [1, 3]),
        ("三个都通过", [1, 2, 3]),
        ("这三份都通过", [1, 2, 3]),
    ],
)
async def test_several_are_accepted_by_number_after_a_look(
    town: Town, office: Resident, said: str, accepted: list[int]
) -> None:
    assert (await office.says("/review", said)).startswith(f"下面 {len(accepted)} 份填报都通过：")
    assert verdicts(town) == []
    await office.presses("通过")
    assert verdicts(town) == [(each, "accepted") for each in accepted]


async def test_the_reports_need_not_be_shown_to_be_named_by_their_places(town: Town, office: Resident) -> None:
    assert "已通过 ✓ 市市场监管局的 1-8 办结。" in await office.says("第二份通过")
    assert (await office.says("前两个退回，缺总结")).startswith("下面 2 份填报都退回：\n1-2 ")


@pytest.mark.parametrize("said", ["前四个通过", "第四份通过", "两个都通过", "第一份通过，第四份退回，缺总结"])
async def test_another_number_than_waits_is_said_and_nothing_accepted(town: Town, office: Resident, said: str) -> None:
    assert (await office.says("/review", said)).startswith("现在有 3 份填报在等审核。")
    assert office.buttons() == ["1-2 市公安局", "1-8 市市场监管局", "1-3 市农业农村局"] and verdicts(town) == []


async def test_the_first_two_are_not_accepted_where_one_waits(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    assert (await chen.says("/review", "前两个通过")).startswith("现在有 1 份填报在等审核。")
    assert verdicts(town) == []


@pytest.mark.parametrize("said", ["1-8退回，缺第四个附件", "1-8退回，缺第二个附件"])
async def test_a_number_in_a_reason_names_no_report(town: Town, office: Resident, said: str) -> None:
    assert f"请补充后再报一次：{said[6:]}\n" in await office.says("/review", said)


@pytest.mark.parametrize(("said", "returned"), [("前两个退回，缺总结", [1, 2]), ("三个都退回，缺总结", [1, 2, 3])])
async def test_several_are_returned_by_number_after_a_look_at_all_of_them(
    town: Town, office: Resident, said: str, returned: list[int]
) -> None:
    shown = await office.says("/review", said)
    assert shown.startswith(f"下面 {len(returned)} 份填报都退回：\n1-2 ") and "\n原因：缺总结\n" in shown
    assert verdicts(town) == []
    await office.presses("退回")
    assert verdicts(town) == [(each, "returned") for each in returned]


@pytest.mark.parametrize("said", ["退回，缺总结", "这份退回，缺总结"])
async def test_the_reason_is_kept_where_it_is_asked_which_is_returned(town: Town, office: Resident, said: str) -> None:
    assert (await office.says(said)).startswith(ASKED)
    await town.restart()
    assert "1-8 铁拳方案严查商标专利，请补充后再报一次：缺总结\n" in await office.presses("1-8")
    await office.presses("退回")
    assert verdicts(town) == [(2, "returned")]


async def test_without_a_reason_it_is_asked_for(office: Resident) -> None:
    assert (await office.says("退回")).startswith(ASKED)
    assert "退回 1-8 的原因是什么" in await office.presses("1-8")


@pytest.mark.parametrize("said", ["第二个通过", "第二份通过", "1-8通过"])
async def test_a_verdict_on_another_is_no_reason_to_return_the_first(town: Town, office: Resident, said: str) -> None:
    await office.says("审核")
    await office.presses("退回")
    assert "退回 1-2 的原因是什么" in await office.says(said)
    assert verdicts(town) == [(2, "accepted")]


async def test_what_only_names_a_place_may_be_the_reason(town: Town, office: Resident) -> None:
    await office.says("审核")
    await office.presses("退回")
    assert "请补充后再报一次：第二个数据没核实" in await office.says("第二个数据没核实")
