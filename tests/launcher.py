"""Processes that run the bot or read a file as `python` would, but forked from one that has imported everything, which
saves the time to import."""

import asyncio
import gc
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import BinaryIO, NoReturn

IMPORTED = ("bot.cli.root", "bot.cli.run", "bot.cli.demo", "bot.demo.opening")
LONGEST_ORDER, LONGEST_LINE = 1 << 20, 1 << 24


class Launched:
    """A started process, with an interface like that of asyncio's."""

    def __init__(self, pid: int, out: asyncio.StreamReader, err: asyncio.StreamReader) -> None:
        self.pid, self.stdout, self.stderr = pid, out, err
        self.returncode: int | None = None

    def watch(self, state: asyncio.StreamReader) -> None:
        """Watch for the end of the process, which is written to `state`."""
        self._ending = asyncio.create_task(self._ends(state))

    async def _ends(self, state: asyncio.StreamReader) -> int:
        self.returncode = int(await state.readline())
        await state.read()
        return self.returncode

    async def wait(self) -> int:
        """Wait for the process to end and return its exit code."""
        return await asyncio.shield(self._ending)

    async def communicate(self) -> tuple[bytes, bytes]:
        """Return what the process writes to stdout and stderr until it ends."""
        out, err, _ = await asyncio.gather(self.stdout.read(), self.stderr.read(), self.wait())
        return out, err

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the process unless it has ended."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Launcher:
    """Owns the process that has imported the bot, and lets it fork."""

    def __init__(self, *first: str) -> None:
        """`first` are modules to import before the bot."""
        self._orders, self._theirs = socket.socketpair()
        self._first = first
        self._beginning = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self, program: Sequence[str], environment: Mapping[str, str], *, in_one: bool = False) -> Launched:
        """Run `-m MODULE` or `-c PROGRAM` with its arguments. `in_one`: stderr is written to stdout."""
        pipes = [os.pipe() for _ in range(3)]
        (_, out_end), (_, err_end), (_, state_end) = pipes
        with Path(os.devnull).open("rb") as nothing:
            self._order(program, environment, nothing.fileno(), out_end, out_end if in_one else err_end, state_end)
        for _, writing in pipes:
            os.close(writing)
        out, err, state = [await _reader(os.fdopen(reading, "rb", buffering=0)) for reading, _ in pipes]
        launched = Launched(int(await state.readline()), out, err)
        launched.watch(state)
        return launched

    def run(
        self, program: str, given: bytes, environment: Mapping[str, str], seconds: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program to its end, with `given` as its standard input. Raises TimeoutExpired."""
        with TemporaryFile() as into, TemporaryFile() as out, TemporaryFile() as err:
            into.write(given)
            into.seek(0)
            reading, writing = os.pipe()
            with os.fdopen(reading, "rb", buffering=0) as state:
                self._order(["-c", program], environment, into.fileno(), out.fileno(), err.fileno(), writing)
                os.close(writing)
                running = int(state.readline())
                if not select.select([state], [], [], seconds)[0]:
                    os.kill(running, signal.SIGKILL)
                    state.readline()
                    raise subprocess.TimeoutExpired(program, seconds)
                ended = int(state.readline())
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(program, ended, out.read(), err.read())

    def _order(self, program: Sequence[str], environment: Mapping[str, str], *streams: int) -> None:
        """Send an order to the forking process. `streams`: input, output, errors, and the pipe on which the process id
        and the exit code are told."""
        with self._beginning:
            self._process = self._process or self._begin()
        order = json.dumps([list(program), dict(environment)]).encode()
        socket.send_fds(self._orders, [order], streams)

    def _begin(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.launcher", str(self._theirs.fileno()), *self._first]
        environment = os.environ | {"LC_ALL": "C"}
        descriptors = [self._theirs.fileno()]
        return subprocess.Popen(command, pass_fds=descriptors, env=environment, stdin=subprocess.DEVNULL)

    def close(self) -> None:
        """Stop the forking process."""
        self._orders.close()
        self._theirs.close()
        if self._process is not None:
            self._process.wait()


async def _reader(pipe: BinaryIO) -> asyncio.StreamReader:
    reader = asyncio.StreamReader(LONGEST_LINE)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader


def _copy_on_orders(orders: socket.socket, *first: str) -> None:
    for module in (*first, *IMPORTED):
        import_module(module)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        order, pipes, *_ = socket.recv_fds(orders, LONGEST_ORDER, 4)
        if not order:
            return
        if not os.fork():
            orders.close()
            _run_and_tell(*json.loads(order), *pipes)
        for pipe in pipes:
            os.close(pipe)


def _run_and_tell(program: Sequence[str], environment: Mapping[str, str], *streams: int) -> NoReturn:
    """Fork a process that runs the program, and write its id and, once it has ended, its exit code to the last
    stream."""
    *own, state = streams
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    running = os.fork()
    if not running:
        os.close(state)
        _run(program, environment, *own)
    for each in own:
        os.close(each)
    os.write(state, f"{running}\n".encode())
    _, ended = os.waitpid(running, 0)
    os.write(state, f"{os.waitstatus_to_exitcode(ended)}\n".encode())
    os._exit(0)


def _run(program: Sequence[str], environment: Mapping[str, str], *own: int) -> NoReturn:
    """Run the program with streams of its own, because the inherited ones hold what was written before the fork."""
    for number, stream in enumerate(own):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w", buffering=1)
    os.environ.clear()
    os.environ.update(environment)
    kind, what, *arguments = program
    sys.argv = [kind, *arguments]
    if kind == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(what, {"__name__": "__main__"})
        sys.stdout.flush()
        os._exit(0)  # skip the interpreter's tear-down, which takes longer than most programs
    sys.exit()


if __name__ == "__main__":
    _copy_on_orders(socket.socket(fileno=int(sys.argv[1])), *sys.argv[2:])
