"""The command line as used on a terminal."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from bot.cli.root import liaison

NO_SETTINGS = {
    "TELEGRAM_BOT_TOKEN": None,
    "TELEGRAM_BOT_TOKEN_FILE": None,
    "TELEGRAM_API_URL": "http://127.0.0.1:1",
    "LIAISON_COORDINATORS": None,
    "LIAISON_TIMEZONE": None,
    "LC_ALL": "zh_CN.UTF-8",
}


@dataclass
class Terminal:
    """A terminal whose bot has a database and a day of its own."""

    database: Path
    clock: str = "2019-11-25T08:30"

    def types(self, *words: str, given: str | None = None, **environment: str) -> Result:
        """Run `liaison` with these words. `given` is its standard input."""
        env = {**NO_SETTINGS, "LIAISON_DB": str(self.database), "LIAISON_CLOCK": self.clock, **environment}
        return CliRunner().invoke(liaison, words, input=given, env=env)

    def gets(self, *words: str, **environment: str) -> Any:
        """Return the JSON that a command prints; its standard output must hold nothing else."""
        result = self.types(*words, **environment)
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def is_refused(self, *words: str, **environment: str) -> str:
        """Return the line with which a command fails; its exit code must be 1 and its standard output empty."""
        result = self.types(*words, **environment)
        assert (result.exit_code, result.stdout) == (1, ""), result.output
        [line] = result.stderr.splitlines()
        return line
