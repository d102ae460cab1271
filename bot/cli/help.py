"""--help, and what is said of wrong usage, in the language of the terminal."""

import sys
from types import TracebackType
from typing import IO, Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from bot.cli.base import in_terminal_language
from bot.cli.root import HELP_OPTIONS
from bot.cli.texts import help as m


class WrongUsage(click.UsageError):
    """Wrong usage, with a message in the language of the terminal."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is used, what is wrong, and where more is told."""
        lines = [in_terminal_language(m.WRONG, message=self.format_message())]
        if self.ctx is not None:
            lines.insert(0, self.ctx.get_usage())
            lines.append(in_terminal_language(m.SEE_HELP, command=self.ctx.command_path))
        click.echo("\n".join(lines), file=file or sys.stderr)


def _message(error: click.UsageError, context: click.Context) -> str:
    match error:
        case click.NoSuchOption():
            return _unknown(in_terminal_language(m.NO_OPTION, name=error.option_name), error.possibilities)
        case click.NoSuchCommand():
            return _unknown(in_terminal_language(m.NO_COMMAND, name=error.command_name), error.possibilities)
        case click.BadOptionUsage():
            option = next((each for each in context.command.params if error.option_name in each.opts), None)
            is_flag = isinstance(option, click.Option) and option.is_flag
            return in_terminal_language(m.TAKES_NO_VALUE if is_flag else m.NEEDS_VALUE, name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            return in_terminal_language(m.MISSING, name=_name(parameter))
        case click.BadParameter(param=click.Parameter() as parameter):
            message = _value_wanted(parameter.type) or error.message
            return in_terminal_language(m.BAD_VALUE, name=_name(parameter), message=message)
    return error.message


def _unknown(message: str, near: list[str] | None) -> str:
    return message + (in_terminal_language(m.PERHAPS, names=" ".join(near)) if near else "")


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name


def _value_wanted(kind: click.ParamType[Any]) -> str:
    """Return what a parameter of one of click's own types takes; our own types tell that themselves."""
    match kind:
        case click.Choice():
            return in_terminal_language(m.NO_CHOICE, choices=" ".join(map(str, kind.choices)))
        case click.IntRange():
            return in_terminal_language(m.NO_NUMBER, first=kind.min, last=kind.max)
        case click.Path():
            return in_terminal_language(m.NO_FILE if kind.file_okay else m.NO_FOLDER)
    return ""


class Formatter(click.HelpFormatter):
    """Writes a page with its headings in the language of the terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line on how a command is used."""
        super().write_usage(prog, args, in_terminal_language(m.HEADINGS["Usage: "]) if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        self.write(f"{in_terminal_language(m.HEADINGS[heading])}\n")


class Context(click.Context):
    """A context whose help is written by Formatter, and whose errors of usage are told in our own words."""

    formatter_class = Formatter

    def fail(self, message: str) -> NoReturn:
        """Tell of too few or too many words, of which alone click informs the context."""
        wanted = m.NEEDS_COMMAND if isinstance(self.command, click.Group) else m.TOO_MANY
        raise WrongUsage(in_terminal_language(wanted), self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        """Leave the context; an error of usage is raised in our own words, unless it only shows the help."""
        left = super().__exit__(kind, error, traceback)
        if isinstance(error, click.UsageError) and not isinstance(error, (WrongUsage, NoArgsIsHelpError)):
            raise WrongUsage(_message(error, self), self) from None
        return left


def line_of(name: str) -> str:
    """Return what a command does, in a line in the language of the terminal."""
    return in_terminal_language(m.PAGES[name].line)


def with_help(command: click.Command, name: str = "") -> click.Command:
    """Return a command after giving it, its options and its subcommands their help in the language of the terminal."""
    page = m.PAGES[name]
    command.context_class = Context
    command.short_help = line_of(name)
    more = in_terminal_language(page.more) if page.more else ""
    command.help = "\n\n".join(filter(None, [command.short_help, more]))
    for each in command.params:
        if isinstance(each, click.Option):
            each.help = in_terminal_language(page.options[each.opts[0]])
    option = command.get_help_option(click.Context(command, help_option_names=HELP_OPTIONS))
    if option:
        option.help = in_terminal_language(m.SHOW_HELP)
    if isinstance(command, click.Group):
        for below in command.commands.values():
            with_help(below, f"{name} {below.name}".strip())
    return command
