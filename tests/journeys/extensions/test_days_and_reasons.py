"""Days after feasts, days that do not exist, and reasons wherever they stand in a request for more time."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize(
    ("said", "day", "reason"),
    [
        ("1-2延期到明年五一后吧人都抽走了", "2020年5月6日", "人都抽走了"),
        ("1-2想延到清明节以后，检测机构放假", "2020年4月7日", "检测机构放假"),
        ("1-2想延到三月底吧人手不够", "2020年3月31日", "人手不够"),
        ("1-2因为疫情要延到四月底", "2020年4月30日", "疫情"),
        ("1-2 由于检测机构放假，所以想延期到4月15日", "2020年4月15日", "检测机构放假"),
        ("1-2 can we push it to April 10? because the lab is closed", "2020年4月10日", "the lab is closed"),
        (
            "I'd like to extend 1-2 to April 10 as we are waiting for the lab",
            "2020年4月10日",
            "we are waiting for the lab",
        ),
    ],
)
async def test_the_day_and_the_reason_are_read(lin: Resident, said: str, day: str, reason: str) -> None:
    assert f"申请延到：{day}\n原因和进展：{reason}" in await lin.says(said)


@pytest.mark.parametrize("said", ["1-2延期到春节后吧人都放假了", "1-2延期到明年春节后人都放假了"])
async def test_a_reason_is_kept_though_no_one_day_is_named(lin: Resident, said: str) -> None:
    assert "延到哪一天" in await lin.says(said)
    assert "申请延到：2020年3月31日\n原因和进展：人都放假了" in await lin.says("三月底")


@pytest.mark.parametrize(
    ("said", "day"), [("清明节后吧", "2020年4月7日"), ("五一以后", "2020年5月6日"), ("等端午节过了", "2020年6月28日")]
)
async def test_the_time_after_a_feast_answers_the_question_for_a_day(lin: Resident, said: str, day: str) -> None:
    await lin.says("1-2延期")
    assert f"延到{day}。" in await lin.says(said)


@pytest.mark.parametrize("said", ["13月40日", "2020年2月30日", "4月31号"])
async def test_a_day_that_no_calendar_has_is_said_to_be_none(lin: Resident, said: str) -> None:
    assert f"日历上没有“{said}”这一天" in await lin.says(f"1-2延期到{said}")
    assert f"日历上没有“{said}”这一天" in await lin.says(said)


@pytest.mark.parametrize("said", ["延期到2020年3月1日", "还是改到3月1日吧", "43-5延期到2020年3月1日"])
async def test_another_day_is_no_reason(zhou: Resident, said: str) -> None:
    await zhou.says("43-5延期到2019年12月20日")
    assert "延到2020年3月1日。原因是什么" in await zhou.says(said)


async def test_a_whole_new_request_gives_its_own_reason(zhou: Resident) -> None:
    await zhou.says("43-5延期到2019年12月20日")
    assert "申请延到：2020年3月1日\n原因和进展：场地没定" in await zhou.says("43-5想延期到2020年3月1日，场地没定")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("因为局里人手不够", "局里人手不够"),
        ("because of staff shortage", "staff shortage"),
        ("since half the team is on leave", "half the team is on leave"),
        ("as we wait for the province", "we wait for the province"),
        ("as agreed on the phone", "as agreed on the phone"),
        ("since March nobody has answered", "since March nobody has answered"),
        ("原因是人手不够", "人手不够"),
        ("原因不在我们，省里没批", "原因不在我们，省里没批"),
        ("等43-5办完才能弄", "等43-5办完才能弄"),
        ("不是我们拖，是检察院3月底才批", "不是我们拖，是检察院3月底才批"),
        ("不是2月能办完的，是要等4月底的鉴定结果", "不是2月能办完的，是要等4月底的鉴定结果"),
    ],
)
async def test_words_that_only_introduce_a_reason_are_no_part_of_it(lin: Resident, said: str, reason: str) -> None:
    await lin.says("1-2延期到2020年4月1日")
    assert f"原因和进展：{reason}" in await lin.says(said)


@pytest.mark.parametrize("said", ["人手不够", "还差两个案子没移送", "检测机构流标了重新招"])
async def test_a_reason_given_where_the_day_is_asked_is_kept(lin: Resident, said: str) -> None:
    await lin.says("申请延期 1-2")
    assert (await lin.says(said)).startswith(f"已记下：\n原因和进展：{said}\n没看懂是哪一天。")
    assert f"申请延到：2020年4月30日\n原因和进展：{said}" in await lin.says("4月底")


@pytest.mark.parametrize("said", ["随便写点", "看情况吧", "怎么填", "过段时间", "过一阵子"])
async def test_what_tells_no_reason_is_none(lin: Resident, said: str) -> None:
    await lin.says("申请延期 1-2")
    assert "已记下" not in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("27-4因元旦活动改期申请延期到1月10日，妥否，请批示。", "因元旦活动改期"),
        ("因对方未回函，27-4拟延至2020年1月20日，请领导审批", "因对方未回函"),
        ("由于经费没下来，申请把27-4延期到1月15日，请予批准为盼。", "经费没下来"),
        ("27-4 平台那边一直没回函，拟延至1月20日，当否请批复", "平台那边一直没回函"),
        ("鉴于场地还在谈，27-4恳请延期一个月，请办公室予以支持", "场地还在谈"),
        ("27-4延期到1月20日，场地还要谈，妥否，请批示", "场地还要谈"),
        ("由于场地未落实，我局拟申请将27-4完成时间推迟到1月20日，请予支持！", "场地未落实"),
        ("27-4场地没开始谈，拟延至1月20日", "场地没开始谈"),
        ("27-4 人手不够，活动又多，申请延期到明年1月20日", "人手不够，活动又多"),
        ("27-4 省里推迟了，估计要到明年1月20日才能开，能不能晚点", "省里推迟了，估计要到明年1月20日才能开"),
        ("主任好，27-4 省里推迟到2月了，想延到2月底，可以吗？谢谢", "省里推迟到2月了"),
        ("27-4 申请延到2月底，省里推迟", "省里推迟"),
        ("27-4 申请延期到2月底，因为省里计划推迟了两个月", "省里计划推迟了两个月"),
        ("27-4延期到2月底，因为年底事情多、要等检测延后出结果", "年底事情多、要等检测延后出结果"),
        ("27-4来不及了，检测报告要1月10号才出", "来不及了，检测报告要1月10号才出"),
        ("27-4 要到1月20号才能完成，场地没定", "场地没定"),
        ("27-4 经费没到位，想延到2月底，方案已经印发", "经费没到位，方案已经印发"),
        ("27-4 the hall is closed, can we push it to February 10?", "the hall is closed"),
    ],
)
async def test_the_reason_is_what_is_told_besides_courtesies(shang: Resident, said: str, reason: str) -> None:
    assert f"\n原因和进展：{reason}\n" in await shang.says(said) + "\n"


@pytest.mark.parametrize(
    "said",
    [
        "27-4申请延期到1月10日，妥否，请批示。",
        "27-4延到1月10日，请领导审批为盼",
        "主任好，27-4还没办，能不能延到1月10日",
    ],
)
async def test_only_courtesies_are_no_reason(shang: Resident, said: str) -> None:
    assert "原因是什么、做到了哪一步？" in await shang.says(said)


@pytest.mark.parametrize("said", ["批了没", "能延几次啊", "谁来批啊", "要领导签字吗"])
async def test_a_question_is_no_reason(lin: Resident, said: str) -> None:
    await lin.says("1-2延期到2020年4月1日")
    assert "原因是什么、做到了哪一步？" in await lin.says(said)
    assert "原因和进展：检测机构没定" in await lin.says("检测机构没定")


async def test_a_day_put_right_at_the_question_for_the_reason_changes_the_day(lin: Resident) -> None:
    await lin.says("1-2延期到2020年4月1日")
    assert "延到2020年3月31日。原因是什么" in await lin.says("不对，是3月底")
    assert "申请延到：2020年3月31日\n原因和进展：检测机构没定" in await lin.says("检测机构没定")


@pytest.mark.parametrize("said", ["3月10号行不行", "1-2 改明年3月10号", "1-2 能不能3月10号"])
async def test_a_day_alone_is_no_reason(wang: Resident, said: str) -> None:
    asked = await wang.says(said)
    assert asked.startswith("申请延期 1-2 ") and "延到2020年3月10日。原因是什么" in asked


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("43-5 12月5号那个又取消了，改明年1月", "12月5号那个又取消了"),
        ("12月5号又不行了，改到明年1月", "12月5号又不行了"),
        ("改明年1月", "场地没定"),
        ("43-5 改到明年1月", "场地没定"),
    ],
)
async def test_the_request_that_waits_is_asked_anew_with_another_day(zhou: Resident, said: str, reason: str) -> None:
    await zhou.says("43-5培训推迟到12月5号，因为场地没定，帮我申请一下")
    await zhou.presses("提交")
    shown = await zhou.says(said)
    assert "已申请延到2019年12月5日" in shown and f"申请延到：2020年1月31日\n原因和进展：{reason}" in shown


@pytest.mark.parametrize("said", ["18号也行 改成18号", "改到18号也可以", "18号就行", "改到18号行不行"])
async def test_the_day_just_asked_for_is_changed_in_other_words(zhou: Resident, said: str) -> None:
    await zhou.submits("43-5推到12月15日 老师病了")
    assert "申请延到：2019年12月18日\n原因和进展：老师病了" in await zhou.says(said)


@pytest.mark.parametrize("said", ["理由是省厅排队", "延期的理由改成省厅排队", "原因：省厅排队"])
async def test_the_reason_called_so_just_after_the_request(lin: Resident, said: str) -> None:
    await lin.says("1-2申请延期到明年4月底，理由是材料没齐", "提交")
    shown = await lin.says(said)
    assert "再提交一份会代替它" in shown and "申请延到：2020年4月30日\n原因和进展：省厅排队" in shown


@pytest.mark.parametrize("said", ["申请的日期改成5月底", "延期申请日期改为明年5月底", "把申请的时间改到5月底吧"])
async def test_the_day_called_so_keeps_the_reason(lin: Resident, said: str) -> None:
    await lin.says("1-2申请延期到明年4月底，理由是材料没齐", "提交")
    assert "申请延到：2020年5月31日\n原因和进展：材料没齐" in await lin.says(said)


async def test_the_day_of_a_decided_request_begins_another(chen: Resident, zhou: Resident) -> None:
    await zhou.says("1-12申请延期到明年1月底，理由是材料没齐", "提交")
    await chen.says("同意1-12延期", "确认改期")
    asked = await zhou.says("延期申请日期改为明年3月底")
    assert asked.startswith("申请延期 1-12") and "延到2020年3月31日。原因是什么" in asked
    assert "申请延到：2020年3月31日\n原因和进展：省厅排队" in await zhou.says("省厅排队")


async def test_a_reason_without_a_request_is_none(lin: Resident) -> None:
    assert "申请延期" not in await lin.says("理由是省厅排队")
