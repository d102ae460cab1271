"""Inviting people: a link, a picture to scan and words to forward; by name, and for the office without a unit."""

import pytest

from data.people.people import Role
from tests.journeys.people.roster import on_the_roster
from tests.journeys.resident import token_in
from tests.journeys.town import Resident, Town


async def test_a_link_comes_with_a_picture_and_words_to_forward(chen: Resident) -> None:
    await chen.says("/invite 商务局 李某")
    link, picture = chen.messages()[-2:]
    assert link.text == "市商务局联络员邀请链接（一次有效，72 小时内）。\n给李某的。请把下面的图和文字转发给对方。"
    assert picture.media is not None and picture.media.mime == "image/png"
    assert picture.text.startswith("李某您好：\n请担任打击侵权假冒工作市商务局联络员。")


@pytest.mark.parametrize("words", ["/invite 商务局 李某", "邀请商务局 李某", "邀请商务局李某"])
async def test_whoever_opens_a_link_made_out_to_a_name_is_called_so_and_the_office_hears_how_they_call_themselves(
    town: Town, chen: Resident, stranger: Resident, words: str
) -> None:
    welcome = await stranger.says(f"/start {token_in(await chen.invites(words))}")
    assert welcome.startswith("李某，您好！您已登记为：市商务局联络员。")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "李某已登记为市商务局联络员。\n链接是发给李某的，对方在 Telegram 上叫路人。"
    assert "李某\n市商务局 联络员" in await chen.presses("看 李某")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("/invite 观察员", "观察员"),
        ("/invite 打假办 观察员", "观察员"),
        ("邀请打假办的观察员", "观察员"),
        ("/invite 协调员", "协调员"),
        ("/invite coordinator", "协调员"),
    ],
)
async def test_the_office_is_invited_without_a_unit(
    town: Town, chen: Resident, stranger: Resident, words: str, role: str
) -> None:
    answer = await chen.invites(words)
    assert f"\n{role}邀请链接" in f"\n{answer}"
    assert (await stranger.says(f"/start {token_in(answer)}")).startswith(f"路人，您好！您已登记为：{role}。")
    assert [row["unit_id"] for row in town.rows("SELECT unit_id FROM memberships ORDER BY id")] == [None, None]


async def test_the_name_is_kept_while_it_is_asked_which_unit_is_meant(chen: Resident, stranger: Resident) -> None:
    assert await chen.says("/invite swj 李某") == "没有“swj”这个单位，是不是：市税务局、市商务局？"
    welcome = await stranger.says(f"/start {token_in(await chen.presses('市商务局'))}")
    assert welcome.startswith("李某，您好！您已登记为：市商务局联络员。")


async def test_a_long_name_and_the_number_are_kept_while_it_is_asked_which_unit_is_meant(
    town: Town, chen: Resident
) -> None:
    await chen.says("/invite swj Alexander Smith 13800001111")
    await chen.presses("市商务局")
    assert town.rows("SELECT name, phone FROM invites") == [{"name": "Alexander Smith", "phone": "13800001111"}]


async def test_a_number_alone_is_kept_while_it_is_asked_which_unit_is_meant(town: Town, chen: Resident) -> None:
    await chen.says("/invite swj 13800001111")
    await chen.presses("市商务局")
    assert town.rows("SELECT name, phone FROM invites") == [{"name": "", "phone": "13800001111"}]


async def test_of_a_group_of_units_one_is_chosen(chen: Resident) -> None:
    assert (await chen.says("/invite 各区")).startswith("“各区”是好几个单位，请写其中一个：江岸区人民政府、")
    assert (await chen.presses("硚口区人民政府")).startswith("硚口区人民政府联络员邀请链接")


async def test_the_office_hears_of_whoever_comes_in_by_phone_or_by_a_liaison_s_link(
    town: Town, lin: Resident, chen: Resident, stranger: Resident
) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角", "直到收回")
    await stranger.says(f"/start {token_in(lin.sees())}")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "路人已登记为市公安局B角。\n由林警官请来。"


async def test_several_are_invited_by_name_and_the_office_hears_of_all_in_one_message(
    town: Town, chen: Resident, stranger: Resident
) -> None:
    await chen.says("给税务局孙科、邮管局钱明发邀请")
    await chen.presses("生成链接")
    letters = [each for each in chen.messages() if each.media is not None]
    assert [each.text.splitlines()[0] for each in letters] == ["孙科您好：", "钱明您好："]
    for person, letter in zip((stranger, town.newcomer(1081, "小钱")), letters, strict=True):
        await person.says(f"/start {token_in(letter.text)}")
    await town.move_to("2019-11-25 08:31")
    told = [line for line in chen.sees().splitlines() if "已登记为" in line]
    assert told == ["孙科已登记为市税务局联络员。", "钱明已登记为市邮政管理局联络员。"]
    assert chen.buttons() == ["看 孙科", "看 钱明"]


