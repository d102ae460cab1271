"""What a statement says besides its task: the note as written, the status, and impossible numbers."""

import pytest

from data.reporting.figures import unclear_figures
from data.understanding import Aim, Kind, Speaker, Understanding, understand
from tests.understanding.corpora import TODAY
from tests.understanding.plan import vocabulary

POLICE = Speaker(("市公安局",))


def heard(text: str) -> Understanding:
    return understand(text, vocabulary(), POLICE, TODAY)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("1-2 40% 内容", "40% 内容"),
        ("1-2 与@zhangsan对接，已发函", "与@zhangsan对接，已发函"),
        ("1-2 余期案件3件，完成50%", "余期案件3件，完成50%"),
        ("1-2 60% 上报材料3份", "60% 上报材料3份"),
        ("1-2 60%→80%", "60%→80%"),
        ("1-2 80% 抓获5人 主要嫌疑人已到案", "80% 抓获5人 主要嫌疑人已到案"),
        ("1-2 80% 抓获 5 名 嫌疑人", None),
        ("1-2 报70", None),
        ("1-2's at 85, two decisions left", "at 85, two decisions left"),
        ("报 1-2 80%", None),
        ("1-2 已发通知；召开会议2次。完成80%", "已发通知；召开会议2次。完成80%"),
        ("1-2 已发通知；召开会议2次。", "已发通知；召开会议2次。"),
        ("1-2 已发通知，完成80%，下周检查", "已发通知，完成80%，下周检查"),
        ("1-2 任务重，人手少，完成30%", "任务重，人手少，完成30%"),
        ("1-2 说明书已印发，完成20%", "说明书已印发，完成20%"),
        ("1-2 完成走访60家，进度50%", "完成走访60家，进度50%"),
        ("1-2 完成80%，ＡＢＣ公司　已约谈", "完成80%，ＡＢＣ公司　已约谈"),
        ("昆仑行动 联合执法 完成80%", "昆仑行动 联合执法 完成80%"),
        ("6-7 60%\n召开推进会\n约谈企业3家", "60%\n召开推进会\n约谈企业3家"),
        ("1-2 受阻\n人手不够\n请办公室协调", "人手不够\n请办公室协调"),
        ("1-2 50% 😀", "50% 😀"),
        ("1-2 50%，İstanbul 来函", "50%，İstanbul 来函"),
        ("1-2 in progress 40%, filed 12 cases", None),
    ],
)
def test_a_note_is_what_was_written_letter_for_letter(said: str, note: str | None) -> None:
    assert heard(said).note == note


def test_a_note_is_never_cut() -> None:
    long = "做了很多工作，" * 500 + "尾巴一定要留下"
    assert heard(f"1-2 完成80%，{long}").note == f"完成80%，{long}"


@pytest.mark.parametrize(
    ("said", "obstacle"),
    [
        ("2-3 受阻 30% 缺人手，请协调", "缺人手，请协调"),
        ("2-3 受阻 等省里文件", "等省里文件"),
        ("2-3 受阻于资金，30%", "受阻于资金，30%"),
        ("2-3 因缺人手受阻", "因缺人手受阻"),
        ("1-2 80% blocked waiting for province", "waiting for province"),
        ("1-2 blocked by the province", "blocked by the province"),
        ("2-3 受阻。经费没到位，请省厅协调。", "经费没到位，请省厅协调"),
        ("2-3 开了两次会。因经费不足受阻，已报财政。下周再催。", "因经费不足受阻，已报财政"),
        ("2-3 开了两次会。受阻", None),
        ("1-2 完成60%，检测经费还没到位，请办公室协调", "检测经费还没到位，请办公室协调"),
        ("1-2 60%，立案3件。经费没到，需要办公室出面协调。", "经费没到，需要办公室出面协调"),
    ],
)
def test_what_blocks_is_the_sentence_that_names_it(said: str, obstacle: str | None) -> None:
    meaning = heard(said)
    assert (meaning.status, meaning.obstacle) == ("blocked", obstacle)


@pytest.mark.parametrize(
    "said",
    [
        "1-2 80% 没有受阻",
        "1-2 80%，受阻问题已解决",
        "1-2 80%，受阻情况已得到缓解",
        "1-2 80%，不再受阻",
        "1-2 80%，未遇到困难",
        "1-2 80%, no longer blocked",
    ],
)
def test_an_obstacle_that_is_denied_or_overcome_blocks_nothing(said: str) -> None:
    meaning = heard(said)
    assert (meaning.status, meaning.percent) == (None, 80)
    assert meaning.note and meaning.note in said


