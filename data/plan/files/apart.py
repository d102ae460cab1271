"""Reading a file in a process of its own, which has limits and can be killed: a file may be made to do harm, or be more
than a library can bear."""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeVar

from data.plan.files.limits import OF_THE_CHAT, Limits, check_size, within
from data.plan.files.problems import FileProblem, TooMuchWork

if sys.platform != "win32":
    import resource

PROGRAM = "import gc; gc.disable(); from data.plan.files.apart import work; work()"
"""What is imported lasts to the end: whether it is still used need not be looked at again and again meanwhile."""
OWN_SETTINGS = ("TELEGRAM_", "LIAISON_")

Reading = TypeVar("Reading")


def read_apart(
    read: Callable[[bytes, str], Reading], content: bytes, filename: str, limits: Limits = OF_THE_CHAT
) -> Reading:
    """What `read`, a module's function or a partial of one, makes of a file. Waits for it: not for the event loop.

    Raises the FileProblem that `read` raises, and TooMuchWork when it would take more time or memory than the `limits`
    allow.
    """
    with within(limits):
        check_size(content)
    try:
        done = run(PROGRAM, pickle.dumps((limits, read, content, filename)), _environment(), limits.seconds)
    except subprocess.TimeoutExpired:
        raise TooMuchWork from None
    if done.returncode:
        raise TooMuchWork if done.returncode < 0 else RuntimeError(done.stderr.decode(errors="replace"))
    outcome: Reading | FileProblem = pickle.loads(done.stdout)
    if isinstance(outcome, FileProblem):
        raise outcome
    return outcome


def run(
    program: str, given: bytes, environment: Mapping[str, str], seconds: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a program of Python to its end, which finds what is given on its standard input. Raises TimeoutExpired."""
    command = [sys.executable, "-P", "-c", program]
    return subprocess.run(command, input=given, capture_output=True, timeout=seconds, env=environment, check=False)


def work() -> None:
    """What the process does: read what stands on its standard input, and write what came of it."""
    limits, read, content, filename = pickle.load(sys.stdin.buffer)
    gc.freeze()
    gc.enable()
    _limit_itself(limits)
    try:
        with within(limits):
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


def _limit_itself(limits: Limits) -> None:
    """Let the system refuse more memory, and end what goes on when nobody waits for it any more."""
    if sys.platform != "win32":
        for limit, most in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, int(2 * limits.seconds))):
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (most, most))