async def _asks_for_consent(chen: Resident) -> None:
    await chen.says("/people")
    assert "需要同意：开" in await chen.presses("名单设置", "改为需要同意")
    assert "新来的人需要同意：开\n要撤销，请点“撤销”。" in await chen.says("撤销")


async def test_with_consent_a_newcomer_waits_and_is_let_in(town: Town, chen: Resident, stranger: Resident) -> None:
    await _asks_for_consent(chen)
    link = token_in(await chen.says("/invite 市公安局"))
    assert (await stranger.says(f"/start {link}")).startswith("已收到，您的登记要等办公室同意")
    assert "要等办公室同意" in await stranger.says("我的任务")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "路人想登记为市公安局联络员，等您同意。"
    assert "已同意，路人现在是市公安局联络员。" in await chen.presses("同意")
    await town.move_to("2019-11-25 08:32")
    assert stranger.sees().startswith("办公室已同意，您现在是市公安局联络员。")
    assert "\n1. 发“我的任务”看本单位的任务" in stranger.sees() and "\n3. 不在岗时" in stranger.sees()
    assert (await stranger.says("我的任务")).startswith("共 8 项")


async def test_who_is_turned_away_hears_so_and_is_a_stranger(town: Town, chen: Resident, stranger: Resident) -> None:
    await _asks_for_consent(chen)
    link = token_in(await chen.says("/invite 市公安局"))
    await stranger.says(f"/start {link}")
    await town.move_to("2019-11-25 08:31")
    asked = chen.last()
    assert "已拒绝路人的登记" in await chen.presses("拒绝")
    await town.move_to("2019-11-25 08:32")
    assert stranger.sees().startswith("办公室没有同意这次登记")
    assert "只对已登记的人员开放" in await stranger.says("我的任务")
    assert "无效或已过期" in await stranger.says(f"/start {link}")
    assert "已经处理过了" in await chen.forges(
        next(b.callback_data or "" for b in asked.buttons if b.text.startswith("同意"))
    )


async def test_with_consent_a_line_of_the_roster_is_claimed_only_when_the_office_agrees(
    town: Town, chen: Resident
) -> None:
    await _asks_for_consent(chen)
    on_the_roster(town, "赵法官", "市法院", "13800001098")
    zhao = town.newcomer(1098, "赵", phone="+86 138 0000 1098")
    await zhao.says("/start")
    assert "要等办公室同意" in await zhao.does(lambda: town.world.share_contact(zhao.id))
    assert "要等办公室同意" in await zhao.says("我的任务")
    await town.move_to("2019-11-25 08:31")
    assert chen.sees() == "赵想登记为市法院联络员，等您同意。\n凭名单里的手机号。"
    await chen.presses("同意")
    assert (await zhao.says("/start")).startswith("赵法官，您好！您已登记为：市法院联络员。")


async def test_whom_to_ask_in_the_office_is_entered_once_and_told_to_everybody(chen: Resident, lin: Resident) -> None:
    assert "还没有填联系人" in await lin.says("谁是办公室联系人")
    await chen.says("/people")
    await chen.presses("名单设置", "填办公室联系人")
    assert "还没有保存" in await chen.says("李某 027-00000000")
    assert "已记下" in await chen.presses("提交")
    answer = await lin.says("办公室联系人是谁")
    assert answer.startswith(
        "办公室联系人：李某 027-00000000。\n也可以点名字直接写给协调员：陈主任\n填报和延期由办公室审核"
    )
    assert (await lin.says("who do I contact in the office")).startswith("办公室联系人：李某")
    for words in ("我要找陈主任", "陈主任电话多少", "who can I call at the office"):
        assert (await lin.says(words)).startswith("办公室联系人：李某"), words


async def test_consent_is_set_by_the_office_alone(town: Town, lin: Resident) -> None:
    assert "办公室" in await lin.forges("people:consent:1")
    assert "办公室" in await lin.forges("people:agree:1")
    assert town.rows("SELECT * FROM settings WHERE name = 'newcomers_need_consent'") == []


async def test_that_newcomers_need_consent_is_said_and_invites_nobody(chen: Resident) -> None:
    assert "需要同意：关" in await chen.says("新来的人要我同意才能进")


