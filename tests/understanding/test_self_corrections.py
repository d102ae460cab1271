"""Values that are put right within one message are read as if only the right ones had been written."""

from time import perf_counter

import pytest

from data.understanding.normalise.sentence import normalise, put_right


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1-2完成80%，不对，85%", "1-2完成85%"),
        ("1-2完成80%不对85%", "1-2完成85%"),
        ("1-2 八成,呃,82", "1-2 82"),
        ("立案3起，呃，5起", "立案5起"),
        ("1-2报80，不对，是85", "1-2报85"),
        ("40 不对 45", "45"),
        ("1-2 75%，哦不对75是2-3的，1-2还是85", "2-3 75，1-2还是85"),
        ("1-2 75%，不对，75%是2-3的", "2-3 75%"),
        ("80是1-2的，60是2-3的", "1-2 80，2-3 60"),
        ("1-2 立案3件，有2件是2-3的线索", "1-2 立案3件，有2件是2-3的线索"),
        ("80，不对，85，不对，90", "90"),
        ("1-2完成80%，错了，85%", "1-2完成85%"),
        ("1-2完成80%，不是，85%", "1-2完成85%"),
        ("1-2完成百分之八十，哦不，百分之八十五", "1-2完成百分之八十五"),
        ("1-2完成八成，说错了七成", "1-2完成七成"),
        ("大概七成吧，哦不，七成五", "大概七成五"),
        ("1-2 80%吧 不 75", "1-2 75%"),
        ("1-2 完成80%了，不，75%", "1-2 完成75%"),
        ("立案6件 不，7件", "立案7件"),
        ("1-2 80%, no wait, 85%", "1-2 85%"),
        ("37-3 20%, no sorry 25%", "37-3 25%"),
        ("1-2 抓了5个 案值35万 不对 是53万 60%", "1-2 抓了5个 案值53万 60%"),
        ("1-2 is at 80 percent, I mean 85", "1-2 is at 85 percent"),
        ("立案6件，说错了，8件", "立案8件"),
        ("立案6件，不对，8", "立案8件"),
        ("案值30万，不对，35", "案值35万"),
        ("完成百分之八十，不对，85", "完成85"),
        ("案值3万，哦不对，5万", "案值5万"),
        ("立案5件，更正：7件", "立案7件"),
        ("立案5件，更正一下，7件", "立案7件"),
        ("1-2 80%, correction: 85%", "1-2 85%"),
        ("立案6件，抓获3人，不对，7件", "立案7件，抓获3人，"),
        ("立案6件，抓获3人，不对，抓获5人", "立案6件，抓获5人"),
        ("arrested 3, sorry, 4 people", "arrested 4 people"),
        ("1-2延期到3月1日，不对，3月15日", "1-2延期到3月15日"),
        ("1-2延期到3月1号，说错了，15号", "1-2延期到3月15号"),
        ("1-2延期到2020年3月1日，不对，4月1日", "1-2延期到2020年4月1日"),
        ("下周三 啊不对 周五", "周五"),
        ("1-2 extend to March 1, no, March 15", "1-2 extend to March 15"),
        ("2-7，不对，2-8完成80%", "2-8完成80%"),
        ("1-3完成50%，不对，1-2完成85%", "1-2完成85%"),
        ("1-2完成80%，1-4完成50%，不对，1-2完成85%", "1-4完成50%，1-2完成85%"),
        ("43-5改到12月20日，算了，改成25号", "43-5改到12月25号"),
        ("明天上午9点，算了，10点群发公安局：请报材料", "明天上午10点群发公安局：请报材料"),
        ("催公安局，算了，催市场局", "催市场局"),
        ("通知公安局周五开会，不对，通知市场局周五开会", "通知市场局周五开会"),
        ("invite Grace, no wait, invite Tom", "invite Tom"),
        ("邀请公安局 李四，不对，张三", "邀请公安局 张三"),
        ("邀请海关赵六，说错了，王小明", "邀请海关王小明"),
        ("下午3点，不对，4点发", "下午4点发"),
        ("10点，不对，下午4点半发", "下午4点半发"),
        ("tell the police at 9, no wait, at 10 tomorrow", "tell the police at 10 tomorrow"),
    ],
)
def test_the_right_value_takes_the_place_of_the_wrong_one(written: str, read: str) -> None:
    assert normalise(written) == read
    assert put_right(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "不对，是85",
        "80%不对，是85%",
        "是350万不是300万",
        "1-2 80% 对不对 85%",
        "1-2不对，请看附件",
        "原因不对，王警官",
        "把立案5件更正为7件",
        "立案6件错了，是8件",
        "1-2报了5起，错了，应该是6起",
        "发现3家标签不对，5家没证",
        "数字不对，5家没报",
        "完成80%，不再报了",
        "1-2完成80，不对，一直在推进",
        "完成80% 对不对 还是85%",
        "请李四，不对，3-2完成了",
        "50%, wait 3 days",
        "完成60%，有3项不对，要重做",
        "1-2 is 80% done. Sorry, 1-3 will be late",
        "1-2 不对，1-3 也不对，都不是我们的",
        "1-2和1-3完成80%，不对，1-3完成60%",
        "查了超市，等等，查处3起",
        "立案3起，呃，2起移送了",
        "请示了领导，等等，请示了专家",
        "12月5日的会不对 12月6日交表",
    ],
)
def test_what_takes_nothing_back_is_read_as_written(written: str) -> None:
    assert normalise(written) == written


@pytest.mark.parametrize("written", ["1-2完成80%，不对，85%", "立案6件，抓获3人，不对，7件", "1-2 80%, no wait, 85%"])
def test_what_was_written_can_still_be_quoted(written: str) -> None:
    heard = normalise(written)
    assert heard.quote(0, len(heard)) == written
    assert "".join(heard.quote(at, at + 1) for at in range(len(heard))) == written


@pytest.mark.parametrize("written", ["不对，3" * 400, "80%，不对，85%，" * 150, "哦不，" * 500 + "3"])
def test_much_taking_back_is_read_quickly(written: str) -> None:
    begun = perf_counter()
    put_right(written)
    assert perf_counter() - begun < 2
