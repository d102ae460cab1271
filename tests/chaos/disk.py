"""A small file system for the bot alone, which can therefore be filled: a tmpfs, mounted where nobody else sees it.

It needs no privileges on a Linux that lets everybody have mounts of their own. Where that is impossible, no disk is
filled, and the suite only lets every write fail.
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
    """Replace this process, which runs a module, by one with mounts of its own, if the system allows that."""
    unshare = shutil.which("unshare")
    if OWN_MOUNTS in os.environ or unshare is None:
        return
    inside = [unshare, "--mount", *(["--map-root-user"] if os.geteuid() else [])]
    if subprocess.run([*inside, "true"], capture_output=True).returncode == 0:
        os.environ[OWN_MOUNTS] = "yes"
        os.execv(unshare, [*inside, sys.executable, "-m", module, *sys.argv[1:]])


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Mount a small empty file system over a folder, and yield whether that succeeded."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "liaison", str(folder)]
    mounted = OWN_MOUNTS in os.environ and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
