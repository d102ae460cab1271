"""How well the corpora are understood, and the rules that prevent wrong writes."""

import json
import string
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.understanding import Aim, Intent, Kind, Speaker, Understanding, explain, to_json, understand
from data.understanding.entities.figures import find_not_counted
from data.understanding.entities.percents import percent_of
from tests.thoroughness import count, part_of
from tests.understanding.corpora import (
    STRANGERS,
    TODAY,
    Example,
    figures,
    mentions,
    percents,
    sentences,
    statuses,
    turns,
    voices,
)
from tests.understanding.plan import vocabulary
from tests.understanding.scoring import figures_labelled, figures_told, scored, status_told

INTENTS, WITH_SLOTS, ANSWERS, WRONG_WRITES = 0.97, 0.95, 0.95, 0
"""The least shares understood, and the most wrong writes, for authors from whom nothing is learned."""
COLOURFUL, INTENTS_OF_COLOURFUL = ("zz", "zzzzp"), 0.85
"""Authors of the most colourful sentences, and the least share of their intents understood."""
STATUSES, WRONG_STATUSES = 0.9, 0.05
"""The least share of the statuses of reports read, and the largest read wrong, where no percentage is given."""
FIGURES, WRONG_FIGURES = 0.9, 0.06
"""The least share of texts all of whose figures are read, or that state none, and the largest with a wrong one."""
PERCENTS, WRONG_PERCENTS = 0.92, 0.06
"""The least share of texts whose percentage is read, or that they state none, and the largest with a wrong one."""
PART = 4
"""One of so many sentences of the corpora is read."""
COORDINATOR = Speaker(coordinator=True)
POLICE = Speaker(("市公安局",))


def heard(text: str, speaker: Speaker = COORDINATOR, today: date = TODAY) -> Understanding:
    return understand(text, vocabulary(), speaker, today)


def share_right(examples: Sequence[Example], held_back: bool) -> float:
    part = [example for example in examples if example.held_back is held_back]
    return sum(not example.wrong for example in part) / len(part)


@pytest.mark.parametrize("held_back", [False, True], ids=["tuned on", "held back"])
def test_sentences_are_understood(held_back: bool) -> None:
    assert share_right(sentences(PART), held_back) >= 0.97


@pytest.mark.parametrize("held_back", [False, True], ids=["tuned on", "held back"])
def test_units_are_recognised(held_back: bool) -> None:
    print(f"{share_right(mentions(PART), held_back):.1%} of unit mentions")
    assert share_right(mentions(PART), held_back) >= 0.98


def test_no_question_is_taken_for_a_report_or_an_extension() -> None:
    assert [example.text for example in sentences(PART) if example.wrongly_writes] == []


def test_authors_from_whom_nothing_is_learned_are_understood() -> None:
    ordinary, colourful = (
        scored(said for said in part_of(voices(STRANGERS), 2) if (said.author in COLOURFUL) is of_them)
        for of_them in (False, True)
    )
    assert colourful.right >= INTENTS_OF_COLOURFUL * colourful.total and colourful.wrong_writes <= WRONG_WRITES
    assert ordinary.right >= INTENTS * ordinary.total and ordinary.whole >= WITH_SLOTS * ordinary.total
    assert ordinary.wrong_writes <= WRONG_WRITES
    heard_right = [turn.heard.meaning in turn.meanings for turn in turns(STRANGERS)]
    assert sum(heard_right) >= ANSWERS * len(heard_right)


def test_the_status_of_a_report_by_a_stranger_is_read_or_asked_for() -> None:
    told = [(status_told(said), said.slots["status"]) for said in statuses(STRANGERS)]
    assert sum(read == status for read, status in told) >= STATUSES * len(told)
    assert sum(read not in (None, status) for read, status in told) <= WRONG_STATUSES * len(told)


def test_how_far_a_task_is_by_a_stranger_is_read_among_other_numbers() -> None:
    told = [(percent_of(said.read), said.percent) for said in percents(STRANGERS)]
    assert sum(read == percent for read, percent in told) >= PERCENTS * len(told)
    assert sum(read not in (None, percent) for read, percent in told) <= WRONG_PERCENTS * len(told)


