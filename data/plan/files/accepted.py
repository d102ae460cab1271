"""A Word document as its readers see it: tracked changes accepted, content controls and the like no more than what they
hold. python-docx passes over all of these, and so over what stands in them."""

from typing import Any

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DELETED = (f"{_WORD}del", f"{_WORD}moveFrom")
_HOLDING = ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
_HOLDERS = tuple(f"{_WORD}{name}" for name in _HOLDING)
_OF_HOLDERS = tuple(f"{_WORD}{name}" for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_ROW, _OF_ROWS = f"{_WORD}tr", f"{_WORD}trPr"
_CONTROL, _ONLY_PROMPTS, _RUN = f"{_WORD}sdt", f"{_WORD}sdtPr/{_WORD}showingPlcHdr", f"{_WORD}r"


def accept(body: Any) -> None:
    """Take out of a document's XML what was deleted and what only prompts for words (单击此处输入文字), and let what is
    held by something else stand in its place."""
    for row in list(body.iter(_ROW)):
        if any(row.find(f"{_OF_ROWS}/{each}") is not None for each in _DELETED):
            _take_out(row)
    for control in body.iter(_CONTROL):
        if control.find(_ONLY_PROMPTS) is not None:
            for run in list(control.iter(_RUN)):
                _take_out(run)
    for element in list(body.iter(*_DELETED, *_OF_HOLDERS)):
        _take_out(element)
    for element in list(body.iter(*_HOLDERS)):
        parent, place = element.getparent(), element.getparent().index(element)
        parent[place : place + 1] = list(element)


def _take_out(element: Any) -> None:
    element.getparent().remove(element)