async def test_several_units_get_a_link_each(chen: Resident) -> None:
    assert "要邀请 2 人：\n· 市检察院：联络员\n· 市法院：联络员\n" in await chen.says("邀请检察院和法院")
    assert not any("邀请链接（" in each for each in chen.heard())
    await chen.presses("生成链接")
    links = [each for each in chen.heard() if "邀请链接（" in each]
    assert [each.partition("联络员")[0] for each in links] == ["市检察院", "市法院"]
    assert not any("和法院" in each for each in chen.heard())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("请法院的刘某当观察员", "市法院观察员邀请链接"),
        ("邀请李某当商务局联络员", "市商务局联络员邀请链接"),
        ("邀请王五到市商务局", "市商务局联络员邀请链接"),
        ("邀请林警官 市公安局", "市公安局联络员邀请链接"),
        ("邀请市公安局B角李某", "市公安局B角邀请链接"),
        ("邀请市商务局联络员王五", "市商务局联络员邀请链接"),
        ("邀请商务局的王五当B角", "市商务局B角邀请链接"),
        ("农业局的联络员是王五，发个邀请", "市农业农村局联络员邀请链接"),
    ],
)
async def test_a_sentence_says_whom_it_invites_as_what(town: Town, chen: Resident, said: str, shown: str) -> None:
    await chen.invites(said)
    name = next(each for each in ("刘某", "李某", "王五", "林警官") if each in said)
    heard = "\n".join(chen.heard())
    assert shown in heard and f"给{name}的。" in heard
    assert [row["name"] for row in town.rows("SELECT name FROM invites")] == [name]


@pytest.mark.parametrize(
    "said",
    [
        "海关换人了，新的是刘洋，电话13812345678",
        "海关加一个联络员刘洋 13812345678",
        "海关再加一名联络员，刘洋，电话13812345678",
        "海关新来的联络员是刘洋，电话13812345678",
        "海关联络员刘洋 13812345678",
        "/invite 海关 刘洋 13812345678",
    ],
)
async def test_the_number_of_whoever_is_invited_is_kept_for_them(
    town: Town, chen: Resident, stranger: Resident, said: str
) -> None:
    invited = await chen.invites(said)
    assert "武汉海关联络员邀请链接" in invited and "给刘洋（13812345678）的。" in invited
    await stranger.says(f"/start {token_in(invited)}")
    assert town.rows("SELECT name, phone FROM people WHERE telegram_id = ?", stranger.id) == [
        {"name": "刘洋", "phone": "13812345678"}
    ]
    assert town.rows("SELECT phone FROM invites") == [{"phone": ""}]


async def test_the_number_of_who_follows_is_shown_and_kept_for_them(
    town: Town, chen: Resident, zhou: Resident, stranger: Resident
) -> None:
    assert "给吴科长（13812345678）的链接" in await chen.says("市监局周科长换成吴科长，电话13812345678")
    await chen.presses("换人")
    await stranger.says(f"/start {token_in(chen.sees())}")
    assert town.rows("SELECT phone FROM people WHERE telegram_id = ?", stranger.id) == [{"phone": "13812345678"}]


async def test_a_number_goes_with_a_link_that_has_run_out(town: Town, chen: Resident) -> None:
    await chen.invites("海关加一个联络员刘洋 13812345678")
    await town.move_to("2019-11-28 08:00")
    assert town.rows("SELECT phone FROM invites") == [{"phone": "13812345678"}]
    await town.move_to("2019-11-28 10:00")
    assert town.rows("SELECT phone FROM invites") == [{"phone": ""}]


@pytest.mark.parametrize(("decision", "kept"), [("同意", ["13812345678"]), ("拒绝", [])])
async def test_a_number_is_of_nobody_whom_the_office_turns_away(
    town: Town, chen: Resident, stranger: Resident, decision: str, kept: list[str]
) -> None:
    await chen.says("/people")
    await chen.presses("名单设置", "改为需要同意")
    invited = await chen.invites("海关加一个联络员刘洋 13812345678")
    await stranger.says(f"/start {token_in(invited)}")
    await town.move_to("2019-11-29 10:00")
    await chen.says("登记申请有哪些")
    await chen.presses(decision)
    await town.move_to("2019-11-29 11:00")
    phones = [row["phone"] for row in town.rows("SELECT phone FROM people WHERE phone <> ''")]
    assert phones == kept and town.rows("SELECT phone FROM invites WHERE phone <> ''") == []


