"""Several plans, one of them current: viewed, archived, made current again, carried over."""

from tests.journeys.town import Resident, Town

COUNT = "SELECT count(*) AS n FROM tasks WHERE gone_at IS NULL"


async def test_a_former_plan_is_looked_at_as_it_stood_at_its_end(second_plan: Town, chen: Resident) -> None:
    listed = await chen.says("/plans")
    assert "1. 2020年任务表 · 2019年12月2日印发 · 现行\n2. 测试任务表 · 2019年10月24日印发 · 已归档" in listed
    await chen.presses("2. ")
    assert "2019年12月2日归档 · 230 项任务" in chen.sees()
    assert "归档前一天（2019年12月1日）还没办结的 252 项：" in chen.sees() and "……另有 237 项" in chen.sees()
    assert chen.buttons() == ["设为现行", "未办结的带到现行", "全部任务表"]


async def test_open_tasks_are_carried_over_and_their_units_hear_of_it(
    second_plan: Town, chen: Resident, lin: Resident
) -> None:
    assert "1-2 的延期申请还没有答复，那份任务表就归档了" in await lin.says("延期批了吗")
    assert "这项任务已不在现行任务表里" in await lin.says("继续")
    await chen.presses("未办结的带到现行")
    checked = await chen.says("去年没做完的接着做")
    assert checked.startswith("把“测试任务表”未办结的 ") and "昆仑行动打食药环犯罪" in checked
    assert second_plan.rows(COUNT) == [{"n": 1}]
    assert "已带入 " in await chen.presses("提交")
    codes = {row["code"] for row in second_plan.rows("SELECT code FROM tasks WHERE gone_at IS NULL")}
    assert "1-2" in codes and "1-3" not in codes and len(codes) > 200
    assert "1-2 昆仑行动打食药环犯罪：申请延到2020年3月31日，办公室还没答复" in await lin.says("延期批了吗")
    assert "填报 2-3" in await lin.says("继续") and "进度：40%" in lin.sees()
    card = await lin.says("1-2")
    assert "还没报过" in card and "步骤：0/1\n▫️ 1. 12月20日 总结（林警官）" in card
    await second_plan.move_to("2019-12-02 10:02")
    assert lin.sees().startswith("任务表有变动，请留意：") and "1-2 昆仑行动打食药环犯罪\n新增任务" in lin.sees()
    await chen.presses("撤销")
    assert second_plan.rows(COUNT) == [{"n": 1}]


async def test_a_former_plan_becomes_the_current_one_again_with_its_reports(
    second_plan: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("/plans")
    await chen.presses("2. ", "设为现行")
    assert "现在的“2020年任务表”会归档" in await chen.says("新表还没定稿")
    assert "“测试任务表”现在是现行任务表。" in await chen.presses("提交")
    assert second_plan.rows(COUNT) == [{"n": 230}] and "进行中 30%" in await lin.says("1-2")
    await second_plan.restart_undone()
    assert len(second_plan.rows("SELECT * FROM audit WHERE action = 'make_plan_current'")) == 1
    await chen.says("/plans")
    await chen.presses("1. ")
    assert "归档当天才建的" in chen.sees()


async def test_the_current_plan_is_archived_and_nothing_is_reminded_of(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("/plans")
    await chen.presses("1. ", "归档")
    assert "“测试任务表”已归档。" in await chen.submits("任务期满")
    assert "还没有任务表" in await lin.says("我的任务")
    before = len(lin.heard())
    await town.move_to("2019-12-31 09:00")
    assert len(lin.heard()) == before


async def test_plans_are_for_the_office(town: Town, lin: Resident) -> None:
    assert "由办公室使用" in await lin.says("/plans")
    for data in ("plan:close:1", "plan:current:1", "plan:carry:1", "plan:show:1"):
        assert "办公室" in await lin.forges(data)
    assert town.rows("SELECT * FROM dialogs") == []
