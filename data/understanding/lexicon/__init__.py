"""The words that people use, as data: tables in TOML, lists as text."""

import tomllib
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """Return the content of a TOML file here."""
    return tomllib.loads(_read(f"{name}.toml"))


def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
