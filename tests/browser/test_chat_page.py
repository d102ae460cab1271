from io import BytesIO

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.emulator import World
from bot.emulator.records import Json
from tests.browser.chromium import Tab
from tests.browser.conftest import GROUP, LI, WANG

CHAT = "document.querySelector('.messages')"
DROP_PICTURES = """new Promise((done) => document.createElement('canvas').toBlob((picture) => {
  const dataTransfer = new DataTransfer();
  for (const name of ['a.png', 'b.png']) dataTransfer.items.add(new File([picture], name, { type: 'image/png' }));
  document.querySelector('.pane').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  done();
}))"""
HOLD_BACK_THE_STATE = """{
  const real = window.fetch;
  window.fetch = async (...request) => {
    const answer = await real(...request);
    const state = await answer.json();
    await new Promise((go) => (window.letGo = go));
    return { ok: true, json: async () => state };
  };
  new EventSource('/chat/events').addEventListener('message', () => (window.heard = true));
}"""
FIELD = "document.querySelector('textarea')"


def button(text: str) -> str:
    """Return a script for the visible button with that text or label."""
    return (
        "[...document.querySelectorAll('button')].find((one) => one.checkVisibility() && "
        f"(one.textContent === {text!r} || one.getAttribute('aria-label') === {text!r}))"
    )


async def pressed(liaison_bot: Bot) -> CallbackQuery:
    """Wait, as the bot, for a pressed button."""
    offset = None
    while True:
        for update in await liaison_bot.get_updates(offset=offset, timeout=10):
            offset = update.update_id + 1
            if update.callback_query:
                return update.callback_query


async def ask(liaison_bot: Bot, *rows: list[InlineKeyboardButton]) -> None:
    await liaison_bot.send_message(LI, "核对", reply_markup=InlineKeyboardMarkup(rows))


async def test_what_a_person_types_reaches_the_chat(world: World, tab: Tab) -> None:
    await tab.run(f"{FIELD}.focus()")
    await tab.type("我的任务")
    await tab.press("Enter")
    await tab.sees(f"{CHAT}.innerText.includes('我的任务')")
    assert world.chat(LI).messages[-1].text == "我的任务"
    assert await tab.run(f"{FIELD}.value") == ""


async def test_a_long_text_is_sent_in_several_messages_as_the_apps_do(world: World, tab: Tab) -> None:
    await tab.run(f"{FIELD}.focus()")
    await tab.type("开展检查 " * 1000 + "完")
    await tab.press("Enter")
    await tab.sees(f"{CHAT}.innerText.includes('完')")
    first, second = [message.text for message in world.chat(LI).messages[-2:]]
    assert (len(first) <= 4096, f"{first} {second}") == (True, "开展检查 " * 1000 + "完")


async def test_the_bots_html_is_shown_as_such(tab: Tab, liaison_bot: Bot) -> None:
    text = "<b>共 12 项</b> <code>2-7</code> <tg-spoiler>李</tg-spoiler><blockquote>立案</blockquote>"
    await liaison_bot.send_message(LI, text, parse_mode="HTML")
    await tab.sees(f"{CHAT}.querySelector('b')?.textContent === '共 12 项'")
    assert await tab.run(f"{CHAT}.querySelector('code').textContent") == "2-7"
    assert await tab.run(f"{CHAT}.querySelector('blockquote').textContent") == "立案"
    await tab.run(f"{CHAT}.querySelector('.spoiler').click()")
    assert await tab.run(f"{CHAT}.querySelector('.spoiler').className") == "spoiler shown"


async def test_markup_that_a_person_types_stays_text(world: World, tab: Tab) -> None:
    world.say(LI, "<img src=x onerror=alert(1)> <b>粗</b>")
    await tab.sees(f"{CHAT}.innerText.includes('<img src=x onerror=alert(1)> <b>粗</b>')")
    assert await tab.run(f"{CHAT}.querySelector('.text img, .text b')") is None


async def test_a_pressed_button_reaches_the_bot_and_waits_for_its_answer(
    world: World, tab: Tab, liaison_bot: Bot
) -> None:
    await ask(liaison_bot, [InlineKeyboardButton("提交", callback_data="ok", style="success")])
    await tab.clicks(button("提交"))
    await tab.sees("document.querySelector('.key.success.waiting')")
    query = await pressed(liaison_bot)
    assert (query.data, query.from_user.id) == ("ok", LI)
    await query.answer("已收到")
    await tab.sees("document.querySelector('.toast')?.textContent === '已收到'")
    assert await tab.run("document.querySelector('.waiting')") is None


