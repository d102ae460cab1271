"""Settings read from the environment variables that the README lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import httpx

from data.calendar import EARLIEST, LATEST

DEFAULT_API = "https://api.telegram.org"
PROXIES = ("http", "https", "socks5", "socks5h")
LONGEST_ID = 16
"""In digits: Telegram's ids have at most 52 bits."""
LONGEST_PORT = 5
"""In digits."""
TOKEN = re.compile(r"[0-9]{1,16}:[A-Za-z0-9_-]+")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class BadSetting(Exception):
    """A variable is missing or invalid. Holds its name and, in Chinese and English, what it must be."""

    def __init__(self, name: str, zh: str, en: str) -> None:
        super().__init__(f"{name}: {en}")
        self.name, self.zh, self.en = name, zh, en


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a process. `clock` is the moment at which a rehearsal starts, or None."""

    token: str | None
    api_url: str
    proxy: str | None
    database: Path
    coordinators: tuple[int, ...]
    zone: ZoneInfo
    webhook_url: str | None
    webhook_secret: str | None
    port: int
    clock: datetime | None
    log_level: str

    def required_token(self) -> str:
        """Return the bot's token. Raises BadSetting if none is set."""
        if self.token and not is_token(self.token):
            raise BadSetting(
                "TELEGRAM_BOT_TOKEN",
                "不像令牌：应是 @BotFather 给的那一串，数字、冒号、字母，不带引号",
                "is no token: it must be what @BotFather gave, digits, a colon and letters, without quotes",
            )
        if not self.token:
            raise BadSetting(
                "TELEGRAM_BOT_TOKEN",
                "没有设置，请填入 @BotFather 给的机器人令牌",
                "is not set; give it the bot's token from @BotFather",
            )
        return self.token


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings from `environment`. Raises BadSetting for an invalid value."""
    zone = _zone(environment.get("LIAISON_TIMEZONE") or "Asia/Shanghai")
    return Settings(
        token=_token(environment),
        api_url=_api_url(environment.get("TELEGRAM_API_URL") or DEFAULT_API),
        proxy=_proxy(environment.get("TELEGRAM_PROXY")),
        database=_database(environment.get("LIAISON_DB") or "liaison.db"),
        coordinators=_ids(environment.get("LIAISON_COORDINATORS", "")),
        zone=zone,
        webhook_url=_webhook(environment),
        webhook_secret=environment.get("LIAISON_WEBHOOK_SECRET") or None,
        port=_port(environment.get("PORT") or "8443"),
        clock=_moment(environment.get("LIAISON_CLOCK"), zone),
        log_level=_level(environment.get("LIAISON_LOG_LEVEL") or "INFO"),
    )


def is_token(text: str) -> bool:
    """Return whether a text has the form of a token."""
    return bool(TOKEN.fullmatch(text))


def _token(environment: Mapping[str, str]) -> str | None:
    name = environment.get("TELEGRAM_BOT_TOKEN_FILE")
    if environment.get("TELEGRAM_BOT_TOKEN") or not name:
        return (environment.get("TELEGRAM_BOT_TOKEN") or "").strip() or None
    try:
        return Path(name).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        raise BadSetting("TELEGRAM_BOT_TOKEN_FILE", "文件读不了", "names a file that cannot be read") from None


def _database(text: str) -> Path:
    path = Path(text)
    if not path.name or path.is_dir():
        raise BadSetting(
            "LIAISON_DB",
            "是文件夹，应是数据库文件，例如 liaison.db",
            "names a folder; it must be a file such as liaison.db",
        )
    return path


def _proxy(text: str | None) -> str | None:
    if text and not _is_address(text, PROXIES):
        raise BadSetting(
            "TELEGRAM_PROXY",
            "应是代理地址，例如 http://127.0.0.1:8080 或 socks5://127.0.0.1:1080",
            "must be the address of a proxy such as http://127.0.0.1:8080 or socks5://127.0.0.1:1080",
        )
    return text or None


def _webhook(environment: Mapping[str, str]) -> str | None:
    """Return the address that Telegram calls, or None if none is set; only a self-hosted Bot API server calls http.

    Raises BadSetting for any other address.
    """
    text = environment.get("LIAISON_WEBHOOK_URL")
    self_hosted = _api_url(environment.get("TELEGRAM_API_URL") or DEFAULT_API) != DEFAULT_API
    if text and not _is_address(text, ("http", "https") if self_hosted else ("https",)):
        raise BadSetting(
            "LIAISON_WEBHOOK_URL",
            "应是 Telegram 能访问的地址，以 https:// 开头，例如 https://liaison.example.org/telegram"
            "（只有自建的 Bot API 服务器可以用 http://）",
            "must be an address that Telegram can call and begin with https://, such as "
            "https://liaison.example.org/telegram (http:// is for a self-hosted Bot API server only)",
        )
    return text or None


def _api_url(text: str) -> str:
    if not _is_address(text, ("http", "https")):
        raise BadSetting(
            "TELEGRAM_API_URL",
            f"应是 Bot API 服务器的地址，例如 {DEFAULT_API}",
            f"must be the address of a Bot API server such as {DEFAULT_API}",
        )
    return text.rstrip("/")


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    """Return whether the HTTP client accepts `text` as a URL; if not, it would fail only at the first call."""
    try:
        address, _ = urlsplit(text), httpx.URL(text)
        return address.scheme in schemes and bool(address.hostname) and address.port != 0
    except (ValueError, httpx.InvalidURL):
        return False


def _ids(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    if not all(part.isascii() and part.isdecimal() and len(part) <= LONGEST_ID and int(part) for part in parts):
        raise BadSetting(
            "LIAISON_COORDINATORS", "应是用逗号隔开的 Telegram 数字编号", "must be numeric Telegram ids, commas between"
        )
    return tuple(int(part) for part in parts)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSetting(
            "LIAISON_TIMEZONE", "不是已知的时区，例如 Asia/Shanghai", "is no known time zone such as Asia/Shanghai"
        ) from None


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_PORT) or not 0 < int(text) < 65536:
        raise BadSetting("PORT", "应是 1 到 65535 的端口号", "must be a port from 1 to 65535")
    return int(text)


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if not EARLIEST <= moment.date() <= LATEST:
            raise ValueError
    except ValueError:
        raise BadSetting(
            "LIAISON_CLOCK", "应是 ISO 时间，例如 2019-11-25T08:55", "must be an ISO moment such as 2019-11-25T08:55"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _level(text: str) -> str:
    if text.upper() not in LOG_LEVELS:
        raise BadSetting(
            "LIAISON_LOG_LEVEL", f"应是 {'、'.join(LOG_LEVELS)} 之一", f"must be one of {', '.join(LOG_LEVELS)}"
        )
    return text.upper()
