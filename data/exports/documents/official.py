"""Documents in the usual official format (GB/T 9704): A4, 三号 仿宋, 28 points a line, page numbers between dashes.

Fonts have the names that offices use, each with substitutes.
"""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from data.exports.documents import word_format
from data.exports.documents.word_format import FANG_SONG, HEI, KAI, SONG_TITLE
from data.exports.tables import cleaned
from data.exports.texts import Language

MASTHEAD, TITLE, BODY, TABLE = Pt(42), Pt(22), Pt(16), Pt(12)
"""The font sizes 初号, 二号, 三号 and 小四."""
TITLE_LENGTH = 20
"""Number of characters of a title that fit on a line."""
LINE, TABLE_LINE, TITLE_LINE = Pt(28), Pt(18), Pt(35)
MARGINS = Mm(37), Mm(35), Mm(28), Mm(26)
"""Margins at the top, bottom, left and right."""
TEXT_WIDTH, PICTURE_HEIGHT = Mm(156), Mm(212)
ILLUSTRATION_WIDTH, ILLUSTRATION_HEIGHT = Mm(120), Mm(90)
LONGEST_PROPERTY = 255
"""In characters: what the properties of a .docx can hold."""
RED = RGBColor(0xC0, 0x00, 0x00)
CHINESE_NUMBERS = "一二三四五六七八九十"


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, language: Language, *title: str) -> None:
        self._language, self._title = language, title
        self._document = Document()
        self._document.core_properties.title = cleaned(self._whole_title())[:LONGEST_PROPERTY]
        self._document.core_properties.author = ""
        self._headings = [0, 0]
        self._lay_out()

    def title(self) -> None:
        """Write the title, on one line if it fits, else on the lines it was given in."""
        whole = self._whole_title()
        for line in [whole] if len(whole) <= TITLE_LENGTH else self._title:
            self._write(line, SONG_TITLE, TITLE, TITLE_LINE, centred=True)

    def mark(self, text: str, colour: RGBColor) -> None:
        """Write how urgent the document is, in colour, right-aligned above the title."""
        written = self._write(text, HEI, colour=colour)
        written.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def addressed_to(self, text: str) -> None:
        """Write the addressee below the title."""
        self._write("")
        self._write(text)

    def subtitle(self, text: str) -> None:
        """Write a subtitle, followed by an empty line."""
        self._write(text, KAI, centred=True)
        self._write("")

    def masthead(self, issue: str, left: str, right: str) -> None:
        """Write the title as the red masthead of a brief, with issue number, issuer and day above a red line."""
        *above, name = self._title
        for line in above:
            self._write(line, SONG_TITLE, TITLE, TITLE_LINE, centred=True, colour=RED)
        self._write(name, SONG_TITLE, MASTHEAD, Pt(56), centred=True, colour=RED)
        self._write(issue, centred=True)
        days = self._write(f"{left}\t{right}")
        days.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        word_format.underlined(days, RED)
        self._write("")

    def heading(self, text: str, *paragraphs: str, level: int = 1) -> None:
        """Write a numbered heading and the paragraphs below it.

        Numbers are 一、 and （一） for levels 1 and 2; in English 1. and 1.1.
        """
        self._headings[level - 1 :] = [self._headings[level - 1] + 1, *[0] * (2 - level)]
        written = self._write(self._number(level) + text, HEI if level == 1 else KAI, indented=True)
        written.paragraph_format.keep_with_next = True
        for each in paragraphs:
            self.paragraph(each)

    def paragraph(self, text: str) -> None:
        """Write a paragraph of body text, joining its lines."""
        self._write(" ".join(text.split("\n")), indented=True)

    def closing(self, *lines: str) -> None:
        """Write the issuer and the day, right-aligned and kept on the page of the last paragraph."""
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._write("").paragraph_format.keep_with_next = True
        for line in filter(None, lines):
            written = self._write(line)
            written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            written.paragraph_format.right_indent = Pt(32)

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """Write a table whose headings repeat on every page and never end one; the widths are relative."""
        table = self._document.add_table(rows=0, cols=len(headings), style="Table Grid")
        table.autofit = False
        for column, share in zip(table.columns, widths, strict=True):
            column.width = round(TEXT_WIDTH * share / sum(widths))
        for number, texts in enumerate([headings, *rows]):
            row = table.add_row()
            word_format.never_broken(row, heading=number == 0)
            for cell, text, share in zip(row.cells, texts, widths, strict=True):
                cell.width = round(TEXT_WIDTH * share / sum(widths))
                self._fill(cell.paragraphs[0], text, HEI if number == 0 else FANG_SONG, TABLE, TABLE_LINE)
                if number == 0:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._write("", FANG_SONG, TABLE, TABLE_LINE)

    def article_title(self, text: str) -> None:
        """Write the title of an article within the text."""
        self._write(text, HEI, centred=True).paragraph_format.keep_with_next = True

    def illustration(self, content: bytes, ratio: float, caption: str) -> None:
        """Insert a picture above its caption, on the page of what follows; `ratio` is its height to its width."""
        form = self._picture(content, ratio, ILLUSTRATION_WIDTH, ILLUSTRATION_HEIGHT).paragraph_format
        form.space_before = form.space_after = Pt(6)
        form.keep_with_next = True
        if caption:
            self._write(caption, KAI, centred=True).paragraph_format.keep_with_next = True

    def signed(self, text: str) -> None:
        """Write the author of the article above, right-aligned."""
        self._write(text, KAI).alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def picture(self, caption: str, content: bytes, ratio: float) -> None:
        """Insert a captioned picture on a page of its own; `ratio` is its height divided by its width."""
        self._write(caption, HEI, centred=True).paragraph_format.page_break_before = True
        self._picture(content, ratio, TEXT_WIDTH, PICTURE_HEIGHT)

    def content(self) -> bytes:
        """Return the document as a .docx file."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _picture(self, content: bytes, ratio: float, widest: int, highest: int) -> Paragraph:
        place = self._document.add_paragraph()
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
        place.add_run().add_picture(BytesIO(content), width=min(widest, round(highest / ratio)))
        return place

    def _whole_title(self) -> str:
        return ("" if self._language == "zh" else " ").join(self._title)

    def _number(self, level: int) -> str:
        if self._language != "zh":
            return ".".join(map(str, self._headings[:level])) + (". " if level == 1 else " ")
        number = chinese_numeral(self._headings[level - 1])
        return f"{number}、" if level == 1 else f"（{number}）"

    def _write(
        self,
        text: str,
        font: str = FANG_SONG,
        size: Pt = BODY,
        line: Pt = LINE,
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
        word_format.in_font(run, font)

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
            word_format.number_pages(footer.paragraphs[0], place)
        word_format.name_stand_ins(self._document)


def chinese_numeral(number: int) -> str:
    """Return a number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else "十" if tens == 1 else CHINESE_NUMBERS[tens - 1] + "十"
    return before + (CHINESE_NUMBERS[ones - 1] if ones else "")
