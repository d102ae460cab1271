"""The office's day: reviews and requests for more time."""

from dataclasses import dataclass, field
from datetime import date

from handlers.wording import labels
from tests.rehearsal.people import Person
from tests.rehearsal.phone import NoSuchButton
from tests.rehearsal.truth import Duty, Truth

REVIEW, REQUEST = "请审核：", "延期申请："
WHY_RETURNED = ("请补充年度总结", "请补充佐证材料", "没有说明成果，请补充")
WHY_REFUSED = ("省里要求年内完成，不能再拖", "请按原期限办")
MOST_A_DAY = 30


@dataclass
class Office:
    """The three people of the office; the first decides."""

    people: list[Person]
    truth: Truth
    troubles: list[str] = field(default_factory=list)

    @property
    def chief(self) -> Person:
        return self.people[0]

    async def live(self, today: date) -> None:
        """Look at what waits, and decide on it."""
        if not self._waits():
            return
        await self.chief.phone.says("/review")
        for _ in range(MOST_A_DAY):
            text = self._card()
            try:
                if text.startswith(REVIEW):
                    await self._judge(text, today)
                elif text.startswith(REQUEST):
                    await self._decide(text, today)
                else:
                    return
                if not self._waits():
                    return
                if not self._card():
                    await self.chief.phone.presses(labels.NEXT_REVIEW("zh"))
            except NoSuchButton as missing:
                self.troubles.append(f"{today}: {missing} on {text!r}")
                return

    def _card(self) -> str:
        """Return the text of the review or request shown last; empty if there is none."""
        card = self.chief.phone.sees()
        text = card.text if card is not None else ""
        return next((text[text.index(kind) :] for kind in (REVIEW, REQUEST) if kind in text), "")

    def _waits(self) -> bool:
        return any(each.asked or _to_review(each) for each in self.truth.duties)

    async def _judge(self, text: str, today: date) -> None:
        """Accept a report, or return it with a reason."""
        phone, luck = self.chief.phone, self.chief.luck
        duty = self._duty(text, "报 ")
        if luck.random() < 0.88:
            await phone.presses(labels.ACCEPT("zh"))
            duty.told[-1].accepted = today
            phone.city.tally["reports accepted"] += 1
        else:
            await phone.presses(labels.RETURN("zh"))
            await phone.says(luck.choice(WHY_RETURNED))
            await phone.presses(labels.RETURN("zh"))
            duty.told[-1].returned = today
            phone.city.tally["reports returned by the office"] += 1

    async def _decide(self, text: str, today: date) -> None:
        """Grant more time, or refuse it with a reason."""
        phone, luck = self.chief.phone, self.chief.luck
        duty = self._duty(text, "，")
        before = duty.state(today).due
        assert before is not None and duty.asked is not None
        if luck.random() < 0.7:
            await phone.presses("同意")
            duty.granted.append((before, duty.asked))
            phone.city.tally["of these granted"] += 1
        else:
            await phone.presses("不同意")
            await phone.says(luck.choice(WHY_REFUSED))
            await phone.presses("不同意")
            phone.city.tally["of these refused"] += 1
        duty.asked = None

    def _duty(self, text: str, before_code: str) -> Duty:
        """Return the duty that a card is about, from the unit and the code in its first line."""
        head = text.split("\n", 1)[0]
        unit = head.split("：", 1)[1].split(" ", 1)[0]
        code = head.split(before_code, 1)[1].split(" ", 1)[0]
        return self.truth.find(code, unit)


def _to_review(duty: Duty) -> bool:
    last = duty.last
    return last is not None and last.meaning.status == "submitted" and not (last.accepted or last.returned)
