"""The command line: `liaison`, also `python -m bot`."""

import sys

from bot.cli.root import liaison


def main() -> None:
    """Run the command line. Exit 0 done, 1 a problem with what was given, 2 wrong usage."""
    sys.exit(liaison())