@pytest.mark.parametrize("said", ["公安局联络员电话13800001111", "公安局联络员的手机号13800001111"])
async def test_the_number_of_whoever_is_there_invites_nobody(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says(said)
    assert town.rows("SELECT * FROM invites") == []


async def test_whether_somebody_was_invited_invites_nobody(town: Town, chen: Resident, lin: Resident) -> None:
    assert (await chen.says("邀请市公安局了吗")).startswith("市公安局\n· 林警官 联络员")
    assert town.rows("SELECT * FROM invites") == []
    assert await chen.says("通知公安局了吗") == "还没有群发过。"


async def test_who_is_to_follow_is_named_without_the_words_for_it(chen: Resident, grace: Resident) -> None:
    assert "给李四（13911112222）的" in await chen.invites("市商务局的联络员换成李四13911112222")
    preview = await chen.says("贸促会的联络员换成李四13911112222")
    assert "Grace不再担任" in preview and "给李四（13911112222）的链接" in preview


async def test_a_unit_with_a_word_that_joins_in_its_name_gets_one_link(town: Town, chen: Resident) -> None:
    await chen.invites("园林局联络员叫张工，电话13900001111")
    assert len(town.rows("SELECT * FROM invites")) == 1
    await chen.says("海关和园林局各要一个联络员链接")
    await chen.presses("生成链接")
    assert len(town.rows("SELECT * FROM invites")) == 3


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("海关派了小刘，发个链接", "给小刘的。"),
        ("园林局来了个新联络员 李工 13811112222 给他发个邀请", "给李工（13811112222）的。"),
        ("园林局新联络员李敏，把链接发给她", "给李敏的。"),
        ("帮我加一个协调员，姓许", "给许的。"),
        ("市公安局的联络员改成赵强，电话13812345678", "给赵强（13812345678）的。"),
        ("商务局加个人", "下面的图"),
        ("邀请商务局一名联络员", "下面的图"),
    ],
)
async def test_the_words_around_who_is_invited_are_no_part_of_the_name(chen: Resident, said: str, whom: str) -> None:
    await chen.says(said)
    if "生成链接" in chen.buttons():
        await chen.presses("生成链接")
    assert any(whom in each for each in chen.heard()) and not any("给个人的" in each for each in chen.heard())


async def test_several_are_invited_each_with_the_name_and_the_number_behind_the_unit(
    town: Town, chen: Resident
) -> None:
    shown = await chen.says("邀请商务局李敏13800000001、武汉海关张强13900000002当联络员")
    assert "· 市商务局 李敏（13800000001）：联络员\n· 武汉海关 张强（13900000002）：联络员\n" in shown
    assert town.rows("SELECT * FROM invites") == []
    await chen.says("好的")
    assert [(row["name"], row["phone"]) for row in town.rows("SELECT name, phone FROM invites ORDER BY name")] == [
        ("张强", "13900000002"),
        ("李敏", "13800000001"),
    ]


THREE = "邀请商务局王芳、海关赵六和农业局李四13800001111"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("海关的不要了", "· 市商务局 王芳：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("把海关那条废了", "· 市商务局 王芳：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("王芳算了", "：\n· 武汉海关 赵六：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("再加税务局孙科", "李四（13800001111）：联络员\n· 市税务局 孙科：联络员\n没"),
        ("商务局再加一个李发", "李四（13800001111）：联络员\n· 市商务局 李发：联络员\n没"),
        ("只要商务局和海关", "2 人：\n· 市商务局 王芳：联络员\n· 武汉海关 赵六：联络员\n没"),
        ("角色改成B角", "· 市商务局 王芳：B角\n· 武汉海关 赵六：B角\n· 市农业农村局 李四（13800001111）：B角\n"),
        ("海关的改成B角", "· 市商务局 王芳：联络员\n· 武汉海关 赵六：B角\n"),
        ("赵六换成钱七", "· 武汉海关 钱七：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("把李四换成钱七 13900003333", "· 市农业农村局 钱七（13900003333）：联络员\n没"),
        ("海关联络员改成钱七", "· 武汉海关 钱七：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("三个都改成B角", "· 市商务局 王芳：B角\n· 武汉海关 赵六：B角\n· 市农业农村局 李四（13800001111）：B角\n"),
        ("海关的叫钱七", "· 武汉海关 钱七：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("赵六是公安局的", "· 市公安局 赵六：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("王芳是税务局的，当B角", "：\n· 市税务局 王芳：B角\n· 武汉海关 赵六：联络员\n"),
        ("the 海关 one is Qian Qi", "· 武汉海关 Qian Qi：联络员\n"),
        ("海关的先不发", "· 市商务局 王芳：联络员\n· 市农业农村局 李四（13800001111）：联络员\n没"),
        ("海关的不要了，法院也加上", "李四（13800001111）：联络员\n· 市法院：联络员\n没"),
    ],
)
async def test_who_is_invited_is_changed_in_words_before_it_counts(
    town: Town, chen: Resident, said: str, shown: str
) -> None:
    await chen.says(THREE)
    assert shown in await chen.says(said)
    assert town.rows("SELECT * FROM invites") == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("江汉区也加一个，张三，13800000000", "李明：联络员\n· 江汉区人民政府 张三（13800000000）：联络员\n"),
        (
            "给江汉区也加一个联络员，叫张三，电话13800000000",
            "李明：联络员\n· 江汉区人民政府 张三（13800000000）：联络员\n",
        ),
        ("再加海关赵六和农业局，都当B角", "李明：B角\n· 武汉海关 赵六：B角\n· 市农业农村局：B角\n"),
        ("再加一个B角王梅 13800000000", "李明：联络员\n· 市商务局 王梅（13800000000）：B角\n"),
    ],
)
async def test_what_follows_whom_a_sentence_adds_is_of_them(chen: Resident, said: str, shown: str) -> None:
    assert f"人：\n· 市商务局 {shown}" in await chen.says("邀请 市商务局 李明", said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("市商务局 李明", "· 市商务局 李明：联络员\n"),
        ("市公安局", "· 市公安局：联络员\n"),
        ("观察员", "· 办公室：观察员\n"),
    ],
)
async def test_whom_the_command_asks_for_is_invited(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says("/invite")).startswith("要邀请谁？请写单位，可以加姓名和身份")
    assert f"要邀请 1 人：\n{shown}" in await chen.says(said)


