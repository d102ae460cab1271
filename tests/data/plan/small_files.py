"""A small plan and a small roster, as files of each format."""

import io
from datetime import date

from docx import Document
from openpyxl import Workbook

PLAN: list[list[object]] = [
    ["任务名称", "任务细项", "细化措施", "成果形式", "完成时间", "负责单位"],
    ["一、集中整治", "1. 专项整治", "查处仿冒药品", "工作总结", "2019年12月31日", "市公安局、武汉海关"],
    ["", "", "巡查市场", "", date(2020, 2, 1), "各区人民政府"],
]
ROSTER: list[list[object]] = [
    ["单位", "姓名", "角色", "电话", "Telegram编号", "语言"],
    ["市公安局", "林警官", "联络员", 13800000000, 1002, "zh"],
]


def document(table: list[list[object]]) -> bytes:
    made, content = Document(), io.BytesIO()
    made.add_paragraph("附件：任务分解表")
    cells = made.add_table(len(table), len(table[0]))
    for row, values in zip(cells.rows, table, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = str(value)
    made.save(content)
    return content.getvalue()


def workbook(table: list[list[object]]) -> bytes:
    book, content = Workbook(), io.BytesIO()
    for row in table:
        book.worksheets[0].append(row)
    book.save(content)
    return content.getvalue()
