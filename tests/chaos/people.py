"""The people of the city: liaisons who ask, report and answer questions; those of the office are in office.py. Each
acts by a random stream of their own, so that a seed gives the same choices however fast the bot is."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from bot.emulator import World
from bot.emulator.records import Message
from tests.chaos.answers import (
    ANSWERS,
    CANCELLED,
    QUESTIONS,
    STORED,
    announced_in,
    articles,
    is_card,
    is_kept_answer,
    is_question,
    is_stale,
    is_step,
    is_stored,
    is_submitted,
    is_taken_back,
    notes,
    other_question,
)
from tests.chaos.forms import Confirm, Form, Press, Say
from tests.chaos.phone import Answers, News, Phone, has_button, text_of

HELD_UP = 10
"""Seconds that an answer may be held up while a later one comes: a second tap is refused at once."""
PAUSE = (0.1, 1.2)
"""Seconds that a person thinks before the next message or press. A real liaison sends some ten a day."""


@dataclass
class Ledger:
    """What people have done for certain: the notes of reports submitted, withdrawn and decided on; the figures filed
    and the titles of work information; the broadcasts of the office with their units, and who has answered them."""

    reported: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    decided: set[str] = field(default_factory=set)
    filed: set[tuple[int, int]] = field(default_factory=set)
    informed: set[str] = field(default_factory=set)
    announced: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answered: set[tuple[int, str]] = field(default_factory=set)
    answers: Answers = field(default_factory=Answers)


class Somebody:
    """A person with a phone, active until the run is over."""

    def __init__(self, world: World, id: int, ledger: Ledger, luck: Random, over: asyncio.Event) -> None:
        self.phone = Phone(world, id, ledger.answers)
        self.is_awake, self.is_busy = True, False
        """Whether the person may begin something new, and whether they have something under way."""
        self.world, self.ledger, self.luck, self.over = world, ledger, luck, over

    async def live(self) -> None:
        """Do one thing after another; what has been begun when the run is over is finished."""
        await self._pause()
        while not self.over.is_set():
            if self.is_awake:
                self.is_busy = True
                await self.do_something()
                self.is_busy = False
            await self._pause()

    async def do_something(self) -> None:
        raise NotImplementedError

    async def fill_in(self, form: Form, screen: Message, since: int) -> Message:
        """Answer the questions in the news after number `since` until the dialog is over.

        If a button is out of date, look at the screen again, and give up if it does not change. Also give up if the
        preview is of something else, which a killed bot may have repeated, or if the question lacks the button. While
        the preview that was confirmed stands unchanged, confirm it again: what looked like the end may have been that
        of an earlier dialog, and the press refused.
        """
        check: Message | None = None
        while not form.is_over(screen, check) or self.phone.shows(check):
            await self._pause()
            if check and not self.phone.shows(check):
                over = self.phone.newest(since, partial(form.is_over, check=check))
                if over is not None:
                    return over
            screen = self.phone.newest(since, form.asks) or screen
            answer = form.answer_to(screen)
            if isinstance(answer, Press) and not has_button(answer, screen):
                break
            if isinstance(answer, Confirm):
                if form.own not in screen.text:
                    break
                form.confirmed()
                check = screen
            comes = form.is_answer(answer, screen)
            found = (
                await self.phone.presses(answer, screen, comes, self._taps())
                if isinstance(answer, Press)
                else await self.phone.says(answer, comes)
            )
            if is_stale(found) and not await self._sees_another(form, screen, since):
                break
            screen = found if isinstance(found, Message) else screen
        return screen

    async def _sees_another(self, form: Form, screen: Message, since: int) -> bool:
        """Return whether another question of a form, or its end, stands on the screen now or soon."""
        for _ in range(int(HELD_UP / 0.1)):
            if self.phone.newest(since, lambda news: form.asks(news) or form.is_over(news)) != screen:
                return True
            await asyncio.sleep(0.1)
        return False

    async def _pause(self) -> None:
        if not self.over.is_set():
            await asyncio.sleep(self.luck.uniform(*PAUSE))

    def _taps(self) -> int:
        """Return the number of taps: people press twice now and then."""
        return 2 if self.luck.random() < 0.3 else 1


class Liaison(Somebody):
    """Asks for lists and cards, and reports in one line or in the dialog, always up to the end."""

    def __init__(
        self, world: World, id: int, ledger: Ledger, luck: Random, over: asyncio.Event, codes: list[str]
    ) -> None:
        """`codes` are the tasks that this liaison reports on."""
        super().__init__(world, id, ledger, luck, over)
        self.codes = codes
        self._notes, self._began = notes(id), 0
        self._articles, self._filed = articles(id), 0
        self._looked_at: deque[str] = deque(maxlen=6)
        """The cards seen recently; a killed bot may show one of them again after its restart."""
        self._read = 0

    async def do_something(self) -> None:
        """Answer a question of the office, or else report (mostly), file a return, write work information, or look at
        something."""
        if (asked := self._next_question()) is not None:
            await self._answer(asked)
            return
        if (besides := self.luck.random()) < 0.1:
            await self._write_information(next(self._articles))
            return
        if besides < 0.25:
            await self._file_a_return()
            return
        code = self.luck.choice(self.codes) if self.codes else ""
        if code and self.luck.random() < 0.6:
            await self._report(code, next(self._notes))
        elif (
            len(fresh := [each for each in self.codes if each not in self._looked_at]) > 1 and self.luck.random() < 0.5
        ):
            await self._look_at_two(*self.luck.sample(fresh, 2))
        else:
            await self.phone.says(self.luck.choice(("我的任务", "my tasks")), lambda news: "共 " in text_of(news)[:2])

    def _next_question(self) -> Message | None:
        """Return the next broadcast that wants an answer."""
        fresh, self._read = self.phone.news[self._read :], len(self.phone.news)
        asked = [each for each in fresh if isinstance(each, Message) and announced_in(each) and each.buttons]
        return next((each for each in asked if (self.phone.id, announced_in(each)) not in self.ledger.answered), None)

    async def _answer(self, asked: Message) -> None:
        choice = self.luck.choice(ANSWERS)
        await self.phone.presses(choice, asked, lambda news: is_kept_answer(news, asked), self._taps())
        self.ledger.answered.add((self.phone.id, announced_in(asked)))

    async def _file_a_return(self) -> None:
        """File the first open return, with figures that nobody else files."""
        listed = await self.phone.says("/returns", lambda news: "统计报表：" in text_of(news))
        if any(each.text.startswith("填报表") for each in listed.buttons):
            self._filed += 1
            figure = self.phone.id * 1000 + self._filed
            form = Form(
                {
                    "请核对，无误后点“提交”": Confirm("提交"),
                    "请在一条消息里写齐": Say(f"立案{figure} 移送0"),
                    "还差：": Say(f"立案{figure} 移送0"),
                    "）还没填完，要接着办": Press("继续"),
                },
                ("已提交 ✓ ",),
                lambda: self.ledger.filed.add((self.phone.id, figure)),
                f"{figure:,}",
            )
            since = len(self.phone.news)
            screen = await self._press("填报表", listed, form.asks)
            await self.fill_in(form, screen, since) if form.asks(screen) else None

    async def _write_information(self, title: str) -> None:
        """Send the office a piece of work information."""
        form = Form(
            {
                "请核对，无误后点“提交”": Confirm("提交"),
                "工作信息的标题是什么": Say(f"{title}\n今天查处一起。"),
                "属于哪些任务": Press("跳过"),
                "正文已有": Press("下一步"),
                "请发正文": Say("今天查处一起。"),
                "还没提交，要接着办": Press("继续"),
            },
            ("已提交 ✓ 办公室会看到",),
            lambda: self.ledger.informed.add(title),
            title,
        )
        since = len(self.phone.news)
        await self.fill_in(form, await self.phone.says("报一条工作信息", form.asks), since)

    async def _look_at_two(self, one: str, other: str) -> None:
        """Ask for two cards without waiting for the first."""
        self._looked_at += (one, other)
        await self.phone.says_at_once(
            (one, lambda news: is_card(news, one)),
            (other, lambda news: is_card(news, other)),
        )

    async def _report(self, code: str, note: str) -> None:
        self._began, done = len(self.phone.news), self.luck.random() < 0.1
        stored = await (self._in_a_line if self.luck.random() < 0.5 else self._in_the_dialog)(code, note, done)
        if done:
            self.codes.remove(code)
        elif self.luck.random() < 0.15 and any(button.text == "撤回" for button in stored.buttons):
            await self._pause()
            await self.phone.presses("撤回", stored, lambda news: is_taken_back(news, code), self._taps())
            self.ledger.withdrawn.add(note)

    async def _in_a_line(self, code: str, note: str, done: bool) -> Message:
        line = f"{code} 已完成，{note}" if done else f"{code} 进行中，进度{self.luck.randrange(1, 99)}%，{note}"
        return await self._to_the_end(await self._ask(line, code), code, note, done)

    async def _in_the_dialog(self, code: str, note: str, done: bool) -> Message:
        self._looked_at.append(code)
        card = await self.phone.says(code, lambda news: is_card(news, code))
        await self._pause()
        question = await self._press("报进展", card, lambda news: is_question(news, code))
        if question is card:
            return await self._in_a_line(code, note, done)
        return await self._to_the_end(question, code, note, done)

    async def _to_the_end(self, screen: Message, code: str, note: str, done: bool) -> Message:
        """Answer all questions until the report is stored; after a misunderstanding, begin again."""
        while True:
            await self._pause()
            screen = self.phone.newest(self._began, lambda news: is_step(news, code)) or screen
            asked = other_question(code, screen)
            match next(words for words in (*QUESTIONS, CANCELLED, STORED) if words in screen.text):
                case "已提交 ✓":
                    return screen
                case "现在是什么状态":
                    screen = await self._press("已完成" if done else "进行中", screen, asked)
                case "完成了百分之几":
                    screen = await self._ask(str(self.luck.randrange(1, 99)), code)
                case "没写错吧":
                    right = next(button.text for button in screen.buttons if button.text.endswith("没错"))
                    screen = await self._press(right, screen, asked)
                case "做了哪些工作":
                    screen = await self._ask(note, code)
                case "请核对" if note in screen.text:
                    self.ledger.reported.add(note)
                    screen = await self._press("提交", screen, lambda news: is_submitted(news, code))
                case "请核对":
                    screen = await self._press("取消", screen, asked)
                case "还要提交您这一份吗":
                    self.ledger.reported.add(note)
                    screen = await self._press("仍然提交", screen, lambda news: is_stored(news, code))
                case "真的取消吗":
                    screen = await self._press("不要了", screen, asked)
                case "您是想…？" if not has_button("接着填", screen):
                    return await self._in_a_line(code, note, done)
                case "您是想…？":
                    screen = await self._press("接着填", screen, asked)
                case "没填完的进展":
                    screen = await self._press("重新填报", screen, asked)
                case "还没填完，要接着办请点“继续”" | "还没提交，要接着办请点“继续”":
                    screen = await self._press("继续", screen, asked)
                case "已取消":
                    return await self._in_a_line(code, note, done)
                case _:
                    screen = await self._press("跳过", screen, asked)

    async def _ask(self, text: str, code: str) -> Message:
        return await self.phone.says(text, lambda news: is_question(news, code))

    async def _press(self, words: str, screen: Message, answer: Callable[[News], bool]) -> Message:
        """Press a button; if it is out of date, return the present screen."""
        found = await self.phone.presses(words, screen, lambda news: answer(news) or is_stale(news), self._taps())
        return found if isinstance(found, Message) and answer(found) else screen


class Deserter(Liaison):
    """A liaison who blocks the bot after a while; half of them come back."""

    stays = 2

    async def do_something(self) -> None:
        """Look twice, leave, and perhaps come back after having missed something."""
        await self.phone.says("我的任务", lambda news: "共 " in text_of(news)[:2])
        self.stays -= 1
        self.is_busy = False
        if self.stays == 0:
            self.world.block(self.phone.id)
            await asyncio.wait({asyncio.ensure_future(self.over.wait())}, timeout=self.luck.uniform(10, 20))
            if self.luck.random() < 0.5 and not self.over.is_set():
                await self.phone_is_back()
            await self.over.wait()

    async def phone_is_back(self) -> None:
        """Unblock the bot and press Start."""
        self.world.unblock(self.phone.id)
        await self.phone.says("/start", lambda news: "您好" in text_of(news))
