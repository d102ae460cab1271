"""Files opened as people open them: by LibreOffice, and looked at as pages."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

SOFFICE, PDFTOPPM = shutil.which("soffice"), shutil.which("pdftoppm")
needs_office = pytest.mark.skipif(not (SOFFICE and PDFTOPPM), reason="LibreOffice and poppler are not installed")


def pages_of(file: Path) -> list[Image.Image]:
    """The pages of a workbook or document in the folder of a test, as LibreOffice prints them. Its settings lie beside
    the folders of all tests: to make them takes longer than to print a file."""
    assert SOFFICE and PDFTOPPM
    home = str(file.parent.parent / "office")
    profile = f"-env:UserInstallation=file://{home}/profile"
    convert = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": home})
    pdf = file.with_suffix(".pdf")
    subprocess.run([PDFTOPPM, "-r", "50", "-png", str(pdf), str(file.parent / "page")], check=True, timeout=60)
    return [Image.open(each) for each in sorted(file.parent.glob("page*.png"))]


def is_written_on(page: Image.Image) -> bool:
    """Whether anything dark stands on a page."""
    low, _ = page.convert("L").getextrema()
    return isinstance(low, int | float) and low < 100