@pytest.mark.parametrize(
    ("said", "status", "percent"),
    [
        (
            "1-2 10月办对接会2场，签约金额320万元，目前整体进度约65%。存在问题：检测经费不足，基层人手紧张。",
            None,
            65,
        ),
        ("1-2 已完成。存在的问题：经费紧张", "submitted", None),
        ("1-2 存在问题：经费紧张", None, None),
        ("1-2 查处2起，遇到一些困难", None, None),
        ("1-2 责令3家停工整改，2家暂停营业，60%", None, 60),
        ("1-2 遇到困难，设备没到", "blocked", None),
        ("1-2 暂停了，等文件", "blocked", None),
    ],
)
def test_only_what_is_said_of_the_whole_task_blocks_it(said: str, status: str | None, percent: int | None) -> None:
    meaning = heard(said)
    assert (meaning.status, meaning.percent) == (status, percent)
    if status is None:
        assert (meaning.note, meaning.obstacle) == (said.removeprefix("1-2 "), None)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("1-2早办了", "submitted"),
        ("1-2项工作已全部完成，请予审核。，培训39人次", "submitted"),
        ("1-2工作方案已完成", None),
        ("1-2 早就做了，材料在内网", "submitted"),
        ("1-2我们办完了哈？", "submitted"),
        ("1-2督办案件均已审结，申请办结。", "submitted"),
        ("1-2线索核查已全部办毕，请予销号", "submitted"),
        ("1-2 ✅", "submitted"),
        ("1-2 抽检✅ 宣传还没有", "in_progress"),
        ("1-2全办了三次培训", None),
        ("1-2文件没下来，无从启动", "not_started"),
        ("1-2方案还没动笔", "not_started"),
        ("1-2差不多了", "in_progress"),
        ("1-2说实话还冒开始搞", "not_started"),
        ("1-2没起动", "not_started"),
        ("1-2那条搞好啦！！", "submitted"),
        ("1-2跨境那个案子卡了，取证函到现在没回，立案2起", "blocked"),
    ],
)
def test_how_it_stands_is_said_in_many_words(said: str, status: str | None) -> None:
    assert (heard(said).aim, heard(said).task, heard(said).status) == (Aim.REPORT, "1-2", status)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("2-19已经做完了", "submitted"),
        ("2-19那项做完了", "submitted"),
        ("43-4已经办完了", "submitted"),
        ("29-7还没启动", "not_started"),
        ("2-19做完了没", None),
        ("29-7进行中还是受阻", None),
        ("29-7 12月20日前完成", None),
    ],
)
def test_who_names_an_own_task_and_states_no_more_than_how_it_is_reports_it(said: str, status: str | None) -> None:
    meant = understand(said, vocabulary(), Speaker(("市市场监管局",)), TODAY)
    assert (meant.aim, meant.status) == (Aim.REPORT if status else Aim.TASK, status)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("1-2移交的全办完了", "submitted"),
        ("1-2今年清查全做完，总结也挂网了，您看算完成了不？", "submitted"),
        ("1-2还没开始动，部里没下文", "not_started"),
        ("1-2第一批检查完毕", None),
        ("1-2完成了第四批", None),
        ("1-2 the second batch is finished", None),
        ("1-2两期 training all done", "submitted"),
        ("1-2培训搞完了一共三期两百一十六个人", "submitted"),
        ("1-2 完成 立案45件 案值120.3万", "submitted"),
        ("1-2 完成 培训了120人", "submitted"),
        ("1-2 完成立案45件", None),
        ("1-2 wrapped up last Friday, nothing left to do", "submitted"),
        ("1-2 nothing done so far", "not_started"),
        ("1-2还没弄捏", "not_started"),
        ("1-2其实没办完", "in_progress"),
    ],
)
def test_done_among_other_words_is_said_of_the_whole_task_or_of_a_part(said: str, status: str | None) -> None:
    assert (heard(said).aim, heard(said).task, heard(said).status) == (Aim.REPORT, "1-2", status)


@pytest.mark.parametrize(
    "said",
    [
        *("1-2基本完成", "1-2差不多搞完了", "1-2快完了", "1-2完成得差不多了", "1-2基本做完了"),
        *("1-2案卷都办完了就差总结", "1-2 almost done", "1-2 is basically done", "1-2 is done except for the summary"),
    ],
)
def test_what_is_nearly_done_goes_on(said: str) -> None:
    assert (heard(said).aim, heard(said).status) == (Aim.REPORT, "in_progress")


