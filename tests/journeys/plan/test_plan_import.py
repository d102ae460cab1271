"""Importing a plan file sent by the office: what was read, what it changes, importing it, and undoing that."""

import io
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from data.people.people import Role
from data.store import open_database
from tests.data.plan.official_table import official_document, shipped_tasks
from tests.data.plan.workbook_members import with_member
from tests.data.plan.yearly_plan import YEARLY_PLAN
from tests.journeys.files_received import content_of, files_received
from tests.journeys.files_sent import sends_file
from tests.journeys.plan.plan_files import SHIPPED, without
from tests.journeys.town import Resident, Town

COUNT = "SELECT count(*) AS n FROM tasks WHERE gone_at IS NULL"


async def test_a_file_is_read_compared_and_taken_over_by_a_press(town: Town, chen: Resident, lin: Resident) -> None:
    changed = without(SHIPPED.replace("昆仑行动：集中侦办", "昆仑行动：联合侦办"), "卫星设备线索移送协查")
    said = await sends_file(chen, "新表.csv", changed)
    assert said.startswith("“新表.csv”读到 229 项任务：15 个部分，41 个细项，38 个单位。\n完成时间：有日期 ")
    assert "新增 0 项，改动 1 项，减少 1 项，不变 228 项。" in said
    assert (
        "～ 1-2 昆仑行动打食药环犯罪\n      细化措施：昆仑行动：集中侦办" in said
        and "－ 3-14 卫星设备线索移送协查" in said
    )
    assert town.rows(COUNT) == [{"n": 230}] and chen.buttons() == ["确认导入", "取消"]
    assert "已导入“测试任务表”：现有 229 项任务。一天之内可以撤销。" in await chen.presses("确认导入")
    assert "联合侦办" in await chen.says("1-2") and "没有任务 3-14" in await chen.says("3-14")
    await town.move_to("2019-11-25 08:32")
    assert "细化措施：昆仑行动：集中侦办" in lin.sees() and "联合侦办" in lin.sees()


async def test_a_task_that_an_import_brings_is_told_as_new(town: Town, chen: Resident, lin: Resident) -> None:
    await sends_file(
        chen, "新表.csv", SHIPPED.rstrip() + "\n七、新增,99. 新任务,打击新型假冒,,查处新型假冒,,2019年底,市公安局,\n"
    )
    assert "新增 1 项" in chen.sees()
    await chen.presses("确认导入")
    await town.move_to("2019-11-25 08:32")
    assert "99-1 打击新型假冒\n新增任务" in lin.sees()
    await chen.presses("撤销导入")
    assert town.rows(COUNT) == [{"n": 230}]


async def test_an_import_is_undone_within_a_day_and_not_after(town: Town, chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "30")
    for _ in range(2):
        await sends_file(chen, "新表.csv", without(SHIPPED, "昆仑行动"))
        await chen.presses("确认导入")
        assert "没有找到" in await lin.says("1-2")
        if _ == 0:
            await chen.presses("撤销导入")
            assert "已撤销导入，任务表恢复如前：230 项任务。" in chen.heard()
            assert "进行中 30%" in await lin.says("1-2")
    await town.move_to("2019-11-26 08:40")
    assert "已经过了一天，不能撤销了" in await chen.presses("撤销导入")
    assert town.rows(COUNT) == [{"n": 229}]


async def test_what_was_changed_in_the_chat_stays_unless_the_file_is_chosen(chen: Resident) -> None:
    await chen.submits("把43-5的期限改到12月10日，因为等省里文件")
    await chen.submits("删除1-9，因为并到1-8")
    said = await sends_file(chen, "原表.csv", SHIPPED)
    assert "有 2 项后来在聊天里改过，文件里写的不一样（聊天里的 → 文件里的）：" in said
    assert "完成时间：2019年12月10日 → 2019年11月" in said and "在任务表里：不在 → 在" in said
    shown = await chen.presses("保留聊天里改的")
    assert "聊天里改过的 2 项照旧：1-9、43-5" in shown
    await chen.presses("确认导入")
    assert "2019年12月10日" in await chen.says("43-5") and "没有任务 1-9" in await chen.says("1-9")
    await sends_file(chen, "原表.csv", SHIPPED)
    await chen.presses("改成文件里的", "确认导入")
    assert "2019年11月（2019年11月30日）" in await chen.says("43-5") and (await chen.says("1-9")).startswith("1-9 ")
    assert "一样，没有要导入的" in await sends_file(chen, "原表.csv", SHIPPED)


