"""All commands, in the order of the README. Each module is imported only when its command is called, so that `run` does
not load the demo."""

import gc
import signal
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
"""The module of this package that defines each command under its own name."""
HELP_OPTIONS = ["-h", "--help"]


class Commands(click.Group):
    """A click group that imports its commands on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command with a name, or None."""
        if cmd_name not in MODULES:
            return None
        found = vars(_imported(f"bot.cli.{MODULES[cmd_name]}")).values()
        command = next(each for each in found if isinstance(each, click.Command) and each.name == cmd_name)
        return _with_help(command, cmd_name)

    def make_context(self, *given: Any, **settings: Any) -> click.Context:
        """Return the context of a call, which speaks the language of the terminal."""
        self.context_class = _imported("bot.cli.help").Context
        return super().make_context(*given, **settings)

    def get_help(self, ctx: click.Context) -> str:
        """Return the page of `liaison` itself."""
        _with_help(self, "")
        return super().get_help(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of the commands, which need not be imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _imported("bot.cli.help").line_of(name)) for name in MODULES])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; foreseeable errors become one line on stderr and exit code 1."""
        with _imported("bot.cli.base").problems_in_a_line():
            if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
                signal.signal(signal.SIGINT, signal.default_int_handler)
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": HELP_OPTIONS})
@click.version_option(package_name="liaison-bot", message="%(package)s %(version)s")
def liaison() -> None:
    """Carry out a government plan."""


def _with_help(command: click.Command, name: str) -> click.Command:
    helped: click.Command = _imported("bot.cli.help").with_help(command, name)
    return helped


def _imported(name: str) -> ModuleType:
    """Return a module, importing it if needed. Imported objects last to the end of the process; exempting them from
    garbage collection saves a third of the time of a short command."""
    if name not in sys.modules:
        gc.disable()
        try:
            import_module(name)
        finally:
            gc.freeze()
            gc.enable()
    return sys.modules[name]