async def test_an_alert_stays_until_it_is_confirmed(tab: Tab, liaison_bot: Bot) -> None:
    await ask(liaison_bot, [InlineKeyboardButton("退回", callback_data="no")])
    await tab.clicks(button("退回"))
    query = await pressed(liaison_bot)
    await query.answer("请写明原因", show_alert=True)
    await tab.sees("document.querySelector('dialog[open] p')?.textContent === '请写明原因'")
    await tab.press("Enter")
    await tab.sees("!document.querySelector('dialog')")


async def test_an_edited_message_changes_in_its_place(tab: Tab, liaison_bot: Bot) -> None:
    sent = await liaison_bot.send_message(LI, "第 1 页")
    await liaison_bot.send_message(LI, "后来的")
    await sent.edit_text("第 2 页")
    await tab.sees(f"{CHAT}.innerText.includes('第 2 页')")
    shown = await tab.run(f"{CHAT}.innerText")
    assert "第 1 页" not in shown
    assert shown.index("已编辑") < shown.index("后来的")


async def test_a_deleted_message_goes_away(tab: Tab, liaison_bot: Bot) -> None:
    sent = await liaison_bot.send_message(LI, "误发")
    await tab.sees(f"{CHAT}.innerText.includes('误发')")
    await sent.delete()
    await tab.sees(f"!{CHAT}.innerText.includes('误发')")


async def test_what_comes_while_the_state_is_fetched_is_not_undone_by_it(
    world: World, tab: Tab, liaison_bot: Bot
) -> None:
    await tab.run(HOLD_BACK_THE_STATE)
    await liaison_bot.set_my_commands([BotCommand("tasks", "我的任务")])
    await tab.sees("window.letGo")
    world.say(LI, "刚说的")
    await tab.sees("window.heard")
    await tab.run("letGo()")
    await tab.sees(button("命令菜单"))
    await tab.sees(f"{CHAT}.innerText.includes('刚说的')")


async def test_the_reply_keyboard_speaks_and_shares_the_phone(world: World, tab: Tab, liaison_bot: Bot) -> None:
    keys = ReplyKeyboardMarkup([["临期"], [KeyboardButton("分享手机号", request_contact=True)]])
    await liaison_bot.send_message(LI, "请选择", reply_markup=keys)
    await tab.clicks(button("临期"))
    await tab.clicks(button("分享手机号"))
    await tab.sees(f"{CHAT}.innerText.includes('13800000001')")
    assert [message.text for message in world.chat(LI).messages[-2:]] == ["临期", ""]


async def test_a_slash_opens_the_menu_of_commands(world: World, tab: Tab, liaison_bot: Bot) -> None:
    await liaison_bot.set_my_commands([BotCommand("tasks", "我的任务"), BotCommand("help", "帮助")])
    await tab.sees(f"{button('命令菜单')}")
    await tab.run(f"{FIELD}.focus()")
    await tab.type("/")
    await tab.sees("document.querySelectorAll('[role=option]').length === 2")
    await tab.press("ArrowDown")
    await tab.press("Enter")
    await tab.sees(f"{CHAT}.innerText.includes('/help')")
    assert world.chat(LI).messages[-1].text == "/help"


async def test_dropped_pictures_are_sent_with_a_caption(world: World, tab: Tab) -> None:
    await tab.run(DROP_PICTURES)
    await tab.sees("document.querySelector('dialog[open]')")
    await tab.type("现场")
    await tab.clicks(button("发送 2 项"))
    await tab.sees(f"{CHAT}.querySelectorAll('.picture').length === 2")
    first, second = world.chat(LI).messages[-2:]
    assert (first.text, second.text) == ("现场", "")
    assert first.media_group_id == second.media_group_id


async def test_pictures_that_follow_one_another_leave_the_newest_in_sight(tab: Tab, liaison_bot: Bot) -> None:
    for height in (1400, 900, 1100):
        file = BytesIO()
        Image.new("RGB", (700, height), "steelblue").save(file, "PNG")
        await liaison_bot.send_photo(LI, file.getvalue())
    await tab.sees(f"{CHAT}.querySelectorAll('.picture img').length === 3")
    await tab.sees(f"[...{CHAT}.querySelectorAll('img')].every((one) => one.complete)")
    await tab.sees(f"{CHAT}.scrollHeight - {CHAT}.scrollTop - {CHAT}.clientHeight < 2")
    await tab.run(f"[...{CHAT}.querySelectorAll('.picture')].at(-1).click()")
    await tab.sees("document.querySelector('dialog.viewer header span').textContent === '图片'")


