"""A history entry opens in full, with its files, for those who may see them."""

from data.people.people import Role
from tests.journeys.files_received import files_received
from tests.journeys.files_sent import PIXEL
from tests.journeys.reporting.reports_made import reports_several, reports_with_evidence
from tests.journeys.town import Resident, Town


async def test_an_entry_opens_in_full_with_its_files(town: Town, lin: Resident) -> None:
    await reports_with_evidence(town, lin)
    await lin.says("/history")
    assert "佐证材料（3）：" in lin.sees() and "名单.pdf" in lin.sees()
    await lin.presses("详情 1")
    first, second, document = files_received(lin)
    assert [each.media.kind for each in (first, second, document) if each.media] == ["photo", "photo", "document"]
    assert first.text == "1-2 市公安局 佐证材料（3）"
    assert first.media_group_id == second.media_group_id is not None
    assert document.media is not None and document.media.name == "名单.pdf"


async def test_a_long_note_is_cut_in_the_page_and_whole_in_the_entry(lin: Resident) -> None:
    note = "认真部署" * 100
    await lin.reports("1-2", "进行中", "30", note)
    page = await lin.says("/history")
    assert "认真部署" * 24 in page and note not in page
    assert f"情况：{note}" in await lin.presses("详情 1")


async def test_ones_own_last_report_can_still_be_withdrawn_from_the_history(lin: Resident, chen: Resident) -> None:
    await reports_several(lin, 2)
    await lin.says("/history")
    await lin.presses("详情 2")
    assert lin.buttons() == []
    await lin.presses("详情 1")
    assert lin.buttons() == ["撤回", "更正"]
    assert "已撤回，1-2 恢复到之前的状态" in await lin.presses("撤回")
    await chen.says("/history")
    await chen.presses("详情 1")
    assert chen.buttons() == []


async def test_the_reviewer_opens_the_evidence_before_the_verdict(town: Town, lin: Resident, chen: Resident) -> None:
    await reports_with_evidence(town, lin)
    await town.move_to("2019-11-25 08:31")
    assert chen.buttons() == ["通过", "退回", "通过并留言", "佐证材料（3）"]
    await chen.presses("佐证材料")
    assert [each.media.name for each in files_received(chen) if each.media][-1] == "名单.pdf"
    await chen.says("/review")
    assert chen.buttons() == ["通过", "退回", "通过并留言", "佐证材料（3）"]


async def test_the_evidence_is_offered_in_the_reviewers_language(town: Town, lin: Resident) -> None:
    ann = town.member(1031, "Ann", None, Role.COORDINATOR, "en")
    await reports_with_evidence(town, lin)
    await ann.says("/review")
    assert ann.buttons() == ["Accept", "Return", "Accept with a word", "Evidence (3)"]
    await ann.presses("Evidence (3)")
    assert files_received(ann)[0].text == "1-2 市公安局: evidence (3)"


async def test_a_file_whose_id_has_gone_is_sent_from_its_bytes(town: Town, lin: Resident, chen: Resident) -> None:
    await reports_with_evidence(town, lin)
    town.db.change("UPDATE attachments SET file_id = 'gone-' || id WHERE kind = 'document' OR id = 1")
    await chen.reviews("佐证材料")
    sent = [each.media for each in files_received(chen) if each.media]
    assert [each.kind for each in sent] == ["photo", "photo", "document"]
    assert [town.world.files.get(each.file_id).content for each in sent] == [PIXEL, PIXEL, b"%PDF-1.4"]
    assert [each.text for each in files_received(chen)] == ["1-2 市公安局 佐证材料（3）", "", ""]


async def test_the_first_file_that_can_be_had_has_the_caption(town: Town, lin: Resident, chen: Resident) -> None:
    await reports_with_evidence(town, lin)
    town.db.change("UPDATE attachments SET file_id = 'gone', digest = NULL WHERE kind = 'photo'")
    await chen.reviews("佐证材料")
    assert [each.text for each in files_received(chen)] == ["1-2 市公安局 佐证材料（3）"]


async def test_a_file_that_cannot_be_had_is_named(town: Town, lin: Resident, chen: Resident) -> None:
    await reports_with_evidence(town, lin)
    town.db.change("UPDATE attachments SET file_id = 'gone', digest = NULL WHERE kind = 'document'")
    assert "这些文件现在取不到：名单.pdf" in await chen.reviews("佐证材料")
    assert len(files_received(chen)) == 2


async def test_where_a_file_lies_that_was_moved_out_is_said_when_telegram_does_not_have_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await reports_with_evidence(town, lin)
    town.db.change("UPDATE attachments SET file_id = 'gone' WHERE kind = 'document'")
    town.db.change(
        """UPDATE evidence SET content = x'', moved_to = '/archive/2019/名单.pdf'
        WHERE digest IN (SELECT digest FROM attachments WHERE kind = 'document')"""
    )
    await chen.reviews("佐证材料")
    assert chen.sees() == "“名单.pdf”已移出保存，需要时请向办公室要：/archive/2019/名单.pdf"


async def test_a_report_with_twelve_photos_comes_in_two_albums(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    await reports_with_evidence(town, lin)
    town.db.change(
        """INSERT INTO attachments (report_id, kind, file_id, name, mime, size, message_key)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
        SELECT report_id, kind, file_id, name, mime, size, 'copy ' || i FROM attachments, n WHERE attachments.id = 1"""
    )
    await chen.reviews("佐证材料（13）")
    albums = [each.media_group_id for each in files_received(chen)]
    assert [albums.count(each) for each in dict.fromkeys(albums)] == [10, 2, 1]


async def test_a_card_offers_the_newest_evidence_to_those_who_may_see_it(
    town: Town, lin: Resident, chen: Resident, gu: Resident
) -> None:
    await reports_with_evidence(town, lin)
    await lin.submits("1-2 70%")
    for reader in (lin, chen, gu):
        await reader.says("1-2的照片给我看看")
        assert "佐证材料（3）" in reader.buttons()
    await chen.presses("佐证材料")
    assert [each.media.name for each in files_received(chen) if each.media][-1] == "名单.pdf"
    await chen.says("1-3")
    assert not any("佐证材料" in each for each in chen.buttons())


async def test_evidence_of_a_withdrawn_report_is_not_offered(town: Town, lin: Resident) -> None:
    await reports_with_evidence(town, lin)
    await lin.presses("撤回")
    await lin.says("1-2")
    assert not any("佐证材料" in each for each in lin.buttons())
