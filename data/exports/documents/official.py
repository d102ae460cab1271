"""A document in the usual format of official ones (GB/T 9704): A4, 三号 仿宋 at 28 points a line, page numbers between
dashes. Fonts are named as offices have them, each with others that may stand in."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from data.exports.cells import cleaned
from data.exports.texts import Language

SONG_TITLE, FANG_SONG, HEI, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
STAND_INS = {
    SONG_TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun",
    FANG_SONG: "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong",
    HEI: "SimHei,Noto Sans CJK SC",
    KAI: "楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti",
    SONG: "SimSun,Noto Serif CJK SC",
}
LATIN = "Times New Roman"
MASTHEAD, TITLE, BODY, TABLE, NUMBER = Pt(42), Pt(22), Pt(16), Pt(12), Pt(14)
"""初号, 二号, 三号, 小四, 四号."""
TITLE_LENGTH = 20
"""Characters of a title that fit a line."""
LINE, TABLE_LINE, TITLE_LINE = Pt(28), Pt(18), Pt(35)
MARGINS = Mm(37), Mm(35), Mm(28), Mm(26)
"""Above, below, at the left and at the right."""
TEXT_WIDTH, PICTURE_HEIGHT = Mm(156), Mm(212)
ILLUSTRATION_WIDTH, ILLUSTRATION_HEIGHT = Mm(120), Mm(90)
RED = RGBColor(0xC0, 0x00, 0x00)
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What follows the borders among the properties of a paragraph."""
CHINESE_NUMBERS = "一二三四五六七八九十"