@pytest.mark.parametrize("said", ["农业局农科长手机号13900001111记一下", "海关的链接过期了没", "市监局逾期几项"])
async def test_what_only_mentions_a_unit_does_not_move_who_is_invited(chen: Resident, said: str) -> None:
    await chen.says("邀请公安局王芳当B角")
    assert "要邀请 1 人：\n· 市公安局 王芳：B角\n" in await chen.says(said)


async def test_a_role_is_not_that_of_those_to_whom_somebody_is_added(chen: Resident) -> None:
    shown = await chen.says("邀请卫健委的张敏 13871234567，还有文旅局刘洋当B角")
    assert "· 市卫生健康委 张敏（13871234567）：联络员\n· 市文化和旅游局 刘洋：B角\n" in shown
    shown = await chen.says("邀请商务局王芳，海关赵六还有农业局李四，都当B角")
    assert "· 市商务局 王芳：B角\n· 武汉海关 赵六：B角\n· 市农业农村局 李四：B角\n" in shown


async def test_a_role_before_a_name_is_of_nobody_else(chen: Resident) -> None:
    shown = await chen.says("邀请商务局王芳、海关赵六、公安局B角钱七")
    assert "· 市商务局 王芳：联络员\n· 武汉海关 赵六：联络员\n· 市公安局 钱七：B角\n" in shown


async def test_who_leaves_is_no_change_of_who_is_invited(wang: Resident, chen: Resident) -> None:
    shown = await chen.says("邀请 市商务局 李明", "王警官调走了，换成赵警官")
    assert "王警官不再担任市公安局联络员" in shown


async def test_several_of_one_unit_are_invited_each_by_name(town: Town, chen: Resident) -> None:
    shown = await chen.says("邀请商务局李和平和王芳当B角")
    assert "2 人：\n· 市商务局 李和平：B角\n· 市商务局 王芳：B角\n" in shown
    await chen.presses("生成链接")
    assert town.rows("SELECT name, role FROM invites ORDER BY id") == [
        {"name": "李和平", "role": "deputy"},
        {"name": "王芳", "role": "deputy"},
    ]


async def test_links_of_several_are_made_once_though_the_bot_is_killed(town: Town, chen: Resident) -> None:
    await chen.says(THREE, "好")
    await town.restart_undone()
    assert [row["name"] for row in town.rows("SELECT name FROM invites ORDER BY id")] == ["王芳", "赵六", "李四"]


async def test_with_an_office_that_nobody_knows_nobody_is_invited(town: Town, chen: Resident) -> None:
    assert "没有“水产局”这个单位" in await chen.says("邀请商务局王芳、水产局李四")
    assert town.rows("SELECT * FROM invites") == []


