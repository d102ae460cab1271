"""Letters with a numbered paragraph on each of several tasks become one report a task."""

import pytest

from tests.journeys.reporting.reports_stored import reports_stored
from tests.journeys.town import Resident, Town

LETTER = (
    "现将我局近期工作情况报告如下：一、关于农资打假（1-3），出动执法人员120人次，立案查处违法案件17起，罚没款23.6万元；"
    "二、关于饲料质量安全抽查（2-6），已抽样60批次，合格率98.3%；三、关于农业执法培训（43-1），培训班推迟到12月；"
    "四、关于经费保障（44-4），资金已到位，该项任务可以办结。"
)


async def test_each_paragraph_of_a_letter_is_a_report_of_its_own(nong: Resident) -> None:
    answer = await nong.says(LETTER)
    assert "读到 3 条" in answer
    assert "填报 1-3 农资打假专项行动\n状态：进行中\n情况：（无）\n" in answer
    assert "统计数据：立案件数 17 件，罚没金额 23.6 万元，出动人次 120" in answer
    assert "填报 2-6 饲料质量省级抽检\n状态：进行中\n情况：已抽样60批次，合格率98.3%\n统计数据：抽检批次 60" in answer
    assert "填报 44-4 农业执法检测经费\n状态：已完成\n情况：资金已到位，该项任务可以办结" in answer
    assert "没看懂这几行，请另发：\n43-1 培训班推迟到12月" in answer


@pytest.mark.parametrize(
    "said",
    [
        "截至11月25日我局进展：1、1-3立案5起，进度60%；2、2-6抽了30批；3、44-4 已完成",
        "各位领导好，本月情况：（一）1-3 立案5起，进度60%。（二）2-6 抽了30批。（三）44-4 已完成。",
        "情况汇报：一是农资打假（1-3）立案5起，完成60%；二是饲料抽检（2-6）抽了30批；三是经费（44-4）已完成",
    ],
)
async def test_however_the_paragraphs_are_numbered(nong: Resident, said: str) -> None:
    answer = await nong.says(said)
    assert "读到 3 条" in answer
    assert "进度：60%\n情况：（无）\n统计数据：立案件数 5 件" in answer
    assert "统计数据：抽检批次 30" in answer and "填报 44-4 农业执法检测经费\n状态：已完成" in answer


LETTER_ON_ONE = (
    "尊敬的领导：现将我局农资打假工作情况报告如下：一是出动执法人员326人次，检查农资经营门店158家；"
    "二是立案查处9起，罚没款4.6万元；三是举办培训班2期，培训210人。工作总体进展顺利。妥否，请批示。"
)


async def test_the_task_that_a_letter_announces_is_that_of_all_its_points(town: Town, nong: Resident) -> None:
    await nong.says(LETTER_ON_ONE)
    assert "填报 1-3 农资打假专项行动" in nong.sees() and "统计数据：立案件数 9 件，检查户次 158" in nong.sees()
    await nong.says("60", "提交")
    assert [row[0] for row in reports_stored(town)] == ["1-3"]
    assert [row["note"] for row in town.rows("SELECT note FROM reports")] == [LETTER_ON_ONE]


async def test_a_letter_on_one_of_the_reports_shown_is_added_to_it_as_written(nong: Resident) -> None:
    await nong.says("43-1培训搞了两期，1-3出动执法人员326人次")
    letter = "现将我局农资打假情况报告如下：出动执法人员326人次，立案查处9起；举办培训班2期，培训210人"
    shown = await nong.says(letter)
    assert (
        f"填报 1-3 农资打假专项行动\n状态：进行中\n情况：{letter}\n统计数据：立案件数 9 件，培训人次 210，出动人次 326"
        in shown
    )
    assert "情况：培训搞了两期\n只留在" in shown
    assert f"{letter}\n今天农资打假又查了5家店" in await nong.says("今天农资打假又查了5家店")
    assert "进度：60%" in await nong.says("麻烦把那个农资打假改成60%") and "那个农资打假" not in nong.sees()


async def test_numbered_points_on_one_task_are_one_report(nong: Resident) -> None:
    assert "情况：开了两次会：一、部署检查；二、约谈企业\n" in await nong.says(
        "1-3开了两次会：一、部署检查；二、约谈企业"
    )


