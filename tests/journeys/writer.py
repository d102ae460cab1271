"""A resident who reports, and keeps on paper what each press and message means."""

from dataclasses import dataclass, field

from bot.emulator.records import Button, Message
from tests.journeys.paper import CODES, NONE, STATUSES, UNDER_WAY, Paper, Sheet, code_in, question_in
from tests.journeys.resident import Resident

STALE = "过时"
GIVEN_UP = "已取消，没有提交任何内容。"
IN_THE_DIALOG = ("dialog:", "draft:")


@dataclass
class Writer:
    """A person who reports, with their phone and the paper beside it."""

    resident: Resident
    paper: Paper
    numbers: dict[int, int] = field(default_factory=dict)
    offer: tuple[str, str | int] = ("", "")

    @property
    def name(self) -> str:
        return self.resident.name

    @property
    def sheet(self) -> Sheet | None:
        return self.paper.sheets.get(self.name)

    def messages(self) -> list[Message]:
        """Return the bot's messages that still exist."""
        return self.resident._from_bot(None)

    def live(self) -> list[Message]:
        """Return the messages with buttons of a report's dialog; a list that asks for the task of words is none."""
        return [each for each in self.messages() if any(is_of_report(button) for button in each.buttons)]

    def pressable(self) -> list[tuple[Message, Button]]:
        """Return the visible buttons that have to do with reporting."""
        return [
            (message, button)
            for message in self.messages()[-6:]
            for button in message.buttons
            if is_of_dialog(button)
            or (button.callback_data or "").startswith(("withdraw:", "correct:"))
            or ((button.callback_data or "").startswith("report:") and self._code(message.text, button.text) in CODES)
        ]

    async def press(self, message: Message, button: Button, taps: int) -> None:
        """Press a button once, or twice in a row, and apply its meaning to the paper."""
        world, id, data, before = self.resident.town.world, self.resident.id, button.callback_data or "", message.text
        toasts = len(world.toasts)
        for _ in range(taps):
            world.press(id, id, message.message_id, data, forged=True)
        await self.resident.town.settle()
        stale = [toast for toast in world.toasts[toasts:] if STALE in (toast.text or "")]
        assert len(stale) in (0, taps), (before, button.text)
        if not stale:
            self._means(message, before, button.text, data)

    async def write(self, text: str) -> None:
        """Write an answer to the question read last, and apply its meaning to the paper."""
        sheet = self.sheet
        said = await self.resident.says(text)
        if sheet is None:
            return
        if said == GIVEN_UP:
            del self.paper.sheets[self.name]
            return
        if text in sheet.buttons:
            self._answers(sheet, self.messages()[-1], sheet.asked, text)
        elif text in NONE and ("跳过" in sheet.buttons or "不改" in sheet.buttons):
            self.paper.answers(self.name, "跳过" if "跳过" in sheet.buttons else "不改")
        else:
            self.paper.writes(self.name, text)

    async def names(self, code: str) -> None:
        """Write a task's code, which shows its card or answers which task to report on."""
        said = await self.resident.says(code)
        if not said.startswith(f"{code} "):
            self._begins(("begin", code))

    async def asks_for(self, words: str) -> None:
        """Write a request for something else; a report that was begun is then offered again."""
        await self.resident.says(words)
        if words in ("/update", "报进展") and self.sheet is not None:
            self.offer = ("begin", self.sheet.code)

    async def send_file(self, name: str) -> None:
        """Send a document."""
        if self.sheet is not None:
            world = self.resident.town.world
            await self.resident.does(lambda: world.send_document(self.resident.id, name, b"%PDF"))
            self.paper.attaches(self.name, name)

    def look(self) -> None:
        """Read which question is open, and check that at most one message asks it, none while a figure is in doubt, and
        that the preview agrees with the paper."""
        live, sheet = self.live(), self.sheet
        assert len(live) <= 1, [each.text for each in live]
        if sheet is None or not live:
            return
        if question_in(live[-1].text):
            sheet.question, sheet.asked = question_in(live[-1].text), live[-1].text
            sheet.buttons = [button.text for button in live[-1].buttons]
        if sheet.question in ("佐证", "核对"):
            assert not sheet.doubted, live[-1].text
        if question_in(live[-1].text) == "核对":
            for line in preview_of(sheet):
                assert line in live[-1].text, (line, live[-1].text)

    def _means(self, message: Message, before: str, label: str, data: str) -> None:
        match data.split(":"):
            case ["report", *_]:
                self._begins(("begin", self._code(before, label)))
            case ["draft", "restart", *_]:
                self._takes_up()
            case ["withdraw", _]:
                self._withdraws(message)
            case ["correct", _]:
                self._corrects(self._number(message))
            case ["correct" | "draft", _, "sure"]:
                self._takes_up()
            case ["dialog", *_] if self.sheet is not None:
                self._answers(self.sheet, message, before, label)

    def _answers(self, sheet: Sheet, message: Message, before: str, label: str) -> None:
        warned = "还要提交您这一份吗" in before
        if label in ("提交", "仍然提交"):
            self._submits(sheet, message, label)
        elif label == "不要了" or (label == "取消" and (warned or not sheet.begun)):
            del self.paper.sheets[self.name]
            if sheet.replaces is not None:
                self.numbers[self.messages()[-1].message_id] = self.numbers[message.message_id] = sheet.replaces
        elif label == "上一步" and question_in(before) == "状态" and not self.live():
            self.paper.put_aside(self.name)
        elif question_in(before):
            self.paper.answers(self.name, label)

    def _submits(self, sheet: Sheet, message: Message, label: str) -> None:
        """Apply submitting: a colleague's report that the writer has not seen is shown first, else the report is
        stored. The answer is in place of the preview, or at the end of the chat."""
        shown = self._now(message)
        if not shown.buttons or question_in(shown.text) == "核对":
            shown = self.messages()[-1]
        if label == "提交" and self.paper.has_news_for(sheet):
            assert "还要提交您这一份吗" in shown.text, shown.text
            return
        assert "已提交" in shown.text, shown.text
        self.paper.hand_in(self.name)
        self.numbers[shown.message_id] = len(self.paper.handed) - 1

    def _begins(self, target: tuple[str, str | int]) -> None:
        """Begin something, unless there is something to lose; then it is only offered."""
        self.offer = target
        if self.sheet is None or not self.sheet.begun:
            self._takes_up()

    def _takes_up(self) -> None:
        match self.offer:
            case "copy", int(number) if self.paper.may_change(self.name, number):
                self.paper.copy(self.name, number)
            case "begin", str(code):
                self.paper.begin(self.name, code)

    def _corrects(self, number: int) -> None:
        if self.paper.may_change(self.name, number) and (self.sheet is None or self.sheet.replaces != number):
            self._begins(("copy", number))

    def _withdraws(self, message: Message) -> None:
        number = self._number(message)
        if self.paper.may_change(self.name, number):
            report = self.paper.handed[number]
            report.withdrawn = True
            self.paper.drop_corrections(self.name, number)
            if report.replaces is not None and self.paper.latest(report.code) == report.replaces:
                self.numbers[message.message_id] = report.replaces

    def _number(self, message: Message) -> int:
        """Return the number of the report that a message is about; for one repeated after a kill, the last."""
        return self.numbers.setdefault(message.message_id, max(self.numbers.values()))

    def _now(self, message: Message) -> Message:
        """Return a message as it is now, or the newest one if it is gone."""
        return next((each for each in self.messages() if each.message_id == message.message_id), self.messages()[-1])

    def _code(self, message: str, label: str) -> str:
        """Return the code of the task that a button is about, from its own text or its message's."""
        return code_in(label) or code_in(message)


def is_of_dialog(button: Button) -> bool:
    data = button.callback_data or ""
    return data.startswith(IN_THE_DIALOG) and not data.endswith(":resume")


def is_of_report(button: Button) -> bool:
    return is_of_dialog(button) and ":choice:" not in (button.callback_data or "")


def preview_of(sheet: Sheet) -> list[str]:
    """Return the lines that the preview of a sheet must contain."""
    said = next(words for words, status in STATUSES.items() if status is sheet.status)
    return [
        f"状态：{said}",
        *([f"进度：{sheet.percent}%"] if sheet.status in UNDER_WAY else []),
        f"情况：{sheet.note or '（无）'}",
        *([f"支持：{sheet.obstacle}"] if said == "受阻" else []),
        *(f"{name} {value:,.10g}" for name, value in (sheet.figures or {}).items()),
        *sheet.files,
    ]
