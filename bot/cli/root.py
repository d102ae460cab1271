"""The commands, in the order of the README. Each is imported when it is called: `run` needs nothing of the demo."""

from importlib import import_module

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
        found = vars(import_module(f"bot.cli.{MODULES[cmd_name]}")).values()
        return next(each for each in found if isinstance(each, click.Command) and each.name == cmd_name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="liaison-bot")
def liaison() -> None:
    """联络员助手: carries a government plan through, with everybody who has a task in it."""
