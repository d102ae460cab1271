"""Orders in a sentence that are not carried out are named, and not taken as a reason."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "left", "taken"),
    [
        ("1-3的牵头换商务局，期限改到明年1月底", "1-3的牵头换商务局", "改期限：1-3 "),
        ("1-2和1-3都改给市场局，12月15号前", "12月15号前", "换单位：1-2、1-3"),
        ("1-1责任单位定宣传部 期限年底", "1-1责任单位定宣传部", "改期限：1-1 "),
        ("1-1责任单位定为宣传部，期限年底", "1-1责任单位定为宣传部", "改期限：1-1 "),
        ("43-5移交商务局，12月底前完成", "12月底前完成", "换单位：43-5 "),
        ("把1-2标题改为昆仑行动，期限改到明年3月", "把1-2标题改为昆仑行动", "改期限：1-2 "),
        ("close 29-4 and remove customs from 1-7", "close 29-4", "去掉单位：1-7 "),
    ],
)
async def test_the_other_half_of_a_change_is_named(chen: Resident, said: str, left: str, taken: str) -> None:
    asked = await chen.says(said)
    assert asked.startswith(f"没有处理：{left}。请另发一句。\n") and taken in asked


@pytest.mark.parametrize(
    "said",
    ["把43-5的期限，改到12月10日，因为等省里文件", "6-7、7-1，都改到12月底", "1-6改到12月底，43-4改到明年1月底"],
)
async def test_a_change_in_several_clauses_is_whole(chen: Resident, said: str) -> None:
    assert "没有处理" not in await chen.says(said)


async def test_an_order_behind_a_reason_is_no_part_of_it(chen: Resident) -> None:
    asked = await chen.says("1-3改到3月底，因为疫情；1-5交给商务局")
    assert asked.startswith("没有处理：1-5交给商务局。请另发一句。\n") and "原因：疫情\n" in asked


async def test_a_new_task_is_no_reason(chen: Resident) -> None:
    asked = await chen.says("43-5移交商务局", "加一个任务 市公安局年底前搞一次假酒清查")
    assert asked.startswith("新任务放在哪个细项下？") and "原因：" not in asked


async def test_a_verdict_does_not_carry_another_order(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-25 08:31")
    asked = await chen.says("1-2退回，29-4同意")
    assert "29-4 没有延期申请在等答复" in asked and asked.endswith("退回 1-2 的原因是什么？请写一两句话。")
    accepted = await chen.says("取消", "1-2通过，顺便催一下农业局")
    assert "没有处理：顺便催一下农业局" in accepted and "已通过 ✓ 市公安局的 1-2 办结。" in accepted
    await town.move_to("2019-11-25 08:33")
    assert not any("农业局" in each for each in lin.heard())


async def test_words_of_praise_and_reasons_stay(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-25 08:31")
    assert "没有处理" not in await chen.says("1-2退回，请对照1-3的要求补充清单")


@pytest.mark.parametrize(
    "why", ["缺培训通知", "没附培训通知和签到表", "请补充会议通知", "通知没盖章", "请把通知附上", "没有邀请函"]
)
async def test_a_paper_called_a_notice_is_no_order_to_notify(lin: Resident, chen: Resident, why: str) -> None:
    await lin.reports("1-2", "已完成")
    assert f"请补充后再报一次：{why}\n" in await chen.says(f"退回1-2：{why}")
    shown = await chen.says("取消", "不要了", f"1-2退回，{why}，顺便通知商务局来开会")
    assert shown.startswith("没有处理：顺便通知商务局来开会。请另发一句。") and f"再报一次：{why}\n" in shown


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("把29-4改到12月20号，农业局说来不及", "农业局说来不及"),
        ("把29-4改到12月20号，农业局那边没准备好", "农业局那边没准备好"),
        ("43-4转商务局，市场局说不归他们", "市场局说不归他们"),
        ("move 29-4 to 20 dec, agriculture says they can't make it", "agriculture says they can't make it"),
    ],
)
async def test_what_a_unit_says_behind_an_order_is_its_reason(chen: Resident, said: str, why: str) -> None:
    preview = await chen.says(said)
    assert preview.startswith("请核对，还没有改：") and f"原因：{why}" in preview


@pytest.mark.parametrize("left", ["商务局也一样", "告诉农业局一声"])
async def test_an_order_for_others_is_no_reason(chen: Resident, left: str) -> None:
    asked = await chen.says(f"29-4改到12月20号，{left}")
    assert asked.startswith(f"没有处理：{left}。") and "为什么改？" in asked


@pytest.mark.parametrize(
    ("said", "why"),
    [("29-4办结吧，已经公开了", "已经公开了"), ("43-5不要市场局了，不归他们", "不归他们")],
)
async def test_a_reason_behind_another_order_is_kept(chen: Resident, said: str, why: str) -> None:
    assert f"原因：{why}" in await chen.says("43-5加个配合单位海关，市里定的", "确认", said)


async def test_orders_with_but_a_space_between_them_are_told_apart(chen: Resident) -> None:
    shown = await chen.says("1-8 加商务局 去掉海关")
    assert shown.startswith("没有处理：去掉海关。请另发一句。")
    assert "市市场监管局（牵头）、市商务局（配合）" in await chen.presses("分工调整") and "海关" not in chen.sees()


@pytest.mark.parametrize(
    ("said", "left", "why"),
    [
        ("签到表没交，另外公安的受阻下周一再问我", "另外公安的受阻下周一再问我", "签到表没交"),
        ("缺总结，顺便跟商科长说声辛苦了，照片也发一份给我", "顺便跟商科长说声辛苦了、照片也发一份给我", "缺总结"),
    ],
)
async def test_another_matter_behind_a_verdict_is_no_part_of_it(
    lin: Resident, chen: Resident, said: str, left: str, why: str
) -> None:
    await lin.reports("1-2", "已完成")
    shown = await chen.says(f"1-2先退回，{said}")
    assert shown.startswith(f"没有处理：{left}。请另发一句。") and f"再报一次：{why}\n" in shown


async def test_what_is_wanted_besides_stays_in_the_reason(lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    assert "再报一次：签到表没交，另外补两张照片\n" in await chen.says("1-2先退回，签到表没交，另外补两张照片")


@pytest.mark.parametrize("said", ["催一下市监局 顺便通知各单位周五前报小结", "先催市监局，另外通知各单位周五前报小结"])
async def test_a_nudge_does_not_carry_a_notice(chen: Resident, zhou: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert "通知各单位周五前报小结。请另发一句。" in shown.splitlines()[0] and "1 人（市市场监管局）会收到" in shown
    assert "没有处理" not in await chen.says("取消", "不要了", "催一下市监局，顺便说一声周五前必须报")


@pytest.mark.parametrize(
    ("said", "left"),
    [("1-1改成2020年2月 单位宣传部", "单位宣传部"), ("1-1 单位宣传部 期限2020年2月底", "1-1 单位宣传部")],
)
async def test_a_unit_beside_a_new_deadline_is_no_reason_and_not_lost(chen: Resident, said: str, left: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith(f"没有处理：{left}。请另发一句。") and "2020年2月29日\n为什么改？" in shown
    assert (await chen.says("取消", "不要了", "1-1 责任单位：宣传部")).startswith("加单位：1-1 ")


@pytest.mark.parametrize(
    ("said", "left", "taken"),
    [
        (
            "今天先催逾期的 再通知公安周五开会 然后把1-9期限改到12月25",
            "今天先催逾期的、再通知公安周五开会",
            "改期限：1-9 网络市场监管专项 → 2019年12月25日",
        ),
        ("先催43-4，1-9改到12月25", "先催43-4", "改期限：1-9 网络市场监管专项 → 2019年12月25日"),
        (
            "把1-9期限改到12月25，再通知公安周五开会",
            "再通知公安周五开会",
            "改期限：1-9 网络市场监管专项 → 2019年12月25日",
        ),
        ("催一下市监局，然后把1-9期限改到12月25", "然后把1-9期限改到12月25", "1 人（市市场监管局）会收到"),
    ],
)
async def test_orders_for_others_beside_a_change_are_named(
    chen: Resident, zhou: Resident, said: str, left: str, taken: str
) -> None:
    shown = await chen.says(said)
    assert shown.startswith(f"没有处理：{left}。请另发一句。\n") and taken in shown


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1-9和1-12 提前到12月20号 市长催得紧", "市长催得紧"),
        ("1-9提前到12月20号，领导催得很急", "领导催得很急"),
        ("1-9 改到12月20号 省里天天催", "省里天天催"),
        ("把1-9提前到12月20号完成，市长催着要", "市长催着要"),
    ],
)
async def test_that_others_urge_is_the_reason_of_a_change_and_no_nudge(
    chen: Resident, zhou: Resident, said: str, reason: str
) -> None:
    checked = await chen.says(said)
    assert "没有处理" not in checked and "2019年12月31日） → 2019年12月20日" in checked
    assert f"原因：{reason}\n" in checked


@pytest.mark.parametrize("said", ["省里催得紧 1-9提前到12月20号", "市长天天催 1-9提前到12月20号吧"])
async def test_a_change_behind_that_others_urge_is_no_nudge(chen: Resident, zhou: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert f"2019年12月20日\n原因：{said.split()[0]}\n" in shown and shown.startswith("请核对，还没有改：\n1-9 ")


@pytest.mark.parametrize("said", ["催一下1-9 市长催得紧", "市长催得紧 催一下1-9", "1-9催一下 月底前提前完成"])
async def test_a_nudge_that_tells_that_others_urge_stays_one(chen: Resident, zhou: Resident, said: str) -> None:
    assert "1 人（市市场监管局）会收到" in await chen.says(said)
