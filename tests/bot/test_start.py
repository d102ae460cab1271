"""Modules that `liaison run` imports before it asks for the first update; those that only some requests need must not
be among them."""

import os
import subprocess
import sys

PROGRAM = """
import sys
from bot.cli.root import liaison
from contextlib import suppress
with suppress(SystemExit):
    liaison(["run"])
print(*sys.modules)
"""
FOR_FILES = {"PIL", "docx", "lxml", "openpyxl", "segno"}
FOR_THE_DEMO = {"bot.demo", "bot.emulator"}


def test_the_bot_starts_without_the_libraries_that_make_files_and_without_the_demo() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "LIAISON_"))}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    loaded = set(done.stdout.split())
    assert "bot.app" in loaded
    assert not loaded & (FOR_FILES | FOR_THE_DEMO)
