"""Files as people read them: the text of a document, and pages as LibreOffice renders them."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from PIL import Image

SOFFICE, PDFTOPPM = shutil.which("soffice"), shutil.which("pdftoppm")
needs_office = pytest.mark.skipif(not (SOFFICE and PDFTOPPM), reason="LibreOffice and poppler are not installed")


def said(content: bytes) -> list[str]:
    """Return the paragraphs of a document."""
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs if each.text]


def pages_of(file: Path) -> list[Image.Image]:
    """Return the pages of a workbook or document as LibreOffice prints them. All tests share its profile, because
    creating one takes longer than printing."""
    assert SOFFICE and PDFTOPPM
    home = str(file.parent.parent / "office")
    profile = f"-env:UserInstallation=file://{home}/profile"
    convert = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": home})
    pdf = file.with_suffix(".pdf")
    subprocess.run([PDFTOPPM, "-r", "50", "-png", str(pdf), str(file.parent / "page")], check=True, timeout=60)
    return [Image.open(each) for each in sorted(file.parent.glob("page*.png"))]


def is_written_on(page: Image.Image) -> bool:
    """Return whether a page has anything dark on it."""
    low, _ = page.convert("L").getextrema()
    return isinstance(low, int | float) and low < 100
