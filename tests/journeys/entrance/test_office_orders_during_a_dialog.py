"""Orders and questions of the office while a dialog is open are handled, and the dialog waits."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("代商务局报29-5 完成80%，发了3000份资料", "填报 29-5 "),
        ("代报 1-6", "填报 1-6 "),
        ("通知公安局明天开会", "还没发出。收到的人会看到：\n通知\n明天开会"),
        ("谁还没报", "共 38 家"),
    ],
)
async def test_whom_to_nudge_is_not_answered_by_another_order(
    chen: Resident, lin: Resident, said: str, shown: str
) -> None:
    await chen.says("催办")
    await chen.says(said)
    assert any(heard.startswith(shown) for heard in chen.heard())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("明早9点发给公安局：请把培训名单报来", "请把培训名单报来"),
        ("各区：请于12月5日前报送冬季检查方案", "请于12月5日前报送冬季检查方案"),
        ("谁逾期了", "共 5 家 7 项 · 已逾期"),
        ("催一下公安局的1-2", "催办\n办公室请市公安局尽快填报"),
    ],
)
async def test_to_whom_a_notice_goes_is_not_answered_by_another_order(
    chen: Resident, lin: Resident, said: str, shown: str
) -> None:
    await chen.says("发通知：各单位请回复，周五的会能否参加")
    await chen.says(said)
    assert any(shown in heard for heard in chen.heard())
    assert not any("请写几个字说明" in heard or f"没有“{said}" in heard for heard in chen.heard())


async def test_a_unit_that_is_not_known_is_still_said_to_be_none(chen: Resident) -> None:
    await chen.says("发通知：各单位请回复，周五的会能否参加")
    assert (await chen.says("市交通运输局")).startswith("没有“市交通运输局”这个单位")


@pytest.mark.parametrize("said", ["催报表", "谁没报报表", "催一下公安局的1-2"])
async def test_what_a_return_is_checked_by_is_not_answered_by_an_order(
    chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("新建统计月报：立案、案值、罚没金额，各单位")
    assert f"没有“{said}”这项指标" not in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("农业局加一个联络员", "市农业农村局"),
        ("办公室电话改成027-82826666", "大家问“办公室联系人”时会看到"),
        ("久未更新改成半个月", "多久没报算久未更新：30 天 → 15 天"),
        ("催一下公安局的1-2", "催办\n办公室请市公安局尽快填报"),
    ],
)
async def test_at_a_preview_without_words_of_ones_own_an_order_is_carried_out(
    chen: Resident, lin: Resident, wang: Resident, said: str, shown: str
) -> None:
    assert (await chen.says("林警官下周请假，王警官代")).startswith("林警官（市公安局）")
    await chen.says(said)
    assert any(shown in heard for heard in chen.heard())
    assert not any("没有写进去" in heard for heard in chen.heard())


@pytest.mark.parametrize("said", ["今天改了什么", "化妆品条例什么时候出台"])
async def test_a_question_is_not_taken_for_the_reason_of_a_change(town: Town, chen: Resident, said: str) -> None:
    await chen.says("1-6移出任务表")
    assert "您是想…？" in await chen.says(said)
    assert "原因" in await chen.says("1-6移出任务表", "上级另有安排")


@pytest.mark.parametrize(
    ("asked", "how"),
    [
        ("怎么催办", "发“催办”选哪些"),
        ("怎么加人", "发“邀请”加单位和姓名"),
        ("新人咋进来", "发“邀请”加单位和姓名"),
        ("怎么给所有人发通知", "发“通知市公安局：周五开会”"),
        ("怎么代报", "单位打电话来报的"),
    ],
)
async def test_the_office_hears_how_the_one_thing_is_done_that_it_asks_about(
    chen: Resident, asked: str, how: str
) -> None:
    assert (await chen.says(asked)).startswith(how)
    assert (await chen.says("怎么用")).startswith("我可以做这些：")


async def test_what_a_preview_cannot_take_leads_to_putting_it_aside(
    chen: Resident, lin: Resident, wang: Resident, nong: Resident
) -> None:
    await chen.says("林警官下周请假，王警官代")
    assert (await chen.says("农科长代")).startswith(
        "“农科长代”没有写进去。要改这里的一项请点按钮；是另一件事，请先发“先放着”"
    )
    await chen.says("先放着")
    assert "林警官（市公安局）" in await chen.says("继续填报")


@pytest.mark.parametrize("said", ["哪个单位最差", "给各单位排个名"])
async def test_who_asks_for_a_ranking_hears_that_there_is_none(chen: Resident, said: str) -> None:
    assert "这里不排名次" in await chen.says(said)
    await chen.says("发通知：周五开会", said)
    assert chen.sees().startswith("要发的：周五开会\n发给谁？")


async def test_a_new_indicator_is_no_recipient(chen: Resident) -> None:
    await chen.says("发通知：周五开会", "新增指标：走访企业 家")
    assert "请核对，还没有新增：\n· 走访企业（家）" in "\n".join(chen.heard())


@pytest.mark.parametrize("said", ["催一下农业局", "催农业局", "农业局催一下"])
async def test_a_nudge_is_no_choice_of_who_gets_an_open_notice(
    town: Town, chen: Resident, lin: Resident, nong: Resident, said: str
) -> None:
    await town.move_to("2019-12-02 09:05")
    await chen.says("通知所有联络员：周五下午3点开会")
    assert "办公室请市农业农村局尽快填报" in await chen.says(said)
    assert '"to": "all"' in town.rows("SELECT answers FROM dialogs WHERE kind = 'broadcast'")[0]["answers"]


async def test_what_is_no_choice_of_whom_to_nudge_is_done(chen: Resident, lin: Resident) -> None:
    await lin.says("1-2能不能延到明年5月，省里计划没下来", "提交")
    await chen.says("催一下", "公安局的延期是怎么回事")
    assert not any("没有读出催哪些" in each for each in chen.heard())
    await chen.says("同意到4月底")
    assert any("1-2 改为延到2020年4月30日" in each for each in chen.heard())


@pytest.mark.parametrize(
    "said",
    [
        "周四下午3点在市监局5楼会议室开联络员会，各单位都来",
        "12月10号之前各单位把年终总结发我",
        "通知各单位：周五下午开会",
    ],
)
async def test_a_day_in_a_notice_does_not_change_the_day_at_the_preview(
    chen: Resident, lin: Resident, said: str
) -> None:
    assert "· 青山区人民政府：到2019年11月30日" in await chen.says("青山区暂停提醒到月底")
    await chen.says(said)
    assert any(f"收到的人会看到：\n通知\n{said.removeprefix('通知各单位：')}" in each for each in chen.heard())
    assert not any("青山区人民政府：到2019年11月28日" in each for each in chen.heard())
    await chen.presses("取消", "不要了")
    await chen.says("继续")
    assert "· 青山区人民政府：到2019年11月29日" in await chen.says("改到周五")


@pytest.mark.parametrize(
    "said",
    [
        "通知全体：手机号是13800001111的请登记",
        "通知全体：李敏的电话改成13800001111",
        "通知公安局：13800001111是打假热线",
    ],
)
async def test_a_notice_changes_nothing_of_the_invitation_at_the_preview(
    chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("邀请文旅局李敏", said)
    assert any(f"收到的人会看到：\n通知\n{said.partition('：')[2]}\n" in each for each in chen.heard())
    await chen.presses("取消", "不要了")
    assert "· 市文化和旅游局 李敏：联络员" in await chen.says("继续")
    assert "· 市文化和旅游局 李敏（13800001111）：联络员" in await chen.says("手机号13800001111")