@pytest.mark.parametrize(
    "said",
    [
        "邀请商务局王芳和海关的赵六一起来开会",
        "请商务局和海关的同志明天下午3点来开会",
        "邀请商务局、海关参加6月20日的推进会",
        "邀请商务局和海关的赵六来办公室汇报6-7",
        "invite 商务局 and 海关 to the meeting on Friday",
    ],
)
async def test_who_is_asked_to_come_to_something_is_sent_a_notice_and_no_link(
    town: Town, chen: Resident, shang: Resident, said: str
) -> None:
    preview = await chen.says(said)
    assert (
        f"通知\n{said}\n\n发给 1 人（1 个单位：市商务局）" in preview and "没有联络员的单位有 1 个：武汉海关" in preview
    )
    assert town.rows("SELECT * FROM invites") == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("邀请商务局李某", "· 市商务局 李某：联络员\n没"),
        ("邀请商务局李发", "· 市商务局 李发：联络员\n没"),
        ("邀请公安局王芳加入，电话13800000000", "· 市公安局 王芳（13800000000）：联络员\n没"),
        ("邀请公安局王芳当协调员", "· 市公安局 王芳：协调员\n协"),
        ("给公安局加个协调员王芳", "· 市公安局 王芳：协调员\n协"),
        ("帮我加一个协调员，姓许", "· 办公室 许：协调员\n协"),
        ("邀请农业局管监管的同志", "· 市农业农村局：联络员\n没"),
        ("邀请公安局安排个人", "· 市公安局：联络员\n没"),
    ],
)
async def test_whoever_is_invited_is_shown_before_a_link_is_made(
    town: Town, chen: Resident, said: str, shown: str
) -> None:
    assert f"还没有生成链接。要邀请 1 人：\n{shown}" in await chen.says(said)
    assert town.rows("SELECT * FROM invites") == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("邀请商务局王芳，电话13800001234", [("王芳", "13800001234")]),
        ("邀请商务局王芳、海关赵六，13900001111", [("王芳", ""), ("赵六", "13900001111")]),
        ("邀请商务局王芳，手机是13800001234，海关赵六", [("王芳", "13800001234"), ("赵六", "")]),
    ],
)
async def test_a_number_in_a_clause_of_its_own_is_of_the_person_before_it(
    town: Town, chen: Resident, said: str, kept: list[tuple[str, str]]
) -> None:
    await chen.invites(said)
    assert [(row["name"], row["phone"]) for row in town.rows("SELECT name, phone FROM invites ORDER BY id")] == kept


async def test_several_are_invited_in_english_and_and_is_nobodys_name(chen: Resident) -> None:
    shown = await chen.says("please invite 市商务局 and 武汉海关 as observers")
    assert "\n· 市商务局：观察员\n· 武汉海关：观察员\n" in shown
    await chen.presses("取消", "不要了")
    shown = await chen.says("invite 市公安局 Wang Fang and 武汉海关 Zhao Liu")
    assert "\n· 市公安局 Wang Fang：联络员\n· 武汉海关 Zhao Liu：联络员\n" in shown


async def test_it_is_said_what_a_coordinator_can_do_before_there_are_links(chen: Resident) -> None:
    await chen.says("邀请商务局王芳、海关赵六")
    assert "协调员能看、能改全部内容" not in chen.sees()
    assert "· 武汉海关 赵六：协调员\n协调员能看、能改全部内容" in await chen.says("都当协调员")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("名字写错了，是王方", "· 市公安局 王方：B角\n"),
        ("不对，农业局的", "· 市农业农村局 王芳：B角\n"),
        ("电话13800001111", "· 市公安局 王芳（13800001111）：B角\n"),
        ("sorry, from 海关", "· 武汉海关 王芳：B角\n"),
    ],
)
async def test_who_alone_is_invited_is_put_right_without_being_named(chen: Resident, said: str, shown: str) -> None:
    await chen.says("邀请公安局王芳当B角")
    assert f"要邀请 1 人：\n{shown}" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("农业局新来了个小李，电话13877776666，加进来当联络员", "· 市农业农村局 小李（13877776666）：联络员\n"),
        ("invite Wang Wei from 市公安局 as deputy", "· 市公安局 Wang Wei：B角\n"),
        ("给海关也加一个联络员，叫张强", "· 武汉海关 张强：联络员\n"),
        ("海关来了新同事张强，当B角", "· 武汉海关 张强：B角\n"),
    ],
)
async def test_a_new_colleague_is_invited_as_told(chen: Resident, said: str, shown: str) -> None:
    assert f"要邀请 1 人：\n{shown}" in await chen.says(said)


async def test_an_invitation_at_the_preview_of_something_else_is_one_of_its_own(chen: Resident) -> None:
    await chen.says("6-7截止时间改到明年3月底", "省厅推迟了")
    assert "要邀请 1 人：\n· 市公安局 王芳：B角\n" in await chen.says("邀请公安局王芳当B角")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("invite Wang Fang as deputy for 市公安局", "· 市公安局, Wang Fang: deputy"),
        ("invite Alexander Smith for the market bureau", "· 市市场监管局, Alexander Smith: liaison"),
    ],
)
async def test_an_english_invitation_keeps_the_name(chen: Resident, said: str, line: str) -> None:
    await chen.says("/language")
    await chen.presses("English")
    assert line in await chen.says(said)


