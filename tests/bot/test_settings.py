from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.outgoing.client import Client
from bot.settings import DEFAULT_API, BadSetting, read_settings


def test_an_empty_environment_gives_the_documented_defaults() -> None:
    settings = read_settings({})
    assert settings.token is None
    assert settings.api_url == DEFAULT_API == "https://api.telegram.org"
    assert settings.database == Path("liaison.db")
    assert settings.coordinators == ()
    assert settings.zone == ZoneInfo("Asia/Shanghai")
    assert settings.log_level == "INFO"
    assert (settings.clock, settings.proxy, settings.webhook_url) == (None, None, None)


def test_an_empty_variable_is_like_none() -> None:
    names = ["TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "LIAISON_DB", "LIAISON_COORDINATORS", "LIAISON_CLOCK", "PORT"]
    assert read_settings(dict.fromkeys(names, "")) == read_settings({})


def test_the_token_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("7:secret\n", encoding="utf-8")
    assert read_settings({"TELEGRAM_BOT_TOKEN_FILE": str(file)}).token == "7:secret"


def test_the_token_itself_comes_before_the_file() -> None:
    settings = read_settings({"TELEGRAM_BOT_TOKEN": "7:a", "TELEGRAM_BOT_TOKEN_FILE": "nowhere"})
    assert settings.token == "7:a"


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:8080", "socks5://user:pass@proxy.example.org:1080"])
def test_a_proxy_is_taken_as_it_is(proxy: str) -> None:
    assert read_settings({"TELEGRAM_PROXY": proxy}).proxy == proxy


@pytest.mark.parametrize(
    "proxy", ["127.0.0.1:8080", "ftp://x", "http://", "http://[bad", "http://h:99999", "代理", "http://h:80\n"]
)
def test_a_proxy_that_cannot_be_one_is_named(proxy: str) -> None:
    with pytest.raises(BadSetting, match="TELEGRAM_PROXY"):
        read_settings({"TELEGRAM_PROXY": proxy})


def test_the_ids_of_coordinators_stand_between_commas() -> None:
    assert read_settings({"LIAISON_COORDINATORS": "1001, 1002,"}).coordinators == (1001, 1002)


def test_a_slash_behind_the_servers_address_does_not_matter() -> None:
    assert read_settings({"TELEGRAM_API_URL": "http://127.0.0.1:8081/"}).api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize("address", ["api.telegram.org", "ftp://x", "https://", "http://h\x00", "http://h:0"])
def test_a_servers_address_that_cannot_be_one_is_named(address: str) -> None:
    with pytest.raises(BadSetting, match="TELEGRAM_API_URL"):
        read_settings({"TELEGRAM_API_URL": address})


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:8080", "socks5://u:p@h:1080", "socks5h://[::1]:1"])
def test_whatever_is_taken_as_a_proxy_can_be_used(proxy: str) -> None:
    assert Client(proxy=read_settings({"TELEGRAM_PROXY": proxy}).proxy)


def test_a_clock_without_a_zone_is_in_the_zone_of_the_deadlines() -> None:
    settings = read_settings({"LIAISON_CLOCK": "2019-11-25T08:55"})
    assert settings.clock == datetime(2019, 11, 25, 8, 55, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LIAISON_COORDINATORS", "@chen"),
        ("LIAISON_COORDINATORS", "99999999999999999999"),
        ("LIAISON_CLOCK", "9999-12-31T08:00"),
        ("LIAISON_CLOCK", "0001-01-01"),
        ("LIAISON_TIMEZONE", "Wuhan"),
        ("LIAISON_TIMEZONE", "../etc/passwd"),
        ("LIAISON_CLOCK", "tomorrow"),
        ("LIAISON_LOG_LEVEL", "LOUD"),
        ("LIAISON_WEBHOOK_URL", "bot.example.org/telegram"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "9" * 5000),
        ("PORT", "https"),
        ("PORT", "٣٤"),
        ("LIAISON_COORDINATORS", "1001,0"),
        ("LIAISON_DB", "."),
        ("LIAISON_DB", "/"),
        ("TELEGRAM_BOT_TOKEN_FILE", "/no/such/file"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as caught:
        read_settings({name: value})
    assert caught.value.name == name and caught.value.zh and caught.value.en


def test_running_needs_a_token() -> None:
    with pytest.raises(BadSetting) as caught:
        read_settings({}).required_token()
    assert caught.value.name == "TELEGRAM_BOT_TOKEN"


@pytest.mark.parametrize("token", ["foo", "'123:abc'", "bot123:abc", "令牌", "123 :abc", "１２３:abc"])
def test_what_cannot_be_a_token_is_refused_before_telegram_is_asked(token: str) -> None:
    with pytest.raises(BadSetting, match="TELEGRAM_BOT_TOKEN: is no token"):
        read_settings({"TELEGRAM_BOT_TOKEN": token}).required_token()


def test_telegram_calls_only_https_and_a_self_hosted_server_any_address() -> None:
    plain = {"LIAISON_WEBHOOK_URL": "http://bot.example.org/hook"}
    with pytest.raises(BadSetting, match="LIAISON_WEBHOOK_URL"):
        read_settings(plain)
    assert (
        read_settings({**plain, "TELEGRAM_API_URL": "http://localhost:8081"}).webhook_url
        == plain["LIAISON_WEBHOOK_URL"]
    )
