"""Tables in documents, where a page ends."""

from io import BytesIO

from docx import Document

from data.exports.documents.official import Paper


def test_the_headings_of_a_table_stay_on_the_page_of_its_first_row() -> None:
    paper = Paper("zh", "标题")
    paper.table(["编号", "任务"], [["1-1", "甲"], ["1-2", "乙"]], [1, 2])
    [table] = Document(BytesIO(paper.content())).tables
    kept = [[cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] for row in table.rows]
    assert kept == [[True, True], [None, None], [None, None]]