def test_the_figures_of_a_stranger_are_read_among_other_numbers() -> None:
    told = [(figures_told(said), figures_labelled(said)) for said in figures(STRANGERS)]
    assert sum(read == labelled for read, labelled in told) >= FIGURES * len(told)
    wrong = [
        read
        for read, labelled in told
        if any(not was.items() <= should.items() for was, should in zip(read, labelled, strict=True))
    ]
    assert len(wrong) <= WRONG_FIGURES * len(told)


def test_the_corpora_are_large_enough() -> None:
    assert len(sentences(PART)) >= 300
    assert len(mentions(PART)) >= 200


def test_a_near_name_of_an_office_outside_the_plan_is_not_taken_for_a_unit() -> None:
    meaning = heard("水务局的任务")
    assert (meaning.intent, meaning.unit) == (Intent.UNKNOWN, None)
    assert [reading.values for reading in meaning.readings if reading.kind is Kind.STRANGER] == [("水务局",)]


@pytest.mark.parametrize("words", ["zhujianju", "shuiliju", "gonganbu", "公安厅", "公安县", "江岸区委", "工商银行"])
def test_another_body_whose_name_begins_or_is_spelt_alike_is_not_taken_for_a_unit(words: str) -> None:
    meaning = heard(f"{words}的任务")
    assert (meaning.intent, meaning.unit, meaning.candidates) == (Intent.UNKNOWN, None, ())


@pytest.mark.parametrize(
    "writing", ["gōng'ānjú", "gong1an1ju2", "公 安 局", "公an局", "gong安局", "gōng ān jú", "gonagnju", "公安部门"]
)
def test_a_unit_is_known_in_any_script(writing: str) -> None:
    assert heard(f"{writing}的任务").unit == "市公安局"


def test_a_word_for_several_units_asks_which_is_meant() -> None:
    assert heard("法检两院的任务").candidates == ("市法院", "市检察院")


def test_initials_of_two_units_ask_which_is_meant() -> None:
    meaning = heard("swj的任务")
    assert meaning.intent is Intent.AMBIGUOUS
    assert set(meaning.candidates) == {"市商务局", "市税务局"}
    assert meaning.aim is Aim.TASKS


def test_initials_mean_the_speakers_own_unit_first() -> None:
    assert heard("swj的任务", Speaker(("市税务局",))).unit == "市税务局"


def test_a_report_about_one_of_two_tasks_keeps_its_numbers_while_it_asks() -> None:
    meaning = heard("铁拳行动完成80%，立案12件")
    assert (meaning.intent, meaning.aim) == (Intent.AMBIGUOUS, Aim.REPORT)
    assert set(meaning.candidates) == {"1-8", "3-19"}
    assert (meaning.percent, meaning.figures) == (80, {"立案件数": 12})


def test_what_is_told_of_several_tasks_says_how_each_stands() -> None:
    told = heard("6-3、6-4两项均已办结，总结一并报你办", Speaker(("市检察院",)))
    assert (told.candidates, told.status) == (("6-3", "6-4"), "submitted")
    told = heard("39-1和42-1这月合一起报 文发了 人招了5个 装备还没到", Speaker(("硚口区人民政府",)))
    assert (told.candidates, told.status) == (("39-1", "42-1"), "in_progress")


def test_the_speakers_own_task_comes_first_among_similar_ones() -> None:
    assert heard("培训做得怎么样", Speaker(("武汉海关",))).candidates == ("4-4", "43-3")


def test_a_code_outside_the_plan_is_unknown() -> None:
    assert heard("99-9 完成80%").intent is Intent.UNKNOWN


@pytest.mark.parametrize(
    "writing", ["2-7", "２－７", "2—7", "2.7", "第2项第7条", "第二项第七条", "二之七", "二杠七", "2项7条"]
)
def test_a_code_is_understood_in_any_writing(writing: str) -> None:
    assert heard(f"{writing} 完成了吗").task == "2-7"


def test_figures_come_in_any_order_and_unit() -> None:
    meaning = heard("检查 1,204，1-2 案值1.2亿元 12件立案", POLICE)
    assert meaning.figures == {"检查户次": 1204, "案值": 12000, "立案件数": 12}


