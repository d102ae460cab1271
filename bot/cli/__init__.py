"""The command line: `liaison`, also available as `python -m bot`."""

import signal
import sys
from io import BytesIO, TextIOWrapper


def main() -> None:
    """Run the command line and exit: 0 done, 1 invalid input, 2 wrong usage. Characters that the terminal cannot show
    are printed as ?, and a closed stdin reads as an empty one. Until a command begins, Ctrl-C ends the process at once,
    without a word from any library."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from bot.cli.root import liaison

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(BytesIO())
    sys.exit(liaison())
