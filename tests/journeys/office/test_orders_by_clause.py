"""In an order of the office, each clause has its own tasks, unit or day, and its own yes or no."""

import pytest

from data.people.people import Role
from tests.journeys.stored_tasks import units
from tests.journeys.town import Resident, Town


@pytest.fixture
def hai(town: Town) -> Resident:
    return town.member(1033, "关科长", "武汉海关", Role.LIAISON)


def gone(town: Town) -> set[object]:
    return {row["code"] for row in town.rows("SELECT code FROM tasks WHERE gone_at IS NOT NULL")}


@pytest.mark.parametrize(
    ("said", "spared", "taken"),
    [
        ("29-4办结了，29-5还没", "29-5还没", "办结：29-4 "),
        ("办结29-4，29-5等等", "29-5等等", "办结：29-4 "),
        ("29-4办结，29-5也办结，29-6不办", "29-6不办", "办结：29-4、29-5\n"),
        ("1-10移出去，1-11不移", "1-11不移", "移出任务表：1-10 "),
        ("1-2交给检察院，1-3不交", "1-3不交", "换单位：1-2 "),
        ("1-3不设期限了，1-2还是要的", "1-2还是要的", "不设期限：1-3 "),
        ("29-5和29-6交给市场局，29-4留农业局", "29-4留农业局", "换单位：29-5、29-6 → 市市场监管局\n"),
    ],
)
async def test_a_task_that_is_spared_stays_out(chen: Resident, said: str, spared: str, taken: str) -> None:
    assert (await chen.says(said)).startswith(f"“{spared}”：没有动。\n{taken}")


async def test_only_what_is_to_be_removed_is_removed(town: Town, chen: Resident) -> None:
    before = gone(town)
    await chen.submits("删掉1-10和1-12，1-11留着", "分工调整")
    assert gone(town) - before == {"1-10", "1-12"}


async def test_a_task_in_a_reason_is_not_taken_either(chen: Resident) -> None:
    asked = await chen.says("1-9不做了，跟1-8并一起了")
    assert asked.startswith("没有处理：跟1-8并一起了。请另发一句。") and "移出任务表：1-9 " in asked


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("把1-2移交检察院，1-7移交商务局", {("市检察院", None)}, {("市商务局", None)}),
        (
            "1-2牵头改检察院，1-7牵头改商务局",
            {("市检察院", "lead"), ("市公安局", "joint")},
            {("市商务局", "lead"), ("武汉海关", "joint")},
        ),
        (
            "1-2加检察院，1-7加商务局",
            {("市公安局", "lead"), ("市检察院", "joint")},
            {("武汉海关", "lead"), ("市商务局", "joint")},
        ),
    ],
)
async def test_each_task_gets_its_own_unit(
    town: Town,
    chen: Resident,
    said: str,
    first: set[tuple[str, str | None]],
    second: set[tuple[str, str | None]],
) -> None:
    await chen.submits(said, "分工调整")
    assert set(units(town, "1-2")) == first and set(units(town, "1-7")) == second


async def test_a_unit_that_joined_goes_again_and_the_lead_stays(town: Town, chen: Resident) -> None:
    await chen.submits("1-2加上市检察院一起配合，说是市委定的")
    assert units(town, "1-2") == [("市公安局", "lead"), ("市检察院", "joint")]
    assert (await chen.says("1-2那个配合的检察院去掉，牵头不动")).startswith("去掉单位：1-2 ")
    await chen.presses("分工调整", "提交")
    assert units(town, "1-2") == [("市公安局", None)]


async def test_a_day_goes_to_the_task_of_its_clause_alone(chen: Resident) -> None:
    asked = await chen.says("43-5转给商务局，43-4改成12月20，29-4先放着")
    assert asked.startswith("“29-4先放着”：没有动。\n没有处理：43-5转给商务局。请另发一句。")
    checked = await chen.says("领导要求")
    assert "43-4 " in checked and "→ 2019年12月20日" in checked and "43-5" not in checked


