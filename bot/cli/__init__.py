"""The command line: `liaison`, also `python -m bot`."""

import sys
from io import TextIOWrapper

from bot.cli.root import liaison


def main() -> None:
    """Run the command line. Exit 0 done, 1 a problem with what was given, 2 wrong usage. What a terminal cannot show it
    gets as ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(liaison())