@pytest.mark.parametrize("between", ["", "\n"])
async def test_a_paragraph_on_no_task_belongs_to_none(nong: Resident, between: str) -> None:
    answer = await nong.says(
        f"近期情况：{between}一、农资打假（1-3）立案5起，完成60%；{between}二、饲料抽检（2-6）抽了30批；{between}三、经费不足。"
    )
    assert "读到 2 条" in answer and answer.count("经费不足") == 1
    assert "没看懂这几行，请另发：\n" in answer and answer.endswith("经费不足。")


async def test_points_of_another_kind_below_a_paragraph_belong_to_it(nong: Resident) -> None:
    answer = await nong.says("一、农资打假（1-3）完成60%\n（一）查了门店\n（二）抽了样\n二、饲料抽检（2-6）抽了30批")
    assert "完成60%\n（一）查了门店\n（二）抽了样\n" in answer and "没看懂" not in answer


@pytest.mark.parametrize(
    "closing",
    [
        "以上，请审阅。",
        "特此报告。",
        "以上是我局本周进展，谢谢！",
        "以上情况妥否，请批示。\n市农业农村局\n2019年11月25日",
    ],
)
async def test_what_closes_a_letter_belongs_to_no_task(nong: Resident, closing: str) -> None:
    answer = await nong.says(f"1-3：检查门店40家，完成80%\n43-1：已完成，培训86人\n{closing}")
    assert answer.endswith("填报 43-1 饲料屠宰农资培训\n状态：已完成\n情况：（无）\n统计数据：培训人次 86")


@pytest.mark.parametrize("line", ["以上问题请办公室协调", "配合单位：市公安局"])
async def test_what_else_stands_below_is_part_of_the_last_report(nong: Resident, line: str) -> None:
    answer = await nong.says(f"1-3：检查门店40家，完成80%\n43-1：已完成，培训86人\n{line}")
    assert f"填报 43-1 饲料屠宰农资培训\n状态：已完成\n情况：{line}\n" in answer


TITLED = """关于农资打假工作情况的报告
市打假办：
今年以来，我局深入开展农资打假专项治理行动，现将有关情况报告如下。
一、加强组织领导。成立了领导小组，制定了实施方案。
二、强化执法检查。出动执法人员1200人次，检查门店560家，立案23起，案值86.5万元。
三、存在问题。基层执法力量不足，检测经费紧张。
市农业农村局
2019年11月25日"""


async def test_a_report_with_a_title_is_of_one_task_or_work_information(nong: Resident) -> None:
    assert "您是想…？" in await nong.says(TITLED)
    assert "1-3" in await nong.presses("报进展")
    shown = await nong.presses("1-3")
    assert shown.startswith("已记下：\n状态：进行中\n情况：关于农资打假工作情况的报告\n") and "立案件数 23 件" in shown


async def test_below_a_title_a_line_that_begins_with_another_task_reports_on_that(nong: Resident) -> None:
    shown = await nong.says("农资打假工作总结\n农资打假检查门店560家，完成80%。\n饲料抽检60%，抽了20批")
    assert "填报 1-3 " in shown and "进度：80%" in shown and "填报 2-6 " in shown and "进度：60%" in shown


BELOW_HEADINGS = """一、农资打假专项行动
检查农资门店86家，立案4件，完成约90%。
下一步：1月继续检查。
二、农业执法指导（4-2）
1.举办执法培训1期，培训65人，已完成。
2.下一步：1月再办一期。
三、存在问题
检测经费不足。"""


async def test_a_heading_that_names_a_task_governs_the_lines_below_it(nong: Resident) -> None:
    answer = await nong.says(BELOW_HEADINGS)
    assert "读到 2 条" in answer
    assert "填报 1-3 农资打假专项行动\n状态：进行中\n进度：90%\n情况：检查农资门店86家" in answer
    assert "填报 4-2 新城区农业执法指导\n状态：已完成\n情况：1.举办执法培训1期" in answer
    assert "没看懂这几行，请另发：\n三、存在问题\n检测经费不足。" in answer


