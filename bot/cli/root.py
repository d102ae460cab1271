"""The commands, in the order of the README. Each is imported when it is called: `run` needs nothing of the demo."""

import gc
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import click

MODULES = {
    "demo": "demo",
    "run": "run",
    "plan": "plan",
    "people": "people",
    "units": "people",
    "invite": "people",
    "alerts": "alerts",
    "summary": "summary",
    "returns": "returns",
    "understand": "understand",
    "backup": "backup",
    "restore": "backup",
    "evidence": "evidence",
    "doctor": "doctor",
}
"""In which module of this package a command stands, under its own name."""


class Commands(click.Group):
    """A group that finds its commands where they stand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None if there is none."""
        if cmd_name not in MODULES:
            return None
        found = vars(_imported(f"bot.cli.{MODULES[cmd_name]}")).values()
        return next(each for each in found if isinstance(each, click.Command) and each.name == cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what can be wrong with what was given is one line on stderr and exit code 1."""
        with _imported("bot.cli.base").problems_in_a_line():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="liaison-bot")
def liaison() -> None:
    """联络员助手: carries a government plan through, with everybody who has a task in it."""


def _imported(name: str) -> ModuleType:
    """A module and all that it needs. What is imported lasts to the end: to look again and again whether it is still
    used, and once more when the process ends, would take a third of the time of a short command."""
    if name not in sys.modules:
        gc.disable()
        try:
            import_module(name)
        finally:
            gc.freeze()
            gc.enable()
    return sys.modules[name]
