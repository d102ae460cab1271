"""What is said of wrong usage, in the language of the terminal."""

import sys
from typing import IO, Any

import click

from bot.cli.base import in_terminal_language
from bot.cli.texts import usage as m


class WrongUsage(click.UsageError):
    """Wrong usage, with a message in the language of the terminal."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is used, what is wrong, and where more is told."""
        lines = [in_terminal_language(m.WRONG, message=self.format_message())]
        if self.ctx is not None:
            lines.insert(0, self.ctx.get_usage())
            lines.append(in_terminal_language(m.SEE_HELP, command=self.ctx.command_path))
        click.echo("\n".join(lines), file=file or sys.stderr)


def in_own_words(error: click.UsageError, context: click.Context) -> WrongUsage:
    """Return the error of a command's context with a message in the language of the terminal."""
    return WrongUsage(_message(error, context), context)


def too_few_or_many(context: click.Context) -> WrongUsage:
    """Return the error of a group that is called without a command, or of a command with too many words."""
    wanted = m.NEEDS_COMMAND if isinstance(context.command, click.Group) else m.TOO_MANY
    return WrongUsage(in_terminal_language(wanted), context)


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
