"""The office of the city: coordinators who review reports and send broadcasts."""

import asyncio
from collections.abc import Sequence
from random import Random

from bot.emulator import World
from bot.emulator.records import Message
from tests.chaos.answers import ANSWERS, NOTE, UNDER_WAY, is_decided, is_letter, is_read_back, notices
from tests.chaos.forms import Confirm, Form, Press, Say
from tests.chaos.people import Ledger, Somebody
from tests.chaos.phone import text_of


class Coordinator(Somebody):
    """Reviews every report that comes up, sends broadcasts to units, and looks at the summary."""

    def __init__(
        self, world: World, id: int, ledger: Ledger, luck: Random, over: asyncio.Event, units: Sequence[str]
    ) -> None:
        """`units` are those that broadcasts may go to."""
        super().__init__(world, id, ledger, luck, over)
        self._read, self._units, self._notices = 0, units, notices(id)

    async def do_something(self) -> None:
        """Review the next report, or else send a broadcast or look at the summary."""
        letter = self._next_letter()
        if letter is not None:
            await self._decide(letter)
        elif self.luck.random() < 0.3:
            await self._announce(next(self._notices), tuple(self.luck.sample(self._units, self.luck.randint(1, 3))))
        else:
            await self.phone.says("/summary", lambda news: "截至 " in text_of(news))

    async def _decide(self, letter: Message) -> None:
        if self.luck.random() < 0.8:
            await self.phone.presses("通过", letter, is_decided, self._taps())
        else:
            asked = await self.phone.presses(
                "退回", letter, lambda news: "的原因是什么" in text_of(news) or is_decided(news)
            )
            if "的原因是什么" in text_of(asked):
                read_back = await self.phone.says("请补充数据", lambda news: is_read_back(news) or is_decided(news))
                if isinstance(read_back, Message) and is_read_back(read_back):
                    await self.phone.presses("退回", read_back, is_decided, self._taps())
        self.ledger.decided.update(NOTE.findall(letter.text.partition("\n上一份：")[0])[-1:])

    def _next_letter(self) -> Message | None:
        letters = [each for each in self.phone.news[self._read :] if isinstance(each, Message) and is_letter(each)]
        self._read = self.phone.news.index(letters[0], self._read) + 1 if letters else len(self.phone.news)
        return letters[0] if letters else None

    async def _announce(self, words: str, units: tuple[str, ...]) -> None:
        """Send a broadcast to units, begun in one sentence or by the command."""
        whom = "、".join(units)
        form = Form(
            {
                "有一条群发还没确认": Press("继续"),
                "还没发出。": Confirm("确认发送"),
                "要发什么": Say(words),
                "发给谁": Say(whom),
                "要对方点按钮回复吗": Press(self.luck.choice(("需要回复", "不需要回复"))),
                "问什么": Say("会来吗"),
                "有哪些答案": Say("、".join(ANSWERS)),
                "哪天前回复": Press("跳过"),
            },
            UNDER_WAY,
            lambda: self.ledger.announced.update({words: units}),
            words,
        )
        since = len(self.phone.news)
        begun = f"通知{whom}：{words}" if self.luck.random() < 0.5 else "/broadcast"
        await self.fill_in(form, await self.phone.says(begun, form.asks), since)
