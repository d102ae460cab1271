"""The demo's stage: an embedded Telegram, the bot that talks to it, and the clock of both."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.assembly import build_application
from bot.clock import Clock
from bot.process import start_bot, stop_bot
from bot.schedule import tick
from bot.settings import Settings
from data.store import Database
from handlers.context import App

TOKEN = "10000001:the-demo-needs-no-secret-at-all-000"


@dataclass
class RunningBot:
    """The bot of the demo, which can be stopped without warning and started again on what it has stored."""

    settings: Settings
    db: Database
    clock: Clock
    app: App | None = None

    async def start(self) -> None:
        """Start it."""
        self.app = build_application(self.settings, self.db, self.clock.now)
        await start_bot(self.app)

    async def stop(self) -> None:
        """Stop it."""
        if self.app is not None:
            await stop_bot(self.app)
            self.app = None

    async def tick(self) -> None:
        """Let it do now what is due."""
        if self.app is not None:
            await tick(self.app)


def demo_settings(api_url: str, database: Path, zone: ZoneInfo) -> Settings:
    """Settings that reach nothing but the embedded Telegram."""
    return Settings(
        token=TOKEN,
        api_url=api_url,
        proxy=None,
        database=database,
        coordinators=(),
        zone=zone,
        webhook_url=None,
        webhook_secret=None,
        port=0,
        clock=None,
        log_level="WARNING",
    )
