"""Finding the speaker's own task in a sentence without a code."""

import pytest

from data.understanding import Aim, Kind, Speaker, of_kind, understand
from tests.understanding.corpora import TODAY
from tests.understanding.plan import vocabulary


def tasks_of(text: str, unit: str) -> tuple[str, ...]:
    meaning = understand(text, vocabulary(), Speaker((unit,)), TODAY)
    return (meaning.task,) if meaning.task else meaning.candidates


@pytest.mark.parametrize(
    ("unit", "text", "task"),
    [
        ("市文化和旅游局", "抽查清单早就完成了啊 6月就挂网了", "2-8"),
        ("市文化和旅游局", "这个月拆了私装的卫星锅63套", "1-5"),
        ("市邮政管理局", "联合执法跟公安跑了一趟，通报线索4条", "3-17"),
        ("市检察院", "两法平台录入案件1320件，接入单位从19家到24家，进度七成半", "6-2"),
        ("市农业农村局", "农资打假那个搞了三次检查，立案两件，六成的样子", "1-3"),
        ("市农业农村局", "饲料省抽任务一百二十批抽了一百零八批不合格两批进度百分之九十", "2-6"),
        ("市农业农村局", "put the feed sampling at 35%", "2-6"),
        ("市农业农村局", "饲料抽捡还差两个厂没抽，大概85", "2-6"),
        ("市农业农村局", "受药抽检今天又送了三十二批样到省里", "2-7"),
        ("市公安局", "研判平台招标刚弄完 大概百分之三十五吧", "7-1"),
        ("市邮政管理局", "绿顿那个哪天截止", "7-6"),
        ("市文化和旅游局", "今年培训班那项还剩几天到期呀", "43-2"),
    ],
)
def test_words_that_few_of_the_own_tasks_have_name_one(unit: str, text: str, task: str) -> None:
    assert tasks_of(text, unit) == (task,)


@pytest.mark.parametrize(
    ("unit", "text", "task"),
    [
        ("市司法局", "宪法日普法已完成", "29-3"),
        ("市打击侵权假冒工作领导小组办公室", "4·26集中销毁假货已完成", "28-1"),
    ],
)
def test_a_day_by_which_a_task_is_called_is_of_its_name(unit: str, text: str, task: str) -> None:
    meaning = understand(text, vocabulary(), Speaker((unit,)), TODAY)
    assert (meaning.aim, meaning.task) == (Aim.REPORT, task)
    assert not list(of_kind(meaning, Kind.TIME))


def test_a_day_by_which_a_task_is_called_is_a_day_where_something_falls_due() -> None:
    for text in ("宪法日到期的任务", "宪法日前到期的任务"):
        assert understand(text, vocabulary(), Speaker(coordinator=True), TODAY).end is not None


@pytest.mark.parametrize(
    ("text", "name"), [("农资打假那项活动怎么样了", "农资打假那项"), ("农资打假那个行动已完成", "农资打假那个")]
)
def test_a_name_ends_with_a_word(text: str, name: str) -> None:
    meaning = understand(text, vocabulary(), Speaker(("市市场监管局",)), TODAY)
    assert [meaning.text[each.start : each.end] for each in of_kind(meaning, Kind.TASK)] == [name]


def test_two_tasks_that_are_told_of_are_both_named() -> None:
    told = "文化企业服务搞了两场政策宣讲，到场企业110家。然后执法队伍培训第二期也办完啦，两期班齐了！"
    assert set(tasks_of(told, "市文化和旅游局")) == {"27-5", "43-2"}


def test_where_several_fit_alike_they_are_offered() -> None:
    assert tasks_of("铁拳那个，又立案19件，报一下", "市市场监管局") == ("1-8", "3-19")


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("市公安局", "办公室批了没"),
        ("市公安局", "立案数填错了，应该是14件"),
        ("市农业农村局", "持续的都没变化"),
        ("市农业农村局", "不合格的改成3批"),
        ("市农业农村局", "我要报工作信息"),
    ],
)
def test_a_word_that_may_be_said_of_anything_names_no_task_of_others(unit: str, text: str) -> None:
    assert tasks_of(text, unit) == ()


def test_a_task_of_others_is_named_by_more_of_its_title() -> None:
    assert tasks_of("裁判文书上网这个月传了多少", "市公安局") == ("6-16",)


@pytest.mark.parametrize(
    ("unit", "text", "task"),
    [
        ("市委网信办", "约谈总结我想多要一个礼拜", "5-4"),
        ("市检察院", "会商那个我上次写的多少来着", "6-4"),
        ("市委宣传部", "因中宣部版权检查延至1月，督办情况能否顺延至1月31日", "6-6"),
    ],
)
def test_a_word_of_one_title_alone_names_it_for_want_of_more(unit: str, text: str, task: str) -> None:
    assert tasks_of(text, unit) == (task,)


@pytest.mark.parametrize(
    ("unit", "text", "task"),
    [
        ("武汉海关", "when is the big-data one due", "7-3"),
        ("武汉海关", "Front-line training finished on 22 Nov, 58 officers over three days", "4-4"),
        ("市发展改革委", "deadline for red/black lists?", "9-2"),
        ("市商务局", "how many firms did we list for going-out in total, 3 or 13?", "36-1"),
    ],
)
def test_tasks_are_named_in_english_by_words_and_pairs_of_words(unit: str, text: str, task: str) -> None:
    assert tasks_of(text, unit) == (task,)


def test_who_answers_for_one_task_alone_means_that_one() -> None:
    assert tasks_of("年底稽查封账，总结想1月15号再给", "市税务局") == ("3-9",)


@pytest.mark.parametrize("text", ["in Dec 2-7 reached 80%", "may 2-7 be extended until 31 March 2020?"])
def test_a_month_before_a_code_makes_no_days_of_it(text: str) -> None:
    assert tasks_of(text, "市公安局") == ("2-7",)


@pytest.mark.parametrize(("unit", "text"), [("市司法局", "no comment"), ("市商务局", "let us talk tomorrow")])
def test_what_people_say_of_anything_names_no_task_in_english(unit: str, text: str) -> None:
    assert tasks_of(text, unit) == ()


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("市市场监管局", "抽了120批次，不合格4批次"),
        ("市市场监管局", "抽检120批次不合格4批 合格率96.7"),
        ("市市场监管局", "核实了，是2350万"),
        ("市市场监管局", "三点改成四点"),
        ("市公安局", "核实了，是2350万"),
        ("市市场监管局", "不合格4批次"),
    ],
)
def test_words_said_of_figures_name_no_task(unit: str, text: str) -> None:
    assert tasks_of(text, unit) == ()


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("中药饮片抽检20批次不合格2批次", "1-18"),
        ("食品抽检120批次，不合格4批次", "3-10"),
        ("不合格通报那项发了2期", "3-10"),
    ],
)
def test_what_else_is_said_beside_figures_names_one(text: str, task: str) -> None:
    assert tasks_of(text, "市市场监管局") == (task,)
