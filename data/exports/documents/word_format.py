"""Word formatting that python-docx has no API for: fonts and substitutes, lines, and page numbers."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

SONG_TITLE, FANG_SONG, HEI, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
STAND_INS = {
    SONG_TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun",
    FANG_SONG: "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong",
    HEI: "SimHei,Noto Sans CJK SC",
    KAI: "楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti",
    SONG: "SimSun,Noto Serif CJK SC",
}
LATIN = "Times New Roman"
NUMBER = Pt(14)
"""The font size 四号."""
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""Elements that have to follow the borders in the properties of a paragraph."""


def in_font(run: Any, font: str) -> None:
    """Set the font for the Chinese text of a run; Latin text uses LATIN."""
    run.font.name = LATIN
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")


def underlined(written: Paragraph, colour: RGBColor) -> None:
    """Draw a coloured line below a paragraph."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "4"), ("color", str(colour))):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    written._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)


def never_broken(row: Any, *, heading: bool) -> None:
    """Keep a table row on one page; a heading row is repeated on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if heading:
        properties.append(OxmlElement("w:tblHeader"))


def number_pages(written: Paragraph, place: WD_ALIGN_PARAGRAPH) -> None:
    """Write the page number as — 1 —, aligned to `place`."""
    written.alignment = place
    form = written.paragraph_format
    form.left_indent = form.right_indent = NUMBER
    for text, code in (("— ", ""), ("", "PAGE"), (" —", "")):
        run = written.add_run(text)
        run.font.size = NUMBER
        in_font(run, SONG)
        for kind in ("begin", "separate", "end") if code else ():
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
            run._element.append(sign)
            if kind == "begin":
                field = OxmlElement("w:instrText")
                field.text = code
                run._element.append(field)


def name_stand_ins(document: Any) -> None:
    """Declare the substitutes of the fonts in the document."""
    part = next(each.target_part for each in document.part.rels.values() if each.reltype.endswith("/fontTable"))
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in STAND_INS.items()
    )
    part._blob = part.blob.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")
