"""A person's first minute: /start says in three lines what to do next, and keyboard, menu and /help fit the role."""

from tests.journeys.town import Resident, Town


def _foot(resident: Resident) -> list[list[str]]:
    keyboard = resident.last().reply_keyboard
    assert keyboard is not None
    return [[button["text"] for button in row] for row in keyboard["keyboard"]]


def _menu(town: Town, resident: Resident) -> list[str]:
    return [entry["command"] for entry in town.world.menu(resident.id)]


async def test_a_liaison_hears_three_lines(lin: Resident) -> None:
    assert (await lin.says("/start")).splitlines() == [
        "林警官，您好！您已登记为：市公安局联络员。",
        "1. 发“我的任务”看本单位的任务，最急的在前；点编号看详情。",
        "2. 报进展：点“报进展”，或一句话写清，例如：1-2 完成80%，立案12件。",
        "3. 不在岗时发“下周我休假”请人代；有事找办公室，发“办公室联系人”。",
    ]
    assert _foot(lin) == [["我的任务", "报进展"], ["临期", "填报记录", "帮助"]]


async def test_a_deputy_is_told_of_no_deputies(town: Town, wu: Resident) -> None:
    answer = await wu.says("/start")
    assert len(answer.splitlines()) == 4 and "休假" not in answer and "本期无变化" in answer
    assert "deputy" not in _menu(town, wu) and "update" in _menu(town, wu)


async def test_a_coordinator_hears_what_is_left_to_set_up(chen: Resident) -> None:
    answer = await chen.says("/start")
    assert len(answer.splitlines()) == 4 and "个单位没有联络员：发 /invite" in answer and "/bind" in answer
    assert _foot(chen) == [["汇总", "临期"], ["审核", "人员名单", "帮助"]]
    assert (await chen.says("人员名单")).startswith("共 1 人")
    assert "没有" in await chen.says("审核")


async def test_an_observer_only_looks(town: Town, gu: Resident) -> None:
    answer = await gu.says("/start")
    assert len(answer.splitlines()) == 4 and "公安局怎么样" in answer and "报进展" not in answer
    assert set(_menu(town, gu)) <= {"summary", "tasks", "history", "export", "help", "language"}
    assert {"summary", "tasks", "history", "help", "language"} <= set(_menu(town, gu))
    assert _foot(gu) == [["汇总", "临期"], ["填报记录", "帮助"]]


async def test_help_has_examples_by_role(lin: Resident, chen: Resident, gu: Resident) -> None:
    assert "1-2 完成80%" in await lin.says("/help")
    assert "林警官调走了" in await chen.says("/help")
    assert "林警官调走了" not in await gu.says("/help")


async def test_it_reads_english(grace: Resident) -> None:
    answer = await grace.says("/start")
    assert answer.splitlines()[1].startswith("1. Send “my tasks”") and len(answer.splitlines()) == 4


async def test_the_menu_of_whoever_was_removed_is_that_of_strangers(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("/start")
    await chen.says("移除林警官")
    await chen.presses("移除")
    assert "update" not in _menu(town, lin)


async def test_a_newcomer_who_asks_for_help_is_not_told_how_to_hand_over(lin: Resident) -> None:
    assert (await lin.says("你好，我是刚接手的，这个怎么用啊")).startswith("发“我的任务”看最急的")
    assert (await lin.says("刚接手，不太会用")).startswith("我可以做这些")