@pytest.mark.parametrize(
    ("said", "running"),
    [
        ("立案12件（累计），抓获8人", ["立案件数"]),
        ("累计立案12件、抓获8人；本月移送2件", ["立案件数", "抓获人数"]),
        ("立案累计12件、抓获8人", ["立案件数"]),
        ("立案12件", []),
        ("in total 12 cases filed", ["立案件数"]),
        ("12 cases filed in total, 3 arrests", ["立案件数"]),
        ("立案2件（累计15起），罚款3万元", []),
    ],
)
def test_a_running_total_is_told_from_what_is_new(said: str, running: list[str]) -> None:
    found = [reading for reading in heard(f"1-2 60% {said}", POLICE).readings if reading.kind is Kind.RUNNING_TOTAL]
    assert sorted(reading.values[0] for reading in found) == sorted(running)


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("立案2件（累计15起），罚款3万元（共计10万元）", {"立案件数": 2, "罚没金额": 3}),
        ("立案2件（共计案值10万元，抓获8人）", {"立案件数": 2, "案值": 10, "抓获人数": 8}),
        ("published 14 penalties", {}),
        ("20k yuan penalties", {"罚没金额": 2}),
        ("filed 5 cases, 2 cases handed to the police", {"立案件数": 5, "移送公安件数": 2}),
    ],
)
def test_figures_are_those_of_the_indicator_that_is_meant(said: str, figures: dict[str, float]) -> None:
    assert heard(f"1-2 60% {said}", POLICE).figures == figures


def test_numbers_that_are_no_indicators_can_be_told() -> None:
    meaning = heard("1-2 60% 立案12件，约谈企业3家，召开会议2次，11月25日收网", POLICE)
    words = meaning.text.lower()
    assert [each.values[0] for each in find_not_counted(words, meaning.readings)] == ["3家", "2次"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2-6抽了40批次合格39", ["39"]),
        ("2-6不合格1，其中已通报的是3，80%", ["1", "3"]),
        ("36-4 reached 50 SMEs, 3 online seminars, 40%", ["50 smes", "3 online seminars"]),
        ("2-6见附件2，12月20日前办完，电话13800138000，平台2.0", []),
        ("36-4 step 2 is done, see annex 3, 2 weeks left", []),
    ],
)
def test_a_number_without_a_counter_counts_what_is_named_beside_it(said: str, found: list[str]) -> None:
    meaning = heard(said)
    assert [each.values[0] for each in find_not_counted(meaning.text.lower(), meaning.readings)] == found


def test_yuan_become_ten_thousand_yuan() -> None:
    assert heard("1-2 案值3505000元").figures == {"案值": 350.5}


def test_a_figure_in_another_measure_stays_in_the_note() -> None:
    meaning = heard("28-1 销毁侵权商品12箱")
    assert (meaning.figures, meaning.note) == ({}, "销毁侵权商品12箱")


def test_pieces_and_tonnes_are_two_figures() -> None:
    meaning = heard("28-1 查扣37件2吨，销毁500公斤")
    assert meaning.figures == {"查获件数": 37, "查获吨数": 2, "销毁吨数": 0.5}


def test_what_happened_to_people_is_told_apart_in_one_clause() -> None:
    meaning = heard("1-2 抓获8人，刑拘5人批捕3人", POLICE)
    assert meaning.figures == {"抓获人数": 8, "刑拘人数": 5, "批捕人数": 3}


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("涉案120万", {"案值": 120}),
        ("案值四百来万", {"案值": 400}),
        ("罚款3.5万", {"罚没金额": 3.5}),
        ("seized goods worth 1.2m", {"案值": 120}),
        ("45k yuan fine", {"罚没金额": 4.5}),
        ("a fine of 45k yuan", {"罚没金额": 4.5}),
        ("everything is fine, 3 cases filed", {"立案件数": 3}),
        ("涉案45k", {"案值": 4.5}),
        ("涉案4.5w", {"案值": 4.5}),
        ("case value RMB 45,000", {"案值": 4.5}),
        ("case value 1.2 mn, penalties ¥45k", {"案值": 120, "罚没金额": 4.5}),
        ("查处12起 案值35万 销毁假种子2吨", {"立案件数": 12, "案值": 35, "销毁吨数": 2}),
        ("立案十四破案九抓了二十六个涉案三百二十万", {"立案件数": 14, "破案件数": 9, "抓获人数": 26, "案值": 320}),
        ("签约金额320万元", {}),
        ("抽检样品=52批, 立案=0", {"抽检批次": 52, "立案件数": 0}),
    ],
)
def test_figures_are_read_as_people_write_them(said: str, figures: dict[str, float]) -> None:
    assert heard(f"1-2 60% {said}", POLICE).figures == figures


