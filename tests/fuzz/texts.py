"""Fuzzing of all readers of text with repetitive texts, to find those that take long."""

import signal
from collections.abc import Callable
from random import Random
from time import monotonic, process_time
from types import FrameType

import click

from tests.fuzz.pieces import pumped
from tests.fuzz.readers import READERS

SLOW, HANGS = 0.25, 5.0
"""Seconds of work on one text: what is worth a look, and what everybody would notice."""


class Hangs(Exception):
    """Raised in the middle of a call that takes too long."""


def fuzz_texts(chance: Random, seconds: float) -> int:
    """Read repetitive texts with every reader and print the slow ones; return how many hang or crash."""
    end = monotonic() + seconds
    worst, texts, bad = dict.fromkeys(READERS, 0.0), 0, 0
    signal.signal(signal.SIGALRM, _ring)
    while monotonic() < end:
        text = pumped(chance)
        texts += 1
        for name, read in READERS.items():
            took, trouble = _took(read, text)
            worst[name] = max(worst[name], took)
            bad += trouble is not None
            if trouble or took > SLOW:
                click.echo(f"{name}: {trouble or f'{took:.2f} s'} {text[:60]!r} … {text[-20:]!r}")
    click.echo(f"{texts} texts of 4,096 characters")
    for name, took in worst.items():
        click.echo(f"  {name:<14}{1000 * took:6.0f} ms at most")
    return bad


def _took(read: Callable[[str], object], text: str) -> tuple[float, str | None]:
    started = process_time()
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    try:
        read(text)
    except Hangs:
        return HANGS, "hangs"
    except Exception as error:
        return process_time() - started, f"crashes, {error!r}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return process_time() - started, None


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise Hangs
