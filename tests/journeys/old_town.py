"""A town on the morning after an update, where the bot is started on the database of an earlier release."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.emulator import Upload
from bot.emulator.records import Button, Message
from data.store import open_database
from tests.fixtures import database, frozen
from tests.journeys.paper import question_in
from tests.journeys.town import Resident, Town

ANSWERS = {"状态": "进行中", "进度": "45", "情况": "走访三家企业", "困难": "缺检测设备", "数据": "没有", "佐证": "没有"}
POSSIBLY_AGAIN = "可能重复"


@cache
def updated(old: bytes) -> bytes:
    """Return a release's database after the update; the same for every test, hence cached."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "town.db")
        path.write_bytes(old)
        open_database(path).close()
        return path.read_bytes()


class OldTown(Town):
    """A town whose people and chats are as the release left them. `residents` holds them by name."""

    def __init__(self, folder: Path, release: str) -> None:
        super().__init__(folder, database=updated(database(release)))
        self.release, self.left = release, frozen(release)
        self.clock.moment = self.left.moment
        self._people_are_back()
        self._chats_are_back()
        self._updates_go_on()

    def _people_are_back(self) -> None:
        self.residents = {}
        for id, name, language, blocked in self.left.people:
            self.residents[name] = self.newcomer(id, name, language)
            self.world.chat(id).bot_status = "member"
            self.world.user(id).blocked = blocked
        group = self.left.group
        self.world.add_group(group["id"], group["title"], group["members"]).bot_status = group["status"]
        for kind, name in self.left.files:
            self.world.files.keep(kind, Upload(name, b"%PDF"))

    def _chats_are_back(self) -> None:
        for id, left in self.left.chats.items():
            chat = self.world.chat(int(id))
            chat.last_id = left["last_id"]
            for number, text, rows in left["messages"]:
                keyboard = tuple(tuple(Button(words, "callback_data", data) for words, data in row) for row in rows)
                chat.sent[number] = Message(
                    number, chat.id, self.world.bot, self.clock.now(), text or "…", keyboard=keyboard
                )

    def _updates_go_on(self) -> None:
        """Continue the update ids, and wait for the updates that were left undone."""
        self.world.updates.next_id = self.left.next_update
        self._first_update = min(self.left.undone)
        self._handled = set(range(self._first_update, self.left.next_update)) - self.left.undone

    def heard_since(self, chat: int) -> list[str]:
        """Return what the bot has said in a chat since the update."""
        before = self.left.chats[str(chat)]["last_id"]
        return [each.text for each in self.world.chat(chat).messages if each.message_id > before]

    def __getitem__(self, name: str) -> Resident:
        return self.residents[name]


async def finishes(who: Resident) -> str:
    """Answer the remaining questions and submit; return the answer."""
    while question_in(who.sees()) != "核对":
        if "就是这样" in who.buttons():
            await who.presses("就是这样")
        else:
            await who.says(ANSWERS[question_in(who.sees())])
    said = await who.presses("提交")
    return await who.presses("仍然提交") if "仍然提交" in who.buttons() else said