def test_a_rate_of_something_else_is_no_progress() -> None:
    meaning = heard("2-7 已走访60家，合格率98%")
    assert (meaning.percent, meaning.note) == (None, "已走访60家，合格率98%")


def test_almost_done_is_not_done() -> None:
    assert heard("2-7 快完成了", Speaker(("市农业农村局",))).status == "in_progress"


def test_a_week_begins_on_monday() -> None:
    meaning = heard("本周到期", today=date(2019, 12, 1))
    assert (meaning.start, meaning.end) == (date(2019, 11, 25), date(2019, 12, 1))


def test_a_month_after_the_31st_of_january_is_the_last_day_of_february() -> None:
    assert heard("一个月内到期", today=date(2020, 1, 31)).end == date(2020, 2, 29)


def test_a_date_that_does_not_exist_is_no_date() -> None:
    assert heard("2月30日到期的").start is None


def test_nobody_reports_for_another_unit() -> None:
    assert heard("商务局35-1完成80%", POLICE).intent is Intent.TASK
    assert heard("商务局35-1完成80%", Speaker(("市商务局",))).intent is Intent.REPORT
    assert heard("商务局35-1完成80%").intent is Intent.REPORT


def test_a_district_reports_as_one_of_all_districts() -> None:
    assert heard("区里39-1完成80%", Speaker(("江岸区人民政府",))).intent is Intent.REPORT


def test_those_of_a_district_mean_their_own_by_the_district() -> None:
    district = Speaker(("江岸区人民政府",))
    assert heard("喂那个报表，我们区里十一月份立案四件", district).unit is None
    assert heard("各区报表都报了没", district).unit == heard("区里报表报了没", POLICE).unit == "各区人民政府"


@pytest.mark.parametrize(
    "around",
    [
        "{}了吗",
        "{}？",
        "听说{}",
        "处长说{}",
        "要是{}就好了",
        "等{}再报",
        "我没说{}",
        "不信{}",
        "表扬{}的同志",
        "别报{}",
        "if {} tell me",
        "they said {}",
        "is {}",
    ],
)
def test_a_statement_inside_another_mood_is_no_report(around: str) -> None:
    said = "2-7完成80%"
    assert heard(said, Speaker(("市农业农村局",))).intent is Intent.REPORT
    assert heard(around.format(said), Speaker(("市农业农村局",))).intent is not Intent.REPORT


@pytest.mark.parametrize("told", ["样品送到省里了", "还在等批复", "没有新情况", "方案会签中", "经费还不够"])
def test_what_a_liaison_tells_of_the_own_task_is_a_report_and_its_note(told: str) -> None:
    meaning = heard(f"2-7 {told}", Speaker(("市农业农村局",)))
    assert (meaning.intent, meaning.task, meaning.note) == (Intent.REPORT, "2-7", told)


def test_only_who_answers_for_a_task_tells_how_it_stands() -> None:
    assert heard("2-7 样品送到省里了", POLICE).intent is Intent.TASK
    assert heard("2-7 样品送到省里了").intent is Intent.TASK
    assert heard("兽药抽检已经送到省里", POLICE).intent is Intent.TASK


@pytest.mark.parametrize("told", ["页面打不开了", "没看懂", "联系人变了", "先不管了", "群里说过了", "没通知我"])
def test_what_is_told_of_the_bot_or_of_oneself_is_no_report(told: str) -> None:
    assert heard(f"2-7 {told}", Speaker(("市农业农村局",))).intent is Intent.TASK


@pytest.mark.parametrize(
    "asked",
    ["推迟到1月底行不行，设备没到", "能不能延到1月底", "恳请延期至1月底，请予批准", "来不及，1.31行不行", " 延期 1.31"],
)
def test_a_day_asked_for_politely_is_a_request_for_more_time(asked: str) -> None:
    meaning = heard(f"3-4{asked}", Speaker(("市生态环境局",)))
    assert (meaning.intent, meaning.task, meaning.end) == (Intent.EXTENSION, "3-4", date(2020, 1, 31))


def test_things_may_stand_between_what_was_done_and_how_many() -> None:
    meaning = heard("1-2 检查医疗机构430户次，查获假冒药品35件，培训2期，共185人次", POLICE)
    assert meaning.figures == {"检查户次": 430, "查获件数": 35, "培训人次": 185}


