import asyncio
import gc
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.logs import LIBRARIES, RedactingFormatter, set_up_logging
from data.people.people import Role
from tests.journeys.town import Town

TOKEN = "123456789:AAH-secret_secret_secret_secret_123"


def _logged(message: str, *values: object, token: str | None = None, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    return RedactingFormatter(token).format(logging.LogRecord("bot", logging.INFO, __file__, 1, message, values, info))


def test_a_token_in_an_address_is_taken_out() -> None:
    line = _logged("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert TOKEN not in line and "bot[token]/getMe" in line


def test_a_token_in_a_traceback_is_taken_out() -> None:
    try:
        raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    except InvalidToken as error:
        line = _logged("stopped", error=error)
    assert "InvalidToken" in line and TOKEN not in line


def test_what_somebody_wrote_is_not_told_by_an_exception() -> None:
    try:
        try:
            int("张三举报李四")
        except ValueError as cause:
            raise KeyError("张三") from cause
    except KeyError as error:
        line = _logged("update 7: %s", "KeyError", error=error)
    assert "ValueError\n" in line and line.endswith("KeyError") and "test_logs.py" in line
    assert "张三" not in line.replace('int("张三举报李四")', "").replace('raise KeyError("张三")', "")


async def test_what_somebody_wrote_is_not_told_by_a_task_that_nobody_waited_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fails(said: str) -> None:
        raise ValueError(said)

    def calls(said: str) -> None:
        raise ValueError(said)

    loop = asyncio.get_running_loop()
    task = loop.create_task(fails("张三举报李四"))
    loop.call_soon(calls, "张三举报李四")
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    told = [RedactingFormatter().format(record) for record in caplog.records]
    assert [line.partition(": ")[2].partition("\n")[0] for line in told] == [
        "Exception in callback test_what_somebody_wrote_is_not_told_by_a_task_that_nobody_waited_for.<locals>.calls",
        "Task exception was never retrieved",
    ]
    assert all("ValueError" in line and "张三" not in line for line in told)


def test_a_token_in_the_name_of_the_bot_object_is_taken_out() -> None:
    assert TOKEN in repr(Bot(TOKEN))
    assert TOKEN not in _logged("%r", Bot(TOKEN))


def test_a_token_of_an_unusual_shape_is_known_by_heart() -> None:
    assert _logged("bot7:secret/getMe", token="7:secret").endswith("bot[token]/getMe")


def test_other_numbers_are_left_alone() -> None:
    assert _logged("update 100001 at 09:00").endswith("update 100001 at 09:00")


@pytest.fixture
def loggers_as_before() -> Iterator[None]:
    """Restore the loggers of the process after each test."""
    loggers = [logging.getLogger(name) for name in (None, *LIBRARIES)]
    levels, handlers = [logger.level for logger in loggers], logging.getLogger().handlers[:]
    hook = sys.excepthook
    yield
    sys.excepthook = hook
    logging.getLogger().handlers[:] = handlers
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@pytest.mark.usefixtures("loggers_as_before")
def test_the_client_library_is_quiet_and_goes_through_the_same_filter(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO", TOKEN)
    logging.getLogger("httpx").info("POST bot%s", TOKEN)
    logging.getLogger("telegram").warning("bot%s", TOKEN)
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith("WARNING telegram: bot[token]")


@pytest.mark.usefixtures("loggers_as_before")
def test_an_exception_that_ends_the_process_does_not_show_the_token(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO", TOKEN)
    error = InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    sys.excepthook(type(error), error, None)
    ending = capsys.readouterr().err
    assert "CRITICAL bot.logs: the process ends" in ending and "InvalidToken" in ending
    assert TOKEN not in ending


@pytest.mark.usefixtures("loggers_as_before")
async def test_what_people_write_is_not_logged_at_any_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = Town(tmp_path)
    set_up_logging("DEBUG", town.world.token)
    await town.open()
    lin = town.member(1002, "林警官", "市公安局", Role.LIAISON)
    await lin.says("机密的话")
    await town.close()
    logged = capsys.readouterr().err
    assert "Application started" in logged
    assert "机密" not in logged and "\\u673a" not in logged and town.world.token not in logged


@pytest.mark.usefixtures("loggers_as_before")
def test_a_quiet_log_is_quiet_about_libraries_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("ERROR", None)
    for library in LIBRARIES:
        logging.getLogger(library).warning("hello")
    assert capsys.readouterr().err == ""
