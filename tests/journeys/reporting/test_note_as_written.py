"""The note of a report is kept as written: what is read from it, what counts and what does not, and what blocks."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

PARAGRAPH = (
    "10月举办电商农企对接会2场，组织企业36家参加，签约金额320万元，目前整体进度约65%。"
    "存在问题：检测经费不足，基层人手紧张。"
)
LINES = (
    *(
        "破案件数",
        "办结件数",
        "案值",
        "罚没金额",
        "抓获人数",
        "刑拘人数",
        "批捕人数",
        "起诉人数",
        "判决人数",
        "检查户次",
    ),
    *("抽检批次", "责令整改家数", "下架链接数", "查获件数", "查获吨数", "培训人次", "宣传场次", "发放资料份数"),
)
HELD = "SELECT status, percent, note, obstacle, figures FROM drafts"


async def test_a_heading_of_problems_blocks_nothing_and_the_paragraph_stays_whole(town: Town, nong: Resident) -> None:
    preview = await nong.says(f"27-3 {PARAGRAPH}")
    assert f"状态：进行中\n进度：65%\n情况：{PARAGRAPH}\n只留在情况里、不计入统计的：" in preview
    assert "签约金额320万元" in preview.rpartition("\n")[2]
    assert town.rows(HELD) == [
        {"status": "in_progress", "percent": 65, "note": PARAGRAPH, "obstacle": None, "figures": "{}"}
    ]


@pytest.mark.parametrize("said", ["80% 立案3起其中2起已移送检察院", "80% 新立案件3起", "80% 侦办刑事案件3起"])
async def test_figures_named_in_full_leave_no_note(lin: Resident, said: str) -> None:
    shown = await lin.says(f"1-2 {said}")
    assert "情况：（无）\n统计数据：立案件数 3 件" in shown


async def test_each_line_of_a_form_has_its_own_figure(lin: Resident) -> None:
    shown = await lin.says("1-2 60%\n立案：13\n破案：24\n抓获：9\n案值：30")
    assert "统计数据：立案件数 13 件，案值 30 万元，抓获人数 9 人，破案件数 24 件" in shown


async def test_every_line_of_a_long_form_is_read(lin: Resident) -> None:
    names = await lin.says("1-2 60%；立案件数8，累计251；" + "；".join(f"{each}7，累计90" for each in LINES))
    assert all(f"{each} 7" in names for each in LINES)


async def test_words_that_begin_with_a_numeral_are_no_figures(lin: Resident) -> None:
    said = "1-2 80% 查处三无食品，抓获5人"
    assert "统计数据：抓获人数 5 人" in await lin.says(said)


async def test_what_blocks_is_the_sentence_that_names_it(town: Town, lin: Resident) -> None:
    said = "开了两次协调会。因检测经费不足受阻，已报财政。下周再催一次。"
    await lin.says(f"1-2 {said}")
    assert town.rows("SELECT status, note, obstacle FROM drafts") == [
        {"status": "blocked", "note": said, "obstacle": "因检测经费不足受阻，已报财政"}
    ]


@pytest.mark.parametrize(("said", "note"), [("商务局的18-1完成80%", True), ("市公安局18-1完成80%", False)])
async def test_of_a_report_that_names_another_unit_the_name_is_not_lost(
    town: Town, lin: Resident, said: str, note: bool
) -> None:
    await lin.says(said)
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 80, "note": said if note else ""}]


async def test_what_is_stopped_of_others_blocks_nothing(town: Town, lin: Resident) -> None:
    await lin.says("1-2 责令3家暂停营业，完成60%")
    assert town.rows("SELECT status, percent, obstacle FROM drafts") == [
        {"status": "in_progress", "percent": 60, "obstacle": None}
    ]


@pytest.mark.parametrize("words", ["网上巡查没有停", "网上备案没有停"])
async def test_words_of_the_task_that_say_more_than_its_name_are_a_note(town: Town, words: str) -> None:
    wei = town.member(1032, "卫科长", "市卫生健康委", Role.LIAISON)
    await wei.begins("3-7", "进行中")
    await wei.says(words)
    assert town.rows("SELECT note FROM drafts") == [{"note": words}]


async def test_a_task_that_is_named_once_more_is_asked_about_again(town: Town) -> None:
    wei = town.member(1032, "卫科长", "市卫生健康委", Role.LIAISON)
    await wei.begins("3-7", "进行中")
    assert "做了哪些工作" in await wei.says("是消毒产品备案那个")
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


async def test_the_preview_says_which_numbers_do_not_count(lin: Resident) -> None:
    preview = await lin.says("1-2 60%，查处12起 案值35万 销毁假种子2吨，约谈企业3家，抓获约8人")
    assert "统计数据：立案件数 12 件，案值 35 万元，销毁吨数 2 吨\n" in preview
    assert preview.endswith("只留在情况里、不计入统计的：约谈企业3家、抓获约8人")


async def test_a_sum_that_is_only_about_right_is_said_to_be(lin: Resident) -> None:
    preview = await lin.says("1-2 60%，涉案金额约1200余万元")
    assert "“涉案金额约1200余万元”是约数，按“案值 1,200 万元”计；有准数请直接发。" in preview
    assert "案值 1,180 万元" in await lin.says("案值1180万") and "是约数" not in lin.sees()


@pytest.mark.parametrize(
    "words", ["案值大概一百二三十万", "案值三万二三", "立案十二三件", "案值2、3百万", "立案5、6起"]
)
async def test_a_range_counts_nowhere(lin: Resident, words: str) -> None:
    preview = await lin.says(f"1-2 60%，{words}")
    assert "统计数据：" not in preview and "只留在情况里、不计入统计的：" in preview


async def test_figures_alone_are_a_note_where_one_is_only_about_right(lin: Resident) -> None:
    preview = await lin.says("1-2 50%，抓五个 案值四百来万")
    assert "情况：50%，抓五个 案值四百来万\n" in preview and "“案值四百来万”是约数" in preview


async def test_it_says_so_in_english(town: Town) -> None:
    helen = town.member(1031, "Helen", "市公安局", Role.LIAISON, "en")
    assert (await helen.says("1-2 60%, 3 firms warned, 5 arrests")).endswith(
        "Only in the note, not counted: 3 firms warned"
    )


@pytest.mark.parametrize(
    ("said", "note", "figures"),
    [
        ("把没变化删掉", "开了会，抓获8人", '{"抓获人数": 8}'),
        ("抓获8人不要了", "开了会，没变化", "{}"),
        ("抓获那个去掉", "开了会，抓获8人，没变化", "{}"),
    ],
)
async def test_words_and_figures_are_taken_out(town: Town, lin: Resident, said: str, note: str, figures: str) -> None:
    await lin.begins("1-2", "已完成")
    await lin.says("开了会，抓获8人，没变化")
    await lin.skips_to_the_preview()
    await lin.says(said)
    assert town.rows("SELECT note, figures FROM drafts") == [{"note": note, "figures": figures}]


async def test_what_is_not_there_to_be_taken_out_is_asked_about(lin: Resident) -> None:
    assert (await lin.says("1-2 已完成，查了五家", "把没变化删掉")).startswith("“把没变化删掉”没有写进去。")


@pytest.mark.parametrize("said", ["1-2 - 走访三家企业，60%", "1-2 —— 走访三家企业，60%"])
async def test_a_dash_behind_the_code_is_no_part_of_the_note(lin: Resident, said: str) -> None:
    assert "情况：走访三家企业，60%" in await lin.says(said)


async def test_each_number_that_does_not_count_is_named_once(nong: Resident) -> None:
    preview = await nong.says("4-2 70%，开了两次会，来了43人又来了51人")
    assert preview.endswith("不计入统计的：来了43人又来了51人")


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("a fair was held for 60 traders, about 3/4 done", "a fair was held for 60 traders"),
        ("50%, held 2 meetings w/ the bureau", "held 2 meetings w/ the bureau"),
        ("in progress 30%\nheld 2 meetings\nwith partners", "held 2 meetings"),
    ],
)
async def test_a_number_that_does_not_count_is_named_with_its_whole_clause(
    grace: Resident, said: str, clause: str
) -> None:
    assert (await grace.says(f"36-4 {said}")).endswith(f"not counted: {clause}")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("进行中 50% 开会2次", "开会2次"),
        ("进行中30%，增加了5个\n情况都好", "增加了5个"),
        ("30% 走访市场 5 家，立案2件，开了2次会抓了3人", "走访市场 5 家、开了2次"),
        ("30% 对辖区内的重点市场商场开展了检查共20多次", "对辖区内的重点市场商场开展了检查共20多次"),
    ],
)
async def test_what_is_named_as_not_counted_stands_so_in_the_note(lin: Resident, said: str, left: str) -> None:
    assert (await lin.says(f"1-2 {said}")).endswith(f"不计入统计的：{left}")


async def test_a_figure_that_is_only_intended_is_told_not_to_count(town: Town, lin: Resident) -> None:
    preview = await lin.says("1-2 60%，立案12件，其中移送3件、外地5件，力争达到80%，计划再查处10起")
    assert "不计入统计的：" in preview and preview.endswith("计划再查处10起")
    assert "80%" not in preview.rpartition("不计入统计的：")[2] and "、、" not in preview


@pytest.mark.parametrize(
    "rest",
    [
        "立案3起。下一步，将加强6-7联合行动，并于12月中旬完成2-3清理。",
        "还要等6-7的结果",
        "因为6-7没完成",
        "待2-3完成后一并总结",
        "（含6-7培训1期）",
        "Next: finish 6-7 in December",
    ],
)
async def test_a_task_that_is_only_mentioned_gets_no_report(lin: Resident, rest: str) -> None:
    shown = await lin.says(f"1-2 60%，{rest}")
    assert shown.startswith("填报 1-2") and f"情况：60%，{rest}" in shown


async def test_tasks_of_which_something_is_told_are_reported_on_behind_plans(lin: Resident) -> None:
    shown = await lin.says("1-2 60%，下一步开会，2-3 70%，6-7完成了")
    assert [line for line in shown.splitlines() if line.startswith("填报")] == [
        "填报 1-2 昆仑行动打食药环犯罪",
        "填报 2-3 食药环假犯罪主动打击",
        "填报 6-7 公安与市监联合执法",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "1-2报60%，将2-3报40%",
        "1-2立案3起 60%，下一步抓人，2-3立案1起",
        "1-2立案3起，60%，将移送检察院 2-3立案1起",
        "1-2办完了，接下来是2-3，查了5家店",
        "1-2，包括2-3，都完成50%了",
        "1-2完成60%，包括2-3也是60%",
    ],
)
async def test_a_task_of_which_something_is_told_is_not_only_mentioned(lin: Resident, said: str) -> None:
    shown = await lin.says(said)
    assert "填报 1-2" in shown and "填报 2-3" in shown


@pytest.mark.usefixtures("lin")
async def test_orders_about_several_tasks_leave_none_out(chen: Resident) -> None:
    assert "改牵头：1-2、2-3" in await chen.says("1-2改为市检察院牵头，将2-3改为市商务局牵头")
    await chen.says("取消")
    shown = await chen.says("催1-2、6-7，包括2-3")
    assert "2-3 食药环" in shown and "包括" not in shown


@pytest.mark.parametrize("said", ["没收违法所得1.2万元，罚款3.4万元", "查处案件12起，其中立案8起"])
async def test_words_whose_numbers_are_asked_about_are_the_note(nong: Resident, said: str) -> None:
    assert "哪个计入统计？" in await nong.says(f"1-3 60% {said}")
    assert f"情况：60% {said}\n" in await nong.presses("先不报")


async def test_numbers_joined_by_a_plus_are_not_counted(nong: Resident) -> None:
    shown = await nong.says("1-3 60% 立案3+2件")
    assert "情况：60% 立案3+2件\n只留在情况里、不计入统计的：立案3+2件" in shown and "统计数据：" not in shown


@pytest.mark.parametrize("said", ["我替他报，1-2 办了3件", "1-2呢，办了3件", "补报1-2，办了3件", "等等1-2办了3件"])
async def test_words_that_only_lead_to_the_report_are_no_part_of_it(lin: Resident, said: str) -> None:
    assert "情况：办了3件\n" in await lin.says(said)


@pytest.mark.parametrize("order", ["提交", "交吧", "submit"])
async def test_an_order_to_submit_below_a_report_is_no_part_of_it(lin: Resident, order: str) -> None:
    shown = await lin.says(f"1-2 60%，开了会\n{order}")
    assert "情况：60%，开了会" in shown and order not in shown.split("情况", 1)[1]


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("帮林警官报一下 2-3 管控人员无异常", "管控人员无异常"),
        ("替老王报个：2-3 办了2起案子，管控人员无异常", "办了2起案子，管控人员无异常"),
        ("不好意思，刚才漏了2-3，管控人员无异常", "管控人员无异常"),
        ("刚才三个里我漏了2-3，管控人员无异常", "管控人员无异常"),
        ("2-3再加上：立案2件，管控人员无异常", "立案2件，管控人员无异常"),
        ("for Officer Lin: 2-3 nothing unusual found so far", "nothing unusual found so far"),
        ("2-3里管控的人员无异常", "2-3里管控的人员无异常"),
        ("帮企业维权3次，2-3 管控人员无异常", "帮企业维权3次，2-3 管控人员无异常"),
    ],
)
async def test_the_order_to_report_is_no_part_of_the_note(lin: Resident, said: str, note: str) -> None:
    await lin.says(said)
    assert "填报 2-3 食药环假犯罪主动打击\n" in lin.sees() and f"情况：{note}" in lin.sees()


@pytest.mark.parametrize(
    "said",
    [
        "你好 我要报1-2",
        "您好，今天要汇报一下1-2，",
        "我想报1-2 ",
        "给1-2加个备注 ",
        "1-2 情况：",
        "还有1-2也报一下 ",
        "1-2嗯那个",
    ],
)
async def test_what_only_leads_to_the_task_and_its_note_is_no_note(lin: Resident, said: str) -> None:
    shown = await lin.says(f"{said}抓了6个人，卷宗在支队")
    assert "情况：抓了6个人，卷宗在支队\n" in shown


async def test_what_does_not_count_is_named_without_the_sign_before_it(lin: Resident) -> None:
    assert "\n只留在情况里、不计入统计的：开了2次会" in await lin.says("1-2: 开了2次会，大概一半")
