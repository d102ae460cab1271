"""A small disk for the bot alone, so that it can be full: a tmpfs, mounted where nobody else sees it.

It needs no rights on a Linux that lets everybody have mounts of their own. Where it cannot be had no disk is filled,
and the suite only lets every write fail.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTES = 160
OWN_MOUNTS = "CHAOS_HAS_ITS_OWN_MOUNTS"


def begin_again_with_own_mounts(module: str = "tests.chaos") -> None:
    """Replace this process, which runs a module, by the same one that may mount, where the system allows that."""
    unshare = shutil.which("unshare")
    if OWN_MOUNTS in os.environ or unshare is None:
        return
    inside = [unshare, "--mount", *(["--map-root-user"] if os.geteuid() else [])]
    if subprocess.run([*inside, "true"], capture_output=True).returncode == 0:
        os.environ[OWN_MOUNTS] = "yes"
        os.execv(unshare, [*inside, sys.executable, "-m", module, *sys.argv[1:]])


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Lay a small empty disk over a folder; False where that cannot be done."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "liaison", str(folder)]
    mounted = OWN_MOUNTS in os.environ and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