async def test_a_span_of_codes_means_all_of_them(chen: Resident) -> None:
    assert "改期限：1-10、1-11、1-12、1-13 → 2020年6月30日\n" in await chen.says("1-10到1-13都改到明年6月底")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1-2 1-3 都延到明年一月底，军运会耽误了，2-6不动", "军运会耽误了"),
        ("3-8改到2月底，案子大", "案子大"),
        ("1-2改到3月底，案子没判", "案子没判"),
    ],
)
async def test_a_last_clause_that_orders_nothing_is_the_reason(chen: Resident, said: str, reason: str) -> None:
    checked = await chen.says(said)
    assert "请核对" in checked and f"\n原因：{reason}\n" in checked


async def test_a_unit_right_behind_the_word_is_handed_the_task(chen: Resident) -> None:
    assert (await chen.says("43-4转商务局，期限不变")).startswith("换单位：43-4 ")
    refused, waits, *_ = (await chen.says("43-4转回市场局")).splitlines()
    assert refused == "43-4 现在就是这样，不用改。" and waits.startswith("换单位：43-4 ")


async def test_a_day_that_is_put_off_and_comes_earlier_is_pointed_out(chen: Resident) -> None:
    assert (await chen.says("1-2和1-3都延到明年1月底")).startswith("请注意，这一天比原来的期限还早：1-2。")
    assert "比原来的期限还早" not in await chen.says("取消", "1-2提前到1月底")


@pytest.mark.parametrize("said", ["撤销刚才那个", "1-8拆成两个，一个商标一个专利"])
async def test_at_the_reason_another_order_is_asked_about(chen: Resident, said: str) -> None:
    assert await chen.says("1-2改到3月底", said) == f"“{said}”，您是想…？"


@pytest.mark.parametrize(
    ("said", "kept", "out"),
    [
        ("催农业局和商务局，1-3就别催了", "27-4", "1-3 "),
        ("催农业局和商务局，商务局先等等", "3-5", "市商务局"),
        ("催海关3-8，4-4不催", "3-8", "4-4"),
    ],
)
async def test_who_is_not_to_be_asked_is_not(
    town: Town, chen: Resident, nong: Resident, shang: Resident, hai: Resident, said: str, kept: str, out: str
) -> None:
    await town.move_to("2019-12-02 09:05")
    checked = await chen.says(said)
    assert "催办" in checked and kept in checked and out not in checked


async def test_all_but_who_is_excepted_are_asked(
    town: Town, chen: Resident, lin: Resident, nong: Resident, shang: Resident
) -> None:
    await chen.says("建个统计月报", "统计月报", "立案 案值", "跳过", "公安 农业局 商务", "11月", "5", "确认建立")
    await town.move_to("2019-12-02 09:05")
    assert "2 人（市公安局、市农业农村局）会收到" in await chen.says("月报催一下，商务局不用")
    assert "1 人（市公安局）会收到" in await chen.says("取消", "不要了", "月报先催公安局，商务局等等")


async def test_each_is_asked_on_the_day_that_is_said_of_it(
    town: Town, chen: Resident, nong: Resident, hai: Resident
) -> None:
    await town.move_to("2019-12-02 09:05")
    checked = await chen.says("今天先催农业局，明天催海关")
    assert checked.startswith("还没发出。1 人（市农业农村局）会收到：")
    assert "\n\n定在12月3日（周二）9:00，1 人（武汉海关）会收到：\n\n" in checked


async def test_tasks_listed_before_one_verdict_all_have_it_behind_another(town: Town, chen: Resident) -> None:
    zhao = town.member(1004, "赵科长", "市市场监管局", Role.LIAISON)
    for code in ("1-8", "1-9", "2-12"):
        await zhao.submits(f"{code} 完成")
    await chen.says("1-8通过，1-9 2-12退回 没附照片和总结")
    assert "下面 2 份填报都退回：\n1-9 " in (shown := chen.sees()) and "原因：没附照片和总结" in shown
    assert "已退回 1-9、2-12" in await chen.presses("退回")
    assert len(town.rows("SELECT * FROM reviews WHERE verdict = 'returned' AND reason = '没附照片和总结'")) == 2