async def test_the_day_of_an_event_survives_an_import(chen: Resident) -> None:
    await chen.submits("《化妆品监督管理条例》已出台，11月20日")
    assert "一样，没有要导入的" in await sends_file(chen, "原表.csv", SHIPPED)


async def test_a_file_of_two_rows_is_no_new_version_but_may_be_a_new_plan_and_that_is_undone(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.reports("1-2", "进行中", "30")
    said = await sends_file(chen, "二.csv", "\n".join(SHIPPED.splitlines()[:3]))
    assert "文件里没有现行 230 项任务中的 228 项，超过十分之一" in said and "1-3 农资打假专项行动" in said
    assert chen.buttons() == ["作为新任务表", "取消"]
    assert (await chen.says("不导了")).startswith("已取消")
    await sends_file(chen, "二.csv", "\n".join(SHIPPED.splitlines()[:3]))
    await chen.presses("作为新任务表")
    await chen.says("2020年任务表")
    assert "作为新任务表，现行的“测试任务表”会归档。\n新任务表共 2 项任务。" in await chen.says("2019年11月20日")
    await chen.presses("确认导入")
    assert [row["title"] for row in town.rows("SELECT title FROM plans WHERE ended_at IS NULL")] == ["2020年任务表"]
    await chen.presses("撤销导入")
    assert [row["title"] for row in town.rows("SELECT title FROM plans WHERE ended_at IS NULL")] == ["测试任务表"]
    assert town.rows(COUNT) == [{"n": 230}] and "进行中 30%" in await lin.says("1-2")


async def test_a_unit_that_resembles_one_is_asked_after(chen: Resident) -> None:
    said = await sends_file(chen, "新表.csv", SHIPPED.replace(",市邮政管理局", ",市邮政管理所"))
    assert "文件里的“市邮政管理所”是哪个单位？" in said and chen.buttons()[0] == "市邮政管理局"
    card = await chen.says("1-9是什么")
    assert card.startswith("1-9 网络市场监管专项") and chen.sees() == "文件里的“市邮政管理所”是哪个单位？"
    assert "一样" in await chen.presses("市邮政管理局") or "新增 0 项，改动 0 项，减少 0 项" in chen.sees()


@pytest.fixture
async def empty_town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose office has not imported anything yet."""
    with closing(open_database(":memory:")) as database:
        empty = database.conn.serialize()
    async with Town(tmp_path, database=empty) as town:
        yield town


@pytest.fixture
def new_office(empty_town: Town) -> Resident:
    """The coordinator who is to import the plan."""
    return empty_town.member(1001, "陈主任", None, Role.COORDINATOR)


async def test_the_official_document_is_imported_from_an_empty_database_to_the_first_card(new_office: Resident) -> None:
    said = await sends_file(new_office, "任务细化表.docx", official_document(shipped_tasks()))
    assert "读到 230 项任务：15 个部分，41 个细项，38 个单位。" in said
    assert "这份任务表叫什么名称" in said
    await new_office.presses("武汉市2019—2020年打击侵权假冒工作任务细化表")
    await new_office.says("2019年10月24日")
    assert (await new_office.presses("确认导入")).startswith("接下来：")
    done = "已导入“武汉市2019—2020年打击侵权假冒工作任务细化表”：现有 230 项任务。"
    assert any(each.text.startswith(done) for each in new_office.messages())
    assert "完成时间：2020年2月（2020年2月29日）" in await new_office.says("1-2")


async def test_a_day_sent_instead_of_the_title_is_the_day_of_issue(new_office: Resident) -> None:
    await sends_file(new_office, "任务细化表.docx", official_document(shipped_tasks()))
    assert "这份任务表叫什么名称" in await new_office.says("2019年10月24日")
    preview = await new_office.says("打假任务细化表")
    assert "打假任务细化表" in preview and "2019年10月24日" in preview and "确认导入" in new_office.buttons()


async def test_what_cannot_be_read_is_told_in_a_sentence_and_changes_nothing(town: Town, chen: Resident) -> None:
    book, content = Workbook(), io.BytesIO()
    book.worksheets[0]["A1"] = "名单"
    book.save(content)
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)
    macros = with_member(official_document(shipped_tasks()[:2]), "word/vbaProject.bin", b"x")
    for name, given, why in (
        ("旧.doc", old, "请在 Word 或 WPS 里另存为 .docx 再发"),
        ("宏.docx", macros, "文件里有宏、嵌入的对象或外部模板"),
        ("名单.xlsx", content.getvalue(), "没有找到表头"),
        ("坏.docx", b"PK\x03\x04 broken", "文件已损坏，"),
        ("坏.csv", '细化措施,完成时间\n上报总结,年底前\n"再报,月底\n'.encode(), "文件已损坏（第 3 行，引号不成对）"),
    ):
        answer = await sends_file(chen, name, given)
        assert answer.startswith(f"“{name}”没有读成：") and why in answer and answer.endswith("任务表没有变。")
    assert town.rows("SELECT * FROM dialogs") == [] and town.rows("SELECT * FROM plan_files") == []


async def test_an_import_that_waits_outlives_a_restart_and_is_done_once(town: Town, chen: Resident) -> None:
    await sends_file(chen, "新表.csv", without(SHIPPED, "昆仑行动"))
    await town.restart_undone()
    await chen.presses("确认导入")
    await town.restart_undone()
    assert len(town.rows("SELECT * FROM plan_changes")) == 1 and town.rows(COUNT) == [{"n": 229}]


async def test_a_file_of_a_liaison_is_evidence_and_no_plan(town: Town, lin: Resident) -> None:
    await sends_file(lin, "新表.csv", SHIPPED)
    assert town.rows("SELECT * FROM plan_files") == []


async def test_a_yearly_plan_in_prose_is_pasted_and_becomes_a_plan_with_its_own_units(new_office: Resident) -> None:
    said = await new_office.says(YEARLY_PLAN)
    assert "读到 7 项任务：2 个部分，4 个细项，8 个单位。" in said
    assert "新单位（5 个）：市版权局、市通信管理局、市农业农村委、某江海关、市双打办" in said
    assert "完成时间看不明白：\n· 4-1 “上半年、11月底前”" in said and "没有写期限（3 项）：1-2、3-1、4-1" in said
    await new_office.presses("2022年某江市", "2022年3月15日", "确认导入")
    done = "已导入“2022年某江市打击侵犯知识产权和制售假冒伪劣商品工作要点”：现有 7 项任务。"
    assert any(each.text.startswith(done) for each in new_office.messages())
    assert "责任单位：0/3 家已报" in await new_office.says("1-1") and "市市场监管局（牵头）" in new_office.sees()


def long_plan() -> tuple[str, str]:
    """Return a yearly plan as Telegram splits it: a full message, and one that begins in mid-sentence."""
    filler = "".join(
        f"\n（{number}）整治第{number}类市场。严查侵权假冒行为，加强抽查和公示，完善联合抽查机制，落实监管要求，"
        "加大对违法行为的惩处力度，建立健全长效机制。（市市场监管局牵头，市公安局配合）"
        for number in ("三十一", "三十二", "三十三", "三十四") * 12
    )
    text = YEARLY_PLAN.replace("二、完善工作机制", f"{filler.strip()}\n二、完善工作机制")
    at = text.index("严查侵权假冒行为", 3100) + 4
    return text[:at], text[at:]


async def test_a_plan_that_is_too_long_for_one_message_is_read_as_a_whole(
    empty_town: Town, new_office: Resident
) -> None:
    first, second = long_plan()
    said = await new_office.says(first, second)
    assert "读到 55 项任务：2 个部分" in said and "4-1" not in said.partition("没有写单位")[2]
    assert len(empty_town.rows("SELECT * FROM dialogs WHERE kind = 'import'")) == 1
    await new_office.presses("2022年某江市", "2022年3月15日", "确认导入")
    assert empty_town.rows(COUNT) == [{"n": 55}]


async def test_a_name_in_one_line_is_no_part_of_a_pasted_plan(new_office: Resident) -> None:
    await new_office.says(long_plan()[0])
    assert "是哪天印发的" in await new_office.says("2022年工作要点")


async def test_a_measure_that_was_filled_in_in_the_chat_stays_with_its_task(chen: Resident) -> None:
    await chen.submits("14-2的措施改成“开展商标代理机构检查”，原表漏了")
    said = await sends_file(chen, "原表.csv", SHIPPED)
    assert "有 1 项后来在聊天里改过" in said and "细化措施：开展商标代理机构检查 → —" in said
    assert "新增 0 项，改动 0 项，减少 0 项，不变 230 项。" in await chen.presses("保留聊天里改的")
    await chen.presses("确认导入")
    assert "开展商标代理机构检查" in await chen.says("14-2")


async def test_an_ordinary_notice_is_no_plan(town: Town, chen: Resident) -> None:
    await chen.says("各位：\n一、周五前报送材料。\n二、周六开会。\n三、请带笔记本电脑参加。\n（办公室）")
    assert town.rows("SELECT * FROM plan_files") == []


async def test_a_roster_that_is_sent_as_a_plan_is_known_for_one(town: Town, chen: Resident) -> None:
    said = await sends_file(chen, "名单.csv", "单位,姓名,电话\n市公安局,林警官,13800000001\n市商务局,商科长,\n")
    assert "“名单.csv”像是人员名单（2 人），不是任务表" in said and "谁还没登记" in said
    assert town.rows(COUNT) == [{"n": 230}]


async def test_the_people_of_a_roster_are_invited_by_a_press(town: Town, chen: Resident) -> None:
    roster = "单位,姓名,角色\n市商务局,商科长,\n市公安局,小秦,B角\n市水产局,老于,\n办公室,李某,观察员\n"
    assert "任务表里没有这些单位：市水产局" in await sends_file(chen, "名单.csv", roster)
    assert chen.buttons() == ["市商务局 商科长", "市公安局 小秦"]
    await chen.presses("市公安局 小秦")
    assert town.rows("SELECT role, name FROM invites") == [{"role": "deputy", "name": "小秦"}]
    assert "小秦您好" in chen.sees()


async def test_a_number_given_with_an_invitation_lets_its_owner_in(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    await sends_file(chen, "名单.csv", "单位,姓名,角色,电话\n市税务局,刘敏,联络员,13800000000\n")
    await chen.presses("市税务局 刘敏")
    assert "给刘敏（13800000000）的" in chen.messages()[-2].text
    refused = await stranger.does(lambda: town.world.share_contact(stranger.id, phone="13811111111"))
    assert refused.startswith("名单里没有找到这个手机号")
    welcome = await stranger.does(lambda: town.world.share_contact(stranger.id, phone="+8613800000000"))
    assert welcome.startswith("刘敏，您好！您已登记为：市税务局联络员。")
    [invite] = town.rows("SELECT used_at, phone FROM invites")
    assert invite["used_at"] is not None and invite["phone"] == ""


async def test_a_roster_before_there_is_a_plan_waits_for_it(new_office: Resident) -> None:
    roster = "单位,姓名,电话\n市公安局,林警官,13800000001\n"
    assert "请先把任务表发来" in await sends_file(new_office, "名单.csv", roster)


async def test_the_first_plan_is_no_difference_from_anything(new_office: Resident) -> None:
    await sends_file(new_office, "任务表.csv", SHIPPED)
    assert "新任务表共 230 项任务。" in await new_office.says("任务表", "10月24日")


async def test_rows_of_a_roster_without_a_name_that_can_be_kept_are_named_and_the_others_listed(chen: Resident) -> None:
    rows = f"市公安局,{'张' * 3000},13800000001\n市商务局,商科长,\n市公安局,,13800000002\n"
    said = await sends_file(chen, "名单.csv", f"单位,姓名,电话\n{rows}")
    assert "“名单.csv”像是人员名单（1 人）" in said
    assert said.endswith("没有列入：第 2 行（市公安局）姓名最多 60 个字\n没有列入：第 4 行（市公安局）没有姓名")
    assert chen.buttons() == ["市商务局 商科长"]


async def test_who_is_on_the_list_is_not_invited_again_and_a_number_with_a_digit_missing_is_told(
    town: Town, chen: Resident, lin: Resident
) -> None:
    rows = "市公安局,林警官,联络员,\n,何主任,观察员,13911110000\n市卫健委,孙丽,联络员,1380000333\n"
    said = await sends_file(chen, "名单.csv", f"单位,姓名,角色,电话\n{rows}")
    assert "已登记，不用再邀请：林警官" in said
    assert said.endswith("请核对：第 4 行（孙丽）手机号“1380000333”看不明白或位数不对")
    assert chen.buttons() == ["何主任 观察员", "市卫生健康委 孙丽"]
    await chen.presses("何主任 观察员")
    assert town.rows("SELECT role, unit_id, name FROM invites") == [
        {"role": "observer", "unit_id": None, "name": "何主任"}
    ]


@pytest.mark.parametrize("head", ["单位,联系人,联系电话", "单位名称,联络员,手机", "单位,联络员姓名,联络员电话"])
async def test_the_usual_headings_of_a_roster_are_known(chen: Resident, head: str) -> None:
    said = await sends_file(chen, "名单.csv", f"{head}\n市商务局,商敏,13800001111\n")
    assert "像是人员名单（1 人）" in said and chen.buttons() == ["市商务局 商敏"]
    await chen.presses("市商务局 商敏")
    assert "给商敏（13800001111）的" in chen.messages()[-2].text


async def test_a_column_that_a_roster_lacks_is_told_once(chen: Resident) -> None:
    said = await sends_file(chen, "名单.csv", "单位,经办,电话\n市商务局,商敏,13800001111\n")
    assert "没有“姓名”这一列" in said and "没有列入" not in said and chen.buttons() == []


@pytest.mark.parametrize(
    "head", ["以下是补充任务：\n十五、加强执法能力建设\n（四十三）业务培训\n", "一、强化整治\n（一）专项整治\n"]
)
async def test_a_few_tasks_that_are_pasted_are_no_whole_plan_but_added_one_by_one(chen: Resident, head: str) -> None:
    tasks = (
        "1. 举办执法培训班，2020年1月底前完成。（市市场监管局、各区）\n2. 评选典型案例，2020年3月底前完成。（市公安局）"
    )
    said = await chen.says(f"{head}{tasks}")
    assert said.startswith("这像是任务表里的几项，没有导入。") and chen.buttons() == []
    first = said.splitlines()[1]
    assert first == "新增任务：举办执法培训班，2020年1月底前完成，市市场监管局、各区"
    assert (await chen.says(first)).startswith("新任务放在哪个细项下？")


async def test_a_deadline_that_is_not_understood_is_marked_where_the_import_is_confirmed(chen: Resident) -> None:
    line = next(each for each in SHIPPED.splitlines() if "农资打假专项行动" in each)
    said = await sends_file(chen, "新表.csv", SHIPPED.replace(line, line.replace("2019年底", "2019年13月")))
    assert "完成时间：2019年底 → 2019年13月（⚠️ 看不明白，导入后原来的期限就没有了）" in said
    assert chen.buttons() == ["确认导入", "取消"]
    said = await sends_file(chen, "新表.csv", SHIPPED.replace(line, line.replace("2019年底", "2020年1月")))
    assert "完成时间：2019年底 → 2020年1月\n" in said


async def test_undoing_an_import_that_nobody_made_offers_nothing_else(town: Town, chen: Resident) -> None:
    await chen.submits("把43-5的期限改到12月10日，因为等省里文件")
    assert (await chen.says("撤销导入")).startswith("最近一天没有导入过任务表") and chen.buttons() == []
    await sends_file(chen, "新表.csv", without(SHIPPED, "昆仑行动"))
    await chen.presses("保留聊天里改的", "确认导入")
    await chen.submits("把6-7的期限改到12月20日，因为等省里文件")
    assert "导入" in await chen.says("撤销导入")
    await chen.presses("撤销")
    assert town.rows(COUNT) == [{"n": 230}]


async def test_the_plan_is_had_as_a_file_changed_in_it_and_sent_back(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.submits("把43-5的期限改到12月10日，因为等省里文件")
    await chen.submits("办结1-3，因为做完了")
    await chen.submits("1-2加上市商务局，因为要配合")
    await chen.submits("1-7不设期限，因为长期工作")
    await chen.submits("删除1-9，因为并到1-8")
    await chen.says("把任务表导出来，我要改")
    await chen.says("/export plan")
    await chen.says("/plans")
    await chen.presses("1. ", "导出任务表")
    said, spelt, pressed = files_received(chen)
    assert said.text.startswith("测试任务表。改好后发给我") and spelt.text == pressed.text == said.text
    content = content_of(town, pressed.media)
    await sends_file(chen, "任务表.xlsx", content)
    assert chen.sees() == "文件与现行任务表一样，没有要导入的。" and "看不明白" not in chen.messages()[-2].text
    book = load_workbook(io.BytesIO(content))
    rows = {row[0].value: row for row in book["任务表"].iter_rows(min_row=4)}
    assert rows["1-2"][8].value == "牵头单位：市公安局\n配合单位：市商务局" and "1-9" not in rows
    rows["1-2"][7].value = "2020年3月31日"
    changed = io.BytesIO()
    book.save(changed)
    assert "新增 0 项，改动 1 项，减少 0 项，不变 228 项。" in await sends_file(chen, "任务表.xlsx", changed.getvalue())
    await chen.presses("确认导入")
    assert "2020年3月31日" in await lin.says("1-2")
    assert "2019年12月10日" in await chen.says("43-5")


async def test_a_plan_is_not_given_where_a_part_of_it_or_something_else_is_asked_for(chen: Resident) -> None:
    for other in ("导出任务表里逾期的", "市公安局任务表导出"):
        await chen.says(other)
    assert not [each for each in files_received(chen) if each.text.startswith("测试任务表。")]
