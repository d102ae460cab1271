"""A model of what people mean to report, kept on "paper" beside the chat: from what they read, press and write, without
knowledge of the bot's storage. In whatever order they act, the database must agree with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from data.standing.standing import Status

STATUSES = {
    "未启动": Status.NOT_STARTED,
    "进行中": Status.IN_PROGRESS,
    "受阻": Status.BLOCKED,
    "已完成": Status.SUBMITTED,
}
UNDER_WAY = (Status.IN_PROGRESS, Status.BLOCKED)
QUESTIONS = {
    "现在是什么状态": "状态",
    "完成了百分之几": "进度",
    "做了哪些工作": "情况",
    "卡在哪里、需要": "困难",
    "本期有统计数据吗": "数据",
    "与上次相差十倍以上": "数据",
    "和上次报的一样": "数据",
    "有佐证材料吗": "佐证",
    "个文件：": "佐证",
    "请核对，无误后": "核对",
}
FIGURES = {
    "立案12": {"立案件数": 12.0},
    "立案1300件": {"立案件数": 1300.0},
    "案值350.5万 检查 1,204": {"案值": 350.5, "检查户次": 1204.0},
    "检查7": {"检查户次": 7.0},
}
PERCENTS = {"80": 80, "八成": 80, "３５％": 35, "25%": 25, "50%": 50, "75%": 75, "90%": 90}
NOTES = ("走访企业五家", "查处 <两> 起", "移送 & 起诉")
OBSTACLES = ("等省里文件", "缺检测设备")
NONE = ("跳过", "没有")
CODES = ("1-2", "2-3")
ONGOING = ("2-3",)
"""Ongoing tasks, for which no percentage is asked."""


def question_in(text: str) -> str:
    """Return a short name of the question that a message asks; empty if it asks none."""
    return next((name for words, name in QUESTIONS.items() if words in text), "")


@dataclass
class Sheet:
    """A report as a person means it, not yet submitted. `seen` is the latest report on the task that they know of.

    `question` is the question read last, `asked` its text, `buttons` those below it.
    """

    code: str
    seen: int | None
    status: Status | None = None
    percent: int | None = None
    note: str | None = None
    obstacle: str = ""
    figures: dict[str, float] | None = None
    doubted: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    replaces: int | None = None
    question: str = "状态"
    asked: str = ""
    buttons: list[str] = field(default_factory=list)
    adding: bool = False

    @property
    def begun(self) -> bool:
        """Whether there is something to lose."""
        return self.status is not None or bool(self.files)

    def choose(self, status: Status) -> None:
        """Set the status; a percentage is kept only while work is in progress or blocked."""
        was_under_way = self.status in UNDER_WAY
        fixed = {Status.NOT_STARTED: 0, Status.SUBMITTED: 100}
        self.percent = fixed.get(status, self.percent if was_under_way else None)
        self.status = status


@dataclass
class Handed:
    """A submitted report; `by` is who submitted it."""

    by: str
    code: str
    status: Status
    percent: int
    note: str
    obstacle: str
    figures: dict[str, float]
    files: list[str]
    replaces: int | None
    withdrawn: bool = False


def percent_so_far(last: Handed | None) -> int:
    """Return the last report's percentage if work was in progress or blocked, else 0."""
    return last.percent if last is not None and last.status in UNDER_WAY else 0