async def test_a_heading_may_be_a_code_and_a_line_with_another_code_ends_its_paragraph(nong: Resident) -> None:
    answer = await nong.says(
        "1-3农资打假专项行动\n检查86家，60%\n2-6\n抽了30批\n43-1 已完成，培训86人\n下一步：1月再办一期"
    )
    assert "填报 1-3 农资打假专项行动\n状态：进行中\n进度：60%\n情况：（无）\n统计数据：检查户次 86" in answer
    assert "填报 2-6" in answer and "统计数据：抽检批次 30" in answer
    assert "填报 43-1 饲料屠宰农资培训\n状态：已完成\n情况：下一步：1月再办一期" in answer


async def test_what_only_announces_beside_a_code_makes_it_a_heading(nong: Resident) -> None:
    answer = await nong.says("1-3检查86家，60%。\n2-6情况如下：\n抽了30批\n80%")
    assert "填报 2-6 饲料质量省级抽检\n状态：进行中\n进度：80%\n" in answer and "没看懂" not in answer


async def test_codes_below_one_another_are_no_headings(nong: Resident) -> None:
    assert "您指的是哪一项" in await nong.says("1-3\n4-2\n都完成了")


async def test_a_chapter_above_all_tasks_is_of_none_and_ends_the_paragraph_above(nong: Resident) -> None:
    answer = await nong.says(
        "各位领导好，我局12月情况汇报如下，请查收：\n一、主要工作\n（一）农资打假专项行动。检查86家，90%。\n"
        "（二）新城区农业执法指导。培训65人，80%。\n二、下一步\n继续推进。\n联系人：何某 13900000000"
    )
    assert "填报 4-2 新城区农业执法指导\n状态：进行中\n进度：80%\n情况：（无）\n" in answer and "主要工作" not in answer
    assert answer.endswith("没看懂这几行，请另发：\n二、下一步\n继续推进。")


async def test_a_title_with_the_names_of_units_is_a_heading_too(lin: Resident) -> None:
    answer = await lin.says("一、食药环假犯罪主动打击\n抓获5人，立案2起。\n二、公安与市监联合执法\n联合检查3次。")
    assert "读到 2 条" in answer and "填报 6-7 公安与市监联合执法\n状态：进行中\n情况：联合检查3次。" in answer


@pytest.mark.parametrize(
    "signed", ["何某某\n11月25日", "市农业农村局\n何科长\n2019年11月25日", "此致\n敬礼\n农业局何科长\n11月25日"]
)
async def test_who_signs_below_the_last_paragraph_is_no_part_of_it(nong: Resident, signed: str) -> None:
    answer = await nong.says(
        f"尊敬的陈主任，您好\n1、农资打假（1-3）：立案5起，完成60%\n2、经费保障（44-4）：完成\n\n{signed}"
    )
    assert "读到 2 条" in answer and "何" not in answer and "没看懂" not in answer
    assert "填报 44-4 农业执法检测经费\n状态：已完成\n情况：（无）" in answer


async def test_a_line_that_may_be_about_two_tasks_is_told_with_their_codes(zhou: Resident) -> None:
    answer = await zhou.says("铁拳立案45件，90%。网络市场立案6件，80%。中药饮片查了56家，完成。")
    assert "读到 2 条" in answer and "没看懂" not in answer
    assert "“铁拳立案45件，90%”：可能是1-8、3-19，请写上编号另发，例如：1-8 完成80%。" in answer


@pytest.mark.parametrize(
    "before",
    ["这个月工作汇报一下，", "领导好，本月我们局做了不少事，", "在陈主任支持下，", "最近比较忙没顾上报。"],
)
async def test_a_paragraph_with_nothing_but_commas_is_split_at_each_code(zhou: Resident, before: str) -> None:
    said = "1-8查了企业23家，立案2起，完成百分之四十，1-9网络这块查了45个网店，罚款2万，"
    answer = await zhou.says(f"{before}{said}43-5培训班已经办完了，80个人参加，请放心")
    assert "读到 3 条" in answer
    of_1_8, of_1_9, of_43_5 = answer.split("填报 ")[1:]
    assert "统计数据：立案件数 2 件，检查户次 23\n" in of_1_8 and "进度：40%" in of_1_8
    assert "统计数据：检查户次 45，罚没金额 2 万元\n" in of_1_9
    assert "统计数据：培训人次 80" in of_43_5 and "状态：已完成" in of_43_5