async def test_a_name_that_is_told_by_called_ends_before_the_particle(chen: Resident) -> None:
    assert "· 武汉海关 孙立：联络员\n" in await chen.says("海关新来一个叫孙立的，当联络员")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("洪山区 刘强 13800000001", "刘强（13800000001）：联络员\n· 江夏区人民政府：联络员\n"),
        ("洪山区 刘强，江夏区 陈江", "刘强：联络员\n· 江夏区人民政府 陈江：联络员\n"),
        ("再加江汉区刘强", "：联络员\n· 江夏区人民政府：联络员\n· 江汉区人民政府 刘强：联络员\n"),
        ("只要洪山区，刘强", "刘强：联络员\n没"),
        ("洪山区", "：联络员\n没"),
    ],
)
async def test_who_it_is_told_of_one_unit_leaves_the_others_invited(chen: Resident, said: str, shown: str) -> None:
    preview = await chen.says("邀请洪山区、江夏区", said)
    assert f"· 洪山区人民政府{shown}" in preview.replace("洪山区人民政府 ", "洪山区人民政府")


async def test_another_unit_s_person_is_added_beside_one_without_a_name(chen: Resident) -> None:
    preview = await chen.says("邀请洪山区、江夏区", "江夏区的不要了", "再加江汉区李刚")
    assert "2 人：\n· 洪山区人民政府：联络员\n· 江汉区人民政府 李刚：联络员\n" in preview


@pytest.mark.parametrize("said", ["洪山那个发错人了，作废", "洪山区的链接作废", "void the link of 洪山区"])
async def test_a_link_that_went_to_somebody_wrong_is_voided(
    town: Town, chen: Resident, stranger: Resident, said: str
) -> None:
    link, other = token_in(await chen.says("/invite 洪山区")), token_in(await chen.says("/invite 江夏区"))
    assert (await chen.says(said)).startswith("洪山区人民政府有 1 条没打开的邀请链接，要作废吗？")
    assert (await chen.says("好")).startswith("已作废 1 条邀请链接") and "作废链接" not in chen.buttons()
    await chen.says("江夏区有谁")
    assert "作废链接" in chen.buttons() and "作废" not in await chen.says("好")
    assert "无效或已过期" in await stranger.says(f"/start {link}")
    assert "您已登记为：江夏区人民政府联络员" in await stranger.says(f"/start {other}")


async def test_a_question_about_links_begins_no_invitation(town: Town, chen: Resident) -> None:
    for said in ("链接多久有效", "重新生成链接", "链接作废"):
        assert "72 小时内有效" in await chen.says(said)
    await chen.says("一个一个来")
    assert town.rows("SELECT * FROM dialogs") == []


async def test_one_more_with_a_role_is_added_to_those_there(chen: Resident) -> None:
    shown = await chen.says("邀请园林局李工", "再加卫健委张敏，税务局孙丽当B角")
    assert "要邀请 3 人：\n· 市园林和林业局 李工：联络员\n· 市卫生健康委 张敏：联络员\n· 市税务局 孙丽：B角\n" in shown
    assert "· 市商务局 刘强：B角\n" in await chen.says("再加商务局刘强做B角")


async def test_the_phone_of_somebody_there_is_not_for_the_invited(chen: Resident, zhou: Resident) -> None:
    await chen.says("邀请一个观察员")
    assert "· 办公室 周处：观察员" in await chen.says("取消", "邀请一个观察员 市纪委的周处")
    assert (await chen.says("周科长手机换了 13812345678")).startswith("周科长的电话是多少？")
    assert "13812345678" not in await chen.says("继续")


