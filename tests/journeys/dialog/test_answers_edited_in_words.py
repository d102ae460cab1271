"""Changing in words what the office is setting up in a dialog, whichever question is open: lists are extended,
shortened or replaced, words edited, answers changed; mere remarks change nothing."""

import pytest

from tests.journeys.town import Resident

TITLE = "侵权假冒统计月报"
NOTICE = "请各单位周五前报送年度总结。收到请回复。"


async def at_the_units(chen: Resident) -> None:
    await chen.says("新建报表")
    await chen.presses("每月", TITLE)
    await chen.says("立案、案值、移送")
    await chen.presses("跳过")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("只要公安局、市场监管局、海关，商务局先不要", "具体单位：市公安局、市市场监管局、武汉海关\n"),
        ("再加一个破案件数", "指标：4 个：立案件数（件）、案值（万元）、移送公安件数（件）、破案件数（件）"),
        ("案值不要了，加个罚没金额", "指标：3 个：立案件数（件）、移送公安件数（件）、罚没金额（万元）"),
        ("立案改成破案", "指标：3 个：案值（万元）、移送公安件数（件）、破案件数（件）"),
        ("改成季报", "多久报一次：每季度\n名称：侵权假冒统计季报"),
        ("名称改成打假季报，按季度报", "多久报一次：每季度\n名称：打假季报"),
        ("5号截止吧", "截止：次月 5 日，遇休息日顺延"),
    ],
)
async def test_a_return_is_changed_at_any_question(chen: Resident, said: str, shown: str) -> None:
    await at_the_units(chen)
    await chen.says(said)
    assert shown in "\n".join(chen.heard()), chen.heard()[-1]


@pytest.mark.parametrize(
    ("said", "title"),
    [("名称叫打假工作月报", "打假工作月报"), ("就叫双打月报吧", "双打月报"), ("统计月报", "统计月报")],
)
async def test_a_title_is_what_is_called_so(chen: Resident, said: str, title: str) -> None:
    await chen.says("新建报表")
    await chen.presses("每月")
    await chen.says(said)
    assert any(each.startswith(f"名称：{title}\n") or each == f"名称：{title}" for each in chen.heard())


async def test_an_answer_about_something_else_is_not_taken_as_the_title(chen: Resident) -> None:
    await chen.says("新建报表")
    await chen.presses("每月")
    asked = await chen.says("周期改成半年一次")
    assert "多久报一次：每半年" in asked and "报表叫什么名称" in asked


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("最后一句删掉", "请各单位周五前报送年度总结。"),
        ("把“周五”改成“周四”", NOTICE.replace("周五", "周四")),
        ("“年度总结”写错了，是“半年总结”", NOTICE.replace("年度", "半年")),
        ("后面加一句请带上佐证材料", f"{NOTICE}\n请带上佐证材料"),
        ("内容换成：本周例会取消，下周再开", "本周例会取消，下周再开"),
        ("不用回复", NOTICE),
    ],
)
async def test_the_words_of_a_notice_are_edited(chen: Resident, said: str, text: str) -> None:
    await chen.says("群发", NOTICE)
    await chen.presses("全体", "不需要回复")
    assert f"\n{text}\n" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("农业农村局就不用发了", "单位：市公安局、市市场监管局\n"),
        ("只发公安局", "单位：市公安局\n"),
        ("明早九点再发", "发送时间：11月26日（周二）9:00"),
    ],
)
async def test_a_notice_is_changed_while_its_answers_are_asked_for(
    chen: Resident, lin: Resident, zhou: Resident, said: str, shown: str
) -> None:
    await chen.says("群发", NOTICE, "公安局、市场监管局、农业农村局")
    asked = await chen.says(said)
    assert shown in asked and "要对方点按钮回复吗" in asked


async def test_what_is_not_to_be_nudged_is_told_to_nobody(chen: Resident, zhou: Resident, lin: Resident) -> None:
    await chen.says("催办", "1-2、43-4")
    assert "要附一句话吗" in await chen.says("公安局先不催")
    preview = await chen.says("附一句：请务必本周内报送")
    assert "\n请务必本周内报送\n" in preview and "43-4" in preview and "1-2" not in preview


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("改成7-3-1天", "当天 → 7、3、1 天\n"),
        ("要15天前也提醒", "当天 → 30、15、7、3、1 天、当天"),
        ("3天前那次不要", "当天 → 30、7、1 天、当天"),
        ("30天的去掉，太早了", "当天 → 7、3、1 天、当天"),
        ("30天那条同事们说太早", "当天 → 7、3、1 天、当天"),
        ("提前一周和提前一天", "当天 → 7、1 天\n"),
    ],
)
async def test_days_of_reminding_are_a_list_as_any(chen: Resident, said: str, shown: str) -> None:
    await chen.says("/settings")
    await chen.presses("提醒规则", "到期前提醒")
    assert shown in await chen.says(said)


async def test_several_units_are_paused_at_once_and_again_reminded_at_once(chen: Resident) -> None:
    await chen.says("市公安局和市商务局暂停提醒")
    assert "单位：市公安局\n" in await chen.says("商务局先不停了")
    preview = await chen.says("再加上市农业农村局", "到12月15日")
    assert "· 市公安局、市农业农村局：到2019年12月15日" in preview
    assert (await chen.presses("提交")).startswith("已暂停：市公安局、市农业农村局，到")
    assert "暂停提醒：市公安局、市农业农村局，到2019年12月15日" in await chen.says("撤销")
    await chen.presses("撤销")
    await chen.says("/settings")
    assert "现在没有暂停的单位" in await chen.presses("暂停提醒")


@pytest.mark.parametrize(
    ("said", "left"),
    [("市公安局不要了，带身份证", "“带身份证”没有写进去。"), ("市公安局不要了", "")],
)
async def test_words_beside_a_change_of_which_nothing_is_taken_are_told_of(
    chen: Resident, zhou: Resident, lin: Resident, said: str, left: str
) -> None:
    await chen.says("通知市公安局、市市场监管局：周五开会")
    preview = await chen.says(said)
    assert preview.startswith(left or "还没发出") and "1 个单位：市市场监管局" in preview


async def test_what_is_far_too_long_for_a_change_is_asked_about(chen: Resident) -> None:
    await chen.says(f"给所有联络员发通知：{NOTICE}")
    few, many = ("，".join(["加上海关"] * count) for count in (60, 61))
    assert "没有写进去" not in await chen.says(few)
    assert "没有写进去" in await chen.says(many)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("江岸区停到12月15日", "· 江岸区人民政府：到2019年12月15日"),
        ("江岸区和江汉区的提醒停一停，到12月15号", "· 江岸区人民政府、江汉区人民政府：到2019年12月15日"),
        ("请公安局尽快报1-2", "办公室请市公安局尽快填报：\n🟢 1-2"),
        ("请1-2尽快报", "办公室请市公安局尽快填报：\n🟢 1-2"),
    ],
)
async def test_an_order_in_a_word_of_its_own_is_shown_before_it_counts(
    chen: Resident, lin: Resident, said: str, shown: str
) -> None:
    assert shown in await chen.says(said)


@pytest.mark.parametrize("said", ["江岸区停到什么时候", "江岸区暂停到哪天"])
async def test_who_asks_until_when_a_unit_is_paused_pauses_nothing(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("暂停提醒")