async def test_two_people_are_watched_side_by_side(world: World, tab: Tab) -> None:
    await tab.clicks(button("并排查看"))
    await tab.clicks(f"document.querySelector('[data-chat=\"{WANG}\"]')")
    world.start(WANG)
    await tab.sees("document.querySelectorAll('.pane .message').length === 2")
    titles = "[...document.querySelectorAll('.pane h2')].map((one) => one.textContent)"
    assert await tab.run(titles) == ["李敏", "王强"]


async def test_a_chat_that_is_not_open_counts_its_unread_messages(world: World, tab: Tab, liaison_bot: Bot) -> None:
    world.start(WANG)
    await liaison_bot.send_message(WANG, "一")
    await liaison_bot.send_message(WANG, "二")
    badge = f"document.querySelector('[data-chat=\"{WANG}\"] .badge')"
    await tab.sees(f"{badge}?.textContent === '2'")
    await tab.clicks(f"document.querySelector('[data-chat=\"{WANG}\"]')")
    await tab.sees(f"!{badge}")


async def test_the_group_is_seen_through_the_chosen_member(world: World, tab: Tab) -> None:
    world.say(WANG, "各位好", GROUP)
    await tab.clicks(f"document.querySelector('[data-chat=\"{GROUP}\"]')")
    await tab.sees(f"{CHAT}.querySelector('.message.in')")
    await tab.run(
        "{ const choice = document.querySelector('select'); choice.value = "
        f"{WANG}; choice.dispatchEvent(new Event('change')); }}"
    )
    await tab.sees(f"{CHAT}.querySelector('.message.out')")


async def test_a_group_that_becomes_a_supergroup_stays_open(world: World, tab: Tab) -> None:
    await tab.clicks(f"document.querySelector('[data-chat=\"{GROUP}\"]')")
    new = world.upgrade_group(GROUP)
    await tab.sees(f"document.querySelector('[aria-current=true]').dataset.chat === '{new}'")


async def test_who_blocks_the_bot_can_only_unblock_it(world: World, tab: Tab) -> None:
    world.block(LI)
    await tab.clicks(button("重新启用机器人"))
    await tab.sees(FIELD)
    assert not world.user(LI).blocked


async def test_a_step_of_the_tour_ticks_itself_off(world: World, extra: Json, tab: Tab) -> None:
    await tab.sees("document.querySelector('#tour .next')?.innerText.includes('问任务')")
    world.emit("tour", tour=[extra["tour"][0] | {"done": True}])
    await tab.sees("document.querySelector('#tour .done')")


async def test_the_clock_shows_the_bots_time(world: World, extra: Json, tab: Tab) -> None:
    await tab.sees("document.querySelector('.clock').innerText.includes('2019年11月25日')")
    world.emit("clock", clock=extra["clock"] | {"now": "2020-01-02T01:30:00+00:00"})
    await tab.sees("document.querySelector('.clock-time').innerText === '09:30'")


async def test_the_page_speaks_english_too(tab: Tab) -> None:
    await tab.clicks(button("English"))
    await tab.sees("document.querySelector('#chats h2').textContent === 'Chats'")
    assert await tab.run("document.querySelector('.pane-subtitle').textContent") == "Police · liaison"
    await tab.clicks(button("中文"))


async def test_an_invitation_is_opened_as_a_chosen_person(world: World, tab: Tab, liaison_bot: Bot) -> None:
    await liaison_bot.send_message(LI, "https://t.me/liaison_bot?start=abc")
    await tab.clicks(f"{CHAT}.querySelector('a')")
    await tab.clicks("document.querySelectorAll('dialog .popup-item')[1]")
    await tab.sees(f"{CHAT}.innerText.includes('/start abc')")
    assert world.chat(WANG).messages[-1].text == "/start abc"


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
async def test_nothing_sticks_out_of_the_screen(tab: Tab, liaison_bot: Bot, width: int) -> None:
    await liaison_bot.send_message(LI, "长" * 300 + " " + "x" * 300)
    await tab.call(
        "Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=width < 500
    )
    await tab.sees(f"{CHAT}.innerText.includes('长长')")
    assert await tab.run("document.documentElement.scrollWidth") == width
