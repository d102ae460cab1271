"""Words of a note, and numbers beside a clause of their own, are corrected by naming the right ones."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["应该是阿里，不是京东", "不是京东，是阿里", "刚才那个会是阿里不是京东"])
async def test_a_word_of_the_note_is_put_right(lin: Resident, words: str) -> None:
    assert "情况：跟阿里开了个碰头会" in await lin.says("8-2 跟京东开了个碰头会", words)
    assert "情况：跟京东开了个碰头会" in await lin.says("提交", "说反了，其实是京东不是阿里")


async def test_a_word_of_the_note_is_put_right_in_english(grace: Resident) -> None:
    await grace.says("36-4 we met the Hanoi chamber")
    assert "Note: we met the Saigon chamber" in await grace.says("it was Saigon, not Hanoi")


async def test_words_of_the_note_are_replaced_in_english(grace: Resident) -> None:
    await grace.says("36-4 we met the Hanoi chamber")
    assert "Note: we met the Saigon chamber" in await grace.says("change Hanoi to Saigon")


async def test_a_number_of_things_is_no_percent(zhou: Resident) -> None:
    assert "进度：60%" in await zhou.says("1-8 60%，查处2起", "起数应该是3", "上一步")


async def test_a_number_of_the_note_that_was_wrong_leaves_the_figures(lin: Resident) -> None:
    await lin.submits("1-2 捣毁窝点1个 查扣假药3000盒 60%")
    answer = await lin.says("不是3000是3500")
    assert "查扣假药3500盒" in answer and "捣毁窝点数 1 个" in answer
    assert "捣毁窝点数 2 个" in await lin.says("不是1个是2个")


@pytest.mark.parametrize("said", ["刚才6-7的会是三次 我记错了", "那个会是三次"])
async def test_a_number_before_what_it_counts_is_put_right_by_naming_that(lin: Resident, said: str) -> None:
    await lin.submits("6-7跟市监开了两次会 40%")
    assert "情况：跟市监开了三次会 40%" in await lin.says(said)


async def test_what_cannot_be_put_right_is_quoted_as_it_was_written(lin: Resident) -> None:
    await lin.submits("6-7跟市监开了两次会 40%")
    assert "“刚才6-7的会记错了，应该是下午”没看懂" in await lin.says("刚才6-7的会记错了，应该是下午")


async def test_a_word_that_the_note_has_not_is_asked_about(lin: Resident) -> None:
    assert "没有写进去" in await lin.says("8-2 跟京东开了个碰头会", "是甲公司不是乙公司")


async def test_what_stands_beside_the_number_is_asked_about_and_may_be_left_out(lin: Resident) -> None:
    shown = await lin.says("1-2 50% 抓了12个人，刑拘9个", "刑拘应该是8个，那个是取保")
    assert "刑拘人数 8 人" in shown and "这句话本身还没有写进去" in shown
    await lin.presses("上一步")
    assert "已提交" in await lin.says("提交")


async def test_a_report_that_waits_is_put_right(town: Town, lin: Resident) -> None:
    await lin.says("2-3 抓了5个", "回头弄", "2-3核实了，是4个，不是5个", "提交")
    assert town.rows("SELECT value FROM report_figures") == [{"value": 4.0}]


async def test_one_of_several_is_put_right(lin: Resident) -> None:
    shown = await lin.says("7-1平台一期上线，18-1没变化", "7-1的平台是试运行，不是上线")
    assert "情况：平台一期试运行" in shown and "填报 18-1" in shown


async def test_a_small_number_does_not_undo_what_is_done(grace: Resident) -> None:
    assert "was not added" in await grace.says("36-4 done", "change it to 3")
    assert "Progress: 60%" in await grace.says("change it to 60")
    assert "Progress: 3%" in await grace.says("change it to 3")


async def test_a_word_is_put_right_at_any_question(nong: Resident) -> None:
    asked = await nong.says("4-2 去了黄陂，指导3次", "是蔡甸，不是黄陂")
    assert "情况：去了蔡甸，指导3次" in asked and "完成了百分之几" in asked


async def test_what_is_told_beside_the_word_is_asked_about(lin: Resident) -> None:
    shown = await lin.says("2-3 抓了5个，主犯是张三", "今天又抓了8个，主犯不是张三，是李四")
    assert "这句话本身还没有写进去" in shown and "主犯是李四" in shown


async def test_what_is_told_beside_the_word_is_kept_of_a_report_that_waits(lin: Resident) -> None:
    shown = await lin.says("2-3 抓了5个，主犯是张三", "先放着", "2-3 今天又抓了8个，主犯不是张三，是李四")
    assert "今天又抓了8个，主犯不是张三，是李四" in shown


@pytest.mark.parametrize(
    ("told", "words", "note", "figures"),
    [
        (
            "昨晚打掉三个窝点，抓了五个人",
            "不是三个窝点是两个窝点，记错了",
            "昨晚打掉两个窝点，抓了五个人",
            "捣毁窝点数 2 个",
        ),
        ("昨晚打掉三个窝点，抓了五个人", "是四个人不是五个人看错了", "昨晚打掉三个窝点，抓了四个人", "抓获人数 4 人"),
        ("收了三十双假鞋", "不是三十双是二十多双我听错了", "收了二十多双假鞋", ""),
        ("开了三次会，收了线索", "不是三次会 是两次 记岔了", "开了两次会，收了线索", ""),
        ("we held 3 meetings", "not 3 meetings but 2, my mistake", "we held 2 meetings", ""),
    ],
)
async def test_a_number_of_the_note_and_its_figure_are_one(
    lin: Resident, told: str, words: str, note: str, figures: str
) -> None:
    shown = await lin.says(f"1-2 60%，{told}", words)
    assert f"{note}\n" in f"{shown}\n" and figures in shown and "没有写进去" not in shown


async def test_a_slip_of_the_pen_in_one_of_several_is_put_right_with_its_figure(nong: Resident) -> None:
    shown = await nong.says(
        "1-3 85%，开了现场会，罚没款12.6万元\n3-5 进度70%，会签完了", "第一项罚没款应为126万元，系笔误"
    )
    assert "罚没款126万元" in shown and "罚没金额 126 万元" in shown


@pytest.mark.parametrize("words", ["他那个6-7不对，应该40", "副手报的6-7写错了，是40%", "6-7应该是40%"])
async def test_a_colleagues_report_is_put_right_like_ones_own(
    town: Town, lin: Resident, dong: Resident, words: str
) -> None:
    await dong.says("6-7 20% 跟市监碰了一次头，立案3起", "提交")
    assert "进度：40%\n情况：20% 跟市监碰了一次头，立案3起" in await lin.says(words)
    shown = await lin.says("提交", "6-7立案不是3起是5起")
    assert "立案件数 5 件" in shown and "立案5起" in shown
    await lin.says("提交")
    assert [each["replaces"] for each in town.rows("SELECT replaces FROM reports ORDER BY id")] == [None, 1, 2]


async def test_words_that_the_right_ones_share_with_what_stands_around_the_wrong_ones_stay_once(lin: Resident) -> None:
    await lin.says("1-2 60%，已印发责任分工方案", "提交")
    assert "情况：60%，已印发责任清单\n" in f"{await lin.says('写得不对，是责任清单不是分工方案')}\n"


@pytest.mark.parametrize("said", ["企业应该是66家", "1-2改一下，企业是66家"])
async def test_a_number_of_the_note_is_named_by_the_word_before_it(lin: Resident, said: str) -> None:
    await lin.says("1-2 80%，办了两场活动，参加企业60家", "提交")
    assert "情况：80%，办了两场活动，参加企业66家\n" in f"{await lin.says(said)}\n"


async def test_a_number_of_the_note_is_found_by_what_it_counts(lin: Resident) -> None:
    await lin.says("6-7 60%，联合检查2次", "提交")
    assert "情况：60%，联合检查3次\n" in f"{await lin.says('6-7我改一下，3次')}\n"


async def test_it_is_still_the_percent_of_the_last_time(lin: Resident) -> None:
    await lin.says("1-2 60%，抓获3人", "提交")
    assert "进度：60%" in await lin.says("1-2还是上次的60")


def _of_a_district(town: Town) -> Resident:
    return town.member(1053, "梅科长", "青山区人民政府", Role.LIAISON)


@pytest.mark.parametrize(
    "words",
    [
        "42-1 的人数写反了 是增加6个 共计23人",
        "42-1 共计是23人",
        "共计是23人",
        "弄错了，全区共计23人",
        "全区共计应该是23人",
        "数字填反了，增加的是6个，全区共计是23人",
    ],
)
@pytest.mark.parametrize("submitted", [True, False])
async def test_numbers_of_the_note_said_again_in_its_words_are_put_right(
    town: Town, words: str, submitted: bool
) -> None:
    mei = _of_a_district(town)
    await mei.says("42-1 增加了6个人 全区共计32人", *(["提交"] if submitted else []))
    shown = await mei.says(words)
    assert "情况：增加了6个人 全区共计23人\n" in shown
    await mei.presses("提交")
    assert town.rows("SELECT note FROM reports ORDER BY id")[-1]["note"] == "增加了6个人 全区共计23人"


async def test_numbers_in_other_words_than_those_of_the_note_put_nothing_right(town: Town) -> None:
    mei = _of_a_district(town)
    await mei.says("42-1 增加了6个人 全区共计32人")
    assert "“其中党员是12人”没有写进去" in await mei.says("其中党员是12人")


@pytest.mark.parametrize("said", ["wait the attendees was 105 not 150, typo", "attendees 105 not 150"])
@pytest.mark.parametrize("submitted", [True, False])
async def test_a_number_said_to_be_wrong_is_the_one_replaced(grace: Resident, said: str, submitted: bool) -> None:
    await grace.says("36-4 150 attendees, 40%", *(["submit"] if submitted else []))
    assert "Progress: 40%\nNote: 105 attendees, 40%" in await grace.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "刚才1-2那个写错了 方案还没印发",
        "不对 方案还没印发",
        "说错了，方案还没印发",
        "更正一下，方案还没印发",
        "1-2不对，方案还没印发",
    ],
)
async def test_what_is_told_to_be_wrong_gives_place_to_what_is_right(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 印发了方案 50%", "提交")
    assert "进度：50%\n情况：方案还没印发\n" in f"{await lin.says(said)}\n"
    await lin.says("提交")
    assert [row["note"] for row in town.rows("SELECT note FROM reports")] == ["印发了方案 50%", "方案还没印发"]


async def test_only_the_clause_that_is_about_the_same_gives_place_also_before_it_is_submitted(lin: Resident) -> None:
    await lin.says("1-2 印发了方案，开了两次会 50%")
    assert "情况：方案还是草稿，开了两次会 50%\n" in f"{await lin.says('不对 方案还是草稿')}\n"
    assert "情况：方案还是草稿，会只开了一次\n" in f"{await lin.says('搞错了，会只开了一次')}\n"
    assert "没有写进去" in await lin.says("搞错了，数据是区里报来的")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("搞错了，区里领导没来", "印发了方案 50% 区里领导没来"),
        ("不对 区里领导没参加会", "印发了方案 50% 区里领导没参加会"),
        ("说错了，是区里科长参加的会", "印发了方案 50% 区里科长参加的会"),
        ("打错了，方案只是草稿", "方案只是草稿 区里领导参加了会"),
    ],
)
async def test_what_puts_a_clause_right_says_nothing_of_how_the_work_stands(town: Town, said: str, note: str) -> None:
    mei = town.member(1053, "梅科长", "武昌区人民政府", Role.LIAISON)
    await mei.says("39-1 印发了方案 50% 区里领导参加了会")
    assert f"状态：进行中\n情况：{note}\n" in f"{await mei.says(said)}\n"


async def test_words_for_a_status_count_beside_what_is_put_right(lin: Resident) -> None:
    await lin.says("1-2 印发了方案 50%")
    assert "状态：受阻" in await lin.says("不对，方案被卡住了，做不下去")


async def test_work_that_has_not_begun_after_all_is_asked_what_was_written_of_it(lin: Resident) -> None:
    await lin.says("1-2 印发了方案 50%", "提交")
    assert "做了哪些工作" in await lin.says("刚才1-2报错了 应该是未启动")
    assert "状态：未启动\n情况：（无）" in await lin.says("跳过")