class Paper:
    """A document that is being written, from its top to its end."""

    def __init__(self, language: Language, *title: str) -> None:
        self._language, self._title = language, title
        self._document = Document()
        self._document.core_properties.title = cleaned(self._whole_title())
        self._document.core_properties.author = ""
        self._headings = [0, 0]
        self._lay_out()

    def title(self) -> None:
        """The title of the whole, in one line or in those that it was given in."""
        whole = self._whole_title()
        for line in [whole] if len(whole) <= TITLE_LENGTH else self._title:
            self._write(line, SONG_TITLE, TITLE, TITLE_LINE, centred=True)

    def mark(self, text: str, colour: RGBColor) -> None:
        """How urgent it is, in colour above the title, at the right."""
        written = self._write(text, HEI, BODY, LINE, colour=colour)
        written.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def addressed_to(self, text: str) -> None:
        """To whom it is, below the title."""
        self._write("", FANG_SONG, BODY, LINE)
        self._write(text, FANG_SONG, BODY, LINE)

    def subtitle(self, text: str) -> None:
        """What stands below the title, and some room."""
        self._write(text, KAI, BODY, LINE, centred=True)
        self._write("", FANG_SONG, BODY, LINE)

    def masthead(self, issue: str, left: str, right: str) -> None:
        """The title as the red head of a brief, over a red line."""
        *above, name = self._title
        for line in above:
            self._write(line, SONG_TITLE, TITLE, TITLE_LINE, centred=True, colour=RED)
        self._write(name, SONG_TITLE, MASTHEAD, Pt(56), centred=True, colour=RED)
        self._write(issue, FANG_SONG, BODY, LINE, centred=True)
        days = self._write(f"{left}\t{right}", FANG_SONG, BODY, LINE)
        days.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        _underlined(days)
        self._write("", FANG_SONG, BODY, LINE)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading with its number: 一、 or below it （一）; in English 1. and 1.1."""
        self._headings[level - 1 :] = [self._headings[level - 1] + 1, *[0] * (2 - level)]
        written = self._write(self._number(level) + text, HEI if level == 1 else KAI, BODY, LINE, indented=True)
        written.paragraph_format.keep_with_next = True

    def paragraph(self, text: str) -> None:
        """A paragraph of the text; its lines are put into one."""
        self._write(" ".join(text.split("\n")), FANG_SONG, BODY, LINE, indented=True)

    def closing(self, *lines: str) -> None:
        """Who says it, and on which day; at the right, and never alone on a page."""
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._write("", FANG_SONG, BODY, LINE).paragraph_format.keep_with_next = True
        for line in filter(None, lines):
            written = self._write(line, FANG_SONG, BODY, LINE)
            written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            written.paragraph_format.right_indent = Pt(32)

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table whose headings are on every page; the widths are shares of the line."""
        table = self._document.add_table(rows=0, cols=len(headings), style="Table Grid")
        table.autofit = False
        for column, share in zip(table.columns, widths, strict=True):
            column.width = round(TEXT_WIDTH * share / sum(widths))
        for number, texts in enumerate([headings, *rows]):
            row = table.add_row()
            _never_broken(row, heading=number == 0)
            for cell, text, share in zip(row.cells, texts, widths, strict=True):
                cell.width = round(TEXT_WIDTH * share / sum(widths))
                self._fill(cell.paragraphs[0], text, HEI if number == 0 else FANG_SONG, TABLE, TABLE_LINE)
                if number == 0:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._write("", FANG_SONG, TABLE, TABLE_LINE)

    def article_title(self, text: str) -> None:
        """The title of an article within the text."""
        self._write(text, HEI, BODY, LINE, centred=True).paragraph_format.keep_with_next = True

    def illustration(self, content: bytes, ratio: float) -> None:
        """A picture between paragraphs, on one page with what follows it; `ratio` is its height to its width."""
        place = self._document.add_paragraph()
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form = place.paragraph_format
        form.space_before = form.space_after = Pt(6)
        form.keep_with_next = True
        width = min(ILLUSTRATION_WIDTH, round(ILLUSTRATION_HEIGHT / ratio))
        place.add_run().add_picture(BytesIO(content), width=width)

    def signed(self, text: str) -> None:
        """Whose the article above is, at the right."""
        self._write(text, KAI, BODY, LINE).alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def picture(self, caption: str, content: bytes, ratio: float) -> None:
        """A picture on a page of its own; `ratio` is its height to its width."""
        self._write(caption, HEI, BODY, LINE, centred=True).paragraph_format.page_break_before = True
        place = self._document.add_paragraph()
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
        width = min(TEXT_WIDTH, round(PICTURE_HEIGHT / ratio))
        place.add_run().add_picture(BytesIO(content), width=width)

    def content(self) -> bytes:
        """The document as a file."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _whole_title(self) -> str:
        return ("" if self._language == "zh" else " ").join(self._title)

    def _number(self, level: int) -> str:
        """The number of the heading that was counted last."""
        if self._language != "zh":
            return ".".join(map(str, self._headings[:level])) + (". " if level == 1 else " ")
        number = in_chinese(self._headings[level - 1])
        return f"{number}、" if level == 1 else f"（{number}）"

    def _write(
        self,
        text: str,
        font: str,
        size: Pt,
        line: Pt,
        *,
        centred: bool = False,
        indented: bool = False,
        colour: RGBColor | None = None,
    ) -> Paragraph:
        written = self._document.add_paragraph()
        self._fill(written, text, font, size, line, colour)
        if centred:
            written.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if indented:
            written.paragraph_format.first_line_indent = Pt(size.pt * 2)
        return written

    def _fill(
        self, written: Paragraph, text: str, font: str, size: Pt, line: Pt, colour: RGBColor | None = None
    ) -> None:
        form = written.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, line
        run = written.add_run(cleaned(text))
        run.font.size = size
        if colour is not None:
            run.font.color.rgb = colour
        _in_font(run, font)

    def _lay_out(self) -> None:
        section = self._document.sections[0]
        section.start_type = WD_SECTION.NEW_PAGE
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = MARGINS
        section.footer_distance = Mm(28)
        self._document.settings.odd_and_even_pages_header_footer = True
        for footer, place in (
            (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
            (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
        ):
            footer.is_linked_to_previous = False
            _number_pages(footer.paragraphs[0], place)
        _name_stand_ins(self._document)


def in_chinese(number: int) -> str:
    """A number from 1 to 99 as it stands before headings."""
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else "十" if tens == 1 else CHINESE_NUMBERS[tens - 1] + "十"
    return before + (CHINESE_NUMBERS[ones - 1] if ones else "")


def _in_font(run: Any, font: str) -> None:
    run.font.name = LATIN
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")


def _underlined(written: Paragraph) -> None:
    """A red line below a paragraph."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "4"), ("color", str(RED))):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    written._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)


def _never_broken(row: Any, *, heading: bool) -> None:
    """A row stays on one page; that of the headings comes again on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if heading:
        properties.append(OxmlElement("w:tblHeader"))


def _number_pages(written: Paragraph, place: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 —, at the outer side."""
    written.alignment = place
    form = written.paragraph_format
    form.left_indent = form.right_indent = NUMBER
    for text, code in (("— ", ""), ("", "PAGE"), (" —", "")):
        run = written.add_run(text)
        run.font.size = NUMBER
        _in_font(run, SONG)
        for kind in ("begin", "separate", "end") if code else ():
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
            run._element.append(sign)
            if kind == "begin":
                field = OxmlElement("w:instrText")
                field.text = code
                run._element.append(field)


def _name_stand_ins(document: Any) -> None:
    """Tell which other fonts may be used where one is not there."""
    part = next(each.target_part for each in document.part.rels.values() if each.reltype.endswith("/fontTable"))
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in STAND_INS.items()
    )
    part._blob = part.blob.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")