async def test_what_stands_before_the_codes_and_tells_something_is_kept(zhou: Resident) -> None:
    answer = await zhou.says("在陈主任支持下，1-8立案2起，然后1-9立案1起")
    assert "情况：在陈主任支持下，1-8立案2起\n" in answer and "然后" not in answer
    await zhou.says("取消", "不要了")
    answer = await zhou.says("人手不够，1-8和1-9都没动")
    assert answer.count("状态：未启动\n情况：人手不够，1-8和1-9都没动") == 2


async def test_the_task_chosen_never_takes_what_is_told_of_another(zhou: Resident) -> None:
    await zhou.says("我们这边陆陆续续1-8查了企业23家 1-9罚款2万")
    assert "您指的是哪一项" in zhou.sees()
    assert "没有处理：1-9罚款2万。请另发一句。" in await zhou.says("1-8")
    assert "检查户次 23" in zhou.sees() and "罚没金额" not in zhou.sees()


async def test_what_is_told_of_two_tasks_together_is_for_the_one_chosen(zhou: Resident) -> None:
    await zhou.says("局里开会研究了，1-8、1-9合并开展，查了45户立案2起", "1-8")
    assert "统计数据：立案件数 2 件，检查户次 45" in zhou.sees()


@pytest.mark.parametrize("title", ["打假工作总结", "11月打假工作总结", "2019年第4季度工作小结"])
async def test_a_summary_in_chapters_is_work_information_and_no_guess_at_tasks(zhou: Resident, title: str) -> None:
    shown = await zhou.says(
        f"{title}\n一、工作开展情况\n本月出动执法人员120人次，检查市场30家，立案5件。\n"
        "二、存在问题\n基层执法力量不足，经费紧张。\n三、下一步工作\n继续加大力度。"
    )
    assert "填报" not in shown and "42-1" not in shown and "报工作信息" in zhou.buttons()


@pytest.mark.parametrize(
    "told",
    [
        "市市场监管局2019年11月工作总结\n一、主要工作\n（一）开展“铁拳”行动，查处案件12件，完成90%。\n"
        "（二）开展种子市场检查，检查20家。\n二、存在问题\n基层人员不足。\n三、下一步打算\n加大打击力度。",
        "一、工作开展情况：\n今年以来立案120件，已完成全年任务的95%。\n二、存在的问题：\n1.经费不够\n三、下一步：\n继续开展铁拳行动",
    ],
)
async def test_a_summary_in_chapters_with_a_percent_is_asked_about(zhou: Resident, told: str) -> None:
    shown = await zhou.says(told)
    assert shown.endswith("您是想…？") and "报工作信息" in zhou.buttons()


async def test_chapters_around_a_single_task_are_its_note(lin: Resident) -> None:
    told = "一、主要做法\n1-2 开展检查12次，立案3件\n二、存在问题\n基层执法力量不足\n三、下一步打算\n继续推进"
    shown = await lin.says(f"工作总结：\n{told}")
    assert told in shown and "统计数据：立案件数 3 件" in shown and "42-1" not in shown


@pytest.mark.parametrize(
    "letter",
    [
        "关于报送1-8进展情况的函\n市打假办：\n现将1-8进展情况报告如下：\n1.立案12件，涉案金额30万元\n2.已完成60%\n"
        "3.下一步继续推进\n市市场监管局\n2019年11月25日",
        "关于1-8工作情况的报告\n市打假办：\n今年以来，我局认真开展工作，现报告如下：\n一、基本情况。立案12件，案值30万元\n"
        "二、进展。已完成60%\n市市场监管局\n2019年11月25日",
    ],
)
async def test_a_formal_letter_on_one_task_is_its_note_as_written(zhou: Resident, town: Town, letter: str) -> None:
    shown = await zhou.says(letter)
    assert "进度：60%" in shown and "统计数据：立案件数 12 件，案值 30 万元" in shown
    await zhou.presses("提交")
    assert [row["note"] for row in town.rows("SELECT note FROM reports")] == [letter]