@dataclass
class Paper:
    """All submitted reports in order, each person's sheet, and the sheets put aside."""

    handed: list[Handed] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    aside: list[tuple[str, Sheet]] = field(default_factory=list)

    def latest(self, code: str, but: int | None = None) -> int | None:
        """Return the number of the report on a task that counts, leaving out number `but`; None if there is none."""
        counts = [i for i, each in enumerate(self.handed) if each.code == code and not each.withdrawn and i != but]
        return counts[-1] if counts else None

    def has_news_for(self, sheet: Sheet) -> bool:
        """Return whether there is a report that the sheet's writer does not know of."""
        latest = self.latest(sheet.code)
        return latest is not None and (sheet.seen is None or latest > sheet.seen)

    def last_said(self, who: str) -> Handed | None:
        """Return the report that 沿用上次 copies from, or None."""
        latest = self.latest(self.sheets[who].code)
        return None if latest is None else self.handed[latest]

    def put_aside(self, who: str) -> None:
        """Put a person's sheet aside if there is anything on it."""
        sheet = self.sheets.pop(who, None)
        if sheet is not None and sheet.begun:
            self.aside.append((who, sheet))

    def begin(self, who: str, code: str) -> None:
        """Take a new sheet for a task, putting the present one aside."""
        self.put_aside(who)
        self.sheets[who] = Sheet(code, self.latest(code))

    def copy(self, who: str, number: int) -> None:
        """Take a sheet to correct a report, filled with its contents, or the one put aside for that."""
        self.put_aside(who)
        kept = next((each for each in reversed(self.aside) if each[0] == who and each[1].replaces == number), None)
        if kept is not None:
            self.aside.remove(kept)
            self.sheets[who] = kept[1]
            return
        old = self.handed[number]
        self.sheets[who] = Sheet(
            old.code,
            self.latest(old.code),
            old.status,
            old.percent,
            old.note,
            old.obstacle,
            dict(old.figures),
            files=list(old.files),
            replaces=number,
            question="核对",
        )

    def drop_corrections(self, who: str, number: int) -> None:
        """Discard the corrections of a report that is withdrawn."""
        self.aside = [each for each in self.aside if each[0] != who or each[1].replaces != number]
        if who in self.sheets and self.sheets[who].replaces == number:
            del self.sheets[who]

    def may_change(self, who: str, number: int) -> bool:
        """Return whether a person may withdraw or correct a report: their own, if it is the one that counts."""
        old = self.handed[number]
        return old.by == who and not old.withdrawn and self.latest(old.code) == number

    def answers(self, who: str, label: str) -> None:
        """Apply the press of a button of the open question."""
        sheet, last = self.sheets[who], self.last_said(who)
        sheet.adding = label == "补充"
        match sheet.question, label:
            case "状态", _ if label in STATUSES:
                sheet.choose(STATUSES[label])
                if sheet.percent is None and (sheet.code in ONGOING or self._stopped(sheet.status, last)):
                    sheet.percent = percent_so_far(last)
            case "进度", _ if label in PERCENTS:
                sheet.percent = PERCENTS[label]
            case "进度", "跳过":
                sheet.percent = percent_so_far(last)
            case "进度", "沿用上次" if last is not None:
                sheet.percent = last.percent
            case "情况", "跳过" | "清空":
                sheet.note = ""
            case "情况", "沿用上次" if last is not None:
                sheet.note = last.note
            case "困难", "沿用上次" if last is not None:
                sheet.obstacle = last.obstacle
            case "数据", "跳过" | "清空":
                sheet.figures, sheet.doubted = {}, set()
            case "数据", "就是这样" | "新增" | "就是这样，直接核对" | "新增，直接核对":
                sheet.doubted = set()
            case "数据", "更正" | "更正，直接核对":
                self._put_right(sheet)
            case "数据", "同一批" | "同一批，直接核对":
                self._leave_out_the_same(sheet)
            case "佐证", _ if label.startswith("✕ "):
                del sheet.files[int(label.removeprefix("✕ ")) - 1]
            case _, "直接核对":
                sheet.note, sheet.figures = sheet.note or "", sheet.figures or {}

    @staticmethod
    def _stopped(status: Status | None, last: Handed | None) -> bool:
        """Return whether work that was in progress or blocked is now blocked."""
        return status is Status.BLOCKED and last is not None and last.status in UNDER_WAY

    def writes(self, who: str, text: str) -> None:
        """Apply an answer in words if it is one; anything else changes nothing."""
        sheet = self.sheets[who]
        if text not in (*PERCENTS, *NOTES, *OBSTACLES, *FIGURES):
            return
        adding, sheet.adding = sheet.adding, False
        match sheet.question:
            case "进度" if text in PERCENTS:
                sheet.percent = PERCENTS[text]
            case "情况" if text in NOTES:
                sheet.note = f"{sheet.note}\n{text}" if adding and sheet.note else text
            case "困难" if text in OBSTACLES:
                sheet.obstacle = f"{sheet.obstacle}\n{text}" if adding and sheet.obstacle else text
            case "数据" if text in FIGURES:
                self._enter(sheet, FIGURES[text])

    def attaches(self, who: str, name: str) -> None:
        """Attach a file, whatever the question."""
        if who in self.sheets:
            self.sheets[who].files.append(name)

    def hand_in(self, who: str) -> None:
        """Submit the sheet."""
        sheet = self.sheets.pop(who)
        assert sheet.status is not None and sheet.percent is not None and not sheet.doubted, sheet
        blocked = sheet.status is Status.BLOCKED
        assert sheet.obstacle or not blocked, sheet
        report = Handed(
            who,
            sheet.code,
            sheet.status,
            sheet.percent,
            sheet.note or "",
            sheet.obstacle if blocked else "",
            sheet.figures or {},
            sheet.files,
            sheet.replaces,
        )
        self.handed.append(report)

    def _enter(self, sheet: Sheet, figures: dict[str, float]) -> None:
        """Replace figures by new ones. One that jumps or equals the last one is in doubt until it is confirmed,
        repeated or changed."""
        for name, value in figures.items():
            said_again = (sheet.figures or {}).get(name) == value
            sheet.doubted.discard(name)
            last = self._last_figure(sheet, name)
            jumps = last and not last / 10 < value < last * 10
            if (jumps or self._repeats(sheet, name, value)) and not said_again:
                sheet.doubted.add(name)
        sheet.figures = {**(sheet.figures or {}), **figures}

    def _repeats(self, sheet: Sheet, name: str, value: float) -> bool:
        """Return whether the last report with figures has the same number."""
        said = [each.figures for each in self._others(sheet) if each.figures]
        return bool(said) and said[-1].get(name) == value

    def _leave_out_the_same(self, sheet: Sheet) -> None:
        """Drop the figures in doubt that equal the last ones, as having been reported already."""
        said = sheet.figures or {}
        same = {name for name in sheet.doubted if self._last_figure(sheet, name) == said[name]}
        sheet.figures = {name: value for name, value in said.items() if name not in same}
        sheet.doubted -= same

    def _put_right(self, sheet: Sheet) -> None:
        """Make a sheet the correction of the latest report: what that holds, with what the sheet says."""
        sheet.replaces = sheet.seen = self.latest(sheet.code)
        assert sheet.replaces is not None
        old = self.handed[sheet.replaces]
        sheet.note = "\n".join(filter(None, [old.note, sheet.note]))
        sheet.figures = {**old.figures, **(sheet.figures or {})}
        sheet.files += old.files
        sheet.doubted = set()

    def _last_figure(self, sheet: Sheet, name: str) -> float | None:
        said = [each.figures[name] for each in self._others(sheet) if name in each.figures]
        return said[-1] if said else None

    def _others(self, sheet: Sheet) -> list[Handed]:
        """Return the reports on a sheet's task that count, apart from the one it corrects."""
        numbered = enumerate(self.handed)
        return [each for i, each in numbered if each.code == sheet.code and not each.withdrawn and i != sheet.replaces]


def code_in(text: str) -> str:
    """Return the task code in the text of a message or button; empty if there is none."""
    found = re.search(r"\d+-\d+", text)
    return found[0] if found else ""