def test_what_was_nearly_done_besides_does_not_matter() -> None:
    assert heard("1-2总结基本写完，任务已完成").status == "submitted"


@pytest.mark.parametrize(
    ("said", "speaker", "status"),
    [
        ("risk model work is done on our side, handed over to HQ yesterday", "武汉海关", "submitted"),
        ("总署没发文 动不了", "武汉海关", "blocked"),
        ("小麦种子那个专项已办结", "市农业农村局", "submitted"),
    ],
)
def test_a_report_without_a_code_says_how_it_stands_too(said: str, speaker: str, status: str) -> None:
    meant = understand(said, vocabulary(), Speaker((speaker,)), TODAY)
    assert (meant.aim, meant.status) == (Aim.REPORT, status)


@pytest.mark.parametrize("said", ["1-2上月60%，目前75%", "上季度才四成这季度七成半 1-2", "1-2 75%，上个月是60%"])
def test_the_percent_of_a_period_before_is_not_that_of_now(said: str) -> None:
    assert (heard(said).task, heard(said).percent) == ("1-2", 75)


def test_a_status_alone_in_its_line_is_stated() -> None:
    meaning = heard("6-7 已完成\n说明：都做完了")
    assert (meaning.status, meaning.note) == ("submitted", "已完成\n说明：都做完了")


@pytest.mark.parametrize("said", ["120%", "-5%", "完成120%", "120", "进度：101%", "80.5%"])
def test_a_progress_that_cannot_be_is_noticed(said: str) -> None:
    meaning = heard(f"1-2 {said}，已发通知")
    assert (meaning.percent, meaning.note) == (None, f"{said}，已发通知")
    assert [reading.kind for reading in meaning.readings if reading.kind is Kind.NO_PERCENT] == [Kind.NO_PERCENT]


def test_a_percentage_of_something_else_is_no_progress() -> None:
    meaning = heard("1-2 完成目标的120%，已发通知")
    assert (meaning.percent, meaning.note) == (None, "完成目标的120%，已发通知")


@pytest.mark.parametrize(
    ("said", "unclear", "note"),
    [
        ("立案12.5件", (("立案12.5件", None),), None),
        ("立案12 立案13", (("立案12", 12), ("立案13", 13)), "60% 立案12 立案13"),
    ],
)
def test_a_figure_that_cannot_be_is_noticed_and_not_guessed(
    said: str, unclear: tuple[tuple[str, float | None], ...], note: str | None
) -> None:
    meaning = heard(f"1-2 60% {said}")
    assert (meaning.percent, meaning.figures, meaning.note) == (60, {}, note)
    assert unclear_figures(meaning.readings) == {"立案件数": unclear}


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1-2 罚没5万3，60%", {"罚没金额": 5.3}),
        ("1-2 案值1亿2", {"案值": 12_000}),
        ("1-2 比上月多抓2人，抓获14人", {"抓获人数": 14}),
        ("1-2 每期培训20人，共3期", {}),
        ("1-2 trained 20 people per session", {}),
        ("1-2 培训90人，人均5课时", {"培训人次": 90}),
    ],
)
def test_a_figure_is_no_number_that_compares_or_is_of_each_of_several(said: str, figures: dict[str, float]) -> None:
    assert heard(said).figures == figures


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1-2 今年共抓20人，这个月5人", {"抓获人数": 5}),
        ("1-2 10月抓了3人，11月5人", {}),
        ("1-2 arrested 3 people in oct and 2 in nov", {}),
    ],
)
def test_of_the_same_things_at_two_times_those_of_the_present_count(said: str, figures: dict[str, float]) -> None:
    assert heard(said).figures == figures


@pytest.mark.parametrize("said", ["1-2 合格95%", "1-2 满意度达95%", "1-2 attendance was 95%", "1-2 pass rate 95%"])
def test_a_rate_of_something_else_is_no_progress(said: str) -> None:
    assert heard(said).percent is None


@pytest.mark.parametrize(
    ("said", "status", "percent"),
    [
        ("6-7完成抽检任务的80%", "in_progress", None),
        ("1-2 完成检查任务的三分之二", "in_progress", None),
        ("1-2 80%的任务已完成", "in_progress", None),
        ("1-2 抽检合格率95%，全部完成", "submitted", None),
    ],
)
def test_a_share_that_is_done_does_not_make_all_of_it_done(said: str, status: str, percent: int | None) -> None:
    assert (heard(said).status, heard(said).percent) == (status, percent)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("1-2 已与鄂州、黄冈两市达成意向，尚未签订协议", "in_progress"),
        ("1-2 培训做完了，材料还没归档", "in_progress"),
        ("1-2 all inspections are done, the report is not yet written", "in_progress"),
        ("1-2 还没到月底就全部搞定了", "submitted"),
    ],
)
def test_where_something_is_not_so_yet_the_work_goes_on(said: str, status: str) -> None:
    assert heard(said).status == status


