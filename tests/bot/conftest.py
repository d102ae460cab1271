from collections.abc import Iterator

import pytest

from tests.launcher import Launcher


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """Starts the bot as a process of its own, which need not import anything."""
    launcher = Launcher()
    yield launcher
    launcher.close()
