"""What Telegram cannot parse is still said; a real message is refused by the embedded Telegram as by the real one."""

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from handlers.telegram.sending import send
from handlers.wording import Html
from tests.journeys.town import Resident, Town

BROKEN = Html("<b>立案 &lt;3&gt; 件 &amp; 移送</i>")
LONG = "长" * 4097
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("我的任务", callback_data="list:all:0")]])


def sent(town: Town) -> list[str]:
    """How each message was to be parsed."""
    return [str(call.params.get("parse_mode")) for call in town.world.calls if call.method == "sendMessage"]


async def test_what_cannot_be_parsed_goes_out_once_more_as_plain_text_with_its_buttons(
    town: Town, lin: Resident
) -> None:
    await send(town.app.bot, lin.id, BROKEN, KEYBOARD)
    assert lin.heard() == ["立案 <3> 件 & 移送"]
    assert lin.buttons() == ["我的任务"]
    assert sent(town) == ["HTML", "None"]


@pytest.mark.parametrize(("text", "attempts"), [(LONG, 1), (f"<b>{LONG}</i>", 2)])
async def test_what_is_refused_for_another_reason_is_not_sent_again(
    town: Town, lin: Resident, text: str, attempts: int
) -> None:
    with pytest.raises(BadRequest, match="too long"):
        await send(town.app.bot, lin.id, Html(text))
    assert len(sent(town)) == attempts
    assert lin.heard() == []


async def test_a_screen_that_cannot_be_parsed_is_shown_as_a_new_message(
    lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await lin.says("我的任务")
    monkeypatch.setattr("handlers.tasks.list.task_list", lambda *args, **kwargs: BROKEN)
    assert await lin.forges("list:open:0") == "立案 <3> 件 & 移送"
