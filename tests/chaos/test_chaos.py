"""A short run; `make chaos` is a long one."""

import subprocess
import sys

import pytest


@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="disks are taken away as Linux lets them be")
def test_twelve_seconds_of_chaos_lose_nothing_and_do_nothing_twice() -> None:
    command = [sys.executable, "-m", "tests.chaos", "--seconds", "12", "--seed", "5855"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
