"""The list of people by unit, a person's page, and units without anybody; by command and in words."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def test_the_list_is_by_unit_with_who_is_there_since_when(lin: Resident, wu: Resident, chen: Resident) -> None:
    await lin.says("我的任务")
    answer = await chen.says("/people")
    assert answer.startswith("共 3 人 · 人员名单")
    assert "办公室\n· 陈主任 协调员，今天来过" in answer
    assert "市公安局\n· 林警官 联络员，今天来过" in answer
    assert "市市场监管局\n· 小吴 B角，还没来过" in answer
    assert "个单位没有联络员" in answer
    assert [each for each in chen.buttons() if each == "林警官"]


@pytest.mark.parametrize("words", ["联络员名单", "人员名单", "list of liaisons"])
async def test_the_list_is_asked_for_in_words(lin: Resident, chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("共 2 人")


@pytest.mark.parametrize(
    "words", ["公安局联络员是谁", "市公安局有谁", "/people 公安局", "联络员名单 公安局", "公安局电话多少"]
)
async def test_who_is_of_a_unit_is_asked_for_in_words(lin: Resident, wu: Resident, chen: Resident, words: str) -> None:
    answer = await chen.says(words)
    assert answer.startswith("市公安局\n· 林警官 联络员") and "小吴" not in answer
    assert chen.buttons() == ["林警官", "邀请", "叫法和分组", "全部名单"]


@pytest.mark.parametrize("words", ["林警官是谁", "给林警官打电话", "林警官多久没来了"])
async def test_a_name_opens_the_persons_page(lin: Resident, chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("林警官\n市公安局 联络员")


async def test_a_question_for_people_is_answered_while_something_else_is_asked(lin: Resident, chen: Resident) -> None:
    answer = await chen.says("移除林警官", "哪些单位没有联络员")
    assert "点单位发邀请链接" in answer and "要移除林警官吗" in answer
    assert chen.buttons() == ["移除", "取消"]


async def test_a_persons_page_says_how_to_reach_them(lin: Resident, chen: Resident) -> None:
    await chen.says("/people")
    page = await chen.presses("林警官")
    assert "林警官\n市公安局 联络员" in page and "还没来过" in page
    assert [each.user_id for each in chen.last().entities if each.type == "text_mention"] == [1002]


async def test_who_cannot_be_reached_is_marked(town: Town, lin: Resident, chen: Resident) -> None:
    town.db.change("UPDATE people SET unreachable_at = '2019-11-20T00:00:00+00:00' WHERE telegram_id = 1002")
    assert "林警官 联络员，⚠️ 消息送不到" in await chen.says("/people")


async def test_units_with_nobody_are_listed_and_invited_by_a_press(lin: Resident, chen: Resident) -> None:
    answer = await chen.says("哪些单位还没有联络员")
    assert "个单位没有联络员" in answer
    assert "公安局" not in chen.buttons()
    assert "邀请链接" in await chen.presses("文旅局")


async def test_a_long_list_turns_its_pages(town: Town, chen: Resident) -> None:
    for number in range(25):
        town.member(2000 + number, f"联络员{number}", "市公安局", Role.LIAISON)
    assert "第 1/3 页" in await chen.says("/people")
    assert "第 2/3 页" in await chen.presses("下一页")
    assert "联络员12" in chen.sees()
    assert "第 1/3 页" in await chen.presses("上一页")


async def test_a_liaison_sees_the_own_unit_alone(lin: Resident, wu: Resident, chen: Resident) -> None:
    assert (await lin.says("市公安局联络员是谁")).startswith("市公安局\n· 林警官 联络员")
    assert lin.buttons() == []
    assert await lin.says("市场监管局联络员是谁") == "别的单位的人员请问办公室。"
    assert await lin.says("农业局和商务局的联络员电话") == "别的单位的人员请问办公室。"


async def test_the_own_unit_is_shown_beside_others_that_are_not(lin: Resident, wu: Resident) -> None:
    shown = await lin.says("公安局和市场监管局的联络员电话")
    assert shown.startswith("别的单位的人员请问办公室。\n\n市公安局\n· 林警官 联络员") and "小吴" not in shown


async def test_it_reads_english(grace: Resident, chen: Resident) -> None:
    await chen.says("/language")
    await chen.presses("English")
    answer = await chen.says("/people")
    assert answer.startswith("2 people · People") and "Grace, liaison, not here yet" in answer


@pytest.mark.parametrize("words", ["谁还没来过", "谁还没点链接", "who has not been here"])
async def test_who_has_not_been_here_yet_is_listed(lin: Resident, zhou: Resident, chen: Resident, words: str) -> None:
    await lin.says("我的任务")
    shown = await chen.says(words)
    assert (
        shown.startswith("名单里还没来过的：1 人")
        and "林警官" not in shown
        and f"· {zhou.name} 联络员，还没来过" in shown
    )
    assert "名单里还没来过的" not in await lin.says(words)


@pytest.mark.parametrize("words", ["哪些单位没人", "哪些单位还没人", "which units have nobody"])
async def test_units_with_nobody_are_asked_for_in_short(chen: Resident, words: str) -> None:
    assert "个单位没有联络员" in await chen.says(words)


@pytest.mark.parametrize("words", ["菜单", "功能", "menu"])
async def test_the_menu_is_the_help(chen: Resident, words: str) -> None:
    assert (await chen.says(words)).startswith("我可以做这些：")


@pytest.mark.parametrize(
    ("said", "shown"), [("1-2的联络员电话", "市公安局\n· 林警官"), ("1-8的联络员是谁", "市市场监管局\n· 周科长")]
)
async def test_of_a_task_the_liaisons_are_those_of_its_unit(
    lin: Resident, zhou: Resident, chen: Resident, said: str, shown: str
) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_of_a_task_of_several_units_the_people_of_all_are_shown(
    town: Town, lin: Resident, chen: Resident
) -> None:
    town.member(1050, "政科长", "市委政法委", Role.LIAISON)
    town.member(1051, "办干事", "市打击侵权假冒工作领导小组办公室", Role.LIAISON)
    shown = await chen.says("40-1的联络员是谁")
    assert "政科长" in shown and "办干事" in shown and "林警官" not in shown


async def test_how_many_there_are_in_each_role_is_told(lin: Resident, wu: Resident, chen: Resident) -> None:
    shown = await chen.says("现在联络员一共多少人")
    assert shown.startswith("共 3 人 · 人员名单\n联络员 1 人，B角 1 人，协调员 1 人\n办公室\n")


@pytest.mark.parametrize("said", ["2-3该找谁", "2-3联系人是谁", "昆仑行动该问谁", "who should I ask about 2-3?"])
async def test_whom_to_ask_about_a_task_is_answered_with_the_people_of_its_units(
    lin: Resident, wu: Resident, chen: Resident, said: str
) -> None:
    for asker in (lin, chen):
        answer = await asker.says(said)
        assert answer.startswith("市公安局\n· 林警官") and "小吴" not in answer
    assert "林警官" in chen.buttons()


async def test_for_another_units_task_its_unit_is_named_and_the_office(lin: Resident, wu: Resident) -> None:
    for said in ("7-1该找哪个", "7-1该问谁"):
        assert await wu.says(said) == "7-1 由市公安局负责。别的单位的人员请问办公室。"
        assert wu.buttons() == ["告诉办公室"]


async def test_not_knowing_whom_to_ask_is_an_obstacle(lin: Resident) -> None:
    assert "困难和需要的支持：不知道找谁协调，受阻" in await lin.says("2-3不知道找谁协调，受阻")


@pytest.mark.parametrize("said", ["我们单位都有谁", "我们局有哪些人", "单位有谁"])
async def test_who_is_of_the_own_unit(lin: Resident, said: str) -> None:
    assert await lin.says(said) == "市公安局\n· 林警官 联络员，今天来过"


@pytest.mark.parametrize("said", ["管事的是谁啊", "谁管这事", "who is in charge"])
async def test_who_is_in_charge_is_the_office(lin: Resident, chen: Resident, said: str) -> None:
    assert "陈主任" in await lin.says(said)
    assert "我的任务" in await lin.says("我们单位有哪些任务")


@pytest.mark.parametrize(
    "said", ["李四做市商务局副联络员", "商务局的B角是李四", "让李四当市商务局B角", "添加副联络员 李四 市商务局"]
)
async def test_naming_somebody_as_deputy_invites_them_however_it_is_said(
    shang: Resident, chen: Resident, said: str
) -> None:
    assert "要邀请 1 人：\n· 市商务局 李四：B角" in await chen.says(said)


async def test_who_is_there_already_is_not_invited(shang: Resident, chen: Resident) -> None:
    assert "要邀请" not in await chen.says("商务局的联络员是商科长")
    assert "要邀请" not in await chen.says("商务局的联络员是谁")
