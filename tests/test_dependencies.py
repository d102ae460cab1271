"""The bot's dependencies: the versions that were tried, and nothing that a system may lack."""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]


def needed() -> dict[str, Requirement]:
    """Return the package's requirements, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {each.name: each for each in map(Requirement, project["dependencies"])}


def test_each_is_pinned_and_installed_as_it_is_asked_for() -> None:
    pinned = [
        Requirement(line.split("\\")[0].strip())
        for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if "==" in line and not line.startswith(("#", " "))
    ]
    versions = {each.name: next(iter(each.specifier)).version for each in pinned}
    for name, asked in needed().items():
        assert asked.specifier.contains(version(name)), name
        assert asked.specifier.contains(versions[name]), name


@pytest.mark.parametrize("tried", ["4.2", "4.1.1", "3.39"])
def test_a_release_of_sqlite_utils_that_cannot_be_imported_alone_or_has_no_transactions_is_not_taken(
    tried: str,
) -> None:
    asked = needed()["sqlite-utils"].specifier
    assert not asked.contains(tried) and asked.contains(Version("4.2.1"))


def test_the_time_zones_come_with_the_bot_where_the_system_has_none() -> None:
    told = """from datetime import UTC, datetime; from zoneinfo import ZoneInfo
noon = datetime(2019, 12, 24, 4, tzinfo=UTC)
print(*(noon.astimezone(ZoneInfo(zone)).hour for zone in ("Asia/Shanghai", "Asia/Urumqi")))"""
    run = subprocess.run([sys.executable, "-c", told], env={"PYTHONTZPATH": ""}, capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr) == ("12 10", "")
