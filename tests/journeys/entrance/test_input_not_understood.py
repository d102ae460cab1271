import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("written", ["140", "101%", "-5", "很多", "8.5"])
async def test_a_percent_that_is_none_is_refused_in_one_sentence(town: Town, lin: Resident, written: str) -> None:
    await lin.begins("1-2", "进行中")
    assert (await lin.says(written)).startswith("进度请填 0 到 100 的整数，例如 80。\n\n填报 1-2")
    assert "上一步" in lin.buttons()
    assert town.rows("SELECT step, status, percent FROM drafts") == [
        {"step": "percent", "status": "in_progress", "percent": None}
    ]
    assert "做了哪些工作" in await lin.says("80")


async def test_a_note_of_five_thousand_characters_is_refused(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    answer = await lin.says("长" * 4096)
    assert answer.startswith("文字请控制在 2000 字以内（现在 4096 字），请精简后再发。\n\n填报 1-2")
    assert town.rows("SELECT step, note FROM drafts") == [{"step": "note", "note": None}]
    await lin.says("短")
    assert "情况：短" in await lin.skips_to_the_preview()


async def test_a_contact_where_a_percent_is_asked_is_refused(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    answer = await lin.does(lambda: town.world.share_contact(lin.id, phone="13800000000"))
    assert answer.startswith("这里只收文字、图片和文件") and "百分之几" in answer
    assert town.rows("SELECT step FROM drafts") == [{"step": "percent"}]


async def test_an_old_button_of_the_dialog_says_so_and_changes_nothing(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    first = lin.last()
    await lin.presses("进行中")
    data = first.buttons[0].callback_data or ""
    assert await lin.forges(data) == "这个按钮已经过时了，请用最新的消息。"
    assert town.rows("SELECT status FROM drafts") == [{"status": "in_progress"}]


async def test_the_buttons_of_a_report_that_was_called_off_are_out_of_date(lin: Resident) -> None:
    await lin.begins("1-2")
    data = lin.last().buttons[0].callback_data or ""
    await lin.presses("取消")
    assert await lin.forges(data) == "这个按钮已经过时了，请用最新的消息。"


@pytest.mark.parametrize(
    "data",
    [
        "list:nothing:0",
        "list:due:0:99999999:20191225",
        "summary:nothing",
        "card:999999999999999999",
        "report:x",
        "answer:1:status:closed",
        "answer:1:preview:submit",
        "draft:resume:77",
        "language:fr",
        "no such thing",
    ],
)
async def test_data_that_no_button_has_is_taken_for_an_old_button(lin: Resident, data: str) -> None:
    await lin.says("/help")
    assert await lin.forges(data) == "这个按钮已经过时了，请用最新的消息。"


async def test_a_page_beyond_the_last_is_the_last(lin: Resident) -> None:
    await lin.says("我的任务")
    await lin.forges("list:all:999")
    assert lin.sees().startswith("共 8 项")


async def test_what_is_not_understood_is_answered_with_what_would_be(lin: Resident) -> None:
    assert (await lin.says("呜啦啦")).splitlines() == [
        "没听明白。发 /help 看全部用法。",
        "发“我的任务”看任务，发“报进展”填报，也可用下方按钮。",
    ]
    assert lin.buttons() == []


async def test_what_nothing_takes_can_be_passed_on_to_the_office(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.says("昨天开会说的那个名单我发谁")
    assert "会告诉办公室：\n“昨天开会说的那个名单我发谁”" in await lin.presses("告诉办公室")
    await lin.presses("告诉办公室")
    await town.move_to("2019-11-25 08:31")
    assert "市公安局 林警官留言：\n“昨天开会" in chen.sees()


async def test_the_words_of_somebody_else_are_not_passed_on(lin: Resident, chen: Resident) -> None:
    await lin.says("昨天开会说的那个名单我发谁")
    [button] = [each.callback_data or "" for each in lin.last().buttons]
    assert "名单" not in await chen.forges(button)


async def test_an_unknown_command_is_answered_too(lin: Resident) -> None:
    assert (await lin.says("/nosuchthing")).startswith("没听明白。")


async def test_something_written_where_a_button_is_asked_points_to_the_buttons(lin: Resident) -> None:
    await lin.begins("1-2")
    answer = await lin.says("呜啦啦")
    assert answer.startswith("这一步请点下面的按钮回答，或发“取消”。\n\n填报 1-2")
    assert lin.buttons()[:2] == ["未启动", "进行中"]
    await lin.presses("进行中")
    assert any("百分之几" in text for text in lin.heard())


async def test_a_coordinator_is_told_who_reports(chen: Resident, gu: Resident) -> None:
    for person in (chen, gu):
        for words in ("报进展", "/update"):
            assert (await person.says(words)).startswith("填报由各单位的联络员办理。")


async def test_a_task_that_is_closed_needs_no_report(town: Town, zhou: Resident) -> None:
    [closed] = town.rows(
        """SELECT code, assignments.id FROM tasks JOIN assignments ON task_id = tasks.id
        JOIN units ON units.id = unit_id WHERE kind = 'done' AND units.name = '市市场监管局'"""
    )
    await zhou.says(closed["code"])
    assert "报进展" not in zhou.buttons()
    assert await zhou.forges(f"report:{closed['id']}") == f"{closed['code']} 已办结，不用再报。"


async def test_somebody_whose_role_was_taken_away_is_a_stranger_again(town: Town, lin: Resident) -> None:
    town.db.conn.execute("DELETE FROM memberships")
    assert "索取邀请链接" in await lin.says("我的任务")


async def test_a_bad_percent_is_refused_in_the_persons_language(town: Town) -> None:
    helen = town.member(1031, "Helen", "市公安局", Role.LIAISON, "en")
    await helen.says("1-2")
    await helen.presses("Report", "In progress")
    assert (await helen.says("140")).startswith("Please give a whole number from 0 to 100, such as 80.\n\nReporting on")


@pytest.mark.parametrize("said", ["43-5交给建设局", "43-5移交住建局，职责调整", "1-2移交不存在局"])
async def test_a_task_that_is_to_go_to_an_unknown_office_goes_nowhere(town: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("没有“")
    assert town.rows("SELECT * FROM dialogs") == []


async def test_a_list_of_an_unknown_office_is_not_that_of_all(chen: Resident) -> None:
    assert (await chen.says("建设局逾期的")).startswith("没有“建设局”这个单位")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("生态环境厅的任务", "没有“生态环境厅”这个单位，是不是：市生态环境局？"),
        ("农村局怎么样", "没有“农村局”这个单位，是不是：市农业农村局？"),
        ("水务局怎么样", "没有“水务局”这个单位，请写任务表里的单位名，例如：市公安局。"),
    ],
)
async def test_the_units_of_a_name_like_that_of_no_unit_are_told(chen: Resident, said: str, answer: str) -> None:
    assert await chen.says(said) == answer


@pytest.mark.parametrize("signs", ["。。。", "...", "，，", "？", "——", "🙂"])
async def test_signs_alone_are_not_understood_whoever_writes_them(
    lin: Resident, chen: Resident, gu: Resident, signs: str
) -> None:
    for each in (lin, chen, gu):
        assert (await each.says(signs)).startswith("没听明白。")