def test_what_was_counted_otherwise_is_no_figure() -> None:
    assert heard("1-2 查获假酒300瓶，培训3期", POLICE).figures == {}


@pytest.mark.parametrize("writing", ["我們的任務有哪些", "wode renwu you naxie", "women de renwu"])
def test_the_own_tasks_are_asked_for_in_any_script(writing: str) -> None:
    meaning = heard(writing, POLICE)
    assert (meaning.intent, meaning.own) == (Intent.TASKS, True)


@pytest.mark.parametrize("writing", ["1-2 yanqi dao 1yue15ri", "1-2 yan qi dao 1 yue 15 hao xing bu xing"])
def test_a_date_is_read_in_pinyin(writing: str) -> None:
    meaning = heard(writing, POLICE)
    assert (meaning.intent, meaning.end) == (Intent.EXTENSION, date(2020, 1, 15))


def test_english_words_are_no_pinyin() -> None:
    assert heard("how do you do", POLICE).text == "how do you do"


def test_a_unit_is_known_by_its_english_name_but_not_within_a_word() -> None:
    assert heard("overdue tasks of the public security bureau").unit == "市公安局"
    assert heard("customs' unfinished tasks").unit == "武汉海关"
    assert heard("courtesy tasks").unit is None


@pytest.mark.parametrize(
    "told",
    ["招标挂网第三天", "首页改版定稿，等验收", "经费紧张，先做一半", "其他平台都签了，只差一家", "公安局那边回函了"],
)
def test_what_stands_apart_behind_a_code_and_asks_for_nothing_is_a_report(told: str) -> None:
    assert heard(f"2-7 {told}", Speaker(("市农业农村局",))).intent is Intent.REPORT


@pytest.mark.parametrize(
    "said",
    [
        "打算下周送检",
        "预计12月底完成80%",
        "目标80%",
        "省里说我们完成了80%",
        "别的市都完成了",
        "应该完成了才对",
        "完成了就通知我",
        "祝早日完成",
        "兽药质量省级抽检",
        "抽检工作方案全文",
        "数据我发你微信了",
    ],
)
def test_a_plan_a_hope_a_title_or_what_others_say_is_no_report(said: str) -> None:
    assert heard(f"2-7 {said}", Speaker(("市农业农村局",))).intent is Intent.TASK


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("写错了，不该是完成，是进行中", "in_progress"),
        ("报错了，是受阻不是完成", "blocked"),
        ("写错了，应该是已完成", "submitted"),
        ("写错了，不是公安局完成的，是海关完成的", None),
        ("写错了，应该是查处完成5件", None),
    ],
)
def test_a_status_is_put_right_by_what_is_said_to_be_right(said: str, status: str | None) -> None:
    meaning = understand(f"2-7 {said}", vocabulary(), Speaker(("市农业农村局",)), TODAY, Aim.CORRECT)
    assert (meaning.task, meaning.status) == ("2-7", status)


def test_work_information_is_of_the_own_unit_and_begins_in_so_many_words() -> None:
    meaning = heard("报条工作信息 江岸区组织市场监管、公安查获假鞋1200双", Speaker(("江岸区人民政府",)))
    assert (meaning.aim, meaning.unit) == (Aim.INFO, "江岸区人民政府")
    assert heard("我报个信息哈，昨天销毁了一批假烟假酒", POLICE).aim is Aim.INFO


def test_tasks_that_touch_on_a_topic_are_no_single_one() -> None:
    meaning = heard("我局名下跟知识产权沾边的任务，劳驾列一列", Speaker(("市市场监管局",)))
    assert (meaning.aim, meaning.task) == (Aim.TASKS, None)


def test_what_was_reported_done_is_not_closed_yet() -> None:
    assert heard("哪些我报过完成的", POLICE).status == "submitted"
    assert heard("完成的有哪些", POLICE).status == "closed"


def test_what_is_still_to_come_is_a_report_beside_what_is_done() -> None:
    parks = Speaker(("市园林和林业局",))
    assert heard("2-17 双随机检查计划15家，已查12家，剩余3家下周查。", parks).intent is Intent.REPORT
    assert heard("2-17 双随机检查计划15家。", parks).intent is Intent.TASK


