"""Reading a file in a process of its own, which has limits and can be killed: a file may be made to do harm, or be more
than a library can bear."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from data.plan.files.limits import check_size
from data.plan.files.problems import FileProblem, TooMuchWork

if sys.platform != "win32":
    import resource

MOST_SECONDS = 20
MOST_MEMORY = 1024 * 1024 * 1024
"""In bytes, all that Python takes for itself included."""
PROGRAM = "from data.plan.files.apart import work; work()"
OWN_SETTINGS = ("TELEGRAM_", "LIAISON_")

Reading = TypeVar("Reading")


def read_apart(
    read: Callable[[bytes, str], Reading], content: bytes, filename: str, seconds: float = MOST_SECONDS
) -> Reading:
    """What `read`, a module's function or a partial of one, makes of a file. Waits for it: not for the event loop.

    Raises the FileProblem that `read` raises, and TooMuchWork when it would take longer or more than 1 GB of memory.
    """
    check_size(content)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", PROGRAM],
            input=pickle.dumps((read, content, filename)),
            capture_output=True,
            timeout=seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooMuchWork from None
    if done.returncode:
        raise TooMuchWork if done.returncode < 0 else RuntimeError(done.stderr.decode(errors="replace"))
    outcome: Reading | FileProblem = pickle.loads(done.stdout)
    if isinstance(outcome, FileProblem):
        raise outcome
    return outcome


def work() -> None:
    """What the process does: read what stands on its standard input, and write what came of it."""
    _limit_itself()
    read, content, filename = pickle.load(sys.stdin.buffer)
    try:
        outcome = read(content, filename)
    except FileProblem as problem:
        outcome = problem
    except MemoryError:
        outcome = TooMuchWork()
    sys.stdout.buffer.write(pickle.dumps(outcome))


def _environment() -> dict[str, str]:
    """The modules of this process, and none of its secrets."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(OWN_SETTINGS)}
    return rest | {"PYTHONPATH": os.pathsep.join(sys.path)}


def _limit_itself() -> None:
    """Let the system refuse more memory, and end what goes on when nobody waits for it any more."""
    if sys.platform != "win32":
        for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, 2 * MOST_SECONDS)):
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (most, most))