@pytest.mark.parametrize(
    "said",
    [
        "1-2完不成",
        "1-2完成不了，经费没到",
        "1-2无法按期完成",
        "1-2完成了大部分",
        "1-2大部分都完成了",
        "1-2部分完成",
        "1-2完成得差不多了",
        "1-2 almost done",
        "1-2 cannot be completed",
        "7-1 完成平台采购和部署",
        "7-1 2019年年底前上线，已完成平台采购",
        "1-2 完成了上级交办的3件",
        "2-3 已完成摸底，线索还在查",
        "2-3 finished the handbook",
        "1-2 计划完成100家，已检查80家",
        "1-2 已完成前期摸底，正在开展检查",
        "1-2 办完2期培训，计划12月再办1期",
        "兽药抽检完成了20批次，全部合格",
        "7-1已完成平台建设2期",
    ],
)
def test_what_is_done_in_part_or_cannot_be_is_not_done(said: str) -> None:
    assert heard(said).aim is Aim.REPORT and heard(said).status != "submitted"


@pytest.mark.parametrize(
    "said",
    [
        "1-2两部分都完成了",
        "1-2各部分均已完成",
        "1-2已完成，没办法拍照",
        "1-2完成了，一部分材料待补",
        "1-2第3期办完了，全部结束",
        "1-2已完成谢谢",
        "1-2已完成详见附件",
        "1-2已完成验收",
        "7-1已完成平台建设",
        "1-2已完成年度工作",
        "1-2已全面完成检查",
        "1-2已全部完成100家",
        "1-2 结束了3个月的专项行动",
        "1-2 已完成2019年度任务",
        "1-2 completed a week early",
        "1-2 completed the campaign",
    ],
)
def test_what_is_done_in_all_its_parts_is_done(said: str) -> None:
    assert heard(said).status == "submitted"


@pytest.mark.parametrize(
    "said",
    [
        "1-2 完成60%，已请办公室协调解决",
        "1-2 60%，请办公室审核",
        "1-2 60%，经费由办公室协调解决了",
        "1-2 60%，暂不需要办公室协调",
        "1-2 60%，没什么需要办公室协调的",
        "1-2 60%，如需办公室支持再报告",
    ],
)
def test_the_office_is_not_begged_to_step_in(said: str) -> None:
    assert heard(said).status is None and heard(said).percent == 60


@pytest.mark.parametrize("said", ["1-2没有卡住", "1-2不存在受阻", "1-2之前卡住，现在好了", "1-2 not blocked"])
def test_what_is_said_not_to_be_blocked_is_not(said: str) -> None:
    assert heard(said).status != "blocked"


def test_how_much_is_done_is_no_word_for_done() -> None:
    assert heard("1-2完成比例95%").status != "submitted"


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("抓获88人，其中抓获主犯5人", {"抓获人数": 88}),
        ("查处案件12起，其中立案8起", {}),
        ("新增立案2件，累计立案14件", {"立案件数": 2}),
        ("立案2件、3件，分别是江岸、武昌", {}),
        ("抓获8人、5人取保", {"抓获人数": 8}),
        ("核查窝点36处，捣毁窝点19个", {"捣毁窝点数": 19}),
        ("罚款伍拾叁万元", {"罚没金额": 53}),
        ("罚没3百万", {"罚没金额": 300}),
        ("查扣37件，共2吨", {"查获件数": 37, "查获吨数": 2}),
        ("抓获一伙人，立案2件", {"立案件数": 2}),
        ("cases filed 12 and arrests 5", {"立案件数": 12, "抓获人数": 5}),
        ("value CNY 12,000", {"案值": 1.2}),
    ],
)
def test_of_several_numbers_for_one_thing_the_one_that_is_clear_counts(said: str, figures: dict[str, float]) -> None:
    assert understand(f"1-2 60% {said}", vocabulary(), POLICE, TODAY, Aim.REPORT).figures == figures


def test_what_was_entered_by_mistake_is_not_how_it_stands() -> None:
    assert heard("1-2昨天误填成“受阻”了，实为正常推进，烦请改正").status == "in_progress"
    assert heard("那个昨天说的百分之六十我想改一下改成百分之七十可不可以").percent == 70
