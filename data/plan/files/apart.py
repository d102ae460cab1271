"""Read untrusted files in a separate process with limits on time and memory, which can be killed."""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from math import ceil
from time import process_time
from typing import TypeVar

from data.plan.files.limits import OF_TABLES, Limits, check_size, limits_applied
from data.plan.files.problems import FileProblem, TooMuchWork

if sys.platform != "win32":
    import resource

PROGRAM = "import gc; gc.disable(); from data.plan.files.apart import work; work()"
"""Program of the process. Collecting garbage is off while it imports, as all that is imported stays in use."""
WAITING = 60
"""In seconds: how much longer than its processor time a reading may last while it has to wait, as for the processor."""
OWN_SETTINGS = ("TELEGRAM_", "LIAISON_")

Reading = TypeVar("Reading")


def read_in_process(
    read: Callable[[bytes, str], Reading], content: bytes, filename: str, limits: Limits = OF_TABLES
) -> Reading:
    """Return `read(content, filename)`, computed in a separate process; blocks until it is done.

    `read` has to be a function of a module, or a partial of one. Raises the FileProblem that `read` raises, and
    TooMuchWork if it exceeds the processor time or memory in `limits`, or has to wait for longer than WAITING besides.
    """
    with limits_applied(limits):
        check_size(len(content))
    try:
        done = run(PROGRAM, pickle.dumps((limits, read, content, filename)), _environment(), limits.seconds + WAITING)
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
    """Run a Python program with `given` on its standard input. Raises TimeoutExpired after `seconds`."""
    command = [sys.executable, "-P", "-c", program]
    return subprocess.run(command, input=given, capture_output=True, timeout=seconds, env=environment, check=False)


def work() -> None:
    """Read a pickled task from standard input, carry it out, and write the pickled outcome to standard output."""
    limits, read, content, filename = pickle.load(sys.stdin.buffer)
    gc.freeze()
    gc.enable()
    _limit_itself(limits)
    try:
        with limits_applied(limits):
            outcome = read(content, filename)
    except FileProblem as problem:
        outcome = problem
    except MemoryError:
        outcome = TooMuchWork()
    sys.stdout.buffer.write(pickle.dumps(outcome))


def _environment() -> dict[str, str]:
    """Return the environment with this process's module path and without its settings and secrets."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(OWN_SETTINGS)}
    return rest | {"PYTHONPATH": os.pathsep.join(sys.path)}


def _limit_itself(limits: Limits) -> None:
    """Limit the memory of this process, and its processor time from now on."""
    if sys.platform != "win32":
        until = ceil(process_time() + limits.seconds)
        for limit, most in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, until)):
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (most, most))
