"""What the office says is not to be done, or not yet, is not done; the rest of the sentence is."""

import pytest

from tests.journeys.town import Resident, Town

NOTHING = "好的，什么也没有改"


def memberships(town: Town, name: str) -> int:
    sql = """SELECT count(*) AS number FROM memberships JOIN people ON people.id = person_id
        WHERE people.name = ?"""
    return int(town.rows(sql, name)[0]["number"])


def dialogs(town: Town) -> list[str]:
    return [row["kind"] for row in town.rows("SELECT kind FROM dialogs ORDER BY id")]


@pytest.mark.parametrize("said", ["别把农科长移除", "农科长没调走", "农科长先别换", "don't remove 农科长"])
async def test_nobody_is_removed(town: Town, chen: Resident, nong: Resident, said: str) -> None:
    assert await chen.says(said) == f"{NOTHING}。"
    await chen.says("确认")
    assert memberships(town, "农科长") == 1


async def test_a_removal_is_not_for_a_day_to_come(town: Town, chen: Resident, nong: Resident) -> None:
    assert "不能预约到“下周”，现在什么也没有改" in await chen.says("农科长下周调走")
    assert "要先两个人一起报，发“邀请”" in chen.sees()
    await chen.says("确认")
    assert memberships(town, "农科长") == 1
    assert "要移除农科长吗" in await chen.says("农科长调走了")


@pytest.mark.parametrize(
    "said", ["43-5先别办结", "43-5 先别办结", "43-5别移交商务局", "43-5不改到12月20号了", "don't close 43-5 yet"]
)
async def test_a_task_stays_as_it_is(town: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)) == (
        f"{NOTHING}。\n43-5 照旧：12315平台培训班\n责任单位：市市场监管局\n完成时间：2019年11月（2019年11月30日）"
    )
    assert not dialogs(town)


@pytest.mark.parametrize("said", ["新增任务先不要了", "月报先别固定", "别停用统计月报", "不用给商务局发邀请"])
async def test_no_other_order_is_begun(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == f"{NOTHING}。"
    assert not dialogs(town) and not town.rows("SELECT * FROM invites")


async def test_only_what_is_not_held_back_is_begun(chen: Resident) -> None:
    assert (await chen.says("2-6别动，2-7改到3月底")).startswith("“2-6别动”：没有动。\n改期限：2-7 ")
    assert "“29-5不动”：没有动。\n改期限：29-4 " in await chen.says("29-4改到12月20号，29-5不动")
    assert "“2-6不要了”：没有动。\n2-7 " in await chen.says("2-6不要了，只改2-7")


async def test_what_is_held_back_gives_up_what_is_open_about_it(chen: Resident) -> None:
    assert "真的取消吗" in await chen.says("43-5改到12月20号", "43-5先别改了")
    assert "真的取消吗" in await chen.says("不要了", "43-5改到12月20号", "先不要了")


async def test_what_is_held_back_goes_out_of_several(chen: Resident) -> None:
    asked = await chen.says("把2-6、2-7都改到3月底", "2-6不要了，只改2-7")
    assert asked.startswith("“2-6不要了”：没有动。") and "2-7" in asked
    checked = await chen.says("等省里文件")
    assert "2-7" in checked and "2-6" not in checked


@pytest.mark.parametrize("said", ["29-5 退回，没移交清单", "43-5办结，别的单位也都做完了"])
async def test_reasons_may_deny(chen: Resident, said: str) -> None:
    assert NOTHING not in await chen.says(said)


async def test_a_notice_may_tell_others_not_to_do_something(chen: Resident) -> None:
    assert NOTHING not in await chen.says("通知公安局：旧的表别删")


@pytest.mark.parametrize("said", ["没办结的列一下", "逾期没动的列出来", "逾期一周还没动静的发我"])
async def test_what_is_not_done_yet_is_listed_and_nothing_is_taken_back(
    town: Town, chen: Resident, zhou: Resident, said: str
) -> None:
    await chen.submits("提醒时间改成8点")
    shown = await chen.says(said)
    assert shown.startswith("共 ") and "撤销" not in chen.buttons()