@pytest.mark.parametrize(
    ("said", "percent"),
    [("正版化75了", 75), ("正版化 75了，查了20家", 75), ("正版化20家", None), ("正版化10号检查", None)],
)
def test_a_bare_number_right_behind_the_words_for_a_task_is_how_far_it_is(said: str, percent: int | None) -> None:
    meaning = heard(said, Speaker(("市经济和信息化局",)))
    assert (meaning.intent, meaning.task, meaning.percent) == (Intent.REPORT, "3-2", percent)


def test_a_task_named_in_passing_by_one_short_word_is_not_reported_on() -> None:
    tax = Speaker(("市税务局",))
    assert heard("今年税收完成八成", tax).intent is not Intent.REPORT
    assert heard("税收那条完成八成", tax).intent is Intent.REPORT


def test_what_was_counted_while_a_task_was_told_of_leaves_its_name_to_be_heard() -> None:
    meaning = heard("培训搞完了 120人次", Speaker(("武汉海关",)))
    assert (meaning.intent, meaning.aim, meaning.candidates) == (Intent.AMBIGUOUS, Aim.REPORT, ("4-4", "43-3"))
    assert meaning.figures == {"培训人次": 120}


def test_explaining_says_what_was_taken_for_what() -> None:
    assert [(entry["words"], entry["kind"], entry["values"]) for entry in explain(heard("gaj 2-7 完成80%"))] == [
        ("gaj", "unit", ["市公安局"]),
        ("2-7", "code", ["2-7"]),
        ("完成80%", "percent", ["80"]),
    ]


@pytest.mark.parametrize("text", ["", "   ", "？", "\0", "😀", "第项第条", "2-", "%", "@bot", "-" * 2000, "月" * 500])
def test_odd_texts_are_unknown(text: str) -> None:
    assert heard(text).intent is Intent.UNKNOWN


WORDS = "月日号周天内前后底第项条之杠点-./%万亿十百千件起户元 ，？半个上下本公安局区我的报延期完成没有gaj2-7"


@given(st.text(alphabet=WORDS + string.digits, max_size=20), st.dates(date(2018, 1, 1), date(2030, 12, 31)))
@settings(max_examples=count(100, 500), deadline=None)
def test_no_text_breaks_it_or_makes_days_run_backwards(text: str, today: date) -> None:
    meaning = understand(text, vocabulary(), POLICE, today)
    assert json.loads(json.dumps(to_json(meaning), allow_nan=False))["intent"] == meaning.intent
    assert not (meaning.start and meaning.end and meaning.start > meaning.end)


@given(
    st.sampled_from([*vocabulary().indicators.by_name]),
    st.decimals(0, 10**9, places=3),
    st.sampled_from("元万亿件人吨"),
)
@settings(max_examples=count(50, 500), deadline=None)
def test_no_figure_breaks_it_however_small_or_large(name: str, value: Decimal, measure: str) -> None:
    read = to_json(understand(f"1-2 80% {name}{value}{measure}", vocabulary(), POLICE, TODAY))["figures"]
    assert all(isinstance(each, int | float) and each >= 0 for each in read.values())


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1-2抓了8个人，案值加了40多万", {"抓获人数": 8, "案值": 40}),
        ("1-2 抓了俩人，立案3件", {"抓获人数": 2, "立案件数": 3}),
    ],
)
def test_what_is_added_is_counted(said: str, figures: dict[str, float]) -> None:
    assert heard(said, POLICE).figures == figures


def test_nothing_done_of_a_task_is_not_begun() -> None:
    assert heard("1-2 0%，等省厅模板", POLICE).status == "not_started"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("环境信用文件省里11月18号发了，11-1可以开工", date(2019, 11, 18)),
        ("环境信用的文件省里20号已经发了，11-1可以启动计时", date(2019, 11, 20)),
        ("全国电视电话会25号开过了，记3-1", date(2019, 11, 25)),
        ("《化妆品监督管理条例》12月20号出台", date(2019, 12, 20)),
        ("条例出台后6-2改到11月20号", date(2020, 11, 20)),
    ],
)
def test_an_event_is_of_the_nearest_such_day_and_a_new_deadline_is_to_come(said: str, day: date) -> None:
    assert heard(said).end == day


@pytest.mark.parametrize(
    ("asked", "status"),
    [("230项里办结了多少", "closed"), ("受阻的有几项", "blocked"), ("11月办结了多少", None)],
)
def test_a_count_by_status_is_of_the_tasks_that_have_it(asked: str, status: str | None) -> None:
    assert heard(asked).status == status
