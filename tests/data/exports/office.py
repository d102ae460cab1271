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
    """The pages of a workbook or document, as LibreOffice prints them."""
    assert SOFFICE and PDFTOPPM
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    convert = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": str(file.parent)})
    pdf = file.with_suffix(".pdf")
    subprocess.run([PDFTOPPM, "-r", "50", "-png", str(pdf), str(file.parent / "page")], check=True, timeout=60)
    return [Image.open(each) for each in sorted(file.parent.glob("page*.png"))]


def is_written_on(page: Image.Image) -> bool:
    """Whether anything dark stands on a page."""
    low, _ = page.convert("L").getextrema()
    return isinstance(low, int | float) and low < 100
