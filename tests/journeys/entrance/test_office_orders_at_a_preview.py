"""Orders of the office while a preview waits for its consent are carried out, and the preview is not lost."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def _changed(chen: Resident) -> None:
    await chen.submits("43-5改到12月20号，领导要求")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("海关换成李娜负责", "您会得到一条给李娜的链接"),
        ("催43-5", "会收到"),
        ("43-5改到12月25号", "为什么改？"),
        ("问问公安局：下周三能派人参加检查吗", "发给 1 人"),
        ("谁改了43-5", "操作记录 · 43-5"),
    ],
)
async def test_at_what_only_waits_for_consent_anything_else_is_done(
    town: Town, lin: Resident, chen: Resident, said: str, answer: str
) -> None:
    town.member(1030, "朱科长", "市市场监管局", Role.LIAISON)
    town.member(1040, "Grace", "武汉海关", Role.LIAISON)
    await _changed(chen)
    assert "要撤销，请点“撤销”" in await chen.says("撤销")
    assert answer in await chen.says(said)


@pytest.mark.parametrize("said", ["撤吧", "好的", "提交", "确认"])
async def test_consent_takes_back(chen: Resident, said: str) -> None:
    await _changed(chen)
    assert (await chen.says("撤销", said)).startswith("已撤销")


async def test_an_order_about_people_leaves_a_nudge_that_waits(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1040, "Grace", "武汉海关", Role.LIAISON)
    assert "您会得到一条给李娜的链接" in await chen.says("催1-2", "海关换成李娜负责")
    assert "已移除Grace" in await chen.says("提交")
    assert "已邀请李娜（联络员），链接还没打开" in await chen.says("海关有谁")
    await chen.says("继续")
    assert "没问题请点“确认发送”" in chen.sees()
    assert (await chen.says("提交")).startswith("已催办")


async def test_words_that_are_no_reason_are_asked_about_and_the_question_comes_back(
    town: Town, lin: Resident, chen: Resident
) -> None:
    said = "告诉一下各单位"
    assert (await chen.says("1-2改到3月底", said)).startswith(f"“{said}”，您是想")
    assert "为什么改？" in await chen.presses("取消")
    assert f"“{said}”没有处理。要办就再发一次。" in chen.heard()
    assert town.rows("SELECT * FROM broadcasts") == []


async def test_a_notice_that_names_whom_to_tell_is_no_reason(town: Town, lin: Resident, chen: Resident) -> None:
    shown = await chen.says("1-2改到3月底", "问问公安局商务局：下周三能派人参加检查吗？要他们回")
    assert shown.startswith("还没发出。") and "1-2 的改动还没提交，要接着办请点“继续”。" in shown
    assert "为什么改？" in await chen.presses("继续")
    assert town.rows("SELECT * FROM broadcasts") == []


async def test_what_was_about_to_be_given_up_is_restored(lin: Resident, chen: Resident) -> None:
    assert "不催了吗" in await chen.says("催1-2", "撤销")
    assert "没问题请点“确认发送”" in await chen.says("恢复")


async def test_what_asks_what_or_who_changes_no_answer(chen: Resident, zhou: Resident) -> None:
    assert "给吴科长的链接" in await chen.says("周科长换成吴科长")
    await chen.says("哪个单位最差", "这个任务怎么弄")
    assert "给吴科长的链接" in chen.sees()


@pytest.mark.parametrize("said", ["记一下：海关本周报送", "周五还要去省厅开会"])
async def test_a_day_that_is_only_spoken_of_changes_no_deadline(chen: Resident, said: str) -> None:
    assert "2019年8月31日，之后持续开展） → 2020年1月15日" in await chen.says("1-6期限改到明年1月15日，因为省里推迟")
    await chen.says(said)
    await chen.presses("上一步")
    assert "→ 2020年1月15日" in "\n".join(chen.heard()[-2:])


@pytest.mark.parametrize("said", ["改到1月20日", "还是1月20号吧", "不对，应该是1月20日", "1月20日"])
async def test_a_day_alone_is_another_deadline(chen: Resident, said: str) -> None:
    await chen.says("1-6期限改到明年1月15日，因为省里推迟")
    assert "→ 2020年1月20日" in await chen.says(said)


@pytest.mark.parametrize("said", ["催市监局 明天早上8点", "周五催一下市监局", "明天上午9点提醒市监局报进展"])
async def test_a_day_in_an_order_to_others_is_no_day_off(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("12月31日放假")
    before = len(chen.heard())
    await chen.says(said)
    told = "\n".join(chen.heard()[before:])
    assert "11月26日：放假" not in told and "11月29日：放假" not in told
    assert "2019年12月31日" in told or "日历还没录完" in told


@pytest.mark.parametrize("said", ["不对，是1-7不是1-3", "1-7不是1-3", "不是1-3，是1-7", "搞错了，是1-7"])
async def test_a_change_is_moved_to_the_task_that_is_meant(town: Town, chen: Resident, said: str) -> None:
    await chen.says("把1-3的期限改到明年1月底", "因为等省里文件")
    shown = await chen.says(said)
    assert "1-7 外资企业知产保护行动" in shown and "→ 2020年1月31日\n原因：等省里文件" in shown and "1-3" not in shown
    await chen.says("提交")
    assert (await chen.says("1-7")).count("2020年1月31日") and "2020年1月31日" not in await chen.says("1-3")


@pytest.mark.parametrize("first", ["撤销", "不对，是2月底"])
async def test_an_order_given_anew_takes_the_place_of_the_open_one(chen: Resident, first: str) -> None:
    await chen.says("把1-3的期限改到明年1月底", "因为等省里文件", first)
    shown = await chen.says("1-3改到3月底，原因是等部里文件")
    assert "1-3 农资打假专项行动" in shown and "→ 2020年3月31日\n原因：等部里文件" in shown
