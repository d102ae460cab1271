"""The command line: `liaison`, also available as `python -m bot`."""

import sys
from io import TextIOWrapper

from bot.cli.root import liaison


def main() -> None:
    """Run the command line and exit: 0 done, 1 invalid input, 2 wrong usage. Characters that the terminal cannot show
    are printed as ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(liaison())
