"""--help, and what is said of wrong usage, in the language of the terminal."""

from types import TracebackType
from typing import NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from bot.cli.base import in_terminal_language
from bot.cli.root import HELP_OPTIONS
from bot.cli.texts import help as m
from bot.cli.usage import WrongUsage, in_own_words, too_few_or_many


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
        raise too_few_or_many(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        """Leave the context; an error of usage is raised in our own words, unless it only shows the help."""
        left = super().__exit__(kind, error, traceback)
        if isinstance(error, click.UsageError) and not isinstance(error, (WrongUsage, NoArgsIsHelpError)):
            raise in_own_words(error, self) from None
        return left


def with_help(command: click.Command, name: str = "") -> click.Command:
    """Return a command after giving it, its options and its subcommands their help in the language of the terminal."""
    page = m.PAGES[name]
    command.context_class = Context
    command.short_help = in_terminal_language(page.line)
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