@pytest.mark.parametrize(
    "said", ["邀请园林局 李工 13811112222，还有城管委王科", "邀请城管委王科，还有园林局李工 13811112222"]
)
async def test_beside_an_unknown_office_the_others_are_still_invited(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert (
        shown.startswith("没有“城管委”这个单位") and "1 人：\n· 市园林和林业局 李工（13811112222）：联络员\n" in shown
    )


async def test_who_is_to_be_responsible_is_invited_by_name(chen: Resident) -> None:
    assert "· 武汉海关 周科长：联络员" in await chen.says("海关由周科长负责 张科退了 链接发我")


@pytest.mark.parametrize("said", ["园林局李工进来没", "园林局李工登记没", "园林局邀请没"])
async def test_whether_somebody_has_come_in_begins_no_other_invitation(town: Town, chen: Resident, said: str) -> None:
    await chen.says("邀请园林局李工")
    await chen.presses("生成链接")
    shown = await chen.says(said)
    assert shown.startswith("市园林和林业局\n") and "已邀请李工（联络员），链接还没打开" in shown
    assert len(town.rows("SELECT * FROM invites")) == 1


async def test_whether_somebody_invited_has_come_is_asked_by_name_or_of_all(chen: Resident) -> None:
    await chen.says("邀请园林局李工、海关周科长")
    await chen.presses("生成链接")
    invited = "已邀请李工（联络员），链接还没打开，11月28日前有效。"
    for said in ("园林局李工进来没", "李工的链接发了吗"):
        assert (await chen.says(said)).startswith(f"市园林和林业局\n还没有人。\n{invited}")
    listed = await chen.says("有哪些链接还没打开")
    assert f"市园林和林业局\n{invited}\n武汉海关\n已邀请周科长" in listed


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Müller",
        "Lü Yan",
        "Ivan Jordan",
        "陳麗華",
        "阿卜杜拉·买买提",
        "古丽娜扎尔·拜合提亚尔",
        "陆元",
        "伍万全",
        "Jürgen Groß",
        "O’Brien",
        "Nguyễn Văn",
        "Aleksandrovich-Konstantin Wolfeschlegel",
    ],
)
async def test_names_are_kept_as_they_are_written(chen: Resident, name: str) -> None:
    await chen.says(f"/invite 市公安局 {name}")
    assert chen.messages()[-1].text.startswith(f"{name}您好：")
    assert f"· 市公安局 {name}：联络员" in await chen.says(f"请帮我邀请市公安局{name}，联络员")
    assert f"· 武汉海关 {name}：联络员" in await chen.says(f"再加海关{name}")


async def test_a_name_kept_as_written_is_known_in_any_writing(chen: Resident) -> None:
    await chen.says("邀请海关陳麗華，再加一个李四")
    assert "· 武汉海关 陳麗華：B角" in await chen.says("陈丽华改成B角")
    assert "陳麗華" not in await chen.says("陈丽华不要了")


async def test_it_is_said_that_words_behind_the_unit_are_no_name(chen: Resident) -> None:
    shown = await chen.says("/invite 市公安局 甲乙丙丁戊己庚")
    assert shown.startswith("“甲乙丙丁戊己庚”没有读成姓名，链接上没有姓名。\n\n") and "· 市公安局：联络员\n" in shown
    assert "没有读成姓名" not in await chen.says("邀请文旅局的B角")


@pytest.mark.parametrize(
    ("said", "invited"),
    [
        ("邀请文旅局两个联络员 张磊和李敏", ["市文化和旅游局 张磊：联络员", "市文化和旅游局 李敏：联络员"]),
        ("海关重新发一个 给周敏", ["武汉海关 周敏：联络员"]),
        ("李处长（宣传部）13707170000加进来 他是领导 只看", ["市委宣传部 李处长（13707170000）：观察员"]),
        ("邀请贸促会的Linda 要英文的邀请", ["市贸促会 Linda：联络员"]),
        ("invite Linda from CCPIT in English", ["市贸促会 Linda：联络员"]),
    ],
)
async def test_nobody_s_name_is_lost_in_what_else_is_said(chen: Resident, said: str, invited: list[str]) -> None:
    shown = await chen.says(said)
    shown = shown if "· " in shown else chen.messages()[-1].text
    assert [line[2:] for line in shown.splitlines() if line.startswith("· ")] == invited


async def test_a_group_is_invited_without_those_who_are_there(town: Town, chen: Resident) -> None:
    town.member(1053, "梅科长", "青山区人民政府", Role.LIAISON)
    shown = await chen.says("帮我把13个区的联络员链接都做出来")
    assert shown.startswith("已有联络员，没有列入：青山区人民政府 梅科长。") and "要邀请 12 人" in shown
    assert "· 青山区人民政府" not in shown


async def test_a_link_sent_to_somebody_wrong_is_made_for_whoever_is_named_instead(chen: Resident) -> None:
    await chen.says("邀请海关")
    assert "· 武汉海关 周敏：联络员" in await chen.says("海关那个发错人了 换成周敏")
    assert "要作废吗？" in chen.messages()[-2].text


@pytest.mark.parametrize(
    "said",
    [
        "张勇 13800001111 青山区人民政府联络员，加一下",
        "张勇 青山区人民政府联络员 13800001111",
        "张勇，电话13800001111，青山区人民政府的联络员",
    ],
)
async def test_name_number_unit_and_role_in_any_order_invite(chen: Resident, said: str) -> None:
    assert "· 青山区人民政府 张勇（13800001111）：联络员" in await chen.says(said)


async def test_without_a_number_a_units_liaison_is_asked_after(chen: Resident) -> None:
    assert "还没有生成链接" not in await chen.says("青山区人民政府联络员是谁")
